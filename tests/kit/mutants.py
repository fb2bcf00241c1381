"""Faults put in by hand, one line each, and the tests that must see them: what shows that the tests are worth something.

A fault is told by a text that stands in one file alone, whichever that is. When that line is rewritten the fault is written anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SOURCES = ("routine", "docs/assets", "theme")


@dataclass(frozen=True, slots=True)
class Mutant:
    """What is wrong then, the text and what takes its place, and the test, with what it is narrowed to (`-k`)."""

    wrong: str
    old: str
    new: str
    test: str
    only: str = ""

    def apply(self, project: Path) -> None:
        """Puts the fault into a copy of the project."""
        (file,) = [file for file in sources(project) if self.old in file.read_text(encoding="utf-8")]
        text = file.read_text(encoding="utf-8")
        assert text.count(self.old) == 1, self.old
        file.write_text(text.replace(self.old, self.new), encoding="utf-8")


def sources(project: Path) -> list[Path]:
    kinds = {".py", ".html", ".css", ".js", ".typ"}
    return [
        file
        for folder in SOURCES
        for file in sorted((project / folder).rglob("*"))
        if file.suffix in kinds and "vendor" not in file.parts
    ]


LOOK, PAPER, LEAVE = "tests/browser/test_look.py", "tests/browser/test_paper.py", "tests/browser/test_leave.py"
KEYBOARD, AXE, CHANGE = "tests/browser/test_keyboard.py", "tests/browser/test_axe.py", "tests/site/test_change.py"
PHONE, DARK = "real-320-light", "small-1280-dark"

MUTANTS = (
    # The look.
    Mutant("too wide for a phone", "flex: 1 1 8rem;", "flex: 1 0 40rem;", LOOK, f"sideways and {PHONE}"),
    Mutant("faint in the light", "--ink-soft: #424e4a;", "--ink-soft: #6b7672;", LOOK, f"stands_out and {PHONE}"),
    Mutant("faint in the dark", "--ink-soft: #b9c5c0;", "--ink-soft: #7d8984;", LOOK, f"stands_out and {DARK}"),
    Mutant(
        "the alarm colour where it does not belong",
        "padding: var(--gap-2); border: 2px solid var(--ink);",
        "padding: var(--gap-2); border: 2px solid var(--alarm);",
        LOOK,
        f"alarm and {PHONE}",
    ),
    Mutant("too small to press", "--target: 2.75rem;", "--target: 2.5rem;", LOOK, f"pressed and {PHONE}"),
    Mutant(
        "movement for all",
        ".rg-leave:hover { border-color: var(--ink) }",
        ".rg-leave { transition: border-color 1s }",
        LOOK,
        f"moves and {DARK}",
    ),
    Mutant(
        "the numbers out of sight",
        ".rg-sos { display: flex; flex-wrap: wrap; gap: var(--gap-1);",
        ".rg-sos { display: flex; flex-wrap: wrap; margin-block-start: 40rem; gap: var(--gap-1);",
        LOOK,
        f"number and {PHONE}",
    ),
    Mutant(
        "no room for larger text",
        ".rg-bar { display: flex; flex-wrap: wrap;",
        ".rg-bar { display: flex;",
        LOOK,
        f"twice and {PHONE}",
    ),
    # Paper.
    Mutant("navigation on paper", ".rg-skip, .rg-bar, .rg-nav,", ".rg-skip, .rg-bar,", PAPER, "navigation and real"),
    Mutant("grey on paper", "--ink-soft: #000;", "--ink-soft: #999;", PAPER, "dark_on_white and small"),
    Mutant(
        "no line to sign on",
        ".rg-page .rg-sign { display: grid; grid-column: 3;",
        ".rg-page .rg-sign { display: none; grid-column: 3;",
        PAPER,
        "signed and small",
    ),
    Mutant(
        "no head on the next sheet", "display: table-header-group", "display: table-row-group", PAPER, "head and real"
    ),
    Mutant(
        "a link that cannot be followed",
        'content: " (" attr(href) ")";',
        'content: "";',
        PAPER,
        "says_its_address and real",
    ),
    Mutant("another size of paper", "@page { size: A4;", "@page { size: A5;", PAPER, "a4 and small"),
    Mutant("a checklist on two sheets", "padding: .5mm 0;", "padding: 12mm 0;", PAPER, "one_sheet and real"),
    # The way out.
    Mutant(
        "four presses",
        "presses.length >= PRESSES",
        "presses.length > PRESSES",
        LEAVE,
        "shifts_leave_from_every and small",
    ),
    Mutant(
        "it stays behind",
        "{ .rg-bar { position: sticky;",
        "{ .rg-bar { position: static;",
        LEAVE,
        "one_press and small",
    ),
    Mutant(
        "the other site is told",
        'rel="noreferrer" aria-describedby="lamna_om"',
        'rel="nofollow" aria-describedby="lamna_om"',
        LEAVE,
        "routine_names and small",
    ),
    Mutant(
        "the wrong place to read more",
        "{{ url(at.LEAVING) }}",
        "{{ url(at.PRIVACY) }}",
        LEAVE,
        "what_it_is_about and small",
    ),
    # The keyboard, and who listens.
    Mutant(
        "a ring too thin",
        ":focus-visible { outline: 3px",
        ":focus-visible { outline: 1px",
        KEYBOARD,
        "ringed and small",
    ),
    Mutant("a skip link to nowhere", ' tabindex="-1">', ">", KEYBOARD, "ways_in and small"),
    Mutant(
        "hidden from who listens",
        '<nav aria-label="Huvudmeny">',
        '<nav aria-label="Huvudmeny" aria-hidden="true">',
        AXE,
        "any_page and small",
    ),
    Mutant(
        "something is kept",
        "const MOST_TEXT = 110;",
        "const MOST_TEXT = 110; localStorage.seen = '1';",
        "tests/browser/test_quiet.py",
        "small",
    ),
    Mutant(
        "dots and rings must be written",
        r"normalize('NFD').replace(/\p{M}/gu, '')",
        "normalize('NFC')",
        "tests/browser/test_search.py",
        "as_they_are_written and real-web",
    ),
    # The guide.
    Mutant(
        "what waits is open",
        "else if (edges.length && !edges.includes(true))",
        "else if (edges.includes(false))",
        "tests/browser/test_guide.py",
        "oracle and small",
    ),
    Mutant(
        "paper has buttons",
        "@media print {\n  .rg-page .rg-buttons, .rg-button,",
        "@media print {\n  .rg-page .rg-buttons,",
        "tests/browser/test_guide_states.py",
        "prints_whole",
    ),
    # The data, and what is made of it.
    Mutant(
        "words of the code's own", "<span>{{ number.label }}</span>", "<span>Larmnumret</span>", CHANGE, "emergency"
    ),
    Mutant("a limit of the code's own", 'data-days="{{ limit.days }}"', 'data-days="14"', CHANGE, "everywhere"),
    Mutant("markup from the data", "autoescape=True,", "autoescape=False,", "tests/site/test_hostile.py"),
    Mutant(
        "an edge through a box",
        'if leave > enter or drop == "never":',
        'if drop == "never":',
        "tests/layout/test_layout.py",
    ),
    Mutant(
        "a way that is shut",
        "if not contradictory(end.guard | guard)",
        "if True",
        "tests/domain/test_graph.py",
    ),
    Mutant("rows out of order", "now[1] <= before[1]", "now[1] < before[1]", "tests/reading/test_broken.py"),
)
