"""Rules that no type can express: one small, pure function for each.

May import domain and reading.
"""

from __future__ import annotations

from collections.abc import Iterator

from routine.check.finding import Finding
from routine.check.rules import (
    adopted,
    decided,
    language,
    left,
    names,
    numbers,
    order,
    overruled,
    personal,
    presence,
    stated,
    steps,
    telling,
)
from routine.check.rules.core import Check, Held, tried
from routine.model.adopted import Adopted
from routine.model.model import Routine

__all__ = ["ADVICE", "HELD", "RULES", "STRUCTURE", "TEXTS", "advise", "check"]

# Prerequisites of all other rules: while one of these finds anything, only the texts are checked as well.
STRUCTURE: tuple[Check, ...] = (names.unknown, names.duplicate_id, presence.section_without_track)
# In the order in which they run: a rule that needs the code of another stands below it.
RULES: tuple[Check, ...] = (
    names.alike_but_for_the_id,
    names.same_section_address,
    names.id_of_another,
    names.role_twice,
    names.joint_alone,
    names.word_twice,
    names.same_name_twice,
    order.section_of_another_track,
    order.own_with_row,
    presence.too_many_tracks,
    steps.loop,
    steps.unreachable,
    steps.counted_from_what_comes_after,
    steps.opens_twice,
    steps.first_waits,
    order.group_apart,
    presence.not_called_in,
    numbers.answer_explained_twice,
    numbers.advice_with_another_number,
    numbers.number_not_emergency,
    numbers.danger_leads_elsewhere,
    order.revisions_out_of_order,
    order.decision_out_of_time,
    order.approved_too_late,
    presence.nobody_owns,
    presence.empty_section,
    presence.role_unneeded,
    presence.question_unneeded,
    presence.empty_track,
    presence.too_many_at_once,
    presence.number_and_its_day,
    presence.contact_without_label,
    presence.leads_to_one_thing,
    presence.no_dead_end,
    presence.reaches_itself,
    presence.emphasis_elsewhere,
    presence.head_too_long,
    presence.conformity_and_failures,
    telling.done_unsaid,
    telling.receiver_unclear,
    telling.teller_without_part,
    telling.receiver_twice,
    telling.easy_words_missing,
    telling.easy_words_unneeded,
)
# Rules that judge single texts, whatever else is wrong.
TEXTS: tuple[Check, ...] = (
    language.character_without_glyph,
    language.sentence_begun_again,
    language.too_long,
    language.english,
    language.markup,
    language.key_in_text,
    language.promise,
    language.old_name,
    language.out_of_its_kind,
    numbers.another_limit,
    numbers.number_mistyped,
    personal.person,
    personal.functions_mobile,
)
# Faults that a routine may be published with, but would be better without.
ADVICE: tuple[Check, ...] = (
    numbers.number_of_nobody,
    numbers.emergency_unsaid,
    steps.urgent_behind_the_opening,
    telling.step_unseen,
    telling.role_untold,
    language.tab_tells,
    language.old_name_in_short,
    language.shared_to_one,
)
# Rules that need the adopted document. They run before and after the order of the rows, since a row that the source
# lacks is also out of order.
DECISIONS: tuple[Held, ...] = (
    decided.another_document,
    decided.decides_another_row,
    decided.decides_nothing,
    decided.decides_what_is_not_there,
    decided.new_row_incomplete,
    adopted.unknown_row,
)
HELD: tuple[Held, ...] = (
    adopted.row_missing,
    adopted.another_fact,
    adopted.another_sharing,
    stated.other_conditions,
    stated.others_answer,
    stated.word_missing,
    left.still_said,
)


def check(routine: Routine, document: Adopted | None = None) -> Iterator[Finding]:
    """Yield every broken rule that no exception covers.

    The routine is held to the adopted document, if there is one; but not while the document names anything that the
    routine lacks, since the routine would then be blamed for it.
    """
    return overruled.standing(_found(routine, document), routine)


def _found(routine: Routine, document: Adopted | None) -> Iterator[Finding]:
    broken = set[str]()
    yield from tried(STRUCTURE, broken, routine)
    if not broken:
        holds = document is not None and not any(decided.not_there(document, routine))
        held = (routine, document) if document and holds else ()
        yield from tried(RULES, broken, routine)
        yield from overruled.exceptions(routine, held[1] if held else None)
        yield from tried(DECISIONS if held else (), broken, *held)
        yield from tried((order.out_of_order,), broken, routine)
        yield from tried(HELD if held else (), broken, *held)
    yield from tried(TEXTS, broken, routine)


def advise(routine: Routine) -> Iterator[Finding]:
    """Yield possible improvements for a routine that breaks no rule."""
    return overruled.standing(tried(ADVICE, set(), routine), routine)
