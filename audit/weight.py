"""What a phone loads, compressed: the heaviest first visit, and each file that pages share."""

from __future__ import annotations

from collections.abc import Iterator

from audit.figures import Figure
from tests.kit.built import Site
from tests.site.test_pages import FIRST_VISIT, first_visit, weight

UNIT = "byte komprimerat"


def weighed(site: Site) -> Iterator[Figure]:
    """The visit has a limit, and each file its part in that."""
    visits = {page: first_visit(site, page) for page in site.pages()}
    heaviest = max(visits, key=lambda page: visits[page])
    yield Figure(f"Tyngsta första besök, {UNIT}: {heaviest}", visits[heaviest], FIRST_VISIT)
    for name in site.files():
        if name.endswith((".css", ".js")):
            yield Figure(f"{name}, {UNIT}", weight(site, name))
