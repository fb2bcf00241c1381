"""The version of each file that pages ask for. It follows from the file's bytes and stands in the address, as
`assets/guide.css?v=1a2b3c4d`: what a browser has of that address is the file, and need not be asked for again.

The files keep their names, so that a page that is open while the site is changed for a newer one still gets the scripts
that it asks for later. It gets them as they are then, and not as they were when its version was counted: so what is
asked for later than its page has no version, and a browser asks each time whether it has changed. Else it would keep
what is new under the name of what was there before, also when that is put back.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from routine.publish.scripts import CONVERSATION, KEEPING
from routine.publish.scripts import LATER as SEARCH
from routine.views import addresses as at

SIGNS = 8  # Of a digest in hex. Two versions of one file are told apart, not any two files.
# What a page that has stood open asks for: when the search is opened, a role is chosen, or something is to be kept.
LATER = frozenset(
    address.strip("/")
    for address in (
        *map(at.script, (SEARCH, CONVERSATION, KEEPING)),
        at.style(SEARCH),
        at.SEARCH_LIBRARY,
        at.SEARCH_INDEX,
    )
)


def versions(files: Mapping[str, bytes]) -> dict[str, str]:
    """File, by its path in the site → what its address ends in, for each that is asked for with its page."""
    return {path: f"?v={sha256(data).hexdigest()[:SIGNS]}" for path, data in files.items() if path not in LATER}
