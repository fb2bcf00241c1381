"""Every code has its place on the page, with the example that the tests of reading hold."""

from __future__ import annotations

from audit.built import Site, find, text
from routine.reading.messages import messages
from routine.views import addresses as at
from routine.views.errors import KINDS, errors


def test_every_code_stands_there_once_under_its_kind() -> None:
    codes = [coded.code for _, kind in errors().kinds for coded in kind]
    assert sorted(codes) == sorted(messages())
    assert {code[0] for code in messages()} == set(KINDS)


def test_every_code_has_an_address_and_what_can_be_shown_an_example(small_site: Site) -> None:
    folds = {fold.get("id"): fold for fold in find(small_site.page(at.ERRORS), "details")}
    for code, said in messages().items():
        assert text(find(folds[code], "summary")[0]) == f"{code} {said.title}"
        shown = ["".join(each.itertext()) for each in find(folds[code], "code")]
        wanted = [said.wrong, said.right] if said.example else []
        assert [each.strip("\n") for each in shown] == [each.strip("\n") for each in wanted]
        assert (not said.example) == ("går inte att visa" in text(folds[code]))


def test_an_example_of_another_file_than_the_routine_says_which(small_site: Site) -> None:
    folds = {fold.get("id"): fold for fold in find(small_site.page(at.ERRORS), "details")}
    named = {code: example.file for code, example in messages().items() if example.file}
    assert named == {"K015": "data/adopted.yaml", "K017": "data/adopted.yaml", "G006": "mkdocs.yml"}
    for code in (code for code, each in messages().items() if each.example):
        said = [text(each) for each in find(folds[code], "p")]
        assert said == [f"Fel, i {named[code]}:" if code in named else "Fel:", "Rätt:"]
