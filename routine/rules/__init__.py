"""What no type can say about a routine: one small function a rule. Pure.

May import domain and reading.
"""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain.model import Routine
from routine.reading.nodes import Path
from routine.rules import easy, names, order, presence, printable, references, statement
from routine.rules.core import Finding, Rule, tried

__all__ = ["RULES", "Finding", "check"]

# Every rule, in the order in which they are tried: one that needs another's code stands below it.
RULES: tuple[Rule, ...] = (
    references.unknown_role,
    references.unknown_question,
    references.unknown_section,
    references.unknown_track,
    references.unknown_action,
    references.unknown_step,
    references.unknown_open_question,
    names.duplicate_id,
    names.role_twice,
    names.word_twice,
    names.same_name_twice,
    names.same_tab,
    order.section_of_another_track,
    order.out_of_order,
    order.loop,
    order.unreachable,
    order.opens_twice,
    order.opening_waits,
    order.group_apart,
    order.revisions_out_of_order,
    presence.nobody_owns,
    presence.empty_section,
    presence.role_unneeded,
    presence.question_unneeded,
    presence.empty_track,
    presence.too_many_at_once,
    presence.number_without_end,
    printable.character_without_glyph,
    statement.conformity_and_failures,
    easy.easy_words_missing,
    easy.easy_words_unneeded,
)


def check(routine: Routine, placeholders: frozenset[Path] = frozenset()) -> Iterator[Finding]:
    """Every broken rule, leaving out what cannot be judged because of a placeholder."""
    return tried(RULES, routine, placeholders)
