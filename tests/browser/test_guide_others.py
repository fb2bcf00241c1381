"""What the conversation says of others, and to them, in bodies that are not ours: who is responsible is never mixed
up, whatever the roles, the questions and the limits are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from audit.built import TAKEN
from routine.loading.load import load
from tests.kit.browsing import PHONE, Served, borrowing, settle
from tests.kit.reader import FOLDED, GUIDE, NOW, converse

pytestmark = pytest.mark.browser

Named = Callable[[str], Served]
MOST_PRESSES = 40
OWN = '.rg-now :is([data-key^="kryss:"]:not(:checked), [data-key^="nej:"][aria-pressed="false"])'
# What is folded out is made right after that.
UNFOLD = """() => {
  document.querySelectorAll('.rg-case details').forEach((each) => { each.open = true; });
  return new Promise((done) => setTimeout(done, 20));
}"""
# What comes later for this role, were the first part that somebody takes in this step its own.
COMING = """([step, role]) => {
  const part = (name) => document.querySelector(`.rg-guide-${name}`);
  const steps = rutin.case.read(part('all'));
  const [told] = steps.find(({ id }) => id === step).told;
  told.role = role;
  const roles = rutin.page.roles(part('who'));
  const state = rutin.moves.empty();
  const places = rutin.case.standing(steps, state);
  const own = roles.find(({ id }) => id === role);
  const moment = rutin.moments.calm();
  const shown = rutin.stages.coming({ steps, roles, state, places, role: own, handing: [], care: '', moment });
  shown.querySelectorAll('details').forEach((fold) => rutin.pieces.fill(fold, true));
  return shown.querySelector(`[data-item="${step}"]`).textContent;
}"""
# For each role, when what another is called in by is done, and then left out: of whom it is said aloud that nobody has
# called them in, and beside whose name that is seen.
UNCALLED = """() => {
  const steps = rutin.case.read(document.querySelector('.rg-guide-all'));
  const roles = rutin.page.roles(document.querySelector('.rg-guide-who'));
  const over = (how) => ({ how, reason: '', day: '', time: '' });
  const found = [];
  for (const role of roles) {
    let before = { ...rutin.moves.empty(), role: role.id };
    for (const { id, opens } of steps) if (opens) before = rutin.moves.settle(before, id, over('gjort'));
    for (const { id, reached } of roles.filter((each) => each.reached && each.id !== role.id)) {
      const state = rutin.moves.settle(before, reached, over('inte-aktuellt'));
      const places = rutin.case.standing(steps, state);
      const scene = { steps, roles, role, state, places, handing: [], care: '', moment: rutin.moments.calm() };
      const shown = ['first', 'asked', 'others'].map((stage) => rutin.stages[stage](scene));
      const seen = shown.some((stage) => stage?.querySelector(`[data-uncalled="${id}"]`));
      const name = roles.find((each) => each.id === id).name;
      const said = rutin.news.news(steps, roles, before, state);
      found.push([said.toLowerCase().includes(`ingen kontaktat ${name.toLowerCase()}`), Boolean(seen)]);
    }
  }
  return found;
}"""
TOP = "(each) => each.getBoundingClientRect().top"
IDLE = "Rutinen har inget steg för dig just nu."


@contextmanager
def being(browser: Browser, site: Served, role: str, *keys: str) -> Iterator[Page]:
    """In the conversation of a role, in which these have been pressed."""
    with borrowing(browser, PHONE, now=NOW) as page:
        converse(page, site.web(GUIDE))
        for key in (f"roll:{role}", *keys):
            press(page, key)
        yield page


def press(page: Page, key: str) -> None:
    """What it lies in is folded out first."""
    for fold in page.evaluate(FOLDED, f'[data-key="{key}"]'):
        page.locator(f'details[data-fold="{fold}"] > summary').click()
    page.locator(f'[data-key="{key}"]').first.click()
    settle(page)


def done_one_by_one(page: Page) -> Iterator[tuple[str, bool]]:
    """All that can be done or answered, with a no, is: the id of each, and whether it is somebody else's."""
    for _ in range(MOST_PRESSES):
        page.evaluate(UNFOLD)
        left = page.locator(f'{OWN}, .rg-waiting [data-key^="kryss:"]')
        if not left.count():
            return
        _, id = (left.first.get_attribute("data-key") or "").split(":")
        theirs = left.first.evaluate("(box) => box.closest('.rg-waiting') !== null")
        left.first.click()
        yield id, theirs
    raise AssertionError("more than can be done")


