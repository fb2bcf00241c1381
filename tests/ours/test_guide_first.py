"""The first right thing in ten seconds: presses and pixels of each reader's walk from the first page, the words for a
call on one screen, and no walk that ends in a dead end."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Route

from routine.loading.load import load
from tests.kit.asked import as_asked
from tests.kit.browsing import DESK, PHONE, Served, borrowing, told, visiting
from tests.kit.look import FACES, WORN, restyled
from tests.kit.paths import REAL
from tests.kit.reader import GUIDE, MOST_TABS, NOW, converse
from tests.kit.states import every_state
from tests.kit.views import some
from tests.ours.states import press_in

pytestmark = pytest.mark.browser

SCREEN = 760  # px, of a common phone.
TALL = 800
WITHIN = 400  # px: where the first thing to press begins.
MOST = 2  # presses from the first page.
KEYS = 20  # stops of Tab from there to the first box, with the two presses.
OFFICER = "partiets-sakerhetsansvarig"
# Who: the situation, whether it asks which role, the role, and what is the first right thing to press or to say.
WALKS = {
    "exposed": ("det-har-hant-mig", False, "den-utsatte", '[data-key="kryss:beratta"]'),
    "officer": ("nagon-har-berattat", True, OFFICER, '[data-key="kryss:bedom-laget"]'),
    "strategist": (
        "nagon-har-berattat",
        True,
        "kommunens-sakerhetsstrateg",
        '[data-key="kryss:kontakta-polisen"]',
    ),
    "director": ("nagon-har-berattat", True, "kommunchefen", '[data-key="ja:ska-polisanmalas"]'),
    "ombud": ("nagon-har-berattat", True, "ombud", ".rg-say"),
    "at her side": ("jag-ar-hos-nagon", True, "initialt-stod", ".rg-say"),
    "support person": ("jag-ar-hos-nagon", True, "stodperson", ".rg-act-text"),
}
# What has moved without being asked to, since the page began to load.
SHIFTS = """() => new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries().reduce((sum, each) => sum + each.value, 0)))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(0), 200);
})"""
PAINTED = "document.readyState !== 'loading' && document.styleSheets.length > 0 && document.fonts.status === 'loaded'"
# Of every state, as the script shows it to the reader: nothing to press and nobody who goes on, or a gap without help.
DEAD_ENDS = """(given) => {
  const steps = rutin.case.read(document.querySelector('.rg-guide-all'));
  const roles = rutin.page.roles(document.querySelector('.rg-guide-who'));
  return JSON.stringify(JSON.parse(given).filter((state) => {
    const role = roles.find(({ id }) => id === state.role);
    const places = rutin.case.standing(steps, state);
    const scene = { steps, state, places, role, roles, handing: [], moment: rutin.moments.calm() };
    const { first, asked, also, decide, others } = rutin.stages;
    const shown = [first, asked, decide, also].map((stage) => stage(scene)).filter(Boolean);
    const acts = shown.some((each) => each.querySelector('[data-key], .rg-act-text, [data-holds]'));
    const goes = others(scene)?.querySelector(
      '[data-fold^="person:"], [data-perhaps], [data-uncalled] a[href^="tel:"]');
    const over = ![...places.values()].some((place) => place === 'nu' || place === 'sedan');
    const gaps = [...shown, others(scene)].flatMap((each) => [...(each?.querySelectorAll('[data-uncalled]') ?? [])]);
    const silent = gaps.some((gap) => !gap.querySelector('a[href^="tel:"]'));
    return silent || (!acts && !goes && !over);
  }));
}"""


@contextmanager
def on_the_first_page(browser: Browser, site: Served, width: int = PHONE) -> Iterator[Page]:
    with borrowing(browser, width, SCREEN, now=NOW) as page:
        page.goto(site.web("index.html"))
        yield page


def arrive(page: Page, walk: str) -> int:
    """From the first page to one's own first screen; how many presses it took."""
    situation, several, role, _ = WALKS[walk]
    row = page.locator(f'[data-situation="{situation}"]')
    if several:
        row.locator("summary").click()
    row.locator(f'a[href$="#roll_{role}"]').click()
    page.wait_for_selector(".rg-case .rg-you")
    return 1 + several


