"""At what widths and in which scheme the pages are looked at, and which of them. A newcomer's `make test` sees each
claim on a page of each kind; `make full` sees the whole grid, on every page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pytest

from tests.kit.browsing import Served
from tests.kit.paths import OTHER_BODIES

Scheme = Literal["light", "dark"]
Pages = Callable[[Served], list[str]]
PER_ROLE = ("roller", "checklistor", "utskrifter")


def every_page(site: Served) -> list[str]:
    return site.pages


def of_each_kind(site: Served) -> list[str]:
    """Every page, but of those that each role has one of, the one that holds most."""
    longest = {kind(page): page for page in sorted(site.pages, key=lambda page: (site.folder / page).stat().st_size)}
    return sorted(longest.values())


def kind(page: str) -> str:
    folder = page.partition("/")[0]
    return folder if folder in PER_ROLE else page


@dataclass(frozen=True, slots=True)
class View:
    """One of the sites, as it is seen, and which of its pages."""

    site: str
    width: int
    scheme: Scheme
    pages: Pages = of_each_kind

    def __str__(self) -> str:
        return f"{self.site}-{self.width}-{self.scheme}" + ("-whole" if self.pages is every_page else "")


def views(*in_test: View, full: tuple[View, ...] = ()) -> list[Any]:
    """As parameters of a fixture: `in_test` in each run, and `full` as well in the full one."""
    return [
        *(pytest.param(view, id=str(view)) for view in in_test),
        *(pytest.param(view, id=str(view), marks=pytest.mark.full) for view in full),
    ]


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


# A page that lies in a folder may do least.
IN_BOTH_PLACES = pytest.mark.parametrize("place", some("file", full=("web",)))


def others(*widths: int, pages: Pages = of_each_kind) -> tuple[View, ...]:
    """The sites of other bodies at these widths, the first of them in the light scheme and the rest in the dark one."""
    return tuple(
        View(site, width, "dark" if at else "light", pages) for site in OTHER_BODIES for at, width in enumerate(widths)
    )


def in_full(params: Iterable[Any]) -> list[Any]:
    """The same parameters, of the full run alone."""
    return [pytest.param(*each.values, id=each.id, marks=pytest.mark.full) for each in params]


def grid(*widths: int) -> tuple[View, ...]:
    """Every page of both sites at these widths in both schemes; other bodies' at the narrowest and the widest."""
    schemes: tuple[Scheme, ...] = ("light", "dark")
    both = (
        View(site, width, scheme, every_page) for site in ("real", "small") for width in widths for scheme in schemes
    )
    ends = zip((min(widths), max(widths)), schemes, strict=True)
    others = (View(site, width, scheme, every_page) for width, scheme in ends for site in OTHER_BODIES)
    return *both, *others
