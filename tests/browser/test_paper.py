"""On paper: no blank sheet, no navigation, the numbers, boxes to tick, heads on every sheet, and the picture."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page

from audit.pdf_text import pages_read
from content.sheets import FEW
from routine.loading.load import load
from routine.print.imprint import sheets as imprints
from routine.views.addresses import checklist_sheet
from routine.views.checklist import checklist
from tests.kit.browsing import PHONE, Served, borrowing, script, told
from tests.kit.heard import EDGE_MM
from tests.kit.look import SPLIT
from tests.kit.paper import BOX, NAVIGATION, PRINTED, SEEN, as_paper, marks, sheets
from tests.kit.reader import converse
from tests.kit.variants import LONG
from tests.kit.views import View, grid, views

pytestmark = pytest.mark.browser

A4, A5 = (595, 842), (420, 595)
MOST_SHEETS = 4  # Of a case that has just begun.
HEADS = """() => [...document.querySelectorAll('main table')].map((table) => {
  const style = getComputedStyle(table.tHead);
  const row = getComputedStyle(table.rows[1]);
  return [getComputedStyle(table).display, style.display, style.position, style.clipPath, row.display];
})"""


IN_TEST = (View("small", PRINTED["width"], "dark"),)
VIEWS = views(*IN_TEST, full=grid(PRINTED["width"]))
# What a fold-out holds is printed, though it is folded. Words are explained on the screen.
FOLDED = """() => [...document.querySelectorAll('main details:not([open], [hidden], .rg-begins-with *)')]
  .filter((each) => !each.closest('.rg-noprint'))
  .filter((each) => ![...each.children].slice(1).some((part) => part.checkVisibility())).length"""
# Every link out that is seen: what is printed after it, and whether a line is under it.
OUT = """() => [...document.querySelectorAll('main a[href^="http"]')]
  .filter((each) => each.checkVisibility() && each.getClientRects().length)
  .map((each) => ({
    address: each.getAttribute('href'),
    shown: getComputedStyle(each, '::after').content,
    line: getComputedStyle(each).textDecorationLine,
  }))"""

# Every paragraph of a link alone that is seen: nothing is said of where that leads. Prints are told by their names, and
# editors do not sit with a paper.
ALONE = """() => /\\/(redigera|utskrifter)\\//.test(location.pathname) ? [] :
  [...document.querySelectorAll('main p:is(:not([class]), :has(> .rg-link))')]
    .filter((each) => each.checkVisibility() && each.getClientRects().length)
    .map((each) => [each, each.querySelector('a:not([href^="tel:"])')])
    .filter(([each, link]) => link?.checkVisibility() && link.innerText.trim() === each.innerText.trim())
    .map(([each]) => each.outerHTML)"""

# Letters that can be read are at least 6.5 pt; those of the drawing are as many px before it is made smaller.
READ_PX, LETTER_PX = 6.5 / 0.75, 15
LETTERS = """(picture) => {
  const scale = picture.getScreenCTM().a;
  const shown = [...picture.querySelectorAll('text')].filter((each) => each.getClientRects().length);
  return shown.map((each) => parseFloat(getComputedStyle(each).fontSize) * scale);
}"""
HAND_PX = 8 / 25.4 * 96
# Each line to sign on: how high it is below its label, and whether its row has a box to tick.
SIGNED = """() => [...document.querySelectorAll('.rg-box-row .rg-sign > span')].map((line) => {
  const label = document.createRange();
  label.selectNodeContents(line);
  return {
    label: line.textContent,
    high: line.getBoundingClientRect().bottom - label.getBoundingClientRect().bottom,
    box: Boolean(line.closest('.rg-box-row').querySelector('input')),
  };
})"""
# Each line for a day or a time: how wide and high it is.
LINES = """() => [...document.querySelectorAll('main .rg-line')]
  .filter((each) => each.checkVisibility())
  .map((each) => each.getBoundingClientRect())
  .map(({ width, height }) => ({ width, height }))"""
DAY_PX, TIME_PX = 26 / 25.4 * 96, 16 / 25.4 * 96
# Every link that says nothing of where it leads, and has a line under it all the same.
LINED = """() => [...document.querySelectorAll('main a:not([href^="http"])')]
  .filter((each) => each.checkVisibility() && getComputedStyle(each).textDecorationLine !== 'none')
  .map((each) => each.outerHTML)"""
# What is folded and has nothing in it yet.
EMPTY = """() => [...document.querySelectorAll('.rg-case details')]
  .filter((each) => each.children.length < 2)
  .map((each) => each.textContent)"""


@dataclass
class Paper:
    """What has been found of one site on paper: what to look for → what is wrong, and how much there was of it."""

    site: Served
    wrong: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    count: Counter[str] = field(default_factory=Counter)

    def nothing(self, *looked_for: Callable[..., object], there: bool = True) -> None:
        """Nothing is wrong of what was looked for, and there was some of it; if not `there`, none."""
        for each in looked_for:
            assert not self.wrong[each.__name__], told(self.wrong[each.__name__])
            assert bool(self.count[each.__name__]) == there, f"{each.__name__}: {self.count[each.__name__]}"


Found = Iterator[tuple[int, list[str]]]


def the_shell(page: Page) -> Found:
    """The numbers, the edition and the heading, and no navigation."""
    wrong = [f"{kind} is printed" for kind in page.locator(", ".join(NAVIGATION)).evaluate_all(SEEN)]
    numbers = page.locator('.rg-sos a[href^="tel:"]:visible').all_inner_texts()
    if not any("112" in number for number in numbers) or len(numbers) != page.locator(".rg-sos a").count():
        wrong.append(f"the emergency numbers are not printed, only {numbers}")
    if "utgåva" not in page.locator(".rg-foot p").first.inner_text().lower():
        wrong.append("the edition is not printed")
    if not page.locator("main h1").is_visible():
        wrong.append("the heading is not printed")
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        wrong.append("wider than the sheet")
    yield 1, wrong


def the_ink(page: Page) -> Found:
    texts = page.evaluate(script("contrast"), [255, 255, 255])
    pale = [f"{text['ratio']:.2f} {text['where']}: {text['text']}" for text in texts if text["ratio"] < 7]
    yield len(texts), pale or ([] if texts else ["no texts"])


def the_boxes(page: Page) -> Found:
    boxes = page.evaluate(BOX)
    small = [box for box in boxes if box["native"] or not box["drawn"] or min(box["width"], box["height"]) < 12]
    yield len(boxes), [str(box) for box in small]
    rows = page.evaluate(SIGNED)
    yield len(rows), [f"no room to write: {row}" for row in rows if not row["box"] or row["high"] < HAND_PX]
    lines = page.evaluate(LINES)
    small = [line for line in lines if line["width"] < TIME_PX or line["height"] < HAND_PX - 1]
    yield len(lines), [f"no room for a day: {line}" for line in small]
    if lines and max(line["width"] for line in lines) < DAY_PX:
        yield 0, ["no line is as long as a day"]


def the_heads(page: Page) -> Found:
    right = ["table", "table-header-group", "static", "none", "table-row"]
    tables = page.evaluate(HEADS)
    yield len(tables), [str(found) for found in tables if found != right]


def the_words(page: Page) -> Found:
    """Also where the margins are the reader's, so that the sheet is as wide as a narrow window."""
    yield 1, [f"{word} is broken" for word in page.evaluate(SPLIT)]


