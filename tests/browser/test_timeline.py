"""The day of the event gives every limit its last day, and a file for the calendar;
the day stays in its field, and the page is whole without."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Locator, Page, expect

from routine.domain import wording
from routine.domain.steps import Within
from routine.loading.load import load
from tests.kit.asked import file_of_asset
from tests.kit.browsing import DESK, KEPT, PHONE, SHOWN, WEEKDAYS, Served, borrowing, come, script, told, visiting
from tests.kit.oracle import ending
from tests.kit.paths import OTHER_BODIES
from tests.kit.views import some

pytestmark = pytest.mark.browser

UNITS = {
    name: {action.within.unit for action in load(data).actions if action.within} for name, data in OTHER_BODIES.items()
}
# Other bodies whose limits are all of whole days, and those that have none.
IN_DAYS = [name for name, units in UNITS.items() if units and units <= {"dagar", "veckor"}]
UNLIMITED = [name for name, units in UNITS.items() if not units]
EVERYWHERE = pytest.mark.parametrize(
    ("site", "place"),
    some(
        ("small", "file"),
        full=(
            ("small", "web"),
            *((site, place) for site in ("real", *IN_DAYS) for place in ("file", "web")),
        ),
    ),
    indirect=["site"],
)
PAGE = "tidslinje/index.html"
TODAY = date(2026, 6, 17)
NOW = time(10)  # UTC
PEN = "Senast: ____________"
LABEL = "Dagen för händelsen"
SAVE = "Spara i kalendern"
NOT_WHOLE, TOO_EARLY, TOO_LATE, NO_SUCH_TIME = (
    "Datumet finns inte. Kontrollera dag och månad.",
    "Kontrollera året.",
    "Välj i dag eller en tidigare dag.",
    "Kontrollera klockslaget.",
)
# Longer than the pause after a key.
PAUSE_MS = 700


@contextmanager
def timeline(
    browser: Browser, site: Served, place: str = "web", today: date = TODAY, width: int = DESK, **options: Any
) -> Iterator[Page]:
    """The page, on that day."""
    now = datetime.combine(today, NOW, UTC)
    with borrowing(browser, width, now=now, timezone_id="Europe/Stockholm", **options) as page:
        page.goto(site.web(PAGE) if place == "web" else site.file(PAGE))
        yield page


def limits(site: Served) -> list[Within]:
    """The limits from the event, the shortest first."""
    found = [action.within for action in load(site.data).actions if action.within and not action.within.after]
    return sorted(found, key=lambda limit: limit.hours)


def last_of(limit: Within, event: date) -> date:
    return ending(limit.count, limit.unit, event, None)[0]


def left_of(limit: Within, event: date, today: date) -> str:
    """How far it is; hours from a day alone are not counted."""
    if limit.days is None:
        return "tiden har gått ut" if over(limit, event, today) else "timmarna räknas från händelsen"
    return left(last_of(limit, event), today)


def over(limit: Within, event: date, today: date) -> bool:
    """Whether the last that it can be has been."""
    day, clock = ending(limit.count, limit.unit, event, time(23, 59) if limit.days is None else None)
    now = datetime.combine(today, NOW, UTC).astimezone(ZoneInfo("Europe/Stockholm"))
    return (day, clock or time.max) < (now.date(), now.time())


def field(page: Page) -> Locator:
    return page.get_by_label(LABEL)


def enter(page: Page, day: date) -> None:
    field(page).fill(day.isoformat())
    expect(page.locator(".rg-due-day").first).to_be_visible()


def left(last: date, today: date) -> str:
    days = (last - today).days
    near = {-1: "tiden gick ut i går", 0: "i dag", 1: "i morgon"}
    return near.get(days) or (f"{days} dagar kvar" if days > 0 else f"tiden gick ut för {-days} dagar sedan")


def in_words(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {wording.long_date(day)}"


def lines(page: Page) -> list[str]:
    """What is shown of the last day in every limit."""
    return page.locator("rutin-timeline .rg-due-last").all_inner_texts()


# --- The last days ---------------------------------------------------------------------------------------------------


@pytest.mark.full
@pytest.mark.parametrize("name", UNLIMITED)
def test_where_there_are_no_limits_no_day_is_asked_for(
    browser: Browser, site_named: Callable[[str], Served], name: str
) -> None:
    with timeline(browser, site_named(name)) as page:
        assert not page.locator("rutin-timeline, main input, main button, .rg-due").count()
        assert "Inget av dem har en tidsgräns" in page.locator("main").inner_text()


def test_the_fixture_has_several_limits(small_site: Served) -> None:
    assert [limit.days for limit in limits(small_site)] == [None, 3, 14, 28]


@EVERYWHERE
def test_every_limit_gets_its_last_day_and_how_far_it_is(browser: Browser, site: Served, place: str) -> None:
    with timeline(browser, site, place) as page:
        assert lines(page) == [PEN] * len(limits(site))
        for ago in (0, 2, 13, 14, 15, 400):
            event = TODAY - timedelta(ago)
            enter(page, event)
            all = limits(site)
            expect(page.locator("rutin-timeline .rg-due-last")).to_have_text(
                [f"Senast: {in_words(last_of(limit, event))}" for limit in all]
            )
            expect(page.locator(".rg-due-left")).to_have_text(
                [wording.capital(left_of(limit, event, TODAY)) for limit in all]
            )
            # A day that has been is nothing to be reminded of.
            assert [button.is_visible() for button in page.locator(".rg-due-save").all()] == [
                not over(limit, event, TODAY) for limit in all
            ]


@pytest.mark.parametrize(
    ("event", "today"),
    [
        (date(2026, 10, 18), date(2026, 10, 20)),
        (date(2027, 3, 20), date(2027, 3, 21)),
        (date(2027, 12, 25), date(2027, 12, 25)),
    ],
)
def test_the_last_day_is_right_over_a_change_of_the_clocks_and_a_year(
    browser: Browser, small_site: Served, event: date, today: date
) -> None:
    with timeline(browser, small_site, today=today) as page:
        enter(page, event)
        all = limits(small_site)
        assert lines(page) == [f"Senast: {in_words(last_of(limit, event))}" for limit in all]
        assert page.locator(".rg-due-left").all_inner_texts() == [
            wording.capital(left_of(limit, event, today)) for limit in all
        ]


def test_the_days_are_told_politely(browser: Browser, site: Served) -> None:
    with timeline(browser, site) as page:
        status = page.locator("rutin-timeline").get_by_role("status")
        assert status.text_content() == ""
        event = TODAY - timedelta(2)
        enter(page, event)
        said = status.text_content() or ""
        assert said.count(": senast ") == len(limits(site))
        for limit in limits(site):
            assert f": senast {in_words(last_of(limit, event))}, {left_of(limit, event, TODAY)}." in said
        for what in page.locator("rutin-timeline [data-what]").all_inner_texts():
            assert f"{what}. " in said, "a day alone does not say of what"
        field(page).fill("")
        expect(status).to_have_text("")


def test_a_page_left_open_until_the_next_day_has_a_new_today(browser: Browser, small_site: Served) -> None:
    with timeline(browser, small_site) as page:
        enter(page, TODAY - timedelta(2))
        days = page.locator("[data-days] .rg-due-left").first
        expect(days).to_have_text("I morgon")
        page.clock.set_fixed_time(datetime.combine(TODAY + timedelta(1), time(10), UTC))
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(days).to_have_text("I dag")
        assert field(page).get_attribute("max") == (TODAY + timedelta(1)).isoformat()


# --- Hours -----------------------------------------------------------------------------------------------------------


def test_a_time_is_asked_for_only_where_a_limit_is_in_hours(browser: Browser, site: Served) -> None:
    with timeline(browser, site) as page:
        timed = any(limit.days is None for limit in limits(site))
        assert clock(page).count() == timed


def clock(page: Page) -> Locator:
    return page.get_by_label("Klockslaget, om du vet det")


@pytest.mark.parametrize("zone", ["Europe/Stockholm", "Pacific/Auckland"])
def test_with_a_time_hours_end_at_a_time_also_in_the_night_when_the_clocks_are_changed(
    browser: Browser, small_site: Served, tmp_path: Path, zone: str
) -> None:
    """Four hours from half past eleven: at half past two, when the clocks have been put back."""
    with borrowing(browser, now=datetime(2026, 10, 24, 22, tzinfo=UTC), timezone_id=zone) as page:
        page.goto(small_site.web(PAGE))
        enter(page, date(2026, 10, 24))
        assert lines(page)[0] == "Senast: lördag 24 oktober 2026"
        clock(page).fill("23:30")
        clock(page).blur()
        expect(page.locator("rutin-timeline .rg-due-last").first).to_have_text(
            "Senast: söndag 25 oktober 2026 kl. 02.30"
        )
        said = page.locator("rutin-timeline").get_by_role("status").text_content() or ""
        assert "senast söndag 25 oktober 2026 kl.\N{NO-BREAK SPACE}02.30, " in said
        assert not [line for line in lines(page)[1:] if "kl." in line], "days have no time"
        _, data = saved(page, page.get_by_role("button", name=SAVE).first, tmp_path)
        event = event_of(data)
        assert event["DTSTART"].dt == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
        assert [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")] == [-timedelta(minutes=30)]
        clock(page).fill("")
        expect(page.locator("rutin-timeline .rg-due-last").first).to_have_text("Senast: lördag 24 oktober 2026")


def test_what_went_out_today_is_said_to_have(browser: Browser, small_site: Served) -> None:
    with timeline(browser, small_site) as page:
        enter(page, TODAY)
        clock(page).fill("07:00")
        clock(page).blur()
        expect(page.locator(".rg-due-left").first).to_have_text("Tiden gick ut i dag")
        assert not page.locator(".rg-due-save").first.is_visible()
        page.goto("about:blank")
        page.go_back()
        assert not clock(page).input_value()


def test_limits_from_another_action_stand_by_themselves_and_get_no_day(browser: Browser, small_site: Served) -> None:
    with timeline(browser, small_site) as page:
        enter(page, TODAY)
        heading = page.get_by_role("heading", name="Tidsgränser från ett annat steg")
        later = page.locator(".rg-due").last
        assert not later.evaluate("(each) => each.closest('rutin-timeline')")
        assert heading.evaluate("(each) => each.nextElementSibling.textContent").count("Senast: ____________") == 1
        expect(later.locator("b")).to_contain_text(
            "Inom 24 timmar efter att ”Flytta klassen till en annan sal” är gjort"
        )


# --- Days that are none ----------------------------------------------------------------------------------------------


def fault(page: Page) -> Locator:
    """What is said to be wrong, found by the field's own description."""
    ids = (field(page).get_attribute("aria-describedby") or "").split()
    return page.locator(f"#{ids[-1]}")


