"""Models of content that accompanies the routine but is no part of it.

Guidance, forms, the log sheet, terms, the questions that the source leaves open, the page in easy words, and exceptions
to language rules.
"""

from typing import Literal

from pydantic import ConfigDict, Field

from routine.model.fields import ALSO, Basis, Count, Date, Id, Keyword, Line, Reason, Text, Url, Yes
from routine.model.part import Part
from routine.model.referring import GuidanceId, RoleId, StepId

Seen = Literal["sida", "kopia"]
SEEN = "sida om någon då öppnade källans adress, kopia om en sparad kopia lästes. Läsarna får veta det."


class Reference(Part):
    model_config = ConfigDict(title="Hänvisning")
    publisher: Line = Field(description="Vem som har skrivit.")
    title: Line = Field(description="Sidans eller skriftens namn.")
    date: Line | None = Field(default=None, description="När den gavs ut, om det står.")
    url: Url | None = Field(default=None, description="Adressen.")


class Dated(Reference):
    date: Line = Field(description="När den gavs ut, eller utan datum.")


class Option(Part):
    """What another body has chosen: shown to those who decide, and never a recommendation."""

    model_config = ConfigDict(title="Så har andra gjort")
    text: Line = Field(description="Vad de har bestämt, med egna ord.")
    source: Dated = Field(description="Vilka de är, och var det står.")
    seen: Seen | None = Field(default=None, description=SEEN)


class Guidance(Part):
    model_config = ConfigDict(title="Vägledning")
    id: Id = Field(description="Vägledningens id.")
    title: Line = Field(description="Rubriken.")
    also: tuple[Keyword, ...] = Field(default=(), description=ALSO)
    points: tuple[Line, ...] = Field(min_length=1, description="En sak per rad.")
    source: Reference = Field(description="Var uppgiften kommer från.")
    routine: Line | None = Field(
        default=None,
        description="Vad rutinen säger om samma sak, eller att den inget säger. Det står för sig på sidan Aktuell "
        "vägledning, under rådet och utanför dess källa.",
    )
    checked: Date = Field(description="Dagen då uppgiften senast jämfördes med källan.")
    seen: Seen | None = Field(default=None, description=SEEN)
    urgent: Yes | None = Field(
        default=None,
        description="ja om rådet gäller akut fara. Då står det överst på Kort och enkelt.",
    )
    checklists: tuple[RoleId, ...] = Field(
        default=(), description="Roller vars checklista visar rådet efter stegen, märkt som vägledning."
    )
    paper: Line | None = Field(
        default=None, description="Rådet på checklistan, i en eller två korta meningar. Utan nyckeln står points där."
    )
    log: Yes | None = Field(default=None, description="ja om raderna också står på loggbladet som skrivs ut.")
    roles: tuple[RoleId, ...] = Field(default=(), description="Roller vars sida leder till rådet.")
    handing_over: Line | None = Field(
        default=None,
        description="Rådet på en rad, som också står där en text lämnas över: i guiden och på rollernas sidor.",
    )


class Blank(Part):
    """A field to fill in on a form."""

    model_config = ConfigDict(title="Fält")
    label: Line = Field(description="Det som ska skrivas, ovanför raden.")
    lines: Count = Field(default=1, description="Antal rader att skriva på. Utan nyckeln är det en halv rad.")
    choices: tuple[Line, ...] = Field(default=(), description="Val att kryssa i, före raden. Ett eller några ord var.")


class Form(Part):
    """A form to fill in by hand, printed and on no page.

    A form is ours and never a part of the routine.
    """

    model_config = ConfigDict(title="Blankett")
    id: Id = Field(description="Blankettens id, som också är filens namn: blankett-id.pdf.")
    title: Line = Field(description="Rubriken, som säger vad bladet är till för.")
    lead: Line = Field(description="Hur och när man fyller i det.")
    guidance: tuple[GuidanceId, ...] = Field(
        default=(), description="Vägledning vars rader står på bladet, märkt med källa, före fälten."
    )
    fields: tuple[Blank, ...] = Field(min_length=1, description="Det som ska fyllas i, uppifrån och ner.")


class LogSheet(Part):
    """The title and the column headings of the log sheet."""

    model_config = ConfigDict(title="Loggblad")
    title: Line = Field(description="Loggbladets rubrik: Logg över händelser.")
    heads: tuple[Line, ...] = Field(
        min_length=1, max_length=5, description="Kolumnernas rubriker, från vänster: Dag och tid."
    )


