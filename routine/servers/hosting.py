"""Where a site is served, and what follows from its address."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from msgspec import Struct

# As Debian has them. A folder of their own, since a web server must be able to read it and should read nothing else.
FOLDERS, LOGS = "/var/www", "/var/log"
SLUG = "rutin"
HOST = "namn.example"


class Hosting(Struct, frozen=True):
    """A place on a server: `address` is what readers write, empty where it is not known; `logs` where its logs lie."""

    address: str = ""
    folders: str = FOLDERS
    logs: str = LOGS

    @property
    def known(self) -> bool:
        return bool(self.address)

    @property
    def secure(self) -> bool:
        """Tell whether readers come by https."""
        return not self.address.startswith("http:")

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or HOST

    @property
    def asked(self) -> str:
        """Give the host as readers write it, with its port where that is another than usual."""
        return urlsplit(self.address).netloc or HOST

    @property
    def port(self) -> int:
        """Give what the server listens on. What takes https in front of it, on whatever port, is another program."""
        return 80 if self.secure else urlsplit(self.address).port or 80

    @property
    def base(self) -> str:
        """Give the path that the site lies under, as `/rutin/`."""
        return urlsplit(self.address).path.rstrip("/") + "/"

    @property
    def bare(self) -> str:
        """Give the path without its last slash, as a reader may write it: empty at the root."""
        return self.base.rstrip("/")

    @property
    def slug(self) -> str:
        """Name what is the site's own on a server, after the last folder of its address, with the word rutin first."""
        last = "-".join(re.findall(r"[a-z0-9]+", self.bare.rpartition("/")[2].lower())) or SLUG
        return last if last.startswith(SLUG) else f"{SLUG}-{last}"

    @property
    def folder(self) -> str:
        """Give the link on the server that leads to the version that is shown."""
        return f"{self.folders}/{self.slug}"

    @property
    def heard(self) -> str:
        """Give the address that the server answers at before anybody has given it a certificate."""
        return f"http://{self.host}{'' if self.port == 80 else f':{self.port}'}{self.base}"

    @property
    def label(self) -> str:
        """Tell the site from others on the same server. Signs that some server reads in its own way become `~`."""
        port = "" if self.port == 80 else f":{self.port}"
        return f"{SLUG}_{quote(f'{self.host}{port}{self.bare}', safe='/:').replace('~', '%7E').replace('%', '~')}"


def hosting_at(address: str) -> Hosting:
    """Make the place that a checked address leads to; an example where it is empty."""
    return Hosting(f"{address.rstrip('/')}/" if address else "")
