"""Links of the site that lead to no page, or to no place in it."""

from __future__ import annotations

from collections.abc import Iterator

from audit.built import Site
from content.addresses import faults, is_own, links
from content.faults import Fault

MISSING = "404.html"  # Its links start at the address where the site will lie.


def broken(site: Site) -> Iterator[Fault]:
    """Yield the links that lead nowhere."""
    for page in site.pages():
        own = {address for _, address in links(site.tree(page)) if is_own(address)} if page != MISSING else set()
        for address in sorted(own):
            for fault in faults(site, page, address):
                yield Fault(page, fault.partition(": ")[2] + ".", "rätta id eller adress i rutinens fil.")
