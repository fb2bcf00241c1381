"""Models of actions and questions, their roles and their dependencies."""

from typing import Literal

from pydantic import ConfigDict, Field, computed_field

from routine.model import numerals
from routine.model.fields import (
    ALSO,
    ANSWERS,
    Answer,
    At,
    Basis,
    Count,
    Id,
    Keyword,
    Label,
    Line,
    Mode,
    Own,
    Text,
    Unit,
    Yes,
)
from routine.model.part import Part
from routine.model.people import Claim
from routine.model.referring import (
    ActionId,
    EmergencyCall,
    GuidanceId,
    OpenQuestionId,
    QuestionId,
    RoleId,
    SectionId,
    TrackId,
)

# The most tracks that can be told apart by their lines alone.
MOST_TRACKS = 8
EMPHASIS = "De viktigaste orden i text, ordagrant. De står med fet stil på checklistan."
RolePart = Literal["own", "with", "consulted", "for"]


class Track(Part):
    model_config = ConfigDict(title="Spår")
    id: Id = Field(description="Spårets id.")
    title: Line = Field(description="Spårets namn.")
    number: Label | None = Field(default=None, description="Spårets beteckning i källan, om det har en: 3.1 eller A.")
    basis: Basis = Field(description="kalla om källan säger det, tolkning om det är vår läsning.")

    @property
    def label(self) -> str:
        """Return the title with any label in the source: `Stöd · 3.2`."""
        return f"{self.title} · {numerals.unbroken(self.number)}" if self.number else self.title


class SectionPaper(Part):
    model_config = ConfigDict(title="Avsnittet på en rolls checklista")
    role: RoleId = Field(description="Rollens id.")
    title: Line = Field(description="Rubriken över rollens steg, efter vad de är till för: Lämna inte eleven ensam.")
    lead: Line | None = Field(
        default=None,
        description="Början som stegen har gemensamt, med kolon sist: Se till att eleven har: "
        "Varje steg skrivs då med paper, så att det fortsätter den.",
    )


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
    later: Yes | None = Field(
        default=None,
        description="ja om avsnittet kan vänta den första kvällen. Guiden visar det då under Senare. Ordningen är vår.",
    )
    ask: Line | None = Field(
        default=None, description="Frågan före avsnittets steg i guiden: Ska någon informeras? Den svarar Ja på dem."
    )
    paper: tuple[SectionPaper, ...] = Field(
        default=(), description="Avsnittet på rollers checklistor. Utan post står title där."
    )

    @property
    def label(self) -> str:
        """Return the label in the source, on one line: `§ 7`."""
        return numerals.unbroken(self.id)


class Condition(Part):
    model_config = ConfigDict(title="Villkor")
    question: QuestionId = Field(description="Frågans id.")
    answer: Answer = Field(description="Svaret som gör att steget gäller.")
    text: Line = Field(description="Villkoret i ord, som det står intill steget.")
    basis: Basis = Field(description="Om källan säger villkoret (kalla) eller om det är vår läsning (tolkning).")


class ActionCondition(Condition):
    """A condition of an action.

    `own` words it for the role that answers the question, whose action it often is not.
    """

    model_config = ConfigDict(title="Villkor för en åtgärd")
    own: Line | None = Field(
        default=None,
        description="Villkoret till den som svarar på frågan, i du-form: om du har bestämt det. "
        "Bara där en enda roll svarar.",
    )


class After(Part):
    """A dependency of a step on an action that must be over first.

    Order alone is no dependency.
    """

    model_config = ConfigDict(title="Väntan")
    action: ActionId = Field(description="Åtgärden som först ska vara klar, eller inte aktuell.")
    text: Line = Field(description="Väntan i ord, som den står intill steget: efter det första samtalet.")
    basis: Basis = Field(description="Om källan säger att det är så (kalla) eller om det är vår läsning (tolkning).")


class ActionAfter(After):
    """A dependency of an action on another action.

    With `only_if_done`, skipping the other action cancels this one, which may have nothing left to do. A question
    always stays, since other steps depend on its answer.
    """

    model_config = ConfigDict(title="Väntan för en åtgärd")
    only_if_done: Yes | None = Field(
        default=None,
        description="ja om steget faller bort när åtgärden hoppas över som inte aktuell: "
        "ett samtal som inte har hållits kan inte dokumenteras.",
    )


