"""What no type can say about a routine. One small function a rule; each yields findings by path, without positions.

`needs` names the places that a rule must be able to trust: while something there is wrong in itself, the rule is silent,
so that one fault does not show up as two. A need may also be the code of another rule: when that one is broken, this one
cannot be judged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from routine import graph as graphs
from routine.model import Action, Routine
from routine.nodes import Path
from routine.problems import closest, listing

PAUSE_POINT = 9
# A graph can only be drawn when these hold.
REFERENCES = ("R001", "R003", "R004", "R005", "R006")


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule. `related` are other paths that the reader should see, each with a word on why."""

    code: str
    path: Path
    message: str
    allowed: str = ""
    hint: str = ""
    related: tuple[tuple[Path, str], ...] = ()


Check = Callable[[Routine], Iterator[Finding]]
RULES: list[tuple[tuple[str, ...], Check]] = []


def rule(*needs: str) -> Callable[[Check], Check]:
    """Register a rule with what it must trust: paths, with * for any list index or key, and codes of rules above it."""

    def register(check: Check) -> Check:
        RULES.append((needs, check))
        return check

    return register


def check(routine: Routine, holes: frozenset[Path] = frozenset()) -> Iterator[Finding]:
    """Every broken rule, leaving out what cannot be judged because of a stand-in."""
    broken: set[str] = set()
    for needs, one in RULES:
        if broken.intersection(needs) or any(_fits(hole, need) for hole in holes for need in needs):
            continue
        for finding in one(routine):
            if not any(finding.path[: len(hole)] == hole for hole in holes):
                broken.add(finding.code)
                yield finding


def _fits(hole: Path, need: str) -> bool:
    parts = need.split(".")
    return all(part in ("*", str(step)) for part, step in zip(parts, hole, strict=False))


def _references(routine: Routine) -> Iterator[tuple[Path, str]]:
    """Every place that names a role."""
    for i, question in enumerate(routine.questions):
        for j, id in enumerate(question.answered_by):
            yield ("questions", i, "answered_by", j), id
    for i, action in enumerate(routine.actions):
        here: Path = ("actions", i)
        for key in ("responsible", "informs"):
            for j, id in enumerate(getattr(action, key)):
                yield (*here, key, j), id
        for j, id in enumerate(action.consulted.roles if action.consulted else ()):
            yield (*here, "consulted", "roles", j), id
        if action.proxy:
            yield (*here, "proxy", "role"), action.proxy.role
        for key in ("participants", "helps"):
            for j, told in enumerate(getattr(action, key)):
                yield (*here, key, j, "role"), told.role


def _unknown(code: str, what: str, references: Iterable[tuple[Path, str]], known: Iterable[str]) -> Iterator[Finding]:
    words = tuple(known)
    for path, id in references:
        if id not in words:
            yield Finding(code, path, f"{what} ”{id}” finns inte.", listing(words), closest(id, words) or "välj ett av orden, eller lägg till det som saknas.")


@rule("roles.*.id")
def unknown_role(routine: Routine) -> Iterator[Finding]:
    places = [*_references(routine)]
    places += [(("contacts", i, "role"), contact.role) for i, contact in enumerate(routine.contacts) if contact.role]
    for i, item in enumerate(routine.guidance):
        places += [(("guidance", i, "checklists", j), id) for j, id in enumerate(item.checklists)]
        places += [(("guidance", i, "roles", j), id) for j, id in enumerate(item.roles)]
    yield from _unknown("R002", "Rollen", places, (role.id for role in routine.roles))


@rule("questions.*.id")
def unknown_question(routine: Routine) -> Iterator[Finding]:
    places = [(("actions", i, "conditions", j, "question"), c.question) for i, a in enumerate(routine.actions) for j, c in enumerate(a.conditions)]
    yield from _unknown("R003", "Frågan", places, (question.id for question in routine.questions))


@rule("sections.*.id")
def unknown_section(routine: Routine) -> Iterator[Finding]:
    places = [(("actions", i, "section"), action.section) for i, action in enumerate(routine.actions)]
    yield from _unknown("R004", "Avsnittet", places, (section.id for section in routine.sections))


@rule("tracks.*.id")
def unknown_track(routine: Routine) -> Iterator[Finding]:
    places = [(("sections", i, "track"), section.track) for i, section in enumerate(routine.sections)]
    yield from _unknown("R005", "Spåret", places, (track.id for track in routine.tracks))


@rule("actions.*.id")
def unknown_action(routine: Routine) -> Iterator[Finding]:
    places = [(("actions", i, "after", j), id) for i, action in enumerate(routine.actions) for j, id in enumerate(action.after or ())]
    yield from _unknown("R006", "Åtgärden", places, (action.id for action in routine.actions))


