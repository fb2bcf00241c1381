"""`python -m routine diff`: two files or two revisions of git, and what is said where one cannot be had."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from routine.__main__ import main
from routine.change.forms import NOTHING
from routine.change.words import Topic
from routine.check import stored
from tests.kit.broken import ADOPTED_TEXT
from tests.kit.changing import ADOPTED, HELD, LIMIT_MOVED, commit, git, repository, swapped
from tests.kit.paths import SMALL

LIMITS = f"{Topic.LIMITS.value}\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    repository(tmp_path, monkeypatch)
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["diff", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_without_arguments_the_file_is_compared_with_what_was_committed_last(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert said(capsys) == f"{NOTHING}\n"
    HELD.write_text(LIMIT_MOVED.replace("    text: Byt röret\n", "    text: Byt hela röret\n"), encoding="utf-8")
    out = said(capsys)
    assert f"{Topic.TEXTS.value}\n" in out
    assert LIMITS not in out


@pytest.mark.parametrize("old", ["HEAD~1", "HEAD~1:data/routine.yaml", str(SMALL)])
def test_a_revision_a_file_in_it_and_a_file_say_the_same(old: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, old, "main")
    assert out.startswith(LIMITS)
    assert f"{Topic.EDITIONS.value}\n" not in out


def test_a_revision_in_an_older_form_is_mended_as_an_upgrade_does(capsys: pytest.CaptureFixture[str]) -> None:
    HELD.write_text(swapped((("    opens: kalla\n", "    opens: ja\n"),)), encoding="utf-8")
    commit("Förr")
    HELD.write_text(LIMIT_MOVED, encoding="utf-8")
    assert LIMITS in said(capsys, "HEAD")
    assert main(["diff", "HEAD", "HEAD"]) == 2


def test_a_copy_that_lies_alone_is_compared_as_if_it_had_the_others_record(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copy(HELD, "kopia.yaml")
    assert said(capsys, str(HELD), "kopia.yaml") == f"{NOTHING}\n"
    stored.beside(HELD).write_text("{}", encoding="utf-8")
    assert f"{Topic.EDITIONS.value}\n" in said(capsys)


def test_for_a_pull_request_it_is_markdown_with_links_to_the_new_site(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "HEAD~1", "--markdown", "--site", "https://exempel.se")
    assert f"\n### {LIMITS}" in out
    assert "](https://exempel.se/guide/)\n" in out


def test_the_document_beside_each_version_is_compared(capsys: pytest.CaptureFixture[str]) -> None:
    adopted = HELD.with_name("adopted.yaml")
    adopted.write_text(ADOPTED_TEXT, encoding="utf-8")
    commit("Tre")
    adopted.write_text(swapped(ADOPTED[0].swaps, ADOPTED_TEXT), encoding="utf-8")
    assert said(capsys).startswith(f"{Topic.ADOPTED.value}\n")


def test_a_site_that_moves_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Its address is on every sheet, though not a word of the routine has changed."""
    settings, old, new = Path("mkdocs.yml"), "https://gammal.example/rutin/", "https://ny.example/rutin/"
    settings.write_text(f"site_name: X\nsite_url: {old}\n", encoding="utf-8")
    commit("Tre")
    assert said(capsys) == f"{NOTHING}\n"
    settings.write_text(f"site_name: X\nsite_url: {new}\n", encoding="utf-8")
    assert f"{old} → {new}\n" in said(capsys)


@pytest.mark.parametrize("asked", ["gren-som-saknas", "saknas.yaml", "main:data/annan.yaml", "-x", ""])
def test_what_is_not_there_is_told_in_swedish(asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "--", asked]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert asked.partition(":")[2] in err
    assert "fatal" not in err


@pytest.mark.parametrize("lacking", ["repository", "git"])
def test_without_git_two_files_still_can_be_compared(
    lacking: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if lacking == "git":
        monkeypatch.setenv("PATH", "")
    else:
        shutil.rmtree(".git")
    assert main(["diff"]) == 2
    assert "git" in capsys.readouterr().err
    assert LIMITS in said(capsys, str(SMALL), str(HELD))


@pytest.mark.parametrize("asked", [["main", "trasig.yaml"], ["gren"]])
def test_a_routine_that_does_not_load_is_refused_with_its_report(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("trasig.yaml").write_text(LIMIT_MOVED.replace("pages: 3", "pages: tre"), encoding="utf-8")
    shutil.copy("trasig.yaml", HELD)
    git("checkout", "-q", "-b", "gren")
    commit("Tre")
    assert main(["diff", *asked]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "M007" in err
