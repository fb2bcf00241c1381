"""What is worth knowing of a release before it is put out, for whoever makes it."""

from __future__ import annotations

from collections.abc import Iterator

from routine.domain import wording
from routine.servers.hosting import Hosting


def remarks(commit: str, place: Hosting, missing: int) -> Iterator[str]:
    """A line each. `commit` is the source's, empty where git says none; `missing` how many things the gate finds."""
    if not commit:
        yield (
            "Källan är inte känd: något är inte sparat i git. Spara allt med git add och git commit, och kör sedan "
            "make release igen. Annars går utgivningen inte att göra om."
        )
    if not place.known:
        yield (
            f"Adressen är inte känd: i filerna till webbservern står {place.host} och roten. Skriv adressen efter "
            "site_url i mkdocs.yml."
        )
    if missing:
        some = wording.capital(wording.count(missing, "sak", "saker"))
        yield f"{some} är inte i ordning för att publiceras. Kör python -m routine check --publish, som säger vad."