def test_what_somebody_else_has_done_stands_at_once_under_what_is_done(browser: Browser, small_site: Served) -> None:
    with being(browser, small_site, "rektorn", "kryss:stang-kranen") as page:
        done = page.locator('.rg-done [data-holds~="stang-kranen"]')
        press(page, "klart")
        expect(done.get_by_text("När blev det gjort?")).to_be_visible()
        press(page, "angra:stang-kranen")
        assert not page.locator(".rg-done [data-holds~=stang-kranen]").count()


def test_who_says_what_others_have_done_stays_in_their_list_however_much_is_done(
    browser: Browser, site_named: Named
) -> None:
    """At its heading when there is no more of the same person."""
    went = []
    with being(browser, site_named("region"), "avdelningschefen") as page:
        for id, theirs in done_one_by_one(page):
            if theirs:
                asked = page.locator(f'.rg-done [data-item="{id}"]')
                expect(asked.get_by_role("button", name="I dag")).to_be_visible()
                at = page.locator(".rg-case :focus")
                expect(at).to_be_in_viewport()
                assert page.locator(".rg-waiting").count() == page.locator(".rg-waiting :focus").count()
                went.append(at.get_attribute("data-key"))
        assert page.locator(".rg-done [data-item]").count() > 1
    assert "rubrik:vantar" in went


@pytest.mark.parametrize(
    ("role", "next", "text"),
    [("rektorn", (), "Vaktmästaren stänger huvudkranen"), ("vaktmastaren", ("kryss:byt-roret",), "Stäng huvudkranen")],
)
def test_what_is_over_is_taken_back_and_dated_by_the_words_that_are_shown(
    browser: Browser, small_site: Served, role: str, next: tuple[str, ...], text: str
) -> None:
    """What others have done is not named as if it were the reader's."""
    with being(browser, small_site, role, "kryss:stang-kranen", "vetinte:stang-kranen", *next) as page:
        page.evaluate(UNFOLD)
        done = page.locator('.rg-done [data-item="stang-kranen"]')
        expect(done.locator("> span")).to_contain_text(text)
        names = [button.get_attribute("aria-label") for button in done.locator("button").all()]
        assert names == [f"Ändra dag: {text}", f"Ångra: {text}"]


def test_the_next_that_others_have_done_is_where_it_was_in_the_window(browser: Browser, real_site: Served) -> None:
    with being(browser, real_site, "den-utsatte", "kryss:beratta", "ja:ska-polisanmalas") as page:
        press(page, "person:kommunchefen")
        for id in ("polisanmal", "uppge-uppdraget"):
            beside = page.locator('.rg-waiting [data-key="kryss:begar-atkomstskydd"]')
            page.locator(f'.rg-waiting [data-key="kryss:{id}"]').scroll_into_view_if_needed()
            before = beside.evaluate(TOP)
            press(page, f"kryss:{id}")
            expect(beside).to_be_focused()
            assert abs(beside.evaluate(TOP) - before) < 2
            assert page.locator(".rg-live").inner_text().startswith("Klart.")


def test_a_persons_count_says_steps_and_questions_as_the_heading_does(browser: Browser, small_site: Served) -> None:
    with being(browser, small_site, "vaktmastaren", "ja:rinner-det") as page:
        counts = page.locator('[data-fold^="person:"] > summary > .rg-small').all_inner_texts()
        held = page.locator('[data-fold^="person:"]').evaluate_all("(all) => all.map((each) => each.dataset.holds)")
        assert counts
        for count, ids in zip(counts, held, strict=True):
            assert ("fråg" in count) == any(id in ids.split() for id in ("ar-det-natet", "torkar-salen"))


