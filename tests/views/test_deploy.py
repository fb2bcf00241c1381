"""The page for who publishes the site tells of every place, and names only commands and files that there are."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest

from audit.built import Site, find, main, text
from routine.commands.options import ABOUT as COMMANDS
from routine.publish.checksums import checksums
from routine.publish.monitoring import site_digest
from routine.release.origin import RECOUNT, ReleasedFrom, origin
from routine.servers.described import DESCRIBED
from routine.servers.hosting import FOLDER, Hosting
from routine.servers.kit import WRITERS
from routine.views import addresses as at
from tests.kit.paths import PROJECT

DUE = {"förbi": -400, "snart": 28, "senare": 33}  # Days from today.
PLACES = ("nginx", "Apache", "Caddy", "IIS", "_headers", "GitHub Pages", "filserver", "SharePoint", "proxy")


def test_every_place_is_told_of(small_site: Site) -> None:
    said = text(main(small_site.page(at.DEPLOY)))
    assert [place for place in PLACES if place not in said] == []
    assert "inte körd" in said


def test_the_commands_and_the_files_of_the_kit_are_there(small_site: Site) -> None:
    page = main(small_site.page(at.DEPLOY))
    said = text(page)
    code = " ".join(text(each) for each in find(page, "code"))
    assert {*re.findall(r"-m routine (\w+)", code)} <= COMMANDS.keys()
    assert "make release" in code
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in re.findall(r"make (\w+)", code))
    assert {*re.findall(r"kit/([\w.-]*\w)", said)} <= set(WRITERS)
    assert {*re.findall(r"kit/([\w.-]*\w)", said)} >= {"nginx.conf", "apache.conf", "Caddyfile", "web.config"}
    parent, _, link = FOLDER.rpartition("/")
    assert f"cd {parent} " in code
    assert f"mv -T ny {link}" in code


def test_what_is_told_of_seeing_whether_a_file_has_been_changed_is_what_a_release_tells(small_site: Site) -> None:
    blocks = [text(each) for each in find(main(small_site.page(at.DEPLOY)), "pre")]
    assert sum(" ".join(RECOUNT) in block for block in blocks) == 1
    assert sum("sha256sum -c --quiet SHA256SUMS" in block for block in blocks) == 1


def test_the_command_for_monitoring_lists_what_is_due_within_thirty_days(small_site: Site, tmp_path: Path) -> None:
    if not shutil.which("jq"):
        pytest.skip("jq finns inte på den här maskinen")
    (told,) = (each for each in find(main(small_site.page(at.DEPLOY)), "pre") if "jq" in text(each))
    whole = "".join(told.itertext())
    command = re.sub(r"^curl -sSf \S+", "cat status.json", whole, flags=re.MULTILINE)
    days = {name: (date.today() + timedelta(days)).isoformat() for name, days in DUE.items()}
    due = [{"last": day, "what": "Ring", "name": name, "address": ""} for name, day in days.items()]
    (tmp_path / "status.json").write_text(json.dumps({"due": due}), encoding="utf-8")
    done = subprocess.run(["bash", "-euc", command], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"{days[name]} Ring: {name}" for name in ("förbi", "snart")]
    silent = whole.replace("https://namn.example/rutin/om/status.json", f"file://{tmp_path}/finns-inte.json")
    failed = subprocess.run(["bash", "-c", silent], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (failed.returncode != 0, failed.stdout) == (True, ""), "the end of a pipe alone would say that all is well"
    assert failed.stderr.startswith("curl: ")


def test_what_looks_at_the_files_looks_at_those_that_are_shown(small_site: Site, tmp_path: Path) -> None:
    """From any folder, with nothing set, after a switch as before it."""
    blocks = ["".join(each.itertext()) for each in find(main(small_site.page(at.DEPLOY)), "pre")]
    looks = [each for each in blocks if "readlink" in each]
    assert len(looks) == 2
    for version, page in (("v1", "ett"), ("v2", "två")):
        file = tmp_path / version / "site/index.html"
        file.parent.mkdir(parents=True)
        file.write_text(page, encoding="utf-8")
        told = origin(version, site_digest({"index.html": page.encode()}), ReleasedFrom(""), Hosting())
        (tmp_path / version / "las-mig.md").write_text(told, encoding="utf-8")
        sums = checksums({"site/index.html": page.encode()})
        (tmp_path / version / "SHA256SUMS").write_text(sums, encoding="utf-8")
    (tmp_path / "v1/site/index.html").write_text("ändrad", encoding="utf-8")
    for version, said in (("v1", 1), ("v2", 0)):
        (tmp_path / "rutin").unlink(missing_ok=True)
        (tmp_path / "rutin").symlink_to(f"{version}/site")
        done = [_told_to(tmp_path, each) for each in looks]
        assert [each.returncode for each in done] == [said, said]
        assert [each.stderr for each in done][1] == ""
        shown = (tmp_path / version / "site/index.html").read_bytes()
        assert site_digest({"index.html": shown}) in done[1].stdout if said else done[1].stdout == ""
    (tmp_path / "v2/site/ny.html").write_text("x", encoding="utf-8")
    done = [_told_to(tmp_path, each) for each in looks]
    assert [each.returncode for each in done] == [0, 1], "what is added is seen by the sum alone"


def _told_to(web: Path, block: str) -> subprocess.CompletedProcess[str]:
    moved = block.replace(FOLDER.rpartition("/")[0], str(web))
    return subprocess.run(["bash", "-euc", moved], cwd="/", capture_output=True, text=True, check=False)


@pytest.mark.parametrize("makefile", ["Makefile", "routine/new/own/Makefile.template"])
@pytest.mark.parametrize(("given", "told"), [(["SINCE=1a2b3c4"], " --since 1a2b3c4"), ([], "")])
def test_make_tells_what_has_changed_since_a_commit(makefile: str, given: list[str], told: str) -> None:
    made = ["make", "-n", "-f", makefile, "release", *given]
    said = subprocess.run(made, cwd=PROJECT, capture_output=True, text=True, check=True).stdout
    (line,) = re.findall(r"-m routine release.*", said)
    assert line.rstrip() == f"-m routine release{told}"


def test_what_a_server_sends_is_told_as_it_is_described(small_site: Site) -> None:
    sent, chosen, _ = find(main(small_site.page(at.DEPLOY)), "dl")
    told = [text(each) for part in (sent, chosen) for each in find(part, "dt")]
    assert told == [*dict.fromkeys(each.name for each in (*DESCRIBED.sent, *DESCRIBED.choices))]
    said = [text(each).casefold() for part in (sent, chosen) for each in find(part, "dd")]
    assert said == [f"{each.about}.".casefold() for each in (*DESCRIBED.sent, *DESCRIBED.choices)]


def test_who_edits_and_who_takes_over_find_the_page_and_come_back(small_site: Site) -> None:
    for address, link in ((at.EDITORS, "publicera/index.html"), (at.ADOPT, "../publicera/index.html")):
        assert link in {each.get("href") for each in find(main(small_site.page(address)), "a")}
    assert "../index.html" in {each.get("href") for each in find(main(small_site.page(at.DEPLOY)), "a")}
