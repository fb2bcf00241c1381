"""Every page says the edition that what is printed says, or that it is a draft, or that the routine is withdrawn."""

from __future__ import annotations

import re

import pytest

from audit.built import TAKEN, Site, find, main, one, parse, plain, text
from routine.check import record as editions
from routine.check.record import Issued, Record
from routine.paper.imprint import issue_of_all, sheets
from routine.paper.imprint import sheets as issued
from routine.paper.sheet import code
from routine.paper.sheets import printed as every
from tests.kit.building import Workshop, site_of
from tests.kit.paths import SMALL
from tests.kit.prints import bytes_of, words
from tests.kit.variants import WITHDRAWAL

pytestmark = pytest.mark.site


def test_the_foot_of_every_page_says_the_edition_or_the_draft(
    small_site: Site, draft_site: Site, workshop: Workshop
) -> None:
    for site, record in ((small_site, "2"), (draft_site, ""), (site_of("region", workshop), "")):
        feet = {text(foot).partition(".")[0] for name in site.pages() for foot in find(site.tree(name), "footer")}
        assert len(feet) == 1
        assert feet.pop().startswith("Utgåva 2, " if record else "Utkast ")


@pytest.mark.parametrize(("edition", "said"), [("2", "2, 1 maj 2024"), ("1", "1, 15 januari 2023"), ("", "utgåva 2")])
def test_an_edition_is_in_force_when_it_has_been_entered(small_site: Site, edition: str, said: str) -> None:
    """That it stands first in the file does not put it in force."""
    record: Record = (Issued(edition, sheets(small_site.routine)),) if edition else ()
    assert issue_of_all(small_site.routine, record).endswith(said)


OVER = "Rutinen gäller inte efter 31 augusti 2024"
BAND = re.compile(r'<div class="rg-withdrawn">.*?</div>|\?v=[0-9a-f]{8}', re.DOTALL)


def test_every_page_says_it_first_with_what_holds_instead(withdrawn_site: Site) -> None:
    assert len(withdrawn_site.pages()) > 15
    for page in (*withdrawn_site.pages(), TAKEN):
        band = next(iter(main(withdrawn_site.tree(page))))
        assert band.get("class") == "rg-withdrawn", page
        assert [text(each) for each in find(band, "p")][:2] == [f"{OVER}.", plain(WITHDRAWAL.text)], page
        link = one(band, "a")
        assert (link.get("href"), link.get("rel")) == (WITHDRAWAL.url, "noreferrer")
        assert find(withdrawn_site.tree(page), "section", "rg-sos"), "the numbers stay"


def test_a_page_that_holds_says_nothing_of_it(small_site: Site) -> None:
    assert [file for file in small_site.files() if "rg-withdrawn" in small_site.read(file)] == []


def test_all_else_is_as_it_was(withdrawn_site: Site, small_site: Site) -> None:
    """Somebody may be in the midst of a case."""
    for page in ("index.html", "guide/index.html"):
        bare, held = (BAND.sub("", site.read(page)).split() for site in (withdrawn_site, small_site))
        assert bare == held, page


def test_every_sheet_and_printed_page_says_it_under_the_code_that_it_had(
    withdrawn_site: Site, small_site: Site
) -> None:
    """What people have in their pockets is what is known."""
    record = editions.of(SMALL)
    assert {sheet.code for sheet in issued(withdrawn_site.routine)} == {sheet.code for sheet in record[0].sheets}
    for sheet in every(withdrawn_site.routine):
        said = words(bytes_of(withdrawn_site, sheet.file))
        assert OVER in said, sheet.file
        assert code(sheet) in said
    printed = "roller/rektorn/index.html"
    footed, before = (parse(site.read(printed)).get("data-page", "") for site in (withdrawn_site, small_site))
    assert footed == f"{before}. {OVER}"


def test_the_page_for_codes_says_of_none_that_it_holds(withdrawn_site: Site) -> None:
    page = withdrawn_site.page("/skriv-ut/kontroll/")
    told = {each.get("data-verdict"): each for each in find(page, "section", data_verdict=None)}
    for verdict in ("galler", "gammalt", "utkast"):
        assert OVER in text(told[verdict])
        assert [link.get("href") for link in find(told[verdict], "a")] == [WITHDRAWAL.url]
    assert not find(told["okand"], "a"), "nothing new is printed"
    current, *earlier = find(page, "section", data_edition=None)
    assert earlier
    assert OVER in text(current)
    assert not find(current, "a")
