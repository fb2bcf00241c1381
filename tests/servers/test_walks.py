"""The kit as a keeper uses it: every server that is on the machine, started with its file, read and looked into.
IIS and the hosts that read `_headers` are not run: tests/servers/test_writers.py holds their files to their form."""

from __future__ import annotations

import gzip
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from routine.publish.scripts import PLAIN
from routine.servers.described import DESCRIBED
from tests.kit.asked import script_of
from tests.kit.browsing import DESK, PHONE, Served, told, visiting
from tests.kit.held import read_all, refused, searched, until, walked
from tests.kit.servers import PROGRAMS, Program, Started, asked, installed, started

pytestmark = [pytest.mark.browser, pytest.mark.full]

MISSING_PATHS = ("finns-inte", "roller/finns-inte/", "roller/finns/inte/alls.html", "assets/")

# What the page has asked for, and how many bytes were sent over the net for it.
SENT = (
    """() => performance.getEntriesByType('resource').map((each) => ({ name: each.name, sent: each.transferSize }))"""
)
LEFT_BEHIND = "net::ERR_ABORTED"


@pytest.fixture(scope="module", params=PROGRAMS, ids=lambda program: program.name)
def program(request: pytest.FixtureRequest) -> Program:
    found: Program = request.param
    return found


@pytest.fixture(scope="module")
def real_files(real_site: Served) -> Path:
    return real_site.folder


@pytest.fixture(scope="module")
def running(program: Program, real_files: Path) -> Iterator[Started]:
    with started(program, real_files) as found:
        yield found


def test_a_server_that_is_missing_is_named_and_may_be_required(monkeypatch: pytest.MonkeyPatch) -> None:
    absent = replace(PROGRAMS[0], name="finns-inte")
    monkeypatch.delenv("SERVERS", raising=False)
    with pytest.raises(pytest.skip.Exception, match="finns-inte"):
        installed(absent)
    monkeypatch.setenv("SERVERS", "required")
    with pytest.raises(pytest.fail.Exception, match="finns-inte"):
        installed(absent)


def test_no_page_is_refused_anything_under_the_headers(browser: Browser, running: Started, real_site: Served) -> None:
    problems: list[str] = []
    with visiting(browser, DESK, held=True) as page:
        said = refused(page)
        page.on("console", lambda message: problems.append(f"{page.url}: {message.text}"))
        # What is on its way when the reader leaves the page is not asked for any more.
        page.on("requestfailed", lambda each: None if each.failure == LEFT_BEHIND else problems.append(each.url))
        for name in real_site.linked:
            answer = page.goto(running.root + name)
            assert answer
            assert answer.status == 200
            read_all(page)
            if script_of(name) != PLAIN or name == "index.html":
                searched(page)
    assert not said + problems, told(said + problems)


def test_the_guide_is_walked_and_saved_under_the_headers(browser: Browser, running: Started) -> None:
    with visiting(browser, PHONE, held=True) as page:
        said = refused(page)
        page.goto(running.root + "guide/")
        assert "spara-ja" in walked(page)
    assert not said, told(said)


def test_the_file_to_take_along_has_its_style_when_it_is_opened_from_the_server(
    browser: Browser, running: Started
) -> None:
    with visiting(browser, held=True) as page:
        said = refused(page)
        page.goto(running.root + DESCRIBED.standalone.path)
        assert page.evaluate("[...document.styleSheets].some((each) => each.cssRules.length > 0)")
    assert not said, told(said)


def test_a_wrong_address_is_answered_by_a_whole_page(browser: Browser, running: Started) -> None:
    with visiting(browser, held=True) as page:
        said = refused(page)
        for path in MISSING_PATHS:
            answer = page.goto(running.root + path)
            assert answer
            assert answer.status == 404 or (answer.status == 403 and path == "assets/"), path
            assert page.locator("h1").inner_text() == "Sidan finns inte"
            assert page.locator(".rg-skip").evaluate("(each) => getComputedStyle(each).position") == "absolute", path
            assert page.evaluate("Boolean(window.rutin)"), path
    assert not said, told(said)


