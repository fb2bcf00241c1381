"""Whatever asks for a file under assets/ with its page asks for it with the version of its very bytes: a browser may
keep it. What is asked for later has none."""

from __future__ import annotations

import posixpath
import re
import shutil
from pathlib import Path

import pytest

from audit.built import Site
from content.pages import links
from tests.kit.asked import asked_wrongly

pytestmark = pytest.mark.site

# As they stand in the text of a page, whichever element has them.
ADDRESS = re.compile(r"""(?<=["' (=])[^"' (=>]*assets/[^"' )<]*""")
URL = re.compile(r"url\(([^)\"#:]*)[)\"]")


def test_every_address_in_pages_and_sheets_has_the_version_of_the_file(small_site: Site) -> None:
    for page in small_site.pages():
        written = [address for _, address in links(small_site.tree(page)) if "assets/" in address]
        assert asked_wrongly(written, small_site.folder) == [], page
        assert sorted(ADDRESS.findall(small_site.read(page))) == sorted(written), f"{page}: or one has not been seen"
        assert len(written) > 4 or page == "404.html", page
    sheets = [name for name in small_site.files() if name.endswith(".css")]
    found = [posixpath.join("assets", url) for name in sheets for url in URL.findall(small_site.read(name))]
    assert found
    assert asked_wrongly(found, small_site.folder) == []


def test_no_script_knows_an_address_of_its_own(small_site: Site) -> None:
    """It has them from the page."""
    scripts = [name for name in small_site.files() if name.endswith(".js")]
    assert [name for name in scripts if re.search(r"assets/|\.(js|css|woff2?)\b", small_site.read(name))] == []


def test_what_asks_for_a_file_that_has_changed_asks_for_another_address(small_site: Site, tmp_path: Path) -> None:
    folder = shutil.copytree(small_site.folder, tmp_path / "site")
    icon = folder / "assets/icon.svg"
    icon.write_bytes(icon.read_bytes() + b" ")
    for page in (each for each in small_site.pages() if each != "404.html"):  # Which has no icon.
        (wrong,) = asked_wrongly([address for _, address in links(small_site.tree(page))], folder)
        assert "icon.svg" in wrong, page
