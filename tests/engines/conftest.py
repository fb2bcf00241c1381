"""Each engine that there is, started once a worker for each way to set it; a page in it has nothing left from others,
and a test that hears of a fault there fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.kit.browsing import HEIGHT, PHONE, Served, told
from tests.kit.engines import EndedError, Engine, Looks, Opens, Visit, there
from tests.kit.firefox import FIREFOX
from tests.kit.webkit import WEBKIT

# A test whose WebKit ended by itself, or lost a request on a machine with much to do, is done once more, and told as
# done again: a page that ends it each time fails, and so does one whose file is not there.
LOST = [EndedError, "does not come: "]
ENGINES = (
    pytest.param(FIREFOX, id=FIREFOX.name),
    pytest.param(WEBKIT, id=WEBKIT.name, marks=pytest.mark.flaky(reruns=1, only_rerun=LOST)),
)


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Engine:
    return there(request.param)


@pytest.fixture(scope="session")
def opens(engine: Engine) -> Iterator[Callable[[Looks], Opens]]:
    """Starts the engine when it is first asked for, set in this way."""
    made: dict[Looks, Opens] = {}
    with ExitStack() as running:

        def asked(looks: Looks) -> Opens:
            if looks not in made:
                made[looks] = running.enter_context(engine.started(looks))
            return made[looks]

        yield asked


@pytest.fixture
def looks() -> Looks:
    return Looks()


@pytest.fixture
def visit(opens: Callable[[Looks], Opens], looks: Looks) -> Iterator[Visit]:
    """A page on a phone."""
    with opens(looks)(PHONE, HEIGHT) as visit:
        yield visit
        heard = visit.heard()
        assert not heard, told(heard)


@pytest.fixture(scope="session")
def small_site(site_named: Callable[[str], Served]) -> Served:
    return site_named("small")
