"""What is new, for those who follow the routine and for those who keep the site."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from routine.domain import wording
from routine.domain.model import Routine

NOTES = "las-mig.md"


@dataclass(frozen=True, slots=True)
class News:
    """`program` is what is new in it, and `drafts` how many sheets belong to no edition.

    `since` names what the rest is compared with, and is empty when nobody has asked: `changes` is what differs in the
    routine, and `kit` whether the files for servers may, None where nobody knows.
    """

    program: str
    drafts: int
    since: str = ""
    changes: str = ""
    kit: bool | None = None


def notes(routine: Routine, name: str, placed: Iterable[str], news: News) -> str:
    """Markdown. `name` is the release's, `placed` how it is put on a server and seen to be it."""
    edition = routine.edition
    parts = [
        f"# {routine.site.name}: {name}",
        f"Utgåva {edition.edition}, {wording.long_date(edition.date)}. {edition.summary}",
        _in_short(name, news),
        news.changes,
        *placed,
        f"## Programmet\n\n{news.program}" if news.program else "",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _in_short(name: str, news: News) -> str:
    """What a keeper asks first."""
    if news.kit is False:
        kit = f"är desamma som i {news.since}. Servern behöver inte ställas om."
    else:
        since = f" sedan {news.since}" if news.since else ""
        kit = (
            f"kan ha ändrats{since}. Stå i mappen med versionerna och kör `diff -r FÖRRA/kit {name}/kit`, med den "
            "förra versionens namn. Inget svar betyder att servern inte behöver ställas om."
        )
    lines = [
        "Lägg ut versionen, som det står under Lägg ut. De som läser webbplatsen behöver inte göra något.",
        f"Filerna till webbservern (`kit`) {kit}",
        f"Jämfört med {news.since}." if news.since else "Ingen har frågat efter vad som har ändrats sedan den förra.",
    ]
    if news.drafts:
        some = wording.capital(wording.count(news.drafts, "utskrift", "utskrifter"))
        lines.append(f"{some} märks Utkast: texten är inte inskriven i någon utgåva.")
    return "\n".join(["## Måste ni göra något?", "", *(f"- {line}" for line in lines)])


def of_version(changelog: str, version: str) -> str:
    """What a list of changes says of a version, without its heading; empty when it says nothing."""
    found = re.search(rf"^## {re.escape(version)}(?= |$).*\n([\s\S]*?)(?=^## |\Z)", changelog, re.MULTILINE)
    return found[1].strip() if found else ""
