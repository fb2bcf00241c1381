"""Two engines, one site; the same bytes every time;
and a routine or a page that is wrong leaves the old site as it was."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from audit.built import Site, find, of
from routine.build import BuildError, build
from routine.loading.load import load
from routine.publish import stubs
from routine.publish.folder import mark
from routine.reading.problems import RoutineError
from tests.kit.paths import PROJECT, REAL, SMALL
from tests.kit.project import copied, python, run
from tests.kit.texts import digest_of

pytestmark = pytest.mark.site


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what a site is made of, free to be broken."""
    return copied(tmp_path / "projekt")


# --- The same site, whoever builds it --------------------------------------------------------------------------------


def test_plain_mkdocs_builds_the_same_bytes(site: Site, project: Path, tmp_path: Path) -> None:
    """Nothing may differ: what carries the time of the build (the site map) is taken away in the last step."""
    done = python(project, "-m", "mkdocs", "build", "-q", "-d", str(tmp_path / "site"))
    assert done.returncode == 0, done.stderr
    assert digest_of(tmp_path / "site") == digest_of(site.folder)


def test_plain_mkdocs_ends_with_the_text_that_it_began_with(site: Site, project: Path, tmp_path: Path) -> None:
    """Also when somebody saves another, or a broken one, before the last step."""
    saves = "    Path('data/routine.yaml').write_text('sönder', encoding='utf-8')"
    hook = ["from pathlib import Path", "def on_env(env, **_):", saves, ""]
    (project / "spara.py").write_text("\n".join(hook), encoding="utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nhooks: [spara.py]\n")
    done = python(project, "-m", "mkdocs", "build", "-q", "-d", str(tmp_path / "site"))
    assert (done.returncode, done.stderr) == (0, "")
    assert (project / "data/routine.yaml").read_text(encoding="utf-8") == "sönder"
    assert digest_of(tmp_path / "site") == digest_of(site.folder)


def test_a_second_build_elsewhere_and_at_another_hour_gives_the_same_bytes(site: Site, tmp_path: Path) -> None:
    """Another process with another hash seed, time zone, language and working folder."""
    done = python(
        tmp_path,
        "-m",
        "routine",
        "build",
        str(REAL),
        "--out",
        str(tmp_path / "site"),
        PYTHONPATH=str(PROJECT),
        PYTHONHASHSEED="7",
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        SOURCE_DATE_EPOCH="1",
    )
    assert done.returncode == 0, done.stderr
    assert digest_of(tmp_path / "site") == digest_of(site.folder)


def test_finishing_twice_changes_nothing(site: Site, project: Path, tmp_path: Path) -> None:
    shutil.copytree(site.folder, tmp_path / "site")
    done = python(project, "-m", "routine", "finish", "--out", str(tmp_path / "site"))
    assert done.returncode == 0, done.stderr
    assert digest_of(tmp_path / "site") == digest_of(site.folder)


def test_a_build_leaves_nothing_beside_the_site(tmp_path: Path) -> None:
    build(SMALL, tmp_path / "ut" / "site")
    (tmp_path / "ut" / "site" / "om" / "gammal.txt").write_text("ska bort", encoding="utf-8")
    build(SMALL, tmp_path / "ut" / "site")
    assert [item.name for item in (tmp_path / "ut").iterdir()] == ["site"]
    assert not (tmp_path / "ut" / "site" / "om" / "gammal.txt").exists()


@pytest.fixture(scope="module")
def zensical_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site as Zensical builds it, with the last step as a command."""
    folder = copied(tmp_path_factory.mktemp("zensical"))
    for name in ("README.md", ".DS_Store", "guide.md.bak", "#guide.md#"):
        for place in ("docs/om", "theme"):
            (folder / place / name).write_text("# Lämnat kvar", encoding="utf-8")
    done = run(folder, str(Path(sys.executable).with_name("zensical")), "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    done = python(folder, "-m", "routine", "finish")
    assert done.returncode == 0, done.stderr
    return of(folder / "site", folder / "data/routine.yaml")


@pytest.mark.full
def test_zensical_builds_the_same_bytes(site: Site, zensical_site: Site) -> None:
    """No difference is accepted: text, links, ids, pictures and all that lies beside the pages."""
    assert zensical_site.files() == site.files()
    assert [name for name in site.files() if zensical_site.read(name) != site.read(name)] == []


WITH_MATERIAL = "  name: material\n  custom_dir: theme\n  language: sv\n  font: false\n"
WITHOUT_A_THEME = "  name: null\n  custom_dir: theme\n  static_templates: [404.html]\n"


@pytest.mark.full
def test_the_same_bytes_come_without_materials_package(site: Site, project: Path) -> None:
    """All that a page is made of is in our own theme: what must be done when Material's upkeep ends is three lines."""
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    assert WITH_MATERIAL in settings
    missing = project / "missing"
    missing.mkdir()
    (missing / "sitecustomize.py").write_text("import sys\nsys.modules['material'] = None\n", encoding="utf-8")
    with_it = python(project, "-m", "mkdocs", "build", "-q", PYTHONPATH=str(missing))
    assert "material" in with_it.stdout + with_it.stderr
    assert with_it.returncode, "or the package is not missing"
    (project / "mkdocs.yml").write_text(settings.replace(WITH_MATERIAL, WITHOUT_A_THEME), encoding="utf-8")
    without = python(project, "-m", "mkdocs", "build", "-q", PYTHONPATH=str(missing))
    assert without.returncode == 0, without.stderr
    assert digest_of(project / "site") == digest_of(site.folder)


