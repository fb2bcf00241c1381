"""Whatever asks for a file under assets/ with its page asks for it with the version of its very bytes: a browser may
keep it. What is asked for later has none."""

from __future__ import annotations

import posixpath
import re
import shutil
from pathlib import Path

import pytest

from audit.built import Site
from content.addresses import links
from routine.publish.pages import StyleSheet
from tests.kit.asked import asked_wrongly

pytestmark = pytest.mark.site

# As they stand in the text of a page, whichever element has them.
ADDRESS = re.compile(r"""(?<=["' (=])[^"' (=>]*assets/[^"' )<]*""")
URL = re.compile(r"(?:url\(|@import \")([^)\"]*)[)\"]")


def test_every_address_in_every_page_has_the_version_of_the_file_but_those_that_are_asked_for_later(
    every_site: Site,
) -> None:
    for page in every_site.pages():
        written = [address for _, address in links(every_site.tree(page)) if "assets/" in address]
        assert asked_wrongly(written, every_site.folder) == [], page
        assert sorted(ADDRESS.findall(every_site.read(page))) == sorted(written), f"{page}: or one has not been seen"
        assert len(written) > 4 or page == "404.html", page


def test_every_address_in_every_sheet_has_the_version_of_the_file(every_site: Site) -> None:
    sheets = [name for name in every_site.files() if name.endswith(".css")]
    found = [
        posixpath.join("assets", url)
        for name in sheets
        for url in URL.findall(every_site.read(name))
        if not url.startswith(("#", "data:"))
    ]
    assert len(found) == 2 * (len(StyleSheet) - 1), "the typeface in all but the search's"
    assert asked_wrongly(found, every_site.folder) == []


def test_no_script_knows_an_address_of_its_own(every_site: Site) -> None:
    """It has them from the page."""
    scripts = [name for name in every_site.files() if name.endswith(".js")]
    assert [name for name in scripts if re.search(r"assets/|\.(js|css|woff2?)\b", every_site.read(name))] == []


def test_what_asks_for_a_file_follows_it(site: Site, tmp_path: Path) -> None:
    """A file that has changed is asked for at another address, by what asks for it in every page, and by nothing
    else."""
    folder = tmp_path / "site"
    shutil.copytree(site.folder, folder)
    icon = folder / "assets/icon.svg"
    icon.write_bytes(icon.read_bytes() + b" ")
    assert asked_wrongly(["assets/icon.svg?v=00000000", "assets/finns-inte.js?v=00000000"], folder) != []
    for page in (each for each in site.pages() if each != "404.html"):  # Which has no icon.
        wrong = asked_wrongly([address for _, address in links(site.tree(page))], folder)
        assert len(wrong) == 1, page
        assert "icon.svg" in wrong[0]
