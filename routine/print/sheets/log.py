"""A log to write by hand."""

from __future__ import annotations

from dataclasses import dataclass

from routine.print.sheet import drawn

LOG_ROWS = 16


@dataclass(frozen=True, slots=True)
class LogMatter:
    """A log sheet to write on: its columns' heads, and how many empty rows."""

    title: str
    name: str
    lead: str
    heads: tuple[str, ...]
    rows: int = drawn()


def log() -> LogMatter:
    return LogMatter(
        title="Logg",
        name="Logg",
        lead="Loggen är vårt tillägg, inte en del av rutinen. Skriv upp vad som händer och vad ni gör. "
        "Rutinen säger inte var den ska förvaras. Fråga innan du skickar den.",
        heads=("Dag", "Tid", "Vad", "Vem"),
        rows=LOG_ROWS,
    )
