"""A value changed in the file: the old one is nowhere on the site,
the new one everywhere the old one was, and nothing else moves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from html import unescape
from pathlib import Path as FilePath
from typing import Any

import pytest

from audit.built import SEARCH_INDEX, Site, find, of, one, plain, text
from routine.check.nodes import Path, Raw
from routine.model import numerals, wording
from routine.site.build import build
from tests.kit.building import Workshop, paperless, unprinted
from tests.kit.paths import SMALL
from tests.kit.variants import changed, kind, leaves, name, small, write

pytestmark = pytest.mark.site

# A value is told from every other by a mark of its own.
# `old` and `new` marks are found by one pattern, and differ in one sign.
MARK = re.compile(r"(?:kx|ny)\d+q|077[12]-?55 ?\d{3}|20\d\d-0[34]-01|(?<!\d)1 (?:mars|april) 20\d\d", re.IGNORECASE)
AGAIN = re.compile(r"utskrift/(?:fickkort-|checklista-.+-stor-stil)")
NEW = {"kx": "ny", "0771": "0772", "-03-": "-04-"}
SHOWN = {"line", "text", "url", "date", "phone"}
VALUES = [(path, kind(path)) for path, _ in leaves(small()) if kind(path) in SHOWN]
# A number stands among those of an emergency and where it is rung: that is one value, with one mark.
PHONES = {value: path for path, value in leaves(small()) if kind(path) == "phone"}
OTHER_WORDS = "Helt andra ord"
Positions = dict[str, Counter[str]]

# Every number is another here, that of a danger as well.
NOT_112: Raw = {"code": "R100", "where": "emergency.1.number", "reason": "Varje nummer är ett annat."}
# What is shown only to somebody who waits for the owner or is consulted: not every action has anyone.
TO_OTHERS = re.compile(r"actions\.\d+\.(others|(.*\.)?wallet)")  # A role without a card has no words on one.
BOOKLETS = "utskrift/fickkort-"
# The numbers in the marks of what helps while a question is open, and of what holds after an answer.
BESIDE = {str(at) for at, (path, _) in enumerate(VALUES) if path[0] == "open_questions" or "then" in path}


def marked(path: Path, value: str) -> str:
    """The value with a mark of its own. Dates fall by a year each, as those of the revisions must fall."""
    own = PHONES[value] if kind(path) == "phone" else path
    at = next((at for at, (place, _) in enumerate(VALUES) if place == own), -1)
    return {
        "line": f"{value} kx{at}q",
        "text": f"{value} kx{at}q",
        "url": f"https://markt.example/kx{at}q",
        "date": f"{2099 - sum(what == 'date' for _, what in VALUES[:at])}-03-01",
        "phone": f"0771-55 {at:03}",
    }.get(kind(path), value)


def renewed(value: str) -> str:
    """Another value, whose mark is the new form of the old one."""
    mark = MARK.findall(value)[-1]
    for old, new in NEW.items():
        mark = mark.replace(old, new)
    return (
        mark
        if not mark.startswith("ny")
        else value.rpartition("/")[0] + f"/{mark}"
        if "://" in value
        else f"{OTHER_WORDS if value[0].isupper() else OTHER_WORDS.lower()} {mark}"
    )


def canonical(value: str) -> str:
    """The value's mark in one form: a number as it is dialled, a date in figures, letters small."""
    mark = MARK.findall(value)[-1].lower()
    if " mars " in mark or " april " in mark:
        day, month, year = mark.split()
        mark = f"{year}-{numerals.MONTHS.index(month) + 1:02}-{int(day):02}"
    return re.sub(r"[- ]", "", mark)


def positions(site: Site) -> Positions:
    """File → how many times each mark stands there, however it is written; where a title is said again when its text
    goes on to another page, only that it does, since that hangs on how long the words are. So does whether a booklet
    has room for what stands beside its steps, which is left out."""
    found = {
        file: Counter(
            mark
            for mark in map(canonical, MARK.findall(site.read(file)))
            if not (file.startswith(BOOKLETS) and re.sub(r"\D", "", mark) in BESIDE)
        )
        for file in site.files()
        if not file.startswith("assets/vendor")
    }
    return {file: Counter(dict.fromkeys(marks, 1)) if AGAIN.match(file) else marks for file, marks in found.items()}


def written(folder: FilePath, values: dict[str, Raw]) -> None:
    """A data file, and the site of it."""
    build(write(values, folder / "rutin.yaml"), folder / "site")


def read(folder: FilePath) -> Site:
    return of(folder / "site", folder / "rutin.yaml")


