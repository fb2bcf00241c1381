"""What an editor calls the place of a text: `stang-kranen.text`, `terms.2.meaning`. Items of a list count from 1."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from routine.domain.model import Routine
from routine.reading.nodes import Path
from routine.rules.texts import leaves


@lru_cache(maxsize=2)
def places(routine: Routine) -> dict[str, Path]:
    """Every text by its place. Where two would be called the same, the list that they are in stands first."""
    short = {leaf.path: _short(routine, leaf.path) for leaf in leaves(routine)}
    times = Counter(short.values())
    return {name if times[name] == 1 else f"{path[0]}.{name}": path for path, name in short.items()}


def _short(routine: Routine, path: Path) -> str:
    top, rest = path[0], path[1:]
    items = getattr(routine, str(top))
    id = getattr(items[rest[0]], "id", "") if isinstance(rest[0], int) else ""
    steps = (id, *rest[1:]) if id else path
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in steps)
