"""Where the routines lie that tests read: one name for each."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
PROJECT = TESTS.parent
SMALL = TESTS / "fixtures/small.yaml"
# The document behind the small routine; where a routine is held to it, it lies beside it as adopted.yaml.
SMALL_ADOPTED = TESTS / "fixtures/small.adopted.yaml"
# Our routine as it was first adopted: a change of content is no change of the code, and fails no test of it.
REAL = TESTS / "fixtures/ours/routine.yaml"
# Other bodies, quite different from the first: many tracks and questions that hang on each other, hours and paragraphs,
# and as little as a routine can have.
OTHER_BODIES = {name: TESTS / f"fixtures/{name}.yaml" for name in ("lager", "region", "minst")}
# What is published now. `make content` holds it; no test reads it, so that none can fail for what an editor changes.
PUBLISHED = tuple(
    PROJECT / "data" / name
    for name in ("routine.yaml", "sokord.yaml", "adopted.yaml", "routine.editions.json", "routine.queries.yaml")
)
GOLDEN = TESTS / "golden"