def test_a_reason_that_ends_a_sentence_ends_it_once(browser: Browser, small_site: Served) -> None:
    with being(browser, small_site, "vaktmastaren", "hoppa:stang-kranen") as page:
        page.keyboard.type("Kranen var redan stängd.")
        press(page, "utgar:stang-kranen")
        said = page.locator(".rg-case").inner_text()
        assert "Kranen var redan stängd." in said
        assert ".." not in said


def test_a_reason_may_be_written_as_long_as_it_may_be_kept(browser: Browser, small_site: Served) -> None:
    with being(browser, small_site, "vaktmastaren", "hoppa:stang-kranen") as page:
        page.keyboard.insert_text("x" * 1000)
        written = len(page.locator("#skal_stang-kranen").input_value())
        page.evaluate("() => rutin.keeping.load()")
        over = "{ how: 'inte-aktuellt', reason: 'x'.repeat(length), day: '', time: '' }"
        state = f"{{ role: 'vaktmastaren', event: '', answers: {{}}, over: {{ 'stang-kranen': {over} }} }}"
        day = "2026-12-01"
        entry = f"{{ edition: '1', saved: '{day}', until: '{day}', revision: 1, state: {state}, words: {{}} }}"
        kept = f"(length) => rutin.savedForm.pack({entry}) !== null"
        assert [page.evaluate(kept, length) for length in (written, written + 1)] == [True, False]


def test_what_may_be_done_in_anothers_stead_is_not_said_to_be_done_together(
    browser: Browser, small_site: Served
) -> None:
    with being(browser, small_site, "vaktmastaren", "kryss:stang-kranen", "kryss:byt-roret") as page:
        press(page, "avsnitt:Undervisning")
        stead = page.locator('.rg-also [data-item="flytta-klassen"]')
        expect(stead).to_contain_text("Flytta klassen i rektorns ställe")
        assert not page.locator(".rg-case .rg-first").get_by_text("Tillsammans").count()


def test_who_answers_is_told_that_nothing_is_sent_whatever_the_question_is(browser: Browser, site_named: Named) -> None:
    """Also where the data do not say what an answer means."""
    with being(browser, site_named("region"), "it-vakten", "ja:langre-an-en-timme") as page:
        asked = page.locator('.rg-case [data-item="langre-an-en-timme"]')
        expect(asked).to_contain_text("Guiden skickar inget. Säg ditt svar till avdelningschefen")
        press(page, "lamna:langre-an-en-timme")
        expect(asked.locator(".rg-say")).to_contain_text("Svaret är ja.")
    with being(browser, site_named("region"), "avdelningschefen", "ja:langre-an-en-timme") as page:
        assert not page.get_by_text("Guiden skickar inget").count(), "it is not her answer"


