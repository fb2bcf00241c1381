"""HTML that is carried past Markdown comes out as it went in."""

from __future__ import annotations

import pytest
from markdown import markdown

from routine.html.passthrough import carried, opened


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
def test_it_is_the_same_on_the_other_side(html: str) -> None:
    assert opened(f"före{carried(html)}mitt{carried(html)}efter") == f"före{html}mitt{html}efter"
    assert opened(markdown(f"# Rubrik\n\n{carried(html)}\n")) == f"<h1>Rubrik</h1>\n{html}"


def test_what_nothing_carries_is_left() -> None:
    html = "<p><!--rutin:html ej base64!--> <!--rutin:top--></p>"
    assert opened(html) == html
