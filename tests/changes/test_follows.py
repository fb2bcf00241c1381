"""What is said to follow from a change is what follows: the pages that differ when both sites are built, the sheets
with other codes, and what a saved case is kept by."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from audit.built import Site, of
from routine.build import build
from routine.changes.follows import Follows, follows, forgotten, frame, fresh
from routine.domain.model import Routine
from routine.editions import record as editions
from routine.editions import stored
from routine.editions.record import Record
from routine.html.links import file_of
from routine.loading.load import load
from routine.loading.parse import parse
from routine.print.imprint import sheets
from routine.publish import stubs
from routine.publish.pages import Given, listed
from routine.views import addresses as at
from tests.kit.broken import SMALL_TEXT
from tests.kit.building import Workshop
from tests.kit.changing import CHANGES, Told, swapped
from tests.kit.paths import SMALL

RECORD = stored.read(stored.beside(SMALL))


def named(name: str) -> Told:
    return next(change for change in CHANGES if change.name == name)


def following(old: Routine, new: Routine) -> Follows:
    old_given, new_given = Given(old, RECORD), Given(new, record_of(new))
    return follows(old_given, new_given, (stubs.called(old), stubs.called(new)))


def record_of(routine: Routine) -> Record:
    """The small one's, with what a later edition prints first if the routine has one."""
    return RECORD if routine.latest.edition == "2" else editions.entered(RECORD, "3", sheets(routine))


def made(text: str, folder: Path) -> None:
    """The site of a routine with this text, which has the small one's record beside it."""
    data = folder / "rutin.yaml"
    data.write_text(text, encoding="utf-8")
    stored.beside(data).write_text(editions.text(record_of(load(data))), encoding="utf-8")
    build(data, folder / "site")


def test_what_surrounds_the_pages_of_another_body_can_be_told(every_routine: Routine, small: Routine) -> None:
    """Which pages there are follows what it says: one that comes or goes is in every page's menu."""
    old, new = Given(small, RECORD), Given(every_routine, ())
    assert frame(old, old) == ()
    assert frame(old, new) == frame(new, old)
    menus = [{page.address for page in listed(given.routine)} for given in (old, new)]
    assert "menyn" in frame(old, new) or menus[0] == menus[1]


# What surrounds a page is left out where it is said to differ on every one; so is what stands first in it then.
BAND = re.compile(r'<div class="rg-withdrawn">.*?</div>', re.DOTALL)
INSIDE = re.compile(r"<title>.*?</title>|<meta name=\"description\"[^>]*>|<main.*?</main>", re.DOTALL)


def read(site: Site, name: str) -> str:
    """Without how large a file is, since a sheet that changes is told of itself, and without the versions of the
    search's index and what else a page asks for."""
    return re.sub(r"\d+\xa0kB", "kB", re.sub(r"\?v=[0-9a-f]{8}", "", site.read(name)))


def differing(old: Site, new: Site, inside: bool) -> set[str]:
    """The pages of both that are not the same, and those of one alone."""
    both = set(old.pages()) & set(new.pages())
    texts = {
        name: [INSIDE.findall(BAND.sub("", read(site, name))) if inside else [read(site, name)] for site in (old, new)]
        for name in both
    }
    return {name for name, (before, after) in texts.items() if before != after} | set(old.pages()) ^ set(new.pages())


@pytest.mark.site
@pytest.mark.parametrize(
    "name",
    [
        "gränsen flyttas",
        "rollens namn",
        "en kontakts nummer",
        "ett id byts",
        "en ny utgåva med beslut",
        "rutinen upphävs",
    ],
)
def test_no_page_differs_that_is_not_said_to(name: str, small: Routine, small_site: Site, workshop: Workshop) -> None:
    change = named(name)
    folder = workshop.made(f"byte-{name.replace(' ', '-')}", lambda out: made(swapped(change.swaps), out))
    found = following(small, change.new())
    pages = {file_of(page.address) for page in found.pages}
    differ = differing(small_site, of(folder / "site", folder / "rutin.yaml"), inside=bool(found.frame))
    assert differ <= pages
    # The page of prints may be as it was, when no file has another size; that for a wrong address links nowhere.
    assert pages - differ <= {file_of(at.BOOKLET), file_of(at.NOT_FOUND)}


@pytest.mark.site
def test_what_changes_nothing_changes_no_page(small_site: Site, workshop: Workshop) -> None:
    text = SMALL_TEXT.replace("    name: Eleven\n", "    name: 'Eleven' # hon\n", 1)
    assert parse(text.encode(), "rutin.yaml") == small_site.routine
    folder = workshop.made("byte-inget", lambda out: made(text, out))
    assert differing(small_site, of(folder / "site", folder / "rutin.yaml"), inside=False) == set()


@pytest.mark.parametrize(
    ("name", "lost"),
    [
        (
            "gränsen flyttas",
            [
                "Checklista, vaktmästaren",
                "Checklista med stor stil, vaktmästaren",
                "Fickkort, vaktmästaren",
                "Hela rutinen",
            ],
        ),
        ("ett råd är kontrollerat", []),
        (
            "ett avsnitts rubrik",
            [
                "Checklista, upptäckaren",
                "Checklista med stor stil, upptäckaren",
                "Fickkort, upptäckaren",
                "Checklista, vaktmästaren",
            ],
        ),
        ("ett id byts", []),
    ],
)
def test_a_sheet_that_says_something_else_no_longer_holds(name: str, lost: list[str], small: Routine) -> None:
    assert [sheet.name for sheet in following(small, named(name).new()).lost][: len(lost) or None] == lost


def test_a_new_role_has_new_sheets(small: Routine) -> None:
    more = named("en ny roll").new()
    assert {sheet.owner for sheet in fresh(small, more)} == {"Grannen"}
    assert fresh(more, small) == ()


def test_a_page_is_called_by_its_heading_and_lies_where_the_site_has_it(small: Routine) -> None:
    found = {page.address: page.title for page in following(small, named("gränsen flyttas").new()).pages}
    assert found[at.role("vaktmastaren")] == "Vaktmästaren"
    assert found[at.checklist("vaktmastaren")] == "Checklista, vaktmästaren"
    assert at.role("rektorn") not in found
    assert at.ACCESSIBILITY not in found


def test_a_title_in_the_browser_is_a_part_of_its_page(small: Routine) -> None:
    tab = parse(SMALL_TEXT.replace("tab: Husets del", "tab: Min del i huset").encode(), "rutin.yaml")
    found = {page.address for page in following(small, tab).pages}
    assert found == {at.role("vaktmastaren"), at.checklist("vaktmastaren"), at.prints("vaktmastaren")}


@pytest.mark.site
def test_every_page_of_the_site_is_compared(small_site: Site) -> None:
    addresses = (*stubs.called(small_site.routine), at.NOT_FOUND)
    assert {file_of(address) for address in addresses} == {*small_site.pages()} - {file_of(at.TAKEN)}


def test_a_saved_case_loses_what_has_no_id_any_more(small: Routine) -> None:
    fewer = small.model_copy(
        update={"actions": small.actions[1:], "questions": small.questions[1:], "roles": small.roles[:-1]}
    )
    assert list(forgotten(small, fewer)) == [
        "svaret på ”Rinner det fortfarande vatten?”",
        "det som är gjort i ”Säg till rektorn om läckan”",
        "valet av rollen eleven",
    ]
    assert list(forgotten(fewer, small)) == []
