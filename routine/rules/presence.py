"""What must not be empty, unneeded or too much: owners, sections, tracks, roles, questions, pause points, numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from routine.domain.fields import folded
from routine.domain.graph import Step
from routine.domain.model import Contact, Routine
from routine.reading.problems import listing
from routine.rules.core import Finding, rule
from routine.rules.references import references

PAUSE_POINT = 9


@rule("actions.*.responsible", "actions.*.text")
def nobody_owns(routine: Routine) -> Iterator[Finding]:
    for i, action in enumerate(routine.actions):
        if not action.responsible:
            yield Finding(
                "R008",
                ("actions", i),
                f"Ingen ansvarar för ”{action.text}”.",
                listing(role.id for role in routine.roles),
                "lägg till responsible: [roll].",
            )


@rule("actions.*.section", "sections.*.id", "R004")
def empty_section(routine: Routine) -> Iterator[Finding]:
    used = {action.section for action in routine.actions}
    for i, section in enumerate(routine.sections):
        if section.id not in used:
            yield Finding(
                "R012",
                ("sections", i),
                f"Avsnitt {section.id} har inga åtgärder.",
                "",
                "lägg en åtgärd i avsnittet, eller ta bort det.",
            )


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
    "questions.*.heard_by",
)
def role_unneeded(routine: Routine) -> Iterator[Finding]:
    used = {id for _, id in references(routine)}
    for i, role in enumerate(routine.roles):
        if role.id not in used:
            yield Finding(
                "R013",
                ("roles", i),
                f"Rollen ”{role.name}” behövs inte någonstans.",
                "",
                "nämn rollen i en åtgärd, eller ta bort den.",
            )


@rule("questions.*.id", "questions.*.text", "questions.*.conditions", "actions.*.conditions", "R003")
def question_unneeded(routine: Routine) -> Iterator[Finding]:
    steps: tuple[Step, ...] = (*routine.questions, *routine.actions)
    used = {condition.question for step in steps for condition in step.conditions}
    for i, question in enumerate(routine.questions):
        if question.id not in used:
            yield Finding(
                "R014",
                ("questions", i),
                f"Frågan ”{question.text}” styr inget steg.",
                "",
                "lägg frågan som villkor på en åtgärd, eller ta bort den.",
            )


@rule("tracks.*.id", "tracks.*.title", "sections.*.track", "R005")
def empty_track(routine: Routine) -> Iterator[Finding]:
    used = {section.track for section in routine.sections}
    for i, track in enumerate(routine.tracks):
        if track.id not in used:
            yield Finding(
                "R015",
                ("tracks", i),
                f"Spåret ”{track.title}” har inga avsnitt.",
                "",
                "lägg ett avsnitt i spåret, eller ta bort det.",
            )


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


@rule("contacts.*.role", "contacts.*.label", "contacts.*.function")
def contact_without_label(routine: Routine) -> Iterator[Finding]:
    """Of several contacts for one role each says which it is."""
    for i, contact in enumerate(routine.contacts):
        same = [k for k, other in enumerate(routine.contacts[:i]) if contact.role and _alike(contact, other)]
        if same:
            yield Finding(
                "R032",
                ("contacts", i),
                f"Två kontakter för samma roll heter ”{contact.title}”.",
                "ett label som skiljer dem åt, till exempel partiets namn",
                "lägg till label på kontakterna, eller ta bort den ena.",
                ((("contacts", same[0]), "den andra kontakten"),),
            )


def _alike(contact: Contact, other: Contact) -> bool:
    return (contact.role, folded(contact.title)) == (other.role, folded(other.title))


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
