"""For whoever wants a guide of their own: what is done in the first half hour, what it costs, and how it is kept up."""

from __future__ import annotations

from msgspec import Struct

from routine.domain.adopted import Row


class RowKey(Struct, frozen=True):
    """A key of the adopted document's row, and what it says."""

    key: str
    required: bool
    about: str


class Adopt(Struct, frozen=True):
    """The version that the page tells of, and examples of the files that may lie beside the routine: of the adopted
    document, with its `keys`, of what readers write, and of names."""

    version: str
    keys: tuple[RowKey, ...]
    rows: str
    queries: str
    names: str


# Of the example that a new site begins with.
ROWS = """\
rows:
  - row: 1
    section: "1.1"
    responsible: [upptackaren]
  - row: 2
    section: "1.2"
    responsible: [jouren]
    conditions:
      - question: ar-felet-vart
        answer: ja
  - row: 3
    section: "1.2"
    responsible: [jouren]
    conditions:
      - question: ar-felet-vart
        answer: nej
  - row: 4
    section: "1.2"
    responsible: [jouren]
    within:
      count: 2
      unit: dagar
"""
QUERIES = """\
- {q: "byta säkring", want: ["roller/jouren/#byt-sakringen", roller/jouren/]}
- {q: "vem ringer elbolaget", want: ["roller/jouren/#ring-elbolaget"]}
- {q: "semester", want: []}
"""
NAMES = """\
jouren: {name: Kim Ek, number: 010-000 00 00}
"""


def adopt(version: str) -> Adopt:
    """The same for every routine."""
    keys = (RowKey(key, item.is_required(), item.description or "") for key, item in Row.model_fields.items())
    return Adopt(version, tuple(keys), ROWS, QUERIES, NAMES)
