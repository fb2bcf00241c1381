"""The command line's own words in Swedish: how a command is used, and what is wrong with how it was written."""

from __future__ import annotations

import argparse
import re
import sys
from datetime import date
from typing import Any, NoReturn

from routine.domain.days import understood
from routine.reading.likeness import closest

MOST_PORTS = 65535
# A pattern in argparse's English → what is said instead. The first that fits is used.
WORDS = (
    (r"the following arguments are required: kommando", "Skriv vilket kommando som ska köras."),
    (r"the following arguments are required: (.+)", r"\1 saknas."),
    (r"unrecognized arguments: (.+)", r"\1 hör inte till kommandot."),
    (r"argument (.+): expected one argument", r"\1 ska följas av ett värde."),
    (r"argument (.+): ignored explicit argument .+", r"\1 ska inte följas av något värde."),
    (r"argument (.+): not allowed with argument (.+)", r"\1 och \2 går inte att använda på en gång."),
    (r"argument (.+): invalid day value: '(.*)'", r"”\2” är ingen dag. \1 skrivs som 2026-11-25."),
    (
        r"argument (.+): invalid port value: '(.+)'",
        rf"”\2” är ingen port. \1 är ett tal mellan 1 och {MOST_PORTS}, som 8000.",
    ),
    (r"argument (.+): invalid .+ value: '(.+)'", r"”\2” går inte att använda för \1."),
)
CHOICE = re.compile(r"argument (?P<what>.+?): invalid choice: '(?P<word>.*)' \(choose from (?P<words>.+)\)")


class Parser(argparse.ArgumentParser):
    """argparse in Swedish. `commands` made from it speak Swedish as well."""

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("formatter_class", _Help)
        super().__init__(add_help=False, allow_abbrev=False, **settings)
        self._positionals.title, self._optionals.title = "Det som anges", "Tillval"
        self.add_argument("-h", "--help", "--hjalp", action="help", help="visa den här hjälpen")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how the command is used. Exits with 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"Fel: {swedish(message)}\nGör så här: {self.prog} --help visar vad som går att skriva.\n")


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Så skrivs det: " if prefix is None else prefix)


def day(text: str) -> date:
    """A day on the command line, as `2026-11-25` or in another of the ways that people write it. Raises ValueError."""
    if (found := understood(text)) is None:
        raise ValueError
    return found


def line(text: str) -> str:
    """A text on the command line as a line of the routine's file has it: no space or break about it or within it but
    single spaces."""
    return " ".join(text.split())


def port(text: str) -> int:
    """A server's port on the command line. Raises ValueError."""
    number = int(text)
    if not 1 <= number <= MOST_PORTS:
        raise ValueError
    return number


def swedish(message: str) -> str:
    """What argparse says, said to somebody who reads Swedish."""
    if found := CHOICE.fullmatch(message):
        words = [word.strip(" '") for word in found["words"].split(",")]
        what = "kommando" if found["what"] == "kommando" else f"värde för {found['what']}"
        meant = closest(found["word"], words)
        hint = f" {meant.capitalize()}" if meant else ""
        return f"”{found['word']}” är inget {what}. Välj bland {', '.join(words)}.{hint}"
    for pattern, said in WORDS:
        if re.fullmatch(pattern, message):
            return re.sub(pattern, said, message)
    return "kommandot går inte att förstå."
