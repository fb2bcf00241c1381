"""`python -m routine diff`: two files or two revisions of git, and what is said where one cannot be had."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from routine.__main__ import main
from routine.change.report import NOTHING
from routine.change.words import Topic
from routine.check import record as editions
from tests.kit.broken import ADOPTED_TEXT
from tests.kit.changing import ADOPTED, HELD, LIMIT_MOVED, commit, git, repository, swapped
from tests.kit.paths import SMALL

LIMITS = f"{Topic.LIMITS.value}\n"


Telling = Callable[..., str]


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Telling:
    """The command in a repository, which returns what it tells, or the fault if it refuses."""
    repository(tmp_path, monkeypatch)

    def run(*arguments: str) -> str:
        refused = main(["diff", *arguments])
        out, err = capsys.readouterr()
        assert (refused, bool(out)) == ((2, False) if err else (0, True))
        return out + err

    return run


def test_without_arguments_the_file_is_compared_with_what_was_committed_last(told: Telling) -> None:
    assert told() == f"{NOTHING}\n"
    HELD.write_text(LIMIT_MOVED.replace("    text: Byt röret\n", "    text: Byt hela röret\n"), encoding="utf-8")
    out = told()
    assert f"{Topic.TEXTS.value}\n" in out
    assert LIMITS not in out


@pytest.mark.parametrize("old", ["HEAD~1", "HEAD~1:data/routine.yaml", str(SMALL)])
def test_a_revision_a_file_in_it_and_a_file_say_the_same(old: str, told: Telling) -> None:
    out = told(old, "main")
    assert out.startswith(LIMITS)
    assert f"{Topic.EDITIONS.value}\n" not in out


def test_a_revision_in_an_older_form_is_mended_as_an_upgrade_does(told: Telling) -> None:
    HELD.write_text(swapped((("    opens: kalla\n", "    opens: ja\n"),)), encoding="utf-8")
    commit("Förr")
    HELD.write_text(LIMIT_MOVED, encoding="utf-8")
    assert LIMITS in told("HEAD")
    assert "opens" in told("HEAD", "HEAD")


def test_a_copy_that_lies_alone_is_compared_as_if_it_had_the_others_record(told: Telling) -> None:
    shutil.copy(HELD, "kopia.yaml")
    assert told(str(HELD), "kopia.yaml") == f"{NOTHING}\n"
    editions.beside(HELD).write_text("{}", encoding="utf-8")
    assert f"{Topic.EDITIONS.value}\n" in told()


def test_for_a_pull_request_it_is_markdown_with_links_to_the_new_site(told: Telling) -> None:
    out = told("HEAD~1", "--markdown", "--site", "https://exempel.se")
    assert f"\n### {LIMITS}" in out
    assert "](https://exempel.se/guide/)\n" in out


def test_the_document_beside_each_version_is_compared(told: Telling) -> None:
    adopted = HELD.with_name("adopted.yaml")
    adopted.write_text(ADOPTED_TEXT, encoding="utf-8")
    commit("Tre")
    adopted.write_text(swapped(ADOPTED[0].swaps, ADOPTED_TEXT), encoding="utf-8")
    assert told().startswith(f"{Topic.ADOPTED.value}\n")


def test_a_site_that_moves_is_told(told: Telling) -> None:
    """Its address is on every sheet, though not a word of the routine has changed."""
    settings, old, new = Path("mkdocs.yml"), "https://gammal.example/rutin/", "https://ny.example/rutin/"
    settings.write_text(f"site_name: X\nsite_url: {old}\n", encoding="utf-8")
    commit("Tre")
    assert told() == f"{NOTHING}\n"
    settings.write_text(f"site_name: X\nsite_url: {new}\n", encoding="utf-8")
    assert f"{old} → {new}\n" in told()


@pytest.mark.parametrize("asked", ["gren-som-saknas", "saknas.yaml", "main:data/annan.yaml", "-x", ""])
def test_what_is_not_there_is_told_in_swedish(asked: str, told: Telling) -> None:
    refusal = told("--", asked)
    assert asked.partition(":")[2] in refusal
    assert "fatal" not in refusal


@pytest.mark.parametrize("lacking", ["repository", "git"])
def test_without_git_two_files_still_can_be_compared(
    lacking: str, monkeypatch: pytest.MonkeyPatch, told: Telling
) -> None:
    if lacking == "git":
        monkeypatch.setenv("PATH", "")
    else:
        shutil.rmtree(".git")
    assert " git" in told().casefold()
    assert LIMITS in told(str(SMALL), str(HELD))


@pytest.mark.parametrize("asked", [["main", "trasig.yaml"], ["gren"]])
def test_a_routine_that_does_not_load_is_refused_with_its_report(asked: list[str], told: Telling) -> None:
    Path("trasig.yaml").write_text(LIMIT_MOVED.replace("pages: 3", "pages: tre"), encoding="utf-8")
    shutil.copy("trasig.yaml", HELD)
    git("checkout", "-q", "-b", "gren")
    commit("Tre")
    assert "M007" in told(*asked)
