"""The interface between MkDocs and the site: macros and page contexts.

This is the only module that knows the macros plugin. A macro's HTML is put aside, and inserted when Markdown is done:
Markdown would read it character by character.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from routine.cli.ending import FORESEEN, report
from routine.pages import addresses as at
from routine.pages.registry import PAGES
from routine.pages.render import headings
from routine.site import own
from routine.site.build import NOT_FOUND, our_theme, prepared
from routine.site.site import Published
from routine.site.stubs import stubs

OWN = at.OWN.strip("/") + "/"
ASIDE = re.compile(r"<!--rutin (\d+)-->")
# Markdown makes the heading's id from its words; an action may have the same id.
HEADING_ID = re.compile(r'<h1 id="[^"]*">')


def define_env(env: Any) -> None:
    """Prepare the site, unless our own build has, and register its macros.

    A broken routine ends the build before anything is written.
    """
    config = env.conf
    site = config["extra"].pop("site", None) or _prepared(config)
    our_theme(config)
    engine = Engine(site)
    config.plugins["rutin"] = engine
    for name, macro in headings(site.routine).items():
        env.macro(macro, name)
    for page in PAGES:
        env.macro(engine.aside(env, page.name), page.name)


def _prepared(config: MkDocsConfig) -> Published:
    """Prepare the site for MkDocs' own build.

    Raises PluginError, which MkDocs shows as a plain message, without a traceback.
    """
    try:
        return prepared(config)
    except FORESEEN as error:
        data = config["extra"].get("data", "")
        raise PluginError(f"\n\n{report(error, Path(config.config_file_path).parent / data, data)}\n") from None


class Engine(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """A MkDocs plugin that gives each page its content and its shell."""

    def __init__(self, site: Published) -> None:
        self.site = site
        self.html: list[str] = []

    def aside(self, env: Any, name: str) -> Any:
        """Make the macro of this name, whose HTML is put aside."""

        def macro(*role: str) -> str:
            html = self.site.macros(_address(env.page))[name](*role)
            self.html.append(html)
            return f"<!--rutin {len(self.html) - 1}-->" if html else ""

        return macro

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages that docs/ lacks, and remove those with nothing to show."""
        wanted = stubs(self.site.routine)
        found = {file.dest_uri: file for file in files.documentation_pages()}
        made = {file.dest_uri: file for file in (_generated(config, *each) for each in wanted.items())}
        for uri in found.keys() - made.keys():
            if not uri.startswith(OWN):
                files.remove(found[uri])
        for uri in made.keys() - found.keys():
            files.append(made[uri])
        return files

    def on_page_content(self, html: str, page: Page, **_: Any) -> str:
        """Insert the HTML that the macros gave."""
        if page.file.dest_uri.startswith(OWN):
            return own.linked(html, self.site.links(_address(page)))
        return ASIDE.sub(lambda found: self.html[int(found[1])], HEADING_ID.sub("<h1>", html))

    def on_page_context(self, context: Any, page: Page, **_: Any) -> Any:
        """Give the theme the shell of the page."""
        return context | {"shell": self.site.shell(_address(page))}

    def on_template_context(self, context: Any, **_: Any) -> Any:
        """Give the theme the shell of the 404 page, which has no Markdown."""
        return context | {"shell": self.site.shell(f"/{NOT_FOUND}")}

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write all other files."""
        self.site.complete(Path(config.site_dir))


def _generated(config: MkDocsConfig, uri: str, text: str) -> File:
    return File.generated(config, uri, content=text)


def _address(page: Page) -> str:
    return "/" + str(page.file.dest_uri).removesuffix("index.html")
