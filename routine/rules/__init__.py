"""What no type can say about a routine: one small function a rule. Pure.

May import domain and reading.
"""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain.adopted import Adopted
from routine.domain.model import Routine
from routine.reading.finding import Finding
from routine.reading.nodes import Path
from routine.rules import (
    addressed,
    addresses,
    adopted,
    advice,
    asked,
    calling,
    circles,
    continuing,
    counted,
    decided,
    easy,
    guiding,
    identifiers,
    language,
    named,
    names,
    opposite,
    order,
    overruled,
    paper,
    pasted,
    people,
    personal,
    pointed,
    presence,
    printable,
    proper,
    quotation,
    references,
    roles,
    situations,
    split,
    stated,
    statement,
    telling,
    together,
    unshown,
    waiting,
)
from routine.rules.core import Held, Rule, tried

__all__ = ["ADVICE", "HELD", "RULES", "advise", "check"]

# Every rule, in the order in which they are tried: one that needs another's code stands below it.
RULES: tuple[Rule, ...] = (
    references.unknown_role,
    references.unknown_question,
    references.unknown_section,
    references.unknown_track,
    references.unknown_action,
    references.unknown_step,
    references.unknown_open_question,
    references.unknown_contact,
    references.unknown_guidance,
    names.duplicate_id,
    names.alike_but_for_the_id,
    names.same_section_address,
    names.role_twice,
    names.joint_alone,
    names.word_twice,
    names.same_name_twice,
    names.same_name_or_tab,
    addresses.address_for_a_name,
    identifiers.read_as_something_else,
    identifiers.name_of_windows,
    identifiers.name_of_ours,
    order.section_of_another_track,
    order.own_with_row,
    presence.too_many_tracks,
    presence.section_without_track,
    circles.loop,
    order.unreachable,
    counted.counted_from_what_comes_after,
    order.opens_twice,
    order.opening_waits,
    order.asked_at_once_waits,
    together.group_apart,
    calling.not_reached,
    guiding.answer_explained_twice,
    guiding.number_mistyped,
    guiding.advice_with_another_number,
    guiding.number_not_emergency,
    guiding.danger_leads_elsewhere,
    order.revisions_out_of_order,
    order.decision_out_of_time,
    order.approved_too_late,
    presence.nobody_owns,
    roles.owns_after_all,
    presence.empty_section,
    presence.role_unneeded,
    presence.nothing_on_paper,
    presence.question_unneeded,
    presence.empty_track,
    presence.too_many_at_once,
    presence.number_without_end,
    presence.number_gone,
    presence.contact_without_label,
    situations.leads_to_one_thing,
    situations.no_dead_end,
    situations.contacts_unshown,
    printable.character_without_glyph,
    paper.unknown_callee,
    paper.reaches_itself,
    paper.emphasis_elsewhere,
    paper.head_too_long,
    paper.several_as_one,
    statement.conformity_and_failures,
    telling.done_unsaid,
    telling.done_as_a_sentence,
    continuing.sentence_begun_again,
    telling.receiver_unclear,
    telling.receiver_with_role,
    telling.teller_without_part,
    telling.receiver_twice,
    easy.easy_words_missing,
    easy.easy_words_unneeded,
    language.too_long,
    language.english,
    language.markup,
    language.key_in_text,
    quotation.stray_quotation_mark,
    pasted.reading_mark,
    language.promise,
    language.old_name,
    overruled.unknown_code,
    overruled.unknown_place,
    overruled.not_needed,
    personal.personal_number,
    personal.mobile,
    personal.email,
    personal.street,
    personal.functions_mobile,
    asked.asked_at_length,
)

# What a routine may be published with, and would be better without.
ADVICE: tuple[Rule, ...] = (
    advice.verb_first,
    advice.apart,
    advice.nobody_does_it,
    advice.another_limit,
    advice.number_of_nobody,
    names.copied,
    waiting.urgent_behind_the_opening,
    guiding.emergency_unsaid,
    addressed.own_to_several,
    roles.tab_tells,
    language.old_name_in_short,
    people.persons_name,
    proper.name_begins_with_a_name,
    opposite.against_the_answer,
    split.lost_in_the_split,
    pasted.word_in_two,
    pasted.sentences_in_one,
    pointed.row_of_nothing,
    addressed.shared_to_one,
    unshown.help_unshown,
)


# What is also tried when the adopted document is there, after all of the above; and what waits for it, but is tried
# without it too: a row that the source has not stands out of its order.
HELD: tuple[Held | Rule, ...] = (
    decided.another_document,
    decided.decides_another_row,
    decided.decides_nothing,
    decided.decides_what_is_not_there,
    decided.new_row_incomplete,
    adopted.unknown_row,
    order.out_of_order,
    adopted.row_missing,
    adopted.another_section,
    adopted.other_owners,
    adopted.others_consulted,
    adopted.another_sharing,
    adopted.another_proxy,
    adopted.other_participants,
    adopted.another_limit,
    adopted.other_groups,
    stated.other_conditions,
    stated.others_answer,
    stated.word_missing,
)


def check(
    routine: Routine, placeholders: frozenset[Path] = frozenset(), document: Adopted | None = None
) -> Iterator[Finding]:
    """Every broken rule, leaving out what cannot be judged because of a placeholder.

    The adopted document is what the routine is held to, if there is one: not while it names what is not there, which
    would be blamed on the routine.
    """
    holds = document is not None and not any(named.not_there(document, routine))
    held = [_to(document if holds else None, one) for one in HELD]
    return overruled.standing(tried((*RULES, *(one for one in held if one)), routine, placeholders), routine)


def _to(document: Adopted | None, one: Held | Rule) -> Rule | None:
    """A rule as it is tried beside the document: one that holds the routine to it is none without it."""
    if isinstance(one, Rule):
        return one
    return one.to(document) if document else None


def advise(routine: Routine) -> Iterator[Finding]:
    """What could be said better in a routine that breaks no rule."""
    return overruled.standing(tried(ADVICE, routine, frozenset()), routine)
