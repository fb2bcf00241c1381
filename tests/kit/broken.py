"""Broken routines: small.yaml with one thing changed, and what the report has to say about each.

A `§` in a replacement marks where a fault is expected to stand; it is taken out before the file is read.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace

from routine.domain.adopted import Adopted
from routine.domain.model import Routine
from routine.loading.parse import parse, parse_adopted
from tests.kit.paths import SMALL, SMALL_ADOPTED

ADOPTED_TEXT = SMALL_ADOPTED.read_text(encoding="utf-8")
SMALL_TEXT = SMALL.read_text(encoding="utf-8")


def lines_of(text: str) -> tuple[int, int]:
    """The first and the last line that a text fills in the small routine, where it stands once."""
    assert SMALL_TEXT.count(text) == 1, text
    first = SMALL_TEXT[: SMALL_TEXT.index(text)].count("\n") + 1
    return first, first + text.rstrip("\n").count("\n")


MARKER = "§"
FAILURES = SMALL_TEXT[SMALL_TEXT.index("  failures:\n") : SMALL_TEXT.index("  feedback:")]
TRACKS = SMALL_TEXT[SMALL_TEXT.index("tracks:\n") : SMALL_TEXT.index("sections:\n")]
MORE_TRACKS = "".join(
    f"  - {'§' if n == 9 else ''}id: spar-{n}\n    title: Spår {n}\n    basis: kalla\n" for n in range(3, 10)
)
EASY = SMALL_TEXT[SMALL_TEXT.index("\neasy:") :]
EASY_ROLE = EASY[EASY.index("  roles:") : EASY.index("  steps:")]
UNANSWERED = EASY[EASY.index("      unanswered:") : EASY.index("    - step: stang-kranen")]
EASY_STEP = EASY[EASY.index("    - step: stang-kranen") :]
ADVICE = (
    "  - id: fukt\n    title: Fukt\n    points:\n      - Vädra när det regnar in.\n    source:\n"
    "      publisher: Exempelverket\n      title: Fukt\n    checked: 2024-04-30\n    roles: [rektorn]\n"
)
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem that is expected: its code, what its message names, and where it stands.

    `at` is the marker (the next one in the file), a text that occurs once in the broken file, or line and column.
    """

    code: str
    names: str
    at: str | Place = MARKER


@dataclass(frozen=True, slots=True)
class Case:
    """A broken file, by replacements in small.yaml or as whole bytes. `held`: the adopted document lies beside it."""

    name: str
    faults: tuple[Fault, ...]
    swaps: tuple[tuple[str, str], ...] = ()
    data: bytes | None = field(default=None, repr=False)
    held: bool = False

    def read(self) -> Routine:
        """What the product makes of it: raises RoutineError."""
        return parse(self.file(), "rutin.yaml", small_adopted() if self.held else None)

    def file(self) -> bytes:
        """The bytes of the broken file."""
        return self._marked().replace(MARKER, "").encode() if self.data is None else self.data

    def expected(self) -> list[tuple[str, Place, str]]:
        """Code, place and named value of every fault, in the order of the file."""
        marks = self._places()
        return sorted(
            ((fault.code, self._place(fault, marks), fault.names) for fault in self.faults),
            key=lambda fault: (fault[1], fault[0], fault[2]),
        )

    def _marked(self) -> str:
        text = SMALL_TEXT
        for old, new in self.swaps:
            assert text.count(old) == 1, f"{self.name}: {old!r} occurs {text.count(old)} times"
            text = text.replace(old, new)
        return text

    def _places(self) -> list[Place]:
        if self.data is not None:
            return []
        before, *rest = self._marked().split(MARKER)
        places = []
        for part in rest:
            places.append(_place_after(before))
            before += part
        assert len(places) == sum(fault.at == MARKER for fault in self.faults), (
            f"{self.name}: markers and faults differ"
        )
        return places

    def _place(self, fault: Fault, marks: list[Place]) -> Place:
        if fault.at == MARKER:
            return marks.pop(0)
        if isinstance(fault.at, tuple):
            return fault.at
        text = self.file().decode()
        assert text.count(fault.at) == 1, f"{self.name}: {fault.at!r} occurs {text.count(fault.at)} times"
        return _place_after(text[: text.index(fault.at)])


def small_adopted() -> Adopted:
    """The document behind the small routine."""
    return parse_adopted(SMALL_ADOPTED.read_bytes(), "adopted.yaml")


def _place_after(text: str) -> Place:
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def swap(name: str, old: str, new: str, *faults: tuple[str, str] | Fault) -> Case:
    """A case with one replacement."""
    return swaps(name, ((old, new),), *faults)


def swaps(name: str, pairs: tuple[tuple[str, str], ...], *faults: tuple[str, str] | Fault) -> Case:
    """A case with several replacements. The faults at markers are given in the order of the markers."""
    return Case(name, tuple(fault if isinstance(fault, Fault) else Fault(*fault) for fault in faults), pairs)


def unlike(name: str, old: str, new: str, *faults: tuple[str, str] | Fault) -> Case:
    """A case with one replacement, in a routine that is held to the adopted document."""
    return replace(swap(name, old, new, *faults), held=True)


def whole(name: str, data: bytes, *faults: Fault) -> Case:
    """A case that is a file of its own."""
    return Case(name, faults, data=data)


def decomposed(text: str) -> bytes:
    """The text as some systems save it: each letter and its dots apart."""
    return unicodedata.normalize("NFD", text).encode()


def _more_actions(count: int) -> str:
    """Actions of one role in the last section, after the tenth row."""
    row = (
        "  - id: extra-{0}\n    section: 7.2.1\n    row: {0}\n    responsible: [vaktmastaren]\n"
        "    text: Flytta låda {0}\n    others: flyttar låda {0}\n"
    )
    return "".join(row.format(number) for number in range(11, 11 + count))


def _asked(id: str, on: str) -> str:
    """A question that hangs on another."""
    return (
        f"  - id: {id}\n    text: Är det {id}?\n    basis: kalla\n    answered_by: [rektorn]\n    conditions:\n"
        f"      - question: {on}\n        answer: ja\n        text: om det är så\n        basis: kalla\n"
    )


NAME = "  name: Exempelguiden\n"
PAGES = "  pages: 3\n"
SOURCE_DATE = "  date: 2020-02-29\n"
POINT = "      - Stäng dörren efter dig.\n"
ANSWER = "        answer: nej\n"
WITHIN = "    within:\n      count: 3\n      unit: dagar\n      basis: kalla\n"
LIMIT_START = "      after: flytta-klassen\n"
AFTER = "    after:\n      - action: stang-kranen\n"
TOLD = "    informs:\n      - role: rektorn\n        basis: kalla\n"
CLOSE = "    wallet: Stäng kranen\n"
FANS = "    others: hyr fläktar\n"
SOON = "        answer: ja\n        text: om det rinner ännu\n"
REQUIREMENT = "      text: Ta med klasslistan.\n      basis: tolkning\n"
MOVED = (
    "    text: Flytta klassen till en annan sal\n    others: flyttar klassen till en annan sal\n"
    "    done: flyttat klassen till en annan sal\n"
)
CLASS = "      - who: Klassen\n        what: får veta att fläktarna väsnas\n"
HOMES = "      - who: Hemmen\n        what: får veta att salen är stängd\n        basis: kalla\n"
BY = "        by: rektorn\n"
CHOSEN = "        chosen_by: upptackaren\n"
MEANS = "        guidance: [el-och-vatten]\n"
DIAL = "      number: 010-555 01 00\n"
HEARD = "    heard_by:\n      - role: va-ingenjoren\n"
IN_PLACE = (
    "    proxy:\n      role: vaktmastaren\n      text: Flytta klassen i rektorns ställe\n      basis: tolkning\n"
    "      unasked: ja\n"
)
MOVE = f"    requirement:\n{REQUIREMENT}"
FIRST_NUMBER = SMALL_TEXT[SMALL_TEXT.index('  - number: "112"\n') : SMALL_TEXT.index("  - number: 010-555 01 00\n")]
SECOND_NUMBER = SMALL_TEXT[SMALL_TEXT.index("  - number: 010-555 01 00\n") : SMALL_TEXT.index("\nguidance:")]
EMERGENCY = "    advice: Ring jouren när huset är stängt.\n"
UNSAID = "    open_question: vem-tittar\n    contacts:"
MEANWHILE = "    meanwhile: Ring jouren om salen läcker på helgen.\n"
JOUR = "    number: 010-555 01 23\n    valid_until: 2025-06-30\n"
BASIS = '    number: "7.1"\n    basis: kalla\n'
ROLE = (
    "  - id: grannen\n    name: Grannen\n    tab: Bredvid\n    summary: Du bor intill\n"
    "    starts:\n      text: det rinner in hos dig.\n      basis: kalla\n    intro: Du hör av dig.\n\ntracks:\n"
)

