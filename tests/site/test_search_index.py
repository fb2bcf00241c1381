"""The index of the search has what readers look for, under the words that they use."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from audit.built import Site, sought
from routine.model import wording
from routine.model.model import Routine
from routine.pages import addresses as at
from routine.pages import minify
from routine.pages.links import place_of
from routine.pages.registry import LISTED
from routine.pages.scripts import SCRIPTS, Group, assembled, bundled
from routine.site.search_index import search_index, small_words
from tests.kit.bare import changed
from tests.kit.paths import PROJECT

FOLDER = PROJECT / "routine/pages"


@cache
def sources() -> Mapping[str, str]:
    """Part → its text."""
    files = (file for file in sorted(FOLDER.rglob("*.js")) if file.parent.name != "vendor")
    return {file.relative_to(FOLDER).with_suffix("").as_posix(): file.read_text(encoding="utf-8") for file in files}


def publish(folder: Path, parts: Mapping[str, str]) -> None:
    """Put these in a built site, in place of its own."""
    for name in SCRIPTS:
        (folder / f"assets/{name}.js").write_text(bundled(name, parts), encoding="utf-8")


def parts_of(script: str) -> list[str]:
    """All that a page's script is made of, in order."""
    return [part for group in SCRIPTS[script] for part in group]


def script_of(*groups: Group) -> str:
    """These alone, as one script."""
    return assembled(groups, sources(), minify.script)


def test_what_is_done_in_consultation_is_found_by_that(small: Routine) -> None:
    """Both where it is asked for and where the responsibility is shared: it is what is looked for by that word."""
    entries = sought(search_index(small, LISTED))
    found = {entry["title"] for entry in entries if "samråd" in f"{entry['text']} {entry.get('more')}".lower()}
    actions = [action for action in small.actions if action.consulted or action.shared]
    assert {action.text for action in actions} <= found


def test_each_emergency_number_is_found_by_what_it_is_for_and_by_its_own_words(small: Routine) -> None:
    """The first alone was: what stood under `also` of another was on the list of words, and led nowhere."""
    first, second = small.emergency
    other = changed(second, also=("vaktlarm",))
    entries = sought(search_index(changed(small, emergency=(first, other)), LISTED))
    (entry,) = [each for each in entries if "vaktlarm" in each.get("also", "")]
    assert (entry["title"], entry["kind"], entry["href"]) == (second.label, "Kontakt", place_of(at.CONTACTS))
    assert entry["text"] == f"{second.number}: {second.advice}"


def test_the_document_is_found_by_its_own_name(small: Routine) -> None:
    source = changed(small.source, title="Rutin för stulna cyklar", part_of="Bilaga till garageplanen")
    entries = sought(search_index(changed(small, source=source), LISTED))
    (whole,) = [each for each in entries if each["href"] == place_of(at.WHOLE)]
    assert {"stulna", "cyklar", "bilaga", "garageplanen"} <= {*whole["more"].split()}


def test_a_long_text_is_cut_between_words_and_its_other_words_are_sought_too(small: Routine) -> None:
    entry = meaning(small, "Alfa beta e-post. " * 5 + "Gammadelta epsilonzeta, e-tjänst och 116 006.")
    assert entry["text"].partition(" ≈")[0] == "Alfa beta e-post. " * 5 + "Gammadelta …"
    assert entry["more"].split() == ["epsilonzeta", "e-tjänst", "och", "116", "006"]


def test_the_mark_of_a_reading_outlives_the_cut(small: Routine) -> None:
    assert meaning(small, "Ord efter ord. " * 20)["text"].endswith(f"… {wording.READING}")


def meaning(routine: Routine, text: str) -> dict[str, str]:
    """The entry of a word whose meaning, which is our reading, is this."""
    term = next(term for term in routine.terms if wording.ours(term.basis)).model_copy(update={"meaning": text})
    script = search_index(routine.model_copy(update={"terms": (term,)}), LISTED)
    return next(entry for entry in sought(script) if entry["title"] == term.word)


def test_what_the_search_passes_by_is_in_its_own_script_and_not_in_the_index(small: Routine, small_site: Site) -> None:
    passed = small_words(sources()["shell/words/swedish"])
    assert {"och", "det", "hälsningar"} <= passed, "from the first line of the list to its last"
    assert any(passed & {*entry.get("more", "").split()} for entry in sought(search_index(small, LISTED)))
    assert not any(passed & {*entry.get("more", "").split()} for entry in small_site.search_index())
    with pytest.raises(ValueError, match="small"):
        small_words("const SWEDISH = {};")


def test_a_word_that_something_is_asked_for_by_stands_there_once(small: Routine) -> None:
    """Not again among those of its page, where it is worth less; one of a phrase is worth less than it stands for."""
    points = ("Ord efter ord. " * 10, "Visselpipa, bokhylla och stol.")
    item = small.guidance[0].model_copy(update={"also": ("visselpipa", "liten bokhylla"), "points": points})
    entries = sought(search_index(small.model_copy(update={"guidance": (item,)}), LISTED))
    words = next(entry for entry in entries if "visselpipa" in entry.get("also", ""))["more"].split()
    assert {"bokhylla", "stol"} <= {*words}
    assert "visselpipa" not in words


def test_what_the_whole_site_is_about_is_told_apart_or_by_its_heading_or_its_source(small: Routine) -> None:
    def about(**site: object) -> str:
        told = small.model_copy(update={"site": small.site.model_copy(update=site)})
        script = search_index(told, LISTED)
        return str(json.loads(script[script.index("{") : script.rindex("}") + 1])["about"])

    assert about() == " ".join(small.site.subject) != ""
    assert about(subject=()) == small.site.heading
    assert about(subject=(), heading=None) == small.source.title


def test_every_other_word_that_something_is_asked_for_by_is_in_the_index_with_its_commas(small: Routine) -> None:
    """As the script of the search parts them: a phrase is one, however many words it has."""
    named = ("roles", "sections", "actions", "questions", "guidance", "open_questions", "contacts", "emergency")
    for name in named:
        first, *rest = getattr(small, name)
        small = changed(small, **{name: (changed(first, also=(f"ord {name}", name)), *rest)})
    found = {phrase for entry in sought(search_index(small, LISTED)) for phrase in entry.get("also", "").split(",")}
    wanted = {word for each in chain(*(getattr(small, name) for name in named)) for word in each.also}
    assert any(" " in word for word in wanted)
    assert sorted(wanted - {phrase.strip() for phrase in found}) == []
