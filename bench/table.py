"""All that was measured, in one table."""

from __future__ import annotations

from collections.abc import Sequence

from bench.measured import Bound, Measured, Peer

COLUMNS = ("Mått", "Vårt", "Jämfört med", "Dess", "Kvot", "Gräns", "")
# Names are read from the left, and figures from their last digit.
LEFT = {"Mått", "Jämfört med", ""}
VERDICTS = {True: "håller", False: "HÅLLER INTE", None: ""}


def table(lines: Sequence[Measured]) -> str:
    """A line for each, its figures below each other."""
    rows = [COLUMNS, *map(_cells, lines)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(map(_aligned, COLUMNS, row, widths)).rstrip() for row in rows)


def _cells(line: Measured) -> tuple[str, ...]:
    peer, sign = line.peer, line.quantity.sign
    theirs = "" if not peer else "saknas" if peer.value is None else _said(peer.value, line.quantity.decimals, sign)
    return (
        line.name,
        _said(line.ours, line.quantity.decimals, sign),
        _named(peer) if peer else "",
        theirs,
        "" if line.ratio is None else _times(line.ratio),
        _bound(line.bound, line) if line.bound else "",
        "inte prövad" if line.bound and line.holds is None else VERDICTS[line.holds],
    )


def _named(peer: Peer) -> str:
    return peer.name if peer.value is not None else f"{peer.name}: {peer.missing}"


def _bound(bound: Bound, line: Measured) -> str:
    most = "minst" if bound.least else "högst"
    if bound.ratio:
        return f"{most} {_times(bound.value)}"
    return f"{most} {_said(bound.value, line.quantity.decimals, line.quantity.sign)}"


def _times(ratio: float) -> str:
    """Two figures that tell something, however small it is."""
    return _said(ratio, 2 if ratio >= 0.1 else 3, "×")


def _said(value: float, decimals: int, sign: str) -> str:
    """As it is written in Swedish: `39 321 byte` and `0,42 s`."""
    number = f"{value:,.{decimals}f}".replace(",", " ").replace(".", ",")
    return f"{number} {sign}".rstrip()


def _aligned(column: str, cell: str, width: int) -> str:
    return cell.ljust(width) if column in LEFT else cell.rjust(width)
