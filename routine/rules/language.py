"""What a text may not be: too long, in English, code, a promise, or a role's old name. Each can be overruled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from routine.domain.model import Routine
from routine.domain.naming import any_of, in_short
from routine.domain.wording import inside
from routine.reading.finding import Finding
from routine.reading.typing_slips import DASHES, NUMBERED, SIGNS
from routine.rules.core import rule
from routine.rules.promises import PROMISES
from routine.rules.texts import leaves, of_today, prose

MOST_WORDS = 20
SHOWN = 4
# A word as a reader counts it: a dash alone is none, and what a slash parts are two.
WORD = re.compile(r"[^\s/–—]*\w[^\s/–—]*")
# Function words of English that are no Swedish words: "is", "by", "for", "and", "not" and "it" are.
ENGLISH = re.compile(
    r"\b(?:the|of|to|you|your|we|our|they|their|this|that|these|those|from|with|without|been|has|have|had|was|are|"
    r"should|would|could|shall|will|when|which|who|what|where|why|how|about|there|then|than|or|if|does|did|any|an)\b",
    re.IGNORECASE,
)
QUOTATION = re.compile(r"”[^”]*”|\"[^\"]*\"|»[^»]*»")
MARKUP = re.compile(
    r"</?[a-zA-Z][^<>]*>|<!--|\*\*|__|\[[^\[\]]*\]\([^()]*\)|&(?:[a-zA-Z]+|#\w+);|https?://\S*|\bwww\.\S*|"
    r"(?<![\w*_`])([*_`])(?=[^\W\d])[^\s*_`](?:[^*_`\n]*[^\s*_`])?\1(?![\w*_`])",
    re.IGNORECASE,
)
# What begins a line: a heading, a quotation, or an item of a list. A number may be part of what something is called.
BEGUN = re.compile(
    rf"^[ \t]*([{SIGNS}]|[-=]+>|--+|(?:\*|[{DASHES}]+)(?=[^\W\d_])"
    rf"|(?:#{{1,6}}|>|[-+*{DASHES}]+)(?=\s)|({NUMBERED})(?=\s))",
    re.MULTILINE,
)
CALLED = ("title", "name", "label", "number", "edition")
ADDRESS = re.compile(r"\[|http|www", re.IGNORECASE)


@rule()
def too_long(routine: Routine) -> Iterator[Finding]:
    """An action is read standing, and by who is upset."""
    for i, action in enumerate(routine.actions):
        if (count := words(action.text)) > MOST_WORDS:
            yield Finding(
                "R070",
                ("actions", i, "text"),
                f"Åtgärden har {count} ord.",
                f"högst {MOST_WORDS} ord",
                "dela den i två åtgärder, eller flytta det som förklarar till detail.",
            )


@rule()
def english(routine: Routine) -> Iterator[Finding]:
    """Two small words of English in one text. What stands within quotation marks is a name."""
    for leaf in prose(routine):
        found = ENGLISH.findall(QUOTATION.sub(" ", leaf.text))
        if len(found) > 1:
            yield Finding(
                "R071",
                leaf.path,
                f"Texten är på engelska: {', '.join(f'”{word}”' for word in dict.fromkeys(found))}.",
                "svenska",
                "skriv det på svenska, eller sätt ett engelskt namn inom ”citattecken”.",
            )


@rule()
def markup(routine: Routine) -> Iterator[Finding]:
    """Code for how it should look would be shown as it is written."""
    for leaf in prose(routine):
        if match := MARKUP.search(leaf.text):
            address = ADDRESS.match(match.group())
            yield Finding(
                "R072",
                leaf.path,
                f"”{match.group()}” skulle visas precis så."
                if not address
                else f"”{match.group()}” blir ingen länk, utan visas precis så.",
                "vanliga ord",
                "skriv vad sidan heter. En adress hör hemma i en vägledning, under source och url."
                if address
                else "ta bort tecknen. Hur texten ser ut bestämmer webbplatsen.",
            )
        elif (begun := BEGUN.search(leaf.text)) and not (begun.group(2) and leaf.key in CALLED):
            sign = begun.group(1)
            yield Finding(
                "R072",
                leaf.path,
                f"”{sign}” först i texten skulle visas precis så.",
                "vanliga ord",
                f"ta bort ”{sign}” först i texten. Rubriker, listor och numrering gör webbplatsen.",
            )


@rule()
def key_in_text(routine: Routine) -> Iterator[Finding]:
    """A text that begins with its own key was pasted with it, and would be shown so."""
    for leaf in leaves(routine):
        if match := re.match(rf"{leaf.key}\s*:\s*", leaf.text):
            rest = leaf.text[match.end() :]
            yield Finding(
                "R078",
                leaf.path,
                f"Texten börjar med sin egen nyckel: ”{match.group().strip()}” skulle visas för läsaren.",
                "texten utan nyckeln",
                f"ta bort ”{match.group().strip()}” ur texten, så att den börjar ”{shortened(rest)}”."
                if rest
                else f"ta bort ”{match.group().strip()}”, och skriv texten.",
            )


@rule()
def promise(routine: Routine) -> Iterator[Finding]:
    """What the police, a prosecutor or a court decides cannot be promised."""
    for leaf in prose(routine):
        for each in PROMISES:
            if match := next(
                (one for one in each.words.finditer(leaf.text) if not one.groupdict().get("unless")), None
            ):
                yield Finding(
                    "R073",
                    leaf.path,
                    f"”{match.group()}” är ett löfte, men {each.decides} avgör.",
                    "det som kan begäras, och vem som avgör",
                    "skriv vad läsaren kan be om och vem som bestämmer: Be om skydd. Polisen avgör.",
                )
                break


@rule("roles.*.name", "roles.*.formerly")
def old_name(routine: Routine) -> Iterator[Finding]:
    """A role that has a new name is called by it everywhere."""
    names = {old.casefold(): role.name for role in routine.roles for old in role.formerly}
    if not names:
        return
    old, new = any_of(names), any_of(names.values())
    for leaf in of_today(routine):
        if match := old.search(new.sub(" ", leaf.text)):
            name = names[match.group(1).casefold()]
            yield Finding(
                "R074",
                leaf.path,
                f"”{match.group()}” är rollens gamla namn: den heter ”{name}”.",
                "rollens namn i dag",
                f"skriv {name if match.group()[0].isupper() else inside(name)}.",
                part=match.group(),
            )


@rule("roles.*.name", "roles.*.formerly")
def old_name_in_short(routine: Routine) -> Iterator[Finding]:
    """A word that may be the old name without its beginning. Advice: it may also be about somebody else."""
    names = [role.name for role in routine.roles]
    for role in routine.roles:
        for old in role.formerly:
            for leaf in of_today(routine):
                if words := in_short(old, names, leaf.text):
                    yield Finding(
                        "V009",
                        leaf.path,
                        f"”{words[0]}” kan vara ”{old}” i korthet, som rollen ”{role.name}” hette förut.",
                        "rollens namn i dag",
                        f"skriv {inside(role.name)}, om det är den rollen som menas.",
                        part=words[0],
                    )


def shortened(text: str) -> str:
    """The first words of a text."""
    first = text.split()
    return " ".join(first[:SHOWN]) + (" …" if len(first) > SHOWN else "")


def words(text: str) -> int:
    """How many words a reader counts."""
    return len(WORD.findall(text))
