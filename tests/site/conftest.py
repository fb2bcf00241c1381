"""The two sites that most tests read, each built once a session and only read after that."""

from __future__ import annotations

import pytest

from routine.build import build
from tests.kit.built import Site, of
from tests.kit.paths import REAL, SMALL
from tests.kit.variants import drafted


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the real routine."""
    out = tmp_path_factory.mktemp("rutin") / "site"
    build(REAL, out)
    return of(out, REAL)


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the small routine, which uses every feature."""
    out = tmp_path_factory.mktemp("liten") / "site"
    build(SMALL, out)
    return of(out, SMALL)


@pytest.fixture(scope="session")
def draft_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small one with a text that is in no edition yet."""
    folder = tmp_path_factory.mktemp("utkast")
    data = drafted(folder / "rutin.yaml")
    build(data, folder / "site")
    return of(folder / "site", data)


@pytest.fixture(scope="session", params=["rutinen", "den lilla"])
def any_site(request: pytest.FixtureRequest) -> Site:
    """Both of them, one at a time: what any routine's site must hold."""
    built: Site = request.getfixturevalue("site" if request.param == "rutinen" else "small_site")
    return built