SYNTAX = (
    whole("latin-1", SMALL_TEXT.encode("latin-1"), Fault("S001", "äldre kodning", (1, 7))),
    whole(
        "latin-1 efter byteordningsmärke",
        b"\xef\xbb\xbf# \xc3\xa5\xc3\xa4\n# sm\xf6rja\n",
        Fault("S011", "saknar innehåll", (1, 1)),
        Fault("S001", "inte går att läsa", (2, 5)),
    ),
    whole("utf-16", SMALL_TEXT.encode("utf-16"), Fault("S001", "UTF-16", (1, 1))),
    whole(
        "för stor",
        SMALL_TEXT.encode() + b"#" * 400_000,
        Fault("S010", "400\N{NO-BREAK SPACE}000 byte", (1, 1)),
    ),
    whole("för många rader", b"a: b\n" * 13_000, Fault("S010", "13\N{NO-BREAK SPACE}001 rader", (13_001, 1))),
    whole(
        "för lång rad", f"a: b\nc: {'å' * 2_000}\n".encode(), Fault("S010", "2\N{NO-BREAK SPACE}003 tecken", (2, 2_001))
    ),
    whole(
        "för många värden",
        b"a:\n" + b"  - [b, b, b, b, b, b, b, b, b]\n" * 2_500,
        Fault("S010", "25\N{NO-BREAK SPACE}000", (2_501, 24)),
    ),
    whole("tom fil", b"", Fault("S011", "saknar innehåll", (1, 1))),
    whole("bara byteordningsmärke", b"\xef\xbb\xbf", Fault("S011", "saknar innehåll", (1, 1))),
    whole("bara kommentarer", b"# rutinen kommer sen\n\n", Fault("S011", "saknar innehåll", (1, 1))),
    whole("en lista", b"# hej\n- site\n- roles\n", Fault("S011", "site:", (2, 1))),
    whole("en text", b"rutinen", Fault("S011", "site:", (1, 1))),
    whole("djupa klamrar", b"site: " + b"[" * 1900, Fault("S009", "20", (1, 26))),
    whole("djupa streck", b"site:\n" + b"- " * 300 + b"x\n", Fault("S009", "20", (2, 39))),
    swap("kolon i text", NAME, "  name: Exempel§: guiden\n", ("S002", "kolon")),
    swap("inget mellanslag efter kolon", NAME, "  §name:Exempelguiden\n", ("S002", "mellanslag")),
    swap("inget kolon", "terms:\n", "§terms\n", ("S002", "kolon")),
    swap("citattecken stängs inte", NAME, '  name: §"Exempelguiden\n', ("S002", "slutar först på rad 25")),
    swap(
        "sista citattecknet stängs inte",
        "    meaning: En ny titt på salen när den har torkat.\n",
        "    meaning: §'En ny titt på salen.\n",
        ("S002", "citattecken"),
    ),
    swap(
        "klammer stängs inte",
        "    checklists: [upptackaren, vaktmastaren]\n",
        "    checklists: §[upptackaren, vaktmastaren\n",
        ("S002", "klammer"),
    ),
    swap("klammer utan början", NAME, "  name: §]Exempelguiden\n", ("S002", "kan inte börja")),
    swap("snabel-a först", NAME, "  name: §@exempelguiden\n", ("S002", "kan inte börja")),
    swap("större än först", NAME, "  name: > §tre meter vatten\n", ("S002", "| eller >")),
    swap("okänt omvänt snedstreck", NAME, '  name: "Exempel\\§guiden"\n', ("S002", "snedstreck")),
    swap("sökväg i Windows", NAME, '  name: "C:\\U§tbildning"\n', ("S002", "snedstreck")),
    swap("teckennummer som inte finns", NAME, '  name§: "\\UFFFFFFFF"\n', ("S002", "går inte att läsa")),
    swap("streck efter kolon", NAME, "  name: §- Exempelguiden\n", ("S002", "Strecket")),
    swap("för stort indrag", NAME + "  description", "   §name: Exempelguiden\n  description", ("S002", "Indraget")),
    swap("för litet indrag", NAME + "  description", " §name: Exempelguiden\n  description", ("S002", "Indraget")),
    swap("tabb som indrag", NAME, "§\tname: Exempelguiden\n", ("S003", "tabb")),
    swap("tabb efter kolon", NAME, "  name:§\tExempelguiden\n", ("S003", "tabb")),
    swap("tabb i text", NAME, "  name: Exempel§\tguiden\n", ("S003", "tabb")),
    swap(
        "nyckel två gånger", "    text: Byt röret\n", "    text: Byt röret\n    §text: Byt kranen\n", ("S004", "text")
    ),
    swap("grupp två gånger", "terms:\n", "terms:\n§terms:\n", ("S004", "terms")),
    swap("alias", NAME, "  name: §*namnet\n", ("S005", "*namnet")),
    swap("fetstil i text", NAME, "  name: §**Exempelguiden**\n", ("S005", "**")),
    swap("ankare", NAME, "  name: §&namnet Exempelguiden\n", ("S005", "&namnet")),
    swap("et-tecken först", NAME, "  name: &§ Exempelguiden\n", ("S005", "&")),
    swap(
        "ankare och alias",
        "      roles: [va-ingenjoren, rektorn]\n",
        "      roles: §&alla [va-ingenjoren, *alla]\n",
        ("S005", "&alla"),
    ),
    swap("sammanslagning", NAME, "  §<<: {name: Exempelguiden}\n", ("S005", "<<")),
    swap("typmärke", PAGES, "  pages: §!!int 3\n", ("S006", "!!int")),
    swap("utropstecken först", NAME, "  name: §!viktigt\n", ("S006", "!viktigt")),
    swap("två utropstecken", NAME, "  name: §!obs!viktigt\n", ("S006", "!")),
    swap("nollbrett tecken", NAME, "  name: Exempel§\u200bguiden\n", ("S007", "U+200B")),
    swap("mjukt bindestreck", NAME, "  name: Exempel§\u00adguiden\n", ("S007", "U+00AD")),
    swap("radtecken som bara YAML ser", NAME, "  name: Exempel§\u2028guiden\n", ("S007", "U+2028")),
    swap("byteordningsmärke i texten", "terms:\n", "§\ufeffterms:\n", ("S007", "U+FEFF")),
    swap("nolltecken", NAME, "  name: Exempel§\0guiden\n", ("S007", "U+0000")),
    swap("bokstav i två tecken", "Stäng huvudkranen", "St§a\u0308ng huvudkranen", ("S007", "ä")),
    swap("osynligt tecken med snedstreck", NAME, '  name: §"Exempel\\u200bguiden"\n', ("S007", "U+200B")),
    swap("halvt tecken med snedstreck", NAME, '  name: §"Exempel\\ud800"\n', ("S007", "U+D800")),
    swap("hårt mellanslag i nyckel", NAME, "  na§\u00a0me: Exempelguiden\n", ("S007", "U+00A0")),
    swap("hårt mellanslag efter kolon", NAME, "  name:§\u00a0Exempelguiden\n", ("S007", "U+00A0")),
    swap("hårt mellanslag som indrag", NAME, "§\u00a0 name: Exempelguiden\n", ("S007", "U+00A0")),
    swap("hårt mellanslag efter streck", POINT, "      -§\u00a0Stäng dörren.\n", ("S007", "U+00A0")),
    swap("text efter nummertecken", EMERGENCY, "    advice: Ring jouren §# när huset är stängt\n", ("S008", "#")),
    swap("nummertecken i lista", POINT, "      - Stäng §# dörren efter dig.\n", ("S008", "#")),
    swap(
        "kommentar inklistrad efter text",
        EMERGENCY,
        "    advice: Ring jouren    §# när huset är stängt\n",
        ("S008", "#"),
    ),
    swap("två dokument", "terms:\n", "§---\nterms:\n", ("S012", "dokument")),
    swap("slut på dokument", "terms:\n", "§...\nterms:\n", ("S012", "slut")),
    swap("lista som nyckel", NAME, "  ? §[name]\n  : Exempelguiden\n", ("S013", "nyckel")),
    swap("dubbla klamrar", NAME, "  name: {§{ namnet }}\n", ("S013", "nyckel")),
    swap("null", NAME, "  name: §null\n", ("S014", "null")),
    swap("vågtecken", NAME, "  name: §~\n", ("S014", "~")),
    swap("Null i lista", POINT, "      - §Null\n", ("S014", "Null")),
    swap(
        "två ändringar som krockar",
        PAGES,
        f"§<<<<<<< HEAD\n{PAGES}=======\n  pages: 4\n>>>>>>> fyra-sidor\n",
        ("S015", "Två har ändrat samma rader"),
    ),
    swap("tankstreck före en post", POINT, "      §– Stäng dörren efter dig.\n", ("S016", "–")),
    swap("punkt före en post", POINT, "      §• Stäng dörren efter dig.\n", ("S016", "•")),
    swap("streck utan mellanslag", POINT, "      §-Stäng dörren efter dig.\n", ("S017", "mellanslag")),
    swap("streck ett steg in", POINT, "       §- Stäng dörren efter dig.\n", ("S018", "ett mellanslag för långt in")),
    swap("streck ett steg ut", POINT, "     §- Stäng dörren efter dig.\n", ("S018", "ett mellanslag för långt ut")),
    swap("streck under en text", FANS, f"{FANS}      §- och slangar\n", ("S018", "en del av texten")),
    swap("streck saknas", POINT, "      §Stäng dörren efter dig.\n", ("S019", "strecket")),
    swap("streck saknas före id", "  - id: mogel\n", "    §id: mogel\n", ("S019", "strecket")),
    swap("listans rad saknas", "\nquestions:\n  - id", "\n  - §id", ("S023", "questions:")),
    swap(
        "postens början saknas",
        "  - id: kontakt-jouren-natt\n    function: Skolornas jour\n    role",
        "    §role",
        ("S024", "kontakt-jouren"),
    ),
    swap(
        "vägledning bland kontakterna",
        "\nopen_questions:\n",
        f"{ADVICE.replace('id:', '§id:')}\nopen_questions:\n",
        ("S025", "”fukt” står under contacts, men har nycklarna som en post under guidance har"),
    ),
    swap("postens första rad saknas", "  - id: mogel\n    title", "    §title", ("S023", "- id")),
    swap("streck saknas i idets plats", "  - id: mogel\n", "  §id: mogel\n", ("S019", "strecket")),
    swap("text på två rader", EMERGENCY, EMERGENCY.replace(" när", "\n    §när"), ("S020", "varken nyckel")),
    swap("böjda citattecken", NAME, "  name: §”Exempelguiden”\n", ("S021", "Word")),
    swap("böjda citattecken och kolon", NAME, "  name: §“Obs: guiden”\n", ("S021", "Word")),
    swap("trasig bokstav", "Stäng huvudkranen", "St§Ã¤ng huvudkranen", ("S022", "Ã¤")),
    swap("bokstav som blivit ett frågetecken", "Stäng huvudkranen", "St§?ng huvudkranen", ("S022", "blivit ”?”")),
    swap("ord som börjar med ett frågetecken", POINT, "      - Se efter om den §?r stängd.\n", ("S022", "”?”")),
)

