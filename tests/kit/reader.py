"""A reader of the guide, who presses with a pointer or with the keyboard alone, and whom nothing may follow."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.kit.asked import file_of_asset
from tests.kit.browsing import DESK, PHONE, Served, borrowing, settle
from tests.kit.keyboard import press
from tests.kit.store import key_at

GUIDE = "guide/index.html"
EVENT = "_handelsen"  # What the day of the event is asked for by.
NOW = "2026-11-25T10:00:00+01:00"
Hand = Literal["pointer", "keyboard"]
# Who reads, and at what width: as parameters, what each run sees first.
HANDS = [
    pytest.param(("pointer", PHONE), id="pointer on a phone"),
    pytest.param(("keyboard", DESK), id="keyboard at a desk"),
    pytest.param(("keyboard", PHONE), id="keyboard on a phone", marks=pytest.mark.full),
    pytest.param(("pointer", DESK), id="pointer at a desk", marks=pytest.mark.full),
]
MOST_TABS = 300
# All that the page asks for by itself has then come: what is asked for later, the reader has made it ask for.
SETTLED = "document.fonts.ready.then(() => true)"
# What asks for the script that keeps something, and for nothing else.
KEEPING = ("spara", "kalender:", "radera", "sammanstallning")
# What must be folded out before something can be pressed or read, the outermost first. A section is made when it is
# folded out, and says what it holds.
FOLDED = """(selector) => {
  const folds = [];
  const held = selector.match(/(?:data-item="|data-key="[a-z-]+:)([a-z0-9-]+)"/)?.[1];
  const target = document.querySelector(selector);
  if (!target && held) {
    const holds = document.querySelector(`details[data-holds~="${held}"]:not([open])`);
    return holds ? [holds.dataset.fold] : [];
  }
  for (let fold = target?.parentElement?.closest('details:not([open])'); fold;
       fold = fold.parentElement?.closest('details:not([open])'))
    if (target.parentElement !== fold || target.localName !== 'summary') folds.unshift(fold.dataset.fold ?? '');
  return folds;
}"""
# The steps of a stage, with whether each is done or answered there.
STEPS = """(stage) => {
  const over = (id) => {
    const fold = document.querySelector(`.rg-now [data-holds~="${id}"]`);
    if (fold && !fold.dataset.open.split(' ').includes(id)) return true;
    const done = `.rg-now [data-key="kryss:${id}"]:checked, .rg-now [data-key="angra:${id}"]`;
    const answered = `.rg-now :is([data-key="ja:${id}"], [data-key="nej:${id}"])[aria-pressed="true"]`;
    return Boolean(document.querySelector(`${done}, ${answered}`));
  };
  const places = document.querySelectorAll(`.rg-${stage} :is([data-item], [data-holds])`);
  const ids = [...places].flatMap(({ dataset: { item, holds } }) => item ?? holds.split(' '));
  return [...new Set(ids)].map((id) => [id, over(id)]);
}"""
# Which way to press Tab from where the focus is, and how many times it may be pressed before one must look again: as
# many stops as there seem to be on the way.
WAY_TO = """(selector) => {
  const there = document.activeElement, wanted = document.querySelector(selector);
  if (!wanted) throw new Error(`${selector} is not on the page`);
  if (there === wanted) return ['here', 0];
  const follows = (one, other) => other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
  const ahead = there === document.body || follows(wanted, there);
  const [first, last] = ahead ? [there, wanted] : [wanted, there];
  const between = [...document.querySelectorAll('a[href], button:enabled, input:enabled, textarea, summary')]
    .filter((each) => each.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
    .filter((each) => (first === document.body || follows(each, first)) && follows(last, each));
  return [ahead ? 'forward' : 'back', between.length + 1];
}"""
# Where the reader is after a press: on something, inside the guide, and in sight.
ON = """() => {
  const { left, right, top, bottom, width, height } = document.activeElement.getBoundingClientRect();
  const seen = width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  return {
    guide: Boolean(document.activeElement.closest('rutin-guide')),
    body: document.activeElement === document.body,
    seen,
  };
}"""
TRACES = """async () => ({
  address: location.href,
  title: document.title,
  history: history.length,
  cookies: document.cookie,
  local: { ...localStorage },
  session: { ...sessionStorage },
  caches: await caches.keys(),
  bases: (await indexedDB.databases()).length,
  state: history.state,
  name: window.name,
})"""


@dataclass
class Reader:
    """What the reader does, and what the guide shows. Everything that can be pressed has a key:
    `kryss:` and an action's id, and so on."""

    page: Page
    hand: Hand
    asked: list[str] = field(default_factory=list)
    before: object = None
    saving: bool = False
    keeps: bool = False

    def hear(self, request: Request) -> None:
        self.asked.append(request.url)

    def press(self, key: str) -> None:
        """Press what has this key. Afterwards the focus is on
        something in sight, and there is no trace of the reader."""
        self.keeps |= key.startswith(KEEPING)
        self.open_to(f'[data-key="{key}"]')
        self._reach(f'[data-key="{key}"]')
        self.unfollowed()
        on = self.page.evaluate(ON)
        assert not on["body"], f"{key}: the focus is lost"
        if on["guide"]:
            assert on["seen"], f"{key}: the focus is out of sight"

    def open_to(self, selector: str) -> None:
        """Fold out what it lies in."""
        folds = self.page.evaluate(FOLDED, selector)
        for fold in folds:
            self._reach(f'details[data-fold="{fold}"] > summary')
        if folds:
            self.page.locator(selector).first.wait_for(state="attached")

    def _reach(self, selector: str) -> None:
        target = self.page.locator(selector)
        if self.hand == "pointer":
            target.click()
        else:
            self.tab_to(selector)
            self.page.keyboard.press("Space" if target.get_attribute("type") == "checkbox" else "Enter")
        settle(self.page)

    def tab_to(self, selector: str) -> None:
        """Tab or Shift+Tab, the way that leads there."""
        pressed = 0
        while pressed < MOST_TABS:
            way, times = self.page.evaluate(WAY_TO, selector)
            if way == "here":
                return
            press(self.page, "Tab" if way == "forward" else "Shift+Tab", times)
            pressed += times
        raise AssertionError(f"Tab does not reach {selector}")

    def unfold(self, *roles: str) -> None:
        """What the roles do, alone or together."""
        self.press(f"person:{'+'.join(roles)}")

    def give_day(self, day: str, of: str = EVENT) -> None:
        """The day of the event, or that of a step, `2026-11-20`. By keyboard it is written as it is read, digit by
        digit."""
        if self.page.locator(f'[data-key="nar:{of}"]').count():
            self.press(f"nar:{of}")
        self.press(f"annan:{of}")
        if self.hand == "pointer":
            self.page.locator(f"#_dag_{of}").fill(day)
            self.press(f"ange:{of}")
        else:
            self.page.keyboard.type(as_typed(self.page, day), delay=30)
            self.page.keyboard.press("Enter")
        self.unfollowed()

    def skip(self, action: str, reason: str) -> None:
        """Inte aktuellt, with a reason; in one contact with others it is folded."""
        if (
            not self.page.locator(f'[data-key="hoppa:{action}"]').count()
            and self.page.locator(f'[data-key="mer:{action}"]').count()
        ):
            self.press(f"mer:{action}")
        self.press(f"hoppa:{action}")
        self.page.keyboard.type(reason)
        self.press(f"utgar:{action}")

    def stage(self, name: str) -> list[tuple[str, bool]]:
        """The steps of a stage, with whether each is done or answered there: now, waiting, coming or done."""
        found: list[tuple[str, bool]] = self.page.evaluate(STEPS, name)
        return [(id, over) for id, over in found]

    @property
    def now(self) -> list[str]:
        """What is to be done or answered, the first thing first."""
        return [id for id, over in self.stage("now") if not over]

    @property
    def answered(self) -> list[str]:
        """What stands answered, or just done, where it was."""
        return [id for id, over in self.stage("now") if over]

    @property
    def waiting(self) -> list[str]:
        return [id for id, _ in self.stage("waiting")]

    @property
    def coming(self) -> list[str]:
        return [id for id, _ in self.stage("coming")]

    @property
    def done(self) -> list[str]:
        return [id for id, _ in self.stage("done")]

    @property
    def said(self) -> str:
        """What a screen reader was told last."""
        return self.page.locator(".rg-live").text_content() or ""

    def text(self, selector: str) -> str:
        """What is read there, also of what is folded."""
        self.open_to(selector)
        return " ".join((self.page.locator(selector).text_content() or "").split())

    def shows(self, selector: str) -> bool:
        """Whether it is seen as the page is now."""
        return self.page.locator(selector).is_visible()

    def reload(self) -> None:
        """Load the page again, which may ask for the page and no more."""
        self.page.reload()
        self.page.evaluate(SETTLED)
        self.asked.clear()

    def unfollowed(self) -> None:
        """The address, the title, what is stored and the history are as they were, and nothing was asked of anyone."""
        traces = self.page.evaluate(TRACES)
        if self.saving:
            assert set(traces["local"]) == {key_at(self.page)}
            traces["local"] = {}
        assert traces == self.before
        assert [url for url in self.asked if file_of_asset(url) not in self._may_ask()] == []

    def _may_ask(self) -> tuple[str, ...]:
        """The scripts that her presses need."""
        return ("conversation.js", *(["store.js"] if self.keeps else []))


def as_typed(page: Page, day: str) -> str:
    """The digits of a day in the order that this browser's date
    fields take them, which follows the machine and not the page."""
    year, month, date = day.split("-")
    trial = page.context.new_page()
    trial.set_content("<input type=date>")
    trial.locator("input").focus()
    trial.keyboard.type("11202026")
    month_first = trial.locator("input").input_value() == "2026-11-20"
    trial.close()
    page.bring_to_front()
    return month + date + year if month_first else year + month + date


def converse(page: Page, address: str) -> None:
    """Open the guide at this address with its conversation, for what is tried before a role is chosen."""
    page.goto(address)
    page.evaluate("rutin.opener.load()")


@contextmanager
def reading(
    browser: Browser, site: Served, hand: Hand, width: int, role: str = "", today: str = "2026-11-25"
) -> Iterator[Reader]:
    """A reader who has opened the guide, on that day, and chosen a role."""
    with borrowing(browser, width, now=f"{today}T10:00:00+01:00", timezone_id="Europe/Stockholm") as page:
        page.goto(site.web(GUIDE))
        page.evaluate(SETTLED)
        reader = Reader(page, hand)
        reader.before = page.evaluate(TRACES)
        page.on("request", reader.hear)
        if role:
            reader.press(f"roll:{role}")
        yield reader
        reader.unfollowed()
        page.remove_listener("request", reader.hear)
