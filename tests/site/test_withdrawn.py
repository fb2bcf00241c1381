"""A routine that is withdrawn says so first on each page, on each sheet and in what is taken along, and is else the
same: in the same edition, with the same codes and the same steps."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

import pytest

from audit.built import TAKEN, Site, find, main, one, parse, tag, text
from audit.prints import sheets
from audit.readability import count_words, measured, unfolded
from routine.editions import stored
from routine.print.codes import code
from routine.print.imprint import imprinted
from routine.print.imprint import sheets as issued
from tests.kit.paths import SMALL
from tests.kit.prints import bytes_of, read, words
from tests.kit.variants import WITHDRAWAL

pytestmark = pytest.mark.site

OVER = "Rutinen gäller inte efter 31 augusti 2024"
BAND = re.compile(r'<div class="rg-withdrawn">.*?</div>', re.DOTALL)


def first(page: Element) -> Element:
    """What stands first in the page's own words."""
    return next(iter(main(page)))


def test_every_page_says_it_first_with_what_holds_instead(withdrawn_site: Site) -> None:
    assert len(withdrawn_site.pages()) > 30
    for page in (*withdrawn_site.pages(), TAKEN):
        band = first(withdrawn_site.tree(page))
        assert band.get("class") == "rg-withdrawn", page
        assert [text(each) for each in find(band, "p")][:2] == [f"{OVER}.", " ".join(WITHDRAWAL.text.split())], page
        link = one(band, "a")
        assert (link.get("href"), link.get("rel")) == (WITHDRAWAL.url, "noreferrer")
        assert not [each for each in band.iter() if tag(each).startswith("h")], "the page's own heading comes first"
        assert find(withdrawn_site.tree(page), "section", "rg-sos"), "the numbers stay"


def test_a_page_that_holds_says_nothing_of_it_and_carries_nothing_for_it(every_site: Site) -> None:
    for page in every_site.pages():
        assert "rg-withdrawn" not in every_site.read(page)
    for file in every_site.files():
        if file.endswith(".css"):
            assert "rg-withdrawn" not in every_site.read(file)


def test_all_else_of_the_guide_and_the_first_page_is_as_it_was(withdrawn_site: Site, small_site: Site) -> None:
    """Somebody may be in the midst of a case."""
    for page in ("index.html", "guide/index.html"):
        bare, held = (re.sub(r"\?v=[0-9a-f]{8}", "", site.read(page)) for site in (withdrawn_site, small_site))
        assert BAND.sub("", bare).split() == held.split(), page
    search = "assets/search-index.js"
    assert withdrawn_site.read(search).count("/guide/") == small_site.read(search).count("/guide/")


def test_each_paper_that_a_page_is_printed_on_says_it(withdrawn_site: Site, small_site: Site) -> None:
    printed = "roller/rektorn/index.html"
    said, before = (parse(site.read(printed)).get("data-page", "") for site in (withdrawn_site, small_site))
    assert said == f"{before}. {OVER}"


def test_every_sheet_says_it_under_the_code_that_it_had(withdrawn_site: Site) -> None:
    """What people have in their pockets is what is known; and nothing that is printed now is a draft."""
    record = stored.of(SMALL)
    assert {sheet.code for sheet in issued(withdrawn_site.routine)} == {sheet.code for sheet in record[0].sheets}
    for sheet in sheets(withdrawn_site):
        said = words(bytes_of(withdrawn_site, sheet.file))
        assert OVER in said, sheet.file
        assert code(sheet) in said
        assert "Utkast" not in said
        metadata = read(withdrawn_site, sheet.file).metadata
        assert metadata
        assert OVER in (metadata.subject or "")
    assert all(imprint.longer for _, imprint in imprinted(withdrawn_site.routine, record))


def test_a_sheet_of_one_that_holds_says_nothing_of_it(small_site: Site) -> None:
    assert not any(imprint.longer for _, imprint in imprinted(small_site.routine))
    assert not any("gäller inte efter" in imprint.issue for _, imprint in imprinted(small_site.routine))


def test_the_page_for_codes_says_of_none_that_it_holds(withdrawn_site: Site) -> None:
    """Also to who has no script: the edition in force is said to hold no more than the others."""
    page = withdrawn_site.page("/fickkort/kontroll/")
    told = {each.get("data-verdict"): each for each in find(page, "section", data_verdict=None)}
    for verdict in ("galler", "gammalt", "utkast"):
        assert text(one(told[verdict], "h2")).startswith("Gäller inte")
        assert OVER in text(told[verdict])
        assert " ".join(WITHDRAWAL.text.split()) in text(told[verdict])
        assert [link.get("href") for link in find(told[verdict], "a")] == [WITHDRAWAL.url]
    assert not find(told["okand"], "a"), "nothing new is printed"
    current, *earlier = find(page, "section", data_edition=None)
    assert text(one(current, "h2")) == "Utgåva 2, 1 maj 2024: gäller inte efter 31 augusti 2024"
    assert "utskriften aktuell" not in text(current)
    assert f"{OVER}, och inte heller det som är utskrivet" in text(current)
    assert not find(current, "a")
    assert earlier
    assert [text(each) for each in find(page, "h2") if text(each) in ("Gäller", "Utgåva 2, 1 maj 2024: gäller")] == []


def test_no_page_is_harder_to_read_or_longer_for_what_all_begin_with(withdrawn_site: Site, small_site: Site) -> None:
    """What an editor is told of her pages is of them. Beside the page for codes that of what falls due says less."""
    found, before = measured(withdrawn_site), measured(small_site)
    others = {"fickkort/kontroll/index.html", "redigera/status/index.html"}
    assert {page for page in found if found[page] != before[page]} == others
    said, seen = (count_words(unfolded(main(site.page("/latt/")))) for site in (withdrawn_site, small_site))
    assert said == seen
