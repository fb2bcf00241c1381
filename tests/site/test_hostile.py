"""Whatever an editor writes is shown as the words it is:
no markup, no script, no template and no Markdown is born from the data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path as FilePath
from xml.etree.ElementTree import Element

import pytest

from audit.built import TAKEN, Site, classes, find, ids, of, one, parse, plain, tag
from content.pages import faults, is_own, links
from routine.check import record as editions
from routine.check import rules
from routine.check.load import load
from routine.check.model_paths import annotation_at, fields_at
from routine.check.nodes import Path, Raw
from routine.check.problems import RoutineError
from routine.check.record import Issued
from routine.check.rules.core import places
from routine.check.rules.overruled import OVERRULABLE
from routine.model.model import Routine
from routine.paper.imprint import sheets
from routine.site.build import build
from tests.kit.building import paperless
from tests.kit.paths import SMALL
from tests.kit.texts import json_strings, squashed, strings
from tests.kit.variants import UPHELD_UNTIL, changed, kind, leaves, name, put, small, write

pytestmark = pytest.mark.site

ATTACK = (
    "<script>alert(1)</script> <img src=x onerror=alert(1)> | {{ 7*7 }} {% raw %} {# borta #} "
    "[a](javascript:b) ![b](x.png) <https://example.net> & \"dubbla\" 'enkla' <!--rutin:top--> <!--/rutin:top--> --> "
    "]]> <?php ?> *fet* **fet** _kursiv_ `kod` # rubrik $x$ \\1 \\g<0> \\* </title> </svg> </main> </textarea> "
    "<h2>rubrik</h2> &amp; &lt;b&gt; &#42; {#ankare .klass} {: onclick=x } [^1] ==mark== :smile: ++ins++ "
    "{{ 'x' * 9999 }}"
)
LINES = "\n\n# rubrik\n\n- punkt\n    kod\n\n```\nkod\n```\n\n| a | b |\n|---|---|\n\n</div>\n\n***\nslut"
# As many letters, as narrow where it is a sign, and as many lines, so that the drawing wraps
# about the same, and nothing that any language reads as its own.
HARMLESS = re.sub(r"[^\w\s]", "r", re.sub(r"\w", "a", ATTACK))
HARMLESS_LINES = re.sub(r"[^\s]", "a", LINES)
FREE = {"line", "text"}
MARK = re.compile(r"kx\d+q")


def attacked() -> dict[str, Raw]:
    """The small routine with all that the model knows."""
    return small() | {"withdrawn": {**UPHELD_UNTIL}}


def free() -> list[Path]:
    """Every free text of it."""
    return [path for path, _ in leaves(attacked()) if kind(path) in FREE]


def filled(attack: str, lines: str) -> dict[Path, str]:
    """Path → its text with a mark of its own and the attack after it."""
    values = dict(leaves(attacked()))
    texts: dict[Path, str] = {
        path: f"{values[path]} kx{at}q {attack}" + (lines if kind(path) == "text" else "")
        for at, path in enumerate(free())
    }
    # A term is explained where a text uses it, so one of them does.
    texts["actions", 0, "text"] += f" {texts['terms', 0, 'word']}"
    return texts


def allowed(values: dict[str, Raw]) -> dict[str, Raw]:
    """With an exception for each rule of language that the texts break: what is shown then is words as well."""
    routine = Routine.model_validate(values)
    found = [one for one in rules.check(routine) if one.code in OVERRULABLE]
    called = {path: place for place, path in places(routine).items()}
    more: list[Raw] = [{"code": one.code, "where": called[one.path], "reason": "så ska det stå"} for one in found]
    kept = values["exceptions"]
    assert isinstance(kept, list)
    return values | {"exceptions": [*kept, *more]}


def built(folder: FilePath, texts: dict[Path, str]) -> Site:
    data = write(allowed(changed(attacked(), lambda path, value: texts.get(path, value))), folder / "rutin.yaml")
    routine = load(data)
    # An edition's number is a text as any other: the record knows the new one.
    kept = zip(routine.revisions, editions.read(editions.beside(SMALL)), strict=True)
    record = tuple(
        Issued(revision.edition, issued.sheets if n else sheets(routine)) for n, (revision, issued) in enumerate(kept)
    )
    editions.beside(data).write_text(editions.text(record), encoding="utf-8")
    with paperless():
        build(data, folder / "site")
    return of(folder / "site", data)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small site with the attack in every free text."""
    return built(tmp_path_factory.mktemp("fientlig"), filled(ATTACK, LINES))


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The same with words of the same length."""
    return built(tmp_path_factory.mktemp("fredlig"), filled(HARMLESS, HARMLESS_LINES))


def texts_of_the_model(path: Path = ()) -> Iterator[str]:
    """Every free text that the model knows, without the indexes of its lists."""
    for key in fields_at(path):
        here: Path = (*path, key, 0) if "tuple[" in str(annotation_at((*path, key))) else (*path, key)
        if fields_at(here):
            yield from texts_of_the_model(here)
        elif kind(here) in FREE:
            yield without_indexes(here)


def without_indexes(path: Path) -> str:
    return ".".join(step for step in path if isinstance(step, str))


def test_every_free_text_of_the_model_is_attacked() -> None:
    """Each of them stands in the small routine, so none escapes the tests below."""
    found = set(texts_of_the_model())
    assert len(found) > 40
    assert {without_indexes(path) for path in free()} == found


def test_every_page_is_valid_and_every_link_still_leads_somewhere(hostile: Site) -> None:
    for page in (*hostile.pages(), TAKEN):
        hostile.trees[page] = parse(hostile.read(page), strict=True)
        assert [id for id, count in Counter(ids(hostile.tree(page))).items() if count > 1] == [], page
        own = [address for _, address in links(hostile.tree(page)) if is_own(address)]
        assert [fault for address in own for fault in faults(hostile, page, address)] == []
    assert [fault for entry in hostile.search_index() for fault in faults(hostile, "index.html", entry["href"])] == []


def test_nothing_is_born_from_the_texts(hostile: Site) -> None:
    """No element, no attribute that runs or draws, and no address: the shape is tried below."""
    for page in (*hostile.pages(), TAKEN):
        tree = hostile.tree(page)
        for element in tree.iter():
            assert not [key for key in element.attrib if key.startswith("on") or key == "style"], page
            address = element.get("href", "").strip().lower()
            assert not address.startswith(("javascript:", "data:", "https://example.net")), page
            assert not set(classes(element)) & {"klass", "math", "arithmatex", "footnote"}, page


def outline(root: Element) -> list[str]:
    """Names and classes of every element in order, apart from the lines that a drawing wraps its texts into."""
    return [
        f"{tag(element)}.{'.'.join(classes(element))}" for element in root.iter() if tag(element) not in {"", "tspan"}
    ]


def test_every_page_has_the_shape_that_it_has_with_harmless_words(hostile: Site, harmless: Site) -> None:
    assert hostile.files() == harmless.files()
    for page in (*hostile.pages(), TAKEN):
        assert outline(hostile.tree(page)) == outline(harmless.tree(page)), page
        assert comments(hostile.tree(page)) == comments(harmless.tree(page)), page


def comments(root: Element) -> list[str]:
    """The comments of a page: none may come from the data."""
    return [str(element.text) for element in root.iter() if not tag(element)]


CUT = " …"


def appearances(site: Site) -> dict[str, list[str]]:
    """File → every text, attribute or JSON value of it that holds a mark."""
    found = {page: list(strings(site.tree(page))) for page in site.pages()}
    found["rutin.json"] = list(json_strings(site.export()))
    found["search-index.js"] = [
        value
        for entry in site.search_index()
        for key, value in entry.items()
        if key != "more"  # Each word of it once, whatever they say together.
    ]
    return {file: [value for value in values if MARK.search(value)] for file, values in found.items()}


def test_every_text_stands_word_for_word_wherever_it_is_shown(hostile: Site) -> None:
    """From its mark on: what stands before the mark may begin with a small letter inside a sentence."""
    texts = {f"kx{at}q": text for at, text in enumerate(filled(ATTACK, LINES).values())}
    seen = Counter[str]()
    for file, values in appearances(hostile).items():
        for value in values:
            for match in MARK.finditer(value):
                wanted = texts[match.group()][texts[match.group()].index(match.group()) :]
                rest = value[match.start() :]
                # Ids and addresses are made of the letters alone.
                if re.fullmatch(r"[\w#/.\-]*", value):
                    continue
                seen[match.group()] += file != "rutin.json"  # It holds every text, shown or not.
                # A hit shows no more of a long text than there is room for.
                shown = plain(rest).partition(CUT)[0] if file == "search-index.js" and CUT in rest else ""
                whole = plain(rest).startswith(plain(wanted)) or squashed(rest).startswith(squashed(wanted))
                whole = whole or (bool(shown) and plain(wanted).startswith(shown))
                assert whole, f"{file}: {plain(rest)[:300]!r}"
    unseen = [name(path) for at, path in enumerate(free()) if not seen[f"kx{at}q"]]
    # Words to those who wait for the owner: not every action has anyone. The words on a card, of the log, of
    # the case, and what a form says below its title, stand on paper alone.
    paper = r"(.*\.)?(wallet|otherwise|paper(\..*)?)"
    allowed = rf"actions\.\d+\.others|{paper}|forms\.\d+\.(lead|fields\..*)|(log|organisation\.case_head)\..*"
    assert [path for path in unseen if not re.fullmatch(allowed, path)] == []


def test_every_text_is_shown_as_often_as_harmless_words(hostile: Site, harmless: Site) -> None:
    def counts(site: Site) -> dict[str, Counter[str]]:
        return {
            file: Counter(mark for value in values for mark in MARK.findall(value))
            for file, values in appearances(site).items()
        }

    assert counts(hostile) == counts(harmless)


def test_line_breaks_stay_in_the_texts_that_may_have_them(hostile: Site) -> None:
    at = next(at for at, path in enumerate(free()) if name(path) == "roles.1.intro")
    lead = find(one(hostile.page("/roller/rektorn/"), "div", "rg-role"), "p", "rg-lines")[0]
    words = "".join(lead.itertext())
    assert f"kx{at}q {ATTACK}{LINES}" in words


def test_the_search_index_is_safe_in_any_script(hostile: Site) -> None:
    script = hostile.read("assets/search-index.js")
    assert "<" not in script
    assert script.startswith("window.rutinSearchIndex = {")
    assert len(script.splitlines()) == 1


def test_invisible_signs_never_reach_the_site(tmp_path: FilePath) -> None:
    for sign in "\u2028\u2029\u202e\u200b\ufeff\x00\x07\x85":
        values = small()
        put(values, ("actions", 0, "text"), f"Säg{sign}till")
        with pytest.raises(RoutineError, match="S007"):
            load(write(values, tmp_path / "rutin.yaml"))
