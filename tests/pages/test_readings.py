"""Every reading is listed by construction, and marked where it stands:
for each place that the model has, whatever is added to it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import to_builtins

from audit.built import find, parse, text
from routine.model.model import Routine
from routine.model.wording import READING, SIGN, marked
from routine.pages import addresses as at
from routine.pages.parts.readings import Saying, readings
from routine.pages.registry import LISTED
from routine.paper.sheet import Printed
from routine.paper.sheets import printed
from routine.site.search_index import search_index
from tests.kit import bases
from tests.kit.outline import kept
from tests.kit.paths import GOLDEN
from tests.kit.rendered import pages, shells


def lines(routine: Routine) -> list[Saying]:
    return [line for group in readings(routine) for line in group.lines]


def marks(root: Element) -> list[Element]:
    return find(root, "span", "rg-reading")


def signs(sheet: Printed) -> int:
    """How many marks a sheet has, apart from where it says what they mean."""
    matter = to_builtins(sheet.matter)
    return json.dumps({key: value for key, value in matter.items() if key != "ours"}, ensure_ascii=False).count(SIGN)


def folder(name: str) -> str:
    """The pages and sheets that each role has as one."""
    return name.split("/")[1] if "/" in name else name.removesuffix(".pdf").partition("-")[0] or "ord"


def test_the_fixture_has_every_basis_of_the_model_and_where_it_has_several_both_values(small: Routine) -> None:
    found: dict[str, list[object]] = {}
    for path in bases.places(small):
        found.setdefault(bases.kind(path), []).append(bases.at(small, path))
    assert {bases.owner(small, path) for path in bases.places(small)} == set(bases.fields())
    assert {kind: values for kind, values in found.items() if len(set(values)) < min(2, len(values))} == {}


def test_a_reading_is_one_line_of_the_list_and_what_the_source_says_is_none(small: Routine) -> None:
    routine = bases.sourced(small)
    assert readings(routine) == ()
    paths = [*bases.places(small)]
    assert len(paths) > len(set(map(bases.kind, paths))) > 30
    for count, path in enumerate(paths, 1):
        routine = bases.put(routine, path, "tolkning")
        assert len(lines(routine)) == count, path


def test_a_reading_bears_the_mark_on_every_kind_of_page_and_sheet_that_says_it(small: Routine) -> None:
    """The first of each kind: tests/golden/readings.txt has where, or that it is ours by nature and bears none."""
    routine = bases.sourced(small)
    first = {bases.kind(path): path for path in reversed([*bases.places(small)])}
    found = []
    for kind, path in sorted(first.items()):
        changed = bases.put(routine, path, "tolkning")
        shown = [*pages(changed)]
        assert len(lines(changed)) == 1, path
        on_pages = {folder(address) for address, html in shown if SIGN in html and address != at.ABOUT}
        on_paper = {folder(sheet.file) for sheet in printed(changed) if signs(sheet)}
        found.append(f"{kind}: {' '.join(sorted(on_pages))} | {' '.join(sorted(on_paper))}")
    assert len(found) == len(first) > 30
    kept(GOLDEN, "readings.txt", "\n".join(found))


def everything(routine: Routine) -> Iterator[tuple[str, str]]:
    """Whatever is shown or printed of it, by where."""
    yield from pages(routine)
    yield from shells(routine)
    yield at.SEARCH_INDEX, search_index(routine, LISTED)
    yield from ((sheet.file, json.dumps(to_builtins(sheet.matter), ensure_ascii=False)) for sheet in printed(routine))


def test_a_routine_that_adds_nothing_to_its_source_has_no_mark_anywhere(small: Routine) -> None:
    assert [at for at, shown in everything(small) if SIGN in shown], "or nothing has been seen"
    bare = [*everything(bases.sourced(small))]
    assert [at for at, shown in bare if SIGN in shown or 'id="_tolkningar"' in shown] == []


def test_a_mark_stands_before_the_full_stop_of_its_sentence() -> None:
    for words, mark in (("Om a.", f"Om a {READING}."), ("a", f"a {READING}"), ("A?", f"A? {READING}")):
        assert (marked(words, reading=True), marked(words, reading=False)) == (mark, words)


def test_a_mark_is_a_sign_and_words_for_the_ear_without_a_link_and_one_a_step(small: Routine) -> None:
    count = 0
    for address, html in pages(small):
        tree = parse(f"<main>{html}</main>")
        for mark in marks(tree):
            assert text(mark) == f"{SIGN} (vår tolkning)", address
            assert find(mark, "a") == [], address
            count += 1
        for step in (
            *find(tree, "li", "rg-step"),
            *find(tree, "section", "rg-ask"),
            *find(tree, "section", "rg-first"),
        ):
            assert len(marks(step)) <= 1, (address, text(step))
    assert count > 20


def test_what_stands_around_a_page_bears_no_mark(small: Routine) -> None:
    assert not any(SIGN in html for _, html in shells(small))
