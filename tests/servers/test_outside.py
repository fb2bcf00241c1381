"""What is not the site's: a wrong address beside it, a question that no server can read, and a file that has been moved
into a server that was there before. Nothing of them tells who asked for what."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from routine.servers.described import DESCRIBED
from tests.kit.servers import PROGRAMS, Program, Started, asked, started

NGINX = PROGRAMS[0]
SITE = {"index.html": "<h1>Start</h1>", "guide/index.html": "<h1>Guide</h1>", "404.html": "<h1>Sidan finns inte</h1>"}
ALONE = DESCRIBED.alone.path
TOO_LONG = f"GET /rutin/{'hemlig' * 3000} HTTP/1.1\r\nHost: namn.example\r\n\r\n"
UNREADABLE = "HEMLIG\r\n\r\n"
LOOKS, LOOK = 50, 0.2  # Times, and seconds between two.
SECRET = re.compile(r"hemlig|annat|127\.0\.0\.1|GET", re.IGNORECASE)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in SITE.items():
        file = tmp_path / "byggd" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "byggd"


def answered(running: Started, question: str) -> str:
    """What the server says of bytes that need not be a question."""
    address = urlsplit(running.root)
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=10) as connection:
        connection.sendall(question.encode())
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65_536), b"")).decode()


def logged(running: Started) -> list[str]:
    """Every line that the server has written of what it was asked, into any file. It answers before it writes: it is
    waited for until something is there, and nothing more comes."""
    before: list[str] = []
    for _ in range(LOOKS):
        time.sleep(LOOK)
        found = list(_written(running.folder.parent))
        if found and found == before:
            break
        before = found
    return before


def _written(work: Path) -> Iterator[str]:
    for file in sorted({*work.glob("*.log"), *work.rglob("logs/*/*.log")}):
        yield from file.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_no_log_tells_who_asked_for_what_outside_the_site(program: Program, site: Path) -> None:
    with started(program, site) as running:
        asked(running, "/annat/hemlig?namn=hemlig", Referer="https://hemlig.example/")
        for question in (TOO_LONG, UNREADABLE):
            answered(running, question)
        asked(running, "guide/")
        lines = logged(running)
    assert lines
    assert [line for line in lines if SECRET.search(line)] == []


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_a_wrong_address_outside_the_site_is_answered_by_its_page(program: Program, site: Path) -> None:
    with started(program, site) as running:
        answer = asked(running, "/annat/")
    assert (answer.status, answer.body.decode()) == (404, SITE["404.html"])


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_only_the_file_that_stands_alone_has_its_own_policy(program: Program, site: Path) -> None:
    (site / ALONE).parent.mkdir()
    (site / ALONE).write_text("<h1>Ta med</h1>", encoding="utf-8")
    wrong = ("ta-med/", "ta-med/rutinenshtml", f"annat/{ALONE}x")
    with started(program, site) as running:
        found = {path: asked(running, path) for path in ("index.html", ALONE, *wrong)}
    name, whole, own = DESCRIBED.policy.name, DESCRIBED.policy.value, DESCRIBED.alone.header.value
    assert {path: answer.headers.get_all(name) for path, answer in found.items()} == {
        path: [own if path == ALONE else whole] for path in found
    }
    assert (found[ALONE].status, found[ALONE].headers.get_all("Referrer-Policy")) == (200, ["no-referrer"])


def test_what_nginx_answers_outside_the_site_has_the_headers_and_no_version(site: Path) -> None:
    with started(NGINX, site) as running:
        wrong = asked(running, "/annat/")
        said = [answered(running, question) for question in (TOO_LONG, UNREADABLE)]
    assert (wrong.status, wrong.body.decode()) == (404, SITE["404.html"])
    headers = (*DESCRIBED.headers, DESCRIBED.caching.asked)
    assert [wrong.headers.get_all(each.name) for each in headers] == [[each.value] for each in headers]
    assert [each.split()[1] for each in said] == ["414", "400"]
    for each in said:
        assert [header.name for header in headers if f"\r\n{header.name}: {header.value}\r\n" not in each] == []
    assert not re.search(r"nginx/\d", "".join([wrong.headers["Server"], *said]))


def moved(text: str) -> str:
    """The parts that a keeper is told to move, in a server that was there before, which listens on an inner port."""
    (port,) = re.findall(r"^    listen (\d+);", text, re.MULTILINE)
    parts = re.findall(r"^    location (?!/ ).*\{\n(?:.*\n)*?    \}\n", text, re.MULTILINE)
    assert len(parts) == 2
    stays = re.findall(r"^(?:log_format .*|map .*\{\n(?:.*\n)*?\})\n", text, re.MULTILINE)
    assert len(stays) == 3
    return "".join([*stays, f"server {{\nlisten {port};\nserver_name namn.example;\n", *parts, "}\n"])


def test_parts_that_are_moved_lead_to_no_inner_port_and_keep_their_headers_and_log(site: Path) -> None:
    with started(NGINX, site, change=moved) as running:
        bare = urlsplit(running.root).path.rstrip("/")
        for path in (bare, f"{bare}/guide"):
            answer = asked(running, path)
            assert answer.headers["Location"] == f"{path}/"
            assert b"nginx/" not in answer.body
        answer = asked(running, "finns/inte/hemlig")
        assert (answer.status, answer.body.decode()) == (404, SITE["404.html"])
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert not re.search(r"\d", answer.headers["Server"])
        lines = logged(running)
    assert lines
    assert [line for line in lines if SECRET.search(line)] == []
