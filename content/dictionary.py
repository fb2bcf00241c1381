"""A Swedish dictionary: whether it knows a word, and which words are near it."""

from __future__ import annotations

from importlib.metadata import files
from pathlib import Path

from hunspell import Hunspell

# Of the two in the package the one that leaves out what machines have gathered from translations: there "nämd" for
# nämnd and "gäler" for gäller are words.
PACKAGE, NAME = "hunspell-sv", "sv_SE_expanded"


class Dictionary:
    """Words as they are spelt in Sweden, compounds among them."""

    def __init__(self) -> None:
        self._words = Hunspell(NAME, hunspell_data_dir=str(_folder()))

    def knows(self, word: str) -> bool:
        """Whether the word is spelt right, at the beginning of a sentence or in it."""
        return bool(self._words.spell(word))

    def near(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant, the likeliest first. It takes half a second."""
        return tuple(self._words.suggest(word))


def _folder() -> Path:
    """Where the package has put its dictionaries."""
    return next(Path(str(file.locate())).parent for file in files(PACKAGE) or () if file.name == f"{NAME}.dic")
