"""Commands as a text tells a keeper of them, run as they stand, but without rights and in other folders."""

from __future__ import annotations

import re
import subprocess
from html import unescape
from pathlib import Path

from tests.kit.paths import PROJECT

# What needs the network, a server of the system's own, or what has been made already.
LEFT_OUT = re.compile(r"^(make|curl|nginx|a2\w+|apachectl|caddy|systemctl)\b")


def told_in(markdown: str) -> list[list[str]]:
    """The blocks of indented lines, each without what stands after a number sign."""
    blocks = re.findall(r"(?:^ {4,}\S.*\n)+", markdown, re.MULTILINE)
    return [[line.partition("  #")[0].strip() for line in block.splitlines()] for block in blocks]


def told_on_the_page() -> list[list[str]]:
    """The blocks of the page for who puts the site on a server."""
    text = (PROJECT / "routine/html/templates/deploy.html").read_text(encoding="utf-8")
    blocks = re.findall(r"<pre[^>]*><code>([\s\S]*?)</code></pre>", text)
    return [unescape(block).splitlines() for block in blocks]


def run(lines: list[str], folder: Path, moved: dict[str, str], answered: str = "") -> subprocess.CompletedProcess[str]:
    """Them all, until one fails, in the folder: paths of the system are what `moved` says. What a line asks is
    `answered`."""
    script = "\n".join(line for line in (each.replace("sudo ", "") for each in lines) if not LEFT_OUT.match(line))
    for path, other in moved.items():
        script = script.replace(path, other)
    command = ["bash", "-euc", script]
    return subprocess.run(command, cwd=folder, input=answered, capture_output=True, text=True, check=False)
