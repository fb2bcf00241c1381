"""nginx with https, as its file says how: the lines that stand as comments are complete."""

from __future__ import annotations

import re
import shutil
import ssl
import subprocess
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.kit.servers import LOOPBACK, PROGRAMS, free_port, started


def in_use(text: str, port: int, redirecting: int, folder: Path) -> str:
    """The file with the lines for https in use, and what is marked in them changed."""
    text = re.sub(r"^    listen \d+;", "    # \\g<0>", text, flags=re.MULTILINE)
    text, lines = re.subn(r"^(    )# (listen 443|ssl_)", r"\1\2", text, flags=re.MULTILINE)
    before, _, last = text.rpartition("\n\n# server {")
    text = before + re.sub(r"^# ", "", f"\n# server {{{last}", flags=re.MULTILINE)
    assert lines == 4
    text = text.replace("listen 443", f"listen {port}").replace(f"    listen {port};", f"    listen {redirecting};")
    return re.sub(r"/etc/ssl/\w+/\S+\.(pem|key);", lambda found: f"{folder}/prov.{found[1]};", text)


def test_the_lines_for_https_are_complete_when_they_are_taken_into_use(tmp_path: Path) -> None:
    program = shutil.which("openssl") or pytest.skip("openssl finns inte på den här maskinen")
    made = [program, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=prov.example"]
    made += ["-keyout", str(tmp_path / "prov.key"), "-out", str(tmp_path / "prov.pem")]
    subprocess.run(made, check=True, capture_output=True)
    site = tmp_path / "byggd"
    site.mkdir()
    (site / "index.html").write_text("<h1>Start</h1>", encoding="utf-8")
    redirecting = free_port()

    def change(text: str) -> str:
        (port,) = re.findall(r"^    listen (\d+);", text, re.MULTILINE)
        return in_use(text, int(port), redirecting, tmp_path)

    with started(PROGRAMS[0], site, change=change) as running:
        address = urlsplit(running.root)
        unknown = ssl.create_default_context(cafile=str(tmp_path / "prov.pem"))
        unknown.check_hostname = False
        secure = HTTPSConnection(LOOPBACK, address.port, timeout=10, context=unknown)
        secure.request("GET", address.path)
        answer = secure.getresponse()
        assert (answer.status, answer.read()) == (200, b"<h1>Start</h1>")
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        plain = HTTPConnection(LOOPBACK, redirecting, timeout=10)
        plain.request("GET", "/rutin/guide/")
        moved = plain.getresponse()
        assert (moved.status, moved.headers["Location"]) == (301, f"https://{LOOPBACK}/rutin/guide/")
        secure.close()
        plain.close()
