"""The whole site beside its Markdown.

It has the files that pages request, their links and shell, the data, and the printed sheets.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from struct import unpack

from markupsafe import Markup

from routine import disk, model
from routine.check.record import Record
from routine.model import wording
from routine.model.model import Routine
from routine.pages import addresses as at
from routine.pages import minify
from routine.pages.links import Inside, Links
from routine.pages.registry import Given, around
from routine.pages.render import Macro, Made, macros, render
from routine.pages.styles import beside, standalone_style
from routine.pages.taken.taken import taken
from routine.paper.imprint import issue_of_all, sheets
from routine.site import json_export
from routine.site.assets import assets, styles, versions
from routine.site.folder import mark, published
from routine.site.json_export import export_json, export_schema, monitoring_json
from routine.site.own import pages
from routine.site.policy import META, standalone_policy
from routine.site.settings import Settings


def given(routine: Routine, record: Record = ()) -> Given:
    """Gather the routine, its editions and its sheets, for every page."""
    return Given(routine, record, sheets(routine), issue_of_all(routine, record))


def standalone(given: Given, styles: Mapping[str, str], address: str) -> str:
    """Return the HTML of the file.

    `styles` are the site's style sheets, name → text; `address` is the site's own, or empty.
    """
    routine, style = given.routine, _style(styles, beside(given.routine))
    policy = Markup(standalone_policy(style))
    view = taken(routine, given.record, given.issue, address, Markup(f"<style>{style}</style>"), policy)
    return render("taken", view, _links(routine)) + "\n"


def _links(routine: Routine) -> Inside:
    begins = {at.GUIDE: "", at.ADVICE: "vag_", at.ABOUT: "oppen_"}
    return Inside(
        begins,
        {at.READINGS: "_om"} | {at.role(role.id): f"roll_{role.id}" for role in routine.roles},
    )


def _style(styles: Mapping[str, str], some: Collection[str]) -> str:
    """Return the style as one line.

    No line of it may be changed when the page is assembled: the policy has its digest.
    """
    return " ".join(minify.style(standalone_style(styles, some)).splitlines())


PNG = ".png"
SHELL = ("root", "head", "top", "band", "legend", "foot")


class Published:
    """A routine's site. `prints` has the printed sheets: file → content."""

    def __init__(self, routine: Routine, record: Record, settings: Settings, prints: Mapping[str, bytes]) -> None:
        self.routine, self.record, self.settings = routine, record, settings
        self.given = given(routine, record)
        self.own = pages(settings.docs)
        self.assets = assets(routine, self.own)
        self.versions = versions(self.assets)
        taken = standalone(self.given, styles(), settings.address)
        self.files = {f"{at.PRINTS}{name}": data for name, data in prints.items()} | {at.TAKEN: taken.encode()}

    @cached_property
    def made(self) -> Made:
        """Return facts about the files that pages link to: sizes and codes."""
        # Where a PNG has its width and height: ISO/IEC 15948, 11.2.1.
        pictures = {each: unpack(">II", data[16:24]) for each, data in self.files.items() if each.endswith(PNG)}
        return {
            "size": {address: wording.size(len(data)) for address, data in self.files.items()},
            "measures": {each: f'width="{width}" height="{height}"' for each, (width, height) in pictures.items()},
            "code": {sheet.file: sheet.code for sheet in self.given.sheets},
        }

    def links(self, address: str) -> Links:
        """Make the links of the page with this address."""
        base = self.settings.base if address == at.NOT_FOUND else None
        return Links(address, self.settings.style, base, self.versions)

    @lru_cache(maxsize=1)  # noqa: B019  # A page calls several, one after another.
    def macros(self, address: str) -> Mapping[str, Macro]:
        """Make the macros of the page with this address."""
        return macros(self.given, self.links(address), self.made)

    def shell(self, address: str) -> dict[str, str]:
        """Render the shell of the page with this address: part → HTML."""
        placed = address != at.NOT_FOUND or self.settings.base is not None
        view, links = around(self.routine, address, self.given.issue, self.own, placed=placed), self.links(address)
        parts = {part: render(f"shell_{part}", view, links) for part in SHELL}
        missing = render("not_found", view, links) if address == at.NOT_FOUND else ""
        return parts | {"policy": "" if self.settings.preview else META, "not_found": missing}

    def complete(self, folder: Path) -> None:
        """Write all files but the pages, in the folder of the built pages."""
        data = {at.ROUTINE_JSON: export_json(self.routine, self.record).encode(), at.ROUTINE_SCHEMA: _schema()}
        for address, content in (self.assets | self.files | data).items():
            file = folder / address.strip("/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        mark(folder)
        status = monitoring_json(self.routine, self.record, published(folder), self.settings.address)
        (folder / at.STATUS_JSON.strip("/")).write_bytes(status.encode())


def _schema() -> bytes:
    """Return the schema of `rutin.json`, cached.

    It depends on the model alone, and takes as long to make as twenty pages.
    """
    made_of = disk.code(model, json_export, disk, at)
    return disk.kept(lambda: export_schema().encode(), b"schema", made_of)
