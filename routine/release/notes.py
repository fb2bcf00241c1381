"""What is new, for those who follow the routine and for those who keep the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from routine.domain import wording
from routine.domain.about import Revision, Withdrawal
from routine.domain.model import Routine

NOTES = "las-mig.md"
CHANGES = "CHANGELOG.md"
PROGRAM = (
    f"## Programmet\n\nDet som är nytt i programmet står i `{CHANGES}` i den packade filen. Listan är på engelska, för "
    "den som sköter programmet. Alla versioner står där, den nyaste först."
)
PRINTED = "Den som har en utskrift sedan förut prövar koden på den. Webbplatsen svarar om den håller."
READERS = "De som läser på skärm behöver inte göra något."
NOT_ASKED = (
    "Det som har ändrats sedan den förra versionen står inte här. Den som ger ut får med det med "
    "`make release SINCE=` och källan som står i den förra versionens las-mig.md."
)


class News(Struct, frozen=True):
    """`program` is the program's own list of changes, in English, or empty; `drafts` how many sheets belong to no
    edition.

    `since` names what the rest is compared with, and is empty when nobody has asked: `changes` is what differs in the
    routine, `kit` whether the files for servers may, None where nobody knows, and `lost` how many sheets that have been
    printed hold no more; `left` is the address that the site had then, where it has another now.
    """

    program: str
    drafts: int
    since: str = ""
    changes: str = ""
    kit: bool | None = None
    lost: int = 0
    left: str = ""

    @property
    def compares_kit(self) -> bool:
        """Whether who has a version already is to look for what is new in the files for servers. A release that was
        compared with none may still have one before it."""
        return self.kit is not False


def notes(routine: Routine, edition: Revision, name: str, placed: Iterable[str], news: News) -> str:
    """Markdown. `edition` is the one in force, `name` the release's, `placed` how it is put on a server and
    seen to be it."""
    parts = [
        f"# {routine.site.name}: {name}",
        _withdrawn(routine),
        f"Utgåva {edition.edition}, {wording.long_date(edition.date)}. {edition.summary}",
        _in_short(news, routine.withdrawn),
        news.changes,
        *placed,
        PROGRAM if news.program else "",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _withdrawn(routine: Routine) -> str:
    """Before all else, or empty."""
    if not (it := routine.withdrawn):
        return ""
    return " ".join(filter(None, (f"Rutinen {wording.withdrawn(it.until)}.", it.text, it.url)))


def _in_short(news: News, withdrawn: Withdrawal | None) -> str:
    """What a keeper asks first."""
    if news.kit is False:
        kit = f"är desamma som i {news.since}. Servern behöver inte ställas om."
    elif news.since:
        kit = f"kan ha ändrats sedan {news.since}. Under Lägg ut står hur ni ser om servern behöver ställas om."
    else:
        kit = "tas i bruk första gången. Har ni en version sedan förut står under Lägg ut hur ni ser om de är andra."
    lines = [
        *_of_another_address(news),
        f"Lägg ut versionen, som det står under Lägg ut. {'' if news.left else READERS}".rstrip(),
        wording.recalled(withdrawn.until) if withdrawn else _on_paper(news),
        f"Filerna till webbservern (`kit`) {kit}",
    ]
    if news.drafts:
        some = wording.capital(wording.count(news.drafts, "utskrift", "utskrifter"))
        lines.append(f"{some} märks Utkast: texten är inte inskriven i någon utgåva.")
    compared = f"Allt är jämfört med {news.since}." if news.since else NOT_ASKED
    return "\n".join(["## Måste ni göra något?", "", *(f"- {line}" for line in lines), "", compared])


def _of_another_address(news: News) -> Iterator[str]:
    if news.left:
        yield f"Webbplatsen har en annan adress än i {news.since}. Behåll {news.left}, och låt den leda till den nya."
        yield "De som läser på skärm behöver den nya adressen. Fall som de har sparat i webbläsaren följer inte med."
        yield "Dela ut nya utskrifter av allt: koden att skanna och adressen på de gamla leder till den gamla."


def _on_paper(news: News) -> str:
    if not news.since:
        return PRINTED
    if not news.lost:
        return wording.all_hold(stays=not news.left)
    some = wording.capital(wording.count(news.lost, "utskrift", "utskrifter"))
    return f"{some} håller inte längre. Den som har dem på papper byter ut dem: de står under Det här följer."