class Informed(Part):
    """A role that may report an answer that another role gives."""

    model_config = ConfigDict(title="Den som kan berätta svaret")
    role: RoleId = Field(description="Rollens id.")
    own: Line | None = Field(
        default=None,
        description="Frågan till den rollen, i du-form: Vill du att vi ringer? Utan nyckeln är det frågans text.",
    )
    otherwise: Line | None = Field(
        default=None,
        description="Det som rollen inte gör utan det svar som hennes steg hänger på, på checklistan: Ring inte.",
    )
    basis: Basis = Field(
        description="Om källan säger att rollen får veta (kalla) eller om det är vår läsning (tolkning)."
    )


class Notified(Part):
    """A role that an action informs and that may then take over.

    Without `what` the action's own words say what it is told.
    """

    model_config = ConfigDict(title="Den som får veta och tar vid")
    role: RoleId = Field(description="Rollens id.")
    what: Line | None = Field(
        default=None,
        description="Vad rollen får veta, efter dess namn: får veta vad som har hänt. "
        "Utan nyckeln står åtgärdens egna ord på sidan Vem får veta vad.",
    )
    basis: Basis = Field(
        description="Om källan säger att rollen får veta (kalla) eller om det är vår läsning (tolkning)."
    )


class Receiver(Part):
    """A recipient that an action informs and that takes over nothing.

    Most have no role: the police, the media.
    """

    model_config = ConfigDict(title="Den som får veta utan att ta vid")
    who: Line | None = Field(
        default=None,
        description="Den som får veta och inte har någon roll, med stor bokstav först: Polisen. "
        "En funktion eller en grupp, aldrig en persons namn. Inte ett egennamn först, för inne i en mening får det "
        "liten bokstav: Säkerhetspolisen, inte Säpo.",
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
    """The time of a question asked before anything else has begun."""

    model_config = ConfigDict(title="När frågan ställs")
    at: At = Field(description="start om frågan kan besvaras direkt, innan något annat har börjat.")
    basis: Basis = Field(description="Om källan säger det (kalla) eller om det är vår läsning (tolkning).")


class Meaning(Part):
    """The consequence of an answer, explained to the one who gives it.

    Whoever makes a choice must know what it leads to.
    """

    model_config = ConfigDict(title="Vad svaret innebär")
    answer: Answer = Field(description="Svaret som förklaras: ja eller nej. Varje svar förklaras högst en gång.")
    text: Line = Field(description="Vad svaret innebär, i en rad till den som svarar.")
    basis: Basis = Field(description="Om källan säger det (kalla) eller om det är vår läsning (tolkning).")
    then: tuple[Claim, ...] = Field(default=(), description="Det som gäller efter svaret, en sak per rad.")
    guidance: tuple[GuidanceId, ...] = Field(
        default=(), description="Vägledning som hjälper efter svaret, med dess id."
    )


class Said(Part):
    """The wording of an answer for the one who gives it.

    She hands it over herself.
    """

    model_config = ConfigDict(title="Svaret i ord")
    answer: Answer = Field(description="Svaret: ja eller nej. Varje svar har högst en post.")
    text: Line = Field(
        description="Det som den som svarar säger till den som ska få veta, i jag-form: "
        "Jag vill att du polisanmäler händelsen."
    )
    basis: Basis = Field(description="Om källan säger det (kalla) eller om orden är våra (tolkning).")


class DecisionPaper(Part):
    model_config = ConfigDict(title="Beslutet på checklistan")
    text: Line = Field(description="Frågan, som efter orden Du bestämmer: Ska vi ringa.")
    after_yes: Line = Field(description="Vad som händer efter ja, i en eller två korta meningar.")
    after_no: Line = Field(description="Vad som händer efter nej, och om svaret kan ändras.")
    undecided: Line | None = Field(default=None, description="Vad som händer så länge inget är bestämt.")
    calm: Line | None = Field(default=None, description="Det som gäller vad svaret än är. Det står med fet stil.")
    notes: tuple[Line, ...] = Field(
        default=(),
        description="Annat som den som bestämmer behöver veta, en sak per rad. Vägledning säger vems den är.",
    )


class Question(Part):
    model_config = ConfigDict(title="Fråga")
    id: Id = Field(description="Frågans id.")
    text: Line = Field(description="Frågan, så att den kan besvaras med Ja eller Nej.")
    own: Line | None = Field(
        default=None, description="Samma fråga till den som svarar, i du-form. Bara där en enda roll svarar."
    )
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
        default=(),
        description="Vad svaren innebär, till den som svarar. Ett svar utan post får ingen förklaring. Förklaras både "
        "ja och nej visas frågan som ett val: Det här bestämmer du. En fråga om hur något är, som Är du i fara, ska "
        "därför inte ha båda.",
    )
    said: tuple[Said, ...] = Field(
        default=(),
        description="Svaren i ord, för den som svarar att lämna över i guiden. "
        "Ett svar utan post lämnas över som frågan med svaret efter.",
    )
    paper: DecisionPaper | None = Field(
        default=None, description="Valet på checklistan, i få ord. Utan nyckeln står means där."
    )
    open_questions: tuple[OpenQuestionId, ...] = Field(default=(), description="Öppna frågor som rör det här valet.")

    def asked_of(self, role: str) -> str:
        """Return the question as worded for a role.

        The roles that answer it, and those that are told the answer, may have words of their own.
        """
        if role in self.answered_by:
            return self.own or self.text
        return next((item.own for item in self.heard_by if item.role == role and item.own), self.text)

    @property
    def decided(self) -> bool:
        """Return whether the question is a choice, and not about a fact.

        Both answers of a choice are explained, since whoever makes it must know what each leads to.
        """
        return len(self.means) == len(ANSWERS)


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
    paper: Line | None = Field(default=None, description="Samma sak i få ord, på papper. Utan nyckeln står text där.")


