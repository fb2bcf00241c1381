"""Files that are made to take long: as large as a file may be, or larger, and of the worst shape for what reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tests.kit.broken import SMALL_TEXT

SHORT_ROLE = "{{id: r{0}, name: Roll {0}, tab: Flik {0}, summary: Du gör {0}, intro: Du gör.}}"
ACTION = (
    "  - id: extra-{0}\n    section: 7.2.1\n    row: {0}\n    responsible: [vaktmastaren]\n"
    "    text: Flytta låda {0}\n    others: flyttar låda {0}\n"
)
UNKNOWN = "  - {{id: u{0}, section: 7.2.1, row: {0}, responsible: [okand-{0}], text: Gör {0}, others: gör {0}}}\n"
WORD_LIST = "words:\n"


def before(key: str, lines: str) -> str:
    """The small routine with lines of its own before a top key: more of the list that stands there."""
    assert SMALL_TEXT.count(f"\n{key}:\n") == 1, key
    return SMALL_TEXT.replace(f"\n{key}:\n", f"\n{lines}{key}:\n")


def with_text(text: str) -> str:
    """The small routine with this as the text of an action."""
    return SMALL_TEXT.replace("    text: Byt röret\n", f"    text: {text}\n")


def hostile() -> Iterator[tuple[str, bytes]]:
    """Each by its name."""
    yield from _shapes()
    yield from _lists()
    yield from _texts()


def _shapes() -> Iterator[tuple[str, bytes]]:
    """What YAML itself is slow at."""
    for name, part in (("lists", "["), ("groups", "{a: "), ("dashes", "- "), ("keys", "? "), ("tags", "!!map ")):
        yield f"deep {name}", b"a: " + part.encode() * (390_000 // len(part))
    yield "deep lists, closed", b"a: " + b"[" * 19 + b"x" + b"]" * 19 + b"\n"
    laughs = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    laughs += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 40)]
    yield "a billion laughs", "\n".join(laughs).encode()
    yield "anchors", "".join(f"a{i}: &a{i} x\n" for i in range(11_000)).encode()
    yield "aliases", ("a: &a x\n" + "b: [" + ", ".join(["*a"] * 400) + "]\n").encode()
    yield "one long key", b"a" * 390_000
    yield "one long text", b"a: '" + b"x " * 190_000 + b"'"
    yield "one open quotation mark", SMALL_TEXT.encode() + b"a: '" + b"x\n" * 10_000
    yield "one long block", b"a: |\n" + b"  x\n" * 11_000
    yield "folded lines", b"a: >\n" + b"  x\n\n" * 5_000
    yield "the same key", b"a: b\n" * 9_000
    yield "other keys", "".join(f"k{i}: b\n" for i in range(9_900)).encode()
    yield "flow keys", ("{" + ", ".join(f"k{i}: b" for i in range(9_900)) + "}").encode()
    yield "documents", b"---\na: b\n" * 5_900
    yield "conflicts", (SMALL_TEXT + "<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n" * 2_200).encode()
    yield "tabs", b"\ta: b\n" * 11_900
    yield "no colons", b"a\n" * 11_900
    yield "crooked", "".join(f"{' ' * (i % 7)}k{i}: b\n" for i in range(11_900)).encode()
    yield "crooked dashes", ("a:\n" + "".join(f"{' ' * (i % 5)}- b\n" for i in range(11_900))).encode()
    yield "stairs", "".join(f"{' ' * (i % 150)}k:\n" for i in range(5_000)).encode()
    yield "open brackets", b"a: [\n" * 11_900
    yield "wrong dashes", ("words:\n" + "  – ord\n" * 11_900).encode()
    yield "curly quotes", ("words:\n" + "  - ”ord”\n" * 11_900).encode()
    yield "odd characters", ("a: " + "\u200b\u00ad" * 60_000).encode()
    yield "loose marks", ("a: " + "o\u0308" * 120_000).encode()
    yield "marks on marks", ("a: o" + "\u0308\u0323" * 90_000).encode()
    yield "broken letters", ("a: " + "Ã¥" * 90_000).encode()
    yield "bytes of no text", b"\xff" * 390_000
    yield "sixteen bits", ("a: b\n" * 39_000).encode("utf-16")
    yield "zeros", b"\0" * 390_000
    yield "comments", b"a: b # c\n" * 11_900
    yield "too many bytes", SMALL_TEXT.encode() + b"#" * 60_000_000


def _lists() -> Iterator[tuple[str, bytes]]:
    """What our own rules could be slow at: many of everything."""
    yield "surplus roles", before("tracks", "  - " + SHORT_ROLE.format(0) + "\n" + _flow(SHORT_ROLE, 1_500)).encode()
    yield "surplus roles, broken", before("tracks", _flow(SHORT_ROLE, 1_500).replace("}, {", "},\n      {")).encode()
    yield "roles", before("tracks", _lines("  - " + SHORT_ROLE + "\n", 1_500)).encode()
    yield "actions", before("emergency", _lines(ACTION, 1_400)).encode()
    yield "unknown references", before("emergency", _lines(UNKNOWN, 1_500)).encode()
    yield "the same ids", before("emergency", _lines(UNKNOWN.replace("u{0}", "u"), 1_500)).encode()
    names = (f"okand-{number}" for number in range(9_000))
    yield (
        "references",
        SMALL_TEXT.replace("    responsible: [rektorn]\n", f"    responsible:\n{_items(names)}", 1).encode(),
    )
    again = _items(["rektorn"] * 9_000)
    yield (
        "one reference again",
        SMALL_TEXT.replace("    responsible: [rektorn]\n", f"    responsible:\n{again}", 1).encode(),
    )
    yield (
        "empty lists",
        b"a:\n" + b"  - [[], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], []]\n" * 1_200,
    )
    yield (
        "words",
        (SMALL_TEXT + WORD_LIST * ("\nwords:" not in SMALL_TEXT))
        .replace(WORD_LIST, WORD_LIST + _lines("  - ord{0}\n", 9_900))
        .encode(),
    )
    yield "unknown keys", SMALL_TEXT.replace("site:\n", "site:\n" + _lines("  k{0}: b\n", 9_000), 1).encode()
    yield "empty actions", before("emergency", "  - {}\n" * 9_900).encode()
    yield "empty roles", before("tracks", "  - {}\n" * 9_900).encode()
    yield "actions that are texts", before("emergency", "  - x\n" * 9_900).encode()
    yield (
        "exceptions",
        (SMALL_TEXT + "exceptions:\n" * ("\nexceptions:" not in SMALL_TEXT))
        .replace("exceptions:\n", "exceptions:\n" + _lines("  - {{code: R0{0}, where: a{0}.b, reason: c}}\n", 2_400))
        .encode(),
    )
    yield (
        "terms",
        before("easy", "")
        .replace("terms:\n", "terms:\n" + _lines("  - {{word: ord{0}, meaning: Det {0}., basis: kalla}}\n", 2_200))
        .encode(),
    )
    yield (
        "chained actions",
        before(
            "emergency",
            _lines(ACTION + "    after: [{{action: extra-{1}, text: sedan, basis: kalla}}]\n", 1_000),
        ).encode(),
    )
    yield (
        "questions",
        before(
            "actions",
            _lines(
                "  - {{id: q{0}, text: Är det {0}?, basis: kalla, answered_by: [rektorn], "
                "conditions: [{{question: q{1}, answer: ja, text: om, basis: kalla}}]}}\n",
                900,
            ),
        ).encode(),
    )


def _texts() -> Iterator[tuple[str, bytes]]:
    """Long texts, in one line or many."""
    yield "a long name", SMALL_TEXT.replace("name: Rektorn", f"name: {'R' * 20_000}").encode()
    yield "a name of many words", SMALL_TEXT.replace("name: Rektorn", f"name: {'Rektorn ' * 240}").encode()
    yield "a long text", with_text("ord " * 480).encode()
    yield "a longer text", with_text("\n" + "      ord ord ord\n" * 10_000).encode()
    yield "a long id", SMALL_TEXT.replace("id: mogel", f"id: {'mogel-' * 300}x").encode()
    yield "a long address", SMALL_TEXT.replace("org/rad", f"org/{'rad/' * 480}").encode()
    yield "a long number", SMALL_TEXT.replace("number: 010-555 01 23", f"number: {'0 ' * 950}0").encode()
    yield "a long count", SMALL_TEXT.replace("pages: 3", f"pages: {'9' * 1_900}").encode()
    yield "signs that patterns repeat", with_text("<a" * 900).encode()
    yield "brackets", with_text("x" + "[" * 1_900).encode()
    yield "slashes", with_text("x" + "/–" * 900).encode()


def _lines(pattern: str, count: int) -> str:
    return "".join(pattern.format(number + 11, number + 10) for number in range(count))


def _items(names: Iterable[str]) -> str:
    return "".join(f"      - {name}\n" for name in names)


def _flow(pattern: str, count: int) -> str:
    return "  - " + ", ".join(pattern.format(number) for number in range(count)) + "\n"
