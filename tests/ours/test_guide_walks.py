"""Walks through the guide, at a phone's width and a desk's, by pointer and by keyboard alone.
Nothing may tell of them afterwards."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import Browser, expect

from tests.kit.browsing import PHONE, Served, visiting
from tests.kit.reader import GUIDE, HANDS, Reader, reading

pytestmark = pytest.mark.browser

Walk = Callable[..., AbstractContextManager[Reader]]
POLICE = ["beratta", "bedom-laget"]


@pytest.fixture(params=HANDS)
def walk(request: pytest.FixtureRequest, browser: Browser, real_site: Served) -> Walk:
    """`walk(role)`: a reader with that role."""
    hand, width = request.param
    return lambda role, **options: reading(browser, real_site, hand, width, role, **options)


def tick(reader: Reader, *actions: str) -> None:
    for action in actions:
        reader.press(f"kryss:{action}")


def test_the_exposed_person_who_does_not_want_to_report(walk: Walk) -> None:
    with walk("den-utsatte") as reader:
        assert reader.now == ["beratta"]
        tick(reader, "beratta")
        assert reader.now == ["bedom-laget"], "a part in somebody else's step"
        assert not reader.shows(".rg-now input"), "and no box for it"
        assert reader.waiting == ["bedom-laget", "forsta-stod"]
        handed = reader.page.locator(".rg-hand textarea").input_value()
        assert handed.startswith("Till: Partiets säkerhetsansvarig\nFrån: Den utsatte\nDag: 25 november 2026\n")
        assert "Det har hänt mig något i mitt uppdrag." in handed
        assert "Vem är hos dig nu?" not in handed, "words that are the officer's"
        tick(reader, "bedom-laget")
        reader.press("nej:behovs-strategen")
        assert reader.shows('.rg-waiting [data-item="kontakta-polisen"] .rg-advice'), (
            "nobody has told the one who is waited for"
        )
        tick(reader, "kontakta-polisen")
        assert reader.now == ["ska-polisanmalas"]
        assert reader.said == "Nu: Vill du att händelsen polisanmäls?"
        reader.press("nej:ska-polisanmalas")
        assert reader.now == []
        assert "polisanmal" not in reader.waiting + reader.coming
        assert "Gäller inte längre" in reader.said


def test_the_exposed_person_who_reports_later(walk: Walk) -> None:
    with walk("den-utsatte") as reader:
        tick(reader, "beratta", "bedom-laget")
        reader.press("ja:behovs-strategen")
        tick(reader, "kontakta-strategen", "kontakta-polisen")
        reader.press("vet-inte:ska-polisanmalas")
        assert reader.now == ["ska-polisanmalas"], "the question stays, and is seen"
        assert reader.said == reader.text(".rg-said"), "heard and seen"
        tick(reader, "forsta-stod", "vald-stodperson")
        assert reader.now == ["ska-polisanmalas"], "the other track goes on"
        reader.press("ja:ska-polisanmalas")
        assert "polisanmal" in reader.waiting
        tick(reader, "polisanmal", "begar-atkomstskydd", "uppge-uppdraget")
        assert not {"polisanmal", "begar-atkomstskydd", "uppge-uppdraget"} & {*reader.waiting, *reader.coming}


@pytest.mark.parametrize("care", ["ja", "nej"])
def test_the_officer_through_two_weeks(walk: Walk, care: str) -> None:
    with walk("partiets-sakerhetsansvarig") as reader:
        reader.give_day("2026-11-24")
        assert "Senast tisdag 8 december 2026" in reader.text(".rg-days")
        assert "13 dagar kvar" in reader.text(".rg-days")
        tick(reader, "beratta")
        assert reader.now == ["bedom-laget", "forsta-stod"], "the two tracks side by side"
        tick(reader, "bedom-laget")
        reader.press("ja:behovs-strategen")
        tick(reader, "kontakta-strategen", "forsta-stod", "vald-stodperson")
        reader.press(f"{care}:behovs-vard")
        if care == "ja":
            assert reader.now == ["sallskap-till-vard"]
            tick(reader, "sallskap-till-vard")
        assert reader.now == ["sallskap-hem"]
        tick(reader, "sallskap-hem", "sallskap-hemma", "informera-grupper")
        reader.skip("informera-medier", "ingen har frågat")
        assert reader.now == ["forsta-samtal"]
        reader.page.clock.set_fixed_time("2026-12-09T08:00:00+01:00")
        reader.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert "gick ut i går" in reader.text(".rg-days")
        assert "gick ut i går" in reader.text('.rg-now [data-item="forsta-samtal"]')
        assert not reader.shows('[data-key="kalender:forsta-samtal"]'), "nobody is reminded of a day that has been"
        tick(reader, "forsta-samtal", "dokumentera-samtalet", "fler-samtal")
        assert not reader.shows(".rg-due"), "the limit was met"
        assert reader.shows(".rg-hand")
        assert (
            "Inte aktuellt: Informera massmedia om händelsen. Skäl: ingen har frågat"
            in reader.page.locator(".rg-hand textarea").input_value()
        )
        reader.press("sammanstallning")
        lines = reader.page.locator(".rg-summary-lines li").all_inner_texts()
        assert any("Inte aktuellt 25 november 2026: ingen har frågat" in line for line in lines)
        assert any("Klart 9 december 2026" in line for line in lines)
        assert any("Gäller inte" in line for line in lines) == (care == "nej")


def test_the_strategist_who_is_called_in(walk: Walk) -> None:
    with walk("kommunens-sakerhetsstrateg") as reader:
        assert reader.now == []
        tick(reader, "beratta", "bedom-laget")
        reader.press("ja:behovs-strategen")
        assert reader.waiting[0] == "kontakta-strategen"
        assert "kontakta-polisen" in reader.coming
        tick(reader, "kontakta-strategen")
        assert reader.now == ["kontakta-polisen"]
        assert reader.shows('.rg-now [data-item="kontakta-polisen"] .rg-must'), "what must be said stands with it"
        tick(reader, "kontakta-polisen")
        assert reader.shows(".rg-hand")
        assert "ska-polisanmalas" in reader.waiting


def test_the_strategist_who_is_not_called_in(walk: Walk) -> None:
    """The source gives the contact with the police to the strategist
    all the same, and who takes it then is an open question."""
    with walk("kommunens-sakerhetsstrateg") as reader:
        tick(reader, "beratta", "bedom-laget")
        reader.press("nej:behovs-strategen")
        assert "kontakta-strategen" not in reader.now + reader.waiting + reader.coming
        assert reader.now == ["kontakta-polisen"]
        assert reader.shows('.rg-now [data-item="kontakta-polisen"] .rg-advice'), "the open question is said"


def test_the_directors_three_steps(walk: Walk) -> None:
    with walk("kommunchefen") as reader:
        assert "Din del börjar när" in reader.text(".rg-now")
        reader.press("hit:polisanmal")
        for step in ("ska-polisanmalas", "behovs-strategen", "kontakta-polisen"):
            assert "Okänt" in reader.text(f'.rg-done [data-item="{step}"]'), "nobody has said this"
        reader.press("sammanstallning")
        (way,) = (
            reader.page.locator(".rg-summary-lines li").filter(has_text="Kontakta kommunens säkerhetsstrateg").all()
        )
        assert way.inner_text().startswith("Okänt"), "a way that only an assumption shut"
        for step in ("polisanmal", "begar-atkomstskydd", "uppge-uppdraget"):
            assert reader.now == [step]
            tick(reader, step)
        assert reader.now == []
        assert "polisanmal" in reader.done


def test_a_role_changed_half_way(walk: Walk) -> None:
    with walk("den-utsatte") as reader:
        tick(reader, "beratta")
        reader.press("byt-roll")
        reader.press("roll:partiets-sakerhetsansvarig")
        assert reader.now == ["bedom-laget", "forsta-stod"]
        tick(reader, "bedom-laget")
        reader.press("byt-roll")
        reader.press("roll:den-utsatte")
        assert reader.done == [*POLICE]
        assert reader.waiting == ["behovs-strategen", "forsta-stod"]


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
        assert bool(reader.page.locator(".rg-now .rg-say").count()) is (role == "ombud"), (
            "who stands in for somebody has the words"
        )
        assert reader.waiting
        assert not reader.shows(".rg-waiting .rg-advice"), "what helps those who are responsible is not for others"
        assert not reader.coming


def test_who_reaches_nobody_is_not_left_alone(walk: Walk) -> None:
    """Without a party, or with an officer who does not answer: the open question is said, with numbers."""
    with walk("den-utsatte") as reader:
        beside = reader.page.locator('.rg-now [data-item="beratta"]')
        assert beside.locator('a[href^="tel:"]').count() >= 2
        assert "Öppen fråga" in beside.inner_text()
        assert beside.locator("a:not([href^='tel:'])").count() == 0, "no link leads away from what is answered"


def test_an_answer_taken_back_closes_what_it_opened_and_keeps_ticks(walk: Walk) -> None:
    with walk("kommunchefen") as reader:
        tick(reader, "beratta", "bedom-laget", "forsta-stod")
        reader.press("nej:behovs-strategen")
        tick(reader, "kontakta-polisen")
        reader.press("ja:ska-polisanmalas")
        tick(reader, "polisanmal")
        assert reader.now == ["begar-atkomstskydd"]
        reader.press("sammanstallning")
        reader.press("angra:ska-polisanmalas")
        assert reader.now == []
        assert "polisanmal" in reader.coming
        assert "Inte längre nu: Begär åtkomstskydd" in reader.said
        assert "Klart 25 november 2026, innan ett svar ändrades" in reader.text(".rg-sum"), (
            "what was done is not forgotten"
        )
        assert "forsta-stod" in reader.done, "a tick elsewhere"
        reader.press("ja:ska-polisanmalas")
        assert reader.now == ["begar-atkomstskydd"], "and its own tick is there when it opens again"
        reader.press("angra:ska-polisanmalas")
        reader.press("nej:ska-polisanmalas")
        assert reader.now == []
        assert "begar-atkomstskydd" not in reader.coming


def test_undo_and_a_change_of_mind(walk: Walk) -> None:
    with walk("den-utsatte") as reader:
        tick(reader, "beratta")
        reader.press("angra:beratta")
        assert reader.now == ["beratta"]
        reader.press("hoppa:beratta")
        reader.press("avbryt:beratta")
        assert reader.now == ["beratta"]
        reader.skip("beratta", "partiet vet redan")
        assert "partiet vet redan" in reader.text('.rg-done [data-item="beratta"]')
        handed = reader.page.locator(".rg-hand textarea").input_value()
        assert "Gjort:" not in handed, "what was left out is not handed over as done"
        assert "Skäl: partiet vet redan" in handed


def test_a_day_that_has_not_been_is_told_of(walk: Walk) -> None:
    with walk("partiets-sakerhetsansvarig") as reader:
        reader.give_day("2026-11-26")
        assert reader.text("#_dag-fel") == "Välj i dag eller en tidigare dag."
        assert not reader.shows(".rg-due")
        reader.give_day("2026-11-25")
        assert reader.text("#_dag-fel") == ""
        assert reader.said.startswith("Senast onsdag 9 december 2026")
        assert "Senast onsdag 9 december 2026" in reader.text(".rg-due")
        expect(reader.page.locator("#_dag")).to_have_value("2026-11-25")
        reader.press("byt-roll")
        reader.press("roll:partiets-sakerhetsansvarig")
        reader.page.locator("#_dag").fill("")
        expect(reader.page.locator(".rg-due")).to_have_count(0)


def test_a_part_that_begins_later_is_begun_at_once_and_what_came_before_is_unknown(walk: Walk) -> None:
    with walk("partiets-sakerhetsansvarig") as reader:
        assert "Din del börjar när den utsatte" in reader.text(".rg-now")
        reader.press("hit:bedom-laget")
        assert reader.now == ["bedom-laget", "forsta-stod"]
        reader.press("sammanstallning")
        first = reader.page.locator(".rg-summary-lines li").first.inner_text()
        assert first.startswith("Okänt")
        assert "2026" not in first, "and nobody knows when"
        assert not reader.shows(".rg-hand"), "nothing has been done that could be handed over"


def test_what_is_half_written_stays_while_other_things_change(browser: Browser, real_site: Served) -> None:
    with reading(browser, real_site, "pointer", PHONE, "partiets-sakerhetsansvarig") as reader:
        reader.press("hit:bedom-laget")
        reader.page.locator("#_dag").focus()
        reader.page.keyboard.type("1")
        reader.press("hoppa:bedom-laget")
        reader.page.keyboard.type("halva ski")
        reader.press("kryss:forsta-stod")
        assert reader.text("#_dag-fel") == "Skriv en dag som finns."
        expect(reader.page.locator("#skal_bedom-laget")).to_have_value("halva ski")
        reader.press("kryss:bedom-laget")
        reader.press("angra:bedom-laget")
        assert not reader.shows("#skal_bedom-laget"), "a step that is done is not asked about when it is undone"


def test_a_hand_that_shakes_ticks_once(browser: Browser, real_site: Served) -> None:
    with reading(browser, real_site, "pointer", PHONE, "partiets-sakerhetsansvarig") as reader:
        reader.press("hit:bedom-laget")
        box = reader.page.locator('[data-key="kryss:forsta-stod"]').bounding_box()
        assert box
        reader.page.mouse.dblclick(box["x"] + 14, box["y"] + 14, delay=20)
        assert [step for step in reader.done if step != "beratta"] == ["forsta-stod"]


@pytest.mark.parametrize("hash", ["#100%", "#%E0%A4", "#", "#finns-inte", "#beratta"])
def test_whatever_the_address_points_at_the_guide_begins(browser: Browser, real_site: Served, hash: str) -> None:
    with visiting(browser, PHONE) as page:
        page.goto(real_site.web(GUIDE) + hash)
        page.locator('[data-key="roll:den-utsatte"]').click()
        assert page.locator('[data-key="kryss:beratta"]').is_visible()
        assert page.locator("#beratta").is_visible() is (hash == "#beratta"), "a step that is pointed at is unfolded"


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
        for key in ("roll:den-utsatte", "kryss:beratta", "kryss:bedom-laget", "nej:behovs-strategen", "kopiera:over"):
            page.locator(f'[data-key="{key}"]').click()
        expect(page.locator(".rg-said")).to_have_text(
            "Det gick inte att kopiera. Markera texten och kopiera den själv."
            if clipboard == "none at all"
            else "Texten är kopierad."
        )
        assert page.evaluate("document.activeElement.dataset.key") == "kopiera:over"
        if clipboard != "none at all":
            assert page.evaluate("navigator.clipboard.readText()") == page.locator(".rg-hand textarea").input_value()