def test_who_decides_is_told_before_she_answers_that_nothing_is_sent_what_holds_then_and_what_guides_her(
    browser: Browser, real_site: Served
) -> None:
    """Once, where a press might be taken for what is decided; where a fact is asked for it is not said. What guides is
    marked as no part of the routine, and stands with the answer once there is one: before that it is named."""
    means = {item.answer: item.guidance for item in load(real_site.data).question("ska-polisanmalas").means}
    titles = {item.id: item.title for item in load(real_site.data).guidance}
    with being(browser, real_site, "den-utsatte", "vet-inte:ska-polisanmalas") as page:
        asked = page.locator('.rg-case [data-item="ska-polisanmalas"]')
        expect(asked.locator("> p.rg-small >> nth=0")).to_contain_text("Guiden skickar inget.")
        (holds,) = [each.then[0].text for each in load(real_site.data).question("ska-polisanmalas").means if each.then]
        expect(asked.locator("> p", has_text=holds.rstrip("."))).to_have_text(re.compile("^Nej: "))
        more = asked.locator('[data-fold="mer:ska-polisanmalas"] > summary')
        for id in {*means["ja"], *means["nej"]}:
            expect(more).to_contain_text(f" {titles[id]}.")
        press(page, "mer:ska-polisanmalas")
        guides = asked.locator('[data-fold="mer:ska-polisanmalas"] details > summary').all_inner_texts()
        assert sorted(guides) == sorted(f"{titles[id]}\nInte en del av rutinen" for id in {*means["ja"], *means["nej"]})
        press(page, "ja:ska-polisanmalas")
        expect(asked.get_by_text("Guiden skickar inget").and_(asked.locator(":not(.rg-said)"))).to_have_count(1)
        expect(asked.locator('[data-fold="mer:ska-polisanmalas"] details')).to_have_count(0)
        expect(asked.locator("> p", has_text=holds.rstrip("."))).to_have_count(0)
        expect(asked.locator(".rg-more").filter(has_text="Inte en del av rutinen")).to_have_count(len(means["ja"]))
    with being(browser, real_site, "kommunchefen") as page:
        assert not page.get_by_text("Guiden skickar inget").count(), "it is not hers to decide"
        assert not page.locator(".rg-case").get_by_text("Vad svaren innebär").count(), "that is not told her either"
    with being(browser, real_site, "partiets-sakerhetsansvarig") as page:
        assert page.locator(".rg-case .rg-choose").count()
        assert not page.get_by_text("Guiden skickar inget").count(), "no decision"


def test_a_role_whose_steps_all_wait_is_told_so_before_the_scripts_have_come_too(
    browser: Browser, site_named: Named
) -> None:
    site = site_named("region")
    with borrowing(browser, PHONE, java_script_enabled=False) as page:
        page.goto(f"{site.web(GUIDE)}#roll_lakaren-i-beredskap")
        expect(page.get_by_text(IDLE)).to_be_visible()
        assert not page.get_by_text("kan du bli ombedd").locator("visible=true").count()
    with being(browser, site, "lakaren-i-beredskap") as page:
        expect(page.locator(".rg-case .rg-first")).to_have_text(f"Just nu{IDLE}")


def test_all_is_not_said_to_be_done_when_it_is_not_known(browser: Browser, site_named: Named) -> None:
    with being(browser, site_named("region"), "avdelningschefen") as page:
        assert [*done_one_by_one(page)]
        assert page.locator(".rg-case [data-fold=okant]").count()
        first = page.locator(".rg-case .rg-first")
        assert "Alla steg är klara" not in first.inner_text()
        expect(first).to_contain_text("Rutinen har inga fler steg för dig.")


def test_all_is_said_to_be_done_when_it_is(browser: Browser, site_named: Named) -> None:
    with being(browser, site_named("minst"), "vaktaren") as page:
        first = page.locator(".rg-case .rg-first")
        expect(first).not_to_contain_text("Alla steg är klara.")
        assert [*done_one_by_one(page)]
        expect(first).to_contain_text("Alla steg är klara.")


def test_who_takes_part_later_is_told_what_that_hangs_on(browser: Browser, small_site: Served) -> None:
    with being(browser, small_site, "vaktmastaren") as page:
        said = page.evaluate(COMING, ["grav-upp-ledningen", "vaktmastaren"])
        assert "Håll dörren öppen" in said
        assert "Om det rinner ännu" in said
        assert "Om felet är i nätet" in said


def test_a_helper_is_told_when_what_is_asked_applies(browser: Browser, small_site: Served) -> None:
    """As on the sheet to print: in the guide, on the role's page, and in the file to take along."""
    for page_of in (f"{GUIDE}#roll_eleven", "roller/eleven/index.html", TAKEN):
        with borrowing(browser, PHONE) as page:
            page.goto(small_site.web(page_of))
            asked = page.locator(".rg-asked li:visible").filter(has_text="Håll dörren öppen")
            expect(asked.locator("[data-fact=conditions]")).to_contain_text("Om det rinner ännu")
            expect(asked.locator("[data-fact=conditions]")).to_contain_text("Om felet är i nätet")


