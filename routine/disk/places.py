"""Where things lie: what the package brings, and the site's own folder."""

from pathlib import Path

ENGINE = Path(__file__).resolve().parents[1]
ASSETS, THEME = ENGINE / "assets", ENGINE / "theme"
# Around the package, or where the command is run with a package that pip has installed.
PROJECT = ENGINE.parent if (ENGINE.parent / "mkdocs.yml").is_file() else Path.cwd()
