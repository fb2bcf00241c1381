"""At what widths and in which scheme the pages are looked at. A newcomer's `make test` sees each claim;
`make full` sees the whole grid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import pytest

Scheme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class View:
    """One of the sites, as it is seen."""

    site: str
    width: int
    scheme: Scheme

    def __str__(self) -> str:
        return f"{self.site}-{self.width}-{self.scheme}"


def views(*in_test: View, full: tuple[View, ...] = ()) -> list[Any]:
    """As parameters of a fixture: `in_test` in each run, and `full` as well in the full one."""
    return [
        *(pytest.param(view, id=str(view)) for view in in_test),
        *(pytest.param(view, id=str(view), marks=pytest.mark.full) for view in full if view not in in_test),
    ]


def some(*in_test: Any, full: tuple[Any, ...] = ()) -> list[Any]:
    """The parameters of a test: `in_test` in each run, and `full` as well in the full one."""
    return [
        *in_test,
        *(pytest.param(*(each if isinstance(each, tuple) else (each,)), marks=pytest.mark.full) for each in full),
    ]


def grid(*widths: int) -> tuple[View, ...]:
    """Both sites at these widths in both schemes."""
    schemes: tuple[Scheme, ...] = ("light", "dark")
    return tuple(View(site, width, scheme) for site in ("real", "small") for width in widths for scheme in schemes)
