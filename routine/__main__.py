"""The commands: check, pages, build, finish, export, schema. Exit 0 when all is well, 2 when the routine or the build is not."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from routine import pages
from routine.build import PROJECT, BuildError, build
from routine.finish import PRINTS, finish
from routine.load import load
from routine.print import export
from routine.print.press import FitError
from routine.problems import RoutineError
from routine.site import Settings, base_of, settings
from routine.twin import editor_schema, twin

DATA = Path("data/routine.yaml")


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit code."""
    options = _parser().parse_args(arguments)
    try:
        _run(options)
    except RoutineError as error:
        print(error.report(), file=sys.stderr)
        return 2
    except FitError as error:
        print(f"{error}\nInget har publicerats.", file=sys.stderr)
        return 2
    except BuildError as error:
        print(f"{error}\nBygget stoppades. {options.out} är som det var.", file=sys.stderr)
        return 2
    return 0


def _run(options: argparse.Namespace) -> None:
    if options.command == "check":
        routine = load(options.file)
        export.check(routine)
        print(f"{options.file}: inga fel. {len(routine.actions)} åtgärder, {len(routine.roles)} roller.")
    elif options.command == "build":
        build(options.file, options.out, address=options.address, style=options.links)
        print(f"Webbplatsen ligger i {options.out}/. Öppna {options.out}/index.html.")
    elif options.command == "pages":
        pages.write(load(options.file), PROJECT / "docs")
    elif options.command == "finish":
        routine = load(options.file)
        export.check(routine)
        finish(routine, options.out, _settings(options))
    elif options.command == "export":
        _export(options)
    else:
        (PROJECT / "data/routine.schema.json").write_text(editor_schema(), encoding="utf-8")


def _export(options: argparse.Namespace) -> None:
    """The routine as JSON to whoever asks; with a folder, there, and with everything that is printed beside it."""
    routine = load(options.file)
    if options.out is None:
        sys.stdout.write(twin(routine))
        return
    export.check(routine)
    export.write(routine, options.out / PRINTS)
    (options.out / "rutin.json").write_text(twin(routine), encoding="utf-8")


def _settings(options: argparse.Namespace) -> Settings:
    """What mkdocs.yml says, unless the command line says otherwise."""
    from mkdocs.config import load_config

    found = settings(load_config(str(PROJECT / "mkdocs.yml")))
    return Settings(
        options.file,
        str(options.file),
        found.docs,
        options.links or found.style,
        found.base if options.address is None else base_of(options.address),
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m routine", description="Kontrollera och bygg rutinen.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, about in (
        ("check", "kontrollera rutinen"),
        ("build", "bygg webbplatsen"),
        ("pages", "skriv de sidor som rollerna behöver"),
        ("finish", "gör färdigt en mapp som Zensical har byggt"),
        ("export", "skriv rutinen som JSON, och med --out även utskrifterna"),
        ("schema", "skriv data/routine.schema.json"),
    ):
        command = commands.add_parser(name, help=about)
        command.add_argument("file", nargs="?", type=Path, default=DATA, help="rutinens fil")
        command.add_argument("--out", type=Path, default=None if name == "export" else Path("site"), help="mappen som skrivs")
        command.add_argument("--address", help="adressen där webbplatsen ligger")
        command.add_argument("--links", choices=("filer", "mappar"), help="hur länkar skrivs")
    return parser


if __name__ == "__main__":
    sys.exit(main())
