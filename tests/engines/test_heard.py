"""An engine that is missing is named, and what would be wrong on a page is heard: else the walks would show nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.kit.browsing import HEIGHT, PHONE, Served
from tests.kit.engines import EndedError, Engine, Looks, Visit, there
from tests.kit.webkit import WEBKIT, WebKitVisit

pytestmark = [pytest.mark.browser, pytest.mark.full]

FAULTS = {
    "an error in the console": "console.error('made to fail')",
    "an error of a script": "setTimeout(() => { throw new Error('made to fail'); })",
    "a promise that nobody keeps": "void Promise.reject(new Error('made to fail'))",
    "a style that is refused": "document.body.setAttribute('style', 'color: red')",
    "a request that is refused": "fetch('rutin.json').catch(() => 0)",
    "a file that does not come": "document.body.append(Object.assign(new Image(), { src: 'assets/finns-inte.svg' }))",
}


def test_an_engine_that_is_missing_is_named_and_may_be_required(
    monkeypatch: pytest.MonkeyPatch, engine: Engine
) -> None:
    absent = replace(engine, programs=("finns-inte",))
    monkeypatch.delenv("ENGINES", raising=False)
    with pytest.raises(pytest.skip.Exception, match=f"{engine.name}: finns-inte"):
        there(absent)
    monkeypatch.setenv("ENGINES", f"Ingen,{engine.name}")
    with pytest.raises(pytest.fail.Exception, match=f"{engine.name}: finns-inte"):
        there(absent)


@pytest.mark.parametrize("fault", FAULTS)
def test_what_goes_wrong_on_a_page_is_heard_once(visit: Visit, small_site: Served, fault: str) -> None:
    visit.go(small_site.web("index.html"))
    assert visit.heard() == []
    visit.run(f"() => {{ {FAULTS[fault]}; }}")
    visit.run("() => new Promise((soon) => setTimeout(soon, 200))")
    assert visit.heard(), fault
    assert visit.heard() == [], "it is told once"


def test_a_browser_that_ends_by_itself_is_told_as_such_and_not_as_a_fault_of_its_page() -> None:
    there(WEBKIT)
    with WEBKIT.started(Looks()) as opens, opens(PHONE, HEIGHT) as visit:
        assert isinstance(visit, WebKitVisit)
        visit.run("() => document.title")
        visit.end()
        with pytest.raises(EndedError):
            visit.run("() => document.title")
        with pytest.raises(EndedError):
            visit.click("body")
