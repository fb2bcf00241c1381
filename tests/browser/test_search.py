"""The search finds what a reader writes, says when it finds
nothing, asks for nothing before it is used, and leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import cast
from urllib.parse import urldefrag

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from audit.built import sought
from routine.loading.load import load
from tests.kit.asked import as_asked, asked_wrongly, file_of_asset
from tests.kit.browsing import PHONE, Served, borrowing, come, open_search, told, visiting
from tests.kit.look import SPLIT
from tests.kit.paths import OTHER_BODIES
from tests.kit.views import IN_BOTH_PLACES, of_each_kind, some

pytestmark = pytest.mark.browser

OTHERS = tuple((body, place) for body in OTHER_BODIES for place in ("web", "file"))
ACTION = "Steg"
# Every answer is a new piece of text, also when it says the same as the last one.
NEW_ANSWER = """() => {
  const said = document.querySelector('.rg-search-status').firstChild;
  return said !== window.lastAnswer && /träff/.test(said?.data);
}"""

# What the search does when it is opened is done a moment later.
OPENED = """() => {
  const search = document.querySelector('.rg-search');
  window.opened = new Promise((done) => search.addEventListener('toggle', done));
}"""


def address(site: Served, place: str, page: str) -> str:
    return site.web(page) if place == "web" else site.file(page)


def opened(page: Page, url: str) -> Locator:
    """The field, after the page has been opened there and the search opened by a reader."""
    page.goto(url)
    open_search(page)
    field = page.locator(".rg-search-input")
    field.wait_for(state="visible")
    return field


def hits(page: Page, field: Locator, query: str) -> list[tuple[str, str, str]]:
    """Title, what is said about it, and address of every hit shown."""
    page.evaluate("window.lastAnswer = document.querySelector('.rg-search-status').firstChild")
    field.fill(query)
    page.wait_for_function(NEW_ANSWER)
    read = """(all) => all.map((each) => [
      each.querySelector('.rg-search-title').textContent,
      each.querySelector('.rg-search-about').textContent,
      each.href,
    ])"""
    return [cast(tuple[str, str, str], tuple(hit)) for hit in page.locator(".rg-search-hit").evaluate_all(read)]


def entries(site: Served) -> list[dict[str, str]]:
    return sought((site.folder / "assets/search-index.js").read_text(encoding="utf-8"))


@IN_BOTH_PLACES
@pytest.mark.parametrize("style", some("folders", full=("real",)))
def test_words_of_the_routine_are_found_as_they_are_written(
    browser: Browser, site_named: Callable[[str], Served], style: str, place: str
) -> None:
    """With or without dots and rings, in capitals, in part, and with a letter wrong."""
    site = site_named(style)
    with borrowing(browser, PHONE) as page:
        field = opened(page, address(site, place, "index.html"))
        found = {
            query: hits(page, field, query)
            for query in ("anmäl", "anmal", "ANMÄL", "polis", "poli", "polisanmala", "åtgärd", "atgard")
        }
        assert found["anmäl"] == found["ANMÄL"]
        assert {title for title, _, _ in found["anmäl"][:3]} & {title for title, _, _ in found["anmal"][:3]}
        assert {title for title, _, _ in found["åtgärd"][:3]} & {title for title, _, _ in found["atgard"][:3]}
        for query in ("anmäl", "polis", "poli"):
            assert any(about.startswith(ACTION) for _, about, _ in found[query]), query
        assert all(found.values())


@IN_BOTH_PLACES
def test_every_title_finds_its_own_entry(browser: Browser, served_site: Served, place: str) -> None:
    problems = []
    with borrowing(browser) as page:
        field = opened(page, address(served_site, place, served_site.linked[-1]))
        for kind in sorted({entry["kind"] for entry in entries(served_site)}):
            entry = next(each for each in entries(served_site) if each["kind"] == kind)
            if not any(href.endswith(entry["href"]) for _, _, href in hits(page, field, entry["title"])):
                problems.append(f"{kind}: {entry['title']}")
    assert not problems, told(problems)


def test_a_menu_that_was_opened_before_the_script_came_has_the_search(browser: Browser, small_site: Served) -> None:
    held: list[Route] = []
    with visiting(browser, PHONE) as page:
        page.route(as_asked("page.js"), lambda route: held.append(route))
        page.goto(small_site.web("om/index.html"), wait_until="commit")
        page.locator(".rg-menu > summary").click()
        come(page, lambda: held)
        held[0].continue_()
        page.locator(".rg-search > summary").click()
        expect(page.locator(".rg-search-input")).to_be_visible()


@IN_BOTH_PLACES
def test_nothing_found_leads_to_whom_to_ask_and_to_all_words(browser: Browser, served_site: Served, place: str) -> None:
    with borrowing(browser) as page:
        field = opened(page, address(served_site, place, "index.html"))
        asked = hits(page, field, "xqzzyw")
        begun = next((each for each in load(served_site.data).actions if each.opens), None)
        assert [title for title, _, _ in asked] == [*([begun.text] if begun else []), "Fråga någon"]
        assert served_site.page_of(asked[-1][2]) == "kontakter/index.html"
        status = page.locator(".rg-search-status")
        begins = "hur rutinen börjar och " if begun else ""
        assert status.inner_text() == f"Inga träffar på precis det. Här är {begins}vem du kan fråga."
        assert status.get_attribute("role") == "status"
        assert page.locator(".rg-search a:visible").count() == len(asked) + 1


def test_what_is_not_answered_has_what_lies_nearest_and_does_not_say_that_it_is_an_answer(
    browser: Browser, small_site: Served
) -> None:
    with borrowing(browser) as page:
        near = hits(page, opened(page, small_site.web("index.html")), "kranskötsel")
        [begun] = [each.text for each in load(small_site.data).actions if each.opens]
        assert [title for title, _, _ in near[-2:]] == [begun, "Fråga någon"]
        assert 2 < len(near) < 5
        assert len({href for _, _, href in near}) == len(near)
        said = page.locator(".rg-search-status").inner_text()
        assert said.endswith("Här är det som ligger närmast, hur rutinen börjar och vem du kan fråga.")


def test_what_lies_nearest_is_no_place_that_is_led_to_and_none_is_lost_to_another_that_is_not_shown(
    browser: Browser, small_site: Served
) -> None:
    """The number stands where the advice does, and is shown only where it is acute."""
    entries = [
        {"title": "Ring 112", "also": "larm", "href": "fara/", "when": "acute"},
        {"title": "Fara nu", "also": "larm", "href": "fara/"},
        {"title": "Kontakter", "href": "kontakter/"},
        {"title": "Fråga någon", "href": "kontakter/", "when": "nothing"},
        {"title": "Blankett", "href": "blankett/"},
    ]
    search = """async ([entries, query]) => {
      const search = await window.rutin.searchEngine.over(entries.map((each) => ({ text: '', kind: '', ...each })), '');
      return search(query).map(({ title }) => title);
    }"""
    with borrowing(browser) as page:
        hits(page, opened(page, small_site.web("index.html")), "kranen")
        near = page.evaluate(search, [entries, "larm 112 kontakter blankett blorpx grunkx snurrx vrenskx"])
        assert near[2:] == ["Fråga någon"]
        assert {*near[:2]} == {"Fara nu", "Blankett"}
        assert page.evaluate(search, [entries, "larm 112"]) == ["Ring 112"]


def test_what_cannot_wait_has_the_emergency_number_first(browser: Browser, served_site: Served) -> None:
    number = "112"
    with borrowing(browser) as page:
        field = opened(page, served_site.web("index.html"))
        for query in (
            "någon försöker bryta sig in",
            "han har kniv",
            "dom står utanför dörren",
            "det brinner",
            "hjälp ja e rädd",
            "knackar på dörren",
            "jag orkar inte leva längre",
            "vill do",
            "hon sa att hon ska ta sitt liv",
            "Kalle står utanför",
            "de följer efter mig",
            "bombhot",
            "brev med pulver",
            "misstänkt paket",
            "mordbrand",
            "det händer nu",
            "vad händer någon står utanför",
        ):
            found = hits(page, field, query)
            assert found[0][0] == f"Ring {number}", query
            assert len({href for _, _, href in found}) == len(found), "the advice that it leads to is no hit beside it"
        for query in ("utskrift", "vem gör vad", "checklista", "hot mot mitt liv och mitt hem", "vad händer nu"):
            assert hits(page, field, query)[0][0] != f"Ring {number}", query


def test_the_emergency_number_is_followed_by_where_the_routine_begins_and_whom_to_ask(
    browser: Browser, small_site: Served
) -> None:
    """Where nothing else is found: what is asked of may have been yesterday."""
    with borrowing(browser) as page:
        number, *others = hits(page, opened(page, small_site.web("index.html")), "knivhuggen")
        begun, asked = hits(page, page.locator(".rg-search-input"), "xqzzyw")
        assert number[0] == "Ring 112"
        assert others == [begun, asked]


def test_what_cannot_wait_is_told_before_how_many_hits_there_are(browser: Browser, served_site: Served) -> None:
    """Who hears the page and does not see it is told what to do, in the words of the routine."""
    advice = load(served_site.data).emergency[0].advice
    with borrowing(browser) as page:
        field = opened(page, served_site.web("index.html"))
        status = page.locator(".rg-search-status")
        hits(page, field, "det brinner")
        assert re.fullmatch(re.escape(advice) + r" \d+ träff(ar(, de 8 bästa visas)?)?", status.inner_text())
        hits(page, field, "checklista")
        assert re.match(r"\d+ träff", status.inner_text())


@IN_BOTH_PLACES
def test_enter_leads_to_the_first_hit_where_there_is_an_answer(
    browser: Browser, small_site: Served, place: str
) -> None:
    """Pressed as soon as it is written: before the search has answered."""
    query = "stänga huvudkranen"
    with borrowing(browser, PHONE) as page:
        field = opened(page, address(small_site, place, "om/index.html"))
        first = hits(page, field, query)[0][2]
        field = opened(page, address(small_site, place, "om/index.html"))
        field.fill(query)
        field.press("Enter")
        page.wait_for_url(first)


def test_enter_leads_nowhere_without_an_answer(browser: Browser, small_site: Served) -> None:
    with borrowing(browser, PHONE) as page:
        field = opened(page, small_site.web("om/index.html"))
        for query in ("xqzzyw", ""):
            field.fill(query)
            field.press("Enter")
            expect(page.locator(".rg-search-status")).to_have_text(re.compile("^Inga träffar" if query else "^$"))
            assert page.locator(".rg-search-hit").count() == (2 if query else 0)
        assert page.url == small_site.web("om/index.html")
        expect(field).to_be_focused()


def test_enter_leads_nowhere_where_another_hit_than_the_first_is_the_answer(
    browser: Browser, small_site: Served
) -> None:
    with borrowing(browser, PHONE) as page:
        field = opened(page, small_site.web("om/index.html"))
        hits(page, field, "kvar mata klockan")
        expect(page.locator(".rg-search-status")).to_have_text(re.compile(r"^\d+ träffar"))
        field.press("Enter")
        page.wait_for_timeout(200)
        assert page.url == small_site.web("om/index.html")


def test_what_was_sought_is_gone_when_the_page_is_put_away(browser: Browser, small_site: Served) -> None:
    with visiting(browser, PHONE) as page:
        field = opened(page, small_site.web("om/index.html"))
        assert hits(page, field, "stänga huvudkranen")
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
        expect(field).to_have_value("")
        expect(page.locator(".rg-search-hit")).to_have_count(0)
        expect(page.locator(".rg-search-status")).to_be_empty()


@pytest.mark.parametrize("then", ["writes", "leaves"])
def test_enter_leads_nowhere_from_what_stands_there_no_longer(browser: Browser, small_site: Served, then: str) -> None:
    """The index comes late, and the reader does something else meanwhile."""
    held: list[Route] = []
    with borrowing(browser, PHONE) as page:
        page.route(as_asked("search-index.js"), lambda route: held.append(route))
        field = opened(page, small_site.web("om/index.html"))
        field.fill("stänga huvudkranen")
        field.press("Enter")
        come(page, lambda: held)
        if then == "writes":
            field.press_sequentially("s")
        else:
            page.locator(".rg-search > summary").focus()
        held[0].continue_()
        expect(page.locator(".rg-search-hit").first).to_be_attached()
        page.wait_for_timeout(200)
        assert page.url == small_site.web("om/index.html")


def test_what_a_role_is_to_do_is_asked_for_by_its_name(browser: Browser, served_site: Served) -> None:
    """Whatever it is about: its name alone stands at every step that it has a part in."""
    routine = load(served_site.data)
    about = routine.guidance[0].title if routine.guidance else ""
    with borrowing(browser) as page:
        field = opened(page, served_site.web("index.html"))
        for role in routine.roles:
            for what in ("ansvar", "uppgifter", "roll"):
                asked = f"{role.name} {what} {about}"
                first = [served_site.page_of(href) for _, _, href in hits(page, field, asked)[:3]]
                assert f"roller/{role.id}/index.html" in first, asked


# Entries of nothing but words, and the order that each query puts them in.
ORDERED = """async ([titled, queries, about]) => {
  const entries = titled.map(([title, also]) => ({ title, also, text: '', kind: '', href: title }));
  const search = await window.rutin.searchEngine.over(entries, about ?? '');
  return queries.map((query) => search(query).map(({ href }) => href));
}"""
TITLED = (
    ("Medier", "tidning"),
    ("Jour", "prata, prata med någon"),
    ("Läge", "prata, tid"),
    ("Samtal", "prata"),
    ("Parti", "partiledaren hotar"),
    ("Utsatt", "hotar"),
    ("Partiledare", "hotar noga"),
    ("Larm", "ringa"),
    ("Polis", "polis, säga, ringa"),
    ("Växel", "ringa, polis"),
    ("Natten", "ensam i natt"),
    ("Reception", "kontorets öppettider"),
    ("Svar", "svara"),
    ("Vakt", "vaktmästare sökes"),
)


def test_what_the_whole_site_is_about_says_little_of_which_page_is_meant(browser: Browser, small_site: Served) -> None:
    """In whatever form it is written; and it is found, where nothing else is asked for."""
    titled = (("Medier", "tidning"), ("Läckor", "läcka"), ("Press", "tidning"), ("Jour", "tidning"), ("Natt", ""))
    queries = ("tidning om läckorna", "tidning om lackorna", "läckan")
    with borrowing(browser) as page:
        hits(page, opened(page, small_site.web("index.html")), "kranen")
        beside, bare, alone = page.evaluate(ORDERED, [titled, queries, "När du ser en läcka"])
        assert beside[0] != "Läckor"
        assert bare[0] != "Läckor"
        assert alone[0] == "Läckor"
        assert page.evaluate(ORDERED, [titled, queries])[0][0] == "Läckor", "or the words decide nothing"


def test_a_name_that_looks_like_another_word_does_not_decide(browser: Browser, small_site: Served) -> None:
    """Beside it, what the whole site is about says what is meant."""
    titled = (("Medier", "affisch"), ("Läckor", "läcka"), ("Rör", "läcka"), ("Jour", ""), ("Natt", ""))
    with borrowing(browser) as page:
        hits(page, opened(page, small_site.web("index.html")), "kranen")
        assert page.evaluate(ORDERED, [titled, ["läcka hos afisch"], "läcka"])[0][0] != "Medier"
        assert page.evaluate(ORDERED, [titled, ["läcka hos affisch"], "läcka"])[0][0] == "Medier"


def test_a_short_word_that_is_unknown_is_another_one_only_by_a_slip(browser: Browser, small_site: Served) -> None:
    """Vabba is no tabba: where nothing else is known there is no answer."""
    titled = (("Fel", "tabba"), ("Stöd", "son"), ("Fråga", "fråga"), ("Polis", "polis"), ("Vakt", "vaktmästare"))
    first = {"polsi": "Polis", "pollis": "Polis", "poliis vabba": "Polis", "vaktmestare": "Vakt", "son vabba": "Stöd"}
    with borrowing(browser) as page:
        hits(page, opened(page, small_site.web("index.html")), "kranen")
        assert page.evaluate(ORDERED, [titled, ["vabba", "json", "färger", "vabba json"]]) == [[]] * 4
        orders = page.evaluate(ORDERED, [titled, list(first)])
        assert {query: order[0] for query, order in zip(first, orders, strict=True)} == first


def test_a_number_that_is_written_whole_finds_that_one_alone(browser: Browser, small_site: Served) -> None:
    """One in an old paper led to the numbers that differ from it at the end."""
    routine = load(small_site.data)
    jour, (engineer, *_) = routine.emergency[1], [each.number for each in routine.contacts if each.number]
    assert engineer
    assert engineer[:8] == jour.number[:8]
    with borrowing(browser) as page:
        field = opened(page, small_site.web("index.html"))
        for query in (jour.number, jour.number.replace(" ", ""), f"ring {jour.number}"):
            found = hits(page, field, query)
            assert found[0][0] == jour.label, query
            assert not [about for _, about, _ in found if engineer in about], query
        unknown = f"{jour.number[:-2]}99"
        assert not [about for _, about, _ in hits(page, field, unknown) if jour.number[:8] in about]
        assert hits(page, field, jour.number[:8])[0][1].count(jour.number[:8]), "half of it is asked for as well"


@IN_BOTH_PLACES
def test_what_is_asked_for_by_its_whole_name_comes_first_and_no_place_comes_twice(
    browser: Browser, served_site: Served, place: str
) -> None:
    with borrowing(browser) as page:
        field = opened(page, address(served_site, place, "index.html"))
        for title in ("Guiden", "Fel och råd", "Kontakter"):
            assert hits(page, field, title)[0][0] == title
        routine = load(served_site.data)
        urgent = [item.title for item in routine.guidance if item.urgent]
        for query in (*(f"{routine.emergency[0].number} {title}" for title in urgent), "guiden", "skriva ut"):
            found = [href for _, _, href in hits(page, field, query)]
            assert len({*found}) == len(found), query


def test_who_says_no_more_than_what_all_is_about_has_the_step_that_opens_the_case(
    browser: Browser, small_site: Served
) -> None:
    routine = load(small_site.data)
    assert routine.opening
    with borrowing(browser) as page:
        field = opened(page, small_site.web("index.html"))
        for word in routine.site.subject:
            assert hits(page, field, word)[0][0] == routine.opening.text, word
        assert hits(page, field, f"{routine.site.subject[0]} mögel")[0][0] == "Mögel", "what else is known decides"


def test_a_rare_word_tells_more_than_a_common_one_and_a_phrase_is_known_in_other_words(
    browser: Browser, small_site: Served
) -> None:
    first = {
        "får jag prata med tidningen": "Medier",
        "partiledaren är den som hotar mig": "Parti",
        "vad säger jag när jag ringer polisen": "Polis",
        "vågar inte vara själv inatt": "Natten",
        "ringer om öppettider": "Reception",
        "vem svarar för vaktmästaren": "Vakt",
        "jag vill prata med någon": "Jour",
    }
    with borrowing(browser) as page:
        hits(page, opened(page, small_site.web("index.html")), "kranen")
        orders = page.evaluate(ORDERED, [TITLED, list(first)])
        assert {query: order[0] for query, order in zip(first, orders, strict=True)} == first


def test_who_did_it_by_name_says_nothing_of_what_it_is_about(browser: Browser, small_site: Served) -> None:
    """Whatever word a name looks like; and a word with a capital is asked for where it stands."""
    titled = (*TITLED, ("Källan", "sår, anmälan, berget"), ("Radion", "Ekot"), ("Boken", ""))
    same = {
        "hotar": ("Sara hotar", "anna hotar", "hotar Kalle", "Karlsson hotar", "hotar Bergh", "hotar Falk Bergdahl"),
        "prata med någon": ("prata med någon om Zlatan",),
    }
    others = {"hotar Ekot": "Radion", "Ekot": "Radion", "Anmälan": "Källan", "hotar berget": "Källan"}
    with borrowing(browser) as page:
        hits(page, opened(page, small_site.web("index.html")), "kranen")
        for query, named in same.items():
            wanted, *orders = page.evaluate(ORDERED, [titled, [query, *named]])
            assert [order for order in orders if order != wanted] == [], named
        orders = page.evaluate(ORDERED, [titled, list(others)])
        assert {query: order[0] for query, order in zip(others, orders, strict=True)} == others


def test_forms_of_a_word_are_one_and_other_words_are_others(browser: Browser, small_site: Served) -> None:
    alike = (
        ("skrivit", "skriva"),
        ("stammar", "stamning"),
        ("vittnar", "vittne"),
        ("kuvertet", "kuvert"),
        ("enklare", "enkel"),
        ("nycklar", "nyckel"),
    )
    apart = (("tidning", "tid"), ("lagning", "lagen"), ("varning", "var"), ("hemma", "hem"), ("felet", "flera"))
    with borrowing(browser) as page:
        hits(page, opened(page, small_site.web("index.html")), "kranen")
        root = "(words) => words.map(window.rutin.swedish.root)"
        assert [pair for pair in alike if len(set(page.evaluate(root, pair))) != 1] == []
        assert [pair for pair in apart if len(set(page.evaluate(root, pair))) == 1] == []


def test_a_compound_is_its_two_words_where_both_are_known(browser: Browser, small_site: Served) -> None:
    parts = """async ([titles, word]) => {
      const entries = titles.map((title) => ({ title, text: '', kind: '', href: title }));
      return (await window.rutin.searchTerms.terms(entries)).parts(word);
    }"""
    with borrowing(browser) as page:
        hits(page, opened(page, small_site.web("index.html")), "kranen")
        assert page.evaluate(parts, [["Hot", "Brev", "Hotbild"], "hotbrev"]) == ["hot", "brev"]
        assert page.evaluate(parts, [["Kommun", "Växel"], "kommunsväxel"]) == ["kommun", "växl"]
        assert page.evaluate(parts, [["Krig", "Brev"], "hotbrev"]) == ["brev"]


def test_the_index_is_made_with_room_for_what_the_reader_does(browser: Browser, real_site: Served) -> None:
    """Timers are heard while it is made, on a device as slow as an old phone."""
    heard = """async () => {
      const { library, index } = document.querySelector('rutin-search').dataset;
      let heard = 0;
      const timer = setInterval(() => (heard += 1));
      await window.rutin.searchIndex.ready(library, index);
      const before = heard;
      const { entries, about } = window.rutin.searchIndex.read();
      await window.rutin.searchEngine.over(entries, about);
      clearInterval(timer);
      return heard - before;
    }"""
    with visiting(browser) as page:
        page.goto(real_site.web("index.html"))
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.evaluate("document.querySelector('details.rg-menu').open = true")
        page.wait_for_function("window.rutin?.searchIndex")
        assert page.evaluate(heard) > 1


def test_a_hit_says_which_role_it_is_for(browser: Browser, small_site: Served) -> None:
    with borrowing(browser) as page:
        field = opened(page, small_site.web("index.html"))
        title, about, href = hits(page, field, "stänga huvudkranen")[0]
        assert (title, about.split(" · ")[:2]) == ("Stäng huvudkranen", [ACTION, "Vaktmästaren"])
        assert href.endswith("roller/vaktmastaren/index.html#stang-kranen")


@IN_BOTH_PLACES
@pytest.mark.parametrize("name", some("lager", full=("region", "minst")))
def test_a_routine_without_other_words_is_found_in_all_forms(
    browser: Browser, site_named: Callable[[str], Served], name: str, place: str
) -> None:
    """Each role by its name with a letter wrong, each action by its longest word without dots and rings."""
    site, problems = site_named(name), list[str]()
    with borrowing(browser) as page:
        field = opened(page, address(site, place, "index.html"))
        for entry in [each for each in entries(site) if each["kind"] in (ACTION, "Roll")][:12]:
            word = max(entry["title"].split(), key=len).strip(".,?")
            query = word[:4] + word[5:] if len(word) > 8 else word
            if entry["title"] not in [title for title, _, _ in hits(page, field, query)]:
                problems.append(f"{query}: {entry['title']}")
    assert not problems, told(problems)


@pytest.mark.parametrize(
    ("routine", "place"), some(("small", "file"), full=(("real", "web"), ("real", "file"), ("small", "web"), *OTHERS))
)
def test_nothing_is_asked_for_before_the_search_is_used(
    browser: Browser, site_named: Callable[[str], Served], routine: str, place: str
) -> None:
    asked, site = list[str](), site_named(routine)
    with visiting(browser) as page:
        page.context.on("request", lambda request: asked.append(request.url))
        for name in sorted({*of_each_kind(site)} & {*site.linked}):
            page.goto(address(site, place, name))
        assert asked
        assert not [url for url in asked if "search" in url], "not before the menu is opened"
        with page.expect_request(as_asked("search.js")):
            page.locator(".rg-menu > summary").click()
            page.keyboard.press("Tab")
        page.wait_for_timeout(200)
        assert file_of_asset(asked[-1]) == "search.js", "the menu has asked for the search's script, and for no more"
        assert not [url for url in asked if "search-library" in url or "search-index" in url]
        hits(page, opened(page, address(site, place, site.linked[0])), "steg")
        late = ("search-index.js", "search-library.js")
        names = [file_of_asset(url) for url in asked]
        assert sorted(name for name in names if name in late) == [*late]
        assert asked_wrongly(asked, site.folder) == []


def queries(site: Served) -> list[str]:
    """The first entry's first word, of each kind of entry."""
    first = {entry["kind"]: entry["title"].split()[0] for entry in reversed(entries(site))}
    return sorted(set(first.values()))


class Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids |= {value for name, value in attrs if name == "id" and value}


def ids_in(file: Path) -> set[str]:
    ids = Ids()
    ids.feed(file.read_text(encoding="utf-8"))
    return ids.ids


def test_every_entry_leads_to_a_place_that_exists(served_site: Served) -> None:
    pages, hrefs = {*served_site.linked}, [entry["href"] for entry in entries(served_site)]
    files = {file: ids_in(served_site.folder / file) for file in {urldefrag(href).url for href in hrefs} & pages}
    problems = []
    for href in hrefs:
        file, anchor = urldefrag(href)
        if file not in pages:
            problems.append(f"{href}: no such page")
        elif anchor and anchor not in files[file]:
            problems.append(f"{href}: no such place")
    assert hrefs
    assert not problems, told(problems)


@pytest.mark.parametrize(
    ("style", "place"), some(("folders", "web"), full=(("small", "file"), ("real", "web"), *OTHERS))
)
def test_every_hit_leads_there_from_any_depth(
    browser: Browser, site_named: Callable[[str], Served], style: str, place: str
) -> None:
    site = site_named(style)
    pages, asked = {*site.linked}, queries(site)
    problems = []
    with borrowing(browser) as page:
        found: set[str] = set()
        for start in {name.count("/"): name for name in site.linked}.values():
            field = opened(page, address(site, place, start))
            found |= {href for query in asked for _, _, href in hits(page, field, query)}
        for bare in sorted({urldefrag(href).url for href in found}):
            answer = page.goto(bare, wait_until="domcontentloaded")
            if site.page_of(bare) not in pages or (place == "web" and (not answer or answer.status != 200)):
                problems.append(f"{bare}: no such page")
            anchors = [urldefrag(href).fragment for href in found if urldefrag(href).url == bare]
            gone = page.evaluate("(ids) => ids.filter((id) => id && !document.getElementById(id))", anchors)
            problems += [f"{bare}#{each}: no such place" for each in gone]
        assert found
    assert not problems, told(problems)


