"""What a reviewer reads of each kind of change, word by word, and the whole of a few."""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from audit.built import Site, ids
from routine.changes.follows import Affected
from routine.changes.markdown import markdown, plain
from routine.changes.report import Report, report
from routine.changes.text import text
from routine.domain.fields import folded
from routine.domain.model import Routine
from routine.editions import stored
from routine.editions.record import Issued
from routine.print.imprint import sheets
from routine.publish import stubs
from routine.publish.pages import Given
from tests.kit.bare import changed
from tests.kit.changing import CHANGES, Told
from tests.kit.paths import GOLDEN, SMALL
from tests.kit.variants import WITHDRAWAL
from tests.kit.views import one_in

RECORD = stored.read(stored.beside(SMALL))


def reported(old: Routine, new: Routine) -> Report:
    """As from the file and a copy of it."""
    calls = stubs.called(old), stubs.called(new)
    return report(Given(old, RECORD), Given(new, RECORD), calls)


@pytest.mark.parametrize("change", one_in(2, CHANGES))
def test_a_change_is_told_in_these_words(change: Told, small: Routine) -> None:
    said = text(reported(small, change.new()))
    assert [line for line in change.says if line not in said] == []
    assert [words for words in change.never if words in said] == []


def test_at_least_thirty_kinds_are_tried_each_by_another_name() -> None:
    assert len({change.name for change in CHANGES}) == len(CHANGES) >= 30


@pytest.mark.parametrize("form", [text, markdown])
def test_what_is_the_same_is_told_in_one_sentence_and_nothing_else(form: object, small: Routine) -> None:
    assert callable(form)
    assert form(reported(small, small)) == "Inget har ändrats."


def test_other_codes_of_the_same_routine_are_a_change(small: Routine) -> None:
    calls = stubs.called(small)
    other = tuple(replace(each, sheets=each.sheets[1:]) for each in RECORD)
    found = report(Given(small, RECORD), Given(small, other), (calls, calls))
    assert "Koderna är omskrivna." in text(found)
    both = report(Given(small, RECORD), Given(small, (Issued("3", ()), *other)), (calls, calls))
    assert "Koderna är omskrivna." in text(both)
    assert "Är utskriften aktuell?, /fickkort/kontroll/" in text(found)


def test_an_edition_that_is_entered_is_told_of_for_every_page(small: Routine) -> None:
    """That it stands in the file changes nothing around the pages: what holds is what has codes."""
    new = next(change for change in CHANGES if change.name == "en ny utgåva med beslut").new()
    calls = stubs.called(small), stubs.called(new)
    entered = (Issued("3", sheets(new)), *RECORD)
    around = "På alla sidor ändras också vilken utgåva texten hör till"
    told = [text(report(Given(small, RECORD), Given(new, record), calls)) for record in (RECORD, entered)]
    assert [around in said for said in told] == [False, True]
    assert ["    Utgåva 3 har fått koder.\n" in said for said in told] == [False, True]
    assert not any("omskrivna" in said for said in told)


@pytest.mark.parametrize("name", ["gränsen flyttas", "ett id byts", "en ny utgåva med beslut"])
def test_the_whole_is_as_it_was_kept(name: str, small: Routine) -> None:
    found = reported(small, next(change for change in CHANGES if change.name == name).new())
    kept(GOLDEN / f"changes/{folded(name)}.txt", text(found))
    kept(GOLDEN / f"changes/{folded(name)}.md", markdown(found))


def kept(file: Path, found: str) -> None:
    """Compare with what a person has read; UPDATE_GOLDEN=1 writes it anew."""
    if os.environ.get("UPDATE_GOLDEN") == "1":
        file.parent.mkdir(exist_ok=True)
        file.write_text(found + "\n", encoding="utf-8")
    assert found + "\n" == file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("*fet* och _kursiv_", r"\*fet\* och \_kursiv\_"),
        ("<b> & [länk](x)", r"&lt;b&gt; &amp; \[länk\](x)"),
        ("@polisen, #12", "@<!-- -->polisen, #<!-- -->12"),
        ("# Rubrik", "#<!-- --> Rubrik"),
        ("Se https://exempel.se/a, ftp://b.se", "Se https:<!-- -->//exempel.se/a, ftp:<!-- -->//b.se"),
        ("(WWW.exempel.se) eller www.exempel.se", "(WWW<!-- -->.exempel.se) eller www<!-- -->.exempel.se"),
        ("rektorn@exempel.se", "rektorn@<!-- -->exempel.se"),
        ("1. Ring", r"1\. Ring"),
        ("- Ring", r"\- Ring"),
        ("`kod` | ~struket~", r"\`kod\` \| \~struket\~"),
    ],
)
def test_no_word_of_the_data_is_read_as_markdown(words: str, shown: str) -> None:
    assert plain(words) == shown


