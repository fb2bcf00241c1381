"""Lätt att läsa: all that the adopted routine says to the one who has
been exposed, in easier words, and nothing that it does not say."""

from __future__ import annotations

import re
from collections import Counter
from xml.etree.ElementTree import Element

import pytest

from audit.built import Site, find, main, one, parse, text
from audit.readability import blocks, lix
from routine.domain import terms, wording
from routine.domain.easy import EasyRole, EasyStep
from routine.domain.model import Routine
from routine.domain.people import Claim
from routine.domain.steps import (
    Action,
    ActionAfter,
    ActionCondition,
    After,
    Consulted,
    Participant,
    Proxy,
    Told,
    Within,
)
from routine.html.render import render
from routine.loading.load import load
from routine.rules.easy import easy_words_missing, easy_words_unneeded
from routine.views.easy import easy
from routine.views.guide import guide
from tests.kit import bare
from tests.kit.paths import REAL, SMALL

pytestmark = pytest.mark.site

PAGE = "/latt/"
EASY = 30  # LIX: what Björnsson calls very easy.
OURS, OUR_QUESTION = "En del av det här är vår tolkning.", "Frågan har vi lagt till."
TALK = "De som ansvarar rådgör med varandra."
FIRST, OUR_LIMIT = "Att det här kommer först är vår tolkning.", "Det här är vår tolkning."
LESS = 4  # How much easier than with all words.


def test_a_routine_without_easy_words_has_no_such_page_and_no_link_to_it(every_site: Site) -> None:
    """Those below are all that have one."""
    easy, pages = every_site.routine.easy is not None, set(every_site.pages())
    assert easy == ("latt/index.html" in pages)
    others = pages - {"latt/index.html", "404.html"}  # Which has no menu where nobody has said where the site lies.
    led = {page for page in others if re.search(r'href="[^"]*latt/index\.html', every_site.read(page))}
    assert led == (others if easy else set())
    assert easy == (every_site.routine.site.name in {load(data).site.name for data in (REAL, SMALL)})


def parts_in(action: Action) -> dict[str, str]:
    """Role → what it has to do with the action, by the fields of the model."""
    parts = {told.role: "for" for told in action.helps}
    parts |= dict.fromkeys(action.consulted.roles if action.consulted else (), "consulted")
    parts |= {told.role: "with" for told in (*action.participants, *((action.proxy,) if action.proxy else ()))}
    return parts | dict.fromkeys(action.responsible, "own")


def test_every_step_that_concerns_the_role_stands_there_once(easy_site: Site) -> None:
    routine, role = easy_site.routine, easy_site.routine.plain.role
    touched = [action.id for action in routine.actions if role in parts_in(action)]
    touched += [question.id for question in routine.questions if role in question.answered_by]
    page = main(easy_site.page(PAGE))
    assert Counter(element.attrib["data-easy"] for element in find(page, data_easy=None)) == Counter(touched)
    for item in routine.plain.steps:
        shown = text(one(page, data_easy=item.step)).lower()
        assert all(" ".join(line.split()).lower() in shown for line in item.lines), item.step


def folds(page: Element) -> list[Element]:
    return find(page, "details", "rg-easy-fold")


def test_what_others_do_is_folded_by_who_does_it(easy_site: Site) -> None:
    """Each deed stands under those who are responsible, in the actions, and under nobody else."""
    routine, page, role = easy_site.routine, main(easy_site.page(PAGE)), easy_site.routine.plain.role
    deeds = [action for action in routine.actions if parts_in(action).get(role) in {"for", "consulted"}]
    for fold in folds(page):
        shown = [each.attrib["data-easy"] for each in find(fold, "li", data_easy=None)]
        assert shown
        (owners,) = {action.responsible for action in deeds if action.id in shown}
        name = wording.together(routine.role(owner).name for owner in owners)
        assert [text(word) for word in find(fold, "b")] == [name]
        deeds_said = [text(each) for each in find(fold, "li", data_easy=None)]
        assert all(said.startswith(f"{name} ") for said in deeds_said), "each a sentence of its own"
        assert shown == [action.id for action in deeds if action.responsible == owners]
        assert (TALK in text(fold)) == (len(owners) > 1)
    assert len({text(find(fold, "b")[0]) for fold in folds(page)}) == len(folds(page))
    limits = {action.id: action.within.text for action in deeds if action.within}
    assert all(limit in text(one(page, "li", data_easy=id)) for id, limit in limits.items())


