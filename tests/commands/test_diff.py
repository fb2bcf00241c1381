"""`python -m routine diff`: two files, or two revisions of git, and what is said when one of them is not there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from routine.__main__ import main
from routine.editions import record as editions
from routine.editions import stored
from routine.editions.versions import latest_edition, version
from tests.kit.broken import ADOPTED_TEXT, SMALL_TEXT, lines_of
from tests.kit.changing import ADOPTED as ADOPTED_CHANGES
from tests.kit.changing import CHANGES, swapped
from tests.kit.paths import SMALL

HELD = Path("data/routine.yaml")
LIMIT = swapped(next(change for change in CHANGES if change.name == "gränsen flyttas").swaps)
TEXT = swapped(next(change for change in CHANGES if change.name == "en åtgärds text").swaps)


def git(*arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=n", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false", *arguments],
        check=True,
        capture_output=True,
    )


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the small routine, then with another limit; another text is not committed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    HELD.parent.mkdir()
    shutil.copy(SMALL, HELD)
    shutil.copy(stored.beside(SMALL), stored.beside(HELD))
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "Ett")
    HELD.write_text(LIMIT, encoding="utf-8")
    git("commit", "-q", "-a", "-m", "Två")
    HELD.write_text(TEXT, encoding="utf-8")
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["diff", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_without_arguments_the_file_is_compared_with_what_was_committed_last(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = said(capsys)
    assert "Tidsgräns: två veckor → tre dagar" in out
    assert "Byt röret → Byt hela röret" in out


@pytest.mark.parametrize("old", ["HEAD~1", "HEAD~1:data/routine.yaml", str(SMALL)])
def test_a_revision_a_file_in_it_and_a_file_say_the_same(
    old: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = said(capsys, old, "main")
    assert "Tidsgräns: tre dagar → två veckor" in out
    assert "Byt hela röret" not in out
    assert "Utskrifternas koder" not in out


def kept(text: str) -> None:
    HELD.write_text(text, encoding="utf-8")
    git("commit", "-q", "-a", "-m", "Förr")


def test_a_revision_in_a_form_that_is_no_longer_read_is_mended_as_an_upgrade_does(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What has been committed, nobody can mend. What is new is the reader's own."""
    kept(swapped((("    opens: kalla\n", "    opens: ja\n"),)))
    HELD.write_text(LIMIT, encoding="utf-8")
    assert "Tidsgräns: tre dagar → två veckor" in said(capsys, "HEAD")
    assert main(["diff", "HEAD", "HEAD"]) == 2
    assert "M004" in capsys.readouterr().err


def test_what_is_equal_is_told_in_one_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "main", "HEAD") == "Inget har ändrats.\n"
    assert said(capsys, str(HELD), str(HELD)) == "Inget har ändrats.\n"
    assert said(capsys, str(SMALL), str(SMALL), "--markdown") == "Inget har ändrats.\n"


