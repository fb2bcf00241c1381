"""What makes an action harder to follow: no verb first, two texts that part, and nobody who does it. Advice only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from routine.domain.model import Routine
from routine.domain.numerals import NUMBERS, hours, period
from routine.domain.steps import Action, Within
from routine.domain.telephone import PUBLIC, national, numbers_in
from routine.reading.finding import Finding
from routine.reading.nodes import Path
from routine.reading.problems import Mark, Problem
from routine.rules.core import rule
from routine.rules.guiding import meant
from routine.rules.personal import declared
from routine.rules.texts import of_today, prose

LETTERS = re.compile(r"[^\W\d_]+")
# Words that say nothing of what is done.
SMALL_WORDS = (
    "att av dem den det dig din du efter en ett för från ha har hos han hon i in inte med när och om på sig sin som "
    "ska så till under upp ut vad var vid är eller de sitt sina"
)
SMALL = frozenset(SMALL_WORDS.split())
# Where a clause begins that says when or about what: who does that is another matter.
CLAUSE = re.compile(r"\b(?:om|när|medan|tills|att|som|innan|sedan|vad|hur|varför|eftersom|därför)\b", re.IGNORECASE)
# Verbs that routines hide somebody behind. A general rule for words in -s would stop at "finns", "hoppas" and "dess".
PASSIVE = re.compile(
    r"\b(?:anmäls|bedöms|beställs|bokas|dokumenteras|erbjuds|förvaras|genomförs|ges|görs|hålls|informeras|kallas|"
    r"kontaktas|kontrolleras|larmas|lämnas|meddelas|ordnas|polisanmäls|rapporteras|registreras|skickas|skrivs|sparas|"
    r"tillfrågas|upprättas|utreds|utses|utförs)\b|\b(?:ska|skall|måste|bör)(?: \w+){0,2} \w{2,}as\b",
    re.IGNORECASE,
)
UNIT = "timme|timmar|tim|h|dag|dagar|dygn|vecka|veckor"
SPAN = rf"(\d{{1,3}}|ett|{'|'.join(NUMBERS[1:])}) ?({UNIT})\b"
PERIOD = re.compile(rf"\b{SPAN}", re.IGNORECASE)
IN_TIME = re.compile(rf"\b(?:inom|senast) {SPAN}", re.IGNORECASE)
NOT = re.compile(r"\b(?:inte|ingen|inget|inga|aldrig|ej|icke|utan att)\b", re.IGNORECASE)
LEAST_SHARED = 1 / 3
# What says the same as `text`, and how.
SAME = {
    "others": "samma sak som i text, efter rollens namn",
    "done": "samma sak som i text, när den är gjord, efter orden Jag har",
}


@rule()
def verb_first(routine: Routine) -> Iterator[Finding]:
    """`others` follows a name and so begins with the verb, in the present: `text` begins with the same, as an order."""
    for i, action in enumerate(routine.actions):
        if not _same_verb(_first(action.text), _first(action.others)) and not (
            _apart(action.text, action.others) or _hidden(action.text)
        ):
            yield Finding(
                "V001",
                ("actions", i, "text"),
                f"text börjar med ”{_first(action.text)}” och others med ”{_first(action.others)}”.",
                "samma verb först i båda, som Kontakta polisen och kontaktar polisen",
                "skriv det som den ansvariga ska göra först i text, och samma verb först i others.",
                ((("actions", i, "others"), "others"),),
            )


@rule()
def apart(routine: Routine) -> Iterator[Finding]:
    """All say the same deed: to who does it, of who does it, and of who has done it."""
    for i, action in enumerate(routine.actions):
        for key, allowed in SAME.items():
            if _apart(action.text, getattr(action, key) or "", least=1 if key == "others" else 2):
                yield Finding(
                    "V002",
                    ("actions", i, key),
                    f"{key} säger något annat än text: de har för få ord gemensamt.",
                    allowed,
                    "ändra den av dem som är gammal.",
                    ((("actions", i, "text"), "text"),),
                )
    for path, said, other in _turned(routine):
        key = str(path[-1])
        yield Finding(
            "V002",
            path,
            f"Texterna säger motsatsen till varandra: {said}.",
            "samma sak i text, others, done och wallet",
            "ändra den av dem som är fel.",
            ((other, str(other[-1])),) if other[-1] != key else (),
        )


def _turned(routine: Routine) -> Iterator[tuple[Path, str, Path]]:
    """Of those that say the same deed in one clause, the one that alone has a not, or alone has none."""
    for i, action in enumerate(routine.actions):
        texts = {key: text for key in ("text", *SAME, "wallet") if (text := getattr(action, key))}
        nots = {key: bool(NOT.search(CLAUSE.split(text)[0])) for key, text in texts.items()}
        with_not = [key for key, there in nots.items() if there]
        without = [key for key in nots if key not in with_not]
        if with_not and without:
            odd, like = (with_not, without) if len(with_not) <= len(without) else (without, with_not)
            said = f"bara {odd[0]} har" if odd is with_not else f"{odd[0]} saknar"
            yield ("actions", i, odd[0]), f"{said} ”inte” eller ett liknande ord", ("actions", i, like[0])


@rule()
def number_of_nobody(routine: Routine) -> Iterator[Finding]:
    """A number that is changed where it is declared may be left in a text: then a page says both."""
    known = _declared(routine)
    for leaf in of_today(routine):
        for number in _of_nobody(leaf.text, known):
            yield Finding("V010", leaf.path, *_told(number), part=number)


def numbers_in_lines(lines: Iterable[str], routine: Routine) -> Iterator[Problem]:
    """The same of a page's own lines."""
    known = _declared(routine)
    for at, line in enumerate(lines, 1):
        for number in _of_nobody(line, known):
            yield Problem("V010", Mark(at, line.index(number) + 1, len(number)), *_told(number))


