"""The page Lätt att läsa tells all that its role has to do with, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain.editor_types import UNSAID
from routine.domain.graph import Step
from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.reading.nodes import Path
from routine.rules.core import rule
from routine.rules.core import steps as every_step

NEEDS = (
    "easy.role",
    "easy.steps",
    "easy.roles",
    "roles.*.id",
    "roles.*.name",
    "actions",
    "questions",
    "R001",
    "R002",
    "R008",
    "R028",
)


def shown(routine: Routine) -> Iterator[Step]:
    """The steps that the page tells."""
    role = routine.reader
    yield from (action for action in routine.actions if action.part_of(role))
    yield from (question for question in routine.questions if role in question.answered_by)


def deeds(routine: Routine) -> Iterator[str]:
    """The steps that others do, which the page folds together by who does them."""
    role = routine.reader
    yield from (action.id for action in routine.actions if action.part_of(role) in ("for", "consulted"))


def named(routine: Routine) -> Iterator[str]:
    """The other roles that the page names, in order: who acts for the reader or with it, and who is consulted."""
    reader, met = routine.reader, set[str]()
    for action in routine.actions:
        part = action.part_of(reader)
        if part:
            met.update(action.responsible)
        if part == "own" and action.consulted:
            met.update(action.consulted.roles)
    yield from (role.id for role in routine.roles if role.id in met and role.id != reader)


def informed(routine: Routine) -> Iterator[str]:
    """Those whom the reader tells something: the page may say who they are, also when it does not name them."""
    reader = routine.reader
    yield from (item.role for action in routine.actions if reader in action.responsible for item in action.informs)


# What is left open is refused as it stands. A topic goes on in a sentence.
FILL_IN = f"Byt {UNSAID} och exemplet mot det som gäller."
TOPIC = f"topic: {UNSAID} sällskap"


def _step(id: str, *, told_as_deed: bool) -> tuple[str, ...]:
    """The whole of what the page needs of a step, below `steps`."""
    lines = ("    lines:", f"      - {UNSAID} {'ringer' if told_as_deed else 'Ring'} jouren.")
    return f"  - step: {id}", *((f"    {TOPIC}",) if told_as_deed else ()), *lines


@rule(*NEEDS)
def easy_words_missing(routine: Routine) -> Iterator[Finding]:
    """What the adopted routine says to the role must not be left out of its easy page."""
    if not routine.easy:
        return
    if not any(shown(routine)):
        message = f"Inget steg rör rollen ”{routine.reader}”."
        yield Finding(
            "R026",
            ("easy", "role"),
            message,
            "en roll som ansvarar, svarar, är med, tillfrågas eller får hjälp",
            "välj en annan roll.",
        )
    yield from _steps_missing(routine)
    yield from _roles_missing(routine)
    yield from _topics_missing(routine)


def _steps_missing(routine: Routine) -> Iterator[Finding]:
    steps = {item.step for item in routine.plain.steps}
    for step in shown(routine):
        if step.id not in steps:
            hint = f"lägg till posten ”- step: {step.id}” under steps, med sina rader under lines. {FILL_IN}"
            yield Finding(
                "R026",
                ("easy", "steps"),
                f"Steget ”{step.id}” saknas: ”{step.text}”.",
                "varje åtgärd och fråga som rör rollen",
                hint,
                example=_step(step.id, told_as_deed=step.id in set(deeds(routine))),
            )


def _roles_missing(routine: Routine) -> Iterator[Finding]:
    roles = {item.role for item in routine.plain.roles}
    for id in named(routine):
        if id not in roles:
            hint = f"lägg till posten ”- role: {id}” under easy: roles, med sina rader under lines. {FILL_IN}"
            yield Finding(
                "R026",
                ("easy",),
                f"Rollen ”{id}” saknas under easy: roles. Det är {routine.role(id).name}.",
                "varje roll som sidan nämner",
                hint,
                example=("  roles:", f"    - role: {id}", "      lines:", f"        - {UNSAID} Hon hjälper dig."),
            )


@rule(*NEEDS)
def easy_words_unneeded(routine: Routine) -> Iterator[Finding]:
    """Nor may anything stand in the file that no reader sees."""
    if not routine.easy:
        return
    steps, roles = [item.step for item in routine.plain.steps], [item.role for item in routine.plain.roles]
    yield from _unneeded(routine, "steps", "step", steps, {step.id for step in shown(routine)})
    yield from _unneeded(routine, "roles", "role", roles, {*named(routine), *informed(routine)})
    yield from _topics_unneeded(routine)
    yield from _unanswered_unneeded(routine)


def _unneeded(routine: Routine, name: str, key: str, ids: list[str], wanted: set[str]) -> Iterator[Finding]:
    """What has gone from the page may have gone by mistake, elsewhere: that is said first, with the place."""
    places = {step.id: path for path, step in every_step(routine)}
    for i, id in enumerate(ids):
        if id not in wanted or id in ids[:i]:
            related: tuple[tuple[Path, str], ...] = ()
            if id in wanted:
                fault, hint = "står redan i listan", "ta bort den ena."
            elif name == "roles":
                fault = "nämns inte på sidan"
                hint = (
                    f"är det ett misstag, lägg tillbaka ”{id}” i åtgärden som den hör till. "
                    "Först om rollen inte ska nämnas: ta bort posten här."
                )
            else:
                question = places[id][0] == "questions"
                fault = f"visas inte för ”{routine.reader}”: {'frågan' if question else 'åtgärden'} nämner inte rollen"
                keys = "answered_by" if question else "helps, participants, consulted eller responsible"
                hint = (
                    f"är det ett misstag, lägg tillbaka rollen där, under {keys}. "
                    "Först om steget inte ska visas: ta bort posten här."
                )
                related = ((places[id], "frågan" if question else "åtgärden"),)
            allowed = "det som sidan visar, en gång"
            yield Finding("R027", ("easy", name, i, key), f"”{id}” {fault}.", allowed, hint, related)


def _topics_missing(routine: Routine) -> Iterator[Finding]:
    """What is folded together says on its one line what each deed is about."""
    folded = set(deeds(routine))
    for i, item in enumerate(routine.plain.steps):
        if item.step in folded and not item.topic:
            yield Finding(
                "R026",
                ("easy", "steps", i),
                f"”{item.step}” saknar topic.",
                "ett eller några ord om vad det gäller, som ”sällskap”",
                f"lägg till topic. {FILL_IN}",
                example=(TOPIC,),
            )


def _topics_unneeded(routine: Routine) -> Iterator[Finding]:
    """What is never folded has no such line. A step that is not on the page at all has been told of already."""
    plain = {step.id for step in shown(routine)} - set(deeds(routine))
    for i, item in enumerate(routine.plain.steps):
        if item.topic and item.step in plain:
            yield Finding(
                "R027",
                ("easy", "steps", i, "topic"),
                f"topic visas inte för ”{item.step}”.",
                "topic på det som någon annan gör",
                "ta bort topic.",
            )


def _unanswered_unneeded(routine: Routine) -> Iterator[Finding]:
    """Only in what the reader does itself is the page's reader helped with what the source leaves open."""
    helped = {question.id for question in routine.open_questions if question.meanwhile}
    own = (action for action in routine.actions if routine.reader in action.responsible)
    missing = {step.id for step in shown(routine)} - {each.id for each in own if helped & {*each.open_questions}}
    for i, item in enumerate(routine.plain.steps):
        if item.unanswered and item.step in missing:
            yield Finding(
                "R027",
                ("easy", "steps", i, "unanswered"),
                f"unanswered visas inte för ”{item.step}”.",
                "unanswered på det som läsaren själv gör, när en öppen fråga om det har meanwhile",
                "ta bort unanswered, eller ge den öppna frågan meanwhile.",
            )
