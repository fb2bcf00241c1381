"""A value changed in the file: the old one is nowhere on the site,
the new one everywhere the old one was, and nothing else moves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from datetime import date
from html import unescape
from pathlib import Path as FilePath
from typing import Any

import pytest

from audit.built import SEARCH_INDEX, Site, find, main, of, one, plain, text
from routine.build import build
from routine.domain import days, wording
from routine.reading.nodes import Path, Raw
from routine.reading.problems import RoutineError
from tests.kit.building import Workshop
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
TO_OTHERS = re.compile(r"actions\.\d+\.others")
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
        mark = f"{year}-{days.MONTHS.index(month) + 1:02}-{int(day):02}"
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


def shown(found: Positions) -> set[str]:
    """The marks that a reader meets: rutin.json holds every value, shown or not."""
    return {mark for file, marks in found.items() if file != "rutin.json" for mark in marks}


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


def renames(part: Path) -> dict[str, str]:
    """Old mark → new, for the values of a part."""
    old = {path: marked(path, value) for path, value in leaves(small()) if path[:2] == part and kind(path) in SHOWN}
    return {canonical(value): canonical(renewed(value)) for value in old.values()}


def of_marks(found: Positions, marks: Collection[str]) -> Positions:
    """What of it has these marks."""
    kept = {
        file: Counter({mark: times for mark, times in all_.items() if mark in marks}) for file, all_ in found.items()
    }
    return {file: times for file, times in kept.items() if times}


@pytest.mark.parametrize("part", list(dict.fromkeys(path[:2] for path, _ in VALUES)), ids=name)
def test_a_changed_value_leaves_no_trace_of_the_old_one(
    part: Path, marked_positions: Positions, renewed_positions: Positions
) -> None:
    """And the new one stands wherever the old one stood, as often."""
    pairs = renames(part)
    assert of_marks(marked_positions, pairs), "syns ingenstans"
    assert of_marks(renewed_positions, pairs) == {}, "det gamla värdet står kvar"
    wanted = {
        file: Counter({pairs[mark]: times for mark, times in marks.items()})
        for file, marks in of_marks(marked_positions, pairs).items()
    }
    assert of_marks(renewed_positions, set(pairs.values())) == wanted


def test_every_value_is_shown_somewhere(marked_positions: Positions) -> None:
    seen = shown(marked_positions)
    unseen = [
        name(path)
        for path, value in leaves(small())
        if kind(path) in SHOWN and canonical(marked(path, value)) not in seen
    ]
    assert [each for each in unseen if not TO_OTHERS.fullmatch(each)] == []


def test_nothing_else_moves_when_values_change(marked_positions: Positions, renewed_positions: Positions) -> None:
    pairs = {old: new for path, _ in VALUES for old, new in renames(path[:2]).items()}
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


def test_what_is_said_to_others_is_shown_to_some(marked_positions: Positions) -> None:
    others = {canonical(marked(path, value)) for path, value in leaves(small()) if TO_OTHERS.fullmatch(name(path))}
    assert others & shown(marked_positions)


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


def edited(folder: FilePath, *edits: tuple[str, str]) -> Site:
    """The small site after replacements in the file's text, each of which must fit in exactly one place."""
    words = SMALL.read_text(encoding="utf-8")
    for old, new in edits:
        assert words.count(old) == 1, f"{old!r} står {words.count(old)} gånger"
        words = words.replace(old, new)
    data = folder / "rutin.yaml"
    data.write_text(words, encoding="utf-8")
    build(data, folder / "site")
    return read(folder)


def owners_shown(site: Site, action: str) -> dict[str, list[str]]:
    """Who has an action, by every page that says it."""
    export = next(item for item in site.export()["actions"] if item["id"] == action)
    names = {role.id: role.name for role in site.routine.roles}
    row = one(site.page("/vem-gor-vad/"), "", data_action=action)
    return {
        "rutinen": [
            text(link)
            for link in find(one(one(site.page("/rutinen/"), "tr", data_action=action), "td", "rg-owners"), "a")
        ],
        "guide": [text(link) for link in find(one(one(site.page("/guide/"), "li", id=action), "p", "rg-who"), "a")],
        "vem-gor-vad": [
            names[cell.attrib["data-role"]]
            for cell in find(row, data_role=None)
            if cell.attrib["data-part"] in {"Ansvarar", "Delar ansvaret"}
        ],
        "flode": re.split(
            r", | och ", text(find(one(site.page("/flode/"), "li", data_step=action), "span", "rg-small")[0])
        ),
        "rutin.json": [names[id] for id in export["responsible"]],
        "roller": [
            role.name
            for role in site.routine.roles
            if find(site.page(f"/roller/{role.id}/"), "li", "rg-act", id=action)
        ],
        "checklistor": [
            role.name
            for role in site.routine.roles
            if find(site.page(f"/checklistor/{role.id}/"), "li", "rg-box-row", data_action=action)
        ],
        "sök": [
            entry["who"]
            for entry in site.search_index()
            if entry["href"].startswith("roller/") and entry["href"].endswith(f"#{action}")
        ],
    }