class Participant(Told):
    """A role that acts without being responsible.

    It has words of its own, since those of the responsible role are not hers to say.
    """

    model_config = ConfigDict(title="Den som deltar")
    wallet: Line | None = Field(
        default=None, description="Samma sak i korthet, på planbokskortet. Utan nyckeln står det inte där."
    )
    emphasis: Keyword | None = Field(default=None, description=EMPHASIS)
    say: tuple[Claim, ...] = Field(
        default=(),
        description="Ord att säga, för den som deltar. "
        "Orden är alltid våra: basis säger om källan kräver att det sägs.",
    )
    ask: Line | None = Field(
        default=None, description="Steget som en fråga, som rubrik i guiden: Vem vill du ha hos dig?"
    )
    ticked: Line | None = Field(
        default=None, description="Orden på knappen när det är gjort: Jag har ringt. Utan nyckeln: Det är gjort."
    )


class Proxy(Participant):
    """A delegate, who may act in place of the responsible role.

    A class of its own for its title, which editors read.
    """

    model_config = ConfigDict(title="Den som gör det i stället")
    unasked: Yes | None = Field(
        default=None,
        description="ja om den kan göra åtgärden utan att någon ber om det, som när vem som helst kan larma. "
        "Utan nyckeln står det på sidor och papper att den gör det bara om den blir ombedd.",
    )
    first: tuple[Line, ...] = Field(
        default=(), description="Det som den frågar först, i guiden: Vad får jag säga?"
    )
    asked: Line | None = Field(default=None, description="Det som den själv får frågor om: Är hen i säkerhet?")
    then: Line | None = Field(default=None, description="Det som den gör sedan: Berätta för hen att du har berättat.")


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
        """Return the limit in hours, for sorting limits.

        A limit of days or weeks is counted in days all the same: a day on which the clocks change is one day.
        """
        return numerals.hours(self.count, self.unit)

    @computed_field(description="Gränsen i dagar efter dagen som den räknas från. null om den är i timmar.")
    @property
    def days(self) -> int | None:
        """Return the limit in days after the day that it is counted from.

        None for a limit in hours, which is counted from the time.
        """
        return None if self.unit == "timmar" else self.hours // 24

    @computed_field(description="Gränsen i ord. Räknas den från en åtgärd säger after vilken.")
    @property
    def text(self) -> str:
        """Render the limit: `inom två veckor efter händelsen`.

        For a limit that is counted from an action, `wording.limit` renders all of it.
        """
        period = f"inom {numerals.period(self.count, self.unit)}"
        return period if self.after else f"{period} efter händelsen"


