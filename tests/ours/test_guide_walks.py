"""Walks through the guide, by pointer on a phone; those in which everything is pressed that there is, at a desk by
keyboard alone as well, and in the full run all of them in both ways. Nothing may tell of them afterwards."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Browser, expect

from routine.loading.load import load
from tests.kit.browsing import PHONE, Served, borrowing, visiting
from tests.kit.paths import REAL
from tests.kit.reader import GUIDE, HANDS, Reader, reading
from tests.kit.views import in_full, some

pytestmark = pytest.mark.browser

Walk = Callable[..., AbstractContextManager[Reader]]
OFFICER, STRATEGIST = "partiets-sakerhetsansvarig", "kommunens-sakerhetsstrateg"
REPORT = ["polisanmal", "begar-atkomstskydd", "uppge-uppdraget"]


# The walks that press one of each kind of thing.
BY_KEYBOARD_TOO = pytest.mark.parametrize("walk", HANDS, indirect=True)


@pytest.fixture(params=[HANDS[0], *in_full(HANDS[1:])])
def walk(request: pytest.FixtureRequest, browser: Browser, real_site: Served) -> Walk:
    """`walk(role)`: a reader with that role."""
    hand, width = request.param
    return lambda role, **options: reading(browser, real_site, hand, width, role, **options)


def tick(reader: Reader, *actions: str) -> None:
    for action in actions:
        reader.press(f"kryss:{action}")


@BY_KEYBOARD_TOO
def test_the_exposed_person_who_does_not_want_to_report(walk: Walk) -> None:
    with walk("den-utsatte") as reader:
        assert reader.now == ["beratta", "ska-polisanmalas"], "what she does first, and what she decides"
        assert reader.waiting == [], "nobody else has anything to do before she has told"
        reader.press("nej:ska-polisanmalas")
        assert reader.now == ["beratta"]
        assert "Det som då inte gäller: ”Kommunchefen gör polisanmälan”," in reader.said, "it is not hers to do"
        tick(reader, "beratta")
        assert reader.now == ["bedom-laget", "bedom-stodbehov"], "what is done together, and then her own"
        assert not reader.shows('.rg-now [data-item="bedom-laget"] input'), "and no box for that"
        assert not {*REPORT} & {*reader.waiting, *reader.coming}
        routine = load(REAL)
        reader.press("lamna:beratta")
        lines = reader.page.locator('[data-fold="lamna:beratta"] .rg-say p').all_text_contents()
        assert lines[0] == f"”{routine.action('beratta').say[0].text}”", (
            "not that she has told, to whom she has told it"
        )
        reader.press("lamna:ska-polisanmalas")
        assert "≈ tolkning" in reader.text('[data-fold="lamna:ska-polisanmalas"] > summary'), "nobody says who is told"
        line, back = reader.page.locator('[data-fold="lamna:ska-polisanmalas"] .rg-say p').all_text_contents()
        assert line == f"”{routine.question('ska-polisanmalas').said[1].text}”", "who answers says it herself"
        assert back == "”Du når mig på: …”"
        assert reader.answered == ["beratta", "ska-polisanmalas"], "both stay where they were, to be changed"


def test_what_one_decides_is_never_to_be_answered_first(walk: Walk) -> None:
    with walk("den-utsatte") as reader:
        tick(reader, "beratta")
        reader.press("vet-inte:ska-polisanmalas")
        tick(reader, "bedom-stodbehov")
        assert not reader.shows('.rg-first [data-item="ska-polisanmalas"]')
        assert reader.shows('.rg-decide [data-item="ska-polisanmalas"]')


def test_who_is_consulted_is_told_so_and_it_is_no_box_of_hers(walk: Walk) -> None:
    with walk(STRATEGIST) as reader:
        tick(reader, "kontakta-polisen", "informera-grupper")
        asked = reader.text('.rg-first [data-item="bedom-stodbehov"]')
        assert "i samråd med dig och/eller partiets säkerhetsansvarig" in asked
        assert "Den utsatte har ansvaret" in asked
        assert not reader.shows('.rg-first [data-item="bedom-stodbehov"] input')


@pytest.mark.parametrize(
    ("role", "done", "step", "words"),
    [
        ("den-utsatte", (), "beratta", "genom ett ombud som du väljer"),
        ("den-utsatte", ("beratta",), "bedom-stodbehov", "och/eller"),
        (STRATEGIST, ("kontakta-polisen",), "informera-grupper", "delat ansvar"),
    ],
)
def test_with_whom_a_step_is_done_and_who_else_may_do_it_is_in_sight(
    walk: Walk, role: str, done: tuple[str, ...], step: str, words: str
) -> None:
    with walk(role) as reader:
        tick(reader, *done)
        assert words in reader.page.locator(f'.rg-first-act[data-item="{step}"]').inner_text().lower()
        if not done:
            assert words in (reader.page.locator(f"#roll_{role} .rg-first").text_content() or "")


def test_what_comes_later_stands_in_the_order_of_the_source(walk: Walk) -> None:
    with walk("den-utsatte") as reader:
        assert reader.coming == ["bedom-laget", "bedom-stodbehov", "behovs-professionellt-stod"]
        later = reader.text('.rg-coming [data-item="behovs-professionellt-stod"]')
        assert later.startswith("Behöver du professionellt stöd? ≈ tolkning"), "as on her page: the question is ours"
    with walk(OFFICER) as reader:
        folded = reader.text('[data-fold="avsnitt:Kontakt och bedömning"] > summary')
        assert "Behöver kommunens säkerhetsstrateg kontaktas? ≈ tolkning" in folded


def test_the_exposed_person_who_reports_later(walk: Walk) -> None:
    with walk("den-utsatte") as reader:
        reader.press("vet-inte:ska-polisanmalas")
        assert reader.now == ["beratta", "ska-polisanmalas"], "the question stays, and is seen"
        assert reader.said in reader.text('[data-key="vet-inte:ska-polisanmalas"]'), "heard, and seen in the answer"
        tick(reader, "beratta")
        advice = '.rg-first [data-item="beratta"] [data-fold="fakta:vag:vag_spara-bevis"]'
        assert reader.shows(advice), "nobody has had time to read it"
        assert "ska-polisanmalas" in reader.now
        reader.press("ja:ska-polisanmalas")
        assert [step for step in reader.waiting if step in REPORT] == REPORT
        reader.unfold("kommunchefen")
        tick(reader, *REPORT)
        assert not {*REPORT} & {*reader.waiting, *reader.coming}


def test_who_has_a_question_left_is_told_where_and_not_that_nothing_is(walk: Walk) -> None:
    first = ".rg-case .rg-first"
    with walk("den-utsatte") as reader:
        tick(reader, "beratta", "bedom-stodbehov")
        reader.press("vet-inte:behovs-professionellt-stod")
        reader.unfold(OFFICER)
        tick(reader, "bedom-laget")
        expect(reader.page.locator(first)).to_contain_text("Du har 2 frågor kvar.")
        reader.press("nej:ska-polisanmalas")
        expect(reader.page.locator(first)).to_contain_text("Du har 1 fråga kvar under ”Kan också göras nu”.")
        assert reader.shows('.rg-also [data-holds="behovs-professionellt-stod"]')
        reader.press("vet-inte:ska-polisanmalas")
        reader.press("nej:behovs-professionellt-stod")
        expect(reader.page.locator(first)).to_contain_text("Du har 1 fråga kvar under ”Du bestämmer”.")
        assert reader.shows('.rg-decide [data-item="ska-polisanmalas"]')
        reader.press("nej:ska-polisanmalas")
        expect(reader.page.locator(first)).to_contain_text("Rutinen har inga fler steg för dig.")
    with walk("kommunchefen") as reader:
        reader.press("vet-inte:ska-polisanmalas")
        expect(reader.page.locator(first)).to_contain_text("Du har 1 fråga kvar.")
        assert reader.shows(f'{first} [data-item="ska-polisanmalas"]')


@BY_KEYBOARD_TOO
@pytest.mark.parametrize("care", some("ja", full=("nej",)))
def test_the_officer_through_two_weeks(walk: Walk, care: str) -> None:
    with walk(OFFICER) as reader:
        reader.give_day("2026-11-24")
        assert reader.said.startswith("Senast tisdag 8 december 2026")
        assert "Senast tisdag 8 december 2026" in reader.text(".rg-days")
        assert "13 dagar kvar" in reader.text(".rg-days")
        assert reader.now[:2] == ["bedom-laget", "behovs-vard"], "care is asked about beside the first thing to do"
        assert "Senast tisdag 8 december" in reader.text('.rg-now [data-item="forsta-samtal"]'), "not behind anything"
        reader.press("ja:behovs-strategen")
        reader.press(f"{care}:behovs-vard")
        assert ("sallskap-till-vard" in reader.now) == (care == "ja")
        assert reader.shows('.rg-first [data-item="behovs-vard"]'), "where it was answered, until something is done"
        # In any order: the last of the source first.
        reader.skip("informera-medier", "ingen har frågat")
        assert not reader.shows('.rg-first [data-item="behovs-vard"]'), "what is answered is in no next step's way"
        tick(reader, "informera-grupper", "sallskap-hemma", "sallskap-hem", "vald-stodperson", "forsta-stod")
        tick(reader, "kontakta-strategen", *(["sallskap-till-vard"] if care == "ja" else []), "bedom-laget")
        assert reader.now == ["forsta-samtal", "bedom-stodbehov"], "her own, and what she is consulted in"
        assert reader.coming == ["dokumentera-samtalet", "fler-samtal", "behovs-professionellt-stod"]
        assert "Efter det första samtalet" in reader.text('.rg-coming [data-item="dokumentera-samtalet"]')
        reader.page.clock.set_fixed_time("2026-12-09T08:00:00+01:00")
        reader.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert "tiden gick ut i går" in reader.text(".rg-days")
        assert "tiden gick ut i går" in reader.text('.rg-now [data-item="forsta-samtal"]')
        assert "gör det så snart det går" in reader.text(".rg-days"), "and what to do then"
        assert not reader.shows('[data-key="kalender:forsta-samtal"]'), "nobody is reminded of a day that has been"
        tick(reader, "forsta-samtal")
        reader.press("idag:forsta-samtal")
        assert "klart 9 december 2026" in reader.text('.rg-now [data-item="dokumentera-samtalet"]')
        tick(reader, "dokumentera-samtalet", "fler-samtal")
        assert not reader.page.locator(".rg-days").count(), "the limit was met"
        reader.press("sammanstallning")
        expect(reader.page.locator(".rg-summary")).to_be_visible()
        lines = reader.page.locator(".rg-summary-lines li").all_inner_texts()
        assert any("Inte aktuellt: ingen har frågat" in line for line in lines)
        assert any("Klart 9 december 2026" in line for line in lines)
        assert any("Gäller inte" in line for line in lines) == (care == "nej")
        assert any(line.startswith("Okänt här") for line in lines), "she cannot know"
        assert "Klart" in lines[0], "what is done comes first"


def test_whether_the_strategist_is_needed_is_asked_right_after_the_assessment(walk: Walk) -> None:
    """As on the checklist: what hangs on the answer is not to wait until all else is done."""
    with walk(OFFICER) as reader:
        tick(reader, "bedom-laget")
        assert reader.now[0] == "behovs-strategen"
        for answer, after in (("vet-inte", "forsta-stod"), ("ja", "kontakta-strategen"), ("nej", "forsta-stod")):
            reader.press(f"{answer}:behovs-strategen")
            first = reader.page.locator(".rg-first > .rg-ask")
            assert first.get_attribute("data-item") == "behovs-strategen", "it stays where it was answered"
            assert reader.page.locator(".rg-first > .rg-first-act").get_attribute("data-item") == after
        tick(reader, "forsta-stod")
        assert not reader.page.locator('.rg-first > [data-item="behovs-strategen"]').count()


def test_what_a_step_waited_for_may_have_been_left_out_and_the_next_says_so(walk: Walk) -> None:
    with walk(OFFICER) as reader:
        reader.skip("forsta-samtal", "ville inte")
        assert "inte aktuellt: ville inte" in reader.text('.rg-now [data-item="fler-samtal"]')
        assert "dokumentera-samtalet" not in reader.now, "of a conversation that was not held nothing is written down"
        assert "Det som då inte gäller: ”Dokumentera det första samtalet”" in reader.said


def test_the_strategist_needs_nobodys_word_to_begin(walk: Walk) -> None:
    """In the source nothing of hers waits for being called in; that she usually is, is our reading."""
    with walk(STRATEGIST) as reader:
        assert reader.now == ["kontakta-polisen", "informera-grupper", "bedom-stodbehov"]
        assert "Okänt" in reader.text('.rg-done [data-item="beratta"]')
        assert not reader.shows('.rg-done [data-item="beratta"] button'), "and not hers to undo"
        assert reader.shows('.rg-now [data-item="kontakta-polisen"] .rg-must'), "what must be said stands with it"
        assert reader.page.locator("[data-uncalled]").count() == 0
        reader.unfold(OFFICER)
        tick(reader, "kontakta-polisen", "bedom-laget")
        assert reader.page.locator("[data-key^='ja:']").count() == 0, (
            "no answer is hers to give, and none has been heard"
        )


def test_where_nobody_calls_the_strategist_the_others_see_the_gap_and_no_promise(walk: Walk) -> None:
    with walk(OFFICER) as reader:
        doubted = reader.text(".rg-waiting [data-perhaps]")
        assert "Kommunens säkerhetsstrateg, om kontakt har tagits ≈ tolkning:" in doubted, (
            "before it is known, nothing is promised"
        )
        assert "Kontaktar polisen" in doubted
        assert "Öppen fråga" in doubted
        reader.press("nej:behovs-strategen")
        assert not reader.shows("[data-perhaps]")
        assert "kontakta-polisen" not in reader.waiting
        gap = reader.text(f'[data-uncalled="{STRATEGIST}"]')
        assert "ingen kontaktat kommunens säkerhetsstrateg" in gap
        assert "Kontaktar polisen" in gap, "what is then without anybody"
        assert "Öppen fråga" in gap
        assert reader.page.locator(f'[data-uncalled="{STRATEGIST}"] a[href^="tel:"]').count()
        assert "informera-grupper" in reader.now, "what the officer shares with her is still the officer's"
        reader.press("byt-roll")
        reader.press("roll:den-utsatte")
        tick(reader, "beratta")
        shared = f'[data-fold="person:{OFFICER}+{STRATEGIST}"]'
        reader.page.locator(f"{shared} > summary").click()
        assert "ingen kontaktat kommunens säkerhetsstrateg" in reader.text(shared), "and not the officer's alone"
        reader.press("byt-roll")
        reader.press(f"roll:{STRATEGIST}")
        assert reader.now == ["kontakta-polisen", "informera-grupper", "bedom-stodbehov"], "it does not block her"
        assert not reader.shows("[data-uncalled]")


def test_who_has_told_nobody_gets_help_and_no_promise(walk: Walk) -> None:
    """Without a party: row 1 left out. The question is said, with numbers; nothing is handed over to who was not told,
    and nobody else is promised."""
    with walk("den-utsatte") as reader:
        reader.skip("beratta", "har inget parti")
        gap = f'[data-uncalled="{OFFICER}"]'
        assert "Öppen fråga" in reader.text(gap)
        assert reader.page.locator(f'{gap} a[href^="tel:"]').count() >= 2
        assert not reader.page.locator('[data-fold="lamna:beratta"]').count(), "nothing is handed over"
        assert "bedom-laget" not in reader.now, "nor done together with who was not told"
        assert reader.page.locator(f".rg-first > .rg-acts:has([data-item=beratta]) + {gap} + .rg-first-act").count(), (
            "under what she left out, before what is next"
        )
        assert reader.page.locator(gap).count() == 1
        undone = f'{gap} > [data-fold="ovisst:{OFFICER}"]'
        assert "8 steg, 2 frågor" in reader.page.locator(f"{undone} > summary").inner_text()
        assert not reader.page.get_by_text("Bedömer läget tillsammans").locator("visible=true").count(), "folded"
        reader.press(f"ovisst:{OFFICER}")
        assert "Bedömer läget tillsammans" in reader.text(undone)
        told = reader.text(f'[data-uncalled="{STRATEGIST}"]')
        assert "Kontaktar polisen" in told, "whom only the officer would call is not called either"
        assert not reader.page.locator('.rg-waiting [data-fold^="person:"]').count()
        assert "Partiets säkerhetsansvarig bedömer" not in reader.said


def test_what_helps_who_has_told_nobody_stays_first_until_somebody_is_told(walk: Walk) -> None:
    with walk("den-utsatte") as reader:
        reader.skip("beratta", "")
        tick(reader, "bedom-stodbehov")
        gap = f'.rg-first > .rg-acts:has([data-item="beratta"]) + [data-uncalled="{OFFICER}"]'
        assert reader.shows(gap)
        assert "beratta" not in reader.done, "it stands once"
        reader.press("byt-roll")
        reader.press("roll:ombud")
        assert reader.shows(f'.rg-asks + [data-uncalled="{OFFICER}"]'), "and who may tell in her stead sees it"
        reader.press("byt-roll")
        reader.press("roll:den-utsatte")
        assert reader.shows(gap)
        assert reader.shows(f"{gap} > :focus"), "she is brought to it"
        reader.press("angra:beratta")
        assert not reader.shows("[data-uncalled]")
        assert reader.now[0] == "beratta"


def test_what_an_uncalled_role_would_do_is_neither_lost_nor_promised(walk: Walk) -> None:
    with walk(OFFICER) as reader:
        reader.press("nej:behovs-strategen")
        reader.unfold("den-utsatte")
        tick(reader, "bedom-stodbehov")
        assert "behovs-professionellt-stod" in reader.now
        assert "du" not in reader.text('.rg-now [data-item="behovs-professionellt-stod"] h3').lower().split(), (
            "the question is the exposed person's"
        )
        reader.press("ja:behovs-professionellt-stod")
        assert "Beställer och avropar" in reader.text(f'[data-uncalled="{STRATEGIST}"]')
        assert "beställer" not in reader.said


def test_a_contact_that_was_left_out_has_called_nobody_either(walk: Walk) -> None:
    with walk(OFFICER) as reader:
        reader.press("ja:behovs-strategen")
        reader.skip("kontakta-strategen", "inget svar")
        assert reader.shows(f'.rg-first > .rg-acts + [data-uncalled="{STRATEGIST}"]')
        reader.press("angra:kontakta-strategen")
        assert not reader.shows("[data-uncalled]")


@BY_KEYBOARD_TOO
def test_the_director_hears_the_answer_and_does_all_three_in_one_contact(walk: Walk) -> None:
    with walk("kommunchefen") as reader:
        assert reader.now == ["ska-polisanmalas"], "first of all: what has the exposed person said?"
        assert "Den utsatte har sagt ja" in reader.text(".rg-now")
        reader.press("ja:ska-polisanmalas")
        card = reader.page.locator(".rg-first [role=group][aria-labelledby]")
        assert card.locator("input[type=checkbox]").count() == 3
        assert card.locator('a[href="tel:11414"]').count() == 1, "whom to call, once"
        assert reader.now == REPORT
        for action in REPORT:
            reader.press(f"mer:{action}")
        expect(card.locator(".rg-explained")).to_have_count(3)
        words = " ".join((card.text_content() or "").split())
        assert words.count("Allt i samma kontakt ≈ tolkning") == 1, "said once, for all three"
        assert words.count("Om anmälan görs ≈ tolkning") == 2
        tick(reader, *REPORT)
        assert reader.now == []
        assert reader.answered == ["ska-polisanmalas", *REPORT], "the answer can still be changed, and a slip mended"


def test_what_is_done_stands_when_the_answer_changes(walk: Walk) -> None:
    with walk("kommunchefen") as reader:
        reader.press("ja:ska-polisanmalas")
        tick(reader, "polisanmal")
        reader.press("idag:polisanmal")
        reader.press("sammanstallning")
        expect(reader.page.locator(".rg-summary")).to_be_visible()
        reader.press("vet-inte:ska-polisanmalas")
        assert reader.now == ["ska-polisanmalas", *REPORT[1:]], "what goes with a report that is made stands as well"
        reader.press("nej:ska-polisanmalas")
        assert "då inte gäller" not in reader.said
        assert "Det som är gjort står kvar: Du har gjort polisanmälan." in reader.said
        stands = "Klart 25 november 2026. Det som är gjort står kvar, även när ett svar ändras"
        assert stands in reader.text('[data-item="polisanmal"]')
        assert stands in reader.text(".rg-sum"), "what was done is not forgotten"
        assert reader.now == REPORT[1:]
        reader.press("ja:ska-polisanmalas")
        assert reader.now == REPORT[1:]
        assert "ett svar" not in reader.text('[data-item="polisanmal"]')


def test_it_is_not_said_that_what_is_done_came_before_an_answer_that_came_before_it(walk: Walk) -> None:
    """What goes with a report that is made is ticked after the answer to it has been changed."""
    with walk("den-utsatte") as reader:
        tick(reader, "beratta")
        reader.press("ja:ska-polisanmalas")
        reader.unfold("kommunchefen")
        tick(reader, "polisanmal")
        reader.press("nej:ska-polisanmalas")
        assert "Det som är gjort står kvar: Kommunchefen har gjort polisanmälan." in reader.said
        tick(reader, "begar-atkomstskydd")
        reader.press("sammanstallning")
        expect(reader.page.locator(".rg-summary")).to_be_visible()
        told = [reader.text('.rg-done [data-item="begar-atkomstskydd"]'), reader.text(".rg-sum .rg-summary")]
        for text in told:
            assert "Klart. Det som är gjort står kvar" in text
            assert "innan ett svar" not in text


def test_what_was_left_out_is_never_told_as_done(walk: Walk) -> None:
    with walk("kommunchefen") as reader:
        reader.press("ja:ska-polisanmalas")
        reader.skip("polisanmal", "redan gjord")
        assert reader.now == [], "what goes with a report is not done without one"
        assert "redan har anmält" in reader.text('[data-item="polisanmal"]'), "of which the routine says nothing"
        reader.press("nej:ska-polisanmalas")
        assert "gjort" not in reader.said
        item = reader.text('[data-item="polisanmal"]')
        assert "Inte aktuellt: redan gjord" in item
        assert "står kvar" not in item
        assert not reader.page.locator('[data-key="nar:polisanmal"]').count(), "what was not done has no day"


def test_nobody_but_who_has_heard_it_is_asked_what_somebody_else_has_answered(walk: Walk) -> None:
    with walk(OFFICER) as reader:
        reader.unfold("den-utsatte")
        item = reader.page.locator('.rg-waiting [data-item="ska-polisanmalas"]')
        assert "Svarar på frågan" in item.inner_text()
        assert item.locator("button").count() == 0


def test_a_role_changed_half_way(walk: Walk) -> None:
    with walk("den-utsatte") as reader:
        tick(reader, "beratta")
        reader.press("byt-roll")
        reader.press(f"roll:{OFFICER}")
        assert reader.now[:2] == ["bedom-laget", "behovs-vard"]
        assert "beratta" in reader.done
        tick(reader, "bedom-laget")
        reader.press("byt-roll")
        reader.press("roll:den-utsatte")
        assert reader.done == ["beratta", "bedom-laget"], "what was just done is then over"
        assert reader.now == ["bedom-stodbehov", "ska-polisanmalas"]


@pytest.mark.parametrize(
    ("role", "actions"),
    [
        ("ombud", ["beratta"]),
        ("initialt-stod", ["forsta-stod", "vald-stodperson"]),
        ("stodperson", ["vald-stodperson", "sallskap-hemma"]),
    ],
)
def test_those_who_help_are_told_at_once_all_that_they_may_be_asked(walk: Walk, role: str, actions: list[str]) -> None:
    with walk(role) as reader:
        assert reader.now == actions
        assert not reader.shows(".rg-now input"), "it is not theirs to tick"
        assert reader.page.locator(".rg-now .rg-say").count(), "with words of her own"
        assert reader.page.locator(".rg-now h3").last.is_visible(), "and what is not hers to do"
        assert bool(reader.waiting) is (role != "ombud"), "before it has begun nobody else has heard of it"
        assert not reader.shows(".rg-waiting .rg-advice"), "what helps those who are responsible is not for others"
        assert not reader.coming


def test_who_reaches_nobody_is_not_left_alone(walk: Walk) -> None:
    """Without a party, or with an officer who does not answer: the open question is said, with numbers."""
    with walk("den-utsatte") as reader:
        beside = reader.page.locator('.rg-now [data-item="beratta"]')
        beside.locator("details.rg-meanwhile > summary").click()
        expect(beside.locator('a[href^="tel:"]')).not_to_have_count(0)
        assert beside.locator('a[href^="tel:"]').count() >= 2
        assert "Öppen fråga" in (beside.text_content() or "")
        assert beside.locator("a:not([href^='tel:'])").count() == 0, "no link leads away from what is answered"
        expect(beside.locator("details > .rg-guide-band")).to_have_count(1)
        assert not beside.get_by_text("Om frågan").count(), "nor looks as if it did"


@BY_KEYBOARD_TOO
def test_undo_and_a_change_of_mind(walk: Walk) -> None:
    with walk("den-utsatte") as reader:
        tick(reader, "beratta")
        reader.press("kryss:beratta")
        assert reader.now == ["beratta", "ska-polisanmalas"], "a slip is mended where it was made"
        reader.press("hoppa:beratta")
        reader.press("avbryt:beratta")
        assert reader.now == ["beratta", "ska-polisanmalas"]
        reader.skip("beratta", "partiet vet redan")
        assert "partiet vet redan" in reader.text('.rg-now [data-item="beratta"]')
        tick(reader, "bedom-stodbehov")
        assert "partiet vet redan" in reader.text('.rg-first [data-item="beratta"]'), (
            "it stays also when something else is done, since nobody else has been told"
        )
        reader.press("angra:beratta")
        assert "beratta" in reader.now


@BY_KEYBOARD_TOO
def test_a_day_that_has_not_been_is_told_of(walk: Walk) -> None:
    with walk(OFFICER) as reader:
        reader.give_day("2026-11-26")
        assert reader.text("#_fel__handelsen") == "Välj i dag eller en tidigare dag."
        assert "Senast" not in reader.text(".rg-date")
        assert reader.page.evaluate("document.activeElement.id") == "_dag__handelsen", "to be mended at once"
        reader.press("idag:_handelsen")
        assert reader.said.startswith("Senast onsdag 9 december 2026")
        assert "Senast onsdag 9 december 2026" in reader.text(".rg-date")
        reader.press("byt-roll")
        reader.press(f"roll:{OFFICER}")
        assert "Det hände onsdag 25 november 2026." in reader.text(".rg-days")
        reader.press("nar:_handelsen")
        reader.press("vetinte:_handelsen")
        expect(reader.page.locator(".rg-date")).not_to_contain_text("Senast")


def test_no_day_stands_that_nobody_has_said(walk: Walk) -> None:
    """Neither of what is done nor of the event; a time only with its day, if the reader wants to say it."""
    with walk(OFFICER) as reader:
        tick(reader, "bedom-laget")
        reader.press("sammanstallning")
        expect(reader.page.locator(".rg-summary")).to_be_visible()
        assert "Klart 2" not in reader.text(".rg-sum .rg-summary")
        reader.press("vetinte:bedom-laget")
        assert "Klart 2" not in reader.text(".rg-sum .rg-summary")
        assert "händelsen: inte ifylld" in reader.text(".rg-sum .rg-summary")
        reader.give_day("2026-11-24", "bedom-laget")
        assert "Klart 24 november 2026" in reader.text(".rg-sum .rg-summary")
        reader.press("nar:bedom-laget")
        reader.press("annan:bedom-laget")
        reader.page.locator("#_tid_bedom-laget").fill("22:40")
        reader.press("ange:bedom-laget")
        assert "Klart 24 november 2026 kl. 22.40" in reader.text(".rg-sum .rg-summary")
        reader.press("lamna:bedom-laget")
        assert "24 november 2026 klockan 22.40.”" in reader.text('[data-fold="lamna:bedom-laget"]')


def dated(reader: Reader) -> dict[str, bool]:
    """Of what is done in the contact, whether it has this day."""
    day = "Klart 25 november 2026"
    return {id: day in reader.text(f'.rg-now [data-item="{id}"]') for id in REPORT}


@BY_KEYBOARD_TOO
def test_what_is_done_in_one_call_is_asked_about_once(walk: Walk) -> None:
    with walk("kommunchefen") as reader:
        reader.press("ja:ska-polisanmalas")
        reader.press("ring:polisanmal")
        tick(reader, *REPORT)
        tick(reader, REPORT[1])  # A slip, mended.
        reader.press("slut")
        asked = reader.page.locator(".rg-case .rg-first .rg-asked-when")
        tick(reader, REPORT[1])
        expect(asked).to_have_count(1)
        assert "När var kontakten?" in asked.inner_text()
        reader.press(f"idag:{REPORT[1]}")
        assert dated(reader) == dict.fromkeys(REPORT, True)
        reader.press(f"nar:{REPORT[0]}")
        assert "När blev det gjort?" in asked.inner_text()
        reader.press(f"vetinte:{REPORT[0]}")
        assert dated(reader) == {**dict.fromkeys(REPORT, True), REPORT[0]: False}, "what is changed is changed alone"


def test_after_a_call_the_focus_is_where_it_is_asked_when(walk: Walk) -> None:
    with walk("kommunchefen") as reader:
        reader.press("ja:ska-polisanmalas")
        reader.press("ring:polisanmal")
        tick(reader, *REPORT)
        reader.press("slut")
        expect(reader.page.locator(f'[data-key="idag:{REPORT[-1]}"]')).to_be_focused()


def test_what_has_been_said_not_to_be_known_gets_no_day_of_another_step(walk: Walk) -> None:
    """Nor what was not done."""
    with walk("kommunchefen") as reader:
        reader.press("ja:ska-polisanmalas")
        first, second, third = REPORT
        tick(reader, first)
        reader.press(f"vetinte:{first}")
        tick(reader, second)
        tick(reader, second)
        reader.skip(second, "redan begärt")
        tick(reader, third)
        assert "När blev det gjort?" in reader.text(".rg-first .rg-asked-when")
        reader.press(f"idag:{third}")
        assert dated(reader) == {first: False, second: False, third: True}
        assert "Inte aktuellt: redan begärt" in reader.text(f'.rg-now [data-item="{second}"]')


def test_what_is_half_written_stays_while_other_things_change(browser: Browser, real_site: Served) -> None:
    with reading(browser, real_site, "pointer", PHONE, OFFICER) as reader:
        reader.press("annan:_handelsen")
        reader.page.locator("#_dag__handelsen").fill("2026-11-02")
        reader.press("hoppa:bedom-laget")
        reader.page.keyboard.type("halva ski")
        reader.press("kryss:forsta-stod")
        expect(reader.page.locator("#skal_bedom-laget")).to_have_value("halva ski")
        reader.press("kryss:bedom-laget")
        reader.press("kryss:bedom-laget")
        assert not reader.shows("#skal_bedom-laget"), "a step that is done is not asked about when it is undone"


def test_a_hand_that_shakes_ticks_once(browser: Browser, real_site: Served) -> None:
    with reading(browser, real_site, "pointer", PHONE, "partiets-sakerhetsansvarig") as reader:
        target = reader.page.locator('[data-key="kryss:forsta-stod"]')
        reader.open_to('[data-key="kryss:forsta-stod"]')
        target.scroll_into_view_if_needed()
        box = target.bounding_box()
        assert box
        reader.page.mouse.dblclick(box["x"] + 14, box["y"] + 14, delay=20)
        assert reader.answered == ["forsta-stod"]


def test_a_hand_that_shakes_answers_once_also_where_no_browser_counts_the_taps(
    browser: Browser, real_site: Served
) -> None:
    """After the first another answer has come to the same spot."""
    with borrowing(browser, PHONE) as page:
        page.goto(real_site.web(GUIDE))
        page.locator('[data-key="roll:kommunchefen"]').click()
        answer = page.locator('[data-key="ja:ska-polisanmalas"]')
        expect(answer).to_be_visible()
        page.wait_for_timeout(600)
        box = answer.bounding_box()
        assert box
        spot = box["x"] + 20, box["y"] + box["height"] - 6
        page.mouse.click(*spot)
        under = page.evaluate("([x, y]) => document.elementFromPoint(x, y).closest('[data-key]')?.dataset.key", spot)
        page.mouse.click(*spot)
        expect(answer).to_have_attribute("aria-pressed", "true")
        assert under != "ja:ska-polisanmalas", "else nothing has moved, and nothing is tried here"
        page.wait_for_timeout(600)
        page.mouse.click(*spot)
        expect(answer).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize("hash", ["#100%", "#%E0%A4", "#", "#finns-inte", "#beratta"])
def test_whatever_the_address_points_at_the_guide_begins(browser: Browser, real_site: Served, hash: str) -> None:
    with borrowing(browser, PHONE) as page:
        page.goto(real_site.web(GUIDE) + hash)
        page.locator('[data-key="roll:den-utsatte"]').click()
        expect(page.locator('[data-key="kryss:beratta"]')).to_be_visible()
        assert not page.locator("#beratta").is_visible(), "the role is what is wanted now"


def test_a_step_that_is_pointed_at_is_seen_before_a_role_is_chosen_and_unfolds_afterwards(
    browser: Browser, real_site: Served
) -> None:
    with borrowing(browser, PHONE) as page:
        page.goto(real_site.web(GUIDE) + "#beratta")
        expect(page.locator("#beratta")).to_be_in_viewport()
        page.evaluate("rutin.opener.load()")
        expect(page.locator(".rg-all[open] #beratta")).to_be_in_viewport()


@pytest.mark.parametrize("clipboard", ["there", "refused", "none at all"])
def test_what_is_copied_is_what_is_shown(browser: Browser, real_site: Served, clipboard: str) -> None:
    with visiting(browser, PHONE, permissions=["clipboard-read", "clipboard-write"]) as page:
        if clipboard == "refused":
            page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
        if clipboard == "none at all":
            page.add_init_script(
                "navigator.clipboard.writeText = undefined; document.execCommand = () => { throw new Error('no'); }"
            )
        page.goto(real_site.web(GUIDE))
        for key in ("roll:den-utsatte", "kryss:beratta", "lamna:beratta", "kopiera:beratta"):
            page.locator(f'[data-key="{key}"]').click()
        expect(page.locator(".rg-said")).to_have_text(
            "Det gick inte att kopiera. Markera texten och kopiera den själv."
            if clipboard == "none at all"
            else "Texten är kopierad."
        )
        assert page.evaluate("document.activeElement.dataset.key") == "kopiera:beratta"
        if clipboard != "none at all":
            assert page.evaluate("navigator.clipboard.readText()") == "\n".join(
                line.strip("”") for line in page.locator('[data-fold="lamna:beratta"] .rg-say p').all_text_contents()
            )
