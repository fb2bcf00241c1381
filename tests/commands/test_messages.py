from __future__ import annotations

from routine.commands.messages import page
from routine.reading.messages import messages
from tests.kit.paths import PROJECT


def test_the_handbook_has_every_message() -> None:
    """`make messages` writes it."""
    text = page()
    assert (PROJECT / "handbok/felmeddelanden.md").read_text(encoding="utf-8") == text
    assert text.count("\n### ") == len(messages())
