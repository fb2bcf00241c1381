"""Every link of the site leads to a page and a place that are there."""

from __future__ import annotations

from collections.abc import Iterator

from audit.built import Site
from content.addresses import faults, is_own, links
from content.faults import Fault

MISSING = "404.html"  # Its links count from where the site will lie.


def broken(site: Site) -> Iterator[Fault]:
    """The links that lead nowhere."""
    for page in site.pages():
        own = {address for _, address in links(site.tree(page)) if is_own(address)} if page != MISSING else set()
        for address in sorted(own):
            for fault in faults(site, page, address):
                yield Fault(page, fault.partition(": ")[2] + ".", "rätta id eller adress i rutinens fil.")
