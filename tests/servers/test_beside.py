"""A server that shows other sites already: what a keeper is told to look at first says so, and what is told to be done
leaves them there."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from routine.servers.hosting import Hosting
from routine.servers.kit import kit
from tests.kit.commands_told import told_on_the_page
from tests.kit.servers import LOOPBACK, PROGRAMS, Program, Started, asked, free_port, installed, laid, started

NGINX, APACHE, CADDY = PROGRAMS
OTHER = "skolan.example"
NEIGHBOUR = "<h1>Skolan</h1>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "byggd"
    folder.mkdir()
    for name in ("index.html", "404.html"):
        (folder / name).write_text(f"<h1>{name}</h1>", encoding="utf-8")
    return folder


def line_with(word: str) -> str:
    """The only line of the page that has it."""
    (found,) = {line for block in told_on_the_page() for line in block if word in line}
    return found.replace("sudo ", "")


def told(program: Program, looks: str, work: Path, arguments: list[str]) -> str:
    """What the keeper's line answers here, where the server reads another file than the system's."""
    name, _, rest = looks.partition(" ")
    assert name in (program.name, "apachectl")
    own = " ".join([installed(program), *(each for each in arguments if each not in ("-D", "FOREGROUND"))])
    return subprocess.run(
        ["bash", "-c", f"{own} {rest}"], cwd=work, capture_output=True, text=True, check=True, env={"HOME": str(work)}
    ).stdout


@pytest.mark.parametrize(
    ("program", "word", "other"),
    [
        (NGINX, "nginx -T", "server { listen {port}; server_name skolan.example; }\n"),
        (APACHE, "apachectl -S", "<VirtualHost *:{port}>\nServerName skolan.example\n</VirtualHost>\n"),
    ],
    ids=lambda value: value.name if isinstance(value, Program) else "",
)
def test_what_is_looked_at_first_names_every_host_with_its_file(
    program: Program, word: str, other: str, tmp_path: Path
) -> None:
    port = free_port()
    file, arguments = laid(program, tmp_path, Hosting("plats.example", "/rutin/", port), port)
    beside = tmp_path / "skolan.conf"
    beside.write_text(other.replace("{port}", str(port)), encoding="utf-8")
    main = tmp_path / "main.conf"
    both = re.sub(r"(?im)^include .*", r"\g<0>\n\g<0>", main.read_text(encoding="utf-8"))
    both = both.replace(file.name, beside.name, 1)
    main.write_text(both, encoding="utf-8")
    lines = told(program, line_with(word), tmp_path, arguments).splitlines()
    pairs = [f"{before} {line}" for before, line in zip(["", *lines], lines, strict=False)]
    for name, where in ((OTHER, beside.name), ("plats.example", file.name)):
        assert [pair for pair in pairs if re.search(rf"{where}.*\b{name}|\b{name}.*{where}", pair)], lines


def test_apache_answers_for_one_of_two_whose_host_is_the_same_and_says_nothing(site: Path) -> None:
    """Why it is looked at first."""

    def second(text: str) -> str:
        (port,) = re.findall(r"^<VirtualHost \*:(\d+)>", text, re.MULTILINE)
        return f"{text}<VirtualHost *:{port}>\nServerName {LOOPBACK}\nRedirect 410 /skolan/\n</VirtualHost>\n"

    with started(APACHE, site, change=second) as running:
        assert [asked(running, path).status for path in ("index.html", "/skolan/")] == [200, 404]
        assert (running.folder.parent / "said").read_text(encoding="utf-8") == ""


def neighbour(port: str) -> str:
    """What stands in a Caddyfile already."""
    return f'{{\n\tadmin off\n}}\nhttp://{OTHER}:{port} {{\n\trespond "{NEIGHBOUR}"\n}}\n'


def put_beside(work: Path, kit_file: str) -> None:
    """As the page tells where another site is shown."""
    (work / "V/kit").mkdir(parents=True)
    (work / "V/kit/Caddyfile").write_text(kit_file, encoding="utf-8")
    (block,) = (block for block in told_on_the_page() if any("sed " in line for line in block))
    lines = "\n".join(block).replace("sudo ", "").replace("/etc/caddy", str(work))
    subprocess.run(["bash", "-euc", lines], cwd=work, env={"V": "V", "PATH": "/usr/bin:/bin"}, check=True)


def of_work(text: str) -> tuple[Path, str]:
    """Where the server works, and its port."""
    ((folder, port),) = {
        (folder, port)
        for folder in re.findall(r"root \* (\S+)", text)
        for port in re.findall(r"^http://\S+:(\d+) \{", text, re.MULTILINE)
    }
    return Path(folder).parent, port


def test_the_file_for_caddy_lies_beside_and_the_other_site_is_left(site: Path) -> None:
    def beside(text: str) -> str:
        work, port = of_work(text)
        put_beside(work, text)
        return f"{neighbour(port)}import rutin.caddy\n"

    with started(CADDY, site, change=beside) as running:
        own, other = asked(running, "index.html"), asked(running, "/", Host=f"{OTHER}:{_port(running)}")
    assert (own.status, own.body, own.headers["Referrer-Policy"]) == (200, b"<h1>index.html</h1>", "no-referrer")
    assert (other.status, other.body.decode()) == (200, NEIGHBOUR)


def _port(running: Started) -> int:
    return urlsplit(running.root).port or 0


def test_caddy_says_when_the_host_is_there_already(tmp_path: Path) -> None:
    path = installed(CADDY)
    put_beside(
        tmp_path, kit(Hosting(OTHER, "/rutin/", 8099, known=True, address=f"http://{OTHER}:8099/"), "Prov")[CADDY.file]
    )
    (tmp_path / "Caddyfile").write_text(f"{neighbour('8099')}import rutin.caddy\n", encoding="utf-8")
    tried = [path, "validate", "--adapter", "caddyfile", "--config", str(tmp_path / "Caddyfile")]
    said = subprocess.run(tried, capture_output=True, text=True, check=False, env={"HOME": str(tmp_path)})
    assert said.returncode != 0
    assert "ambiguous site definition" in said.stderr
