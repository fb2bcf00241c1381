"""The whole site beside its Markdown.

It has the files that pages request, their links and shell, the data, and the printed sheets.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path

from routine import domain
from routine.disk import cache, json_text
from routine.domain import wording
from routine.domain.model import Routine
from routine.editions.record import Record
from routine.html.links import Links
from routine.html.render import Made, render
from routine.print.grey import measures
from routine.print.imprint import issue_of_all, sheets
from routine.publish import json_export
from routine.publish.assets import assets, styles
from routine.publish.folder import mark, published
from routine.publish.json_export import export_json, export_schema
from routine.publish.macros import Macro, macros
from routine.publish.monitoring import monitoring_json
from routine.publish.pages import around
from routine.publish.settings import Settings
from routine.publish.standalone import standalone
from routine.publish.versioned import versions
from routine.servers.policy import META
from routine.views import addresses as at

PNG = ".png"


class Published:
    """A routine's site. `prints` has the printed sheets: file → content."""

    def __init__(self, routine: Routine, record: Record, settings: Settings, prints: Mapping[str, bytes]) -> None:
        self.routine, self.record, self.settings = routine, record, settings
        self.assets = assets(routine)
        self.versions = versions(self.assets)
        taken = standalone(routine, record, styles(), settings.address)
        self.files = {f"{at.PRINTS}{name}": data for name, data in prints.items()} | {at.TAKEN: taken.encode()}

    @cached_property
    def made(self) -> Made:
        """Return facts about the files that pages link to.

        They are sizes, codes, and how the booklets are folded: a booklet in landscape is cut.
        """
        pictures = {address: measures(data) for address, data in self.files.items() if address.endswith(PNG)}
        booklets = at.picture(at.booklet_sheet("")).removesuffix(f"-1{PNG}")
        cut = {width > height for address, (width, height) in pictures.items() if address.startswith(booklets)}
        folds = {"folds-twice": False in cut, "folds-cut": True in cut, "folds-both": len(cut) > 1}
        return {
            "size": {address: wording.size(len(data)) for address, data in self.files.items()},
            "measures": {each: f'width="{width}" height="{height}"' for each, (width, height) in pictures.items()},
            "code": {sheet.file: sheet.code for sheet in sheets(self.routine)},
            "folds": {how: how for how, so in folds.items() if so},
        }

    def links(self, address: str) -> Links:
        """Make the links of the page with this address."""
        base = self.settings.base if address == at.NOT_FOUND else None
        return Links(address, self.settings.style, base, self.versions)

    @lru_cache(maxsize=1)  # noqa: B019  # A page calls several, one after another.
    def macros(self, address: str) -> Mapping[str, Macro]:
        """Make the macros of the page with this address."""
        return macros(self.routine, self.record, self.links(address), self.made)

    def shell(self, address: str) -> dict[str, str]:
        """Render the shell of the page with this address: part → HTML."""
        placed = address != at.NOT_FOUND or self.settings.base is not None
        issue = issue_of_all(self.routine, self.record)
        view, links = around(self.routine, address, issue, placed=placed), self.links(address)
        parts = {part: render(f"shell_{part}", view, links) for part in ("root", "head", "top", "band", "foot")}
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
    made_of = cache.code(domain, json_export, json_text, at), cache.versions("pydantic")
    return cache.kept(lambda: export_schema().encode(), b"schema", *made_of)
