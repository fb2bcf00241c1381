"""Every page says the edition that what is printed says, and that its text is in none where a sheet is a draft."""

from __future__ import annotations

import pytest

from audit.built import Site, find, text
from routine.check.record import Issued, Record
from routine.paper.imprint import issue_of_all, sheets
from tests.kit.building import Workshop
from tests.kit.sites import site_of

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
