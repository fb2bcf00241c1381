"""Limits in the conversation: in hours, from the event or from another action. test_guide.py holds what is counted to
the rules; here it is what is said, asked and kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, Route, expect

from tests.kit.browsing import PHONE, Served, borrowing, visiting
from tests.kit.reader import EVENT, GUIDE
from tests.kit.store import key_of

pytestmark = pytest.mark.browser

NIGHT = "2026-10-24T22:00:00Z"  # Midnight before the night in which the clocks are put back.
FROM_MOVE = "Inom 24 timmar efter att ”Flytta klassen till en annan sal” är gjort"


@contextmanager
def reading(browser: Browser, site: Served, role: str, now: str = NIGHT) -> Iterator[Page]:
    with borrowing(browser, PHONE, now=now, timezone_id="Europe/Stockholm") as page:
        page.goto(f"{site.web(GUIDE)}#roll_{role}")
        yield page


def press(page: Page, key: str) -> None:
    page.locator(f'[data-key="{key}"]').first.click()


def say(page: Page, id: str, day: str, time: str = "") -> None:
    """When it was, in the form for another day."""
    press(page, f"annan:{id}")
    page.locator(f'[data-key="dag:{id}"]').fill(day)
    if time:
        page.locator(f'[data-key="tid:{id}"]').fill(time)
    press(page, f"ange:{id}")


def of(page: Page, text: str) -> str:
    """What stands of one step among the dates."""
    found = page.locator(".rg-date").filter(has_text=text).inner_text()
    return " ".join(found.split())


def test_hours_have_a_day_until_somebody_says_a_time(browser: Browser, small_site: Served) -> None:
    with reading(browser, small_site, "va-ingenjoren") as page:
        assert of(page, "Mät flödet").startswith("Inom fyra timmar efter händelsen Mät flödet")
        say(page, EVENT, "2026-10-24")
        assert of(page, "Mät flödet").startswith("Senast lördag 24 oktober 2026 inom fyra timmar efter händelsen Mät")
        press(page, f"tid:{EVENT}")
        expect(page.locator(f'[data-key="tid:{EVENT}"]')).to_be_focused()
        page.keyboard.type("1130PM")
        press(page, f"ange:{EVENT}")
        assert of(page, "Mät flödet").startswith("Senast söndag 25 oktober 2026 kl. 02.30 i dag Mät flödet")
        assert "kl." not in of(page, "byter röret"), "days have no time"
        expect(page.locator(".rg-days")).to_contain_text("Det hände lördag 24 oktober 2026 kl. 23.30.")
        expect(page.locator(f'[data-key="nar:{EVENT}"]')).to_be_focused()
        assert not page.locator(f'button[data-key="tid:{EVENT}"]').count()


def test_hours_that_have_passed_are_said_to_have_and_are_in_no_calendar(browser: Browser, small_site: Served) -> None:
    with reading(browser, small_site, "va-ingenjoren") as page:
        say(page, EVENT, "2026-10-24", "19:00")
        assert "kl. 23.00 tiden gick ut i går" in of(page, "Mät flödet")
        assert "Tiden har gått ut." in of(page, "Mät flödet")
        assert not page.locator('[data-key="kalender:mata-flodet"]').count()


def test_a_page_left_open_knows_when_the_time_has_passed(browser: Browser, small_site: Served) -> None:
    with reading(browser, small_site, "va-ingenjoren") as page:
        say(page, EVENT, "2026-10-24", "23:30")
        page.clock.set_fixed_time("2026-10-25T01:31:00Z")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert "kl. 02.30 tiden gick ut i dag" in of(page, "Mät flödet")


def test_the_calendar_has_the_moment(browser: Browser, small_site: Served, tmp_path: Path) -> None:
    with reading(browser, small_site, "va-ingenjoren") as page:
        say(page, EVENT, "2026-10-24", "23:30")
        with page.expect_download() as waiting:
            press(page, "kalender:mata-flodet")
        waiting.value.save_as(tmp_path / "file")
    (event,) = Calendar.from_ical((tmp_path / "file").read_bytes()).walk("VEVENT")
    assert event["DTSTART"].to_ical() == b"20261025T013000Z"
    assert "DTEND" not in event


def test_the_time_of_the_event_is_kept_with_the_case_and_told_on_the_page_about_that(
    browser: Browser, small_site: Served
) -> None:
    with reading(browser, small_site, "va-ingenjoren") as page:
        say(page, EVENT, "2026-10-24", "23:30")
        press(page, "spara")
        press(page, "spara-ja")
        stored = page.evaluate("(key) => localStorage.getItem(key)", key_of(small_site.root))
        assert json.loads(stored)["state"]["time"] == "23:30"
        page.reload()
        assert "kl. 02.30" in of(page, "Mät flödet")
        page.goto(small_site.web("om/integritet/index.html"))
        assert page.locator("[data-kept=time]").count() == 1


def test_a_limit_is_counted_from_that_another_action_was_done(browser: Browser, small_site: Served) -> None:
    with reading(browser, small_site, "rektorn") as page:
        assert of(page, "Berätta för hemmen").startswith(f"{FROM_MOVE} Berätta")
        press(page, "kryss:flytta-klassen")
        say(page, "flytta-klassen", "2026-10-24")
        live = page.locator(".rg-live").first
        expect(live).to_have_text(f"Senast söndag 25 oktober 2026, i{FROM_MOVE[1:]}: Berätta för hemmen.")
        press(page, "nar:flytta-klassen")
        say(page, "flytta-klassen", "2026-10-24", "12:00")
        assert of(page, "Berätta för hemmen").startswith("Senast söndag 25 oktober 2026 kl. 11.00 i dag Berätta")
        assert page.locator(".rg-date").first.inner_text().startswith("Senast"), "the nearest first"
        press(page, "sammanstallning")
        expect(page.locator(".rg-summary")).to_contain_text("Senast 25 oktober 2026 kl. 11.00: Berätta för hemmen")
        press(page, "kryss:flytta-klassen")
        assert of(page, "Berätta för hemmen").startswith(FROM_MOVE)
        expect(page.locator(".rg-summary")).to_contain_text(f"{FROM_MOVE}: Berätta för hemmen")


def test_from_what_is_left_out_nothing_is_counted(browser: Browser, small_site: Served) -> None:
    with reading(browser, small_site, "rektorn") as page:
        press(page, "hoppa:flytta-klassen")
        press(page, "utgar:flytta-klassen")
        assert not page.locator(".rg-date").filter(has_text="Berätta för hemmen").count()


def test_what_somebody_else_must_do_in_time_is_said_of_her_and_only_ones_own_is_shown_where_it_stands(
    browser: Browser, small_site: Served
) -> None:
    """One limit of one's own made all of them one's own."""
    with reading(browser, small_site, "rektorn") as page:
        assert "VA-ingenjören mäter flödet" in of(page, "mäter flödet")
        assert "Vaktmästaren byter röret" in of(page, "byter röret")
        shown = page.locator('[data-key^="visa:"]').evaluate_all("(all) => all.map((each) => each.dataset.key)")
        assert sorted(shown) == ["visa:beratta-for-hemmen", "visa:gor-aterbesok"]
        say(page, EVENT, "2026-01-05")
        assert "Fråga den som ansvarar om det är gjort." in of(page, "mäter flödet")


def test_each_that_is_shown_where_it_stands_is_in_sight_then_with_the_focus_at_it(
    browser: Browser, small_site: Served
) -> None:
    """What can be done now, and what comes later: in a window as low as a phone's on its side."""
    with reading(browser, small_site, "rektorn") as page:
        page.set_viewport_size({"width": 320, "height": 400})
        for id, focused, seen in (
            ("beratta-for-hemmen", "kryss:beratta-for-hemmen", 0.1),
            ("gor-aterbesok", "sedan", 1),
        ):
            press(page, f"visa:{id}")
            expect(page.locator(f'[data-key="{focused}"]')).to_be_focused()
            expect(page.locator(f'.rg-case [data-item="{id}"]')).to_be_in_viewport(ratio=seen)


