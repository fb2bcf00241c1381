"""Each file of the kit says all of the description, in its server's own form, for the place that it is made for."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from msgspec.structs import replace

from audit.built import Site
from routine.publish.versioned import LATER
from routine.servers.described import DESCRIBED
from routine.servers.hosting import Hosting, hosting_at
from routine.servers.kit import WRITERS, kit
from routine.servers.policy import POLICY
from routine.servers.templates import FOLDER_OF_TEMPLATES, SLOT, filled_in
from routine.views import addresses as at
from tests.kit.first_body import words
from tests.kit.servers import PROGRAMS, Program, free_port, installed, laid

PLACE = Hosting("plats.example", "/rutin/", 8080, "/srv/rutin", "/srv/logg", known=True)
IPV6 = replace(hosting_at("http://[2001:db8::1]:8080/rutin/"), folder="/srv/rutin", logs="/srv/logg")
ROOT = Hosting("plats.example", "/", 80, "/srv/rutin", "/srv/logg", known=True)
KIT = kit(PLACE, "Prov & <guide>")
# For the site, and for all else that is asked for: in nginx, neither inherits the other's.
TIMES = {"nginx.conf": 2}
# Where the policy is written: nginx reads it from a map, and Caddy has it apart from the rest.
POLICED_BY = {
    "nginx.conf": (f'default "{DESCRIBED.policy.value}";', 1),
    "Caddyfile": (f'{DESCRIBED.policy.name} "{DESCRIBED.policy.value}"', 2),
}
# The elements of IIS 10 that the file uses, with their attributes, as Microsoft describes them for web.config.
IIS = {
    "configuration": (),
    "location": ("path",),
    "system.webServer": (),
    "defaultDocument": ("enabled",),
    "files": (),
    "directoryBrowse": ("enabled",),
    "httpErrors": ("errorMode", "existingResponse"),
    "error": ("statusCode", "path", "responseMode"),
    "httpProtocol": (),
    "customHeaders": (),
    "staticContent": (),
    "mimeMap": ("fileExtension", "mimeType"),
    "clientCache": ("cacheControlMode", "cacheControlMaxAge", "cacheControlCustom"),
    "urlCompression": ("doStaticCompression", "doDynamicCompression"),
    "clear": (),
    "add": ("name", "value"),
    "remove": ("name", "fileExtension", "statusCode", "subStatusCode"),
}
HOLDS = {
    "configuration": {"system.webServer", "location"},
    "location": {"system.webServer"},
    "system.webServer": {
        *("defaultDocument", "directoryBrowse", "httpErrors", "httpProtocol", "staticContent", "urlCompression"),
    },
    "defaultDocument": {"files"},
    "files": {"clear", "add"},
    "httpErrors": {"remove", "error"},
    "httpProtocol": {"customHeaders"},
    "customHeaders": {"remove", "add"},
    "staticContent": {"remove", "mimeMap", "clientCache"},
}


def uncommented(text: str) -> str:
    """The file's text without its comments, of any of the servers."""
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))


def test_every_template_is_filled_and_has_a_writer() -> None:
    assert {file.name for file in FOLDER_OF_TEMPLATES.iterdir()} == set(WRITERS)
    assert [name for name, text in KIT.items() if SLOT.search(text) or "{{" in text] == []


def test_a_place_without_a_value_is_told() -> None:
    with pytest.raises(KeyError, match="base"):
        filled_in("nginx.conf", name="Prov", slug="rutin", unknown=[])


@pytest.mark.parametrize(
    ("file", "header"),
    [
        ("nginx.conf", 'add_header {} "{}" always;'),
        ("apache.conf", 'Header always set {} "{}"'),
        ("Caddyfile", '{} "{}"'),
        ("web.config", '<add name="{}" value="{}" />'),
        ("_headers", "{}: {}"),
    ],
)
def test_each_header_is_said_once_and_each_choice_as_a_comment(file: str, header: str) -> None:
    lines = [line.strip() for line in KIT[file].splitlines()]
    for each in DESCRIBED.unchanging:
        assert lines.count(header.format(each.name, each.value)) == TIMES.get(file, 1)
    policy, times = POLICED_BY.get(file, (header.format(DESCRIBED.policy.name, DESCRIBED.policy.value), 1))
    assert lines.count(policy) == times
    for each in DESCRIBED.choices:
        said = header.format(each.name, each.value)
        assert said in KIT[file]
        assert said not in uncommented(KIT[file])


