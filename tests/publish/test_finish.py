"""What the last step leaves of a built folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from audit.built import Site
from routine.publish.finish import finish
from routine.publish.settings import Settings
from routine.views import addresses as at
from tests.kit.bare import bared
from tests.kit.paths import PROJECT, SMALL

pytestmark = pytest.mark.site


def test_a_page_that_a_routine_has_nothing_of_is_not_published(small_site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    shutil.copytree(small_site.folder, folder)
    gone = [folder / address.strip("/") for address in (at.GUIDANCE, at.LEARNS)]
    assert all(page.is_dir() for page in gone)
    finish(bared(small_site.routine), (), folder, Settings(SMALL, SMALL.name, PROJECT / "docs", "filer", "/", ""), dict)
    assert not any(page.exists() for page in gone)
    assert (folder / at.WHOLE.strip("/")).is_dir()