def the_pictures(page: Page) -> Found:
    """Printed as large as can be read, or not at all, with a word on the PDF. None is spoken of that is not there."""
    lead = page.locator(".rg-flowchart > .rg-lead")
    if lead.count():
        there = page.locator("svg.rg-flow").first.is_visible()
        yield 1, [lead.inner_text()] if ("som bild" in lead.inner_text()) != there else []
    for picture in page.locator("svg.rg-flow").all():
        box = picture.bounding_box()
        if not picture.is_visible() or not box:
            told = page.locator("main p:visible:has(a[href$='flodesschema.pdf']):has(a[href$='flodesschema-a4.pdf'])")
            drawn = picture.evaluate(
                "(each) => ({ width: each.viewBox.baseVal.width, height: each.viewBox.baseVal.height })"
            )
            largest = min(PRINTED["width"] / drawn["width"], PRINTED["height"] / drawn["height"])
            yield (
                1,
                [] if told.count() == 1 and largest * LETTER_PX < READ_PX else ["not printed, and no word on the PDF"],
            )
        elif box["x"] + box["width"] > PRINTED["width"] or box["height"] > PRINTED["height"]:
            yield 1, ["larger than the sheet"]
        else:
            least = min(picture.evaluate(LETTERS))
            yield 1, [f"letters of {least * 0.75:.1f} pt"] if least < READ_PX else []