ASKED, KEPT = DESCRIBED.caching.asked.value, DESCRIBED.caching.kept.value
# One of the two, so that it does not matter which of them comes first: that differs between versions of Caddy.
BY_CADDY = "{\n\t\t\tpath /assets/*\n\t\t\texpression {query.v}.matches('^[0-9a-f]+$')\n\t\t}\n\t\theader"
# As often as a header, of all that is asked for, and of what is kept.
CACHING = {
    "nginx.conf": (
        "add_header Cache-Control $rutin_cache always;",
        f'default "{ASKED}";',
        f'/(.*/)?assets/" "{KEPT}";',
    ),
    "apache.conf": (
        f'Header always set Cache-Control "{ASKED}"\n',
        '<Location "/rutin/assets/">',
        f'Header always set Cache-Control "{KEPT}" "expr=%{{REQUEST_STATUS}} in ',
    ),
    "Caddyfile": (
        f'@sparas {BY_CADDY} @sparas {{\n\t\t\tCache-Control "{KEPT}"',
        f'@hamtas not {BY_CADDY} @hamtas {{\n\t\t\tCache-Control "{ASKED}"',
        f'header {{\n\t\t\tContent-Type "text/html; charset=utf-8"\n\t\t\tCache-Control "{ASKED}"',
    ),
    "web.config": (
        f'<add name="Cache-Control" value="{ASKED}" />',
        '<location path="assets/vendor">',
        'cacheControlMaxAge="1.00:00:00" cacheControlCustom="private"',
    ),
    "_headers": ("/rutin/assets/vendor/*\n", f"Cache-Control: {KEPT}\n"),
}


@pytest.mark.parametrize("file", CACHING)
def test_what_has_its_version_in_its_address_is_kept_and_all_else_is_asked_for(file: str) -> None:
    said = uncommented(KIT[file]) + "\n"
    times = {each: said.count(each) for each in CACHING[file]}
    once = {each: TIMES.get(file, 1) if each.startswith("add_header") else 1 for each in CACHING[file]}
    assert times == once
    assert said.count(KEPT) == (file != "web.config")


def test_what_is_kept_is_kept_for_a_day_and_by_the_browser_alone() -> None:
    assert {each.strip() for each in KEPT.split(",")} == {"private", f"max-age={24 * 60 * 60}"}


def test_where_no_server_sees_the_version_nothing_is_kept_that_is_asked_for_without_one() -> None:
    assert [name for name in LATER if name.startswith(DESCRIBED.caching.vendor)] == []
    assert all(name.startswith(DESCRIBED.caching.folder) for name in LATER)


def test_the_file_that_stands_alone_is_the_one_to_take_along() -> None:
    assert DESCRIBED.standalone.path == at.TAKEN.lstrip("/")
    assert DESCRIBED.standalone.header.value == "frame-ancestors 'none'"


def test_no_value_would_end_its_quotation_marks() -> None:
    values = [each.value for each in (*DESCRIBED.sent, *DESCRIBED.choices)]
    assert [value for value in values if re.search(r'["\\$%{}\n]', value)] == []


MARKED = ("nginx.conf", "apache.conf", "Caddyfile")


@pytest.mark.parametrize("file", MARKED)
def test_what_a_keeper_changes_is_marked_and_comes_from_the_place(file: str) -> None:
    lines = KIT[file].splitlines()
    marked = " ".join(
        line + following for line, following in zip(lines, [*lines[1:], ""], strict=True) if "ÄNDRA:" in line
    )
    for value in (PLACE.host, PLACE.folder, str(PLACE.port), PLACE.logs):
        assert value in marked, value
    other = kit(Hosting("annan.example", "/b/", 80, "/x", "/y"), "Prov")[file]
    assert not re.search("plats.example|/rutin/|/srv|8080", other)


def test_the_place_follows_from_the_address() -> None:
    found = hosting_at("https://plats.example/a/rutin")
    assert (found.host, found.base, found.bare, found.port) == ("plats.example", "/a/rutin/", "/a/rutin", 80)
    assert hosting_at("http://plats.example:8080/").port == 8080
    assert hosting_at("https://plats.example:8443/").port == 80, "what takes https in front is somebody else"
    assert (hosting_at("").known, found.known) == (False, True)
    assert found.label == "rutin_plats.example/a/rutin"
    assert hosting_at("http://plats.example:8080/").label == "rutin_plats.example:8080"


