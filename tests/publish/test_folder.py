"""A build takes the place of what a build has made and of nothing else;
every refusal says why, in Swedish, and touches nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from routine.__main__ import main
from routine.build import build
from routine.publish.folder import MARK, SHELL, FolderError, exportable, finishable, mark, replaceable
from tests.kit.paths import PROJECT, SMALL
from tests.kit.project import copied, python
from tests.kit.texts import digest_of


def files(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def built(folder: Path) -> Path:
    """What stands for a site."""
    mark(files(folder, "index.html", "404.html", "roller/rektorn/index.html"))
    return folder


def refused(out: Path, holding: dict[str, Path] | None = None, sources: dict[str, Path] | None = None) -> str:
    with pytest.raises(FolderError) as raised:
        replaceable(out, holding or {}, sources or {})
    fault, allowed, hint = str(raised.value).splitlines()
    assert fault.startswith(f"{out}: ")
    assert allowed.startswith("    Tillåtet: ")
    assert hint.startswith("    Gör så här: ")
    return fault.removeprefix(f"{out}: ")


# --- What a build may replace -----------------------------------------------------------------------------------------


def test_what_is_not_there_is_empty_or_was_built_may_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    files(tmp_path / "skräp", ".DS_Store")
    built(tmp_path / "byggd")
    files(tmp_path / "byggd", "Thumbs.db", "roller/gammal.txt")
    for name in ("finns-inte", "djupt/ned/i/inget", "tom", "skräp", "byggd"):
        assert replaceable(tmp_path / name, {"projektet": PROJECT}, {}) == tmp_path.resolve() / name


@pytest.mark.parametrize(
    "names",
    [
        ("routine.yaml",),
        (".git/HEAD",),
        ("index.html", "404.html", "rutin.json", "assets/search-index.js"),  # One from before there were marks.
        ("rutin.json", "utskrift/logg.pdf"),  # What export writes.
        ("tom/mapp/fil",),
    ],
)
def test_a_folder_without_our_mark_is_not_replaced(names: tuple[str, ...], tmp_path: Path) -> None:
    assert MARK in refused(files(tmp_path / "mapp", *names))


def test_a_mark_of_somebody_elses_is_not_ours(tmp_path: Path) -> None:
    folder = built(tmp_path / "mapp")
    for text in (b"", b"Min egen fil", b"\xff\xfe", (folder / MARK).read_bytes()[1:]):
        (folder / MARK).write_bytes(text)
        assert MARK in refused(folder)


@pytest.mark.parametrize("name", [".git/HEAD", ".htaccess", "annan-sida/index.html", "web.config"])
def test_a_folder_that_is_shared_with_something_else_is_not_replaced(name: str, tmp_path: Path) -> None:
    """As a web server's, into which a site was copied, mark and all."""
    folder = files(built(tmp_path / "www"), name)
    assert refused(folder) == f"Mappen har annat än det som bygget har gjort: {Path(name).parts[0]}."


def test_a_file_is_not_replaced_nor_built_under(tmp_path: Path) -> None:
    files(tmp_path, "fil")
    assert refused(tmp_path / "fil") == "Där ligger en fil."
    assert refused(tmp_path / "fil/site") == f"{tmp_path.resolve() / 'fil'} är ingen mapp."


def test_a_link_is_not_replaced_whatever_it_leads_to(tmp_path: Path) -> None:
    target = built(tmp_path / "byggd")
    (tmp_path / "länk").symlink_to(target)
    (tmp_path / "bruten").symlink_to(tmp_path / "finns-inte")
    assert refused(tmp_path / "länk") == f"Mappen är en länk till {target}."
    assert refused(tmp_path / "bruten").startswith("Mappen är en länk till ")
    assert replaceable(tmp_path / "länk/under", {}, {}) == target.resolve() / "under", (
        "a link on the way there is none of ours"
    )


def test_what_holds_the_project_the_data_or_where_one_stands_is_not_replaced(tmp_path: Path) -> None:
    folder = built(tmp_path / "mapp")
    inner = files(folder / "roller", "rutin.yaml")
    (tmp_path / "genväg").symlink_to(inner)
    for place in (folder, inner, inner / "rutin.yaml", tmp_path / "genväg/rutin.yaml"):
        assert (
            refused(folder, {"rutinens fil": place}) == "I mappen ligger rutinens fil, och bygget ersätter hela mappen."
        )
    (tmp_path / "data").mkdir()
    (tmp_path / "data/rutin.yaml").symlink_to(inner / "rutin.yaml")
    assert "rutinens fil" in refused(folder, {"rutinens fil": tmp_path / "data/rutin.yaml"}), "a link to it"
    assert replaceable(inner / "ny", {"projektet": folder}, {}) == inner.resolve() / "ny", "in the project, as site/ is"


def test_nothing_is_built_among_the_sources(tmp_path: Path) -> None:
    docs = files(tmp_path / "docs", "index.md")
    for out in (docs / "site", docs / "a/b", docs):
        assert "docs" in refused(out, sources={"docs": docs})


def test_dots_in_a_path_lead_where_they_lead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = files(tmp_path / "a", "fil")
    monkeypatch.chdir(inner)
    for out in (".", "..", "../a", "ny/.."):
        assert refused(Path(out), {"mappen som du står i": Path.cwd()})
    assert replaceable(Path("ny/../site"), {}, {}) == tmp_path.resolve() / "a/site"


