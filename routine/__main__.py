"""The commands: check, serve, pages, build, finish, export, edition, diff, schema.
Exit 0 when all is well, 2 when the routine or the build is not."""

from __future__ import annotations

import argparse
import gc
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from routine import rules
from routine.build import PROJECT, SETTINGS, BuildError, build, configured
from routine.changes.compare import differences
from routine.changes.markdown import markdown
from routine.changes.report import report
from routine.changes.summary import summary
from routine.changes.text import text as plain_text
from routine.domain.model import Approval, Revision, Routine
from routine.editions import entry as new_edition
from routine.editions import record as editions
from routine.editions.record import EditionError
from routine.git import VersionError
from routine.load import beside, load, refused, values_of
from routine.preview import PORT, serve
from routine.print import export
from routine.print.imprint import sheets
from routine.print.press import FitError
from routine.publish import stubs as pages
from routine.publish.address import AddressError
from routine.publish.editor_schema import adopted_schema, editor_schema
from routine.publish.finish import finish
from routine.publish.folder import FolderError, exportable
from routine.publish.json_export import export_json
from routine.publish.pages import Given
from routine.publish.ready import GateError, ready, settings_refused
from routine.publish.settings import Settings, settings
from routine.reading.problems import RoutineError
from routine.rules.publishing import unready
from routine.rules.stale import stale
from routine.versions import latest_edition, version
from routine.views import addresses as at

DATA = Path("data/routine.yaml")
BEHIND = (
    "Programmet som du skriver i kan ge gamla förslag: schemat känner inte till allt som rutinen har nu.\n"
    "    Gör så här när det passar: python -m routine schema"
)


class StrictError(Exception):
    """There is advice, or a day that is too old or has not come: it has been told, and the caller stops for it."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit code."""
    options = _parser().parse_args(arguments)
    # A command lives for a second: looking through memory for what can be thrown away takes longer than it is worth.
    gc.disable()
    try:
        COMMANDS[options.command][0](options)
    except RoutineError as error:
        print(error.report(), file=sys.stderr)
        return 2
    except (EditionError, AddressError, FolderError, GateError, VersionError) as error:
        print(error, file=sys.stderr)
        return 2
    except StrictError:
        return 2
    except FitError as error:
        print(refused(options.file, str(options.file), error.findings).report(), file=sys.stderr)
        return 2
    except BuildError as error:
        print(f"{error}\nBygget stoppades. {options.out} är som det var.", file=sys.stderr)
        return 2
    finally:
        gc.enable()
    return 0


def _check(options: argparse.Namespace) -> None:
    routine = load(options.file)
    record = editions.of(routine, options.file)
    export.pressed(routine, record)
    print(f"{options.file}: inga fel. {len(routine.actions)} åtgärder, {len(routine.roles)} roller.")
    for notice in editions.notices(routine, record, sheets(routine)):
        print(f"Obs! {notice}")
    # An advice and no fault: who adds an id in the browser runs no command.
    if any(
        file.is_file() and file.read_text(encoding="utf-8") != text for file, text in _schemas(options.file).items()
    ):
        print(f"Obs! {BEHIND}")
    advice, days = [*rules.advise(routine)], [*stale(routine, date.today())]
    if advice or days:
        print(f"\n{refused(options.file, str(options.file), (*advice, *days)).advice()}")
    if (advice and options.strict) or (days and options.strict_dates):
        raise StrictError
    if options.publish:
        _gate(options.file, routine, editions.unissued(routine, record, sheets(routine)))


def _gate(file: Path, routine: Routine, unissued: list[str]) -> None:
    here = refused(file, str(file), unready(routine, unissued, date.today()))
    ready([here, settings_refused(SETTINGS.name, SETTINGS.read_text(encoding="utf-8"))])
    print("Allt är ifyllt: webbplatsen kan publiceras.")


def _build(options: argparse.Namespace) -> None:
    build(options.file, options.out, address=options.address, style=options.links)
    print(f"Webbplatsen ligger i {options.out}/. Öppna {options.out}/index.html.")


def _pages(options: argparse.Namespace) -> None:
    pages.write(load(options.file), PROJECT / "docs")


def _serve(options: argparse.Namespace) -> None:
    serve(options.file, options.port, lambda line: print(line, flush=True))


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
        if any((options.summary, options.number, options.date, options.body, options.reference, options.approved)):
            message = f"Utgåva {newest} står redan under revisions. Då används inte --summary och det som hör till."
            raise EditionError("", message, "", "kör kommandot utan dem, eller ändra texten under revisions.")
    elif options.summary or editions.drafts(routine, record, now):
        revision = _revision(options, routine)
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


def _revision(options: argparse.Namespace, routine: Routine) -> Revision:
    """The new entry. Only what the file itself cannot tell is checked here;
    the rest, where it stands in the file, so that a fault has a place."""
    before = routine.revisions
    today, latest = date.today(), before[0]
    day = options.date or today
    number = options.number or editions.next_number(revision.edition for revision in before)
    fault = "Utgåvan går inte att skriva in."
    if not options.summary:
        hint = "lägg till --summary och det som är nytt, inom citattecken."
        raise EditionError("", fault, "", hint + _suggestion(options.file, routine))
    if not number:
        raise EditionError("", fault, "", "lägg till --number och utgåvans nummer.")
    if not (options.body and options.reference):
        hint = "lägg till --body och vem som godkände, och --reference och var det står, inom citattecken."
        raise EditionError("", f"{fault} Det framgår inte vem som har godkänt den.", "", hint)
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
    approval = Approval.model_construct(body=options.body, date=options.approved or day, reference=options.reference)
    return Revision.model_construct(edition=number, date=day, summary=options.summary, approval=approval)