# Edits that do not touch each other: one copy shows them all.
# Row → what is written, the action, and who owns it then.
OWNERS = {
    3: (
        ("    row: 3\n    responsible: [va-ingenjoren]", "    row: 3\n    responsible: [rektorn]"),
        "mata-flodet",
        ["Rektorn"],
    ),
    6: (
        ("    row: 6\n    responsible: [rektorn]", "    row: 6\n    responsible: [eleven]"),
        "flytta-klassen",
        ["Eleven"],
    ),
    8: (
        (
            "    responsible: [rektorn, vaktmastaren]\n    responsible_basis: kalla\n    jointly: kalla\n",
            "    responsible: [rektorn]\n    responsible_basis: kalla\n",
        ),
        "beratta-for-hemmen",
        ["Rektorn"],
    ),
    9: (
        ("    row: 9\n    responsible: [rektorn]", "    row: 9\n    responsible: [rektorn, eleven]"),
        "gor-aterbesok",
        ["Rektorn", "Eleven"],
    ),
    10: (  # In one group, as before.
        ("    row: 10\n    responsible: [rektorn]", "    row: 10\n    responsible: [rektorn, eleven]"),
        "skriv-i-loggen",
        ["Rektorn", "Eleven"],
    ),
}


@pytest.fixture(scope="module")
def reowned_site(workshop: Workshop) -> Site:
    return read(workshop.made("andra-agare", lambda out: edited(out, *(edit for edit, _, _ in OWNERS.values()))))


@pytest.mark.parametrize("row", OWNERS)
def test_another_owner_is_the_owner_everywhere(row: int, reowned_site: Site) -> None:
    _, action, owners = OWNERS[row]
    owned = owners_shown(reowned_site, action)
    assert {place: sorted(wording.inside(who) for who in found) for place, found in owned.items()} == {
        place: sorted(wording.inside(who) for who in owners) for place in owned
    }


def test_another_owner_is_the_owner_in_easy_words_too(tmp_path: FilePath) -> None:
    """The page presents those who help: who is new there wants a line of its own, and the check says so."""
    owner = ("    row: 2\n    responsible: [vaktmastaren]", "    row: 2\n    responsible: [rektorn]")
    with pytest.raises(RoutineError, match="R026 Rollen ”rektorn” saknas"):
        edited(tmp_path, owner)
    site = edited(tmp_path, owner, ("    - role: vaktmastaren\n      lines:", "    - role: rektorn\n      lines:"))
    assert all([who.lower() for who in found] == ["rektorn"] for found in owners_shown(site, "stang-kranen").values())
    (fold,) = [each for each in find(site.page("/latt/"), "details") if find(each, "li", data_easy="stang-kranen")]
    assert text(one(fold, "summary")) == "Rektorn Vattnet: 1 sak"


def says(site: Site, words: str) -> Counter[str]:
    """File → how many times the words stand in it, in capitals or not."""
    found = {
        file: len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", site.read(file), re.IGNORECASE))
        for file in site.files()
        if not file.endswith((".css", ".js"))
    }
    return Counter({file: count for file, count in found.items() if count})


