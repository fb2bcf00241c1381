"""The search finds what is written, puts the emergency number before all else, and asks for nothing before its use."""

from __future__ import annotations

from typing import Any, cast

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from audit.built import ids, of, sought
from tests.kit.asked import as_asked, file_of_asset
from tests.kit.browsing import PHONE, Served, borrowing, come, open_search, visiting

pytestmark = pytest.mark.browser

STATUS = ".rg-search-status"
# Every answer is a new piece of text, also when it says the same as the last one.
NEW_ANSWER = """() => {
  const said = document.querySelector('.rg-search-status').firstChild;
  return said !== window.lastAnswer && /träff/.test(said?.data);
}"""
HITS = "(all) => all.map((each) => [each.querySelector('.rg-search-title').textContent, each.href])"


def opened(page: Page, url: str) -> Locator:
    """The field, after the page has been opened there and the search opened by a reader."""
    page.goto(url)
    open_search(page)
    field = page.locator(".rg-search-input")
    field.wait_for(state="visible")
    return field


def hits(page: Page, field: Locator, query: str) -> list[tuple[str, str]]:
    """Title and address of every hit shown."""
    page.evaluate("window.lastAnswer = document.querySelector('.rg-search-status').firstChild")
    field.fill(query)
    page.wait_for_function(NEW_ANSWER)
    return [cast(tuple[str, str], tuple(hit)) for hit in page.locator(".rg-search-hit").evaluate_all(HITS)]


def test_words_are_found_however_they_are_written_on_the_web_and_from_a_file(browser: Browser, site: Served) -> None:
    """With or without dots and rings, in capitals, in part, with a letter wrong, as a compound, and said aloud."""
    step = "roller/vaktmastaren/index.html#stang-kranen"
    asked = ("stänga huvudkranen", "HUVUDKRANEN", "huvudkr", "huvudkrnaen", "stang kran", "jag ska stäng kranen nu")
    for address in (site.web("index.html"), site.file("om/index.html")):
        with borrowing(browser, PHONE) as page:
            field = opened(page, address)
            for query in asked if address.startswith("http") else asked[:2]:
                assert any(href.endswith(step) for _, href in hits(page, field, query)[:3]), query
            for written, bare in (("röret", "roret"), ("fläkt", "flakt"), ("gräv", "grav")):
                assert hits(page, field, written) == hits(page, field, bare), written


def test_danger_has_the_emergency_number_first_told_before_how_many_hits_there_are(
    browser: Browser, site: Served
) -> None:
    danger = (
        "han har kniv", "skjut", "dom står utanför dörren", "det brinner", "vill do", "Kalle står utanför",
        "hon sa att hon ska ta sitt liv", "det händer nu", "vad händer någon står utanför",
        # In several forms, and what nobody may touch.
        "knivar", "knivhotad", "skottlossning", "beväpnade", "bombhotet", "handgranaten", "sprängladdning", "brand",
        "mordbrand", "misshandlades", "misshandel", "overfoll mig", "rånades", "förföljd nu", "självmordstankar",
        "vitt pulver", "pulvret", "pulverbrev", "brev med pulver", "konstig lukt", "det luktar skumt",
        "misstänkt paket", "misstankta paketet", "okänt föremål", "brevet läcker", "kvarglömd väska", "paketet tickar",
    )  # fmt: skip
    calm = ("skjuts", "utskrift", "vem gör vad", "hot mot mitt liv och mitt hem", "vad händer nu", "brevet")
    with borrowing(browser) as page:
        field = opened(page, site.web("index.html"))
        nothing = hits(page, field, "xqzzyw")
        for query in danger:
            (title, _), *others = found = hits(page, field, query)
            assert title == "Ring 112", query
            assert not page.locator(STATUS).inner_text()[0].isdigit(), query
            assert len({href for _, href in found}) == len(found), "the advice that it leads to is no hit beside it"
            assert others, "what was yesterday has its first step too"
        assert [title for title, _ in hits(page, field, "knivhuggen")][1:] == [title for title, _ in nothing]
        for query in calm:
            assert hits(page, field, query)[0][0] != "Ring 112", query


def test_where_there_is_no_answer_lies_what_is_nearest_and_then_whom_to_ask(browser: Browser, site: Served) -> None:
    with borrowing(browser) as page:
        field = opened(page, site.web("index.html"))
        led = hits(page, field, "xqzzyw")
        assert len(led) == 2
        assert site.page_of(led[1][1]) == "rad/index.html"
        near = hits(page, field, "kranskötsel")
        assert near[-2:] == led
        assert 2 < len({href for _, href in near}) == len(near) < 5
        assert page.locator(STATUS).get_attribute("role") == "status"


