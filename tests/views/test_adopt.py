"""The page for who wants a guide of their own names only commands, files and addresses that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from audit.built import Site, find, main, text
from content.asked import queries
from routine import __version__
from routine.__main__ import main as command
from routine.commands.options import ABOUT
from routine.domain.adopted import Row
from routine.loading.load import load
from routine.loading.parse import parse_adopted
from routine.print.names import holders
from routine.reading.problems import RoutineError
from routine.views import addresses as at
from routine.views.adopt import NAMES, QUERIES, ROWS
from tests.kit.paths import PROJECT

OWN = PROJECT / "routine/new/own"


def test_every_command_on_the_page_is_there(small_site: Site) -> None:
    said = " ".join(text(each) for each in find(main(small_site.page(at.ADOPT)), "code"))
    assert {"new", "check"} <= {*re.findall(r"-m routine (\w+)", said)} <= ABOUT.keys()
    targets = {*re.findall(r"make (\w+)", said)}
    assert {"check", "serve", "content", "test", "upgrade"} <= targets
    made = (OWN / "Makefile.template").read_text(encoding="utf-8")
    assert [each for each in targets if not re.search(rf"^{each}:", made, re.MULTILINE)] == []


def test_the_page_says_which_version_it_is_of(small_site: Site) -> None:
    assert f"version {__version__}." in text(main(small_site.page(at.ADOPT)))


def test_who_edits_finds_the_page_and_comes_back(small_site: Site) -> None:
    assert "ta-over/index.html" in {link.get("href") for link in find(main(small_site.page(at.EDITORS)), "a")}
    assert "../index.html" in {link.get("href") for link in find(main(small_site.page(at.ADOPT)), "a")}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The routine of a new site, with what the page has to lie beside it."""
    folder = tmp_path_factory.mktemp("ny") / "guide"
    assert command(["new", str(folder), "--name", "Klubben", "--kind", "förening"]) == 0
    (folder / "data/adopted.yaml").write_text(ROWS, encoding="utf-8")
    (folder / "data/routine.queries.yaml").write_text(QUERIES, encoding="utf-8")
    return folder / "data/routine.yaml"


def test_the_example_of_an_adopted_document_is_what_a_new_site_holds_to(begun: Path) -> None:
    assert {action.row for action in load(begun).actions} == {row.row for row in parse_adopted(ROWS.encode(), "a").rows}
    text = begun.read_text(encoding="utf-8")
    assert text.count("count: 2\n") == 1
    begun.write_text(text.replace("count: 2\n", "count: 3\n"), encoding="utf-8")
    with pytest.raises(RoutineError, match="K008"):
        load(begun)
    begun.write_text(text, encoding="utf-8")


def test_every_key_of_a_row_is_on_the_page_and_those_of_the_example_are_keys(small_site: Site) -> None:
    terms = [text(each) for each in find(main(small_site.page(at.ADOPT)), "dt")]
    assert [each.split()[0] for each in terms] == [*Row.model_fields]
    assert [each for each in terms if "får utelämnas" not in each] == ["row", "section", "responsible"]


def test_the_examples_of_what_is_asked_and_of_names_are_read(begun: Path) -> None:
    asked = queries(begun)
    routine = load(begun)
    places = {place.partition("#")[2] for query in asked for place in query.want} - {""}
    assert places <= {action.id for action in routine.actions}
    assert {place.split("/")[1] for query in asked for place in query.want if place.startswith("roller/")} <= {
        role.id for role in routine.roles
    }
    assert [query.q for query in asked if not query.want] == ["semester"]
    assert [*holders(NAMES.encode(), "namn.yaml", routine)] == ["jouren"]


def test_the_examples_are_on_the_page(small_site: Site) -> None:
    blocks = ["".join(each.itertext()) for each in find(main(small_site.page(at.ADOPT)), "pre")]
    assert {each.strip() for each in (ROWS, QUERIES, NAMES)} <= {block.strip() for block in blocks}