def test_nobody_is_reminded_of_a_day_that_has_been_though_its_hours_may_not_have_passed(
    browser: Browser, small_site: Served
) -> None:
    with reading(browser, small_site, "va-ingenjoren") as page:
        for day, reminded in (("2026-10-25", 1), ("2026-10-24", 0)):
            say(page, EVENT, day)
            assert "gått ut" not in of(page, "Mät flödet")
            assert page.locator('[data-key="kalender:mata-flodet"]').count() == reminded
            press(page, f"nar:{EVENT}")
        say(page, EVENT, "2026-10-23")
        assert "gått ut" in of(page, "Mät flödet")
        said = page.locator(".rg-live").first.inner_text()
        assert "inom fyra timmar efter händelsen, tiden har gått ut: Mät flödet. Om det rinner." in said


def test_what_is_said_and_summed_up_of_a_last_day_names_who_has_to_act(browser: Browser, small_site: Served) -> None:
    with reading(browser, small_site, "upptackaren") as page:
        press(page, "kryss:sag-till")
        say(page, EVENT, "2026-10-24")
        said = page.locator(".rg-live").first.inner_text()
        assert "VA-ingenjören mäter flödet." in said
        assert "Vaktmästaren byter röret." in said
        assert "Mät flödet" not in said
        press(page, "sammanstallning")
        expect(page.locator(".rg-summary")).to_contain_text("Byt röret (Vaktmästaren)")


