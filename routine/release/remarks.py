"""What is worth knowing of a release before it is put out, for whoever makes it."""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain import wording
from routine.servers.hosting import Hosting

COMMIT_FIRST = "spara allt med git add och git commit, och kör sedan make release igen."


def unsaved(changed: str) -> str:
    """Why the source is not known: `changed` is the first file that git has not got as it is, empty where there is no
    git."""
    return f"{changed} är inte sparad i git" if changed else "git fanns inte, eller har inget sparat"


def remarks(commit: str, changed: str, place: Hosting, missing: int, old: int) -> Iterator[str]:
    """A line each. `commit` is the source's, empty where git says none, and `changed` then what is not as in it;
    `missing` how many things the gate finds, and `old` how many pieces of advice nobody has looked at for a year."""
    if not commit:
        why = unsaved(changed)
        yield f"Källan är inte känd: {why}. {wording.capital(COMMIT_FIRST)} Annars går utgivningen inte att göra om."
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
