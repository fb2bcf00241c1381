"""The file to take along lies where its page says, and is what the page says of it."""

from __future__ import annotations

import pytest

from audit.built import TAKEN, Site, one, plain, text
from routine.domain import wording
from routine.views import addresses as at

pytestmark = pytest.mark.site


def test_the_page_leads_to_the_file_and_tells_how_large_it_is(every_site: Site) -> None:
    link = one(every_site.page(at.TAKE), "a", "rg-do")
    assert link.get("href") == "rutinen.html"
    assert "download" in link.attrib
    size = (every_site.folder / TAKEN).stat().st_size
    assert size <= 150_000
    assert plain(wording.size(size)) in text(one(every_site.page(at.TAKE), "p", "rg-buttons"))


def test_no_placeholder_and_nothing_of_the_shell_is_left_in_the_file(every_site: Site) -> None:
    html = every_site.read(TAKEN)
    assert html.startswith("<!doctype html>")
    assert html.endswith("</html>\n")
    assert "<!--" not in html
