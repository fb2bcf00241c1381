"""The style sheet that is published says what its sources say."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from routine.loading.load import load
from routine.publish.pages import StyleSheet
from routine.publish.styles import beside, sheet, with_versions
from routine.publish.versioned import VENDOR, versions
from tests.kit.browsing import Served, visiting
from tests.kit.paths import PROJECT

pytestmark = pytest.mark.browser

# What the browser makes of a sheet. A custom property's value keeps the spaces after its commas, and a condition that
# after its colon: they mean nothing.
RULES = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  const plain = (text) => text.replace(/,\\s+/g, ',').replace(/(@supports [^{:]*:)\\s+/g, '$1');
  return [...sheet.cssRules].map((rule) => plain(rule.cssText));
}"""


@pytest.mark.parametrize("name", list(StyleSheet))
def test_no_rule_is_lost_or_changed_by_minifying(browser: Browser, small_site: Served, name: str) -> None:
    files = (PROJECT / "routine/assets/css").glob("*.css")
    texts = {file.stem: file.read_text(encoding="utf-8") for file in files}
    source = with_versions(sheet(name, texts, beside(load(small_site.data))), versions(small_site.folder, VENDOR))
    with visiting(browser) as page:
        written, published = (
            page.evaluate(RULES, text)
            for text in (source, Path(small_site.folder / f"assets/{name}.css").read_text(encoding="utf-8"))
        )
    assert len(written) > 10
    assert published == written
