"""A case that was saved under another edition: what is left of it is shown, and what is gone is named."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.kit.store import LAST, STATE, WORDS, call, changed, entry, lay, opened, saving, stored

pytestmark = pytest.mark.browser


def test_another_edition_keeps_what_is_there_and_names_what_is_gone(tab: Page) -> None:
    saving(tab)
    before = stored(tab)
    known = {"steps": ["larma", "ny"], "questions": ["ska-anmalas"], "roles": ["ombud"]}
    found = opened(tab, edition="2", known=known)
    assert found["state"] == {
        "role": "",
        "event": STATE["event"],
        "answers": {},
        "unsure": ["ska-anmalas"],
        "over": {"larma": STATE["over"]["larma"]},
    }
    assert found["notice"] == (
        "Rutinen har kommit i en ny utgåva sedan du sparade. "
        "3 saker i det du har sparat finns inte längre i rutinen: ”Chefen”, ”Behövs stöd?” och ”Ring polisen”. "
        "Resten är kvar. Välj igen vem du är."
    )
    assert (found["saving"], found["until"]) == (True, LAST)
    assert stored(tab) == before, "nothing is thrown away until the reader goes on"
    assert call(tab, "write", found["state"], WORDS)["ok"]
    assert (entry(tab)["edition"], entry(tab)["words"]) == ("2", {"larma": "Larma chefen"})
    assert opened(tab, edition="2", known=known)["notice"] == ""
    none = opened(tab, edition="2", known=known | {"questions": []})
    assert (none["state"]["unsure"], none["notice"]) == ([], ""), "that nobody knew is no loss"


def test_another_edition_with_everything_left_says_so(tab: Page) -> None:
    saving(tab)
    found = opened(tab, edition="2")
    assert found["state"] == STATE
    assert found["notice"] == "Rutinen har kommit i en ny utgåva sedan du sparade. Allt du har fyllt i är kvar."


def test_what_has_new_words_is_named_by_them(tab: Page) -> None:
    saving(tab)
    assert (
        opened(tab, texts=WORDS | {"larma": "Larma\n kommunchefen", "skriv-ner": "Inte bockad"})["notice"]
        == "Läs de här stegen igen. Texten har ändrats: ”Larma kommunchefen”."
    )
    assert opened(tab, texts={})["notice"] == ""


def test_what_is_gone_is_counted_when_it_has_no_words_and_cut_when_it_has_many(tab: Page) -> None:
    lay(tab, changed("state", "over", value={f"steg-{number}": STATE["over"]["larma"] for number in range(12)}))
    assert "12 saker i det du har sparat finns inte längre i rutinen. Resten" in opened(tab)["notice"]
    many = json.loads(
        changed("state", "over", value={f"steg-{number}": STATE["over"]["larma"] for number in range(12)})
    )
    lay(tab, json.dumps(many | {"words": {f"steg-{number}": f"Steg {number}" for number in range(12)}}))
    assert "12 saker i det du har sparat finns inte längre i rutinen: ”Steg 0”, " in opened(tab)["notice"]
    assert "”Steg 7” och 4 till. Resten" in opened(tab)["notice"]
    lay(tab, json.dumps(many | {"words": {"steg-3": "Steg 3"}}))
    assert "i rutinen, bland annat ”Steg 3”. Resten" in opened(tab)["notice"]
