"""A reader of the guide, who presses with a pointer or with the keyboard alone, and whom nothing may follow."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Browser, Page

from tests.kit.browsing import PHONE, Served, borrowing, settle
from tests.kit.keyboard import press

GUIDE = "guide/index.html"
EVENT = "_handelsen"  # What the day of the event is asked for by.
NOW = "2026-11-25T10:00:00+01:00"
Hand = Literal["pointer", "keyboard"]
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
    before: object
    saves: bool = False

    def follow(self, keys: str) -> None:
        """Press what has these keys, with a space between."""
        for key in keys.split():
            self.press(key)

    def press(self, key: str) -> None:
        """Press what has this key. Afterwards the focus is on something in sight, and, until she saves, there is no
        trace of her."""
        selector = f'[data-key="{key}"]'
        for fold in self.page.evaluate(FOLDED, selector):
            self._reach(f'details[data-fold="{fold}"] > summary')
        self._reach(selector)
        on = self.page.evaluate(ON)
        assert not on["body"], f"{key}: the focus is lost"
        assert on["seen"] or not on["guide"], f"{key}: the focus is out of sight"
        self.saves |= key == "spara-ja"
        assert self.saves or self.page.evaluate(TRACES) == self.before, key

    def _reach(self, selector: str) -> None:
        target = self.page.locator(selector).first
        if self.hand == "pointer":
            target.click()
        else:
            while (way := self.page.evaluate(WAY_TO, selector))[0] != "here":
                press(self.page, "Tab" if way[0] == "forward" else "Shift+Tab", way[1])
            self.page.keyboard.press("Space" if target.get_attribute("type") == "checkbox" else "Enter")
        settle(self.page)

    def stage(self, *names: str, over: bool | None = None) -> list[str]:
        """The ids of these stages' steps: now, waiting, coming or done; those alone that are `over` there, or not."""
        return [id for name in names for id, is_over in self.page.evaluate(STEPS, name) if over in (None, is_over)]


@contextmanager
def reading(
    browser: Browser, site: Served, role: str = "", hand: Hand = "pointer", width: int = PHONE, now: str = NOW
) -> Iterator[Reader]:
    """A reader who has opened the guide at that time, and chosen a role."""
    with borrowing(browser, width, now=now, timezone_id="Europe/Stockholm") as page:
        page.goto(site.web(GUIDE))
        reader = Reader(page, hand, page.evaluate(TRACES))
        reader.follow(f"roll:{role}" if role else "")
        yield reader
