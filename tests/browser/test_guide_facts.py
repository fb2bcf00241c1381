"""The conversation has every fact of a step that stands in the complete list, whatever kind it is."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Route, expect

from routine.domain.model import Routine
from routine.domain.people import Role
from routine.domain.steps import Action, Question
from routine.loading.load import load
from routine.views.facts import facts
from routine.views.guide import guide
from routine.views.readings import readings
from tests.kit.browsing import PHONE, Served, borrowing
from tests.kit.reader import GUIDE, converse

pytestmark = pytest.mark.browser

# What stands with a step in the list and is shown otherwise in the conversation, or not at all: who, the step itself,
# the words of who takes part, what an answer leads to and means, open questions, and what others are told.
OTHERWISE = (
    ".rg-who, [data-text], [data-say-of], .rg-ways, .rg-meant, .rg-open, .rg-facts:not([data-fact]), "
    ":has(> [data-told])"
)
UNNAMED = """(otherwise) => [...document.querySelectorAll('.rg-guide-all [data-section] > *')]
  .filter((each) => !each.matches(`[data-fact], ${otherwise}`)).map((each) => each.outerHTML)"""
# Every step, as the one who is responsible has it: without what is open when that is not reached, and what only leads
# to the page on a question.
LOST = """() => {
  const { read } = rutin.case;
  const steps = read(document.querySelector('.rg-guide-all'));
  const text = (element) => element.textContent.replace(/\\s+/g, ' ');
  return steps.flatMap((step) => {
    const scene = { roles: [], role: { id: '' }, handing: [], state: { over: {}, answers: {} } };
    const shows = { scene, moment: {}, how: '', left: false, said: {}, last: '', before: [] };
    const whole = (element) => {
      for (const fold of element.getElementsByTagName('details')) {
        fold.open = true;
        rutin.pieces.fill(fold);
      }
      return text(element);
    };
    const ask = { step, text: step.text, hers: true, given: undefined, unsure: false };
    const shown = whole(step.question ? rutin.questions.asked(ask) : rutin.acts.own(step, shows));
    const held = step.element.querySelectorAll('[data-fact]:not([data-fact="guidance"], [data-to-others])');
    const facts = [...held].map((fact) => {
      const plain = fact.cloneNode(true);
      plain.querySelectorAll('.rg-open').forEach((line) => line.remove());
      return text(plain);
    });
    return facts.filter((fact) => !shown.includes(fact));
  });
}"""
NEW = '<aside data-fact="found-later">Det hittades senare</aside>'


def held(routine: Routine) -> bool:
    """Whether anything holds for any step, beside who does it."""
    return any(facts(routine, action) for action in routine.actions)


def several(step: Action | Question) -> bool:
    """Whether more than one thing says when it is done, or when it is asked or who tells the answer."""
    held = len(step.conditions) + len(step.after)
    if isinstance(step, Question):
        return held > 1 or bool(step.asked and step.heard_by)
    return held + bool(step.within) + bool(step.opens) > 1


def test_everything_that_stands_with_a_step_is_a_fact_or_has_its_own_place(
    browser: Browser, served_site: Served
) -> None:
    with borrowing(browser, PHONE) as page:
        converse(page, served_site.web(GUIDE))
        assert page.evaluate(UNNAMED, OTHERWISE) == []
        assert bool(page.locator(".rg-guide-all [data-fact]").count()) == held(load(served_site.data))


def test_no_fact_of_a_step_is_lost_in_the_conversation(browser: Browser, served_site: Served) -> None:
    with borrowing(browser, PHONE) as page:
        converse(page, served_site.web(GUIDE))
        assert page.evaluate(LOST) == []


def test_a_kind_of_fact_that_no_script_has_heard_of_comes_along(browser: Browser, real_site: Served) -> None:
    html = (real_site.folder / GUIDE).read_text(encoding="utf-8")
    changed = re.sub(r'(<h\d class="rg-act-text" data-text>)', rf"{NEW}\1", html)
    assert changed.count("Det hittades senare") > 5

    def answer(route: Route) -> None:
        route.fulfill(body=changed, content_type="text/html")

    with borrowing(browser, PHONE) as page:
        page.route(f"**/{GUIDE}", answer)
        converse(page, real_site.web(GUIDE))
        for key in ("roll:den-utsatte", "mer:beratta"):
            page.locator(f'[data-key="{key}"]').click()
        expect(page.locator(".rg-now").get_by_text("Det hittades senare").first).to_be_visible()


def test_of_a_facts_links_only_those_that_call_are_kept(browser: Browser, served_site: Served) -> None:
    """Every other one leads away from what the reader has answered."""
    kept = """() => rutin.case.read(document.querySelector('.rg-guide-all'))
      .flatMap((step) => rutin.facts.all(step))
      .flatMap((fact) => [...fact.querySelectorAll('a')])
      .map((link) => link.href)"""
    with borrowing(browser, PHONE) as page:
        converse(page, served_site.web(GUIDE))
        assert [address for address in page.evaluate(kept) if not address.startswith("tel:")] == []
        others = page.locator(".rg-guide-all [data-fact] a:not([href^='tel:'])").count()
        assert bool(others) == bool(readings(load(served_site.data))), "or nothing has been seen"


def test_guidance_is_brought_to_the_step_that_it_helps_with(browser: Browser, served_site: Served) -> None:
    """With its source, folded, and marked as no part of the routine; it stands once in the page."""
    brought = """() => rutin.case.read(document.querySelector('.rg-guide-all')).flatMap((step) => {
      const wanted = step.element.querySelector('[data-fact="guidance"] [data-help]')?.dataset.help.split(' ') ?? [];
      const shown = rutin.facts.main(step).flatMap((fact) => [...fact.querySelectorAll('details')]);
      for (const fold of shown) {
        fold.open = true;
        rutin.pieces.fill(fold);
      }
      return wanted.map((id) => {
        const text = document.getElementById(`vag_${id}`).textContent;
        const plain = (text) => text.replace(/\\s+/g, '');
        return shown.filter((each) => plain(each.textContent) === plain(text) && !each.id && each.dataset.fold).length;
      });
    })"""
    with borrowing(browser, PHONE) as page:
        converse(page, served_site.web(GUIDE))
        found = page.evaluate(brought)
        steps = (step for _, _, steps in guide(load(served_site.data)).tracks for step in steps)
        assert bool(found) == any(step.guidance for step in steps)
        assert set(found) <= {1}


def test_what_the_guide_says_of_the_routine_follows_it(browser: Browser, served_site: Served) -> None:
    """Days are counted where there are limits, and where nothing is said of keeping a summary none is claimed."""
    with borrowing(browser, PHONE) as page:
        converse(page, served_site.web(GUIDE))
        said = page.evaluate("[true, false].map((limits) => rutin.words.guide.whatAgain(limits)[0])")
        assert ["Dagarna" in text for text in said] == [True, False]
        page.evaluate("() => rutin.keeping.load()")
        told, untold = page.evaluate("['Fråga rektorn.', ''].map((care) => rutin.words.summary.care(care))")
        assert told.endswith("känsliga uppgifter. Fråga rektorn.")
        assert "Rutinen säger" not in untold
        assert untold.startswith("Sammanställningen kan innehålla känsliga uppgifter. Ta reda på")
        assert page.evaluate("rutin.words.guide.lastFor('i dag', 'Är du hemma?')") == "Senast i dag: Är du hemma?"


def test_two_conditions_of_a_step_are_apart(browser: Browser, served_site: Served) -> None:
    """To the eye by a mark, which ends the line of the first and begins none, and to who listens or copies by a
    space."""
    beside = """() => [...document.querySelectorAll('.rg-if + :is(.rg-if, .rg-limit)')].map((each) =>
      [getComputedStyle(each.previousElementSibling, '::after').content.includes('·') &&
        getComputedStyle(each, '::before').content === 'none', /\\s/.test(each.previousSibling.nodeValue ?? '')])"""
    with borrowing(browser, PHONE) as page:
        converse(page, served_site.web(GUIDE))
        found = page.evaluate(beside)
        routine = load(served_site.data)
        assert bool(found) == (any(map(several, routine.actions)) or any(map(several, routine.questions)))
        assert [each for each in found if each != [True, True]] == []


def test_a_summary_says_of_what_is_open_when_it_applies_and_of_nothing_else(
    browser: Browser, served_site: Served
) -> None:
    """It is handed over on paper, where the step would be read as asked for, whatever somebody has yet to decide."""
    wanted = """() => [...document.querySelectorAll(
      '[data-section] > [data-fact="conditions"] > .rg-if'
    )].map((each) => [
      each.closest('[data-section]').querySelector('[data-text]').textContent,
      each.textContent.replace(/\\s+/g, ' ').trim(),
    ])"""
    with borrowing(browser, PHONE) as page:
        converse(page, served_site.web(GUIDE))
        held = page.evaluate(wanted)
        for role in load(served_site.data).roles:
            page.goto("about:blank")
            page.goto(served_site.web(f"{GUIDE}#roll_{role.id}"))
            page.locator('[data-key="sammanstallning"]').click()
            shown = page.locator(".rg-summary-lines > li")
            shown.first.wait_for()  # Its script comes when it is folded out.
            lines = shown.all_inner_texts()
            for text, condition in held:
                (line,) = (" ".join(line.split()) for line in lines if text in line)
                assert (condition[1:] in line) == (not line.startswith(("Gäller inte", "Okänt"))), line


def test_who_answers_what_her_own_step_hangs_on_is_told_so_and_nobody_else(
    browser: Browser, small_site: Served
) -> None:
    """Wherever she reads it of her own; a paper to others and the part of who takes part have the words to anyone."""
    told = """() => {
      const [step] = rutin.case.read(document.querySelector('.rg-guide-all')).filter(({ id }) => id === 'hyr-flaktar');
      const line = step.element.querySelector('[data-fact="conditions"] > .rg-if');
      line.innerHTML = `<span data-own="Om din sal är fuktig">${line.firstChild.textContent.trim()}</span>`;
      const said = (lines) => lines.map((each) => each.textContent).join(' ');
      const { main, more, of, held } = rutin.facts;
      const whose = (theirs) => of(step, 'conditions', theirs);
      return [[...main(step), ...more(step)], whose(false), whose(true), held(step)].map(said);
    }"""
    with borrowing(browser, PHONE) as page:
        converse(page, small_site.web(GUIDE))
        page.locator("[data-key='roll:rektorn']").click()
        own = ["Om din sal är fuktig" in said for said in page.evaluate(told)]
        anyones = ["Om salen är fuktig" in said for said in page.evaluate(told)]
    assert own == [True, True, False, False]
    assert anyones == [False, False, True, True]


def test_what_is_said_of_a_step_is_in_sight_as_on_the_roles_page(browser: Browser, served_site: Served) -> None:
    """What the source does not say stands there: it is not to be folded out; and the first screen has it before the
    scripts."""
    of = """(facts) => rutin.case.read(document.querySelector('.rg-guide-all')).filter(({ question }) => !question)
      .map((step) => [step.id, rutin.facts[facts](step).filter(({ dataset }) => dataset.fact === 'detail').length])"""
    routine = load(served_site.data)
    detailed = {action.id: int(bool(action.detail)) for action in routine.actions}
    with borrowing(browser, PHONE) as page:
        converse(page, served_site.web(GUIDE))
        assert dict(page.evaluate(of, "main")) == detailed
        assert not any(dict(page.evaluate(of, "more")).values())
        for role in guide(routine).roles:
            lead = role.first.steps[0].card if role.first.steps else None
            shown = page.locator(f'#roll_{role.owner.id} .rg-first > [data-fact="detail"]').count()
            assert shown == (detailed[lead.id] if lead else 0)


def test_what_is_open_when_a_role_has_not_been_reached_is_not_put_to_who_alone_does_the_step(
    browser: Browser, served_site: Served
) -> None:
    """With guidance or without: it stands in the list, and with the steps of others."""
    marked = """() => rutin.case.read(document.querySelector('.rg-guide-all')).flatMap((step) => {
      const { main, more } = rutin.facts;
      const shown = [...main(step), ...more(step)].filter((fact) => 'toOthers' in fact.dataset).length;
      return [...step.element.querySelectorAll('[data-to-others]')].map(() => [step.id, shown]);
    })"""
    routine = load(served_site.data)
    alone = {action.id for action in routine.actions for role in routine.roles if _asks_of_itself(action, role)}
    with borrowing(browser, PHONE) as page:
        converse(page, served_site.web(GUIDE))
        found = page.evaluate(marked)
        assert {id for id, _ in found} == alone
        assert not any(shown for _, shown in found)


def _asks_of_itself(action: Action, role: Role) -> bool:
    missed = role.reached_by and role.reached_by.open_question
    return action.responsible == (role.id,) and missed in action.open_questions


def test_to_the_strategist_it_is_not_open_who_acts_when_she_has_not_been_reached(
    browser: Browser, real_site: Served
) -> None:
    unreached = '.rg-case [data-open="polis-utan-strateg"]'
    with borrowing(browser, PHONE) as page:
        converse(page, real_site.web(GUIDE))
        page.locator('[data-key="roll:kommunens-sakerhetsstrateg"]').click()
        expect(page.locator('.rg-first [data-item="kontakta-polisen"], .rg-first-act').first).to_be_visible()
        expect(page.locator(unreached)).to_have_count(0)
        for key in ("byt-roll", "roll:partiets-sakerhetsansvarig", "kryss:bedom-laget", "ja:behovs-strategen"):
            page.locator(f'[data-key="{key}"]').first.click()
        expect(page.locator(unreached)).to_have_count(1)
