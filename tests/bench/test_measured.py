"""What a figure is beside its peer's, and whether it holds."""

from __future__ import annotations

import pytest

from bench.measured import Bound, Measured, Peer, Quantity

GONE = Peer("annan", missing="installera den")


def line(ours: float, peer: Peer | None = None, bound: Bound | None = None) -> Measured:
    return Measured("Mått", Quantity.SECONDS, ours, peer, bound)


@pytest.mark.parametrize(
    ("measured", "ratio"),
    [
        (line(3, Peer("annan", 2)), 1.5),
        (line(0, Peer("annan", 2)), 0),
        (line(3), None),
        (line(3, GONE), None),
        (line(3, Peer("annan", 0)), None),
    ],
)
def test_a_ratio_is_ours_by_its_peers_where_there_is_one(measured: Measured, ratio: float | None) -> None:
    assert measured.ratio == ratio


@pytest.mark.parametrize(
    ("measured", "holds"),
    [
        (line(1, bound=Bound(1)), True),
        (line(1.001, bound=Bound(1)), False),
        (line(95, bound=Bound(95, least=True)), True),
        (line(94, bound=Bound(95, least=True)), False),
        (line(2.4, Peer("annan", 2), Bound(1.2, ratio=True)), True),
        (line(2.5, Peer("annan", 2), Bound(1.2, ratio=True)), False),
        (line(9, Peer("annan", 2), Bound(10)), True),
        (line(9), None),
        (line(9, GONE, Bound(1.2, ratio=True)), None),
    ],
)
def test_a_figure_may_be_its_bound_and_no_more(measured: Measured, holds: bool | None) -> None:
    assert measured.holds is holds
