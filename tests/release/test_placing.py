"""What a keeper is told to do is run as it stands: the first time, the next, and where a folder is in the way."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from routine.loading.load import load
from routine.publish.checksums import checksums
from routine.release.archive import archive
from routine.release.contents import name_of
from routine.release.placing import placing
from routine.servers.hosting import FOLDER, Hosting, hosting_at
from tests.kit.commands_told import run, told_in, told_on_the_page
from tests.kit.paths import PROJECT, SMALL

VERSIONS = ("rutin-2024-05-01-111111111111", "rutin-2024-05-01-222222222222")
NAMED = re.compile(r"rutin-\d{4}-\d\d-\d\d-[0-9a-f]{12}")
WEB = FOLDER.rpartition("/")[0]


def the_read_me() -> list[list[str]]:
    """Beside the archive, with the version's name."""
    return told_in(placing(VERSIONS[0], Hosting(), compared=True) + "\n")


def the_readme() -> list[list[str]]:
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    return told_in(text.partition("## Put it on a server")[2].partition("\n## ")[0])


TEXTS = {"las-mig.md": the_read_me, "README": the_readme, "publicera": told_on_the_page}
# A server's file in the kit, by where it is put.
PUT = {
    "nginx.conf": "nginx/conf.d/rutin.conf",
    "apache.conf": "apache2/sites-available/rutin.conf",
    "Caddyfile": "caddy/Caddyfile",
}

# In their order: what looks at the sums, unpacks, switches, and looks at the sums of what is laid out.
POWERSHELL = ["Get-Content", "New-Item", "Copy-Item", "Set-Location", "New-Item", "Rename-Item"]
POWERSHELL += ["Set-Location", "Get-Content"]


class Machine:
    """Folders for what is released and for what a server shows."""

    def __init__(self, folder: Path, source: str) -> None:
        self.folder, self.source = folder, source
        self.web, self.etc = folder / "www", folder / "etc"
        for version in VERSIONS:
            files = {"site/index.html": version.encode()} | {f"kit/{file}": b"# ny" for file in PUT}
            packed = {f"{version}.tar.gz": archive(version, files, date(2024, 5, 1))}
            beside = self.folder / "release" / version
            beside.mkdir(parents=True)
            for name, data in (packed | {"SHA256SUMS": checksums(packed).encode()}).items():
                (beside / name).write_bytes(data)
        for file in PUT.values():
            (self.etc / file).parent.mkdir(parents=True)

    def told(self, version: str, *having: str) -> str:
        """Follow the blocks that have one of these; what the shell complains of."""
        blocks = [block for block in TEXTS[self.source]() if any(each in " ".join(block) for each in having)]
        lines = [NAMED.sub(version, line) for block in blocks for line in block]
        release = self.folder / "release"
        where = release / version if self.source == "las-mig.md" else release
        said = run(lines, where, {WEB: str(self.web), "/etc": str(self.etc)})
        assert (said.returncode == 0) == (not said.stderr), said.stderr
        return said.stderr

    def shown(self) -> str:
        return (self.web / "rutin/index.html").read_text(encoding="utf-8")


@pytest.fixture(params=TEXTS)
def machine(request: pytest.FixtureRequest, tmp_path: Path) -> Machine:
    return Machine(tmp_path, request.param)


def test_the_first_time_the_next_and_back_are_the_same_lines(machine: Machine) -> None:
    first, second = VERSIONS
    for version in (first, first, second, first):
        assert machine.told(version, "sha256sum -c SHA256SUMS", "tar -xzf") == ""
        assert machine.shown() == version
        assert {file.name for file in (machine.web / "rutin").iterdir()} == {"index.html"}
    assert {file.name for file in machine.web.iterdir()} == {*VERSIONS, "rutin"}
    assert (machine.web / "rutin").is_symlink()


def test_the_servers_own_file_is_put_in_place_once_and_left_alone_by_the_next_version(machine: Machine) -> None:
    first, second = VERSIONS
    assert machine.told(first, "tar -xzf", "conf.d") == ""
    own = machine.etc / "nginx/conf.d/rutin.conf"
    assert own.read_text(encoding="utf-8") == "# ny"
    own.write_text("listen 8080;", encoding="utf-8")
    assert machine.told(second, "tar -xzf") == ""
    assert machine.shown() == second
    assert own.read_text(encoding="utf-8") == "listen 8080;"


