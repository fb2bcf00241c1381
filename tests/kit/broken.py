"""Broken routines: small.yaml with one thing changed, and the first problem that the report has of each."""

from __future__ import annotations

from itertools import takewhile

from msgspec import Struct

from routine.check.parse import parse_adopted
from routine.model.adopted import Adopted
from tests.kit.paths import SMALL, SMALL_ADOPTED

ADOPTED_TEXT = SMALL_ADOPTED.read_text(encoding="utf-8")
SMALL_TEXT = SMALL.read_text(encoding="utf-8")


def swapped(text: str, *swaps: str) -> str:
    """Replace each old text, which stands there once, with the new one after it."""
    for old, new in zip(swaps[::2], swaps[1::2], strict=True):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


class Case(Struct, frozen=True):
    """A broken file, and the code and the line of what is told first."""

    code: str
    line: int
    name: str
    text: str


def case(code: str, name: str, *swaps: str) -> Case:
    """Break the small routine by pairs of texts.

    The first line that changes is blamed, or the nearest that reads as the last text, which then has no pair.
    """
    told = swaps[-1] if len(swaps) % 2 else ""
    pairs = swaps[:-1] if told else swaps
    text = swapped(SMALL_TEXT, *pairs)
    old, new = (each.split("\n") for each in pairs[:2])
    same = sum(1 for _ in takewhile(lambda lines: lines[0] == lines[1], zip(old, new, strict=False)))
    first = SMALL_TEXT[: SMALL_TEXT.index(pairs[0])].count("\n") + 1 + same
    alike = (number for number, line in enumerate(text.split("\n"), 1) if line == told)
    return Case(code, min(alike, key=lambda number: abs(number - first)) if told else first, name, text)


def small_adopted() -> Adopted:
    """Give the document behind the small routine."""
    return parse_adopted(SMALL_ADOPTED.read_bytes(), "adopted.yaml")


def lines_of(text: str) -> tuple[int, int]:
    """Give the first and the last line that a text fills in the small routine, where it stands once."""
    assert SMALL_TEXT.count(text) == 1, text
    first = SMALL_TEXT[: SMALL_TEXT.index(text)].count("\n") + 1
    return first, first + text.rstrip("\n").count("\n")


