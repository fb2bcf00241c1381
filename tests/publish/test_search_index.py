"""What a hit is worth follows its kind, which is a word that readers see: one that is renamed keeps its weight."""

from __future__ import annotations

import re

from audit.built import sought
from routine.domain.model import Routine
from routine.publish.pages import LISTED
from routine.publish.search_index import search_index
from tests.kit.parts import sources

# What is worth as much as its words are. A new kind stands here or among those of the script.
AS_IT_IS = {"Akut", "Fråga", "Kontakt", "Roll", "Sida", "Steg", "Vägledning"}
KINDS = re.compile(r"kinds: \{(.*?)\}", re.DOTALL)
KIND = re.compile(r"^\s*'?([^':\n]+)'?: [\d.]+,$", re.MULTILINE)


def test_each_kind_of_hit_has_been_weighed_and_each_weight_has_its_kind(small: Routine) -> None:
    found = KINDS.search(sources()["words/search"])
    assert found
    weighed = set(KIND.findall(found.group(1)))
    assert len(weighed) == found.group(1).count(": ")
    kinds = {entry["kind"].partition(" ≈")[0] for entry in sought(search_index(small, LISTED))}
    assert kinds == weighed | AS_IT_IS


def test_what_is_done_in_consultation_is_found_by_that(small: Routine) -> None:
    """Both where it is asked for and where the responsibility is shared: it is what is looked for by that word."""
    found = {entry["title"] for entry in sought(search_index(small, LISTED)) if "samråd" in entry["text"].lower()}
    actions = [action for action in small.actions if action.consulted or action.shared]
    assert {action.text for action in actions} <= found
