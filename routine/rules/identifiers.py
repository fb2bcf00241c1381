"""Ids that somebody else takes for something of their own: YAML, Windows, a browser's scripts, or the site itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routine.domain.fields import Id
from routine.domain.model import Routine
from routine.domain.wording import series
from routine.reading.finding import Finding
from routine.reading.model_paths import hints, lists
from routine.reading.nodes import Path
from routine.rules.core import rule

# All but the sections', which are labels and stand in quotation marks where they have to.
LISTS = tuple(name for name, part in lists().items() if hints(part).get("id") == Id)
# What other programs read without quotation marks, by YAML 1.1 or 1.2: then it names nothing any more.
READ_AS = {
    "ja eller nej": re.compile(r"y|n|yes|no|on|off|true|false"),
    "ett tomt värde": re.compile(r"null"),
    "ett tal": re.compile(r"[0-9]+(?:e[0-9]+)?|0x[0-9a-f]+|0o[0-7]+|0b[01]+"),
    "ett datum": re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"),
}
# No file or folder can be called so there, whatever its ending.
OF_WINDOWS = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
# What every object of a script has already, and what our scripts call the page's own.
OF_SCRIPTS = ("constructor", "rutin")
# `checklista-x-stor-stil.pdf` is the one in large print of `x`.
ENDINGS = ("-stor-stil",)
# docs/roller/index.md would be the page of the folder.
OF_FOLDERS = "index"


def _ids(routine: Routine) -> Iterator[tuple[Path, str]]:
    for name in LISTS:
        yield from (((name, i, "id"), item.id) for i, item in enumerate(getattr(routine, name)))


@rule()
def read_as_something_else(routine: Routine) -> Iterator[Finding]:
    for path, id in _ids(routine):
        if what := next((what for what, pattern in READ_AS.items() if pattern.fullmatch(id)), ""):
            yield Finding(
                "R095",
                path,
                f"Id ”{id}” läses som {what} av andra program.",
                "ett ord, eller flera med bindestreck mellan",
                "skriv vad det gäller, som det heter i texten.",
            )


@rule()
def name_of_windows(routine: Routine) -> Iterator[Finding]:
    """An id becomes the name of a folder or a file, or may become one."""
    for path, id in _ids(routine):
        if OF_WINDOWS.fullmatch(id):
            yield Finding(
                "R096",
                path,
                f"Windows kan inte ha en fil eller mapp som heter ”{id}”.",
                "allt utom con, prn, aux, nul, com0–com9 och lpt0–lpt9",
                "skriv ut det som ordet är kort för.",
            )


@rule("roles.*.id")
def name_of_ours(routine: Routine) -> Iterator[Finding]:
    """The page of a folder, a name that scripts have, or the file of another role's sheet."""
    hint = "ge posten ett annat id."
    for path, id in _ids(routine):
        if id in OF_SCRIPTS or (path[0] == "roles" and id == OF_FOLDERS):
            yield Finding("R097", path, f"Id ”{id}” använder webbplatsen själv.", "ett annat ord", hint)
    places = {role.id: i for i, role in enumerate(routine.roles)}
    for id, i in places.items():
        other = next((id.removesuffix(end) for end in ENDINGS if id.endswith(end)), None)
        if other in places:
            yield Finding(
                "R097",
                ("roles", i, "id"),
                f"Rollen ”{id}” får en utskrift med samma filnamn som en av rollen ”{other}”.",
                f"ett id som inte är en annan rolls och {series(ENDINGS, 'eller')}",
                hint,
                ((("roles", places[other], "id"), "den andra rollen"),),
            )
