"""What must not be empty, unneeded or too much: owners, sections, tracks, roles, questions, pause points, numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from routine.domain.fields import folded
from routine.domain.graph import Step, needs_of
from routine.domain.model import Routine
from routine.domain.people import Contact
from routine.domain.steps import MOST_TRACKS
from routine.reading.finding import Finding
from routine.reading.likeness import listing
from routine.rules.core import rule
from routine.rules.references import references

PAUSE_POINT = 9

ASKED = ("actions.*.proxy", "actions.*.participants")


@rule("actions.*.responsible", "actions.*.text")
def nobody_owns(routine: Routine) -> Iterator[Finding]:
    for i, action in enumerate(routine.actions):
        if not action.responsible:
            yield Finding(
                "R008",
                ("actions", i, "responsible"),
                f"Ingen ansvarar för ”{action.text}”.",
                listing(role.id for role in routine.roles),
                "skriv responsible: och den roll som ansvarar, inom klamrar: [roll].",
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
    "actions.*.tells",
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
                "är rollen ny, nämn den där den gör något: under responsible, participants eller proxy i en åtgärd, "
                "eller answered_by i en fråga. Har en sådan åtgärd tagits bort av misstag, lägg tillbaka den; "
                "ska rollen inte finnas, ta bort den.",
            )


@rule("R008", "R013", "roles.*.id", "roles.*.name", "actions.*.responsible", *ASKED, "questions.*.answered_by")
def nothing_on_paper(routine: Routine) -> Iterator[Finding]:
    """A checklist, a booklet and a card are of what a role does, may be asked to do or answers."""
    acting = {id for action in routine.actions for id in action.responsible}
    acting |= {told.role for action in routine.actions for told in action.invited}
    acting |= {id for question in routine.questions for id in question.answered_by}
    for i, role in enumerate(routine.roles):
        if role.id not in acting:
            yield Finding(
                "R099",
                ("roles", i),
                f"Rollen ”{role.name}” gör inget, så dess checklista och kort blir tomma.",
                "en roll som ansvarar för en åtgärd, kan göra den i stället, deltar i den eller svarar på en fråga",
                "skriv vad rollen gör under participants i en åtgärd, eller ta bort rollen.",
            )


@rule("questions.*.id", "questions.*.text", "questions.*.conditions", "actions.*.conditions", "R003")
def question_unneeded(routine: Routine) -> Iterator[Finding]:
    """No action needs it, not even through other questions. Of those that hang on each other the last is told,
    or all that go in a circle."""
    needs = {question.id: _needed(routine, question) for question in routine.questions}
    used = {id for action in routine.actions for id in _needed(routine, action)}
    unused = needs.keys() - used
    for i, question in enumerate(routine.questions):
        if question.id in unused and not any(
            question.id in needs[id] and id not in needs[question.id] for id in unused
        ):
            yield Finding(
                "R014",
                ("questions", i),
                f"Frågan ”{question.text}” styr inget steg.",
                "",
                "lägg frågan som villkor på en åtgärd, eller ta bort den.",
            )


def _needed(routine: Routine, step: Step) -> set[str]:
    """The questions that a step hangs on, through others as well."""
    return {question for question, _ in needs_of(routine, step)}


@rule("tracks", "sections.*.track", "sections.*.title", "R005")
def section_without_track(routine: Routine) -> Iterator[Finding]:
    """Of several tracks each section says its own. Told once, where nobody has begun to say it."""
    lacking = [i for i, section in enumerate(routine.sections) if len(routine.tracks) > 1 and not section.track]
    told = lacking[:1] if len(lacking) == len(routine.sections) else lacking
    for i in told:
        every = " Inget avsnitt har något." if told != lacking or len(routine.sections) == 1 else ""
        yield Finding(
            "R090",
            ("sections", i),
            f"Avsnittet ”{routine.sections[i].title}” saknar spår.{every}",
            listing(track.id for track in routine.tracks),
            "skriv track: och spårets id på varje avsnitt, eller ta bort tracks om rutinen inte har flera spår.",
            tuple((("sections", k), "saknar också spår") for k in lacking if told != lacking and k != i),
        )


@rule("tracks", "tracks.*.title")
def too_many_tracks(routine: Routine) -> Iterator[Finding]:
    """As many as can be told apart without colour. Told at the first that is one too many."""
    if len(routine.tracks) > MOST_TRACKS:
        yield Finding(
            "R091",
            ("tracks", MOST_TRACKS),
            f"Rutinen har {len(routine.tracks)} spår. ”{routine.tracks[MOST_TRACKS].title}” är ett för mycket.",
            f"högst {MOST_TRACKS} spår: fler går inte att skilja åt utan färg",
            "låt avsnitt som följer på varandra dela spår, eller dela rutinen i två.",
        )


@rule("tracks.*.id", "tracks.*.title", "sections.*.track", "R005", "R090", "R091")
def empty_track(routine: Routine) -> Iterator[Finding]:
    """A track that is alone is everything, and needs no section to say so."""
    used = {section.track for section in routine.sections}
    if len(routine.tracks) == 1 and used == {None}:
        return
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


@rule("contacts.*.role", "contacts.*.label", "contacts.*.function", "R001", "R103")
def contact_without_label(routine: Routine) -> Iterator[Finding]:
    """Of several contacts for one role each says which it is."""
    for i, contact in enumerate(routine.contacts):
        same = [k for k, other in enumerate(routine.contacts) if k != i and contact.role and contact.role == other.role]
        alike = [k for k in same if k < i and _title(routine.contacts[k]) == _title(contact)]
        if same and not contact.label:
            told, other = f"Rollen har flera kontakter, och ”{contact.function}” saknar label.", same[0]
        elif contact.label and alike:
            told, other = f"Två kontakter för samma roll heter ”{contact.title}”.", alike[0]
        else:
            continue
        yield Finding(
            "R032",
            ("contacts", i),
            told,
            "ett label på varje, som skiljer dem åt, till exempel verksamhetens namn",
            "lägg till eller ändra label, eller ta bort den ena kontakten.",
            ((("contacts", other), "den andra kontakten"),),
        )


def _title(contact: Contact) -> str:
    return folded(contact.title)


@rule("contacts.*.number", "contacts.*.valid_until", "contacts.*.function", "contacts.*.label")
def number_without_end(routine: Routine) -> Iterator[Finding]:
    for i, contact in enumerate(routine.contacts):
        if contact.number and not contact.valid_until:
            yield Finding(
                "R019",
                ("contacts", i, "number"),
                f"Numret till {contact.title} saknar sista giltighetsdag.",
                "valid_until: år-månad-dag",
                "lägg till dagen då numret ska kontrolleras.",
            )


@rule("contacts.*.number", "contacts.*.function", "contacts.*.label")
def number_gone(routine: Routine) -> Iterator[Finding]:
    """What is said of a number goes with it: no page shows its hours, and on its last day nobody could ring it."""
    for i, contact in enumerate(routine.contacts):
        left = [key for key in ("valid_until", "hours") if getattr(contact, key)]
        if left and not contact.number:
            what, these = " och ".join(left), "raden" if len(left) == 1 else "raderna"
            yield Finding(
                "R106",
                ("contacts", i, left[0]),
                f"{contact.title} har {what}, men inget nummer.",
                "valid_until och hours bara tillsammans med number",
                f"ta bort {these} {what}, eller skriv numret under number.",
            )
