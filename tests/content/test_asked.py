"""The questions beside a routine are read as an editor writes them, or told with their line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.search import Query, queries
from routine.check.problems import RoutineError
from tests.kit.paths import SMALL


def read(folder: Path, data: bytes) -> tuple[Query, ...]:
    (folder / "rutin.queries.yaml").write_bytes(data)
    return queries(folder / "rutin.yaml")


def test_those_of_the_small_routine_are_read() -> None:
    assert len(queries(SMALL)) > 1
    assert all(query.q for query in queries(SMALL))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("# Inga än\n", ()),
        ("- {q: 0112, want: [rad/]}\n", (Query("0112", ("rad/",)),)),
        ("- q: hot\n- {q: ja}\n", (Query("hot"), Query("ja"))),
        ("- {q: a, want: [latt/], missed: ja}\n", (Query("a", ("latt/",), missed="ja"),)),
    ],
)
def test_what_is_written_is_what_is_asked(text: str, found: tuple[Query, ...], tmp_path: Path) -> None:
    assert read(tmp_path, text.encode()) == found


def test_without_a_file_there_are_none(tmp_path: Path) -> None:
    assert queries(tmp_path / "rutin.yaml") == ()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'- {q: "a"}\n- {q: "b\n', "3:1: S002 Här går filen inte att läsa."),
        (b"- {q: a}\n\x01", "2:1: S002 Här går filen inte att läsa."),
        ('- {q: "rädd"}\n'.encode("latin-1"), "1:9: S001 Filen är sparad i en äldre kodning"),
        (b"q: hat\n", "1:1: M003 Här står ingen fråga med sina svar."),
        (b"- {q: a}\n- hat\n", "2:1: M003 "),
        (b"- {q: a}\n- {q: b, wnat: [latt/]}\n", "2:1: M003 "),
        (b"- {q: [a]}\n", "1:1: M003 "),
        (b"- {q: a, missed: nej}\n", "1:1: M003 "),
        (b"- {want: [latt/]}\n", "1:1: M003 "),
        (b"- {q: '', want: [latt/]}\n", "1:1: M003 "),
        (b"- {q: a, want: latt/}\n", "1:1: M003 "),
        (b"- {q: a, want: [[latt/]]}\n", "1:1: M003 "),
        (b"- {q: a}\n# 811218-9876\n", "2:1: R080 Här står ett personnummer"),
        (b'- {q: "070-174 06 35 ringer mig"}\n', "1:1: R081 Här står ett mobilnummer."),
    ],
)
def test_what_is_no_question_is_told_with_its_line_and_what_to_do(data: bytes, told: str, tmp_path: Path) -> None:
    with pytest.raises(RoutineError) as raised:
        read(tmp_path, data)
    assert f"rutin.queries.yaml:{told}" in str(raised.value)
    assert "Tillåtet: " in str(raised.value)
    assert "Gör så här: " in str(raised.value)