@pytest.mark.parametrize("path", ["", "index.html", "assets/start.css", "assets/page.js", "rutin.json", "finns-inte"])
def test_every_answer_has_the_headers_once(running: Started, path: str) -> None:
    answer = asked(running, path)
    assert answer.status == (404 if path == "finns-inte" else 200)
    found = {each.name: answer.headers.get_all(each.name) for each in DESCRIBED.headers}
    assert found == {each.name: [each.value] for each in DESCRIBED.headers}
    assert [each.name for each in DESCRIBED.choices if each.name in answer.headers] == []


def test_a_file_is_said_to_be_what_it_is(running: Started, real_files: Path) -> None:
    """One of each kind; with nosniff, a browser takes no script or style that is said to be something else."""
    found = {}
    for kind in DESCRIBED.kinds:
        file = next(real_files.rglob(f"*.{kind.suffix}"))
        answer = asked(running, file.relative_to(real_files).as_posix())
        found[kind.suffix] = (answer.headers["Content-Type"] or "").lower().replace("; ", ";")
        assert answer.body == file.read_bytes()
    assert found == {kind.suffix: kind.content_type.lower().replace("; ", ";") for kind in DESCRIBED.kinds}


@pytest.mark.parametrize(
    ("path", "status", "kept"),
    [
        ("", 200, False),
        ("guide/index.html", 200, False),
        ("guide/index.html?v=1a2b3c4d", 200, False),
        ("rutin.json", 200, False),
        ("assets/start.css", 200, False),
        ("assets/start.css?w=1a2b3c4d", 200, False),
        ("assets/start.css?v=zzz", 200, False),
        ("assets/start.css?v=1a2b3c4d", 200, True),
        ("assets/icon.svg?v=1a2b3c4d", 200, True),
        ("assets/vendor/atkinson-hyperlegible-400.woff2?v=1a2b3c4d", 200, True),
        ("assets/finns-inte.js?v=1a2b3c4d", 404, False),
        ("assets/vendor/finns-inte/mer.js?v=1a2b3c4d", 404, False),
        ("assets/?v=1a2b3c4d", (403, 404), False),
        ("finns-inte/assets/start.css?v=1a2b3c4d", 404, False),
    ],
)
def test_only_what_has_its_version_in_its_address_is_kept(
    running: Started, path: str, status: int | tuple[int, ...], kept: bool
) -> None:
    """By the pages' own addresses, and never a wrong one: what is not there today may be there tomorrow."""
    answer = asked(running, path)
    assert answer.status in (status if isinstance(status, tuple) else (status,))
    caching = DESCRIBED.caching
    assert answer.headers.get_all(caching.asked.name) == [(caching.kept if kept else caching.asked).value]
    if kept:
        again = asked(running, path, If_None_Match=answer.headers["ETag"])
        assert (again.status, again.headers.get_all(caching.kept.name)) == (304, [caching.kept.value])


def test_an_answer_that_is_not_the_file_is_not_kept_for_it(program: Program, running: Started) -> None:
    """Caddy looks at what was asked for alone; nobody keeps this answer of its."""
    answer = asked(running, "assets/start.css?v=1a2b3c4d", If_Match='"annan"')
    caching = DESCRIBED.caching
    assert answer.status == 412
    assert answer.headers[caching.asked.name] == (caching.kept if program.name == "caddy" else caching.asked).value


