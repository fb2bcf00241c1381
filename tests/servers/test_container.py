"""What the container file does is done here without a builder: of what it takes in, with its own commands."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from audit.built import Site
from routine.servers.hosting import FOLDER, hosting_at
from routine.servers.kit import kit
from tests.kit.paths import PROJECT, REAL
from tests.kit.project import run
from tests.kit.texts import digest_of

RECIPE = (PROJECT / "Containerfile").read_text(encoding="utf-8")
TAKEN_IN = re.findall(r"^!(\S+)$", (PROJECT / ".dockerignore").read_text(encoding="utf-8"), re.MULTILINE)


def of(step: str) -> list[list[str]]:
    """The words after each step of that name, in order."""
    return [words.split() for words in re.findall(rf"^{step} (.+)$", RECIPE, re.MULTILINE)]


def test_what_is_installed_is_what_is_locked() -> None:
    ((first, _, _), (second,)) = of("FROM")
    assert (first, second) == ("python:3.11-slim", "nginxinc/nginx-unprivileged:stable")
    install, *_ = of("RUN")
    assert {"--require-hashes", "--no-deps", "requirements/site.txt"} <= {*install}
    assert "requirements/site.txt" in TAKEN_IN


def test_the_files_are_where_the_servers_file_looks_for_them() -> None:
    _, site, settings = of("COPY")
    assert site == ["--from=byggd", "/rutin/site", FOLDER]
    assert settings[1] == "/rutin/kit/nginx.conf"


@pytest.mark.parametrize("address", ["https://namn.example/rutin/", "http://namn.example:9000/prov/", ""])
def test_the_servers_file_is_for_who_is_not_root_whatever_the_address(address: str, tmp_path: Path) -> None:
    """It shows the site's files, listens where anybody may, and writes no file."""
    file = tmp_path / "kit/nginx.conf"
    file.parent.mkdir()
    file.write_text(kit(hosting_at(address), "Prov")["nginx.conf"], encoding="utf-8")
    edits = re.findall(r"^RUN (sed .+)$", RECIPE, re.MULTILINE)
    assert [run(tmp_path, "sh", "-c", edit).returncode for edit in edits] == [0, 0, 0]
    text = file.read_text(encoding="utf-8")
    found = re.findall(r"^ +(alias|listen|access_log|error_log) (\S+?);?(?: |$)", text, re.MULTILINE)
    assert {*found} == {
        ("alias", f"{FOLDER}/"),
        ("listen", "8080"),
        ("listen", "[::]:8080"),
        ("access_log", "/dev/stdout"),
        ("error_log", "/dev/stderr"),
        *([("access_log", "off")] if address else []),
    }


@pytest.mark.full
@pytest.mark.site
def test_its_commands_make_the_site_of_what_it_takes_in(tmp_path: Path, site: Site) -> None:
    assert "data" in TAKEN_IN
    for name in (each for each in TAKEN_IN if each != "data"):
        source, target = PROJECT / name, tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    shutil.copytree(REAL.parent, tmp_path / "data")
    ours = [command for command in of("RUN") if command[0] == "python"]
    assert [command[2:4] for command in ours] == [["routine", "build"], ["routine", "kit"]]
    for command in ours:
        done = run(tmp_path, str(PROJECT / ".venv/bin/python"), *command[1:])
        assert done.returncode == 0, done.stderr
    assert digest_of(tmp_path / "site") == digest_of(site.folder)
    assert f"alias {FOLDER}/;" in (tmp_path / "kit/nginx.conf").read_text(encoding="utf-8")
