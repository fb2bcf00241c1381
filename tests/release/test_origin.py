"""Whether a release is what was made, and still is on the server: the lines are run, and the commit is git's."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from audit.built import Site
from routine.disk.requirements import locked
from routine.editions.git import clean_commit, first_changed, shared_address
from routine.publish.checksums import checksums
from routine.release.bill import Licence, bill, commit_of
from routine.release.origin import ReleasedFrom, origin
from routine.servers.hosting import FOLDER, Hosting, hosting_at
from routine.views import addresses as at
from tests.kit.commands_told import run, told_in
from tests.kit.paths import PROJECT, REAL

NAME, COMMIT = "rutin-2024-05-01-111111111111", "1" * 40


def git(folder: Path, *arguments: str) -> str:
    said = ["git", "-C", str(folder), "-c", "user.name=P", "-c", "user.email=p@namn.example", *arguments]
    return subprocess.run(said, capture_output=True, text=True, check=True).stdout.strip()


def test_a_commit_is_told_when_all_is_as_it_was_in_it(tmp_path: Path) -> None:
    file = tmp_path / "rutin.yaml"
    file.write_text("a", encoding="utf-8")
    assert clean_commit(tmp_path, file) == ""
    git(tmp_path, "init", "-q")
    assert clean_commit(tmp_path, file) == ""
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "första")
    assert clean_commit(tmp_path, file) == git(tmp_path, "rev-parse", "HEAD") != ""
    file.write_text("b", encoding="utf-8")
    assert (clean_commit(tmp_path, file), first_changed(tmp_path, file)) == ("", "rutin.yaml")
    file.write_text("a", encoding="utf-8")
    assert first_changed(tmp_path, file) == ""
    (tmp_path / "en ny ö.md").write_text("x", encoding="utf-8")
    assert clean_commit(tmp_path, file) == "", "a file that git has not got may be published"
    assert first_changed(tmp_path, file) == "en ny ö.md"


@pytest.mark.parametrize("place", ["utanför", "länk", "annat arkiv", "okänd för git"])
def test_a_commit_says_nothing_of_a_file_that_git_has_not_got(place: str, tmp_path: Path) -> None:
    folder, beside = tmp_path / "projekt", tmp_path / "annan"
    for each in (folder, beside):
        each.mkdir()
        git(each, "init", "-q")
    (beside / "rutin.yaml").write_text("b", encoding="utf-8")
    git(beside, "add", ".")
    git(beside, "commit", "-qm", "annan")
    file = beside / "rutin.yaml"
    (folder / ".gitignore").write_text("/egen.yaml\n", encoding="utf-8")
    if place == "utanför":
        file = tmp_path / "rutin.yaml"
    elif place != "annat arkiv":
        file = folder / ("rutin.yaml" if place == "länk" else "egen.yaml")
    if place == "länk":
        file.symlink_to(beside / "rutin.yaml")
    elif place != "annat arkiv":
        file.write_text("a", encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "första")
    assert (clean_commit(folder, file), first_changed(folder, file)) == ("", file.as_posix())
    assert clean_commit(folder, folder / ".gitignore") != ""


@pytest.mark.parametrize("how", ["ändrad", "ny"])
def test_nor_of_one_that_lies_beside_the_folder_and_is_not_as_it_was(how: str, tmp_path: Path) -> None:
    folder, file = tmp_path / "projekt", tmp_path / "annan/rutin.yaml"
    for each in (folder, file.parent):
        each.mkdir()
        (each / "rutin.yaml").write_text("a", encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "." if how == "ändrad" else "projekt")
    git(tmp_path, "commit", "-qm", "första")
    if how == "ändrad":
        assert clean_commit(folder, file) != ""
        file.write_text("b", encoding="utf-8")
    else:
        git(tmp_path, "add", ".")
    assert (clean_commit(folder, file), first_changed(folder, file)) == ("", file.as_posix())


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://kod.example/a/b.git", True),
        ("https://namn:hemlig@kod.example/a/b.git", False),
        ("https://kod.example/a/b.git?key=hemlig", False),
        ("https://127.0.0.1/a", False),
        ("https://dator/a", False),
        ("https://dator.local/a", False),
        ("git@kod.example:a/b.git", False),
        ("../annan", False),
    ],
)
def test_where_the_source_lies_is_told_only_where_it_holds_for_others(address: str, told: bool, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    assert shared_address(tmp_path) == ""
    git(tmp_path, "remote", "add", "origin", address)
    assert shared_address(tmp_path) == (address if told else "")


def test_without_git_no_commit_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert clean_commit(PROJECT, REAL) == shared_address(PROJECT) == first_changed(PROJECT, REAL) == ""


def test_the_commit_and_the_address_stand_where_they_are_known() -> None:
    told = origin(NAME, "0" * 64, ReleasedFrom(COMMIT), hosting_at("http://namn.example:8099/rutin"))
    assert "Fråga den som gav ut den" in told
    assert "från https://kod.example/a/b." in origin(
        NAME, "", ReleasedFrom(COMMIT, "https://kod.example/a/b"), Hosting()
    )
    assert COMMIT in told
    assert "http://namn.example:8099/rutin/" in told
    assert "Inget är signerat" in told
    assert "make release" in told
    unknown = origin(NAME, "0" * 64, ReleasedFrom(""), Hosting())
    assert "Källan är inte känd" in unknown
    assert "`make release`" not in unknown


def test_the_bill_has_the_commit_and_else_no_word_of_it() -> None:
    packages = locked((PROJECT / "requirements/site.txt").read_text(encoding="utf-8"))
    told = [bill("1", "2", commit, packages, _no_licence, {}) for commit in (COMMIT, "")]
    assert [commit_of(each.encode()) for each in (*told, "[1]", "{}", "x")] == [COMMIT, "", "", "", ""]
    found = [json.loads(each) for each in told]
    known, unknown = (each["metadata"]["component"]["properties"] for each in found)
    assert [*unknown, {"name": "rutin:commit", "value": COMMIT}] == known


def _no_licence(package: str) -> Licence:
    return Licence("MIT", "MIT")


@pytest.mark.site
def test_a_file_that_is_changed_or_added_on_the_server_is_seen(small_site: Site, tmp_path: Path) -> None:
    site = {name: (small_site.folder / name).read_bytes() for name in small_site.files()}
    digest = json.loads(site[at.STATUS_JSON.strip("/")])["site"]
    inside = {f"site/{name}": data for name, data in site.items()}
    for name, data in (inside | {"SHA256SUMS": checksums(inside).encode()}).items():
        file = tmp_path / NAME / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    moved = {FOLDER.rpartition("/")[0]: str(tmp_path)}
    sums, recount = told_in(origin(NAME, digest, ReleasedFrom(COMMIT), Hosting()))
    assert run(sums, tmp_path, moved).stdout == ""
    assert run(recount, tmp_path, moved).stdout.split()[0] == digest
    (tmp_path / NAME / "site/ny.html").write_text("x", encoding="utf-8")
    assert run(recount, tmp_path, moved).stdout.split()[0] != digest
    page = tmp_path / NAME / "site/index.html"
    page.write_bytes(page.read_bytes() + b" ")
    assert "site/index.html: FAILED" in run(sums, tmp_path, moved).stdout
