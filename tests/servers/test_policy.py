"""The policy is strict, and every page of the built site has it before anything that it is about."""

from __future__ import annotations

import re

import pytest

from audit.built import Site, find
from routine.servers.policy import HEADER, META, NONE, POLICY, SELF, TRUSTED
from tests.kit.paths import PROJECT

# What is not said by `default-src`, and so is nobody's business unless it is said.
APART = {"base-uri", "form-action", "frame-ancestors"}


def test_the_policy_allows_the_site_and_nothing_else() -> None:
    said = {each.name: each.value for each in POLICY}
    assert len(said) == len(POLICY)
    assert said["default-src"] == NONE
    assert {said[name] for name in APART} == {NONE}
    assert {value for name, value in said.items() if name.endswith("-src")} == {NONE, SELF}
    assert said["require-trusted-types-for"] == "'script'"
    assert not re.search(r"unsafe|sha\d|nonce|\*|https?:|data:|blob:", HEADER)


def test_only_a_server_says_who_may_show_the_page() -> None:
    """A browser complains of it in a page."""
    assert "frame-ancestors 'none'" in HEADER
    assert [each.name for each in POLICY if f"{each.name} " not in META] == ["frame-ancestors"]


def test_the_name_that_makes_addresses_of_scripts_is_the_one_that_the_scripts_take() -> None:
    scripts = (PROJECT / "routine/assets/js").rglob("*.js")
    taken = {name for file in scripts for name in re.findall(r"createPolicy\('([^']*)'", file.read_text("utf-8"))}
    assert taken == {TRUSTED}


@pytest.mark.site
def test_every_page_says_the_policy_before_it_asks_for_anything(every_site: Site) -> None:
    for page in every_site.pages():
        html = every_site.read(page)
        assert html.count("http-equiv") == 1, page
        before, found, _ = html.partition(META)
        assert found, page
        assert not re.search(r"<(link|script|style|title)\b", before), page


@pytest.mark.site
def test_what_a_policy_would_refuse_is_on_no_page(every_site: Site) -> None:
    """Styles and scripts in the page itself: no browser is needed to see them."""
    for page in every_site.pages():
        tree = every_site.tree(page)
        assert find(tree, "style") == [], page
        assert [each for each in find(tree, "script") if not each.get("src")] == [], page
        assert [key for each in find(tree) for key in each.attrib if key == "style" or key.startswith("on")] == [], page
