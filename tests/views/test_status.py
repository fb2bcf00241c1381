"""What is to be looked at again stands with its day, the first one first, and leads to where it is read."""

from __future__ import annotations

from datetime import date, timedelta

from audit.built import Site, find, main, text
from routine.domain import wording
from routine.domain.days import YEAR
from routine.domain.model import Routine
from routine.html.render import render
from routine.rules.stale import stale
from routine.views import addresses as at
from routine.views.status import status
from tests.kit.variants import WITHDRAWAL


def test_what_the_check_will_tell_is_what_stands_there(small: Routine) -> None:
    """The day after the last one it is told, and not before."""
    due = status(small).due
    assert list(due) == sorted(due, key=lambda each: (each.last, each.name))
    for each in due:
        assert not [found for found in stale(small, each.last) if each.name in found.message and "D00" in found.code]
        told = [found.message for found in stale(small, each.last + timedelta(days=1))]
        assert any(each.name in message for message in told) or "illgängligheten" in "".join(told)


def test_every_contact_with_a_day_every_advice_and_the_assessment_stand_there(small: Routine) -> None:
    names = {each.name for each in status(small).due}
    assert names >= {contact.title for contact in small.contacts if contact.valid_until}
    assert names >= {item.title for item in small.guidance}
    assert max(each.last for each in status(small).due) >= small.accessibility.assessed + timedelta(days=YEAR)


def test_a_day_without_a_next_year_is_the_last_that_there_is(small: Routine) -> None:
    late = small.accessibility.model_copy(update={"assessed": date.max})
    item = small.guidance[0].model_copy(update={"checked": date.max - timedelta(days=1)})
    due = status(small.model_copy(update={"accessibility": late, "guidance": (item,)})).due
    assert [each.last for each in due][-2:] == [date.max, date.max]


def test_that_nobody_is_said_to_have_approved_the_latest_edition_stands_there(small: Routine) -> None:
    assert "godkänt" not in render("status", status(small), str)
    nobody = small.latest.model_copy(update={"approval": None, "decision": None})
    bare = small.model_copy(update={"revisions": (nobody, *small.revisions[1:])})
    assert "vem som har godkänt utgåva 2." in render("status", status(bare), str)


def test_what_falls_due_when_a_routine_holds_no_more_does_not_stand_there(small: Routine) -> None:
    """The check tells of it from the day after."""
    first, day = status(small).due[0].last, timedelta(days=1)
    ended = small.model_copy(update={"withdrawn": WITHDRAWAL.model_copy(update={"until": first + day})})
    assert {each.last for each in status(ended).due} == {first}
    assert [found.code for found in stale(ended, first + day)] == ["D002", "D002", "D003"]
    assert status(ended).numberless == ()
    over = small.model_copy(update={"withdrawn": WITHDRAWAL.model_copy(update={"until": first})})
    assert status(over).due == ()
    assert "Inget ska ses över" in render("status", status(over), str)
    assert [*stale(over, first + day)] == []


def test_every_contact_without_a_number_stands_there_and_no_other(small: Routine) -> None:
    assert [name for name, _ in status(small).numberless] == ["Skolornas jour, nattetid", "Fastighetsavdelningen"]
    page = render("status", status(small), str)
    assert 'href="' + at.contact("kontakt-fastighet") in page
    bare = small.model_copy(update={"contacts": small.contacts[:1]})
    assert "inget nummer" not in render("status", status(bare), str)


def test_the_page_says_it(small_site: Site) -> None:
    said = text(main(small_site.page(at.STATUS)))
    for each in status(small_site.routine).due:
        assert f"{wording.long_date(each.last)}. {each.what}: {each.name}" in said
    listed = len(find(main(small_site.page(at.STATUS)), "li"))
    assert listed == len(status(small_site.routine).due) + len(status(small_site.routine).numberless)