def the_fold_outs(page: Page) -> Found:
    shut = page.evaluate(FOLDED)
    yield page.locator("main details").count(), [f"{shut} fold-outs are not printed"] if shut else []


def the_links_out(page: Page) -> Found:
    links = page.evaluate(OUT)
    said = '" (" attr(href) ")"'
    mute = [link for link in links if link["shown"] != said and link["address"] not in link["shown"]]
    yield len(links), [str(link) for link in (*mute, *(link for link in links if link["line"] != "underline"))]
    yield 0, [f"{link} leads nowhere on paper" for link in page.evaluate(LINED)]


def the_links_within(page: Page) -> Found:
    """What cannot be followed on paper says where it leads, or is not there."""
    yield page.locator("main p > a:not([href^='http'])").count(), page.evaluate(ALONE)


def the_sheets(page: Page) -> Found:
    """As Chromium prints them: how many, of what size, and how they are marked for those who listen."""
    pdf = page.pdf(format="A4", prefer_css_page_size=True, tagged=True)
    found, tables = marks(pdf), page.locator("main table").count()
    wrong = []
    if (found.language, found.parts["H1"], found.parts["Table"]) != ("sv", 1, tables):
        wrong.append(f"marked as {found}")
    if found.parts["TH"] < 2 * tables:
        wrong.append(f"heads marked as {found}")
    printed = sheets(pdf)
    wrong += [f"sheet {number} is blank" for number, sheet in enumerate(printed, 1) if not sheet.letters]
    wrong += [f"{sheet}" for sheet in printed if (sheet.width, sheet.height) != pytest.approx(A4, 1e-2)]
    wrong += [f"where a printer leaves no ink: {each}" for each in printed if min(each.above, each.below) < EDGE_MM]
    whose = page.evaluate("document.documentElement.dataset.page ?? ''")
    for number, text in enumerate(squeezed(pdf), 1):
        wrong += [f"sheet {number} does not say which it is"] * (f"Sida{number}av{len(printed)}" not in text)
        wrong += [f"sheet {number} does not say whose it is"] * (whose.replace(" ", "") not in text)
    yield len(printed), wrong


LOOKED_FOR = (
    the_shell,
    the_ink,
    the_boxes,
    the_heads,
    the_words,
    the_pictures,
    the_fold_outs,
    the_links_out,
    the_links_within,
    the_sheets,
)


@pytest.fixture(scope="module", params=VIEWS)
def paper(request: pytest.FixtureRequest, browser: Browser, site_named: Callable[[str], Served]) -> Paper:
    """Each page is opened once, and all that can be measured of it on paper is."""
    view: View = request.param
    found = Paper(site_named(view.site))
    with borrowing(browser, view.width, PRINTED["height"], color_scheme=view.scheme) as page:
        as_paper(page)
        for name in view.pages(found.site):
            page.goto(found.site.web(name))
            for look in LOOKED_FOR:
                for count, wrong in look(page):
                    found.count[look.__name__] += count
                    found.wrong[look.__name__] += [f"{name}: {each}" for each in wrong]
    return found


def test_no_sheet_is_blank_or_without_its_number_and_the_whole_is_tagged(paper: Paper) -> None:
    paper.nothing(the_sheets)


