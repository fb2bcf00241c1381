"""Language: what stops, what is advised, and what is left alone, a table of each."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Any

import pytest

from routine import rules
from routine.__main__ import main
from routine.domain.model import Routine
from routine.loading.load import load
from routine.reading.messages import messages
from routine.reading.nodes import Path, Raw
from routine.rules.language import words
from routine.rules.people import GIVEN
from tests.kit.paths import SMALL
from tests.kit.variants import kind, leaves, put, small, write

POINT: Path = ("guidance", 0, "points", 0)
TEXT: Path = ("actions", 1, "text")
OTHERS: Path = ("actions", 1, "others")
DONE: Path = ("actions", 1, "done")
MANY = "Stäng " + "kranen " * 19


def told(*changes: tuple[Path, Raw]) -> list[tuple[str, Path]]:
    """What is said of the small routine with something changed: errors and advice, as code and path."""
    routine = changed(*changes)
    return [(one.code, one.path) for one in (*rules.check(routine), *rules.advise(routine))]


def changed(*changes: tuple[Path, Raw]) -> Routine:
    values = small()
    for path, value in changes:
        put(values, path, value)
    return Routine.model_validate(values)


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        (TEXT, MANY + "nu", "R070"),
        (TEXT, MANY + "här/nu", "R070"),
        (POINT, "Close the door after you.", "R071"),
        (POINT, "Stäng dörren. Then call the police.", "R071"),
        (POINT, "THE END OF IT", "R071"),
        (("site", "description"), "What you should do", "R071"),
        (("easy", "lines", 0), "If you see water", "R071"),
        (POINT, "Stäng <b>dörren</b>.", "R072"),
        (POINT, "Stäng dörren.<br/>Gå ut.", "R072"),
        (POINT, "Stäng **dörren**.", "R072"),
        (POINT, "Stäng __dörren__.", "R072"),
        *(
            (POINT, f"{sign} Stäng dörren.", "R072")
            for sign in (
                "##",
                ">",
                "•",
                "\uf0a7",
                "-",
                "–",
                "+",
                "1.",
                "12)",
                "a)",
                "--",
                "–-",
                "---",
                "->",
                "=>",
                "•",
                "**",
            )
        ),
        *((POINT, f"{sign}Stäng dörren.", "R072") for sign in ("--", "–", "—", "•", "·", "->")),
        (("actions", 0, "detail"), "Stäng dörren:\n- den vänstra", "R072"),
        (POINT, "*Stäng dörren.", "R072"),
        (POINT, "Stäng *den vänstra* dörren.", "R072"),
        (POINT, "Stäng _den_ dörren.", "R072"),
        (POINT, "Stäng `den` dörren.", "R072"),
        (POINT, 'Stäng dörren."', "R088"),
        (POINT, "Stäng ”dörren.", "R088"),
        (("actions", 0, "say", 0, "text"), "”Det läcker.”", "R088"),
        (("actions", 0, "say", 0, "text"), '"Det läcker."', "R088"),
        (("actions", 0, "also", 0), "”läcka”", "R088"),
        (("actions", 0, "also", 0), "‘läcka’", "R088"),
        (("actions", 0, "also", 0), "“läcka", "R088"),
        (POINT, "Läs [rådet](https://example.org).", "R072"),
        (POINT, "Läs [rådet](/rad).", "R072"),
        (POINT, "Stäng&nbsp;dörren.", "R072"),
        (POINT, "Stäng &#246;ppningen.", "R072"),
        (POINT, "Läs https://example.org först.", "R072"),
        (POINT, "Läs www.example.org först.", "R072"),
        (POINT, "Din anmälan blir hemlig.", "R073"),
        (POINT, "Uppgifterna är helt hemliga.", "R073"),
        (POINT, "Du får polisskydd.", "R073"),
        (POINT, "Du kan få ett tryggt polisskydd.", "R073"),
        (POINT, "Han blir dömd.", "R073"),
        (POINT, "De kommer att åtalas.", "R073"),
        (POINT, "Det hjälper garanterat.", "R073"),
        (POINT, "Det är ingen garanti.", "R073"),
        (POINT, "Polisen kommer att ringa.", "R073"),
        (POINT, "Polisen hjälper dig alltid.", "R073"),
        (POINT, "Du får alltid skydd av polisen.", "R073"),
        (POINT, "Åklagaren väcker åtal.", "R073"),
        (POINT, "Uppgifterna är sekretessbelagda.", "R073"),
        (POINT, "Ingen får veta vad du berättar.", "R073"),
        (POINT, "Åklagaren kommer snart att ringa.", "R073"),
        (POINT, "Ring vakten.", "R074"),
        (POINT, "Ring Vaktens telefon.", "R074"),
        (("easy", "steps", 1, "lines", 1), "Vakten vet.", "R074"),
    ],
)
def test_what_no_text_may_be_stops(path: Path, text: str, code: str) -> None:
    assert (code, path) in told((path, text))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (TEXT, f"{MANY.strip()} –"),
        (("actions", 0, "detail"), "Ring " * 30),
        (POINT, "Läs ”The end of the road” först."),
        (POINT, 'Läs "The end of the road" först.'),
        (POINT, "Is och and finns by för by. Be om must, for och kom. IT är all not och will."),
        (POINT, "Vi heter The Water Company."),
        (("guidance", 0, "source", "title"), "What to do when the water comes"),
        (("guidance", 0, "source", "publisher"), "The Office of Water"),
        (("source", "title"), "The end of the road"),
        (POINT, "Är det 3 < 4 & 5 > 2? * En * stjärna, snake_case och [klamrar] (parentes)."),
        (POINT, "En_sak_i_taget, 5*3*2, 4 * 5 * 6 och 2 - 1. 112 är numret. 1.5 meter."),
        (("sections", 0, "title"), "1. När det läcker"),
        (POINT, 'Röret är 12" brett. Säg ”ja” och "nej".'),
        (("actions", 0, "say", 0, "text"), "”Ja”, säger rektorn, och menar ”nej”"),
        (("guidance", 0, "source", "url"), "https://www.example.org/the-end-of-the-road"),
        (POINT, "Begär att uppgiften hålls utanför. Det är en hemlighet."),
        (POINT, "Polisen avgör om du får skydd."),
        (POINT, "Domstolen avgör om någon döms."),
        (POINT, "Om åklagaren väcker åtal kallas du till rättegång."),
        (POINT, "Fråga om uppgiften är sekretessbelagd. Det som är sekretessbelagt lämnas inte ut."),
        (POINT, "Det är inte sekretessbelagt. Polisen kommer inte alltid."),
        (POINT, 'Uppge "sal 12" när du ringer.'),
        (POINT, "Ett 3/4”-rör passar."),
        (POINT, "Slå *31# före numret, eller *31* och numret."),
        (POINT, "*31# före numret döljer ditt eget."),
        *(
            (POINT, text)
            for text in ("-18 grader är kallt.", "–18 grader är kallt.", "-mossa är en växt.", "+46 är Sverige.")
        ),
        (POINT, "Fråga alltid polisen. Åklagaren avgör om det blir åtal. Uppgifter kan vara sekretessbelagda."),
        (POINT, "Staten har en garantifond."),
        (POINT, "Vaktmästaren och bevakningen har ingen vakt."),
        (("revisions", 0, "summary"), "Vakten heter nu Vaktmästaren."),
        (("terms", 0, "meaning"), "Anna är ett vattendrag. Ring Polisen."),
        (POINT, "Ring Brottsofferjouren Sverige."),
        (("guidance", 0, "source", "title"), "Anna Berg berättar"),
    ],
)
def test_what_looks_like_it_is_left_alone(path: Path, text: str) -> None:
    changes = ((path, text), (OTHERS, "stänger kranen kranen")) if path == TEXT else ((path, text),)
    assert told(*changes) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ring nu", 2),
        ("Ring – nu", 2),
        ("Ring och/eller skriv", 4),
        ("VA-ingenjören, ”112” och 3.1", 4),
        ("Ring 114 14.", 3),
        (" \n", 0),
    ],
)
def test_words_are_counted_as_a_reader_does(text: str, count: int) -> None:
    assert words(text) == count


def prose() -> list[Path]:
    """Every text that is ours and shown: not what another has called a thing."""
    quoted = (("source", "title"), ("source", "part_of"))
    return [
        path
        for path, _ in leaves(small())
        if kind(path) in ("line", "text") and path not in quoted and path[2:3] != ("source",)
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [("the the", "R071"), ("<b>", "R072"), ("garanti", "R073"), ("vaktens", "R074"), ("Anna Berg", "V004")],
)
def test_every_text_of_ours_is_read(text: str, code: str) -> None:
    """Only an edition, which speaks of its own time, may use a role's old name."""
    values = small()
    for path in prose():
        put(values, path, f"{dict(leaves(small()))[path]} {text}")
    routine = Routine.model_validate(values)
    found = {one.path for one in (*rules.check(routine), *rules.advise(routine)) if one.code == code}
    free: list[Path] = []
    if code == "R074":
        free = [path for path in prose() if path[0] == "revisions"]
        free += [("contacts", 1, "ask"), ("roles", 2, "name")]  # An exception, and the new name itself.
    assert found == {*prose()} - {*free}
    assert len(found) > 150


