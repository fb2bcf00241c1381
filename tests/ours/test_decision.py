"""The example of a decided change that editors are shown is one of our own document's rows: it could be entered.
What is then told is in tests/test_decision.py."""

from __future__ import annotations

import re
from typing import Any

import pytest

from routine.check.load import load
from routine.check.nodes import raw
from routine.check.rules import decided
from routine.check.rules.core import Held
from routine.check.source import read
from routine.model.model import Routine
from routine.pages.editors.deciding import decision
from tests.kit.paths import PROJECT, REAL
from tests.kit.variants import values_of
from tests.ours.adopted import DOCUMENT

GUIDE = PROJECT / "handbok/redigera.md"
ENTRY = GUIDE.read_text(encoding="utf-8").partition("    revisions:\n")[2].partition("\n\n")[0]
EXAMPLES = {
    "the handbook": re.sub("^    ", "", ENTRY, flags=re.MULTILINE),
    "the editors' page": re.sub(r" +#.*", "", decision(load(REAL))),
}


@pytest.mark.parametrize("entry", EXAMPLES.values(), ids=EXAMPLES)
@pytest.mark.parametrize(
    "rule",
    [
        *(decided.decides_another_row, decided.decides_nothing),
        *(decided.decides_what_is_not_there, decided.new_row_incomplete),
    ],
    ids=lambda rule: rule.__name__,
)
def test_the_example_changes_what_stands_in_our_document(entry: str, rule: Held) -> None:
    """As the first decision of all, whatever has been decided since."""
    entered: Any = raw(read(f"revisions:\n{entry}\n".encode(), "x", ())[1])
    routine = Routine.model_validate({**values_of(REAL), **entered})
    assert len(routine.decisions) == 1
    assert list(rule(routine, DOCUMENT)) == []
