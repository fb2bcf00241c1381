"""What our own routine is held to: the rows of data/adopted.yaml with all decisions since. And our roles' ids."""

from __future__ import annotations

from routine.domain import decided
from routine.domain.adopted import Row
from routine.load import load, load_adopted
from tests.kit.paths import REAL

PERSON = "den-utsatte"
OFFICER = "partiets-sakerhetsansvarig"
STRATEGIST = "kommunens-sakerhetsstrateg"
DIRECTOR = "kommunchefen"
PROXY = "ombud"
FIRST_SUPPORT = "initialt-stod"
SUPPORT_PERSON = "stodperson"


def rows() -> tuple[Row, ...]:
    """The rows that hold, in the order of their numbers."""
    document = load_adopted(REAL, REAL.name)
    assert document, "data/adopted.yaml saknas"
    found = decided.in_force(document, [decision for _, decision in load(REAL).decisions])
    return tuple(sorted(found, key=lambda row: row.row))


ROWS = rows()
