"""What is to be looked at again stands with its day, the first one first, as the check will tell it."""

from __future__ import annotations

from datetime import date, timedelta

from routine.check.rules.publishing import stale
from routine.model.model import Routine
from routine.model.numerals import YEAR
from routine.pages.status.status import status
from tests.kit.bare import changed
from tests.kit.variants import WITHDRAWAL

DAY = timedelta(days=1)


def test_what_the_check_will_tell_from_the_day_after_is_what_stands_there(small: Routine) -> None:
    due = status(small).due
    assert list(due) == sorted(due, key=lambda each: (each.last, each.name))
    names = {contact.title for contact in small.contacts if contact.valid_until}
    assert {each.name for each in due} > names | {item.title for item in small.guidance}
    assert due[-1].last >= small.accessibility.assessed + timedelta(days=YEAR)
    for last in {each.last for each in due}:
        before, after = ([*stale(small, day)] for day in (last, last + DAY))
        assert len(after) - len(before) == len([each for each in due if each.last == last])


def test_a_day_without_a_next_year_is_the_last_that_there_is(small: Routine) -> None:
    late = changed(small.accessibility, assessed=date.max)
    item = changed(small.guidance[0], checked=date.max - DAY)
    due = status(changed(small, accessibility=late, guidance=(item,))).due
    assert [each.last for each in due][-2:] == [date.max, date.max]


def test_what_falls_due_when_a_routine_holds_no_more_does_not_stand_there(small: Routine) -> None:
    first = status(small).due[0].last
    ended, over = (changed(small, withdrawn=changed(WITHDRAWAL, until=until)) for until in (first + DAY, first))
    assert {each.last for each in status(ended).due} == {first}
    assert [found.code for found in stale(ended, first + DAY)] == ["D002", "D002", "D003"]
    assert (status(ended).numberless, status(over).due, [*stale(over, first + DAY)]) == ((), (), [])
