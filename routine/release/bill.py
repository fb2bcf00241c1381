"""What a release is made of and with, under which licences: a bill of materials in CycloneDX's JSON."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from msgspec import Struct

from routine.disk.json_text import indented
from routine.views import addresses as at

BILL = "sbom.cdx.json"
COMMIT_PROPERTY = "rutin:commit"
TYPEFACE = "fontpkg-atkinson-hyperlegible"


class Licence(Struct, frozen=True):
    """`expression` is SPDX's, where the package says one; `name` is else what it says."""

    name: str
    expression: str = ""


class Shipped(Struct, frozen=True):
    """Others' work that lies in the site: `files` are what the paths of its files match."""

    name: str
    version: str
    licence: str
    purl: str
    files: str


def shipped(packages: Mapping[str, str]) -> tuple[Shipped, ...]:
    """What is in a site. The typeface has its version from the locked packages."""
    (stemmer, _), font = at.SEARCH_LIBRARIES, packages[TYPEFACE]
    lunr = stemmer.removeprefix("vendor/lunr-languages-").partition("-")[0]
    library, face = re.escape(at.SEARCH_LIBRARY.strip("/")), r"assets/vendor/atkinson-hyperlegible-\d+\.woff2"
    return (
        Shipped("lunr-languages", lunr, "MPL-1.1", f"pkg:npm/lunr-languages@{lunr}", library),
        Shipped("Atkinson Hyperlegible", font, "OFL-1.1", f"pkg:pypi/{TYPEFACE}@{font}", face),
    )


def bill(
    engine: str,
    digest: str,
    commit: str,
    packages: Mapping[str, str],
    licence_of: Callable[[str], Licence],
    site: Mapping[str, bytes],
) -> str:
    """The bill: `engine` is the program's version, `digest` the site's, `commit` the source's
    or empty, `licence_of` what a package says of itself."""
    parts = [*(_shipped(each, site) for each in shipped(packages))]
    parts += [_package(name, packages[name], licence_of(name)) for name in sorted(packages)]
    about = {"type": "application", "name": "rutinguiden", "version": engine, "licenses": [{"expression": "MIT"}]}
    known = {"rutin:site": digest} | ({COMMIT_PROPERTY: commit} if commit else {})
    subject = about | {"properties": [{"name": name, "value": value} for name, value in known.items()]}
    body = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": subject},
        "components": parts,
    }
    return indented(body)


def commit_of(bill: bytes) -> str:
    """The source's commit as a bill says it; '' where it says none, or is no bill."""
    with suppress(ValueError, LookupError, TypeError):
        said = json.loads(bill)["metadata"]["component"]["properties"]
        return next((str(each["value"]) for each in said if each["name"] == COMMIT_PROPERTY), "")
    return ""


def _shipped(each: Shipped, site: Mapping[str, bytes]) -> dict[str, Any]:
    files = [path for path in sorted(site) if re.fullmatch(each.files, path)]
    return {
        "type": "library",
        "name": each.name,
        "version": each.version,
        "scope": "required",
        "licenses": [{"expression": each.licence}],
        "purl": each.purl,
        "components": [_file(path, site[path]) for path in files],
    }


def _file(path: str, data: bytes) -> dict[str, Any]:
    return {"type": "file", "name": path, "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(data).hexdigest()}]}


def _package(name: str, version: str, licence: Licence) -> dict[str, Any]:
    """What makes the site, and lies in no release."""
    said = {"expression": licence.expression} if licence.expression else {"license": {"name": licence.name}}
    purl = f"pkg:pypi/{name}@{version}"
    return {
        "type": "library",
        "name": name,
        "version": version,
        "scope": "excluded",
        "licenses": [said],
        "purl": purl,
    }
