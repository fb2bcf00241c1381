"""What is worth knowing of a release before it is put out, for whoever makes it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from routine.domain import wording
from routine.servers.hosting import Hosting

COMMIT_FIRST = "spara allt med git add och git commit, och kör sedan make release igen."
# Harmless where there is a repository in which nothing has been kept yet.
BEGIN_FIRST = "börja med git init -b main. " + wording.capital(COMMIT_FIRST)


class Unknown(Struct, frozen=True):
    """Why it is not known what a release was made of, and what to do first."""

    why: str
    first: str


def unsaved(changed: str) -> Unknown:
    """`changed` is the first file that git has not got as it is, empty where nothing at all is kept."""
    if changed:
        return Unknown(f"{changed} är inte sparad i git", COMMIT_FIRST)
    return Unknown("i git är inget sparat", BEGIN_FIRST)


def untold(why: str, remedy: str) -> Unknown:
    """Where git tells nothing: why, and what makes it tell."""
    return Unknown(why, f"{remedy} Kör sedan make release igen.")


def remarks(unknown: Unknown | None, place: Hosting, missing: int, old: int) -> Iterator[str]:
    """A line each. `missing` is how many things the gate finds, and `old` how many pieces of advice nobody has looked
    at for a year."""
    if unknown:
        first = wording.capital(unknown.first)
        yield f"Källan är inte känd: {unknown.why}. {first} Annars går utgivningen inte att göra om."
    if not place.known:
        yield (
            f"Adressen är inte känd: i filerna till webbservern står {place.host} och roten. Skriv adressen efter "
            "site_url i mkdocs.yml."
        )
    if missing:
        some = wording.capital(wording.count(missing, "sak", "saker"))
        yield f"{some} är inte i ordning för att publiceras. Kör python -m routine check --publish, som säger vad."
    if old:
        some = wording.capital(wording.count(old, "råd", "råd"))
        yield f"{some} har inte jämförts med sin källa på ett år. Kör python -m routine check, som säger vilka."
