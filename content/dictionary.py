"""A Swedish dictionary, which knows words and suggests near ones."""

from __future__ import annotations

from importlib.metadata import files
from pathlib import Path

from hunspell import Hunspell

# The package has two: the other also has words that machines gathered from translations, such as "nämd" for nämnd and
# "gäler" for gäller.
PACKAGE, NAME = "hunspell-sv", "sv_SE_expanded"


class Dictionary:
    """Words as they are spelt in Sweden, compounds among them."""

    def __init__(self) -> None:
        self._words = Hunspell(NAME, hunspell_data_dir=str(_folder()))

    def knows(self, word: str) -> bool:
        """Return whether the word is spelt right, also as a sentence begins."""
        return bool(self._words.spell(word))

    def near(self, word: str) -> tuple[str, ...]:
        """Return words that may have been meant, the likeliest first.

        It takes half a second.
        """
        return tuple(self._words.suggest(word))


def _folder() -> Path:
    """Return the folder of the package's dictionaries."""
    return next(Path(str(file.locate())).parent for file in files(PACKAGE) or () if file.name == f"{NAME}.dic")
