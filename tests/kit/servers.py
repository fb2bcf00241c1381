"""Web servers as a keeper has them, each started with its file of the kit, under a sub-path on a port of its own.

A server that is not on the machine is skipped by name, but with SERVERS=required it fails.
"""

from __future__ import annotations

import grp
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import pytest
from msgspec.structs import replace

from routine.servers.hosting import Hosting
from routine.servers.kit import kit
from tests.kit.browsing import SUB_PATH

LOOPBACK = "127.0.0.1"
STARTS, PAUSE = 200, 0.05  # Ten seconds.
READ_AGAIN, APART = 50, 0.2  # Times, and seconds between two.
# What Debian's Apache has from the start, and what the file asks for beside it.
APACHE_MODULES = Path("/usr/lib/apache2/modules")
MODULES = ("mpm_event", "authz_core", "alias", "dir", "mime", "setenvif", "filter", "headers", "deflate")


@dataclass(frozen=True, slots=True)
class Started:
    """A server that answers: its address, the folder that it shows, and the log that it writes."""

    root: str
    folder: Path
    log: Path
    errors: tuple[Path, ...]


@dataclass
class Answer:
    """What a server says."""

    status: int
    headers: HTTPMessage
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Program:
    """A server's file in the kit, its program, and how it is told of the file."""

    file: str
    name: str
    prepared: Callable[[Path, Path, int], list[str]]
    trying: Callable[[Path, list[str]], list[str]]
    log: str
    errors: tuple[str, ...] = ()


def free_port() -> int:
    with closing(socket.socket()) as found:
        found.bind((LOOPBACK, 0))
        port: int = found.getsockname()[1]
        return port


def _nginx(work: Path, file: Path, port: int) -> list[str]:
    temporary = [f"{each}_temp_path {work}/{each};" for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")]
    lines = ["daemon off;", f"pid {work}/pid;", f"error_log {work}/main.log;", "events {}"]
    lines += ["http {", *temporary, f"access_log {work}/other.log;", f"include {file};", "}"]
    return ["-e", f"{work}/main.log", "-c", _written(work / "main.conf", lines)]


def _apache(work: Path, file: Path, port: int) -> list[str]:
    lines = [f"ServerRoot {work}", f"PidFile {work}/pid", f"ServerName {LOOPBACK}"]
    lines += [f"Listen {each}:{port}" for each in (LOOPBACK, "[::1]")]
    lines += [f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so" for name in MODULES]
    if os.geteuid() == 0:
        group = next(each.gr_name for each in grp.getgrall() if each.gr_name in ("www-data", "nogroup"))
        lines += [f"User {'www-data' if group == 'www-data' else 'nobody'}", f"Group {group}"]
    lines += [f"ErrorLog {work}/main.log", "TypesConfig /dev/null", f"Include {file}"]
    return ["-f", _written(work / "main.conf", lines), "-D", "FOREGROUND"]


def _caddy(work: Path, file: Path, port: int) -> list[str]:
    return ["run", "--adapter", "caddyfile", "--config", str(file)]


def _written(file: Path, lines: list[str]) -> str:
    file.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return str(file)


def _with_t(file: Path, arguments: list[str]) -> list[str]:
    return [*arguments, "-t"]


def _validate(file: Path, arguments: list[str]) -> list[str]:
    return ["validate", *arguments[1:]]


PROGRAMS = (
    Program("nginx.conf", "nginx", _nginx, _with_t, "nginx/rutin.log", ("nginx/rutin-fel.log",)),
    Program("apache.conf", "apache2", _apache, _with_t, "apache2/rutin.log", ("apache2/rutin-fel.log",)),
    Program("Caddyfile", "caddy", _caddy, _validate, "caddy/rutin.log"),
)


def installed(program: Program) -> str:
    """Where the program is. Skips the test where it is not, or fails if all of them must be there."""
    path = shutil.which(program.name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if not path:
        missing = f"{program.name} finns inte på den här maskinen"
        if os.environ.get("SERVERS") == "required":
            pytest.fail(missing)
        pytest.skip(missing)
    return path


@contextmanager
def started(
    program: Program, site: Path, base: str = SUB_PATH, change: Callable[[str], str] = str
) -> Iterator[Started]:
    """The server with a copy of the site: it may not run as who runs the tests, and then could not read theirs.
    `change` is what a keeper does to the file."""
    path = installed(program)
    with TemporaryDirectory(prefix="rutin-") as folder:
        work, port = Path(folder), free_port()
        work.chmod(0o755)
        shutil.copytree(site, work / "site")
        file, arguments = laid(program, work, Hosting(LOOPBACK, base, port), port)
        file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
        logs = work / "logs"
        errors = tuple(logs / each for each in program.errors)
        with _running([path, *arguments], work, port):
            yield Started(f"http://{LOOPBACK}:{port}{base}", work / "site", logs / program.log, errors)


def asked(running: Started, path: str, **headers: str) -> Answer:
    """What the server says of a path below the site's, or of a whole one."""
    address = urlsplit(running.root)
    with_dashes = {name.replace("_", "-"): value for name, value in headers.items()}
    connection = HTTPConnection(address.hostname or "", address.port, timeout=10)
    try:
        connection.request("GET", path if path.startswith("/") else address.path + path, headers=with_dashes)
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())
    finally:
        connection.close()


def logged(running: Started) -> list[str]:
    """Every line that the server has written of what it was asked, into any file. It answers before it writes: it is
    waited for until something is there, and nothing more comes."""
    before: list[str] = []
    for _ in range(READ_AGAIN):
        time.sleep(APART)
        found = list(_logs(running.folder.parent))
        if found and found == before:
            break
        before = found
    return before


def _logs(work: Path) -> Iterator[str]:
    for file in sorted({*work.glob("*.log"), *work.rglob("logs/*/*.log")}):
        yield from file.read_text(encoding="utf-8").splitlines()


def laid(program: Program, work: Path, place: Hosting, port: int) -> tuple[Path, list[str]]:
    """The program's file of the kit for the place, but with the site and the logs in `work`, and its arguments."""
    for each in PROGRAMS:
        (work / "logs" / each.log).parent.mkdir(parents=True)
    here = replace(place, folder=str(work / "site"), logs=str(work / "logs"))
    (work / "site").mkdir(exist_ok=True)
    file = work / program.file
    file.write_text(kit(here, "Prov")[program.file], encoding="utf-8")
    return file, program.prepared(work, file, port)


@contextmanager
def _running(command: list[str], work: Path, port: int) -> Iterator[None]:
    home = {"HOME": str(work), "XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work)}
    with (work / "said").open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, env={**os.environ, **home}, cwd=work)
        try:
            for _ in range(STARTS):
                if process.poll() is not None or answers(port):
                    break
                time.sleep(PAUSE)
            assert process.poll() is None, _said(work)
            yield
        finally:
            process.terminate()
            process.wait(10)


def answers(port: int) -> bool:
    with closing(socket.socket()) as asked:
        return asked.connect_ex((LOOPBACK, port)) == 0


def _said(work: Path) -> str:
    """All that a server that does not start has said of it, with what it was told."""
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(work.glob("*")) if file.is_file())
