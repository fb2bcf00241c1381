"""Paths of the files in the package, and of the site's own folder."""

from pathlib import Path

ENGINE = Path(__file__).resolve().parents[1]
ASSETS, THEME = ENGINE / "assets", ENGINE / "theme"
# The folder around the package; the working directory when pip has installed the package.
PROJECT = ENGINE.parent if (ENGINE.parent / "mkdocs.yml").is_file() else Path.cwd()