@rule("open_questions.*.id")
def unknown_open_question(routine: Routine) -> Iterator[Finding]:
    places = [(("actions", i, "open_questions", j), id) for i, a in enumerate(routine.actions) for j, id in enumerate(a.open_questions)]
    places += [(("questions", i, "open_questions", j), id) for i, q in enumerate(routine.questions) for j, id in enumerate(q.open_questions)]
    yield from _unknown("R007", "Den öppna frågan", places, (question.id for question in routine.open_questions))


@rule()
def duplicate_id(routine: Routine) -> Iterator[Finding]:
    """Ids are addresses and anchors. Actions and questions share their pages, so they share one name space."""
    spaces = (("roles",), ("tracks",), ("sections",), ("actions", "questions"), ("guidance",), ("contacts",), ("open_questions",))
    for space in spaces:
        first: dict[str, Path] = {}
        for name in space:
            for i, item in enumerate(getattr(routine, name)):
                path: Path = (name, i, "id")
                if item.id in first:
                    yield Finding(
                        "R001",
                        path,
                        f"Id ”{item.id}” står två gånger.",
                        "varje id en gång",
                        "ge den nya posten ett eget id.",
                        ((first[item.id], "står redan här"),),
                    )
                first.setdefault(item.id, path)


@rule("actions.*.responsible", "actions.*.text")
def nobody_owns(routine: Routine) -> Iterator[Finding]:
    for i, action in enumerate(routine.actions):
        if not action.responsible:
            yield Finding(
                "R008", ("actions", i), f"Ingen ansvarar för ”{action.text}”.", listing(role.id for role in routine.roles), "lägg till responsible: [roll]."
            )


@rule("actions.*.row", "actions.*.section", "sections.*.id")
def out_of_order(routine: Routine) -> Iterator[Finding]:
    """Rows rise, and sections come in the order of their list."""
    order = [section.id for section in routine.sections]
    before: tuple[int, int] | None = None
    for i, action in enumerate(routine.actions):
        if action.section not in order:
            continue
        now = (order.index(action.section), action.row)
        if before and (now[0] < before[0] or now[1] <= before[1]):
            yield Finding(
                "R009",
                ("actions", i, "row"),
                f"Rad {action.row} i avsnitt {action.section} står efter rad {before[1]} i avsnitt {order[before[0]]}.",
                "stigande radnummer, avsnitten i ordning",
                "flytta åtgärden dit den står i källan, eller rätta numret.",
            )
        before = now


@rule("actions", "questions", "sections", "tracks", *REFERENCES)
def loop(routine: Routine) -> Iterator[Finding]:
    graph = graphs.build(routine)
    for group in graphs.loops(graph):
        i = next(i for i, action in enumerate(routine.actions) if action.id in group and action.after)
        others = ", ".join(group)
        yield Finding(
            "R011", ("actions", i, "after"), f"Stegen väntar på varandra: {others}.", "after pekar bakåt", "ta bort after på den åtgärd som ska komma först."
        )


@rule("actions", "questions", "sections", "tracks", *REFERENCES)
def unreachable(routine: Routine) -> Iterator[Finding]:
    graph = graphs.build(routine)
    if graphs.loops(graph):
        return
    found = graphs.reachable(graph, routine.actions[0].id)
    lost = [(i, action) for i, action in enumerate(routine.actions) if action.id not in found]
    # What comes after a lost step is lost with it: the first of them is enough to mend.
    roots = [(i, action) for i, action in lost if graphs.contradictory(graph.guards[action.id]) or not graph.before(action.id)]
    for i, action in roots or lost[:1]:
        if graphs.contradictory(graph.guards[action.id]):
            hint = "villkoren säger emot varandra: ta bort ett av dem."
        elif not graph.before(action.id):
            hint = "lägg till after: [åtgärd] med den åtgärd som kommer före."
        else:
            hint = "åtgärden kommer efter ett steg som ingen väg leder till: börja med det."
        yield Finding("R010", ("actions", i), f"Ingen väg leder till ”{action.text}”.", "", hint)


@rule("actions.*.section", "sections.*.id", "R004")
def empty_section(routine: Routine) -> Iterator[Finding]:
    used = {action.section for action in routine.actions}
    for i, section in enumerate(routine.sections):
        if section.id not in used:
            yield Finding("R012", ("sections", i), f"Avsnitt {section.id} har inga åtgärder.", "", "lägg en åtgärd i avsnittet, eller ta bort det.")