def test_a_new_name_that_holds_the_old_one_is_no_old_name() -> None:
    assert told((("roles", 2, "name"), "Skolans vakt"), (("roles", 2, "formerly", 0), "vakt")) == [
        ("R077", ("exceptions", 0))
    ]
    name: tuple[Path, Raw] = (("roles", 2, "name"), "Skolans vakt")
    old: tuple[Path, Raw] = (("roles", 2, "formerly", 0), "vakt")
    assert ("R074", POINT) not in told(name, old, (POINT, "Ring skolans vakt och skolans vakts vän."))
    assert ("R074", POINT) in told(name, old, (POINT, "Ring skolans vakt, eller en vakt."))


def test_a_text_that_promises_twice_is_told_once() -> None:
    assert told((POINT, "Den blir hemlig, och du får garanterat polisskydd.")) == [("R073", POINT)]


# --- Advice ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "others", "codes"),
    [
        ("Kontakt med polisen", "kontaktar polisen", {"V001"}),
        ("Du kontaktar polisen", "kontaktar polisen", {"V001", "V022"}),
        ("Vid behov kontakta polisen", "kontaktar polisen vid behov", {"V001"}),
        ("Kontakta polisen", "ska kontakta polisen", {"V001"}),
        ("Kontaktar polisen", "kontaktar polisen", set()),
        ("Polisanmälan görs", "polisanmälan görs", {"V003"}),
        ("Gräv upp ledningen", "kontaktar polisen om händelsen", {"V002"}),
        ("Stäng kranen i källaren på skolan", "stänger av", {"V002"}),
        ("Polisen kontaktas", "kontaktar polisen", {"V003"}),
        ("Polisen ska kontaktas", "kontaktar polisen", {"V003"}),
        ("Kontakta polisen, och rektorn informeras", "kontaktar polisen, och informerar rektorn", {"V003"}),
        # What is right.
        ("Ring polisen", "ringer polisen", set()),
        ("Kom till polisen", "kommer till polisen", set()),
        ("Gör en anmälan", "gör en anmälan", set()),
        ("Se till att polisen kontaktas", "ser till att polisen kontaktas", set()),
        ("Kontakta polisen, om anmälan görs", "kontaktar polisen, om anmälan görs", set()),
        ("Gå till polisen", "går till polisen", set()),
        ("Mal kaffe", "mal kaffe", set()),
        ("Stäng huvudkranen i källaren", "stänger kranen i källaren", set()),
        ("Stäng kranar", "stänger kranarna", set()),
        ("Håll ett stort kalas", "håller ett stort kalas", set()),
        ("Hoppas att det finns plats", "hoppas att det finns plats", {"V001"}),
    ],
)
def test_advice_on_an_action(text: str, others: str, codes: set[str]) -> None:
    assert {code for code, _ in told((TEXT, text), (OTHERS, others), (DONE, text))} == codes


