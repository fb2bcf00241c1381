"""What our own routine is held to: the rows of data/adopted.yaml with all decisions since. And our roles' ids."""

from __future__ import annotations

from routine.check.load import load, load_adopted
from routine.model import decided
from routine.model.adopted import Adopted, Row
from tests.kit.paths import REAL

PERSON = "den-utsatte"
OFFICER = "partiets-sakerhetsansvarig"
STRATEGIST = "kommunens-sakerhetsstrateg"
DIRECTOR = "kommunchefen"
PROXY = "ombud"
FIRST_SUPPORT = "initialt-stod"
SUPPORT_PERSON = "stodperson"


def document() -> Adopted:
    """The adopted document, as it was before any decision."""
    found = load_adopted(REAL, REAL.name)
    assert found, "data/adopted.yaml saknas"
    return found


def rows() -> tuple[Row, ...]:
    """The rows that hold, in the order of their numbers."""
    found = decided.in_force(DOCUMENT, [decision for _, decision in load(REAL).decisions])
    return tuple(sorted(found, key=lambda row: row.row))


DOCUMENT = document()
ROWS = rows()
