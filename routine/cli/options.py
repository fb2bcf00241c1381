"""The arguments of each command, and the command line's own words in Swedish."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from routine.deliver.lay import BODY_KINDS
from routine.model.numerals import understood

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

    The parsers of its commands are of this class too.
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


DATA = Path("data/routine.yaml")
PORT = 8000
ABOUT = {
    "check": "kontrollera rutinen",
    "build": "bygg webbplatsen",
    "serve": "förhandsvisa; sidan byggs om när något sparas, och säger vad som är fel",
    "export": "skriv rutinen som JSON, och med --out även utskrifterna",
    "kit": "skriv det som en webbserver behöver för att visa webbplatsen, i en mapp bredvid den",
    "release": "packa webbplatsen, det som webbservern behöver och det som är nytt, med kontrollsummor",
    "edition": "skriv in en utgåva, med en kod för varje utskrift",
    "diff": "berätta på svenska vad en ändring innebär",
    "new": "gör en webbplats för en annan organisation, med ett exempel som den ersätter",
    "upgrade": "ge en sådan webbplats den här versionens motor, och rätta rutinens form",
    "messages": "skriv allt som kontrollen kan säga, med exempel, som en sida för handboken",
    "schema": "skriv det som hjälper den som ändrar rutinen i ett program",
}
# Commands that share a module with another.
MODULES = {"build": "export", "serve": "preview", "kit": "release", "diff": "edition", "upgrade": "new"}
MODULES |= {"schema": "messages"}
# Commands that take no routine's file.
OF_NO_FILE = ("diff", "messages", "new", "upgrade")


def parser() -> Parser:
    """Make the parser of all commands, with the arguments of each."""
    found = Parser(prog="python -m routine", description="Kontrollera och bygg rutinen.")
    commands = found.add_subparsers(dest="command", required=True, metavar="kommando", title="Kommandon")
    for name, about in ABOUT.items():
        command: Parser = commands.add_parser(name, help=about, description=f"{about[0].upper()}{about[1:]}.")
        if name not in OF_NO_FILE:
            command.add_argument("file", nargs="?", type=Path, default=DATA, metavar="fil", help="rutinens fil")
        if takes := TAKES.get(name):
            takes(command)
    return found


def _check(command: Parser) -> None:
    command.add_argument(
        "--strict-dates",
        action="store_true",
        help="stoppa också för dagar som är för gamla, har passerat eller inte har kommit än",
    )
    command.add_argument("--strict", action="store_true", help="stoppa också för råd om språket")
    command.add_argument(
        "--publish", action="store_true", help="stoppa också för det som ska fyllas i före publicering"
    )
    form = command.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="skriv felen som JSON, för andra program")
    form.add_argument("--annotations", action="store_true", help="skriv felen så att GitHub visar dem vid raden")


def _serve(command: Parser) -> None:
    command.add_argument("--port", type=port, default=PORT, metavar="NUMMER", help=f"serverns port; annars {PORT}")


def _edition(command: Parser) -> None:
    # Pasted values may have a space or a line break around them: " 3 " would be another number than 3.
    command.add_argument("--summary", type=line, metavar="TEXT", help="det som är nytt, i ord som en läsare förstår")
    command.add_argument(
        "--number", type=line, metavar="NUMMER", help="utgåvans nummer; annars det som följer på det största"
    )
    command.add_argument("--date", type=day, metavar="DAG", help="utgåvans dag, som 2026-11-25; annars i dag")
    command.add_argument(
        "--body", type=line, metavar="NAMN", help="vem som godkände utgåvan, som styrelsen; behövs med --summary"
    )
    command.add_argument(
        "--reference", type=line, metavar="TEXT", help="var godkännandet står, som § 12; behövs med --summary"
    )
    command.add_argument(
        "--approved", type=day, metavar="DAG", help="dagen för godkännandet, som 2026-11-25; behövs med --summary"
    )
    command.add_argument(
        "--again",
        action="store_true",
        help="skriv om den senaste utgåvans koder, om den inte är godkänd och sparad i git",
    )


def _diff(command: Parser) -> None:
    what = "en fil, en revision i git som main eller HEAD~1, eller båda: main:data/routine.yaml; annars "
    command.add_argument("old", nargs="?", default="HEAD", metavar="förut", help=f"som det var: {what}HEAD")
    command.add_argument("new", nargs="?", default=str(DATA), metavar="nu", help=f"som det är: {what}filen nu")
    command.add_argument("--markdown", action="store_true", help="för en ändringsbegäran (pull request)")
    where = "adressen eller mappen där den nya webbplatsen ligger: dit länkas sidorna, med --markdown"
    command.add_argument("--site", default="", metavar="PLATS", help=where)


def _built(command: Parser) -> None:
    command.add_argument("--out", type=Path, default=Path("site"), metavar="MAPP", help="mappen som skrivs")
    command.add_argument("--address", metavar="ADRESS", help="adressen där webbplatsen ligger")
    command.add_argument("--links", choices=("filer", "mappar"), help="hur länkar skrivs")


def _kit(command: Parser) -> None:
    command.add_argument("--out", type=Path, default=Path("kit"), metavar="MAPP", help="mappen som skrivs; annars kit")
    command.add_argument("--address", metavar="ADRESS", help="adressen där webbplatsen ska ligga")


def _released(command: Parser) -> None:
    command.add_argument("--site", type=Path, default=Path("site"), metavar="MAPP", help="den byggda webbplatsen")
    command.add_argument(
        "--out",
        type=Path,
        default=Path("release"),
        metavar="MAPP",
        help="mappen som utgivningen läggs i; annars release",
    )
    command.add_argument("--address", metavar="ADRESS", help="adressen där webbplatsen ligger")
    what = "en fil, eller en revision i git, som den förra utgivningens källa"
    command.add_argument("--since", metavar="FÖRUT", help=f"berätta vad som har ändrats sedan dess: {what}")


def _exported(command: Parser) -> None:
    _built(command)
    command.add_argument(
        "--names",
        type=Path,
        metavar="FIL",
        help="namn och nummer som inte publiceras, på utskrifterna; filen och --out ska ligga utanför projektet",
    )
    command.set_defaults(out=None)


def _upgrade(command: Parser) -> None:
    what = "mappen med webbplatsen; annars den som du står i"
    command.add_argument("site", nargs="?", type=Path, default=Path(), metavar="mapp", help=what)


def _new(command: Parser) -> None:
    command.add_argument("site", type=Path, metavar="mapp", help="mappen som görs; den finns inte, eller är tom")
    command.add_argument("--name", metavar="NAMN", help="organisationens namn; annars frågas efter det")
    command.add_argument("--kind", metavar="SLAG", help=f"vad den är: {', '.join(BODY_KINDS)}; annars frågas efter det")


TAKES = {
    "check": _check,
    "serve": _serve,
    "edition": _edition,
    "diff": _diff,
    "build": _built,
    "export": _exported,
    "kit": _kit,
    "release": _released,
    "new": _new,
    "upgrade": _upgrade,
}
