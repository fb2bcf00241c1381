"""An address that is kept free for examples leads nowhere, and one that only has such a word in it leads somewhere."""

from __future__ import annotations

from routine.check.rules.publishing import leads_nowhere

NOWHERE = ("", "https://rutin.example/", "https://www.example.com/a", "https://exempelkommun.se/")


def test_an_example_is_known_by_its_host() -> None:
    assert [*map(leads_nowhere, NOWHERE)] == [True] * 4
    assert not any(map(leads_nowhere, ("https://example.smhi.se/", "https://www.smhi.se/example.com/")))
