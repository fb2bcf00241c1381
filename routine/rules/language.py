"""What a text may not be: too long, in English, code, a promise, a role's old name, or what no print can show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from msgspec import Struct

from routine.domain.model import Routine
from routine.domain.naming import any_of, in_short, whole
from routine.domain.wording import INITIALS, inside
from routine.domain.wording import count as counted
from routine.reading.finding import Finding
from routine.reading.nodes import Path
from routine.reading.typing_slips import DASHES, NUMBERED, SIGNS
from routine.rules.core import steps
from routine.rules.glyphs import unknown
from routine.rules.texts import leaves, of_today, prose

MOST_WORDS = 20
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

YOU = re.compile(r"\b(?:du|dig|din|ditt|dina)\b", re.IGNORECASE)
# What is spoken is said by somebody to somebody.
SPOKEN = re.compile(r"”[^”]*”")
# What readers see as what somebody or something is called.
NAMES = frozenset({"publisher", "title", "name", "function", "label", "tab", "owner", "body"})
WEB = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
# The words that something is asked for by, as somebody in a hurry writes them: what is longer nobody writes.
KEYS, MOST_LETTERS, MOST_ASKED = ("also", "subject"), 40, 5
# A comma parts what stands in a list: with a semicolon in its place all of them would get one box, or one line.
PARTED, BOXES = re.compile(r"\w; \w"), (("choices",), ("heads",), ("case_head",))
# A shorter word begins many others: hot, hotell.
LEAST_OF_A_STEM = 4


class Promise(Struct, frozen=True):
    """Words that promise, but as `unless`, and who decides what they promise, as a message says it."""

    words: re.Pattern[str]
    decides: str


def _promise(words: str, decides: str) -> Promise:
    return Promise(re.compile(rf"\b(?:{words})\b", re.IGNORECASE), decides)


# What holds if it is secret says not that it is.
SECRET = (
    r"(?P<unless>(?:om|när|ifall|huruvida|som) (?:\w+ ){0,2}är sekretessbelag[dt]a?)"
    r"|är (?!inte\b)(?:\w+ )?sekretessbelag[dt]a?"
)
PROMISES = (
    # Secrecy is judged anew each time somebody asks for the document.
    _promise(r"(?:bli|blir|är|hålls|förblir)(?: helt)? hemlig[at]?", "den som prövar sekretessen"),
    # Protection is given after the police have judged the threat.
    _promise(r"(?:få|får|ges)(?: \w+){0,2} (?:polisskydd|livvakt|livvakter)", "polisen"),
    # A report is the beginning: a prosecutor and a court decide how it ends.
    _promise(r"(?:bli|blir) (?:\w+ )?(?:dömd|dömda|åtalad|åtalade|straffad|straffade)", "domstol eller åklagare"),
    _promise(r"(?:ska|kommer att) (?:dömas|åtalas|straffas)", "domstol eller åklagare"),
    # What another authority will do is its own to say.
    _promise(r"polisen kommer(?: \w+)? att", "polisen"),
    _promise(r"(?:åklagaren|domstolen) kommer(?: \w+)? att", "domstol eller åklagare"),
    _promise(
        r"polisen (?:hjälper|skyddar|utreder|kommer|griper)(?: (?!inte\b)\w+){0,2} alltid|alltid skydd av polisen",
        "polisen",
    ),
    _promise(r"(?P<unless>(?:om|när|ifall) åklagaren väcker åtal)|åklagaren väcker åtal", "åklagaren"),
    # Who may read what is decided when somebody asks for it, and who is told is not in one person's hands.
    _promise(SECRET, "den som prövar sekretessen"),
    _promise(r"ingen får veta vad du", "den som prövar sekretessen"),
    # A word that promises whatever stands beside it.
    _promise(r"garanter(?:a|ar|as|at|ad|ade)|garanti|garantier", "någon annan"),
)
KEYED = re.compile(r"(\w+)\s*:")


def too_long(routine: Routine) -> Iterator[Finding]:
    """An action is read standing, and by who is upset."""
    for i, action in enumerate(routine.actions):
        if (count := len(WORD.findall(action.text))) > MOST_WORDS:
            yield Finding("R070", ("actions", i, "text"), count=count, most=MOST_WORDS)


def english(routine: Routine) -> Iterator[Finding]:
    """Two small words of English in one text. What stands within quotation marks is a name."""
    for leaf in prose(routine):
        found = ENGLISH.findall(QUOTATION.sub(" ", leaf.text))
        if len(found) > 1:
            yield Finding("R071", leaf.path, words=[f"”{word}”" for word in dict.fromkeys(found)])


def markup(routine: Routine) -> Iterator[Finding]:
    """Code for how it should look would be shown as it is written."""
    for leaf in prose(routine):
        if match := MARKUP.search(leaf.text):
            yield Finding("R072", leaf.path, "address" if ADDRESS.match(match.group()) else "", sign=match.group())
        elif (begun := BEGUN.search(leaf.text)) and not (begun.group(2) and leaf.key in CALLED):
            yield Finding("R072", leaf.path, "first", sign=begun.group(1))


def key_in_text(routine: Routine) -> Iterator[Finding]:
    """A text that begins with its own key was pasted with it, and would be shown so."""
    for leaf in leaves(routine):
        if (match := KEYED.match(leaf.text)) and match[1] == leaf.key:
            yield Finding("R078", leaf.path, key=match.group())


def promise(routine: Routine) -> Iterator[Finding]:
    """What the police, a prosecutor or a court decides cannot be promised."""
    for leaf in prose(routine):
        every = ((each, found) for each in PROMISES for found in each.words.finditer(leaf.text))
        if sure := next(((each, found) for each, found in every if not found.groupdict().get("unless")), None):
            yield Finding("R073", leaf.path, words=sure[1].group(), decides=sure[0].decides)


def old_name(routine: Routine) -> Iterator[Finding]:
    """A role that has a new name is called by it everywhere."""
    names = {old.casefold(): role.name for role in routine.roles for old in role.formerly}
    old, new = any_of(names), any_of(role.name for role in routine.roles if role.formerly)
    for leaf in of_today(routine) if names else ():
        if match := old.search(new.sub(" ", leaf.text)):
            said, name = match.group(), names[match.group(1).casefold()]
            write = name if said[0].isupper() else inside(name)
            yield Finding("R074", leaf.path, part=said, old=said, name=name, write=write)


def old_name_in_short(routine: Routine) -> Iterator[Finding]:
    """A word that may be the old name without its beginning. Advice: it may also be about somebody else."""
    names = [role.name for role in routine.roles]
    every = [(role, old) for role in routine.roles for old in role.formerly]
    for role, old in every:
        for leaf in of_today(routine):
            if words := in_short(old, names, leaf.text):
                yield Finding("V009", leaf.path, part=words[0], word=words[0], old=old, role=role)


def still_called(routine: Routine, then: Mapping[str, str]) -> Iterator[Finding]:
    """`then`: today's name → the one of then. One that stands under `formerly` is looked for by R074, text by text."""
    names = [role.name for role in routine.roles]
    for i, role in enumerate(routine.roles):
        old = then.get(role.name)
        if not old or old.casefold() in map(str.casefold, role.formerly):
            continue
        left = [(leaf.path, "") for leaf in of_today(routine) if whole(old, names, leaf.text)]
        short = ((leaf.path, in_short(old, names, leaf.text)) for leaf in of_today(routine))
        if left := left or [(path, words[0]) for path, words in short if words]:
            count, (path, word) = counted(len(left), "text", "texter"), left[0]
            kind, related = "then-short" if word else "then", [path]
            yield Finding("V009", ("roles", i, "name"), kind, related=related, old=old, count=count, word=word)


