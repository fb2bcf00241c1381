"""publiccode.yml says of the program what the standard's version 0.4 asks for, and nothing that is not so."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from routine import __version__
from tests.kit.paths import PROJECT

TEXT = {"type": "string", "minLength": 1}
WORDS = {"type": "array", "items": TEXT, "minItems": 1}


def keyed(optional: tuple[str, ...] = (), **required: object) -> dict[str, object]:
    """An object with these keys and no others."""
    keys = required | {key: {} for key in optional}
    return {"type": "object", "required": [*required], "properties": keys, "additionalProperties": False}


# The core of the standard, as far as this file needs it: its words, its lengths, and what must be there.
DESCRIBED = keyed(
    genericName=TEXT | {"maxLength": 35},
    shortDescription=TEXT | {"maxLength": 150},
    longDescription=TEXT | {"minLength": 150, "maxLength": 10_000},
    features={"type": "array", "items": TEXT | {"maxLength": 100}, "minItems": 1},
)
SCHEMA = keyed(
    ("intendedAudience",),
    publiccodeYmlVersion={"const": "0.4"},
    name=TEXT,
    url={"type": "string", "pattern": r"^https://\S+$"},
    softwareVersion={"const": __version__},
    releaseDate={"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
    platforms={"type": "array", "items": {"enum": ["web", "windows", "mac", "linux", "ios", "android"]}, "minItems": 1},
    categories={
        "type": "array",
        "items": {"enum": ["knowledge-management", "content-management", "workflow-management"]},
        "minItems": 1,
        "uniqueItems": True,
    },
    developmentStatus={"enum": ["concept", "development", "beta", "stable", "obsolete"]},
    softwareType={"enum": ["standalone/web", "standalone/other", "library", "configurationFiles"]},
    description={"type": "object", "required": ["sv", "en"], "additionalProperties": DESCRIBED},
    legal=keyed(license=TEXT),
    maintenance=keyed(type={"enum": ["none"]}),  # Any other names somebody, and there is nobody to name.
    localisation=keyed(localisationReady={"type": "boolean"}, availableLanguages=WORDS),
)


def said() -> Any:
    """The file, with a day as it is written."""
    return yaml.load((PROJECT / "publiccode.yml").read_text(encoding="utf-8"), yaml.BaseLoader)


def faults(file: Any) -> list[str]:
    file["localisation"]["localisationReady"] = file["localisation"]["localisationReady"] == "true"
    return [
        f"{'.'.join(map(str, each.path))}: {each.message}" for each in Draft202012Validator(SCHEMA).iter_errors(file)
    ]


def test_the_file_has_what_the_standard_asks_for() -> None:
    assert faults(said()) == []


@pytest.mark.parametrize("key", ["name", "url", "categories", "releaseDate", "description", "legal", "maintenance"])
def test_a_key_that_is_lost_is_seen(key: str) -> None:
    file = said()
    del file[key]
    assert any(f"'{key}' is a required property" in each for each in faults(file))


def test_it_says_what_the_project_says_of_itself() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert said()["legal"]["license"] == project["license"]
    assert (PROJECT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
    audience = said()["intendedAudience"]
    assert audience["countries"] == ["SE"]
    assert set(audience["scope"]) <= {"government", "local-authorities", "emergency-services", "education", "society"}


def test_no_description_ends_in_the_middle() -> None:
    for words in said()["description"].values():
        assert re.search(r"[.!?]$", words["longDescription"].strip())