def test_a_copy_that_lies_alone_is_compared_as_if_it_had_the_others_record(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(HELD, "kopia.yaml")
    assert said(capsys, str(HELD), "kopia.yaml") == "Inget har ändrats.\n"
    assert version("kopia.yaml", HELD).record is None
    assert version("main", HELD).record == stored.read(stored.beside(SMALL))


def test_codes_that_were_written_anew_are_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stored.beside(HELD).write_text("{}", encoding="utf-8")
    HELD.write_text(LIMIT, encoding="utf-8")
    told = said(capsys)
    assert "Koderna är omskrivna." in told
    (issued, *_) = stored.of(SMALL)
    lost = f"  Utgåva 2 förlorar {len(issued.sheets)} koder. Den som har en sådan utskrift får inget svar"
    assert lost in told.partition("Det här följer")[2]
    assert f"\n    {issued.sheets[0].name}, {issued.sheets[0].code}\n" in told


def test_for_a_pull_request_it_is_markdown(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "--markdown")
    assert out.startswith("## Det här ändras\n\n### Tidsgränser\n")
    assert "- Tidsgräns: två veckor → tre dagar\n" in out
    assert "  - Guiden, /guide/\n" in out
    assert "  - Guiden, `guide/index.html`\n" in said(capsys, "--markdown", "--site", ".")
    assert "  - [Guiden](https://exempel.se/guide/)\n" in said(capsys, "--markdown", "--site", "https://exempel.se")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("gren-som-saknas", "”gren-som-saknas” är varken en fil eller en revision i git.\n    Gör så här: "),
        ("saknas.yaml", "”saknas.yaml” är varken en fil eller en revision i git.\n    Gör så här: "),
        (
            "main:data/annan.yaml",
            "I main finns ingen fil data/annan.yaml.\n    Gör så här: skriv filen efter ett kolon",
        ),
        ("-x", "”-x” är varken en fil eller en revision i git."),
        ("", "”” är varken en fil eller en revision i git."),
    ],
)
def test_what_is_not_there_is_told_in_swedish(
    asked: str, told: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "--", asked]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(told)
    assert "fatal" not in err


