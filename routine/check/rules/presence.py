"""Rules for parts that are empty, unneeded or too many.

Owners, sections, tracks, roles, questions, pause points and numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from routine.check.finding import Finding
from routine.check.nodes import Path
from routine.check.rules.core import needs
from routine.check.rules.names import named
from routine.model.fields import folded
from routine.model.graph import needs_of
from routine.model.model import Routine
from routine.model.steps import MOST_TRACKS, Action, Participant, Proxy
from routine.model.wording import series

PAUSE_POINT = 9
MOST_AT_THE_TOP = 3  # Lines side by side with room for a name or a number.
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
    """Report roles that nothing names, or that do nothing.

    A role that does nothing would get an empty checklist: a sheet holds what a role does, may be asked to do, or
    answers.
    """
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
    """Report questions that no action needs, even through other questions.

    In a chain of unneeded questions only the last is reported; in a circle all are.
    """
    needed = {question.id: {id for id, _ in needs_of(routine, question)} for question in routine.questions}
    used = {id for action in routine.actions for id, _ in needs_of(routine, action)}
    unused = needed.keys() - used
    for i, question in enumerate(routine.questions):
        through = (id for id in unused if question.id in needed[id] and id not in needed[question.id])
        if question.id in unused and not any(through):
            yield Finding("R014", ("questions", i), question=question)


def section_without_track(routine: Routine) -> Iterator[Finding]:
    """Report sections without a track where there are several tracks.

    Reported once if no section has one.
    """
    lacking = [i for i, section in enumerate(routine.sections) if len(routine.tracks) > 1 and not section.track]
    none = len(lacking) == len(routine.sections)
    for i in lacking[:1] if none else lacking:
        related = [("sections", k) for k in lacking if none and k != i]
        section, tracks = routine.sections[i], [track.id for track in routine.tracks]
        yield Finding("R090", ("sections", i), "none" if none else "", related=related, section=section, tracks=tracks)


def too_many_tracks(routine: Routine) -> Iterator[Finding]:
    """Report more tracks than can be told apart without colour.

    Reported at the first track too many.
    """
    if len(routine.tracks) > MOST_TRACKS:
        count, track = len(routine.tracks), routine.tracks[MOST_TRACKS]
        yield Finding("R091", ("tracks", MOST_TRACKS), count=count, track=track, most=MOST_TRACKS)


@needs("R091")
def empty_track(routine: Routine) -> Iterator[Finding]:
    """Report tracks without sections.

    A single track covers everything, and no section has to name it.
    """
    used = {section.track for section in routine.sections}
    for i, track in enumerate(routine.tracks):
        if track.id not in used and (len(routine.tracks) > 1 or used != {None}):
            yield Finding("R015", ("tracks", i), track=track)


def too_many_at_once(routine: Routine) -> Iterator[Finding]:
    """Report sections with too many actions for one role.

    A pause point of a checklist holds fewer than ten items (WHO, Gawande).
    """
    counts = Counter((action.section, id) for action in routine.actions for id in set(action.responsible))
    for i, section in enumerate(routine.sections):
        for role in routine.roles:
            if (count := counts[section.id, role.id]) > PAUSE_POINT:
                yield Finding("R017", ("sections", i), role=role, section=section, count=count, most=PAUSE_POINT)


@needs("R103")
def contact_without_label(routine: Routine) -> Iterator[Finding]:
    """Report contacts of the same role that cannot be told apart.

    Each of several has a label, and no two have the same title.
    """
    titles = [(contact.role, folded(contact.title)) for contact in routine.contacts]
    for i, contact in enumerate(routine.contacts):
        same = [k for k, (role, _) in enumerate(titles) if k != i and role and role == contact.role]
        alike = [k for k in same if k < i and titles[k] == titles[i]]
        if other := alike if contact.label else same:
            kind = "alike" if contact.label else ""
            yield Finding("R032", ("contacts", i), kind, related=[("contacts", other[0])], contact=contact)


def number_and_its_day(routine: Routine) -> Iterator[Finding]:
    """Report numbers without a last day, and details without a number.

    The details go with the number: no page shows its hours, and on its last day there would be nothing
    to ring.
    """
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
            # Contacts are shown only beside an open question.
            yield Finding("R043", ("situations", i, "contacts"), situation=situation)


def no_dead_end(routine: Routine) -> Iterator[Finding]:
    """Report situations that lead to an open question without help.

    Readers who are told that the source is silent are also told what helps.
    """
    helped = {question.id: bool(question.meanwhile) for question in routine.open_questions}
    for i, situation in enumerate(routine.situations):
        if (id := situation.open_question) and not helped[id]:
            related = [("open_questions", [*helped].index(id))]
            known = [each for each, helps in helped.items() if helps]
            yield Finding("R041", ("situations", i, "open_question"), related=related, id=id, known=known)


def not_called_in(routine: Routine) -> Iterator[Finding]:
    """Report roles that the action under `reached_by` does not reach.

    A role is called in by somebody else, through an action that informs it.
    """
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
    """Report a mismatch of accessibility conformity and known failures.

    Full conformity has no known failures; any other has at least one.
    """
    said = routine.accessibility
    if (said.conformity == "helt") == bool(said.failures):
        yield Finding("R025", ("accessibility", "conformity"), "failures" if said.failures else "", said=said)


def emphasis_elsewhere(routine: Routine) -> Iterator[Finding]:
    """Report emphasis on words that are not in the text."""
    for i, action in enumerate(routine.actions):
        stressed: list[tuple[Path, Action | Proxy | Participant]] = [((), action)]
        stressed += [(("proxy",), action.proxy)] if action.proxy else []
        stressed += [(("participants", j), told) for j, told in enumerate(action.participants)]
        for path, each in stressed:
            if each.emphasis and each.emphasis not in each.text:
                yield Finding("R063", ("actions", i, *path, "emphasis"), each=each)


def reaches_itself(routine: Routine) -> Iterator[Finding]:
    """Report roles that list themselves, or their own contact, to reach."""
    own = {contact.id: contact.role for contact in routine.contacts}
    for i, role in enumerate(routine.roles):
        for j, id in enumerate(role.reach):
            if role.id in (id, own.get(id)):
                yield Finding("R065", ("roles", i, "reach", j), role=role, id=id)


def head_too_long(routine: Routine) -> Iterator[Finding]:
    """Report more case lines than there is room for above a checklist."""
    if (count := len(routine.organisation.case_head)) > MOST_AT_THE_TOP:
        yield Finding("R066", ("organisation", "case_head"), count=count, most=MOST_AT_THE_TOP)