@pytest.mark.parametrize("file", PUT)
def test_a_servers_file_that_is_there_is_replaced_only_when_the_keeper_says_so_and_is_kept_beside(
    machine: Machine, file: str
) -> None:
    """It may be another site's, or have the port and the certificate that somebody wrote in it."""
    blocks = [block for block in TEXTS[machine.source]() if any(PUT[file] in line and "cp " in line for line in block)]
    if machine.source != "publicera" and file != "nginx.conf":
        assert blocks == []
        return
    machine.told(VERSIONS[0], "tar -xzf")
    (block,) = blocks
    own, moved = machine.etc / PUT[file], {WEB: str(machine.web), "/etc": str(machine.etc)}
    lines = [NAMED.sub(VERSIONS[0], line).replace("$V", VERSIONS[0]) for line in block]
    own.write_text("listen 8080;", encoding="utf-8")
    for answer, says in (("", "listen 8080;"), ("n\n", "listen 8080;"), ("y\n", "# ny")):
        assert "overwrite" in run(lines, machine.web, moved, answer).stderr
        assert own.read_text(encoding="utf-8") == says
    assert own.with_name(f"{own.name}~").read_text(encoding="utf-8") == "listen 8080;"


@pytest.mark.parametrize("tries", [1, 2])
def test_from_a_folder_the_lines_stop_and_others_lead_over(machine: Machine, tries: int) -> None:
    old = machine.web / "rutin"
    old.mkdir(parents=True)
    (old / "index.html").write_text("förut", encoding="utf-8")
    for _ in range(tries):
        assert "cannot overwrite directory" in machine.told(VERSIONS[0], "sha256sum -c SHA256SUMS", "tar -xzf")
        assert machine.shown() == "förut"
        for folder in (old, machine.web / VERSIONS[0] / "site"):
            assert [file.name for file in folder.iterdir()] == ["index.html"]
    if machine.source == "README":
        assert "las-mig.md" in (PROJECT / "README.md").read_text(encoding="utf-8")
        return
    over = run(
        [line for block in TEXTS[machine.source]() if "rutin-forut" in " ".join(block) for line in block],
        machine.web,
        {WEB: str(machine.web)},
    )
    assert over.stderr == ""
    assert machine.shown() == VERSIONS[0]
    assert (machine.web / "rutin-forut/index.html").read_text(encoding="utf-8") == "förut"


def test_in_windows_each_version_gets_its_file_for_iis_and_the_lines_are_said_not_to_be_tried() -> None:
    said = placing(VERSIONS[0], Hosting(), compared=True)
    windows = said.partition("### I Windows")[2].partition("###")[0]
    assert "inte prövade" in windows
    lines = [line for block in told_in(windows) for line in block]
    assert f"Copy-Item C:\\rutin\\{VERSIONS[0]}\\kit\\web.config C:\\rutin\\{VERSIONS[0]}\\site" in lines
    assert [line.split()[0] for line in lines if re.match(r"[A-Z]\w+-[A-Z]", line)] == POWERSHELL
    assert "### På en filserver" in said


def test_a_site_at_another_address_has_other_names_throughout() -> None:
    place = hosting_at("https://namn.example/prov/")
    name = name_of(load(SMALL).latest, "1" * 64, place)
    assert re.fullmatch(r"rutin-prov-\d{4}-\d\d-\d\d-1{12}", name)
    said = placing(name, place, compared=True)
    assert f"tar -xzf {name}.tar.gz -C {WEB}\n" in said
    assert f"ln -sfn {name}/site ny && sudo mv -T ny rutin-prov\n" in said
    assert not re.search(r"\brutin\b(?!-prov)", said)


def test_the_servers_files_are_compared_where_both_versions_are_laid_out_and_never_in_a_first_one() -> None:
    said = placing(VERSIONS[0], Hosting(), compared=True)
    line = f"diff -r FÖRRA/kit {VERSIONS[0]}/kit"
    assert said.index("tar -xzf") < said.index(f"cd {WEB}\n") < said.index(f"    {line}\n") < said.index("### ")
    assert "diff -r" not in placing(VERSIONS[0], Hosting(), compared=False)
    assert "\n\n\n" not in said + placing(VERSIONS[0], Hosting(), compared=False)


def test_a_damaged_archive_is_met_before_it_is_laid_out(tmp_path: Path) -> None:
    machine = Machine(tmp_path, "las-mig.md")
    packed = tmp_path / "release" / VERSIONS[0] / f"{VERSIONS[0]}.tar.gz"
    packed.write_bytes(packed.read_bytes()[:-1])
    assert "did NOT match" in machine.told(VERSIONS[0], "sha256sum -c SHA256SUMS", "tar -xzf")
    assert not machine.web.exists()