@pytest.mark.parametrize(("body", "missed"), [("small", False), ("real", True)])
def test_that_nobody_has_called_is_heard_where_it_is_seen(
    browser: Browser, site_named: Named, body: str, missed: bool
) -> None:
    """A role that has nothing to do now is missed by nobody."""
    with borrowing(browser, PHONE) as page:
        converse(page, site_named(body).web(GUIDE))
        found = page.evaluate(UNCALLED)
        assert found
        assert all(each == [missed, missed] for each in found)


def test_what_the_reader_chooses_herself_is_hers_also_when_nobody_has_called_who_is_responsible(
    browser: Browser, real_site: Served
) -> None:
    """In the routine as it was first adopted she chooses nobody: here it is what she else does with the officer."""
    leave = ("mer:beratta", "hoppa:beratta", "utgar:beratta")
    part = '.rg-case .rg-first [data-item="bedom-laget"]'
    with being(browser, real_site, "den-utsatte", *leave) as page:
        assert not page.locator(part).count(), "nothing is done together with who was not told"
        page.route(f"**/{GUIDE}", one_who_chooses)
        page.reload()
        converse(page, page.url)
        for key in ("roll:den-utsatte", "kryss:beratta"):
            press(page, key)
        assert "ingen kontaktat" not in page.locator(part).inner_text()
        for key in ("kryss:beratta", *leave):
            press(page, key)
        chosen = page.locator(part).inner_text()
        assert chosen.startswith("Du väljer"), "and not together"
        assert "Enligt det som är ifyllt här har ingen kontaktat partiets säkerhetsansvarig." in chosen


def one_who_chooses(route: Route) -> None:
    found = route.fetch()
    before, part, after = found.text().partition('id="bedom-laget"')
    route.fulfill(response=found, body=before + part + after.replace("data-told=", "data-chooses data-told=", 1))


def one_more_who_chooses(route: Route) -> None:
    """Who takes part first in another step is the exposed person."""
    found = route.fetch()
    before, part, after = found.text().partition('id="vald-stodperson"')
    told = re.sub(r'data-told="[^"]+"', 'data-chooses data-told="den-utsatte"', after, count=1)
    route.fulfill(response=found, body=before + part + told)


def test_who_may_stand_in_and_has_steps_of_her_own_sees_the_words_first_and_says_when_it_is_done(
    browser: Browser, site_named: Named
) -> None:
    site = site_named("stand-in")
    with borrowing(browser, PHONE, java_script_enabled=False) as page:
        page.goto(f"{site.web(GUIDE)}#roll_vaktaren")
        first = page.locator("#roll_vaktaren .rg-first").inner_text()
        assert "Säg till för en granne" in first
        assert "Jag ringer för en granne." in first
        assert "24 timmar" in first, "what she does in another's stead is done in time"
        assert IDLE not in first
    with being(browser, site, "vaktaren") as page:
        first = page.locator(".rg-case .rg-first").inner_text()
        assert "Säg till för en granne" in first
        assert "Jag ringer för en granne." in first
        assert "24 timmar" in first, "what she does in another's stead is done in time"
        assert IDLE not in first
        assert page.locator(".rg-case .rg-also").count() == 0
        assert [id for id, _ in done_one_by_one(page)] == ["sag-till", "byt-las"]


def test_what_is_chosen_stands_before_what_the_reader_does_alone(browser: Browser, real_site: Served) -> None:
    """In the order of reading, each once: it may be what she needs most, and is not hers to tick."""
    with borrowing(browser, PHONE) as page:
        page.route(f"**/{GUIDE}", one_more_who_chooses)
        converse(page, real_site.web(GUIDE))
        for key in ("roll:den-utsatte", "kryss:beratta"):
            press(page, key)
        labels = page.locator(".rg-case .rg-first .rg-first-label > b").all_inner_texts()
        assert labels == ["Tillsammans", "Du väljer", "Ditt eget steg"]
        assert page.locator('.rg-case [data-item="vald-stodperson"]').count() == 1
