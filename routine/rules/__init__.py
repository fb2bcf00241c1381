"""What no type can say about a routine: one small function a rule. They are tried in the order of the imports. Pure.

May import domain and reading.
"""

from routine.rules import references, names, order, presence, printable, statement, easy  # noqa: F401, I001
from routine.rules.core import RULES, Finding, check

__all__ = ["RULES", "Finding", "check"]
