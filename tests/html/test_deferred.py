"""What is left for the last step comes out as it went in, or as what is known then."""

from __future__ import annotations

import pytest
from markdown import markdown

from routine.html.deferred import deferred, deferred_html, filled


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<p>å – ”ä”</p>",
        "<!-- en -- kommentar -->",
        "a\n\n    b\n\n# c\n",
        "<script>\n\n--></script>",
        "rutin:html AAAA",
        "\\1 \\g<0> &#10;",
    ],
)
def test_html_is_the_same_on_the_other_side_of_markdown(html: str) -> None:
    assert filled(f"före{deferred_html(html)}mitt{deferred_html(html)}efter", {}) == f"före{html}mitt{html}efter"
    assert filled(markdown(f"# Rubrik\n\n{deferred_html(html)}\n"), {}) == f"<h1>Rubrik</h1>\n{html}"


def test_a_placeholder_is_filled_by_its_kind_and_value() -> None:
    page = f'<a href="{deferred("address", "/om/#a")}">{deferred("size", "/a.pdf")}</a>{deferred("top")}'
    fillings = {"address": str.upper, "size": lambda value: f"{len(value)} kB", "top": lambda value: f"[{value}]"}
    assert filled(page, fillings) == '<a href="/OM/#A">6 kB</a>[]'


def test_a_placeholder_within_html_is_filled_too() -> None:
    inner = deferred_html(f'<a href="{deferred("address", "/om/")}">')
    assert (
        filled(deferred_html(f"<p>{inner}</p>"), {"address": lambda value: f"..{value}"}) == '<p><a href="../om/"></p>'
    )


def test_what_is_put_in_place_is_not_read_again() -> None:
    assert filled(deferred("address", "/"), {"address": lambda _: deferred("size")}) == deferred("size")


def test_a_placeholder_of_no_known_kind_stays() -> None:
    html = "<p><!--rutin:other--> <!--rutin:top--> <!-- rutin:size --></p>"
    assert filled(html, {"top": lambda _: "x"}) == "<p><!--rutin:other--> x <!-- rutin:size --></p>"