@pytest.mark.parametrize(
    ("site", "width"),
    some(("small", PHONE), ("real", DESK), full=(("real", PHONE), ("small", DESK))),
    indirect=["site"],
)
def test_a_day_that_has_not_come_is_refused_without_a_jump(browser: Browser, site: Served, width: int) -> None:
    places = """() => {
      const tops = ['#_dag', '.rg-due'].map((each) => document.querySelector(each).getBoundingClientRect().top);
      return [scrollX, scrollY, ...tops];
    }"""
    with timeline(browser, site, width=width) as page:
        assert field(page).get_attribute("max") == TODAY.isoformat()
        field(page).focus()
        before = page.evaluate(places)
        field(page).fill((TODAY + timedelta(1)).isoformat())
        expect(fault(page)).to_have_text(TOO_LATE)
        assert fault(page).is_visible()
        assert fault(page).get_attribute("aria-live") == "polite"
        assert field(page).get_attribute("aria-invalid") == "true"
        assert page.evaluate(places) == before
        expect(field(page)).to_be_focused()
        assert lines(page) == [PEN] * len(limits(site))
        assert not page.get_by_role("button", name=SAVE).count()
        enter(page, TODAY)
        expect(fault(page)).to_have_text("")
        assert field(page).get_attribute("aria-invalid") == "false"
        field(page).fill((TODAY + timedelta(1)).isoformat())
        expect(fault(page)).to_have_text(TOO_LATE)
        assert lines(page) == [PEN] * len(limits(site)), "the last day of the day before is still there"
        assert page.locator("rutin-timeline").get_by_role("status").text_content() == ""


