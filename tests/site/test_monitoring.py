"""What monitoring reads: true of the site that it lies in, the same every time, and silent about people."""

from __future__ import annotations

import hashlib
import json
import re

import pytest

from audit.built import Site, find
from routine import __version__
from routine.model.model import Routine
from routine.pages import addresses as at
from routine.pages.links import file_of
from routine.pages.status.status import status
from routine.site.json_export import monitoring_json, site_digest

FILE = at.STATUS_JSON.strip("/")


@pytest.mark.site
def test_it_tells_of_the_site_that_it_lies_in(small_site: Site) -> None:
    found, export = json.loads(small_site.read(FILE)), small_site.export()
    assert {*found} == {"engine", "edition", "routine", "site", "address", "counts", "due"}
    assert (found["engine"], found["routine"]) == (__version__, export["digest"])
    assert [*found["edition"].values()] == [export["edition"]["edition"], export["edition"]["date"]]
    counted = {name: len(export[name]) for name in ("roles", "actions", "questions", "contacts", "guidance")}
    assert found["counts"] == counted | {"pages": len(small_site.pages()) - 1}  # Not that of a wrong address.
    others = sorted({*small_site.files()} - {FILE})
    sums = (f"{hashlib.sha256((small_site.folder / name).read_bytes()).hexdigest()}  {name}\n" for name in others)
    assert found["site"] == hashlib.sha256("".join(sums).encode()).hexdigest()


@pytest.mark.site
def test_what_is_due_comes_in_order_and_is_led_to_and_no_number_stands_there(small_site: Site) -> None:
    due = json.loads(small_site.read(FILE))["due"]
    assert due == sorted(due, key=lambda each: each["last"])
    assert [each["name"] for each in due] == [each.name for each in status(small_site.routine).due]
    for each in due:
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", each["last"])
        file, _, id = each["address"].partition("#")
        tree = small_site.tree(file_of(f"/{file}"))
        assert not id or find(tree, id=id)
    numbers = [str(contact.number) for contact in small_site.routine.contacts if contact.number]
    assert [number for number in numbers if number in small_site.read(FILE)] == []


def test_it_says_the_same_however_the_files_came(small: Routine) -> None:
    files = {"index.html": b"a", "om/index.html": b"b", "404.html": b"c"}
    backwards = dict(reversed(files.items()))
    assert monitoring_json(small, (), files, "") == monitoring_json(small, (), backwards, "")
    assert site_digest(files) != site_digest(files | {"index.html": b"c"})
