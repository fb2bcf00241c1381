"""The versions of the files that pages request.

A version follows from the file's bytes and is part of the address, as `assets/guide.css?v=1a2b3c4d`: a browser that has
the address has the file, and need not request it again.

The files keep their names, so that a page that is open while a newer site replaces this one still gets the scripts that
it requests later. It gets them as they are then, not as they were when the page's versions were counted. So a file that
is requested later than its page has no version, and a browser asks each time whether it has changed. Else it would
cache the new file under the address of the old one, also when the old one is put back.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from routine.pages import addresses as at
from routine.pages.scripts import CONVERSATION, EXPORTS
from routine.pages.scripts import LATER as SEARCH

SIGNS = 8  # Hex digits of a digest: enough to tell versions of one file apart, not any two files.
# Requested by a page that is already open: when the search is opened, a role is chosen, or a summary is to be made.
LATER = frozenset(
    address.strip("/")
    for address in (
        *map(at.script, (SEARCH, CONVERSATION, EXPORTS)),
        at.style(SEARCH),
        at.SEARCH_LIBRARY,
        at.SEARCH_INDEX,
    )
)


def versions(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the version of each file that is requested with its page.

    The keys are paths in the site; a version is the end of the file's address.
    """
    return {path: f"?v={sha256(data).hexdigest()[:SIGNS]}" for path, data in files.items() if path not in LATER}