def test_a_summary_says_of_a_last_day_that_it_has_been_also_when_what_was_to_be_done_is(
    browser: Browser, small_site: Served
) -> None:
    """Handed over it else hid that something was late."""
    with reading(browser, small_site, "vaktmastaren") as page:
        press(page, "ja:rinner-det")
        say(page, EVENT, "2026-10-05")
        press(page, "sammanstallning")
        summary = page.locator(".rg-summary")
        expect(summary).to_contain_text("Senast 8 oktober 2026, tiden har gått ut: Byt röret")
        for key in ("kryss:stang-kranen", "kryss:byt-roret"):
            press(page, key)
        say(page, "byt-roret", "2026-10-08")
        expect(summary).to_contain_text("Klart 8 oktober 2026. Byt röret")
        press(page, "nar:byt-roret")
        say(page, "byt-roret", "2026-10-09")
        expect(summary).to_contain_text("Klart 9 oktober 2026. Sista dagen var 8 oktober 2026. Byt röret")


def test_what_waits_says_for_what_beside_its_last_day_and_is_not_asked_for_before(
    browser: Browser, small_site: Served
) -> None:
    with reading(browser, small_site, "vaktmastaren") as page:
        press(page, "ja:rinner-det")
        say(page, EVENT, "2026-01-05")
        assert "När kranen är stängd" in of(page, "Byt röret")
        assert "så snart det som steget väntar på är klart" in of(page, "Byt röret")
        press(page, "kryss:stang-kranen")
        assert "När kranen är stängd" not in of(page, "Byt röret")
        assert "gör det så snart det går" in of(page, "Byt röret")


def test_of_whom_nobody_has_called_in_no_day_is_promised(browser: Browser, small_site: Served) -> None:
    with reading(browser, small_site, "vaktmastaren") as page:
        press(page, "ja:rinner-det")
        say(page, EVENT, "2026-10-24")
        assert page.locator(".rg-date").filter(has_text="mäter flödet").count() == 1
        press(page, "hoppa:stang-kranen")
        press(page, "utgar:stang-kranen")
        assert not page.locator(".rg-date").filter(has_text="mäter flödet").count()
        press(page, "ovisst:va-ingenjoren")
        asked = page.locator('.rg-case [data-fold="ovisst:va-ingenjoren"] li').all_inner_texts()
        assert "Mäter flödet" in asked
        assert all(text.strip() for text in asked), "a question has no deed, but its words"
        assert any(text.startswith("Svarar på frågan: Kommer vattnet") for text in asked)


def test_a_limit_in_hours_stands_in_sight_with_its_step(browser: Browser, small_site: Served) -> None:
    with reading(browser, small_site, "va-ingenjoren") as page:
        press(page, "ja:rinner-det")
        expect(page.locator('.rg-now [data-item="mata-flodet"]').get_by_text("Inom fyra timmar")).to_be_visible()


def test_what_may_not_apply_is_not_asked_for_though_its_time_has_passed(browser: Browser, small_site: Served) -> None:
    with reading(browser, small_site, "va-ingenjoren") as page:
        say(page, EVENT, "2026-01-05")
        assert "Ett svar som inte är ifyllt här avgör om steget gäller" in of(page, "Mät flödet")
        assert "Gör det" not in of(page, "Mät flödet")
        press(page, "ja:rinner-det")
        assert "gör det så snart det går" in of(page, "Mät flödet")


def test_before_anybody_has_been_told_nobody_is_to_be_asked_what_is_done(browser: Browser, small_site: Served) -> None:
    with reading(browser, small_site, "upptackaren") as page:
        say(page, EVENT, "2026-01-05")
        assert "har ingen annan fått veta något. Börja med det som står först." in of(page, "mäter flödet")
        press(page, "kryss:sag-till")
        assert "Fråga den som ansvarar om det är gjort." in of(page, "mäter flödet")


def test_who_shares_a_step_with_somebody_whom_nobody_has_called_is_not_said_to_do_it_alone(
    browser: Browser, small_site: Served
) -> None:
    """In the small routine nobody who may be uncalled shares a step: here one more has one."""
    with reading(browser, small_site, "vaktmastaren") as page:
        page.route(f"**/{GUIDE}", more_shared)
        page.reload()
        press(page, "roll:vaktmastaren")
        press(page, "ja:rinner-det")
        say(page, EVENT, "2026-10-24")
        assert "VA-ingenjören och upptäckaren mäter flödet" in of(page, "mäter flödet")
        press(page, "hoppa:stang-kranen")
        press(page, "utgar:stang-kranen")
        assert of(page, "mäter flödet").endswith("VA-ingenjören och upptäckaren mäter flödet")
        press(page, "person:va-ingenjoren+upptackaren")
        missed = page.locator('.rg-waiting [data-item="mata-flodet"]')
        expect(missed).to_contain_text("Enligt det som är ifyllt här har ingen kontaktat VA-ingenjören.")


