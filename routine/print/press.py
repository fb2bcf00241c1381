"""From a sheet to a PDF or a picture. The only user of Typst, which gets data and never a source built from strings."""

from __future__ import annotations

import json
import re
import threading
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from msgspec import to_builtins
from msgspec.json import encode

from routine.disk.cache import content, kept, versions
from routine.domain import wording
from routine.print import memory
from routine.print.grey import grey
from routine.print.imprint import Imprint
from routine.print.qr import qr
from routine.print.sheet import Printed
from routine.print.sheets.booklet import BookletMatter
from routine.print.sheets.bundle import Bundle
from routine.print.sheets.wallet import WalletMatter
from routine.print.viewing import asking
from routine.reading.finding import Finding
from routine.reading.problems import in_full

if TYPE_CHECKING:
    import typst

MOST_STEPS = 6
TEMPLATES = Path(__file__).parent / "templates"
BUNDLE = TEMPLATES / "bundle.typ"
SETS = ("typst", "fontpkg-atkinson-hyperlegible")  # What sets a sheet, and in which letters.
# Pixels to the inch of a picture: a sheet is shown small, and a card as large as it is.
PICTURE_PPI, CARD_PPI = 44, 96
LONG = 26_000  # Characters of data: a long routine's sheet, and of ours the largest bundle alone.
REMEMBERED = 10
# How a template tells that something has no room: what follows is JSON, a page and millimetres for each.
OVER = "assertion failed: over "
# How a file tells in what the largest letters that have room were found.
FIT = re.compile(rb"/Keywords\(([^)]*)\)")