def test_a_fold_says_what_is_in_it_and_how_many(easy_site: Site) -> None:
    topics = {item.step: item.topic for item in easy_site.routine.plain.steps}
    for fold in folds(main(easy_site.page(PAGE))):
        summary = one(fold, "summary")
        deeds = [each.attrib["data-easy"] for each in find(fold, "li", data_easy=None)]
        (small,) = find(summary, "span", "rg-small")
        line, _, count = text(small).rpartition(": ")
        told = [topic for id in deeds if (topic := topics[id])]
        assert len(told) == len(deeds)
        assert line == wording.capital(wording.series(tuple(dict.fromkeys(told))))
        assert count == f"{len(deeds)} {'sak' if len(deeds) == 1 else 'saker'}"


def rests_on_us(routine: Routine, action: Action) -> bool:
    """Whether any of what the page says of an action is a reading, by the fields of the model. Of what others do it
    does not say what that waits for, nor whom they consult but for the reader."""
    role = routine.plain.role
    part = parts_in(action)[role]
    told = (*action.helps, *action.participants, *((action.proxy,) if action.proxy else ()))
    waits = action.after if part in ("own", "with") else ()
    consulted = action.consulted if part in ("own", "consulted") else None
    held = (action.within, consulted, action.requirement, *action.conditions, *waits)
    bases = [each.basis for each in (*held, *(each for each in told if each.role == role)) if each]
    return "tolkning" in (*bases, action.responsible_basis)


def test_what_is_our_reading_is_said_where_it_stands(easy_site: Site) -> None:
    routine, page = easy_site.routine, main(easy_site.page(PAGE))
    actions = {action.id: action for action in routine.actions}
    for element in find(page, data_easy=None):
        id = element.attrib["data-easy"]
        ours = rests_on_us(routine, actions[id]) if id in actions else routine.question(id).basis == "tolkning"
        assert text(element).count(OURS if id in actions else OUR_QUESTION) == ours, id
        begins = id in actions and actions[id].opens == "tolkning"
        assert text(element).count(FIRST) == begins, id
    limits = [limit for limit in routine.role(routine.plain.role).limits if limit.basis == "tolkning"]
    assert text(page).count(OUR_LIMIT) == len(limits)
    assert text(page).count(OURS) == sum(text(each).count(OURS) for each in find(page, data_easy=None))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("helps", (Told(role="upptackaren", text="stänger", basis="tolkning"),)),
        ("responsible_basis", "tolkning"),
        ("within", Within.model_validate({"count": "3", "unit": "dagar", "basis": "tolkning"})),
        ("conditions", (ActionCondition(question="rinner-det", answer="ja", text="om", basis="tolkning"),)),
    ],
)
def test_one_reading_is_enough_to_be_said(small: Routine, field: str, value: object) -> None:
    """Of who does it, by when, if at all, or that it is for the reader."""
    assert not told_as_ours(small)
    assert told_as_ours(with_deed(small, **{field: value}))


def told_as_ours(routine: Routine) -> bool:
    """Whether what somebody else does bears the mark of a reading."""
    page = parse(render("easy", easy(routine), lambda address: address))
    return OURS in text(one(page, "li", data_easy="stang-kranen"))


