"""The commands: check, pages, build, finish, export, edition, schema.
Exit 0 when all is well, 2 when the routine or the build is not."""

from __future__ import annotations

import argparse
import gc
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from routine.build import PROJECT, BuildError, build, configured
from routine.console import Parser, day
from routine.domain.model import Revision
from routine.editions import entry as new_edition
from routine.editions import record as editions
from routine.editions.record import EditionError
from routine.load import load, refused
from routine.print import export
from routine.print.imprint import sheets
from routine.print.press import FitError
from routine.publish import stubs as pages
from routine.publish.address import AddressError
from routine.publish.finish import finish
from routine.publish.folder import FolderError, exportable
from routine.publish.json_export import adopted_schema, editor_schema, export_json
from routine.publish.settings import Settings, settings
from routine.reading.problems import RoutineError
from routine.reports import as_annotations, as_json, told
from routine.rules.stale import stale
from routine.views import addresses as at

DATA = Path("data/routine.yaml")


class StaleError(Exception):
    """Something was checked too long ago, which has been told, and the caller wants to stop for it."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit code."""
    options = _parser().parse_args(arguments)
    # A command lives for a second: looking through memory for what can be thrown away takes longer than it is worth.
    gc.disable()
    try:
        COMMANDS[options.command][0](options)
    except RoutineError as error:
        _tell(options, error)
        return 2
    except EditionError as error:
        _tell(options, told(error.place, error.message, error.allowed, error.hint), str(error))
        return 2
    except (AddressError, FolderError) as error:
        print(error, file=sys.stderr)
        return 2
    except StaleError:
        return 2
    except FitError as error:
        _tell(options, refused(options.file, str(options.file), error.findings))
        return 2
    except BuildError as error:
        print(f"{error}\nBygget stoppades. {options.out} är som det var.", file=sys.stderr)
        return 2
    finally:
        gc.enable()
    return 0


def _tell(options: argparse.Namespace, error: RoutineError, said: str = "") -> None:
    """What is wrong, in the form that was asked for."""
    if getattr(options, "json", False):
        sys.stdout.write(as_json(error))
    elif getattr(options, "annotations", False):
        sys.stdout.write(as_annotations(error))
    else:
        print(said or error.report(), file=sys.stderr)


def _check(options: argparse.Namespace) -> None:
    routine = load(options.file)
    record = editions.of(routine, options.file)
    export.pressed(routine, record)
    if options.json:
        sys.stdout.write(as_json(None))
        return
    print(f"{options.file}: inga fel. {len(routine.actions)} åtgärder, {len(routine.roles)} roller.")
    for notice in editions.notices(routine, record, sheets(routine)):
        print(f"Obs! {notice}")
    old = list(stale(routine, date.today()))
    for notice in old:
        print(f"Obs! {notice}")
    if old and options.strict_dates:
        raise StaleError


def _build(options: argparse.Namespace) -> None:
    build(options.file, options.out, address=options.address, style=options.links)
    print(f"Webbplatsen ligger i {options.out}/. Öppna {options.out}/index.html.")


def _pages(options: argparse.Namespace) -> None:
    pages.write(load(options.file), PROJECT / "docs")


def _finish(options: argparse.Namespace) -> None:
    routine = load(options.file)
    record = editions.of(routine, options.file)
    found = _settings(options)
    finish(routine, options.out, found, export.pressed(routine, record, found.address, pictures=True))


def _export(options: argparse.Namespace) -> None:
    """The routine as JSON to whoever asks; with a folder, there, and with everything that is printed beside it."""
    routine = load(options.file)
    if options.out is None:
        sys.stdout.write(export_json(routine))
        return
    exportable(options.out)
    record = editions.of(routine, options.file)
    export.write(export.pressed(routine, record, _settings(options).address), options.out / at.PRINTS.strip("/"))
    (options.out / at.ROUTINE_JSON.strip("/")).write_text(export_json(routine), encoding="utf-8")


def _edition(options: argparse.Namespace) -> None:
    """Enter what is printed now as an edition:
    its entry in the routine, unless an editor wrote that, and its codes in the record."""
    routine, file = load(options.file), editions.beside(options.file)
    record, now, newest = editions.read(file), sheets(routine), routine.edition.edition
    export.pressed(routine, record)
    if options.again or all(issued.edition != newest for issued in record):
        if options.summary or options.number or options.date:
            message = f"Utgåva {newest} står redan under revisions. Då används inte --summary, --number och --date."
            raise EditionError("", message, "", "kör kommandot utan dem, eller ändra texten under revisions.")
    elif options.summary or editions.drafts(routine, record, now):
        revision = _revision(options, routine.revisions)
        new_edition.write(options.file, revision)
        newest = revision.edition
    else:
        print(f"Inget som skrivs ut har ändrats sedan utgåva {newest}.")
        return
    new_edition.write_whole(file, editions.text(editions.entered(record, newest, now)).encode())
    print(
        f"Utgåva {newest} är inskriven, med en kod för varje utskrift. "
        f"Lägg till ändringen i {options.file.as_posix()} och {file.as_posix()}."
    )


