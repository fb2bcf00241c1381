"""The files for web servers say the policy and the headers, and each server that is here follows its file."""

from __future__ import annotations

import grp
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit
from xml.etree.ElementTree import fromstring

import pytest

from routine.__main__ import main
from routine.deliver.hosting import FILES as WRITTEN
from routine.deliver.hosting import Hosting, hosting_at, kit
from routine.site.policy import HEADER, META
from tests.kit.paths import SMALL

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


HEADERS = {
    "Content-Security-Policy": HEADER,
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
SERVED = (*FILES.values(), "web.config", "_headers")
PLACE = hosting_at("https://plats.example/a/prov/")
STYLE = "assets/start.css"


def test_the_policy_allows_the_site_and_nothing_else() -> None:
    said = dict(each.split(" ", 1) for each in HEADER.split("; "))
    assert said["default-src"] == said["base-uri"] == said["form-action"] == said["frame-ancestors"] == "'none'"
    assert {value for name, value in said.items() if name.endswith("-src")} == {"'none'", "'self'"}
    assert not re.search(r"unsafe|sha\d|nonce|\*|https?:|data:|blob:", HEADER)
    assert "frame-ancestors" not in META, "a browser complains of it in a page"


@pytest.mark.parametrize("file", SERVED)
def test_every_file_says_every_header_and_a_promise_of_https_only_as_a_comment(file: str) -> None:
    text = kit(PLACE, "Prov")[file]
    said = re.sub(r"<!--.*?-->|^\s*#.*$", "", text, flags=re.DOTALL if "<!--" in text else re.MULTILINE)
    assert [name for name, value in HEADERS.items() if name not in said or value not in said] == []
    assert ("Strict-Transport-Security" in text, "Strict-Transport-Security" in said) == (True, False)


@pytest.mark.parametrize(
    ("address", "slug", "port", "base"),
    [
        ("https://plats.example/a/prov/", "rutin-prov", 80, "/a/prov/"),
        ("https://plats.example:8443", "rutin", 80, "/"),
        ("http://plats.example:8080/rutin", "rutin", 8080, "/rutin/"),
        ("", "rutin", 80, "/"),
    ],
)
def test_the_files_are_for_the_place(address: str, slug: str, port: int, base: str) -> None:
    place = hosting_at(address)
    files = kit(place, "Prov")
    assert (place.slug, place.port, place.base) == (slug, port, base)
    assert f"location ^~ {base} {{\n        alias /var/www/{slug}/;" in files["nginx.conf"]
    assert f"listen {port};" in files["nginx.conf"]
    assert f'Alias {base} "/var/www/{slug}/"' in files["apache.conf"]
    assert f"handle_path {base}*" in files["Caddyfile"]
    known = [name for name, text in files.items() if "ADRESSEN ÄR INTE KÄND" in text]
    assert known == ([] if address else ["las-mig.txt", *FILES.values()])
    assert [name for name, text in files.items() if re.search(r"\{\{|<%|\n\n\n", text)] == []


@pytest.mark.parametrize("file", ["web.config", "_headers"])
def test_a_file_that_nobody_has_run_says_so_first(file: str) -> None:
    assert "inte körd" in "".join(kit(PLACE, "Prov")[file].splitlines()[:4])


def test_the_file_for_iis_is_whole_whatever_the_site_is_called() -> None:
    assert fromstring(kit(PLACE, "Prov & <guide> -- för alla")["web.config"]).tag == "configuration"


@pytest.fixture(scope="module", params=FILES)
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    site = tmp_path_factory.mktemp("site")
    (site / "assets").mkdir()
    (site / "ta-med").mkdir()
    for name in ("index.html", "404.html", STYLE, "ta-med/rutinen.html", "blad.pdf"):
        (site / name).write_text(f"{name} " * 100, encoding="utf-8")
    with started(request.param, site) as found:
        yield found


def asked(root: str, path: str, method: str = "GET", **headers: str) -> HTTPResponse:
    address = urlsplit(root)
    connection = HTTPConnection(address.hostname or "", address.port, timeout=10)
    connection.request(method, address.path + path, headers={k.replace("_", "-"): v for k, v in headers.items()})
    answer = connection.getresponse()
    answer.body = answer.read()  # type: ignore[attr-defined]
    connection.close()
    return answer


@pytest.mark.parametrize(
    ("path", "status", "kind", "shown", "caching"),
    [
        ("", 200, "text/html;charset=utf-8", "index.html", "no-cache"),
        ("finns-inte", 404, "text/html;charset=utf-8", "404.html", "no-cache"),
        ("assets/", (403, 404), "text/html;charset=utf-8", "404.html", "no-cache"),
        ("blad.pdf", 200, "application/pdf", "blad.pdf", "no-cache"),
        (f"{STYLE}", 200, "text/css;charset=utf-8", STYLE, "no-cache"),
        (f"{STYLE}?v=1a2b", 200, "text/css;charset=utf-8", STYLE, "private, max-age=86400"),
        ("assets/annan.css?v=1a2b", 404, "text/html;charset=utf-8", "404.html", "no-cache"),
    ],
)
def test_each_server_answers_with_the_headers(
    running: tuple[str, Path], path: str, status: int | tuple[int, ...], kind: str, shown: str, caching: str
) -> None:
    answer = asked(running[0], path)
    assert answer.status in (status if isinstance(status, tuple) else (status,))
    assert answer.body.decode().startswith(shown)  # type: ignore[attr-defined]
    assert {name: answer.headers.get_all(name) for name in HEADERS} == {name: [it] for name, it in HEADERS.items()}
    assert answer.headers.get_all("Cache-Control") == [caching]
    assert (answer.headers["Content-Type"] or "").lower().replace("; ", ";") == kind


def test_each_server_leads_packs_asks_again_and_logs_nobody(running: tuple[str, Path]) -> None:
    root, logs = running
    assert urlsplit(asked(root[:-1], "").headers["Location"]).path == "/rutin/"
    first = asked(root, STYLE, Accept_Encoding="gzip", Referer="https://hemlig.example/")
    assert first.headers["Content-Encoding"] == "gzip"
    assert asked(root, STYLE, Accept_Encoding="gzip", If_None_Match=first.headers["ETag"]).status == 304
    assert asked(root, STYLE, "POST").status in (403, 405)
    alone = asked(root, "ta-med/rutinen.html").headers
    assert alone.get_all("Content-Security-Policy") == ["frame-ancestors 'none'"]
    time.sleep(2)  # It answers before it writes, later the busier the machine is.
    lines = "".join(file.read_text(encoding="utf-8") for file in logs.rglob("*.log")).splitlines()
    assert len(lines) >= 5  # Those that are asked above, whichever tests ran before on this worker.
    assert [line for line in lines if re.search(r"hemlig|start|rutinen|127\.0\.0\.1|GET|/rutin", line)] == []


ADDRESS = "https://kommun.example/a/rutin/"


def written(out: Path, address: str = ADDRESS) -> int:
    return main(["kit", str(SMALL), "--out", str(out), "--address", address])


def test_the_files_are_for_the_address_and_written_again_the_same(tmp_path: Path) -> None:
    found = []
    for _ in range(2):
        assert written(tmp_path / "kit") == 0
        found.append({file.name: file.read_bytes() for file in (tmp_path / "kit").iterdir()})
    assert found[0] == found[1]
    assert found[0].keys() == set(WRITTEN)
    assert b"location ^~ /a/rutin/ {" in found[0]["nginx.conf"]


@pytest.mark.parametrize("held", ["folder", "file", "link", "address"])
def test_what_is_somebody_elses_is_left_alone_and_a_wrong_address_writes_nothing(held: str, tmp_path: Path) -> None:
    out = tmp_path / "kit"
    if held == "folder":
        out.mkdir()
        (out / "anteckningar.txt").write_text("mina", encoding="utf-8")
    elif held == "file":
        out.write_text("min", encoding="utf-8")
    elif held == "link":
        out.symlink_to(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert written(out, "kommun.example" if held == "address" else ADDRESS) == 2
    assert sorted(tmp_path.rglob("*")) == before
