"""A file as an editor's program reads it: by YAML 1.2, in which 3 is a number and null is nothing."""

from __future__ import annotations

import re
from typing import Any

import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]


class Core(yaml.CSafeLoader):
    """Scalars by the core schema of YAML 1.2; PyYAML's own are those of 1.1."""


Core.yaml_implicit_resolvers = {}


for kind, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(rf"(?:{pattern})\Z"), first)
Core.add_constructor(
    "tag:yaml.org,2002:int",
    lambda loader, node: int(str(node.value).lstrip("+"), 8 if "o" in node.value else 16 if "x" in node.value else 10),
)


def as_read(data: bytes | str) -> Any:
    """The values of a file."""
    return yaml.load(data, Loader=Core)


def marked(schema: Any, values: Any) -> list[str]:
    """Where the schema refuses them, as actions.0.text, and why."""
    return sorted(
        f"{'.'.join(str(step) for step in error.path)}: {error.message}"
        for error in Draft202012Validator(schema).iter_errors(values)
    )