@pytest.mark.parametrize(
    ("text", "others", "done", "paths"),
    [
        ("Byt hela röret", "byter hela röret", "stängt huvudkranen", [DONE]),
        ("Byt hela röret", "stänger huvudkranen", "stängt huvudkranen", [DONE, OTHERS]),
        ("Byt hela röret", "byter hela röret", "bytt röret", []),
        ("Ge besked", "ger besked", "gett besked", []),
        ("Bär in", "bär in", "burit in", []),
        ("Skär av röret", "skär av röret", "skurit av röret", []),
    ],
)
def test_what_is_done_says_the_same_as_what_is_to_be_done(text: str, others: str, done: str, paths: list[Path]) -> None:
    found = told((TEXT, text), (OTHERS, others), (DONE, done))
    assert sorted(path for code, path in found if code == "V002") == paths


MEASURED = next(i for i, action in enumerate(load(SMALL).actions) if action.id == "mata-flodet")
LIMITED = next(i for i, action in enumerate(load(SMALL).actions) if action.id == "byt-roret")


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("Byt röret inom två veckor", True),
        ("Byt röret inom 14 dagar", True),
        ("Byt röret på ett dygn", True),
        ("Byt röret inom tre dagar", False),
        ("Byt röret inom 3 dygn", False),
        ("Byt röret, som är tre veckor gammalt", True),
        ("Byt röret på dagen", False),
        ("Byt röret på en timme", False),
    ],
)
def test_a_limit_in_words_is_held_to_the_actions_own(text: str, told_of: bool) -> None:
    path: Path = ("actions", LIMITED, "detail")
    assert (("V005", path) in told((path, text))) == told_of


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("Mät inom två timmar", True),
        ("Mät inom en timme", True),
        ("Mät inom ett dygn", True),
        ("Mät inom fyra timmar", False),
    ],
)
def test_a_limit_in_hours_is_held_to_hours_in_words(text: str, told_of: bool) -> None:
    path: Path = ("actions", MEASURED, "detail")
    assert (("V005", path) in told((path, text))) == told_of


