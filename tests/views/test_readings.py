"""Every reading is listed by construction, and marked where it stands:
for each place that the model has, whatever is added to it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element

import pytest
from msgspec import to_builtins

from audit.built import Site, find, main, one, parse, tag, text
from routine.domain.fields import Basis
from routine.domain.model import Routine
from routine.domain.wording import READING, SIGN, marked, whose
from routine.html.render import render
from routine.loading.load import load
from routine.print.sheet import Printed
from routine.print.sheets import printed
from routine.print.sheets.checklist import ChecklistMatter
from routine.publish.pages import LISTED
from routine.publish.search_index import search_index
from routine.publish.taken import taken
from routine.reading.nodes import Path
from routine.views import addresses
from routine.views.readings import Saying, readings
from tests.kit import bases
from tests.kit.bare import changed
from tests.kit.paths import SMALL
from tests.kit.rendered import pages, shells
from tests.kit.variants import name

# Words to say are ours whatever the source wants said: that stands once a page.
UNMARKED = {
    "actions.say.basis",
    "actions.proxy.say.basis",
    "actions.participants.say.basis",
    "questions.said.basis",
}
# What a page alone shows: no sheet has it.
NOT_PRINTED = UNMARKED | {
    "roles.limits.basis",
    "actions.helps.basis",
    "actions.informs.basis",
    "actions.tells.basis",
    "terms.basis",
    "organisation.basis",
    "roles.reached_by.basis",
    "actions.opens",
    "questions.asked.basis",
    "questions.heard_by.basis",
}
ROLES, LISTS = "/roller/", "/checklistor/"
OVERVIEWS = {addresses.GUIDE, addresses.WHOLE, ROLES, LISTS}
# Where each kind of statement is made, at least; a word and whom to ask also wherever they are met.
SHOWN = {
    "organisation.basis": {addresses.ACCESSIBILITY},
    "roles.reached_by.basis": {ROLES},
    "actions.opens": {addresses.GUIDE, addresses.WHOLE, ROLES},
    "actions.group.basis": OVERVIEWS,
    "questions.asked.basis": {addresses.GUIDE, ROLES},
    "questions.heard_by.basis": {addresses.GUIDE, addresses.LEARNS},
    "questions.means.basis": {addresses.GUIDE},
    "questions.means.then.basis": {addresses.GUIDE},
    "actions.call.basis": {addresses.GUIDE},
    "actions.proxy.say.basis": set[str](),
    "actions.participants.say.basis": set[str](),
    "actions.after.basis": OVERVIEWS | {addresses.FLOWCHART},
    "questions.after.basis": {addresses.GUIDE, addresses.FLOWCHART, ROLES},
    "questions.conditions.basis": {addresses.GUIDE, addresses.FLOWCHART, ROLES},
    "tracks.basis": {addresses.GUIDE, addresses.FLOWCHART, addresses.MATRIX, ROLES, LISTS},
    "sections.basis": {addresses.WHOLE, LISTS},
    "roles.starts.basis": {ROLES},
    "roles.limits.basis": {ROLES},
    "actions.responsible_basis": OVERVIEWS | {addresses.FLOWCHART, addresses.MATRIX},
    "questions.basis": {addresses.GUIDE, addresses.FLOWCHART, ROLES, LISTS},
    "actions.conditions.basis": OVERVIEWS | {addresses.FLOWCHART},
    "actions.within.basis": OVERVIEWS,
    "actions.requirement.basis": OVERVIEWS,
    "actions.jointly": OVERVIEWS | {addresses.FLOWCHART},
    "actions.consulted.basis": OVERVIEWS | {addresses.MATRIX},
    "actions.proxy.basis": OVERVIEWS | {addresses.MATRIX},
    "actions.participants.basis": {addresses.GUIDE, addresses.MATRIX, ROLES, LISTS},
    "actions.helps.basis": {ROLES},
    "actions.informs.basis": {ROLES, addresses.LEARNS},
    "actions.tells.basis": {addresses.LEARNS},
    "actions.say.basis": set[str](),
    "questions.said.basis": set[str](),
    "contacts.basis": {addresses.CONTACTS},
    "terms.basis": set[str](),
}
PLACES = [*bases.places(load(SMALL))]


def later(path: Path) -> bool:
    """Of what holds after an answer a sheet has the first."""
    return "then" in path and path[path.index("then") + 1] != 0


# Of each kind of statement the first, and in the full run every one.
FIRST = {(bases.kind(path), later(path)): path for path in reversed(PLACES)}.values()
EACH = pytest.mark.parametrize(
    "path", [pytest.param(path, id=name(path), marks=() if path in FIRST else pytest.mark.full) for path in PLACES]
)


@cache
def sourced() -> Routine:
    """The small routine with nothing read into its source."""
    return bases.sourced(load(SMALL))


@cache
def read(path: Path) -> Routine:
    """The same with one reading."""
    return bases.put(sourced(), path, "tolkning")


@cache
def shown(path: Path) -> list[tuple[str, str]]:
    """Every page of it."""
    return [*pages(read(path))]


def lines(routine: Routine) -> list[Saying]:
    return [line for group in readings(routine) for line in group.lines]


def marks(root: Element) -> list[Element]:
    return find(root, "span", "rg-reading")


def test_the_fixture_has_every_basis_of_the_model_and_where_it_has_several_both_values(small: Routine) -> None:
    found: dict[str, list[object]] = {}
    for path in PLACES:
        found.setdefault(bases.kind(path), []).append(bases.at(small, path))
    assert {bases.owner(small, path) for path in PLACES} == set(bases.fields())
    assert {kind: values for kind, values in found.items() if len(set(values)) < min(2, len(values))} == {}


@EACH
@pytest.mark.parametrize("basis", ["kalla", "tolkning"])
def test_a_reading_is_one_line_of_the_list_and_what_the_source_says_is_none(
    path: Path, basis: Basis, small: Routine
) -> None:
    was = bases.at(small, path)
    changed = bases.put(small, path, basis)
    wanted = len(lines(small)) + (basis == "tolkning") - (was == "tolkning")
    assert len(lines(changed)) == wanted


def test_what_an_answer_means_and_which_number_to_ring_are_listed_with_their_step_in_the_guide(small: Routine) -> None:
    found = {group.title: [(line.about, line.words, line.address) for line in group.lines] for group in readings(small)}
    asked, there = "Rinner det fortfarande vatten?", addresses.guide("rinner-det")
    assert found["Vad ett svar innebär"] == [
        (asked, "Ja. Mattan får bli våt.", there),
        (asked, "Nej. Ingen behöver mäta.", there),
    ]
    assert found["Numret man ringer"] == [("Mät flödet", "ring 010-555 01 00", addresses.guide("mata-flodet"))]


def test_what_those_who_take_part_may_say_is_listed_with_the_other_words(small: Routine) -> None:
    (said,) = (group.lines for group in readings(small) if group.title == "Ord att säga")
    words = {line.words: line.address for line in said}
    assert words["”Kom in den här vägen.”"] == addresses.row("grav-upp-ledningen")
    assert "”Jag ringer för någon annan.”" in words


def test_an_owner_that_nobody_has_decided_on_is_listed_and_marked_and_another_is_not(small: Routine) -> None:
    assert small.organisation.owner_proposed
    decided = bases.sourced(small)
    asked = changed(decided, organisation=changed(decided.organisation, owner_proposed="ja"))
    assert [(line.about, line.address) for line in lines(asked)] == [(small.organisation.owner, addresses.ABOUT)]
    about = {name: dict(pages(each))[addresses.ABOUT] for name, each in (("ja", asked), ("nej", decided))}
    assert [bool(marks(parse(html))) for html in about.values()] == [True, False]


@EACH
def test_a_reading_bears_the_mark_where_its_line_leads(path: Path) -> None:
    (line,) = lines(read(path))
    address, _, anchor = line.address.partition("#")
    pieces = [parse(html) for at, html in shown(path) if at == address]
    assert pieces, f"{line.address} finns inte"
    there = [element for piece in pieces for element in find(piece, id=anchor)] if anchor else pieces
    assert len(there) == (1 if anchor else len(pieces)), line.address
    # A heading with an id stands for all that is under it.
    within = pieces if anchor and tag(there[0]) == "h2" and bases.kind(path) != "sections.basis" else there
    found = [mark for part in within for mark in marks(part)]
    assert bool(found) == (bases.kind(path) not in UNMARKED)
    assert all(text(mark) == f"{SIGN} tolkning" for mark in found)


@EACH
def test_a_reading_bears_the_mark_on_every_kind_of_page_that_says_what_it_is_about(path: Path) -> None:
    found = {folder(at) for at, html in shown(path) if SIGN in html} - {addresses.ABOUT}
    assert found >= SHOWN[bases.kind(path)]
    assert bool(found) == (bases.kind(path) not in UNMARKED)


def folder(address: str) -> str:
    """The pages that each role has as one."""
    return f"/{address.split('/')[1]}/" if address.startswith((ROLES, LISTS)) else address


@EACH
def test_a_reading_bears_the_mark_on_paper_too_where_a_sheet_says_what_it_is_about(path: Path) -> None:
    found = {sheet.file for sheet in printed(read(path)) if signs(sheet)}
    assert bool(found) == (bases.kind(path) not in NOT_PRINTED and not later(path))


def signs(sheet: Printed) -> int:
    """How many marks a sheet has, apart from where it says what they mean."""
    matter = to_builtins(sheet.matter)
    return json.dumps({key: value for key, value in matter.items() if key != "ours"}, ensure_ascii=False).count(SIGN)


def everything(routine: Routine) -> Iterator[tuple[str, str]]:
    """Whatever is shown or printed of it, by where."""
    yield from pages(routine)
    yield from shells(routine)
    yield addresses.SEARCH_INDEX, search_index(routine, LISTED)
    yield from ((sheet.file, json.dumps(to_builtins(sheet.matter), ensure_ascii=False)) for sheet in printed(routine))


def test_a_routine_that_adds_nothing_to_its_source_has_no_mark_anywhere(small: Routine) -> None:
    assert [at for at, shown in everything(small) if SIGN in shown], "or nothing has been seen"
    assert [at for at, shown in everything(sourced()) if SIGN in shown] == []
    assert readings(sourced()) == ()
    assert not any('id="_tolkningar"' in html for _, html in pages(sourced()))


def test_a_mark_stands_before_the_full_stop_of_its_sentence() -> None:
    assert [marked(words, reading=True) for words in ("Om det rinner.", "vid behov", "Rinner det?")] == [
        f"Om det rinner {READING}.",
        f"vid behov {READING}",
        f"Rinner det? {READING}",
    ]
    assert marked("Om det rinner.", reading=False) == "Om det rinner."


# --- On the built site -----------------------------------------------------------------------------------------------

MARK = f"{SIGN} tolkning"


@pytest.mark.site
def test_every_mark_is_the_same_and_leads_to_the_list(every_site: Site) -> None:
    """But for what is pressed to fold something out: no link may stand in it, and the words are enough."""
    count = 0
    for page in every_site.pages():
        tree = every_site.tree(page)
        pressed = {mark for summary in find(tree, "summary") for mark in marks(summary)}
        for mark in marks(tree):
            assert text(mark) == MARK, page
            links = [link.attrib["href"] for link in find(mark, "a")]
            count += len(links)
            assert all(link.endswith("#_tolkningar") for link in links), page
            # The page about the site shows what a mark looks like, beside the list itself.
            assert len(links) == (mark not in pressed) or page == "om/index.html"
    assert bool(count) == bool(readings(every_site.routine))


@pytest.mark.site
def test_who_listens_hears_the_word_and_not_the_sign(every_site: Site) -> None:
    """In a drawing a box has the sign alone, and is described by what says what that means."""
    for page in every_site.pages():
        tree = every_site.tree(page)
        hidden = {each for part in find(tree, aria_hidden="true") for each in part.iter()}
        drawn = {each for part in find(tree, "svg") for each in part.iter()}
        loud = [each for each in tree.iter() if SIGN in (each.text or "") and each not in hidden]
        assert {tag(each) for each in loud if each not in drawn} <= {"p"}, page
        boxes = [box for part in find(tree, "svg") for box in find(part, "a", data_step=None) if SIGN in text(box)]
        for box in boxes:
            assert "tolkning" in text(one(tree, id=box.attrib["aria-describedby"])), page


@pytest.mark.site
def test_whose_the_words_are_is_said_once_a_page_and_not_on_the_easy_one(every_site: Site) -> None:
    for page in every_site.pages():
        said = f"{whose(every_site.routine)} Källan säger inte att stegen görs i tur och ordning."
        times = text(every_site.tree(page)).count(said)
        assert times == (page != "latt/index.html"), page


def test_headings_are_ours_only_where_the_source_has_none(small: Routine) -> None:
    """Those of the tracks too, where they are seen."""

    def of(*bases: Basis, tracks: Basis = "kalla", count: int = 2) -> str:
        sections = [changed(part, basis=basis) for part, basis in zip(small.sections, bases, strict=True)]
        strands = [changed(part, basis=tracks) for part in small.tracks[:count]]
        return whose(changed(small, sections=tuple(sections), tracks=tuple(strands)))

    assert of("kalla", "kalla", "kalla") == "Orden är våra."
    assert of("kalla", "kalla", "kalla", tracks="tolkning", count=1) == "Orden är våra."
    assert of("kalla", "kalla", "kalla", tracks="tolkning") == "Orden och en del av rubrikerna är våra."
    assert of("kalla", "tolkning", "kalla") == "Orden och en del av rubrikerna är våra."
    assert of("tolkning", "tolkning", "tolkning", tracks="tolkning") == "Orden och rubrikerna är våra."


def test_the_order_of_the_source_is_one_to_work_in_only_where_the_data_says_so(small: Routine) -> None:
    """At the foot of each page and of each sheet that says it, and where the steps stand."""

    def told(routine: Routine) -> tuple[set[str], str]:
        footed = {foot for _, foot in shells(routine)}
        ours = [sheet.matter.ours for sheet in printed(routine) if isinstance(sheet.matter, ChecklistMatter)]
        return footed, " ".join((*ours, *(page for _, page in pages(routine)), render("taken", taken(routine), str)))

    feet, rest = told(small)
    assert any("Källan säger inte att stegen görs i tur och ordning." in foot for foot in feet)
    assert "Källan säger inte att stegen görs i tur och ordning." in rest
    assert "ett steg väntar på står vid steget" in rest
    feet, rest = told(changed(small, source=changed(small.source, ordered="ja")))
    assert any("Källan säger att stegen görs i tur och ordning." in foot for foot in feet)
    for untrue in ("Källan säger inte att", "ett steg väntar på står vid", "utan pil", "inte alltid först"):
        assert untrue not in rest + " ".join(feet), untrue


@pytest.mark.site
def test_the_easy_page_has_a_sentence_in_place_of_marks(easy_site: Site) -> None:
    page = easy_site.page(addresses.EASY)
    assert SIGN not in text(page)
    assert not marks(page)
    assert "En del är vår tolkning av rutinen." in text(main(page))
    assert [link for link in find(main(page), "a") if link.attrib["href"].endswith("#_tolkningar")]


def test_a_reading_is_read_as_sentences(small: Routine) -> None:
    """A new one after a question, and where it says to whom the words are written."""
    found = {line.about + line.following for line in lines(small)}
    assert found >= {
        "Lokalerna · 7.2",
        "Rektorn: upptäckaren har sagt till dig.",
        "Har salen torkat? Rektorn svarar",
        "Rinner det fortfarande vatten? VA-ingenjören kan också fylla i svaret",
        "Flytta klassen till en annan sal. Till vaktmästaren: Flytta klassen i rektorns ställe",
        "Stäng huvudkranen. Till rektorn: Vaktmästaren stänger vattnet i din skola",
    }
    asked = Saying("tolkning", "Är det tänt?", "Stå kvar.", "", to="vakten")
    assert asked.following == " Till vakten: Stå kvar."


@pytest.mark.site
def test_the_page_about_the_site_lists_every_reading_with_a_link(every_site: Site) -> None:
    page = main(every_site.page(addresses.ABOUT))
    shown = [item for part in find(page, "details") for item in find(part, "li")]
    wanted = [line.about + line.following for line in lines(every_site.routine)]
    assert [text(item) for item in shown] == [" ".join(words.split()) for words in wanted]
    assert all(one(item, "a").attrib["href"] for item in shown)
