"""The commands: check, serve, pages, build, finish, export, edition, diff, schema, new, upgrade.
Exit 0 when all is well, 2 when the routine or the build is not."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable

from routine.build import PROJECT, BuildError, build
from routine.commands.check import StrictError, check
from routine.commands.diff import diff
from routine.commands.edition import enter
from routine.commands.ending import ended
from routine.commands.export import asked, send
from routine.commands.new import make, renew_engine
from routine.commands.options import parser
from routine.commands.schema import renew
from routine.editions import record as editions
from routine.editions.record import EditionError
from routine.git import VersionError
from routine.load import load, refused
from routine.new.manifest import EngineError
from routine.preview import serve
from routine.print import export
from routine.print.press import FitError
from routine.publish import stubs as pages
from routine.publish.address import AddressError
from routine.publish.finish import finish
from routine.publish.folder import FolderError
from routine.publish.ready import GateError
from routine.reading.problems import RoutineError
from routine.reports import as_annotations, as_json, told


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
        _tell(options, told(error.code, error.place, error.message, error.allowed, error.hint), str(error))
        return 2
    except (AddressError, EngineError, FolderError, GateError, VersionError) as error:
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
    found = asked(options)
    finish(routine, options.out, found, export.pressed(routine, record, found.address, pictures=True))


COMMANDS: dict[str, Callable[[argparse.Namespace], None]] = {
    "check": check,
    "build": _build,
    "serve": _serve,
    "pages": _pages,
    "finish": _finish,
    "export": send,
    "edition": enter,
    "diff": diff,
    "schema": renew,
    "new": make,
    "upgrade": renew_engine,
}


if __name__ == "__main__":
    sys.exit(ended(main))