# --- Where the new site can be looked at ------------------------------------------------------------------------------


def shown(name: str, small: Routine, site: str) -> str:
    """What is told of a kind of change, with its pages where they can be looked at."""
    return markdown(reported(small, next(change for change in CHANGES if change.name == name).new()), site)


@pytest.mark.parametrize("site", ["https://exempel.se/forslag/7", "https://exempel.se/forslag/7/"])
def test_the_pages_that_change_are_links_when_the_new_site_has_an_address(site: str, small: Routine) -> None:
    said = shown("gränsen flyttas", small, site)
    at = "https://exempel.se/forslag/7"
    assert f"**[Åtgärden ”Byt röret”, rad 5]({at}/guide/#byt-roret)**" in said
    assert f"- Sidor som ändras (tio):\n  - [Guiden]({at}/guide/)\n" in said
    assert f"  - [Checklista, vaktmästaren]({at}/checklistor/vaktmastaren/)\n" in said


@pytest.mark.parametrize(
    ("site", "before"), [(".", ""), ("./", ""), ("forhandsvisning", "forhandsvisning/"), ("a/b/", "a/b/")]
)
def test_their_files_are_named_when_it_lies_in_a_folder(site: str, before: str, small: Routine) -> None:
    said = shown("gränsen flyttas", small, site)
    assert f"**Åtgärden ”Byt röret”, rad 5** (`{before}guide/index.html#byt-roret`)" in said
    assert f"  - Guiden, `{before}guide/index.html`\n" in said
    assert "](" not in said


@pytest.mark.parametrize("site", ["https://exempel.se", "."])
def test_a_page_that_is_gone_leads_nowhere_and_a_new_one_is_called_so(site: str, small: Routine) -> None:
    gone, new = (Affected("En sida", "/en/", how, gone) for how, gone in (("försvinner", True), ("är ny", False)))
    found = reported(small, next(change for change in CHANGES if change.name == "gränsen flyttas").new())
    assert found.follows
    said = markdown(replace(found, follows=replace(found.follows, pages=(gone, new))), site)
    assert "  - En sida, /en/ (försvinner)\n" in said
    there = "[En sida](https://exempel.se/en/)" if site != "." else "En sida, `en/index.html`"
    assert f"  - {there} (är ny)\n" in said


def test_a_title_cannot_make_a_link_of_its_own(small: Routine) -> None:
    found = reported(small, next(change for change in CHANGES if change.name == "gränsen flyttas").new())
    assert found.follows
    page = Affected("En](https://ond.example) [sida", "/en/")
    said = markdown(replace(found, follows=replace(found.follows, pages=(page,))), "https://exempel.se")
    assert r"  - [En\](https:<!-- -->//ond.example) \[sida](https://exempel.se/en/)" in said


@pytest.mark.site
@pytest.mark.parametrize("name", ["gränsen flyttas", "en åtgärds text", "ett nödnummer"])
def test_each_file_and_each_place_in_it_that_is_named_is_in_a_built_site(
    name: str, small: Routine, small_site: Site
) -> None:
    named = re.findall(r"`([^`]+\.html)(?:#([^`]+))?`", shown(name, small, "."))
    assert named
    for file, place in named:
        assert file in small_site.files()
        assert not place or place in ids(small_site.tree(file)), (file, place)


def test_that_a_routine_is_withdrawn_comes_first_and_what_is_printed_is_called_back(small: Routine) -> None:
    new = next(change for change in CHANGES if change.name == "rutinen upphävs").new()
    assert text(reported(small, new)).startswith("Om rutinen gäller\n")
    for old in (small, new):
        said = text(reported(old, changed(new, terms=())))
        assert "Ta tillbaka det som är utskrivet" in said, "as long as it is"
        assert "Alla utskrifter håller" not in said
    said = text(reported(new, changed(new, withdrawn=None)))
    assert "Rutinen gäller igen" in said
    assert "Alla utskrifter håller" in said
    assert "Ta tillbaka" not in said


def test_another_last_day_of_it_is_told_with_what_it_was(small: Routine) -> None:
    later = changed(WITHDRAWAL, until=date(2024, 9, 30))
    said = text(reported(changed(small, withdrawn=WITHDRAWAL), changed(small, withdrawn=later)))
    assert "    Rutinen gäller inte efter:\n      Förut: 31 augusti 2024. Rektorn" in said
    assert "      Nu: 30 september 2024. Rektorn" in said