class Group(Part):
    """A group of actions that are done in one contact.

    They have the same owners and the same conditions.
    """

    model_config = ConfigDict(title="Grupp")
    id: Id = Field(description="Gruppens id, detsamma på alla dess åtgärder.")
    basis: Basis = Field(description="Om källan för ihop dem (kalla) eller om det är vår läsning (tolkning).")


class Dial(Part):
    """The emergency number to ring for an action.

    It repeats one of the numbers under `emergency`, as a rule checks: no number is known to this action only.
    """

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
        description="Den som ansvarar. Flera betyder delat ansvar. Gör de det i samråd sägs det med jointly.",
        # A rule checks it, more kindly than a type can; the schema only tells editors' programs.
        json_schema_extra={"minItems": 1},
    )
    responsible_basis: Basis = Field(
        default="kalla",
        description="Om källan säger vem som ansvarar (kalla) eller om det är vår läsning (tolkning). "
        "Utan nyckeln är det källan.",
    )
    jointly: Basis | None = Field(
        default=None,
        description="Om de som delar ansvaret gör det i samråd: kalla om källan säger det, tolkning om det är vår "
        "läsning. Utan nyckeln sägs bara att ansvaret är delat.",
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
        default=None,
        description="Åtgärden i korthet, på planbokskortet. Utan nyckeln står den inte där. Har ingen av rollens "
        "åtgärder nyckeln står de första där.",
    )
    paper: Line | None = Field(
        default=None,
        description="Åtgärden på checklistan, i högst tolv ord och en kort mening till. Villkor, tidsgräns, samråd och "
        "vilka som delar ansvaret skrivs dit av sig själva. Utan nyckeln står text och detail där.",
    )
    short: Line | None = Field(
        default=None, description="Åtgärden i några få ord, på sidan Hela rutinen. Utan nyckeln står text där."
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
        "kalla om källan säger att den är först, tolkning om det är vår läsning. "
        "I guiden håller den upp alla andra steg för den som gör den: de står under Sedan tills den är gjord, "
        "också de som inte väntar på något. Bara frågor med asked står bredvid.",
    )
    group: Group | None = Field(default=None, description="Åtgärder som görs i samma kontakt har samma grupp.")
    conditions: tuple[ActionCondition, ...] = Field(default=(), description="Villkor som alla ska vara uppfyllda.")
    ask: Line | None = Field(
        default=None, description="Steget som en fråga, som rubrik i guiden: Vem vill du ha hos dig?"
    )
    ticked: Line | None = Field(
        default=None, description="Orden på knappen när det är gjort: Jag har ringt. Utan nyckeln: Det är gjort."
    )
    thanks: Line | None = Field(
        default=None, description="Det första som guiden säger när åtgärden som allt börjar med är gjord."
    )
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
    after: tuple[ActionAfter, ...] = Field(
        default=(), description="Det som åtgärden väntar på. Utan nyckeln väntar den inte på något."
    )
    open_questions: tuple[OpenQuestionId, ...] = Field(default=(), description="Öppna frågor som rör åtgärden.")

    @computed_field(description="Om flera roller delar ansvaret.")
    @property
    def shared(self) -> bool:
        """Return whether several roles are responsible together."""
        return len(self.responsible) > 1

    @property
    def invited(self) -> tuple[Participant, ...]:
        """Return the proxy, then the participants.

        They may be asked to take part without being responsible.
        """
        return (*((self.proxy,) if self.proxy else ()), *self.participants)

    def chosen(self, role: str) -> bool:
        """Return whether the action lets somebody choose who has the role."""
        return any(item.chosen_by and item.role == role for item in self.tells)

    def chooses(self, role: str) -> bool:
        """Return whether the role chooses a recipient of the action."""
        return any(item.chosen_by == role for item in self.tells)

    @property
    def calls(self) -> tuple[str, ...]:
        """Return the roles that the action informs according to the source."""
        return tuple(item.role for item in self.informs if item.basis == "kalla")

    def part_of(self, role: str) -> RolePart | None:
        """Return the role's part in the action, None if it has none.

        A role has its `own` action, takes part `with` others or as the proxy, is `consulted`, or has the action done
        `for` it.
        """
        if role in self.responsible:
            return "own"
        if any(told.role == role for told in self.invited):
            return "with"
        if self.consulted and role in self.consulted.roles:
            return "consulted"
        return "for" if any(told.role == role for told in self.helps) else None
