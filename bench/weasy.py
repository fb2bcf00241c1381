"""WeasyPrint, beside which what we print is measured: whether it is there, and what it makes of a page."""

from __future__ import annotations

import logging
from importlib import import_module
from pathlib import Path
from typing import Any

NAME = "WeasyPrint"
# In the margin of a sheet it has no value of a property at hand, and breaks: it sets no foot.
FOOTLESS = "@page { @bottom-left { content: none !important } }"


def called() -> str:
    """Its name with its version; the name alone where it cannot be loaded."""
    engine = _engine()
    return f"{NAME} {engine.__version__}" if engine else NAME


def can_set(page: Path) -> bool:
    """Whether it makes anything of the page: version 70 takes some with grids for empty sheets, and breaks."""
    try:
        return bool(pdf(page))
    except Exception:
        return False


def pdf(page: Path) -> bytes:
    """The page as it is printed, but for the foot. Raises whatever it breaks by, also that it cannot be loaded."""
    engine = import_module("weasyprint")
    # It says which newer properties it leaves out.
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    made = engine.HTML(filename=page).write_pdf(stylesheets=[engine.CSS(string=FOOTLESS)])
    assert isinstance(made, bytes)
    return made


def _engine() -> Any:
    """None where Pango, which it needs, is not there."""
    try:
        return import_module("weasyprint")
    except (ImportError, OSError):
        return None
