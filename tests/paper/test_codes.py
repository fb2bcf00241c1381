"""A sheet's code follows what stands on it, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import get_args, get_type_hints

import pytest
from msgspec import Struct, json
from msgspec.structs import replace

from routine.check.nodes import Raw
from routine.check.record import Issued
from routine.model.model import Routine
from routine.paper import imprint as imprints
from routine.paper.codes import ALPHABET, _saying, code
from routine.paper.imprint import imprinted
from routine.paper.press import TEMPLATES, pdf
from routine.paper.sheets import printed
from tests.kit.bare import altered, changed
from tests.kit.prints import words
from tests.kit.texts import json_strings
from tests.kit.variants import kind, leaves, put, small

VALUES = dict(leaves(small()))
PLACES = [path for path in VALUES if kind(path) in ("line", "text", "count")]
OWN = {"rutinen.pdf", "flodesschema.pdf", "flodesschema-a4.pdf"}


def codes(routine: Routine) -> dict[str, str]:
    return {sheet.file: code(sheet) for sheet in printed(routine)}


def test_the_codes_of_ours_are_letters_that_can_be_read_aloud_and_no_two_alike(real: Routine) -> None:
    found = codes(real)
    assert len({*found.values()}) == len(found) > 25
    assert all(re.fullmatch(f"[{ALPHABET}]{{3}}-[{ALPHABET}]{{3}}", each) for each in found.values())


# What is changed → the sheets of whose codes it changes, by name.
CHANGES: list[tuple[Callable[[Routine], Routine], str]] = [
    (lambda each: altered(each, "flytta-klassen", text="Gör något helt annat"), "rektorn"),
    (lambda each: altered(each, "flytta-klassen", wallet="Gör något annat"), "planbokskort-rektorn"),
    (lambda each: changed(each, revisions=(changed(each.latest, edition="99"), *each.revisions[1:])), "nobody"),
    (lambda each: changed(each, log=None), "logg"),
]


@pytest.mark.parametrize(("change", "whose"), CHANGES)
def test_a_code_changes_when_and_only_when_its_sheet_does(
    change: Callable[[Routine], Routine], whose: str, small: Routine
) -> None:
    before, after = codes(small), codes(change(small))
    differ = {file for file in before if before[file] != after[file]}
    assert {file for file in before if whose in file and file.startswith(whose)} <= differ
    assert bool(differ) == (whose != "nobody")
    assert differ <= OWN | {file for file in before if whose in file or whose == "rektorn"}


def coded(values: dict[str, Raw]) -> dict[str, tuple[str, str]]:
    """File → code, and the letters of all that stands on it, wherever a line of a drawing ends."""
    found = {}
    for sheet in printed(Routine.model_validate(values)):
        every = "".join(json_strings(json.decode(json.encode(sheet.matter)))).casefold()
        found[sheet.file] = code(sheet), "".join(sign for sign in every if sign.isalnum())
    return found


def test_no_sheet_says_something_else_under_the_code_that_it_had() -> None:
    """Also where that stands in a drawing alone."""
    before, seen = coded(small()), 0
    for path in PLACES[::12]:
        values = small()
        put(values, path, str(int(VALUES[path]) + 1) if kind(path) == "count" else f"{VALUES[path]} ändrad")
        after = coded(values)
        assert [file for file in before if before[file][0] == after[file][0] and before[file] != after[file]] == [], (
            path
        )
        seen += before != after
    assert seen > 5


def test_what_is_only_drawn_is_known_by_how_its_type_is_written(real: Routine) -> None:
    """To resolve the types takes longer than all the rest of a code, so that they are read as they stand."""
    kinds = {*_parts(sheet.matter for sheet in printed(real))}
    assert kinds
    for each in kinds:
        types = {name: get_args(hint) for name, hint in get_type_hints(each, include_extras=True).items()}
        assert _saying(each) == tuple(name for name, hint in types.items() if "drawn" not in hint[1:])


def _parts(values: Iterable[object]) -> Iterator[type[Struct]]:
    for value in values:
        if isinstance(value, Struct):
            yield type(value)
            yield from _parts(getattr(value, name) for name in value.__struct_fields__)
        elif isinstance(value, tuple):
            yield from _parts(value)


def test_what_says_something_else_than_its_edition_calls_itself_a_draft(small: Routine) -> None:
    issued = tuple(
        replace(sheet, code="XXX-000") if "rektorn" in sheet.file else sheet for sheet in imprints.sheets(small)
    )
    said = {}
    for sheet, imprint in imprinted(small, (Issued(small.latest.edition, issued),)):
        said[sheet.file] = "Utkast" in words(pdf(sheet, imprint))
        assert bool(imprint.approved) <= (not said[sheet.file])
    assert said == {file: "rektorn" in file for file in said}
    assert {*said.values()} == {True, False}


def test_no_words_of_a_sheet_stand_in_a_template_where_its_code_does_not_see_them() -> None:
    """But for what a sheet says about itself, its imprint, and that a page goes on."""
    about = {"Kod", "Sida", "av", "forts.", "Är", "utskriften", "aktuell?", "Aktuell?", "Skanna.", "Jämför", "Koden"}
    about |= {"jämförs", "sidan", "koden", "på"}
    files = [*TEMPLATES.glob("*.typ")]
    assert len(files) == 9
    for file in files:
        texts = re.findall(r"\[([^\[\]]*)\]", re.sub(r"//.*", "", file.read_text(encoding="utf-8")))
        plain = (re.sub(r"#[\w.]+(\([^)]*\))*(\.\w+\([^)]*\))*|[\\·:–]", " ", each).split() for each in texts)
        found = {word for said in plain for word in said if re.fullmatch(r"[a-zåäöA-ZÅÄÖ]{2,}[.?,]?", word)}
        assert found <= about, f"{file.name}: move it to routine/print/sheets/, or name it here if it is of the imprint"
