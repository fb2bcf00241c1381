"""What a page says of the routine as a whole is true of each: of one track, no limit, no guidance, no reading and no
question. What is empty is neither shown nor led to."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from audit.built import Site, find, main, parse, text
from routine.domain.graph import build
from routine.domain.model import Routine
from routine.domain.telling import tells
from routine.html.render import render
from routine.print.sheets import printed
from routine.print.sheets.wallet import WalletMatter
from routine.publish.macros import macros
from routine.publish.pages import LISTED, PAGES, Given, listed
from routine.publish.search_index import search_index
from routine.publish.taken import taken
from routine.views import addresses as at
from routine.views.learns import learns
from routine.views.matrix import matrix
from routine.views.shell import shell
from tests.kit.bare import bared, changed, of_all, standing_in
from tests.kit.rendered import OF_A_ROLE


def page(routine: Routine, name: str, *role: str) -> str:
    """All that a page says, in one line."""
    row = next(row for row in PAGES if row.name == name)
    return text(parse(render(row.template or row.name, row.view(Given(routine, ()), *role), str)))


@pytest.fixture(params=["small", "real"])
def any_routine(request: pytest.FixtureRequest) -> Routine:
    """Both of them, one at a time."""
    routine: Routine = request.getfixturevalue(request.param)
    return routine


@pytest.fixture
def bare(small: Routine) -> Routine:
    return bared(small)


PARALLEL = "Spåren löper parallellt"


@pytest.mark.parametrize("name", ["guide", "flowchart"])
def test_tracks_are_parallel_where_none_of_them_is_held_up_by_another(real: Routine, name: str) -> None:
    assert build(real).parallel
    assert PARALLEL in page(real, name)
    # Everything in the second track waits for something in the first, which all does not begin with.
    first, later = real.tracks
    held = next(item for item in real.actions if real.track_of(item) == first and not item.opens)
    wait = next(item for item in real.actions if item.after).after[0].model_copy(update={"action": held.id})
    late = changed(
        real,
        actions=tuple(changed(item, after=(wait,)) if real.track_of(item) == later else item for item in real.actions),
        questions=tuple(changed(item, after=(wait,)) for item in real.questions),
    )
    assert not build(late).parallel
    assert PARALLEL not in page(late, name)


@pytest.mark.parametrize("basis", ["kalla", "tolkning"])
def test_that_tracks_are_parallel_bears_the_mark_only_where_it_is_a_reading(real: Routine, basis: str) -> None:
    said = page(of_all(real, "tracks", basis=basis), "flowchart")
    assert (f"{PARALLEL} ≈ tolkning." in said) == (basis == "tolkning")
    assert (f"{PARALLEL}." in said) == (basis == "kalla")


@pytest.mark.parametrize("name", ["contacts", "easy", "taken"])
def test_a_number_says_whose_it_is_where_it_is_listed(small: Routine, name: str) -> None:
    """Its label, which the bar has: the advice alone need not say whom one rings."""
    routine = of_all(small, "guidance", urgent=None)
    shown = taken(routine) if name == "taken" else None
    said = text(parse(render(name, shown, str))) if shown else page(routine, name)
    said = said[said.rindex("Nummer" if name == "taken" else "akut" if name == "easy" else "Nödnummer") :]
    assert [f"{number.label}. " in said for number in small.emergency] == [True, True]


def test_a_page_with_nothing_on_it_is_in_no_menu_search_index_or_link(any_routine: Routine, bare: Routine) -> None:
    empty = {at.GUIDANCE, at.LEARNS}
    assert {each.address for each in LISTED} == {each.address for each in listed(any_routine)}
    assert {each.address for each in LISTED} - {each.address for each in listed(bare)} == empty
    around = shell(bare, at.START, listed(bare), (), "", issue="")
    assert not empty & {item.address for item in around.pages}
    index = search_index(bare, listed(bare))
    assert '"kind":"Vägledning"' not in index
    assert "vagledning/" not in index
    assert "vem-far-veta" not in index
    assert dict(led_to(bare)) == {}


def led_to(routine: Routine) -> Iterator[tuple[str, str]]:
    """Links to the pages that are not there."""
    gone = {each.address for each in LISTED} - {each.address for each in listed(routine)}
    for row in PAGES:
        for role in [each.id for each in routine.roles] if row.name in OF_A_ROLE else [""]:
            if not row.listed or row.listed.address not in gone:
                view = row.view(Given(routine, ()), *([role] if role else []))
                html = parse(render(row.template or row.name, view, str)) if view else parse("<p></p>")
                found = (link.attrib.get("href", "").partition("#")[0] for link in find(html, "a"))
                yield from ((f"{row.name} {role}", address) for address in found if address in gone)


def test_the_reader_who_decides_something_is_led_to_who_learns_it_if_anybody_does(
    small: Routine, bare: Routine
) -> None:
    for routine, leads in ((small, True), (bare, False)):
        decides = of_all(routine, "questions", answered_by=(routine.plain.role,))
        assert ("Vem får veta vad" in page(decides, "role", routine.plain.role)) == leads


def test_who_learns_what_has_something_to_say_exactly_when_it_is_listed(any_routine: Routine, bare: Routine) -> None:
    for routine in (any_routine, bare):
        view = learns(routine)
        assert bool(view.tellers or view.silent or view.guidance) == tells(routine)


def test_the_legend_of_who_learns_what_has_the_tags_that_there_are(small: Routine) -> None:
    assert learns(small).tags == ("yours", "if", "silent")
    quiet = of_all(of_all(small, "actions", open_questions=()), "questions", open_questions=())
    assert learns(quiet).tags == ("yours", "if")
    assert "Öppen fråga" in page(small, "learns")
    assert "Fråga?" not in page(quiet, "learns")
    assert "Rutinen säger inte heller" not in page(quiet, "learns")


def test_the_matrix_explains_the_words_that_stand_in_it(any_routine: Routine) -> None:
    alone = of_all(any_routine, "actions", consulted=None, proxy=None, participants=())
    alone = changed(alone, actions=tuple(changed(item, responsible=item.responsible[:1]) for item in alone.actions))
    said = page(alone, "matrix")
    for word in ("Delar ansvaret flera", "Samråder rådgör", "Deltar:", "Kan företräda:"):
        assert word in page(any_routine, "matrix")
        assert word not in said
    assert [columns(any_routine)[-1], "Andra" in columns(alone)] == ["Andra", False]


def columns(routine: Routine) -> list[str]:
    head = find(parse(render("matrix", matrix(routine), str)), "thead")[0]
    return [text(cell) for cell in find(head, "th")]


def test_nothing_leads_over_what_is_empty(small: Routine, bare: Routine) -> None:
    for name, heading in (("contacts", "Funktioner"), ("about", "Öppna frågor")):
        assert heading in page(small, name)
        assert heading not in page(bare, name)
    role = small.roles[0].id
    assert "Namn och nummer" in page(small, "checklist", role)
    assert "Namn och nummer" not in page(bare, "checklist", role)


def test_what_is_not_asked_for_is_neither_kept_nor_in_the_file(small: Routine, bare: Routine) -> None:
    asks_nothing = of_all(changed(bare, questions=()), "actions", conditions=())
    limits = [item.within for item in small.actions if item.within]
    later = of_all(small, "actions", within=next(limit for limit in limits if limit.after))
    for said, name in (("dagen för händelsen", "privacy"), ("klockslaget för händelsen", "privacy")):
        assert [said in page(each, name) for each in (small, bare, later)] == [True, False, False]
    answers = (("dina svar på frågorna", "privacy"), ("vilka frågor du inte vet svaret på än", "privacy"))
    for said, name in (*answers, ("alla steg och frågor", "take")):
        assert [said in page(each, name) for each in (small, asks_nothing)] == [True, False]


ROOM = {
    "start": "plats för namn och nummer",
    "booklet": "Namn och nummer skriver du själv",
    "contacts": "plats att skriva namn och nummer",
}


def test_room_for_names_and_numbers_is_promised_where_a_sheet_has_it(small: Routine) -> None:
    known = of_all(small, "roles", reach=("kontakt-jouren",))
    for name, said in ROOM.items():
        assert said in page(small, name)
        assert said not in page(known, name)
    first, second = (role.id for role in small.roles[:2])
    one = changed(known, roles=(changed(known.roles[0], reach=(second,)), *known.roles[1:]))
    assert all(said in page(one, name) for name, said in ROOM.items())
    assert "Namn och nummer skriver du själv" in page(one, "prints", first)
    assert "Namn och nummer skriver du själv" not in page(one, "prints", second)


def test_a_number_is_to_be_written_on_the_prints_where_one_has_a_line_for_it(small: Routine) -> None:
    assert page(small, "contacts").count("Skriv numret på utskriften.") == 2
    assert "Skriv numret på utskriften." not in page(of_all(small, "roles", reach=("rektorn",)), "contacts")


def test_pages_are_counted_as_one_says_it(small: Routine) -> None:
    for pages, said in ((1, "1 sida."), (2, "2 sidor.")):
        assert said in page(changed(small, source=changed(small.source, pages=pages)), "about")


def test_the_numbers_of_the_body_are_no_guidance(small: Routine, bare: Routine) -> None:
    assert "Aktuell vägledning" in page(small, "easy")
    assert small.emergency[0].advice in page(bare, "easy")
    assert "Aktuell vägledning" not in page(bare, "easy")


def test_readings_are_all_marked_where_none_of_them_is_said_aloud(small: Routine) -> None:
    said = ", men inte orden att säga"
    assert said in page(small, "about")
    silent = of_all(small, "actions", say=(), proxy=None, participants=())
    silent = of_all(silent, "questions", said=())
    assert said not in page(silent, "about")


def test_the_legend_of_the_flowchart_tells_of_the_lines_that_there_are(small: Routine) -> None:
    loose = of_all(of_all(small, "actions", after=(), conditions=()), "questions", after=(), conditions=())
    single = changed(loose, actions=tuple(changed(item, responsible=item.responsible[:1]) for item in loose.actions))
    for words in ("En pil visar", "om en ruta utan pil", "en streckad linje"):
        assert words in page(small, "flowchart")
        assert words not in page(single, "flowchart")


def test_who_only_answers_is_not_said_to_be_asked_to_do_anything(small: Routine) -> None:
    (question, *rest), reader = small.questions, "eleven"
    asked = page(small, "checklist", reader)
    assert "Det här kan du bli ombedd att göra." in asked
    decides = of_all(small, "actions", proxy=None, participants=())
    decides = changed(decides, questions=(changed(question, answered_by=(reader,), heard_by=()), *rest))
    said = page(decides, "checklist", reader)
    assert "bli ombedd" not in said
    assert "Du ansvarar inte för något steg." in said
    assert (question.own or question.text) in said


@pytest.mark.parametrize("name", ["role", "guide", "checklist", "taken"])
def test_who_only_takes_part_is_not_said_to_be_asked_to_do_it(small: Routine, name: str) -> None:
    """What the role stands in for it does if it is asked; that it is with, or is chosen, concerns it."""

    def said(routine: Routine) -> str:
        if name == "taken":
            return text(parse(render(name, taken(routine), str)))
        return page(routine, name, *(() if name == "guide" else ("eleven",)))

    asked, concerns = "Det här kan du bli ombedd att göra", "Det här gäller dig"
    assert asked in said(small)
    assert concerns not in said(small)
    alone = of_all(small, "actions", proxy=None)
    assert asked not in said(alone)
    assert concerns in said(alone)


@pytest.mark.parametrize("name", ["role", "guide", "checklist", "taken"])
def test_who_needs_not_be_asked_is_told_that_she_may_do_it_herself(small: Routine, name: str) -> None:
    """Who has seen it may give the alarm: no page says that she does it only if the one in need asks her to."""
    routine = standing_in(small, "sag-till", unasked="ja")
    shown = taken(routine) if name == "taken" else None
    said = text(parse(render(name, shown, str))) if shown else page(routine, name, *("eleven",) * (name != "guide"))
    assert "Det här kan du göra" in said
    assert "Upptäckaren har ansvaret. Du kan göra det i stället." in said
    assert not re.search("bli ombedd|blir ombedd|ber dig", said.replace(small.role("eleven").summary, ""))


def test_no_card_for_a_wallet_is_blank(any_routine: Routine) -> None:
    for routine in (any_routine, of_all(any_routine, "actions", wallet=None)):
        cards = [sheet.matter for sheet in printed(routine) if isinstance(sheet.matter, WalletMatter)]
        assert len(cards) == len(routine.roles)
        assert [card.owner for card in cards if not card.lines] == []


def test_the_first_page_is_headed_by_what_the_routine_is_for(small: Routine) -> None:
    heading = macros(small, ())["start_heading"]
    assert heading() == small.site.heading
    untold = changed(small, site=changed(small.site, heading=None))
    assert macros(untold, ())["start_heading"]() == small.source.title


def test_a_summary_says_what_the_body_says_of_keeping_it(small: Routine) -> None:
    given = Given(small, ())
    row = next(row for row in PAGES if row.name == "guide")
    (guide,) = find(parse(render("guide", row.view(given), str)), "rutin-guide")
    assert guide.attrib["data-care"] == small.organisation.care
    untold = changed(small, organisation=changed(small.organisation, care=None))
    (guide,) = find(parse(render("guide", row.view(Given(untold, ())), str)), "rutin-guide")
    assert "data-care" not in guide.attrib


def test_a_sentence_ends_once(small: Routine) -> None:
    asks = of_all(small, "actions", text="Fråga om någon är hemma?", others="frågar om någon är hemma?")
    for name in ("learns",):
        assert "hemma?" in page(asks, name)
        assert "hemma?." not in page(asks, name)


@pytest.mark.parametrize(
    ("title", "day", "told"),
    [
        ("Råd om vatten", "2022", "Råd om vatten, 2022. Kontrollerad"),
        ("Råd om vatten", None, "Råd om vatten. Kontrollerad"),
        ("Råd om vatten m.m.", "2022", "Råd om vatten m.m. 2022. Kontrollerad"),
        ("Råd om vatten m.m.", None, "Råd om vatten m.m. Kontrollerad"),
        ("Vad gör vatten?", "2022", "Vad gör vatten? 2022. Kontrollerad"),
    ],
)
@pytest.mark.parametrize("name", ["guidance", "learns", "taken"])
def test_where_guidance_is_from_is_told_alike(
    small: Routine, name: str, title: str, day: str | None, told: str
) -> None:
    for url in (None, "https://www.example.org/rad"):
        source = small.guidance[0].source.model_copy(update={"title": title, "date": day, "url": url})
        routine = of_all(small, "guidance", source=source, handing_over="Lämna inget.")
        html = render("taken", taken(routine), str) if name == "taken" else page(routine, name)
        said = text(parse(html))
        assert f"Källa: Exempelverket, {told}" in said


def test_a_question_is_followed_by_no_other_mark(every_site: Site) -> None:
    for name in every_site.pages():
        said = text(main(every_site.tree(name)))
        assert re.findall(r".{20}\?\s?[,:;.](?!\.)", said) == [], name


def test_no_step_gives_a_number_twice(every_site: Site) -> None:
    """Whom it calls may be a role that it tells as well."""
    for page in ("/guide/", *(f"/roller/{role.id}/" for role in every_site.routine.roles)):
        for step in find(main(every_site.page(page)), "li", "rg-act"):
            numbers = [
                text(link) for part in find(step, "p", data_fact="reach") for link in find(part, "a", "rg-number")
            ]
            assert len(numbers) == len(set(numbers)), (page, step.get("id"))


def test_without_situations_the_roles_are_first_to_the_eye_as_well(every_site: Site) -> None:
    """On a wide screen what has a class for it stands beside the rest."""
    page = main(every_site.page("/"))
    assert bool(find(page, "section", "rg-start-roles")) == bool(every_site.routine.situations)
