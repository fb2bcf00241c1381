"""The Markdown of each page: a heading and the call of a macro. What docs/ lacks the build makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from routine.domain.model import Routine
from routine.publish.pages import PAGES, listed
from routine.reading.encoding import decoded
from routine.reading.problems import in_full

# Of a role's pages, and of those that are more than their title and their own macro.
ROLE = {
    "role": '# {{{{ own("{id}") }}}}\n\n{{{{ role("{id}") }}}}\n\n{{{{ flow("{id}") }}}}\n',
    "checklist": '# Checklista: {{{{ heading("{id}") }}}}\n\n{{{{ checklist("{id}") }}}}\n',
    "prints": '# Utskrifter: {{{{ heading("{id}") }}}}\n\n{{{{ prints("{id}") }}}}\n',
}
TITLE = {"start": "{{ start_heading() }}"}
ALSO = {"flowchart": ("words",), "matrix": ("words",)}
OF_A_ROLE = {"role": ("role", "flow")}  # The macros of a page that calls more than its own.


def stubs(routine: Routine) -> dict[str, str]:
    """Path under docs/ → Markdown, for every page of the routine."""
    shown = {page.address for page in listed(routine)}
    plain = {
        f"{page.listed.address.strip('/') or 'index'}.md": f"# {TITLE.get(page.name, page.listed.title)}\n"
        + "".join(f"\n{{{{ {name}() }}}}\n" for name in (page.name, *ALSO.get(page.name, ())))
        for page in PAGES
        if page.listed and page.listed.address in shown
    }
    return plain | {
        f"{page.folder}/{role.id}.md": ROLE[page.name].format(id=role.id)
        for page in PAGES
        if page.folder
        for role in routine.roles
    }


def called(routine: Routine) -> dict[str, tuple[tuple[str, str], ...]]:
    """Address → the macros that its page calls, each with the role that it is called for, or ''."""
    found = {
        page.listed.address: tuple((name, "") for name in (page.name, *ALSO.get(page.name, ())))
        for page in PAGES
        if page.listed and page.listed in listed(routine)
    }
    return found | {
        f"/{page.folder}/{role.id}/": tuple((name, role.id) for name in OF_A_ROLE.get(page.name, (page.name,)))
        for page in PAGES
        if page.folder
        for role in routine.roles
    }


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
        yield in_full(
            f"{name}: Sidan hör inte till webbplatsen.", "en sida för varje rad i routine/publish/pages.py", MOVE
        )
    elif file.is_file():
        for fault in decoded(file.read_bytes())[1]:
            yield in_full(f"{name}:{fault.mark.line}: {fault.message}", fault.allowed, fault.hint)


MOVE = "flytta filen ut ur docs, eller ta bort den."


def _known(path: Path) -> bool:
    """Whether a row of the registry has this page. One of a role that is gone is told of too: nothing leads there."""
    address = f"/{path.with_suffix('').as_posix()}/".replace("/index/", "/")
    return any(page.listed and page.listed.address == address for page in PAGES)
