"""Every page opens with all that is folded in it, asks for nothing elsewhere, is refused nothing, and has room."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.kit.browsing import MISSING, OPEN_ALL, SHOWN, Served, told
from tests.kit.engines import Visit
from tests.kit.paths import OTHER_BODIES
from tests.kit.servers import PROGRAMS, started
from tests.kit.views import of_each_kind

pytestmark = [pytest.mark.browser, pytest.mark.full]

# The sign of a list or a fold, which Firefox draws with a font that it carries.
OWN_FONT = "data:font/woff2;base64,"
WIDE = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? `${scrollWidth} px, of ${clientWidth}` : '';
}"""


@pytest.mark.parametrize("name", ["real", "small", *OTHER_BODIES])
def test_every_page_of_a_kind_is_read_without_a_fault_and_has_room_on_a_phone(
    visit: Visit, site_named: Callable[[str], Served], name: str
) -> None:
    site = site_named(name)
    problems = read(visit, site, site.root)
    assert not problems, told(problems)


def test_no_page_is_refused_anything_under_a_servers_headers(visit: Visit, small_site: Served) -> None:
    with started(PROGRAMS[0], small_site.folder) as running:
        problems = read(visit, small_site, running.root)
    assert not problems, told(problems)


def read(visit: Visit, site: Served, root: str) -> list[str]:
    """What is wrong with the pages as they lie there, with all that is folded in them unfolded."""
    problems: list[str] = []
    for page in of_each_kind(site):
        if page == MISSING:
            continue
        visit.go(root + page)
        assert visit.run("() => Boolean(window.rutin)"), page
        visit.run(OPEN_ALL)
        problems += [f"{page}: {each}" for each in (visit.run(WIDE), *visit.heard()) if each]
        problems += [f"{page}: asks for {each}" for each in visit.asked() if not each.startswith((root, OWN_FONT))]
        problems += [] if visit.run(SHOWN).strip() else [f"{page}: shows nothing"]
    return problems