def test_a_limit_in_words_is_looked_for_in_the_easy_line_and_in_no_other_action() -> None:
    line: Path = ("easy", "steps", 1, "lines", 0)
    assert ("V005", line) not in told((line, "byter röret inom två veckor."))
    assert ("V005", line) in told((line, "byter röret inom två veckor."), (("easy", "steps", 1, "step"), "byt-roret"))
    other: Path = ("actions", 0, "detail")
    assert ("V005", other) not in told((other, "Det tar två veckor."))


@pytest.mark.parametrize(
    "path",
    [
        TEXT,
        ("actions", 0, "detail"),
        ("actions", 0, "wallet"),
        ("actions", 2, "requirement", "text"),
        ("actions", 0, "proxy", "text"),
        ("actions", 1, "participants", 0, "text"),
    ],
)
def test_nobody_hides_in_what_is_to_be_done(path: Path) -> None:
    stressed: Path = (*path[:-1], "emphasis")
    plain: list[tuple[Path, Raw]] = [(stressed, "Polisen")] if path[2] in ("proxy", "participants") else []
    both: list[tuple[Path, Raw]] = [
        *plain,
        (TEXT, "Kontakta polisen"),
        (OTHERS, "kontaktar polisen"),
        (DONE, "kontaktat polisen"),
        (path, "Polisen kontaktas."),
    ]
    assert told(*both) == [("V003", path)]


def test_a_name_is_told_with_the_words_that_look_like_it() -> None:
    (found,) = rules.advise(changed((POINT, "Ring Anna-Karin Berg.")))
    assert (found.code, found.path) == ("V004", POINT)
    assert found.message == "”Anna-Karin Berg” ser ut som en persons namn."
    assert 140 < len(GIVEN) < 250


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ring Eva Ek och vänta.", "Eva Ek"),
        ("Prata Med Nina-Maria Öst.", "Nina-Maria Öst"),
        ("Fråga Åsa Berg, eller Per Lund.", "Åsa Berg"),
        ("Ring Eva först.", ""),
        ("Ring jourhavande Ek.", ""),
        ("Stora-Eva Ek är en ek.", ""),
        ("Marias Kulle ligger nära.", ""),
        ("Eva-Torget Norr är stängt.", ""),
    ],
)
def test_a_given_name_before_a_word_with_a_capital_is_a_persons(text: str, name: str) -> None:
    found = [one.message for one in rules.advise(changed((POINT, text))) if one.code == "V004"]
    assert found == ([f"”{name}” ser ut som en persons namn."] if name else [])


def test_an_old_name_in_short_is_told_with_the_name_of_today() -> None:
    (found,) = rules.advise(changed((POINT, "Hämta portierens nyckel.")))
    assert (found.code, found.path) == ("V009", POINT)
    assert found.message == "”portierens” kan vara ”Nattportieren” i korthet, som rollen ”Vaktmästaren” hette förut."
    assert list(rules.advise(changed((POINT, "Hämta vaktmästarens nyckel.")))) == []


def test_a_number_that_was_changed_where_it_is_declared_is_told_where_a_text_still_has_it() -> None:
    number = ("contacts", 0, "number")
    values = changed((POINT, "Ring jouren på 010-555 01 23."))
    assert [each for each in rules.advise(values) if each.code == "V010"] == []
    (found,) = rules.advise(changed((POINT, "Ring jouren på 010-555 01 23."), (number, "010-555 01 24")))
    assert (found.code, found.path) == ("V010", POINT)
    assert "010-555 01 23" in found.message


def test_words_in_the_second_person_are_said_to_one_who_answers() -> None:
    """Of the question itself, and of what hangs on its answer."""
    asked: Path = ("questions", 0, "own")
    hangs: Path = ("actions", 7, "conditions", 0, "own")
    assert ("V013", asked) in told((asked, "Ser du att det rinner?"))
    several = told((("questions", 2, "answered_by"), ["rektorn", "eleven"]))
    assert [path for code, path in several if code == "V013"] == [("questions", 2, "own"), hangs]


