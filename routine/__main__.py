"""The command line.

The commands are check, serve, build, export, kit, release, edition, diff, messages, schema, new and upgrade. They exit
with 0 when all is well, and with 2 when the routine or the build is not.
"""

from __future__ import annotations

import gc
import os

if __name__ == "__main__":
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # Looking for plugins is slow.
    gc.set_threshold(100_000)  # Nearly all that a command makes lives until it ends: to look often finds nothing.

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

HINT = "kör make site en gång, och skriv sedan .venv/bin/python i stället för python."


@contextmanager
def installed() -> Iterator[None]:
    """Load modules, and explain a missing package.

    Ends with one sentence and exit code 2 where a package is missing: most often the Python in use is not the
    project's.
    """
    try:
        yield
    except ModuleNotFoundError as error:  # Raised also when the version of a missing package is asked for.
        if not error.name or error.name.partition(".")[0] == "routine":
            raise
        print(f"Paketet {error.name} finns inte för den här Python.\n    Gör så här: {HINT}", file=sys.stderr)
        sys.exit(2)


with installed():
    from routine.cli.ending import FORESEEN, ended, tell
    from routine.cli.options import MODULES, parser


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit code."""
    options = parser().parse_args(arguments)
    try:
        # Only the command's own module: the imports of the others are slow, and of no use to this one.
        with installed():
            module = import_module(f"routine.cli.{MODULES.get(options.command, options.command)}")
            getattr(module, f"run_{options.command}")(options)
    except FORESEEN as error:
        tell(options, error)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(ended(main))