def with_deed(routine: Routine, **update: object) -> Routine:
    """With what somebody else does changed."""
    actions = [action.model_copy(update=update if action.id == "stang-kranen" else {}) for action in routine.actions]
    return routine.model_copy(update={"actions": tuple(actions)})


AFTER = (After(action="sag-till", text="efter att du har sagt till", basis="tolkning"),)
ASKED = Consulted(mode="alla", roles=("rektorn",), basis="tolkning")


def test_a_reading_that_the_page_does_not_show_is_not_marked(small: Routine) -> None:
    """What a deed of somebody else's waits for, and whom they consult, is said of the reader's own alone."""
    assert not told_as_ours(with_deed(small, after=AFTER, consulted=ASKED))
    assert told_as_ours(with_deed(small, consulted=ASKED.model_copy(update={"roles": (small.plain.role,)})))
    own = changed(small, sag_till={"after": AFTER})
    first = one(parse(render("easy", easy(own), lambda address: address)), "section", data_easy="sag-till")
    assert "Efter att du har sagt till" in text(first)
    assert OURS in text(first)


def test_what_is_ours_of_the_first_thing_says_that_it_is_first(small: Routine) -> None:
    page = parse(render("easy", easy(changed(small, sag_till={"opens": "tolkning"})), lambda address: address))
    assert FIRST in text(one(page, "section", data_easy="sag-till"))
    assert OURS not in text(one(page, "section", data_easy="sag-till"))


def test_who_the_others_are_is_said_once(easy_site: Site) -> None:
    page, routine = text(main(easy_site.page(PAGE))), easy_site.routine
    for item in routine.plain.roles:
        assert all(page.count(" ".join(line.split())) == 1 for line in item.lines), item.role


def test_whom_to_tell_first_is_presented_there_and_others_where_they_do_something(easy_site: Site) -> None:
    routine, page = easy_site.routine, main(easy_site.page(PAGE))
    first = one(page, "section", "rg-sheet")
    told = {item.role for item in routine.action(first.attrib["data-easy"]).informs}
    for item in routine.plain.roles:
        said = " ".join(item.lines[0].split())
        assert (said in text(first)) == (item.role in told), item.role
        names = [fold for fold in folds(page) if routine.role(item.role).name in text(one(fold, "summary"))]
        assert (said in "".join(map(text, names))) == (item.role not in told), item.role


def explained(word: str, page: Element) -> bool:
    """By itself, or by a sentence that begins with it."""
    begins = rf"(?:^|[.?!:>]\s*)(?:(?:En|Ett) )?{re.escape(word)}"
    words = [text(each) for each in find(page, "p") if not find(each, "dfn")]
    return word in {text(each) for each in find(page, "dfn")} or any(
        re.search(begins, line, re.IGNORECASE) for line in words
    )


def test_a_hard_word_is_explained_where_it_is_used(easy_site: Site) -> None:
    page, routine = main(easy_site.page(PAGE)), easy_site.routine
    for word in find(page, "dfn"):
        (place,) = [element for element in find(page, data_easy=None) if word in list(element.iter())] or [page]
        assert len(re.findall(re.escape(text(word)), text(place), re.IGNORECASE)) > 1, text(word)
    assert {text(word) for word in find(page, "dfn")} <= {term.word for term in routine.terms}
    used = [term.word for term in routine.terms if terms.names(term.word, text(page))]
    assert used
    assert [word for word in used if not explained(word, page)] == []


def test_whom_to_talk_to_comes_from_the_actions(site: Site) -> None:
    routine, role = site.routine, site.routine.plain.role
    consulted = [
        (action.id, action.consulted)
        for action in routine.actions
        if action.consulted and action.part_of(role) == "own"
    ]
    assert consulted
    for id, who in consulted:
        assert wording.talk(routine, who) in text(one(main(site.page(PAGE)), data_easy=id))


def test_it_is_the_role_that_the_routine_begins_with(site: Site) -> None:
    assert site.routine.actions[0].responsible == (site.routine.plain.role,)


