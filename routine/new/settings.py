"""The settings of a site: the engine's mkdocs.yml, in which a few values are the body's own."""

from __future__ import annotations

import re

# Lines of the file whose value is the body's. Everything else is the engine's.
OWN_VALUE = re.compile(r"^(?P<key>site_name|site_url|  links):(?P<value>.*)$", re.MULTILINE)


def own_values(text: str) -> dict[str, str]:
    """Key → what stands after the colon, in a site's settings."""
    return {found["key"]: found["value"] for found in OWN_VALUE.finditer(text)}


def with_values(text: str, values: dict[str, str]) -> str:
    """The engine's settings with a body's values in them."""
    return OWN_VALUE.sub(lambda found: f"{found['key']}:{values.get(found['key'], found['value'])}", text)


def without_values(text: str) -> str:
    """What of the settings is the engine's: two that differ only in a body's values are the same."""
    return OWN_VALUE.sub(lambda found: f"{found['key']}:", text)
