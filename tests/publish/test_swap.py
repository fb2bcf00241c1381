"""The site is the old one or the new one, whatever stops a build and whenever; what was left is cleaned by the next."""

from __future__ import annotations

import errno
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from routine.build import build
from routine.commands.ending import sentence
from routine.publish.folder import FolderError, mark
from routine.publish.swap import HELD, NEW, OLD, recover, replace, staging
from routine.reading.problems import RoutineError
from tests.kit.paths import PROJECT, SMALL
from tests.kit.texts import digest_of

pytest.importorskip("fcntl")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder that stands for the published site."""
    return site(tmp_path / "site", "den gamla")


def site(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(text, encoding="utf-8")
    mark(folder)
    return folder


def says(folder: Path) -> str:
    return (folder / "index.html").read_text(encoding="utf-8")


def left(out: Path, name: str = ".rutin-kvar", *, new: bool = False, old: str = "") -> Path:
    """What a killed build has left: its folder, no longer held, with
    the new site in it or an old one that it had moved aside."""
    work = out.parent / name
    work.mkdir()
    (work / HELD).write_text("", encoding="utf-8")
    if new:
        site(work / NEW, "den nya")
    if old:
        site(work / OLD / old, "den gamla")
    return work


def beside(out: Path) -> list[str]:
    return sorted(file.name for file in out.parent.iterdir())


def failing(monkeypatch: pytest.MonkeyPatch, *numbers: int, error: BaseException) -> None:
    """Make these renames of a swap fail, counted from one."""
    rename, count = Path.rename, 0

    def sometimes(self: Path, target: Path) -> Path:
        nonlocal count
        if self.name == f"{HELD}.ny":
            return rename(self, target)
        count += 1
        if count in numbers:
            raise error
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", sometimes)


def swap(out: Path) -> None:
    with staging(out) as work:
        site(work / NEW, "den nya")
        replace(work, out)


def test_the_new_takes_the_place_of_the_old_and_leaves_nothing(out: Path) -> None:
    swap(out)
    assert (says(out), beside(out)) == ("den nya", ["site"])


def test_what_is_called_as_the_old_was_moved_aside_before_is_nobodys_business(out: Path) -> None:
    """Once the old site became site.gammal, and what was called so went."""
    site(out.parent / "site.gammal", "mitt eget")
    swap(out)
    assert says(out.parent / "site.gammal") == "mitt eget"


@pytest.mark.parametrize("which", [1, 2])
@pytest.mark.parametrize("error", [OSError(errno.EBUSY, "busy"), KeyboardInterrupt()], ids=["fel", "avbrott"])
def test_a_swap_that_fails_half_way_puts_the_old_site_back(
    which: int, error: BaseException, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, which, error=error)
    with pytest.raises(FolderError if isinstance(error, OSError) else KeyboardInterrupt):
        swap(out)
    assert (says(out), beside(out)) == ("den gamla", ["site"])


def test_an_old_site_that_cannot_be_put_back_is_kept_for_the_next_build(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        failing(patch, 2, 3, error=OSError(errno.EACCES, "no"))
        with pytest.raises(FolderError):
            swap(out)
    assert not out.exists()
    recover(out)
    assert (says(out), beside(out)) == ("den gamla", ["site"])


def test_what_the_disk_says_no_to_is_told_in_our_words(out: Path) -> None:
    for number, words in ((errno.ENOSPC, "Disken är full."), (errno.EACCES, "Mappen får inte skrivas.")):
        with pytest.raises(FolderError, match=f"site: {words}"), staging(out):
            raise OSError(number, "no")
    with pytest.raises(FileNotFoundError), staging(out):
        raise FileNotFoundError(errno.ENOENT, "a fault of ours")
    assert (says(out), beside(out)) == ("den gamla", ["site"])


def test_a_source_that_may_not_be_read_is_no_fault_of_the_folder(out: Path) -> None:
    """Also one that lies beside it, as docs/ does beside site/."""
    page = out.parent / "docs/om-oss.md"
    for error in (PermissionError(errno.EACCES, "no", str(page)), OSError(errno.ENOSPC, "no", str(page))):
        with pytest.raises(OSError, match=r"om-oss\.md") as raised, staging(out):
            raise error
        assert str(page) in sentence(raised.value)
    for place in (out, out.parent, out / "om/index.html"):
        with pytest.raises(FolderError), staging(out):
            raise PermissionError(errno.EACCES, "no", str(place))
    with pytest.raises(FolderError), staging(out) as work:
        raise PermissionError(errno.EACCES, "no", str(work / "site/index.html"))
    with pytest.raises(FolderError), staging(out) as work:  # As a copy says that there is no room for it.
        raise OSError(errno.ENOSPC, "no", str(page), None, str(work / "site/om-oss.md"))
    with pytest.raises(FolderError), staging(out) as work:
        raise shutil.Error([("", "", str(OSError(errno.ENOSPC, "no", str(page), None, str(work / "site/om-oss.md"))))])


def test_a_source_that_cannot_be_copied_is_told_by_its_name(out: Path) -> None:
    (docs := out.parent / "docs").mkdir()
    (docs / "om-oss.md").touch()

    def refuse(*names: str) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", names[0])

    with pytest.raises(shutil.Error) as raised, staging(out) as work:
        shutil.copytree(docs, work / "docs", copy_function=refuse)
    assert sentence(raised.value).startswith(f"{docs / 'om-oss.md'}: får inte läsas")


# --- What was left ----------------------------------------------------------------------------------------------------


def test_what_a_killed_build_left_is_cleaned(out: Path) -> None:
    left(out)
    left(out, ".rutin-mer", new=True)
    left(out, ".rutin-mest", old="site")
    recover(out)
    assert (says(out), beside(out)) == ("den gamla", ["site"])


def test_the_old_site_is_put_back_when_there_is_none(out: Path) -> None:
    """Killed between the two renames."""
    left(out, new=True).joinpath(OLD).mkdir()
    out.rename(out.parent / ".rutin-kvar" / OLD / "site")
    recover(out)
    assert (says(out), beside(out)) == ("den gamla", ["site"])


def test_a_build_that_fails_puts_it_back_all_the_same(tmp_path: Path) -> None:
    out = tmp_path / "site"
    left(out, old="site")
    broken = tmp_path / "trasig.yaml"
    broken.write_text("site: 1\n", encoding="utf-8")
    with pytest.raises(RoutineError):
        build(broken, out)
    assert says(out) == "den gamla"
    assert beside(out) == ["site", "trasig.yaml"]


def test_what_somebody_else_has_is_left_alone(out: Path) -> None:
    """A folder of that name without our file, a build that is at work, another site's old one, and a link."""
    (out.parent / ".rutin-egen").mkdir()
    (out.parent / ".rutin-egen/viktigt.txt").write_text("mitt", encoding="utf-8")
    other = left(out, ".rutin-annan", old="den-andra")
    (out.parent / ".rutin-länk").symlink_to(left(out, "utanför"))
    with staging(out) as working:
        recover(out)
        assert working.is_dir()
        assert (working / HELD).is_file()
        expected = [".rutin-annan", ".rutin-egen", ".rutin-länk", working.name, "site", "utanför"]
        assert beside(out) == sorted(expected)
    recover(out.with_name("den-andra"))
    assert says(out.with_name("den-andra")) == "den gamla"
    assert not other.exists()


# --- Killed for real --------------------------------------------------------------------------------------------------


@pytest.mark.site
def test_a_build_that_is_killed_leaves_a_whole_site_and_the_next_one_cleans_up(tmp_path: Path) -> None:
    out = tmp_path / "site"
    build(SMALL, out)
    before = digest_of(out)
    process = subprocess.Popen([sys.executable, "-m", "routine", "build", str(SMALL), "--out", str(out)], cwd=PROJECT)
    stop = time.monotonic() + 60
    while not [*tmp_path.glob(f".rutin-*/{NEW}/index.html")] and process.poll() is None and time.monotonic() < stop:
        time.sleep(0.005)
    process.kill()
    assert process.wait() == -signal.SIGKILL, "killed at work"
    assert digest_of(out) == before
    assert len(beside(out)) == 2
    build(SMALL, out)
    assert digest_of(out) == before
    assert beside(out) == ["site"]
