"""Commands as a text tells a keeper of them, run as they stand, but without rights and in other folders."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

# What needs the network, a server of the system's own, or what has been made already.
LEFT_OUT = re.compile(r"^(make|curl|nginx|a2\w+|apachectl|caddy|systemctl)\b")


def told_in(markdown: str) -> list[list[str]]:
    """The blocks of indented lines, each without what stands after a number sign."""
    blocks = re.findall(r"(?:^ {4,}\S.*\n)+", markdown, re.MULTILINE)
    return [[line.partition("  #")[0].strip() for line in block.splitlines()] for block in blocks]


def run(lines: list[str], folder: Path, moved: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Them all, until one fails, in the folder: paths of the system are what `moved` says."""
    script = "\n".join(line for line in (each.replace("sudo ", "") for each in lines) if not LEFT_OUT.match(line))
    for path, other in moved.items():
        script = script.replace(path, other)
    return subprocess.run(["bash", "-euc", script], cwd=folder, capture_output=True, text=True, check=False)