def _schema(options: argparse.Namespace) -> None:
    for file, text in _schemas(options.file).items():
        file.write_text(text, encoding="utf-8")


def _schemas(file: Path) -> dict[Path, str]:
    """What editors' programs read beside the routine and its adopted document, with the ids that there are now."""
    values, adopted = values_of(file), beside(file)
    found = ((file, editor_schema(values)), (adopted, adopted_schema(values)))
    return {each.with_suffix(".schema.json"): text for each, text in found}


def _suggestion(file: Path, routine: Routine) -> str:
    """What the summary could say, where git knows what the latest edition said."""
    last = latest_edition(file)
    drafted = summary(differences(last.routine, routine)) if last else ""
    return f"\n    Förslag: {drafted}" if drafted else ""


def _diff(options: argparse.Namespace) -> None:
    old, new = version(options.old, DATA), version(options.new, DATA)
    # A copy that lies alone is compared as if it had been printed from like the other.
    records = [new.record if old.record is None else old.record, old.record if new.record is None else new.record]
    before, after = (Given(each.routine, record or ()) for each, record in zip((old, new), records, strict=True))
    calls = (pages.called(old.routine, PROJECT / "docs"), pages.called(new.routine, PROJECT / "docs"))
    found = report(before, after, calls)
    print(markdown(found) if options.markdown else plain_text(found))


def _settings(options: argparse.Namespace) -> Settings:
    """What mkdocs.yml says, unless the command line says otherwise."""
    found = settings(configured(options.address))
    return replace(found, data=options.file, shown=str(options.file), style=options.links or found.style)


COMMANDS = {
    "check": (_check, "kontrollera rutinen"),
    "build": (_build, "bygg webbplatsen"),
    "serve": (_serve, "förhandsvisa; sidan byggs om när något sparas, och säger vad som är fel"),
    "pages": (_pages, "skriv de sidor som rollerna behöver"),
    "finish": (_finish, "gör färdigt en mapp som Zensical har byggt"),
    "export": (_export, "skriv rutinen som JSON, och med --out även utskrifterna"),
    "edition": (_edition, "skriv in en utgåva, med en kod för varje utskrift"),
    "diff": (_diff, "berätta på svenska vad en ändring innebär"),
    "schema": (_schema, "skriv det som hjälper den som ändrar rutinen i ett program"),
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m routine", description="Kontrollera och bygg rutinen.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (_, about) in COMMANDS.items():
        command = commands.add_parser(name, help=about)
        if name == "diff":
            what = "en fil, en revision i git som main eller HEAD~1, eller båda: main:data/routine.yaml; annars "
            command.add_argument("old", nargs="?", default="HEAD", help=f"som det var: {what}HEAD")
            command.add_argument("new", nargs="?", default=str(DATA), help=f"som det är: {what}filen som den är nu")
            command.add_argument("--markdown", action="store_true", help="för en ändringsbegäran (pull request)")
            continue
        command.add_argument("file", nargs="?", type=Path, default=DATA, help="rutinens fil")
        if name == "edition":
            command.add_argument("--summary", help="det som är nytt, i ord som en läsare förstår")
            command.add_argument("--number", help="utgåvans nummer; annars det som följer på det största")
            command.add_argument("--date", type=date.fromisoformat, help="utgåvans dag, som 2026-11-25; annars i dag")
            command.add_argument("--body", help="vem som godkände utgåvan, som Kommunstyrelsen")
            command.add_argument("--reference", help="var godkännandet står, som § 12")
            command.add_argument("--approved", type=date.fromisoformat, help="dagen för det; annars utgåvans")
            command.add_argument(
                "--again", action="store_true", help="skriv om den senaste utgåvans koder, om den inte är publicerad än"
            )
            continue
        if name == "check":
            command.add_argument(
                "--strict-dates",
                action="store_true",
                help="stoppa också för dagar som är för gamla, har passerat eller inte har kommit än",
            )
            command.add_argument("--strict", action="store_true", help="stoppa också för råd om språket")
            command.add_argument(
                "--publish", action="store_true", help="stoppa också för det som ska fyllas i före publicering"
            )
            continue
        if name == "serve":
            command.add_argument("--port", type=int, default=PORT, help=f"serverns port; annars {PORT}")
            continue
        if name in ("pages", "schema"):
            continue
        command.add_argument(
            "--out", type=Path, default=None if name == "export" else Path("site"), help="mappen som skrivs"
        )
        command.add_argument("--address", help="adressen där webbplatsen ligger")
        command.add_argument("--links", choices=("filer", "mappar"), help="hur länkar skrivs")
    return parser


if __name__ == "__main__":
    sys.exit(main())
