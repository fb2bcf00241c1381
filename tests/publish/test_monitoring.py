"""What monitoring reads: true of the site that it lies in, the same every time, and silent about people."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from audit.built import Site, find, main, text
from content.addresses import is_own
from routine import __version__
from routine.domain.model import Routine
from routine.html.links import file_of
from routine.publish.folder import published
from routine.publish.monitoring import monitoring_json, site_digest
from routine.views import addresses as at
from routine.views.status import status

pytestmark = pytest.mark.site

FILE = at.STATUS_JSON.strip("/")
DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
WORDS = {"type": "string", "minLength": 1}
ADDRESSED = "https://namn.example/rutin/"
COUNTS = ("roles", "actions", "questions", "contacts", "guidance", "pages")


def exactly(**properties: Any) -> dict[str, Any]:
    """An object with these keys, all of them, and no other."""
    return {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}


SHAPE = exactly(
    engine={"type": "string", "pattern": r"^\d+\.\d+\.\d+$"},
    edition=exactly(number=WORDS, date=DAY),
    routine={"type": "string", "pattern": "^[0-9a-f]{12}$"},
    site={"type": "string", "pattern": "^[0-9a-f]{64}$"},
    address={"type": "string", "pattern": "^(https?://.+/)?$"},
    counts=exactly(**{name: {"type": "integer", "minimum": 0} for name in COUNTS}),
    due={"type": "array", "items": exactly(last=DAY, what=WORDS, name=WORDS, address=WORDS)},
)


def said(site: Site) -> Any:
    return json.loads(site.read(FILE))


def test_it_has_its_shape_and_nothing_beside(every_site: Site) -> None:
    found = said(every_site)
    assert [error.message for error in Draft202012Validator(SHAPE).iter_errors(found)] == []
    assert [*found] == [*SHAPE["properties"]]
    assert list(Draft202012Validator(SHAPE).iter_errors(found | {"overdue": True}))


def test_it_tells_of_the_site_that_it_lies_in(every_site: Site) -> None:
    found, export = said(every_site), every_site.export()
    assert (found["engine"], found["routine"]) == (__version__, export["digest"])
    assert [*found["edition"].values()] == [export["edition"]["edition"], export["edition"]["date"]]
    counted = {name: len(export[name]) for name in COUNTS if name != "pages"}
    assert found["counts"] == counted | {"pages": len(every_site.pages()) - 1}  # Not that of a wrong address.


def test_the_digest_is_of_every_other_file_as_sha256sum_tells_them(every_site: Site) -> None:
    folder = every_site.folder
    lines = (
        f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n"
        for name in every_site.files()
        if name != FILE
    )
    assert said(every_site)["site"] == hashlib.sha256("".join(lines).encode()).hexdigest()


def test_another_byte_another_name_or_one_file_less_is_another_digest() -> None:
    files = {"index.html": b"a", "om/index.html": b"b"}
    others = [files | {"index.html": b"c"}, {"index.html": b"a", "on/index.html": b"b"}, {"index.html": b"a"}]
    assert len({site_digest(each) for each in (files, *others)}) == 4
    assert site_digest(dict(reversed(files.items()))) == site_digest(files)


def test_what_is_due_is_what_the_page_says_and_leads_there(every_site: Site) -> None:
    due = said(every_site)["due"]
    assert due == sorted(due, key=lambda each: each["last"])
    assert [each["name"] for each in due] == [each.name for each in status(every_site.routine).due]
    page = text(main(every_site.page(at.STATUS)))
    for each in due:
        assert f"{each['what']}: {each['name']}" in page
        assert is_own(each["address"])
        file, _, id = each["address"].partition("#")
        tree = every_site.tree(file_of(f"/{file}"))
        assert not id or find(tree, id=id)


def test_it_says_the_same_whatever_day_it_is_and_however_the_files_came(small: Routine) -> None:
    files = {"index.html": b"a", "om/index.html": b"b", "404.html": b"c"}
    told = monitoring_json(small, (), files, ADDRESSED)
    assert told == monitoring_json(small, (), dict(reversed(files.items())), ADDRESSED)
    assert json.loads(told)["address"] == ADDRESSED
    assert json.loads(told)["counts"]["pages"] == 2
    assert "overdue" not in told


def test_no_number_of_anybody_stands_there(small_site: Site) -> None:
    """What is looked at again is named by its heading: whoever watches needs no more."""
    numbers = [str(contact.number) for contact in small_site.routine.contacts if contact.number]
    assert numbers
    told = small_site.read(FILE)
    assert [number for number in numbers if number in told] == []


def test_what_systems_and_others_keep_there_is_not_counted(small_site: Site, tmp_path: Path) -> None:
    for name in (*small_site.files(), ".git/HEAD", "om/.DS_Store"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert {*published(tmp_path)} == {*small_site.files()}
