"""A template is compiled once, kept where Python keeps its own code, and made anew when anything of it is another."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest

from routine.html import render
from routine.html.compiled import Compiled


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "a.html").write_text("{{ 'ett' | f }}", encoding="utf-8")
    return tmp_path


class Counted(jinja2.Environment):
    """Counts what it compiles."""

    def __init__(self, templates: Path, made_with: bytes = b"", filtered: Callable[[str], str] = str.upper) -> None:
        cache = Compiled(templates / "__pycache__", made_with)
        super().__init__(loader=jinja2.FileSystemLoader(templates), bytecode_cache=cache)
        self.filters["f"] = filtered
        self.compiled = 0

    def compile(self, *given: object, **named: object) -> object:  # type: ignore[override]
        self.compiled += 1
        return super().compile(*given, **named)  # type: ignore[call-overload]

    def said(self) -> tuple[str, int]:
        return self.get_template("a.html").render(), self.compiled


def test_it_is_compiled_once_for_all_processes(templates: Path) -> None:
    assert Counted(templates).said() == ("ETT", 1)
    assert Counted(templates).said() == ("ETT", 0)
    assert len(list((templates / "__pycache__").iterdir())) == 1


def test_it_is_compiled_anew_when_its_text_or_what_it_is_made_with_changes(templates: Path) -> None:
    Counted(templates).said()
    assert Counted(templates, b"annat", str.lower).said() == ("ett", 1)
    (templates / "a.html").write_text("två", encoding="utf-8")
    assert Counted(templates, b"annat").said() == ("två", 1)
    assert len(list((templates / "__pycache__").iterdir())) == 1


@pytest.mark.parametrize("left", [0, 10, 40, -1])
def test_what_was_cut_short_is_made_anew(left: int, templates: Path) -> None:
    Counted(templates).said()
    (file,) = (templates / "__pycache__").iterdir()
    file.write_bytes(file.read_bytes()[:left])
    assert Counted(templates).said() == ("ETT", 1)
    assert Counted(templates).said() == ("ETT", 0)


def test_where_nothing_can_or_shall_be_written_nothing_is_kept(
    templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (templates / "__pycache__").write_text("", encoding="utf-8")
    assert [Counted(templates).said() for _ in range(2)] == [("ETT", 1)] * 2
    (templates / "__pycache__").unlink()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert [Counted(templates).said() for _ in range(2)] == [("ETT", 1)] * 2


def test_ours_lie_where_python_keeps_its_own_and_nowhere_else() -> None:
    cache = render._ENVIRONMENT.bytecode_cache
    assert isinstance(cache, Compiled)
    assert cache.folder == render.TEMPLATES / "__pycache__"
