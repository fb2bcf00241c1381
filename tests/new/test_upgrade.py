"""A site takes in a later version: the engine alone, never over a change by hand, and never by half."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from routine import __version__
from routine.__main__ import main
from routine.commands.schema import behind
from routine.disk import atomic
from routine.loading.load import load
from routine.new import upgrade as upgrading
from routine.new.engine import SETTINGS, engine_files
from routine.new.lay import SCHEMA_BESIDE, followed
from routine.new.manifest import NAME, Manifest, manifest_of
from routine.new.migrations import FORM
from routine.publish.folder import FolderError
from tests.kit.laid import contents, laid, older
from tests.kit.paths import PROJECT

OWN = ("data/anteckningar.md", "docs/utkast.md")
OLD = {"routine/build.py": b"# older\n", "routine/gone.py": b"# no longer\n", "Makefile": b"site:\n"}


# Of what is copied as it stands one in ten files is enough: what happens to one happens to each.
COPIED = ("routine/", "routine/assets/", "content/")


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine of few files: all of them take a third of a second to lay."""

    def some(project: Path) -> tuple[str, ...]:
        return tuple(path for path in engine_files(project) if path in OLD or not path.startswith(COPIED))

    monkeypatch.setattr("routine.new.lay.engine_files", some)


@pytest.fixture
def site(few: None, tmp_path: Path) -> Path:
    """As version 0.1.0 left it, with what the body has made its own."""
    return left(tmp_path)


def left(folder: Path) -> Path:
    made = older(folder / "ny", OLD)
    data = made / "data/routine.yaml"
    data.write_text(
        data.read_text(encoding="utf-8").replace("opens: kalla", "# först\n    opens: ja"), encoding="utf-8"
    )
    for name in ("README.md", "tests/test_site.py", ".github/CODEOWNERS", "audit/lix.json"):
        (made / name).write_text("vårt", encoding="utf-8")
    settings = (made / SETTINGS).read_text(encoding="utf-8")
    settings = settings.replace('site_url: ""', "site_url: https://ek.se/a/").replace("links: filer", "links: mappar")
    (made / SETTINGS).write_text(settings, encoding="utf-8")
    return made


def test_the_whole_engine_is_replaced_and_what_is_the_bodys_is_kept(tmp_path: Path) -> None:
    site = left(tmp_path)
    before = contents(site)
    assert main(["upgrade", str(site)]) == 0
    after = contents(site)
    assert (site / "routine/build.py").read_bytes() == (PROJECT / "routine/build.py").read_bytes()
    assert b"content:" in after["Makefile"]
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert changed == {*OLD, NAME, "data/routine.yaml"}
    assert "routine/gone.py" not in after
    assert (manifest_of(site).version, manifest_of(site).form, manifest_of(site).towards) == (__version__, FORM, {})


def test_what_python_has_kept_of_a_replaced_file_goes_with_it(site: Path) -> None:
    """It knows a file by its size and the second it was written in: a new one that has both alike would not be read."""
    kept_of = {name: site / f"routine/__pycache__/{name}.cpython-311.pyc" for name in ("build", "gone", "__main__")}
    for file in kept_of.values():
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"old")
    assert main(["upgrade", str(site)]) == 0
    assert [name for name, file in kept_of.items() if file.exists()] == ["__main__"], "what is as it was is kept"


def test_the_settings_are_the_new_ones_with_the_bodys_values(site: Path) -> None:
    settings = (site / SETTINGS).read_text(encoding="utf-8")
    made = older(
        site.parent / "till", {SETTINGS: b"site_name: Ek\nsite_url: https://ek.se/\nextra:\n  links: mappar\n"}
    )
    assert main(["upgrade", str(made)]) == 0
    after = (made / SETTINGS).read_text(encoding="utf-8")
    assert "site_name: Ek\n" in after
    assert "site_url: https://ek.se/\n" in after
    assert "  links: mappar\n" in after
    assert after.count("\n") == settings.count("\n")