@pytest.mark.parametrize(
    "addresses",
    [
        ("https://hot-rutin.kommun.example/", "https://hot.rutin.kommun.example/", "https://hot_rutin.kommun.example/"),
        ("https://a.example/b/c/", "https://a.example/b-c/", "https://a.example/b.c/", "https://a.example/b_c/"),
        ("http://a.example:8080/", "https://a.example/8080/", "https://a.example.8080/"),
        ("https://a.example/b=c/", "https://a.example/b~3Dc/", "https://a.example/b@c/", "https://a.example/bc/"),
    ],
)
def test_two_addresses_have_never_the_same_name_on_a_server(addresses: tuple[str, ...]) -> None:
    labels = [hosting_at(address).label for address in addresses]
    assert len(set(labels)) == len(labels), labels
    assert all(re.fullmatch(r"rutin_[\w.~/:-]+", label) for label in labels), labels


OWN = re.compile(
    r"/var/www/([\w-]+)|/([\w-]+?)(?:-fel)?\.log\b|/(?:conf\.d|sites-available)/([\w-]+)\.conf|a2ensite ([\w-]+)"
)


@pytest.mark.parametrize(
    ("address", "slug"),
    [
        ("https://plats.example/rutin/", "rutin"),
        ("https://plats.example/", "rutin"),
        ("", "rutin"),
        ("https://plats.example/a/Rutiner-2", "rutiner-2"),
        ("https://plats.example/a/prov/", "rutin-prov"),
        # What is there already: Debian's folder and log, and the link that leads to the next version for a moment.
        ("https://plats.example/html/", "rutin-html"),
        ("https://plats.example/access/", "rutin-access"),
        ("https://plats.example/ny/", "rutin-ny"),
        ("https://plats.example/a'b;c$d(e)~%C3%A5/", "rutin-a-b-c-d-e-c3-a5"),
        ("https://plats.example/~/", "rutin"),
    ],
)
def test_all_that_is_the_sites_own_is_named_after_its_address(address: str, slug: str) -> None:
    place = hosting_at(address)
    assert place.slug == slug
    assert place.folder == f"/var/www/{slug}"
    files = kit(place, "Prov")
    found = {name: {each for match in OWN.findall(text) for each in match if each} for name, text in files.items()}
    assert found == {name: {slug} if name in ("las-mig.txt", *MARKED) else set() for name in files}
    assert f"C:\\{slug}\\visas" in files["web.config"]


def test_another_port_for_https_is_kept_wherever_https_is_told_of() -> None:
    files = kit(hosting_at("https://plats.example:9350/rutin"), "Prov")
    assert "# listen 9350 ssl;" in files["nginx.conf"]
    assert "return 301 https://plats.example:9350$request_uri;" in files["nginx.conf"]
    assert "\n# <VirtualHost *:9350>\n" in files["apache.conf"]
    assert "(Listen 9350 i ports.conf)" in files["apache.conf"]
    assert "Redirect 301 / https://plats.example:9350/" in files["apache.conf"]
    assert "\n    ServerName https://plats.example:9350\n    UseCanonicalName On\n" in files["apache.conf"]
    assert "\nplats.example:9350 {" in files["Caddyfile"]
    assert "\n  https://plats.example:9350/rutin/\n  Caddy" in files["las-mig.txt"]
    assert [name for name, text in files.items() if "443" in text] == []
    usual = kit(hosting_at("https://plats.example/rutin"), "Prov")
    assert "# listen 443 ssl;" in usual["nginx.conf"]
    assert "return 301 https://plats.example$request_uri;" in usual["nginx.conf"]
    assert "Redirect 301 / https://plats.example/" in usual["apache.conf"]
    assert "\nplats.example {" in usual["Caddyfile"]


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("http://[2001:db8::1]:8080/rutin/", "http://[2001:db8::1]:8080"),
        ("https://[2001:db8::1]/rutin/", "[2001:db8::1]"),
        ("https://[2001:db8::1]:8443/rutin/", "[2001:db8::1]:8443"),
    ],
)
def test_a_host_that_is_an_address_in_ipv6_stands_in_brackets(address: str, site: str) -> None:
    place = hosting_at(address)
    files = kit(place, "Prov")
    assert f"\n{site} {{\n" in files["Caddyfile"]
    assert f"\n    listen [::]:{place.port};" in files["nginx.conf"]
    assert "\n    server_name [2001:db8::1];" in files["nginx.conf"]
    for line in (f"<VirtualHost [2001:db8::1]:{place.port}>", f"# <VirtualHost [2001:db8::1]:{place.tls}>"):
        assert f"\n{line}\n" in files["apache.conf"]
    assert not re.search(r"^[ #]*ServerName", files["apache.conf"], re.MULTILINE), "Apache refuses it"
    assert f"\n{address}\n" in files["las-mig.txt"]
    addressed = {name: re.findall(r"https?://[^\s/]*2001[^\s/$]*", text) for name, text in files.items()}
    assert [
        each for found in addressed.values() for each in found if not re.search(r"//\[2001:db8::1\](:\d+)?$", each)
    ] == []