def test_what_the_system_will_not_look_at_is_told_too(tmp_path: Path) -> None:
    assert refused(tmp_path / ("x" * 300)) == "Namnet är för långt."


# --- The command ------------------------------------------------------------------------------------------------------


def kept_apart(folder: Path) -> dict[str, str]:
    """Every file, but what Python and a build keep for the next time."""
    return {
        name: text for name, text in digest_of(folder).items() if not {"__pycache__", ".cache"} & {*name.split("/")}
    }


@pytest.mark.site
@pytest.mark.parametrize(
    "out",
    [
        "data",
        ".",
        "..",
        "docs",
        "docs/site",
        "routine",
        "theme",
        ".git",
        "mkdocs.yml",
        "data/routine.yaml",
        "annat",
        "länk",
    ],
)
def test_build_destroys_nothing_whatever_it_is_told(out: str, tmp_path: Path) -> None:
    project = files(copied(tmp_path / "projekt"), ".git/HEAD", "annat/viktigt.txt")
    (project / "länk").symlink_to(project / "annat")
    before = kept_apart(tmp_path)
    done = python(project, "-m", "routine", "build", "--out", out)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{out}: ")
    assert "Gör så här: " in done.stderr
    assert "Traceback" not in done.stderr
    assert kept_apart(tmp_path) == before
    assert (project / "länk").is_symlink()
    assert not [*tmp_path.rglob(".rutin-*")]


@pytest.mark.site
def test_a_built_site_bears_the_mark_with_all_its_names(tmp_path: Path) -> None:
    build(SMALL, tmp_path / "site")
    said, *names = (tmp_path / "site" / MARK).read_text(encoding="utf-8").splitlines()
    assert "lägg inget eget här" in said
    assert {*names, MARK} == {file.name for file in (tmp_path / "site").iterdir()}
    shutil.copytree(tmp_path / "site", tmp_path / "kopia")
    assert replaceable(tmp_path / "kopia", {}, {}), "copied whole, it is still what a build has made"


# --- The other commands that write ------------------------------------------------------------------------------------


def test_a_history_beside_the_pages_is_no_part_of_a_site(tmp_path: Path) -> None:
    """MkDocs leaves it where it is, and so does the last step; the next build then says that it lies there."""
    site = built(files(tmp_path / "site", ".git/HEAD", ".htaccess"))
    assert ".git" not in (site / MARK).read_text(encoding="utf-8")
    assert "annat än det som bygget har gjort: .git, .htaccess" in refused(site)


@pytest.mark.site
def test_the_last_step_of_plain_mkdocs_keeps_a_history(tmp_path: Path) -> None:
    project = copied(tmp_path / "projekt")
    files(project / "site", ".git/HEAD", ".git/.keep", ".htaccess")
    assert python(project, "-m", "mkdocs", "build", "-q").returncode == 0
    for name in (".git/HEAD", ".git/.keep", ".htaccess"):
        assert (project / "site" / name).read_text(encoding="utf-8") == name


def test_finish_works_only_on_what_an_engine_has_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "mitt"
    files(mine, "index.html", "search/viktigt.txt", "sitemap.xml")
    before = digest_of(mine)
    assert main(["finish", str(SMALL), "--out", str(mine)]) == 2
    assert capsys.readouterr().err.startswith(f"{mine}: Sidan index.html är inte byggd med vårt tema.")
    assert digest_of(mine) == before
    assert main(["finish", str(SMALL), "--out", str(tmp_path / "finns-inte")]) == 2
    assert not (tmp_path / "finns-inte").exists()


def test_one_strange_page_among_built_ones_is_enough(tmp_path: Path) -> None:
    site = files(tmp_path / "site", "index.html", "om/index.html")
    for page in site.rglob("*.html"):
        page.write_text(f"<html>{SHELL}</html>", encoding="utf-8")
    finishable(site)
    finishable(built(tmp_path / "färdig"))
    files(site, "annan/sida.html")
    with pytest.raises(FolderError, match=r"annan/sida\.html"):
        finishable(site)
    (tmp_path / "länk").symlink_to(site)
    with pytest.raises(FolderError, match="länk"):
        finishable(tmp_path / "länk")


@pytest.mark.site
def test_export_writes_over_its_own_and_over_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = files(tmp_path / "ut", "brev.txt", "data/annat.json")
    for _ in range(2):
        assert main(["export", str(SMALL), "--out", str(out)]) == 0
    assert (out / "utskrift/logg.pdf").read_bytes().startswith(b"%PDF")
    assert (out / "brev.txt").read_text(encoding="utf-8") == "brev.txt"
    for text in ("{}", "[]", "inte json", '{"$schema": "annat"}'):
        (out / "rutin.json").write_text(text, encoding="utf-8")
        before = digest_of(out)
        assert main(["export", str(SMALL), "--out", str(out)]) == 2
        assert capsys.readouterr().err.startswith(f"{out}: Där ligger redan rutin.json")
        assert digest_of(out) == before


def test_export_goes_through_no_link_and_into_nobody_elses_folder(tmp_path: Path) -> None:
    files(tmp_path, "fil", "egna/utskrift/mina.pdf", "annat/rutin.json")
    for name in ("utskrift", "rutin.json"):
        (tmp_path / f"länk-{name}").mkdir()
        (tmp_path / f"länk-{name}" / name).symlink_to(tmp_path / "annat/rutin.json")
    for name in ("fil", "fil/under", "egna", "länk-utskrift", "länk-rutin.json"):
        with pytest.raises(FolderError):
            exportable(tmp_path / name)