@pytest.mark.parametrize("walk", WALKS)
def test_the_first_right_thing_is_two_presses_away_and_in_the_first_screen(
    browser: Browser, real_site: Served, walk: str
) -> None:
    with on_the_first_page(browser, real_site) as page:
        assert arrive(page, walk) <= MOST
        assert page.evaluate("scrollY") == 0
        box = page.locator(f".rg-case {WALKS[walk][3]}").first.bounding_box()
        assert box
        assert box["y"] <= WITHIN, "it begins there"
        assert box["y"] + box["height"] <= SCREEN, "and is whole"
        if walk != "director":  # She is asked first.
            words = page.locator(".rg-case .rg-say").first.bounding_box()
            assert words
            assert words["y"] + words["height"] <= SCREEN, "with its words to say"


def test_who_cannot_turn_to_the_party_has_numbers_and_somebody_to_ask_in_one_press(
    browser: Browser, real_site: Served
) -> None:
    """On the first page, and again in the guide."""
    with on_the_first_page(browser, real_site) as page:
        for _ in ("index.html", GUIDE):
            row = page.locator('[data-situation="inte-mitt-parti"]')
            row.locator("summary").click()
            assert row.locator('a[href^="tel:"]:visible').count() >= 3
            assert "Öppen fråga" in row.inner_text()
            converse(page, real_site.web(GUIDE))


def test_by_keyboard_the_first_box_is_near(browser: Browser, real_site: Served) -> None:
    with on_the_first_page(browser, real_site) as page:
        stops = 0
        for reached in ('[data-situation="det-har-hant-mig"] a', '[data-key="kryss:beratta"]'):
            for _ in range(MOST_TABS):
                if page.evaluate("(wanted) => document.activeElement.matches(wanted)", reached):
                    break
                page.keyboard.press("Tab")
                stops += 1
            page.keyboard.press("Space" if "kryss" in reached else "Enter")
            page.wait_for_load_state()
            if "kryss" not in reached:
                page.wait_for_selector(".rg-case .rg-you")
        assert page.locator('[data-key="kryss:beratta"]').is_checked()
        assert stops <= KEYS


def test_the_officer_who_comes_in_late_reaches_the_follow_up_with_no_false_date(
    browser: Browser, real_site: Served
) -> None:
    with on_the_first_page(browser, real_site) as page:
        presses = arrive(page, "officer")
        page.locator('[data-key="visa:forsta-samtal"]').click()
        assert presses + 1 == 3
        box = page.locator('[data-key="kryss:forsta-samtal"]')
        assert box.is_visible()
        assert page.evaluate("document.activeElement.dataset.key") == "kryss:forsta-samtal"
        box.click()
        page.locator('[data-key="sammanstallning"]').click()
        text = page.locator(".rg-summary").inner_text()  # Once its script has come.
        assert "2026" not in text
        told = page.locator('.rg-done :is([data-holds="beratta"], [data-item="beratta"])')
        assert told.count() == 0, "who is told by the opening is not told that nobody knows of it"


@pytest.mark.parametrize(("who", "held"), [("exposed", True), ("officer", False)])
def test_who_opens_the_case_is_told_what_all_that_comes_later_waits_for(
    browser: Browser, real_site: Served, who: str, held: bool
) -> None:
    with on_the_first_page(browser, real_site) as page:
        arrive(page, who)
        page.locator('[data-fold="sedan"] > summary').click()
        later = page.locator('[data-fold="sedan"]').inner_text()
        assert ("Guiden tar det som står överst först." in later) == held


