"""What is printed: a checklist beside the same page from WeasyPrint, all files beside the whole site on the page that
mkdocs-print-site makes of it, printed by Chromium."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from itertools import count
from pathlib import Path

import weasyprint

from audit.prints import ALL_MOST, CHECKLIST_MOST
from bench.alone import spent
from bench.ground import Ground, material
from bench.measured import Bound, Measured, Peer, Quantity
from bench.turns import Timed, in_turn, timed
from content import chromium
from routine.load import load
from routine.print import export
from routine.views import addresses as at

WEASYPRINT = f"WeasyPrint {version('weasyprint')}"
PRINT_SITE = f"mkdocs-print-site {version('mkdocs-print-site-plugin')}"
# All of ours take no longer than the other's one.
ALL_AS_ONE = 1.0
SITE_SETTINGS = """\
INHERIT: {twin}
site_dir: {site}
plugins: [search, print-site]
"""


def printed(ground: Ground) -> Iterator[Measured]:
    """Each in a process of its own, where nothing is kept or remembered of what was made before."""
    # It says which newer properties it leaves out.
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    work = ground.work / "prints"
    work.mkdir()
    role, page = next(found for found in _pages(ground) if _can_be_set(found[1]))
    name = at.checklist_sheet(role)
    numbers = count()

    def alone(deed: str, given: Path, *more: str) -> Timed:
        return lambda: spent(deed, given, work / f"{next(numbers)}", *more).wall

    with _printing(_print_page(ground, work)) as whole:
        sheet, every, one, site = in_turn(
            alone("sheet", ground.data, name), alone("prints", ground.data), alone("weasyprint", page), timed(whole)
        )
        size = len(whole())
    files = export.pressed(load(ground.data))
    theirs = len(weasyprint.HTML(filename=page).write_pdf())
    yield Measured("En checklista som PDF", Quantity.SECONDS, sheet, Peer(WEASYPRINT, one))
    yield _size("En checklista som PDF, storlek", len(files[name]), Peer(WEASYPRINT, theirs / 1000), CHECKLIST_MOST)
    yield Measured(
        f"Alla {len(files)} PDF-filer",
        Quantity.SECONDS,
        every,
        Peer(f"{WEASYPRINT}, en checklista", one),
        Bound(ALL_AS_ONE, ratio=True),
    )
    peer = f"{PRINT_SITE} i Chromium"
    yield Measured("Allt som går att skriva ut", Quantity.SECONDS, every, Peer(peer, site))
    total = sum(map(len, files.values()))
    yield _size("Allt som går att skriva ut, storlek", total, Peer(peer, size / 1000), ALL_MOST)


def _size(name: str, ours: int, peer: Peer, most: int) -> Measured:
    return Measured(name, Quantity.KILOBYTES, ours / 1000, peer, Bound(most / 1000))


def _pages(ground: Ground) -> Iterator[tuple[str, Path]]:
    """Each role, and its checklist as a page."""
    for role in load(ground.data).roles:
        yield role.id, ground.ours / at.checklist(role.id).strip("/") / "index.html"


def _can_be_set(page: Path) -> bool:
    """WeasyPrint 70 fails on some pages with grids, which it takes for empty sheets."""
    try:
        weasyprint.HTML(filename=page).render()
    except AssertionError:
        return False
    return True


def _print_page(ground: Ground, work: Path) -> Path:
    """The twin's page with all pages on it."""
    settings = work / "mkdocs.yml"
    settings.write_text(SITE_SETTINGS.format(twin=ground.twin, site=work / "site"), encoding="utf-8")
    material(settings)
    return work / "site/print_page/index.html"


@contextmanager
def _printing(page: Path) -> Iterator[Callable[[], bytes]]:
    """What prints the page, in a browser that has been started."""
    with chromium.opened() as browser:
        context = browser.new_context()
        context.route("https://**", lambda route: route.abort())  # It asks for its typeface elsewhere.
        tab = context.new_page()

        def pdf() -> bytes:
            tab.goto(page.as_uri())
            return tab.pdf()

        yield pdf
