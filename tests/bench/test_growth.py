"""The exponent of growth, of figures whose exponent is known."""

from __future__ import annotations

import pytest

from bench.growth import exponent


@pytest.mark.parametrize("power", [0, 0.5, 1, 2])
def test_what_grows_as_a_power_has_it_as_its_exponent(power: float) -> None:
    sizes = (1, 5, 20)
    assert exponent(sizes, [0.3 * size**power for size in sizes]) == pytest.approx(power)


def test_one_that_lies_off_the_line_bends_it_as_the_least_squares_do() -> None:
    # On logarithms 0, 1 and 2 lie 0, 1 and 3: the slope nearest to them is 1.5.
    assert exponent((1, 10, 100), (1, 10, 1000)) == pytest.approx(1.5)
