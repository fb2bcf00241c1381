"""No English is left of the engine, the theme or the developer:
in what is seen, and in what only assistive technology is told."""

from __future__ import annotations

import re

import pytest

from audit.built import Site, find, tag, text

pytestmark = pytest.mark.site

# Words of a theme, an engine or a developer. None of them is a Swedish word as well.
ENGLISH = re.compile(
    r"\b(?:the|and|of|with|this|page|pages|search|toggle|close|open|next|previous|back|skip|content|copy|copied|"
    r"loading|found|results?|navigation|home|note|warning|danger|table|contents|edit|view|source|made|using|theme|"
    r"click|here|error|missing|not|is|are|you|your|emergency|numbers?|show|hide|more|less|print|save|delete|cancel|"
    r"submit|menu|settings|language|light|dark|mode|switch|help|role|steps|answers|days|date|edition|section|row)\b",
    re.IGNORECASE,
)
SAID = ("aria-label", "title", "alt", "placeholder", "aria-roledescription", "content")
# Another language's words that are meant: a file format, a program, a code, a host's name.
FOREIGN = re.compile(
    r"width=device-width.*|noindex|no-referrer|default-src.*|(?:Cloudflare|GitHub|GitLab) Pages", re.IGNORECASE
)


def said(site: Site, page: str) -> list[str]:
    """Every text of a page that is for people, code left out."""
    tree = site.tree(page)
    texts = [
        text(element)
        for element in find(tree)
        if tag(element)
        in {
            "title",
            "p",
            "li",
            "h1",
            "h2",
            "h3",
            "h4",
            "a",
            "summary",
            "label",
            "th",
            "td",
            "dt",
            "dd",
            "button",
            "span",
            "b",
        }
    ]
    return texts + [element.attrib[name] for element in find(tree) for name in SAID if name in element.attrib]


def test_the_list_knows_english() -> None:
    assert ENGLISH.search("Page not found")
    assert ENGLISH.search("Skip to content")
    assert not ENGLISH.search("Sidan finns inte. Till innehållet. Sök.")


def test_no_page_says_anything_in_english(every_site: Site) -> None:
    found = {}
    for page in every_site.pages():
        codes = {text(element) for element in find(every_site.tree(page), "code")} | {
            text(element) for element in find(every_site.tree(page), "pre")
        }
        for each in said(every_site, page):
            rest = each
            for code in codes:
                rest = rest.replace(code, "")
            if (word := ENGLISH.search(FOREIGN.sub("", rest))) is not None:
                found[f"{page}: {each[:60]}"] = word.group()
    assert found == {}


def test_a_name_after_another_begins_with_a_small_letter(every_site: Site) -> None:
    pages = {page: every_site.tree(page) for page in every_site.pages()}
    names = [re.escape(role.name) for role in every_site.routine.roles if role.name[1:2].islower()]
    capital = re.compile(rf"\b(?:och|eller) (?:{'|'.join(names)})\b")
    assert names
    assert {page: found for page, tree in pages.items() if (found := capital.findall(text(tree)))} == {}
