"""A case kept on the device, as the reader of the guide meets it:
asked for, there after a reload, gone when erased, never lost to another tab."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from routine.loading.load import load
from tests.kit.asked import as_asked, asked_wrongly, file_of_asset
from tests.kit.browsing import DESK, PHONE, Served, borrowing, visiting
from tests.kit.paths import REAL
from tests.kit.reader import GUIDE, HANDS, Hand, Reader, reading
from tests.kit.store import key_at
from tests.kit.views import some

pytestmark = pytest.mark.browser

BY_EACH_HAND = pytest.mark.parametrize("by", HANDS)
OFFICER = "partiets-sakerhetsansvarig"


def save(reader: Reader) -> None:
    reader.press("spara")
    assert reader.page.evaluate("localStorage.length") == 0, "asked first"
    assert "25 december 2026" in reader.text(".rg-keep"), "and until when"
    reader.saving = True
    reader.press("spara-ja")


def entry(page: Page) -> Any:
    return json.loads(text(page))


def text(page: Page) -> str:
    found: str = page.evaluate("(key) => localStorage.getItem(key)", key_at(page))
    return found


def put(page: Page, text: str) -> None:
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key_at(page), text])


def seen(reader: Reader) -> dict[str, Any]:
    """All that the case decides on the page."""
    how = '.rg-done [data-item="forsta-samtal"] .rg-small'
    reader.open_to(how)
    return {
        "now": reader.now,
        "waiting": reader.waiting,
        "coming": reader.coming,
        "done": {*reader.done},
        "how": reader.page.locator(how).all_text_contents(),
        "days": reader.page.locator(".rg-days").all_text_contents(),
    }


@BY_EACH_HAND
def test_a_saved_case_is_there_after_a_reload_and_gone_when_erased(
    browser: Browser, real_site: Served, by: tuple[Hand, int]
) -> None:
    with reading(browser, real_site, *by, OFFICER) as reader:
        reader.press("spara")
        reader.press("spara-nej")
        assert reader.page.evaluate("localStorage.length") == 0
        save(reader)
        reader.give_day("2026-11-20")
        reader.press("kryss:forsta-stod")
        reader.skip("bedom-laget", "gjort i går")
        reader.press("nej:behovs-strategen")
        reader.press("kryss:forsta-samtal")
        reader.give_day("2026-11-21", "forsta-samtal")
        reader.press("kryss:informera-medier")  # What was done before is then over.
        before = seen(reader)
        reader.reload()
        assert seen(reader) == {**before, "now": before["now"], "done": {*before["done"], "informera-medier"}}
        reader.press("radera")
        assert reader.page.evaluate("localStorage.length") == 1, "asked once"
        reader.press("radera-nej")
        reader.press("radera")
        reader.saving = False
        reader.press("radera-ja")
        assert reader.said.startswith("Svaren är raderade")
        reader.reload()
        assert reader.shows('[data-key="roll:den-utsatte"]')
        assert not reader.shows('[data-key="radera"]')


@BY_EACH_HAND
def test_a_case_saved_under_an_earlier_edition_is_kept_and_what_is_gone_is_named(
    browser: Browser, real_site: Served, by: tuple[Hand, int]
) -> None:
    with reading(browser, real_site, *by, OFFICER) as reader:
        reader.press("kryss:bedom-laget")
        save(reader)
        old = entry(reader.page)
        old["edition"] = "0"
        old["state"]["over"]["fanns-forr"] = {"how": "gjort", "reason": "", "day": ""}
        old["words"] |= {"fanns-forr": "Det som fanns förr", "bedom-laget": "Ta reda på läget"}
        put(reader.page, json.dumps(old))
        reader.reload()
        assert reader.done == ["bedom-laget"], "she who is told of it is not told that nobody knows"
        assert reader.now[0] == "behovs-strategen"
        told = reader.text(".rg-notice")
        assert "ny utgåva" in told
        assert "”Det som fanns förr”" in told, "what is gone"
        assert "Läs de här stegen igen" in told, "and what has other words"
        reader.press("kryss:forsta-stod")
        assert "fanns-forr" not in entry(reader.page)["state"]["over"]
        assert reader.shows(".rg-notice"), "it stays to be read"


def test_what_is_unknown_is_still_unknown_after_a_reload(browser: Browser, real_site: Served) -> None:
    with reading(browser, real_site, "pointer", PHONE, "kommunchefen") as reader:
        reader.press("ja:ska-polisanmalas")
        save(reader)
        reader.reload()
        assert "Okänt" in reader.text('.rg-done [data-item="beratta"]')
        assert reader.answered == ["ska-polisanmalas"]


def test_what_the_reader_does_not_know_yet_is_kept_until_she_knows(browser: Browser, real_site: Served) -> None:
    pressed = '.rg-first [data-key="vet-inte:ska-polisanmalas"][aria-pressed="true"]'
    with reading(browser, real_site, "pointer", PHONE, "kommunchefen") as reader:
        save(reader)
        assert "unsure" not in entry(reader.page)["state"]
        for _ in range(2):
            reader.press("vet-inte:ska-polisanmalas")
        assert entry(reader.page)["state"]["unsure"] == ["ska-polisanmalas"]
        reader.reload()
        assert reader.shows(pressed)
        assert "Du har 1 fråga kvar" in reader.text(".rg-case .rg-first"), "it is not what she is to answer first"
        reader.press("ja:ska-polisanmalas")
        assert "unsure" not in entry(reader.page)["state"]
        reader.reload()
        assert not reader.page.locator(pressed).count()


@pytest.mark.parametrize("text", ["odd", "{}", '{"version": 1}', "[", ""])
def test_a_case_that_cannot_be_read_is_set_aside_with_a_word(browser: Browser, real_site: Served, text: str) -> None:
    with reading(browser, real_site, "pointer", PHONE) as reader:
        put(reader.page, text)
        reader.reload()
        expect(reader.page.locator('[data-key="roll:den-utsatte"]')).to_be_visible()
        assert "går inte att läsa" in reader.text(".rg-notice")
        assert "25 december 2026" in reader.text(".rg-notice")
        reader.page.locator('[data-key="radera"]').click()
        reader.page.locator('[data-key="radera-ja"]').click()
        expect(reader.page.locator(".rg-notice")).to_contain_text("Svaren är raderade")
        assert reader.page.evaluate("localStorage.length") == 0


def test_a_case_from_a_newer_guide_is_left_as_it_was(browser: Browser, real_site: Served) -> None:
    newer = '{"version": 2, "case": "?"}'
    with borrowing(browser, PHONE) as page:
        page.goto(real_site.web(GUIDE))
        put(page, newer)
        page.reload()
        assert "nyare version" in page.locator(".rg-notice").inner_text()
        page.locator('[data-key="roll:den-utsatte"]').click()
        page.locator('[data-key="kryss:beratta"]').click()
        page.locator('[data-key="spara"]').click()
        page.locator('[data-key="spara-ja"]').click()
        assert text(page) == newer
        assert "inget nytt sparas" in page.locator(".rg-notice").inner_text()


def two_tabs(first: Page, site: Served) -> Page:
    """The first tab saves a case; the second finds it."""
    first.goto(site.web(GUIDE))
    for key in ("roll:den-utsatte", "spara", "spara-ja"):
        first.locator(f'[data-key="{key}"]').click()
    second = first.context.new_page()
    second.goto(site.web(GUIDE))
    expect(second.locator('[data-key="kryss:beratta"]')).to_be_visible()
    return second


@pytest.mark.parametrize("choice", ["ta-andra", "skriv"])
def test_two_tabs_ask_which_is_to_stand(browser: Browser, real_site: Served, choice: str) -> None:
    with visiting(browser, PHONE) as first:
        second = two_tabs(first, real_site)
        second.locator('[data-key="kryss:beratta"]').click()
        expect(first.locator(".rg-notice")).to_contain_text("Vad ska gälla?")
        assert first.locator(".rg-live").text_content() == first.locator(".rg-notice p").first.text_content()
        first.locator(f'[data-key="{choice}"]').click()
        expect(first.locator(".rg-notice")).to_have_count(0)
        assert bool(entry(first)["state"]["over"]) is (choice == "ta-andra")
        assert first.locator('.rg-done [data-holds="beratta"]').count() == (choice == "ta-andra")
        if choice == "skriv":
            expect(second.locator(".rg-notice")).to_contain_text("Vad ska gälla?")
            second.locator('[data-key="ta-andra"]').click()
        for tab in (first, second):
            expect(tab.locator(".rg-notice")).to_have_count(0)
            assert entry(tab)["state"]["over"].keys() == ({"beratta"} if choice == "ta-andra" else set())


def test_a_tab_that_goes_on_before_it_is_told_does_not_overwrite(browser: Browser, real_site: Served) -> None:
    with visiting(browser, PHONE) as first:
        two_tabs(first, real_site)
        other = entry(first)
        other["state"]["over"]["forsta-stod"] = {"how": "gjort", "reason": "", "day": ""}
        other["state"]["event"], other["revision"] = "2020-01-01", other["revision"] + 1
        put(
            first, json.dumps(other)
        )  # A tab hears nothing of its own writes, which makes this one the other's, unheard.
        first.locator('[data-key="kryss:beratta"]').click()
        expect(first.locator(".rg-notice")).to_contain_text("Din ändring är inte sparad")
        assert "Din ändring är inte sparad" in (first.locator(".rg-live").text_content() or "")
        assert first.evaluate("document.activeElement.dataset.key") == "ta-andra", "the choice comes into sight"
        assert entry(first)["state"] == other["state"]


def test_a_tab_that_waits_for_a_choice_is_told_what_the_other_goes_on_to_do(
    browser: Browser, real_site: Served
) -> None:
    """What is taken over is what lies there now, never an older case that happened to be shown."""
    with visiting(browser, PHONE) as first:
        first.goto(real_site.web(GUIDE))
        second = first.context.new_page()
        second.goto(real_site.web(GUIDE))
        for tab, keys in (
            (first, ("roll:den-utsatte",)),
            (second, ("roll:den-utsatte", "spara", "spara-ja")),
            (first, ("spara", "spara-ja")),
        ):
            for key in keys:
                tab.locator(f'[data-key="{key}"]').click()
        expect(first.locator(".rg-notice")).to_contain_text("redan något sparat")
        second.locator('[data-key="kryss:beratta"]').click()
        expect(first.locator(".rg-notice")).to_contain_text("Vad ska gälla?")
        first.locator('[data-key="ta-andra"]').click()
        expect(first.locator('.rg-done [data-holds="beratta"]')).to_have_count(1)
        assert "beratta" in entry(first)["state"]["over"]
        for key in ("radera", "radera-ja"):
            second.locator(f'[data-key="{key}"]').click()
        expect(first.locator(".rg-notice")).to_contain_text("raderats i en annan flik")
        first.locator('[data-key="kryss:bedom-stodbehov"]').click()
        expect(first.locator(".rg-notice")).to_have_count(0)  # It has been read.


@pytest.mark.parametrize("key", ["kopiera:sammanstallning", "radera"])
def test_the_focus_stays_where_it_is_when_another_tab_saves(browser: Browser, real_site: Served, key: str) -> None:
    with visiting(browser, PHONE) as first:
        second = two_tabs(first, real_site)
        first.locator('[data-key="sammanstallning"]').click()
        first.locator(f'[data-key="{key}"]').focus()
        second.locator('[data-key="kryss:beratta"]').click()
        expect(first.locator(".rg-notice")).to_be_visible()
        assert first.evaluate("document.activeElement.dataset.key") == key


def test_after_saving_the_focus_is_on_what_was_saved_not_on_erasing_it(browser: Browser, real_site: Served) -> None:
    with reading(browser, real_site, "keyboard", PHONE, OFFICER) as reader:
        save(reader)
        reader.page.keyboard.press("Enter")
        assert reader.page.evaluate("localStorage.length") == 1
        assert reader.page.evaluate("document.activeElement.dataset.key") == "rubrik:sparat"


def test_erasing_leaves_nothing_in_the_field_either(browser: Browser, real_site: Served) -> None:
    with reading(browser, real_site, "pointer", PHONE, OFFICER) as reader:
        reader.give_day("2999-01-01")
        assert reader.text("#_fel__handelsen")
        for key in ("radera", "radera-ja", f"roll:{OFFICER}"):
            reader.press(key)
        assert not reader.page.locator("#_dag__handelsen").count()
        reader.press("annan:_handelsen")
        expect(reader.page.locator("#_dag__handelsen")).to_have_value("")


@pytest.mark.parametrize(
    ("refuse", "told"),
    [("", "Svaren är raderade"), ("Storage.prototype.removeItem = () => { throw 0; }", "gick inte att radera")],
)
def test_what_came_of_erasing_is_heard_once(browser: Browser, real_site: Served, refuse: str, told: str) -> None:
    """Said, it stands there for who looks; when something else is said it is read where it stands."""
    with borrowing(browser, PHONE) as page:
        page.goto(real_site.web(GUIDE))
        for key in (f"roll:{OFFICER}", "spara", "spara-ja"):
            page.locator(f'[data-key="{key}"]').click()
        page.evaluate(f"() => {{ {refuse} }}")
        for key in ("radera", "radera-ja"):
            page.locator(f'[data-key="{key}"]').click()
        expect(page.locator(".rg-live")).to_contain_text(told)
        expect(page.locator(".rg-notice")).to_contain_text(told)
        assert page.locator("main").aria_snapshot().count(told) == 1
        if refuse:
            page.locator('[data-key="radera"]').click()
            expect(page.locator(".rg-live")).to_be_empty()
            assert page.locator("main").aria_snapshot().count(told) == 1


def test_who_comes_back_to_a_saved_case_sees_at_once_how_a_new_one_begins(browser: Browser, real_site: Served) -> None:
    """Else another event is written into the one before it."""
    with reading(browser, real_site, "pointer", PHONE, "den-utsatte") as reader:
        assert not reader.shows('[data-key="igen:har"]'), "nothing is kept"
        reader.press("kryss:beratta")
        save(reader)
        reader.reload()
        again = reader.page.locator('[data-key="igen:har"]')
        assert again.inner_text() == "Det har hänt igen"
        expect(again).to_be_in_viewport()
        reader.press("igen:har")
        reader.press("igen-nej")
        expect(again).to_be_focused()
        expect(again).to_be_in_viewport()
        until = reader.text('[data-key="rubrik:sparat"]')
        reader.page.clock.set_fixed_time("2026-12-10T12:00:00Z")
        reader.press("igen:har")
        reader.press("igen-ja")
        assert reader.now[0] == "beratta"
        assert "9 januari 2027" not in until
        assert "Sparat till och med 9 januari 2027" in reader.text('[data-key="rubrik:sparat"]'), (
            "thirty days from then"
        )


def test_who_has_gone_to_choose_another_role_can_go_on_as_before(browser: Browser, real_site: Served) -> None:
    with reading(browser, real_site, "pointer", PHONE, OFFICER) as reader:
        reader.press("kryss:bedom-laget")
        before = reader.now
        reader.press("igen")
        reader.press("byt-roll")
        assert not reader.shows('[data-key="igen-ja"]'), "what was asked is asked no more"
        assert not reader.shows('[data-key="radera"]'), "nothing is kept"
        back = reader.page.locator(f'[data-key="som:{OFFICER}"]')
        assert back.inner_text() == "Fortsätt som förut"
        back.click()
        assert reader.now == before
        assert reader.done == ["bedom-laget"]


def test_a_new_event_is_asked_about_and_begins_its_days_anew(browser: Browser, real_site: Served) -> None:
    with reading(browser, real_site, "keyboard", PHONE, OFFICER) as reader:
        save(reader)
        reader.give_day("2026-11-02")
        reader.press("kryss:bedom-laget")
        before = entry(reader.page)["state"]
        reader.press("igen")
        assert "Kopiera eller skriv ut" in reader.text(".rg-keep")
        reader.press("igen-nej")
        assert entry(reader.page)["state"] == before
        reader.press("igen")
        reader.press("igen-ja")
        assert entry(reader.page)["state"] == {"role": OFFICER, "event": "", "answers": {}, "over": {}}
        assert reader.now[0] == "bedom-laget"
        assert "senast" not in reader.text(".rg-date").lower()


def test_nothing_of_the_store_is_asked_for_until_something_is_to_be_kept(browser: Browser, real_site: Served) -> None:
    with visiting(browser, PHONE) as page:
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.goto(real_site.web(GUIDE))
        for key in (f"roll:{OFFICER}", "kryss:bedom-laget"):
            page.locator(f'[data-key="{key}"]').click()
        assert "store.js" not in map(file_of_asset, requests)
        page.locator('[data-key="spara"]').click()
        page.locator('[data-key="spara-ja"]').click()
        assert [*map(file_of_asset, requests)].count("store.js") == 1
        page.reload()
        expect(page.locator(".rg-case .rg-you-role")).to_have_text("Partiets säkerhetsansvarig")
        assert [*map(file_of_asset, requests)].count("store.js") == 2, "what lies on the device is opened"
    assert asked_wrongly(requests, real_site.folder) == []


def test_where_the_store_does_not_come_the_guide_says_so_and_goes_on(browser: Browser, real_site: Served) -> None:
    with borrowing(browser, PHONE) as page:
        page.goto(real_site.web(GUIDE))
        page.route(as_asked("store.js"), lambda route: route.abort())
        page.locator(f'[data-key="roll:{OFFICER}"]').click()
        page.locator('[data-key="spara"]').click()
        expect(page.locator(".rg-notice")).to_contain_text("Det går inte att spara just nu")
        page.locator('[data-key="kryss:bedom-laget"]').click()
        assert page.evaluate("localStorage.length") == 0
        page.unroute_all()
        page.locator('[data-key="spara"]').click()
        page.locator('[data-key="spara-ja"]').click()
        assert page.evaluate("localStorage.length") == 1, "and can be asked for again"
        page.route(as_asked("store.js"), lambda route: route.abort())
        page.reload()
        page.locator(f'[data-key="roll:{OFFICER}"]').click()
        expect(page.locator(".rg-notice")).to_contain_text("gick inte att öppna")
        assert page.evaluate("localStorage.length") == 1


def test_who_chooses_another_role_than_the_one_that_is_saved_is_told_whose_it_is(
    browser: Browser, real_site: Served
) -> None:
    """It may be another's who has used the same phone."""
    with borrowing(browser, PHONE) as page:
        page.goto(real_site.web(GUIDE))
        for key in (f"roll:{OFFICER}", "spara", "spara-ja"):
            page.locator(f'[data-key="{key}"]').click()
        page.goto(real_site.web("index.html"))
        page.goto(f"{real_site.web(GUIDE)}#roll_{OFFICER}")
        expect(page.locator(".rg-case .rg-you-role")).to_have_text("Partiets säkerhetsansvarig")
        assert page.locator(".rg-notice").count() == 0
        page.goto(real_site.web("index.html"))
        page.goto(f"{real_site.web(GUIDE)}#roll_den-utsatte")
        expect(page.locator(".rg-notice")).to_contain_text("sparat för partiets säkerhetsansvarig")
        expect(page.locator(".rg-notice")).not_to_contain_text("Radera")  # It may be somebody else's, who needs it.
        for key in ("byt-roll", "roll:den-utsatte"):
            page.locator(f'[data-key="{key}"]').click()
        expect(page.locator(".rg-case .rg-you-role")).to_have_text("Du som har utsatts")
        assert page.locator(".rg-notice").count() == 0