@pytest.mark.parametrize("file", ["las-mig.txt", "nginx.conf", "apache.conf", "Caddyfile"])
def test_first_of_all_a_file_for_no_known_address_says_how_it_gets_one(file: str) -> None:
    first = kit(hosting_at(""), "Prov")[file].splitlines()[:5]
    assert "python -m routine kit --address https://" in " ".join(first)
    assert "python -m routine kit" not in KIT[file]
    assert "stilmallar\nsom inte finns" not in KIT[file]


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
@pytest.mark.parametrize("place", [PLACE, ROOT, IPV6], ids=["under a path", "at the root", "IPv6"])
def test_the_server_itself_accepts_the_file(program: Program, place: Hosting, tmp_path: Path) -> None:
    path = installed(program)
    file, arguments = laid(program, tmp_path, place, free_port())
    tried = [path, *program.trying(file, arguments)]
    said = subprocess.run(tried, capture_output=True, text=True, check=False, env={"HOME": str(tmp_path)})
    assert said.returncode == 0, said.stderr
    assert not re.search(r"\[warn\]|\[emerg\]", said.stderr), said.stderr


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_two_sites_share_a_server(program: Program, tmp_path: Path) -> None:
    """Under two paths of one host, at the root of others, and with the port of a third: no name is there twice."""
    path = installed(program)
    others = [replace(PLACE, base="/annan/"), replace(PLACE, host="annan.example", base="/"), replace(PLACE, port=8081)]
    # Names that differ by what parts their words alone.
    others += [replace(PLACE, host=host, base="/") for host in ("plats-rutin.example", "plats.rutin.example")]
    file, arguments = laid(program, tmp_path, PLACE, free_port())
    for number, other in enumerate(others):
        here = replace(other, folder=str(tmp_path / "site"), logs=str(tmp_path / "logs"))
        text = kit(here, "Prov")[program.file]
        if program.name == "caddy":  # What its file says of adding it to another.
            text = text[text.index(f"\n({here.label}) {{") :]
            text = re.sub(
                r"^(http://)?[\w.-]+\.example(:\d+)? \{$", f"http://{number}.example {{", text, flags=re.MULTILINE
            )
        file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")
    tried = [path, *program.trying(file, arguments)]
    said = subprocess.run(tried, capture_output=True, text=True, check=False, env={"HOME": str(tmp_path)})
    assert said.returncode == 0, said.stderr
    if program.name != "caddy":
        names = re.findall(r"^log_format (\S+) |^LogFormat .* (\S+)$", file.read_text("utf-8"), re.MULTILINE)
        assert len({*names}) == len(others) + 1


def test_braces_are_closed() -> None:
    """Where a server is not there to say so."""
    for file in ("nginx.conf", "Caddyfile"):
        text = re.sub(r"\"[^\"]*\"|'[^']*'", "", "\n".join(line.split("#")[0] for line in KIT[file].splitlines()))
        assert text.count("{") == text.count("}") > 2
    opened = re.findall(r"^\s*<(/?)(\w+)", KIT["apache.conf"], re.MULTILINE)
    assert [name for slash, name in opened if not slash] == [
        "VirtualHost",
        "IfDirective",
        "Directory",
        "IfDirective",
        "If",
        "LocationMatch",
        *["Location"] * 2,
    ]
    assert sorted(name for slash, name in opened if slash) == sorted(name for slash, name in opened if not slash)
    for line in uncommented(KIT["apache.conf"]).splitlines():
        shlex.split(line)


def test_the_file_for_iis_has_only_what_iis_describes() -> None:
    tree = fromstring(KIT["web.config"])
    assert strange(tree) == []
    everywhere = next(tree.iter("system.webServer"))
    headers = {each.get("name"): each.get("value") for each in everywhere.iter("add") if each.get("name")}
    (own,) = (each for each in tree.iter("location") if each.get("path") == DESCRIBED.standalone.path)
    assert [each.get("value") for each in own.iter("add")] == [DESCRIBED.standalone.header.value]
    assert headers == {each.name: each.value for each in (*DESCRIBED.headers, DESCRIBED.caching.asked)}
    kinds = {each.get("fileExtension"): each.get("mimeType") for each in tree.iter("mimeMap")}
    assert kinds == {f".{kind.suffix}": kind.content_type for kind in DESCRIBED.kinds}
    assert {each.get("path") for each in tree.iter("error")} == {DESCRIBED.missing}