def shared_to_one(routine: Routine) -> Iterator[Finding]:
    """What is told of a role to the others is read by them all: "du" is then another each time."""
    for path, text in _shared(routine):
        if found := YOU.search(SPOKEN.sub("", text)):
            yield Finding("V022", path, text=text, you=found.group())


def sentence_begun_again(routine: Routine) -> Iterator[Finding]:
    """What goes on after a name, or after words of the page's own, would have a capital inside a sentence."""
    for path, text in _shared(routine):
        if text[:1].isupper() and not INITIALS.match(text):
            yield Finding("R039", path, text=text)


def _shared(routine: Routine) -> Iterator[tuple[Path, str]]:
    """The texts that go on with a sentence and are read by all."""
    for i, action in enumerate(routine.actions):
        yield ("actions", i, "others"), action.others
        yield ("actions", i, "done"), action.done or ""
    for path, step in steps(routine):
        yield from (((*path, "conditions", j, "text"), each.text) for j, each in enumerate(step.conditions))
        yield from (((*path, "after", j, "text"), each.text) for j, each in enumerate(step.after))


def tab_tells(routine: Routine) -> Iterator[Finding]:
    """Who looks over a shoulder reads the tabs, and who has the device afterwards its history. What a role is called
    says who reads."""
    names = " ".join(role.name for role in routine.roles).casefold()
    words = [word for word in map(str.casefold, routine.site.subject) if word not in names]
    ends = {word: "" if len(word) >= LEAST_OF_A_STEM else r"(?!\w)" for word in words}
    told = re.compile("|".join(rf"(?<!\w){re.escape(word)}{end}" for word, end in ends.items()))
    tabs: list[tuple[Path, str]] = [(("site", "name"), routine.site.name)]
    tabs += [(("roles", i, "tab"), role.tab) for i, role in enumerate(routine.roles)]
    for path, text in tabs if words else ():
        if match := told.search(text.casefold()):
            yield Finding("V014", path, text=text, word=match.group())


def out_of_its_kind(routine: Routine) -> Iterator[Finding]:
    """An address for a name, a sentence for a word to search by, and several things written as one."""
    for leaf in leaves(routine):
        if leaf.key in NAMES and WEB.fullmatch(leaf.text.strip()):
            kind = "source" if leaf.path[-2] == "source" else ""
            yield Finding("R104", leaf.path, kind, text=leaf.text, key=leaf.key)
        several = len(leaf.text.split()) > MOST_ASKED or "," in leaf.text or ";" in leaf.text
        if leaf.key in KEYS and (several or len(leaf.text) > MOST_LETTERS):
            yield Finding("R085", leaf.path, text=leaf.text, words=MOST_ASKED, letters=MOST_LETTERS)
        if PARTED.search(leaf.text) and leaf.path[-2:-1] in BOXES:
            yield Finding("R102", leaf.path, text=leaf.text)


def character_without_glyph(routine: Routine) -> Iterator[Finding]:
    """What can be read on a screen must be there on paper too: it would be printed as a box."""
    for leaf in leaves(routine):
        for sign in unknown(leaf.text):
            plain = unicodedata.normalize("NFKC", sign)
            same = plain != sign and plain.strip() and not unknown(plain)
            point = f"{ord(sign):04X}"
            yield Finding("R024", leaf.path, "plain" if same else "", part=sign, sign=sign, point=point, plain=plain)
