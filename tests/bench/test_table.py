"""The table, as a keeper reads it."""

from __future__ import annotations

from bench.measured import Bound, Measured, Peer, Quantity
from bench.table import table


def test_the_table_says_what_was_measured_beside_what_and_whether_it_holds() -> None:
    lines = [
        Measured("Bygge", Quantity.SECONDS, 1.834, Peer("Material 9", 1.31), Bound(1.2, ratio=True)),
        Measured("check", Quantity.SECONDS, 0.4, bound=Bound(0.5)),
        Measured("Rätt svar", Quantity.PERCENT, 98.4, Peer("Material 9", 28.1), Bound(95, least=True)),
        Measured("Filer", Quantity.COUNT, 6, Peer("Material 9", 4)),
        Measured("Bildens storlek", Quantity.KILOBYTES, 2.54, Peer("Mermaid 11", 1673.9)),
        Measured("Tillväxt", Quantity.EXPONENT, 1.04, bound=Bound(1.1)),
    ]
    assert table(lines).splitlines() == [
        "Mått               Vårt  Jämfört med        Dess     Kvot         Gräns",
        "Bygge            1,83 s  Material 9       1,31 s   1,40 ×  högst 1,20 ×  HÅLLER INTE",
        "check            0,40 s                                    högst 0,50 s  håller",
        "Rätt svar          98 %  Material 9         28 %   3,50 ×    minst 95 %  håller",
        "Filer              6 st  Material 9         4 st   1,50 ×",
        "Bildens storlek  2,5 kB  Mermaid 11   1 673,9 kB  0,002 ×",
        "Tillväxt           1,04                                      högst 1,10  håller",
    ]


def test_a_peer_that_cannot_be_had_is_named_with_what_to_do() -> None:
    gone = Peer("Graphviz", missing="installera graphviz")
    lines = [
        Measured("Tid", Quantity.SECONDS, 1, gone, Bound(1.2, ratio=True)),
        Measured("Storlek", Quantity.SECONDS, 1, gone),
    ]
    assert [line.split("  ")[-1].strip() for line in table(lines).splitlines()] == ["Gräns", "inte prövad", "saknas"]
    assert table(lines).count("Graphviz: installera graphviz") == 2