@pytest.mark.parametrize("name", ["A --- b", "-----", "A -- b & c", "-"])
def test_a_name_with_dashes_ends_no_comment(name: str) -> None:
    assert strange(fromstring(kit(ROOT, name)["web.config"])) == []


def strange(element: Element) -> list[str]:
    """Elements and attributes that are not described, or stand in another than theirs."""
    allowed = HOLDS.get(element.tag, set())
    found = [f"{element.tag}/{each.tag}" for each in element if each.tag not in allowed]
    found += [f"{element.tag} {name}" for name in element.attrib if name not in IIS.get(element.tag, ())]
    return found + [fault for each in element for fault in strange(each)]


def test_what_iis_inherits_is_taken_away_before_it_is_added() -> None:
    """Else it answers 500 to everything: an entry is there already."""
    tree = fromstring(KIT["web.config"])
    for collection in ("customHeaders", "staticContent", "httpErrors"):
        removed: set[str | None] = set()
        for each in next(tree.iter(collection)):
            key = each.get("name") or each.get("fileExtension") or each.get("statusCode")
            if each.tag == "remove":
                removed.add(key)
            else:
                assert key in removed, key


def test_the_file_for_static_hosts_has_their_form() -> None:
    """Comments, paths at the margin, and below each its headers, indented. Cloudflare takes 100 rules and 2,000 letters
    a line, and one star a path."""
    lines = [line for line in KIT["_headers"].splitlines() if line and not line.lstrip().startswith("#")]
    paths = [line for line in lines if not line.startswith(" ")]
    assert paths == ["/rutin/*", "/rutin/assets/vendor/*"]
    assert lines[0] == paths[0]
    assert all(re.fullmatch(r"  [A-Za-z-]+: \S.*\S", line) for line in lines if line not in paths)
    names = [line.split(":")[0] for line in lines if line not in paths]
    assert len({*names}) == len(names), "the hosts would join what two rules say"
    assert max(map(len, KIT["_headers"].splitlines())) < 2000
    assert kit(ROOT, "Prov")["_headers"].count("\n/*\n") == 1


def test_the_file_for_static_hosts_says_where_its_rules_match() -> None:
    """They are read at the top, and the site may lie below: there they match nothing, or are not read."""
    under, root = KIT["_headers"], kit(ROOT, "Prov")["_headers"]
    assert "bredvid index.html" in root
    assert "inga regler" not in root
    assert "bredvid index.html" not in under
    assert "filer ligger i rutin/." in under
    assert "överst i det som publiceras" in KIT["las-mig.txt"]


def test_who_reads_first_is_told_every_header_every_rule_and_every_file() -> None:
    said = KIT["las-mig.txt"]
    for name in (*(each.name for each in (*DESCRIBED.sent, *DESCRIBED.choices)), *map(str, POLICY)):
        assert name in said, name
    words = " ".join(said.split())
    assert [each.name for each in DESCRIBED.sent if f"{each.name}: {each.about}." not in words] == []
    assert [file for file in WRITERS if file not in said] == ["las-mig.txt"]
    assert "inte körd" in said


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("http://127.0.0.1:8099/rutin/", "http://127.0.0.1:8099/rutin/"),
        ("http://plats.example/", "http://plats.example/"),
        ("https://plats.example/rutin", "http://plats.example/rutin/"),
        ("https://plats.example:8443/rutin", "http://plats.example/rutin/"),
        ("", "http://namn.example/"),
    ],
)
def test_who_reads_first_sees_the_address_as_it_was_given_and_asks_where_the_files_listen(
    address: str, asked: str
) -> None:
    place = hosting_at(address)
    files = kit(place, "Prov")
    said = files["las-mig.txt"]
    assert (f"\n{address.rstrip('/')}/\n" if address else "\nhttps://namn.example/\n") in said
    assert re.findall(r"curl -I  (\S+)", said) == [asked, f"{asked}finns-inte"]
    assert f"\n    listen {place.port};" in files["nginx.conf"]
    assert f"\n<VirtualHost *:{place.port}>" in files["apache.conf"]
    assert ("Caddy slår på https" in said) == (not address.startswith("http:"))
    assert ("\nhttp://" in files["Caddyfile"]) == address.startswith("http:")


def test_no_file_holds_a_word_of_the_first_body() -> None:
    known = words()
    assert {name: known.findall(text) for name, text in KIT.items() if known.search(text)} == {}


@pytest.mark.site
def test_every_kind_of_file_in_a_site_is_described(every_site: Site) -> None:
    assert {name.rpartition(".")[2] for name in every_site.files()} <= {kind.suffix for kind in DESCRIBED.kinds}
    assert {DESCRIBED.index, DESCRIBED.missing} <= set(every_site.files())