def test_it_is_reached_from_the_start_page_and_from_the_roles_own(easy_site: Site) -> None:
    for address in ("/", f"/roller/{easy_site.routine.plain.role}/"):
        links = [link for link in find(main(easy_site.page(address)), "a") if text(link) == "Lätt att läsa"]
        assert [link.attrib["href"].removesuffix("index.html").rstrip("/").rpartition("/")[2] for link in links] == [
            "latt"
        ], address


def test_it_is_easier_than_the_roles_own_page(site: Site) -> None:
    """The names of roles, which are long words and stand on both, are not what makes a page hard:
    each counts as one short word."""
    named = re.compile("|".join(re.escape(role.name) for role in site.routine.roles), re.IGNORECASE)
    pages = (PAGE, f"/roller/{site.routine.plain.role}/")
    ours, theirs = (lix([named.sub("hon", block) for block in blocks(main(site.page(address)))]) for address in pages)
    assert ours < EASY
    assert ours < theirs - LESS


def changed(routine: Routine, **updates: dict[str, object]) -> Routine:
    """With some actions changed, each with easy words of its own."""
    ids = {id.replace("_", "-"): update for id, update in updates.items()}
    actions = tuple(action.model_copy(update=ids.get(action.id, {})) for action in routine.actions)
    steps = (*routine.plain.steps, *(EasyStep(step=id, lines=(f"lätt {id}",)) for id in ids))
    deeds = {action.id for action in actions if action.part_of(routine.plain.role) in ("for", "consulted")}
    steps = tuple(
        item.model_copy(update={"topic": item.topic or f"om {item.step}"}) if item.step in deeds else item
        for item in steps
    )
    return routine.model_copy(update={"actions": actions, "easy": routine.plain.model_copy(update={"steps": steps})})


@pytest.mark.parametrize(
    ("number", "advice", "line"),
    [
        ("010-555 77 77", "Säg att det rinner.", "010-555 77 77: Säg att det rinner."),
        ("010-555 77 77", "Ring 010-5557777.", "Ring 010-5557777."),
        ("112", "Ring 1120 i nätet.", "112: Ring 1120 i nätet."),
        ("112", "Ring 112.", "Ring 112."),
        ("+46 10 555 77 77", "Säg var.", "+46 10 555 77 77: Säg var."),
    ],
)
def test_what_is_urgent_is_told_with_its_number(small: Routine, number: str, advice: str, line: str) -> None:
    """On the easy page and in the guide nothing else beside it says which."""
    urgent = bare.changed(small.emergency[0], number=number, advice=advice, label="Vakten")
    routine = bare.of_all(small, "actions", call=None)
    routine = bare.changed(routine, emergency=(urgent,), guidance=(), situations=())
    page = easy(routine)
    assert page is not None
    assert ["".join(words + ring for words, ring in told) for told in page.urgent] == [f"Vakten. {line}"]
    pressed = find(find(parse(f"<main>{render('easy', page, str)}</main>"), "section")[0], "a", "rg-number")
    rung = [f"tel:{wording.dial(ring)}" for told in page.urgent for _, ring in told if ring]
    assert [link.get("href") for link in pressed] == rung, "what it tells to ring is called by a press"
    tree = parse(f"<main>{render('guide', guide(routine), str)}</main>")
    (told,) = [part for part in find(tree, "section") if "Är det akut?" in text(part)]
    assert line in [text(item) for item in find(told, "li")]


