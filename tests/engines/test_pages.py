"""Every page opens with all that is folded in it, asks for nothing elsewhere, is refused nothing, and has room."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.kit.browsing import MISSING, OPEN_ALL, SHOWN, Served, told
from tests.kit.engines import Visit
from tests.kit.paths import OTHER_BODIES
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
    site, problems = site_named(name), []
    for page in of_each_kind(site):
        if page == MISSING:
            continue
        visit.go(site.web(page))
        assert visit.run("() => Boolean(window.rutin)"), page
        visit.run(OPEN_ALL)
        problems += [f"{page}: {each}" for each in (visit.run(WIDE), *visit.heard()) if each]
        problems += [f"{page}: asks for {each}" for each in visit.asked() if not each.startswith((site.root, OWN_FONT))]
        problems += [] if visit.run(SHOWN).strip() else [f"{page}: shows nothing"]
    assert not problems, told(problems)
