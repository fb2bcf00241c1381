"""The page for who wants a guide of their own names only commands, files and addresses that there are."""

from __future__ import annotations

import re

from audit.built import Site, find, main, text
from routine import __version__
from routine.commands.options import ABOUT
from routine.views import addresses as at
from tests.kit.paths import PROJECT

OWN = PROJECT / "routine/new/own"


def test_every_command_on_the_page_is_there(small_site: Site) -> None:
    said = " ".join(text(each) for each in find(main(small_site.page(at.ADOPT)), "code"))
    assert {"new", "check"} <= {*re.findall(r"-m routine (\w+)", said)} <= ABOUT.keys()
    targets = {*re.findall(r"make (\w+)", said)}
    assert {"check", "serve", "content", "test", "upgrade"} <= targets
    made = (OWN / "Makefile.template").read_text(encoding="utf-8")
    assert [each for each in targets if not re.search(rf"^{each}:", made, re.MULTILINE)] == []


def test_the_page_says_which_version_it_is_of(small_site: Site) -> None:
    assert f"version {__version__}." in text(main(small_site.page(at.ADOPT)))


def test_who_edits_finds_the_page_and_comes_back(small_site: Site) -> None:
    assert "ta-over/index.html" in {link.get("href") for link in find(main(small_site.page(at.EDITORS)), "a")}
    assert "../index.html" in {link.get("href") for link in find(main(small_site.page(at.ADOPT)), "a")}