def test_what_changed_in_the_form_is_told_and_mended(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["upgrade", str(site)]) == 0
    said = capsys.readouterr().out
    assert f"Från version 0.1.0 till {__version__}. 3 filer i motorn" in said
    assert "opens säger vems ord det är" in said
    assert "data/routine.yaml är ändrad" in said
    assert "    # först\n    opens: tolkning\n" in (site / "data/routine.yaml").read_text(encoding="utf-8")
    assert load(site / "data/routine.yaml").actions[0].opens == "tolkning"


def test_what_editors_programs_read_is_renewed_whole(site: Path) -> None:
    """Also what `schema` has written of the adopted document, where it has been asked for: else `check` says at once
    that it is behind."""
    data = site / "data/routine.yaml"
    beside = site / SCHEMA_BESIDE
    beside.write_text("{}", encoding="utf-8")
    assert main(["upgrade", str(site)]) == 0
    assert not behind(data)
    beside.unlink()
    assert main(["upgrade", str(site)]) == 0
    assert not beside.exists(), "who has not asked for it does not get it"


def test_an_upgrade_to_the_same_version_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = laid(tmp_path / "ny")
    before = contents(made)
    assert main(["upgrade", str(made)]) == 0
    assert contents(made) == before
    assert capsys.readouterr().out == f"Webbplatsen har redan version {__version__}. Inget är ändrat.\n"


