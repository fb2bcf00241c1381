"""What goes with each answer, whichever server gives it: headers, kinds of files, what is compressed, and the log."""

from __future__ import annotations

from msgspec import Struct

from routine.servers.policy import HEADER, POLICY, written

# What no page asks for. Copying is not among them: a reader copies what the guide puts together.
ABILITIES = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")


class Header(Struct, frozen=True):
    """A header of every answer, the page for a wrong address among them, and in Swedish what it is for."""

    name: str
    value: str
    about: str


class FileKind(Struct, frozen=True):
    """Files that end so, and what they are. What is `packed` is compressed on the way."""

    suffix: str
    mime: str
    packed: bool = True
    charset: str = "utf-8"

    @property
    def content_type(self) -> str:
        """The whole value of the header."""
        return f"{self.mime}; charset={self.charset}" if self.charset else self.mime


class Caching(Struct, frozen=True):
    """What a browser may keep. `kept` goes with the files of `folder`, asked for at an address that has a version;
    `asked` with all else, the page for a wrong address there among it, and what an open page asks for later. Where a
    server does not see which address it was, only those of `vendor` are kept: no page asks for one of them later."""

    asked: Header
    kept: Header
    folder: str
    vendor: str


class Standalone(Struct, frozen=True):
    """A file that has a style of its own and a policy that allows it. Of a server it gets, as `header`, only what no
    page can say of itself: two policies would both hold, and refuse the style. `path` is from the site."""

    path: str
    header: Header


class Described(Struct, frozen=True):
    """The description that every writer reads.

    `headers` go with each answer, `caching` beside them; the `standalone` file has its own policy. `choices` are
    headers that a keeper decides about, and that stand in the files as comments. What is `missing` is the page for a
    wrong address. `packed_from` is bytes: what is smaller gains nothing by being compressed.
    """

    headers: tuple[Header, ...]
    caching: Caching
    standalone: Standalone
    choices: tuple[Header, ...]
    kinds: tuple[FileKind, ...]
    index: str
    missing: str
    packed_from: int

    @property
    def packed(self) -> tuple[FileKind, ...]:
        """What is compressed on the way."""
        return tuple(kind for kind in self.kinds if kind.packed)

    @property
    def policy(self) -> Header:
        """What a page may do: one of `headers`."""
        return next(each for each in self.headers if each.name == self.standalone.header.name)

    @property
    def unchanging(self) -> tuple[Header, ...]:
        """Those of `headers` that go with the file that stands alone as well."""
        return tuple(each for each in self.headers if each != self.policy)

    @property
    def sent(self) -> tuple[Header, ...]:
        """All that is sent, as a keeper is told of it."""
        return (*self.headers, self.caching.asked, self.caching.kept)


DESCRIBED = Described(
    headers=(
        Header("Content-Security-Policy", HEADER, "vad en sida får göra; samma sak står i varje sida"),
        Header("Referrer-Policy", "no-referrer", "ingen annan webbplats får veta vilken sida besökaren kom från"),
        Header("Permissions-Policy", ", ".join(f"{each}=()" for each in ABILITIES), "det som ingen sida frågar efter"),
        Header("Cross-Origin-Opener-Policy", "same-origin", "andra webbplatser når inte fönstret"),
        Header("Cross-Origin-Resource-Policy", "same-origin", "andra webbplatser får inte visa filerna som sina"),
        Header("X-Content-Type-Options", "nosniff", "en fil är det som servern säger, och inget annat"),
        Header("X-Robots-Tag", "noindex", "sökmotorer visar ingen fil härifrån, inte heller utskrifterna"),
    ),
    caching=Caching(
        Header("Cache-Control", "no-cache", "webbläsaren frågar varje gång om sidan är ändrad, och hämtar den bara då"),
        # Private: the search's file says all that the site says. Where only some may read it, no proxy between may hand
        # it on; and what a proxy had wrong, everybody behind it would have wrong as well. A day: a page that came in
        # the moment before a version was changed may get what it asks for from the next one, under its own address.
        # Where that version is taken back, no browser has it longer than this.
        Header(
            "Cache-Control",
            "private, max-age=86400",
            "det som en sida hämtar i assets när den öppnas sparar webbläsaren ett dygn; adressen bär en version, som "
            "följer av filen",
        ),
        "assets/",
        "assets/vendor/",
    ),
    standalone=Standalone(
        "ta-med/rutinen.html",
        Header(
            "Content-Security-Policy",
            written(each for each in POLICY if not each.meta),
            "filen som laddas ner har resten av policyn i sig, med en egen stil",
        ),
    ),
    choices=(
        Header(
            "Strict-Transport-Security",
            "max-age=31536000",
            "webbläsaren minns i ett år att värden bara nås med https; det gäller allt på värden, och går inte att ta "
            "tillbaka på kort tid",
        ),
    ),
    kinds=(
        FileKind("html", "text/html"),
        FileKind("css", "text/css"),
        FileKind("js", "text/javascript"),
        FileKind("json", "application/json", charset=""),
        FileKind("svg", "image/svg+xml", charset=""),
        FileKind("txt", "text/plain"),
        FileKind("pdf", "application/pdf", packed=False, charset=""),
        FileKind("png", "image/png", packed=False, charset=""),
        FileKind("woff2", "font/woff2", packed=False, charset=""),
    ),
    index="index.html",
    missing="404.html",
    packed_from=512,
)
