"""Whatever the disk says no to, the old site or the new one is there whole, and one sentence in Swedish says why."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.built import Site
from routine.commands.ending import FAILED, REASONS, STOPPED, sentence
from routine.disk.atomic import BEFORE, NEXT
from routine.editions import stored
from routine.editions.record import EditionError
from routine.loading.load import load
from routine.publish.folder import WHY, FolderError, mark, replaceable
from routine.publish.swap import HELD
from routine.reading.problems import RoutineError
from tests.kit.broken import SMALL_TEXT
from tests.kit.faulty import CTRL_C, FULL, Ended, faulty
from tests.kit.forked import PRESSED, TURNS, Met, every_change, state_of
from tests.kit.paths import PROJECT, SMALL
from tests.kit.program import python
from tests.kit.texts import digest_of
from tests.kit.views import some

# Bytes, which a build and its copy take, with room to spare.
ROOM = 100_000_000
CLEARING = ("os.remove", "os.rmdir")
SENTENCE = re.compile(r"\A\S[^\n]*: [^\n]+\.(?:\n    (?:Tillåtet|Gör så här): [^\n]+)+\n\Z")


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a site that has been built, beside which a build works."""
    place = tmp_path_factory.mktemp("disk")
    for _ in range(2):  # The second has a site to move aside.
        done = faulty(place, 0, 0, "build", str(SMALL), "--out", str(place / "site"))
        assert (done.code, done.err) == (0, "")
    (place / "changes").write_text(str(done.changes), encoding="utf-8")
    return place


def harmed(old: Path, at: int, number: int, *, once: bool = True) -> Ended:
    """A build that meets the fault, with the site and what lies beside it as they were."""
    before = digest_of(old / "site")
    done = faulty(old, at, number, "build", str(SMALL), "--out", str(old / "site"), once=once)
    assert digest_of(old / "site") == before
    assert sorted(file.name for file in old.iterdir()) == ["changes", "site"]
    return done


def told(done: Ended) -> None:
    """One sentence on stderr, an exit code, and nothing else."""
    assert "Traceback" not in done.err
    assert (done.code, done.out) == (FAILED, "")
    assert SENTENCE.match(done.err), done.err


# --- A build ----------------------------------------------------------------------------------------------------------


@pytest.mark.site
@pytest.mark.parametrize("part", some(0.0, 0.1, 0.5, full=(0.3, 0.7, 0.9, 0.97)))
def test_a_disk_that_is_full_from_there_on_leaves_the_old_site(part: float, old: Path) -> None:
    changes = int((old / "changes").read_text(encoding="utf-8"))
    assert changes > 100
    done = harmed(old, 1 + int(part * changes), FULL, once=False)
    told(done)
    assert "Disken är full." in done.err


@pytest.mark.site
@pytest.mark.parametrize("from_the_end", some(0, full=(1, 2, 3)))
def test_each_change_of_the_swap_may_fail(from_the_end: int, old: Path) -> None:
    """The last are the two renames, and what makes room for them."""
    changes = int((old / "changes").read_text(encoding="utf-8"))
    told(harmed(old, changes - from_the_end, errno.EIO if from_the_end == 2 else errno.EACCES))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A folder for one command's faults: in memory where there is room for one, since much is laid out and cleared."""
    memory = Path("/dev/shm")
    if not (memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ROOM):
        memory = tmp_path
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        (Path(folder) / "disk").mkdir()
        yield Path(folder).resolve() / "disk"


@pytest.mark.site
@pytest.mark.parametrize(("whole", "turn"), some((False, 0), full=((True, 0), (True, 3))))
def test_each_change_of_a_build_may_fail(whole: bool, turn: int, disk: Path) -> None:
    """Each write, each name that is changed, each folder that is made and each file that is taken away, once."""
    site = disk / "site"
    (site / "om").mkdir(parents=True)
    for page in (site / "index.html", site / "om/index.html"):
        page.write_text("den gamla", encoding="utf-8")
    mark(site)
    old = state_of(disk)
    *met, ended = every_change(disk, "build", str(SMALL), "--out", str(site), whole=whole, turn=turn)
    new = ended.state
    assert (ended.code, ended.err, ended.left) == (0, "", [])
    assert len(new) > 100
    assert {each.fault for each in met} == set(TURNS)
    assert len(met) > (len(new) if whole else 30)
    for each in met:
        # Where a build goes on all the same: it cannot tell others that it is at work, or cannot clear away.
        assert each.state == old or (each.state == new and (each.event in CLEARING or each.path.endswith(".ny"))), each
        assert each.after == [] or (each.event == "os.rmdir" and "/" not in each.path), each
        ends(each, done=each.state == new)
    renamed = [Path(each.path).name for each in met if each.event == "os.rename"]
    assert f"{HELD}.ny" in renamed
    assert renamed.count("site") == 2


