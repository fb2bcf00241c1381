"""Links between pages, in both styles, from any page, with and without a base."""

from __future__ import annotations

import posixpath

import pytest

from routine.pages.links import Links, file_of

PAGES = ("/", "/rutinen/", "/roller/rektorn/", "/om/integritet/")


@pytest.mark.parametrize("here", PAGES)
def test_every_page_reaches_every_page_and_file(here: str) -> None:
    for address in (*PAGES, "/rutin.json", "/assets/a.css"):
        way = posixpath.relpath("/" + file_of(address), posixpath.dirname("/" + file_of(here)))
        assert Links(here, "filer")(address) == Links(here)(address) == way
        assert Links(here, "mappar")(address) == (way.removesuffix("index.html") or "./")


@pytest.mark.parametrize(
    ("links", "address", "link"),
    [
        (Links("/rutinen/"), "/roller/rektorn/#sag-till", "../roller/rektorn/index.html#sag-till"),
        (Links("/rutinen/", "mappar"), "/roller/rektorn/#sag-till", "../roller/rektorn/#sag-till"),
        (Links("/rutinen/", "mappar"), "/rutinen/#sag-till", "#sag-till"),
        (Links("/404.html", "filer", "/rutin/"), "/404.html#vidare", "/rutin/404.html#vidare"),
        (Links("/404.html", "mappar", "/rutin/"), "/", "/rutin/"),
        (Links("/om/", versions={"assets/a.css": "?v=1"}), "/assets/a.css#del", "../assets/a.css?v=1#del"),
        (Links("/404.html", "filer", "/rutin/", {"assets/a.css": "?v=1"}), "/assets/a.css", "/rutin/assets/a.css?v=1"),
    ],
)
def test_places_bases_and_versions_go_along(links: Links, address: str, link: str) -> None:
    assert links(address) == link