TYPES = (
    swap("nyckel saknas", "    text: Byt röret\n", "", Fault("M001", "text", "id: byt-roret")),
    swap(
        "lista saknas",
        'emergency:\n  - number: "112"\n    label: Fara för liv\n',
        "emergency:\n  - §label: Fara för liv\n",
        ("M001", "number"),
    ),
    swap(
        "grupp saknas",
        "organisation:\n  name: Exempelstads skolor\n  owner: Fastighetschefen\n  owner_proposed: ja\n"
        "  case_head: [Dagen för läckan, Felanmälans nummer]\n"
        "  care: Rektorn vet hur den förvaras. Fråga innan du skickar den.\n",
        "",
        Fault("M001", "organisation", (3, 1)),
    ),
    swap(
        "felstavad nyckel",
        "    others: byter röret\n",
        "    §other: byter röret\n",
        ("M002", "other"),
    ),
    swap("nyckel på fel plats", PAGES, PAGES + "  §row: 3\n", ("M002", "row")),
    swap("text i stället för lista", TOLD, "    informs: §rektorn\n", ("M003", "informs")),
    swap("lista i stället för text", "    text: Byt röret\n", "    §text: [Byt röret]\n", ("M003", "en text")),
    swap("kolon i listans text", POINT, "      - §Obs: stäng dörren\n", ("M003", "Kolonet efter ”Obs”")),
    swap("roll utan basis", TOLD, "    informs: [§rektorn]\n", ("M003", "Posten")),
    swap(
        "uppgift utan basis",
        REQUIREMENT,
        "      text: Ta med klasslistan.\n",
        Fault("M001", "basis", "requirement:\n      text: Ta med"),
    ),
    swap("text i stället för grupp", WITHIN, "    within: §3 dagar\n", ("M003", "within")),
    swap("lista i stället för grupp", WITHIN, "    §within: [3, dagar]\n", ("M003", "within")),
    swap("post utan nycklar", "terms:\n", "terms:\n  - §Sal\n", ("M003", "Posten")),
    swap("lista i stället för val", "      unit: dagar\n", "      §unit: [dagar]\n", ("M003", "unit")),
    swap("no", ANSWER, "        answer: §no\n", ("M004", "no")),
    swap("NO", ANSWER, "        answer: §NO\n", ("M004", "NO")),
    swap("yes", ANSWER, "        answer: §yes\n", ("M004", "yes")),
    swap("on", ANSWER, "        answer: §on\n", ("M004", "on")),
    swap("stor bokstav i val", ANSWER, "        answer: §Nej\n", ("M004", "Nej")),
    swap("stor bokstav i ett kort val", SOON, SOON.replace("ja\n", "§Ja\n"), ("M004", "Ja")),
    swap("okänt val i en lista", "removed: [groups]", "removed: [§målgrupper]", ("M004", "giltigt värde för removed")),
    swap(
        "den enda posten är fel",
        "    answered_by: [va-ingenjoren]\n",
        "    answered_by: [§VA-ingenjoren]\n",
        ("M005", "VA-ingenjoren"),
    ),
    swap("å i val", BASIS, BASIS.replace("kalla", "§källa"), ("M004", "källa")),
    swap("okänt val", "      mode: nagon\n", "      mode: §en\n", ("M004", "en")),
    swap("id med å och mellanslag", "  - id: mogel\n", "  - id: §Mögel i hus\n", ("M005", "Mögel i hus")),
    swap("namn i stället för id", TOLD, TOLD.replace("rektorn", "§Rektorn"), ("M005", "Rektorn")),
    swap("skottdag som inte finns", SOURCE_DATE, "  date: §2021-02-29\n", ("M006", "2021-02-29")),
    swap("datum utan streck", SOURCE_DATE, "  date: §20200229\n", ("M006", "20200229")),
    swap("datum som vecka", SOURCE_DATE, "  date: §2020-W09-6\n", ("M006", "2020-W09-6")),
    swap("datum med klockslag", SOURCE_DATE, "  date: §2020-02-29 12:30:00\n", ("M006", "2020-02-29 12:30:00")),
    swap("oktaltal som datum", "    valid_until: 2025-06-30\n", "    valid_until: §08\n", ("M006", "08")),
    swap("oktaltal", PAGES, "  pages: §0o10\n", ("M007", "0o10")),
    swap("understreck i tal", PAGES, "  pages: §1_000\n", ("M007", "1_000")),
    swap("klockslag", PAGES, "  pages: §12:30\n", ("M007", "12:30")),
    swap("för stort tal", PAGES, "  pages: §10000\n", ("M007", "10000")),
    swap("noll", PAGES, "  pages: §0\n", ("M007", "0")),
    swap("decimaltal", PAGES, "  pages: §3.0\n", ("M007", "3.0")),
    swap("tal i ord", PAGES, "  pages: §tre\n", ("M007", "tre")),
    swap(
        "adress utan s",
        "  leave: https://www.example.com/\n",
        "  leave: §http://www.example.com/\n",
        ("M008", "http://www.example.com/"),
    ),
    swap(
        "adress med skript",
        "      url: https://www.example.org/rad\n",
        "      url: §javascript:alert(1)\n",
        ("M008", "javascript:alert(1)"),
    ),
    swap(
        "adress med citattecken",
        "      url: https://www.example.org/rad\n",
        '      url: §https://www.example.org/"rad\n',
        ("M008", 'https://www.example.org/"rad'),
    ),
    swap(
        "adress med användarnamn",
        "      url: https://www.example.org/rad\n",
        "      url: §https://www.elverket.se@example.org/rad\n",
        ("M008", "före @"),
    ),
    swap(
        "adress med komma",
        "  leave: https://www.example.com/\n",
        "  leave: §https://www.example,com/\n",
        ("M008", "www.example,com"),
    ),
    swap(
        "adress som tappat en bokstav",
        "  leave: https://www.example.com/\n",
        "  leave: §https://www.smhi.s/\n",
        ("M008", "www.smhi.s"),
    ),
    swap(
        "adress som är avkortad",
        "      url: https://www.example.org/rad\n",
        "      url: §https://www.example.org/utsatt…\n",
        ("M008", "…"),
    ),
    swap("id som är för långt", "  - id: mogel\n", f"  - id: §{'mogel-' * 13}mer\n", ("M014", "81 tecken")),
    swap(
        "utgåva som är för lång",
        '  - edition: "2"\n',
        f"  - edition: §{'2 och mer ' * 4}x\n",
        ("M014", "41 tecken"),
    ),
    swap("nummer i ord", '  - number: "112"\n', "  - number: §ett ett två\n", ("M009", "ett ett två")),
    swap(
        "nummer med ord",
        "    number: 010-555 01 23\n",
        "    number: §010-555 01 23 (dagtid)\n",
        ("M009", "010-555 01 23 (dagtid)"),
    ),
    swap(
        "flera rader där en ska stå",
        "    text: Byt röret\n",
        "    text: §|\n      Byt röret\n      och kranen\n",
        ("M010", "radbrytning"),
    ),
    swap("tomt värde", "    text: Byt röret\n", "    §text:\n", ("M011", "tomt")),
    swap("bara citattecken", "    text: Byt röret\n", '    §text: ""\n', ("M011", "tomt")),
    swap("bara mellanslag", "    text: Byt röret\n", '    text: §"  "\n', ("M011", "tomt")),
    swap("tom lista", TOLD, "    §informs:\n", ("M011", "informs")),
    swap("tom grupp", WITHIN, "    §within:\n", ("M011", "within")),
    swap("tomt val", "      unit: dagar\n", "      §unit:\n", ("M011", "unit")),
    swap("lista utan poster", "    answered_by: [va-ingenjoren]\n", "    §answered_by: []\n", ("M012", "answered_by")),
    swaps(
        "för många poster",
        (
            ("emergency:\n", "§emergency:\n"),
            (EMERGENCY, EMERGENCY + "  - number: 113\n    label: Mer\n    advice: Ring.\n"),
        ),
        ("M012", "3"),
    ),
    swap("avsnitt utan siffra eller bokstav", "  - id: 7.1.2\n", "  - id: §–\n", ("M013", "–")),
    swap("rubrik som beteckning", "  - id: 7.1.2\n", "  - id: §Lagning av vattenröret\n", ("M013", "Lagning av")),
)