@pytest.mark.parametrize("width", some(PHONE, full=(DESK,)))
@pytest.mark.parametrize(
    "arrival",
    some(
        "",
        "#roll_den-utsatte",
        "#roll_kommunchefen",
        "#roll_initialt-stod",
        full=tuple(f"#roll_{role.id}" for role in load(REAL).roles),
    ),
)
def test_what_paints_first_is_the_conversations_own_first_screen(
    browser: Browser, real_site: Served, arrival: str, width: int
) -> None:
    """Nothing moves when the scripts take over, however late they come; and what is read and said stands where it
    stood."""

    first = ".rg-situations b" if not arrival else ":is(.rg-first-text, .rg-asks h2, .rg-asks .rg-act-text)"
    held: list[Route] = []
    with visiting(browser, width, SCREEN) as page:
        scripts = as_asked("guide.js", "conversation.js")
        page.route(scripts, lambda route: held.append(route))
        page.goto(real_site.web(GUIDE) + arrival, wait_until="commit")
        page.wait_for_function(PAINTED)
        # On a busy machine a part of the page is painted before all of it has come: that is no script's doing.
        moved = page.evaluate(SHIFTS)
        before = places(page, f"{first}:visible")
        assert held
        page.unroute(scripts)  # Which lets go of what was held.
        page.wait_for_function("window.rutin?.opener")
        page.evaluate("rutin.opener.load()")
        page.wait_for_selector("html[data-guide]", state="attached")
        assert places(page, f"{first}:visible") == before
        assert before
        assert page.evaluate(SHIFTS) == moved
        assert page.evaluate("scrollY") == 0


def places(page: Page, selector: str) -> dict[str, tuple[int, int]]:
    """The texts of the first screen and where they stand."""
    page.wait_for_selector(selector)
    found = {}
    for each in page.locator(selector).all():
        box = each.bounding_box()
        if box and box["y"] < SCREEN:
            found[each.inner_text()] = (round(box["x"]), round(box["y"]))
    return found


@pytest.mark.parametrize(
    ("role", "answers", "step", "words"),
    [
        ("den-utsatte", (), "beratta", 1),
        (OFFICER, (), "bedom-laget", 2),
        ("kommunens-sakerhetsstrateg", (), "kontakta-polisen", 2),
        ("kommunchefen", ("ja:ska-polisanmalas",), "polisanmal", 3),
    ],
)
def test_all_words_of_a_contact_stand_on_one_screen_and_one_comes_back_where_one_was(
    browser: Browser, real_site: Served, role: str, answers: tuple[str, ...], step: str, words: int
) -> None:
    routine = load(REAL)
    with borrowing(browser, PHONE, SCREEN) as page:
        converse(page, real_site.web(GUIDE))
        for key in (f"roll:{role}", *answers):
            press_in(page, key)
        page.evaluate("window.scrollTo(0, 120)")
        page.locator(f'[data-key="ring:{step}"]').click()
        call = page.locator(".rg-call")
        lines = call.locator(".rg-call-line")
        assert lines.count() == words
        assert lines.evaluate_all("(all) => all.every((each) => parseFloat(getComputedStyle(each).fontSize) >= 26)")
        assert page.evaluate("document.activeElement.dataset.key") == "rubrik:samtal"
        assert page.evaluate("scrollY") == 0
        end = page.locator('[data-key="slut"]').bounding_box()
        assert end
        assert end["y"] + end["height"] <= SCREEN, "nothing is hidden"
        if any(routine.action(each).call for each in (step,)):
            number = call.locator('a[href="tel:11414"]').bounding_box()
            first = lines.first.bounding_box()
            assert number
            assert first
            assert number["y"] < first["y"], "the number on top"
        assert page.locator(".rg-now, .rg-guide-who, .rg-all").evaluate_all(
            "(all) => all.every((each) => !each.checkVisibility())"
        )
        page.locator('[data-key="tillbaka"]').click()
        assert page.evaluate("document.activeElement.dataset.key") == f"ring:{step}"
        assert page.evaluate("scrollY") == 120


