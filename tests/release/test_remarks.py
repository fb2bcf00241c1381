"""What is said of a release before it is put out."""

from __future__ import annotations

from routine.release.remarks import remarks, unsaved
from routine.servers.hosting import hosting_at


def said(changed: str) -> str:
    (line,) = remarks(unsaved(changed), hosting_at("https://kommun.example/rutin/"), 0, 0)
    return line


def test_who_has_no_repository_is_told_to_make_one() -> None:
    assert "i git är inget sparat. Börja med git init -b main. Spara allt med git add och git commit," in said("")


def test_who_has_one_is_told_to_save_the_file() -> None:
    assert "data/rutin.yaml är inte sparad i git. Spara allt" in said("data/rutin.yaml")
    assert "git init" not in said("data/rutin.yaml")