def _declared(routine: Routine) -> set[str]:
    return {national(number) for number in (*PUBLIC, *declared(routine).values())}


def _of_nobody(text: str, known: set[str]) -> Iterator[str]:
    """Each number of a text that is not among those that are known."""
    return (each for each in numbers_in(text) if national(each) not in known and not meant(each))


def _told(number: str) -> tuple[str, str, str]:
    """What is said of it, what is allowed and what to do."""
    return (
        f"Numret {number} står i texten, men inte under contacts eller emergency.",
        "nummer som står där också, så att det märks när ett av dem ändras",
        "är det gammalt, skriv det nya. Gäller det, lägg till det under contacts.",
    )


@rule()
def nobody_does_it(routine: Routine) -> Iterator[Finding]:
    """What is to be done says who does it."""
    for i, action in enumerate(routine.actions):
        for path, text in _instructions(action):
            if word := _hidden(text):
                yield Finding(
                    "V003",
                    ("actions", i, *path),
                    f"”{word}” säger inte vem som gör det.",
                    "verb som visar vem: kontakta, kontaktar",
                    "skriv om, så att läsaren ser vem som ska göra det: läsaren själv eller någon annan.",
                )


@rule("actions.*.within", "easy.steps.*.step")
def another_limit(routine: Routine) -> Iterator[Finding]:
    """A limit that has been moved stands in words as well, where no rule of the source looks. Beside a limit in days
    hours are how long something takes."""
    for i, action in enumerate(routine.actions):
        if not action.within:
            yield from _unlimited(routine, i)
            continue
        held = period(action.within.count, action.within.unit)
        steps = routine.easy.steps if routine.easy else ()
        easy = {("easy", "steps", j) for j, step in enumerate(steps) if step.step == action.id}
        for leaf in prose(routine):
            if leaf.path[:2] != ("actions", i) and leaf.path[:3] not in easy:
                continue
            for said in _other_limits(leaf.text, action.within):
                message = f"Texten säger {said.casefold()}, men åtgärdens tidsgräns är {held}."
                yield Finding("V005", leaf.path, message, held, "ändra texten, om den menar tidsgränsen.", part=said)


def _other_limits(text: str, within: Within) -> Iterator[str]:
    for match in PERIOD.finditer(text):
        meant = within.days is None or not _in_hours(match) or _due(text, match)
        if meant and _hours(match) != within.hours:
            yield match.group()


def _unlimited(routine: Routine, i: int) -> Iterator[Finding]:
    """What a text says of a time in which an action is to be done, that has no limit. One in months, years, minutes or
    working days stands in words, since no limit can hold it."""
    for leaf in prose(routine):
        if leaf.path[:2] == ("actions", i) and leaf.path[2] in ("text", "others", "detail", "wallet", "requirement"):
            for match in IN_TIME.finditer(leaf.text):
                yield Finding(
                    "V005",
                    leaf.path,
                    f"Texten säger {match.group().casefold()}, men åtgärden har ingen tidsgräns.",
                    "tidsgränser som står under within",
                    "säger källan det, lägg till within med count, unit och basis. Säger den det inte, ta bort det.",
                    part=match.group(),
                )


def _in_hours(found: re.Match[str]) -> bool:
    return found.group(2).casefold().startswith(("tim", "h"))


def _due(text: str, found: re.Match[str]) -> bool:
    """Whether it says by when, rather than how long something takes."""
    return re.search(r"\b(?:inom|senast)\s$", text[: found.start()], re.IGNORECASE) is not None


def _hours(found: re.Match[str]) -> int:
    amount, unit = found.group(1).casefold(), found.group(2).casefold()
    count = int(amount) if amount.isdigit() else NUMBERS.index("en" if amount == "ett" else amount)
    return hours(count, {"tim": "timmar", "h": "timmar", "vec": "veckor"}.get(unit[:3], "dagar"))


def _first(text: str) -> str:
    return text.split()[0].strip(',.:;”"').casefold()


def _same_verb(order: str, present: str) -> bool:
    """Ring and ringer, kontakta and kontaktar, kom and kommer, gör and gör."""
    if present == order:
        return order[-1:] in ("r", "l")
    return present in (f"{order}r", f"{order}er", f"{order}{order[-1:]}er")


def _apart(text: str, same: str, least: int = 1) -> bool:
    """Whether they share too few words. A verb that is done may have another vowel, as burit of bär."""
    one, other = _content(text), _content(same)
    shared = sum(any(_alike(word, each) for each in other) for word in one)
    return min(len(one), len(other)) >= least and shared / max(len(one), len(other)) < LEAST_SHARED


def _content(text: str) -> frozenset[str]:
    return frozenset(LETTERS.findall(text.casefold())) - SMALL


def _alike(word: str, other: str) -> bool:
    """Two forms of a word begin alike."""
    length = min(len(word), len(other), 5)
    return word[:length] == other[:length]


def _hidden(text: str) -> str:
    """The verb in the main clause of a sentence that hides who does it, if there is one."""
    for sentence in re.split(r"[.!?:;]\s", text):
        if match := PASSIVE.search(CLAUSE.split(sentence)[0]):
            return match.group()
    return ""


def _instructions(action: Action) -> Iterator[tuple[Path, str]]:
    """What an action tells somebody to do."""
    for key in ("text", "others", "detail", "wallet"):
        if text := getattr(action, key):
            yield (key,), text
    if action.requirement:
        yield ("requirement", "text"), action.requirement.text
    if action.proxy:
        yield ("proxy", "text"), action.proxy.text
    yield from ((("participants", j, "text"), told.text) for j, told in enumerate(action.participants))