RULES = (
    swap("id två gånger", "  - id: mogel\n", "  - id: §el-och-vatten\n", ("R001", "el-och-vatten")),
    swap(
        "samma kontakt två gånger",
        "\nopen_questions:\n",
        "  - id: §kontakt-huset\n    function: Fastighetsavdelningen\n    ask: Fråga rektorn.\n    basis: tolkning\n"
        "\nopen_questions:\n",
        ("R103", "”kontakt-huset” är likadan som ”kontakt-fastighet”"),
    ),
    swap(
        "adress i stället för namn", "publisher: Exempelverket", "publisher: §https://www.example.org/", ("R104", "org")
    ),
    swap(
        "samråd mellan en",
        "    responsible: [rektorn, vaktmastaren]\n    responsible_basis: kalla\n    jointly: kalla\n",
        "    responsible: [rektorn]\n    responsible_basis: kalla\n    jointly: §kalla\n",
        ("R105", "Berätta för hemmen"),
    ),
    swap("id som är ett nej", "  - id: mogel\n", "  - id: §no\n", ("R095", "ja eller nej")),
    swap("id som är ett datum", "  - id: mogel\n", '  - id: §"2024-04-30"\n', ("R095", "ett datum")),
    swap("id som Windows har", "  - id: mogel\n", "  - id: §com1\n", ("R096", "com1")),
    swap("id som skripten har", "  - id: mogel\n", "  - id: §constructor\n", ("R097", "constructor")),
    swap(
        "fråga med en åtgärds id",
        "  - id: torkar-salen\n",
        "  - id: torkar-salen\n    text: Är det torrt?\n    basis: kalla\n    answered_by: [rektorn]\n"
        "  - §id: §byt-roret\n",
        ("R014", "Har salen torkat?"),
        ("R001", "byt-roret"),
    ),
    swap("okänd roll", TOLD, TOLD.replace("rektorn", "§rektor"), ("R002", "rektor")),
    swap(
        "okänd roll som svarar", "    answered_by: [va-ingenjoren]\n", "    answered_by: [§roret]\n", ("R002", "roret")
    ),
    swap(
        "okänd roll i kontakt",
        "    role: va-ingenjoren\n    label: dagtid\n",
        "    role: §vaktmastarn\n    label: dagtid\n",
        ("R002", "vaktmastarn"),
    ),
    swap(
        "okänd roll i vägledning",
        "    checklists: [upptackaren, vaktmastaren]\n",
        "    checklists: [upptackaren, §vakten]\n",
        ("R002", "vakten"),
    ),
    swap("okänd roll vid råd", "    roles: [rektorn, eleven]\n", "    roles: [rektorn, §elev]\n", ("R002", "elev")),
    swap("okänd roll som berättar", BY, "        by: §elev\n", ("R002", "elev")),
    swap(
        "okänd roll som får veta",
        "      - role: va-ingenjoren\n        what: får t",
        "      - role: §vaktmastarn\n        what: får t",
        ("R002", "vaktmastarn"),
    ),
    swap("okänd roll som väljer", CHOSEN, "        chosen_by: §upptackarn\n", ("R002", "upptackarn")),
    swap("ingen som får veta", CLASS, CLASS.replace("who: Klassen\n        ", "§"), ("R050", "inte vem")),
    swap(
        "både namn och roll",
        HOMES,
        HOMES.replace("who: Hemmen", "§who: Hemmen\n        role: eleven"),
        ("R050", "både"),
    ),
    swap("en roll vid sitt namn", HOMES, HOMES.replace("Hemmen", "§eleven"), ("R051", "eleven")),
    swap("en som inte deltar berättar", BY, "        by: §eleven\n", ("R052", "deltar inte")),
    swap("den som ansvarar står som berättare", BY, "        by: §vaktmastaren\n", ("R052", "ansvarar för")),
    swap("samma mottagare två gånger", HOMES, HOMES + HOMES.replace("who: H", "§who: h"), ("R053", "hemmen")),
    swap("okänd fråga", "      - question: torkar-salen\n", "      - question: §torkar-sal\n", ("R003", "torkar-sal")),
    swap("okänt avsnitt", "    section: 7.1.2\n    row: 4\n", "    section: §7.1.3\n    row: 4\n", ("R004", "7.1.3")),
    swaps(
        "ett avsnitt som bytt namn",
        (
            ("  - id: 7.1.2\n", "  - id: 7.12\n"),
            ("    section: 7.1.2\n    row: 3\n", "    section: §7.1.2\n    row: 3\n"),
        ),
        ("R004", "7.1.2"),
    ),
    swap(
        "ett avsnitt utan spår",
        "    title: Lagning\n    track: vatten\n",
        "    title: Lagning\n",
        Fault("R090", "Lagning", "id: 7.1.2\n    title: Lagning"),
    ),
    swaps(
        "avsnitt utan spår, alla",
        (
            ("    title: Larm\n    track: vatten\n", "    title: Larm\n"),
            ("    title: Lagning\n    track: vatten\n", "    title: Lagning\n"),
            ("    track: lokaler\n", ""),
        ),
        Fault("R090", "Inget avsnitt", "id: 7.1.1\n    title: Larm"),
    ),
    swaps(
        "spår som inte finns kvar",
        ((TRACKS, ""), ("    title: Larm\n    track: vatten\n", "    title: Larm\n    track: §vatten\n")),
        ("R005", "vatten"),
    ),
    swap("nio spår", TRACKS, TRACKS + MORE_TRACKS, ("R091", "9 spår")),
    swaps(
        "två avsnitt med samma adress",
        (
            ("  - id: 7.1.2\n", "  - id: §7-1-1\n"),
            ("    section: 7.1.2\n    row: 3\n", "    section: 7-1-1\n    row: 3\n"),
            ("    section: 7.1.2\n    row: 4\n", "    section: 7-1-1\n    row: 4\n"),
            ("    section: 7.1.2\n    row: 5\n", "    section: 7-1-1\n    row: 5\n"),
        ),
        ("R092", "samma adress"),
    ),
    swap("okänt spår", "    track: lokaler\n", "    track: §lokal\n", ("R005", "lokal")),
    swap("okänd åtgärd", AFTER, "    after:\n      - action: §sag-ifran\n", ("R006", "sag-ifran")),
    swap(
        "en fråga där en åtgärd ska stå", AFTER, "    after:\n      - action: §torkar-salen\n", ("R006", "torkar-salen")
    ),
    swap(
        "en åtgärd där en fråga ska stå",
        "      - question: torkar-salen\n",
        "      - question: §byt-roret\n",
        ("R003", "byt-roret"),
    ),
    swap(
        "okänd åtgärd som kallar in",
        "    reached_by:\n      action: stang-kranen\n",
        "    reached_by:\n      action: §mata-trycket\n",
        ("R006", "mata-trycket"),
    ),
    swap(
        "okänd öppen fråga när ingen har kallat",
        "      open_question: vem-tittar\n",
        "      open_question: §vem-ser\n",
        ("R007", "vem-ser"),
    ),
    swaps(
        "öppen fråga som har fått svar, och texter som säger att den är öppen",
        (
            (
                "    open_questions: [vem-tittar]\n  - id: ar-det-natet\n",
                "    open_questions: [§vem-ser]\n  - id: ar-det-natet\n",
            ),
            ("    detail: Titta efter under diskhon.\n", "    detail: Rutinen säger inte vem som tittar.\n"),
        ),
        ("R007", "vem-ser"),
    ),
    swap("okänd roll som hör", HEARD, HEARD.replace("va-ingenjoren", "§roret"), ("R002", "roret")),
    swap(
        "okänd fråga i en frågas villkor",
        "      - question: rinner-det\n        answer: ja\n        text: om det rinner\n        basis: tolkning\n",
        "      - question: §rinner\n        answer: ja\n        text: om det rinner\n        basis: tolkning\n",
        ("R003", "rinner"),
    ),
    swap(
        "okänd öppen fråga",
        "    open_questions: [vem-tittar]\n  - id: ar-det-natet\n",
        "    open_questions: [§vem-ser]\n  - id: ar-det-natet\n",
        ("R007", "vem-ser"),
    ),
    swap(
        "ingen ansvarar",
        "    responsible: [upptackaren]\n",
        "",
        Fault("R008", "Säg till rektorn om läckan", "id: sag-till"),
    ),
    swap(
        "tom ansvarig",
        "    responsible: [va-ingenjoren]\n    text: Mät flödet\n",
        "    §responsible: []\n    text: Mät flödet\n",
        ("R008", "Mät flödet"),
    ),
    swap("rader i fel ordning", "    row: 5\n", "    row: §3\n", ("R009", "Rad 3")),
    swap("ny rad på två ställen", "    row: 10\n", "    row: §8\n", ("R009", "rad 8 står inte efter varandra")),
    swap("samma rad i två avsnitt", "    row: 6\n", "    row: §5\n", ("R009", "Rad 5")),
    swap("egen åtgärd med rad", "    row: 8\n", "    row: §8\n    basis: egen\n", ("R093", "rad 8")),
    swap(
        "avsnitt i fel ordning",
        "    section: 7.1.2\n    row: 5\n",
        "    section: 7.1.1\n    row: §5\n",
        ("R009", "7.1.1"),
    ),
    swap(
        "villkor som säger emot varandra",
        "    conditions:\n      - question: rinner-det\n        answer: ja\n        text: om det rinner ännu\n",
        "    §conditions:\n      - question: rinner-det\n        answer: nej\n        text: om det inte rinner\n",
        ("R010", "Gräv upp ledningen"),
    ),
    swap(
        "åtgärder i ring",
        MOVE,
        MOVE + "    after:\n      - action: §hyr-flaktar\n        text: efter fläktarna\n        basis: kalla\n",
        (
            "R011",
            "flytta-klassen väntar på hyr-flaktar, hyr-flaktar hänger på torkar-salen, "
            "torkar-salen väntar på flytta-klassen",
        ),
    ),
    swaps(
        "två ringar",
        (
            (MOVE, MOVE + "    after:\n      - action: §flytta-klassen\n        text: efter\n        basis: kalla\n"),
            (CLOSE, CLOSE + "    after:\n      - action: §byt-roret\n        text: efter\n        basis: kalla\n"),
        ),
        ("R011", "stang-kranen väntar på byt-roret, byt-roret väntar på stang-kranen"),
        ("R011", "väntar på sig självt: flytta-klassen"),
    ),
    swap(
        "frågor i ring som ingen åtgärd hänger på",
        "\nactions:\n",
        f"{_asked('ena', 'andra')}{_asked('andra', 'ena')}".replace("question: andra", "question: §andra").replace(
            "- id: ", "- §id: "
        )
        + "\nactions:\n",
        ("R014", "Är det ena?"),
        ("R011", "ena hänger på andra, andra hänger på ena"),
        ("R014", "Är det andra?"),
    ),
    swap(
        "en fråga som bara hänger på sig själv",
        "\nactions:\n",
        _asked("ena", "§ena").replace("- id: ", "- §id: ") + "\nactions:\n",
        ("R014", "Är det ena?"),
        ("R011", "väntar på sig självt: ena"),
    ),
    swap(
        "en fråga bakom en som inget hänger på",
        "\nactions:\n",
        _asked("ena", "rinner-det") + _asked("andra", "ena").replace("- id: ", "- §id: ") + "\nactions:\n",
        ("R014", "Är det andra?"),
    ),
    swap(
        "efter sig själv",
        MOVE,
        MOVE + "    after:\n      - action: §flytta-klassen\n        text: efter flytten\n        basis: kalla\n",
        ("R011", "Steget väntar på sig självt: flytta-klassen."),
    ),
    swaps(
        "en fråga som väntar på det som hänger på den, och som oskyldigt väntar på annat",
        (
            (
                "    after:\n      - action: flytta-klassen\n        text: när klassen har flyttat\n",
                "    after:\n      - action: §hyr-flaktar\n        text: efter fläktarna\n",
            ),
            (FANS, FANS + "    after:\n      - action: sag-till\n        text: sedan\n        basis: kalla\n"),
        ),
        ("R011", "torkar-salen väntar på hyr-flaktar, hyr-flaktar hänger på torkar-salen"),
    ),
    swap("gräns från okänd åtgärd", LIMIT_START, "      after: §flyta-klassen\n", ("R006", "flyta-klassen")),
    swap("gräns från åtgärden själv", LIMIT_START, "      after: §beratta-for-hemmen\n", ("R094", "åtgärden själv")),
    swaps(
        "gräns från det som väntar på åtgärden",
        (
            (LIMIT_START, "      after: §hyr-flaktar\n"),
            (
                FANS,
                FANS + "    after:\n      - action: beratta-for-hemmen\n        text: sedan\n        basis: kalla\n",
            ),
        ),
        ("R094", "räknas från ”Hyr fläktar”, som i sin tur kommer efter ”Berätta för hemmen”"),
    ),
    swaps(
        "gränser som räknas från varandra",
        (
            (LIMIT_START, "      after: byt-roret\n"),
            (WITHIN, WITHIN + "      after: §beratta-for-hemmen\n"),
        ),
        ("R094", "räknas från ”Berätta för hemmen”, som i sin tur kommer efter ”Byt röret”"),
    ),
    swaps(
        "gräns från det som aldrig görs när åtgärden görs",
        (
            (LIMIT_START, "      after: §hyr-flaktar\n"),
            (
                "    others: berättar för hemmen\n",
                "    others: berättar för hemmen\n    conditions:\n      - question: torkar-salen\n        answer: ja\n"
                "        text: om den är torr\n        basis: kalla\n",
            ),
        ),
        ("R094", "inga svar leder till båda"),
    ),
    swap(
        "två åtgärder som öppnar",
        MOVE,
        MOVE + "    opens: §kalla\n",
        ("R029", "opens"),
    ),
    swap(
        "en början som väntar",
        "    opens: kalla\n",
        "    opens: kalla\n"
        "    §after:\n      - action: stang-kranen\n        text: efter kranen\n        basis: kalla\n",
        ("R030", "börjar"),
    ),
    swap(
        "en grupp med andra ansvariga",
        "    done: skrivit i loggen hur salen ser ut\n    group:\n",
        "    done: skrivit i loggen hur salen ser ut\n    §conditions:\n      - question: torkar-salen\n"
        "        answer: ja\n        text: när det är torrt\n        basis: kalla\n    group:\n",
        ("R031", "andra villkor"),
    ),
    swap(
        "en ny åtgärd mitt i en grupp",
        "  - id: skriv-i-loggen\n",
        "  - §id: lufta\n    section: 7.2.1\n    basis: egen\n    responsible: [rektorn]\n    text: Lufta salen\n"
        "    others: luftar salen\n  - id: skriv-i-loggen\n",
        ("R031", "”lufta” står mellan två åtgärder i gruppen aterbesok, men saknar group"),
    ),
    swap(
        "en felskriven grupp",
        "      id: aterbesok\n      basis: kalla\n",
        "      id: §aterbesk\n      basis: kalla\n",
        ("R031", "aterbesk har bara en åtgärd"),
    ),
    swap(
        "en grupp med en åtgärd",
        MOVE,
        MOVE + "    group:\n      id: §flytt\n      basis: kalla\n",
        ("R031", "flytt har bara en åtgärd"),
    ),
    swap(
        "en fråga som ställs genast efter något",
        "    asked:\n      at: start\n      basis: tolkning\n",
        "    asked:\n      at: start\n      basis: tolkning\n    §after:\n"
        "      - action: sag-till\n        text: efter larmet\n        basis: kalla\n",
        ("R034", "Rinner det fortfarande vatten?"),
    ),
    swap(
        "en fråga som ställs genast på ett villkor",
        "    answered_by: [va-ingenjoren]\n    conditions:\n",
        "    answered_by: [va-ingenjoren]\n    asked:\n      at: start\n      basis: tolkning\n    §conditions:\n",
        ("R034", "Kommer vattnet från ledningsnätet?"),
    ),
    swap(
        "en roll som kallar in sig själv",
        "    reached_by:\n      action: stang-kranen\n",
        "    reached_by:\n      action: §mata-flodet\n",
        ("R035", "rollen ansvarar själv"),
    ),
    swap(
        "en roll som inte får veta",
        "    reached_by:\n      action: stang-kranen\n",
        "    reached_by:\n      action: §byt-roret\n",
        ("R035", "rollen får inte veta något"),
    ),
    swap(
        "ett beslut efter sin utgåva",
        "      date: 2024-04-17\n",
        "      date: §2024-05-02\n",
        ("R033", "punkt 8 är från 2 maj 2024, men utgåvan med det gäller redan från 1 maj 2024"),
    ),
    swap(
        "en utgåva som är godkänd för sent",
        "      date: 2024-04-25\n",
        "      date: §2024-05-02\n",
        ("R036", "Utgåva 2 är godkänd 2 maj 2024, men gäller redan från 1 maj 2024"),
    ),
    swap(
        "ett beslut före det förra",
        "      date: 2024-04-17\n",
        "      date: §2014-04-17\n",
        ("R033", "punkt 8 är äldre än beslutet punkt 40"),
    ),
    swap(
        "en roll som både svarar och hör",
        HEARD,
        HEARD.replace("va-ingenjoren", "rektorn"),
        Fault("R016", "rektorn", "id: rinner-det"),
    ),
    swap(
        "samma väntan två gånger",
        "      - action: flytta-klassen\n        text: när klassen har flyttat\n        basis: tolkning\n",
        "      - action: flytta-klassen\n        text: när klassen har flyttat\n        basis: tolkning\n"
        "      - §action: flytta-klassen\n        text: en gång till\n        basis: tolkning\n",
        ("R021", "flytta-klassen"),
    ),
    swap(
        "avsnitt utan åtgärder",
        "\nquestions:\n",
        "  - §id: 7.2.2\n    title: Städning\n    track: lokaler\n    basis: kalla\n\nquestions:\n",
        ("R012", "7.2.2"),
    ),
    swap("roll som inget behöver", "\ntracks:\n", ROLE.replace("id:", "§id:"), ("R013", "Grannen")),
    swaps(
        "roll som bara rådfrågas",
        (
            ("\ntracks:\n", ROLE.replace("id:", "§id:")),
            ("      roles: [vaktmastaren, va-ingenjoren]\n", "      roles: [vaktmastaren, va-ingenjoren, grannen]\n"),
        ),
        ("R099", "Grannen"),
    ),
    swap(
        "fråga som inget beror på",
        "\nactions:\n",
        "  - §id: ar-det-fukt\n    text: Är det fukt?\n    basis: kalla\n    answered_by: [rektorn]\n\nactions:\n",
        ("R014", "Är det fukt?"),
    ),
    swap(
        "spår utan avsnitt",
        "\nsections:\n",
        '  - §id: el\n    title: Elen\n    number: "7.3"\n    basis: kalla\n\nsections:\n',
        ("R015", "Elen"),
    ),
    swap(
        "ansvarar och tillfrågas",
        "      roles: [va-ingenjoren, rektorn]\n",
        "      roles: [va-ingenjoren, vaktmastaren]\n",
        Fault("R016", "vaktmastaren", "id: byt-roret"),
    ),
    swap(
        "ansvarar två gånger",
        "    responsible: [rektorn, vaktmastaren]\n",
        "    responsible: [rektorn, rektorn]\n",
        Fault("R016", "rektorn", "id: beratta-for-hemmen"),
    ),
    swap(
        "tio åtgärder på en gång",
        "\nemergency:\n",
        _more_actions(8) + "\nemergency:\n",
        Fault("R017", "10 åtgärder", "id: 7.2.1"),
    ),
    swap(
        "utgåvor i fel ordning",
        "    date: 2023-01-15\n",
        "    date: 2024-06-01\n",
        Fault("R018", "Utgåva 2", "2024-05-01"),
    ),
    swap(
        "två kontakter som heter lika",
        "    label: nattetid\n",
        "    label: Dagtid\n",
        Fault("R032", "Skolornas jour, Dagtid", "id: kontakt-jouren-natt"),
    ),
    swap(
        "en kontakt utan label",
        "    label: nattetid\n",
        "",
        Fault("R032", "”Skolornas jour” saknar label", "id: kontakt-jouren-natt"),
    ),
    swap(
        "okänd roll i en situation",
        "    roles: [rektorn, va-ingenjoren, eleven]\n",
        "    roles: [rektorn, §va-ingenjorn, eleven]\n",
        ("R002", "va-ingenjorn"),
    ),
    swap("okänd öppen fråga i en situation", UNSAID, UNSAID.replace("vem-tittar", "§vem-ser"), ("R007", "vem-ser")),
    swap("situationens id två gånger", "  - id: jag-ser-det\n", "  - id: §det-forsar\n", ("R001", "det-forsar")),
    swap(
        "samma roll två gånger i en situation",
        "    roles: [rektorn, va-ingenjoren, eleven]\n",
        "    roles: [rektorn, va-ingenjoren, §rektorn]\n",
        ("R021", "rektorn"),
    ),
    swap("no i en situation", "    emergency: ja\n", "    emergency: §no\n", ("M004", "no")),
    swap(
        "en situation som leder ingenstans",
        "  - id: det-forsar\n    text: Det forsar\n    emergency: ja\n",
        "  - §id: det-forsar\n    text: Det forsar\n",
        ("R040", "”Det forsar” leder ingenstans"),
    ),
    swap(
        "en situation som leder till två saker",
        "  - id: det-forsar\n    text: Det forsar\n",
        "  - §id: det-forsar\n    text: Det forsar\n    roles: [eleven]\n",
        ("R040", "”Det forsar” leder till flera saker: roles och emergency"),
    ),
    swaps(
        "en situation vars öppna fråga inte hjälper",
        ((UNSAID, UNSAID.replace("vem-tittar", "§vem-tittar")), (MEANWHILE, ""), (UNANSWERED, "")),
        ("R041", "vem-tittar"),
    ),
    swap(
        "okänd kontakt i en situation",
        "    contacts: [kontakt-jouren, kontakt-fastighet]\n",
        "    contacts: [§kontakt-joren, kontakt-fastighet]\n",
        ("R042", "kontakt-joren"),
    ),
    swap(
        "kontakter som aldrig visas",
        "    emergency: ja\n",
        "    emergency: ja\n    §contacts: [kontakt-fastighet]\n",
        ("R043", "Det forsar"),
    ),
    swap(
        "ett sökord som är en mening",
        "    also: [rapportera, slå larm]\n",
        "    also: [rapportera, §slå larm så att alla hör det]\n",
        ("R085", "slå larm så att alla hör det"),
    ),
    swap(
        "två sökord som ett",
        "    also: [rapportera, slå larm]\n",
        '    also: [rapportera, §"larma, ropa"]\n',
        ("R085", "larma, ropa"),
    ),
    swap("ett ord två gånger om samma öppna fråga", "[lördag, söndag]", "[lördag, §lördag]", ("R021", "lördag")),
    swap("ett ord två gånger om allt", "vattenläcka]", "vattenläcka, §Översvämning]", ("R021", "Översvämning")),
    swap("semikolon i ett ord om allt", "vattenläcka]", '§"vattenläcka; läcka"]', ("R085", "vattenläcka; läcka")),
    swap("citattecken i ett ord om allt", "vattenläcka]", "§”vattenläcka”]", ("R088", "Sökordet ”vattenläcka”")),
    swap(
        "samma sökord två gånger",
        "    also: [rapportera, slå larm]\n",
        "    also: [rapportera, slå larm, §rapportera]\n",
        ("R021", "rapportera"),
    ),
    swap("okänd vägledning", MEANS, "        guidance: [el-och-vatten, §el-vatten]\n", ("R060", "el-vatten")),
    swap(
        "samma vägledning två gånger",
        MEANS,
        "        guidance: [el-och-vatten, §el-och-vatten]\n",
        ("R021", "el-och-vatten"),
    ),
    swap(
        "ett svar som förklaras två gånger",
        "      - answer: nej\n        text: Ingen behöver mäta.\n",
        "      - answer: §ja\n        text: Ingen behöver mäta.\n",
        ("R061", "Svaret ja på frågan ”Rinner det fortfarande vatten?”"),
    ),
    swap("ett felskrivet nummer att ringa", DIAL, DIAL.replace("010", "§020"), ("R062", "020-555 01 00")),
    swap("ett nummer att ringa som inte är nödnummer", DIAL, "      number: §999\n", ("R062", "999")),
    swap(
        "ett råd med ett annat nummer än sitt eget",
        "    advice: Ring 112 när någon är i fara.\n",
        "    advice: §Ring 113 13 när någon är i fara.\n",
        ("R086", "113 13, men numret är 112"),
    ),
    swap(
        "ett nödnummer med en siffra fel", POINT, "      - §Ring 113 om någon är i fara.\n", ("R087", "113 liknar 112")
    ),
    swap("val med semikolon", "[klart, grumligt]", "[§klart; grumligt]", ("R102", "klart; grumligt")),
    swap(
        "rader överst med semikolon",
        "[Dagen för läckan, Felanmälans nummer]",
        "[Salen, §Dagen för läckan; Felanmälans nummer]",
        ("R102", "Dagen för läckan; Felanmälans nummer"),
    ),
    swap("kolumner med semikolon", "  heads: [", "  heads: [§Sal; plan, ", ("R102", "Sal; plan")),
    swap(
        "ansvarar för ett steg men sägs inte göra det",
        "      - text: Du behöver inte laga något.\n",
        "      - text: §Du ansvarar inte för något steg i rutinen.\n",
        ("R101", "Rollen ”Upptäckaren” ansvarar för ”Säg till rektorn om läckan”"),
    ),
    swaps(
        "nödnumret står inte först",
        ((f"{FIRST_NUMBER}{SECOND_NUMBER}", f"{SECOND_NUMBER}{FIRST_NUMBER}"),),
        Fault("R100", "”Det forsar” leder till 010-555 01 00", (lines_of(FIRST_NUMBER)[0], 13)),
    ),
    swap("en blanketts id två gånger", "  - id: fuktmatning\n", "  - id: §lackan\n", ("R001", "lackan")),
    swap(
        "samma blankett två gånger",
        "    title: Fuktmätning\n",
        "    title: §läckan i  huset\n",
        ("R023", "läckan i  huset"),
    ),
    swap(
        "okänd vägledning på en blankett",
        "    guidance: [el-och-vatten]\n    fields:",
        "    guidance: [§el-vatten]\n    fields:",
        ("R060", "el-vatten"),
    ),
    swap(
        "samma vägledning två gånger på en blankett",
        "    guidance: [el-och-vatten]\n    fields:",
        "    guidance: [el-och-vatten, §el-och-vatten]\n    fields:",
        ("R021", "el-och-vatten"),
    ),
    swap(
        "feta ord som inte står i texten",
        "    emphasis: Säg till rektorn\n",
        "    emphasis: §Ring rektorn\n",
        ("R063", "Ring rektorn"),
    ),
    swap(
        "feta ord som inte står i ombudets text",
        "      emphasis: i upptäckarens ställe\n",
        "      emphasis: §i elevens ställe\n",
        ("R063", "i elevens ställe"),
    ),
    swap(
        "någon att nå som inte finns",
        "    reach: [eleven, rektorn]\n",
        "    reach: [eleven, §rektor]\n",
        ("R064", "rektor"),
    ),
    swap(
        "en roll som ska nå sig själv",
        "    reach: [eleven, rektorn]\n",
        "    reach: [eleven, §upptackaren]\n",
        ("R065", "upptackaren"),
    ),
    swap(
        "samma två gånger att nå",
        "    reach: [eleven, rektorn]\n",
        "    reach: [eleven, §eleven]\n",
        ("R021", "eleven"),
    ),
    swap(
        "för många rader överst",
        "  case_head: [Dagen för läckan, Felanmälans nummer]\n",
        "  §case_head: [Dagen, Klockan, Salen, Våningen]\n",
        ("R066", "4 rader"),
    ),
    swap("nummer utan sista dag", JOUR, "    number: §010-555 01 23\n", ("R019", "Skolornas jour, dagtid")),
    swap(
        "nummer som är borta, med dag och tid kvar",
        f"{JOUR}    hours",
        "    valid_until: §2025-06-30\n    hours",
        ("R106", "Skolornas jour, dagtid har valid_until och hours, men inget nummer"),
    ),
    swap(
        "nummer som är borta, med tid kvar",
        f"{JOUR}    hours: ",
        "    hours: §",
        ("R106", "Skolornas jour, dagtid har hours, men inget nummer"),
    ),
    swap("samma namn på två roller", "    name: Vaktmästaren\n", "    name: §rektorn\n", ("R020", "rektorn")),
    swap("samma flik", "    tab: Husets del\n", "    tab: §MIN  DEL\n", ("R020", "MIN  DEL")),
    swap(
        "samma roll två gånger i informs",
        TOLD,
        TOLD + "      - role: §rektorn\n        basis: tolkning\n",
        ("R021", "rektorn"),
    ),
    swap(
        "samma roll två gånger i helps",
        "      - role: rektorn\n        text: stänger vattnet i din skola\n",
        "      - role: §upptackaren\n        text: stänger vattnet i din skola\n",
        ("R021", "upptackaren"),
    ),
    swap(
        "samma roll två gånger i en checklista",
        "    checklists: [upptackaren, vaktmastaren]\n",
        "    checklists: [upptackaren, §upptackaren]\n",
        ("R021", "upptackaren"),
    ),
    swap(
        "avsnitt i ett annat spår",
        "  - id: 7.1.2\n    title: Lagning\n    track: vatten\n",
        "  - id: §7.1.2\n    title: Lagning\n    track: lokaler\n",
        ("R022", "7.1.2"),
    ),
    swap("samma utgåva två gånger", '  - edition: "1"\n', '  - edition: §"2"\n', ("R023", "2")),
    swap(
        "ett tecken som typsnittet saknar",
        "    text: Byt röret\n",
        "    text: Byt röret §☎\n",
        ("R024", "☎"),
    ),
    swap(
        "alla krav och en brist", "  conformity: delvis\n", "  conformity: §helt\n", ("R025", "det finns kända brister")
    ),
    swaps(
        "ingen brist",
        (("  conformity: delvis\n", "  conformity: §inte\n"), (FAILURES, "")),
        ("R025", "ingen brist är angiven"),
    ),
    swap(
        "ett steg saknas på lätt svenska",
        EASY_STEP,
        "",
        Fault("R026", "stang-kranen", "steps:\n    - step: sag-till"),
    ),
    swap("en roll saknas på lätt svenska", EASY_ROLE, "", Fault("R026", "vaktmastaren", "easy:\n")),
    swap(
        "lätt svenska om en roll som inte gör något",
        EASY_ROLE,
        EASY_ROLE + "    - role: §eleven\n      lines:\n        - Eleven går i skolan.\n",
        ("R027", "eleven"),
    ),
    swap(
        "lätt svenska om något annat",
        "    - step: stang-kranen\n",
        "    - step: §sag-till\n      lines:\n        - Igen.\n"
        "    - step: §mata-flodet\n      lines:\n        - mäter.\n"
        "    - step: stang-kranen\n",
        ("R027", "sag-till"),
        ("R027", "mata-flodet"),
    ),
    swap(
        "ett ord om vad det gäller saknas", "      topic: vattnet\n", "", Fault("R026", "topic", "step: stang-kranen")
    ),
    swap(
        "ett ord om vad det gäller som inte visas",
        "        - Säg var du ser vatten.\n",
        "        - Säg var du ser vatten.\n      topic: §läckan\n",
        ("R027", "sag-till"),
    ),
    swap(
        "det som inte besvaras i vad någon annan gör",
        "      topic: vattnet\n",
        "      topic: vattnet\n      §unanswered:\n        - Är det helg?\n",
        ("R027", "stang-kranen"),
    ),
    swap("ett okänt steg på lätt svenska", "    - step: sag-till\n", "    - step: §sag-tull\n", ("R028", "sag-tull")),
    swap(
        "en okänd roll på lätt svenska",
        "easy:\n  role: upptackaren\n",
        "easy:\n  role: §upptackarna\n",
        ("R002", "upptackarna"),
    ),
    swap("samma ord två gånger", "  - word: Återbesök\n", "  - word: §huvudkran\n", ("R023", "huvudkran")),
    swap(
        "ansvarar och är med",
        "      - role: eleven\n        text: Visa vaktmästaren vägen\n",
        "      - role: vaktmastaren\n        text: Visa vägen\n",
        Fault("R016", "vaktmastaren", "id: stang-kranen"),
    ),
    swap(
        "tjugoen ord i en åtgärd",
        "    text: Mät flödet\n",
        "    text: §Mät flödet ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton "
        "sjutton arton – nitton\n",
        ("R070", "21 ord"),
    ),
    swap("engelska", POINT, "      - §Close the door after you.\n", ("R071", "”the”, ”you”")),
    swap("taggar i en text", POINT, "      - §Stäng <b>dörren</b> efter dig.\n", ("R072", "”<b>”")),
    swap("länk i en text", POINT, "      - §Läs [rådet](/rad) först.\n", ("R072", "”[rådet](/rad)” blir ingen länk")),
    swap(
        "textens egen nyckel",
        "    ask: Fråga växeln.\n",
        '    ask: §"ask: Fråga växeln."\n',
        ("R078", "”ask:” skulle visas"),
    ),
    swap(
        "nyckeln två gånger på raden",
        "    ask: Fråga växeln.\n",
        "    ask: §ask: Fråga växeln.\n",
        ("S002", "Nyckeln ask: står två"),
    ),
    swap(
        "ord för det som är gjort saknas",
        "    done: sagt till rektorn om läckan\n",
        "",
        Fault("R037", "Säg till rektorn om läckan", "id: sag-till"),
    ),
    swap(
        "ord för det som är gjort slutar som en mening",
        "    done: bytt röret\n",
        "    done: §bytt röret.\n",
        ("R038", "”bytt röret.” slutar som en mening"),
    ),
    swap(
        "rollens namn står i texten som fortsätter efter det",
        "    others: byter röret\n",
        "    others: §Vaktmästaren byter röret\n",
        ("R039", "”Vaktmästaren”, som redan står före"),
    ),
    swap(
        "citattecken som är kvar",
        POINT,
        '      - §Stäng dörren efter dig."\n',
        ("R088", "citattecken i texten hör inte ihop"),
    ),
    swap(
        "märket för en tolkning är inklistrat",
        POINT,
        "      - Stäng dörren efter dig §≈ tolkning.\n",
        ("R107", "”≈ tolkning” är webbplatsens märke"),
    ),
    swap("löfte", POINT, "      - §Din anmälan blir hemlig.\n", ("R073", "”blir hemlig” är ett löfte")),
    swap("rollens gamla namn", POINT, "      - Ring §vaktens telefon.\n", ("R074", "”vaktens”")),
    swap("undantag från en okänd regel", "  - code: R074\n", "  - code: §R079\n", ("R075", "R079")),
    swap(
        "undantag på en okänd plats", "    where: kontakt", "    where: §kontrakt", ("R076", "kontrakt-jouren-natt.ask")
    ),
    swaps(
        "undantag som inte behövs",
        (("    ask: Fråga vakten.\n", "    ask: Fråga växeln igen.\n"), ("  - code: R074\n", "  - §code: R074\n")),
        ("R077", "från R074 behövs inte"),
    ),
    swap("personnummer", POINT, "      - §Ring 811218-9876.\n", ("R080", "personnummer")),
    swap("mobilnummer", POINT, "      - §Ring 070-174 06 35.\n", ("R081", "mobilnummer")),
    swap("en persons e-post", POINT, "      - §Skriv till ada.berg@example.se.\n", ("R082", "e-postadress")),
    swap("gatuadress", POINT, "      - §Gå till Storgatan 5.\n", ("R083", "gatuadress")),
    swap(
        "en funktions mobilnummer",
        "    number: 010-555 01 23\n",
        "    number: §070-174 06 35\n",
        ("R084", "Funktionens"),
    ),
)

