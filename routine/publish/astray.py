"""The page for a wrong address where nobody has said at which address the site lies. It is shown at any depth, so that
no link of it can be right at all of them.

So it asks for a style sheet for each depth that it may be shown at, counted from there. One of them is found, and it
alone shows the links that are counted from the same depth. That takes no script and no setting. What is not found is
answered by the page itself, which no browser takes for a style sheet.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from routine.html.links import Links, Style
from routine.html.render import render
from routine.publish.pages import StyleSheet
from routine.views import addresses as at
from routine.views.shell import Shell

# So many folders below the site's own: two more than any page has.
DEPTHS = range(5)


def sheets(ending: str) -> dict[str, str]:
    """Each depth's style sheet, by its address. `ending` is what the address of the start page's ends in."""
    return {at.astray(depth): _sheet(depth, f"{StyleSheet.START}.css{ending}") for depth in DEPTHS}


def _sheet(depth: int, style: str) -> str:
    """The start page's style, which is the lightest, and the links of this depth instead of any other's. Where the site
    lies at the top of its server deeper ones are found as well: above the top is the top, and so their links hold."""
    return f'@import "{style}";.rg-astray{{display:none}}.rg-astray-{depth}{{display:block}}\n'


class Depth(Struct, frozen=True):
    """How deep the page is shown, and what is around it there."""

    depth: int
    around: Shell


def rendered(template: str, around: Shell, style: Style, versions: Mapping[str, str]) -> str:
    """The template once for each depth, with the links of a page that is shown there. Nothing for one that knows."""
    depths = () if around.placed else DEPTHS
    each = (render(template, Depth(at_depth, around), _from(at_depth, style, versions)) for at_depth in depths)
    return "".join(f"\n{html}" for html in each)


def _from(depth: int, style: Style, versions: Mapping[str, str]) -> Links:
    return Links(at.NOT_FOUND, style, "../" * depth, versions)