# As above: what is written, and what is said before and after, wherever it is.
NUMBERS: dict[str, tuple[list[tuple[str, str]], dict[str, str]]] = {
    "gräns i dagar": (
        [("count: 3", "count: 5")],
        {
            "inom tre dagar efter händelsen": "inom fem dagar efter händelsen",
            '"days": 3': '"days": 5',
            'data-days="3"': 'data-days="5"',
        },
    ),
    "gräns i veckor": (
        [("count: 2\n      unit: veckor", "count: 1\n      unit: veckor")],
        {"inom två veckor efter händelsen": "inom en vecka efter händelsen"},
    ),
    "radens nummer": (
        [("    row: 10\n", "    row: 14\n")],
        {'data-row="10"': 'data-row="14"', '"row": 10': '"row": 14'},
    ),
    "källans sidor": ([("pages: 3", "pages: 11")], {"3 sidor": "11 sidor"}),
    "samrådets läge": (
        [("mode: nagon", "mode: alla")],
        {
            "i samråd med vaktmästaren och/eller VA-ingenjören": "i samråd med vaktmästaren och VA-ingenjören",
        },
    ),
    "avsnittets nummer": (
        [
            ("- id: 7.1.1", "- id: 7.1.0"),
            ("section: 7.1.1\n    row: 1", "section: 7.1.0\n    row: 1"),
            ("section: 7.1.1\n    row: 2", "section: 7.1.0\n    row: 2"),
        ],
        {"7.1.1": "7.1.0"},
    ),
    "spårets nummer": (
        [
            ('number: "7.2"', 'number: "8.4"'),
            ("- id: 7.2.1", "- id: 8.4.1"),
            *((f"section: 7.2.1\n    row: {row}", f"section: 8.4.1\n    row: {row}") for row in (6, 7, 8, 9, 14)),
        ],
        {"Lokalerna · 7.2": "Lokalerna · 8.4"},
    ),
}


@pytest.fixture(scope="module")
def renumbered_site(workshop: Workshop) -> Site:
    edits = [edit for edits, _ in NUMBERS.values() for edit in edits]
    return read(workshop.made("andra-tal", lambda out: edited(out, *edits)))


@pytest.mark.parametrize("what", NUMBERS)
def test_a_number_or_a_choice_changes_everywhere(what: str, small_site: Site, renumbered_site: Site) -> None:
    for before, after in NUMBERS[what][1].items():
        places = says(small_site, before)
        assert places, f"{before} står ingenstans"
        assert not says(small_site, after), f"{after} står redan"
        assert not says(renumbered_site, before)
        assert says(renumbered_site, after) == places


# As above, of what is no number.
SHAPES = (
    ("      count: 2\n      unit: veckor\n", "      count: 2\n      unit: dagar\n"),
    ("text: om det rinner\n        basis: kalla", "text: om det rinner\n        basis: tolkning"),
    ("question: torkar-salen\n        answer: nej", "question: torkar-salen\n        answer: ja"),
)


@pytest.fixture(scope="module")
def reshaped_site(workshop: Workshop) -> Site:
    return read(workshop.made("andra-former", lambda out: edited(out, *SHAPES)))


def test_the_unit_of_a_limit_changes_everywhere(small_site: Site, reshaped_site: Site) -> None:
    assert not says(small_site, "inom två dagar")
    assert not says(reshaped_site, "inom två veckor")
    assert says(reshaped_site, "inom två dagar") == says(small_site, "inom två veckor")


def test_a_reading_of_ours_is_marked_wherever_the_condition_stands(small_site: Site, reshaped_site: Site) -> None:
    more = marks(reshaped_site) - marks(small_site)
    assert set(more) >= {
        "rutinen/index.html",
        "guide/index.html",
        "roller/va-ingenjoren/index.html",
        "checklistor/va-ingenjoren/index.html",
    }
    assert set(more) <= set(says(small_site, "om det rinner"))
    assert says(reshaped_site, "Mät flödet</a>: om det rinner") == Counter({"om/index.html": 1})


def marks(site: Site) -> Counter[str]:
    """File → how many marks of a reading stand there, apart from where their meaning is said."""
    return Counter({page: len(find(main(site.tree(page)), "span", "rg-reading")) for page in site.pages()})


def test_another_answer_turns_the_chart(small_site: Site, reshaped_site: Site) -> None:
    def ways(site: Site) -> dict[str, str]:
        line = one(site.page("/flode/"), "li", data_step="torkar-salen")
        return {text(one(way, "b")): text(way).partition(": ")[2] for way in find(one(line, "ul", "rg-ways"), "li")}

    nothing = "leder inte till något steg"
    assert ways(small_site) == {"Nej:": "Hyr fläktar", "Ja:": nothing}
    assert ways(reshaped_site) == {"Ja:": "Hyr fläktar", "Nej:": nothing}


def test_a_new_action_stands_everywhere_and_changes_nothing_else(small_site: Site, tmp_path: FilePath) -> None:
    """One more row, and no code: what a routine is revised for."""
    added = (
        "  - id: las-salen\n    section: 7.2.1\n    row: 11\n    responsible: [eleven]\n"
        "    text: Lås salen\n    others: låser salen\n\nemergency:"
    )
    new = edited(tmp_path, ("\nemergency:", added))
    assert all(found == ["Eleven"] for found in owners_shown(new, "las-salen").values())
    assert says(new, "Mät flödet") == says(small_site, "Mät flödet")
