"""A second body needs the wheel and a dozen files, and a site of an older version is carried over."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from routine import __version__
from routine.__main__ import main
from routine.check.load import load
from routine.deliver.lay import BODY_KINDS
from routine.deliver.migrations import MIGRATIONS, mended
from tests.kit.building import Workshop
from tests.kit.paths import PROJECT, TESTS

OLD = TESTS / "fixtures/site-0.2.0.tar.gz"  # As 0.2.0 laid it out, with nine files of its engine, one of them changed.
AT_MOST = 12


def new(site: Path, *more: str) -> int:
    return main(["new", str(site), "--name", "Nordviks skola", "--kind", "skola", *more])


def files(site: Path) -> dict[str, bytes]:
    found = (file for file in site.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in found}


def installed(folder: Path) -> None:
    """Build the wheel of what lies here, and install it alone: beside it are the packages that tests have."""
    if int(importlib.metadata.version("setuptools").partition(".")[0]) < 77:
        pytest.skip("setuptools är äldre än det som requirements/test.txt säger")
    source = folder / "source"
    shutil.copytree(PROJECT / "routine", source / "routine", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "LICENSE", "requirements/site.in"):
        (source / name).parent.mkdir(exist_ok=True)
        shutil.copy(PROJECT / name, source / name)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    made = [
        "wheel",
        "--quiet",
        "--no-index",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(folder),
        "./source",
    ]
    subprocess.run([*pip, *made], cwd=folder, check=True)
    (wheel,) = folder.glob("*.whl")
    subprocess.run(
        [*pip, "install", "--quiet", "--no-index", "--no-deps", "--target", "lib", wheel], cwd=folder, check=True
    )
    shutil.rmtree(source)


@pytest.mark.site
def test_a_second_body_is_made_from_the_wheel_alone_and_passes_its_tests(workshop: Workshop, tmp_path: Path) -> None:
    around = os.environ | {"PYTHONPATH": str(workshop.made("hjulet", installed) / "lib"), "NO_MKDOCS_2_WARNING": "1"}
    made = ["-m", "routine", "new", "skolan", "--name", "Nordviks skola", "--kind", "skola"]
    subprocess.run([sys.executable, *made], cwd=tmp_path, env=around, check=True)
    site = tmp_path / "skolan"
    assert len(files(site)) <= AT_MOST
    assert not (site / "routine").exists()
    tested = [sys.executable, "-m", "unittest", "discover", "-s", "tests"]
    done = subprocess.run(tested, cwd=site, env=around, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Ran 1 test" in done.stderr
    gate = [sys.executable, "-m", "routine", "check", "--publish"]
    said = subprocess.run(gate, cwd=site, env=around, capture_output=True, text=True, check=False)
    assert (said.returncode, " G001 " in said.stderr) == (2, True)


@pytest.mark.parametrize("kind", BODY_KINDS)
def test_every_kind_of_body_gets_a_sound_routine(kind: str, tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "ny"), "--name", 'Ek: "Å" # \\ & Co', "--kind", kind]) == 0
    assert load(tmp_path / "ny/data/routine.yaml").organisation.name == 'Ek: "Å" # \\ & Co'
    assert [name for name, data in files(tmp_path / "ny").items() if b"{{" in data] == []


@pytest.mark.parametrize("wrong", ["taken", "file", "kind", "name", "not allowed"])
def test_what_cannot_be_made_leaves_nothing(wrong: str, tmp_path: Path) -> None:
    if wrong == "taken":
        (tmp_path / "ny").mkdir()
        (tmp_path / "ny/egen.txt").write_text("egen", encoding="utf-8")
    elif wrong == "file":
        (tmp_path / "ny").write_text("egen", encoding="utf-8")
    more = {"kind": ("--kind", "klubb"), "name": ("--name", "a" * 101), "not allowed": ("--name", "a <b>x</b>")}
    before = files(tmp_path)
    assert new(tmp_path / "ny", *more.get(wrong, ())) == 2
    assert files(tmp_path) == before


def test_a_site_with_the_engine_in_it_is_carried_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "gammal"
    with tarfile.open(OLD) as tar:
        tar.extractall(site, filter="data")
    before = files(site)
    assert main(["upgrade", str(site)]) == 0
    said, now = capsys.readouterr().out, files(site)
    assert now["data/routine.yaml"].decode() == mended(before["data/routine.yaml"].decode())[0]
    assert {"README.md", ".github/CODEOWNERS", "routine/__init__.py"} <= {
        name for name, data in now.items() if before.get(name) == data
    }
    assert "routine/__init__.py" in said, "what somebody has changed is left, and told"
    assert "engine.json" not in now
    assert {name for name in now if name.startswith(("audit/", "docs/", "theme/", "tests/"))} == {
        "docs/.gitkeep",
        "tests/test_routine.py",
    }
    assert b'site_name: "Nordviks skola"\n' in now["mkdocs.yml"]
    assert b'site_url: "https://skolan.example/rutin/"\n' in now["mkdocs.yml"]
    assert now["requirements.txt"].decode() == f"rutinguiden=={__version__}\n"


def test_a_later_version_is_a_line_and_mends_the_data(tmp_path: Path) -> None:
    site = tmp_path / "ny"
    assert new(site) == 0
    data, before = site / "data/routine.yaml", files(site)
    (site / "requirements.txt").write_text("rutinguiden==0.1.0\n", encoding="utf-8")
    data.write_text(data.read_text("utf-8").replace("opens: kalla", "opens: ja"), encoding="utf-8")
    assert main(["upgrade", str(site)]) == 0
    assert files(site) == before | {
        "data/routine.yaml": before["data/routine.yaml"].replace(b"opens: kalla", b"opens: tolkning")
    }
    assert main(["upgrade", str(tmp_path)]) == 2


def test_each_migration_is_told_and_may_be_run_twice() -> None:
    new = "site:\nroles:\n  - id: a\n  - id: b\n    name: B\nactions:\n  - opens: tolkning\n    id: c\n"
    old = new.replace("tolkning", "ja").replace("    name", "    also: [x y, 1177,\n      z]\n    name")
    old = old.replace("id: c\n", "id: c\n    also:\n    - x\n").replace("- id: a", "- also: [y]\n    id: a")
    assert mended(old) == (new, 'roles:\n  a: [y]\n  b: [x y, "1177", z]\nactions:\n  c: [x]\n')
    assert mended(new) == (new, "")
    assert [row for row in MIGRATIONS if not row.told] == []
