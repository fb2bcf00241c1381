"""The place where a site is served, and the files for its web server."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from msgspec import Struct

from routine.site.policy import HEADER, POLICY

# Debian's paths. The sites have their own folder: a web server must be able to read it, and should read nothing else.
FOLDERS, LOGS = "/var/www", "/var/log"
SLUG = "rutin"
HOST = "namn.example"


class Hosting(Struct, frozen=True):
    """A place on a server.

    `address` is the one that readers write, empty where it is unknown; `folders` has the sites, `logs` their logs.
    """

    address: str = ""
    folders: str = FOLDERS
    logs: str = LOGS

    @property
    def known(self) -> bool:
        return bool(self.address)

    @property
    def secure(self) -> bool:
        """Return whether readers come by https."""
        return not self.address.startswith("http:")

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or HOST

    @property
    def asked(self) -> str:
        """Return the host as readers write it, with any unusual port."""
        return urlsplit(self.address).netloc or HOST

    @property
    def port(self) -> int:
        """Return the port that the server listens on.

        Another program takes https in front of the server, on whatever port.
        """
        return 80 if self.secure else urlsplit(self.address).port or 80

    @property
    def base(self) -> str:
        """Return the path that the site lies under, as `/rutin/`."""
        return urlsplit(self.address).path.rstrip("/") + "/"

    @property
    def bare(self) -> str:
        """Return the path without its last slash: empty at the root.

        A reader may write it so.
        """
        return self.base.rstrip("/")

    @property
    def slug(self) -> str:
        """Return the name of the site's own files on a server.

        It is the last folder of the site's address, with the word rutin first.
        """
        last = "-".join(re.findall(r"[a-z0-9]+", self.bare.rpartition("/")[2].lower())) or SLUG
        return last if last.startswith(SLUG) else f"{SLUG}-{last}"

    @property
    def folder(self) -> str:
        """Return the link on the server to the version that is shown."""
        return f"{self.folders}/{self.slug}"

    @property
    def heard(self) -> str:
        """Return the address that the server answers at without a certificate."""
        return f"http://{self.host}{'' if self.port == 80 else f':{self.port}'}{self.base}"

    @property
    def label(self) -> str:
        """Return a label that identifies the site on a server with several.

        Characters that some server reads in its own way become `~`.
        """
        port = "" if self.port == 80 else f":{self.port}"
        return f"{SLUG}_{quote(f'{self.host}{port}{self.bare}', safe='/:').replace('~', '%7E').replace('%', '~')}"


def hosting_at(address: str) -> Hosting:
    """Return the place of a checked address.

    An empty address gives an example.
    """
    return Hosting(f"{address.rstrip('/')}/" if address else "")


TEMPLATES = Path(__file__).parent / "servers"
FILES = ("las-mig.txt", "nginx.conf", "apache.conf", "Caddyfile", "web.config", "_headers")


def environment(folder: Path) -> Environment:
    """Make a template environment for plain text.

    Apache has `{%` of its own, so a statement stands between `<%` and `%>`.
    """
    return Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        block_start_string="<%",
        block_end_string="%>",
        trim_blocks=True,
        keep_trailing_newline=True,
    )


def kit(place: Hosting, name: str) -> dict[str, str]:
    """Render the files for a site of this name: file name → text."""
    read = environment(TEMPLATES)
    return {each: read.get_template(each).render(place=place, name=name, policy=HEADER, rules=POLICY) for each in FILES}
