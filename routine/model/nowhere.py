"""Addresses that are well formed but lead nowhere."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Host names that are reserved for examples.
EXAMPLE_HOST = re.compile(r"(.*\.)?(example(\.(com|net|org|se))?|exempel\w*\.se|invalid|test)")


def leads_nowhere(address: str) -> bool:
    """Return whether an address is empty or an example."""
    return not address or EXAMPLE_HOST.fullmatch(urlsplit(address).hostname or "") is not None
