"""A text to its nodes, read past every slip of which can be guessed what was meant, so that one hides no other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from routine.reading import beheaded, flattened, indents, misfits, outdents, pasted_in, refusals, typing_slips
from routine.reading.nodes import Mapping
from routine.reading.problems import Problem
from routine.reading.slip import Slip, applied
from routine.reading.yaml_faults import explain, is_tab, stopped_at
from routine.reading.yaml_reader import FAILED, EnoughError, Reader

# Each mend reads the file once more. Whoever has made more mistakes than this sees the rest in the next round.
MOST_MENDS = 12
# Of one kind. More than that is another sort of file, and to go through all of it would take too long.
MOST_SLIPS = 60
# So many characters and lines are read in all, with every mend: a file of many is read fewer times, at least once.
MOST_CHARACTERS = 800_000
MOST_LINES = 40_000
# What a line says by itself, in the order in which the reading depends on it.
SLIPS = (
    typing_slips.conflicts,
    typing_slips.separators,
    typing_slips.dashes,
    typing_slips.comments,
    typing_slips.brackets_cut,
    typing_slips.glued_keys,
    misfits.first_without_colon,
    typing_slips.curly_quotes,
    typing_slips.marked_up,
    pasted_in.headings_aside,
    flattened.at_the_left,
    flattened.flattened,
    indents.unbegun,
    outdents.beside_their_key,
    beheaded.beheaded,
    indents.swallowed,
)


@dataclass(slots=True)
class Document:
    """The one document of a text, and what is wrong with it. `covered`: lines that are explained by a problem already.
    `root` is None when the file could not be read to its end, or not to what it was meant to be."""

    root: Mapping | None = None
    problems: list[Problem] = field(default_factory=list)
    covered: set[int] = field(default_factory=set)
    lost: bool = False

    def note(self, lines: list[str], slips: Iterable[Slip]) -> bool:
        """Take down slips and write their lines as they were meant; say whether anything changed."""
        found: list[Slip] = []
        for slip in islice(slips, MOST_SLIPS):
            # What another has moved already stands right by that.
            if not any(slip.problem.mark.line - 1 in other.edits for other in found):
                found.append(slip)
        # A line that is explained already may have to be moved as well, which is only more of the same.
        self.problems += [slip.problem for slip in found if slip.problem.mark.line not in self.covered]
        self.covered.update(*(slip.covers for slip in found))
        self.lost = self.lost or any(slip.lost for slip in found)
        before = list(lines)
        applied(lines, found)
        return lines != before


def document(text: str, keys: tuple[str, ...]) -> Document:
    """Read a text to its end, past every slip of which can be guessed what was meant."""
    found, lines = Document(), text.split("\n")
    for slips in SLIPS:
        found.note(lines, slips(lines))
        if found.lost:
            return found
    for _ in range(_rounds(text, lines)):
        reader = Reader(lines)
        try:
            root = reader.document()
        except EnoughError:
            return _ended(found, reader, None)
        except FAILED as error:
            if not found.note(lines, _causes(error, reader, found.covered)):
                return _ended(found, reader, None)
            continue
        if root is None and not reader.problems and not found.problems:
            found.problems.append(refusals.empty_file(keys))
        elif root is not None and not isinstance(root, Mapping):
            found.problems.append(refusals.no_keys(root.mark, keys))
        return _ended(found, reader, root if isinstance(root, Mapping) and not reader.lost else None)
    return found


def _rounds(text: str, lines: list[str]) -> int:
    return max(1, min(MOST_MENDS, MOST_CHARACTERS // (len(text) + 1), MOST_LINES // len(lines)))


def _causes(error: Exception, reader: Reader, covered: set[int]) -> list[Slip]:
    """Why PyYAML stopped: a line above that stands askew, or else what it says itself."""
    if is_tab(error):
        return [explain(error, reader.lines, reader.last)]
    line = stopped_at(error, reader.last)
    if askew := [
        slip for slip in islice(indents.misplaced(reader.lines), MOST_SLIPS) if slip.problem.mark.line <= line + 2
    ]:
        return askew
    slip = explain(error, reader.lines, reader.last)
    # Mended once already, and wrong again: it would go on for ever.
    return [] if slip.problem.mark.line in covered else [slip]


def _ended(found: Document, reader: Reader, root: Mapping | None) -> Document:
    found.problems += [problem for problem in reader.problems if problem.mark.line not in found.covered]
    found.covered |= {problem.mark.line for problem in reader.problems}
    found.root = root
    return found
