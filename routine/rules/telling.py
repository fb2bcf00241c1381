"""Who is told something without taking over by it is one and clear, and whoever tells it has a part in the action."""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain.fields import folded
from routine.domain.grouping import again
from routine.domain.model import Routine
from routine.domain.steps import Action, Receiver
from routine.domain.wording import ENDS
from routine.reading.finding import Finding
from routine.reading.likeness import listing
from routine.reading.nodes import Path
from routine.rules.core import rule


@rule("actions.*.done", "actions.*.informs", "actions.*.responsible")
def done_unsaid(routine: Routine) -> Iterator[Finding]:
    """What others take over after, or share, is handed over by the words for it when it is done: the guide makes the
    text of them. An action that nobody takes over after does without."""
    for i, action in enumerate(routine.actions):
        if not action.done and (action.informs or action.shared):
            yield Finding(
                "R037",
                ("actions", i),
                f"Åtgärden ”{action.text}” saknar done, och då kan den inte lämnas över till dem som tar vid.",
                "åtgärden när den är gjord, så att den fortsätter meningen Jag har …",
                "lägg till done: och samma sak som i text, som något som är gjort: kontaktat polisen.",
            )


@rule("actions.*.done")
def done_as_a_sentence(routine: Routine) -> Iterator[Finding]:
    """It stands inside sentences, which end by themselves."""
    for i, action in enumerate(routine.actions):
        if action.done and action.done.endswith(ENDS):
            yield Finding(
                "R038",
                ("actions", i, "done"),
                f"”{action.done}” slutar som en mening, men står inne i en: ”Jag har {action.done}.” i guiden.",
                "orden efter Jag har, utan skiljetecken sist",
                f"ta bort ”{action.done[-1]}” sist i texten.",
            )


def _receivers(routine: Routine) -> Iterator[tuple[Path, Action, Receiver]]:
    """Each with its place and its action."""
    for i, action in enumerate(routine.actions):
        yield from ((("actions", i, "tells", j), action, item) for j, item in enumerate(action.tells))


@rule("actions.*.tells")
def receiver_unclear(routine: Routine) -> Iterator[Finding]:
    """By name or as a role, and never both."""
    for path, _, item in _receivers(routine):
        if bool(item.who) == bool(item.role):
            yield Finding(
                "R050",
                path,
                f"Här står {'både who och role' if item.who else 'inte vem'} som får veta ”{item.what}”.",
                "who eller role",
                "skriv role: rollens id om den som får veta har en roll, annars who: med stor bokstav först.",
            )


@rule("actions.*.tells", "roles.*.id", "roles.*.name")
def receiver_with_role(routine: Routine) -> Iterator[Finding]:
    known = {folded(role.name): role for role in routine.roles}
    for path, _, item in _receivers(routine):
        if item.who and (role := known.get(folded(item.who))):
            yield Finding(
                "R051",
                (*path, "who"),
                f"”{item.who}” är en roll i rutinen.",
                f"den som inte har någon roll; den här har rollen {role.id}",
                f"flytta raden till informs, som role: {role.id}, om rollen sedan kan ta vid. "
                f"Skriv annars role: {role.id} här, i stället för who.",
            )


@rule(
    "R002",
    "actions.*.tells",
    "actions.*.text",
    "actions.*.responsible",
    "actions.*.consulted",
    "actions.*.proxy",
    "actions.*.participants",
)
def teller_without_part(routine: Routine) -> Iterator[Finding]:
    """Those who are responsible tell where nobody else is named, so only others are named."""
    for path, action, item in _receivers(routine):
        others = [told.role for told in action.invited] + [*(action.consulted.roles if action.consulted else ())]
        if item.by and item.by not in others:
            owns = item.by in action.responsible
            yield Finding(
                "R052",
                (*path, "by"),
                f"Rollen ”{item.by}” {'ansvarar för' if owns else 'deltar inte i'} ”{action.text}”.",
                listing(others),
                "ta bort by: den som ansvarar berättar när inget annat står."
                if owns
                else "välj en roll som deltar, eller lägg till den under participants.",
            )


@rule("actions.*.tells")
def receiver_twice(routine: Routine) -> Iterator[Finding]:
    """One line for one who is told something by an action: two with the same name would say it of two."""
    for i, action in enumerate(routine.actions):
        told = action.tells
        for _, j, first in again(((item.role, folded(item.who or "")), j) for j, item in enumerate(told)):
            yield Finding(
                "R053",
                ("actions", i, "tells", j),
                f"”{told[j].who or told[j].role}” får veta något två gånger i samma åtgärd.",
                "varje mottagare en gång i en åtgärd",
                "skriv allt den får veta på en rad, eller ta bort den ena.",
                ((("actions", i, "tells", first), "står redan här"),),
            )