@pytest.fixture(scope="module")
def marked_positions(workshop: Workshop) -> Positions:
    """Of the small site in which every value bears its own mark."""
    every: Any = changed(small(), marked)
    every["exceptions"].append(NOT_112)
    return positions(read(workshop.made("markt", lambda out: written(out, every))))


@pytest.fixture(scope="module")
def renewed_site(workshop: Workshop) -> Site:
    """The same with another value in the place of each, every one with a mark of its own:
    so none can hide behind another."""
    new = changed(small(), another) | {"exceptions": [NOT_112]}  # What the others overrule is gone as well.
    return read(workshop.made("fornyat", lambda out: written(out, new)))


@pytest.fixture(scope="module")
def renewed_positions(renewed_site: Site) -> Positions:
    return positions(renewed_site)


def another(path: Path, value: str) -> str:
    if path[-1] == "emphasis":
        return OTHER_WORDS  # A part of its text, which is another as well.
    return renewed(marked(path, value)) if kind(path) in SHOWN else value


def renames() -> dict[str, str]:
    """Old mark → new."""
    old = [marked(path, value) for path, value in leaves(small()) if kind(path) in SHOWN]
    return {canonical(value): canonical(renewed(value)) for value in old}


def test_every_value_is_shown_somewhere(marked_positions: Positions) -> None:
    """Not in rutin.json alone, which holds every value, shown or not."""
    seen = {mark for file, marks in marked_positions.items() if file != "rutin.json" for mark in marks}
    unseen = [
        name(path)
        for path, value in leaves(small())
        if kind(path) in SHOWN and canonical(marked(path, value)) not in seen
    ]
    assert [each for each in unseen if not TO_OTHERS.fullmatch(each)] == []


def test_a_changed_value_leaves_no_trace_of_the_old_one_and_moves_nothing_else(
    marked_positions: Positions, renewed_positions: Positions
) -> None:
    """And the new ones stand wherever the old ones stood, as often."""
    pairs = renames()
    assert len(pairs) > 200
    assert renewed_positions == {
        file: Counter({pairs.get(mark, mark): times for mark, times in marks.items()})
        for file, marks in marked_positions.items()
    }


def test_nothing_of_the_routine_stands_in_the_code(renewed_site: Site) -> None:
    """Every value another one: of the old ones not a word is left, so none of them came from anywhere but the file."""
    old = {plain(value) for path, value in leaves(small()) if kind(path) in SHOWN}
    old |= {wording.long_date(date.fromisoformat(value)) for path, value in leaves(small()) if kind(path) == "date"}
    # A name may begin with a small letter inside a sentence; a single word that does is an id.
    old |= {wording.inside(value) for value in old if " " in value}
    texts = {
        file: plain(unescape(renewed_site.read(file)))
        for file in renewed_site.files()
        if (not file.startswith("assets/") or file == SEARCH_INDEX)
    }
    # Words this short (112, Larm) also stand for themselves.
    left = [(file, value) for value in old if len(value) > 6 for file, words in texts.items() if value in words]
    assert left == []


def test_changed_ids_leave_no_trace_of_the_old_ones(tmp_path: FilePath) -> None:
    """Every id with a mark of its own, in every place that names it; then every one with another."""
    every = sorted({value for path, value in leaves(small()) if kind(path) == "id"})

    def with_mark(path: Path, value: str, form: str) -> str:
        id, dot, rest = value.partition(".") if path[-1] == "where" else (value, "", "")
        is_id = kind(path) == "id" or path[-1] == "where"
        return f"{id}-{form}{every.index(id)}q{dot}{rest}" if is_id else value

    def sites(form: str) -> Site:
        values = changed(small(), lambda path, value: with_mark(path, value, form))
        data = write(values, tmp_path / f"{form}.yaml")
        with paperless():
            build(data, tmp_path / form)
        return of(tmp_path / form, data)

    def renamed(found: Positions) -> Positions:
        return {
            re.sub(r"ny(\d+q)", r"kx\1", file): Counter(
                {mark.replace("ny", "kx"): count for mark, count in marks.items()}
            )
            for file, marks in found.items()
        }

    before, after = positions(sites("kx")), positions(sites("ny"))
    assert {mark for marks in before.values() for mark in marks} >= {f"kx{at}q" for at in range(len(every))}
    assert not [file for file, marks in after.items() if "kx" in file or any("kx" in mark for mark in marks)]
    assert renamed(after) == before


# --- What changes the shape, and not only a word ---------------------------------------------------------------------


def owned(row: int, role: str) -> str:
    return f"    row: {row}\n    responsible: [{role}]"


# An action, its row, who has it and who has it instead.
OWNERS = (("mata-flodet", 3, "va-ingenjoren", "rektorn"), ("flytta-klassen", 6, "rektorn", "eleven"))
TURNED = ("question: torkar-salen\n        answer: nej", "question: torkar-salen\n        answer: ja")

