"""JSON for people: as Python's own module would write it, which is slower."""

from __future__ import annotations

import json

import pytest

from routine.disk.json_text import indented

BODIES: tuple[object, ...] = (
    {},
    [],
    {"b": 1, "a": [1.5, None, True], "å": {}},
    [{"tom": [], "inre": [[1], []]}],
    'citat " och \\ och / och \x1f och \x7f och \u2028 och 🙂\n',
)


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("by", [1, 2])
def test_each_key_has_a_line_and_letters_stay_as_they_are(body: object, by: int) -> None:
    assert indented(body, by) == json.dumps(body, ensure_ascii=False, indent=by) + "\n"
