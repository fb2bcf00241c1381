"""The command line's own words in Swedish: usage and errors."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from routine.model.days import understood

MOST_PORTS = 65535
# The text that argparse asks gettext for → the text in Swedish.
WORDS = {
    "usage: ": "Så skrivs det: ",
    "positional arguments": "Det som anges",
    "options": "Tillval",
    "%(prog)s: error: %(message)s\n": "Fel: %(message)s.\nGör så här: %(prog)s --help visar vad som går att skriva.\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s %(message)s",
    "the following arguments are required: %s": "%s saknas",
    "unrecognized arguments: %s": "%s hör inte till kommandot",
    "expected one argument": "ska följas av ett värde",
    "ignored explicit argument %r": "ska inte följas av %r",
    "not allowed with argument %s": "går inte att använda samtidigt som %s",
    "invalid choice: %(value)r (choose from %(choices)s)": "kan inte vara %(value)r. Välj bland %(choices)s",
}
vars(argparse)["_"] = lambda text: WORDS.get(text, text)


class Parser(argparse.ArgumentParser):
    """An argument parser without abbreviations, with help in Swedish.

    The parsers of `commands` made from it are the same.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **settings)
        self.add_argument("-h", "--help", "--hjalp", action="help", help="visa den här hjälpen")


def day(text: str) -> date:
    """Parse a day, as `2026-11-25` or in another common form."""
    if (found := understood(text)) is None:
        raise argparse.ArgumentTypeError(f"skrivs som 2026-11-25, och inte ”{text}”")
    return found


def line(text: str) -> str:
    """Collapse white space, as in a line of the routine's file."""
    return " ".join(text.split())


def port(text: str) -> int:
    """Parse a server's port."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_PORTS):
        raise argparse.ArgumentTypeError(f"är ett tal mellan 1 och {MOST_PORTS}, som 8000, och inte ”{text}”")
    return int(text)
