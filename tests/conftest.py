"""The two routines, read once, and their sites, built once a session and only read after that."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from audit.built import Site, of
from routine.check.load import load
from routine.model.model import Routine
from routine.site.build import build
from tests.kit import unread
from tests.kit.building import Workshop
from tests.kit.order import BEGUN_FIRST
from tests.kit.paperless import paperless, unprinted
from tests.kit.paths import OTHER_BODIES, REAL, SMALL, TESTS
from tests.kit.served import browser, real_site, site_named
from tests.kit.sites import site_of
from tests.kit.variants import drafted, withdrawn_file
from tests.kit.views import some

# Fixtures of our site and others as they are served.
__all__ = ["browser", "real_site", "site_named"]

# What is thrown away is looked for more seldom: a tenth of the time of what is no browser's. The commands never do.
gc.set_threshold(200_000, 20, 1000)
unread.watch()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The files that take longest come first, the others as they lie."""
    order = {TESTS / file: at for at, file in enumerate(BEGUN_FIRST)}
    items.sort(key=lambda item: order.get(item.path, len(order)))


def pytest_collection_finish() -> None:
    """Of what has been collected nothing is thrown away: it is not looked through for that."""
    gc.freeze()


@pytest.fixture(scope="session")
def small() -> Routine:
    """The made-up routine that uses every feature of the model."""
    return load(SMALL)


@pytest.fixture(scope="session")
def real() -> Routine:
    """The routine that is published."""
    return load(REAL)


@pytest.fixture(scope="session", params=["small", "real", *OTHER_BODIES])
def every_routine(request: pytest.FixtureRequest) -> Routine:
    """Both of them and those of other bodies, one at a time: what holds for any routine."""
    return load({"small": SMALL, "real": REAL, **OTHER_BODIES}[request.param])


@pytest.fixture
def no_paper() -> Iterator[None]:
    """Nothing is printed: for commands that set every sheet to see that it has room."""
    with paperless():
        yield


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """Where what takes time to make is made once, whichever worker asks first."""
    return Workshop(tmp_path_factory)


@pytest.fixture(scope="session")
def site(workshop: Workshop) -> Site:
    """The site of the real routine."""
    return site_of("rutinen", workshop)


@pytest.fixture(scope="session")
def small_site(workshop: Workshop) -> Site:
    """The site of the small routine, which uses every feature."""
    return site_of("den lilla", workshop)


@pytest.fixture(scope="session")
def draft_site(workshop: Workshop) -> Site:
    """The small one with a text that is in no edition yet."""
    folder = workshop.made("utkast", unprinted(lambda out: build(drafted(out / "rutin.yaml"), out / "site")))
    return of(folder / "site", folder / "rutin.yaml")


@pytest.fixture(scope="session")
def withdrawn_site(workshop: Workshop) -> Site:
    """The small one, withdrawn."""
    folder = workshop.made("upphävd", lambda out: build(withdrawn_file(out / "rutin.yaml"), out / "site"))
    return of(folder / "site", folder / "rutin.yaml")


@pytest.fixture(scope="session", params=some("den lilla", full=("rutinen", *OTHER_BODIES)))
def every_site(request: pytest.FixtureRequest, workshop: Workshop) -> Site:
    """The small one, and in the full run our own and those of other bodies: what every routine's site must hold,
    whatever it lacks."""
    return site_of(request.param, workshop)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The figures that tests have recorded, after all else."""
    for report in terminalreporter.getreports("passed"):
        for name, figures in report.user_properties:
            if isinstance(figures, dict):
                terminalreporter.section(name)
                for what, figure in sorted(figures.items(), key=lambda item: -item[1]):
                    terminalreporter.write_line(f"{figure:6} {what}")
