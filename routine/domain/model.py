"""The domain: a routine, typed and frozen. No input, no output, no positions.

The descriptions are Swedish because editors read them: in the schema's hover help and in the field reference.
"""

from __future__ import annotations

from typing import Literal, TypeVar

from pydantic import ConfigDict, Field, computed_field

from routine.domain import numerals
from routine.domain.adopted import Decision
from routine.domain.fields import (
    Answer,
    At,
    Basis,
    Conformity,
    Count,
    Date,
    Id,
    Keyword,
    Label,
    Line,
    Mode,
    Own,
    Phone,
    Text,
    Unit,
    Url,
    Yes,
)
from routine.domain.part import Part
from routine.domain.referring import (
    ActionId,
    CallId,
    ContactId,
    EmergencyCall,
    GuidanceId,
    OpenQuestionId,
    QuestionId,
    RoleId,
    SectionId,
    StepId,
    TrackId,
)

# As many as can be told apart by their lines alone.
MOST_TRACKS = 8
EMPHASIS = "De viktigaste orden i text, ordagrant. De står med fet stil på checklistan."
ALSO = (
    "Andra ord för samma sak, så som den som söker skriver dem: vardagsord, äldre ord, förkortningar. "
    "Sökningen hittar dem, och de står inte på läsarnas sidor."
)
RolePart = Literal["own", "with", "consulted", "for"]


class Site(Part):
    model_config = ConfigDict(title="Webbplatsen")
    name: Line = Field(description="Namnet i sidhuvudet och i webbläsarens flik. Det ska inte avslöja ämnet.")
    description: Line = Field(description="En mening om webbplatsen, för sökmotorer på intranätet.")
    heading: Line | None = Field(
        default=None,
        description="Startsidans rubrik: vem rutinen är till för, och när. Utan nyckeln står källans titel där.",
    )
    leave: Url | None = Field(
        default=None,
        description="Dit Lämna sidan leder: en neutral sida som intranätets datorer når. Utan nyckeln finns den inte.",
    )
    edit: Url | None = Field(
        default=None,
        description="Dit Ändra innehållet leder: filens adress hos er. "
        "Utan adress leder länken till sidan För redaktörer.",
    )


class Organisation(Part):
    model_config = ConfigDict(title="Organisationen")
    name: Line = Field(description="Organisationens namn, som det ska stå på sidorna.")
    basis: Basis = Field(
        default="kalla",
        description="tolkning om namnet inte går att läsa säkert i källan. Utan nyckeln är det källans.",
    )
    owner: Line = Field(description="Den funktion som svarar för innehållet.")
    case_head: tuple[Line, ...] = Field(
        default=(),
        description="Det som skrivs för hand överst på varje checklista och logg, högst tre: Händelsens dag.",
    )
    care: Text | None = Field(
        default=None,
        description="Vad som gäller för sammanställningen i guiden: var den förvaras, och vem man frågar. "
        "Utan nyckeln säger den bara att läsaren ska ta reda på det.",
    )


class SourceDocument(Part):
    model_config = ConfigDict(title="Källan")
    title: Line = Field(description="Dokumentets titel.")
    part_of: Line | None = Field(default=None, description="Vilket dokument det hör till, om det hör till något.")
    date: Date = Field(description="Dokumentets datum.")
    pages: Count = Field(description="Antal sidor.")
    note: Text | None = Field(default=None, description="Det som läsaren behöver veta om dokumentets skick.")


class Approval(Part):
    model_config = ConfigDict(title="Godkännande")
    body: Line = Field(description="Vem som godkände utgåvan, som styrelsen.")
    date: Date = Field(description="Dagen för godkännandet, senast utgåvans.")
    reference: Line = Field(description="Var det står, som § 12 eller ett diarienummer.")


class Revision(Part):
    model_config = ConfigDict(title="Utgåva")
    edition: Line = Field(description="Utgåvans nummer.")
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
        """Who stands behind the edition: who approved it, or else who decided what is new in it."""
        return self.approval or self.decision


class Failure(Part):
    model_config = ConfigDict(title="Känd brist")
    what: Line = Field(description="Vad som inte fungerar, och för vem.")
    reason: Text = Field(description="Varför det är så, och vad som görs åt det.")