SEVERAL = (
    swaps(
        "typer och regler på en gång",
        (
            (SOURCE_DATE, "  date: §igår\n"),
            ("    tab: Husets del\n", "    tab: §Min del\n"),
            (TOLD, TOLD.replace("rektorn", "§rektor")),
            (WITHIN, "    within:\n      count: §12:30\n      unit: §minuter\n      basis: kalla\n"),
            (EMERGENCY, ""),
            (JOUR, "    number: §010-555 01 23\n"),
        ),
        ("M006", "igår"),
        ("R020", "Min del"),
        ("R002", "rektor"),
        ("M007", "12:30"),
        ("M004", "minuter"),
        Fault("M001", "advice", "number: 010-555 01 00\n    label"),
        ("R019", "Skolornas jour"),
    ),
    swaps(
        "alla de tysta fällorna på en gång",
        (
            (NAME, "  name: §*namnet\n  §name: §!!str Exempelguiden\n"),
            (EMERGENCY, "    advice: Ring jouren §# när huset är stängt\n"),
            ("    intro: Du leder skolan medan läckan lagas.\n", "    intro: §~\n"),
        ),
        ("S005", "*namnet"),
        ("S004", "name"),
        ("S006", "!!str"),
        ("S014", "~"),
        ("S008", "#"),
    ),
    swaps(
        "osynligt på flera rader",
        ((NAME, "  name: Exempel§\u2028guiden\n"), ("    text: Byt röret\n", "    text: Byt§\u200b r§o\u0308ret\n")),
        ("S007", "U+2028"),
        ("S007", "U+200B"),
        ("S007", "ö"),
    ),
    swaps(
        "en post för mycket, och en av dem fel",
        (
            ("    section: 7.1.2\n    row: 4\n", "    section: §7.1.2.\n    row: 4\n"),
            ("emergency:\n", "§emergency:\n"),
            (EMERGENCY, EMERGENCY + "  - number: §12a\n    label: Mer\n    advice: Ring.\n"),
        ),
        ("R004", "7.1.2."),
        ("M012", "3"),
        ("M009", "12a"),
    ),
    whole(
        "bara webbplatsen",
        b"site:\n  name: Exempelguiden\n",
        *(
            Fault("M001", name, (1, 1))
            for name in (
                "accessibility",
                "actions",
                "description",
                "emergency",
                "organisation",
                "revisions",
                "roles",
                "sections",
                "source",
            )
        ),
    ),
)

