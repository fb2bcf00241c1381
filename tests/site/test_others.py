"""What holds for every page of the small site holds for ours and those of other bodies, whatever they lack."""

from __future__ import annotations

import inspect

import pytest

from tests.kit.building import ROUTINES, Workshop, site_of
from tests.site import test_coverage, test_links

pytestmark = [pytest.mark.site, pytest.mark.full]

CLAIMS = [
    claim
    for module in (test_coverage, test_links)
    for name, claim in vars(module).items()
    if name.startswith("test_") and [*inspect.signature(claim).parameters] == ["small_site"]
]


@pytest.mark.parametrize("name", [name for name in ROUTINES if name != "den lilla"])
def test_links_and_steps_hold_for_others_too(name: str, workshop: Workshop) -> None:
    assert len(CLAIMS) > 10
    for claim in CLAIMS:
        claim(site_of(name, workshop))