def test_what_is_in_most_entries_says_least_and_a_compound_is_its_two_words(browser: Browser, site: Served) -> None:
    ordered = """([titled, query, about]) => {
      const entries = titled.map(([title, also]) => ({ title, also, text: '', kind: '', href: title }));
      return window.rutin.searchEngine.over(entries, about)(query).map(({ href }) => href);
    }"""
    compounds = [(title, "") for title in ("Hot", "Brev", "Krig")]
    titled = (("Medier", "tidning"), ("Hot", "hotar"), ("Press", "tidning, partiledaren hotar"), ("Jour", "hotar"))
    with borrowing(browser) as page:
        hits(page, opened(page, site.web("index.html")), "kranen")
        assert page.evaluate(ordered, [titled, "hotar tidningen", "hot"])[0] in ("Medier", "Press")
        assert page.evaluate(ordered, [titled, "min partiledare hotar mig", ""])[0] == "Press"
        assert {*page.evaluate(ordered, [compounds, "hotbrev", ""])} == {"Hot", "Brev"}
        assert page.evaluate(ordered, [compounds[1:], "hotbrev", ""]) == ["Brev"]


def test_enter_leads_to_the_first_hit_where_that_is_an_answer_to_what_stands_there(
    browser: Browser, site: Served
) -> None:
    """Pressed before the search has answered; and nowhere without an answer, or where the reader has gone on."""
    held: list[Route] = []
    start = site.web("om/index.html")
    with borrowing(browser, PHONE) as page:
        page.route(as_asked("search-index.js"), lambda route: held.append(route))
        field = opened(page, start)
        field.fill("stänga huvudkranen")
        field.press("Enter")
        come(page, lambda: held)
        page.locator(".rg-menu > summary").focus()
        held[0].continue_()
        expect(page.locator(".rg-search-hit").first).to_be_attached()
        first = page.locator(".rg-search-hit").first.get_attribute("href")
        hits(page, field, "xqzzyw")
        field.press("Enter")
        page.wait_for_timeout(200)
        assert page.url == start
        field.fill("stänga huvudkranen")
        field.press("Enter")
        page.wait_for_url(lambda url: url.endswith(str(first).lstrip("./")))


def test_nothing_is_asked_for_before_the_search_is_used(browser: Browser, site: Served) -> None:
    asked = list[str]()
    with visiting(browser) as page:
        page.context.on("request", lambda request: asked.append(request.url))
        page.goto(site.file("index.html"))
        assert asked
        assert not [url for url in asked if "search" in url], "not before the menu is opened"
        with page.expect_request(as_asked("search.js")):
            page.locator(".rg-menu > summary").click()
        page.wait_for_timeout(200)
        late = ["search-index.js", "search-library.js"]
        assert not {*map(file_of_asset, asked)} & {*late}, "not before the field is used"
        hits(page, opened(page, site.file("index.html")), "steg")
        assert sorted({*map(file_of_asset, asked)} & {*late}) == late


def test_every_entry_leads_to_a_place_that_exists(site: Served) -> None:
    built = of(site.folder, site.data)
    entries = sought((site.folder / "assets/search-index.js").read_text(encoding="utf-8"))
    places = [each["href"].partition("#") for each in entries]
    assert len(places) > 50
    assert {file for file, _, _ in places} <= {*site.linked}
    assert [(file, id) for file, _, id in places if id and id not in ids(built.tree(file))] == []


def test_a_hit_is_followed_from_the_missing_page_and_closes_the_panel_on_its_own(
    browser: Browser, site: Served
) -> None:
    with borrowing(browser) as page:
        field = opened(page, site.root + "finns/inte/alls")
        _, href = hits(page, field, "stänga huvudkranen")[0]
        page.locator(".rg-search-hit").first.click()
        page.wait_for_url(href)
        field = opened(page, href)
        hits(page, field, "stänga huvudkranen")
        page.locator(".rg-search-hit").first.click()
        field.wait_for(state="hidden")


def test_what_was_sought_is_gone_when_the_page_is_put_away(browser: Browser, site: Served) -> None:
    with visiting(browser, PHONE) as page:
        field = opened(page, site.web("om/index.html"))
        assert hits(page, field, "stänga huvudkranen")
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
        expect(field).to_have_value("")
        expect(page.locator(".rg-search-hit")).to_have_count(0)


@pytest.mark.parametrize(
    ("file", "body"),
    [("search.js", ""), ("search-index.js", "window.rutinSearchIndex = 1")],
    ids=["not fetched", "no index"],
)
def test_a_search_that_cannot_be_used_says_so_and_is_there_when_it_can(
    browser: Browser, site: Served, file: str, body: str
) -> None:
    def answer(route: Route) -> Any:
        return route.fulfill(body=body, content_type="text/javascript") if body else route.abort()

    with borrowing(browser, PHONE) as page:
        page.route(as_asked(file), answer)
        page.goto(site.web("index.html"))
        open_search(page)
        if body:
            page.locator(".rg-search-input").focus()
        expect(page.locator("rutin-search > [role=status]")).not_to_be_empty()
        page.unroute(as_asked(file))
        page.locator(".rg-menu > summary").click()
        page.locator(".rg-menu > summary").click()
        field = page.locator(".rg-search-input")
        field.wait_for(state="visible")
        assert hits(page, field, "polis")