def more_shared(route: Route) -> None:
    """The guide in which the one who discovers it measures too."""
    found = route.fetch()
    html = found.text()
    begin = html.index('id="mata-flodet"')
    end = html.index("data-text", begin)
    more = '</a> och <a data-owner="upptackaren" href="#">upptäckaren</a>'
    route.fulfill(response=found, body=html[:begin] + html[begin:end].replace("</a>", more) + html[end:])


@pytest.mark.parametrize(("name", "role", "has"), [("small", "va-ingenjoren", True), ("minst", "boende", False)])
def test_of_the_day_the_answers_and_leaving_no_word_is_said_where_there_are_none(
    browser: Browser, site_named: Callable[[str], Served], name: str, role: str, has: bool
) -> None:
    with reading(browser, site_named(name), role) as page:
        press(page, "spara")
        asked = page.locator(".rg-keep").inner_text()
        assert "Det här sparas: din roll, " in asked
        assert [words in asked for words in ("dagen för händelsen", "dina svar", "Lämna sidan")] == [has] * 3
        press(page, "spara-ja")
        press(page, "sammanstallning")
        summary = page.locator(".rg-summary")
        expect(summary).to_contain_text("Sammanställning")
        assert ("Dagen för händelsen: inte ifylld" in summary.inner_text()) == has
        limit = "Inom två veckor efter händelsen: Gör ett återbesök i salen (Rektorn)"
        assert (limit in summary.inner_text()) == has, "who is handed it has the limit, also without its day"


def test_paper_tells_when_it_was_and_nothing_that_is_another_thing_tomorrow(
    browser: Browser, small_site: Served
) -> None:
    with reading(browser, small_site, "vaktmastaren") as page:
        press(page, "kryss:stang-kranen")
        press(page, "idag:stang-kranen")
        press(page, f"idag:{EVENT}")
        left = page.locator(".rg-date .rg-small").first
        marked = page.locator(".rg-ruler > .rg-today").first
        other = page.locator(".rg-ruler > li:not(.rg-today, .rg-final)").first
        look = "each => { const { fontWeight, color } = getComputedStyle(each); return [fontWeight, color]; }"
        expect(left).to_be_visible()
        assert marked.evaluate(look) != other.evaluate(look)
        page.emulate_media(media="print")
        expect(page.get_by_text("Det hände söndag 25 oktober 2026.")).to_be_visible()
        expect(page.get_by_text("Klart 25 oktober 2026", exact=True)).to_be_visible()
        expect(left).to_be_hidden()
        assert marked.evaluate(look) == other.evaluate(look)
        expect(page.locator(".rg-again")).to_be_hidden()


def test_what_was_said_stands_while_a_limit_in_hours_runs(browser: Browser, small_site: Served) -> None:
    with visiting(browser, PHONE, timezone_id="Europe/Stockholm") as page:
        page.clock.install(time=NIGHT)
        page.goto(f"{small_site.web(GUIDE)}#roll_va-ingenjoren")
        page.clock.run_for(1000)
        press(page, f"annan:{EVENT}")
        page.locator(f'[data-key="dag:{EVENT}"]').fill("2026-10-24")
        page.locator(f'[data-key="tid:{EVENT}"]').fill("23:30")
        press(page, f"ange:{EVENT}")
        press(page, "ja:rinner-det")
        said = page.locator(".rg-live").inner_text()
        page.clock.run_for(150_000)
        assert page.locator(".rg-live").inner_text() == said != ""


def test_a_page_that_is_looked_at_when_a_day_ends_counts_from_the_new_one(browser: Browser, small_site: Served) -> None:
    with visiting(browser, PHONE, timezone_id="Europe/Stockholm") as page:
        page.clock.install(time="2026-10-24T21:58:00Z")  # Two minutes to midnight.
        page.goto(f"{small_site.web(GUIDE)}#roll_vaktmastaren")
        page.clock.run_for(1000)
        press(page, "kryss:stang-kranen")
        press(page, f"idag:{EVENT}")
        before = of(page, "Byt röret")
        assert page.locator(".rg-live").inner_text()
        page.clock.run_for(60_000)
        assert of(page, "Byt röret") == before
        assert page.locator(".rg-live").inner_text(), "what was said stands, also where a limit has a time"
        page.clock.run_for(120_000)
        assert of(page, "Byt röret") != before
        assert "2 dagar kvar" in of(page, "Byt röret")
