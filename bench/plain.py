"""The same pages as plain Markdown, in Material as it comes: what a build would take without any of this."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

SETTINGS = """\
site_name: {name}
docs_dir: {docs}
site_dir: {site}
theme:
  name: material
  language: sv
"""
HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### "}


def written(site: Path, work: Path) -> Path:
    """Writes every page of a built site as Markdown below `work`,
    and the settings to build them with, which are returned."""
    docs = work / "docs"
    for page in sorted(site.rglob("index.html")):
        address = page.relative_to(site).parent
        file = docs / (f"{address}.md" if address.name else "index.md")
        file.parent.mkdir(parents=True, exist_ok=True)
        tree: Element = html5lib.parse(page.read_text(encoding="utf-8"), namespaceHTMLElements=False)
        file.write_text(_markdown(next(tree.iter("main"))), encoding="utf-8")
    settings = work / "mkdocs.yml"
    settings.write_text(SETTINGS.format(name="Rutinguiden", docs=docs, site=work / "site"), encoding="utf-8")
    return settings


def _markdown(main: Element) -> str:
    """Headings, lists, tables and paragraphs with the page's own words."""
    blocks: list[str] = []
    for element in main.iter():
        name = str(element.tag).rpartition("}")[2]
        if name in HEADINGS:
            blocks.append(HEADINGS[name] + _words(element))
        elif name == "li":
            blocks.append(f"- {_words(element)}")
        elif name == "tr":
            blocks.append("| " + " | ".join(_words(cell) for cell in element) + " |")
            if next(element.iter("th"), None) is not None and next(element.iter("td"), None) is None:
                blocks.append("|" + "---|" * len(element))
        elif name == "p":
            blocks.append(_words(element))
    return "".join(f"{block}\n" if block.startswith(("- ", "|")) else f"\n{block}\n\n" for block in blocks)


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