def test_every_checklist_and_the_first_page_are_one_sheet(browser: Browser, served_site: Served) -> None:
    """Also as a reader's browser prints it who has no say over the margins. A first page of links has no second one."""
    with borrowing(browser, PRINTED["width"]) as page:
        page.goto(served_site.web("index.html"))
        single = ["index.html"] if page.locator(".rg-start").count() else []
        single += [name for name in served_site.pages if name.startswith("checklistor/") and name.count("/") > 1]
        for name in single:
            page.goto(served_site.web(name))
            assert len(texts(page)) == 1, name


@pytest.mark.parametrize("kind", ["roller", "checklistor"])
def test_the_sheets_of_a_role_say_whose_they_are_and_of_which_edition(
    browser: Browser, small_site: Served, kind: str
) -> None:
    """Sheets that have come apart, of two roles."""
    with borrowing(browser) as page:
        for role in load(small_site.data).roles:
            page.goto(small_site.web(f"{kind}/{role.id}/index.html"))
            whose = page.evaluate("document.documentElement.dataset.page")
            assert "utgåva" in whose.lower()
            if kind == "roller":
                assert whose.startswith(f"{role.name}. ")


def test_the_paper_is_the_readers_own(browser: Browser, small_site: Served) -> None:
    """Nothing is made smaller to have room on a smaller one: it takes more sheets."""
    with borrowing(browser) as page:
        page.goto(small_site.web("rutinen/index.html"))
        printed = [sheets(page.pdf(format=paper, prefer_css_page_size=True)) for paper in ("A4", "A5")]
        assert [(each[0].width, each[0].height) for each in printed] == [
            pytest.approx(A4, 1e-2),
            pytest.approx(A5, 1e-2),
        ]
        assert len(printed[0]) < len(printed[1])


def test_there_is_room_for_a_name_and_a_number_of_each_contact_that_has_none(
    browser: Browser, served_site: Served
) -> None:
    """And no word on the print, which this is."""
    with borrowing(browser, PRINTED["width"]) as page:
        as_paper(page)
        page.goto(served_site.web("kontakter/index.html"))
        for contact in load(served_site.data).contacts:
            shown = page.locator(f"main #{contact.id}")
            lines = [] if contact.number else ["Namn", "Nummer"]
            assert shown.locator(".rg-sign > span:visible").all_inner_texts() == lines, contact.id
        assert not page.locator("main").get_by_text("utskriften").filter(visible=True).count()


def test_a_link_out_says_its_address_on_paper(paper: Paper) -> None:
    """It cannot be pressed there. The ways out of the site that are not printed need none."""
    routine = load(paper.site.data)
    out = routine.accessibility.complaint or routine.site.edit or any(item.source.url for item in routine.guidance)
    paper.nothing(the_links_out, there=bool(out))


def test_a_link_that_leads_elsewhere_never_stands_alone_on_paper(paper: Paper) -> None:
    paper.nothing(the_links_within)


def test_paper_has_the_numbers_and_no_navigation(paper: Paper) -> None:
    paper.nothing(the_shell)


def test_paper_is_dark_on_white_whatever_the_screen_is(paper: Paper) -> None:
    paper.nothing(the_ink)


def test_boxes_to_tick_are_drawn_and_lines_have_room_for_a_hand(paper: Paper) -> None:
    """Large enough for a pen, with a frame of our own: what a browser draws itself prints as a grey dot."""
    paper.nothing(the_boxes)


def test_tables_are_tables_with_a_head_on_every_sheet(paper: Paper) -> None:
    paper.nothing(the_heads)


def test_no_short_word_is_broken_on_paper(paper: Paper) -> None:
    paper.nothing(the_words)


def test_the_flowchart_is_printed_though_it_is_folded_or_a_word_on_its_pdf(paper: Paper) -> None:
    paper.nothing(the_pictures, the_fold_outs)


@pytest.mark.full
def test_a_checklist_of_twenty_actions_is_two_sheets_at_most(browser: Browser, long_site: Served) -> None:
    (role,) = [role for role in load(long_site.data).roles if len(own(long_site, role.id)) == LONG]
    with borrowing(browser, PHONE) as page:
        page.goto(long_site.web(f"checklistor/{role.id}/index.html"))
        assert page.locator(".rg-box-row[data-action]").count() == LONG
        assert len(sheets(page.pdf(format="A4", prefer_css_page_size=True))) <= 2


