"""The Markdown of each page: a heading and the calls of macros.

The build makes the pages that docs/ lacks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from routine.check.problems import in_full
from routine.check.source import decoded
from routine.model.model import Routine
from routine.pages import addresses as at
from routine.pages.registry import PAGES, Page, listed, row_of
from routine.site.own import PICTURES

# Row → the macro of its heading, where that is not its title, and the words before it. ALSO has the macros that are
# called after the row's own.
HEADINGS = {
    "start": ("start_heading", ""),
    "easy": ("easy_heading", ""),
    "role": ("own", ""),
}
ALSO = {"role": ("flow",)}
A_PAGE_A_ROW = "de sidor som bygget gör, och egna i docs/egna"
MOVE = "flytta filen ut ur docs, eller ta bort den."


def called(routine: Routine) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the macros that each page calls, by the page's address.

    Each macro comes with the id of the role that it is called for, or ''.
    """
    found = {}
    for page in PAGES:
        names = (*HEADINGS.get(page.name, ())[:1], page.name, *ALSO.get(page.name, ()))
        if page.listed and page.listed in listed(routine):
            found[page.listed.address] = tuple((name, "") for name in names)
        for role in routine.roles if page.folder else ():
            found[at.of_role(page.folder, role.id)] = tuple((name, role.id) for name in names)
    return found


def stubs(routine: Routine) -> dict[str, str]:
    """Return the Markdown of every page of the routine, by path under docs/."""
    return {
        f"{address.strip('/') or 'index'}.md": _text(row_of(address), calls)
        for address, calls in called(routine).items()
    }


def _text(page: Page, calls: tuple[tuple[str, str], ...]) -> str:
    made = ["{{ " + name + (f'("{id}")' if id else "()") + " }}" for name, id in calls]
    heading = HEADINGS[page.name][1] + made.pop(0) if page.name in HEADINGS else page.listed and page.listed.title
    return "\n\n".join((f"# {heading}", *made)) + "\n"


def faults(docs: Path, left_out: Callable[[str], bool]) -> list[str]:
    """Describe in Swedish all that may not be published in docs/.

    These are links, files other than pages, and unknown pages. `left_out` tells whether the settings leave out a path.
    """
    paths = (file.relative_to(docs) for file in sorted(docs.rglob("*")))
    return [found for path in paths if not left_out(path.as_posix()) for found in _faults(docs, path)]


def _faults(docs: Path, path: Path) -> Iterator[str]:
    file, name = docs / path, f"docs/{path.as_posix()}"
    if file.is_symlink():
        hint = "ta bort länken, och lägg filen själv där om den ska publiceras."
        yield in_full(f"{name}: Länkar till filer och mappar publiceras inte.", "vanliga filer", hint)
    elif not file.is_dir() and not (file.is_file() and (file.suffix == ".md" or _is_own(path, PICTURES))):
        yield in_full(f"{name}: Filer av det här slaget publiceras inte.", "*.md", MOVE)
    elif file.is_file() and file.suffix == ".md" and not (_known(path) or _is_own(path, ".md")):
        yield in_full(f"{name}: Sidan hör inte till webbplatsen.", A_PAGE_A_ROW, MOVE)
    elif file.suffix == ".md":
        for fault in decoded(file.read_bytes())[1]:
            yield in_full(f"{name}:{fault.mark.line}: {fault.message}", fault.allowed, fault.hint)


def _is_own(path: Path, kinds: str | tuple[str, ...]) -> bool:
    """Return whether a path is that of an own page or picture."""
    return path.parent.as_posix() == at.OWN.strip("/") and path.name.endswith(kinds)


def _known(path: Path) -> bool:
    """Return whether a listed page of the registry has this path.

    A role's page is not listed, so it is reported too: of a role that is gone, nothing would link to it.
    """
    address = at.of_page(path.with_suffix("").as_posix())
    return any(page.listed and page.listed.address == address for page in PAGES)