# What is written, in edits that do not touch each other; what is said, and what instead.
EDITS: tuple[tuple[tuple[tuple[str, str], ...], str, str], ...] = (
    ((("count: 3", "count: 5"),), "inom tre dagar efter händelsen", "inom fem dagar efter händelsen"),
    ((), '"days": 3', '"days": 5'),
    (
        (("count: 2\n      unit: veckor", "count: 1\n      unit: dagar"),),
        "inom två veckor efter händelsen",
        "inom en dag efter händelsen",
    ),
    ((("    row: 10\n", "    row: 14\n"),), 'data-row="10"', 'data-row="14"'),
    ((("pages: 3", "pages: 11"),), "3 sidor", "11 sidor"),
    (
        (("mode: nagon", "mode: alla"),),
        "i samråd med vaktmästaren, VA-ingenjören eller båda",
        "i samråd med vaktmästaren och VA-ingenjören",
    ),
    (
        (
            ("- id: 7.1.1", "- id: 7.1.0"),
            *((f"section: 7.1.1\n    row: {n}", f"section: 7.1.0\n    row: {n}") for n in (1, 2)),
        ),
        "7.1.1",
        "7.1.0",
    ),
)


def edited(folder: FilePath, edits: Iterable[tuple[str, str]]) -> None:
    """Build the small site after edits, each of which must fit in exactly one place."""
    words = SMALL.read_text(encoding="utf-8")
    for old, new in edits:
        assert words.count(old) == 1, f"{old!r} står {words.count(old)} gånger"
        words = words.replace(old, new)
    (folder / "rutin.yaml").write_text(words, encoding="utf-8")
    build(folder / "rutin.yaml", folder / "site")


@pytest.fixture(scope="module")
def edited_site(workshop: Workshop) -> Site:
    return read(workshop.made("andrat", lambda out: edited(out, (edit for edits, _, _ in EDITS for edit in edits))))


@pytest.fixture(scope="module")
def reowned_site(workshop: Workshop) -> Site:
    """Build the other owners apart: a step that moves changes what a card has room for."""
    edits = [(owned(row, old), owned(row, new)) for _, row, old, new in OWNERS]
    return read(workshop.made("omfordelat", unprinted(lambda out: edited(out, [*edits, TURNED]))))


def owners_shown(site: Site, action: str) -> dict[str, list[str]]:
    """Who has an action, by every page that says it."""
    page = site.page("/rutinen/")
    row = one(page, "tr", data_action=action)
    parts = [cell.attrib["data-role"] for cell in find(row, "td", data_role=None) if "nsvar" in text(cell)]
    listed = text(find(find(one(page, "li", data_step=action), "div")[0], "b")[0])
    called = {wording.inside(role.name): role.id for role in site.routine.roles}
    (line,) = [text(each) for each in find(find(one(page, "li", data_action=action), "summary")[0], "span", "rg-small")]
    roles = [role.id for role in site.routine.roles]
    return {
        "rutinen": [id for name, id in called.items() if name in wording.inside(line)],
        "vem-gor-vad": parts,
        "flode": [called[wording.inside(each)] for each in re.split(r", | och ", listed)],
        "rutin.json": next(each["responsible"] for each in site.export()["actions"] if each["id"] == action),
        "roller": [id for id in roles if find(site.page(f"/roller/{id}/"), data_action=action)],
    }


def says(site: Site, words: str) -> Counter[str]:
    """File → how many times the words stand in it, in capitals or not."""
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
    files = [file for file in site.files() if not file.endswith((".css", ".js"))]
    return Counter({file: count for file in files if (count := len(pattern.findall(site.read(file))))})


def test_another_owner_has_the_action_everywhere(reowned_site: Site) -> None:
    for action, _, _, owner in OWNERS:
        shown = owners_shown(reowned_site, action)
        assert {place: sorted(found) for place, found in shown.items()} == {place: [owner] for place in shown}
    assert len(OWNERS) == 2


def test_an_edit_shows_everywhere_and_what_it_replaces_nowhere(small_site: Site, edited_site: Site) -> None:
    for _, before, after in EDITS:
        assert says(small_site, before), before
        assert not says(edited_site, before), before
        assert says(edited_site, after) == says(small_site, before) + says(small_site, after), after
    assert len(EDITS) == 7


def test_another_answer_turns_the_chart(small_site: Site, reowned_site: Site) -> None:
    lines = [one(site.page("/rutinen/"), "li", data_step="hyr-flaktar") for site in (small_site, reowned_site)]
    assert [text(find(line, "b")[0]) for line in lines] == ["nej", "ja"]