@pytest.mark.parametrize(
    ("name", "texts", "advised"),
    [
        ("Norrverkets montör", ("Du hjälper Norrverket", "Du kommer från Norrverket."), True),
        ("Norrverket", ("Ring Norrverket", "Det är Norrverkets sak."), True),
        ("Norrverkets montör", ("Du hjälper Norrverket", "Norrverket svarar."), False),
        ("Norrverkets montör", ("Du hjälper Norrverket", "Säg till. Norrverket svarar."), False),
        ("Ombudet", ("Ring Ombudet", "Ring Ombudet, eller ombudet."), False),
        ("NV-ombudet", ("Ring NV-ombudet", "Säg till NV-ombudet."), False),
    ],
)
def test_a_name_that_other_texts_always_give_a_capital_is_told(
    name: str, texts: tuple[str, str], advised: bool
) -> None:
    """It is read with a small letter inside a sentence. Only when it is sure: not by one text, nor against another."""
    role: Path = ("roles", 4)
    found = told(((*role, "name"), name), ((*role, "summary"), texts[0]), ((*role, "intro"), texts[1]))
    assert (("V015", (*role, "name")) in found) == advised


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ring 08-12 34 56 eller vänta.", "08-12 34 56"),
        ("Ring 0155-38 30 00.", "0155-38 30 00"),
        ("Ring +46 155 38 30 00.", "+46 155 38 30 00"),
        ("Ring Brottsofferjouren på 116 006.", "116 006"),
        ("Ring 112, annars 113 13, 114 14 eller 1177.", ""),
        ("Ring 911 vid fara.", "911"),
        ("Ring kommunens växel på 4321.", "4321"),
        ("Ring 100 personer.", ""),
        ("Ring 200 kronor billigare.", ""),
        ("Det gällde 2024-05-01 till 2024-05-31.", ""),
        ("Det kostar 116 kronor, eller 1 120 000.", ""),
        ("Lagen heter 1998:204, och rummet 0112.", ""),
        ("Klockan 09.00–11.30 på plan 08.", ""),
    ],
)
def test_what_is_a_number_to_ring(text: str, number: str) -> None:
    told = [each.message for each in rules.advise(changed((POINT, text))) if each.code == "V010"]
    assert [number in each for each in told] == ([True] if number else [])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ring 113 vid fara.", "113"),
        ("Ring 114 14 när det inte är akut, annars 121.", "121"),
        ("Ring polisen på 114 41.", "114 41"),
        ("Larma 1112.", "1112"),
        ("Ring 12 vid akut fara.", "12"),
        ("Du kan ringa 11, om någon är i fara.", "11"),
        ("Larma på 12.", "12"),
        ("Ring 12 och säg var du är.", "12"),
        ("Ring 112, 1177 eller 114 14, och 11313 eller 114\xa014.", ""),
        ("Ring 12 personer.", ""),
        ("Larm 12.", ""),
        ("Ring 12 eller 11 personer, 11, 12 gånger om.", ""),
        ("Ring 12 och 11 vänner.", ""),
        ("Ring klockan 12 om du kan.", ""),
        ("Ring 12.30 eller 12:30.", ""),
        ("Ring jouren före 12, och senast 11 om det brinner.", ""),
        ("Ring på i rum 113.", ""),
        ("Ring om det kostar 113 kronor.", ""),
        ("Det var 113 som hörde det.", ""),
        ("Ring klockan 11.30 eller 010-113 11 24.", ""),
    ],
)
def test_a_number_one_figure_from_one_that_saves_lives_is_told(text: str, number: str) -> None:
    """Whatever is right: a room, an amount, a time, and a longer number."""
    found = [each for each in rules.check(changed((POINT, text))) if each.code == "R087"]
    assert [f"Numret {number} liknar" in each.message for each in found] == ([True] if number else [])


@pytest.mark.parametrize(
    ("path", "text", "told_of"),
    [
        (POINT, "Ring 11 2 vid akut fara.", "112 är skrivet 11 2"),
        (POINT, "Ring 1\xa012.", "112 är skrivet 1\xa012"),
        (POINT, "Ring polisen på 11 414.", "114 14 är skrivet 11 414"),
        (POINT, "Det är 11 2 som ska göra det.", ""),
        (("emergency", 0, "advice"), "Ring 11 2 när någon är i fara.", "112 är skrivet 11 2"),
        (("emergency", 0, "advice"), "Ring 112 när någon är i fara.", ""),
        (("emergency", 0, "number"), "11-2", "112 är skrivet 11-2"),
        (POINT, "Ring 14 vid fara.", "14 har bara två siffror"),
    ],
)
def test_a_number_that_saves_lives_stands_whole(path: Path, text: str, told_of: str) -> None:
    found = [each for each in rules.check(changed((path, text))) if each.code == "R087" and each.path == path]
    assert [f"Numret {told_of}" in each.message for each in found] == ([True] if told_of else [])