def test_what_is_new_is_told_where_to_read(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the folder that the engine came from: a site has no such file."""
    assert main(["upgrade", str(site)]) == 0
    (line,) = re.findall(
        r"Vad som är nytt står på engelska i (\S+), ovanför rubriken 0\.1\.0\.", capsys.readouterr().out
    )
    assert "\n## 0.1.0" in Path(line).read_text(encoding="utf-8")
    assert not (site / Path(line).name).exists()


def test_own_tests_that_a_new_site_has_otherwise_are_told_and_left(
    few: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are the body's, and may ask what no longer is so. Where the new ones lie stands with them."""
    site = older(tmp_path / "ny", OLD)
    (site / "tests/test_vart.py").write_text("# vårt", encoding="utf-8")
    (site / "tests/conftest.py").write_bytes((site / "tests/conftest.py").read_bytes().replace(b"\n", b"\r\n"))
    assert main(["upgrade", str(site)]) == 0
    assert "tests/" not in capsys.readouterr().out
    (site / "tests/conftest.py").unlink()  # Who has taken it away knows.
    (site / "tests/test_site.py").write_text("# vårt", encoding="utf-8")
    (site / "engine.json").write_bytes(Manifest("0.1.0", FORM, manifest_of(site).files).text())
    assert main(["upgrade", str(site)]) == 0
    ((name, told),) = re.findall(r"Ert prov (\S+) .* jämför med (\S+)\.\n", capsys.readouterr().out)
    assert name == "tests/test_site.py"
    assert Path(told).read_bytes() == laid(tmp_path / "nyare").joinpath("tests/test_site.py").read_bytes()
    assert (site / "tests/test_site.py").read_text(encoding="utf-8") == "# vårt"


def test_from_an_earlier_day_of_the_same_version_is_said_so(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / NAME).write_bytes(Manifest(__version__, 1, manifest_of(site).files).text())
    assert main(["upgrade", str(site)]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Version {__version__}, som den är nu. 3 filer i motorn har ändrats.\n")
    assert f"CHANGELOG.md, under rubriken {__version__}." in said


def refused(site: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said, of a site that is then as it was."""
    before = contents(site)
    assert main(["upgrade", str(site)]) == 2
    assert contents(site) == before
    said = capsys.readouterr().err
    assert "Gör så här:" in said
    return said


def test_a_file_changed_by_hand_stops_it_and_is_named(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "macros.py").write_text("# mitt\n", encoding="utf-8")
    (site / "routine/theme/404.html").unlink()
    settings = site / SETTINGS
    settings.write_text(settings.read_text(encoding="utf-8").replace("strict: true", "strict: false"), encoding="utf-8")
    said = refused(site, capsys)
    named = [line.strip() for line in said.splitlines() if line.startswith("    ")]
    assert named == ["macros.py", "mkdocs.yml", "routine/theme/404.html är borttagen"]


def test_a_package_that_the_body_has_taken_in_newer_is_replaced_and_told(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It may have had a hole, and nobody else may have mended it."""
    for name in ("site.in", "site.txt"):
        file = site / "requirements" / name
        now = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"^(jinja2)==\S+", r"\1==99.1", now, flags=re.MULTILINE), encoding="utf-8")
    assert main(["upgrade", str(site)]) == 0
    said = capsys.readouterr().out
    assert "nu äldre:\n  - jinja2 99.1 → 3." in said
    assert "kör make lock" in said
    for name in ("site.in", "site.txt"):
        assert (site / "requirements" / name).read_bytes() == (PROJECT / "requirements" / name).read_bytes()
    assert main(["upgrade", str(site)]) == 0
    assert "äldre" not in capsys.readouterr().out
    (site / "requirements/site.txt").unlink()
    assert "requirements/site.txt är borttagen" in refused(site, capsys)


def test_who_wants_to_go_back_is_told_how(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    manifest = manifest_of(site)
    (site / NAME).write_bytes(type(manifest)("99.0.0", FORM, manifest.files).text())
    assert "git revert" in refused(site, capsys)


def test_a_body_can_lock_its_packages_itself(site: Path) -> None:
    assert main(["upgrade", str(site)]) == 0
    (names,) = re.findall(r"for name in (.+); do", (site / "Makefile").read_text(encoding="utf-8"))
    for name in names.split():
        assert (site / f"requirements/{name}.in").is_file()
        assert "--hash=sha256:" in (site / f"requirements/{name}.txt").read_text(encoding="utf-8")
    assert "/requirements" in (site / ".github/dependabot.yml").read_text(encoding="utf-8")


def test_a_file_of_the_bodys_own_where_the_engine_has_a_new_one_stops_it(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = manifest_of(site)
    files = {path: digest for path, digest in manifest.files.items() if path != "routine/theme/404.html"}
    (site / NAME).write_bytes(type(manifest)("0.1.0", 1, files).text())
    (site / "routine/theme/404.html").write_text("vår", encoding="utf-8")
    assert "    routine/theme/404.html\n" in refused(site, capsys)


@pytest.mark.parametrize("path", ["data/routine.yaml", SETTINGS])
def test_a_file_that_is_not_saved_as_utf_8_stops_it(path: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (site / path).read_text(encoding="utf-8")
    text = text.replace("site_name: ", "site_name: Håbo ") if path == SETTINGS else text.replace("# först", "# först å")
    (site / path).write_bytes(text.encode("cp1252", "replace"))
    said = refused(site, capsys)
    assert f"{(site / path).as_posix()}:" in said
    assert "S001" in said
    assert "Spara som och kodningen UTF-8" in said


def test_the_line_endings_of_the_routine_are_kept(site: Path) -> None:
    file = site / "data/routine.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["upgrade", str(site)]) == 0
    assert b"opens: tolkning\r\n" in file.read_bytes()
    assert file.read_bytes().count(b"\n") == file.read_bytes().count(b"\r\n")


def test_line_endings_are_no_change_by_hand(site: Path) -> None:
    file = site / "macros.py"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["upgrade", str(site)]) == 0


@pytest.mark.parametrize(
    ("version", "form"),
    [("99.0.0", FORM), ("0.10.0", FORM), ("0.3rc1", FORM), (__version__, FORM + 1)],
    ids=["stor", "tio", "prov", "form"],
)
def test_a_site_of_a_later_version_is_left(
    version: str, form: int, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = manifest_of(site)
    (site / NAME).write_bytes(type(manifest)(version, form, manifest.files).text())
    assert f"version {version}, som är senare" in refused(site, capsys)


@pytest.mark.parametrize("text", [None, "", "[]", '{"version": 1}', '{"version": "1", "form": "x", "files": {}}'])
def test_a_folder_without_a_manifest_that_can_be_read_is_left(
    text: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if text is not None:
        (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert NAME in refused(tmp_path, capsys)


def test_this_project_is_no_site_to_upgrade(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["upgrade", str(PROJECT)]) == 2
    assert "Gör så här:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("fault", "told"),
    [(OSError(28, "full"), FolderError), (KeyboardInterrupt(), KeyboardInterrupt), (MemoryError(), MemoryError)],
    ids=["full", "Ctrl+C", "minne"],
)
@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_what_fails_on_the_way_or_is_stopped_is_undone(
    at: int, fault: BaseException, told: type[BaseException], site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, real, times = contents(site), atomic.write_whole, iter(range(99))

    def broken(file: Path, data: bytes) -> None:
        if next(times) == at:
            raise fault
        real(file, data)

    monkeypatch.setattr("routine.new.upgrade.write_whole", broken)
    with pytest.raises(told, match="Disken är full" if told is FolderError else None):
        upgrading.upgrade(site)
    assert contents(site) == before


def test_so_is_what_fails_when_all_but_what_follows_is_written(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / SCHEMA_BESIDE).write_text("{}", encoding="utf-8")
    before, real = contents(site), followed

    def stopped(where: Path) -> None:
        (where / "docs/roller/ny.md").write_text("ny", encoding="utf-8")
        for name in OWN:
            (where / name).write_text("vårt", encoding="utf-8")
        real(where)
        raise KeyboardInterrupt

    monkeypatch.setattr(upgrading, "followed", stopped)
    with pytest.raises(KeyboardInterrupt):
        upgrading.upgrade(site)
    assert contents(site) == before | dict.fromkeys(OWN, "vårt".encode()), "what somebody wrote meanwhile is hers"


def test_the_packages_of_the_new_version_are_installed_before_it_runs(site: Path) -> None:
    """It may need one that the old one had not."""
    assert main(["upgrade", str(site)]) == 0
    makefile = (site / "Makefile").read_text(encoding="utf-8")
    recipe = makefile[makefile.index("\nupgrade:") :].partition("\n\n")[0]
    assert 0 < recipe.index('-r "$(FROM)/requirements/site.txt"') < recipe.index("-m routine upgrade")


@pytest.mark.parametrize("at", [1, 2, 3, 4])
def test_a_run_that_is_killed_is_finished_by_the_next(at: int, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, times = atomic.write_whole, iter(range(99))

    def killed(file: Path, data: bytes) -> None:
        if next(times) == at:
            raise KeyboardInterrupt
        real(file, data)

    with monkeypatch.context() as broken:
        broken.setattr("routine.new.upgrade.write_whole", killed)
        broken.setattr("routine.new.upgrade._undone", lambda *_: None)  # Who is killed undoes nothing.
        with pytest.raises(KeyboardInterrupt):
            upgrading.upgrade(site)
    assert manifest_of(site).towards
    assert main(["upgrade", str(site)]) == 0
    assert manifest_of(site).version == __version__
    assert (site / "routine/build.py").read_bytes() == (PROJECT / "routine/build.py").read_bytes()
    assert load(site / "data/routine.yaml").actions[0].opens == "tolkning"


def test_a_routine_that_does_not_hold_afterwards_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = site / "data/routine.yaml"
    data.write_text(data.read_text(encoding="utf-8").replace("role: jouren", "role: juren", 1), encoding="utf-8")
    assert main(["upgrade", str(site)]) == 2
    said = capsys.readouterr()
    assert "R002 Rollen ”juren” finns inte." in said.err
    assert "Motorn är uppgraderad" in said.err
    assert manifest_of(site).version == __version__
