"""Each page of the small routine as a person reads it, and what a page says instead of a routine that is otherwise.

Golden files: UPDATE_GOLDEN=1 writes them anew. A change of them is read line by line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise

import pytest

from audit.built import find, parse
from routine.check.load import load
from routine.model.model import Routine
from routine.model.steps import ActionAfter, Consulted, Participant, Proxy, Within
from routine.pages import addresses as at
from routine.pages.registry import LISTED, listed
from routine.site.search_index import search_index
from tests.kit.bare import altered, bared, changed, of_all, standing_in
from tests.kit.outline import changes, kept, outlined
from tests.kit.paths import GOLDEN, OTHER_BODIES, REAL, SMALL
from tests.kit.rendered import pages
from tests.kit.variants import WITHDRAWAL

PAGES = GOLDEN / "pages"
VARIANTS = GOLDEN / "variants"
Change = Callable[[Routine], Routine]


@cache
def found(body: str) -> dict[str, list[str]]:
    outlines = outlined(load({"small": SMALL, **OTHER_BODIES}[body]))
    # What it says of each key is the model's: the headings are enough.
    outlines[at.EDITORS] = [line for line in outlines[at.EDITORS] if line.startswith("h")]
    return outlines


def called(address: str) -> str:
    return address.strip("/").replace("/", "-").replace(" ", "") or "start"


@pytest.mark.parametrize(("body", "least"), [("small", 15), ("minst", 10)])
def test_every_page_reads_as_it_is_kept(body: str, least: int) -> None:
    assert len(found(body)) >= least
    for address, lines in found(body).items():
        kept(PAGES / body, f"{called(address)}.txt", "\n".join(lines))
    assert {called(address) for address in found(body)} == {file.stem for file in (PAGES / body).glob("*.txt")}


def _tracks(count: int) -> Change:
    def change(routine: Routine) -> Routine:
        tracks = routine.tracks[:count]
        some = {track.id for track in tracks}
        sections = (changed(part, track=part.track if part.track in some else None) for part in routine.sections)
        return changed(routine, tracks=tracks, sections=tuple(sections))

    return change


def _all(kind: str, **values: object) -> Change:
    return lambda routine: of_all(routine, kind, **values)


def _one(id: str, **values: object) -> Change:
    return lambda routine: altered(routine, id, **values)


def _of(part: str, **values: object) -> Change:
    return lambda routine: changed(routine, **{part: changed(getattr(routine, part), **values)})


def _first(kind: str, **values: object) -> Change:
    def change(routine: Routine) -> Routine:
        first, *rest = getattr(routine, kind)
        return changed(routine, **{kind: (changed(first, **values), *rest)})

    return change


def _both(*each: Change) -> Change:
    def change(routine: Routine) -> Routine:
        for step in each:
            routine = step(routine)
        return routine

    return change


def _held_up(routine: Routine) -> Routine:
    """All of the second track waits for a step of the first, which not all begins with."""
    wait = changed(next(each for each in routine.actions if each.after).after[0], action="byt-roret")
    second = routine.tracks[1]
    held = (changed(each, after=(wait,)) if routine.track_of(each) == second else each for each in routine.actions)
    asked = (changed(each, after=(wait,)) if each.id == "torkar-salen" else each for each in routine.questions)
    return changed(routine, actions=tuple(held), questions=tuple(asked))


def _in_every_part(routine: Routine) -> Routine:
    """The one who reads the easy page stands in, takes part, is consulted and shares a responsibility."""
    role = routine.plain.role
    parts: dict[str, dict[str, object]] = {
        "grav-upp-ledningen": {"proxy": Proxy(role=role, text="Gräv", basis="kalla")},
        "byt-roret": {"participants": (Participant(role=role, text="Se på", basis="kalla"),)},
        "mata-flodet": {"consulted": Consulted(mode="alla", roles=(role,), basis="tolkning")},
        "flytta-klassen": {"responsible": ("rektorn", role)},
    }
    for id, values in parts.items():
        routine = altered(routine, id, **values)
    return routine


def _answered(*roles: str) -> Change:
    return _first("questions", answered_by=roles)


def _counted(waits: str) -> Change:
    """A limit that is counted from another step, with or without words for that."""
    within = Within.model_validate({"count": "2", "unit": "dagar", "after": "sag-till", "basis": "kalla"})
    after = (ActionAfter(action="sag-till", text=waits, basis="kalla"),) if waits else ()
    return _one("stang-kranen", within=within, after=after)


def _urgent(routine: Routine) -> Routine:
    """A number that the advice beside it has, or has not, or seems to have."""
    told = (("010-555 77 77", "Säg var."), ("010-555 77 78", "Ring 010-5557778."), ("112", "Ring 1120 i nätet."))
    each = (changed(routine.emergency[0], number=number, advice=advice, label="Vakt") for number, advice in told)
    return changed(of_all(of_all(routine, "actions", call=None), "guidance", urgent=None), emergency=tuple(each))


# Who is told by the owner chooses the next, and a third is with.
TOLD = tuple(Participant(role=role, text="Se på", basis="kalla") for role in ("upptackaren", "va-ingenjoren", "eleven"))
ALONE = _both(
    _all("actions", consulted=None, proxy=None, participants=(), jointly=None),
    lambda routine: changed(
        routine, actions=tuple(changed(each, responsible=each.responsible[:1]) for each in routine.actions)
    ),
)
VARIED: dict[str, Change] = {
    "ett spår": _tracks(1),
    "spår i följd": _held_up,
    "i tur och ordning": _of("source", ordered="ja"),
    "källans rubriker": _both(_all("sections", basis="kalla"), _all("tracks", basis="kalla")),
    "våra rubriker": _both(_all("sections", basis="tolkning"), _all("tracks", basis="tolkning")),
    "källa utan bilaga": _of("source", part_of=None, note=None),
    "källa med fråga": _of("source", title="Vad gör vi när det läcker?", pages=1),
    "upphävd": lambda routine: changed(routine, withdrawn=WITHDRAWAL),
    "utan situationer": lambda routine: changed(routine, situations=()),
    "utan utgång": _of("site", leave=None),
    "utan redigering": _of("site", edit=None),
    "helt tillgänglig": _of("accessibility", conformity="helt", failures=()),
    "inte tillgänglig": _of("accessibility", conformity="inte"),
    "tillgänglig utan lag": _of("accessibility", complaint=None),
    "ägaren bestämd": _of("organisation", owner_proposed=None),
    "utan beslut och godkännande": _first("revisions", decision=None, approval=None),
    "i samråd": _one("beratta-for-hemmen", jointly=None),
    "samråd med alla": _one(
        "gor-aterbesok", consulted=Consulted(mode="alla", roles=("vaktmastaren", "va-ingenjoren"), basis="kalla")
    ),
    "var och en för sig": ALONE,
    "inget som väntar": _both(_all("actions", after=(), conditions=()), _all("questions", after=(), conditions=())),
    "utan gräns": _all("actions", within=None),
    "inget som öppnar": _all("actions", opens=None),
    "svar utan innebörd": _all("questions", means=()),
    "frågor för andra": _all("questions", own=None, detail=None),
    "eleven svarar": _both(_all("actions", proxy=None, participants=()), _first("questions", answered_by=("eleven",))),
    "upptäckaren svarar": _answered("upptackaren"),
    "två svarar": _answered("rektorn", "upptackaren"),
    "utan frågor": _both(lambda routine: changed(routine, questions=()), _all("actions", conditions=())),
    "obedd": lambda routine: standing_in(routine, "sag-till", unasked="ja"),
    "ingen företräder": _all("actions", proxy=None),
    "flera ber": _one("sag-till", responsible=("upptackaren", "rektorn", "va-ingenjoren")),
    "någon väljer": _one("gor-aterbesok", participants=TOLD, consulted=None),
    "gräns från ett steg": _counted(""),
    "gräns från ord": _counted("efter att rektorn har ringt"),
    "nödnummer": _urgent,
    "utan öppna frågor": _both(
        _all("actions", open_questions=()),
        _all("questions", open_questions=()),
        lambda routine: changed(routine, open_questions=(), situations=()),
    ),
    "inget brådskande råd": _all("guidance", urgent=None),
    "råd utan länk": lambda routine: of_all(
        routine, "guidance", source=changed(routine.guidance[0].source, url=None, title="Råd m.m.", date=None)
    ),
    "råd att ringa": _first("guidance", points=("Ring 010-555 77 77 före klockan 16.",)),
    "inga nummer": _all("contacts", number=None),
    "alla nås": _all("roles", reach=("kontakt-jouren",)),
    "ingen hjälp": _all("actions", helps=(), informs=(), tells=()),
    "utan ord att säga": _all("actions", say=()),
    "fråga i ett steg": _one("stang-kranen", text="Rinner det?", others="frågar om det rinner?", detail="Ring 112."),
    "brådskande fråga": _first("questions", detail="Titta efter. Rasar taket, ring 112. Det tar tid."),
    "utan rader": _all("actions", row=None),
    "lätt i alla delar": _in_every_part,
    "lätt med tolkning": _one("stang-kranen", responsible_basis="tolkning"),
    "roller utan egna namn": _all("roles", own=None),
}


@pytest.mark.parametrize("name", VARIED)
def test_a_page_says_what_holds_for_its_routine(name: str, small: Routine) -> None:
    told = [*changes(outlined(small), outlined(VARIED[name](small)))]
    assert told, "it would hold nothing"
    kept(VARIANTS, f"{name.replace(' ', '-')}.txt", "\n".join(told))


def test_every_kept_variant_is_one_of_the_table() -> None:
    assert {file.stem for file in VARIANTS.glob("*.txt")} == {name.replace(" ", "-") for name in VARIED}


@pytest.mark.parametrize("name", ["bar", "small", "real", *OTHER_BODIES])
def test_nothing_leads_to_or_stands_over_what_is_not_there(name: str, small: Routine) -> None:
    routine = bared(small) if name == "bar" else load({"small": SMALL, "real": REAL, **OTHER_BODIES}[name])
    gone = {each.address for each in LISTED} - {each.address for each in listed(routine)}
    assert (gone >= {at.LEARNS}) == (name == "bar")
    assert not [address for address in gone if address.strip("/") in search_index(routine, listed(routine))]
    for address, html in pages(routine):
        led = {link.get("href", "").partition("#")[0] for link in find(parse(html), "a")}
        assert address in gone or not led & gone, address
    for address, lines in outlined(routine).items():
        assert not [line for line in lines if re.search(r"[?!][.:;]", line)], address
        headings = [line.startswith(("h2:", "h2#")) for line in (*lines, "h2:")]
        assert address in gone or not any(each and after for each, after in pairwise(headings)), address
