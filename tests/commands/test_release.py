"""A release: the same bytes each time, checked by its sums, put in place by a link and taken back by it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pytest

from audit.built import Site, of
from routine.__main__ import main
from routine.build import build
from routine.commands.release import KIT_FROM
from routine.domain import wording
from routine.editions import record as editions
from routine.editions import stored
from routine.editions.git import differs, refused
from routine.print.imprint import sheets
from routine.servers.kit import WRITERS
from routine.views import addresses as at
from tests.kit.building import Workshop
from tests.kit.cyclonedx import unlike
from tests.kit.paths import PROJECT, SMALL
from tests.kit.variants import put, small, write

pytestmark = pytest.mark.site

ADDRESS = "https://kommun.example/a/rutin/"
OF_COMMIT = "1" * 40


def released(data: Path, site: Path, out: Path, *more: str) -> Path:
    """The folder of a release, of one commit: another test may leave a file in the project for a moment."""
    arguments = ["release", str(data), "--site", str(site), "--out", str(out), "--address", ADDRESS, *more]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("routine.commands.release.clean_commit", lambda *_: OF_COMMIT)
        assert main(arguments) == 0
    (found,) = out.iterdir()
    return found


def unpacked(folder: Path, into: Path) -> Path:
    """What is in the archive of a release, as tar lays it out."""
    with tarfile.open(folder / f"{folder.name}.tar.gz") as tar:
        tar.extractall(into, filter="data")
    return into / folder.name


@pytest.fixture(scope="module")
def placed_site(workshop: Workshop) -> Site:
    """The small one, built for the address that it is released for."""
    folder = workshop.made("på plats", lambda out: build(SMALL, out / "site", address=ADDRESS))
    return of(folder / "site", SMALL)


@pytest.fixture(scope="module")
def first(placed_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return released(SMALL, placed_site.folder, tmp_path_factory.mktemp("en"))


def test_two_runs_give_the_same_bytes(first: Path, placed_site: Site, tmp_path: Path) -> None:
    """Of a copy elsewhere whose files were written at another time, with other rights."""
    copied = tmp_path / "kopia"
    shutil.copytree(placed_site.folder, copied, copy_function=shutil.copyfile)
    (copied / "index.html").chmod(0o600)
    again = released(SMALL, copied, tmp_path / "ut")
    assert again.name == first.name
    assert {file.name: file.read_bytes() for file in again.iterdir()} == {
        file.name: file.read_bytes() for file in first.iterdir()
    }


def test_the_site_the_kit_and_the_licences_are_in_it_and_nothing_else(
    first: Path, placed_site: Site, tmp_path: Path
) -> None:
    top = unpacked(first, tmp_path)
    found = {file.relative_to(top).as_posix() for file in top.rglob("*") if file.is_file()}
    beside = {"SHA256SUMS", "las-mig.md", "sbom.cdx.json"}
    assert (top / "CHANGELOG.md").read_bytes() == (PROJECT / "CHANGELOG.md").read_bytes()
    licences = {"LICENSE", *(file.name for file in (PROJECT / "routine/assets/vendor").glob("*LICENSE.txt"))}
    assert len(licences) == 3
    assert found == {
        *beside,
        "CHANGELOG.md",
        *(f"site/{name}" for name in placed_site.files()),
        *(f"kit/{name}" for name in WRITERS),
        *(f"licenser/{name}" for name in licences),
    }
    for name in placed_site.files():
        assert (top / "site" / name).read_bytes() == (placed_site.folder / name).read_bytes()
    assert "location ^~ /a/rutin/ {" in (top / "kit/nginx.conf").read_text(encoding="utf-8")
    assert {file.name for file in first.iterdir()} == beside | {f"{first.name}.tar.gz"}


def test_the_checksums_are_right_beside_the_archive_and_in_it(first: Path, tmp_path: Path) -> None:
    for folder in (first, unpacked(first, tmp_path)):
        lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
        told = {path: sum for sum, _, path in (line.partition("  ") for line in lines)}
        files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
        wanted = {path: hashlib.sha256(file.read_bytes()).hexdigest() for path, file in files.items()}
        assert told == {path: sum for path, sum in wanted.items() if path != "SHA256SUMS"}


def test_a_link_is_switched_to_the_next_one_and_back(first: Path, placed_site: Site, tmp_path: Path) -> None:
    values = small()
    put(values, ("actions", 0, "text"), "Säg till rektorn om den andra läckan")
    data = write(values, tmp_path / "rutin.yaml")
    build(data, tmp_path / "site", address=ADDRESS)
    second = released(data, tmp_path / "site", tmp_path / "ut")
    tops = [unpacked(each, tmp_path / "server") for each in (first, second)]
    assert len({top.name for top in tops}) == 2
    link = tmp_path / "server/rutin"
    page = at.WHOLE.strip("/") + "/index.html"
    for top, new in ((tops[0], False), (tops[1], True), (tops[0], False)):
        fresh = link.with_name("ny")
        fresh.symlink_to(top / "site", target_is_directory=True)
        fresh.replace(link)
        assert ("den andra läckan" in (link / page).read_text(encoding="utf-8")) == new
    assert {file.name for file in (tmp_path / "server").iterdir()} == {*(top.name for top in tops), "rutin"}


def bill_of(folder: Path) -> Any:
    return json.loads((folder / "sbom.cdx.json").read_text(encoding="utf-8"))


def test_every_locked_package_stands_in_the_bill_with_version_and_licence(first: Path) -> None:
    lines = (PROJECT / "requirements/site.txt").read_text(encoding="utf-8").splitlines()
    packages = {line.split()[0] for line in lines if re.match(r"\w", line)}
    parts = [each for each in bill_of(first)["components"] if each["scope"] == "excluded"]
    assert len(packages) > 40
    assert {f"{each['name']}=={each['version']}" for each in parts} == packages
    assert {each["purl"] for each in parts} == {f"pkg:pypi/{each.replace('==', '@')}" for each in packages}
    for each in parts:
        (licence,) = each["licenses"]
        said = licence.get("expression") or licence["license"]["name"]
        assert 3 <= len(said) <= 80, each["name"]
        assert said != "UNKNOWN", each["name"]


@pytest.mark.parametrize("installed", [False, True], ids=["not there", "in another version"])
def test_nothing_is_released_of_other_packages_than_the_bill_tells(
    installed: bool,
    placed_site: Site,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """As after a pull without make, which installs what the file with the locked versions says."""
    lock = tmp_path / "site.txt"
    name = "jinja2" if installed else "finns-inte"
    whole = (PROJECT / "requirements/site.txt").read_text(encoding="utf-8")
    lock.write_text(re.sub(r"^jinja2==\S+", f"{name}==3.1.99", whole, flags=re.MULTILINE), encoding="utf-8")
    monkeypatch.setattr("routine.commands.release.LOCK", lock)
    arguments = ["release", str(SMALL), "--site", str(placed_site.folder), "--out", str(tmp_path / "ut")]
    assert main([*arguments, "--address", ADDRESS]) == 2
    said = capsys.readouterr().err
    assert name in said
    assert ("3.1.99" in said) == installed
    assert "Gör så här: kör make site" in said
    assert not (tmp_path / "ut").exists()


def test_the_bill_is_as_its_own_schema_wants_it(first: Path) -> None:
    assert unlike(bill_of(first)) == []


def test_what_others_have_made_and_lies_in_the_site_stands_there_with_its_files(first: Path, placed_site: Site) -> None:
    bill = bill_of(first)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    site = json.loads(placed_site.read(at.STATUS_JSON.strip("/")))["site"]
    told = {each["name"]: each["value"] for each in bill["metadata"]["component"]["properties"]}
    assert told == {"rutin:site": site, "rutin:commit": OF_COMMIT}
    parts = [each for each in bill["components"] if each["scope"] == "required"]
    files = {file["name"]: file["hashes"][0]["content"] for each in parts for file in each["components"]}
    vendored = {name for name in placed_site.files() if re.search(r"\.woff2$|search-library", name)}
    assert len(vendored) == 3
    assert set(files) == vendored
    for name, sum in files.items():
        assert hashlib.sha256((placed_site.folder / name).read_bytes()).hexdigest() == sum
    readme = (PROJECT / "routine/assets/vendor/README.md").read_text(encoding="utf-8")
    lunr = next(each for each in parts if each["name"] == "lunr-languages")
    assert f"| Version | {lunr['version']} |" in readme
    assert {each["licenses"][0]["expression"] for each in parts} == {"MPL-1.1", "OFL-1.1"}


def test_what_is_new_is_told_for_each_role_when_somebody_asks(first: Path, placed_site: Site, tmp_path: Path) -> None:
    edition = placed_site.routine.latest
    told = (first / "las-mig.md").read_text(encoding="utf-8")
    assert f"Utgåva {edition.edition}, " in told
    assert edition.summary in told
    assert f"tar -xzf {first.name}.tar.gz" in told
    assert OF_COMMIT in told
    assert ADDRESS in told
    assert "## Det här ändras" not in told
    values = small()
    put(values, ("actions", 0, "text"), "Säg till rektorn om den andra läckan")
    before = write(values, tmp_path / "rutin.yaml")
    again = released(SMALL, placed_site.folder, tmp_path / "ut", "--since", str(before))
    told = (again / "las-mig.md").read_text(encoding="utf-8")
    assert "## Det här ändras" in told
    assert "den andra läckan" in told
    (lost,) = re.findall(r"Utskrifter som inte längre håller \((.+)\):", told)
    assert re.search(rf"^- {lost} utskrifter håller inte längre", told, re.MULTILINE | re.IGNORECASE)


@pytest.mark.parametrize("wrong", ["no site", "another routine", "another byte", "another file", "no status"])
def test_what_is_not_as_it_was_built_is_not_released(
    wrong: str, small_site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site, data = tmp_path / "site", SMALL
    shutil.copytree(small_site.folder, site)
    if wrong == "no site":
        (site / "rutin.txt").unlink()
    elif wrong == "another routine":
        values = small()
        put(values, ("actions", 0, "text"), "Säg till rektorn om den andra läckan")
        data = write(values, tmp_path / "rutin.yaml")
    elif wrong == "another byte":
        (site / "index.html").write_text("x", encoding="utf-8")
    elif wrong == "another file":
        (site / "om/mer.html").write_text("x", encoding="utf-8")
    else:
        (site / at.STATUS_JSON.strip("/")).write_text("[1]", encoding="utf-8")
    assert main(["release", str(data), "--site", str(site), "--out", str(tmp_path / "ut")]) == 2
    said = capsys.readouterr().err
    assert "Tillåtet: " in said
    assert "Gör så här: bygg först" in said
    assert not (tmp_path / "ut").exists()


@pytest.mark.parametrize(
    ("built", "given", "said"),
    [
        (
            "placed_site",
            "https://kommun.example/prov/",
            f"byggd för {ADDRESS}, och ska packas för https://kommun.example/prov/.",
        ),
        ("placed_site", "", f"byggd för {ADDRESS}, och ska packas utan adress."),
        ("small_site", ADDRESS, f"byggd utan adress, och ska packas för {ADDRESS}."),
    ],
    ids=["another", "none given", "none built"],
)
def test_a_site_is_released_only_for_the_address_that_it_was_built_for(
    built: str,
    given: str,
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    site: Site = request.getfixturevalue(built)
    out = tmp_path / "ut"
    arguments = ["release", str(SMALL), "--site", str(site.folder), "--out", str(out), "--address", given]
    assert main(arguments) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"{site.folder}: Webbplatsen är {said}\n    Tillåtet: ")
    assert f'build --address "{given}"' in told
    assert not out.exists()


def test_what_is_somebody_elses_in_its_place_is_left_alone(
    first: Path, placed_site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = tmp_path / first.name
    held.mkdir()
    (held / "anteckningar.txt").write_text("mina", encoding="utf-8")
    arguments = ["release", str(SMALL), "--site", str(placed_site.folder), "--out", str(tmp_path), "--address", ADDRESS]
    assert main(arguments) == 2
    assert "Mappen har annat: anteckningar.txt." in capsys.readouterr().err
    assert [file.name for file in held.iterdir()] == ["anteckningar.txt"]


def test_an_unknown_name_of_the_one_before_says_what_to_write(
    small_site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["release", str(SMALL), "--site", str(small_site.folder), "--out", str(tmp_path / "ut")]
    assert main([*arguments, "--since", "finns-inte-v1"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("”finns-inte-v1” är varken en fil eller en revision i git.\n    Gör så här: ")
    assert "Källan är" in said
    assert "utan --since" in said
    assert not (tmp_path / "ut").exists()


def test_a_text_that_belongs_to_no_edition_is_told(
    placed_site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    released(SMALL, placed_site.folder, tmp_path / "hel")
    assert "Obs! Ingen utgåva" not in capsys.readouterr().out
    values = small()
    put(values, ("actions", 0, "text"), "Säg till rektorn om den andra läckan")
    data = write(values, tmp_path / "rutin.yaml")
    build(data, tmp_path / "site", address=ADDRESS)
    made = released(data, tmp_path / "site", tmp_path / "ut")
    assert "Obs! Ingen utgåva har koder än" in capsys.readouterr().out
    assert "märks Utkast" in (made / "las-mig.md").read_text(encoding="utf-8")


def test_a_release_is_of_the_edition_in_force_and_not_of_one_without_codes(placed_site: Site, tmp_path: Path) -> None:
    data = tmp_path / "rutin.yaml"
    data.write_bytes(SMALL.read_bytes())
    record = editions.entered((), "1", sheets(placed_site.routine))
    stored.beside(data).write_text(editions.text(record), encoding="utf-8")
    made = released(data, placed_site.folder, tmp_path / "ut")
    assert "-2023-01-15-" in made.name
    assert "Utgåva 1, 15 januari 2023." in (made / "las-mig.md").read_text(encoding="utf-8")


def test_what_is_left_to_fill_in_is_counted_as_the_gate_counts_it(
    placed_site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(SMALL), "--publish"]) != 0
    (gate,) = re.findall(r"^(\d+) saker att ordna", capsys.readouterr().err, re.MULTILINE)
    released(SMALL, placed_site.folder, tmp_path / "ut")
    (told,) = re.findall(r"^Obs! (\S+) saker är inte i ordning", capsys.readouterr().out, re.MULTILINE)
    assert told in (gate, wording.capital(wording.number(int(gate))))


def test_advice_that_nobody_has_looked_at_for_a_year_is_counted(
    placed_site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(SMALL)]) == 0
    old = capsys.readouterr().out.count(" D002 ")
    assert old == 2
    released(SMALL, placed_site.folder, tmp_path / "ut")
    assert "Obs! Två råd har inte jämförts med sin källa på ett år." in capsys.readouterr().out


def test_a_source_that_git_has_not_got_and_an_unknown_address_are_told(
    placed_site: Site,
    small_site: Site,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("routine.commands.release.clean_commit", lambda *_: "")
    monkeypatch.setattr("routine.commands.release.first_changed", lambda *_: "docs/ny.md")
    arguments = ["release", str(SMALL), "--site", str(small_site.folder), "--out", str(tmp_path / "ut")]
    assert main([*arguments, "--address", ""]) == 0
    said = capsys.readouterr().out
    assert "Obs! Källan är inte känd: docs/ny.md är inte sparad i git." in said
    assert "git commit" in said
    assert "Obs! Adressen är inte känd" in said
    released(SMALL, placed_site.folder, tmp_path / "annan")
    assert "inte känd" not in capsys.readouterr().out


@pytest.mark.parametrize("asked", [False, True])
def test_why_git_tells_nothing_is_told_with_what_makes_it_tell(
    asked: bool, placed_site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where somebody else owns the folder, nothing is unsaved."""
    project = tmp_path / "projekt"
    project.mkdir()
    subprocess.run(["git", "init", "-q", str(project)], check=True)
    for name, value in (("GLOBAL", os.devnull), ("NOSYSTEM", "1")):
        monkeypatch.setenv(f"GIT_CONFIG_{name}", value)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    for name in ("clean_commit", "first_changed"):
        monkeypatch.setattr(f"routine.commands.release.{name}", lambda *_: "")
    data = project / "rutin.yaml"
    shutil.copy(SMALL, data)
    monkeypatch.setattr("routine.commands.release.refused", lambda _: refused(project))
    monkeypatch.chdir(project)
    arguments = ["release", str(data if asked else SMALL), "--site", str(placed_site.folder), "--address", ADDRESS]
    since = ["--since", f"HEAD:{data}"] if asked else []
    assert main([*arguments, *since, "--out", str(tmp_path / "ut")]) == (2 if asked else 0)
    told = capsys.readouterr()
    said = told.err if asked else told.out
    assert f"it lämnar inte ut något ur arkivet i {project}" in said
    assert "git config --global --add safe.directory" in said
    assert "git commit" not in said
    assert "las-mig.md." not in told.err, "nobody is asked to copy what was copied"