def ends(met: Met, *, done: bool) -> None:
    """As the command does without a fault, or with one sentence; nothing beside it when it was not done."""
    if met.fault == PRESSED:
        assert (met.code, met.out, met.err) == (STOPPED, "", "Avbrutet. Inget är skrivet till hälften.\n"), met
    elif done:
        assert (met.code, met.err) == (0, ""), met
    else:
        told(Ended(met.code, met.out, met.err, 0))
    assert done or met.left == [], met


@pytest.mark.site
def test_a_disk_that_is_really_full_leaves_the_old_site(tmp_path: Path) -> None:
    place = tmp_path / "liten"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)], check=False).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        (place / "site").mkdir()
        done = faulty(place, 0, 0, "build", str(SMALL), "--out", str(place / "site"))
        told(done)
        assert "Disken är full." in done.err
        assert [file.name for file in place.iterdir()] == ["site"]
        # The disk itself as the folder cannot change its name.
        done = faulty(place, 0, 0, "build", str(SMALL), "--out", str(place), once=False)
        told(done)
        assert "en disk för sig" in done.err
    finally:
        subprocess.run(["umount", str(place)], check=True)


@pytest.mark.site
@pytest.mark.parametrize("share", some(0.5, full=(0.0, 0.25, 0.75, 0.95)))
def test_a_build_that_is_stopped_leaves_the_old_site_and_says_so(share: float, old: Path) -> None:
    """At some change of the disk on the way: whatever a clock says, it is in the middle of one."""
    changes = int((old / "changes").read_text(encoding="utf-8"))
    done = harmed(old, 1 + int(share * changes), CTRL_C)
    assert (done.code, done.out, done.err) == (STOPPED, "", "Avbrutet. Inget är skrivet till hälften.\n")


def test_a_mount_point_and_a_link_as_the_folder_are_told_before_anything_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tom").mkdir()
    (tmp_path / "länk").symlink_to(tmp_path / "tom")
    (tmp_path / "bruten").symlink_to(tmp_path / "borta")
    for name in ("länk", "bruten"):
        with pytest.raises(FolderError, match="Mappen är en länk till "):
            replaceable(tmp_path / name, {}, {})
    assert replaceable(tmp_path / "tom", {}, {})
    monkeypatch.setattr(Path, "is_mount", lambda self: self.name == "tom")
    with pytest.raises(FolderError, match=re.escape(WHY[errno.EBUSY])):
        replaceable(tmp_path / "tom", {}, {})


# --- What else is written ---------------------------------------------------------------------------------------------

APPROVED = ("--summary", "Röret byts.", "--body", "Rektorn", "--approved", "2024-05-01", "--reference", "§ 1")
# A word with a slash is a place on the disk.
WRITERS = {
    "schema": ("schema", "/rutin.yaml"),
    "edition": ("edition", "/rutin.yaml", *APPROVED),
    "kit": ("kit", "/rutin.yaml", "--out", "/nytt"),
    "kit again": ("kit", "/rutin.yaml", "--out", "/kit"),
    "export": ("export", "/rutin.yaml", "--out", "/ut/mer"),
    "new": ("new", "/nytt", "--name", "Skolan", "--kind", "skola"),
}


def project(folder: Path) -> Path:
    """A folder with the small routine and its record."""
    shutil.copy(SMALL, folder / "rutin.yaml")
    shutil.copy(SMALL.with_suffix(".editions.json"), folder / "rutin.editions.json")
    changed = SMALL_TEXT.replace("    text: Byt röret\n", "    text: Byt hela röret\n")
    (folder / "rutin.yaml").write_text(changed, encoding="utf-8")
    return folder


def wholly(place: Path, *command: str, whole: bool) -> None:
    """Whatever change fails, all of what the command writes is there, or nothing of it."""
    old = state_of(place)
    *met, ended = every_change(place, *command, whole=whole)
    new = ended.state
    assert (ended.code, ended.err) == (0, "")
    assert new != old
    assert len(met) > 3
    for each in met:
        kept = {path: sum for path, sum in each.state.items() if not path.endswith((f".{NEXT}", f".{BEFORE}"))}
        assert kept in (old, new), each
        assert kept == new or each.state == old, each
        ends(each, done=kept == new)


@pytest.mark.parametrize(
    ("name", "whole"),
    some(*((name, name != "export") for name in WRITERS if name != "new"), full=(("export", True), ("new", False))),
)
def test_what_a_command_writes_is_there_whole_or_as_it_was(name: str, whole: bool, disk: Path) -> None:
    folder = project(disk)
    (folder / "kit").mkdir()
    (folder / "kit/nginx.conf").write_text("den gamla", encoding="utf-8")
    wholly(folder, *(f"{folder}{word}" if word.startswith("/") else word for word in WRITERS[name]), whole=whole)


