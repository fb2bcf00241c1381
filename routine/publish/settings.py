"""What mkdocs.yml decides, whichever engine reads it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast, get_args
from urllib.parse import urlsplit

from msgspec import Struct

from routine.html.links import Style
from routine.publish.address import reachable
from routine.publish.files import ENGINE
from routine.reading.encoding import decoded
from routine.reading.problems import RoutineError, StopError, in_full

# The folder with mkdocs.yml: around the package, or where the command is run with a package that pip has installed.
AROUND = ENGINE.parent
PROJECT = AROUND if (AROUND / "mkdocs.yml").is_file() else Path.cwd()
SETTINGS = PROJECT / "mkdocs.yml"
STYLES = get_args(Style)
# What templates and checks stand on, as it is written there.
FIXED = {"docs_dir": ("docs", "docs"), "use_directory_urls": (True, "true")}


class SettingsError(StopError):
    """A line of mkdocs.yml says what it cannot. The message is whole."""

    def __init__(self, place: str, message: str, allowed: str, hint: str) -> None:
        super().__init__(in_full(f"{place}: {message}", allowed, hint))


class Settings(Struct, frozen=True):
    """`shown` is the data file's name in messages; `base` the path that the site lives under, None when nobody has
    said; `address` the whole, or empty. In a `preview` a server writes a script of its own into each page. What is
    `staged` is built by us: looked at before, and shown when all of it is made."""

    data: Path
    shown: str
    docs: Path
    style: Style
    base: str | None
    address: str
    preview: bool = False
    staged: bool = False


def text_of(file: Path) -> str:
    """What a file of settings says. Raises RoutineError where it is not saved as UTF-8."""
    text, problems = decoded(file.read_bytes())
    if problems:
        raise RoutineError(file.name, text, problems)
    return text


def settings(config: Mapping[str, Any]) -> Settings:
    """Read from a MkDocs or a Zensical configuration. Raises SettingsError."""
    extra, file = config.get("extra") or {}, config.get("config_file_path")
    check_fixed({"use_directory_urls": config.get("use_directory_urls", True)}, file)
    root = Path(file).parent if file else Path()
    said = _data(extra.get("data"), file)
    address = config.get("site_url") or ""
    base, style = base_of(address), _style(extra.get("links"), file)
    served = urlsplit(address).netloc == str(config.get("dev_addr", ""))
    # Nobody else reaches a preview, so no sheet may lead there.
    address = "" if served else reachable(address)
    shown, preview = str(extra.get("shown") or said), served or bool(extra.get("preview"))
    staged = bool(extra.get("staged"))
    return Settings(root / said, shown, root / config["docs_dir"], style, base, address, preview, staged)


def check_fixed(said: Mapping[str, object], file: str | None) -> None:
    """Hold the file of settings to what nobody may choose. Raises SettingsError: else a site is made whose links lead
    nowhere, or of other pages than those that are asked for."""
    for key, (value, written) in FIXED.items():
        if said.get(key, value) != value:
            hint = f"skriv {key}: {written}, eller ta bort raden."
            raise SettingsError(_place(file, key), f"{key} kan inte vara något annat än {written} här.", written, hint)


def _data(said: object, file: str | None) -> str:
    """The routine's file, from what the file of settings says of it. Raises SettingsError."""
    if said and isinstance(said, str):
        return said
    hint = "skriv data: data/routine.yaml under extra, eller det som rutinens fil heter hos er."
    raise SettingsError(
        _place(file, "data"), _wrong("data", said), "var rutinens fil ligger, räknat från mkdocs.yml", hint
    )


def _style(said: object, file: str | None) -> Style:
    """How links are written, from what the file of settings says of it. Raises SettingsError."""
    if said in STYLES:
        return cast(Style, said)
    hint = "skriv links: filer under extra. Med mappar blir adresserna kortare, men det kräver en webbserver."
    raise SettingsError(_place(file, "links"), _wrong("links", said), ", ".join(STYLES), hint)


def _wrong(key: str, said: object) -> str:
    return f"Under extra saknas {key}." if said is None else f"{key} kan inte vara ”{said}”."


def _place(name: str | None, key: str) -> str:
    """The key's line, or else the one about all that is extra: `mkdocs.yml:31`. Only the name without either."""
    file = Path(name or SETTINGS)
    lines = text_of(file).splitlines() if file.is_file() else []
    telling = (re.compile(rf"\s*{key}:"), re.compile(r"extra:"))  # The most telling first.
    found = [n for each in telling for n, line in enumerate(lines, 1) if each.match(line)]
    return f"{file.name}:{found[0]}" if found else file.name


def base_of(address: str) -> str | None:
    """The path that a site lives under: `/rutin/` for `https://exempel.se/rutin`, None when no address is known."""
    return urlsplit(address).path.rstrip("/") + "/" if address else None
