"""A reader on pages that are held to a policy: what is done there, and what the browser refuses."""

from __future__ import annotations

from playwright.sync_api import ConsoleMessage, Page

from tests.kit.browsing import OPEN_ALL, open_search

# Tells a refusal in the console in words of its own, since a browser's are its own affair.
TELLS = (
    "document.addEventListener('securitypolicyviolation', (each) => console.error(`refused ${each.violatedDirective} "
)
TELLS += "${each.blockedURI} ${each.sourceFile}:${each.lineNumber}`))"
REFUSALS = ("refused ", "Content Security Policy", "Trusted")
MOST_PRESSES = 90
# What may be pressed on the way through the guide. What leads out of it, or prints, is no part of the way.
NEXT = """() => {
  window.pressed ??= new Set();
  const keys = [...document.querySelectorAll('rutin-guide :is(a[href^="#"], button, input, summary)[data-key]')]
    .filter((each) => each.checkVisibility() && !each.disabled && !/^(skriv-ut|radera|borja-om)/.test(each.dataset.key))
    .map((each) => each.dataset.key);
  const next = keys.find((key) => !window.pressed.has(key));
  if (next) window.pressed.add(next);
  return next ?? '';
}"""

COME = "allHasCome()"
# Playwright's own waiting makes a script of a text, which a page that is held does not.
UNTIL = """async () => {{
  for (let at = 0; !({}); at += 1) {{
    if (at > 500) throw new Error('it has not come');
    await new Promise((soon) => setTimeout(soon, 20));
  }}
}}"""


def until(page: Page, holds: str) -> None:
    """Wait until an expression in JavaScript holds, for ten seconds at most."""
    page.evaluate(UNTIL.format(holds))


def refused(page: Page) -> list[str]:
    """From now on, everything that a page is refused, with where it was asked for."""
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if any(each in message.text for each in REFUSALS):
            said.append(f"{page.url}: {message.text}")

    page.on("console", hear)
    page.context.add_init_script(TELLS)
    return said


def read_all(page: Page) -> None:
    """Everything that is folded is folded out, and the menu with it."""
    page.evaluate(OPEN_ALL)
    until(page, COME)


def searched(page: Page) -> None:
    """The search opens, and finds something or says that it does not."""
    page.evaluate("document.querySelectorAll('details[open]').forEach((each) => { each.open = false })")
    open_search(page)
    page.locator(".rg-search-input").fill("steg")
    until(page, "/träff/.test(document.querySelector('.rg-search-status').textContent)")


def walked(page: Page) -> list[str]:
    """Everything in the guide that can be pressed is, as it comes. Returns what was, by its keys."""
    pressed: list[str] = []
    while (key := page.evaluate(NEXT)) and len(pressed) < MOST_PRESSES:
        page.locator(f'rutin-guide [data-key="{key}"]:visible').first.click()
        until(page, COME)
        pressed.append(key)
    assert len(pressed) > 10, "the guide has not come"
    return pressed
