from __future__ import annotations

from routine.check.finding import messages
from routine.cli.messages import page
from tests.kit.paths import PROJECT


def test_the_handbook_has_every_message() -> None:
    """`make messages` writes it."""
    text = page()
    assert (PROJECT / "handbok/felmeddelanden.md").read_text(encoding="utf-8") == text
    assert text.count("\n### ") == len(messages())
