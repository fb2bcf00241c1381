"""The small site as it is served, which uses every feature."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.kit.browsing import Served


@pytest.fixture(scope="session")
def site(site_named: Callable[[str], Served]) -> Served:
    return site_named("small")
