"""nginx and Caddy with https and a certificate of the keeper's own, as their files say how: the lines that stand as
comments are complete."""

from __future__ import annotations

import re
import shutil
import ssl
import subprocess
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from routine.servers.hosting import hosting_at
from routine.servers.kit import kit
from tests.kit.servers import LOOPBACK, PROGRAMS, Answer, Started, free_port, started


def in_use(text: str, port: int, redirecting: int, folder: Path) -> str:
    """The file with the lines for https in use, and what is marked in them changed."""
    text = re.sub(r"^    listen \d+;", "    # \\g<0>", text, flags=re.MULTILINE)
    text, lines = re.subn(r"^(    )# (listen 443|ssl_)", r"\1\2", text, flags=re.MULTILINE)
    before, _, last = text.rpartition("\n\n# server {")
    text = before + re.sub(r"^# ", "", f"\n# server {{{last}", flags=re.MULTILINE)
    assert lines == 4
    text = text.replace("listen 443", f"listen {port}").replace(f"    listen {port};", f"    listen {redirecting};")
    return re.sub(r"/etc/ssl/\w+/\S+\.(pem|key);", lambda found: f"{folder}/prov.{found[1]};", text)


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


def test_the_lines_for_https_are_complete_when_they_are_taken_into_use(made: Path) -> None:
    redirecting = free_port()

    def change(text: str) -> str:
        (port,) = re.findall(r"^    listen (\d+);", text, re.MULTILINE)
        return in_use(text, int(port), redirecting, made)

    with started(PROGRAMS[0], made / "byggd", change=change) as running:
        answer = asked_securely(running, made / "prov.pem")
        assert (answer.status, answer.body) == (200, b"<h1>Start</h1>")
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        plain = HTTPConnection(LOOPBACK, redirecting, timeout=10)
        plain.request("GET", "/rutin/guide/")
        moved = plain.getresponse()
        assert (moved.status, moved.headers["Location"]) == (301, f"https://{LOOPBACK}/rutin/guide/")
        plain.close()


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
