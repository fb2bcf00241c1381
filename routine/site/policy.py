"""The content security policy of pages.

It allows what the site itself has, and nothing else. It has no hash and no `unsafe-*`: no page has a script or a style
of its own inline, so nothing needs an exception.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from msgspec import Struct

NONE, SELF = "'none'", "'self'"
# The one Trusted Types policy that lets a script load another: routine/pages/shell/script.js.
TRUSTED = "rutin"


class Directive(Struct, frozen=True):
    """A rule of the policy, with its purpose in Swedish.

    A page cannot declare a directive without `meta`: only a header can.
    """

    name: str
    value: str
    about: str
    meta: bool = True

    def __str__(self) -> str:
        return f"{self.name} {self.value}"


POLICY = (
    Directive("default-src", NONE, "det som inte nämns nedan är förbjudet"),
    Directive("script-src", SELF, "skript bara som filer från webbplatsen"),
    Directive("style-src", SELF, "stilmallar bara som filer från webbplatsen"),
    Directive("img-src", SELF, "bilder bara därifrån"),
    Directive("font-src", SELF, "typsnitt bara därifrån"),
    Directive("base-uri", NONE, "ingen får flytta sidans länkar"),
    Directive("form-action", NONE, "inget formulär skickas någonstans"),
    Directive("require-trusted-types-for", "'script'", "ingen text blir skript av misstag"),
    Directive("trusted-types", TRUSTED, "utom den adress till ett eget skript som webbplatsen själv gör"),
    Directive("frame-ancestors", NONE, "ingen får visa sidan inuti en annan", meta=False),
)


def written(directives: Iterable[Directive]) -> str:
    """Write the directives as a header or a page has them."""
    return "; ".join(map(str, directives))


# The header is for a server. Each page has the tag, so that the policy holds on a file share too.
HEADER = written(POLICY)
META_TAG = '<meta http-equiv="Content-Security-Policy" content="{}">'
META = META_TAG.format(written(each for each in POLICY if each.meta))


def standalone_policy(style: str) -> str:
    """Return the meta tag of the policy for the stand-alone file.

    The policy allows nothing but this one style, by the digest of its text.
    """
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return META_TAG.format(f"default-src {NONE}; style-src 'sha256-{digest}'; base-uri {NONE}; form-action {NONE}")
