"""The roles' pages follow the routine by themselves, and what somebody has written in one is not thrown away."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from routine.changes import follows
from routine.domain.model import Routine
from routine.publish import stubs
from routine.publish.pages import LISTED, Page, apart
from routine.publish.sought import sought
from routine.views.listed import Listed
from routine.views.shell import tab_title
from tests.kit.paths import PROJECT
from tests.kit.rendered import OF_A_ROLE


def unsaid(routine: Routine, folder: str, name: str) -> list[str]:
    """Where a page that each role has is not told of: it has its address from its row, and there its words."""
    address = f"/{folder}/{routine.roles[0].id}/"
    in_a_change = False
    with suppress(KeyError):
        in_a_change = bool(follows._title(routine, address))
    told = {
        "routine/publish/stubs.py, STUBS": name in stubs.STUBS,
        "routine/views/shell.py, tab_title": bool(tab_title(routine, address, LISTED)),
        "routine/publish/sought.py, _role": address in {each.address for each in sought(routine, LISTED)},
        "routine/changes/follows.py, _title": in_a_change,
        "tests/kit/rendered.py, OF_A_ROLE": name in OF_A_ROLE,
    }
    return [place for place, there in told.items() if not there]


def test_a_page_that_each_role_has_is_told_of_in_every_place(small: Routine) -> None:
    """Whoever adds such a row to the registry reads here what else it needs."""
    assert {folder: unsaid(small, folder, name) for folder, name in stubs.ROLE_FOLDERS.items()} == {
        folder: [] for folder in stubs.ROLE_FOLDERS
    }
    assert len(unsaid(small, "kort", "cards")) == 5


def test_what_is_missing_is_written_and_what_has_no_role_is_taken_away(small: Routine, tmp_path: Path) -> None:
    stubs.write(small, tmp_path)
    whole = {file: file.read_bytes() for file in tmp_path.rglob("*.md")}
    (tmp_path / "roller/rektorn.md").unlink()
    (tmp_path / "roller/borta.md").write_text(stubs.STUBS["role"].format(id="borta"), encoding="utf-8")
    assert stubs.keep_up(small, tmp_path) == []
    assert {file: file.read_bytes() for file in tmp_path.rglob("*.md")} == whole


def test_what_is_changed_by_hand_is_told_and_kept(small: Routine, tmp_path: Path) -> None:
    stubs.write(small, tmp_path)
    for name in ("rektorn", "borta"):
        (tmp_path / f"roller/{name}.md").write_text("# Mitt\n", encoding="utf-8")
    said = ["Sidan docs/roller/borta.md har ingen roll.", "Sidan docs/roller/rektorn.md är ändrad för hand."]
    assert stubs.keep_up(small, tmp_path) == said
    assert (tmp_path / "roller/borta.md").read_text(encoding="utf-8") == "# Mitt\n"


def test_a_listed_page_that_is_not_there_is_told_unless_the_routine_has_nothing_for_it(
    small: Routine, tmp_path: Path
) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(PROJECT / "docs", docs)
    assert stubs.missing(small, docs) == []
    for name in ("index.md", "kontakter.md", "latt.md", "om/index.md"):
        (docs / name).unlink()
    places = ["docs/index.md", "docs/latt.md eller latt/index.md"]
    places += ["docs/kontakter.md eller kontakter/index.md", "docs/om.md eller om/index.md"]
    told = stubs.missing(small, docs)
    assert [each.partition(":")[0] for each in told] == places
    assert "Sidan ”Kontakter” saknas, och alla länkar dit leder ingenstans." in told[2]
    assert all("Tillåtet: " in each and "Gör så här: " in each for each in told)
    without = small.model_copy(update={"easy": None})
    assert [each.partition(":")[0] for each in stubs.missing(without, docs)] == [places[0], *places[2:]]


def test_a_page_that_each_role_has_without_words_of_its_own_is_named(
    small: Routine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(stubs.ROLE_FOLDERS, "kort", "cards")
    with pytest.raises(LookupError, match=r"cards: no words in STUBS of routine/publish/stubs\.py"):
        stubs.stubs(small)


def test_a_row_that_asks_for_a_script_that_nothing_makes_is_refused() -> None:
    with pytest.raises(LookupError, match="ny: borta is none of SCRIPTS"):
        Page("ny", lambda _: None, script="borta")
    with pytest.raises(LookupError, match="ny: borta is none of SCRIPTS"):
        Page("ny", lambda _: None, first="borta")


def test_two_rows_with_one_address_are_refused() -> None:
    one, other = (Page(name, lambda _: None, Listed("/ny/", "Ny")) for name in ("ny", "nyare"))
    for rows in ((one, other), (Page("en", one.view, folder="ny"), one)):
        with pytest.raises(ValueError, match=r"/ny/: two rows of PAGES in routine/publish/pages\.py"):
            apart(rows)


LATIN = "---\ntitle: Åsa\n---\n".encode("latin-1")


def test_a_page_that_is_not_utf_8_is_another_than_was_written_and_kept(small: Routine, tmp_path: Path) -> None:
    stubs.write(small, tmp_path)
    for name in ("rektorn", "borta"):
        (tmp_path / f"roller/{name}.md").write_bytes(LATIN)
    assert "Sidan docs/roller/rektorn.md är ändrad för hand." in stubs.keep_up(small, tmp_path)
    assert (tmp_path / "roller/borta.md").read_bytes() == LATIN
    (tmp_path / "index.md").write_bytes(LATIN + b"{{ start() }}")
    assert stubs.called(small, tmp_path)["/"] == (("start", ""),)
