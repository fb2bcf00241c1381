"""Swedish for what the data says in fields: lists, counts, dates, limits. Pure functions from values to phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from routine.domain.days import long_date as long_date
from routine.domain.fields import Basis
from routine.domain.model import Routine
from routine.domain.numerals import count as count
from routine.domain.numerals import number as number
from routine.domain.steps import Action, Consulted, Within

# What stands where the source does not say it, as text: on paper and in the search. In HTML it is a link.
SIGN = "≈"
READING = f"{SIGN}\N{NO-BREAK SPACE}tolkning"

# After that sign, once a page or a sheet: what it means.
OF_OURS = "är vår läsning av källan, eller vårt tillägg."

# Where a page is not.
MOVED = "Adressen är fel, eller så har sidan flyttat."
# What guidance is headed by, on a page as on paper.
NOT_THE_ROUTINE = "Aktuell vägledning, inte en del av rutinen"
# What stands over a role's limits, where it owns nothing.
NOT_YOURS = "Det här ansvarar du inte för"
HEARD = "kan också fylla i svaret"  # After the name of who has been told what somebody else has answered.
# What stands beside a line of a checklist, on its page as on paper.
UNANSWERED, ADVISED = "Rutinen svarar inte.", "Vägledning:"
CALL, SAY = "Ring", "Säg:"
DAY, TIME, WHO, SPOKE = "Dag", "Tid", "Gjort av", "Talade med"
TOLD_TO, TOLD_BY = "Sagt till", "Sagt av"
YES, NO, NOT_YET = "Ja", "Nej", "Vet inte än"
NAME, NUMBER = "Namn", "Nummer"
FILLED_BY = "Ifylld av"
OPENS, SAME_CONTACT = "här börjar rutinen", "allt i samma kontakt"  # Of an action, beside it and where it is listed.
JOINTLY = "i samråd"  # Of those who share what they are responsible for.
CONSULTS = "i samråd med dig"
# What is no common word: letters with another capital or a figure after them, or a lone one with a hyphen. There are
# letters that common words begin with in that way: a-kassan, e-posten, i-landet, p-platsen, u-landet, x-axeln.
INITIALS = re.compile(r"[^\W\d_]+[\dA-ZÅÄÖÉÜ]|[^AEIPUX]-")
# What a sentence ends in, or a part of one that something follows.
ENDS = (".", "?", "!", "…", ":")


def ours(basis: Basis) -> bool:
    """Whether it is our reading, and not what the source says."""
    return basis == "tolkning"


def whose(routine: Routine) -> str:
    """At the foot of each page and sheet: whose the words are, and which of the headings are not the source's."""
    tracks = (track for _, track in routine.strands if track)
    bases = {ours(basis) for basis in (*(part.basis for part in routine.sections), *(part.basis for part in tracks))}
    headings = " och en del av rubrikerna" if len(bases) > 1 else " och rubrikerna" if True in bases else ""
    return f"Orden{headings} är våra."


def order(ordered: bool) -> str:
    """What the source says of the order of the steps, which only the data knows."""
    return f"Källan säger {'' if ordered else 'inte '}att stegen görs i tur och ordning."


def marked(text: str, reading: bool) -> str:
    """The text with the mark of a reading, which stands before its full stop: in a run of sentences
    it then belongs to the right one."""
    if not reading:
        return text
    return f"{text[:-1]} {READING}." if text.endswith(".") else f"{text} {READING}"


def stopped(text: str) -> str:
    """As a sentence: with a full stop, unless it ends in a mark of its own."""
    return followed(text, ".")


def followed(text: str, mark: str) -> str:
    """With a mark after it, unless it ends in one of its own: a question is followed by no comma and no colon."""
    return text if text.endswith(ENDS) else f"{text}{mark}"


def capital(text: str) -> str:
    """With its first letter large."""
    return text[:1].upper() + text[1:]


def inside(text: str) -> str:
    """A name as it stands inside a sentence: its first letter small, unless the word begins with an initialism.

    That is IT, VA-ingenjören, TiB, C3-chefen and S-gruppen, but not e-arkivarien.
    """
    return text if INITIALS.match(text) else text[:1].lower() + text[1:]