@pytest.mark.parametrize(
    ("role", "order"),
    [
        (OFFICER, ["rg-first", "rg-also", "rg-days", "rg-waiting"]),
        ("den-utsatte", ["rg-first", "rg-decide", "rg-also", "rg-waiting", "rg-days"]),
    ],
)
def test_the_next_date_stands_before_what_others_do_for_its_owner_and_last_for_others(
    browser: Browser, real_site: Served, role: str, order: list[str]
) -> None:
    with borrowing(browser, PHONE, SCREEN) as page:
        converse(page, real_site.web(GUIDE))
        press_in(page, f"roll:{role}")
        if role == "den-utsatte":
            press_in(page, "kryss:beratta")
            order = [name for name in order if name != "rg-also"]  # What she takes part in stands first.
        tops = {name: page.locator(f".rg-case .{name}").bounding_box() for name in order}
        ys = [box["y"] for box in tops.values() if box]
        assert len(ys) == len(order)
        assert ys == sorted(ys)


def test_what_must_be_said_in_a_call_has_a_box(browser: Browser, real_site: Served) -> None:
    """Of several actions, one each, which are theirs; of one, what it must say, which is kept nowhere."""
    with borrowing(browser, PHONE, SCREEN) as page:
        converse(page, real_site.web(GUIDE))
        for key in ("roll:kommunchefen", "ja:ska-polisanmalas", "ring:polisanmal"):
            press_in(page, key)
        boxes = page.locator(".rg-call input")
        assert boxes.count() == 3
        boxes.nth(1).click()
        press_in(page, "slut")
        assert page.locator('[data-key="kryss:begar-atkomstskydd"]').is_checked()
        for key in ("byt-roll", "roll:kommunens-sakerhetsstrateg", "ring:kontakta-polisen", "sagt:kontakta-polisen"):
            press_in(page, key)
        must = load(REAL).action("kontakta-polisen").requirement
        assert must
        assert must.text in page.locator(".rg-call").inner_text()
        assert page.locator('[data-key="sagt:kontakta-polisen"]').is_checked()
        assert not page.locator('.rg-call [data-key="kryss:kontakta-polisen"]').is_checked()


def test_what_is_asked_at_the_start_is_asked_in_the_call_too(browser: Browser, real_site: Served) -> None:
    """The one who knows is on the line. What is answered there stands until something is done."""
    with borrowing(browser, PHONE, SCREEN) as page:
        converse(page, real_site.web(GUIDE))
        for key in (f"roll:{OFFICER}", "ring:bedom-laget", "ja:behovs-vard"):
            press_in(page, key)
        asked = page.locator('.rg-call [data-item="behovs-vard"]')
        assert "112" in asked.inner_text()
        end = page.locator('[data-key="slut"]').bounding_box()
        above = asked.bounding_box()
        assert end
        assert above
        assert end["y"] >= above["y"] + above["height"] + 8, "no button is taken for another"
        press_in(page, "kryss:bedom-laget")
        assert not asked.count()


def test_a_call_in_which_it_was_done_ends_where_it_is_asked_when(browser: Browser, real_site: Served) -> None:
    with borrowing(browser, PHONE, SCREEN) as page:
        converse(page, real_site.web(GUIDE))
        for key in (f"roll:{OFFICER}", "ring:bedom-laget", "kryss:bedom-laget", "slut"):
            press_in(page, key)
        assert page.evaluate("document.activeElement.dataset.key") == "idag:bedom-laget"


@pytest.mark.parametrize(
    ("role", "before", "key"),
    [
        *(("den-utsatte", (), f"{answer}:ska-polisanmalas") for answer in ("ja", "nej", "vet-inte")),
        # What was done before leaves the first screen, which is above.
        (OFFICER, ("kryss:bedom-laget", "avsnitt:Information om händelsen"), "kryss:informera-medier"),
    ],
)
def test_what_is_pressed_stays_where_it_was_in_the_window(
    browser: Browser, real_site: Served, role: str, before: tuple[str, ...], key: str
) -> None:
    """Whatever comes above or below it, so that a second tap hits nothing else."""
    with borrowing(browser, PHONE, SCREEN) as page:
        converse(page, real_site.web(GUIDE))
        for each in (f"roll:{role}", *before):
            press_in(page, each)
        target = page.locator(f'[data-key="{key}"]')
        target.scroll_into_view_if_needed()
        there = target.bounding_box()
        target.click()
        now = target.bounding_box()
        assert there
        assert now
        assert abs(now["y"] - there["y"]) <= 1


