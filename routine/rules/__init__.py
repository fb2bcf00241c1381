"""What no type can say about a routine. One small function a rule, in seven files; they are tried in the order of the imports."""

from routine.rules import references, names, order, needs, letters, statement, easy  # noqa: F401, I001
from routine.rules.core import RULES, Finding, check

__all__ = ["RULES", "Finding", "check"]
