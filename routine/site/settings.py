"""Our settings in mkdocs.yml: the routine's file, links and address."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast, get_args
from urllib.parse import urlsplit

from msgspec import Struct

from routine.check.problems import RoutineError, StopError, in_full
from routine.check.source import decoded
from routine.disk import PROJECT as PROJECT
from routine.pages.links import Style
from routine.site.address import checked, place_of, reachable

SETTINGS = PROJECT / "mkdocs.yml"
STYLES = get_args(Style)


class SettingsError(StopError):
    """An invalid line of mkdocs.yml. The message is complete."""


class Settings(Struct, frozen=True):
    """The site's settings.

    `shown` is the data file's name in messages; `base` the path that the site lives under, None when it is unknown;
    `address` the full address, or empty. In a `preview` a server writes a script of its own into each page.
    """

    data: Path
    shown: str
    docs: Path
    style: Style
    base: str | None
    address: str
    preview: bool = False


def text_of(file: Path) -> str:
    """Read a settings file. Raises RoutineError if it is not saved as UTF-8."""
    text, problems = decoded(file.read_bytes())
    if problems:
        raise RoutineError(file.name, text, problems)
    return text


def settings(config: Mapping[str, Any]) -> Settings:
    """Read a MkDocs configuration. Raises SettingsError or AddressError."""
    extra, file = config.get("extra") or {}, Path(config.get("config_file_path") or SETTINGS)
    text = text_of(file) if file.is_file() else ""
    said = extra.get("data", "data/routine.yaml")
    if not said or not isinstance(said, str):
        raise _wrong("data", text, said, "var rutinens fil ligger, räknat från mkdocs.yml", "data: data/routine.yaml")
    style = extra.get("links", "filer")
    if style not in STYLES:
        raise _wrong("links", text, style, ", ".join(STYLES), "links: filer")
    address = checked(config.get("site_url") or "", place_of(text, file.name))
    served = urlsplit(address).netloc == str(config.get("dev_addr", ""))
    return Settings(
        data=file.parent / said,
        shown=str(extra.get("shown") or said),
        docs=file.parent / config["docs_dir"],
        style=cast(Style, style),
        base=urlsplit(address).path.rstrip("/") + "/" if address else None,
        address="" if served else reachable(address),  # Nobody else reaches a preview, so no sheet may lead there.
        preview=served or bool(extra.get("preview")),
    )


def _wrong(key: str, text: str, said: object, allowed: str, example: str) -> SettingsError:
    message = f"{place_of(text, SETTINGS.name, key)}: {key} kan inte vara ”{said}”."
    return SettingsError(in_full(message, allowed, f"skriv {example} under extra."))
