"""PyYAML's own faults, said in Swedish: what usually causes each of them, and what to do."""

from __future__ import annotations

import yaml

from routine.problems import Mark, Problem

# A part of PyYAML's English text → code, message, hint. The first that fits is used.
FAULTS = (
    ("found character '\\t'", "S003", "Här står en tabb.", "byt tabben mot mellanslag; indraget är två mellanslag per nivå."),
    ("mapping values are not allowed", "S002", "Här står ett kolon som läses som en ny nyckel.", "sätt texten inom citattecken om kolonet hör till den, eller rätta indraget."),
    ("could not find expected ':'", "S002", "Här saknas ett kolon efter nyckeln.", "skriv nyckeln, kolon och ett mellanslag: text: …"),
    ("expected <block end>", "S002", "Indraget stämmer inte med raderna ovanför.", "ge raden samma indrag som de andra på sin nivå; en text som börjar med citattecken ska också sluta med det."),
    ("found unexpected end of stream", "S002", "Ett citattecken öppnas men stängs inte.", "sätt ett citattecken sist i texten."),
    ("found unknown escape character", "S002", "Omvänt snedstreck har en egen betydelse inom \"…\".", "använd '…' som citattecken i stället, eller skriv \\\\."),
    ("expected ',' or", "S002", "En klammer öppnas men stängs inte, eller ett komma saknas.", "sätt komma mellan posterna och ] eller } sist."),
    ("found character", "S002", "En text kan inte börja med det här tecknet.", "sätt texten inom citattecken."),
    ("found undefined alias", "S005", "Texten börjar med * och läses som ett alias.", "sätt texten inom citattecken."),
    ("expected alphabetic or numeric character", "S005", "Texten börjar med & eller * och läses som ett ankare eller alias.", "sätt texten inom citattecken."),
    ("found undefined tag handle", "S006", "Texten börjar med ! och läses som ett typmärke.", "sätt texten inom citattecken."),
    ("sequence entries are not allowed", "S002", "Strecket kan inte stå här.", "börja listan på en ny rad, indragen under sin nyckel."),
)
OTHERWISE = ("S002", "Raden går inte att läsa som YAML.", "jämför med raderna ovanför: indrag, kolon och citattecken.")


def explain(error: yaml.YAMLError) -> Problem:
    """The Swedish problem for an error of PyYAML's, at the place where the reading stopped."""
    english = str(getattr(error, "problem", "") or error)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = Mark(mark.line + 1, mark.column + 1) if mark else Mark(1, 1)
    code, message, hint = next(((code, message, hint) for part, code, message, hint in FAULTS if part in english), OTHERWISE)
    return Problem(code, place, message, hint=hint)