# Code, what the editor did, by which replacements in small.yaml, and the line that is blamed, if it is none of theirs.
ROWS: tuple[tuple[str, ...], ...] = (
    ("M001", "nyckel saknas", "    text: Byt röret\n", "", "  - id: byt-roret"),
    ("M001", "grupp utan id", "      id: aterbesok\n      basis: tolkning\n", "      basis: tolkning\n", "    group:"),
    (
        "M001",
        "lista saknas",
        'emergency:\n  - number: "112"\n    label: Fara för liv\n',
        "emergency:\n  - label: Fara för liv\n",
    ),
    (
        "M001",
        "grupp saknas",
        "organisation:\n"
        "  name: Exempelstads skolor\n"
        "  owner: Fastighetschefen\n"
        "  owner_proposed: ja\n"
        "  case_head: [Dagen för läckan, Felanmälans nummer]\n"
        "  care: Rektorn vet hur den förvaras. Fråga innan du skickar den.\n",
        "",
        "site:",
    ),
    (
        "M001",
        "uppgift utan basis",
        "      text: Ta med klasslistan.\n      basis: tolkning\n",
        "      text: Ta med klasslistan.\n",
        "    requirement:",
    ),
    ("M002", "felstavad nyckel", "    others: byter röret\n", "    other: byter röret\n"),
    ("M002", "nyckel på fel plats", "  pages: 3\n", "  pages: 3\n  row: 3\n"),
    (
        "M002",
        "källans adress ett steg ut",
        "      url: https://www.example.org/rad\n",
        "    url: https://www.example.org/rad\n",
    ),
    (
        "M002",
        "tidsgräns med en nyckel för mycket",
        "    within:\n      count: 3\n      unit: dagar\n      basis: kalla\n",
        "    within:\n      count: 3\n      unit: dagar\n      basis: kalla\n      days: 3\n",
    ),
    ("M002", "nyckel med stor bokstav", "    text: Byt röret\n", "    Text: Byt röret\n"),
    (
        "M003",
        "text i stället för lista",
        "    informs:\n      - role: rektorn\n        basis: kalla\n",
        "    informs: rektorn\n",
    ),
    ("M003", "lista i stället för text", "    text: Byt röret\n", "    text: [Byt röret]\n"),
    ("M003", "kolon i listans text", "      - Stäng dörren efter dig.\n", "      - Obs: stäng dörren\n"),
    (
        "M003",
        "roll utan basis",
        "    informs:\n      - role: rektorn\n        basis: kalla\n",
        "    informs: [rektorn]\n",
    ),
    (
        "M003",
        "text i stället för grupp",
        "    within:\n      count: 3\n      unit: dagar\n      basis: kalla\n",
        "    within: 3 dagar\n",
    ),
    (
        "M003",
        "lista i stället för grupp",
        "    within:\n      count: 3\n      unit: dagar\n      basis: kalla\n",
        "    within: [3, dagar]\n",
    ),
    ("M003", "post utan nycklar", "terms:\n", "terms:\n  - Sal\n"),
    ("M004", "no", "        answer: nej\n", "        answer: no\n"),
    ("M004", "NO", "        answer: nej\n", "        answer: NO\n"),
    ("M004", "yes", "        answer: nej\n", "        answer: yes\n"),
    ("M004", "on", "        answer: nej\n", "        answer: on\n"),
    ("M005", "den enda posten är fel", "    answered_by: [va-ingenjoren]\n", "    answered_by: [VA-ingenjoren]\n"),
    ("M005", "id med å och mellanslag", "  - id: mogel\n", "  - id: Mögel i hus\n"),
    (
        "M005",
        "namn i stället för id",
        "    informs:\n      - role: rektorn\n        basis: kalla\n",
        "    informs:\n      - role: Rektorn\n        basis: kalla\n",
    ),
    ("M005", "och i en lista", "[rektorn, eleven]", "[rektorn och eleven]"),
    ("M005", "snedstreck i en lista", "[rektorn, eleven]", "[rektorn/eleven]"),
    ("M005", "semikolon i en lista", "[rektorn, eleven]", "[rektorn; eleven]"),
    ("M006", "skottdag som inte finns", "  date: 2020-02-29\n", "  date: 2021-02-29\n"),
    ("M006", "datum utan streck", "  date: 2020-02-29\n", "  date: 20200229\n"),
    ("M006", "datum som vecka", "  date: 2020-02-29\n", "  date: 2020-W09-6\n"),
    ("M006", "datum med klockslag", "  date: 2020-02-29\n", "  date: 2020-02-29 12:30:00\n"),
    ("M006", "oktaltal som datum", "    valid_until: 2025-06-30\n", "    valid_until: 08\n"),
    ("M007", "oktaltal", "  pages: 3\n", "  pages: 0o10\n"),
    ("M007", "understreck i tal", "  pages: 3\n", "  pages: 1_000\n"),
    ("M007", "klockslag", "  pages: 3\n", "  pages: 12:30\n"),
    ("M007", "för stort tal", "  pages: 3\n", "  pages: 10000\n"),
    ("M008", "adress utan s", "  leave: https://www.example.com/\n", "  leave: http://www.example.com/\n"),
    ("M008", "adress med skript", "      url: https://www.example.org/rad\n", "      url: javascript:alert(1)\n"),
    (
        "M008",
        "adress med citattecken",
        "      url: https://www.example.org/rad\n",
        '      url: https://www.example.org/"rad\n',
    ),
    (
        "M008",
        "adress med användarnamn",
        "      url: https://www.example.org/rad\n",
        "      url: https://www.elverket.se@example.org/rad\n",
    ),
    ("M008", "adress med komma", "  leave: https://www.example.com/\n", "  leave: https://www.example,com/\n"),
    ("M009", "nummer i ord", '  - number: "112"\n', "  - number: ett ett två\n"),
    ("M009", "nummer med ord", "    number: 010-555 01 23\n", "    number: 010-555 01 23 (dagtid)\n"),
    (
        "M010",
        "flera rader där en ska stå",
        "    text: Byt röret\n",
        "    text: |\n      Byt röret\n      och kranen\n",
    ),
    ("M011", "tomt värde", "    text: Byt röret\n", "    text:\n"),
    ("M011", "bara citattecken", "    text: Byt röret\n", '    text: ""\n'),
    ("M011", "bara mellanslag", "    text: Byt röret\n", '    text: "  "\n'),
    (
        "M011",
        "tom lista",
        "    informs:\n      - role: rektorn\n        basis: kalla\n",
        "    informs:\n",
        "    informs:",
    ),
    ("M012", "lista utan poster", "    answered_by: [va-ingenjoren]\n", "    answered_by: []\n"),
    (
        "M012",
        "för många poster",
        "emergency:\n",
        "emergency:\n",
        "    advice: Ring jouren när huset är stängt.\n",
        "    advice: Ring jouren när huset är stängt.\n  - number: 113\n    label: Mer\n    advice: Ring.\n",
        "emergency:",
    ),
    ("M013", "avsnitt utan siffra eller bokstav", "  - id: 7.1.2\n", "  - id: –\n"),
    ("M013", "rubrik som beteckning", "  - id: 7.1.2\n", "  - id: Lagning av vattenröret\n"),
    (
        "M014",
        "id som är för långt",
        "  - id: mogel\n",
        "  - id: mogel-mogel-mogel-mogel-mogel-mogel-mogel-mogel-mogel-mogel-mogel-mogel-mogel-mer\n",
    ),
    (
        "M014",
        "utgåva som är för lång",
        '  - edition: "2"\n',
        "  - edition: 2 och mer 2 och mer 2 och mer 2 och mer x\n",
    ),
    ("S002", "kolon i text", "  name: Exempelguiden\n", "  name: Exempel: guiden\n"),
    ("S002", "inget mellanslag efter kolon", "  name: Exempelguiden\n", "  name:Exempelguiden\n"),
    ("S002", "inget kolon", "terms:\n", "terms\n"),
    ("S002", "citattecken stängs inte", "  name: Exempelguiden\n", '  name: "Exempelguiden\n'),
    (
        "S002",
        "sista citattecknet stängs inte",
        "    meaning: En ny titt på salen när den har torkat.\n",
        "    meaning: 'En ny titt på salen.\n",
    ),
    (
        "S002",
        "klammer stängs inte",
        "    checklists: [upptackaren, vaktmastaren]\n",
        "    checklists: [upptackaren, vaktmastaren\n",
    ),
    ("S002", "klammer utan början", "  name: Exempelguiden\n", "  name: ]Exempelguiden\n"),
    ("S002", "snabel-a först", "  name: Exempelguiden\n", "  name: @exempelguiden\n"),
    ("S002", "större än först", "  name: Exempelguiden\n", "  name: > tre meter vatten\n"),
    ("S002", "okänt omvänt snedstreck", "  name: Exempelguiden\n", '  name: "Exempel\\guiden"\n'),
    ("S002", "sökväg i Windows", "  name: Exempelguiden\n", '  name: "C:\\Utbildning"\n'),
    ("S002", "streck efter kolon", "  name: Exempelguiden\n", "  name: - Exempelguiden\n"),
    ("S002", "nyckeln två gånger på raden", "    ask: Fråga växeln.\n", "    ask: ask: Fråga växeln.\n"),
    ("S002", "två kommatecken", "[översvämning, v", "[översvämning,, v"),
    ("S003", "tabb som indrag", "  name: Exempelguiden\n", "\tname: Exempelguiden\n"),
    ("S003", "tabb efter kolon", "  name: Exempelguiden\n", "  name:\tExempelguiden\n"),
    ("S003", "tabb i text", "  name: Exempelguiden\n", "  name: Exempel\tguiden\n"),
    (
        "S003",
        "tabbar på flera rader",
        "    text: Byt röret\n",
        "\ttext: Byt röret\n",
        "    others: hyr fläktar\n",
        "\tothers: hyr fläktar\n",
    ),
    ("S004", "nyckel två gånger", "    text: Byt röret\n", "    text: Byt röret\n    text: Byt kranen\n"),
    ("S004", "grupp två gånger", "terms:\n", "terms:\nterms:\n"),
    (
        "S004",
        "målgrupper två gånger i en post",
        "    groups:\n      - Vårdnadshavare\n      - Grannar\n",
        "    groups:\n      - Vårdnadshavare\n      - Grannar\n    groups:\n      - Månnadshavare\n      - Grannar\n",
    ),
    ("S005", "alias", "  name: Exempelguiden\n", "  name: *namnet\n"),
    ("S005", "fetstil i text", "  name: Exempelguiden\n", "  name: **Exempelguiden**\n"),
    ("S005", "ankare", "  name: Exempelguiden\n", "  name: &namnet Exempelguiden\n"),
    ("S005", "et-tecken först", "  name: Exempelguiden\n", "  name: & Exempelguiden\n"),
    ("S006", "typmärke", "  pages: 3\n", "  pages: !!int 3\n"),
    ("S006", "utropstecken först", "  name: Exempelguiden\n", "  name: !viktigt\n"),
    ("S006", "två utropstecken", "  name: Exempelguiden\n", "  name: !obs!viktigt\n"),
    ("S007", "nollbrett tecken", "  name: Exempelguiden\n", "  name: Exempel\u200bguiden\n"),
    ("S007", "mjukt bindestreck", "  name: Exempelguiden\n", "  name: Exempel\xadguiden\n"),
    ("S007", "radtecken som bara YAML ser", "  name: Exempelguiden\n", "  name: Exempel\u2028guiden\n"),
    ("S007", "byteordningsmärke i texten", "terms:\n", "\ufeffterms:\n"),
    ("S007", "nolltecken", "  name: Exempelguiden\n", "  name: Exempel\x00guiden\n"),
    (
        "S008",
        "text efter nummertecken",
        "    advice: Ring jouren när huset är stängt.\n",
        "    advice: Ring jouren # när huset är stängt\n",
    ),
    ("S008", "nummertecken i lista", "      - Stäng dörren efter dig.\n", "      - Stäng # dörren efter dig.\n"),
    (
        "S008",
        "kommentar inklistrad efter text",
        "    advice: Ring jouren när huset är stängt.\n",
        "    advice: Ring jouren    # när huset är stängt\n",
    ),
    ("S008", "nummertecken i en lista inom klamrar", "[översvämning, v", "[översvämning, #kran, i # rör, v"),
    ("S012", "två dokument", "terms:\n", "---\nterms:\n"),
    ("S012", "slut på dokument", "terms:\n", "...\nterms:\n"),
    ("S013", "lista som nyckel", "  name: Exempelguiden\n", "  ? [name]\n  : Exempelguiden\n"),
    ("S013", "dubbla klamrar", "  name: Exempelguiden\n", "  name: {{ namnet }}\n"),
    ("S014", "null", "  name: Exempelguiden\n", "  name: null\n"),
    ("S014", "vågtecken", "  name: Exempelguiden\n", "  name: ~\n"),
    ("S014", "Null i lista", "      - Stäng dörren efter dig.\n", "      - Null\n"),
    (
        "S015",
        "två ändringar som krockar",
        "  pages: 3\n",
        "<<<<<<< HEAD\n  pages: 3\n=======\n  pages: 4\n>>>>>>> fyra-sidor\n",
    ),
    (
        "S015",
        "en krock mellan två ändringar",
        "  pages: 3\n",
        "<<<<<<< HEAD\n  pages: 3\n=======\n  pages: 4\n>>>>>>> fyra-sidor\n",
    ),
    (
        "S015",
        "en krock med den gemensamma texten",
        "  pages: 3\n",
        "<<<<<<< HEAD\n  pages: 3\n||||||| bas\n  pages: 2\n=======\n  pages: 4\n>>>>>>> x\n",
    ),
    ("S015", "ett kvarglömt märke av en krock", "  pages: 3\n", "  pages: 3\n>>>>>>> fyra-sidor\n"),
    ("S016", "tankstreck före en post", "      - Stäng dörren efter dig.\n", "      – Stäng dörren efter dig.\n"),
    ("S016", "punkt före en post", "      - Stäng dörren efter dig.\n", "      • Stäng dörren efter dig.\n"),
    ("S016", "tankstreck i en lista", "      - Stäng dörren efter dig.\n", "      – Stäng dörren efter dig.\n"),
    (
        "S016",
        "långt tankstreck i en lista",
        "      - Stäng dörren efter dig.\n",
        "      — Stäng dörren efter dig.\n",
    ),
    ("S016", "punkt ur Word i en lista", "      - Stäng dörren efter dig.\n", "      • Stäng dörren efter dig.\n"),
    ("S016", "mittpunkt i en lista", "      - Stäng dörren efter dig.\n", "      · Stäng dörren efter dig.\n"),
    ("S017", "streck utan mellanslag", "      - Stäng dörren efter dig.\n", "      -Stäng dörren efter dig.\n"),
    ("S017", "tabb efter strecket", "      - Stäng dörren efter dig.\n", "      -\tStäng dörren efter dig.\n"),
    (
        "S017",
        "inget mellanslag efter strecket",
        "      - Stäng dörren efter dig.\n",
        "      -Stäng dörren efter dig.\n",
    ),
    ("S017", "inget mellanslag före id", "  - id: mogel\n", "  -id: mogel\n"),
    ("S018", "ett streck för mycket", "    text: Byt röret\n", "  - text: Byt röret\n"),
    ("S002", "två nycklar på en rad", "    text: Byt röret\n", "    text: Byt röret, row: 5\n"),
    ("M007", "enheten i antalet", "      count: 3\n      unit: dagar", "      count: 3 dagar\n      unit: dagar"),
    ("M004", "ja eller nej", "        answer: nej\n", "        answer: ja/nej\n"),
    ("S018", "streck ett steg in", "      - Stäng dörren efter dig.\n", "       - Stäng dörren efter dig.\n"),
    ("S018", "streck ett steg ut", "      - Stäng dörren efter dig.\n", "     - Stäng dörren efter dig.\n"),
    (
        "S018",
        "streck under en text",
        "    others: hyr fläktar\n",
        "    others: hyr fläktar\n      - och slangar\n",
    ),
    ("S018", "en post ett steg in", "      - Stäng dörren efter dig.\n", "       - Stäng dörren efter dig.\n"),
    ("S018", "en post två steg in", "      - Stäng dörren efter dig.\n", "        - Stäng dörren efter dig.\n"),
    ("S018", "en post ett steg ut", "      - Stäng dörren efter dig.\n", "     - Stäng dörren efter dig.\n"),
    ("S018", "en målgrupp ett steg in", "      - Grannar\n", "       - Grannar\n"),
    ("S019", "streck saknas", "      - Stäng dörren efter dig.\n", "      Stäng dörren efter dig.\n"),
    ("S019", "streck saknas före id", "  - id: mogel\n", "    id: mogel\n"),
    ("S019", "streck saknas i idets plats", "  - id: mogel\n", "  id: mogel\n"),
    ("S019", "inget streck", "      - Stäng dörren efter dig.\n", "      Stäng dörren efter dig.\n"),
    ("S019", "inget streck före en målgrupp", "      - Grannar\n", "      Grannar\n"),
    (
        "S019",
        "inget streck i lätta ord",
        "        - Säg till på skolan.\n        - Säg var du ser vatten.\n",
        "        - Säg till på skolan.\n        Säg var du ser vatten.\n",
    ),
    (
        "S020",
        "text på två rader",
        "    advice: Ring jouren när huset är stängt.\n",
        "    advice: Ring jouren\n    när huset är stängt.\n",
        "    när huset är stängt.",
    ),
    ("S020", "kommentar som i skript", "    text: Byt röret\n", "    // läs om\n    text: Byt röret\n"),
    ("S020", "nyckel som kommentar", "    text: Byt röret\n", "    // text: Laga\n    text: Byt röret\n"),
    ("S020", "kommentar som i html", "    text: Byt röret\n", "    <!-- läs om -->\n    text: Byt röret\n"),
    ("S021", "böjda citattecken", "  name: Exempelguiden\n", "  name: ”Exempelguiden”\n"),
    ("S021", "böjda citattecken och kolon", "  name: Exempelguiden\n", "  name: “Obs: guiden”\n"),
    ("S021", "böjda citattecken med kolon i", "    text: Byt röret\n", "    text: “Obs: byt röret”\n"),
    ("S021", "tyska citattecken", "    text: Byt röret\n", "    text: „Byt röret“\n"),
    ("S021", "gåsögon", "    text: Byt röret\n", "    text: »Byt röret»\n"),
    ("S022", "trasig bokstav", "Stäng huvudkranen", "StÃ¤ng huvudkranen"),
    ("S022", "bokstav som blivit ett frågetecken", "Stäng huvudkranen", "St?ng huvudkranen"),
    (
        "S022",
        "ord som börjar med ett frågetecken",
        "      - Stäng dörren efter dig.\n",
        "      - Se efter om den ?r stängd.\n",
    ),
    ("S022", "bokstäver som gått sönder", "Stäng huvudkranen", "StÃ¤ng huvudkranen"),
    (
        "M011",
        "ansvarig tömd",
        "    responsible: [rektorn]\n    text: Flytta klassen",
        "    responsible:\n    text: Flytta klassen",
    ),
)
CASES = tuple(case(*row) for row in ROWS)
