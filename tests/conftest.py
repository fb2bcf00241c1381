"""The two routines, and their sites, each built once a session, served once a worker, and only read after that."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from audit.built import Site, of
from content import chromium
from routine.check.load import load
from routine.model.model import Routine
from routine.site.build import build
from tests.kit.browsing import ADDRESS, Served, serving
from tests.kit.building import Workshop, paperless, site_of, unprinted
from tests.kit.paths import OTHER_BODIES, PUBLISHED, REAL, SMALL, TESTS
from tests.kit.variants import drafted, withdrawn_file
from tests.kit.views import some

# A file goes to one worker: what takes longest is begun first, so that no worker is left alone with it at the end.
BEGUN_FIRST = ("test_fuzz.py", "browser/test_pages.py", "ours/test_guide_states.py", "browser/test_quiet.py")


PLACES = {*map(str, PUBLISHED)}
OF_PUBLISHED = tuple(file.name for file in PUBLISHED)


def _opened(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and isinstance(file := arguments[0], str) and file.endswith(OF_PUBLISHED):
        assert os.path.abspath(file) not in PLACES, f"a test has read {file}"  # noqa: PTH100


def plain(data: Path) -> Callable[[Path], None]:
    return lambda out: build(data, out / "site", address=ADDRESS)


# Name → what puts the site in a folder, and where its routine is a changed copy, that beside it.
SITES: dict[str, Callable[[Path], None]] = {
    "real": plain(REAL),
    "small": plain(SMALL),
    "draft": unprinted(lambda out: plain(drafted(out / "rutin.yaml"))(out)),
    "withdrawn": unprinted(lambda out: plain(withdrawn_file(out / "rutin.yaml"))(out)),
}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium.opened() as browser:
        yield browser


@pytest.fixture(scope="session")
def site_named(workshop: Workshop) -> Iterator[Callable[[str], Served]]:
    """Builds a site of SITES when it is first asked for by any worker, and serves it to this one."""
    made: dict[str, Served] = {}
    with ExitStack() as servers:

        def named(name: str) -> Served:
            if name not in made:
                folder = workshop.made(f"served-{name}", SITES[name])
                server = servers.enter_context(serving(folder / "site"))
                made[name] = Served(name, data_of(name, folder), folder / "site", server.root)
            return made[name]

        yield named


def data_of(name: str, folder: Path) -> Path:
    """A changed copy lies beside its site."""
    changed = folder / "rutin.yaml"
    return changed if changed.exists() else REAL if name == "real" else SMALL


@pytest.fixture(scope="session")
def real_site(site_named: Callable[[str], Served]) -> Served:
    return site_named("real")


# What is thrown away is looked for more seldom: a tenth of the time of what is no browser's. The commands never do.
gc.set_threshold(200_000, 20, 1000)
sys.addaudithook(_opened)  # What an editor changes is none of the code's: no test reads what is published.


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
