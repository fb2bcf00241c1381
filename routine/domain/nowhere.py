"""Addresses that lead nowhere, though they can be written."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Names that are kept free for examples.
EXAMPLE_HOST = re.compile(r"(.*\.)?(example(\.(com|net|org|se))?|exempel\w*\.se|invalid|test)")


def leads_nowhere(address: str) -> bool:
    """Whether an address is empty or an example."""
    return not address or EXAMPLE_HOST.fullmatch(urlsplit(address).hostname or "") is not None
