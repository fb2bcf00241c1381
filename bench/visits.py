"""What a phone fetches before it can show the first page that somebody opens: ours and the same page in Material."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from audit import weight
from audit.built import find, of, parse
from bench.ground import MATERIAL, Ground
from bench.measured import Bound, Measured, Peer, Quantity
from routine.html.links import file_of
from routine.views import addresses as at

# Of Material's page those of its own server alone: its typeface comes from elsewhere, and ours is weighed apart.
PEER = f"{MATERIAL}, utan typsnitt"


def visited(ground: Ground) -> Iterator[Measured]:
    """The heaviest page of each limit, as the audit weighs it, and the cards' page; and how many files each takes."""
    site = of(ground.ours, ground.data)
    for page in dict.fromkeys((*weight.heaviest(site), file_of(at.BOOKLET))):
        theirs = _fetched(ground.stock, page)
        weighed = sum(len(gzip.compress((ground.stock / name).read_bytes())) for name in theirs)
        yield Measured(
            f"Första besöket, {page}",
            Quantity.KILOBYTES,
            weight.first_visit(site, page) / 1000,
            Peer(PEER, weighed / 1000),
            Bound(weight.most(page) / 1000),
        )
        count = len(weight.fetched(page))
        peer = Peer(PEER, len(theirs))
        yield Measured(f"Filer som {page} hämtar", Quantity.COUNT, count, peer, Bound(weight.MOST_FILES))


def _fetched(site: Path, page: str) -> list[str]:
    """The page and what it asks its own server for, as their places in the site."""
    tree = parse((site / page).read_text(encoding="utf-8"))
    asked = [each.get("href", "") for each in find(tree, "link") if each.get("rel") in {"stylesheet", "icon"}]
    asked += [each.get("src", "") for kind in ("script", "img") for each in find(tree, kind)]
    folder = (site / page).parent
    own = [(folder / each).resolve() for each in asked if each and not urlsplit(each).netloc]
    return [page, *(file.relative_to(site.resolve()).as_posix() for file in own)]
