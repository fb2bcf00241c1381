"""Only what is meant to be published is: listed kinds of file, no links, and nothing that a program left behind."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from mkdocs.config import load_config

from routine.publish.sources import LEFT_OUT, MOST_TOLD, PUBLISHED, is_left_out, strays
from tests.kit.paths import PROJECT
from tests.kit.project import copied, python
from tests.kit.texts import digest_of

ENGINES = pytest.mark.parametrize(
    "engine", [("mkdocs", "build", "-q"), ("routine", "build")], ids=["mkdocs", "routine"]
)
# A name that each pattern of LEFT_OUT takes.
LEFT = {
    "README.md": "README.md",
    "*.d.ts": "types.d.ts",
    ".*": ".DS_Store",
    "*~": "guide.md~",
    "*.bak": "guide.md.bak",
    "*.orig": "guide.md.orig",
    "#*#": "#guide.md#",
    "~$*": "~$guide.docx",
    "Thumbs.db": "Thumbs.db",
    "desktop.ini": "desktop.ini",
}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A project's sources with one file of each kind."""
    for name in (
        *("docs/index.md", "docs/roller/rektorn.md", "docs/assets/icon.svg", "docs/assets/site.css"),
        *("docs/assets/js/shared/dates.js", "docs/assets/vendor/sok-LICENSE.txt", "theme/base.html"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    return tmp_path


def test_our_own_sources_hold_nothing_else() -> None:
    assert strays(PROJECT) == []


def test_every_pattern_is_of_use() -> None:
    for folder, patterns in PUBLISHED.items():
        for pattern in patterns:
            assert [*(PROJECT / folder).glob(f"**/{pattern}")] or [*(PROJECT / folder).rglob(Path(pattern).name)], (
                pattern
            )


@pytest.mark.parametrize(
    "name",
    [
        "docs/Möte.docx",
        "docs/namn.xlsx",
        "docs/bild.png",
        "docs/data.json",
        "docs/sida.html",
        "docs/index.MD",
        "docs/anteckningar",
        "docs/anteckningar.txt",
        "docs/skript.js",
        "docs/assets/lista.txt",
        "docs/assets/js/rutin.ts",
        "docs/assets/site.css.map",
        "docs/assets/vendor/LICENSE.txt.exe",
        "theme/brev.docx",
        "theme/skript.js",
    ],
)
def test_another_kind_of_file_is_told_by_name(name: str, sources: Path) -> None:
    (sources / name).write_text("hemligt", encoding="utf-8")
    (told,) = strays(sources)
    fault, allowed, hint = told.splitlines()
    assert fault.startswith(f"{name}: ")
    assert allowed.startswith("    Tillåtet: ")
    assert hint.startswith("    Gör så här: ")


def test_a_link_is_told_and_nothing_beyond_it(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("utanfor")
    (outside / "lösenord.md").write_text("hemligt", encoding="utf-8")
    (sources / "docs/mapp").symlink_to(outside)
    (sources / "docs/sida.md").symlink_to(outside / "lösenord.md")
    (sources / "docs/borta.md").symlink_to(outside / "finns-inte.md")
    (sources / "docs/assets/inne.css").symlink_to(sources / "docs/assets/site.css")
    told = strays(sources)
    assert [problem.partition(": ")[0] for problem in told] == [
        "docs/assets/inne.css",
        "docs/borta.md",
        "docs/mapp",
        "docs/sida.md",
    ]
    assert all("Länkar" in problem for problem in told)


def test_the_folder_itself_is_no_link(sources: Path) -> None:
    (sources / "docs").rename(sources / "annat")
    (sources / "docs").symlink_to(sources / "annat")
    (told,) = strays(sources)
    assert told.startswith("docs: Länkar")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_what_is_no_file_is_told(sources: Path) -> None:
    os.mkfifo(sources / "docs/ror.md")
    (told,) = strays(sources)
    assert told.startswith("docs/ror.md: ")


def test_so_many_that_nobody_reads_them_are_counted(sources: Path) -> None:
    for number in range(MOST_TOLD + 5):
        (sources / f"docs/{number}.docx").write_text("", encoding="utf-8")
    told = strays(sources)
    assert len(told) == MOST_TOLD + 1
    assert told[-1] == "… och 5 till."


def test_what_is_left_out_is_the_same_for_us_and_for_the_engine() -> None:
    assert set(LEFT) == set(LEFT_OUT)
    lines = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8").partition("exclude_docs: |\n")[2].partition("\n\n")[0]
    ours, _, together = lines.partition("  # ")
    assert tuple(line.strip().removeprefix("\\") for line in ours.splitlines()) == LEFT_OUT
    assert together.split()[-2:] == ["/assets/css/", "/assets/js/"], "which finish.py puts together"
    theirs = load_config(str(PROJECT / "mkdocs.yml"))["exclude_docs"]
    for name in LEFT.values():
        for path in (name, f"roller/{name}", f"{name}/index.md"):
            assert theirs.match_file(path), path
            assert is_left_out(Path(path)), path
    for path in ("index.md", "assets/icon.svg", "roller/rektorn.md"):
        assert not theirs.match_file(path)
        assert not is_left_out(Path(path))


@pytest.mark.site
@ENGINES
def test_what_is_left_behind_is_neither_told_nor_published(engine: tuple[str, ...], tmp_path: Path) -> None:
    project = copied(tmp_path / "projekt")
    assert python(project, "-m", *engine).returncode == 0
    clean = digest_of(project / "site")
    for folder in ("docs", "docs/roller", "docs/assets/js", "theme", "theme/partials"):
        (project / folder).mkdir(exist_ok=True)
        for name in LEFT.values():
            (project / folder / name).write_text("# Lämnat kvar", encoding="utf-8")
    done = python(project, "-m", *engine)
    assert (done.returncode, done.stderr) == (0, "")
    assert digest_of(project / "site") == clean


@pytest.mark.site
@ENGINES
@pytest.mark.parametrize("kind", ["länk", "dokument", "sida"])
def test_what_may_not_be_published_stops_both_ways_to_build(kind: str, engine: tuple[str, ...], tmp_path: Path) -> None:
    project, outside = copied(tmp_path / "projekt"), tmp_path / "utanfor"
    outside.mkdir()
    (outside / "lösenord.md").write_text("hemligt", encoding="utf-8")
    if kind == "länk":
        (project / "docs/mer").symlink_to(outside)
    else:
        name = "docs/mer.md" if kind == "sida" else "docs/mer"
        (project / name).write_text("hemligt", encoding="utf-8")
    done = python(project, "-m", *engine)
    assert done.returncode != 0
    assert re.search(r"docs/mer(\.md)?: ", done.stderr + done.stdout)
    assert "Traceback" not in done.stderr + done.stdout
    assert not (project / "site").exists()
