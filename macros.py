"""The door between MkDocs and the routine: the macros of the pages in docs/."""

import sys
from pathlib import Path

# `mkdocs build` leaves the project's folder out of the path; without this line it could not find our package.
sys.path.insert(0, str(Path(__file__).parent))

from routine.engine import define_env as define_env