@pytest.mark.parametrize(
    ("waits", "limit"),
    [
        ("efter att rektorn har ringt", "inom två dagar efter att rektorn har ringt"),
        ("när rektorn har ringt", "inom två dagar efter att ”Säg till rektorn” är gjort"),
        ("", "inom två dagar efter att ”Säg till rektorn” är gjort"),
    ],
)
def test_a_limit_is_counted_from_what_the_steps_own_words_say(small: Routine, waits: str, limit: str) -> None:
    """To who reads easily the name of another step within marks is hard: it stands there only for want of words."""
    told, helping = small.actions[0], small.action("stang-kranen")
    within = Within.model_validate({"count": "2", "unit": "dagar", "after": told.id, "basis": "kalla"})
    after = (ActionAfter(action=told.id, text=waits, basis="kalla"),) if waits else ()
    said = bare.changed(helping, within=within, after=after, responsible=("vaktmastaren",))
    first = bare.changed(told, text="Säg till rektorn")
    others = (each for each in small.actions[1:] if each.id != said.id)
    page = easy(bare.changed(small, actions=(first, said, *others)))
    assert page is not None
    assert [deed.limit for fold in (*page.asking, *page.helping) for deed in fold.deeds if deed.action == said.id] == [
        limit
    ]
    joined = bare.changed(said, responsible=(small.reader,))
    page = easy(bare.changed(small, actions=(first, joined, *others)))
    assert page is not None
    assert [each.card.limit for each in page.then if each.card.id == said.id] == [limit]


def test_every_part_that_a_role_may_have_reads_as_such(small: Routine) -> None:
    """The small routine's role has two of them: here it is given the others."""
    role = small.plain.role
    routine = changed(
        small,
        grav_upp_ledningen={"proxy": Proxy(role=role, text="Gräv", basis="kalla")},
        byt_roret={
            "participants": (Participant(role=role, text="Se på", basis="kalla"),),
            "say": (Claim(text="Nu byter jag röret.", basis="kalla"),),
            "requirement": Claim(text="Skriv upp det.", basis="kalla"),
        },
        mata_flodet={"consulted": Consulted(mode="alla", roles=(role,), basis="kalla")},
        flytta_klassen={"responsible": ("rektorn", role)},
    )
    page = parse(render("easy", easy(routine), lambda address: address))
    assert "Om VA-ingenjören ber dig." in text(one(page, "li", data_easy="grav-upp-ledningen"))
    assert "Vaktmästaren har ansvaret. Du deltar. När kranen är stängd Inom tre dagar" in text(
        one(page, "li", data_easy="byt-roret")
    )
    (fold,) = [each for each in folds(page) if find(each, "li", data_easy="mata-flodet")]
    assert text(one(fold, "summary")) == "VA-ingenjören Om mata-flodet: 1 sak"
    assert "De här frågar vad du tycker" in [text(heading) for heading in find(page, "h2")]
    assert "Ni delar ansvaret: du och rektorn." in text(one(page, "li", data_easy="flytta-klassen"))
    assert not any(words in text(page) for words in ("Nu byter jag röret", "Skriv upp det")), (
        "what is its owner's to say and to see to"
    )


def test_who_does_nothing_alone_is_asked_only_where_it_stands_in(small: Routine) -> None:
    """To take part in something, or to be chosen for it, is nothing that one is asked to do."""
    reader = small.plain.role
    helps = Participant(role=reader, text="Se på", basis="kalla")
    stands_in = Proxy(role=reader, text="Gräv", basis="kalla")
    unasked = Proxy(role=reader, text="Gräv", basis="kalla", unasked="ja")
    mine = changed(small, sag_till={"responsible": ("rektorn",), "participants": (helps,)})
    for routine, title in (
        (mine, "Det här gäller dig"),
        (changed(mine, grav_upp_ledningen={"proxy": stands_in}), "Du kan bli ombedd"),
        (changed(mine, grav_upp_ledningen={"proxy": unasked}), "Du kan göra"),
        (changed(small, byt_roret={"participants": (helps,)}), "Du deltar"),
    ):
        page = parse(render("easy", easy(routine), lambda address: address))
        named = {"Det här gäller dig", "Du kan bli ombedd", "Du kan göra", "Du deltar"}
        assert ("Du kan göra det i stället." in text(page)) == (title == "Du kan göra")
        assert named & {text(heading) for heading in find(page, "h2")} == {title}