class StandInAdvice(Part):
    """An open question and its advice, worded for a delegate.

    The reader tells another's story: it did not happen to her.
    """

    model_config = ConfigDict(title="Råd till den som gör det i stället")
    short: Line = Field(description="Frågan i korthet, till den som gör åtgärden i någons ställe.")
    meanwhile: Line = Field(description="Det som hjälper den läsaren så länge.")
    paper: Line | None = Field(default=None, description="Båda på checklistan, i få ord: frågan, och vad läsaren gör.")


class OpenQuestion(Part):
    model_config = ConfigDict(title="Öppen fråga")
    id: Id = Field(description="Frågans id.")
    question: Line = Field(description="Vad källan lämnar öppet.")
    also: tuple[Keyword, ...] = Field(default=(), description=ALSO)
    detail: Text = Field(description="Varför det spelar roll, utan att ge ett svar.")
    sentence: Line | None = Field(
        default=None,
        description="Samma sak som en mening till den som berörs, intill steget: Rutinen säger inte vem som väljer. "
        "Bara där svaret ändrar vad hen gör härnäst.",
    )
    short: Line | None = Field(
        default=None,
        description="Frågan i korthet, till den som Kort och enkelt är för, när den rör vem som får veta något. "
        "Utan nyckeln står den inte på sidan Vem får veta vad.",
    )
    meanwhile: Line | None = Field(
        default=None, description="Det som hjälper läsaren så länge. Visas intill åtgärden, märkt som vägledning."
    )
    paper: Line | None = Field(
        default=None,
        description="Frågan och rådet under steget på checklistan, i få ord. Utan nyckeln står meanwhile där.",
    )
    checklists: tuple[RoleId, ...] = Field(
        default=(),
        description="Roller vars checklista visar frågan sist, högst två frågor på varje. Utan val är det de första "
        "frågorna om rollens egna steg.",
    )
    options: tuple[Option, ...] = Field(
        default=(), description="Hur andra har gjort. Det står bara i underlaget till dem som beslutar."
    )
    proxy: StandInAdvice | None = Field(
        default=None,
        description="Samma sak till den som gör åtgärden i stället för den som ansvarar. Utan nyckeln läser "
        "hen samma ord.",
    )


class Term(Part):
    model_config = ConfigDict(title="Ord")
    word: Line = Field(description="Ordet.")
    meaning: Text = Field(description="Vad det betyder i rutinen.")
    basis: Basis = Field(description="Om källan förklarar ordet (kalla) eller om förklaringen är vår (tolkning).")


class Overruled(Part):
    """An editor's exception to a language rule for one text."""

    model_config = ConfigDict(title="Undantag")
    code: Keyword = Field(description="Regelns kod, som den står i meddelandet: R108.")
    where: Keyword = Field(
        description="Textens plats, som den står i meddelandet: id och nyckel med punkt emellan, stang-kranen.text. "
        "Den första posten i en lista har nummer 1."
    )
    reason: Reason = Field(description="Varför texten ändå ska stå så. Det läses av den som granskar ändringen.")


class EasyPart(Part):
    model_config = ConfigDict(title="Del av Kort och enkelt")
    title: Line = Field(description="Delens rubrik. Numret före den sätts av sig självt.")
    lines: tuple[Line, ...] = Field(min_length=1, description="En kort mening per rad.")
    advice: tuple[Line, ...] = Field(
        default=(), description="Råd som inte står i rutinen. De står för sig, sist i delen."
    )
    steps: tuple[StepId, ...] = Field(
        default=(), description="Åtgärderna och frågorna som delen berättar om. Var och en som rör rollen står en gång."
    )
    picture: Literal["tala", "tillsammans", "val", "hörs", "kalender"] | None = Field(
        default=None, description="En enkel bild bredvid delen."
    )


class Easy(Part):
    """The page of one role, in few and common words, a sentence a line.

    A rule holds that it tells of every step that concerns the role.
    """

    model_config = ConfigDict(title="Kort och enkelt")
    role: RoleId = Field(description="Rollen som sidan vänder sig till.")
    heading: Line | None = Field(default=None, description="Sidans rubrik. Utan nyckeln är den Kort och enkelt.")
    lines: tuple[Line, ...] = Field(min_length=1, description="Inledningen. En kort mening per rad.")
    parts: tuple[EasyPart, ...] = Field(min_length=1, description="Delarna, i ordning.")
