"""The audit's own judgement: what the tools said, what is left to mend, and what the table says of it.
No tool is run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit import markup, scripts
from audit.figures import Figure, number, table

FOLDER = Path("/en plats/site")
SAID = {
    "messages": [
        {
            "type": "error",
            "url": "file:/en%20plats/site/om/index.html",
            "message": "Stray end tag “div”.",
            "extract": "</p>\n</div>",
        },
        {
            "type": "info",
            "subType": "warning",
            "url": "file:/en%20plats/site/index.html",
            "message": "The “main” role is unnecessary.",
        },
        {"type": "info", "url": "file:/en%20plats/site/index.html", "message": "The first occurrence was here."},
        {
            "type": "non-document-error",
            "subType": "io",
            "url": "file:/en%20plats/site/assets/site.css",
            "message": "Cannot be read.",
        },
    ]
}
OLD = ("assets/site.css", "CSS: “new”: Property “new” doesn't exist.")


def test_every_message_is_an_error_or_a_warning() -> None:
    assert markup.read(json.dumps(SAID), FOLDER) == [
        (True, "om/index.html: Stray end tag “div”. </p> </div>"),
        (False, "index.html: The “main” role is unnecessary."),
        (False, "index.html: The first occurrence was here."),
        (True, "assets/site.css: Cannot be read."),
    ]


REFUSED = "Resource violates Content Security Policy (meta tag): {} blocked by “{}” directive."
TOLD_OF = (
    REFUSED.format("external script “https://annan.example/a.js”", "script-src"),
    REFUSED.format("image “//annan.example/a.png”", "img-src"),
    "Inline style violates Content Security Policy (meta tag): blocked by “style-src” directive.",
)


def test_only_what_lies_beside_a_page_is_not_taken_for_refused_by_its_policy() -> None:
    beside = (
        REFUSED.format("external stylesheet “../../assets/pages.css”", "style-src"),
        REFUSED.format("image “utskrift/bilder/logg-1.png”", "img-src"),
    )
    said = [{"type": "info", "url": "file:/en%20plats/site/a.html", "message": text} for text in (*beside, *TOLD_OF)]
    assert [told for _, told in markup.read(json.dumps({"messages": said}), FOLDER)] == [
        f"a.html: {each}" for each in TOLD_OF
    ]


def test_only_what_the_checker_can_read_is_given_to_it(tmp_path: Path) -> None:
    for name in ("index.html", "site.css", "icon.svg", "blad.pdf", "rutin.json", "guide.js"):
        (tmp_path / name).touch()
    assert [file.name for file in markup.checkable(tmp_path)] == ["icon.svg", "index.html", "site.css"]


def test_a_fault_in_the_scripts_is_counted_once() -> None:
    said = (
        "routine/pages/guide/case.js(1,24): error TS2339: Property 'x' does not exist.\n"
        "  It is not there.\n"
        "error TS18003: No inputs were found.\n"
    )
    assert len(scripts.faults(said)) == 2
    assert scripts.faults("") == ()


def test_a_script_that_is_not_formatted_is_named() -> None:
    assert scripts.unformatted("routine/pages/a.js\nroutine/pages/b.js\n") == (
        "routine/pages/a.js",
        "routine/pages/b.js",
    )
    assert scripts.unformatted("") == ()


@pytest.mark.parametrize(
    ("figure", "over"),
    [
        (Figure("högst", 0, 0), False),
        (Figure("högst", 1, 0), True),
        (Figure("minst", 30, 30, least=True), False),
        (Figure("minst", 29, 30, least=True), True),
    ],
)
def test_a_figure_may_be_its_limit_and_no_more(figure: Figure, over: bool) -> None:
    assert figure.over is over
    assert ("HÅLLER INTE" in table([figure])) is over


def test_the_table_says_what_does_not_hold_and_what_was_found() -> None:
    figures = [
        Figure("Fel", 3, 0, faults=("a", "b", "a")),
        Figure("LIX", 51.3, 52.3, faults=("inte detta",)),
    ]
    assert table(figures).splitlines() == [
        "Mått  Värde       Gräns",
        "Fel       3     högst 0  HÅLLER INTE",
        "LIX    51,3  högst 52,3  håller",
        "",
        "Fel:",
        "    a",
        "    b",
    ]


def test_a_number_is_written_in_swedish() -> None:
    assert [number(value) for value in (7, 39648, 51.3)] == ["7", "39 648", "51,3"]