@pytest.mark.parametrize(
    ("number", "advice", "codes"),
    [
        ("112", "Ring 112 vid fara.", []),
        ("112", "Ring 113 13 vid fara.", ["R086"]),
        ("112", "Ring 113 vid fara.", ["R086"]),
        ("112", "Ring 12 vid fara.", ["R086"]),
        ("113", "Ring 112 vid fara.", ["R087"]),
        ("114 14", "Ring 112 vid fara.", ["R062", "R086"]),
        ("114 14", "Ring 114 14. Är det akut, ring 112.", ["R062"]),
        ("112", "Ring vid fara.", ["V012"]),
        ("010-555 01 00", "Ring jouren, och 112 vid fara.", ["R062"]),
    ],
)
def test_an_emergency_number_and_its_advice_say_the_same(number: str, advice: str, codes: list[str]) -> None:
    swapped = changed((("emergency", 0, "number"), number), (("emergency", 0, "advice"), advice))
    found = [each.code for each in (*rules.check(swapped), *rules.advise(swapped))]
    assert sorted(code for code in found if code in ("R062", "R086", "R087", "R100", "V012")) == codes


@pytest.mark.parametrize(
    ("number", "acute", "codes"),
    [
        ("010-555 01 00", "ja", ["R100"]),
        ("1-12", "ja", ["R087"]),
        ("121", "ja", ["R087"]),
        ("112", "ja", []),
        ("010-555 01 00", None, []),
    ],
)
def test_who_is_in_danger_is_led_to_112(number: str, acute: str | None, codes: list[str]) -> None:
    """A number that is gone is told where no step rings it, and one that is told as mistyped not again."""
    values: Any = small()
    values["emergency"] = [{"number": number, "label": "Fara", "advice": f"Ring {number}."}]
    for action in values["actions"]:
        action.pop("call", None)
    values["situations"][0] |= {"emergency": acute, "roles": [] if acute else ["rektorn"]}
    found = {each.code for each in rules.check(Routine.model_validate(values))}
    assert sorted(code for code in found if code in ("R062", "R086", "R087", "R100")) == codes


@pytest.mark.parametrize(
    ("path", "text", "codes"),
    [
        (("actions", 0, "detail"), "Gör det inom tre veckor.", ["V005"]),
        (("actions", 0, "detail"), "Gör det senast 24 h efter läckan.", ["V005"]),
        (("actions", 0, "detail"), "Gör det inom en månad.", []),
        (("actions", 0, "detail"), "Gör det inom sex månader, senast två år efter.", []),
        (("actions", 0, "detail"), "Ring inom tio minuter.", []),
        (("actions", 0, "detail"), "Svara inom fem arbetsdagar.", []),
        (("actions", 0, "detail"), "Vattnet rinner i tre veckor.", []),
        (("actions", 4, "detail"), "Gör det inom 24 h.", ["V005"]),
        (("actions", 4, "detail"), "Gör det inom tre dagar.", []),
    ],
)
def test_a_limit_in_words_is_one_that_the_action_has(path: Path, text: str, codes: list[str]) -> None:
    """Hours beside a limit in days are how long something takes, unless they are within what it is to be done. What no
    limit can hold stands in words: the check itself sends who writes it there."""
    assert [code for code, _ in told((path, text)) if code == "V005"] == codes


def test_a_text_that_is_turned_round_is_told() -> None:
    (found,) = rules.advise(changed((TEXT, "Stäng inte huvudkranen")))
    assert (found.code, found.path) == ("V002", TEXT)
    assert "bara text har ”inte”" in found.message
    both = ((TEXT, "Stäng inte kranen"), (OTHERS, "stänger inte kranen"), (DONE, "inte stängt kranen"))
    every = (*both, (("actions", 1, "wallet"), "Stäng inte kranen"))
    assert [each for each in rules.advise(changed(*every)) if each.code == "V002"] == []
    assert told((TEXT, "Stäng huvudkranen, om den inte är stängd")) == []


ASKED: Path = ("questions", 0, "text")
HANGS: Path = ("actions", 2, "conditions", 0)


