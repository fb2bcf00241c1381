"""Which pages a routine has: the plain ones that stand in
docs/, and three for each role, whose stubs are written here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from routine.disk.atomic import write_all
from routine.domain.model import Routine
from routine.publish.pages import PAGES, listed
from routine.publish.sources import is_left_out
from routine.reading.encoding import decoded
from routine.reading.problems import in_full

ROLE_FOLDERS = {page.folder: page.name for page in PAGES if page.folder}

HEAD = """\
---
# Skriven av python -m routine pages. Ändra den inte för hand.
title: {id}
---

"""
STUBS = {
    "role": HEAD + '# {{{{ own("{id}") }}}}\n\n{{{{ role("{id}") }}}}\n\n{{{{ flow("{id}") }}}}\n',
    "checklist": HEAD + '# Checklista: {{{{ heading("{id}") }}}}\n\n{{{{ checklist("{id}") }}}}\n',
    "prints": HEAD + '# Utskrifter: {{{{ heading("{id}") }}}}\n\n{{{{ prints("{id}") }}}}\n',
}
A_PAGE_A_ROW = "en sida för varje rad i routine/publish/pages.py"


def stubs(routine: Routine) -> dict[str, str]:
    """Path under docs/ → text, for every page that follows from the roles."""
    return {
        f"{folder}/{role.id}.md": _words(name).format(id=role.id)
        for folder, name in ROLE_FOLDERS.items()
        for role in routine.roles
    }


def _words(name: str) -> str:
    """Those of a page that each role has. Raises LookupError for a row of the registry that has got none."""
    if name not in STUBS:
        raise LookupError(f"{name}: no words in STUBS of routine/publish/stubs.py for this row of PAGES")
    return STUBS[name]


def _present(docs: Path) -> dict[str, Path]:
    files = (file for folder in ROLE_FOLDERS for file in (docs / folder).glob("*.md"))
    return {f"{file.parent.name}/{file.name}": file for file in files if not is_left_out(file.relative_to(docs))}


def write(routine: Routine, docs: Path) -> None:
    """Make the role pages in `docs` those of the routine, and no others."""
    wanted = stubs(routine)
    files = {docs / name: text.encode() for name, text in wanted.items()}
    changed = {file: data for file, data in files.items() if not file.is_file() or file.read_bytes() != data}
    write_all(changed, [file for name, file in _present(docs).items() if name not in wanted])


def differences(routine: Routine, docs: Path) -> list[str]:
    """What keeps the role pages in `docs` from being those of the routine, in Swedish; empty when they are."""
    return sorted(_wrong(routine, docs))


def keep_up(routine: Routine, docs: Path) -> list[str]:
    """Write the role pages that are missing and take away those whose role is gone, as far as nobody has changed them.
    Returns what is still wrong, in Swedish."""
    wanted = stubs(routine)
    found = _present(docs)
    missing = {docs / name: wanted[name].encode() for name in sorted(wanted.keys() - found.keys())}
    strays = [file for name, file in found.items() if name not in wanted]
    write_all(missing, [file for file in strays if _text(file) == _stub(file)])
    return differences(routine, docs)


def _stub(file: Path) -> str:
    return STUBS[ROLE_FOLDERS[file.parent.name]].format(id=file.stem)


def _wrong(routine: Routine, docs: Path) -> Iterator[str]:
    wanted = stubs(routine)
    found = _present(docs)
    yield from (f"Sidan docs/{name} saknas." for name in wanted.keys() - found.keys())
    yield from (f"Sidan docs/{name} har ingen roll." for name in found.keys() - wanted.keys())
    for name in wanted.keys() & found.keys():
        if _text(found[name]) != wanted[name]:
            yield f"Sidan docs/{name} är ändrad för hand."


def unlisted(docs: Path) -> list[str]:
    """The pages in `docs` that no row of the registry knows, in Swedish:
    they are in no menu, and nobody meant them to be published."""
    known = {name for page in PAGES if page.listed for name in _files(page.listed.address)}
    names = sorted(file.relative_to(docs) for file in docs.rglob("*.md"))
    hint = "flytta filen ut ur docs, eller ta bort den."
    return [
        in_full(f"docs/{name.as_posix()}: Sidan hör inte till webbplatsen.", A_PAGE_A_ROW, hint)
        for name in names
        if not (len(name.parts) == 2 and name.parts[0] in ROLE_FOLDERS)
        and not is_left_out(name)
        and name.as_posix() not in known
    ]


def missing(routine: Routine, docs: Path) -> list[str]:
    """The pages that the routine has something to show on and that are not in `docs`, in Swedish: they are in the menu,
    in the search, and would lead nowhere."""
    hint = "hämta tillbaka filen som den var, till exempel ur git. Är raden ny, skriv filen: en rubrik, "
    hint += "och under den anropet av sidans makro."
    found = ((page.title, sorted(_files(page.address))) for page in listed(routine))
    return [
        in_full(
            f"docs/{' eller '.join(files)}: Sidan ”{title}” saknas, och alla länkar dit leder ingenstans.",
            A_PAGE_A_ROW,
            hint,
        )
        for title, files in found
        if not any((docs / name).is_file() for name in files)
    ]


def unreadable(docs: Path) -> list[str]:
    """The pages in `docs` that are not saved as UTF-8, in Swedish: no engine can read them."""
    names = (file.relative_to(docs) for file in sorted(docs.rglob("*.md")))
    found = ((name.as_posix(), decoded((docs / name).read_bytes())[1]) for name in names if not is_left_out(name))
    return [
        in_full(f"docs/{name}:{fault.mark.line}:{fault.mark.column}: {fault.message}", fault.allowed, fault.hint)
        for name, faults in found
        for fault in faults
    ]


def _text(file: Path) -> str:
    """What a page says. One that is not UTF-8 is like no other, which is all that is asked here."""
    return file.read_text(encoding="utf-8", errors="replace")


CALL = re.compile(r"\{\{ *(\w+)\((?:\"([^\"]*)\")?\) *\}\}")


def called(routine: Routine, docs: Path) -> dict[str, tuple[tuple[str, str], ...]]:
    """Address → the macros that its page calls, each with the role that it is called for, or ''."""
    found = {}
    for page in listed(routine):
        for name in _files(page.address):
            if (docs / name).is_file():
                found[page.address] = _calls(_text(docs / name))
    own = {f"/{name.removesuffix('.md')}/": _calls(text) for name, text in stubs(routine).items()}
    return found | own


def _calls(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((call[1], call[2] or "") for call in CALL.finditer(text))


def _files(address: str) -> set[str]:
    """Where in docs/ the page with an address may stand."""
    path = address.strip("/")
    return {f"{path}.md", f"{path}/index.md"} if path else {"index.md"}
