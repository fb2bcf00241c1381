"""Who answers for an action is told in other texts too: they are read again when that changes."""

from __future__ import annotations

from routine.changes.reassigned import reassigned
from routine.domain.model import Routine
from routine.domain.people import Claim

SAID = "Rektorn är den som skriver i loggen."


def saying(routine: Routine, *lines: str) -> Routine:
    """The first role is told these lines of what is not its to do."""
    first, *rest = routine.roles
    told = first.model_copy(update={"limits": tuple(Claim(text=line, basis="kalla") for line in lines)})
    return routine.model_copy(update={"roles": (told, *rest)})


def answered(routine: Routine, *roles: str) -> Routine:
    """These answer for the log."""
    actions = (
        each.model_copy(update={"responsible": roles}) if each.id == "skriv-i-loggen" else each
        for each in routine.actions
    )
    return routine.model_copy(update={"actions": tuple(actions)})


def test_a_text_that_names_who_no_longer_answers_for_an_action_is_read_again(small: Routine) -> None:
    """Not one that names her for something else, nor one that names another for the same."""
    old = saying(small, SAID, "Rektorn svarar för nycklarna.", "Eleven skriver inte i loggen.")
    (line,) = reassigned(old, answered(old, "vaktmastaren"))
    assert line[0] == (
        "För ”Skriv i loggen hur salen ser ut” ansvarar inte längre rektorn. "
        "Läs igenom texter som kan säga att det är så:"
    )
    near = "gor-aterbesok.consulted.wallet: Rådgör med rektorn om salen"  # It may be about the same: nobody can know.
    assert line[1] == (f"upptackaren.limits.1.text: {SAID}", near)


def test_who_answers_for_it_with_one_more_still_does(small: Routine) -> None:
    old = saying(small, SAID)
    assert [*reassigned(old, answered(old, "vaktmastaren", "rektorn"))] == []


def test_what_builds_on_an_action_that_is_gone_is_read_again(small: Routine) -> None:
    old = saying(small, SAID)
    rest = tuple(each for each in old.actions if each.id != "skriv-i-loggen")
    told = dict(reassigned(old, old.model_copy(update={"actions": rest})))
    first, *others = told
    assert first == (
        "Åtgärden ”Skriv i loggen hur salen ser ut” är borta. För den ansvarade rektorn. "
        "Läs igenom texter som kan säga att det är så:"
    )
    assert f"upptackaren.limits.1.text: {SAID}" in told[first]
    assert others == [
        "Den öppna frågan ”Var ligger loggen, och vem läser den?” leder inget steg till längre. Läs igenom den."
    ]
