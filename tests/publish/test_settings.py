"""What mkdocs.yml decides: where the data is, how links are written, and where the site lies."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from routine.build import BuildError, configured
from routine.publish.settings import SETTINGS, SettingsError, base_of, settings
from tests.kit.editing import as_read


def config(**values: Any) -> dict[str, Any]:
    """As MkDocs has it when a site is built."""
    return {
        "extra": {"data": "data/rutin.yaml", "links": "filer"},
        "docs_dir": "docs",
        "config_file_path": "/projekt/mkdocs.yml",
        "site_url": "",
        **values,
    }


def test_places_are_counted_from_the_settings_own_folder() -> None:
    found = settings(config())
    assert (found.data, found.docs, found.shown) == (
        Path("/projekt/data/rutin.yaml"),
        Path("/projekt/docs"),
        "data/rutin.yaml",
    )


@pytest.mark.parametrize(
    ("address", "base"),
    [
        ("", None),
        ("https://kommun.example", "/"),
        ("https://kommun.example/rutin", "/rutin/"),
        ("https://kommun.example/a/b/", "/a/b/"),
    ],
)
def test_the_address_gives_the_path_below_it(address: str, base: str | None) -> None:
    assert base_of(address) == base
    found = settings(config(site_url=address, dev_addr="127.0.0.1:8000"))
    assert (found.address, found.base) == (address, base)


def test_a_preview_has_no_address_that_a_sheet_could_lead_to() -> None:
    """mkdocs serve puts its own in the place of the site's."""
    found = settings(config(site_url="http://127.0.0.1:8000/rutin/", dev_addr="127.0.0.1:8000"))
    assert (found.address, found.base, found.preview) == ("", "/rutin/", True)


def test_what_is_published_is_no_preview() -> None:
    assert not settings(config(site_url="https://kommun.example/rutin/", dev_addr="127.0.0.1:8000")).preview
    assert not settings(config(dev_addr="127.0.0.1:8000")).preview


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("extra:\n  links: filer\n", "mkdocs.yml:1: Under extra saknas data."),
        ("extra:\n  links: filer\n  data:\n", "mkdocs.yml:3: Under extra saknas data."),
        ("extra:\n  data: ''\n", "mkdocs.yml:2: data kan inte vara ””."),
        ("extra:\n  links: filer\n  data: [a.yaml]\n", "mkdocs.yml:3: data kan inte vara ”['a.yaml']”."),
        ("site_name: Rutin\n", "mkdocs.yml: Under extra saknas data."),
    ],
)
def test_a_routine_without_a_file_is_told_where_it_should_be_named(text: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as raised:
        settings(as_read(file.read_bytes()) | {"docs_dir": "docs", "config_file_path": str(file)})
    assert str(raised.value).startswith(f"{told}\n    Tillåtet: var rutinens fil ligger, räknat från mkdocs.yml")
    assert "skriv data: data/routine.yaml" in str(raised.value)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("  links: mapar\n", "mkdocs.yml:3: links kan inte vara ”mapar”."),
        ("  links: [filer]\n", "mkdocs.yml:3: links kan inte vara ”['filer']”."),
        ("", "mkdocs.yml:1: Under extra saknas links."),
    ],
)
def test_links_that_are_written_in_no_way_that_there_is_are_refused(line: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"extra:\n  data: data/rutin.yaml\n{line}", encoding="utf-8")
    with pytest.raises(SettingsError) as raised:
        settings(as_read(file.read_bytes()) | {"docs_dir": "docs", "config_file_path": str(file)})
    assert str(raised.value).startswith(f"{told}\n    Tillåtet: filer, mappar\n    Gör så här: skriv links: filer")


def test_without_the_file_itself_its_name_is_told() -> None:
    with pytest.raises(SettingsError, match=r"^mkdocs\.yml: Under extra saknas links\."):
        settings(config(extra={"data": "data/rutin.yaml"}))


@pytest.mark.parametrize(("line", "told"), [("docs_dir: sidor", "docs"), ("use_directory_urls: false", "true")])
def test_what_nobody_may_choose_is_refused(
    line: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mkdocs.yml"
    key = line.partition(":")[0]
    text, found = re.subn(rf"(?m)^{key}: .*$", line, SETTINGS.read_text(encoding="utf-8"))
    assert found == 1
    file.write_text(text, encoding="utf-8")
    for folder in ("routine/theme", "docs", "sidor", "data", "macros.py"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.setattr("routine.build.SETTINGS", file)
    with pytest.raises(SettingsError) as raised:
        configured(None)
    number = text.splitlines().index(line) + 1
    assert str(raised.value) == (
        f"mkdocs.yml:{number}: {key} kan inte vara något annat än {told} här.\n    Tillåtet: {told}\n"
        f"    Gör så här: skriv {key}: {told}, eller ta bort raden."
    )


@pytest.mark.parametrize(
    ("line", "told"), [("strict: kanske", "MkDocs säger ovanför"), ("strict: [", "går inte att läsa")]
)
def test_what_mkdocs_cannot_use_is_told_with_what_to_do(
    line: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(SETTINGS.read_text(encoding="utf-8").replace("strict: true", line, 1), encoding="utf-8")
    for folder in ("routine/theme", "docs", "data", "macros.py"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.setattr("routine.build.SETTINGS", file)
    with pytest.raises(BuildError) as raised:
        configured(None)
    said = str(raised.value)
    assert said.startswith("mkdocs.yml ")
    assert told in said
    assert "\n    Gör så här: rätta raden, eller hämta" in said
    assert "Aborted" not in said


def test_so_it_is_by_whatever_engine_builds() -> None:
    with pytest.raises(SettingsError, match="use_directory_urls"):
        settings(config(use_directory_urls=False))
