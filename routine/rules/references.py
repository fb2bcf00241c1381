"""What is named must be there: roles, questions, sections, tracks, actions, open questions, contacts, guidance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from routine.domain.model import Routine
from routine.reading.nodes import Path
from routine.reading.problems import closest, listing
from routine.rules.core import Finding, rule, steps


def references(routine: Routine) -> Iterator[tuple[Path, str]]:
    """Every place that names a role."""
    for i, question in enumerate(routine.questions):
        for j, id in enumerate(question.answered_by):
            yield ("questions", i, "answered_by", j), id
        for j, heard in enumerate(question.heard_by):
            yield ("questions", i, "heard_by", j, "role"), heard.role
    for i, action in enumerate(routine.actions):
        here: Path = ("actions", i)
        for j, id in enumerate(action.responsible):
            yield (*here, "responsible", j), id
        for j, id in enumerate(action.consulted.roles if action.consulted else ()):
            yield (*here, "consulted", "roles", j), id
        if action.proxy:
            yield (*here, "proxy", "role"), action.proxy.role
        for key in ("informs", "participants", "helps"):
            for j, item in enumerate(getattr(action, key)):
                yield (*here, key, j, "role"), item.role
        for j, receiver in enumerate(action.tells):
            named = (("role", receiver.role), ("by", receiver.by), ("chosen_by", receiver.chosen_by))
            yield from (((*here, "tells", j, field), id) for field, id in named if id)


def _unknown(
    code: str,
    what: str,
    references: Iterable[tuple[Path, str]],
    known: Iterable[str],
    astray: Mapping[str, str] | None = None,
) -> Iterator[Finding]:
    """Whatever is named and not there. `astray`: what to do about an id that is something else."""
    words = tuple(known)
    for path, id in references:
        if id not in words:
            hint = (astray or {}).get(id) or closest(id, words) or "välj ett av orden, eller lägg till det som saknas."
            yield Finding(code, path, f"{what} ”{id}” finns inte.", listing(words), hint)


@rule("roles.*.id")
def unknown_role(routine: Routine) -> Iterator[Finding]:
    places = [*references(routine)]
    places += [(("contacts", i, "role"), contact.role) for i, contact in enumerate(routine.contacts) if contact.role]
    places += [
        (("easy", "role"), routine.easy.role),
        *((("easy", "roles", i, "role"), item.role) for i, item in enumerate(routine.easy.roles)),
    ]
    for i, item in enumerate(routine.guidance):
        places += [(("guidance", i, "checklists", j), id) for j, id in enumerate(item.checklists)]
        places += [(("guidance", i, "roles", j), id) for j, id in enumerate(item.roles)]
    for i, situation in enumerate(routine.situations):
        places += [(("situations", i, "roles", j), id) for j, id in enumerate(situation.roles)]
    yield from _unknown("R002", "Rollen", places, (role.id for role in routine.roles))


@rule("questions.*.id")
def unknown_question(routine: Routine) -> Iterator[Finding]:
    places = [
        ((*here, "conditions", j, "question"), condition.question)
        for here, step in steps(routine)
        for j, condition in enumerate(step.conditions)
    ]
    mend = "”{}” är en åtgärd; skriv den under after om steget ska vänta på den."
    astray = {action.id: mend.format(action.id) for action in routine.actions}
    yield from _unknown("R003", "Frågan", places, (question.id for question in routine.questions), astray)


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
    places: list[tuple[Path, str]] = [
        ((*here, "after", j, "action"), after.action)
        for here, step in steps(routine)
        for j, after in enumerate(step.after)
    ]
    places += [
        (("roles", i, "reached_by", "action"), role.reached_by.action)
        for i, role in enumerate(routine.roles)
        if role.reached_by
    ]
    mend = "”{}” är en fråga; skriv den under conditions, med svaret som steget hänger på."
    astray = {question.id: mend.format(question.id) for question in routine.questions}
    yield from _unknown("R006", "Åtgärden", places, (action.id for action in routine.actions), astray)


@rule("actions.*.id", "questions.*.id")
def unknown_step(routine: Routine) -> Iterator[Finding]:
    places = [(("easy", "steps", i, "step"), item.step) for i, item in enumerate(routine.easy.steps)]
    known = (*(action.id for action in routine.actions), *(question.id for question in routine.questions))
    for finding in _unknown("R028", "Steget", places, known):
        meant = finding.hint if finding.hint.endswith("?") else "välj ett av orden om det är felskrivet."
        yield replace(finding, hint=f"har steget tagits bort, ta bort posten här också. Annars: {meant}")


@rule("open_questions.*.id")
def unknown_open_question(routine: Routine) -> Iterator[Finding]:
    places: list[tuple[Path, str]] = [
        ((*here, "open_questions", j), id) for here, step in steps(routine) for j, id in enumerate(step.open_questions)
    ]
    places += [
        (("roles", i, "reached_by", "open_question"), role.reached_by.open_question)
        for i, role in enumerate(routine.roles)
        if role.reached_by and role.reached_by.open_question
    ]
    places += [
        (("situations", i, "open_question"), situation.open_question)
        for i, situation in enumerate(routine.situations)
        if situation.open_question
    ]
    yield from _unknown("R007", "Den öppna frågan", places, (question.id for question in routine.open_questions))


@rule("contacts.*.id")
def unknown_contact(routine: Routine) -> Iterator[Finding]:
    places = [
        (("situations", i, "contacts", j), id)
        for i, situation in enumerate(routine.situations)
        for j, id in enumerate(situation.contacts)
    ]
    yield from _unknown("R042", "Kontakten", places, (contact.id for contact in routine.contacts))


@rule("guidance.*.id")
def unknown_guidance(routine: Routine) -> Iterator[Finding]:
    places: list[tuple[Path, str]] = [
        (("questions", i, "means", j, "guidance", k), id)
        for i, question in enumerate(routine.questions)
        for j, meaning in enumerate(question.means)
        for k, id in enumerate(meaning.guidance)
    ]
    places += [
        (("actions", i, "guidance", j), id)
        for i, action in enumerate(routine.actions)
        for j, id in enumerate(action.guidance)
    ]
    yield from _unknown("R060", "Vägledningen", places, (item.id for item in routine.guidance))