@pytest.mark.parametrize(
    ("question", "answer", "text"),
    [
        ("Vill den utsatte att du anmäler händelsen?", "ja", "om den utsatte inte vill"),
        ("Vill den utsatte att du anmäler händelsen?", "ja", "om den utsatte inte vill att du anmäler"),
        ("Har den skadade kommit hem?", "ja", "om den skadade inte har kommit hem"),
        ("Är någon skadad?", "ja", "om ingen är skadad"),
        ("Rinner det fortfarande vatten?", "ja", "om det inte rinner"),
        ("Behöver den utsatte sjukvård?", "nej", "om den utsatte behöver sjukvård"),
        ("Finns det en bil på lägret?", "nej", "om det finns någon bil på lägret"),
    ],
)
def test_an_answer_that_is_turned_round_while_its_words_are_not_is_told(question: str, answer: str, text: str) -> None:
    words, given = (*HANGS, "text"), (*HANGS, "answer")
    found = list(rules.advise(changed((ASKED, question), (given, answer), (words, text))))
    assert [(each.code, each.path) for each in found if each.code == "V016"] == [("V016", words)]
    meant = "nej" if answer == "ja" else "ja"
    assert ("V016", words) not in told((ASKED, question), (given, meant), (words, text))


@pytest.mark.parametrize(
    ("question", "answer", "text"),
    [
        ("Har salen torkat?", "nej", "om salen är fuktig"),
        ("Behövs vård utanför lägret?", "nej", "om vård behövs på lägret"),
        ("Är någon oskadd?", "ja", "om någon inte är skadad"),
        ("Vill den utsatte slippa anmäla?", "ja", "om den utsatte inte vill anmäla"),
        ("Är hissen ur funktion?", "ja", "om hissen inte är i funktion"),
        ("Är inte alla hemma?", "ja", "om alla inte är hemma"),
        ("Är anmälan gjord innan beslutet är fattat?", "ja", "om beslutet inte är fattat"),
        ("Har den utsatte sagt nej till en anmälan?", "ja", "om den utsatte inte vill ha en anmälan"),
        ("Är det bara en som är skadad?", "nej", "om det är flera som är skadade"),
        ("Behöver den utsatte sjukvård?", "ja", "om den utsatte inte kan vänta"),
        ("Vill den utsatte att du anmäler?", "ja", "om du inte redan har anmält"),
        ("Är det lugnt?", "ja", "om inget annat sägs"),
        ("Rinner det fortfarande vatten?", "nej", "om vattnet rinner undan"),
    ],
)
def test_what_may_be_meant_so_is_not_told_as_turned_round(question: str, answer: str, text: str) -> None:
    words = (*HANGS, "text")
    assert ("V016", words) not in told((ASKED, question), ((*HANGS, "answer"), answer), (words, text))


def test_so_is_an_answer_in_the_mouth_of_who_gives_it() -> None:
    """It says the question over with another person in it, as the words to who is told the answer may."""
    asked, yes = "Behöver den utsatte mer stöd?", ("questions", 0, "said", 0, "text")
    assert ("V016", yes) in told((ASKED, asked), (yes, "Jag behöver inte mer stöd."))
    assert ("V016", yes) not in told((ASKED, asked), (yes, "Jag behöver mer stöd."))
    heard = (("questions", 0, "heard_by", 0, "own"), "Vill den utsatte att du anmäler händelsen?")
    assert ("V016", yes) in told(heard, (yes, "Jag vill inte att du anmäler händelsen."))


@pytest.mark.parametrize(
    ("question", "yes", "no"),
    [
        ("Ska kommunchefen polisanmäla?", "Kommunchefen polisanmäler.", "Kommunchefen gör ingen polisanmälan."),
        ("Ska läckan anmälas?", "Rektorn anmäler den och ber om stöd.", "Läckan anmäls inte."),
        ("Ska någon göra en anmälan?", "Rektorn gör en anmälan.", "En anmälan görs inte, vad som än händer."),
        ("Vill du att rektorn ringer hem?", "Rektorn ringer hem.", "Rektorn ringer inte hem."),
        ("Behöver någon mäta?", "Ingenjören mäter hur mycket det är.", "Ingen behöver mäta."),
    ],
)
def test_so_is_what_the_answers_of_a_question_mean_that_have_changed_places(question: str, yes: str, no: str) -> None:
    """Who chooses by them would have done what she declined, and be denied what she asked for."""
    meant: Path = ("questions", 0, "means")
    means = ((*meant, 0, "text"), (*meant, 1, "text"))
    turned = told((ASKED, question), (means[0], no), (means[1], yes))
    assert [path for code, path in turned if code == "V016"] == [means[0]]
    assert [code for code, _ in told((ASKED, question), (means[0], yes), (means[1], no)) if code == "V016"] == []