# --- What is wrong leaves the old site --------------------------------------------------------------------------------


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    """A folder that stands for the published site."""
    folder = tmp_path / "site"
    (folder / "roller").mkdir(parents=True)
    (folder / "index.html").write_text("den gamla", encoding="utf-8")
    (folder / "roller" / "a.html").write_text("den gamla rollen", encoding="utf-8")
    mark(folder)
    return folder


def broken(folder: Path) -> Path:
    """A routine with a role that does not exist."""
    file = folder / "trasig.yaml"
    file.write_text(
        SMALL.read_text(encoding="utf-8").replace("responsible: [upptackaren]", "responsible: [upptackarn]"),
        encoding="utf-8",
    )
    return file


def test_a_broken_routine_leaves_the_old_site_and_exits_2(old_site: Path, tmp_path: Path) -> None:
    before = digest_of(old_site)
    done = python(PROJECT, "-m", "routine", "build", str(broken(tmp_path)), "--out", str(old_site))
    assert done.returncode == 2
    assert digest_of(old_site) == before
    assert [item.name for item in tmp_path.iterdir() if item.name.startswith("site")] == ["site"]
    assert "R002" in done.stderr
    assert "upptackarn" in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    with pytest.raises(RoutineError):
        build(broken(tmp_path), old_site)
    assert digest_of(old_site) == before


def test_make_site_runs_the_command_that_is_tested_here() -> None:
    recipe = re.search(r"^site:.*\n((?:\t.*\n)+)", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert recipe
    assert recipe.group(1).split() == ["$(BIN)/python", "-m", "routine", "build"]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        pytest.param("index.md", "\n{{ finns_inte() }}\n", id="okänt makro"),
        pytest.param("om/integritet.md", "\n{{ role('ingen') }}\n", id="okänd roll", marks=pytest.mark.full),
        pytest.param("guide.md", "\n{% if %}\n", id="fel i en tagg", marks=pytest.mark.full),
        pytest.param("kontakter.md", "\n[borta](finns-inte.md)\n", id="död länk"),
    ],
)
def test_a_fault_in_a_page_leaves_the_old_site(page: str, words: str, project: Path, site: Site) -> None:
    shutil.copytree(site.folder, project / "site")
    before = digest_of(project / "site")
    with (project / "docs" / page).open("a", encoding="utf-8") as file:
        file.write(words)
    done = python(project, "-m", "routine", "build")
    assert done.returncode == 2, done.stdout + done.stderr
    assert "som det var" in done.stderr
    assert page in done.stderr, "felet säger inte vilken sida det gäller"
    assert digest_of(project / "site") == before
    assert sorted(item.name for item in project.iterdir() if item.name.startswith("site")) == ["site"]


def test_a_fault_of_the_engine_is_an_error_of_ours(monkeypatch: pytest.MonkeyPatch, old_site: Path) -> None:
    def fail(*_: object, **__: object) -> None:
        raise SystemExit("slut")

    monkeypatch.setattr("mkdocs.commands.build.build", fail)
    before = digest_of(old_site)
    with pytest.raises(BuildError, match="gick inte att bygga"):
        build(SMALL, old_site)
    assert digest_of(old_site) == before


# --- Roles and their pages --------------------------------------------------------------------------------------------


def refused(project: Path) -> str:
    """What plain MkDocs says about a project that it must not build."""
    done = python(project, "-m", "mkdocs", "build", "-q")
    assert done.returncode != 0
    assert not (project / "site").exists()
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    return said


