"""The first right thing in ten seconds, from the first page; the words for a call on one screen; what is pressed stays
where it was; and what is kept is erased."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from routine.check.load import load
from tests.kit.asked import as_asked, asked_wrongly, file_of_asset
from tests.kit.browsing import PHONE, Served, borrowing, visiting
from tests.kit.paths import REAL
from tests.kit.reader import EVENT, GUIDE, reading
from tests.ours.states import OFFICER

pytestmark = pytest.mark.browser

SCREEN = 760  # px, of a common phone.
WITHIN = 400  # px: where the first thing to press begins.
# Role → the situation that leads there, and what is the first right thing to press or to say.
FIRST = {
    "den-utsatte": ("det-har-hant-mig", '[data-key="kryss:beratta"]'),
    OFFICER: ("nagon-har-berattat", '[data-key="kryss:bedom-laget"]'),
    "kommunens-sakerhetsstrateg": ("nagon-har-berattat", '[data-key="kryss:kontakta-polisen"]'),
    "kommunchefen": ("nagon-har-berattat", '[data-key="ja:ska-polisanmalas"]'),
    "ombud": ("nagon-har-berattat", ".rg-say"),
    "initialt-stod": ("jag-ar-hos-nagon", ".rg-say"),
    "stodperson": ("jag-ar-hos-nagon", ".rg-act-text"),
}
# Whether what has these words stands whole above this line of the window.
WITHIN_SCREEN = "(each, line) => each.getBoundingClientRect().bottom <= line"
# What has moved without being asked to, since the page began to load.
SHIFTS = """() => new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries().reduce((sum, each) => sum + each.value, 0)))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(0), 200);
})"""
PAINTED = "document.readyState !== 'loading' && document.styleSheets.length > 0 && document.fonts.status === 'loaded'"


@pytest.mark.parametrize("role", FIRST)
def test_the_first_right_thing_is_two_presses_away_and_in_the_first_screen(
    browser: Browser, real_site: Served, role: str
) -> None:
    situation, first = FIRST[role]
    with borrowing(browser, PHONE, SCREEN) as page:
        page.goto(real_site.web("index.html"))
        link = page.locator(f'[data-situation="{situation}"] a[href$="#roll_{role}"]')
        if not link.is_visible():
            page.locator(f'[data-situation="{situation}"] summary').click()
        link.click()
        page.locator(".rg-case .rg-you").wait_for()
        box = page.locator(f".rg-case {first}").first.bounding_box()
        assert box
        assert page.evaluate("scrollY") == 0
        assert box["y"] <= WITHIN
        words = first if role == "kommunchefen" else ".rg-say"  # She is asked first.
        assert page.locator(f".rg-case {words}").first.evaluate(WITHIN_SCREEN, SCREEN)


def test_by_keyboard_the_first_box_is_near(browser: Browser, real_site: Served) -> None:
    with borrowing(browser, PHONE, SCREEN) as page:
        page.goto(real_site.web("index.html"))
        stops = 0
        for wanted, key in (
            ('[data-situation="det-har-hant-mig"] a', "Enter"),
            ('[data-key="kryss:beratta"]', "Space"),
        ):
            while not page.evaluate("(wanted) => document.activeElement.matches(wanted)", wanted):
                page.keyboard.press("Tab")
                stops += 1
                assert stops <= 20
            page.keyboard.press(key)
            page.locator(".rg-case .rg-you").wait_for()
        expect(page.locator('[data-key="kryss:beratta"]')).to_be_checked()


@pytest.mark.parametrize("arrival", ["", "#roll_den-utsatte", "#roll_kommunchefen"])
def test_what_paints_first_is_the_conversations_own_first_screen(
    browser: Browser, real_site: Served, arrival: str
) -> None:
    """Nothing moves when the scripts take over, however late they come, and none is fetched twice."""
    first = ":is(.rg-first-text, .rg-asks h2, .rg-asks .rg-act-text):visible" if arrival else ".rg-situations b:visible"
    asked, held = list[str](), list[Route]()
    with visiting(browser, PHONE, SCREEN) as page:
        scripts = as_asked("guide.js", "conversation.js")
        page.route(scripts, lambda route: held.append(route))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(real_site.web(GUIDE) + arrival, wait_until="commit")
        page.wait_for_function(PAINTED)
        moved, before = page.evaluate(SHIFTS), places(page, first)
        assert held
        page.unroute(scripts)  # Which lets go of what was held.
        page.wait_for_function("window.rutin?.opener")
        page.evaluate("rutin.opener.load()")
        page.wait_for_selector("html[data-guide]", state="attached")
        assert places(page, first) == before != {}
        assert page.evaluate(SHIFTS) == moved
        assert page.evaluate("scrollY") == 0
    files = [*map(file_of_asset, asked)]
    assert (files.count("conversation.js"), files.count("exports.js")) == (1, 0)
    assert asked_wrongly(asked, real_site.folder) == []


def places(page: Page, selector: str) -> dict[str, tuple[int, int]]:
    """The texts of the first screen and where they stand."""
    page.wait_for_selector(selector)
    boxes = [(each.inner_text(), each.bounding_box()) for each in page.locator(selector).all()]
    return {text: (round(box["x"]), round(box["y"])) for text, box in boxes if box and box["y"] < SCREEN}


@pytest.mark.parametrize(
    ("role", "before", "step", "words"),
    [
        ("den-utsatte", "", "beratta", 1),
        (OFFICER, "", "bedom-laget", 2),
        ("kommunens-sakerhetsstrateg", "", "kontakta-polisen", 2),
        ("kommunchefen", "ja:ska-polisanmalas", "polisanmal", 3),
    ],
)
def test_all_words_of_a_contact_stand_on_one_screen_and_one_comes_back_where_one_was(
    browser: Browser, real_site: Served, role: str, before: str, step: str, words: int
) -> None:
    with reading(browser, real_site, role) as reader:
        reader.follow(before)
        page = reader.page
        page.set_viewport_size({"width": PHONE, "height": SCREEN})
        page.evaluate("window.scrollTo(0, 120)")
        page.locator(f'[data-key="ring:{step}"]').click()
        lines = page.locator(".rg-call .rg-call-line")
        assert lines.count() == words
        assert lines.evaluate_all("(all) => all.every((each) => parseFloat(getComputedStyle(each).fontSize) >= 26)")
        assert page.locator('[data-key="slut"]').evaluate(WITHIN_SCREEN, SCREEN)
        assert page.locator(".rg-now:visible, .rg-guide-who:visible, .rg-all:visible").count() == 0
        reader.press("tillbaka")
        assert page.evaluate("document.activeElement.dataset.key") == f"ring:{step}"
        assert page.evaluate("scrollY") == 120


def test_what_is_ticked_in_a_call_is_done_and_it_is_asked_when(browser: Browser, real_site: Served) -> None:
    with reading(browser, real_site, "kommunchefen") as reader:
        reader.follow(
            "ja:ska-polisanmalas ring:polisanmal kryss:polisanmal kryss:uppge-uppdraget slut idag:uppge-uppdraget"
        )
        assert reader.stage("now", over=True) == ["ska-polisanmalas", "polisanmal", "uppge-uppdraget"]
        assert reader.stage("now", over=False) == ["begar-atkomstskydd"]


@pytest.mark.parametrize(
    ("role", "order"),
    [
        (OFFICER, [".rg-first", ".rg-also", ".rg-days", ".rg-waiting"]),
        ("den-utsatte", [".rg-first", ".rg-decide", ".rg-waiting", ".rg-days"]),
    ],
)
def test_the_next_date_stands_before_what_others_do_for_its_owner_and_last_for_others(
    browser: Browser, real_site: Served, role: str, order: list[str]
) -> None:
    with reading(browser, real_site, role) as reader:
        reader.follow("kryss:beratta" if role == "den-utsatte" else "")
        tops = [reader.page.locator(f".rg-case {place}").bounding_box() for place in order]
        ys = [box["y"] for box in tops if box]
        assert len(ys) == len(order)
        assert ys == sorted(ys)


@pytest.mark.parametrize(
    ("role", "before", "key"),
    [
        *(("den-utsatte", "", f"{answer}:ska-polisanmalas") for answer in ("ja", "nej", "vet-inte")),
        # What was done before leaves the first screen, which is above.
        (OFFICER, "kryss:bedom-laget avsnitt:Information§om§händelsen", "kryss:informera-medier"),
    ],
)
def test_what_is_pressed_stays_where_it_was_in_the_window(
    browser: Browser, real_site: Served, role: str, before: str, key: str
) -> None:
    with reading(browser, real_site, role) as reader:
        for each in before.split():
            reader.press(each.replace("§", " "))
        target = reader.page.locator(f'[data-key="{key}"]')
        target.scroll_into_view_if_needed()
        there = target.bounding_box()
        target.click()
        now = target.bounding_box()
        assert there
        assert now
        assert abs(now["y"] - there["y"]) <= 1


def test_every_action_has_words_to_hand_over_to_whom_and_never_a_day(browser: Browser, real_site: Served) -> None:
    written = """() => {
      const steps = rutin.case.read(document.querySelector('.rg-guide-all'));
      const roles = rutin.page.roles(document.querySelector('.rg-guide-who'));
      const state = rutin.moves.empty();
      return steps.filter((step) => !step.question).flatMap((step) => step.owners.map((owner) => {
        const role = roles.find(({ id }) => id === owner);
        const scene = { steps, roles, role, state, handing: [], moment: {} };
        const shown = rutin.handover.section(step, { scene, left: false });
        shown.open = true;
        rutin.pieces.fill(shown);
        return [step.id, owner, rutin.handover.textOf(scene, step), shown.textContent];
      }));
    }"""
    routine = load(REAL)
    with borrowing(browser, PHONE) as page:
        page.goto(real_site.web(GUIDE))
        page.evaluate("rutin.opener.load()")
        found = page.evaluate(written)
    assert {id for id, *_ in found} == {action.id for action in routine.actions}
    for id, _, text, _ in found:
        action = routine.action(id)
        assert (action.say[0].text if action.informs and action.say else str(action.done)) in text.splitlines()[0], id
        assert "202" not in text, id


def test_no_day_stands_that_nobody_has_said_and_a_limit_is_counted_from_one_that_is(
    browser: Browser, real_site: Served
) -> None:
    with reading(browser, real_site, OFFICER) as reader:
        reader.follow("kryss:bedom-laget sammanstallning")
        summary = reader.page.locator(".rg-sum .rg-summary li", has_text=load(REAL).action("bedom-laget").text)
        expect(summary).not_to_contain_text("2026")
        reader.follow(f"idag:bedom-laget idag:{EVENT}")
        expect(summary).to_contain_text("25 november 2026")
        expect(reader.page.locator(".rg-days")).to_contain_text("9 december 2026")
        assert reader.page.locator('[data-key="kalender:forsta-samtal"]').count() == 1
        reader.page.clock.set_fixed_time("2026-12-10T08:00:00+01:00")
        reader.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert reader.page.locator('[data-key="kalender:forsta-samtal"]').count() == 0, (
            "reminded of a day that has been"
        )


def test_what_is_saved_is_there_after_a_reload_and_gone_once_it_is_twice_asked_to_be(
    browser: Browser, real_site: Served
) -> None:
    count = "localStorage.length"
    with reading(browser, real_site, OFFICER) as reader:
        page = reader.page
        reader.follow("spara spara-nej")
        assert page.evaluate(count) == 0
        reader.follow("spara spara-ja nej:behovs-strategen kryss:forsta-samtal kryss:informera-medier")
        before = reader.stage("now", over=False), {*reader.stage("now", over=True), *reader.stage("done")}
        page.reload()
        page.locator('.rg-case [data-key="rubrik:nu"]').wait_for()
        assert (reader.stage("now", over=False), {*reader.stage("now", over=True), *reader.stage("done")}) == before
        reader.follow("radera")
        assert page.evaluate(count) == 1, "asked once"
        reader.follow("radera-nej radera radera-ja")
        assert page.evaluate(count) == 0
        page.reload()
        expect(page.locator('[data-key="roll:den-utsatte"]')).to_be_visible()


@pytest.mark.parametrize("clipboard", ["there", "none at all"])
def test_what_is_copied_is_what_is_shown(browser: Browser, real_site: Served, clipboard: str) -> None:
    with visiting(browser, PHONE, permissions=["clipboard-read", "clipboard-write"]) as page:
        if clipboard == "none at all":
            page.add_init_script("navigator.clipboard.writeText = undefined; document.execCommand = () => false;")
        page.goto(real_site.web(GUIDE))
        for key in ("roll:den-utsatte", "kryss:beratta", "lamna:beratta", "kopiera:beratta"):
            page.locator(f'[data-key="{key}"]').click()
        expect(page.locator(".rg-said")).not_to_be_empty()
        if clipboard == "there":
            lines = page.locator('[data-fold="lamna:beratta"] .rg-say p').all_text_contents()
            assert page.evaluate("navigator.clipboard.readText()").splitlines() == [line.strip("”") for line in lines]


@pytest.mark.parametrize("hash", ["#100%", "#%E0%A4", "#finns-inte", "#beratta"])
def test_whatever_the_address_points_at_the_guide_begins(browser: Browser, real_site: Served, hash: str) -> None:
    with borrowing(browser, PHONE) as page:
        page.goto(real_site.web(GUIDE) + hash)
        page.locator('[data-key="roll:den-utsatte"]').click()
        expect(page.locator('[data-key="kryss:beratta"]')).to_be_visible()
