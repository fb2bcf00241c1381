"""The file that stands alone has all of the routine, asks for nothing, and leads nowhere but within itself."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from xml.etree.ElementTree import Element

import pytest

from audit.built import find, ids, one, parse, plain, tag, text
from routine.model.model import Routine
from routine.model.wording import dial
from routine.pages.links import Inside
from routine.pages.role.role import role_page
from routine.site.assets import styles
from routine.site.site import given, standalone

MOST_BYTES = 150_000
PLACE = "https://kommun.example/rutin"


def made(routine: Routine, address: str = PLACE) -> str:
    return standalone(given(routine), styles(), address)


def part(tree: Element, id: str) -> Element:
    return one(tree, id=id)


def test_it_may_do_nothing_but_have_its_one_style_and_asks_for_nothing(every_routine: Routine) -> None:
    html = made(every_routine)
    assert len(html.encode()) <= MOST_BYTES
    (style,) = re.findall("<style>(.*?)</style>", html, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = one(parse(html), "meta", http_equiv=None).get("content", "")
    assert policy.split("; ")[:2] == ["default-src 'none'", f"style-src 'sha256-{digest}'"]
    assert {each.partition(" ")[2] for each in policy.split("; ")[2:]} == {"'none'"}
    assert html.index("http-equiv") < html.index("<style>")
    for element in parse(html).iter():
        assert tag(element) not in {"script", "link", "img", "iframe", "object", "base"}
        keys = {key.rpartition("}")[2] for key in element.attrib}
        assert [key for key in keys if key in {"src", "srcset", "style", "action", "ping"} or key[:2] == "on"] == []
    assert not re.search(r"@import|@font-face|url\((?!#)", html)
    assert "<!--" not in html.partition("</style>")[2]


@pytest.mark.parametrize("address", ["", PLACE])
def test_it_leads_nowhere_but_within_and_to_where_one_asks(small: Routine, address: str) -> None:
    tree = parse(made(small, address), strict=True)
    assert [id for id, count in Counter(ids(tree)).items() if count > 1] == []
    led = {element.attrib["href"] for element in tree.iter() if "href" in element.attrib}
    outside = {each for each in led if not each.startswith(("#", "tel:"))}
    assert outside == ({f"{PLACE}/skriv-ut/kontroll/index.html"} if address else set())
    assert {each[1:] for each in led if each.startswith("#")} <= {*ids(tree)}
    assert small.latest.edition in text(part(tree, "_om"))


def test_it_has_every_step_and_every_number_of_the_routine(every_routine: Routine) -> None:
    tree = parse(made(every_routine))
    own = {element.get("id"): text(element) for element in find(part(tree, "_steg"), "li") if element.get("id")}
    expected = {step.id: step.text for step in every_routine.actions}
    expected |= {step.id: step.text for step in every_routine.questions}
    assert own.keys() == expected.keys()
    assert [id for id, words in expected.items() if plain(words) not in plain(own[id])] == []
    calls = [element.get("href", "") for element in find(tree, "a") if element.get("href", "").startswith("tel:")]
    emergency = [f"tel:{dial(each.number)}" for each in every_routine.emergency]
    assert calls[: len(emergency)] == emergency
    assert {f"tel:{dial(each.number)}" for each in every_routine.contacts if each.number} <= {*calls}


def test_it_has_every_role_with_its_steps_in_order_and_a_box_for_each_deed(every_routine: Routine) -> None:
    tree = parse(made(every_routine))
    begun = [element.get("href") for element in find(one(tree, "ul", "rg-list"), "a")]
    assert begun == [f"#roll_{role.id}" for role in every_routine.roles]
    for role in every_routine.roles:
        page = role_page(every_routine, role.id)
        lines = [*([page.first] if page.first else []), *(line for block in page.blocks for line in block.lines)]
        steps = find(part(tree, f"roll_{role.id}"), "li", "rg-step")
        assert [find(step, "a")[0].get("href") for step in steps] == [f"#{line.id}" for line in lines]
        assert [len(find(step, "input")) for step in steps] == [line.deed for line in lines]


def test_it_has_the_flowchart_and_what_the_pages_beside_it_explain(small: Routine) -> None:
    tree = parse(made(small))
    steps = {element.get("data-step") for element in part(tree, "_flode").iter()} - {None}
    assert steps == {step.id for step in small.actions} | {step.id for step in small.questions}
    beside = {f"vag_{each.id}" for each in small.guidance} | {f"oppen_{each.id}" for each in small.open_questions}
    assert beside
    assert beside <= {*ids(tree)}


def test_a_link_to_what_the_file_has_not_stops_the_build() -> None:
    links = Inside({"/guide/": "", "/om/": "oppen_"}, {"/om/#_tolkningar": "_om"})
    assert [links(each) for each in ("/guide/#steg", "/om/#x", "/om/#_tolkningar")] == ["#steg", "#oppen_x", "#_om"]
    with pytest.raises(KeyError):
        links("/guide/")