@pytest.mark.parametrize(
    ("question", "yes", "no"),
    [
        ("Är läckan anmäld?", "Ingen anmäler den igen.", "Rektorn anmäler läckan."),
        ("Vill den utsatte anmäla själv?", "Rektorn anmäler inte.", "Rektorn anmäler."),
        ("Kan rektorn anmäla i dag?", "Du behöver inte anmäla.", "Du anmäler."),
        ("Ska rektorn ringa?", "Rektorn väntar inte.", "Rektorn väntar."),
        ("Ska rektorn ringa?", "Rektorn gör inget annat först.", "Rektorn gör en anteckning."),
        ("Ska skolan stänga?", "Skolan tar inte emot någon.", "Skolan tar emot alla."),
        ("Ska rektorn anmäla?", "Rektorn anmäler.", "Rektorn anmäler inte."),
        ("Ska rektorn avstå från att anmäla?", "Rektorn anmäler inte.", "Rektorn anmäler."),
    ],
)
def test_meanings_that_may_well_be_so_are_not_told_as_turned_round(question: str, yes: str, no: str) -> None:
    meant: Path = ("questions", 0, "means")
    found = told((ASKED, question), ((*meant, 0, "text"), yes), ((*meant, 1, "text"), no))
    assert [code for code, _ in found if code == "V016"] == []


def test_an_account_of_who_works_there_is_told_and_a_functions_address_is_not() -> None:
    assert told((POINT, "Skriv till annsve01@example.se.")) == [("V004", POINT)]
    assert told((POINT, "Skriv till registrator@example.se.")) == []


def test_every_code_of_advice_is_given_by_a_case_above() -> None:
    spelling = {"V006", "V007", "V008"}  # Provoked in tests/content/.
    # In test_waiting.py, test_roles.py, test_names.py, test_split.py, test_pasted.py, test_pointed.py,
    # test_addressed.py and test_unshown.py.
    elsewhere = {"V011", "V014", "V017", "V018", "V019", "V020", "V021", "V022", "V023"}
    told = {"V001", "V002", "V003", "V004", "V005", "V009", "V010", "V012", "V013", "V015", "V016"}
    known = {code for code in messages() if code[0] == "V"} - spelling
    assert known - told - elsewhere == set(), "give it a case, and name it here"
    assert (told | elsewhere) - known == set(), "give it a line in routine/messages.yaml"
    assert len(rules.ADVICE) == len(told | elsewhere)


@pytest.mark.parametrize("name", ["small", "real"])
def test_a_sound_routine_gets_no_advice(name: str, request: pytest.FixtureRequest) -> None:
    assert list(rules.advise(request.getfixturevalue(name))) == []


def test_what_is_said_has_a_remedy_and_the_way_to_overrule_it() -> None:
    for finding in (*rules.check(changed((POINT, "the the <b>"))), *rules.advise(changed((TEXT, "Polisen kontaktas")))):
        assert finding.message.endswith(".")
        assert not finding.hint.startswith("Ska"), "first what to do"
        assert f"lägg till {{code: {finding.code}, where: " in finding.hint


# --- The command -----------------------------------------------------------------------------------------------------


@pytest.fixture
def advised(tmp_path: FilePath) -> FilePath:
    """A routine with nothing wrong in it, and one piece of advice."""
    values = small()
    put(values, TEXT, "Huvudkranen ska stängas")
    return write(values, tmp_path / "rutin.yaml")


def test_check_gives_advice_after_there_are_no_errors(advised: FilePath, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(advised)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    lines = out.split("\n")
    assert lines[0].startswith(f"{advised}: inga fel.")
    heads = [line for line in lines if ": V003 " in line]
    assert len(heads) == 1
    assert heads[0].startswith(f"{advised}:")
    assert heads[0].endswith(": V003 Råd: ”ska stängas” säger inte vem som gör det.")
    after = lines[lines.index(heads[0]) :]
    assert '"text": "Huvudkranen ska stängas"' in after[1]
    assert "^^^" in after[2]
    assert after[4].startswith("    Gör så här: ")
    assert out.endswith(f"\n5 råd om {advised}.\n")


def test_only_who_is_strict_is_stopped_by_advice(advised: FilePath, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(advised), "--strict"]) == 2
    assert "V003" in capsys.readouterr().out
    assert main(["check", str(SMALL), "--strict"]) == 0
    assert "V003" not in capsys.readouterr().out
