"""Faults put in by hand, one line each, and the tests that must see them:
what shows that the tests are worth something.

A fault is told by a text that stands once, in whichever file. When that line is rewritten the fault is written anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

CODE = ("routine",)


@dataclass(frozen=True, slots=True)
class Mutant:
    """What is wrong then, the text and what takes its place, and the test, with what it is narrowed to (`-k`).
    `full` where only our own routine, as make full looks at it, is long enough to show it."""

    wrong: str
    old: str
    new: str
    test: str
    only: str = ""
    full: bool = False

    def apply(self, project: Path) -> None:
        """Puts the fault into a copy of the project."""
        (file,) = [file for file in sources(project) if self.old in file.read_text(encoding="utf-8")]
        file.write_text(file.read_text(encoding="utf-8").replace(self.old, self.new), encoding="utf-8")


def sources(project: Path) -> list[Path]:
    kinds = {".py", ".html", ".css", ".js", ".typ"}
    files = [file for folder in CODE for file in sorted((project / folder).rglob("*"))]
    return [file for file in files if file.suffix in kinds and "vendor" not in file.parts]


LOOK, PAPER, LEAVE = "tests/browser/test_look.py", "tests/browser/test_paper.py", "tests/browser/test_leave.py"
KEYBOARD, AXE, CHANGE = "tests/browser/test_keyboard.py", "tests/browser/test_axe.py", "tests/site/test_change.py"
READINGS = "tests/views/test_readings.py"
BAR, BANDS, FACE = "tests/browser/test_bar.py", "tests/site/test_bands.py", "tests/browser/test_typeface.py"
FIRST, KEEPS = "tests/ours/test_guide_first.py", "tests/ours/test_guide_keeping.py"
LIGHT, DARK = "small-320-light", "small-1280-dark"

THE_LOOK = (
    Mutant("a bar that is high", "min-height: 3.9375rem;", "min-height: 5rem;", BAR, "low and small"),
    Mutant(
        "a bar that always follows",
        "    position: relative;\n    z-index: 20;",
        "    position: sticky;\n    z-index: 20;\n    top: 0;",
        BAR,
        "tenth",
    ),
    Mutant(
        "a second sheet",
        '<section class="rg-easy-ask"',
        '<section class="rg-easy-ask rg-sheet"',
        BANDS,
        "sheet",
        full=True,
    ),
    Mutant(
        "guidance that looks like the routine",
        '<p class="rg-small">{{ wording.NOT_THE_ROUTINE }}</p>\n<p>{{ item.words }}</p>',
        "<p>{{ item.words }}</p>",
        BANDS,
        "guidance",
    ),
    Mutant(
        "words that are not quoted",
        "<p>”<span data-say>{{ phrase.text }}</span>”</p>",
        "<p><span data-say>{{ phrase.text }}</span></p>",
        BANDS,
        "quoted",
    ),
    Mutant(
        "text that waits for its face",
        "woff2');\n  font-weight: 400;\n  font-display: optional;",
        "woff2');\n  font-weight: 400;\n  font-display: block;",
        FACE,
        "waiting",
    ),
    Mutant(
        "a search that is fetched unasked",
        "if (!menu.open) return;\n    menu.removeEventListener",
        "menu.removeEventListener",
        "tests/browser/test_search.py",
        "nothing_is_asked and small",
    ),
    Mutant(
        "a tint that means two things",
        ".rg-other {\n  background: var(--other);",
        ".rg-other {\n  background: var(--say);",
        BANDS,
        "one_thing",
    ),
    Mutant("too wide for a phone", "flex: 3 1 9rem;", "padding-inline-end: 40rem;", LOOK, f"sideways and {LIGHT}"),
    Mutant("faint in the light", "--ink-soft: #3d4946;", "--ink-soft: #6b7672;", LOOK, f"stands_out and {LIGHT}"),
    Mutant("faint in the dark", "--ink-soft: #c0cbc7;", "--ink-soft: #7d8984;", LOOK, f"stands_out and {DARK}"),
    Mutant(
        "the alarm colour where it does not belong",
        "border-block-end: 2px solid var(--ink);\n}\n.rg-stage h2",
        "border-block-end: 2px solid var(--alarm);\n}\n.rg-stage h2",
        LOOK,
        f"alarm and {LIGHT}",
    ),
    Mutant("too small to press", "--target: clamp(44px,", "--target: min(40px,", LOOK, f"pressed and {LIGHT}"),
    Mutant(
        "movement for all",
        ".rg-leave {\n  flex: 1 1 3.5rem;\n",
        ".rg-leave {\n  flex: 1 1 3.5rem;\n  transition: border-color 1s !important;\n",
        LOOK,
        f"moves and {DARK}",
    ),
    Mutant(
        "the numbers out of sight",
        ".rg-sos {\n  flex: 3 1 9rem;",
        ".rg-sos {\n  flex: 3 1 9rem;\n  margin-block-start: 40rem;",
        LOOK,
        f"number and {LIGHT}",
    ),
    Mutant(
        "no room for larger text",
        ".rg-sos b {\n  font-size: clamp",
        ".rg-sos b {\n  padding-inline: 4.5em;\n  font-size: clamp",
        LOOK,
        f"twice and {LIGHT}",
    ),
)

ON_PAPER = (
    Mutant("navigation on paper", "  .rg-menu,\n  .rg-leave,\n", "", PAPER, "navigation and small"),
    Mutant("grey on paper", "--ink-soft: #000;", "--ink-soft: #999;", PAPER, "dark_on_white and small"),
    Mutant(
        "no line to sign on",
        "display: grid;\n    grid-column: 3;",
        "display: none;\n    grid-column: 3;",
        PAPER,
        "line_to_sign and small",
    ),
    Mutant("no head on the next sheet", "table-header-group", "table-row-group", PAPER, "head_on and small"),
    Mutant("no address to follow", "content: ' (' attr(href) ')';", "content: '';", PAPER, "its_address and small"),
    Mutant("no number on a sheet", "'Sida ' counter(page) ' av '", "' av '", PAPER, "its_number and small"),
    Mutant("nobody's sheets", "content: var(--page);", "content: '';", PAPER, "its_number and small"),
    Mutant(
        "a checklist on two sheets",
        "padding: 0;\n    border: 0;\n    border-block-end: 0.5pt",
        "padding: 12mm 0;\n    border: 0;\n    border-block-end: 0.5pt",
        PAPER,
        "one_sheet and real",
        full=True,
    ),
    Mutant(
        "buttons on paper",
        "  .rg-button:not([aria-pressed]),\n",
        "",
        "tests/ours/test_guide_states.py",
        "prints_whole",
    ),
)

HOUR, NAMED = "tests/print/test_first_half_hour.py", "tests/print/test_names.py"

ON_SHEETS = (
    Mutant("ink at the edge", "#let inset = 7.3mm", "#let inset = 6.8mm", "tests/print/test_legible.py", "ink"),
    Mutant("no room for a hand", "#let room = 8.9mm", "#let room = 7mm", HOUR, "millimetres"),
    Mutant(
        "small letters on half a sheet",
        "range(9).map(step => 14pt - step * 0.5pt)",
        "range(6).map(step => 12.5pt - step * 0.5pt)",
        HOUR,
        "letters_are",
    ),
    Mutant("an answer without its box", "answers=(words.yes, words.no, words.not_yet)", "answers=()", HOUR, "decision"),
    Mutant("shrunk by a printer", "/PrintScaling/None", "", "tests/print/test_viewing.py", "true_size"),
    Mutant(
        "names that are kept",
        "        files = _made(presses, sheets, keep=False)\n",
        "        files = _made(presses, sheets)\n",
        NAMED,
        "kept",
    ),
    Mutant(
        "a name in a message",
        "unread = [_withheld(problem) for problem in source.problems if",
        "unread = [problem for problem in source.problems if",
        NAMED,
        "harmed",
    ),
    Mutant("an empty box for what was answered", "border-width: 2.2mm;", "border-width: 0.3mm;", PAPER, "full_box"),
)

AT_HAND = (
    Mutant(
        "a translation's words kept as the page's",
        "document.documentElement.lang === 'sv'",
        "document.documentElement.lang",
        "tests/browser/test_translated.py",
        "saved",
    ),
    Mutant(
        "a number read from the right",
        "  direction: ltr; /* In",
        "  direction: inherit; /* In",
        "tests/browser/test_translated.py",
        "right",
    ),
    Mutant("four presses", "presses.length >= PRESSES", "presses.length > PRESSES", LEAVE, "from_every and small"),
    Mutant(
        "the way out stays behind",
        "position: sticky;\n    inset-block-start: clamp(",
        "position: static;\n    inset-block-start: clamp(",
        LEAVE,
        "one_press and small",
    ),
    Mutant("the other site is told", 'rel="noreferrer" aria-describedby', "aria-describedby", LEAVE, "names and small"),
    Mutant("elsewhere to read more", "{{ url(at.LEAVING) }}", "{{ url(at.PRIVACY) }}", LEAVE, "about and small"),
    Mutant(
        "a ring too thin",
        "outline: 3px solid var(--focus);\n  outline-offset: 3px;",
        "outline: 1px solid var(--focus);\n  outline-offset: 3px;",
        KEYBOARD,
        "ringed and small",
    ),
    Mutant(
        "a skip link to nowhere", 'class="rg-page" tabindex="-1">', 'class="rg-page">', KEYBOARD, "ways_in and small"
    ),
    Mutant(
        "hidden from who listens",
        '<section class="rg-sos" aria-label="Nödnummer">',
        '<section class="rg-sos" aria-label="Nödnummer" aria-hidden="true">',
        AXE,
        "any_kind and small",
    ),
    Mutant(
        "something is kept",
        "let count = 0;",
        "let count = 0; localStorage.seen = '1';",
        "tests/browser/test_quiet.py",
        "small",
    ),
    Mutant(
        "dots and rings must be written",
        r"normalize('NFD').replace(/\p{M}/gu, '')",
        "normalize('NFC')",
        "tests/browser/test_search.py",
        "as_they_are_written and folders-file",
    ),
    Mutant(
        "danger that waits its turn",
        "rutin.acute.acute(query) && acute",
        "!query && acute",
        "tests/browser/test_search.py",
        "cannot_wait",
    ),
    Mutant(
        "a time that has not been",
        "|| (day === today() && time > now())",
        "",
        "tests/browser/test_timeline.py",
        "has_not_been",
    ),
    Mutant(
        "a compound that is one word",
        "begins && ends ? length + word.length : length",
        "begins && ends && length < 0 ? length : 0",
        "tests/browser/test_search.py",
        "two_words",
    ),
    Mutant(
        "a script from any text",
        "policy?.createScriptURL(source) ?? source",
        "source",
        "tests/browser/test_policy.py",
        "guide_is_walked and web",
    ),
    Mutant(
        "what waits is open",
        "return step.waits.every(settled) ? 'nu' : 'sedan';",
        "return step.waits.some(settled) || !step.waits.length ? 'nu' : 'sedan';",
        "tests/browser/test_guide.py",
        "would_think_of",
    ),
)

IN_THE_GUIDE = (
    Mutant(
        "a day that nobody has said",
        "this.#settled(id, { how: 'gjort', reason: '', day: ''",
        "this.#settled(id, { how: 'gjort', reason: '', day: today()",
        "tests/ours/test_guide_walks.py",
        "nobody_has_said and phone",
    ),
    Mutant("a date out of sight", "...(hers ? [dates,", "...(!hers ? [dates,", FIRST, "next_date"),
    Mutant(
        "a first thing far down",
        ":is(.rg-first-label, .rg-first-text) {\n  margin-block: 0;",
        ":is(.rg-first-label, .rg-first-text) {\n  margin-block: 4rem;",
        FIRST,
        "two_presses",
    ),
    Mutant(
        "a jump when the scripts come",
        "        first=FIRST,\n",
        "",
        FIRST,
        "paints",
    ),
    Mutant(
        "a call without all its words",
        "...step.say.map((line) => el('p', { class: 'rg-call-line' }",
        "...step.say.slice(1).map((line) => el('p', { class: 'rg-call-line' }",
        FIRST,
        "one_screen",
    ),
    Mutant("what is pressed jumps", "if (Math.abs(moved) >= 1) window.scrollBy(0, moved);", "", FIRST, "stays_where"),
    Mutant("a dead end", "help ? copy(help, role.id) : null", "null", FIRST, "dead_end"),
    Mutant(
        "an answer that disappears",
        "(question && places.get(id) === 'klart') ||",
        "",
        "tests/ours/test_guide_walks.py",
        "reports_later or does_not_want",
    ),
    Mutant(
        "a script that is fetched twice",
        "coming.href = conversation;",
        "coming.href = `${conversation}0`;",
        "tests/browser/test_guide_coming.py",
        "on_its_way",
    ),
    Mutant("a store that nobody asked for", "keeping.lies() ? void", "true ? void", KEEPS, "until_something"),
    Mutant(
        "erased at once",
        "radera: () => this.#now({ asking: 'radera' }, 'rubrik:radera'),",
        "radera: () => void this.#erase().catch(this.fail),",
        KEEPS,
        "gone_when_erased",
    ),
)

FROM_THE_DATA = (
    Mutant(
        "an address that does not follow its file",
        'self.versions.get(file, "")',
        '"?v=" * (file in self.versions)',
        "tests/site/test_versions.py",
        "every_page",
    ),
    Mutant(
        "a name of the code's own",
        '<span class="rg-name">{{ view.site.name }}</span></summary>',
        '<span class="rg-name">Exempelguiden</span></summary>',
        CHANGE,
        "in_the_code",
    ),
    Mutant(
        "a row of the code's own",
        ' data-row="{{ number }}"{% endif %}',
        ' data-row="9"{% endif %}',
        "tests/site/test_coverage.py",
        "whole_routine",
    ),
    Mutant(
        "a withdrawn routine whose pages are silent",
        'lambda _: render("shell_band", view, links)',
        'lambda _: ""',
        "tests/site/test_withdrawn.py",
        "every_page",
    ),
    Mutant(
        "a withdrawn routine whose sheets are silent",
        "yield sheet, by.adding(ended) if ended else by",
        "yield sheet, by",
        "tests/site/test_withdrawn.py",
        "every_sheet",
    ),
    Mutant(
        "a code that holds when the routine does not",
        "{% call verdict('galler', ended | capital) %}",
        "{% call verdict('galler', 'Gäller') %}",
        "tests/browser/test_withdrawn.py",
        "every_code",
    ),
    Mutant(
        "all sheets hold when the routine does not",
        "if lost or not found.until",
        "if lost or True",
        "tests/changes/test_report.py",
        "called_back",
    ),
    Mutant("a reading without its mark", ", ours(action.consulted.basis))", ", False)", READINGS, "kind_of_page"),
    Mutant(
        "a reading that is not listed", '    SayingKind("Vem som får veta", _informed),\n', "", READINGS, "one_line"
    ),
    Mutant("markup from the data", "autoescape=True,", "autoescape=False,", "tests/site/test_hostile.py"),
    Mutant("a line through a box", 'if leave > enter or drop == "never":', 'if drop == "never":', "tests/layout"),
    Mutant("an arrow that says nothing", "not in implied:", "not in () or implied:", "tests/domain/test_graph.py"),
    Mutant(
        "what is not known yet is open", "if not graph.needs[id] and over", "if over", "tests/domain/test_beginning.py"
    ),
    Mutant(
        "more than the source says",
        "if wanted != found and not",
        "if wanted and wanted != found and not",
        "tests/rules",
    ),
    Mutant(
        "a new row only last",
        'update={"row": None}) if each.row in new else each',
        'update={"row": None}) if False else each',
        "tests/rules/test_rules.py",
        "anywhere_in_its_section",
    ),
    Mutant(
        "who no longer answers still told of",
        "gone = [id for id in before.responsible if id not in after.responsible]",
        "gone: list[str] = []",
        "tests/changes/test_reassigned.py",
    ),
    Mutant(
        "a dead number that stops all",
        "yield from () if entered.before else _unrung(routine)",
        "yield from _unrung(routine)",
        "tests/rules/test_publishing.py",
        "has_been_out",
    ),
    Mutant(
        "words to say in the source's table",
        "if spoken or item.kind.shape != 'say'",
        "if spoken or True",
        "tests/views/test_whole.py",
    ),
    Mutant("the newest first", "in reversed(found) if decision", "in found if decision", "tests/domain"),
    Mutant("rows out of order", "now[1] < before[1] or (action.row", "(action.row", "tests/reading/test_broken.py"),
    Mutant("any number a person's", " and _checks(digits)", "", "tests/rules/test_personal.py", "nobodys"),
    Mutant("an exception for ever", "or aim not in broken", "", "tests/rules/test_exceptions.py", "no_longer"),
)

MUTANTS = THE_LOOK + ON_PAPER + ON_SHEETS + AT_HAND + IN_THE_GUIDE + FROM_THE_DATA