def test_a_hit_is_followed_from_the_missing_page(browser: Browser, small_site: Served) -> None:
    with borrowing(browser) as page:
        hits(page, opened(page, small_site.root + "finns/inte/alls"), queries(small_site)[0])
        page.locator(".rg-search-hit").first.click()
        page.wait_for_url(lambda url: small_site.page_of(url) in small_site.linked)


def test_the_panel_closes_when_a_hit_on_the_same_page_is_followed(browser: Browser, real_site: Served) -> None:
    with borrowing(browser) as page:
        mine = "roller/kommunchefen/index.html"
        field = opened(page, real_site.web(mine))
        same = [href for _, _, href in hits(page, field, "polisanmälan") if real_site.page_of(href) == mine]
        assert same
        page.locator(f'.rg-search-hit[href$="{same[0].partition(mine)[2]}"]').first.click()
        field.wait_for(state="hidden")


def test_a_hit_is_read_on_a_phone(browser: Browser, real_site: Served) -> None:
    """Its words whole, and what is said about it under its title."""
    with borrowing(browser, PHONE) as page:
        hits(page, opened(page, real_site.web("index.html")), "polis")
        assert page.evaluate(SPLIT) == []
        for hit in page.locator(".rg-search-hit").all():
            title, about = (hit.locator(each).bounding_box() for each in (".rg-search-title", ".rg-search-about"))
            assert title
            assert about
            assert about["y"] >= title["y"] + title["height"]