def test_a_day_that_no_calendar_has_is_told_when_the_field_is_left(browser: Browser, small_site: Served) -> None:
    with timeline(browser, small_site) as page:
        enter(page, date(2023, 2, 28))
        # The parts stand in the order of the browser's language.
        # One of them is the day, and one up from 28 February is none in 2023.
        field(page).focus()
        for _ in range(3):
            page.keyboard.press("ArrowUp")
            if not field(page).input_value():
                break
            page.keyboard.press("ArrowDown")
            page.keyboard.press("ArrowRight")
        assert field(page).evaluate("(each) => each.validity.badInput")
        expect(page.locator("rutin-timeline .rg-due-last")).to_have_text([PEN] * len(limits(small_site)))
        assert fault(page).text_content() == "", "the reader is not done"
        field(page).blur()
        expect(fault(page)).to_have_text(NOT_WHOLE)
        assert field(page).get_attribute("aria-invalid") == "true"


def test_a_time_that_has_not_been_or_is_half_written_is_refused_as_in_the_guide(
    browser: Browser, small_site: Served
) -> None:
    """Limits counted from a time hours ahead would be told as if they held."""
    with timeline(browser, small_site) as page:
        enter(page, TODAY)
        clock(page).fill("12:01")  # In Sweden it is noon.
        clock(page).blur()
        expect(fault(page)).to_have_text(NO_SUCH_TIME)
        assert clock(page).get_attribute("aria-describedby") == fault(page).get_attribute("id")
        assert [each.get_attribute("aria-invalid") for each in (field(page), clock(page))] == ["false", "true"]
        assert lines(page) == [PEN] * len(limits(small_site))
        clock(page).fill("12:00")
        expect(page.locator(".rg-due-day").first).to_contain_text("kl.")
        assert (fault(page).text_content(), clock(page).get_attribute("aria-invalid")) == ("", "false")
        clock(page).fill("")
        clock(page).press("1")
        assert fault(page).text_content() == "", "the reader is not done"
        clock(page).blur()
        expect(fault(page)).to_have_text(NO_SUCH_TIME)
        clock(page).fill("23:59")
        field(page).fill((TODAY - timedelta(1)).isoformat())
        expect(fault(page)).to_have_text("")
        expect(page.locator(".rg-due-day").first).to_contain_text("kl.")


