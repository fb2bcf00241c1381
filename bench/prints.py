"""What is printed: a checklist beside the same page from WeasyPrint, all files beside the whole site on the page that
mkdocs-print-site makes of it, printed by Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from itertools import count
from pathlib import Path

from audit.prints import ALL_MOST, CHECKLIST_MOST
from bench import weasy
from bench.alone import spent
from bench.ground import Ground, material
from bench.measured import Bound, Measured, Peer, Quantity
from bench.turns import Timed, in_turn, timed
from content import chromium
from routine.loading.load import load
from routine.print import export
from routine.views import addresses as at

PRINT_SITE = "mkdocs-print-site"
# All of ours take no longer than the other's one.
ALL_AS_ONE = 1.0
SITE_SETTINGS = """\
INHERIT: {twin}
site_dir: {site}
plugins: [search, print-site]
"""


def printed(ground: Ground) -> Iterator[Measured]:
    """Each in a process of its own, where nothing is kept or remembered of what was made before."""
    yield from _beside_weasyprint(ground, ground.work / "weasyprint")
    yield from _beside_print_site(ground, ground.work / "print-site")


def _alone(work: Path) -> Callable[..., Timed]:
    numbers = count()

    def deed(name: str, given: Path, *more: str) -> Timed:
        return lambda: spent(name, given, work / f"{next(numbers)}", *more).wall

    return deed


def _size(name: str, ours: int, peer: Peer, most: int) -> Measured:
    return Measured(name, Quantity.KILOBYTES, ours / 1000, peer, Bound(most / 1000))


# --- WeasyPrint ------------------------------------------------------------------------------------------------------


def _beside_weasyprint(ground: Ground, work: Path) -> Iterator[Measured]:
    called, files, alone, pages = weasy.called(), export.pressed(load(ground.data)), _alone(work), list(_pages(ground))
    can = next((found for found in pages if weasy.can_set(found[1])), None)
    role, page = can or pages[0]
    name = at.checklist_sheet(role)
    deeds = [alone("sheet", ground.data, name), alone("prints", ground.data)]
    sheet, every, *other = in_turn(*deeds, *([alone("weasyprint", page)] if can else []))
    missing = "installera Pango" if called == weasy.NAME else "den klarar ingen av sidorna"
    size = len(weasy.pdf(page)) / 1000 if can else None
    one = Peer(called, other[0] if can else None, missing)
    yield Measured("En checklista som PDF", Quantity.SECONDS, sheet, one)
    yield _size("En checklista som PDF, storlek", len(files[name]), Peer(called, size, missing), CHECKLIST_MOST)
    yield Measured(
        f"Alla {len(files)} PDF-filer",
        Quantity.SECONDS,
        every,
        Peer(f"{called}, en checklista", one.value, missing),
        Bound(ALL_AS_ONE, ratio=True),
    )


def _pages(ground: Ground) -> Iterator[tuple[str, Path]]:
    """Each role, and its checklist as a page."""
    for role in load(ground.data).roles:
        yield role.id, ground.ours / at.checklist(role.id).strip("/") / "index.html"


# --- mkdocs-print-site -----------------------------------------------------------------------------------------------


def _beside_print_site(ground: Ground, work: Path) -> Iterator[Measured]:
    alone, total = _alone(work), sum(map(len, export.pressed(load(ground.data)).values()))
    work.mkdir()
    try:
        called = f"{PRINT_SITE} {version('mkdocs-print-site-plugin')} i Chromium"
    except PackageNotFoundError:
        (ours,) = in_turn(alone("prints", ground.data))
        peer = size = Peer(PRINT_SITE, missing="kör make bench")
    else:
        with _printing(_print_page(ground, work)) as whole:
            ours, theirs = in_turn(alone("prints", ground.data), timed(whole))
            peer, size = Peer(called, theirs), Peer(called, len(whole()) / 1000)
    yield Measured("Allt som går att skriva ut", Quantity.SECONDS, ours, peer)
    yield _size("Allt som går att skriva ut, storlek", total, size, ALL_MOST)


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