class Accessibility(Part):
    """What the law wants a statement of accessibility to say (DOS-lagen 2018:1937, DIGG's rules)."""

    model_config = ConfigDict(title="Tillgänglighet")
    conformity: Conformity = Field(description="Hur väl webbplatsen uppfyller kraven: helt, delvis eller inte.")
    assessed: Date = Field(
        description="Dagen då webbplatsen senast bedömdes. En bedömning äldre än ett år ger en varning."
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


class ReachedBy(Part):
    """How a role is usually called in. It never holds the role itself up: who is reached in another way begins."""

    model_config = ConfigDict(title="Så nås rollen")
    action: ActionId = Field(description="Åtgärden som brukar kalla in rollen.")
    basis: Basis = Field(description="Om källan säger det (kalla) eller om det är vår läsning (tolkning).")
    open_question: OpenQuestionId | None = Field(
        default=None, description="Den öppna frågan som de andra ser när åtgärden har fallit bort och ingen har kallat."
    )


class Claim(Part):
    """A line, and whose it is: what is said beside an action or of a role is one, so that a reading can be marked."""

    model_config = ConfigDict(title="Uppgift")
    text: Line = Field(description="Uppgiften i ord.")
    basis: Basis = Field(description="kalla om källan säger det, tolkning om det är vår läsning.")


class Role(Part):
    model_config = ConfigDict(title="Roll")
    id: Id = Field(description="Rollens id, som också är sidans adress. Ändras aldrig efter publicering.")
    name: Line = Field(description="Rollens namn, med stor bokstav först.")
    formerly: tuple[Keyword, ...] = Field(
        default=(), description="Namn som rollen har haft. Står ett av dem kvar i en text, säger kontrollen var."
    )
    also: tuple[Keyword, ...] = Field(default=(), description=ALSO)
    own: Line | None = Field(
        default=None, description="Namnet till den som har rollen, där hon väljer den: Du som har utsatts."
    )
    tab: Line = Field(description="Det som syns i webbläsarens flik och historik. Får inte avslöja ämnet.")
    summary: Line = Field(description="En rad under rollens namn på startsidan.")
    starts: Claim | None = Field(default=None, description="När rollen börjar. Fortsätter meningen Du börjar när …")
    intro: Text = Field(description="Vad rollen innebär, till den som har den.")
    limits: tuple[Claim, ...] = Field(default=(), description="Sådant som rollen inte behöver eller ska göra.")
    reached_by: ReachedBy | None = Field(
        default=None, description="Åtgärden som brukar kalla in rollen. Den hindrar aldrig rollen själv."
    )
    reach: tuple[CallId, ...] = Field(
        default=(),
        description="Roller och kontakter som rollen behöver nå, med id, i den ordning som de står på dess utskrifter. "
        "Det som inte har något nummer får rader att skriva på. Utan nyckeln står alla kontakter där.",
    )


class Situation(Part):
    """What a reader is in, in her own words, and the one thing that it leads to."""

    model_config = ConfigDict(title="Situation")
    id: Id = Field(description="Situationens id.")
    text: Line = Field(description="Situationen med läsarens egna ord: Det har hänt mig.")
    summary: Line | None = Field(default=None, description="En rad under situationen på startsidan.")
    roles: tuple[RoleId, ...] = Field(
        default=(), description="Rollerna som situationen passar. Passar flera väljer läsaren bland dem."
    )
    emergency: Yes | None = Field(
        default=None, description="ja om situationen leder till det första nödnumret, i stället för till en roll."
    )
    open_question: OpenQuestionId | None = Field(
        default=None,
        description="Den öppna frågan, när källan inte säger vad som gäller. Frågan ska ha meanwhile, som hjälper "
        "läsaren så länge.",
    )
    contacts: tuple[ContactId, ...] = Field(
        default=(), description="Kontakter som läsaren kan fråga så länge. Bara tillsammans med open_question."
    )


class Track(Part):
    model_config = ConfigDict(title="Spår")
    id: Id = Field(description="Spårets id.")
    title: Line = Field(description="Spårets namn.")
    number: Label | None = Field(default=None, description="Spårets beteckning i källan, om det har en: 3.1 eller A.")
    basis: Basis = Field(description="kalla om källan säger det, tolkning om det är vår läsning.")

    @property
    def label(self) -> str:
        """Its name, with its label in the source if it has one: `Stöd · 3.2`."""
        return f"{self.title} · {numerals.unbroken(self.number)}" if self.number else self.title


class Section(Part):
    model_config = ConfigDict(title="Avsnitt")
    id: Label = Field(
        description="Avsnittets beteckning som den står i källan: 3.1.2, A.1, § 7 eller 7a. "
        "Den visas så, och ger avsnittets adress."
    )
    title: Line = Field(description="Avsnittets rubrik.")
    also: tuple[Keyword, ...] = Field(default=(), description=ALSO)
    track: TrackId | None = Field(default=None, description="Spårets id. Behövs bara när rutinen har flera spår.")
    basis: Basis = Field(
        description="Om källan säger vilka rader avsnittet har och vad det heter (kalla) eller om det är vår läsning "
        "(tolkning)."
    )

    @property
    def label(self) -> str:
        """What it is called in the source, on one line: `§ 7`."""
        return numerals.unbroken(self.id)


class Condition(Part):
    model_config = ConfigDict(title="Villkor")
    question: QuestionId = Field(description="Frågans id.")
    answer: Answer = Field(description="Svaret som gör att steget gäller.")
    text: Line = Field(description="Villkoret i ord, som det står intill steget.")
    basis: Basis = Field(description="Om källan säger villkoret (kalla) eller om det är vår läsning (tolkning).")


class After(Part):
    """What a step waits for. Order alone is no waiting."""

    model_config = ConfigDict(title="Väntan")
    action: ActionId = Field(description="Åtgärden som först ska vara klar, eller inte aktuell.")
    text: Line = Field(description="Väntan i ord, som den står intill steget: efter det första samtalet.")
    basis: Basis = Field(description="Om källan säger att det är så (kalla) eller om det är vår läsning (tolkning).")


class Informed(Part):
    model_config = ConfigDict(title="Den som får veta")
    role: RoleId = Field(description="Rollens id.")
    basis: Basis = Field(
        description="Om källan säger att rollen får veta (kalla) eller om det är vår läsning (tolkning)."
    )


class Notified(Informed):
    """Who is told something by an action, and what: without words for it the action's own say it."""

    model_config = ConfigDict(title="Den som får veta och tar vid")
    what: Line | None = Field(
        default=None,
        description="Vad rollen får veta, efter dess namn: får veta vad som har hänt. "
        "Utan nyckeln står åtgärdens egna ord på sidan Vem får veta vad.",
    )


class Receiver(Part):
    """Who is told something by an action and takes over nothing by it. Most have no role: the police, the media."""

    model_config = ConfigDict(title="Den som får veta utan att ta vid")
    who: Line | None = Field(
        default=None,
        description="Den som får veta och inte har någon roll, med stor bokstav först: Polisen. "
        "En funktion eller en grupp, aldrig en persons namn.",
    )
    role: RoleId | None = Field(
        default=None, description="Rollens id, i stället för who, när den som får veta har en roll."
    )
    what: Line = Field(description="Vad den får veta, efter dess namn: får bara nödvändig information.")
    by: RoleId | None = Field(
        default=None, description="Den som berättar, när det inte är den som ansvarar utan någon som deltar."
    )
    chosen_by: RoleId | None = Field(default=None, description="Rollen som väljer vem det är, om källan säger det.")
    basis: Basis = Field(
        description="Om källan säger att den får veta det (kalla) eller om det är vår läsning (tolkning)."
    )


class AskedAt(Part):
    """When a question is put, before anything else has begun."""

    model_config = ConfigDict(title="När frågan ställs")
    at: At = Field(description="start om frågan kan besvaras direkt, innan något annat har börjat.")
    basis: Basis = Field(description="Om källan säger det (kalla) eller om det är vår läsning (tolkning).")


class Meaning(Part):
    """What follows from an answer, told to the one who gives it: a choice is made by who knows what it leads to."""

    model_config = ConfigDict(title="Vad svaret innebär")
    answer: Answer = Field(description="Svaret som förklaras: ja eller nej. Varje svar förklaras högst en gång.")
    text: Line = Field(description="Vad svaret innebär, i en rad till den som svarar.")
    basis: Basis = Field(description="Om källan säger det (kalla) eller om det är vår läsning (tolkning).")
    then: tuple[Claim, ...] = Field(default=(), description="Det som gäller efter svaret, en sak per rad.")
    guidance: tuple[GuidanceId, ...] = Field(
        default=(), description="Vägledning som hjälper efter svaret, med dess id."
    )


class Question(Part):
    model_config = ConfigDict(title="Fråga")
    id: Id = Field(description="Frågans id.")
    text: Line = Field(description="Frågan, så att den kan besvaras med Ja eller Nej.")
    own: Line | None = Field(default=None, description="Samma fråga till den som svarar, i du-form.")
    also: tuple[Keyword, ...] = Field(default=(), description=ALSO)
    basis: Basis = Field(description="Om källan ställer frågan (kalla) eller om den är vår läsning (tolkning).")
    answered_by: tuple[RoleId, ...] = Field(
        min_length=1, description="Den eller de roller som svarar. Flera delar på ett svar."
    )
    heard_by: tuple[Informed, ...] = Field(
        default=(), description="Roller som kan berätta vad svaret blev. De ger det aldrig själva."
    )
    asked: AskedAt | None = Field(
        default=None, description="Om frågan kan besvaras direkt, innan något annat har börjat."
    )
    conditions: tuple[Condition, ...] = Field(default=(), description="Frågans egna villkor. Alla ska vara uppfyllda.")
    after: tuple[After, ...] = Field(default=(), description="Det som frågan väntar på.")
    detail: Text | None = Field(default=None, description="Det som hjälper den som ska svara.")
    means: tuple[Meaning, ...] = Field(
        default=(), description="Vad svaren innebär, till den som svarar. Ett svar utan post får ingen förklaring."
    )
    open_questions: tuple[OpenQuestionId, ...] = Field(default=(), description="Öppna frågor som rör det här valet.")


class Consulted(Part):
    model_config = ConfigDict(title="Samråd")
    mode: Mode = Field(description="alla om alla ska vara med, nagon om en eller flera räcker (och/eller).")
    roles: tuple[RoleId, ...] = Field(min_length=1, description="Rollerna som tillfrågas.")
    basis: Basis = Field(
        description="Om källan säger vilka som tillfrågas (kalla) eller om det är vår läsning (tolkning)."
    )


class Told(Part):
    model_config = ConfigDict(title="Text till en roll")
    role: RoleId = Field(description="Rollens id.")
    text: Line = Field(description="Samma åtgärd i ord som vänder sig till den rollen.")
    basis: Basis = Field(
        description="kalla om källan säger det om rollen. tolkning om vi har lagt till eller dragit ifrån något."
    )


class Participant(Told):
    """Who acts without being responsible, with words of its own: those of the responsible are not hers to say."""

    model_config = ConfigDict(title="Den som deltar")
    emphasis: Keyword | None = Field(default=None, description=EMPHASIS)
    say: tuple[Claim, ...] = Field(
        default=(),
        description="Ord att säga, för den som deltar. "
        "Orden är alltid våra: basis säger om källan kräver att det sägs.",
    )


class Proxy(Participant):
    """Who may stand in for the one who is responsible. A part of its own for its title, which editors read."""

    model_config = ConfigDict(title="Den som gör det i stället")


class Within(Part):
    model_config = ConfigDict(title="Tidsgräns")
    count: Count = Field(description="Hur många timmar, dagar eller veckor.")
    unit: Unit = Field(
        description="dagar, veckor eller timmar. Timmar räknas från klockslaget, annat från dagen: "
        "händelsens, eller med after den då en annan åtgärd blev gjord."
    )
    after: ActionId | None = Field(
        default=None,
        description="Åtgärden som gränsen räknas från: när den blev gjord. Utan nyckeln räknas den från händelsen.",
    )
    basis: Basis = Field(description="Om källan säger gränsen (kalla) eller om den är vår läsning (tolkning).")

    @computed_field(description="Hur lång gränsen är i timmar, för att ordna gränser. Ett dygn är 24.")
    @property
    def hours(self) -> int:
        """How long it is, by which limits are put in order. That of days and weeks is counted in days all the same: a
        day in which the clocks are changed is one day."""
        return numerals.hours(self.count, self.unit)

    @computed_field(description="Gränsen i dagar efter dagen som den räknas från. null om den är i timmar.")
    @property
    def days(self) -> int | None:
        """The limit in days after the day that it is counted from; None for hours, which are counted from the time."""
        return None if self.unit == "timmar" else self.hours // 24

    @computed_field(description="Gränsen i ord. Räknas den från en åtgärd säger after vilken.")
    @property
    def text(self) -> str:
        """`inom två veckor efter händelsen`. Of one that is counted from an action `wording.limit` says all."""
        period = f"inom {numerals.period(self.count, self.unit)}"
        return period if self.after else f"{period} efter händelsen"


class Group(Part):
    """Actions of the same owners, on the same conditions, that are done in one contact."""

    model_config = ConfigDict(title="Grupp")
    id: Id = Field(description="Gruppens id, detsamma på alla dess åtgärder.")
    basis: Basis = Field(description="Om källan för ihop dem (kalla) eller om det är vår läsning (tolkning).")


class Dial(Part):
    """Repeats one of the emergency numbers, which a rule holds it to: it is never one that only this action knows."""

    model_config = ConfigDict(title="Numret att ringa")
    number: EmergencyCall = Field(description="Ett av numren under emergency, skrivet som där.")
    basis: Basis = Field(
        description="Om källan säger att man ringer dit (kalla) eller om det är vår läsning (tolkning)."
    )


class Action(Part):
    model_config = ConfigDict(title="Åtgärd")
    id: Id = Field(description="Åtgärdens id, som också är dess ankare på sidorna. Ändras aldrig efter publicering.")
    section: SectionId = Field(description="Avsnittets beteckning, som den står i sections.")
    row: Count | None = Field(
        default=None,
        description="Radens nummer i källans tabell, om den har nummer. Flera åtgärder i följd får ha samma.",
    )
    basis: Own | None = Field(
        default=None,
        description="egen på en åtgärd som är er egen och inte källans. Den har ingen row, och numrerar inte om något.",
    )
    responsible: tuple[RoleId, ...] = Field(
        default=(),
        description="Den som ansvarar. Flera betyder delat ansvar, i samråd.",
        # A rule says it, more kindly than a type can. Editors' programs are told.
        json_schema_extra={"minItems": 1},
    )
    responsible_basis: Basis = Field(
        default="kalla",
        description="Om källan säger vem som ansvarar (kalla) eller om det är vår läsning (tolkning). "
        "Utan nyckeln är det källan.",
    )
    text: Line = Field(description="Vad den ansvariga gör: en rad som börjar med ett verb.")
    others: Line = Field(description="Samma sak efter rollens namn, för den som läser om andra: kontaktar polisen.")
    done: Line | None = Field(
        default=None,
        description="Samma sak när den är gjord, efter orden Jag har: kontaktat polisen. För den som tar vid. "
        "Behövs när andra tar vid eller delar ansvaret; utan nyckeln kan åtgärden inte lämnas över i guiden.",
    )
    emphasis: Keyword | None = Field(default=None, description=EMPHASIS)
    also: tuple[Keyword, ...] = Field(default=(), description=ALSO)
    detail: Text | None = Field(default=None, description="Det som behöver förklaras.")
    requirement: Claim | None = Field(
        default=None, description="Det som krävs av hur åtgärden görs. Står också på checklistan."
    )
    wallet: Line | None = Field(
        default=None, description="Åtgärden i korthet, på planbokskortet. Utan nyckeln står den inte där."
    )
    consulted: Consulted | None = Field(default=None, description="Roller som den ansvariga samråder med.")
    proxy: Proxy | None = Field(default=None, description="Den som kan göra åtgärden i stället, och texten till den.")
    participants: tuple[Participant, ...] = Field(
        default=(), description="Roller som är med utan att ansvara, och texten till dem."
    )
    helps: tuple[Told, ...] = Field(
        default=(), description="Roller som åtgärden görs för, och texten till dem, efter den ansvarigas namn."
    )
    informs: tuple[Notified, ...] = Field(
        default=(), description="Roller som får veta något genom åtgärden, och som sedan kan ta vid."
    )
    tells: tuple[Receiver, ...] = Field(
        default=(),
        description="Andra som får veta något genom åtgärden, utan att ta vid: de flesta har ingen roll. "
        "De står på sidan Vem får veta vad.",
    )
    opens: Basis | None = Field(
        default=None,
        description="På den åtgärd som allt börjar med, högst en. "
        "kalla om källan säger att den är först, tolkning om det är vår läsning.",
    )
    group: Group | None = Field(default=None, description="Åtgärder som görs i samma kontakt har samma grupp.")
    conditions: tuple[Condition, ...] = Field(default=(), description="Villkor som alla ska vara uppfyllda.")
    within: Within | None = Field(
        default=None, description="Tidsgräns, räknad från händelsen eller från en annan åtgärd."
    )
    say: tuple[Claim, ...] = Field(
        default=(), description="Ord att säga. Orden är alltid våra: basis säger om källan kräver att det sägs."
    )
    call: Dial | None = Field(
        default=None,
        description="Nödnumret som man ringer för att göra åtgärden, i guiden. "
        "Utan nyckeln visar guiden inget nummer vid den.",
    )
    guidance: tuple[GuidanceId, ...] = Field(
        default=(), description="Vägledning som hjälper med åtgärden. Den står intill åtgärden i guiden, märkt."
    )
    groups: tuple[Line, ...] = Field(default=(), description="Målgrupper som källan ger som exempel.")
    after: tuple[After, ...] = Field(
        default=(), description="Det som åtgärden väntar på. Utan nyckeln väntar den inte på något."
    )
    open_questions: tuple[OpenQuestionId, ...] = Field(default=(), description="Öppna frågor som rör åtgärden.")

    @computed_field(description="Om flera roller delar ansvaret.")
    @property
    def shared(self) -> bool:
        """Whether several roles are responsible together."""
        return len(self.responsible) > 1

    @property
    def asked(self) -> tuple[Participant, ...]:
        """Who may be asked to take part without being responsible: the proxy, then the participants."""
        return (*((self.proxy,) if self.proxy else ()), *self.participants)

    def part_of(self, role: str) -> RolePart | None:
        """What a role has to do with the action, if anything.

        The action is its `own`, done `with` it or by it as proxy, one that it is `consulted` in, or done `for` it.
        """
        if role in self.responsible:
            return "own"
        if any(told.role == role for told in self.asked):
            return "with"
        if self.consulted and role in self.consulted.roles:
            return "consulted"
        return "for" if any(told.role == role for told in self.helps) else None


class EmergencyNumber(Part):
    model_config = ConfigDict(title="Nödnummer")
    number: Phone = Field(description="Numret, som det läses.")
    label: Line = Field(description="När man ringer, i högst fyra ord.")
    advice: Line = Field(description="Vad man säger eller gör.")
    also: tuple[Keyword, ...] = Field(default=(), description=ALSO)


class Reference(Part):
    model_config = ConfigDict(title="Hänvisning")
    publisher: Line = Field(description="Vem som har skrivit.")
    title: Line = Field(description="Sidans eller skriftens namn.")
    date: Line | None = Field(default=None, description="När den gavs ut, om det står.")
    url: Url | None = Field(default=None, description="Adressen.")


class Guidance(Part):
    model_config = ConfigDict(title="Vägledning")
    id: Id = Field(description="Vägledningens id.")
    title: Line = Field(description="Rubriken.")
    also: tuple[Keyword, ...] = Field(default=(), description=ALSO)
    points: tuple[Line, ...] = Field(min_length=1, description="En sak per rad.")
    source: Reference = Field(description="Var uppgiften kommer från.")
    checked: Date = Field(description="Dagen då uppgiften senast jämfördes med källan.")
    urgent: Yes | None = Field(
        default=None,
        description="ja om rådet gäller akut fara. Då står det överst på Lätt att läsa.",
    )
    checklists: tuple[RoleId, ...] = Field(
        default=(), description="Roller vars checklista visar rådet efter stegen, märkt som vägledning."
    )
    log: Yes | None = Field(default=None, description="ja om raderna också står på loggbladet som skrivs ut.")
    roles: tuple[RoleId, ...] = Field(default=(), description="Roller vars sida leder till rådet.")
    handing_over: Line | None = Field(
        default=None,
        description="Rådet på en rad, som också står där en text lämnas över: i guiden och på rollernas sidor.",
    )


class Blank(Part):
    """A place to write on a form."""

    model_config = ConfigDict(title="Fält")
    label: Line = Field(description="Det som ska skrivas, ovanför raden.")
    lines: Count = Field(default=1, description="Antal rader att skriva på. Utan nyckeln är det en halv rad.")
    choices: tuple[Line, ...] = Field(default=(), description="Val att kryssa i, före raden. Ett eller några ord var.")


class Form(Part):
    """A sheet to fill in by hand: ours, and never a part of the routine. Printed, and on no page."""

    model_config = ConfigDict(title="Blankett")
    id: Id = Field(description="Blankettens id, som också är filens namn: blankett-id.pdf.")
    title: Line = Field(description="Rubriken, som säger vad bladet är till för.")
    lead: Line = Field(description="Hur och när man fyller i det.")
    guidance: tuple[GuidanceId, ...] = Field(
        default=(), description="Vägledning vars rader står på bladet, märkt med källa, före fälten."
    )
    fields: tuple[Blank, ...] = Field(min_length=1, description="Det som ska fyllas i, uppifrån och ner.")


class LogSheet(Part):
    """What the log is called, and what is written in it."""

    model_config = ConfigDict(title="Loggblad")
    title: Line = Field(description="Loggbladets rubrik: Logg över händelser.")
    heads: tuple[Line, ...] = Field(
        min_length=1, max_length=5, description="Kolumnernas rubriker, från vänster: Dag och tid."
    )


class Contact(Part):
    model_config = ConfigDict(title="Kontakt")
    id: Id = Field(description="Kontaktens id.")
    function: Line = Field(description="En funktion, aldrig en persons namn.")
    label: Line | None = Field(
        default=None, description="Det som skiljer flera kontakter för samma roll åt, till exempel verksamhetens namn."
    )
    also: tuple[Keyword, ...] = Field(default=(), description=ALSO)
    role: RoleId | None = Field(default=None, description="Rollen som kontakten hör till.")
    number: Phone | None = Field(default=None, description="Funktionens nummer. Utelämnas tills det är känt.")
    hours: Line | None = Field(
        default=None,
        description="När numret svarar, efter ordet Öppet: alla dagar 9–19.",
    )
    valid_until: Date | None = Field(default=None, description="Sista dagen som numret gäller utan ny kontroll.")
    ask: Line = Field(description="Vem man frågar när numret saknas eller inte svarar.")
    basis: Basis = Field(description="Om källan säger vem man frågar (kalla) eller om det är vår läsning (tolkning).")

    @property
    def title(self) -> str:
        """The function, and what tells it from others of the same role: `Jouren, natt`."""
        return f"{self.function}, {self.label}" if self.label else self.function


class OpenQuestion(Part):
    model_config = ConfigDict(title="Öppen fråga")
    id: Id = Field(description="Frågans id.")
    question: Line = Field(description="Vad källan lämnar öppet.")
    detail: Text = Field(description="Varför det spelar roll, utan att ge ett svar.")
    short: Line | None = Field(
        default=None,
        description="Frågan i korthet, till den som Lätt att läsa vänder sig till, när den rör vem som får veta något. "
        "Utan nyckeln står den inte på sidan Vem får veta vad.",
    )
    meanwhile: Line | None = Field(
        default=None, description="Det som hjälper läsaren så länge. Visas intill åtgärden, märkt som vägledning."
    )


class Term(Part):
    model_config = ConfigDict(title="Ord")
    word: Line = Field(description="Ordet.")
    meaning: Text = Field(description="Vad det betyder i rutinen.")
    basis: Basis = Field(description="Om källan förklarar ordet (kalla) eller om förklaringen är vår (tolkning).")


class Overruled(Part):
    """What a rule of language says of one text, and an editor has decided to leave as it is."""

    model_config = ConfigDict(title="Undantag")
    code: Keyword = Field(description="Regelns kod, som den står i meddelandet: V001.")
    where: Keyword = Field(
        description="Textens plats, som den står i meddelandet: id och nyckel med punkt emellan, stang-kranen.text. "
        "Den första posten i en lista har nummer 1."
    )
    reason: Keyword = Field(description="Varför texten ändå ska stå så. Det läses av den som granskar ändringen.")


class EasyRole(Part):
    model_config = ConfigDict(title="Roll på lätt svenska")
    role: RoleId = Field(description="Rollens id.")
    lines: tuple[Line, ...] = Field(min_length=1, description="Vem det är. En kort mening per rad.")


class EasyStep(Part):
    model_config = ConfigDict(title="Steg på lätt svenska")
    step: StepId = Field(description="Åtgärdens eller frågans id.")
    lines: tuple[Line, ...] = Field(
        min_length=1,
        description="Samma sak på lätt svenska, en kort mening per rad. "
        "Gör någon annan det, fortsätter första raden efter dennes namn: ringer polisen.",
    )
    topic: Line | None = Field(
        default=None,
        description="Ett eller några ord om vad det gäller, när någon annan gör det: sällskap. "
        "De står efter dennes namn, så länge det andra är infällt.",
    )
    unanswered: tuple[Line, ...] = Field(
        default=(),
        description="Det som rutinen inte svarar på i läsarens egen åtgärd, när en öppen fråga om den har meanwhile. "
        "Första raden är namnet på det infällda, de andra står före rådet.",
    )


class Easy(Part):
    """One role's page in few and common words. Who does what comes from the actions, never from here."""

    model_config = ConfigDict(title="Lätt att läsa")
    role: RoleId = Field(description="Rollen som sidan vänder sig till.")
    lines: tuple[Line, ...] = Field(min_length=1, description="Inledningen. En kort mening per rad.")
    roles: tuple[EasyRole, ...] = Field(default=(), description="De andra rollerna som sidan nämner.")
    steps: tuple[EasyStep, ...] = Field(min_length=1, description="Varje åtgärd och fråga som rör rollen.")


class Routine(Part):
    model_config = ConfigDict(title="Rutinen")
    site: Site = Field(description="Webbplatsens egna uppgifter.")
    organisation: Organisation = Field(description="Organisationen bakom rutinen.")
    source: SourceDocument = Field(description="Dokumentet som allt bygger på.")
    revisions: tuple[Revision, ...] = Field(min_length=1, description="Utgåvor, den senaste först.")
    accessibility: Accessibility = Field(description="Redogörelsen för webbplatsens tillgänglighet.")
    situations: tuple[Situation, ...] = Field(
        default=(), description="Situationer överst på startsidan. Utan dem står rollerna först."
    )
    roles: tuple[Role, ...] = Field(min_length=1, description="Rollerna, i den ordning som sidorna visar dem.")
    tracks: tuple[Track, ...] = Field(
        default=(),
        description="Spår som löper parallellt, högst åtta. Utan spår, eller med ett enda, visas inga.",
        # A rule says it, and what to do. Editors' programs are told.
        json_schema_extra={"maxItems": MOST_TRACKS},
    )
    sections: tuple[Section, ...] = Field(min_length=1, description="Källans avsnitt.")
    questions: tuple[Question, ...] = Field(default=(), description="Frågor som vägen beror på.")
    actions: tuple[Action, ...] = Field(min_length=1, description="Åtgärderna, i källans ordning.")
    emergency: tuple[EmergencyNumber, ...] = Field(
        min_length=1, max_length=2, description="Numren överst på varje sida, ett eller två."
    )
    guidance: tuple[Guidance, ...] = Field(default=(), description="Aktuell vägledning, skild från rutinen.")
    forms: tuple[Form, ...] = Field(
        default=(), description="Blad att fylla i för hand, som skrivs ut. De är våra, inte en del av rutinen."
    )
    log: LogSheet | None = Field(
        default=None,
        description="Loggbladet som skrivs ut. Utan nyckeln har det en rubrik och kolumner som passar de flesta.",
    )
    contacts: tuple[Contact, ...] = Field(default=(), description="Funktioner att ringa.")
    open_questions: tuple[OpenQuestion, ...] = Field(default=(), description="Det som källan lämnar öppet.")
    terms: tuple[Term, ...] = Field(default=(), description="Ord som förklaras där en roll först möter dem, och i A–Ö.")
    exceptions: tuple[Overruled, ...] = Field(
        default=(), description="Texter som ska stå kvar trots en språkregel, var och en med sitt skäl."
    )
    words: tuple[Keyword, ...] = Field(
        default=(),
        description="Ord som är rätt men som stavningskontrollen inte känner, ett per rad i bokstavsordning. "
        "Ett namn behöver inte stå här när det är organisationens, en kontakts eller en utgivares.",
    )
    easy: Easy | None = Field(default=None, description="Sidan Lätt att läsa. Utan nyckeln finns den inte.")

    @computed_field(description="Utgåvan som gäller.")
    @property
    def edition(self) -> Revision:
        """The revision in force: the first of the list."""
        return self.revisions[0]

    @property
    def decisions(self) -> tuple[tuple[int, Decision], ...]:
        """What has been decided since the source was adopted, with its place among the revisions, the oldest first."""
        found = [(i, revision.decision) for i, revision in enumerate(self.revisions) if revision.decision]
        return tuple((i, decision) for i, decision in reversed(found) if decision.date > self.source.date)

    @property
    def opening(self) -> Action | None:
        """What all begins with, if the routine says so."""
        return next((action for action in self.actions if action.opens), None)

    @property
    def timed(self) -> bool:
        """Whether a limit is counted from the time of the event."""
        return any(action.within and action.within.days is None and not action.within.after for action in self.actions)

    def __hash__(self) -> int:
        """Of what tells editions and sites apart, for much that is made of a routine is remembered by it and asked for
        again and again. Those that differ elsewhere are still not equal."""
        return hash((self.site, self.revisions))

    def role(self, id: str) -> Role:
        """The role with this id. Raises KeyError: the rules have seen to it that references hold."""
        return _by_id(self.roles, id)

    def contact(self, id: str) -> Contact:
        """The contact with this id."""
        return _by_id(self.contacts, id)

    def open_question(self, id: str) -> OpenQuestion:
        """The open question with this id."""
        return _by_id(self.open_questions, id)

    def section(self, id: str) -> Section:
        """The section with this label."""
        return _by_id(self.sections, id)

    def question(self, id: str) -> Question:
        """The question with this id."""
        return _by_id(self.questions, id)

    def action(self, id: str) -> Action:
        """The action with this id."""
        return _by_id(self.actions, id)

    @property
    def reader(self) -> str:
        """The id of the role that the easy page is for, or of the one who begins."""
        return self.easy.role if self.easy else (self.opening or self.actions[0]).responsible[0]

    @property
    def plain(self) -> Easy:
        """The easy words, none where there is no such page."""
        return self.easy or Easy.model_construct(role=self.reader, lines=(), roles=(), steps=())

    @property
    def numbered(self) -> bool:
        """Whether the source has numbers for its rows, all or some."""
        return any(action.row for action in self.actions)

    @property
    def strands(self) -> tuple[tuple[int, Track | None], ...]:
        """The tracks that go side by side, counted from 1; 0 and None is all of a routine that has not several."""
        return tuple(enumerate(self.tracks, 1)) if len(self.tracks) > 1 else ((0, None),)

    def track_of(self, action: Action) -> Track | None:
        """The track that the action's section belongs to, of several."""
        id = self.section(action.section).track
        return _by_id(self.tracks, id) if id and len(self.tracks) > 1 else None


T = TypeVar("T", Role, Section, Question, Action, Track, Contact, OpenQuestion)


def _by_id(items: tuple[T, ...], id: str) -> T:
    for item in items:
        if item.id == id:
            return item
    raise KeyError(id)
