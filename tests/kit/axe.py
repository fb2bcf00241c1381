"""axe-core over a page as it stands: what it finds wrong, and what it leaves to a person to judge."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

LIBRARY = (Path(__file__).parent / "vendor/axe-4.14.1.min.js").read_text(encoding="utf-8")
# Levels A and AA of WCAG 2.0, 2.1 and 2.2, and good practice: every rule of them. No element is left out.
EVERY = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
# Pages that are read in haste.
URGENT = ".rg-start, .rg-role, .rg-checklist, .rg-guide"
RUN = """([tags, strict, places]) => {
const around = (element) => places.filter((place) => element?.closest(place))
  .sort((one, other) => element.closest(one).contains(element.closest(other)) ? 1 : -1)[0] ?? '';
return axe.run(document, {
  runOnly: { type: 'tag', values: tags },
  rules: { 'color-contrast-enhanced': { enabled: strict } },
  resultTypes: ['violations', 'incomplete'],
  elementRef: true,
}).then((found) => {
  const kinds = ['violations', 'incomplete'];
  const all = kinds.flatMap((kind) => found[kind].flatMap((rule) => rule.nodes.map((node) => ({ kind, rule, node }))));
  return all.map(({ kind, rule, node }) => ({
    wrong: kind === 'violations',
    rule: rule.id,
    place: around(node.element),
    target: node.target.flat().join(' '),
    why: [...node.any, ...node.all, ...node.none].map((check) => check.message).join(' '),
  }));
});
}"""


def found(page: Page, places: Iterable[str], *, strict: bool) -> list[dict[str, Any]]:
    """Ask axe of the page as it stands; with `strict`, contrast by level AAA as well. `places` are selectors to tell
    where."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(LIBRARY)
    page.evaluate("window.scrollTo(0, 0)")  # What has scrolled under the bar is hidden from axe as well.
    all: list[dict[str, Any]] = page.evaluate(RUN, [list(EVERY), strict, list(places)])
    return all


SIGN = "axe measures letters alone; the sign has the colour of the word beside it, and test_pages.py measures both"
# What axe cannot tell, and who has judged it: rule and place → why it holds.
REVIEWED = {
    ("color-contrast", ".rg-reading"): SIGN,
    ("color-contrast-enhanced", ".rg-reading"): SIGN,
}


def judged(page: Page) -> list[str]:
    """Tell what is wrong now, or not judged by anybody."""
    problems, places, strict = [], {place for _, place in REVIEWED}, bool(page.locator(URGENT).count())
    for each in found(page, places, strict=strict):
        if each["wrong"] or (each["rule"], each["place"]) not in REVIEWED:
            verdict = "" if each["wrong"] else " (cannot tell)"
            problems.append(f"{each['rule']}{verdict} at {each['target']}: {each['why']}")
    return problems
