"""The commands: check, serve, pages, build, finish, export, edition, diff, schema.
Exit 0 when all is well, 2 when the routine or the build is not."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from routine import rules
from routine.build import PROJECT, SETTINGS, BuildError, build, configured
from routine.changes.compare import differences
from routine.changes.markdown import markdown
from routine.changes.report import report
from routine.changes.summary import is_about, summary
from routine.changes.text import text as plain_text
from routine.domain.model import Approval, Revision, Routine
from routine.editions import entry as new_edition
from routine.editions import record as editions
from routine.editions.record import EditionError
from routine.git import VersionError
from routine.load import beside, load, refused, values_of
from routine.options import DATA, parser
from routine.preview import serve
from routine.print import export
from routine.print.imprint import sheets
from routine.print.names import Holders, holders, unplaced
from routine.print.press import FitError
from routine.publish import private as names
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
from routine.reports import WARNING, as_annotations, as_json, told
from routine.rules.publishing import unready
from routine.rules.stale import stale
from routine.versions import latest_edition, version
from routine.views import addresses as at

BEHIND = (
    "Programmet som du skriver i kan ge gamla förslag: schemat känner inte till allt som rutinen har nu.\n"
    "    Gör så här när det passar: python -m routine schema"
)


class StrictError(Exception):
    """There is advice, or a day that is too old or has not come: it has been told, and the caller stops for it."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit code."""
    options = parser().parse_args(arguments)
    # A command lives for a second: looking through memory for what can be thrown away takes longer than it is worth.
    gc.disable()
    try:
        COMMANDS[options.command](options)
    except RoutineError as error:
        _tell(options, error)
        return 2
    except EditionError as error:
        _tell(options, told(error.place, error.message, error.allowed, error.hint), str(error))
        return 2
    except (AddressError, FolderError, GateError, VersionError) as error:
        print(error, file=sys.stderr)
        return 2
    except StrictError:
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
    record = editions.of(options.file)
    export.fitting(routine, record)
    advice, days = [*rules.advise(routine)], [*stale(routine, date.today())]
    found = refused(options.file, str(options.file), (*advice, *days))
    if options.json:
        sys.stdout.write(as_json(found, WARNING))
    else:
        _say(options, routine, record, found)
    if (advice and options.strict) or (days and options.strict_dates):
        raise StrictError
    if options.publish:
        _gate(options.file, routine, editions.unissued(routine, record, sheets(routine)))


def _say(options: argparse.Namespace, routine: Routine, record: editions.Record, advice: RoutineError) -> None:
    """What a sound routine is, and what is worth knowing of it all the same."""
    print(f"{options.file}: inga fel. {len(routine.actions)} åtgärder, {len(routine.roles)} roller.")
    for notice in editions.notices(routine, record, sheets(routine)):
        print(f"Obs! {notice}")
    # An advice and no fault: who adds an id in the browser runs no command.
    if any(
        file.is_file() and file.read_text(encoding="utf-8") != text for file, text in _schemas(options.file).items()
    ):
        print(f"Obs! {BEHIND}")
    if advice.problems:
        print(as_annotations(advice, WARNING) if options.annotations else f"\n{advice.advice()}")


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
    record = editions.of(options.file)
    found = _settings(options)
    finish(routine, options.out, found, export.pressed(routine, record, found.address, pictures=True))


def _export(options: argparse.Namespace) -> None:
    """The routine as JSON to whoever asks; with a folder, there, and with everything that is printed beside it."""
    routine = load(options.file)
    if options.out is None and not options.names:
        sys.stdout.write(export_json(routine))
        return
    record, address = editions.of(options.file), _settings(options).address
    if options.names:
        who = _holders(options, routine)
        exportable(options.out)
        prints = export.private(routine, record, address, who)
    else:
        exportable(options.out)
        prints = export.pressed(routine, record, address)
    export.write(prints, options.out / at.PRINTS.strip("/"))
    (options.out / at.ROUTINE_JSON.strip("/")).write_text(export_json(routine), encoding="utf-8")


def _holders(options: argparse.Namespace, routine: Routine) -> Holders:
    """Who is named in the file of names, which lies where nobody else sees it, as what is printed from it will."""
    names.private(options.names, "Filen med namn", PROJECT)
    if options.out is None:
        message, hint = "N001 Utskrifter med namn behöver en egen mapp.", "lägg till --out och mappen."
        raise FolderError(options.names, message, names.ALLOWED, hint)
    names.private(options.out, "Mappen för utskrifter med namn", PROJECT)
    who = holders(names.read(options.names), options.names.as_posix(), routine)
    for id in unplaced(who, routine):
        print(f"Obs! Ingen utskrift har en rad för ”{id}”.", file=sys.stderr)
    return who


def _edition(options: argparse.Namespace) -> None:
    """Enter what is printed now as an edition:
    its entry in the routine, unless an editor wrote that, and its codes in the record."""
    routine, file = load(options.file), editions.beside(options.file)
    record, now, newest = editions.read(file), sheets(routine), routine.edition.edition
    export.fitting(routine, record)
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
    _hold_to_changes(options, routine, fault)
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


def _hold_to_changes(options: argparse.Namespace, routine: Routine, fault: str) -> None:
    """Whoever has an older sheet reads the summary: it must be about what has changed, where git knows that."""
    last = latest_edition(options.file)
    found = differences(last.routine, routine) if last else ()
    if last and not found:
        nothing = f"{fault} Inget är nytt sedan utgåva {last.routine.edition.edition}."
        raise EditionError("", nothing, "", "vänta tills något är ändrat.")
    if last and not is_about(options.summary, found):
        hint = "skriv vad som är nytt för den som har en äldre utskrift." + _suggestion(options.file, routine)
        raise EditionError("", f"{fault} Sammanfattningen säger inget om det som har ändrats.", "", hint)


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
    print(markdown(found, options.site) if options.markdown else plain_text(found))


def _settings(options: argparse.Namespace) -> Settings:
    """What mkdocs.yml says, unless the command line says otherwise."""
    found = settings(configured(options.address))
    return replace(found, data=options.file, shown=str(options.file), style=options.links or found.style)


COMMANDS: dict[str, Callable[[argparse.Namespace], None]] = {
    "check": _check,
    "build": _build,
    "serve": _serve,
    "pages": _pages,
    "finish": _finish,
    "export": _export,
    "edition": _edition,
    "diff": _diff,
    "schema": _schema,
}


if __name__ == "__main__":
    sys.exit(main())
