"""No id of the data can take another's place in a page, whatever an editor chooses."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from audit.built import Site, of
from routine.build import build
from tests.kit.paths import SMALL

pytestmark = pytest.mark.site

ID = re.compile(r'(?<=[ "])id="([^"]+)"')


def repeated(site: Site) -> dict[str, list[str]]:
    """The ids that a page has more than once."""
    return {
        page: twice
        for page in site.pages()
        if (twice := [id for id, count in Counter(ID.findall(site.read(page))).items() if count > 1])
    }


def test_every_id_of_a_page_is_its_own(every_site: Site) -> None:
    assert repeated(every_site) == {}


@pytest.mark.full
def test_ids_named_as_parts_of_the_pages_clash_with_nothing(
    tmp_path_factory: pytest.TempPathFactory, small_site: Site
) -> None:
    """Every id of the page's own, without its underscore, and every heading's words, given to an action of the data."""
    own = {
        id.replace("_", "-").strip("-")
        for page in small_site.pages()
        for id in ID.findall(small_site.read(page))
        if "_" in id and id.isascii()
    }
    headings = ["hela-rutinen", "om-guiden", "aktuell-vagledning", "kontakter", "guiden", "flodesschema", "vem-gor-vad"]
    names = sorted(own | set(headings))
    assert {"innehall", "gor", "fragor", "meny-1", "bild-titel"} <= set(names)
    folder = tmp_path_factory.mktemp("id")
    actions = [action.id for action in small_site.routine.actions]
    for start in range(0, len(names), len(actions)):
        text = SMALL.read_text(encoding="utf-8")
        for old, new in zip(actions, names[start:], strict=False):
            text = re.sub(rf"(?<![\w-]){old}(?![\w-])", new, text)
        data = folder / f"{start}.yaml"
        data.write_text(text, encoding="utf-8")
        build(data, folder / str(start))
        assert repeated(of(folder / str(start), data)) == {}
