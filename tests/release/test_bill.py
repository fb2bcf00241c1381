"""The bill of materials is one that others' programs can read: as CycloneDX's own schema wants it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from routine.release.bill import TYPEFACE, Licence, bill
from routine.views import addresses as at
from tests.kit.cyclonedx import unlike

PACKAGES = {TYPEFACE: "1.0", "utan-spdx": "2.0", "med-spdx": "3.0"}
SITE = {at.SEARCH_LIBRARY.strip("/"): b"sv", "assets/vendor/atkinson-hyperlegible-400.woff2": b"a"}


def licence_of(package: str) -> Licence:
    return Licence("BSD License") if package == "utan-spdx" else Licence("MIT", "MIT OR Apache-2.0")


def made(commit: str) -> Any:
    return json.loads(bill("1.2.3", "0" * 64, commit, PACKAGES, licence_of, SITE))


@pytest.mark.parametrize("commit", ["1" * 40, ""])
def test_a_bill_is_as_the_schema_wants_it(commit: str) -> None:
    found = made(commit)
    assert len([part for each in found["components"] for part in each.get("components", ())]) == 2
    assert unlike(found) == []


def _broken(change: Callable[[Any], object]) -> Any:
    found = made("")
    change(found)
    return found


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda found: found.update(specVersion=1.6), "$.specVersion"),
        (lambda found: found.update(licence="MIT"), "$"),
        (lambda found: found["components"][0].update(type="typeface"), "$.components[0].type"),
        (lambda found: found["components"][0].update(scope="shipped"), "$.components[0].scope"),
        (lambda found: found["components"][0].pop("name"), "$.components[0]"),
        (lambda found: found["components"][0].update(licenses=[{"name": "MIT"}]), "$.components[0].licenses"),
        (
            lambda found: found["components"][0].update(licenses=[{"license": {"id": "BSD License"}}]),
            "$.components[0].licenses",
        ),
        (
            lambda found: found["components"][0]["components"][0]["hashes"][0].update(content="sha"),
            "$.components[0].components[0].hashes[0].content",
        ),
        (lambda found: found["metadata"].update(component=[]), "$.metadata.component"),
    ],
)
def test_each_thing_that_is_not_is_found(change: Callable[[Any], object], place: str) -> None:
    assert [each.partition(": ")[0] for each in unlike(_broken(change))] == [place]
