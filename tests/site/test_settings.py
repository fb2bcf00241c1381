"""What mkdocs.yml decides: where the data is, how links are written, and where the site lies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from routine.site.address import AddressError
from routine.site.build import BuildError, configured
from routine.site.settings import SETTINGS, SettingsError, settings

PLACE = "https://kommun.example/rutin/"


def config(folder: Path, **values: Any) -> dict[str, Any]:
    """As MkDocs has it when a site is built."""
    file = folder / "mkdocs.yml"
    file.write_text("site_url: x\nextra:\n  links: x\n", encoding="utf-8")
    given = {"docs_dir": "docs", "config_file_path": str(file), "dev_addr": "127.0.0.1:8000", "site_url": PLACE}
    return given | {"extra": {"data": "data/rutin.yaml", "links": "filer"}} | values


def test_places_are_counted_from_the_settings_own_folder(tmp_path: Path) -> None:
    found = settings(config(tmp_path))
    assert (found.data, found.docs) == (tmp_path / "data/rutin.yaml", tmp_path / "docs")
    assert (found.address, found.base, found.preview) == (PLACE, "/rutin/", False)
    assert settings(config(tmp_path, site_url="")).base is None


def test_a_preview_has_no_address_that_a_sheet_could_lead_to(tmp_path: Path) -> None:
    found = settings(config(tmp_path, site_url="http://127.0.0.1:8000/rutin/"))
    assert (found.address, found.base, found.preview) == ("", "/rutin/", True)


def test_what_it_cannot_say_is_told_at_its_line(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"^mkdocs\.yml:3:\d+: links "):
        settings(config(tmp_path, extra={"links": "mapar"}))
    with pytest.raises(SettingsError, match=r"^mkdocs\.yml:1:1: data "):
        settings(config(tmp_path, extra={"data": ["a.yaml"]}))
    with pytest.raises(AddressError, match=r"^mkdocs\.yml:1:\d+: "):
        settings(config(tmp_path, site_url="kommun.example"))


@pytest.mark.parametrize("line", ["strict: kanske", "strict: [", "INHERIT: 5"])
def test_what_mkdocs_cannot_use_is_told_in_swedish(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(SETTINGS.read_text(encoding="utf-8").replace("strict: true", line, 1), encoding="utf-8")
    monkeypatch.setattr("routine.site.build.SETTINGS", file)
    with pytest.raises(BuildError, match=r"^mkdocs\.yml .+\n +Gör så här: "):
        configured(None)
