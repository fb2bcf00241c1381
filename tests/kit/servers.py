"""Web servers as a keeper has them, each started with its file of the kit. One that is not on the machine is skipped by
name, but with SERVERS=required it fails."""

from __future__ import annotations

import grp
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from routine.deliver.hosting import Hosting, kit

LOOPBACK = "127.0.0.1"
FILES = {"nginx": "nginx.conf", "apache2": "apache.conf", "caddy": "Caddyfile"}
STARTS, PAUSE = 200, 0.05  # Ten seconds.
# What Debian's Apache has from the start, and what the file asks for beside it.
MODULES = ["mpm_event", "authz_core", "alias", "dir", "mime", "setenvif", "filter", "headers", "deflate"]
APACHE_MODULES = os.environ.get("APACHE_MODULES", "/usr/lib/apache2/modules")


def free_port() -> int:
    with closing(socket.socket()) as found:
        found.bind((LOOPBACK, 0))
        return int(found.getsockname()[1])


def answers(port: int) -> bool:
    with closing(socket.socket()) as asked:
        return asked.connect_ex((LOOPBACK, port)) == 0


@contextmanager
def started(program: str, site: Path) -> Iterator[tuple[str, Path]]:
    """Serve a copy of the site: the server may not run as who tests. Yields its address, and the folder of its logs."""
    path = shutil.which(program, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if not path:
        stop = pytest.fail if os.environ.get("SERVERS") == "required" else pytest.skip
        stop(f"{program} finns inte på den här maskinen")
    with TemporaryDirectory(prefix="rutin-") as folder:
        work, port = Path(folder), free_port()
        work.chmod(0o755)
        place = Hosting(f"http://{LOOPBACK}:{port}/rutin/", folder, f"{folder}/logs")
        shutil.copytree(site, place.folder)
        Path(place.folder).chmod(0o755)
        for each in FILES:
            (work / "logs" / each).mkdir(parents=True)
        (work / FILES[program]).write_text(kit(place, "Prov")[FILES[program]], encoding="utf-8")
        (work / "main.conf").write_text("\n".join(_around(program, work, port)), encoding="utf-8")
        process = subprocess.Popen([path, *_told(program, work)], cwd=work, env={**os.environ, "HOME": folder})
        try:
            for _ in range(STARTS):
                if process.poll() is not None or answers(port):
                    break
                time.sleep(PAUSE)
            assert process.poll() is None, program
            yield place.heard, work / "logs"
        finally:
            process.terminate()
            process.wait(10)


def _told(program: str, work: Path) -> list[str]:
    return {
        "nginx": ["-e", f"{work}/main.log", "-c", f"{work}/main.conf"],
        "apache2": ["-f", f"{work}/main.conf", "-D", "FOREGROUND"],
        "caddy": ["run", "--adapter", "caddyfile", "--config", f"{work}/Caddyfile"],
    }[program]


def _around(program: str, work: Path, port: int) -> list[str]:
    """Write what a system has around the file of the kit."""
    if program == "nginx":
        kept = [f"{each}_temp_path {work}/{each};" for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")]
        return ["daemon off;", f"pid {work}/pid;", "events {}", "http {", *kept, f"include {work}/nginx.conf;", "}", ""]
    user = "www-data" if any(each.gr_name == "www-data" for each in grp.getgrall()) else "nobody"
    group = user if user == "www-data" else "nogroup"
    return [
        f"ServerRoot {work}\nPidFile {work}/pid\nListen {port}\nTypesConfig /dev/null\nErrorLog {work}/main.log",
        *([f"User {user}\nGroup {group}"] if os.geteuid() == 0 else []),
        *(f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so" for name in MODULES),
        f"Include {work}/apache.conf\n",
    ]
