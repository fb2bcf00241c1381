"""Rules for single texts.

No text may be too long, in English, code, a promise, use a role's old name, or hold a character that cannot be printed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import chain

from msgspec import Struct

from routine.check.finding import Finding
from routine.check.likeness import any_of, in_short, whole
from routine.check.nodes import Path
from routine.check.rules.core import leaves, of_today, prose, steps
from routine.check.typing_slips import DASHES, NUMBERED, SIGNS
from routine.model.model import Routine
from routine.model.wording import INITIALS, inside
from routine.model.wording import count as counted

# Code points, or the first and the last of a range.
RUNS = (
    "20-7E A0-107 10A-113 116-11B 11E-123 126-127 12A-12B 12E-12F 131 136-137 13B-13E 141-148 150-155 158-15B "
    "15E-165 16A-16B 16E-173 178-17E 192 218-21B 2C6-2C7 2D8-2DD 300-304 306-308 30A-30C 326-328 394 3A9 3BC 3C0 "
    "2013-2014 2018-201A 201C-201E 2020-2022 2026 2030 2039-203A 2044 2074 20AC 2113 2122 212E 2202 220F "
    "2211-2212 2215 2219-221A 221E 222B 2248 2260 2264-2265 25CA"
)


def _characters(run: str) -> Iterator[str]:
    first, _, last = run.partition("-")
    return map(chr, range(int(first, 16), int(last or first, 16) + 1))


GLYPHS = frozenset(chain.from_iterable(map(_characters, RUNS.split())))
# Set by the sheet itself, not by the typeface.
SPACING = frozenset("\n\t")


def unknown(text: str) -> list[str]:
    """Return the characters of a text without a glyph, each once, in order."""
    return [sign for sign in dict.fromkeys(text) if sign not in GLYPHS and sign not in SPACING]


MOST_WORDS = 20
# A word as a reader counts it: a dash alone is none, and a slash separates two.
WORD = re.compile(r"[^\s/–—]*\w[^\s/–—]*")
# English function words. Left out are those that are Swedish words too: "is", "by", "for", "and", "not" and "it".
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
# Markup at the start of a line: a heading, a quotation, or a list item. A number may be part of a name.
BEGUN = re.compile(
    rf"^[ \t]*([{SIGNS}]|[-=]+>|--+|(?:\*|[{DASHES}]+)(?=[^\W\d_])"
    rf"|(?:#{{1,6}}|>|[-+*{DASHES}]+)(?=\s)|({NUMBERED})(?=\s))",
    re.MULTILINE,
)
CALLED = ("title", "name", "label", "number", "edition")
ADDRESS = re.compile(r"\[|http|www", re.IGNORECASE)

YOU = re.compile(r"\b(?:du|dig|din|ditt|dina)\b", re.IGNORECASE)
# Direct speech, which may say "du".
SPOKEN = re.compile(r"”[^”]*”")
# Fields that readers see as a name.
NAMES = frozenset({"publisher", "title", "name", "function", "label", "tab", "owner", "body"})
WEB = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
# Search words, as somebody in a hurry writes them: nobody writes longer ones.
KEYS, MOST_LETTERS, MOST_ASKED = ("also", "subject"), 40, 5
# Items of a list are separated by commas: with semicolons they would all share one box, or one line.
PARTED, BOXES = re.compile(r"\w; \w"), (("choices",), ("heads",), ("case_head",))
# A shorter word is the beginning of many others: hot, hotell.
LEAST_OF_A_STEM = 4


class Promise(Struct, frozen=True):
    """Words that promise, and the authority that decides the matter.

    A match of the group `unless` is no promise. `decides` names the authority as a message does.
    """

    words: re.Pattern[str]
    decides: str


def _promise(words: str, decides: str) -> Promise:
    return Promise(re.compile(rf"\b(?:{words})\b", re.IGNORECASE), decides)


# A condition ("if it is secret") does not promise secrecy.
SECRET = (
    r"(?P<unless>(?:om|när|ifall|huruvida|som) (?:\w+ ){0,2}är sekretessbelag[dt]a?)"
    r"|är (?!inte\b)(?:\w+ )?sekretessbelag[dt]a?"
)
PROMISES = (
    # Secrecy is assessed anew each time somebody asks for the document.
    _promise(r"(?:bli|blir|är|hålls|förblir)(?: helt)? hemlig[at]?", "den som prövar sekretessen"),
    # Protection is given only after the police have assessed the threat.
    _promise(r"(?:få|får|ges)(?: \w+){0,2} (?:polisskydd|livvakt|livvakter)", "polisen"),
    # A report is only the beginning: a prosecutor and a court decide the outcome.
    _promise(r"(?:bli|blir) (?:\w+ )?(?:dömd|dömda|åtalad|åtalade|straffad|straffade)", "domstol eller åklagare"),
    _promise(r"(?:ska|kommer att) (?:dömas|åtalas|straffas)", "domstol eller åklagare"),
    # Only the authority itself can say what it will do.
    _promise(r"polisen kommer(?: \w+)? att", "polisen"),
    _promise(r"(?:åklagaren|domstolen) kommer(?: \w+)? att", "domstol eller åklagare"),
    _promise(
        r"polisen (?:hjälper|skyddar|utreder|kommer|griper)(?: (?!inte\b)\w+){0,2} alltid|alltid skydd av polisen",
        "polisen",
    ),
    _promise(r"(?P<unless>(?:om|när|ifall) åklagaren väcker åtal)|åklagaren väcker åtal", "åklagaren"),
    # Access is decided when somebody asks for it, and no single person controls who is told.
    _promise(SECRET, "den som prövar sekretessen"),
    _promise(r"ingen får veta vad du", "den som prövar sekretessen"),
    # Words that promise in any context.
    _promise(r"garanter(?:a|ar|as|at|ad|ade)|garanti|garantier", "någon annan"),
)
KEYED = re.compile(r"(\w+)\s*:")


def too_long(routine: Routine) -> Iterator[Finding]:
    """Report actions with too many words.

    An action is read standing, by somebody who is upset.
    """
    for i, action in enumerate(routine.actions):
        if (count := len(WORD.findall(action.text))) > MOST_WORDS:
            yield Finding("R070", ("actions", i, "text"), count=count, most=MOST_WORDS)


def english(routine: Routine) -> Iterator[Finding]:
    """Report texts with two or more English function words.

    Text within quotation marks is taken for a name.
    """
    for leaf in prose(routine):
        found = ENGLISH.findall(QUOTATION.sub(" ", leaf.text))
        if len(found) > 1:
            yield Finding("R071", leaf.path, words=[f"”{word}”" for word in dict.fromkeys(found)])


def markup(routine: Routine) -> Iterator[Finding]:
    """Report markup, which would be shown as it is written."""
    for leaf in prose(routine):
        if match := MARKUP.search(leaf.text):
            yield Finding("R072", leaf.path, "address" if ADDRESS.match(match.group()) else "", sign=match.group())
        elif (begun := BEGUN.search(leaf.text)) and not (begun.group(2) and leaf.key in CALLED):
            yield Finding("R072", leaf.path, "first", sign=begun.group(1))


def key_in_text(routine: Routine) -> Iterator[Finding]:
    """Report texts that begin with their own key.

    The key was pasted along with the text, and would be shown.
    """
    for leaf in leaves(routine):
        if (match := KEYED.match(leaf.text)) and match[1] == leaf.key:
            yield Finding("R078", leaf.path, key=match.group())


def promise(routine: Routine) -> Iterator[Finding]:
    """Report promises of what the police, a prosecutor or a court decides."""
    for leaf in prose(routine):
        every = ((each, found) for each in PROMISES for found in each.words.finditer(leaf.text))
        if sure := next(((each, found) for each, found in every if not found.groupdict().get("unless")), None):
            yield Finding("R073", leaf.path, words=sure[1].group(), decides=sure[0].decides)


def old_name(routine: Routine) -> Iterator[Finding]:
    """Report old names of roles that have a new name."""
    names = {old.casefold(): role.name for role in routine.roles for old in role.formerly}
    old, new = any_of(names), any_of(role.name for role in routine.roles if role.formerly)
    for leaf in of_today(routine) if names else ():
        if match := old.search(new.sub(" ", leaf.text)):
            said, name = match.group(), names[match.group(1).casefold()]
            write = name if said[0].isupper() else inside(name)
            yield Finding("R074", leaf.path, part=said, old=said, name=name, write=write)


def old_name_in_short(routine: Routine) -> Iterator[Finding]:
    """Advise on words that may be a short form of a role's old name.

    This is advice only, since the word may be about somebody else.
    """
    names = [role.name for role in routine.roles]
    every = [(role, old) for role in routine.roles for old in role.formerly]
    for role, old in every:
        for leaf in of_today(routine):
            if words := in_short(old, names, leaf.text):
                yield Finding("V009", leaf.path, part=words[0], word=words[0], old=old, role=role)


def still_called(routine: Routine, then: Mapping[str, str]) -> Iterator[Finding]:
    """Advise on texts that still use the name a role had earlier.

    `then` maps today's name to the earlier one. A name that stands under `formerly` is left to R074, which reports it
    text by text.
    """
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
    """Advise against "du" in texts that every role reads.

    "Du" would be a different person for each reader.
    """
    for path, text in _shared(routine):
        if found := YOU.search(SPOKEN.sub("", text)):
            yield Finding("V022", path, text=text, you=found.group())


def sentence_begun_again(routine: Routine) -> Iterator[Finding]:
    """Report a capital in a text that completes a sentence.

    The text follows a name, or words of the page's own.
    """
    for path, text in _shared(routine):
        if text[:1].isupper() and not INITIALS.match(text):
            yield Finding("R039", path, text=text)


def _shared(routine: Routine) -> Iterator[tuple[Path, str]]:
    """Yield the texts that complete a sentence and are read by everyone."""
    for i, action in enumerate(routine.actions):
        yield ("actions", i, "others"), action.others
        yield ("actions", i, "done"), action.done or ""
    for path, step in steps(routine):
        yield from (((*path, "conditions", j, "text"), each.text) for j, each in enumerate(step.conditions))
        yield from (((*path, "after", j, "text"), each.text) for j, each in enumerate(step.after))


def tab_tells(routine: Routine) -> Iterator[Finding]:
    """Advise against the site's subject in the title of a browser tab.

    Somebody who looks over a shoulder reads the tabs, and the next user of the device reads its history. Words in the
    names of roles are exempt: a role's name only says who reads.
    """
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
    """Report texts of the wrong kind for their field.

    An address in place of a name, a sentence in place of a search word, and several items written as one.
    """
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
    """Report characters that the printed typeface lacks.

    They show on a screen but would be printed as a box.
    """
    for leaf in leaves(routine):
        for sign in unknown(leaf.text):
            plain = unicodedata.normalize("NFKC", sign)
            same = plain != sign and plain.strip() and not unknown(plain)
            point = f"{ord(sign):04X}"
            yield Finding("R024", leaf.path, "plain" if same else "", part=sign, sign=sign, point=point, plain=plain)
