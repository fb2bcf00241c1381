"""Our settings in mkdocs.yml: the routine's file, links and address.

The address is printed on every sheet, as text and as a code to scan. A wrong address cannot be corrected on paper, so
it is checked first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from ipaddress import ip_address
from pathlib import Path
from typing import Any, cast, get_args
from urllib.parse import urlsplit

from msgspec import Struct

from routine.check.nodes import place, raw
from routine.check.problems import Mark, Problem, RoutineError, StopError, in_full
from routine.check.rules.publishing import leads_nowhere
from routine.check.source import decoded, look
from routine.check.yaml_reader import document
from routine.disk import PROJECT as PROJECT
from routine.pages.links import Style

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


LONGEST = 100  # Characters: with the page's own part, a code of 49 modules, which a phone reads at 16 mm.
ALLOWED = (
    f"adressen till mappen där webbplatsen ligger, som https://namn.example/rutin/, högst {LONGEST} tecken, "
    "utan mellanslag, å, ä och ö, användarnamn och ? # $ ; * + ( ) [ ]"
)
HINT = (
    "öppna webbplatsens första sida, kopiera adressen ur webbläsaren och ta bort det som står efter mappen. "
    "Är adressen inte känd än, lämna den tom: då trycks ingen kod att skanna."
)
# Message → the pattern of the fault, the most specific first.
FAULTS = {
    "Adressen har mellanslag eller radbrytning.": r"\s",
    "Adressen har andra tecken än dem som en adress skrivs med.": r"[^!-~]|[\"<>\\^`{|}]|%(?![0-9a-f]{2})",
    "Adressen har ett tecken som webbservrar läser på sitt eget sätt, som $, ; eller *.": r"[$;()*+]|://[^/]*/.*[][]",
    "Adressen börjar inte med https://.": r"\A(?!https?://)",
    "Adressen har ett användarnamn före @.": r"\A\w+://[^/?#]*@",
    "Adressen har en fråga efter ?.": r"\?",
    "Adressen har ett ankare efter #.": r"#",
    "Adressen leder till en fil och inte till en mapp.": r"\A\w+://[^/]+/.*\.html?/?\Z",
    "Adressen har en mapp utan namn, eller en som heter . eller ..": r"\A\w+://[^/]+/(.*/)?(/|\.{1,2}(/|\Z))",
    f"Adressen är längre än {LONGEST} tecken, så koden att skanna blir för tät.": rf"\A.{{{LONGEST + 1}}}",
}
LABEL = r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?"
HOST = re.compile(rf"(?:{LABEL}(?:\.{LABEL})*|\[[0-9a-f:.]+\])(?::[0-9]{{1,5}})?", re.IGNORECASE)


class AddressError(StopError):
    """An address that would be printed wrong. The message is complete."""

    def __init__(self, place: str, message: str) -> None:
        super().__init__(in_full(f"{place}: {message}", ALLOWED, HINT))


class CodedError(StopError):
    """An address with percent-encoding, which web servers read differently.

    The files for the servers would show the wrong page. The message is complete.
    """

    def __init__(self, address: str) -> None:
        message = f"{address}: Adressens mapp har tecken som skrivs med %, och webbservrar läser dem olika."
        allowed = "en mapp med a–z, 0–9, bindestreck, punkt och understreck, för filerna till webbservern"
        hint = "lägg webbplatsen i en sådan mapp. Annars kopiera webbplatsen som den är, utan filerna."
        super().__init__(in_full(message, allowed, hint))


def servable(address: str) -> str:
    """Return a checked address that the web server files can use.

    Raises CodedError.
    """
    if "%" in urlsplit(address).path:
        raise CodedError(address)
    return address


def checked(address: str, place: str) -> str:
    """Check an address, which may be empty, and return it.

    `place` is its position, as `mkdocs.yml:5:11`. Raises AddressError.
    """
    if address and (found := fault(address)):
        raise AddressError(place, found)
    return address


def fault(address: str) -> str:
    """Describe the fault of an address, or return an empty string."""
    found = (message for message, pattern in FAULTS.items() if re.search(pattern, address, re.IGNORECASE))
    return next(found, "" if _has_host(address) else "Adressen har inget riktigt värdnamn efter //.")


def _has_host(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(HOST.fullmatch(parts.netloc)) and parts.port != 0
    except ValueError:
        return False


def place_of(text: str, name: str, key: str = "site_url") -> str:
    """Return the position of a key in a settings file, as `mkdocs.yml:5:11`.

    `text` and `name` are the content and the name of the file.
    """
    for number, line in enumerate(text.splitlines(), 1):
        if found := re.match(rf"\s*{key}:\s*", line):
            return f"{name}:{number}:{found.end() + 1}"
    return f"{name}:1:1"


def reachable(address: str) -> str:
    """Return the address, or an empty string if it is the local machine's.

    Nobody else's phone would find the site there.
    """
    host = urlsplit(address).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return ""
    try:
        found = ip_address(host)
    except ValueError:
        return address
    return "" if found.is_loopback or found.is_unspecified else address


# Codes of problems with which MkDocs would read other settings, or none. The rest is valid YAML, and not our concern.
UNREAD = ("S002", "S003", "S004", "S012", "S015", "S021")
FOLDER = "adressen till mappen där webbplatsen ska ligga"
WRITTEN = "skriv adressen efter site_url:. Den trycks på allt som skrivs ut."


class GateError(StopError):
    """A site that is not ready to be published. The message is complete."""


def settings_refused(name: str, text: str) -> RoutineError:
    """Report an address in the settings that is missing or unprintable.

    `name` and `text` are those of the settings file. Where it cannot be read, the report says why.
    """
    read = look(text.encode(), name, ("site_url",))
    if unread := [problem for problem in read.problems if problem.code in UNREAD]:
        return RoutineError(name, text, unread)
    root = read.root or document(text, ("site_url",)).root  # A slip that MkDocs accepts must not hide the address.
    values = raw(root) if root else {}
    address = str(values.get("site_url", "")) if isinstance(values, dict) else ""
    mark = place(root, ("site_url",)) if root else Mark(1, 1)
    if found := fault(address) if address else "Webbplatsens adress saknas.":
        allowed, hint = (ALLOWED, HINT) if address else (FOLDER, WRITTEN)
        return RoutineError(name, text, [Problem("G006", mark, found, allowed, hint)])
    nowhere = Problem("G006", mark, "Webbplatsens adress är bara ett exempel.", FOLDER, WRITTEN)
    return RoutineError(name, text, [nowhere] if leads_nowhere(reachable(address)) else [])


def ready(files: Sequence[RoutineError]) -> None:
    """Raise GateError with the problems of the files, if there are any."""
    found = [part for file in files for part in file.each()]
    if found:
        some = "En sak" if len(found) == 1 else f"{len(found)} saker"
        raise GateError("\n\n".join([*found, f"{some} att ordna innan webbplatsen publiceras."]))
