"""The files for web servers say the policy and the headers, and each server that is here follows its file."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import fromstring

import pytest

from routine.deliver.hosting import hosting_at, kit
from routine.site.policy import HEADER, META
from tests.kit.servers import FILES, started

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
