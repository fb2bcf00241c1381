"""The door between MkDocs (or Zensical) and the routine: one macro a view.
The only file that knows the macros plugin."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import Any

# `mkdocs build` leaves the project's folder out of the path; without this line it could not find our package.
sys.path.insert(0, str(Path(__file__).parent))

from routine.commands.foreseen import FORESEEN, report
from routine.editions import stored
from routine.loading.load import load
from routine.print import export
from routine.publish import sources, stubs
from routine.publish.address import AddressError, checked, place_of
from routine.publish.finish import finish
from routine.publish.folder import FolderError
from routine.publish.macros import macros as site_macros
from routine.publish.settings import Settings, SettingsError, settings

SETTINGS = Path(__file__).parent / "mkdocs.yml"


def define_env(env: Any) -> None:
    """Load the routine and register its macros. A broken routine ends the build before anything is written."""
    config = _settings(env)
    if not config.staged:
        _look(env.conf["site_url"] or "")
    try:
        routine = load(config.data, config.shown)
        record = stored.of(config.data)
        if not config.staged:  # What has no room stops the build before anything is written.
            export.pressed(routine, record, config.address, pictures=True)
    except FORESEEN as error:
        raise _stop(f"\n\n{report(error, config.data, config.shown)}\n") from None
    if lost := stubs.missing(routine, config.docs):
        raise _stop("\n\n" + "\n".join(lost) + "\n")
    wrong = stubs.differences(routine, config.docs)
    if wrong:
        raise _stop("\n\n" + "\n".join(wrong) + "\nKör python -m routine pages, och lägg till ändringen.\n")
    env.rutin = routine, record  # For the last step: what is saved meanwhile is another site's, and may be broken.
    for name, macro in site_macros(routine, record).items():
        env.macro(macro, name)


def on_post_build(env: Any) -> None:
    """The last step, over the built folder. Zensical has no such hook: there it is `python -m routine finish`."""
    config, (routine, record) = _settings(env), env.rutin
    prints = partial(export.pressed, routine, record, config.address, pictures=True)
    try:
        finish(routine, record, Path(env.conf["site_dir"]), config, prints)
    except FolderError as error:
        raise _stop(f"\n\n{error}\n") from None


def _settings(env: Any) -> Settings:
    """What mkdocs.yml says. Raises what the engine stops for."""
    try:
        return settings(env.conf)
    except SettingsError as error:
        raise _stop(f"\n\n{error}\n") from None


def _look(address: str) -> None:
    """At what no page can be made of. `python -m routine build` has done so. Raises what the engine stops for."""
    try:
        checked(address, place_of(SETTINGS.read_text(encoding="utf-8"), SETTINGS.name))
    except AddressError as error:
        raise _stop(f"\n\n{error}\n") from None
    docs = SETTINGS.parent / "docs"
    if found := [*sources.strays(SETTINGS.parent), *stubs.unlisted(docs), *stubs.unreadable(docs)]:
        raise _stop("\n\n" + "\n".join(found) + "\n")


def _stop(message: str) -> Exception:
    """The kind of error that MkDocs shows as a plain message, without a traceback."""
    try:
        from mkdocs.exceptions import PluginError
    except ImportError:
        return SystemExit(message)  # type: ignore[return-value]
    return PluginError(message)