def test_what_is_saved_is_erased_also_where_the_store_does_not_come(browser: Browser, real_site: Served) -> None:
    with borrowing(browser, PHONE) as page:
        page.goto(real_site.web(GUIDE))
        for key in (f"roll:{OFFICER}", "spara", "spara-ja"):
            page.locator(f'[data-key="{key}"]').click()
        assert page.evaluate("localStorage.length") == 1
        page.route(as_asked("store.js"), lambda route: route.abort())
        page.reload()
        for key in (f"roll:{OFFICER}", "radera", "radera-ja"):
            page.locator(f'[data-key="{key}"]').click()
        expect(page.locator(".rg-notice")).to_contain_text("allt som var sparat")
        assert page.evaluate("localStorage.length") == 0


def test_a_page_that_comes_back_as_it_was_shows_no_case_that_has_been_erased_since(
    browser: Browser, real_site: Served
) -> None:
    with reading(browser, real_site, "pointer", PHONE, OFFICER) as reader:
        save(reader)
        reader.press("kryss:bedom-laget")
        back = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
        reader.page.evaluate(back)
        assert "bedom-laget" in reader.done, "what is saved is still there"
        reader.page.evaluate(f"localStorage.clear(); {back}")
        assert reader.shows('[data-key="roll:den-utsatte"]')
        assert not reader.shows(".rg-done")
        reader.saving = False


