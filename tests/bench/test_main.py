"""What may be named, what is told, and how it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from bench import __main__ as bench
from bench.ground import Ground
from bench.measured import Bound, Measured, Peer, Quantity
from tests.kit.paths import PROJECT

LINES = {
    "holds": Measured("Kaffe", Quantity.SECONDS, 1, bound=Bound(2)),
    "over": Measured("Te", Quantity.SECONDS, 3, bound=Bound(2)),
    "alone": Measured("Saft", Quantity.SECONDS, 3, Peer("annan", missing="installera den"), Bound(2, ratio=True)),
}


NAMED = tuple(bench.MEASUREMENTS)


@pytest.fixture(autouse=True)
def told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is measured here."""

    def only(line: Measured) -> bench.Measurement:
        def measured(_: Ground) -> Iterator[Measured]:
            yield line

        return measured

    monkeypatch.setattr(bench, "MEASUREMENTS", {name: only(line) for name, line in LINES.items()})


@pytest.mark.parametrize(
    ("names", "code"), [(("holds",), 0), (("over",), 1), (("alone",), 0), (("holds", "over"), 1), ((), 1)]
)
def test_it_ends_with_one_when_something_is_over_its_bound(
    names: tuple[str, ...], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench.main(names) == code
    said = capsys.readouterr().out
    assert [line.name for name, line in LINES.items() if line.name in said] == [
        LINES[name].name for name in names or LINES
    ]
    assert "kärnor" in said.splitlines()[0]


def test_a_name_that_is_none_is_told_with_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(("holds", "kaffe")) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "kaffe" in told.err
    assert "Tillåtet: holds, over, alone" in told.err


def test_a_measurement_that_breaks_is_told_and_takes_no_other_with_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def breaks(_: Ground) -> Iterator[Measured]:
        yield LINES["holds"]
        raise AttributeError("kopp")

    monkeypatch.setattr(bench, "MEASUREMENTS", {"breaks": breaks, **bench.MEASUREMENTS})
    assert bench.main(("breaks", "alone")) == 1
    told = capsys.readouterr()
    assert [name in told.out for name in ("Kaffe", "Saft")] == [True, True]
    assert "kopp" in told.err
    assert told.err.endswith("Måttet breaks gick sönder: varför står ovanför.\n")


def test_the_guide_to_the_table_knows_every_name() -> None:
    guide = (PROJECT / "bench/README.md").read_text(encoding="utf-8")
    assert tuple(re.findall(r"^\| `(\w+)` \|", guide, re.MULTILINE)) == NAMED
