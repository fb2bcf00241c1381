"""An address that is printed is right for ever, or the build stops and says where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from routine.__main__ import main
from routine.publish.address import LONGEST, AddressError, checked, place_of, reachable
from routine.publish.settings import settings
from tests.kit.paths import SMALL
from tests.kit.project import copied, python

SOUND = (
    "",
    "https://kommun.example",
    "https://kommun.example/",
    "http://intranat/rutin/",
    "HTTPS://Kommun.Example:8443/a/b-c_d~e/rutin-2.0/",
    "https://kommun.example/r%C3%A5d/",
    "https://xn--rd-kia.example/",
    "https://[2001:db8::1]/rutin/",
)
# What is wrong → what the message has to say.
WRONG = {
    "kommun.example/rutin/": "https://",
    "//kommun.example/rutin/": "https://",
    "/rutin/": "https://",
    "ftp://kommun.example/": "https://",
    "javascript:alert": "https://",
    "file:///srv/rutin/": "https://",
    "https://": "värdnamn",
    "https:///rutin/": "värdnamn",
    "https://.example/": "värdnamn",
    "https://kommun..example/": "värdnamn",
    "https://-kommun.example/": "värdnamn",
    "https://kommun.example:/": "värdnamn",
    "https://kommun.example:99999/": "värdnamn",
    "https://kommun.example:0/": "värdnamn",
    "https://kommun.example:port/": "värdnamn",
    "https://[2001:db8::1/": "värdnamn",
    "https://vem@kommun.example/": "användarnamn",
    "https://vem:hemligt@kommun.example/": "användarnamn",
    "https://kommun.example@annan.example/": "användarnamn",
    " https://kommun.example/": "mellanslag",
    "https://kommun.example/min rutin/": "mellanslag",
    "https://kommun.example/rutin/\n": "mellanslag",
    "https://kommun.example/\u00a0": "mellanslag",
    "https://kommun.example/råd/": "tecken",
    "https://kommün.example/": "tecken",
    "https://kommun.example/\u200b": "tecken",
    'https://kommun.example/"onload="x': "tecken",
    "https://kommun.example/<b>": "tecken",
    "https://kommun.example\\rutin": "tecken",
    "https://kommun.example/%zz/": "tecken",
    **{f"https://kommun.example/ru{sign}tin/": "webbservrar" for sign in "$;*+()[]"},
    "https://kommun.example/?": "fråga",
    "https://kommun.example/rutin/?x=1": "fråga",
    "https://kommun.example/rutin/#": "ankare",
    "https://kommun.example/rutin/#roller": "ankare",
    "https://kommun.example/rutin/index.html": "fil",
    "https://kommun.example/INDEX.HTM": "fil",
    "https://kommun.example/index.html/": "fil",
    "https://kommun.example//rutin/": "mapp",
    "https://kommun.example/a/../rutin/": "mapp",
    "https://kommun.example/rutin/.": "mapp",
    f"https://kommun.example/{'a' * LONGEST}/": "längre",
}


@pytest.mark.parametrize("address", SOUND)
def test_a_sound_address_is_taken_as_it_is(address: str) -> None:
    assert checked(address, "mkdocs.yml:5:11") == address


@pytest.mark.parametrize("address", WRONG)
def test_a_wrong_address_is_told_with_place_fault_and_remedy(address: str) -> None:
    with pytest.raises(AddressError) as raised:
        checked(address, "mkdocs.yml:5:11")
    fault, allowed, hint = str(raised.value).splitlines()
    assert fault.startswith("mkdocs.yml:5:11: Adressen ")
    assert WRONG[address] in fault
    assert allowed.startswith("    Tillåtet: ")
    assert hint.startswith("    Gör så här: ")
    assert "hemligt" not in str(raised.value)


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost/",
        "http://localhost:8000/rutin/",
        "http://rutin.localhost/",
        "http://127.0.0.1:8000/",
        "http://127.1.2.3/",
        "http://[::1]/",
        "http://0.0.0.0:8000/",
    ],
)
def test_what_leads_to_the_machine_that_asks_is_printed_nowhere(address: str) -> None:
    assert reachable(address) == ""
    given = {"extra": {"data": "data/rutin.yaml", "links": "filer"}, "docs_dir": "docs", "site_url": address + "under/"}
    assert settings(given).address == ""
    assert (settings(given).base or "").endswith("/under/")


@pytest.mark.parametrize("address", [*SOUND, "http://10.0.0.1/", "http://localhost.kommun.example/"])
def test_what_others_reach_is_printed(address: str) -> None:
    assert reachable(address) == address


@pytest.mark.parametrize("command", ["kit", "release"])
def test_a_folder_that_servers_read_each_in_its_own_way_has_no_files_for_them(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """nginx and Apache take it for its letters, and would show the page for a wrong address."""
    coded = "https://kommun.example/r%C3%A5d/"
    assert main([command, str(SMALL), "--out", str(tmp_path / "ut"), "--address", coded]) == 2
    fault, allowed, hint = capsys.readouterr().err.splitlines()
    assert fault.startswith(f"{coded}: Adressens mapp har tecken som skrivs med %")
    assert allowed.startswith("    Tillåtet: ")
    assert hint.startswith("    Gör så här: ")
    assert not (tmp_path / "ut").exists()


def test_the_place_is_the_line_of_the_settings() -> None:
    assert place_of("site_name: A\n# site_url\nsite_url:  x\n", "mkdocs.yml") == "mkdocs.yml:3:12"
    assert place_of("site_name: A\n", "mkdocs.yml") == "mkdocs.yml:1:1"


@pytest.mark.parametrize("command", ["build", "export"])
def test_a_wrong_address_stops_every_command_that_prints(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, str(SMALL), "--out", str(tmp_path / "ut"), "--address", "https://a.example/?x"]) == 2
    assert capsys.readouterr().err.startswith("--address: Adressen har en fråga")
    assert not (tmp_path / "ut").exists()


@pytest.mark.site
@pytest.mark.parametrize("engine", [("mkdocs", "build", "-q"), ("routine", "build")], ids=lambda engine: engine[0])
def test_a_wrong_address_in_the_settings_stops_both_ways_to_build(engine: tuple[str, ...], tmp_path: Path) -> None:
    project = copied(tmp_path / "projekt")
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    wrong = text.replace('site_url: ""', "site_url: https://kommun.example/rutin/index.html")
    assert wrong != text
    (project / "mkdocs.yml").write_text(wrong, encoding="utf-8")
    done = python(project, "-m", *engine)
    assert done.returncode != 0
    line = wrong[: wrong.index("\nsite_url")].count("\n") + 2
    assert f"mkdocs.yml:{line}:11: Adressen leder till en fil" in done.stderr + done.stdout
    assert not (project / "site").exists()


@pytest.mark.site
def test_what_is_no_address_at_all_is_told_in_our_words(tmp_path: Path) -> None:
    """MkDocs has words of its own for these, in English."""
    project = copied(tmp_path / "projekt")
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(text.replace('site_url: ""', "site_url: kommun.example"), encoding="utf-8")
    done = python(project, "-m", "routine", "build")
    assert done.returncode == 2
    assert "Adressen börjar inte med https://." in done.stderr