def test_a_half_written_day_is_left_in_peace_until_the_field_is_left(browser: Browser, small_site: Served) -> None:
    with timeline(browser, small_site) as page:
        field(page).focus()
        page.keyboard.press("1")
        page.wait_for_timeout(PAUSE_MS)
        assert field(page).evaluate("(each) => each.validity.badInput"), "what was written is gone"
        assert fault(page).text_content() == ""
        page.keyboard.press("Enter")
        expect(fault(page)).to_have_text(NOT_WHOLE)
        field(page).fill("")
        field(page).blur()
        expect(fault(page)).to_have_text("")
        field(page).fill("0202-06-06")
        expect(fault(page)).to_have_text("")
        page.wait_for_timeout(PAUSE_MS)
        assert lines(page) == [PEN] * len(limits(small_site))
        assert fault(page).text_content() == "", "the year is being typed"
        field(page).blur()
        expect(fault(page)).to_have_text(TOO_EARLY)


# --- The calendar file -----------------------------------------------------------------------------------------------


def event_of(data: bytes) -> Any:
    """The only event of a file that keeps the rules of its form. Any: what a property holds depends on its name."""
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r") == data.count(b"\r\n")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")  # A fold inside a character would be an error here.
    calendar: Any = Calendar.from_ical(data)
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    (event,) = calendar.walk("VEVENT")
    assert not event.errors
    return event


