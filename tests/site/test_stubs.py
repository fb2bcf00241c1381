"""A page is a heading and a macro: the build makes those that docs/ lacks, and publishes nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config import load_config

from audit.built import Site, find, main, of, one, text
from content.pages import faults as wrong
from content.pages import is_own, links
from routine.model.model import Routine
from routine.pages.registry import LISTED, PAGES
from routine.site import own
from routine.site.build import build, configured
from routine.site.stubs import called, faults, stubs
from tests.kit.paths import PROJECT, SMALL

DOCS = PROJECT / "docs"
OWN = "# Vår lista\n\nRing [jouren](/rad/#jouren), [polisen](https://polisen.se).\n\n![En karta](karta.png)\n"
LEFT_OUT = load_config(str(PROJECT / "mkdocs.yml"))["exclude_docs"].match_file


def test_our_own_pages_are_those_that_the_build_would_make(real: Routine) -> None:
    """So that a site without any has the same."""
    made = stubs(real)
    found = {file.relative_to(DOCS).as_posix(): file.read_text(encoding="utf-8") for file in DOCS.rglob("*.md")}
    same = {path.replace("/index.md", ".md"): text for path, text in found.items()}
    assert same
    assert same.items() <= made.items()
    assert len({page.listed.address for page in PAGES if page.listed}) == len(LISTED), "two rows with one address"
    assert len(made) - len(same) == len(real.roles)
    assert faults(DOCS, LEFT_OUT) == []


def test_a_page_of_which_the_routine_has_nothing_is_not_made(real: Routine, small: Routine) -> None:
    assert "/latt/" in called(real)
    assert "/latt/" not in called(small.model_copy(update={"easy": None}))


@pytest.mark.parametrize(
    "name",
    ["Möte.docx", "om/sida.html", "anteckningar", "mer.md", "roller/ombud.md", "länk.md", "egna/a.svg", "karta.png"],
)
def test_what_may_not_be_published_is_told_by_name(name: str, tmp_path: Path) -> None:
    (tmp_path / "om").mkdir()
    (tmp_path / "roller").mkdir()
    (tmp_path / "egna").mkdir()
    fine = ("index.md", "om/index.md", "egna/lista.md", "egna/karta.png", "README.md")
    for each in (*fine, ".DS_Store", "guide.md~", "#guide.md#", "~$guide.docx", name):
        (tmp_path / each).write_text("hemligt", encoding="utf-8")
    if name == "länk.md":
        (tmp_path / "länk.md").unlink()
        (tmp_path / "länk.md").symlink_to(tmp_path / "om")
    (told,) = faults(tmp_path, LEFT_OUT)
    assert told.startswith(f"docs/{name}: ")


def test_a_page_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_bytes("# Rutin\n\nÅtgärd\n".encode("latin-1"))
    (told,) = faults(tmp_path, LEFT_OUT)
    assert told.startswith("docs/index.md:3: ")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "egna").mkdir()
    (tmp_path / "egna/karta.png").write_bytes(b"bild")
    (tmp_path / "egna/lista.md").write_text(OWN, encoding="utf-8")
    return tmp_path


def test_a_page_of_their_own_is_listed_by_its_heading(docs: Path) -> None:
    assert [*own.faults(docs, {"/rad/"})] == []
    assert [(page.address, page.title) for page in own.pages(docs)] == [("/egna/lista/", "Vår lista")]
    assert [*own.hard(OWN.split("\n"))] == []


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("# Vår", "Vår", 1),
        ("\n\n!", "\n\n# Mer\n\n!", 5),
        ("Ring", "Ring <b>nu</b>", 3),
        ("Ring", "{{ 7 * 7 }}", 3),
        ("/rad/", "/borta/", 3),
        ("/rad/", "kontakter.md", 3),
        ("https://", "http://", 3),
        ("(https://polisen.se)", "(javascript:x)", 3),
        ("En karta", "", 5),
        ("karta.png", "plan.png", 5),
    ],
)
def test_what_a_page_of_their_own_may_not_have_is_told_with_its_line(old: str, new: str, line: int, docs: Path) -> None:
    assert old in OWN
    (docs / "egna/lista.md").write_text(OWN.replace(old, new, 1), encoding="utf-8")
    (told,) = own.faults(docs, {"/rad/"})
    assert told.startswith(f"docs/egna/lista.md:{line}: ")
    assert "Gör så här: " in told


def test_a_picture_that_is_large_and_a_name_that_is_no_address_are_told(docs: Path) -> None:
    (docs / "egna/karta.png").write_bytes(b"b" * (own.MOST_BYTES + 1))
    (docs / "egna/Vår lista.md").write_text(OWN, encoding="utf-8")
    assert [told.partition(": ")[0] for told in own.faults(docs, {"/rad/"})] == [
        "docs/egna/Vår lista.md",
        "docs/egna/karta.png",
    ]


@pytest.mark.parametrize("line", ["Man ringer.", "Ska ni ringa?", "Ring " + "eller skriv " * 10, "ord. " * 601])
def test_what_is_hard_to_read_is_advised(line: str) -> None:
    assert [problem.code for problem in own.hard(["# Lista", line])] == ["V007"]


@pytest.mark.usefixtures("no_paper")
def test_it_is_built_with_its_links_and_stands_in_the_menu_and_the_search(
    docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = configured(None)
    config["docs_dir"] = str(docs)
    monkeypatch.setattr("routine.site.build.configured", lambda _: config)
    (docs / "egna/lista.md").write_text(OWN.replace("#jouren", "#nummer_kontakt-jouren"), encoding="utf-8")
    build(SMALL, tmp_path / "ut/site")
    site = of(tmp_path / "ut/site", SMALL)
    page = site.page("/egna/lista/")
    assert [fault for name in ("index.html", "egna/lista/index.html") for fault in broken_on(site, name)] == []
    assert text(one(main(page), "h1")) == "Vår lista"
    assert one(main(page), "img").attrib == {"alt": "En karta", "src": "../karta.png"}
    assert any(text(link) == "Vår lista" for link in find(site.page("/"), "a"))
    assert any(entry["title"] == "Vår lista" for entry in site.search_index())


def broken_on(site: Site, page: str) -> list[str]:
    return [fault for _, address in links(site.tree(page)) if is_own(address) for fault in wrong(site, page, address)]