def test_what_another_tab_erased_is_told_of_and_not_brought_back(browser: Browser, real_site: Served) -> None:
    with visiting(browser, PHONE) as first:
        second = two_tabs(first, real_site)
        for key in ("radera", "radera-ja"):
            second.locator(f'[data-key="{key}"]').click()
        expect(first.locator(".rg-notice")).to_contain_text("raderats i en annan flik")
        first.locator('[data-key="kryss:beratta"]').click()
        assert first.evaluate("localStorage.length") == 0


def test_a_browser_that_lets_nothing_be_saved_says_so_and_the_guide_goes_on(
    browser: Browser, real_site: Served
) -> None:
    with visiting(browser, PHONE) as page:
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } })"
        )
        page.goto(real_site.web(GUIDE))
        for key in ("roll:den-utsatte", "spara", "spara-ja"):
            page.locator(f'[data-key="{key}"]').click()
        assert "låter inte guiden spara" in page.locator(".rg-notice").inner_text()
        page.locator('[data-key="kryss:beratta"]').click()
        assert page.locator('[data-key="idag:beratta"]').is_visible()


@pytest.mark.parametrize(
    ("width", "way"),
    some(
        (PHONE, "pointer"),
        (DESK, "keyboard"),
        (PHONE, "shift"),
        full=((DESK, "pointer"), (PHONE, "keyboard"), (DESK, "shift")),
    ),
)
def test_leaving_and_pressing_back(browser: Browser, real_site: Served, width: int, way: str) -> None:
    """Back leads to where the reader was before the guide, and the guide has put nothing there itself."""
    target = load(REAL).site.leave or ""

    def elsewhere(route: Route) -> None:
        route.fulfill(body="<!doctype html><title>Elsewhere</title>", content_type="text/html")

    with visiting(browser, width) as page:
        page.context.route(f"{target}**", elsewhere)
        page.goto(real_site.web("index.html"))
        page.goto(real_site.web(GUIDE))
        length = page.evaluate("history.length")
        reader = Reader(page, "keyboard" if way == "keyboard" else "pointer")
        for key in ("roll:den-utsatte", "kryss:beratta"):
            page.locator(f'[data-key="{key}"]').click()
        if way == "shift":
            for _ in range(3):
                page.keyboard.press("Shift")
        elif way == "pointer":
            page.locator(".rg-leave").click()
        else:
            reader.tab_to(".rg-leave")
            page.keyboard.press("Enter")
        page.wait_for_url(target)
        assert page.evaluate("history.length") == length
        page.go_back()
        page.wait_for_url(real_site.web("index.html"))
        page.go_forward()
        page.wait_for_url(target)
