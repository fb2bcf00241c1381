"""What no routine can promise, because somebody else decides it in each case. Short: each entry has been met."""

from __future__ import annotations

import re

from msgspec import Struct


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
