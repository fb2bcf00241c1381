"""From a data file to a finished folder: check, write the role pages, build, finish, and only then take the old one's place."""

from __future__ import annotations

import logging
import shutil
import tempfile
from pathlib import Path

from routine import editions, pages
from routine.links import Style
from routine.load import load
from routine.print import export

PROJECT = Path(__file__).resolve().parent.parent


class BuildError(Exception):
    """The engine could not build the pages; its message is in the log."""


def build(data: Path, out: Path, *, address: str | None = None, style: Style | None = None) -> None:
    """Build the site of the routine in `data` into `out`.

    `address` is where the site will lie, if it is known; `style` how links are written. Raises RoutineError, FitError, EditionError
    or BuildError, and then `out` is as it was.
    """
    routine = load(data, _shown(data))
    editions.read(editions.beside(data))
    export.check(routine)
    with tempfile.TemporaryDirectory(prefix="rutin-") as work:
        docs = Path(work) / "docs"
        shutil.copytree(PROJECT / "docs", docs)
        pages.write(routine, docs)
        staged = Path(work) / "site"
        _engine(data, docs, staged, address, style)
        _swap(staged, out)


def _shown(data: Path) -> str:
    return data.relative_to(Path.cwd()).as_posix() if data.is_absolute() and data.is_relative_to(Path.cwd()) else data.as_posix()


def _engine(data: Path, docs: Path, staged: Path, address: str | None, style: Style | None) -> None:
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    for name in ("mkdocs", "material"):
        logging.getLogger(name).setLevel(logging.WARNING)
    # Without a handler, what the engine says about a page that it cannot build is lost.
    said = logging.StreamHandler()
    logging.getLogger("mkdocs").addHandler(said)
    changes = {"site_url": address} if address is not None else {}
    try:
        config = load_config(str(PROJECT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(staged), **changes)
        config["extra"] |= {"data": str(data.resolve()), "shown": _shown(data)} | ({"links": style} if style else {})
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    except (Abort, ConfigurationError, SystemExit) as error:
        raise BuildError("Sidorna gick inte att bygga. Felet står ovanför.") from error
    finally:
        if "config" in locals():
            config.plugins.on_shutdown()
        logging.getLogger("mkdocs").removeHandler(said)


def _swap(staged: Path, out: Path) -> None:
    """Put the new folder in the old one's place. The old one is moved aside first, so that there never is half a site."""
    out.parent.mkdir(parents=True, exist_ok=True)
    fresh, old = out.with_name(out.name + ".ny"), out.with_name(out.name + ".gammal")
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(staged, fresh)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)