def reminders(event: Any) -> list[datetime]:
    """When it sounds, on the clock where the reader is."""
    start = datetime.combine(event["DTSTART"].dt, time())
    return [start + alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]


def saved(page: Page, button: Locator, folder: Path) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        button.click()
    waiting.value.save_as(folder / "file")
    return waiting.value.suggested_filename, (folder / "file").read_bytes()


@EVERYWHERE
def test_every_limit_is_saved_as_an_all_day_event_with_a_discreet_title(
    browser: Browser, site: Served, place: str, tmp_path: Path
) -> None:
    event_day = TODAY
    routine = load(site.data)
    names = set()
    with timeline(browser, site, place) as page:
        enter(page, event_day)
        buttons = page.get_by_role("button", name=SAVE).all()
        assert len(buttons) == len(limits(site))
        assert len({button.get_attribute("aria-label") for button in buttons}) == len(buttons)
        for button, limit in zip(buttons, limits(site), strict=True):
            name, data = saved(page, button, tmp_path)
            event = event_of(data)
            last = last_of(limit, event_day)
            assert name == "uppfoljning.ics"
            assert (type(event["DTSTART"].dt), event["DTSTART"].dt) == (date, last)
            assert (type(event["DTEND"].dt), event["DTEND"].dt) == (date, last + timedelta(1))
            assert event["SUMMARY"] == "Uppföljning"
            days = (2, 1, 0) if limit.days else (0,)  # What is counted in hours is so near.
            sounds = [datetime.combine(last - timedelta(before), time(9)) for before in days]
            assert reminders(event) == [each for each in sounds if each.date() > TODAY or not limit.days][:1]
            assert event["DTSTAMP"].dt == datetime.combine(TODAY, time(10), UTC)
            assert set(event) == {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CLASS", "TRANSP"}
            assert [alarm["DESCRIPTION"] for alarm in event.walk("VALARM")] == ["Uppföljning"]
            told_of = [
                routine.site.name,
                routine.organisation.name,
                site.root,
                *(action.id for action in routine.actions),
            ]
            assert not [word for word in told_of if word.lower() in data.decode("utf-8").lower()]
            names.add(str(event["UID"]))
        again = event_of(saved(page, buttons[0], tmp_path)[1])
        assert str(again["UID"]) not in names
        assert len(names) == len(buttons)


@pytest.mark.parametrize(("left", "before"), [(3, [2]), (2, [1]), (1, [0]), (0, [])])
def test_a_reminder_that_would_have_been_before_now_comes_later_or_not_at_all(
    browser: Browser, small_site: Served, tmp_path: Path, left: int, before: list[int]
) -> None:
    """It is ten o'clock, and nobody is reminded at nine of the same morning."""
    *_, limit = limits(small_site)
    assert limit.days
    with timeline(browser, small_site) as page:
        enter(page, TODAY - timedelta(limit.days - left))
        event = event_of(saved(page, page.get_by_role("button", name=SAVE).last, tmp_path)[1])
        last = TODAY + timedelta(left)
        assert event["DTSTART"].dt == last
        assert reminders(event) == [datetime.combine(last - timedelta(days), time(9)) for days in before]


@pytest.fixture(scope="module")
def untouched(browser: Browser, small_site: Served) -> Iterator[Page]:
    """The page, whose scripts alone are asked."""
    with timeline(browser, small_site) as page:
        yield page


MAKE = "(event) => rutin.calendar.file({ ...event, stamp: new Date('2026-06-17T10:00:00.123Z') })"


def made(page: Page, **event: Any) -> Any:
    return event_of(str(page.evaluate(MAKE, {"day": "2026-12-31"} | event)).encode())


@pytest.mark.parametrize(
    "words",
    [
        "a, b; c\\d",
        "rad ett\nrad två",
        "\\n är inte en ny rad",
        "å" * 200,
        "🌲" * 90,
        "x" * 74 + "é",
        "BEGIN:VEVENT\nEND:VCALENDAR",
        "UID:1",
        "ab" * 300,
        "tabb\tinuti",
    ],
)
def test_any_words_come_back_as_they_were(untouched: Page, words: str) -> None:
    for shift in range(8):  # So that the fold falls on each octet of a sign.
        event = made(
            untouched,
            title="." * shift + words,
            description="." * shift + words,
            uid="." * shift + words.replace("\n", " "),
        )
        assert event["SUMMARY"] == event["DESCRIPTION"] == "." * shift + words
    assert made(untouched, title="a\r\nb\rc")["SUMMARY"] == "a\nb\nc"
    assert made(untouched, title="a\x00b\x1bc")["SUMMARY"] == "abc"


def test_reminders_sound_in_the_morning_and_days_end_where_they_should(browser: Browser, small_site: Served) -> None:
    with timeline(browser, small_site) as page:
        for before in (0, 1, 2, 7, 30):
            assert reminders(made(page, remindDaysBefore=before)) == [datetime(2026, 12, 31, 9) - timedelta(before)]
        assert reminders(made(page)) == []
        assert made(page)["SUMMARY"] == "Uppföljning"
        assert made(page, uid="ett")["UID"] == "ett"
        assert made(page)["DTSTAMP"].dt == datetime(2026, 6, 17, 10, tzinfo=UTC)
        for day in ("2026-12-31", "2024-02-28", "2024-02-29", "2026-03-28", "2026-03-29", "2026-10-25"):
            event = made(page, day=day)
            assert (event["DTSTART"].dt, event["DTEND"].dt) == (
                date.fromisoformat(day),
                date.fromisoformat(day) + timedelta(1),
            )
        refused = "(day) => { try { return rutin.calendar.file({ day }); } catch { return 'refused'; } }"
        assert [page.evaluate(refused, day) for day in ("", "2026-02-30", "i dag")] == ["refused"] * 3


def test_the_files_address_is_given_up_again(browser: Browser, small_site: Served, tmp_path: Path) -> None:
    watch = """() => {
      const { createObjectURL, revokeObjectURL } = URL;
      window.addresses = [];
      URL.createObjectURL = (blob) => {
        const made = createObjectURL.call(URL, blob);
        window.addresses.push(made);
        return made;
      };
      URL.revokeObjectURL = (made) => {
        revokeObjectURL.call(URL, made);
        window.addresses = window.addresses.filter((each) => each !== made);
      };
    }"""
    with visiting(browser) as page:
        page.clock.install(time=datetime.combine(TODAY, time(10), UTC))
        page.add_init_script(f"({watch})()")
        page.goto(small_site.web(PAGE))
        field(page).fill(TODAY.isoformat())
        page.clock.run_for(PAUSE_MS)
        saved(page, page.get_by_role("button", name=SAVE).first, tmp_path)
        assert len(page.evaluate("addresses")) == 1
        assert not page.locator("a[download]").count()
        page.clock.run_for(120_000)
        assert page.evaluate("addresses") == []


def test_a_file_that_cannot_be_made_is_told_and_the_day_stays(browser: Browser, small_site: Served) -> None:
    with timeline(browser, small_site) as page:
        enter(page, TODAY)
        page.evaluate("() => { URL.createObjectURL = () => { throw new Error('no room'); } }")
        page.get_by_role("button", name=SAVE).first.click()
        expect(page.locator(".rg-due-left").first).to_have_text("Filen gick inte att spara. Skriv upp dagen.")
        assert lines(page)[0] == f"Senast: {in_words(last_of(limits(small_site)[0], TODAY))}"


# --- Whole without, and quiet ----------------------------------------------------------------------------------------


@EVERYWHERE
@pytest.mark.parametrize("missing", [".*", "timeline"])
def test_the_page_is_whole_when_a_script_does_not_load(
    browser: Browser, site: Served, place: str, missing: str
) -> None:
    with borrowing(browser, java_script_enabled=False) as bare, borrowing(browser) as page:
        page.context.route(re.compile(rf"/assets/{missing}\.js\?"), lambda route: route.abort())
        for each in (bare, page):
            each.goto(site.web(PAGE) if place == "web" else site.file(PAGE))
            assert lines(each) == [PEN] * len(limits(site))
            assert not each.locator("main :is(input, button):visible").count()
        assert page.evaluate("document.querySelector('rutin-timeline').innerText") == bare.evaluate(
            "document.querySelector('rutin-timeline').innerText"
        )
        assert page.evaluate(SHOWN) == bare.evaluate(SHOWN)


@pytest.fixture(scope="module")
def without_scripts(browser: Browser, breakable_site: Served) -> str:
    """What the page then shows."""
    with borrowing(browser, java_script_enabled=False) as page:
        page.goto(breakable_site.web(PAGE))
        return str(page.evaluate(SHOWN))


@pytest.mark.parametrize(
    "broken", some("dates.add", "dates.today", full=("dates.long", "dates.span", "dates.parse", "dates.weekday"))
)
def test_the_page_is_given_back_when_a_script_fails_in_use(
    browser: Browser, breakable_site: Served, without_scripts: str, broken: str
) -> None:
    with timeline(browser, breakable_site) as page:
        enter(page, TODAY)
        page.evaluate("(name) => { window.broken = name; }", broken)
        field(page).fill((TODAY - timedelta(1)).isoformat())
        expect(field(page)).to_be_hidden()
        assert page.evaluate(SHOWN) == without_scripts
        assert page.locator("input[type=date]").input_value() == ""


@EVERYWHERE
def test_the_day_is_kept_and_sent_nowhere(browser: Browser, site: Served, place: str, tmp_path: Path) -> None:
    asked: list[str] = []
    with timeline(browser, site, place) as page:
        page.context.on("request", lambda request: asked.append(request.url))
        state = (
            page.url,
            page.title(),
            page.evaluate("history.length"),
            page.evaluate("JSON.stringify(history.state)"),
        )
        assert field(page).get_attribute("autocomplete") == "off"
        assert field(page).get_attribute("name") is None
        enter(page, TODAY)
        field(page).press("Enter")
        for button in page.get_by_role("button", name=SAVE).all():
            saved(page, button, tmp_path)
        field(page).fill((TODAY + timedelta(1)).isoformat())
        expect(fault(page)).to_have_text(TOO_LATE)
        assert (
            page.url,
            page.title(),
            page.evaluate("history.length"),
            page.evaluate("JSON.stringify(history.state)"),
        ) == state
        assert page.evaluate(KEPT) == []
        assert page.context.cookies() == []
        assert page.context.storage_state(indexed_db=True).get("origins", []) == []
        assert [url for url in asked if not url.startswith("blob:") and file_of_asset(url) != "icon.svg"] == []


def test_the_day_is_gone_when_the_page_is_left(browser: Browser, small_site: Served) -> None:
    with timeline(browser, small_site) as page:
        enter(page, TODAY)
        page.goto(small_site.web("index.html"))
        page.go_back()
        page.wait_for_url(small_site.web(PAGE))
        assert field(page).input_value() == ""
        enter(page, TODAY)
        page.reload()
        assert field(page).input_value() == ""
        # A browser may keep the whole page for the way back, as it was when it was left.
        enter(page, TODAY)
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
        assert field(page).input_value() == ""
        assert lines(page) == [PEN] * len(limits(small_site))
        assert page.locator("rutin-timeline").get_by_role("status").text_content() == ""


# --- The look --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("site", "width"),
    some(("small", 320), ("real", DESK), full=(("real", 320), ("small", DESK), ("real", PHONE), ("small", PHONE))),
    indirect=["site"],
)
def test_what_is_pressed_is_large_enough_and_nothing_is_too_wide(browser: Browser, site: Served, width: int) -> None:
    with timeline(browser, site, width=width, today=date(2026, 9, 20)) as page:
        enter(page, date(2026, 9, 20))
        targets = [field(page), *clock(page).all(), *page.get_by_role("button", name=SAVE).all()]
        assert len(targets) == 1 + clock(page).count() + len(limits(site))
        for target in targets:
            box = target.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 44
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_last_days_and_faults_are_read_easily_and_have_no_alarm_colour(
    browser: Browser, small_site: Served, scheme: Literal["light", "dark"]
) -> None:
    problems = []
    with timeline(browser, small_site, color_scheme=scheme) as page:
        for state, event in (("one day has been", TODAY - timedelta(5)), ("refused", TODAY + timedelta(1))):
            field(page).fill(event.isoformat())
            page.wait_for_timeout(PAUSE_MS)
            expect(fault(page)).to_have_text(TOO_LATE if state == "refused" else "")
            come(page, lambda: lines(page))
            texts = page.evaluate(script("contrast"))
            assert len(texts) > 20
            problems += [
                f"{state}: {text['ratio']:.2f} {text['where']}: {text['text']}" for text in texts if text["ratio"] < 7
            ]
            colours = page.evaluate(script("colours"), ["--alarm", ".rg-sos"])
            assert colours
            problems += [f"{state}: {each['where']} has the alarm colour" for each in colours if each["apart"]]
    assert not problems, told(problems)