def test_where_the_file_had_another_name_the_same_is_not_advised_again(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git("mv", str(HELD), "data/rutin.yaml")
    git("commit", "-q", "-m", "Ett annat namn")
    git("mv", "data/rutin.yaml", str(HELD))
    assert main(["diff"]) == 2
    told = "I HEAD finns ingen fil data/routine.yaml.\n    Gör så här: skriv filen efter ett kolon: HEAD:"
    assert capsys.readouterr().err == f"{told}MAPP/FIL.yaml, som den hette då\n"
    assert "Byt röret → Byt hela röret" in said(capsys, "HEAD~1")
    assert main(["diff", "HEAD:data/annan.yaml"]) == 2
    assert capsys.readouterr().err.endswith(": HEAD:data/routine.yaml\n")


def test_in_a_hook_of_a_work_tree_the_file_is_found(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """There git says where it keeps things, and not what it keeps."""
    monkeypatch.setenv("GIT_DIR", str(project / ".git"))
    assert "Byt röret → Byt hela röret" in said(capsys)


def test_outside_a_repository_two_files_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert main(["diff"]) == 2
    err = capsys.readouterr().err
    assert err.startswith(
        "Mappen hör inte till något git-arkiv, så ”HEAD” går inte att hämta.\n    Gör så här: ange två"
    )


@pytest.mark.parametrize(
    ("setting", "said", "hint"),
    [
        ("owner", "detected dubious ownership in repository", "kör  git config --global --add safe.directory"),
        ("form", "", "rätta det som git säger. Annars ange två filer"),
    ],
)
def test_what_git_refuses_is_told_in_its_words_and_not_as_no_repository(
    setting: str,
    said: str,
    hint: str,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    if setting == "owner":
        monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    else:
        git("config", "core.repositoryformatversion", "99")
    assert main(["diff"]) == 2
    first, words, what = capsys.readouterr().err.rstrip("\n").split("\n")
    assert first == f"Git lämnar inte ut något ur arkivet i {project}, så ”HEAD” går inte att hämta."
    assert words.startswith(f"    Git säger: fatal: {said}")
    assert what.startswith(f"    Gör så här: {'om du litar på den som äger mappen, ' if said else ''}{hint}")


def test_what_was_not_fetched_is_not_said_to_be_misspelt(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    git("commit", "-q", "--allow-empty", "-m", "Ännu en")
    copy = tmp_path / "kopia"
    git("clone", "-q", "--depth", "1", project.absolute().as_uri(), str(copy))
    monkeypatch.chdir(copy)
    assert main(["diff", "HEAD~1"]) == 2
    said = capsys.readouterr().err
    assert "git har bara hämtat det senaste" in said
    assert "git fetch --unshallow" in said


def test_without_git_two_files_still_can_be_compared(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert main(["diff"]) == 2
    assert capsys.readouterr().err.startswith("Programmet git finns inte på den här datorn.\n    Gör så här: ")
    assert "Byt hela röret" in said(capsys, str(SMALL), str(HELD))


@pytest.mark.parametrize("arguments", [["main", "trasig.yaml"], ["trasig.yaml", "main"], ["gren"]])
def test_a_routine_that_does_not_load_is_refused_with_its_report(
    arguments: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("trasig.yaml").write_text(LIMIT.replace("pages: 3", "pages: tre"), encoding="utf-8")
    shutil.copy("trasig.yaml", HELD)
    git("checkout", "-q", "-b", "gren")
    git("commit", "-q", "-a", "-m", "Tre")
    assert main(["diff", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    line, _ = lines_of("  pages: 3\n")
    assert f"{'gren:data/routine.yaml' if arguments == ['gren'] else 'trasig.yaml'}:{line}:10: M007" in err


def test_what_nobody_has_decided_yet_can_be_asked_about(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The check holds the routine to the adopted document; what a change would mean is asked before."""
    shutil.copy(SMALL.with_name("small.adopted.yaml"), HELD.with_name("adopted.yaml"))
    HELD.write_text(LIMIT, encoding="utf-8")
    assert main(["check", str(HELD)]) == 2
    capsys.readouterr()
    assert "Tidsgräns: tre dagar → två veckor" in said(capsys, "HEAD~1")


def test_an_edition_without_a_summary_gets_a_suggestion(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edition"]) == 2
    err = capsys.readouterr().err
    assert "lägg till --summary" in err
    assert err.endswith("    Förslag: Ändrat: texter (åtgärden ”Byt hela röret”, rad 5).\n")


BY = ["--body", "Rektorn", "--approved", "2024-05-01", "--reference", "dnr 9"]


@pytest.mark.parametrize("summary", ["Nya telefoner.", "Vi är glada.", "Ny."])
def test_a_summary_about_nothing_that_has_changed_is_refused(
    summary: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = HELD.read_bytes()
    assert main(["edition", "--summary", summary, *BY]) == 2
    err = capsys.readouterr().err
    assert "E005 Utgåvan går inte att skriva in. Sammanfattningen säger inget om det som har ändrats." in err
    assert "äldre utskrift, med något av orden texter, åtgärden, röret.\n" in err
    assert "Förslag: Ändrat: texter" in err
    assert HELD.read_bytes() == before


def test_a_summary_of_what_has_changed_is_taken_whatever_its_endings(project: Path) -> None:
    assert main(["edition", "--summary", "Nu är det hela röret som byts.", *BY]) == 0


def test_an_edition_that_is_not_saved_yet_is_not_followed_by_one_of_the_same(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["edition", "--summary", "Nu är det hela röret som byts.", *BY]) == 0
    before = HELD.read_bytes(), stored.of(HELD)
    assert main(["edition", "--summary", "Hela röret byts.", *BY]) == 2
    told = capsys.readouterr().err
    assert "E008 Utgåvan går inte att skriva in. Inget som skrivs ut är nytt sedan utgåva 3, som är inskriven." in told
    assert "spara den i git" in told
    assert (HELD.read_bytes(), stored.of(HELD)) == before
    HELD.write_text(HELD.read_text(encoding="utf-8").replace("Byt hela röret", "Byt alla rör", 1), encoding="utf-8")
    assert main(["edition", "--summary", "Nya texter: alla rör byts.", *BY]) == 0, "something is new"


def test_when_nothing_has_changed_there_is_no_new_edition(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(SMALL, HELD)
    assert main(["edition", "--summary", "Hela röret byts.", *BY]) == 2
    assert "E008 Utgåvan går inte att skriva in. Inget är nytt sedan utgåva 2." in capsys.readouterr().err


def entered(text: str, summary: str, *, day: str = "2026-01-02", more: str = "") -> None:
    """The file with an entry that an editor has written."""
    entry = f'  - edition: "3"\n    date: {day}\n    summary: {summary}\n{more}'
    HELD.write_text(text.replace("\nrevisions:\n", f"\nrevisions:\n{entry}"), encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "summary", "day", "code"),
    [
        (TEXT, "Vi är glada.", "2026-01-02", "E005"),
        (TEXT, "Röret är nytt.", "2999-01-02", "E007"),
        (SMALL_TEXT, "Röret är nytt.", "2026-01-02", "E008"),
        (TEXT, "Röret är nytt.", "2026-01-02", ""),
    ],
)
def test_an_entry_written_by_hand_is_held_to_what_one_at_the_command_line_is(
    text: str, summary: str, day: str, code: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entered(text, summary, day=day)
    before = HELD.read_bytes(), stored.beside(HELD).read_bytes()
    assert main(["edition"]) == (2 if code else 0)
    assert capsys.readouterr().err[: len(code)] == code
    assert ((HELD.read_bytes(), stored.beside(HELD).read_bytes()) == before) == bool(code)
    entered(TEXT, "Vi är glada.")
    assert main(["edition", "--again"]) == (2 if code else 0), "what has its codes may be written again"


def test_a_decision_is_new_by_itself(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    who = "      body: Styrelsen\n      date: 2026-01-01\n      reference: dnr 9\n"
    decision = f"    decision:\n{who}      changes:\n        - {{row: 6, row_is: borttagen}}\n"
    entered(SMALL_TEXT, "Beslutet är nytt.", more=decision)
    assert main(["edition"]) == 0, capsys.readouterr().err


@pytest.mark.parametrize(
    ("was", "now", "summary"),
    [
        ("number: 010-555 01 23", "number: 010-555 01 24", "Nytt telefonnummer dit finns nu."),
        ("    text: Stäng huvudkranen\n", "    text: Stäng av huvudkranen\n", "Kranen vrids."),
    ],
)
def test_a_summary_may_say_it_in_everyday_words(was: str, now: str, summary: str, project: Path) -> None:
    """What is a part of the word that is told, or has it as a part."""
    HELD.write_text(swapped(((was, now),)), encoding="utf-8")
    assert main(["edition", "--summary", summary, *BY]) == 0


def test_the_suggestion_begins_where_an_edition_last_got_its_codes(project: Path) -> None:
    before = latest_edition(HELD)
    assert before
    assert before.routine == version(str(SMALL), HELD).routine
    git("add", "-A")
    stored.beside(HELD).write_text("{}\n", encoding="utf-8")
    git("commit", "-q", "-a", "-m", "Tre")
    after = latest_edition(HELD)
    assert after
    assert after.routine == version(str(HELD), HELD).routine


def test_nothing_is_suggested_where_git_knows_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    assert latest_edition(Path("annan.yaml")) is None
    monkeypatch.setenv("PATH", "")
    assert latest_edition(HELD) is None


ADOPTED = Path("data/adopted.yaml")
LATER = swapped(ADOPTED_CHANGES[0].swaps, ADOPTED_TEXT)


@pytest.fixture
def documented(project: Path) -> Path:
    """The same with an adopted document, which was committed as it was and has been changed since."""
    shutil.copy(SMALL, HELD)
    ADOPTED.write_text(ADOPTED_TEXT, encoding="utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "Tre")
    ADOPTED.write_text(LATER, encoding="utf-8")
    return project


def test_the_document_beside_each_version_is_compared(documented: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = "Det som källan säger, i adopted.yaml\n  Rad 5\n    Tidsgräns: tre dagar → två veckor\n"
    assert said(capsys).startswith(told)
    git("commit", "-q", "-a", "-m", "Fyra")
    assert said(capsys, "HEAD~1", "HEAD").startswith(told)
    assert said(capsys) == said(capsys, "HEAD", "HEAD") == "Inget har ändrats.\n"


def test_who_enters_an_edition_is_asked_about_a_document_that_was_rewritten(
    documented: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stored.beside(HELD).write_bytes(stored.beside(HELD).read_bytes() + b"\n")
    ADOPTED.write_text(ADOPTED_TEXT, encoding="utf-8")
    git("commit", "-q", "-a", "-m", "Koderna, med dokumentet som det var")
    ADOPTED.write_text(LATER, encoding="utf-8")
    HELD.write_text(LIMIT, encoding="utf-8")
    assert main(["edition", "--summary", "Gränsen är två veckor.", *BY]) == 0, capsys.readouterr().err
    assert "Obs! Källan har samma dag, 29 februari 2020, men säger något annat." in capsys.readouterr().out


def test_of_two_files_the_documents_beside_them_are_compared(
    documented: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Path("annan")
    other.mkdir()
    shutil.copy(SMALL, other / "routine.yaml")
    assert said(capsys, str(other / "routine.yaml")) == "Inget har ändrats.\n", "a copy that lies alone"
    (other / "adopted.yaml").write_text(ADOPTED_TEXT, encoding="utf-8")
    assert "    Tidsgräns: tre dagar → två veckor\n" in said(capsys, str(other / "routine.yaml"))


def test_a_document_that_comes_or_goes_is_told_by_its_rows(
    documented: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, "HEAD~2:data/routine.yaml", "HEAD:data/routine.yaml").count("    Ny rad.\n") == 10
    ADOPTED.unlink()
    assert said(capsys).count("    Raden tas bort.\n") == 10


def test_a_document_that_cannot_be_read_is_refused_with_its_report(
    documented: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ADOPTED.write_text(ADOPTED_TEXT.replace("count: 3", "count: tre"), encoding="utf-8")
    assert main(["diff"]) == 2
    assert "data/adopted.yaml:" in capsys.readouterr().err


def addressed(address: str) -> None:
    Path("mkdocs.yml").write_text(f"site_name: X\nsite_url: {address}\n", encoding="utf-8")


@pytest.mark.parametrize("form", [[], ["--markdown"]], ids=["text", "markdown"])
def test_a_site_that_moves_is_told_first_what_to_do(
    form: list[str], project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its address is on every sheet, though not a word of the routine has changed."""
    shutil.copy(SMALL, HELD)
    addressed("https://gammal.example/rutin/")
    git("add", "-A")
    git("commit", "-q", "-m", "Tre")
    for same in ("https://gammal.example/rutin/", "https://gammal.example/rutin"):
        addressed(same)
        assert said(capsys, *form) == "Inget har ändrats.\n"
    addressed("https://ny.example/rutin/")
    out = said(capsys, *form).replace("<!-- -->", "")
    assert "Adressen: https://gammal.example/rutin/ → https://ny.example/rutin/" in out
    first = out.partition("Det här följer")[2].strip().splitlines()[0]
    assert first.removeprefix("- ") == "Webbplatsen byter adress. Behåll den gamla, och låt den leda till den nya:"
    assert "har leder till https://gammal.example/rutin/" in out
    assert "Fall som läsare har sparat i guiden följer inte med" in out
    assert "behåller allt" not in out
    assert "Alla utskrifter håller" not in out
    assert said(capsys, *form, "HEAD:data/routine.yaml", str(SMALL)) == "Inget har ändrats.\n", "a copy elsewhere"


@pytest.mark.parametrize("before", ['""', "http://localhost:8000/"])
def test_a_site_that_had_no_address_has_not_moved(
    before: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(SMALL, HELD)
    addressed(before)
    git("add", "-A")
    git("commit", "-q", "-m", "Tre")
    addressed("https://ny.example/rutin/")
    assert said(capsys) == "Inget har ändrats.\n"


@pytest.fixture
def below(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same in a folder of a repository that holds more, with all committed and nothing new."""
    for name in ("site", "plats"):
        (project / name).mkdir()
    shutil.copy(SMALL, HELD)
    git("add", "-A")
    git("commit", "-q", "-m", "Tre")
    git("mv", "data", "site/data")
    git("commit", "-q", "-m", "Fyra")
    monkeypatch.chdir(project / "site")
    return project / "site"


def test_a_site_in_a_folder_of_what_git_keeps_is_compared_and_guarded(
    below: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    HELD.write_text(TEXT, encoding="utf-8")
    assert "Byt röret → Byt hela röret" in said(capsys)
    assert "Byt röret → Byt hela röret" in said(capsys, "HEAD:data/routine.yaml", str(HELD))
    shutil.copy(SMALL, HELD)
    assert main(["edition", "--summary", "Hela röret byts.", *BY]) == 2
    assert "E008" in capsys.readouterr().err


def test_a_whole_path_is_found_by_git_from_wherever_the_command_runs(
    below: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(below.parent / "plats")
    held = below / HELD
    assert said(capsys, f"HEAD:{held}", str(held)) == "Inget har ändrats.\n"
    assert main(["edition", str(held), "--summary", "Hela röret byts.", *BY]) == 2
    assert "E008" in capsys.readouterr().err


def test_a_file_is_found_in_a_revision_from_before_its_folder_was_taken_away(
    below: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.move("data", "annan")
    assert said(capsys, "HEAD:data/routine.yaml", "annan/routine.yaml") == "Inget har ändrats.\n"


def again(project: Path) -> int:
    """Another text has been written since the edition was committed."""
    HELD.write_text(HELD.read_text(encoding="utf-8").replace("Byt röret\n", "Byt hela röret\n", 1), encoding="utf-8")
    return main(["edition", str(HELD), "--again"])


def test_an_edition_that_is_approved_and_committed_is_not_written_again(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It may be published, and a card in a pocket must not become unknown to the page that answers for it."""
    before = stored.of(HELD)
    assert again(project) == 2
    said = capsys.readouterr().err
    assert said.startswith("E009 Utgåva 2 är godkänd och sparad i git")
    assert "Gör så här: skriv in en ny utgåva" in said
    assert stored.of(HELD) == before
    stored.beside(HELD).write_text(editions.text(before[1:]), encoding="utf-8")
    assert main(["edition", str(HELD)]) == 2, "by hand it is no more forgotten"
    assert "E009" in capsys.readouterr().err


def printed(number: str, mark: str) -> None:
    """The file with an approved edition of its own text, entered and committed."""
    more = "    approval: {body: Styrelsen, date: 2026-01-01, reference: dnr 9}\n"
    text = SMALL_TEXT.replace("Byt röret\n", f"Byt {mark} röret\n", 1)
    entered(text, "Röret är nytt.", more=more)
    HELD.write_text(HELD.read_text(encoding="utf-8").replace('edition: "3"', f'edition: "{number}"', 1), "utf-8")
    assert main(["edition"]) == 0
    git("commit", "-q", "-a", "-m", f"Utgåva {number}")


def sides(project: Path) -> None:
    """Two branches that have both entered edition 3; the one that is not published is merged with the other."""
    shutil.copy(SMALL, HELD)
    git("commit", "-q", "-a", "-m", "Tre")
    git("checkout", "-q", "-b", "gren")
    printed("3", "halva")
    git("checkout", "-q", "main")
    printed("3", "hela")
    git("checkout", "-q", "gren")
    with pytest.raises(subprocess.CalledProcessError):
        git("merge", "-q", "main")


def test_a_record_in_a_merge_is_refused_with_what_to_do(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sides(project)
    git("checkout", "--ours", str(HELD))
    assert main(["edition"]) == 2
    assert "git checkout main -- data/routine.editions.json" in capsys.readouterr().err


@pytest.mark.parametrize("committed", [False, True])
def test_of_two_that_entered_the_same_edition_neither_is_forgotten(
    committed: bool, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sides(project)
    published = git_shown("main:data/routine.editions.json")
    git("checkout", "--ours", str(HELD), str(stored.beside(HELD)))
    git("add", "-A")
    if committed:
        git("commit", "-q", "-m", "Möte")
    HELD.write_text(HELD.read_text(encoding="utf-8").replace("Byt halva", "Byt andra halvan av", 1), "utf-8")
    another = ["edition", "--summary", "Hela röret byts.", *BY]
    capsys.readouterr()
    assert main(another) == 2
    told = capsys.readouterr().err
    assert told.startswith("E009 Utgåva 3 står på grenen main, så den kan vara publicerad. Sex koder ")
    assert "git checkout main -- data/routine.editions.json" in told
    stored.beside(HELD).write_text(published, encoding="utf-8")
    assert main(another) == 0
    assert [issued.edition for issued in stored.of(HELD)] == ["4", "3", "2", "1"]
    assert (
        git_shown("main:data/routine.editions.json").partition(' "3"')[2]
        == stored.beside(HELD).read_text(encoding="utf-8").partition(' "3"')[2]
    )


def test_a_branch_that_lacks_a_published_edition_takes_it_in_first(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else both would enter the same number."""
    shutil.copy(SMALL, HELD)
    git("checkout", "-q", "-b", "gren")
    git("checkout", "-q", "main")
    printed("3", "hela")
    git("checkout", "-q", "gren")
    HELD.write_text(SMALL_TEXT.replace("Byt röret\n", "Byt halva röret\n", 1), encoding="utf-8")
    assert main(["edition", "--summary", "Halva röret byts.", *BY]) == 2
    assert "med  git merge main  och kör igen" in capsys.readouterr().err


def git_shown(what: str) -> str:
    return subprocess.run(["git", "show", what], check=True, capture_output=True, encoding="utf-8").stdout


def test_no_edition_that_is_kept_loses_its_codes_when_another_is_entered(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = stored.of(HELD)
    stored.beside(HELD).write_text(editions.text(before[:1]), encoding="utf-8")
    another = ["edition", "--summary", "Hela röret byts.", *BY]
    assert main(another) == 2
    told = capsys.readouterr().err
    assert told.startswith("E009 Utgåva 1 är godkänd och sparad i git")
    assert "git checkout HEAD -- data/routine.editions.json" in told
    stored.beside(HELD).write_text(editions.text(before), encoding="utf-8")
    assert main(another) == 0


@pytest.mark.parametrize("silent", ["owner", "no git", "elsewhere", "a link"])
def test_nor_is_one_of_which_git_does_not_tell(
    silent: str, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if silent == "owner":
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    elif silent == "no git":
        monkeypatch.setenv("PATH", "")
    elif silent == "elsewhere":
        monkeypatch.setenv("GIT_DIR", "/finns-inte")
        monkeypatch.setenv("GIT_WORK_TREE", str(project))
    else:
        HELD.rename("flyttad.yaml")
        HELD.symlink_to(Path("flyttad.yaml").absolute())
        git("add", str(HELD))
        git("commit", "-q", "-m", "En länk")
    before = stored.of(HELD)
    assert again(project) == 2
    assert capsys.readouterr().err.startswith("E009 Utgåva 2 är godkänd och kan vara sparad i git (")
    assert stored.of(HELD) == before


def test_an_edition_that_is_not_approved_or_not_committed_is_written_again(project: Path) -> None:
    before = stored.of(HELD)
    stored.beside(HELD).unlink()
    git("rm", "-q", "--cached", str(stored.beside(HELD)))
    git("commit", "-q", "-m", "Utan koder")
    stored.beside(HELD).write_text(editions.text(before), encoding="utf-8")
    assert again(project) == 0
    assert stored.of(HELD) != before
    text = re.sub(r"    (decision|approval):\n(?: {6}.*\n)+", "", HELD.read_text(encoding="utf-8"))
    HELD.write_text(text.replace("Byt hela röret", "Byt röret"), encoding="utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "Inte godkänd")
    assert again(project) == 0
