"""Fixtures of what is seen in a browser: one browser a worker;
each site is built once a run and served once a worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from content import chromium
from routine.site.build import build
from tests.kit.browsing import ADDRESS, Served, serving
from tests.kit.building import Workshop
from tests.kit.paperless import unprinted
from tests.kit.paths import REAL, SMALL
from tests.kit.variants import drafted, withdrawn_file


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
