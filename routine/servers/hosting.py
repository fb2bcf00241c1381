"""Where a site is served: what a keeper changes in the files, and what follows from the site's address."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from msgspec import Struct
from msgspec.structs import replace

# As Debian has them. A folder of their own, since a web server must be able to read it and should read nothing else.
FOLDERS = "/".join(("", "var", "www"))
SLUG = "rutin"
FOLDER = f"{FOLDERS}/{SLUG}"
LOGS = "/".join(("", "var", "log"))
HOST = "namn.example"
HTTPS_PORT = 443
UNKNOWN_ADDRESS = (
    f"ADRESSEN ÄR INTE KÄND: filen är gjord för roten av {HOST}. Ska webbplatsen ligga någon annanstans,",
    "gör filerna på nytt i stället för att ändra dem:  python -m routine kit --address https://namnet/mapp/webb/",
    "",
)


class Hosting(Struct, frozen=True):
    """`base` is the path that the site lives under, as `/rutin/`; `folder` where the built files lie on the server, and
    `logs` where its log is written. `port` is what the server listens on, `address` what readers write, as it was
    given. A host that is not `known` is an example."""

    host: str = HOST
    base: str = "/"
    port: int = 80
    folder: str = FOLDER
    logs: str = LOGS
    known: bool = False
    address: str = ""

    @property
    def slug(self) -> str:
        """What all that is the site's own on a server is named after, from the last folder of its address: `rutin` for
        `/rutin/` and for the root, `rutin-prov` for `/a/prov/`.

        It holds `a-z`, `0-9` and `-`, and begins so that nothing else there, as `html` or `access.log`, is called that.
        """
        last = "-".join(re.findall(r"[a-z0-9]+", self.bare.rpartition("/")[2].lower())) or SLUG
        return last if last.startswith(SLUG) else f"{SLUG}-{last}"

    @property
    def bare(self) -> str:
        """The path without its last slash, as a reader may write it: empty where the site lives at the root."""
        return self.base.rstrip("/")

    @property
    def tls(self) -> int:
        """The port for https, as readers write it."""
        port = urlsplit(self.address).port if self.secure else None
        return port or HTTPS_PORT

    @property
    def written(self) -> str:
        """The host as an address has it, and the servers' files: the colons of one in IPv6 stand in brackets."""
        return f"[{self.host}]" if self.numbered else self.host

    @property
    def numbered(self) -> bool:
        """Whether the host is an address in IPv6."""
        return ":" in self.host

    @property
    def asked(self) -> str:
        """The host as readers write it after https: with its port where that is another than usual."""
        return self.written if self.tls == HTTPS_PORT else f"{self.written}:{self.tls}"

    @property
    def unknown(self) -> list[str]:
        """What a keeper reads first where nobody has said the address."""
        return [] if self.known else [*UNKNOWN_ADDRESS]

    @property
    def secure(self) -> bool:
        """Whether readers come by https."""
        return not self.address.startswith("http:")

    @property
    def heard(self) -> str:
        """The address that the server answers at as the files stand, before anybody has given it a certificate."""
        return f"http://{self.written}{'' if self.port == 80 else f':{self.port}'}{self.base}"

    @property
    def label(self) -> str:
        """What tells the site from others on the same server, as `rutin_namn.example/a/b`: a name may be there once, so
        that no two addresses have the same. Signs that some server reads in its own way are written with `~`."""
        port = "" if self.port == 80 else f":{self.port}"
        return f"{SLUG}_{quote(f'{self.host}{port}{self.bare}', safe='/:').replace('~', '%7E').replace('%', '~')}"


def hosting_at(address: str) -> Hosting:
    """The place that an address leads to; an example where the address is empty. The address has been checked."""
    if not address:
        return Hosting()
    parts = urlsplit(address)
    base = parts.path.rstrip("/") + "/"
    # What takes https in front of the server, on whatever port, is another program.
    port = parts.port if parts.port and parts.scheme == "http" else 80
    found = Hosting(parts.hostname or HOST, base, port, known=True, address=f"{address.rstrip('/')}/")
    return replace(found, folder=f"{FOLDERS}/{found.slug}")
