"""What is not the site's: a wrong address beside it, a question that no server can read, and a file that has been moved
into a server that was there before. Nothing of them tells who asked for what."""

from __future__ import annotations

import gzip
import re
import shutil
import socket
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from routine.servers.described import DESCRIBED
from routine.servers.hosting import Hosting
from routine.servers.kit import kit
from tests.kit.servers import LOOPBACK, PROGRAMS, Program, Started, asked, logged, started

NGINX = PROGRAMS[0]
SITE = {"index.html": "<h1>Start</h1>", "guide/index.html": "<h1>Guide</h1>", "404.html": "<h1>Sidan finns inte</h1>"}
ALONE = DESCRIBED.standalone.path
TOO_LONG = f"GET /rutin/{'hemlig' * 3000} HTTP/1.1\r\nHost: namn.example\r\n\r\n"
UNREADABLE = "HEMLIG\r\n\r\n"
YEARS_AHEAD = "Wed, 01 Jan 2098 00:00:00 GMT"
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
    name, whole, own = DESCRIBED.policy.name, DESCRIBED.policy.value, DESCRIBED.standalone.header.value
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


# Two sites under one host, as a keeper has them: a file each, which the server reads in alphabetical order.
SECOND = "/prov/"
LISTEN = {"nginx": r"^    listen (\d+);", "apache2": r"^<VirtualHost \*:(\d+)>", "caddy": r"^http://\S+:(\d+) \{"}


def beside(program: Program, site: Path, first: str) -> tuple[Path, str]:
    """Where the server works, with the second site's files there, and the second's file of the kit."""
    (folder,) = {*re.findall(r"(?:alias|<Directory|root \*) \"?(/\S+?)/?[;\">\n]", first)}
    (port,) = re.findall(LISTEN[program.name], first, re.MULTILINE)
    work = Path(folder).parent
    shutil.copytree(site, work / "prov")
    (work / "prov/index.html").write_text("<h1>Prov</h1>", encoding="utf-8")
    (work / "prov/404.html").write_text("<h1>Saknas i provet</h1>", encoding="utf-8")
    second = kit(Hosting(LOOPBACK, SECOND, int(port), str(work / "prov"), str(work / "logs")), "Prov")[program.file]
    return work, second


def read(work: Path, files: dict[str, str]) -> str:
    """What reads the files of a folder, as nginx reads conf.d."""
    (work / "conf.d").mkdir()
    for name, text in files.items():
        (work / "conf.d" / name).write_text(text, encoding="utf-8")
    return f"include {work}/conf.d/*.conf;\n"


def both_in_nginx(site: Path, first: str) -> str:
    work, second = beside(NGINX, site, first)
    parts = re.findall(r"^    location (?!/ ).*\{\n(?:.*\n)*?    \}\n", second, re.MULTILINE)
    stays = re.findall(r"^(?:log_format .*|map .*\{\n(?:.*\n)*?\})\n", second, re.MULTILINE)
    assert (len(parts), len(stays)) == (2, 3)
    (name,) = re.findall(r"00-\S+\.conf", second)
    whole, moved_in = re.subn(r"(?<=^server \{\n)", "".join(parts), first, count=1, flags=re.MULTILINE)
    assert moved_in == 1
    return read(work, {"a.conf": whole, name: "".join(stays)})


def both_in_apache(site: Path, first: str) -> str:
    _, second = beside(PROGRAMS[1], site, first)
    (stays,) = re.findall(r"^LogFormat .*\n", second, re.MULTILINE)
    end = "\n</VirtualHost>"
    (parts,) = re.findall(rf"\n    Alias [\s\S]*(?={end})", second)
    return f"{first.replace(end, parts + end, 1)}{stays}"


def both_in_caddy(site: Path, first: str) -> str:
    _, second = beside(PROGRAMS[2], site, first)
    (shared,) = re.findall(r"^\(\S+\) \{\n(?:.*\n)*?\}\n", second, re.MULTILINE)
    parts = re.findall(r"^\thandle(?:_path)? /.*\{\n(?:.*\n)*?\t\}\n", second, re.MULTILINE)
    assert len(parts) == 2
    host = re.compile(r"^http://.*\{\n", re.MULTILINE)
    (begins,) = host.findall(first)
    before, _, after = first.partition(begins)
    return "".join([before, shared, begins, *parts, after])


BOTH = {"nginx": both_in_nginx, "apache2": both_in_apache, "caddy": both_in_caddy}


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_two_sites_under_one_host_both_answer_when_the_parts_of_one_are_moved(program: Program, site: Path) -> None:
    with started(program, site, change=partial(BOTH[program.name], site)) as running:
        found = {path: asked(running, path) for path in ("index.html", f"{SECOND}index.html", f"{SECOND}guide/")}
        bare, missing = asked(running, SECOND.rstrip("/")), asked(running, f"{SECOND}finns-inte")
        lines = logged(running)
    assert [(answer.status, answer.body.decode()) for answer in found.values()] == [
        (200, SITE["index.html"]),
        (200, "<h1>Prov</h1>"),
        (200, SITE["guide/index.html"]),
    ]
    for answer in (*found.values(), missing):
        headers = (*DESCRIBED.headers, DESCRIBED.caching.asked)
        assert [answer.headers.get_all(each.name) for each in headers] == [[each.value] for each in headers]
    assert (bare.status, urlsplit(bare.headers["Location"]).path) == (301, SECOND)
    own = SITE["404.html"] if program.name == "caddy" else "<h1>Saknas i provet</h1>"
    assert (missing.status, missing.body.decode()) == (404, own)
    assert lines
    assert [line for line in lines if SECRET.search(line)] == []


