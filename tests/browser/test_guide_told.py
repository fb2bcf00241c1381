"""What a press says to those who do not see what it changes: what it asks of the reader, what came of it, and what is
first now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from routine.domain.steps import Question
from routine.loading.load import load
from tests.kit.browsing import PHONE, Served, borrowing, come, settle, visiting
from tests.kit.reader import FOLDED, GUIDE, NOW

pytestmark = pytest.mark.browser

Named = Callable[[str], Served]
MOST = 250  # Characters that can be listened to after one press.
LEAD = ".rg-case .rg-first-text"
MARK = " ≈\xa0tolkning"


@contextmanager
def being(browser: Browser, site: Served, role: str, *keys: str) -> Iterator[Page]:
    """A role that a link has brought, in whose conversation these have been pressed."""
    with borrowing(browser, PHONE, now=NOW) as page:
        page.goto(f"{site.web(GUIDE)}#roll_{role}")
        settle(page)
        for key in keys:
            press(page, key)
        yield page


def press(page: Page, key: str) -> str:
    """What is said when it is pressed; what it lies in is folded out first."""
    for fold in page.evaluate(FOLDED, f'[data-key="{key}"]'):
        page.locator(f'details[data-fold="{fold}"] > summary').click()
    page.locator(f'[data-key="{key}"]').first.click()
    settle(page)
    return said(page)


def said(page: Page) -> str:
    return page.locator(".rg-live").inner_text()


@pytest.mark.parametrize("answer", ["ja", "nej"])
def test_that_nothing_is_sent_is_said_before_what_others_can_do(
    browser: Browser, small_site: Served, answer: str
) -> None:
    with being(browser, small_site, "vaktmastaren") as page:
        told = press(page, f"{answer}:rinner-det")
        line = (
            page.locator('[data-item="rinner-det"] > p:not(.rg-said)')
            .filter(has_text="Guiden skickar inget")
            .inner_text()
        )
        assert told.startswith(line.replace(MARK, "")), "the mark of a reading breaks what is heard"
        assert MARK in line
        assert page.locator(".rg-said").inner_text().replace(MARK, "") == told
        unsent = page.locator('[data-item="rinner-det"] > .rg-unsent')
        clipped = "(line) => getComputedStyle(line).clipPath"
        assert unsent.evaluate(clipped) != "none", "it stands there once to who looks"
        press(page, "kryss:stang-kranen")
        assert unsent.evaluate(clipped) == "none"


def test_what_is_first_now_is_said_once_when_it_is_another(browser: Browser, small_site: Served) -> None:
    with being(browser, small_site, "vaktmastaren") as page:
        before = page.locator(LEAD).inner_text()
        told = press(page, "kryss:stang-kranen")
        press(page, "vetinte:stang-kranen")
        first = page.locator(LEAD).inner_text()
        assert told.startswith("Klart. ")
        assert first != before
        assert told.count(first) == 1
        told = press(page, "kryss:byt-roret")
        assert f"Ett steg i taget: {page.locator(LEAD).inner_text()}." in told, "what it is, where it is not new"


def test_of_much_that_others_can_do_each_of_them_is_named_once(browser: Browser, real_site: Served) -> None:
    with being(browser, real_site, "den-utsatte") as page:
        told = press(page, "kryss:beratta").partition("Nytt att göra för andra: ")[2]
        names = told.rstrip(".").split(". ")
        assert len(names) > 1
        assert len({name.lower() for name in names}) == len(names)
        assert [name for name in names if not name[0].isupper()] == [], "each is a sentence of its own"


def test_who_has_chosen_a_role_hears_its_heading_and_no_news(browser: Browser, small_site: Served) -> None:
    with being(browser, small_site, "vaktmastaren", "kryss:stang-kranen", "vetinte:stang-kranen") as page:
        heading = page.locator('.rg-case [data-key="rubrik:nu"]')
        for key in ("som:vaktmastaren", "roll:rektorn"):
            assert press(page, "byt-roll") == ""
            assert press(page, key) == ""
            expect(heading).to_be_focused()


def test_the_same_answer_once_more_changes_nothing_and_says_nothing(browser: Browser, small_site: Served) -> None:
    with being(browser, small_site, "vaktmastaren") as page:
        told = press(page, "ja:rinner-det")
        before = page.locator(".rg-case").inner_html()
        assert press(page, "ja:rinner-det") == told, "no other words, and so nothing is read anew"
        assert page.locator(".rg-case").inner_html() == before
        assert press(page, "nej:rinner-det") != told


def test_that_the_day_is_not_known_is_said_and_no_other_question_is_closed(
    browser: Browser, small_site: Served
) -> None:
    with being(browser, small_site, "vaktmastaren", "kryss:stang-kranen", "annan:stang-kranen") as page:
        asked = page.locator('[data-key="idag:stang-kranen"]')
        day = page.locator('[data-key="dag:stang-kranen"]')
        day.fill("2026-01-02")
        assert press(page, "vetinte:_handelsen") == "Dagen då det hände är inte känd."
        expect(asked).to_be_visible()
        expect(day).to_have_value("2026-01-02")
        press(page, "idag:stang-kranen")
        expect(asked).to_have_count(0)


def test_who_needs_not_be_asked_is_told_so_beside_the_step(browser: Browser, small_site: Served) -> None:
    """In the conversation too, which the scripts make of the list."""
    with being(browser, small_site, "vaktmastaren") as page:
        page.locator('.rg-also details[data-fold="avsnitt:Undervisning"] > summary').click()
        note = page.locator('.rg-also [data-item="flytta-klassen"] .rg-note')
        assert note.all_text_contents() == ["Rektorn har ansvaret. Du kan göra det i stället."]


def test_the_words_to_say_are_told_as_such_where_only_a_colour_shows_it(browser: Browser, small_site: Served) -> None:
    with being(browser, small_site, "upptackaren") as page:
        assert "paragraph: Ord att säga" in page.locator(".rg-first-act").first.aria_snapshot()


def test_what_goes_with_one_press_is_counted_where_it_is_much(browser: Browser, real_site: Served) -> None:
    with being(browser, real_site, "den-utsatte") as page:
        first = page.locator('.rg-first [data-key^="kryss:"]').first.get_attribute("data-key") or ""
        press(page, first)
        assert len(press(page, first)) < MOST


def test_a_reason_may_be_left_out_and_is_asked_for_by_the_name_of_its_step(
    browser: Browser, small_site: Served
) -> None:
    with being(browser, small_site, "vaktmastaren", "hoppa:stang-kranen") as page:
        group = page.get_by_role("form", name="Stäng huvudkranen", exact=True)
        expect(group.get_by_label("om du vill")).to_be_focused()
        assert press(page, "utgar:stang-kranen").startswith("Inte aktuellt.")


def test_what_is_wrong_with_a_day_is_said(browser: Browser, small_site: Served) -> None:
    """In a region that is there, empty, before it gets its words."""
    with being(browser, small_site, "vaktmastaren", "annan:_handelsen") as page:
        fault = page.locator(".rg-day-fault")
        expect(fault).to_have_attribute("aria-live", "polite")
        expect(fault).to_be_empty()
        press(page, "ange:_handelsen")
        expect(fault).not_to_be_empty()
        expect(page.locator("p:has(> input[type=date]) + .rg-day-fault")).to_have_count(1)


def test_who_is_brought_by_a_link_is_at_what_is_first(browser: Browser, small_site: Served) -> None:
    with being(browser, small_site, "vaktmastaren") as page:
        heading = page.locator('.rg-case [data-key="rubrik:nu"]')
        expect(heading).to_be_focused()
        expect(heading).to_have_css("outline-style", "none")  # It is read, not pressed.


def test_who_is_brought_by_a_link_is_at_the_top_however_large_her_text_is(browser: Browser, small_site: Served) -> None:
    """Where the emergency numbers are: also in the page that is open already, where something is saved for another."""
    larger = "document.documentElement.style.fontSize = '40px'"
    with visiting(browser, PHONE) as page:
        page.add_init_script(f"addEventListener('DOMContentLoaded', () => {{ {larger}; }})")
        page.goto(f"{small_site.web(GUIDE)}#roll_vaktmastaren")
        settle(page)
        expect(page.locator('.rg-case [data-key="rubrik:nu"]')).to_be_focused()
        assert page.evaluate("scrollY") == 0
        for key in ("spara", "spara-ja"):
            press(page, key)
        page.evaluate("location.hash = 'roll_rektorn'")
        expect(page.locator(".rg-notice")).to_contain_text("sparat för")
        settle(page)
        assert page.evaluate("scrollY") == 0


def test_a_time_that_is_half_written_or_has_not_been_is_told_and_takes_nothing_away(
    browser: Browser, small_site: Served
) -> None:
    with being(browser, small_site, "vaktmastaren", "kryss:stang-kranen", "annan:stang-kranen") as page:
        day = page.locator('[data-key="dag:stang-kranen"]')
        time = page.locator('[data-key="tid:stang-kranen"]')
        fault = page.locator(".rg-day-fault")
        now = page.evaluate("[rutin.dates.today(), rutin.dates.now()]")
        day.fill(now[0])
        for given in (later(now[1]), ""):
            time.fill(given)
            if not given:
                time.press("1")  # And no minutes.
            press(page, "ange:stang-kranen")
            expect(fault).to_have_text("Kontrollera klockslaget.")
            expect(time).to_be_focused()
            expect(time).to_have_attribute("aria-invalid", "true")
            expect(day).to_have_attribute("aria-invalid", "false")
        time.fill(now[1])
        press(page, "ange:stang-kranen")
        shown = page.locator('.rg-case [data-item="stang-kranen"]').first
        expect(shown).to_contain_text(f"kl.\xa0{now[1].replace(':', '.')}")


def later(time: str) -> str:
    """A minute after it."""
    hour, minute = map(int, time.split(":"))
    assert (hour, minute) < (23, 59)
    return f"{hour + (minute + 1) // 60:02}:{(minute + 1) % 60:02}"


def test_what_is_done_of_a_contact_that_is_first_stands_in_one_place(browser: Browser, real_site: Served) -> None:
    with being(browser, real_site, "kommunchefen", "ja:ska-polisanmalas") as page:
        boxes = page.locator('.rg-first-act [data-key^="kryss:"]')
        keys = [str(each.get_attribute("data-key")) for each in boxes.all()]
        assert len(keys) > 2, "several in one contact"
        for key in keys[:2]:
            press(page, key)
        page.evaluate("document.querySelectorAll('.rg-case details').forEach((fold) => { fold.open = true; })")
        settle(page)
        doubled = """() => {
          const keys = [...document.querySelectorAll('.rg-case [data-key]')].map((each) => each.dataset.key);
          return keys.filter((key, at) => keys.indexOf(key) !== at);
        }"""
        assert page.evaluate(doubled) == []


def test_a_key_that_is_held_does_not_choose_again_where_the_focus_has_come(
    browser: Browser, small_site: Served
) -> None:
    with being(browser, small_site, "vaktmastaren") as page:
        page.locator('[data-key="hoppa:stang-kranen"]').first.focus()
        for _ in range(4):
            page.keyboard.down("Enter")
        page.keyboard.up("Enter")
        expect(page.locator('[data-key="skal:stang-kranen"]')).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator('[data-key="angra:stang-kranen"]').first).to_be_visible()


def test_in_a_call_it_is_seen_that_a_change_was_not_saved(browser: Browser, small_site: Served) -> None:
    refuse = "Storage.prototype.setItem = () => { throw new Error('full'); }"
    with being(browser, small_site, "upptackaren", "spara", "spara-ja") as page:
        page.locator('[data-key^="ring:"]').first.click()
        page.evaluate(f"() => {{ {refuse}; }}")
        page.locator('.rg-case [data-key^="kryss:"]').first.click()
        expect(page.locator(".rg-notice")).to_contain_text("inte sparad")


def test_that_it_cannot_be_saved_is_not_said_any_more_when_it_can(browser: Browser, small_site: Served) -> None:
    with being(browser, small_site, "vaktmastaren") as page:
        page.route("**/store.js*", lambda route: route.abort())
        press(page, "spara")
        expect(page.locator(".rg-notice")).to_contain_text("Det går inte att spara")
        page.unroute_all()
        press(page, "spara")
        expect(page.locator('[data-key="rubrik:spara"]')).to_be_focused()
        expect(page.locator(".rg-notice")).to_have_count(0)


def test_a_question_is_put_in_the_words_of_who_answers_it_or_has_heard_the_answer(
    browser: Browser, small_site: Served
) -> None:
    """As on the role's page and on paper; and the first that is read stands there before any script has come."""
    routine = load(small_site.data)
    asked = [(item, role) for item in routine.questions for role in (*item.answered_by, *_hearing(item))]
    own = {item.asked_of(role) for item, role in asked} - {item.text for item in routine.questions}
    seen = set()
    for item, role in asked:
        with borrowing(browser, PHONE, java_script_enabled=False) as page:
            page.goto(f"{small_site.web(GUIDE)}#roll_{role}")
            first = page.locator(f"#roll_{role} .rg-first-text").inner_text()
        with being(browser, small_site, role) as page:
            question = page.locator(f'.rg-now [data-item="{item.id}"]').first
            if question.count():
                title = question.locator(":is(h2, h3)").first.inner_text()
                assert title in (item.asked_of(role), first)
                assert title.endswith(item.asked_of(role))
                seen.add(item.asked_of(role))
    assert own & seen


def _hearing(question: Question) -> list[str]:
    return [item.role for item in question.heard_by]


def test_who_has_gone_on_while_what_saves_was_awaited_keeps_her_place(browser: Browser, small_site: Served) -> None:
    with being(browser, small_site, "vaktmastaren") as page:
        held: list[Route] = []
        page.route("**/store.js*", lambda route: held.append(route))
        for key in ("spara", "hoppa:stang-kranen"):
            page.locator(f'[data-key="{key}"]').first.click()
        reason = page.locator('[data-key="skal:stang-kranen"]')
        reason.press_sequentially("Den är redan")
        come(page, lambda: held)
        held[0].continue_()
        expect(page.locator('[data-key="rubrik:spara"]')).to_be_visible()
        expect(reason).to_be_focused()
        expect(reason).to_have_value("Den är redan")
