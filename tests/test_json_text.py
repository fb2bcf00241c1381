"""JSON for people: as Python's own module would write it, which is slower."""

from __future__ import annotations

import json

import pytest

from routine.disk import indented


@pytest.mark.parametrize("body", [{"b": 1, "a": [1.5, None, True], "å": {}}, 'citat " och \\ och \x1f och \u2028 🙂\n'])
def test_each_key_has_a_line_and_letters_stay_as_they_are(body: object) -> None:
    assert indented(body, 2) == json.dumps(body, ensure_ascii=False, indent=2) + "\n"