def test_nginx_answers_for_one_of_two_whose_host_is_the_same_and_warns(site: Path) -> None:
    """Why the parts are moved."""

    def both(first: str) -> str:
        work, second = beside(NGINX, site, first)
        return read(work, {"a.conf": first, "b.conf": second})

    with started(NGINX, site, change=both) as running:
        assert [asked(running, path).status for path in ("index.html", f"{SECOND}index.html")] == [200, 404]
        said = (running.folder.parent / "main.log").read_text(encoding="utf-8")
    assert "conflicting server name" in said


# What a server says of itself, where it has no file for that: the system keeps it in its own log.
SAID = "said"
EACH = pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)


@EACH
def test_no_log_tells_who_asked_for_what_under_another_name(program: Program, site: Path) -> None:
    """As an alias, the machine's own name, or what a proxy calls it."""
    with started(program, site) as running:
        asked(running, "hemlig/", Host="www.annat.example", User_Agent="hemlig")
        asked(running, "guide/")
        lines = logged(running) + (running.folder.parent / SAID).read_text(encoding="utf-8").splitlines()
    assert lines
    assert [line for line in lines if re.search("hemlig|annat", line)] == []


@EACH
def test_who_comes_over_ipv6_gets_the_site_too(program: Program, site: Path) -> None:
    """Else another server on the machine answers, and writes in its log who asked for what."""
    with started(program, site) as running:
        address = urlsplit(running.root)
        with socket.create_connection(("::1", address.port or 0), timeout=10) as connection:
            connection.sendall(f"GET {address.path}guide/ HTTP/1.0\r\nHost: {address.hostname}\r\n\r\n".encode())
            said = b"".join(iter(lambda: connection.recv(65_536), b"")).decode()
    assert said.split()[1] == "200"
    assert said.endswith(SITE["guide/index.html"])


@EACH
def test_the_address_without_its_slash_is_answered_with_the_headers(program: Program, site: Path) -> None:
    with started(program, site) as running:
        answer = asked(running, urlsplit(running.root).path.rstrip("/"))
    assert answer.status == 301
    headers = (*DESCRIBED.headers, DESCRIBED.caching.asked)
    assert [answer.headers.get_all(each.name) for each in headers] == [[each.value] for each in headers]
    assert "Caddy" not in (answer.headers["Server"] or "")


@EACH
@pytest.mark.parametrize("method", ["POST", "PUT", "OPTIONS", "TRACE", "HEMLIG"])
def test_a_site_is_read_and_nothing_else(program: Program, method: str, site: Path) -> None:
    with started(program, site) as running:
        said = answered(running, f"{method} /rutin/ HTTP/1.0\r\nHost: 127.0.0.1\r\nX-Prov: svar\r\n\r\n")
    assert said.split()[1] in ("403", "405")
    assert SITE["index.html"] not in said
    assert "X-Prov" not in said, "nothing that was sent is sent back"


@EACH
@pytest.mark.parametrize("path", ["%00", "x" * 300, "%c3%a5" * 200, "mapp/" * 1000])
def test_a_name_that_no_file_can_have_is_no_fault_of_the_servers(program: Program, path: str, site: Path) -> None:
    """Who watches over a site is called for those."""
    with started(program, site) as running:
        assert 400 <= asked(running, path).status < 500


@EACH
def test_the_page_for_a_wrong_address_is_whole_and_packed_each_time(program: Program, site: Path) -> None:
    whole = SITE["404.html"] * 100
    (site / "404.html").write_text(whole, encoding="utf-8")
    with started(program, site) as running:
        for path in ("finns-inte", "/annat/"):
            first = asked(running, path)
            again = asked(running, path, If_None_Match=first.headers["ETag"] or '"1"', If_Modified_Since=YEARS_AHEAD)
            assert (again.status, again.body.decode()) == (404, whole)
        packed = asked(running, "finns-inte", Accept_Encoding="gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body).decode() == whole


def https(text: str) -> str:
    """As Apache's file stands for an address with https."""
    whole, found = re.subn(r"# +(ServerName https\S+)\n *# +(UseCanonicalName On)", r"\n\1\n\2", text)
    assert found == 1
    return re.sub(r"^ +ServerName 127.*", "", whole, flags=re.MULTILINE)


def of_an_older_apache(text: str) -> str:
    """What one that has not got the directive reads."""
    whole, found = re.subn(r"^ *<IfDirective RedirectRelative>[\s\S]*?</IfDirective>\n", "", text, flags=re.MULTILINE)
    assert found == 2
    return whole


@EACH
def test_who_leaves_out_the_last_slash_is_led_there_wherever_the_server_believes_that_it_is(
    program: Program, site: Path
) -> None:
    """It knows of no proxy in front, and of no https that is not there yet."""
    with started(program, site, change=https if program.file == "apache.conf" else str) as running:
        for path, to in (("/rutin", "/rutin/"), ("/rutin/guide", "/rutin/guide/"), ("//rutin//guide", "/rutin/guide/")):
            answer = asked(running, path, Host="annat.example" if program.name == "nginx" else LOOPBACK)
            assert (answer.status in (301, 308), answer.headers["Location"]) == (True, to)
        headers = (*DESCRIBED.headers, DESCRIBED.caching.asked)
        assert [answer.headers.get_all(each.name) for each in headers] == [[each.value] for each in headers]
        assert asked(running, "/rutin/guide/").body.decode() == SITE["guide/index.html"]


def test_an_older_apache_leads_to_https_where_readers_come_by_it(site: Path) -> None:
    """Also behind what takes https in front of it: else the page that is read goes over the net in clear text."""
    with started(PROGRAMS[1], site, change=lambda text: of_an_older_apache(https(text))) as running:
        for path in ("/rutin", "/rutin/guide"):
            assert asked(running, path).headers["Location"] == f"https://127.0.0.1{path}/"