@pytest.mark.site
def test_a_release_is_there_whole_or_not_at_all(small_site: Site, disk: Path) -> None:
    (disk / "ut").mkdir()
    wholly(disk, "release", str(SMALL), "--site", str(small_site.folder), "--out", str(disk / "ut"), whole=True)


# --- What cannot be read ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["folder", "link", "loop"])
def test_codes_that_are_there_and_cannot_be_read_are_not_none(kind: str, tmp_path: Path) -> None:
    file = project(tmp_path) / "rutin.editions.json"
    file.unlink()
    assert stored.read(file) == ()
    if kind == "folder":
        file.mkdir()
    else:
        file.symlink_to(file if kind == "loop" else tmp_path / "borta.json")
    with pytest.raises(EditionError, match=r"rutin\.editions\.json:1:1: E001 Filen med utgåvornas koder"):
        stored.of(tmp_path / "rutin.yaml")


def test_codes_that_may_not_be_read_are_not_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(EditionError, match="E001"):
        stored.of(project(tmp_path) / "rutin.yaml")


def test_an_adopted_document_that_leads_nowhere_is_no_leave(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "adopted.yaml").symlink_to(tmp_path / "borta.yaml")
    with pytest.raises(RoutineError, match=r"adopted\.yaml:1:1: S011"):
        load(folder / "rutin.yaml")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such thing here")
@pytest.mark.parametrize("name", ["rutin.yaml", "rutin.editions.json", "adopted.yaml", "namn.yaml", "ut/rutin.json"])
def test_a_pipe_that_nobody_writes_into_is_not_waited_for(name: str, tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "ut").mkdir()
    (folder / "namn.yaml").write_text("rektorn: {name: Kim}\n", encoding="utf-8")
    pipe = folder / name
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe)
    given = ("--names", str(folder / "namn.yaml"), "--out", str(folder / "ut"))
    done = python("-m", "routine", "export", str(folder / "rutin.yaml"), *given, seconds=60)
    assert (done.returncode, done.stdout) == (FAILED, "")
    assert done.stderr.startswith(pipe.parent.as_posix())
    assert "Gör så här: " in done.stderr
    assert "rutin.json" in done.stderr if name.startswith("ut/") else "en namngiven pipa" in done.stderr


@pytest.mark.parametrize("what", ["folder", "device", "link"])
def test_what_is_no_file_is_told_as_what_it_is(what: str, tmp_path: Path) -> None:
    if what == "link":
        (tmp_path / "rutin.yaml").symlink_to(SMALL)
        assert load(tmp_path / "rutin.yaml") == load(SMALL)
        return
    said = r":1:1: S011 Där ligger en mapp, och ingen fil\.\n    Tillåtet: " if what == "folder" else "en enhet"
    with pytest.raises(RoutineError) as raised:
        load(tmp_path if what == "folder" else Path(os.devnull))
    assert re.search(said, raised.value.report())


# --- What nobody hears ------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such file here")
@pytest.mark.parametrize("how", ["-E", "-Eu"])
@pytest.mark.parametrize("command", ["check", "export"])
def test_what_cannot_be_said_is_an_exit_code(command: str, how: str) -> None:
    """Whether Python keeps what is said until there is much of it, or not, whatever is set where tests are run."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, how, "-m", "routine", command, str(SMALL)],
            cwd=PROJECT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert done.returncode == FAILED
    assert done.stderr.decode() == (
        "Det som skulle skrivas: får inte plats: disken är full.\n    Gör så här: ändra det, och kör igen.\n"
    )


@pytest.mark.parametrize("number", [*REASONS, errno.EXDEV, 0])
def test_each_no_is_a_sentence(number: int) -> None:
    for error in (OSError(number, os.strerror(number)), OSError(number, os.strerror(number), "data/å.yaml")):
        assert SENTENCE.match(f"{sentence(error)}\n")


@pytest.mark.parametrize("number", [errno.EFBIG, errno.EXDEV])
def test_a_folder_none_of_whose_files_can_be_copied_is_one_sentence(number: int, tmp_path: Path) -> None:
    for name in range(100):
        (tmp_path / f"{name}.md").touch()

    def refuse(*_: str) -> None:
        raise OSError(number, os.strerror(number))

    with pytest.raises(shutil.Error) as raised:
        shutil.copytree(tmp_path, tmp_path / "kopia", copy_function=refuse)
    said = sentence(raised.value)
    assert SENTENCE.match(f"{said}\n")
    assert len(said) < 150