@rule(
    "R002",
    "roles.*.id",
    "roles.*.name",
    "actions.*.responsible",
    "actions.*.informs",
    "actions.*.consulted",
    "actions.*.proxy",
    "actions.*.participants",
    "actions.*.helps",
    "questions.*.answered_by",
)
def role_unneeded(routine: Routine) -> Iterator[Finding]:
    used = {id for _, id in _references(routine)}
    for i, role in enumerate(routine.roles):
        if role.id not in used:
            yield Finding("R013", ("roles", i), f"Rollen ”{role.name}” behövs inte någonstans.", "", "nämn rollen i en åtgärd, eller ta bort den.")


@rule("questions.*.id", "questions.*.text", "actions.*.conditions", "R003")
def question_unneeded(routine: Routine) -> Iterator[Finding]:
    used = {condition.question for action in routine.actions for condition in action.conditions}
    for i, question in enumerate(routine.questions):
        if question.id not in used:
            yield Finding(
                "R014", ("questions", i), f"Ingen åtgärd beror på frågan ”{question.text}”.", "", "lägg frågan som villkor på en åtgärd, eller ta bort den."
            )


@rule("tracks.*.id", "tracks.*.title", "sections.*.track", "R005")
def empty_track(routine: Routine) -> Iterator[Finding]:
    used = {section.track for section in routine.sections}
    for i, track in enumerate(routine.tracks):
        if track.id not in used:
            yield Finding("R015", ("tracks", i), f"Spåret ”{track.title}” har inga avsnitt.", "", "lägg ett avsnitt i spåret, eller ta bort det.")


@rule()
def role_twice(routine: Routine) -> Iterator[Finding]:
    """A role has one part in an action: it owns it, is consulted, or may stand in."""
    for i, action in enumerate(routine.actions):
        for id, count in Counter(_parts(action)).items():
            if count > 1:
                yield Finding(
                    "R016",
                    ("actions", i),
                    f"Rollen ”{id}” står två gånger i samma åtgärd.",
                    "en del per roll: ansvarar, tillfrågas eller är ombud",
                    "låt rollen stå på ett ställe.",
                )


def _parts(action: Action) -> Iterator[str]:
    yield from action.responsible
    yield from action.consulted.roles if action.consulted else ()
    if action.proxy:
        yield action.proxy.role


@rule("actions.*.section", "actions.*.responsible", "sections.*.id", "roles.*.id", "roles.*.name")
def too_many_at_once(routine: Routine) -> Iterator[Finding]:
    """A pause point of a checklist holds fewer than ten items (WHO, Gawande)."""
    counts = Counter((action.section, id) for action in routine.actions for id in set(action.responsible))
    for i, section in enumerate(routine.sections):
        for role in routine.roles:
            if counts[section.id, role.id] > PAUSE_POINT:
                yield Finding(
                    "R017",
                    ("sections", i),
                    f"{role.name} har {counts[section.id, role.id]} åtgärder i avsnitt {section.id}.",
                    f"högst {PAUSE_POINT}",
                    "dela avsnittet.",
                )


@rule("revisions.*.date", "revisions.*.edition")
def revisions_out_of_order(routine: Routine) -> Iterator[Finding]:
    for i, (newer, older) in enumerate(zip(routine.revisions, routine.revisions[1:], strict=False)):
        if newer.date <= older.date:
            yield Finding(
                "R018",
                ("revisions", i, "date"),
                f"Utgåva {newer.edition} är inte nyare än utgåva {older.edition}.",
                "den senaste utgåvan först",
                "rätta datumet eller ordningen.",
                ((("revisions", i + 1, "date"), "den äldre utgåvan"),),
            )


@rule("contacts.*.number", "contacts.*.valid_until", "contacts.*.function")
def number_without_end(routine: Routine) -> Iterator[Finding]:
    for i, contact in enumerate(routine.contacts):
        if contact.number and not contact.valid_until:
            yield Finding(
                "R019",
                ("contacts", i, "number"),
                f"Numret till {contact.function} saknar sista giltighetsdag.",
                "valid_until: år-månad-dag",
                "lägg till dagen då numret ska kontrolleras.",
            )


@rule("roles.*.tab")
def same_tab(routine: Routine) -> Iterator[Finding]:
    """Two pages with one title cannot be told apart in a row of tabs."""
    first: dict[str, int] = {}
    for i, role in enumerate(routine.roles):
        key = re.sub(r"\s+", " ", role.tab.casefold())
        if key in first:
            yield Finding(
                "R020",
                ("roles", i, "tab"),
                f"Fliken ”{role.tab}” finns redan.",
                "en titel per roll",
                "välj en annan titel.",
                ((("roles", first[key], "tab"), "står redan här"),),
            )
        first.setdefault(key, i)
