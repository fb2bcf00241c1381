"""Links between pages, in both styles, from any page, with and without a base."""

from __future__ import annotations

import posixpath

import pytest

from routine.html.links import Links, Style, file_of

PAGES = ("/", "/flode/", "/roller/rektorn/", "/checklistor/rektorn/", "/om/", "/om/integritet/")


@pytest.mark.parametrize(
    ("here", "address", "filer", "mappar"),
    [
        ("/", "/", "index.html", "./"),
        ("/", "/flode/", "flode/index.html", "flode/"),
        ("/", "/roller/rektorn/", "roller/rektorn/index.html", "roller/rektorn/"),
        ("/", "/rutin.json", "rutin.json", "rutin.json"),
        ("/", "/bindex.html", "bindex.html", "bindex.html"),
        ("/flode/", "/", "../index.html", "../"),
        ("/flode/", "/flode/", "index.html", "./"),
        ("/flode/", "/om/", "../om/index.html", "../om/"),
        ("/roller/rektorn/", "/roller/eleven/", "../eleven/index.html", "../eleven/"),
        (
            "/roller/rektorn/",
            "/checklistor/rektorn/",
            "../../checklistor/rektorn/index.html",
            "../../checklistor/rektorn/",
        ),
        ("/roller/rektorn/", "/rutin.json", "../../rutin.json", "../../rutin.json"),
        ("/roller/rektorn/", "/assets/index.html.css", "../../assets/index.html.css", "../../assets/index.html.css"),
    ],
)
def test_leads_from_page_to_page(here: str, address: str, filer: str, mappar: str) -> None:
    assert Links(here, "filer")(address) == filer
    assert Links(here, "mappar")(address) == mappar


@pytest.mark.parametrize("style", ["filer", "mappar"])
@pytest.mark.parametrize("here", PAGES)
@pytest.mark.parametrize("address", PAGES)
def test_every_page_reaches_every_page(here: str, address: str, style: Style) -> None:
    folder = posixpath.dirname("/" + file_of(here))
    link = Links(here, style)(address)
    target = posixpath.normpath(posixpath.join(folder, link))
    assert target == posixpath.normpath("/" + file_of(address) if style == "filer" else address)
    assert not link.startswith("/")


def test_files_is_the_style_when_none_is_given() -> None:
    assert Links("/om/")("/") == "../index.html"


def test_an_anchor_goes_along() -> None:
    assert Links("/flode/", "filer")("/roller/rektorn/#sag-till") == "../roller/rektorn/index.html#sag-till"
    assert Links("/flode/", "mappar")("/roller/rektorn/#sag-till") == "../roller/rektorn/#sag-till"


@pytest.mark.parametrize("style", ["filer", "mappar"])
def test_an_anchor_on_the_same_page_is_only_the_anchor(style: Style) -> None:
    assert Links("/flode/", style)("/flode/#sag-till") == "#sag-till"
    assert Links("/", style)("/#sag-till") == "#sag-till"


def test_a_base_goes_before_every_link() -> None:
    assert Links("/404.html", "filer", "/rutin/")("/flode/") == "/rutin/flode/index.html"
    assert Links("/404.html", "mappar", "/rutin/")("/flode/") == "/rutin/flode/"
    assert Links("/404.html", "mappar", "/rutin/")("/") == "/rutin/"
    assert Links("/404.html", "filer", "/")("/flode/#sag-till") == "/flode/index.html#sag-till"


def test_a_base_goes_before_an_anchor_on_the_same_page_too() -> None:
    assert Links("/404.html", "filer", "/rutin/")("/404.html#vidare") == "/rutin/404.html#vidare"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        (Links("/om/", "filer", None, {"assets/a.css": "?v=1"}), "../assets/a.css?v=1"),
        (Links("/om/", "mappar", None, {"assets/a.css": "?v=1"}), "../assets/a.css?v=1"),
        (Links("/404.html", "filer", "/rutin/", {"assets/a.css": "?v=1"}), "/rutin/assets/a.css?v=1"),
        (Links("/om/", versions={"assets/b.css": "?v=1"}), "../assets/a.css"),
    ],
)
def test_a_file_with_a_version_has_it_in_its_address_before_the_anchor(link: Links, address: str) -> None:
    assert link("/assets/a.css") == address
    assert link("/assets/a.css#del") == address + "#del"
    assert "?" not in link("/flode/")


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/om/", "om/index.html"),
        ("/om/integritet/", "om/integritet/index.html"),
        ("/404.html", "404.html"),
    ],
)
def test_a_page_is_the_index_of_its_folder(address: str, file: str) -> None:
    assert file_of(address) == file


FILES = (
    "index.html",
    "om/index.html",
    "om/integritet/index.html",
    "roller/ombud/index.html",
    "utskrift/logg.pdf",
    "a.js",
)


@pytest.mark.parametrize("here", [file for file in FILES if file.endswith(".html")])
@pytest.mark.parametrize("file", FILES)
def test_a_way_between_two_files_is_the_one_that_python_finds(here: str, file: str) -> None:
    links = Links(f"/{here.removesuffix('index.html')}")
    assert links(f"/{file}") == posixpath.relpath(f"/{file}", posixpath.dirname(f"/{here}"))
