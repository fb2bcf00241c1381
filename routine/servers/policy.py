"""What a page may do, as a content security policy: what the site itself has, and nothing else. No hash and no
`unsafe-*`: no page has a script or a style of its own, so there is nothing to make an exception for."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from msgspec import Struct

NONE, SELF = "'none'", "'self'"
# The one name under which a script may make a text the address of another: routine/assets/js/shared/script.js.
TRUSTED = "rutin"


class Directive(Struct, frozen=True):
    """One of the policy's rules, and in Swedish what it is for. Without `meta`, no page can say it of itself."""

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
    """As a header, and a page, writes them."""
    return "; ".join(map(str, directives))


# For a server, and for each page to say of itself wherever it is opened: from a file share too.
HEADER = written(POLICY)
META_TAG = '<meta http-equiv="Content-Security-Policy" content="{}">'
META = META_TAG.format(written(each for each in POLICY if each.meta))


def standalone_policy(style: str) -> str:
    """What a file may do that stands alone, for itself to say: nothing but to have this one style, whose text it is."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return META_TAG.format(f"default-src {NONE}; style-src 'sha256-{digest}'; base-uri {NONE}; form-action {NONE}")