def test_a_release_that_can_be_made_again_gives_way_to_none_that_cannot(
    placed_site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = released(SMALL, placed_site.folder, tmp_path / "ut")
    before = {file.name: file.read_bytes() for file in known.iterdir()}
    monkeypatch.setattr("routine.commands.release.clean_commit", lambda *_: "")
    monkeypatch.setattr("routine.commands.release.first_changed", lambda *_: "docs/ny.md")
    arguments = ["release", str(SMALL), "--site", str(placed_site.folder), "--address", ADDRESS, "--out"]
    assert main([*arguments, str(tmp_path / "ut")]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"{known}: ")
    assert OF_COMMIT[:12] in said
    assert "docs/ny.md är inte sparad i git" in said
    assert "git commit" in said
    assert {file.name: file.read_bytes() for file in known.iterdir()} == before
    for _ in range(2):
        assert main([*arguments, str(tmp_path / "annan")]) == 0
    again = released(SMALL, placed_site.folder, tmp_path / "annan")
    assert {file.name: file.read_bytes() for file in again.iterdir()} == before


def test_whether_the_files_for_servers_are_the_same_is_asked_of_git(tmp_path: Path) -> None:
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "första"]):
        (tmp_path / "fil").write_text("a", encoding="utf-8")
        author = ["-c", "user.name=P", "-c", "user.email=p@namn.example"]
        subprocess.run(["git", "-C", str(tmp_path), *author, *arguments], check=True, capture_output=True)
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(tmp_path)
        assert not differs("HEAD", tmp_path, "fil")
        (tmp_path / "fil").write_text("b", encoding="utf-8")
        assert differs("HEAD", tmp_path, "fil")
        assert not differs("HEAD", tmp_path, "annan")
    assert [each for each in KIT_FROM if not (PROJECT / each).exists()] == []
