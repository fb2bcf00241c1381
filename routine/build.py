"""From a data file to a finished folder:
check, write the role pages, build, finish, and only then take the old one's place."""

from __future__ import annotations

import logging
import shutil
import sys
from importlib import import_module
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from routine.domain.model import Routine
from routine.editions import stored
from routine.html.links import Style
from routine.loading.load import load
from routine.print import export
from routine.publish import sources, stubs
from routine.publish.address import checked, place_of
from routine.publish.files import THEME
from routine.publish.folder import replaceable
from routine.publish.settings import PROJECT, SETTINGS, check_fixed, settings, text_of
from routine.publish.swap import NEW, recover, replace, staging
from routine.reading.problems import StopError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

# What a build may never replace, and where it may not write, with their names in messages.
HOLDING = {"projektet": PROJECT}
SOURCES = {name: PROJECT / name for name in sources.PUBLISHED}

NOT_FOUND = "404.html"
MEND_SETTINGS = "Gör så här: rätta raden, eller hämta tillbaka filen som den var."


class BuildError(StopError):
    """The engine could not build the pages; its message is in the log."""


def build(
    data: Path, out: Path, *, address: str | None = None, style: Style | None = None, preview: bool = False
) -> None:
    """Build the site of the routine in `data` into `out`.

    `address` is where the site will lie, if it is known; `style` how links are written; `preview` whether a server will
    write into the pages. Raises RoutineError, FitError, EditionError, AddressError, FolderError, SettingsError or
    BuildError, and then `out` is as it was.
    """
    place = replaceable(out, HOLDING | {"rutinens fil": data, "mappen som du står i": Path.cwd()}, SOURCES)
    recover(place)
    docs = PROJECT / "docs"
    if found := [*sources.strays(PROJECT), *stubs.unlisted(docs), *stubs.unreadable(docs)]:
        raise BuildError("\n".join(found))
    routine = load(data, _shown(data))
    led_to(routine)
    record = stored.of(data)
    _keep_up(data, routine)
    with staging(place) as work:
        config = _configured(data, _docs(routine, work), work / NEW, address, style)
        config["extra"] |= {"preview": preview, "staged": True}
        # What has no room is told before anything is built.
        export.pressed(routine, record, settings(config).address, pictures=True)
        _engine(config)
        replace(work, place)


def led_to(routine: Routine) -> None:
    """Raises BuildError where a page that others lead to is not there to be built."""
    if lost := stubs.missing(routine, PROJECT / "docs"):
        raise BuildError("\n".join(lost))


def _keep_up(data: Path, routine: Routine) -> None:
    """The role pages in docs/ follow the project's own routine by themselves. Raises BuildError for one that somebody
    has changed: what was written there is not thrown away."""
    if data.resolve() == PROJECT / "data/routine.yaml" and (wrong := stubs.keep_up(routine, PROJECT / "docs")):
        hint = "flytta det som är skrivet där till rutinens fil, och kör python -m routine pages."
        raise BuildError("\n".join([*wrong, f"Gör så här: {hint}"]))


def _docs(routine: Routine, work: Path) -> Path:
    """The project's own pages, or a copy that has the pages of the routine's roles."""
    docs = PROJECT / "docs"
    if not stubs.differences(routine, docs):
        return docs
    copied = work / "docs"
    shutil.copytree(docs, copied, ignore=sources.left_out)
    stubs.write(routine, copied)
    return copied


def _shown(data: Path) -> str:
    return (
        data.relative_to(Path.cwd()).as_posix()
        if data.is_absolute() and data.is_relative_to(Path.cwd())
        else data.as_posix()
    )


def configured(address: str | None, **changes: str) -> MkDocsConfig:
    """What mkdocs.yml says, but for these changes and the address, if one is given.
    Raises RoutineError where it is not saved as UTF-8, BuildError, SettingsError or AddressError."""
    text = text_of(SETTINGS)
    _not_before_asked("requests")
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError
    from mkdocs.utils.yaml import yaml_load

    try:
        # Without the address, since what MkDocs says of a wrong one helps nobody.
        config = load_config(str(SETTINGS), site_url="", **changes)
    except Abort as error:
        told = "mkdocs.yml har ett värde som inte går att använda. MkDocs säger ovanför vilket, på engelska."
        raise BuildError(f"{told}\n    {MEND_SETTINGS}") from error
    except (ConfigurationError, RecursionError, TypeError) as error:  # A file that inherits itself, or from no name.
        told = f"mkdocs.yml går inte att läsa. MkDocs säger: {' '.join(str(error).split())}"
        raise BuildError(f"{told}\n    {MEND_SETTINGS}") from error
    said = yaml_load(text)
    check_fixed(said, str(SETTINGS))
    if address is None:
        address = checked(str(said.get("site_url") or ""), place_of(text, SETTINGS.name))
    else:
        checked(address, "--address")
    config["site_url"] = address and address.rstrip("/") + "/"
    return config


def _not_before_asked(name: str) -> None:
    """Let a module be loaded when something of it is asked for. The macros plugin imports `requests`, with all that it
    needs a twentieth of a build, for a function that no page calls."""
    if name in sys.modules:
        return
    found = ModuleType(name)
    found.__spec__ = ModuleSpec(name, None)  # Asked for by every import, and no reason to load it.

    def asked(attribute: str) -> Any:
        if sys.modules.get(name) is found:
            del sys.modules[name]
        return getattr(import_module(name), attribute)

    found.__dict__["__getattr__"] = asked
    sys.modules[name] = found


def _configured(data: Path, docs: Path, staged: Path, address: str | None, style: Style | None) -> MkDocsConfig:
    config = configured(address, docs_dir=str(docs), site_dir=str(staged))
    # All that a page is made of is in our own theme. What Material brings beside it, hundreds of files that every build
    # would look through and copy, the last step would take away again.
    config.theme.dirs = [str(THEME)]
    config.theme.static_templates = {NOT_FOUND}
    config["extra"] |= {"data": str(data.resolve()), "shown": _shown(data)} | ({"links": style} if style else {})
    return config


def _engine(config: MkDocsConfig) -> None:
    from logging.handlers import MemoryHandler

    import mkdocs_macros.context
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.exceptions import Abort, ConfigurationError

    for name in ("mkdocs", "material"):
        logging.getLogger(name).setLevel(logging.WARNING)
    # Without a handler, what the engine says about a page that it cannot build is lost. It is told at the end: what the
    # disk says no to is told once, by what ends the command.
    said = MemoryHandler(sys.maxsize, logging.CRITICAL + 1, logging.StreamHandler())
    logging.getLogger("mkdocs").addHandler(said)
    # The macros plugin asks git twelve questions whose answers no page shows.
    mkdocs_macros.context.get_git_info = dict
    try:
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    except (Abort, ConfigurationError, SystemExit) as error:
        raise BuildError("Sidorna gick inte att bygga. Felet står ovanför.") from error
    except OSError:
        said.buffer.clear()
        raise
    finally:
        said.close()
        config.plugins.on_shutdown()
        logging.getLogger("mkdocs").removeHandler(said)