@pytest.mark.parametrize("face", FACES)
def test_when_the_first_step_is_done_the_next_box_is_in_the_first_screen(
    browser: Browser, real_site: Served, face: str
) -> None:
    """What is done shrinks for it, and is asked of there. It is a tall phone, on which two steps have room."""
    with visiting(browser, PHONE, TALL) as page:
        restyled(page, real_site, "", *FACES[face])
        converse(page, real_site.web(GUIDE))
        press_in(page, "roll:den-utsatte")
        page.wait_for_function(WORN, arg=2 if face == "Rutin" else 0)
        press_in(page, "kryss:beratta")
        assert page.locator('[data-key="idag:beratta"]').is_visible()
        box = page.locator(".rg-first label:has([data-key^='kryss:']:not(:checked))").first.bounding_box()
        assert box
        assert box["y"] + box["height"] <= TALL
        assert page.evaluate("scrollY") == 0


def test_what_an_answer_says_itself_is_said_once(browser: Browser, real_site: Served) -> None:
    """To who looks; who listens hears it when it is pressed."""
    with borrowing(browser, PHONE, SCREEN) as page:
        converse(page, real_site.web(GUIDE))
        press_in(page, "roll:den-utsatte")
        press_in(page, "vet-inte:ska-polisanmalas")
        told = page.locator(".rg-live").inner_text()
        assert told
        assert told in page.locator('[data-key="vet-inte:ska-polisanmalas"]').inner_text()
        assert page.locator(".rg-decide").inner_text().count(told) == 1


def test_what_an_answer_leads_to_is_said_where_it_was_given(browser: Browser, real_site: Served) -> None:
    with borrowing(browser, PHONE, SCREEN) as page:
        converse(page, real_site.web(GUIDE))
        for key in (f"roll:{OFFICER}", "kryss:bedom-laget", "ja:behovs-strategen"):
            press_in(page, key)
        said = page.locator('[data-item="behovs-strategen"] .rg-said')
        assert "Kontakta kommunens säkerhetsstrateg" in said.inner_text()
        press_in(page, "nej:behovs-strategen")
        assert "har ingen kontaktat kommunens säkerhetsstrateg" in said.inner_text()


def test_no_state_of_any_reader_is_a_dead_end(browser: Browser, real_site: Served) -> None:
    """Something to press or to take part in, somebody who goes on, or the gap with numbers to call; or all is over."""
    routine = load(REAL)
    states = [
        {
            "role": state.role,
            "event": "",
            "answers": state.answers,
            "over": {
                id: {"how": how, "reason": "", "day": "", "time": ""}
                for how, ids in (("inte-aktuellt", state.left), ("gjort", state.done))
                for id in ids
            },
        }
        for state in every_state(routine)
        if state.role
    ]
    assert len(states) > 1000
    with borrowing(browser, PHONE) as page:
        converse(page, real_site.web(GUIDE))
        dead = [
            state
            for at in range(0, len(states), 200)
            for state in json.loads(page.evaluate(DEAD_ENDS, json.dumps(states[at : at + 200])))
        ]
    assert not dead, told([f"{state['role']} {state['answers']} {sorted(state['over'])}" for state in dead])


def test_every_action_has_words_to_hand_over_before_it_is_ticked(browser: Browser, real_site: Served) -> None:
    """In a person's past tense from the data, or the words to say to who is told by it; to whom, or that the routine
    does not say; and never a day."""
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
        converse(page, real_site.web(GUIDE))
        found = page.evaluate(written)
    assert {id for id, *_ in found} == {action.id for action in routine.actions}
    for id, owner, text, shown in found:
        action = routine.action(id)
        receivers = {item.role for item in action.informs} | {*action.responsible} - {owner}
        first = text.splitlines()[0]
        said = action.say[0].text if action.informs and action.say else f"Jag har {action.done}."
        assert first == said, id
        assert ("Du når mig på" in text) is bool(receivers - {owner}), id
        assert ("Här står inte vem" in shown) is not bool(receivers), id
        assert "202" not in text, id
