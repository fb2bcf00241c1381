"""Which pages are looked at, and which cases are tried in each run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

import pytest

from tests.kit.browsing import Served

Scheme = Literal["light", "dark"]
# How the address of a page of each kind begins. What only leads on is none.
KINDS = (
    *("index", "guide/", "roller/", "rutinen/", "latt/", "rad/", "skriv-ut/index", "skriv-ut/kontroll/"),
    *("om/", "404"),
)


def of_each_kind(site: Served) -> list[str]:
    """Find the page of each kind that holds most."""

    def size(page: str) -> int:
        return (site.folder / page).stat().st_size

    kinds = [[page for page in site.pages if page.startswith(kind)] for kind in KINDS]
    return [max(pages, key=size) for pages in kinds if pages]


def some(*in_test: Any, full: tuple[Any, ...] = ()) -> list[Any]:
    """The parameters of a test: `in_test` in each run, and `full` as well in the full one."""
    return [
        *in_test,
        *(pytest.param(*(each if isinstance(each, tuple) else (each,)), marks=pytest.mark.full) for each in full),
    ]


def one_in(count: int, cases: Sequence[Any]) -> list[Any]:
    """Of cases that a table or a file gives by the hundred every so manieth in each run, and all in the full one."""
    return [
        pytest.param(case, id=getattr(case, "name", None), marks=[pytest.mark.full] if at % count else [])
        for at, case in enumerate(cases)
    ]


def in_full(params: Iterable[Any]) -> list[Any]:
    """The same parameters, of the full run alone."""
    return [pytest.param(*each.values, id=each.id, marks=pytest.mark.full) for each in params]
