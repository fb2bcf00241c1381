"""An address that is kept free for examples leads nowhere, and one that only has such a word in it leads somewhere."""

from __future__ import annotations

import pytest

from routine.domain.nowhere import leads_nowhere


@pytest.mark.parametrize(
    ("address", "nowhere"),
    [
        ("", True),
        ("https://rutin.example/", True),
        ("https://www.example.com/a", True),
        ("https://exempelkommun.se/", True),
        ("https://example.smhi.se/", False),
        ("https://www.smhi.se/example.com/", False),
    ],
)
def test_an_example_is_known_by_its_host(address: str, nowhere: bool) -> None:
    assert leads_nowhere(address) is nowhere
