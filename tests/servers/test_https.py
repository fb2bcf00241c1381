"""Each server with https and a certificate of the keeper's own, as their files say how: the lines that stand as
comments are complete."""

from __future__ import annotations

import re
import shutil
import ssl
import subprocess
from collections.abc import Callable
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from routine.servers.described import DESCRIBED
from routine.servers.hosting import hosting_at
from routine.servers.kit import kit
from tests.kit.servers import (
    APACHE_MODULES,
    LOOPBACK,
    PROGRAMS,
    Answer,
    Program,
    Started,
    free_port,
    logged,
    started,
)


def in_use_by_nginx(text: str, redirecting: int, folder: Path) -> str:
    """The file with the lines for https in use, and what is marked in them changed."""
    (port,) = re.findall(r"^    listen (\d+);", text, re.MULTILINE)
    text = re.sub(r"^    listen .*", "    # \\g<0>", text, flags=re.MULTILINE)
    text, lines = re.subn(r"^(    )# (listen .*\b443 ssl|ssl_)", r"\1\2", text, flags=re.MULTILINE)
    before, _, last = text.rpartition("\n\n# server {")
    text = before + re.sub(r"^# ", "", f"\n# server {{{last}", flags=re.MULTILINE)
    assert lines == 5
    text = re.sub(rf"^(    listen .*)\b{port};", rf"\g<1>{redirecting};", text, flags=re.MULTILINE)
    text = re.sub(r"^(    listen .*)\b443 ssl;", rf"\g<1>{port} ssl;", text, flags=re.MULTILINE)
    return own_certificate(text, folder)


def in_use_by_apache(text: str, redirecting: int, folder: Path) -> str:
    """The same, with the module and the port that are another file's to name."""
    (port,) = re.findall(r"^<VirtualHost \*:(\d+)>", text, re.MULTILINE)
    text = re.sub(r"^<VirtualHost .*", r"# \g<0>", text, count=1, flags=re.MULTILINE)
    text, lines = re.subn(r"^( *)# (<VirtualHost \*:443>|SSL)", r"\1\2", text, flags=re.MULTILINE)
    assert lines == 5
    before, _, last = text.rpartition(f"\n# <VirtualHost *:{port}>\n")
    last = re.sub(r"^# ", "", last, flags=re.MULTILINE)
    text = f"{before.replace('*:443', f'*:{port}')}\n<VirtualHost *:{redirecting}>\n{last}"
    added = f"LoadModule ssl_module {APACHE_MODULES}/mod_ssl.so\nListen {LOOPBACK}:{redirecting}\n"
    return added + own_certificate(text, folder)


def own_certificate(text: str, folder: Path) -> str:
    text, lines = re.subn(r"/etc/ssl/\w+/\S+\.(pem|key)\b", lambda found: f"{folder}/prov.{found[1]}", text)
    assert lines == 2
    return text


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A folder with a certificate of nobody's, its key, and a site."""
    program = shutil.which("openssl") or pytest.skip("openssl finns inte på den här maskinen")
    command = [program, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=prov.example"]
    command += ["-addext", f"subjectAltName=IP:{LOOPBACK}"]
    command += ["-keyout", str(tmp_path / "prov.key"), "-out", str(tmp_path / "prov.pem")]
    subprocess.run(command, check=True, capture_output=True)
    (tmp_path / "byggd").mkdir()
    (tmp_path / "byggd/index.html").write_text("<h1>Start</h1>", encoding="utf-8")
    return tmp_path


def asked_securely(running: Started, certificate: Path) -> Answer:
    """What the site's first page is answered with over https, by who trusts this certificate alone."""
    address = urlsplit(running.root)
    unknown = ssl.create_default_context(cafile=str(certificate))
    unknown.check_hostname = False
    secure = HTTPSConnection(LOOPBACK, address.port, timeout=10, context=unknown)
    try:
        secure.request("GET", address.path)
        answer = secure.getresponse()
        return Answer(answer.status, answer.headers, answer.read())
    finally:
        secure.close()


@pytest.mark.parametrize(
    ("program", "in_use"),
    [(PROGRAMS[0], in_use_by_nginx), (PROGRAMS[1], in_use_by_apache)],
    ids=lambda value: value.name if isinstance(value, Program) else "",
)
def test_the_lines_for_https_are_complete_when_they_are_taken_into_use(
    program: Program, in_use: Callable[[str, int, Path], str], made: Path
) -> None:
    redirecting = free_port()
    with started(program, made / "byggd", change=lambda text: in_use(text, redirecting, made)) as running:
        answer = asked_securely(running, made / "prov.pem")
        assert (answer.status, answer.body) == (200, b"<h1>Start</h1>")
        headers = (*DESCRIBED.headers, DESCRIBED.caching.asked)
        assert [answer.headers.get_all(each.name) for each in headers] == [[each.value] for each in headers]
        plain = HTTPConnection(LOOPBACK, redirecting, timeout=10)
        plain.request("GET", "/rutin/guide/hemlig?v=1")
        moved = plain.getresponse()
        assert (moved.status, moved.headers["Location"]) == (301, f"https://{LOOPBACK}/rutin/guide/hemlig?v=1")
        assert not re.search(r"(nginx|Apache)/\d", moved.read().decode())
        plain.close()
        lines = logged(running)
    assert [line for line in lines if line.endswith(" 301")], lines
    assert [line for line in lines if re.search(r"hemlig|127\.0\.0\.1|GET", line)] == []


def test_caddy_takes_a_certificate_of_the_keepers_own(made: Path) -> None:
    """A host that is not reached from the internet gets none by itself."""
    told = kit(hosting_at(f"https://{LOOPBACK}/rutin/"), "Prov")["Caddyfile"]
    (line,) = re.findall(r"^\t# (tls /.*)$", told, re.MULTILINE)
    assert line.split()[1:] == [f"/etc/ssl/certs/{LOOPBACK}.pem", f"/etc/ssl/private/{LOOPBACK}.key"]
    own = re.sub(r"/etc/ssl/\w+/\S+\.(pem|key)", lambda found: f"{made}/prov.{found[1]}", line)

    def change(text: str) -> str:
        secure, found = re.subn(r"^http(://\S+ \{)$", rf"https\1\n\t{own}", text, flags=re.MULTILINE)
        assert found == 1
        return secure.replace("\tadmin off\n", "\tadmin off\n\tauto_https disable_redirects\n")

    with started(PROGRAMS[2], made / "byggd", change=change) as running:
        answer = asked_securely(running, made / "prov.pem")
    assert (answer.status, answer.body) == (200, b"<h1>Start</h1>")
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_caddy_is_told_of_no_certificate_where_readers_come_without_https() -> None:
    assert "tls /" not in kit(hosting_at("http://plats.example:8080/rutin/"), "Prov")["Caddyfile"]