def own(site: Served, role: str) -> list[str]:
    return [action.id for action in load(site.data).actions if role in action.responsible]


# --- The checklist's code, and the guide's case
# ---------------------------------------------------------------------------------------------


def texts(page: Page) -> list[str]:
    """What a browser prints, sheet by sheet."""
    return pages_read(page.pdf(format="A4", prefer_css_page_size=True))


def squeezed(pdf: bytes) -> list[str]:
    """The same without any space: where there is one in a line of small letters, is a guess."""
    return [sheet.replace(" ", "") for sheet in pages_read(pdf)]


def test_a_checklist_printed_from_its_page_carries_the_code_of_its_sheet(browser: Browser, served_site: Served) -> None:
    """So that it can be checked like any other, and only on paper: a screen is never out of date."""
    codes = {sheet.file: sheet.code for sheet in imprints(load(served_site.data))}
    with borrowing(browser) as page:
        for role in load(served_site.data).roles:
            page.goto(served_site.web(f"checklistor/{role.id}/index.html"))
            own = f"Kod {codes[checklist_sheet(role.id)]}"
            assert not page.get_by_text(own, exact=True).is_visible()
            assert "".join(texts(page)).replace(" ", "").count(own.replace(" ", "")) == 1, role.id


def test_what_an_answer_leads_to_is_printed_from_a_checklists_page_as_it_is_seen(
    browser: Browser, small_site: Served
) -> None:
    routine = load(small_site.data)
    holds = [meant.then[0].text.rstrip(".") for each in routine.questions for meant in each.means if meant.then]
    assert holds
    with borrowing(browser, PRINTED["width"]) as page:
        as_paper(page)
        for question in routine.questions:
            for role in question.answered_by if any(meant.then for meant in question.means) else ():
                page.goto(small_site.web(f"checklistor/{role}/index.html"))
                shown = page.locator(".rg-answer-row").all_inner_texts()
                assert [line for line in holds if any(line in row for row in shown)] == holds, role


def test_a_line_to_sign_stands_where_somebody_else_needs_to_know(browser: Browser, served_site: Served) -> None:
    routine = load(served_site.data)
    with borrowing(browser, PRINTED["width"]) as page:
        as_paper(page)
        for role in routine.roles:
            page.goto(served_site.web(f"checklistor/{role.id}/index.html"))
            signed = page.locator(".rg-box-row[data-action]:has(.rg-sign:visible)")
            wanted = [line.id for line in checklist(routine, role.id).lines if line.signed]
            assert signed.evaluate_all("(all) => all.map((each) => each.dataset.action)") == wanted, role.id


def test_the_guide_prints_the_case_alone_with_what_is_folded_in_it(browser: Browser, served_site: Served) -> None:
    """Before a role is chosen there is no case, and the whole list is printed."""
    with borrowing(browser) as page:
        for role in load(served_site.data).roles:
            page.goto("about:blank")
            page.goto(served_site.web(f"guide/index.html#roll_{role.id}"))
            page.locator("[data-guide=roll]").wait_for()
            printed = texts(page)
            assert page.evaluate(EMPTY) == [], "what is folded is made before it is printed"
            assert "Alla steg i rutinen" not in " ".join(printed), role.id
            assert len(printed) <= MOST_SHEETS, role.id
            as_paper(page)
            assert not page.locator("[data-section]:visible").count()
            page.emulate_media(media="null")


# Of each answer that is printed: its key, how thick its box is drawn, and how wide that is, in px.
ANSWERS = """() => [...document.querySelectorAll('.rg-case [aria-pressed]')]
  .filter((each) => each.checkVisibility())
  .map((each) => [each, getComputedStyle(each, '::before')])
  .map(([each, box]) => [each.dataset.key, parseFloat(box.borderTopWidth), parseFloat(box.width)])"""