def test_a_browser_asks_for_what_it_has_kept_no_more(browser: Browser, running: Started) -> None:
    """From page to page it asks for the page alone, and for what it has not had."""
    with visiting(browser, held=True) as page:
        page.goto(running.root + "roller/ombud/index.html")
        until(page, "document.readyState === 'complete'")
        asked_for = [each["name"] for each in page.evaluate(SENT)]
        assert asked_for
        page.goto(running.root + "roller/kommunchefen/index.html")
        until(page, "document.readyState === 'complete'")
        again = {each["name"]: each["sent"] for each in page.evaluate(SENT)}
    assert {name: again[name] for name in asked_for if again.get(name)} == {}
    assert {*asked_for} & {*again}


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_that_has_not_changed_is_not_sent_again(running: Started, packed: bool) -> None:
    accepts = {"Accept_Encoding": "gzip"} if packed else {}
    first = asked(running, "assets/start.css", **accepts)
    again = asked(running, "assets/start.css", **accepts, If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")
    other = asked(running, "assets/start.css", **accepts, If_None_Match='"annan"')
    assert other.status == 200


def test_what_is_text_is_packed(running: Started, real_files: Path) -> None:
    for path in ("guide/index.html", "assets/start.css", "assets/guide.js", "rutin.json"):
        answer = asked(running, path, Accept_Encoding="gzip, deflate, br")
        assert answer.headers["Content-Encoding"] == "gzip", path
        assert "accept-encoding" in (answer.headers["Vary"] or "").lower(), path
        assert gzip.decompress(answer.body) == (real_files / path).read_bytes()
    for path in ("utskrift/rutinen.pdf", "assets/vendor/atkinson-hyperlegible-400.woff2"):
        assert asked(running, path, Accept_Encoding="gzip").headers["Content-Encoding"] is None, path


def test_a_folder_without_its_slash_leads_to_its_page(running: Started) -> None:
    for path in ("guide", urlsplit(running.root).path.rstrip("/")):
        answer = asked(running, path)
        assert answer.status in (301, 302, 307, 308)
        to = urlsplit(answer.headers["Location"])
        assert to.netloc in ("", urlsplit(running.root).netloc)
        assert to.path.endswith(f"{path.split('/')[-1]}/")


def test_no_folder_is_listed(running: Started) -> None:
    answer = asked(running, "assets/")
    assert answer.status in (403, 404)
    assert b"start.css</a>" not in answer.body
    assert "Sidan finns inte" in answer.body.decode()


def settled(log: Path) -> str:
    """What stands in it when no line has come for a while: a server writes its line after it has answered."""
    now, before = log.read_text(encoding="utf-8") if log.exists() else "", None
    while now != before:
        time.sleep(0.2)
        now, before = log.read_text(encoding="utf-8") if log.exists() else "", now
    return now


def test_the_log_says_when_and_how_it_went_and_not_who_read_what(running: Started) -> None:
    before = settled(running.log)
    asked(running, "roller/den-utsatte/index.html", Referer="https://hemlig.example/", User_Agent="Hemlig/1")
    asked(running, "roller/finns-inte/?q=hemlig")
    asked(running, "assets/")
    lines = settled(running.log).removeprefix(before).splitlines()
    assert len(lines) == 3
    secret = re.compile(r"roller|utsatte|hemlig|assets|127\.0\.0\.1|GET|/rutin", re.IGNORECASE)
    assert [line for line in lines if secret.search(line)] == []
    assert all(re.search(r"\b(200|404|403)\b", line) and re.search(r"\d{6,}|\d{4}-\d\d-\d\d", line) for line in lines)
    assert [line for file in running.errors for line in file.read_text(encoding="utf-8").splitlines()] == []


@pytest.mark.parametrize("base", ["/", "/a/b/"])
def test_the_site_lies_at_the_root_or_deeper_as_well(program: Program, real_files: Path, base: str) -> None:
    with started(program, real_files, base) as running:
        answer = asked(running, "guide/")
        assert (answer.status, answer.headers["Referrer-Policy"]) == (200, "no-referrer")
        assert answer.body == (real_files / "guide/index.html").read_bytes()
        assert asked(running, "finns-inte").status == 404
