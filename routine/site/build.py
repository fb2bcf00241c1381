"""The build of a data file to a finished folder.

It checks, builds beside the old site, and only then takes its place.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from routine.check import record as editions
from routine.check.load import load
from routine.check.problems import StopError
from routine.disk import PROJECT, THEME
from routine.pages.links import Style
from routine.paper import export
from routine.site import own
from routine.site.folder import replaceable, staged
from routine.site.settings import SETTINGS, checked, settings, text_of
from routine.site.site import Published
from routine.site.stubs import called, faults

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

NOT_FOUND = "404.html"
MEND_SETTINGS = "Gör så här: rätta raden, eller hämta tillbaka filen som den var."


class BuildError(StopError):
    """A site that could not be built."""


def build(
    data: Path, out: Path, *, address: str | None = None, style: Style | None = None, preview: bool = False
) -> None:
    """Build the site of the routine in `data` into `out`.

    `address` is the site's address, if it is known; `style` the form of links; `preview` tells whether a server will
    write into the pages. Raises RoutineError, FitError, EditionError, AddressError, FolderError, SettingsError or
    BuildError, and then `out` is as it was.
    """
    holding = {
        "projektet": PROJECT,
        "rutinens fil": data,
        "mappen som du står i": Path.cwd(),
        "din hemmapp": Path.home(),
    }
    place = replaceable(out, holding)
    config = configured(address)
    extra = {"data": str(data.resolve()), "shown": _shown(data), "preview": preview}
    config["extra"] |= extra | ({"links": style} if style else {})
    config["extra"]["site"] = prepared(config)
    with staged(place) as new:
        config["site_dir"] = str(new)
        _engine(config)


def prepared(config: MkDocsConfig) -> Published:
    """Load all that the site is made of, and render the printed sheets.

    Nothing is written. Raises what `build` does.
    """
    found = settings(config)
    left_out = config["exclude_docs"]
    if wrong := faults(found.docs, lambda path: bool(left_out and left_out.match_file(path))):
        raise BuildError("\n".join(wrong))
    routine = load(found.data, found.shown)
    if wrong := [*own.faults(found.docs, called(routine))]:
        raise BuildError("\n".join(wrong))
    record = editions.of(found.data)
    return Published(routine, record, found, export.pressed(routine, record, found.address, pictures=True))


def _shown(data: Path) -> str:
    return (data.relative_to(Path.cwd()) if data.is_absolute() and data.is_relative_to(Path.cwd()) else data).as_posix()


def configured(address: str | None) -> MkDocsConfig:
    """Read mkdocs.yml, with the address, if one is given.

    Raises RoutineError where it is not saved as UTF-8, BuildError or AddressError.
    """
    text_of(SETTINGS)
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError
    from mkdocs.utils.yaml import yaml_load

    try:
        # Without the address, since MkDocs' message about a wrong one helps nobody.
        config = load_config(str(SETTINGS), site_url="")
    except (Abort, ConfigurationError, RecursionError, TypeError) as error:
        told = " ".join(str(error).split()) or "se ovanför, på engelska"
        raise BuildError(f"mkdocs.yml går inte att använda. MkDocs säger: {told}\n    {MEND_SETTINGS}") from error
    if address is None:
        address = str(yaml_load(text_of(SETTINGS)).get("site_url") or "")
    else:
        checked(address, "--address")
    config["site_url"] = address and address.rstrip("/") + "/"
    return config


def our_theme(config: MkDocsConfig) -> None:
    """Make MkDocs use our own theme alone.

    It has all that a page is made of. Material's hundreds of other files are requested by no page.
    """
    config.theme.dirs = [str(THEME)]
    config.theme.static_templates = {NOT_FOUND}
    config["use_directory_urls"] = True


def _engine(config: MkDocsConfig) -> None:
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.exceptions import Abort, ConfigurationError

    for name in ("mkdocs", "material"):
        logging.getLogger(name).setLevel(logging.WARNING)
    said = logging.StreamHandler()  # Else MkDocs' message about a page that it cannot build is lost.
    logging.getLogger("mkdocs").addHandler(said)
    try:
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    except (Abort, ConfigurationError, SystemExit) as error:
        raise BuildError("Sidorna gick inte att bygga. Felet står ovanför.") from error
    finally:
        config.plugins.on_shutdown()
        logging.getLogger("mkdocs").removeHandler(said)
