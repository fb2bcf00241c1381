"""Who may import what, and that the code knows no routine: rules of the house that a test can hold."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from routine.domain import wording
from routine.loading.load import load
from routine.publish.pages import PAGES, Page
from routine.views.listed import Menu
from tests.kit.code import calls, imported, name, tree
from tests.kit.paths import PROJECT, REAL

PACKAGE = PROJECT / "routine"
MODULES = sorted(PACKAGE.rglob("*.py"))
STEMS = {".".join(file.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__"): file for file in MODULES}
# Each room may use those before it in the row, and none after it.
ROOMS = (
    "disk",
    "domain",
    "reading",
    "rules",
    "loading",
    "editions",
    "layout",
    "views",
    "html",
    "print",
    "servers",
    "publish",
    "changes",
    "release",
    "build",
    "new",
    "commands",
    "__main__",
)
MOST_ROOMS, MOST_WAYS = 20, 70  # There are 18, and 70.
PURE_ROOMS = {"domain", "reading", "rules", "layout", "views", "changes"}
PURE_FILES = {
    "loading/parse.py",
    "loading/reports.py",
    "editions/record.py",
    "html/links.py",
    "html/deferred.py",
    "publish/pages.py",
    "publish/macros.py",
    "publish/checksums.py",
    "publish/editor_schema.py",
    "publish/json_export.py",
    "publish/minify.py",
    "publish/monitoring.py",
    "publish/ready.py",
    "publish/scripts.py",
    "publish/search_index.py",
    "publish/sought.py",
    "publish/sought_pages.py",
    "publish/styles.py",
}


def room(file: Path) -> str:
    """The module of the package, or the folder, that a file belongs to."""
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


PACKAGED = PACKAGE / "reading/messages.py"  # Reads a file of the package's own.
PURE = [
    file
    for file in MODULES
    if file != PACKAGED and (room(file) in PURE_ROOMS or file.relative_to(PACKAGE).as_posix() in PURE_FILES)
]


def importers(module: str) -> set[str]:
    """The files that import a module or something of it."""
    files = [*MODULES, PROJECT / "macros.py"]
    return {name(file) for file in files if any(f"{item}.".startswith(f"{module}.") for item in imported(file))}


@pytest.mark.parametrize(
    ("module", "allowed"),
    [
        ("yaml", {"routine/reading/messages.py", "routine/reading/yaml_reader.py", "routine/reading/yaml_faults.py"}),
        ("jinja2", {"routine/html/render.py", "routine/servers/kit.py"}),
        ("markupsafe", {"routine/html/render.py", "routine/publish/standalone.py"}),
        ("rcssmin", {"routine/publish/minify.py"}),
        ("rjsmin", {"routine/publish/minify.py"}),
        ("mkdocs", {"routine/build.py", "routine/engine.py", "routine/commands/preview.py"}),
        ("tempfile", {"routine/new/lay.py"}),
        ("typst", {"routine/print/press.py"}),
        ("segno", {"routine/print/qr.py"}),
        ("PIL", {"routine/print/grey.py"}),
        ("mkdocs_macros", {"routine/build.py"}),
        ("subprocess", {"routine/editions/git.py"}),
        ("requests", set()),
        ("urllib.request", set()),
        ("time", set()),
        # Git is run without what a hook says of it.
        ("os", {"routine/__main__.py", "routine/commands/ending.py", "routine/editions/git.py"}),
        # Nothing that is read back from a file may run.
        ("pickle", set()),
        ("marshal", set()),
        ("shelve", set()),
        ("importlib.util", set()),
    ],
)
def test_only_one_room_opens_each_door(module: str, allowed: set[str]) -> None:
    assert importers(module) == allowed


def test_only_macros_py_knows_the_macros_plugin() -> None:
    assert [
        name(file)
        for file in MODULES
        if re.search(r"define_env|on_post_build|env\.(macro|conf|page)", file.read_text(encoding="utf-8"))
    ] == []


def test_every_pure_room_is_there() -> None:
    assert {room(file) for file in PURE} >= PURE_ROOMS
    assert {file.relative_to(PACKAGE).as_posix() for file in PURE} >= PURE_FILES


@pytest.mark.parametrize("file", PURE, ids=name)
def test_what_is_pure_reads_no_file_and_no_clock(file: Path) -> None:
    doors = ("pathlib", "os", "time", "shutil", "tempfile", "glob", "io", "socket", "random")
    assert {item for item in imported(file) if item.split(".")[0] in doors} == set()
    clock = re.compile(
        r"(^|\.)(open|now|today|utcnow|read_text|read_bytes|write_text|write_bytes|print|input|fromtimestamp)$"
    )
    assert {call for call in calls(file) if clock.search(call)} == set()


def test_what_is_pure_asks_nothing_that_reads_a_file_on_the_way() -> None:
    """Also by what it imports, and that imports in turn."""
    reading = {
        "routine.loading.load",
        "routine.disk.cache",
        "routine.editions.git",
        "routine.editions.versions",
        "routine.editions.stored",
    }
    assert reading <= STEMS.keys()
    for file in PURE:
        waiting, asked = [file], set[str]()
        while waiting:
            found = needed(waiting.pop()) - asked
            asked |= found
            waiting += [STEMS[stem] for stem in found]
        assert asked & reading == set(), name(file)


def texts_written(file: Path) -> list[int]:
    """The lines that write text as the system breaks its lines: in Windows that is other bytes of the same commit."""
    found = []
    for node in ast.walk(tree(file)):
        if not isinstance(node, ast.Call) or any(word.arg == "newline" for word in node.keywords):
            continue
        called, given = ast.unparse(node.func), [*node.args, *(word.value for word in node.keywords)]
        modes = {each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str)}
        opens = called.rpartition(".")[2] == "open" and called != "tarfile.open"
        if called.endswith(".write_text") or (opens and any(re.fullmatch(r"[wax][t+]*|r[t+]*\+t?", m) for m in modes)):
            found.append(node.lineno)
    return found


def test_what_is_written_has_the_same_line_breaks_everywhere() -> None:
    files = [*MODULES, PROJECT / "macros.py", *(PROJECT / "content").rglob("*.py"), *(PROJECT / "audit").rglob("*.py")]
    outside = {file for file in files if "node_modules" in file.parts}
    assert [f"{name(file)}:{line}" for file in files if file not in outside for line in texts_written(file)] == []


@pytest.mark.parametrize("file", sorted((PACKAGE / "views").glob("*.py")), ids=name)
def test_views_know_the_model_and_what_is_shared_and_not_each_other(file: Path) -> None:
    others = {item.split(".")[2] for item in imported(file) if item.startswith("routine.views.")}
    assert others <= SHARED_VIEWS - {file.stem}
    below = {
        item.split(".")[1]
        for item in imported(file)
        if item.startswith("routine.") and not item.startswith("routine.views")
    }
    assert below <= {"domain", "reading", "layout", "editions"}


def test_data_flows_down_only() -> None:
    upward = {}
    for file in MODULES:
        if room(file) == "__init__":
            continue
        assert room(file) in ROOMS, f"{name(file)} är inte placerad"
        used = {item.split(".")[1] for item in imported(file) if item.startswith("routine.")}
        if later := {other for other in used if other in ROOMS and ROOMS.index(other) > ROOMS.index(room(file))}:
            upward[name(file)] = later
    assert upward == {}


def test_there_are_no_more_rooms_and_ways_between_them_than_can_be_held_in_mind() -> None:
    ways = {
        (room(file), other)
        for file in MODULES
        for item in imported(file)
        if item.startswith("routine.") and (other := item.split(".")[1]) in ROOMS and other != room(file)
    }
    assert len({room(file) for file in MODULES} - {"__init__"}) <= MOST_ROOMS
    assert len(ways) <= MOST_WAYS


def test_no_file_imports_itself_by_way_of_others() -> None:
    waiting = {stem: needed(file) - {stem} for stem, file in STEMS.items()}
    while free := [stem for stem, needs in waiting.items() if not needs & waiting.keys()]:
        for stem in free:
            del waiting[stem]
    assert waiting == {}


@cache
def needed(file: Path) -> set[str]:
    """The modules of ours that a file imports, or something of."""
    return {known(item) for item in imported(file)} - {""}


def known(item: str) -> str:
    """The module that an import names, or holds what it names."""
    while item and item not in STEMS:
        item = item.rpartition(".")[0]
    return item


@pytest.mark.parametrize("folder", [room for room in ROOMS if (PACKAGE / room).is_dir()])
def test_each_folder_says_what_it_is_and_what_it_may_import(folder: str) -> None:
    said = ast.get_docstring(ast.parse((PACKAGE / folder / "__init__.py").read_text(encoding="utf-8"))) or ""
    assert re.search(r"^May import [^.]+\.$", said, re.MULTILINE)
    line = next(line for line in said.splitlines() if line.startswith("May import"))
    named = {other for other in ROOMS if re.search(rf"\b{other}\b", line.partition(" but ")[0])}
    used = {
        item.split(".")[1]
        for file in MODULES
        if room(file) == folder
        for item in imported(file)
        if item.startswith("routine.")
    }
    assert "everything" in line or used & set(ROOMS) - {folder} <= named, f"{folder}: {used - named - {folder}}"


def test_what_several_views_share_is_told_where_they_lie() -> None:
    said = ast.get_docstring(tree(PACKAGE / "views/__init__.py")) or ""
    assert set(re.findall(r"\w+", said)) >= SHARED_VIEWS - {"__init__"}


# What several pages use.
SHARED_VIEWS = {
    "__init__",
    "addresses",
    "calls",
    "deciding",
    "drawing",
    "facts",
    "listed",
    "parts",
    "reachable",
    "readings",
    "shell",
    "situations",
}


def test_every_template_has_a_view() -> None:
    views = {file.stem for file in (PACKAGE / "views").glob("*.py")}
    shell = {"shell_root", "shell_head", "shell_top", "shell_band", "shell_foot"}
    shell |= {"not_found", "leaving", "broken", "advised", "taken"}
    assert {file.stem for file in (PACKAGE / "html/templates").glob("*.html")} - {
        "_boxes",
        "_flow",
        "_parts",
        "_ways",
        "_prints",
        "_situations",
    } - shell == views - SHARED_VIEWS


def test_the_code_knows_no_routine() -> None:
    """No id and no name of the data stands in the code: another municipality changes one file."""
    routine = load(REAL)
    spaces = (
        routine.roles,
        routine.actions,
        routine.questions,
        routine.tracks,
        routine.guidance,
        routine.contacts,
        routine.open_questions,
    )
    words = {item.id for space in spaces for item in space}
    words |= (
        {role.name for role in routine.roles}
        | {action.text for action in routine.actions}
        | {section.title for section in routine.sections}
    )
    words |= {
        routine.organisation.name,
        routine.site.name,
        routine.source.title,
        routine.organisation.name.removesuffix("s kommun"),
    }
    found = {}
    for file in [*MODULES, PROJECT / "macros.py"]:
        # The page for editors shows one action as its example.
        if file.name != "editors.py" and (hits := words & said(file)):
            found[name(file)] = hits
    for file in [*sorted((PACKAGE / "html/templates").glob("*.html")), *sorted((PACKAGE / "theme").rglob("*.html"))]:
        text = file.read_text(encoding="utf-8")
        if hits := {word for word in words if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)}:
            found[name(file)] = hits
    assert found == {}


def said(file: Path) -> set[str]:
    """Every text that the code says, docstrings apart, whole and by what stands between its spaces and marks."""
    parsed = tree(file)
    notes = {node.value for node in ast.walk(parsed) if isinstance(node, ast.Expr)}
    texts = {
        node.value
        for node in ast.walk(parsed)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in notes
    }
    # An id of one word may be an ordinary word in a message; one with a hyphen is never that.
    return (
        texts
        | {part for text in texts for part in re.split(r"[^\w-]+", text) if "-" in part}
        | {part.strip("/#") for text in texts for part in text.split("/")}
    )


def test_only_one_function_lowers_a_first_letter() -> None:
    """A name is bent by wording.inside, which knows abbreviations: no code takes the first letter and lowers it."""
    by_hand = re.compile(r"\[(0|0?:1)\]\s*(\.(lower|casefold|swapcase)\(|\|\s*lower\b)|\|\s*first\s*\|\s*lower\b")
    files = [*MODULES, PROJECT / "macros.py", *(PACKAGE / "html/templates").glob("*.html")]
    assert [name(file) for file in files if by_hand.search(file.read_text(encoding="utf-8"))] == [
        "routine/domain/wording.py"
    ]


def test_what_a_page_and_a_sheet_both_say_is_written_once() -> None:
    names = "NOT_THE_ROUTINE UNANSWERED ADVISED NOT_YET TOLD_TO TOLD_BY MOVED OF_OURS OPENS SAME_CONTACT"
    words = tuple(getattr(wording, each) for each in names.split())
    files = [*MODULES, *PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.typ")]
    found = [(word, name(file)) for file in files for word in words if word in file.read_text(encoding="utf-8")]
    assert found == [(word, "routine/domain/wording.py") for word in words]


# Escaping that is switched off, code and style in the page; a script has an address.
UNSAFE = re.compile(r"\|\s*safe\b|autoescape|Markup|<script(?! (?:defer )?src=)|<style|\bstyle=|\bon\w+=")


def test_templates_never_switch_escaping_off() -> None:
    for file in sorted((PACKAGE / "html/templates").glob("*.html")):
        text = file.read_text(encoding="utf-8")
        assert not UNSAFE.search(text), name(file)
        assert not re.search(r"""=\{\{|='\{\{""", text), f"{name(file)}: attribut utan dubbla citattecken"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_row_of_the_registry_has_a_template_and_a_page_that_calls_it(page: Page) -> None:
    """The recipe of CONTRIBUTING: a view, a template, a style sheet if it needs one, a Markdown file and a row."""
    assert (PACKAGE / f"html/templates/{page.template or page.name}.html").is_file()
    assert any(f"{{{{ {page.name}(" in file.read_text(encoding="utf-8") for file in (PROJECT / "docs").rglob("*.md"))


def test_every_view_has_a_row_in_the_registry() -> None:
    rows = {page.template or page.name for page in PAGES}
    assert {file.stem for file in (PACKAGE / "views").glob("*.py")} - SHARED_VIEWS == rows


def test_a_page_is_called_in_the_menu_by_its_heading() -> None:
    for page in PAGES:
        # The first page is called Start, and begins with what it is about.
        if page.listed and page.listed.menu is not Menu.NOWHERE and page.name != "start":
            address = page.listed.address
            found = [PROJECT / f"docs{address.rstrip('/')}.md", PROJECT / f"docs{address}index.md"]
            text = next(file for file in found if file.is_file()).read_text(encoding="utf-8")
            assert f"# {page.listed.title}\n" in text


def test_no_line_is_over_120_columns() -> None:
    """Ruff says it of Python; this also of a template, a style sheet, a script, a probe and the Makefile."""
    long = [
        f"{name(file)}:{number}"
        for file in written_by_hand()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > 120
    ]
    assert long == []


def written_by_hand() -> list[Path]:
    """Every file of code or markup, without what others have written and what is built."""
    kinds = {".py", ".js", ".ts", ".css", ".html", ".typ"}
    others = {"vendor", "golden", "node_modules"}
    folders = [each for each in PROJECT.iterdir() if each.is_dir() and each.name[0] != "." and each.name != "site"]
    files = [*PROJECT.iterdir(), *(file for folder in folders for file in folder.rglob("*"))]
    found = [file for file in files if file.suffix in kinds and not others & set(file.relative_to(PROJECT).parts)]
    return sorted([PROJECT / "Makefile", *(file for file in found if not file.name.endswith(".min.js"))])


def test_addresses_stand_in_their_module_alone() -> None:
    files = [*MODULES, *(PACKAGE / "html/templates").glob("*.html")]
    address = re.compile(r"""(?<![\w<])["'`](/[a-z-]+)+/?(#|\{|["'`])""")
    found = {name(file) for file in files if address.search(code(file))}
    assert found == {"routine/views/addresses.py", "routine/servers/hosting.py"}


def code(file: Path) -> str:
    """A file's text; of Python, without its docstrings."""
    text = file.read_text(encoding="utf-8")
    return re.sub(r'""".*?"""', "", text, flags=re.DOTALL) if file.suffix == ".py" else text


def test_a_class_name_means_one_thing() -> None:
    places: dict[str, list[str]] = {}
    for file in MODULES:
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(name(file))
    assert {called: files for called, files in places.items() if len(files) > 1} == {}
