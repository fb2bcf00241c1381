"""What must not be empty, unneeded or too much: owners, sections, tracks, roles, questions, pause points, numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from routine.domain.fields import folded
from routine.domain.graph import needs_of
from routine.domain.model import Routine
from routine.domain.steps import MOST_TRACKS, Action, Participant, Proxy
from routine.domain.wording import series
from routine.reading.finding import Finding
from routine.reading.nodes import Path
from routine.rules.core import needs
from routine.rules.references import named

PAUSE_POINT = 9
MOST_AT_THE_TOP = 3  # Lines side by side that a name or a number can be written on.
WAYS = ("roles", "emergency", "open_question")


def nobody_owns(routine: Routine) -> Iterator[Finding]:
    for i, action in enumerate(routine.actions):
        if not action.responsible:
            roles = [role.id for role in routine.roles]
            yield Finding("R008", ("actions", i, "responsible"), action=action, roles=roles)


def empty_section(routine: Routine) -> Iterator[Finding]:
    used = {action.section for action in routine.actions}
    for i, section in enumerate(routine.sections):
        if section.id not in used:
            yield Finding("R012", ("sections", i), section=section)


def role_unneeded(routine: Routine) -> Iterator[Finding]:
    """Also one that does nothing, whose checklist would be empty: a sheet is of what a role does, may be asked to do or
    answers."""
    used = {id for path, id in named(routine, "roles") if path[0] in ("questions", "actions")}
    acting = {id for action in routine.actions for id in action.responsible}
    acting |= {told.role for action in routine.actions for told in action.invited}
    acting |= {id for question in routine.questions for id in question.answered_by}
    for i, role in enumerate(routine.roles):
        if role.id not in used:
            yield Finding("R013", ("roles", i), role=role)
        elif role.id not in acting and all(action.responsible for action in routine.actions):
            yield Finding("R099", ("roles", i), role=role)


def question_unneeded(routine: Routine) -> Iterator[Finding]:
    """No action needs it, not even through other questions. Of those that hang on each other the last is told,
    or all that go in a circle."""
    needed = {question.id: {id for id, _ in needs_of(routine, question)} for question in routine.questions}
    used = {id for action in routine.actions for id, _ in needs_of(routine, action)}
    unused = needed.keys() - used
    for i, question in enumerate(routine.questions):
        through = (id for id in unused if question.id in needed[id] and id not in needed[question.id])
        if question.id in unused and not any(through):
            yield Finding("R014", ("questions", i), question=question)


def section_without_track(routine: Routine) -> Iterator[Finding]:
    """Of several tracks each section says its own. Told once, where nobody has begun to say it."""
    lacking = [i for i, section in enumerate(routine.sections) if len(routine.tracks) > 1 and not section.track]
    none = len(lacking) == len(routine.sections)
    for i in lacking[:1] if none else lacking:
        related = [("sections", k) for k in lacking if none and k != i]
        section, tracks = routine.sections[i], [track.id for track in routine.tracks]
        yield Finding("R090", ("sections", i), "none" if none else "", related=related, section=section, tracks=tracks)


def too_many_tracks(routine: Routine) -> Iterator[Finding]:
    """As many as can be told apart without colour. Told at the first that is one too many."""
    if len(routine.tracks) > MOST_TRACKS:
        count, track = len(routine.tracks), routine.tracks[MOST_TRACKS]
        yield Finding("R091", ("tracks", MOST_TRACKS), count=count, track=track, most=MOST_TRACKS)


@needs("R091")
def empty_track(routine: Routine) -> Iterator[Finding]:
    """A track that is alone is everything, and needs no section to say so."""
    used = {section.track for section in routine.sections}
    for i, track in enumerate(routine.tracks):
        if track.id not in used and (len(routine.tracks) > 1 or used != {None}):
            yield Finding("R015", ("tracks", i), track=track)


def too_many_at_once(routine: Routine) -> Iterator[Finding]:
    """A pause point of a checklist holds fewer than ten items (WHO, Gawande)."""
    counts = Counter((action.section, id) for action in routine.actions for id in set(action.responsible))
    for i, section in enumerate(routine.sections):
        for role in routine.roles:
            if (count := counts[section.id, role.id]) > PAUSE_POINT:
                yield Finding("R017", ("sections", i), role=role, section=section, count=count, most=PAUSE_POINT)


@needs("R103")
def contact_without_label(routine: Routine) -> Iterator[Finding]:
    """Of several contacts for one role each says which it is."""
    titles = [(contact.role, folded(contact.title)) for contact in routine.contacts]
    for i, contact in enumerate(routine.contacts):
        same = [k for k, (role, _) in enumerate(titles) if k != i and role and role == contact.role]
        alike = [k for k in same if k < i and titles[k] == titles[i]]
        if other := alike if contact.label else same:
            kind = "alike" if contact.label else ""
            yield Finding("R032", ("contacts", i), kind, related=[("contacts", other[0])], contact=contact)


def number_and_its_day(routine: Routine) -> Iterator[Finding]:
    """A number has a last day. What is said of a number goes with it: no page shows its hours, and on its last day
    nobody could ring it."""
    for i, contact in enumerate(routine.contacts):
        left = [key for key in ("valid_until", "hours") if getattr(contact, key)]
        if contact.number and not contact.valid_until:
            yield Finding("R019", ("contacts", i, "number"), contact=contact)
        elif left and not contact.number:
            yield Finding("R106", ("contacts", i, left[0]), contact=contact, what=" och ".join(left))


def leads_to_one_thing(routine: Routine) -> Iterator[Finding]:
    for i, situation in enumerate(routine.situations):
        found, ways = [way for way in WAYS if getattr(situation, way)], series(WAYS)
        if len(found) != 1:
            kind, several = "several" if found else "", series(found)
            yield Finding("R040", ("situations", i), kind, situation=situation, found=several, ways=ways)
        elif situation.contacts and not situation.open_question:
            # A text that no page shows is a mistake.
            yield Finding("R043", ("situations", i, "contacts"), situation=situation)


def no_dead_end(routine: Routine) -> Iterator[Finding]:
    """Who is told that the source is silent is also told what helps."""
    helped = {question.id: bool(question.meanwhile) for question in routine.open_questions}
    for i, situation in enumerate(routine.situations):
        if (id := situation.open_question) and not helped[id]:
            related = [("open_questions", [*helped].index(id))]
            known = [each for each, helps in helped.items() if helps]
            yield Finding("R041", ("situations", i, "open_question"), related=related, id=id, known=known)


def not_reached(routine: Routine) -> Iterator[Finding]:
    """A role is called in by somebody else, through an action in which it is told."""
    for i, role in enumerate(routine.roles):
        if role.reached_by and (kind := _silent(action := routine.action(role.reached_by.action), role.id)):
            calling = [each.id for each in routine.actions if not _silent(each, role.id)]
            known = calling or ["en åtgärd av någon annan, med rollen under informs"]
            here = ("roles", i, "reached_by", "action")
            yield Finding("R035", here, kind, action=action, role=role, known=known)


def _silent(action: Action, role: str) -> str:
    if role in action.responsible:
        return "owns"
    return "" if role in [told.role for told in action.informs] else "untold"


def conformity_and_failures(routine: Routine) -> Iterator[Finding]:
    """Who fulfils everything has no known failures, and who does not has at least one."""
    said = routine.accessibility
    if (said.conformity == "helt") == bool(said.failures):
        yield Finding("R025", ("accessibility", "conformity"), "failures" if said.failures else "", said=said)


def emphasis_elsewhere(routine: Routine) -> Iterator[Finding]:
    """What is not in the text cannot be set in bold in it."""
    for i, action in enumerate(routine.actions):
        stressed: list[tuple[Path, Action | Proxy | Participant]] = [((), action)]
        stressed += [(("proxy",), action.proxy)] if action.proxy else []
        stressed += [(("participants", j), told) for j, told in enumerate(action.participants)]
        for path, each in stressed:
            if each.emphasis and each.emphasis not in each.text:
                yield Finding("R063", ("actions", i, *path, "emphasis"), each=each)


def reaches_itself(routine: Routine) -> Iterator[Finding]:
    """Nobody needs to reach the role she has, nor its own contact."""
    own = {contact.id: contact.role for contact in routine.contacts}
    for i, role in enumerate(routine.roles):
        for j, id in enumerate(role.reach):
            if role.id in (id, own.get(id)):
                yield Finding("R065", ("roles", i, "reach", j), role=role, id=id)


def head_too_long(routine: Routine) -> Iterator[Finding]:
    """More lines than a name has room on."""
    if (count := len(routine.organisation.case_head)) > MOST_AT_THE_TOP:
        yield Finding("R066", ("organisation", "case_head"), count=count, most=MOST_AT_THE_TOP)