@pytest.mark.parametrize(
    ("others", "said"),
    [
        (("rektorn",), "du och rektorn."),
        (("rektorn", "va-ingenjoren", "eleven"), "du, rektorn, VA-ingenjören och eleven."),
    ],
)
def test_the_reader_and_others_are_one_series_within_a_sentence(
    small: Routine, others: tuple[str, ...], said: str
) -> None:
    question = small.questions[0].model_copy(update={"answered_by": (*others, small.plain.role)})
    routine = changed(small, flytta_klassen={"responsible": (*others, small.plain.role), "jointly": "kalla"})
    routine = routine.model_copy(update={"questions": (question, *small.questions[1:])})
    steps = (*routine.plain.steps, EasyStep(step=question.id, lines=("Vad?",)))
    words = routine.plain.model_copy(update={"steps": steps})
    page = parse(render("easy", easy(routine.model_copy(update={"easy": words})), lambda address: address))
    assert f"Ni gör det tillsammans: {said}" in text(one(page, "li", data_easy="flytta-klassen"))
    assert f"Ni svarar tillsammans: {said}" in text(one(page, "section", data_easy=question.id))


def test_who_is_only_talked_to_is_presented_at_the_end(small: Routine) -> None:
    routine = changed(small, sag_till={"consulted": Consulted(mode="alla", roles=("va-ingenjoren",), basis="kalla")})
    words = routine.plain.model_copy(
        update={"roles": (*routine.plain.roles, EasyRole(role="va-ingenjoren", lines=("VA-ingenjören kan rör.",)))}
    )
    page = parse(render("easy", easy(routine.model_copy(update={"easy": words})), lambda address: address))
    assert "Prata med VA-ingenjören." in text(one(page, "section", data_easy="sag-till"))
    last = find(page, "details")[-1]
    assert text(one(last, "summary")) == "Vilka de andra är"
    assert text(one(last, "p")) == "VA-ingenjören kan rör."


def test_what_several_do_has_a_fold_of_its_own(small: Routine) -> None:
    """It would else be told twice, or as one's alone; and those who have not been presented are presented there."""
    told = (Told(role=small.plain.role, text="säger det", basis="kalla"),)
    routine = changed(small, beratta_for_hemmen={"helps": told, "responsible": ("va-ingenjoren", "vaktmastaren")})
    roles = (*routine.plain.roles, EasyRole(role="va-ingenjoren", lines=("VA-ingenjören kan rör.",)))
    routine = routine.model_copy(update={"easy": routine.plain.model_copy(update={"roles": roles})})
    alone, both = folds(parse(render("easy", easy(routine), lambda address: address)))
    assert text(one(alone, "summary")) == "Vaktmästaren Vattnet: 1 sak"
    assert text(one(both, "summary")) == "VA-ingenjören och vaktmästaren Om beratta-for-hemmen: 1 sak"
    assert "VA-ingenjören kan rör." in text(both)
    assert TALK in text(both)
    assert not {"Vaktmästaren sköter huset.", TALK} <= {text(each) for each in find(both, "p")}
    assert TALK not in text(alone)


def test_the_rule_wants_the_same_and_no_more(small: Routine) -> None:
    routine = changed(
        small, mata_flodet={"consulted": Consulted(mode="alla", roles=(small.plain.role,), basis="kalla")}
    )
    assert [finding.message for finding in easy_words_missing(routine)] == [
        "Rollen ”va-ingenjoren” saknas under easy: roles. Det är VA-ingenjören."
    ]
    assert list(easy_words_unneeded(routine)) == []
    nobody = routine.model_copy(update={"easy": routine.plain.model_copy(update={"role": "ingen"})})
    assert next(easy_words_missing(nobody)).path == ("easy", "role")
    assert len(list(easy_words_unneeded(nobody))) == len(routine.plain.steps) + len(routine.plain.roles)
