"""The Markdown of each page: a heading and the call of a macro. What docs/ lacks the build makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from routine.domain.model import Routine
from routine.publish.pages import PAGES, Page, listed, row_of
from routine.reading.encoding import decoded
from routine.reading.problems import in_full
from routine.views import addresses as at

# Name of a row → the macro of a heading that is no title, and what stands before it; what is called after its own.
HEADINGS = {
    "start": ("start_heading", ""),
    "role": ("own", ""),
    "checklist": ("heading", "Checklista: "),
    "prints": ("heading", "Utskrifter: "),
}
ALSO = {"flowchart": ("words",), "matrix": ("words",), "role": ("flow",)}
A_PAGE_A_ROW = "en sida för varje rad i routine/publish/pages.py"
MOVE = "flytta filen ut ur docs, eller ta bort den."


def called(routine: Routine) -> dict[str, tuple[tuple[str, str], ...]]:
    """Address → the macros that its page calls, each with the role that it is called for, or ''."""
    found = {}
    for page in PAGES:
        names = (*HEADINGS.get(page.name, ())[:1], page.name, *ALSO.get(page.name, ()))
        if page.listed and page.listed in listed(routine):
            found[page.listed.address] = tuple((name, "") for name in names)
        for role in routine.roles if page.folder else ():
            found[at.of_role(page.folder, role.id)] = tuple((name, role.id) for name in names)
    return found


def stubs(routine: Routine) -> dict[str, str]:
    """Path under docs/ → Markdown, for every page of the routine."""
    return {
        f"{address.strip('/') or 'index'}.md": _text(row_of(address), calls)
        for address, calls in called(routine).items()
    }


def _text(page: Page, calls: tuple[tuple[str, str], ...]) -> str:
    made = ["{{ " + name + (f'("{id}")' if id else "()") + " }}" for name, id in calls]
    heading = HEADINGS[page.name][1] + made.pop(0) if page.name in HEADINGS else page.listed and page.listed.title
    return "\n\n".join((f"# {heading}", *made)) + "\n"


def faults(docs: Path, left_out: Callable[[str], bool]) -> list[str]:
    """Tell what may not be published in docs/, in Swedish: links, other files than pages, and pages that nobody knows.
    `left_out` says whether settings leave out a path."""
    paths = (file.relative_to(docs) for file in sorted(docs.rglob("*")))
    return [found for path in paths if not left_out(path.as_posix()) for found in _faults(docs, path)]


def _faults(docs: Path, path: Path) -> Iterator[str]:
    file, name = docs / path, f"docs/{path.as_posix()}"
    if file.is_symlink():
        hint = "ta bort länken, och lägg filen själv där om den ska publiceras."
        yield in_full(f"{name}: Länkar till filer och mappar publiceras inte.", "vanliga filer", hint)
    elif not file.is_dir() and not (file.is_file() and file.suffix == ".md"):
        yield in_full(f"{name}: Filer av det här slaget publiceras inte.", "*.md", MOVE)
    elif file.is_file() and not _known(path):
        yield in_full(f"{name}: Sidan hör inte till webbplatsen.", A_PAGE_A_ROW, MOVE)
    elif file.is_file():
        for fault in decoded(file.read_bytes())[1]:
            yield in_full(f"{name}:{fault.mark.line}: {fault.message}", fault.allowed, fault.hint)


def _known(path: Path) -> bool:
    """Whether a row of the registry has this page. One of a role that is gone is told of too: nothing leads there."""
    address = at.of_page(path.with_suffix("").as_posix())
    return any(page.listed and page.listed.address == address for page in PAGES)
