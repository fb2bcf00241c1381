"""Models of the site, the organisation, the source and the editions.

Also of a withdrawal and of the accessibility statement.
"""

from pydantic import ConfigDict, Field

from routine.model.adopted import Decision
from routine.model.fields import Basis, Conformity, Count, Date, Edition, Keyword, Line, Text, Url, Yes
from routine.model.part import Part


class Site(Part):
    model_config = ConfigDict(title="Webbplatsen")
    name: Line = Field(description="Namnet i sidhuvudet och i webbläsarens flik. Det ska inte avslöja ämnet.")
    description: Line = Field(description="En mening om webbplatsen. Den står i sidornas kod och syns inte på dem.")
    heading: Line | None = Field(
        default=None,
        description="Startsidans rubrik: vem rutinen är till för, och när. Utan nyckeln står källans titel där.",
    )
    subject: tuple[Keyword, ...] = Field(
        default=(),
        description="Det som hela rutinen handlar om, ord för ord, så som den som söker skriver det. De orden väger "
        "lite i sökningen, eftersom de inte säger vilken sida som menas, och ett råd säger till om en flik avslöjar "
        "dem. Utan nyckeln är det i sökningen rubrikens ord, eller källans titel.",
    )
    leave: Url | None = Field(
        default=None,
        description="Dit Lämna sidan leder: en neutral sida som intranätets datorer når. Utan nyckeln finns den inte.",
    )
    edit: Url | None = Field(
        default=None,
        description="Dit Ändra innehållet leder: filens adress hos er. "
        "Utan adress leder länken till sidan Ändra innehållet.",
    )


class Organisation(Part):
    model_config = ConfigDict(title="Organisationen")
    name: Line = Field(description="Organisationens namn, som det ska stå på sidorna.")
    basis: Basis = Field(
        default="kalla",
        description="tolkning om namnet inte går att läsa säkert i källan. Utan nyckeln är det källans.",
    )
    owner: Line = Field(description="Den funktion som svarar för innehållet.")
    owner_proposed: Yes | None = Field(
        default=None,
        description="ja om ingen har bestämt vem som svarar för innehållet, och funktionen är ett förslag.",
    )
    case_head: tuple[Line, ...] = Field(
        default=(),
        description="Det som skrivs för hand om ärendet, högst tre: Händelsens dag. Det står på checklistor, logg och "
        "blanketter.",
    )
    care: Text | None = Field(
        default=None,
        description="Vad som gäller för sammanställningen i guiden, och för loggen på papper: var den förvaras, och "
        "vem man frågar. Skriv ”den”, så att orden passar båda. "
        "Utan nyckeln står det bara att läsaren ska ta reda på det.",
    )


class SourceDocument(Part):
    model_config = ConfigDict(title="Källan")
    title: Line = Field(description="Dokumentets titel.")
    part_of: Line | None = Field(default=None, description="Vilket dokument det hör till, om det hör till något.")
    date: Date = Field(description="Dokumentets datum.")
    pages: Count = Field(description="Antal sidor.")
    ordered: Yes | None = Field(
        default=None,
        description="ja om källan säger att stegen ska göras i den ordning som de står. "
        "Utan nyckeln säger sidorna och bladen att källan inte säger det.",
    )
    note: Text | None = Field(default=None, description="Det som läsaren behöver veta om dokumentets skick.")


class Approval(Part):
    model_config = ConfigDict(title="Godkännande")
    body: Line = Field(description="Vem som godkände utgåvan, som styrelsen.")
    date: Date = Field(description="Dagen för godkännandet, senast utgåvans.")
    reference: Line = Field(description="Var det står, som § 12 eller ett diarienummer.")


class Revision(Part):
    model_config = ConfigDict(title="Utgåva")
    edition: Edition = Field(description="Utgåvans nummer.")
    date: Date = Field(description="Dagen då utgåvan började gälla.")
    summary: Text = Field(description="Vad som är nytt, i ord som en läsare förstår.")
    decision: Decision | None = Field(
        default=None, description="Beslutet bakom utgåvan, när det som källan säger har ändrats."
    )
    approval: Approval | None = Field(
        default=None, description="Vem som godkände utgåvan, när och var det står. Behövs inte när decision säger det."
    )

    @property
    def approved(self) -> Approval | Decision | None:
        """Return the approval of the edition, or else its decision.

        Either tells who stands behind the edition.
        """
        return self.approval or self.decision


class Withdrawal(Part):
    """The withdrawal of a routine, for good or for the time being.

    It names the last day that the routine holds, so its words are as true before that day as after it, and nothing has
    to look at a clock.
    """

    model_config = ConfigDict(title="När rutinen upphör")
    until: Date = Field(description="Sista dagen som rutinen gäller.", examples=["2027-01-31"])
    text: Text = Field(
        description="Vem som har bestämt det och vad som gäller i stället, i en eller två meningar.",
        examples=["Styrelsen har upphävt rutinen. Följ säkerhetsplanen."],
    )
    url: Url | None = Field(
        default=None,
        description="Dit den leds som vill läsa det som gäller i stället.",
        examples=["https://intranet.example/sakerhetsplan/"],
    )


class Failure(Part):
    model_config = ConfigDict(title="Känd brist")
    what: Line = Field(description="Vad som inte fungerar, och för vem.")
    reason: Text = Field(description="Varför det är så, och vad som görs åt det.")


class Accessibility(Part):
    """The accessibility statement that the law requires.

    Source: DOS-lagen 2018:1937 and DIGG's rules.
    """

    model_config = ConfigDict(title="Tillgänglighet")
    conformity: Conformity = Field(description="Hur väl webbplatsen uppfyller kraven: helt, delvis eller inte.")
    assessed: Date = Field(
        description="Dagen då webbplatsen senast bedömdes. Är bedömningen äldre än ett år säger kontrollen till."
    )
    method: Text = Field(description="Hur bedömningen gjordes, och av vem.")
    failures: tuple[Failure, ...] = Field(
        default=(), description="Kända brister. Utan brister är kraven helt uppfyllda."
    )
    feedback: Text = Field(description="Hur den som hittar en brist berättar om den, och vem som svarar.")
    complaint: Url | None = Field(
        default=None,
        description="Dit den som inte är nöjd med svaret anmäler: myndighetens formulär, för den som lagen om "
        "tillgänglighet till digital offentlig service gäller. Utan nyckeln står standardens krav, inte lagens.",
    )
