"""Tell a change: each difference by its topic and place, its words in golden files, and what follows from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path as FilePath
from typing import Any

import pytest
from msgspec.structs import replace
from pydantic import ValidationError

from audit.built import Site, of
from routine.change.compare import Difference, differences, of_rows
from routine.change.follows import Follows
from routine.change.report import NOTHING, Report, grouped, markdown, plain, report, text
from routine.change.versions import Version
from routine.change.words import Topic, label
from routine.check import record as editions
from routine.check.model_paths import parts_of
from routine.check.nodes import Path, Raw
from routine.check.parse import parse_adopted
from routine.model import wording
from routine.model.decided import Rows
from routine.model.fields import folded
from routine.model.model import Routine
from routine.model.part import Part
from routine.pages import addresses as at
from routine.pages.links import file_of
from routine.site.build import build
from tests.kit.bare import changed
from tests.kit.broken import ADOPTED_TEXT
from tests.kit.building import Workshop
from tests.kit.changing import ADOPTED, CHANGES, Change, swapped
from tests.kit.outline import kept
from tests.kit.paths import GOLDEN, SMALL
from tests.kit.variants import UPHELD_UNTIL, kind, leaves, name, put
from tests.kit.variants import small as values_of_small

RECORD = editions.read(editions.beside(SMALL))
VALUES: dict[str, Raw] = values_of_small() | {"withdrawn": {**UPHELD_UNTIL}}
OLD = Routine.model_validate(VALUES)
BY_NAME = {each.name: each for each in CHANGES}


def rows(text: str = ADOPTED_TEXT) -> Rows:
    return parse_adopted(text.encode(), "adopted.yaml").rows


def reported(old: Routine, new: Routine, before: Rows = (), after: Rows = ()) -> Report:
    return report(Version("", old, RECORD, before), Version("", new, RECORD, after))


def following(old: Routine, new: Routine) -> Follows:
    found = reported(old, new).follows
    assert found
    return found


def in_words(change: Change, found: tuple[Difference, ...]) -> Iterator[str]:
    yield f"# {change.name}"
    for topic, subjects in grouped(found):
        for subject, place, lines in subjects:
            yield f"{topic.value}: {subject} {place}".rstrip()
            yield from (f"  {each}" for line, under in lines for each in (line, *(f"  {one}" for one in under)))


# --- What differs


def test_each_difference_is_told_in_the_words_that_were_read(small: Routine) -> None:
    """Under its topic, with its place on the site; of the adopted document too."""
    assert len(BY_NAME) == len(CHANGES) >= 40
    said = [line for each in CHANGES for line in in_words(each, differences(small, each.new()))]
    for each in ADOPTED:
        after = rows(swapped(each.swaps, ADOPTED_TEXT))
        said += in_words(each, of_rows(small, small, rows(), after))
    kept(GOLDEN / "change", "skillnader.txt", "\n".join(said))


@pytest.mark.parametrize("name", ["gränsen flyttas", "en åtgärd får ett annat id", "en ny utgåva med beslut"])
def test_the_whole_is_told_in_the_words_that_were_read(name: str, small: Routine) -> None:
    found = reported(small, BY_NAME[name].new())
    kept(GOLDEN / "change", f"{folded(name)}.txt", text(found))
    kept(GOLDEN / "change", f"{folded(name)}.md", markdown(found))


def test_nothing_is_silent_of_any_value_that_changes() -> None:
    new = {"section_number": "{}.77", "id": "{}-x", "url": "https://x.example/", "phone": "077-777 77 77"}
    new |= {"date": "2077-07-07", "count": "77"} | dict.fromkeys(("line", "keyword", "edition", "text"), "{} ny77q")
    tried = [(path, new[kind(path)].format(value)) for path, value in leaves(VALUES) if kind(path) in new]
    assert len(tried) > 300
    for path, value in tried:
        values = deepcopy(VALUES)
        put(values, path, value)
        found = differences(OLD, Routine.model_validate(values))
        assert found, name(path)
        if "ny77q" in value:
            assert any("ny77q" in " ".join((each.subject, each.what, each.after)) for each in found), name(path)


def test_nothing_is_silent_of_any_part_that_comes_or_goes() -> None:
    """One of each kind."""
    paths = [path[:end] for path, _ in leaves(VALUES) for end in range(1, len(path) + 1)]
    kinds = {tuple(step for step in path if isinstance(step, str)): path for path in paths}
    lacking = [(path, less) for path in kinds.values() if (less := without(path)) not in (None, OLD)]
    assert len(lacking) > 80
    for path, less in lacking:
        assert less
        assert differences(OLD, less), name(path)
        assert differences(less, OLD), name(path)


def without(path: Path) -> Routine | None:
    """The routine without what stands at the path, if the model allows it."""
    values: Any = deepcopy(VALUES)
    here = values
    for step in path[:-1]:
        here = here[step]
    del here[path[-1]]
    try:
        return Routine.model_validate(values)
    except ValidationError:
        return None


def test_no_field_is_called_by_its_key() -> None:
    fields = [(part, field) for part in parts_of(Routine) if issubclass(part, Part) for field in part.model_fields]
    keys = {field for _, field in fields} - {"tab", "text", "name"}
    assert {(part, field) for part, field in fields if keys & {*re.findall(r"[a-zåäö_]+", label(part, field))}} == set()


# --- What follows


@pytest.mark.parametrize("form", [text, markdown])
def test_what_is_the_same_is_told_as_nothing(form: Any, small: Routine) -> None:
    assert form(reported(small, small, rows(), rows())) == NOTHING


@pytest.mark.site
@pytest.mark.parametrize("name", ["gränsen flyttas", "rollens namn", "rutinen upphävs"])
def test_no_page_differs_that_is_not_said_to(name: str, small: Routine, small_site: Site, workshop: Workshop) -> None:
    def made(folder: FilePath) -> None:
        data = folder / "rutin.yaml"
        data.write_text(swapped(BY_NAME[name].swaps), encoding="utf-8")
        editions.beside(data).write_bytes(editions.beside(SMALL).read_bytes())
        build(data, folder / "site")

    folder = workshop.made(f"byte-{folded(name)}", made)
    found = following(small, BY_NAME[name].new())
    pages = {file_of(page.address) for page in found.pages}
    differ = differing(small_site, of(folder / "site", folder / "rutin.yaml"))
    assert differ <= pages
    # The page of prints may be as it was, when no file has another size; that for a wrong address links nowhere.
    assert pages - differ <= {file_of(at.PRINT), file_of(at.NOT_FOUND)}


INSIDE = re.compile(r"<title>.*?</title>|<meta name=\"description\"[^>]*>|<main.*?</main>", re.DOTALL)
UNLIKE = re.compile(r'<div class="rg-withdrawn">.*?</div>|\?v=[0-9a-f]{8}|\d+\xa0kB', re.DOTALL)


def differing(*sites: Site) -> set[str]:
    """The pages that are not the same, what is around them, versions and sizes of files apart."""
    read = [{page: INSIDE.findall(UNLIKE.sub("", site.read(page))) for page in site.pages()} for site in sites]
    return {page for page in {*read[0], *read[1]} if read[0].get(page) != read[1].get(page)}


@pytest.mark.parametrize(
    ("name", "lost", "fresh"),
    [
        ("gränsen flyttas", {"", "Vaktmästaren"}, set()),
        ("ett råd är kontrollerat", set(), set()),
        ("en lätt text", set(), set()),
        ("en ny roll", {"", "VA-ingenjören", "Eleven"}, {"Grannen"}),
    ],
)
def test_a_sheet_that_says_something_else_no_longer_holds(
    name: str, lost: set[str], fresh: set[str], small: Routine
) -> None:
    found = following(small, BY_NAME[name].new())
    assert [{sheet.owner for sheet in sheets} for sheets in (found.lost, found.fresh)] == [lost, fresh]


@pytest.mark.parametrize(
    ("name", "losses"), [("en åtgärd tas bort", 1), ("en åtgärd får ett annat id", 1), ("en ny åtgärd", 0)]
)
def test_a_saved_case_loses_what_has_no_id_any_more(name: str, losses: int, small: Routine) -> None:
    assert len(following(small, BY_NAME[name].new()).forgotten) == losses


def test_codes_that_nobody_answers_for_any_more_are_told(small: Routine) -> None:
    fewer = tuple(replace(each, sheets=each.sheets[1:]) for each in RECORD)
    found = report(Version("", small, RECORD, ()), Version("", small, fewer, ()))
    assert [each.topic for each in found.differences] == [Topic.EDITIONS]
    assert found.follows
    assert found.follows.unknown


def test_a_routine_that_is_withdrawn_calls_its_sheets_back(small: Routine) -> None:
    new = BY_NAME["rutinen upphävs"].new()
    assert new.withdrawn
    back, hold = wording.recalled(new.withdrawn.until), wording.all_hold(stays=True)
    for old in (small, new):
        said = text(reported(old, changed(new, terms=())))
        assert (back in said, hold in said) == (True, False)
    said = text(reported(new, small))
    assert (back in said, hold in said) == (False, True)


def test_a_document_of_the_same_day_that_says_something_else_is_asked_about(small: Routine) -> None:
    both = rows(), rows(swapped(ADOPTED[0].swaps, ADOPTED_TEXT))
    later = changed(small, source=changed(small.source, date=date(2024, 2, 1)))
    asked, not_asked = (
        [each for each in reported(small, new, *both).differences if each.topic is Topic.ADOPTED]
        for new in (small, later)
    )
    assert len(asked) == len(not_asked) + 1


# --- Markdown


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("*fet* och _kursiv_", r"\*fet\* och \_kursiv\_"),
        ("<b> & [länk](x)", r"&lt;b&gt; &amp; \[länk\](x)"),
        ("@polisen, #12, www.a.se", "@<!-- -->polisen, #<!-- -->12, www<!-- -->.a.se"),
        ("Se https://exempel.se/a", "Se https:<!-- -->//exempel.se/a"),
        ("1. Ring", r"1\. Ring"),
        ("- Ring", r"\- Ring"),
    ],
)
def test_no_word_of_the_data_is_read_as_markdown(words: str, shown: str) -> None:
    assert plain(words) == shown


@pytest.mark.parametrize(
    ("site", "link"),
    [
        ("https://exempel.se/7/", "](https://exempel.se/7/guide/#byt-roret)"),
        (".", "`guide/index.html#byt-roret`"),
        ("sidor/", "`sidor/guide/index.html#byt-roret`"),
    ],
)
def test_pages_lead_to_where_the_new_site_can_be_looked_at(site: str, link: str, small: Routine) -> None:
    assert link in markdown(reported(small, BY_NAME["gränsen flyttas"].new()), site)