def test_the_buttons_are_reached_and_pressed_by_keys(browser: Browser, small_site: Served) -> None:
    with timeline(browser, small_site) as page:
        enter(page, TODAY)
        field(page).focus()
        for button in page.get_by_role("button", name=SAVE).all():
            for _ in range(12):
                page.keyboard.press("Tab")
                if button.evaluate("(each) => each === document.activeElement"):
                    break
            expect(button).to_be_focused()
            with page.expect_download():
                page.keyboard.press("Enter")
            expect(button).to_be_focused()


def test_paper_has_the_day_and_no_form(browser: Browser, small_site: Served) -> None:
    with timeline(browser, small_site) as page:
        enter(page, TODAY)
        page.emulate_media(media="print")
        assert lines(page) == [f"Senast: {in_words(last_of(limit, TODAY))}" for limit in limits(small_site)]
        assert not page.locator("rutin-timeline :is(label, input, button, .rg-due-left):visible").count()


def test_nobody_is_reminded_of_a_day_that_has_been_though_its_hours_may_not_have_passed(
    browser: Browser, small_site: Served
) -> None:
    with timeline(browser, small_site) as page:
        page.clock.set_fixed_time(datetime.combine(TODAY - timedelta(1), time(23), UTC))  # At one in the night here.
        for event_day, reminded in ((TODAY, 4), (TODAY - timedelta(1), 3)):
            enter(page, event_day)
            expect(page.get_by_role("button", name=SAVE)).to_have_count(reminded)
            assert "gått ut" not in page.locator("main").inner_text()
        enter(page, TODAY - timedelta(2))
        expect(page.locator(".rg-due-left").get_by_text("Tiden har gått ut")).to_have_count(1)
