"""What mkdocs.yml decides: an address that is printed is right for ever, or the build stops and says where."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from routine.__main__ import main
from routine.site.build import BuildError, configured
from routine.site.settings import (
    FAULTS,
    LONGEST,
    SETTINGS,
    AddressError,
    SettingsError,
    checked,
    fault,
    place_of,
    reachable,
    settings,
)
from tests.kit.paths import SMALL

SOUND = (
    "",
    "https://kommun.example",
    "http://intranat/rutin/",
    "HTTPS://Kommun.Example:8443/a/b-c_d~e/rutin-2.0/",
    "https://kommun.example/r%C3%A5d/",
    "https://[2001:db8::1]/rutin/",
)
# In the order of FAULTS, and last those of the host.
WRONG = (
    "https://kommun.example/min rutin/",
    "https://kommun.example/råd/",
    "https://kommun.example/ru$tin/",
    "kommun.example/rutin/",
    "https://vem:hemligt@kommun.example/",
    "https://kommun.example/?",
    "https://kommun.example/rutin/#roller",
    "https://kommun.example/rutin/index.html",
    "https://kommun.example/a/../rutin/",
    f"https://kommun.example/{'a' * LONGEST}/",
)
NO_HOST = ("https://", "https://kommun..example/", "https://kommun.example:99999/", "https://[2001:db8::1/")


@pytest.mark.parametrize("address", SOUND)
def test_a_sound_address_is_taken_as_it_is(address: str) -> None:
    assert checked(address, "mkdocs.yml:5:11") == reachable(address) == address


def test_each_wrong_address_is_told_with_its_place_and_without_what_is_secret() -> None:
    assert [fault(address) for address in WRONG] == [*FAULTS]
    assert {fault(address) for address in NO_HOST}.isdisjoint({"", *FAULTS})
    with pytest.raises(AddressError, match=r"^mkdocs\.yml:5:11: ") as raised:
        checked(WRONG[4], "mkdocs.yml:5:11")
    assert "hemligt" not in str(raised.value)


@pytest.mark.parametrize("host", ["localhost:8000", "rutin.localhost", "127.1.2.3", "[::1]", "0.0.0.0:8000"])
def test_what_leads_to_the_machine_that_asks_is_printed_nowhere(host: str) -> None:
    assert reachable(f"http://{host}/rutin/") == ""


def test_the_place_is_the_line_of_the_settings() -> None:
    assert place_of("site_name: A\n# site_url\nsite_url:  x\n", "mkdocs.yml") == "mkdocs.yml:3:12"
    assert place_of("site_name: A\n", "mkdocs.yml") == "mkdocs.yml:1:1"


@pytest.mark.parametrize(
    ("command", "address"),
    [
        ("build", "https://a.example/?x"),
        ("export", "https://a.example/?x"),
        ("kit", "https://kommun.example/r%C3%A5d/"),  # Servers read it each in its own way.
    ],
)
def test_a_wrong_address_stops_every_command_that_prints(
    command: str, address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, str(SMALL), "--out", str(tmp_path / "ut"), "--address", address]) == 2
    assert "Adress" in capsys.readouterr().err
    assert not (tmp_path / "ut").exists()


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