EMPTY = "window.rutinSearchIndex = {about: '', kind: [], href: [], lines: {kind: '', href: '', runs: []}};"
UNTITLED = "window.rutinSearchIndex = {about: '', kind: ['Steg'], href: ['a/'], lines: {kind: '', href: '', runs: []}};"


@pytest.mark.parametrize(
    ("file", "body"),
    [
        ("search.js", ""),
        ("search-library.js", ""),
        ("search-index.js", ""),
        ("search-index.js", "window.rutinSearchIndex = 1"),
        ("search-index.js", EMPTY),
        ("search-index.js", UNTITLED),
    ],
    ids=["script", "library", "index", "no index", "an empty index", "an index without titles"],
)
def test_a_search_that_cannot_be_fetched_says_so_and_is_there_when_it_can(
    browser: Browser, small_site: Served, file: str, body: str
) -> None:
    """As where there is no net, or what came is no index: it is tried again when it is opened again."""
    with borrowing(browser, PHONE) as page:
        page.route(
            as_asked(file),
            lambda route: route.fulfill(body=body, content_type="text/javascript") if body else route.abort(),
        )
        page.goto(small_site.web("index.html"))
        page.evaluate(OPENED)
        open_search(page)
        page.evaluate("window.opened")
        status = page.locator("rutin-search > [role=status]")
        expect(status).to_have_text("Det går inte att söka just nu.")
        expect(page.locator(".rg-search a:visible")).to_have_count(1)
        page.unroute(as_asked(file))
        page.locator(".rg-menu > summary").click()
        page.locator(".rg-menu > summary").click()
        page.locator(".rg-search").evaluate("(each) => each.open || each.firstElementChild.click()")
        field = page.locator(".rg-search-input")
        field.wait_for(state="visible")
        expect(status).to_be_empty()
        assert hits(page, field, "polis")


@pytest.mark.parametrize("broken", ["searchBox.make", "searchBox.item", "searchIndex.ready", "dom.el"])
def test_a_search_that_fails_on_the_way_gives_its_link_back(
    browser: Browser, breakable_site: Served, broken: str
) -> None:
    with borrowing(browser) as page:
        page.goto(breakable_site.web("index.html"))
        page.evaluate("(name) => { window.broken = name; }", broken)
        page.evaluate(OPENED)
        open_search(page)
        page.evaluate("window.opened")
        if page.locator(".rg-search-input").count():
            page.locator(".rg-search-input").fill("polis")
        page.locator(".rg-search-box").wait_for(state="detached")
        assert page.locator(".rg-search a:visible").count() == 1