def series(words: Sequence[str], last: str = "och") -> str:
    """`a`, `a och b`, `a, b och c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""


def together(words: Iterable[str]) -> str:
    """Names as the beginning of a sentence: `Partiets ordförande och kommunchefen`."""
    return capital(series([inside(word) for word in words]))


def has_said(names: Iterable[str], question: str) -> str:
    """A question to who may report what those who answer it have said."""
    return f"Vad har {inside(together(names))} sagt? {question}"


def of_another(routine: Routine, text: str) -> bool:
    """Whether a line tells of what another does or may do: it begins with who that is. What is to be done begins with
    what is done."""
    return any(text.startswith(f"{role.name} ") for role in routine.roles)


def names(routine: Routine, ids: Sequence[str], last: str = "och") -> str:
    """The roles' names inside a sentence."""
    return series([inside(routine.role(id).name) for id in ids], last)


def with_others(routine: Routine, you: str, ids: Iterable[str]) -> str:
    """The reader and roles: `du`, `du och rektorn`, `du, rektorn och eleven`."""
    return series([you, *(inside(routine.role(id).name) for id in ids)])


def limit(routine: Routine, within: Within) -> str:
    """`inom två veckor efter händelsen`, or `inom två dagar efter att ”Byt röret” är gjort`."""
    if not within.after:
        return within.text
    return f"{within.text} efter att ”{routine.action(within.after).text.removesuffix('.')}” är gjort"


def in_consultation(routine: Routine, consulted: Consulted, reader: str = "") -> str:
    """`i samråd med a och/eller b` when one of them is enough, `och` when all take part. A reader who is one of them
    comes first: `i samråd med dig och/eller b`."""
    others = [inside(routine.role(id).name) for id in consulted.roles if id != reader]
    who = ["dig", *others] if reader in consulted.roles else others
    return f"i samråd med {series(who, 'och/eller' if consulted.mode == 'nagon' else 'och')}"


def consulting(routine: Routine, action: Action, consulted: Consulted, reader: str) -> str:
    """What others do in consultation with the reader, as a sentence without its full stop."""
    who = capital(names(routine, action.responsible))
    return f"{who} {action.others}, {in_consultation(routine, consulted, reader)}"


def talk(routine: Routine, consulted: Consulted) -> str:
    """The same in easy words, as a sentence: `Prata med a eller b, eller med båda.` when one of them is enough."""
    if consulted.mode == "alla" or len(consulted.roles) == 1:
        return f"Prata med {names(routine, consulted.roles)}."
    several = "båda" if len(consulted.roles) == 2 else "flera av dem"
    return f"Prata med {names(routine, consulted.roles, 'eller')}, eller med {several}."


def edition(number: str, day: date) -> str:
    """`Utgåva 1, 26 november 2026`."""
    return f"Utgåva {number}, {long_date(day)}"


def withdrawn(until: date) -> str:
    """What is said of a routine after that day, and is as true before it: `gäller inte efter 31 januari 2027`."""
    return f"gäller inte efter {long_date(until)}"


def recalled(until: date) -> str:
    """What is to be done then with what has been printed."""
    return (
        f"Rutinen {withdrawn(until)}. Ta tillbaka det som är utskrivet, också de små korten. "
        "Den som har kvar något får samma svar när koden prövas."
    )


def all_hold(*, stays: bool) -> str:
    """Said where no sheet says anything else than before. Of a site that has left its address the text alone holds:
    what is printed leads to where it lay."""
    return "Alla utskrifter håller." if stays else "Texten på alla utskrifter håller."


def size(amount: int) -> str:
    """Bytes as `48 kB`, at least one; from a million on `1,2 MB`. No line ends within it."""
    if amount >= 1_000_000:
        return f"{amount / 1_000_000:.1f}\N{NO-BREAK SPACE}MB".replace(".", ",")
    return f"{max(1, round(amount / 1000))}\N{NO-BREAK SPACE}kB"


def dial(number: str) -> str:
    """The number as a telephone takes it: digits and a leading plus."""
    return "".join(character for character in number if character.isdigit() or character == "+")
