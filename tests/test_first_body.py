"""No text of the project knows the body that it was first made for: its words are data, and no more than that."""

from __future__ import annotations

import pytest

from audit.built import Site
from routine.publish.editor_schema import editor_schema
from tests.kit.building import Workshop
from tests.kit.code import name
from tests.kit.first_body import said, sources, words
from tests.kit.paths import OTHER_BODIES, SMALL
from tests.kit.prints import words as printed
from tests.kit.sites import site_of
from tests.kit.variants import values_of
from tests.kit.views import some


def test_no_page_template_script_or_message_holds_a_word_of_the_first_body() -> None:
    known = words()
    files = sources()
    assert {file.suffix for file in files} == {".py", ".html", ".typ", ".js", ".css", ".md", ".yml"}
    found = {
        f"{name(file)}: {match.group()}" for file in files for text in said(file) for match in known.finditer(text)
    }
    assert found == set()


@pytest.mark.parametrize(
    "text",
    [
        "Fråga kommunen",
        "När du som förtroendevald",
        "ditt parti",
        "den utsatte",
        "kommunens-sakerhetsstrateg",
        "OMBUD",
        "partikompisar",
    ],
)
def test_the_words_are_known_in_their_forms(text: str) -> None:
    assert words().search(text)


@pytest.mark.parametrize("text", ["kommunicera", "participants", "partiell", "ombudget", "Oxel"])
def test_other_words_are_not_taken_for_them(text: str) -> None:
    assert not words().search(text)


def test_what_an_editors_program_is_told_holds_no_word_of_the_first_body() -> None:
    assert set(words().findall(editor_schema(values_of(SMALL)))) == set()


@pytest.fixture(params=some("den lilla", full=tuple(OTHER_BODIES)))
def other_site(request: pytest.FixtureRequest, workshop: Workshop) -> Site:
    """The site of a body that is not the first, one at a time."""
    return site_of(request.param, workshop)


@pytest.mark.site
def test_the_site_of_another_body_holds_no_word_of_the_first(other_site: Site) -> None:
    """Pages with what a browser and a search read, scripts, style sheets, data: every file that is text."""
    known, kinds = words(), {".html", ".js", ".css", ".json", ".xml", ".svg", ".txt"}
    files = [file for file in other_site.folder.rglob("*") if file.suffix in kinds and "vendor" not in file.parts]
    assert {".html", ".js", ".css", ".json"} <= {file.suffix for file in files}
    found = {
        f"{file.relative_to(other_site.folder)}: {match.group()}"
        for file in files
        for match in known.finditer(file.read_text(encoding="utf-8"))
    }
    assert found == set()


@pytest.mark.site
def test_no_sheet_of_another_body_holds_a_word_of_the_first(other_site: Site) -> None:
    known = words()
    files = sorted((other_site.folder / "utskrift").glob("*.pdf"))
    assert files
    assert {file.name: known.findall(printed(file.read_bytes())) for file in files} == {file.name: [] for file in files}
