"""The file that stands alone has all of the routine, asks for nothing, and leads nowhere but within itself."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from xml.etree.ElementTree import Element

import pytest

from audit.built import find, ids, one, parse, plain, tag, text
from routine.domain.model import Routine
from routine.domain.wording import dial
from routine.html.links import Inside
from routine.publish.standalone import standalone
from routine.views.checklist import ListLine, checklist
from routine.views.guide import guide
from tests.kit.paths import PROJECT

MOST_BYTES = 150_000
STYLES = {file.stem: file.read_text(encoding="utf-8") for file in (PROJECT / "routine/assets/css").glob("*.css")}
PLACE = "https://kommun.example/rutin"


@pytest.fixture(scope="module", params=["", PLACE], ids=["without an address", "with one"])
def address(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def made(routine: Routine, address: str = "") -> Element:
    return parse(standalone(routine, (), STYLES, address), strict=True)


def part(tree: Element, id: str) -> Element:
    found = [element for element in tree.iter() if element.get("id") == id]
    assert len(found) == 1, id
    return found[0]


def test_it_is_light(every_routine: Routine) -> None:
    assert len(standalone(every_routine, (), STYLES, PLACE).encode()) <= MOST_BYTES


def test_it_is_the_same_each_time(small: Routine) -> None:
    assert standalone(small, (), STYLES, PLACE) == standalone(small, (), STYLES, PLACE)


def test_it_may_do_nothing_but_have_its_one_style(every_routine: Routine) -> None:
    html = standalone(every_routine, (), STYLES, "")
    style = re.findall("<style>(.*?)</style>", html, re.DOTALL)
    assert len(style) == 1
    assert style[0].strip()
    digest = b64encode(sha256(style[0].encode()).digest()).decode()
    policy = one(parse(html), "meta", http_equiv=None).get("content", "")
    assert policy.split("; ")[:2] == ["default-src 'none'", f"style-src 'sha256-{digest}'"]
    assert {each.partition(" ")[2] for each in policy.split("; ")[2:]} == {"'none'"}
    assert html.index("http-equiv") < html.index("<style>")


def test_it_asks_for_nothing(every_routine: Routine, address: str) -> None:
    html = standalone(every_routine, (), STYLES, address)
    tree = parse(html)
    assert not {tag(element) for element in tree.iter()} & {"script", "link", "img", "iframe", "object", "base"}
    for element in tree.iter():
        keys = {key.rpartition("}")[2] for key in element.attrib}
        assert not keys & {"src", "srcset", "style", "action", "ping"}, tag(element)
        assert not [key for key in keys if key.startswith("on")], tag(element)
    assert not re.search(r"@import|@font-face|url\((?!#)", html)
    assert "<!--" not in html.partition("</style>")[2]


def test_it_leads_nowhere_but_within_and_to_where_one_asks(every_routine: Routine, address: str) -> None:
    tree = made(every_routine, address)
    own = ids(tree)
    assert [id for id, count in Counter(own).items() if count > 1] == []
    led = [element.attrib["href"] for element in tree.iter() if "href" in element.attrib]
    outside = {each for each in led if not each.startswith(("#", "tel:"))}
    assert outside == ({f"{PLACE}/fickkort/kontroll/index.html"} if address else set())
    assert {each[1:] for each in led if each.startswith("#")} <= {*own}
    told = text(part(tree, "_om"))
    assert "Är utskriften aktuell?" in told
    assert every_routine.latest.edition in told
    assert address or every_routine.site.name in told


def test_it_has_every_step_of_the_routine(every_routine: Routine) -> None:
    steps = part(made(every_routine), "_steg")
    own = {element.get("id"): text(element) for element in find(steps, "li") if element.get("id")}
    expected = {step.id: step.text for step in every_routine.actions}
    expected |= {step.id: step.text for step in every_routine.questions}
    assert own.keys() == expected.keys()
    assert [id for id, words in expected.items() if plain(words) not in plain(own[id])] == []


def test_it_has_every_role_with_its_first_things_and_its_checklist(every_routine: Routine) -> None:
    tree = made(every_routine)
    firsts = {choice.owner.id: choice.first for choice in guide(every_routine).roles}
    steps = [each.id for each in every_routine.actions] + [each.id for each in every_routine.questions]
    assert any(first.steps for first in firsts.values())
    begun = [element.get("href") for element in find(one(tree, "ul", "rg-list"), "a")]
    assert begun == [f"#roll_{role.id}" for role in every_routine.roles]
    for role in every_routine.roles:
        section = part(tree, f"roll_{role.id}")
        items = [item for point in checklist(every_routine, role.id).points for item in point.items]
        boxes = [box.get("id", "") for box in find(section, "input")]
        told = [item for item in items if isinstance(item, ListLine) and not item.deed]
        lines = [item.id for item in items if isinstance(item, ListLine) and item.deed]
        assert [box for box in boxes if box.startswith("ruta_")] == [f"ruta_{role.id}_{id}" for id in lines]
        assert len(boxes) == len(lines) + 3 * (len(items) - len(lines) - len(told))
        begins = firsts[role.id]
        expected = [step.id for step in begins.steps] or [step.id for step, _ in begins.asked]
        led = [link.get("href") for each in find(section, "ol") for link in find(each, "a")]
        assert [each for each in led if each in {f"#{step}" for step in steps}] == [f"#{id}" for id in expected]


def test_it_has_every_number_to_call(every_routine: Routine) -> None:
    tree = made(every_routine)
    calls = [element.attrib["href"] for element in find(tree, "a") if element.get("href", "").startswith("tel:")]
    emergency = [f"tel:{dial(each.number)}" for each in every_routine.emergency]
    assert calls[: len(emergency)] == emergency
    numbers = {each.number for each in every_routine.emergency}
    numbers |= {each.number for each in every_routine.contacts if each.number}
    there = {each.attrib["href"] for each in find(part(tree, "_nummer"), "a") if each.attrib["href"].startswith("tel:")}
    assert there == {f"tel:{dial(number)}" for number in numbers}


def test_it_has_the_flowchart_and_what_the_pages_beside_it_explain(small: Routine) -> None:
    tree = made(small)
    picture = one(part(tree, "_bild"), "svg", "rg-flow")
    steps = {element.get("data-step") for element in picture.iter() if element.get("data-step")}
    assert steps == {step.id for step in small.actions} | {step.id for step in small.questions}
    assert small.guidance
    assert small.open_questions
    assert {f"vag_{each.id}" for each in small.guidance} <= {*ids(tree)}
    assert {f"oppen_{each.id}" for each in small.open_questions} <= {*ids(tree)}


def test_a_link_to_what_the_file_has_not_stops_the_build() -> None:
    links = Inside({"/guide/": "", "/om/": "oppen_"}, {"/om/#_tolkningar": "_om"})
    assert links("/guide/#steg") == "#steg"
    assert links("/om/#x") == "#oppen_x"
    assert links("/om/#_tolkningar") == "#_om"
    for address in ("/guide/", "/kontakter/", "/kontakter/#x"):
        with pytest.raises(KeyError):
            links(address)