STATED = "        text: om det rinner\n        basis: kalla\n"
LAST_ACTION = SMALL_TEXT[SMALL_TEXT.index("  - id: skriv-i-loggen") : SMALL_TEXT.index("\nemergency:")]
PARTICIPANT = (
    "    participants:\n      - role: eleven\n        text: Visa vaktmästaren vägen\n        basis: kalla\n"
    "        say:\n          - text: Följ med mig till källaren.\n            basis: kalla\n        emphasis: vägen\n"
)
WEEKS = "    within:\n      count: 2\n      unit: veckor\n      basis: kalla\n"

OLD_DECISION = (
    '  - edition: "0"\n    date: 2021-01-15\n    summary: Ett utkast.\n    decision:\n      body: Skolnämnden\n'
    "      date: 2017-03-01\n      reference: punkt 2\n      changes:\n        - {row: 10, participants: [eleven]}\n"
)

HELD = (
    replace(
        swaps(
            "källans rad saknas",
            ((LAST_ACTION, ""), ("    group:\n      id: aterbesok\n      basis: tolkning\n", "")),
            Fault("K001", "rad 10", "id: gor-aterbesok"),
        ),
        held=True,
    ),
    unlike(
        "raden med row är borta",
        "  - id: mata-flodet\n    section: 7.1.2\n    row: 3\n",
        "  - §id: mata-flodet\n    section: 7.1.2\n",
        ("K002", "”Mät flödet” har ingen rad i källan"),
    ),
    unlike("rad som källan inte har", "    row: 10\n", "    row: §14\n", ("K002", "14")),
    unlike("annat avsnitt", "    section: 7.1.2\n    row: 3\n", "    section: §7.1.1\n    row: 3\n", ("K003", "7.1.2")),
    unlike(
        "annan ansvarig",
        "    row: 3\n    responsible: [va-ingenjoren]\n",
        "    row: 3\n    §responsible: [rektorn]\n",
        ("K004", "Källan säger VA-ingenjören, här står rektorn"),
    ),
    unlike(
        "fler ansvariga än beslutet säger",
        "    row: 5\n    responsible: [vaktmastaren]\n",
        "    row: 5\n    §responsible: [vaktmastaren, eleven]\n",
        ("K004", "Beslutet punkt 40 säger vaktmästaren, här står vaktmästaren och eleven"),
    ),
    unlike(
        "samråd med alla i stället för någon",
        "    consulted:\n      mode: nagon\n",
        "    consulted:\n      mode: §alla\n",
        ("K005", "säger samråd med vaktmästaren och/eller VA-ingenjören, här står samråd med"),
    ),
    unlike(
        "inget samråd mellan dem som ansvarar",
        "    jointly: kalla\n    text: Berätta",
        "    text: Berätta",
        Fault("K018", "säger samråd mellan dem som ansvarar, här står inget om det", "id: beratta-for-hemmen"),
    ),
    unlike(
        "samråd mellan dem som ansvarar, som vår tolkning",
        "    jointly: kalla\n    text: Berätta",
        "    jointly: §tolkning\n    text: Berätta",
        ("K018", "här står det som vår tolkning"),
    ),
    unlike(
        "inget samråd",
        "    consulted:\n      mode: alla\n      roles: [va-ingenjoren, rektorn]\n      basis: kalla\n    within",
        "    within",
        Fault("K005", "här står inget samråd", "id: byt-roret"),
    ),
    unlike(
        "någon annan i stället",
        "    proxy:\n      role: eleven\n",
        "    proxy:\n      role: §vaktmastaren\n",
        ("K006", "säger eleven, här står vaktmästaren"),
    ),
    unlike("ingen annan är med", PARTICIPANT, "", Fault("K007", "ingen annan som är med", "id: stang-kranen")),
    unlike(
        "fler är med",
        "    wallet: Flytta klassen\n",
        "    wallet: Flytta klassen\n"
        "    participants:\n      - role: §eleven\n        text: Flytta\n        basis: kalla\n",
        ("K007", "i adopted.yaml har ingen annan som är med, här står eleven"),
    ),
    unlike(
        "annan tidsgräns",
        WITHIN,
        "    within:\n      count: §10\n      unit: dagar\n      basis: kalla\n",
        ("K008", "Källan säger tre dagar, här står tio dagar"),
    ),
    unlike(
        "tidsgräns som beslutet inte har",
        WEEKS,
        "    within:\n      count: §1\n      unit: veckor\n      basis: kalla\n",
        ("K008", "Beslutet punkt 8 säger två veckor, här står en vecka"),
    ),
    unlike(
        "tidsgräns i veckor i stället för dagar",
        WITHIN,
        WITHIN.replace("dagar", "§veckor"),
        ("K008", "Källan säger tre dagar, här står tre veckor"),
    ),
    unlike(
        "andra tillfrågas än källan säger",
        "      roles: [vaktmastaren, va-ingenjoren]\n",
        "      §roles: [vaktmastaren]\n",
        ("K005", "här står samråd med vaktmästaren"),
    ),
    unlike("tidsgränsen är borta", WEEKS, "", Fault("K008", "här står ingen tidsgräns", "id: gor-aterbesok")),
    unlike(
        "tidsgräns som källan inte har",
        "    wallet: Flytta klassen\n",
        "    wallet: Flytta klassen\n    §within:\n      count: 1\n      unit: dagar\n      basis: kalla\n",
        ("K008", "i adopted.yaml har ingen tidsgräns, här står en dag"),
    ),
    unlike(
        "källans tidsgräns som tolkning", WITHIN, WITHIN.replace("kalla", "§tolkning"), ("K008", "som vår tolkning")
    ),
    unlike(
        "annan tidsgräns som tolkning",
        WITHIN,
        WITHIN.replace("3", "§10").replace("kalla", "tolkning"),
        ("K008", "Källan säger tre dagar, här står tio dagar som vår tolkning"),
    ),
    unlike(
        "källans samråd som tolkning",
        "      roles: [va-ingenjoren, rektorn]\n      basis: kalla\n",
        "      roles: [va-ingenjoren, rektorn]\n      basis: §tolkning\n",
        ("K005", "Beslutet punkt 40 säger samråd med rektorn och VA-ingenjören, här står det som vår tolkning"),
    ),
    unlike(
        "källans ersättare som tolkning",
        "      text: Säg till rektorn i upptäckarens ställe\n      basis: kalla\n",
        "      text: Säg till rektorn i upptäckarens ställe\n      basis: §tolkning\n",
        ("K006", "säger eleven, här står det som vår tolkning"),
    ),
    unlike(
        "den som är med som tolkning",
        PARTICIPANT,
        PARTICIPANT.replace("kalla", "§tolkning", 1),
        ("K007", "säger eleven, här står det som vår tolkning"),
    ),
    replace(
        swaps(
            "ett beslut som är äldre än källan",
            (
                ("\naccessibility:\n", f"{OLD_DECISION}\naccessibility:\n"),
                (
                    "    done: skrivit i loggen hur salen ser ut\n",
                    "    done: skrivit i loggen hur salen ser ut\n"
                    "    participants:\n      - role: §eleven\n        text: Skriv\n        basis: kalla\n",
                ),
            ),
            ("K007", "i adopted.yaml har ingen annan som är med, här står eleven"),
        ),
        held=True,
    ),
    unlike("okänd roll i ett beslut", "proxy: eleven}", "proxy: §elevn}", ("K016", "Rollen ”elevn”")),
    unlike(
        "okänd roll i samråd i ett beslut",
        "{mode: alla, roles: [va-ingenjoren, rektorn]}",
        "{mode: alla, roles: [va-ingenjoren, §rektor]}",
        ("K016", "Rollen ”rektor”"),
    ),
    unlike("okänt avsnitt i ett beslut", "{row: 5, section: 7.1.2", "{row: 5, section: §7.1.9", ("K016", "Avsnittet")),
    unlike(
        "okänd fråga i ett beslut",
        "[{question: rinner-det, answer: ja, answered_by",
        "[{question: §rinner, answer: ja, answered_by",
        ("K016", "Frågan ”rinner”"),
    ),
    unlike(
        "färre målgrupper",
        "    groups:\n      - Vårdnadshavare\n      - Grannar\n",
        "    §groups:\n      - Grannar\n",
        ("K009", "säger två målgrupper, här står en målgrupp"),
    ),
    unlike(
        "målgrupper som beslutet tog bort",
        WEEKS,
        WEEKS + "    §groups:\n      - Elever\n",
        ("K009", "Efter beslutet punkt 40 finns inga målgrupper, här står en målgrupp"),
    ),
    unlike("källans villkor som tolkning", STATED, STATED.replace("kalla", "§tolkning"), ("K010", "vår tolkning")),
    unlike(
        "annat svar än källans",
        "        answer: ja\n" + STATED,
        "        answer: §nej\n" + STATED,
        ("K010", "säger ja på frågan ”Rinner det fortfarande vatten?”, här står nej"),
    ),
    unlike(
        "villkor som källan inte säger",
        "        own: om din sal är fuktig\n        basis: tolkning\n",
        "        own: om din sal är fuktig\n        basis: §kalla\n",
        ("K010", "”om salen är fuktig” som källans"),
    ),
    unlike(
        "källans villkor saknas",
        "    conditions:\n      - question: rinner-det\n        answer: ja\n        text: om det rinner ännu\n"
        "        basis: kalla\n",
        "    §conditions:\n",
        ("K010", "Det villkoret saknas här"),
    ),
    unlike(
        "annan fråga än källans",
        "      - question: rinner-det\n        answer: ja\n" + STATED,
        "      - question: §ar-det-natet\n        answer: ja\n" + STATED,
        ("K010", "”Rinner det fortfarande vatten?”, här står ja på frågan ”Kommer vattnet från ledningsnätet?”"),
    ),
    unlike(
        "dagen för ett annat dokument än det som är avskrivet",
        "  date: 2020-02-29\n  pages: 3\n",
        "  date: §2026-11-20\n  pages: 3\n",
        ("K020", "ur dokumentet från 29 februari 2020, men source säger 20 november 2026"),
    ),
    unlike(
        "en annan som svarar på frågan",
        "    answered_by: [vaktmastaren, rektorn]\n",
        "    §answered_by: [vaktmastaren]\n",
        ("K019", "Beslutet punkt 40 säger att rektorn och vaktmästaren svarar på frågan ”Rinner det"),
    ),
    unlike(
        "ett ord som källan kräver",
        MOVE,
        MOVE.replace("    requirement", "    §requirement").replace("klasslistan", "listan"),
        ("K011", "klasslista"),
    ),
    unlike(
        "ett ord som källan kräver, i en mening som säger att det inte sägs",
        MOVE,
        MOVE.replace("    requirement", "    §requirement").replace(
            "Ta med klasslistan.", "Rutinen säger inte vem som har klasslistan. Ta med pennor."
        ),
        ("K011", "”klasslista”. Det ordet står bara där det sägs att något inte sägs"),
    ),
    unlike(
        "kravet är borta",
        f"{MOVED}{IN_PLACE}    wallet: Flytta klassen\n{MOVE}",
        f"{MOVED}{IN_PLACE}    wallet: Flytta klassen\n".replace(
            "text: Flytta klassen till", "text: §Flytta klassen till"
        ),
        ("K011", "klasslista"),
    ),
    unlike(
        "beslut om en rad som inte finns",
        "- {row: 9, within: {count: 2",
        "- {row: §91, within: {count: 2",
        ("K012", "91"),
    ),
    unlike("ny rad som redan finns", "- {row: 8, row_is: ny", "- {row: §7, row_is: ny", ("K012", "Rad 7 finns redan")),
    unlike("beslut utan ändring", "- {row: 7, jointly: ja, groups: 2}", "- §{row: 7}", ("K013", "rad 7")),
    unlike(
        "beslut om det som redan gäller", "groups: 2}", "groups: §3}", ("K013", "Målgrupperna på rad 7 är redan så")
    ),
    unlike("beslut som tar bort inget", "removed: [groups]", "removed: [§proxy]", ("K013", "inget proxy att ta bort")),
    unlike("beslut som ändrar och tar bort", "removed: [groups]", "removed: [groups, §within]", ("K013", "också bort")),
    unlike(
        "beslut om en rad som tas bort",
        "row_is: borttagen}",
        "row_is: §borttagen, groups: 2}",
        ("K013", "Hela rad 12"),
    ),
    unlike("ny rad utan avsnitt", "row_is: ny, section: 7.2.1,", "row_is: §ny,", ("K014", "section")),
)

CASES = SYNTAX + TYPES + RULES + HELD + SEVERAL
