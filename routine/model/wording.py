"""Swedish phrases for values: lists, counts, dates and limits.

Pure functions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from routine.model.fields import Basis
from routine.model.model import Routine
from routine.model.numerals import count as count
from routine.model.numerals import long_date as long_date
from routine.model.numerals import number as number
from routine.model.steps import Action, Consulted, Within

# The interpretation mark as text, on paper and in the search. In HTML it is a link.
SIGN = "≈"
READING = f"{SIGN}\N{NO-BREAK SPACE}tolkning"

# The explanation of that sign, once on a page or a sheet.
OF_OURS = "är vår läsning av källan, eller vårt tillägg."

# The text for an address that has no page.
MOVED = "Adressen är fel, eller så har sidan flyttat."
# The heading of guidance, on a page and on paper.
NOT_THE_ROUTINE = "Aktuell vägledning, inte en del av rutinen"
# The heading of the limits of a role that owns nothing.
NOT_YOURS = "Det här ansvarar du inte för"
HEARD = "kan också fylla i svaret"  # After the name of a role that has been told another's answer.
# Labels beside a line of a checklist, on its page and on paper.
UNANSWERED, ADVISED = "Rutinen svarar inte.", "Vägledning:"
CALL, SAY = "Ring", "Säg:"
DAY, TIME, WHO, SPOKE = "Dag", "Tid", "Gjort av", "Talade med"
TOLD_TO, TOLD_BY = "Sagt till", "Sagt av"
YES, NO, NOT_YET = "Ja", "Nej", "Vet inte än"
NAME, NUMBER = "Namn", "Nummer"
FILLED_BY = "Ifylld av"
OPENS, SAME_CONTACT = "här börjar rutinen", "allt i samma kontakt"  # About an action, beside it and in lists.
JOINTLY = "i samråd"  # About roles that share a responsibility.
CONSULTS = "i samråd med dig"
# The start of an initialism: letters with another capital or a figure after them, or a lone one with a hyphen. Some
# letters begin common words in that way: a-kassan, e-posten, i-landet, p-platsen, u-landet, x-axeln.
INITIALS = re.compile(r"[^\W\d_]+[\dA-ZÅÄÖÉÜ]|[^AEIPUX]-")
# Marks that end a sentence, or a part of one that something follows.
ENDS = (".", "?", "!", "…", ":")


def ours(basis: Basis) -> bool:
    """Return whether the basis is our interpretation, not the source."""
    return basis == "tolkning"


def whose(routine: Routine) -> str:
    """Render the footer line that tells which words are ours.

    It is at the foot of each page and sheet, and names the headings too if they are not the source's.
    """
    tracks = (track for _, track in routine.strands if track)
    bases = {ours(basis) for basis in (*(part.basis for part in routine.sections), *(part.basis for part in tracks))}
    headings = " och en del av rubrikerna" if len(bases) > 1 else " och rubrikerna" if True in bases else ""
    return f"Orden{headings} är våra."


def order(ordered: bool) -> str:
    """Render what the source says about the order of the steps.

    Only the data knows it.
    """
    return f"Källan säger {'' if ordered else 'inte '}att stegen görs i tur och ordning."


def marked(text: str, reading: bool) -> str:
    """Add the interpretation mark to a text, if it is an interpretation.

    The mark comes before the full stop: in a run of sentences it then belongs to the right one.
    """
    if not reading:
        return text
    return f"{text[:-1]} {READING}." if text.endswith(".") else f"{text} {READING}"


def stopped(text: str) -> str:
    """Add a full stop to a text, unless it ends in a mark of its own."""
    return followed(text, ".")


def followed(text: str, mark: str) -> str:
    """Add a punctuation mark, unless the text ends in one of its own.

    So a question gets neither comma nor colon.
    """
    return text if text.endswith(ENDS) else f"{text}{mark}"


def capital(text: str) -> str:
    """Capitalise the first letter."""
    return text[:1].upper() + text[1:]


def inside(text: str) -> str:
    """Lower-case the first letter of a name, for use inside a sentence.

    A name that begins with an initialism keeps it: IT, VA-ingenjören, TiB, C3-chefen and S-gruppen, but not
    e-arkivarien.
    """
    return text if INITIALS.match(text) else text[:1].lower() + text[1:]


def series(words: Sequence[str], last: str = "och") -> str:
    """Join words as `a`, `a och b` or `a, b och c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""


def together(words: Iterable[str]) -> str:
    """Join names as the beginning of a sentence.

    As `Partiets ordförande och kommunchefen`.
    """
    return capital(series([inside(word) for word in words]))


def has_said(names: Iterable[str], question: str) -> str:
    """Render a question to a role that may report another's answer."""
    return f"Vad har {inside(together(names))} sagt? {question}"


def of_another(routine: Routine, text: str) -> bool:
    """Return whether a line tells what another role does or may do.

    Such a line begins with the name of the role, and a line about what to do begins with the verb.
    """
    return any(text.startswith(f"{role.name} ") for role in routine.roles)


def names(routine: Routine, ids: Sequence[str], last: str = "och") -> str:
    """Join the names of the roles, for use inside a sentence."""
    return series([inside(routine.role(id).name) for id in ids], last)


def with_others(routine: Routine, you: str, ids: Iterable[str]) -> str:
    """Join the reader and the names of the roles.

    As `du`, `du och rektorn` or `du, rektorn och eleven`.
    """
    return series([you, *(inside(routine.role(id).name) for id in ids)])


def limit(routine: Routine, within: Within) -> str:
    """Render a time limit, also one that is counted from an action.

    As `inom två veckor efter händelsen`, or `inom två dagar efter att ”Byt röret” är gjort`.
    """
    if not within.after:
        return within.text
    return f"{within.text} efter att ”{routine.action(within.after).text.removesuffix('.')}” är gjort"


def in_consultation(routine: Routine, consulted: Consulted, reader: str = "") -> str:
    """Render a consultation.

    It is `i samråd med a, b eller båda`, or with `och` if all take part. A reader who is one of them comes first: `i
    samråd med dig, b eller båda`.
    """
    others = [inside(routine.role(id).name) for id in consulted.roles if id != reader]
    who = ["dig", *others] if reader in consulted.roles else others
    if consulted.mode == "nagon" and len(who) > 1:
        who = [", ".join(who), "båda" if len(who) == 2 else "flera"]
    return f"i samråd med {series(who, 'eller' if consulted.mode == 'nagon' else 'och')}"


def consulting(routine: Routine, action: Action, consulted: Consulted, reader: str) -> str:
    """Render what others do in consultation with the reader.

    A sentence without its full stop.
    """
    who = capital(names(routine, action.responsible))
    return f"{who} {action.others}, {in_consultation(routine, consulted, reader)}"


def edition(number: str, day: date) -> str:
    """Render an edition: `Utgåva 1, 26 november 2026`."""
    return f"Utgåva {number}, {long_date(day)}"


def withdrawn(until: date) -> str:
    """Render a routine's end: `gäller inte efter 31 januari 2027`.

    The phrase is as true before that day as after it.
    """
    return f"gäller inte efter {long_date(until)}"


def recalled(until: date) -> str:
    """Render what to do with printed sheets of a withdrawn routine."""
    return (
        f"Rutinen {withdrawn(until)}. Ta tillbaka det som är utskrivet, också de små korten. "
        "Den som har kvar något får samma svar när koden prövas."
    )


def all_hold(*, stays: bool) -> str:
    """Say that every printed sheet is still valid.

    Used after changes that leave the words of all sheets as they were. If the site has left its address (`stays` is
    False), only the text is valid: printed addresses lead to the old one.
    """
    return "Alla utskrifter håller." if stays else "Texten på alla utskrifter håller."


def size(amount: int) -> str:
    """Render a size in bytes as `48 kB`, or from a million on as `1,2 MB`.

    The least is 1 kB. No line breaks within it.
    """
    if amount >= 1_000_000:
        return f"{amount / 1_000_000:.1f}\N{NO-BREAK SPACE}MB".replace(".", ",")
    return f"{max(1, round(amount / 1000))}\N{NO-BREAK SPACE}kB"


def dial(number: str) -> str:
    """Return a number as a telephone takes it: digits and a leading plus."""
    return "".join(character for character in number if character.isdigit() or character == "+")