def _revision(options: argparse.Namespace, before: tuple[Revision, ...]) -> Revision:
    """The new entry. Only what the file itself cannot tell is checked here;
    the rest, where it stands in the file, so that a fault has a place."""
    today, latest = date.today(), before[0]
    day = options.date or today
    number = options.number or editions.next_number(revision.edition for revision in before)
    fault = "Utgåvan går inte att skriva in."
    if not options.summary:
        raise EditionError("", fault, "", "lägg till --summary och det som är nytt, inom citattecken.")
    if not number:
        raise EditionError("", fault, "", "lägg till --number och utgåvans nummer.")
    if any(revision.edition == number for revision in before):
        raise EditionError("", f"Utgåva {number} finns redan.", "", "välj ett annat nummer med --number.")
    if day > today:
        raise EditionError(
            "",
            f"Dagen {day} har inte kommit än.",
            "i dag eller en tidigare dag",
            "skriv in utgåvan den dag då den börjar gälla.",
        )
    if day <= latest.date:
        hint = (
            f"är utgåva {latest.edition} inte publicerad än, kör med --again och utan --summary. "
            "Annars vänta en dag, eller välj en dag med --date."
        )
        raise EditionError(
            "",
            f"Utgåva {number} kan inte vara från {day}: utgåva {latest.edition} är från {latest.date}.",
            "en senare dag",
            hint,
        )
    return Revision.model_construct(edition=number, date=day, summary=options.summary)


def _schema(_: argparse.Namespace) -> None:
    for name, text in (("routine", editor_schema()), ("adopted", adopted_schema())):
        (PROJECT / f"data/{name}.schema.json").write_text(text, encoding="utf-8")


def _settings(options: argparse.Namespace) -> Settings:
    """What mkdocs.yml says, unless the command line says otherwise."""
    found = settings(configured(options.address))
    return replace(found, data=options.file, shown=str(options.file), style=options.links or found.style)


COMMANDS = {
    "check": (_check, "kontrollera rutinen"),
    "build": (_build, "bygg webbplatsen"),
    "pages": (_pages, "skriv de sidor som rollerna behöver"),
    "finish": (_finish, "gör färdigt en mapp som Zensical har byggt"),
    "export": (_export, "skriv rutinen som JSON, och med --out även utskrifterna"),
    "edition": (_edition, "skriv in en utgåva, med en kod för varje utskrift"),
    "schema": (_schema, "skriv data/routine.schema.json och data/adopted.schema.json"),
}


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="python -m routine", description="Kontrollera och bygg rutinen.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="kommando", title="Kommandon")
    for name, (_, about) in COMMANDS.items():
        command = commands.add_parser(name, help=about, description=f"{about[0].upper()}{about[1:]}.")
        command.add_argument("file", nargs="?", type=Path, default=DATA, metavar="fil", help="rutinens fil")
        if name == "edition":
            command.add_argument("--summary", metavar="TEXT", help="det som är nytt, i ord som en läsare förstår")
            command.add_argument(
                "--number", metavar="NUMMER", help="utgåvans nummer; annars det som följer på det största"
            )
            command.add_argument("--date", type=day, metavar="DAG", help="utgåvans dag, som 2026-11-25; annars i dag")
            command.add_argument(
                "--again", action="store_true", help="skriv om den senaste utgåvans koder, om den inte är publicerad än"
            )
            continue
        if name == "check":
            command.add_argument(
                "--strict-dates",
                action="store_true",
                help="stoppa också för det som kontrollerades för mer än ett år sedan",
            )
            form = command.add_mutually_exclusive_group()
            form.add_argument("--json", action="store_true", help="skriv felen som JSON, för andra program")
            form.add_argument(
                "--annotations", action="store_true", help="skriv felen så att GitHub visar dem vid raden"
            )
            continue
        if name in ("pages", "schema"):
            continue
        command.add_argument(
            "--out",
            type=Path,
            default=None if name == "export" else Path("site"),
            metavar="MAPP",
            help="mappen som skrivs",
        )
        command.add_argument("--address", metavar="ADRESS", help="adressen där webbplatsen ligger")
        command.add_argument("--links", choices=("filer", "mappar"), help="hur länkar skrivs")
    return parser


if __name__ == "__main__":
    sys.exit(main())