def test_what_was_answered_is_a_full_box_among_the_empty_ones_on_paper(browser: Browser, site: Served) -> None:
    """Drawn as ink: a browser prints no backgrounds."""
    asked = 0
    with borrowing(browser) as page:
        for role in load(site.data).roles:
            page.goto("about:blank")
            page.goto(site.web(f"guide/index.html#roll_{role.id}"))
            page.locator("[data-guide=roll]").wait_for()
            answer = page.locator("[data-key^='nej:']:visible").first
            if not answer.count():
                continue
            given = answer.get_attribute("data-key")
            answer.click()
            as_paper(page)
            boxes = page.evaluate(ANSWERS)
            full = [key for key, thick, wide in boxes if thick >= wide / 2]
            assert full == [given], role.id
            assert all(wide > 12 and 0 < thick < 2 for key, thick, wide in boxes if key != given), boxes
            asked += 1
            page.emulate_media(media="null")
    assert asked


# The box before the first step: how thick it is drawn, and how wide.
FIRST_BOX = """() => [...document.querySelectorAll('.rg-case .rg-first-text')]
  .map((each) => getComputedStyle(each, '::before'))
  .map((box) => [box.content, parseFloat(box.borderTopWidth), parseFloat(box.width)])"""


def test_what_is_to_be_done_first_has_a_box_as_all_else_has(browser: Browser, served_site: Served) -> None:
    """What is pressed for it on the screen is not printed."""
    boxes = 0
    with borrowing(browser) as page:
        for role in load(served_site.data).roles:
            page.goto("about:blank")
            page.goto(served_site.web(f"guide/index.html#roll_{role.id}"))
            page.locator("[data-guide=roll]").wait_for()
            pressed = page.locator(".rg-case .rg-press input").count()
            assert {each[0] for each in page.evaluate(FIRST_BOX)} <= {"none"}, "none on the screen"
            as_paper(page)
            found = [each for each in page.evaluate(FIRST_BOX) if each[0] != "none"]
            assert len(found) == pressed
            assert all(content == '""' and thick > 0 and wide > 12 for content, thick, wide in found), role.id
            boxes += len(found)
            page.emulate_media(media="null")
    assert boxes


def test_the_complete_list_is_printed_when_it_is_folded_out_or_no_role_is_chosen(
    browser: Browser, small_site: Served
) -> None:
    with borrowing(browser) as page:
        page.goto(small_site.web("guide/index.html"))
        assert "Alla steg" in " ".join(texts(page))
        converse(page, small_site.web("guide/index.html"))
        assert "Alla steg" in " ".join(texts(page))
        page.goto("about:blank")
        page.goto(small_site.web("guide/index.html#roll_rektorn"))
        page.locator(".rg-all > summary").click()
        assert "Alla steg" in " ".join(texts(page))


def test_what_is_folded_out_has_no_sign_to_fold_it_in_by_on_paper(browser: Browser, small_site: Served) -> None:
    with borrowing(browser) as page:
        converse(page, small_site.web("guide/index.html"))
        page.locator('[data-key="roll:rektorn"]').click()
        page.locator(".rg-case .rg-more > summary:visible").first.click()
        page.emulate_media(media="print")
        signs = page.locator(".rg-more[open] > summary").evaluate_all(
            "(all) => all.map((each) => getComputedStyle(each, '::before').content)"
        )
        assert {*signs} == {"none"}


def test_what_is_above_the_roles_is_printed_with_the_first_of_them(browser: Browser, site: Served) -> None:
    with borrowing(browser, PRINTED["width"]) as page:
        page.goto(site.web("guide/index.html"))
        asked = page.locator("#_val h2.rg-stage").inner_text()
        first = page.locator(".rg-role-list b").first.inner_text()
        (sheet,) = [each for each in texts(page) if asked in each]
        assert first in sheet.partition(asked)[2]


@pytest.mark.full
def test_no_last_sheet_is_used_for_a_line_or_two(browser: Browser, site_named: Callable[[str], Served]) -> None:
    """Of our own pages, where that can be seen: it is read as a fault, or is lost."""
    ours = site_named("real")
    with borrowing(browser, PRINTED["width"]) as page:
        for name in ours.pages:
            page.goto(ours.web(name))
            printed = texts(page)
            assert len(printed) == 1 or len(printed[-1]) > FEW, (name, printed[-1])