def test_a_page_that_no_row_of_the_registry_knows_is_told(tmp_path: Path) -> None:
    assert stubs.unlisted(PROJECT / "docs") == []
    for name in (
        "om/index.md",
        "guide.md",
        "roller/nagon.md",
        "roller/utkast/hemlig.md",
        "README.md",
        "mer.md",
        "om/mer/index.md",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# Mer\n", encoding="utf-8")
    assert [each.partition(":")[0] for each in stubs.unlisted(tmp_path)] == [
        "docs/mer.md",
        "docs/om/mer/index.md",
        "docs/roller/utkast/hemlig.md",
    ]


def test_a_role_without_its_page_is_reported_with_what_to_do(project: Path) -> None:
    page = project / "docs/roller/ombud.md"
    text = page.read_bytes()
    page.unlink()
    assert stubs.differences(load(REAL), project / "docs") == ["Sidan docs/roller/ombud.md saknas."]
    said = refused(project)
    assert "docs/roller/ombud.md saknas" in said
    assert "python -m routine pages" in said
    assert python(project, "-m", "routine", "pages").returncode == 0
    assert page.read_bytes() == text
    assert python(project, "-m", "mkdocs", "build", "-q").returncode == 0


def test_a_role_that_is_added_to_the_file_is_reported_until_its_pages_are_written(project: Path) -> None:
    data = project / "data/routine.yaml"
    (project / "data/adopted.yaml").unlink()  # What the source says of the row is another matter.
    role = (
        "  - id: kanslichefen\n    name: Kanslichefen\n    tab: Kansliets funktion\n    summary: Du informerar\n"
        "    starts:\n      text: du har fått veta.\n      basis: kalla\n    intro: Du är med.\n"
    )
    words = data.read_text(encoding="utf-8")
    words = words.replace("\ntracks:\n", f"{role}\ntracks:\n", 1)
    words = words.replace(
        "    row: 14\n    responsible: [partiets-sakerhetsansvarig]", "    row: 14\n    responsible: [kanslichefen]", 1
    )
    words = words.replace(
        "\n  roles:\n    - role: ",
        "\n  roles:\n    - role: kanslichefen\n      lines:\n        - Chefen för kansliet.\n    - role: ",
        1,
    )
    data.write_text(words, encoding="utf-8")
    said = refused(project)
    for folder in ("roller", "checklistor"):
        assert f"docs/{folder}/kanslichefen.md saknas" in said
    assert python(project, "-m", "routine", "pages").returncode == 0
    assert python(project, "-m", "mkdocs", "build", "-q").returncode == 0
    page = of(project / "site", data).page("/roller/kanslichefen/")
    assert [element.get("id") for element in find(page, "li", "rg-act")] == ["informera-medier"]


def test_a_page_without_its_role_is_reported_and_taken_away(project: Path) -> None:
    stray = project / "docs/checklistor/vaktmastaren.md"
    stray.write_text("# Vaktmästaren\n", encoding="utf-8")
    assert stubs.differences(load(REAL), project / "docs") == ["Sidan docs/checklistor/vaktmastaren.md har ingen roll."]
    said = refused(project)
    assert "docs/checklistor/vaktmastaren.md har ingen roll" in said
    assert "python -m routine pages" in said
    assert python(project, "-m", "routine", "pages").returncode == 0
    assert not stray.exists()


def test_a_page_changed_by_hand_is_reported(project: Path) -> None:
    page = project / "docs/roller/ombud.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nEn egen rad.\n", encoding="utf-8")
    assert stubs.differences(load(REAL), project / "docs") == ["Sidan docs/roller/ombud.md är ändrad för hand."]
    assert "ändrad för hand" in refused(project)


def test_plain_mkdocs_says_where_a_text_that_has_no_room_belongs(project: Path) -> None:
    data = project / "data/routine.yaml"
    text = data.read_text(encoding="utf-8").replace(
        "    text: Gör polisanmälan\n", f"    text: Gör {'mycket ' * 200}polisanmälan\n", 1
    )
    allowed = "\nexceptions:\n  - {code: R070, where: polisanmal.text, reason: Den ska vara för lång.}\n"
    data.write_text(text.rstrip() + allowed, encoding="utf-8")
    assert re.search(r"data/routine\.yaml:\d+:\d+: P001 Fickkortet för kommunchefen", refused(project))


def test_plain_mkdocs_stops_at_a_broken_routine_before_anything_is_written(project: Path) -> None:
    data = project / "data/routine.yaml"
    data.write_text(
        data.read_text(encoding="utf-8").replace("responsible: [den-utsatte]", "responsible: [den-utsate]", 1),
        encoding="utf-8",
    )
    said = refused(project)
    assert re.search(r"data/routine\.yaml:\d+:\d+: R002", said)
    assert "den-utsatte" in said