class FitError(Exception):
    """Something has no room. A text is never made smaller or cut."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n\n".join(in_full(found.message, found.allowed, found.hint) for found in self.findings))


def pdf(sheet: Printed, imprint: Imprint, *, fit: str = "", keep: bool = True) -> bytes:
    """The sheet as a tagged PDF. The same routine gives the same bytes, whatever the day.

    `fit` is what `fit_of` tells of a sheet that says the same: then the size of its letters is not searched for again.
    Without `keep` nothing of it is kept for the next time.
    Raises FitError with everything that has no room, by page, and how much too much it is.
    """
    data = _json(_data(sheet, imprint, fit))
    if findings := list(_too_many(sheet)):
        raise FitError(findings)
    made = kept(lambda: _fitted(sheet, data), b"pdf", *_made_of(sheet, data)) if keep else _fitted(sheet, data)
    return asking(made, sheet.sides)


def fit_of(made: bytes) -> str:
    """In what its letters have room, as its template tells it; empty where that is not searched for."""
    told = FIT.search(made)
    return told[1].decode() if told else ""


def together(
    bundle: Bundle, imprints: Sequence[Imprint], *, fits: Mapping[str, str] = MappingProxyType({}), keep: bool = True
) -> bytes:
    """Several sheets in one tagged PDF, set anew: joining finished files would lose what is told of their structure.

    Each of them has room: what has none is told by `pdf`. `fits` is their `fit`, by template.
    """
    data = _json(_bundled(bundle, imprints, fits))
    made_of = (data.encode(), versions(*SETS), content(Path(__file__)), templates())
    made = kept(lambda: _set(BUNDLE, data), b"pdf", *made_of) if keep else _set(BUNDLE, data)
    return asking(made, bundle.sides)


def _fitted(sheet: Printed, data: str) -> bytes:
    import typst

    try:
        return _set(_template(sheet), data)
    except typst.TypstError as error:
        if not error.message.startswith(OVER):
            raise
        raise FitError(_too_high(sheet, error.message.removeprefix(OVER))) from None


def _set(template: Path, data: str) -> bytes:
    with _turn(data):
        made = _presses.compiler.compile(template, pdf_standards=["ua-1"], sys_inputs={"data": data})
    assert isinstance(made, bytes)
    return made


def length(sheet: Printed, imprint: Imprint) -> int:
    """Of its data, in characters."""
    return len(_json(_data(sheet, imprint)))


@contextmanager
def _turn(data: str) -> Iterator[None]:
    """What is long is set alone, and what Typst remembers of it is let go of: of ten long sheets that is half a
    gigabyte. Typst forgets what none of the ten latest papers has needed, so that as many empty ones are set."""
    if len(data) < LONG:
        yield
        return
    with _alone:
        try:
            yield
        finally:
            for _ in range(REMEMBERED + 1):
                _presses.compiler.compile(b"")
            memory.give_back()


def pictures(sheet: Printed, imprint: Imprint, count: int, fit: str = "") -> list[bytes]:
    """Its first pages as small PNG, in greys."""
    data = _json(_data(sheet, imprint, fit))
    made_of = (b"png %d" % count, versions("pillow"), *_made_of(sheet, data))
    made = kept(lambda: _drawn(sheet, data, count), *made_of)
    return [b64decode(page) for page in json.loads(made)]


def _drawn(sheet: Printed, data: str, count: int) -> bytes:
    ppi = CARD_PPI if isinstance(sheet.matter, WalletMatter) else PICTURE_PPI
    with _turn(data):
        made = _presses.compiler.compile(_template(sheet), format="png", ppi=ppi, sys_inputs={"data": data})
    pages = [made] if isinstance(made, bytes) else made or []
    return json.dumps([b64encode(grey(page)).decode() for page in pages[:count]]).encode()


def _too_many(sheet: Printed) -> Iterator[Finding]:
    matter = sheet.matter
    if isinstance(matter, WalletMatter) and (count := len(matter.lines)) > MOST_STEPS:
        message = f"Planbokskortet för {wording.inside(matter.owner)} har {count} steg."
        yield Finding("P001", sheet.place, message, f"högst {MOST_STEPS}", "ta bort wallet från någon åtgärd.")


def _too_high(sheet: Printed, told: str) -> Iterator[Finding]:
    matter = sheet.matter
    assert isinstance(matter, BookletMatter | WalletMatter), "other sheets go on to another page"
    card = "Fickkortet" if isinstance(matter, BookletMatter) else "Planbokskortet"
    for over in json.loads(told):
        yield Finding(
            "P001",
            sheet.place,
            f"{card} för {wording.inside(matter.owner)}, sida {over['page']}: texten är {over['mm']} mm för hög.",
            "det som ryms på sidan, för texten skrivs aldrig mindre och kapas aldrig",
            "korta texterna som står där, eller dela upp rollens åtgärder.",
        )


def _template(sheet: Printed) -> Path:
    return TEMPLATES / f"{sheet.template}.typ"


class _Presses(threading.local):
    """One for each thread: it remembers the templates, and for a picture how its PDF was set."""

    @cached_property
    def compiler(self) -> typst.Compiler:
        import typst  # Large, and not needed for what is kept.

        return typst.Compiler(root=TEMPLATES, font_paths=_fonts())


_presses = _Presses()
_alone = threading.Lock()


@cache
def _fonts() -> typst.Fonts:
    """The typeface as its own package brings it, and no other."""
    import typst

    with resources.as_file(resources.files("fontpkg_atkinson_hyperlegible") / "files") as folder:
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


def _data(sheet: Printed, imprint: Imprint, fit: str = "") -> dict[str, Any]:
    """All that a template gets."""
    shown = (imprint.issue, f"Kod {imprint.code}", imprint.approved)
    said: dict[str, Any] = to_builtins(sheet.matter) | to_builtins(imprint)
    return (
        said
        | {"qr": qr(f"{imprint.control}#{imprint.code}") if imprint.control else "", "fit": fit}
        | {"linear": sheet.linear, "two_sided": sheet.sides == "DuplexFlipLongEdge"}
        | {"title": sheet.title, "property": " · ".join(part for part in shown if part)}
    )


def _bundled(bundle: Bundle, imprints: Sequence[Imprint], fits: Mapping[str, str]) -> dict[str, Any]:
    """What the first page says, and what each template gets of its own."""
    given = list(zip(bundle.sheets, imprints, strict=True))
    codes = ", ".join(f"{sheet.kind} {imprint.code}" for sheet, imprint in given)
    title: dict[str, Any] = to_builtins(bundle.matter)
    return title | {
        "organisation": imprints[0].organisation,
        "property": f"Koder: {codes}",
        "sheets": {each.template: _data(each, imprint, fits.get(each.template, "")) for each, imprint in given},
    }


def _json(data: dict[str, Any]) -> str:
    return encode(data).decode()


def templates() -> bytes:
    """What every template says now."""
    return b"".join(map(content, sorted(TEMPLATES.glob("*.typ"))))


def _made_of(sheet: Printed, data: str) -> tuple[bytes, ...]:
    """Everything that a sheet depends on: what stands on it, how it is set, and with what."""
    files = (Path(__file__), Path(__file__).with_name("grey.py"), TEMPLATES / "parts.typ", _template(sheet))
    return data.encode(), versions(*SETS), *map(content, files)
