"""Models of roles, situations, emergency numbers and contacts."""

from datetime import date

from pydantic import ConfigDict, Field

from routine.model.fields import ALSO, Basis, Date, Id, Keyword, Line, Phone, Text, Yes
from routine.model.part import Part
from routine.model.referring import ActionId, CallId, ContactId, OpenQuestionId, QuestionId, RoleId
from routine.model.telephone import says


class ReachedBy(Part):
    """The action that usually calls a role in.

    It never holds up the role itself: a role that is reached in another way begins.
    """

    model_config = ConfigDict(title="Så nås rollen")
    action: ActionId = Field(description="Åtgärden som brukar kalla in rollen.")
    text: Line | None = Field(
        default=None,
        description="Samma åtgärd till rollen, efter den ansvarigas namn: berättar för dig vad som har hänt. "
        "Utan nyckeln står åtgärdens egna ord.",
    )
    basis: Basis = Field(description="Om källan säger det (kalla) eller om det är vår läsning (tolkning).")
    open_question: OpenQuestionId | None = Field(
        default=None, description="Den öppna frågan som de andra ser när åtgärden har fallit bort och ingen har kallat."
    )


class Claim(Part):
    """A line of text and its basis, the source or our interpretation.

    A text beside an action or about a role is a claim, so that an interpretation can be marked.
    """

    model_config = ConfigDict(title="Uppgift")
    text: Line = Field(description="Uppgiften i ord.")
    basis: Basis = Field(description="kalla om källan säger det, tolkning om det är vår läsning.")


class CallAnswer(Part):
    model_config = ConfigDict(title="Svar i ett samtal")
    label: Line | None = Field(default=None, description="Svaret på knappen: Någon. Utan nyckeln står Ja eller Nej.")
    told: Line | None = Field(
        default=None, description="Svaret som en mening i texten till den som får veta: Hen är i säkerhet."
    )


class CallQuestion(Part):
    """A question asked in a call, and what its answer decides.

    A yes to one with an `action` says that the action is done; the answer to one with a `question` answers that.
    """

    model_config = ConfigDict(title="Fråga i ett samtal")
    ask: Line = Field(description="Frågan, som den ställs: Vem är hos dig nu?")
    action: ActionId | None = Field(default=None, description="Åtgärden som är gjord när svaret är ja.")
    question: QuestionId | None = Field(default=None, description="Frågan i rutinen som svaret gäller.")
    danger: Yes | None = Field(default=None, description="ja om ett nej betyder fara: då visas det första nödnumret.")
    yes: CallAnswer = Field(default=CallAnswer(), description="Det ena svaret.")
    no: CallAnswer = Field(default=CallAnswer(), description="Det andra svaret.")
    note: Line | None = Field(default=None, description="En rad under frågan.")


class Call(Part):
    """A call in which a role does its first action, and what it asks there."""

    model_config = ConfigDict(title="Samtal")
    action: ActionId = Field(description="Rollens åtgärd, som är gjord när samtalet är slut.")
    questions: tuple[CallQuestion, ...] = Field(min_length=1, description="Frågorna, i den ordning som de ställs.")


class Role(Part):
    model_config = ConfigDict(title="Roll")
    id: Id = Field(description="Rollens id, som också är sidans adress. Ändras aldrig efter publicering.")
    name: Line = Field(
        description="Rollens namn, med stor bokstav först. Inne i en mening får det liten, om det inte börjar som TiB, "
        "IT-chefen eller S-gruppen. Ett egennamn står därför inte först: Säkerhetschefen i Norrviken."
    )
    formerly: tuple[Keyword, ...] = Field(
        default=(), description="Namn som rollen har haft. Står ett av dem kvar i en text, säger kontrollen var."
    )
    also: tuple[Keyword, ...] = Field(default=(), description=ALSO)
    own: Line | None = Field(
        default=None, description="Namnet till den som har rollen, där rollen väljs: Du som har utsatts."
    )
    tab: Line = Field(description="Det som syns i webbläsarens flik och historik. Får inte avslöja ämnet.")
    summary: Line = Field(description="En rad under rollens namn, där rollen väljs och på checklistan.")
    starts: Claim | None = Field(default=None, description="När rollen börjar. Fortsätter meningen Du börjar när …")
    intro: Text = Field(description="Vad rollen innebär, till den som har den.")
    pocket: Yes | None = Field(
        default=None,
        description="ja om rollen har fickkort och planbokskort. Säger ingen roll det är det de som den första "
        "åtgärden (opens) når: den som gör den och den som får veta. Saknas den är det alla som ansvarar för något.",
    )
    limits: tuple[Claim, ...] = Field(default=(), description="Sådant som rollen inte behöver eller ska göra.")
    reached_by: ReachedBy | None = Field(
        default=None, description="Åtgärden som brukar kalla in rollen. Den hindrar aldrig rollen själv."
    )
    reach: tuple[CallId, ...] = Field(
        default=(),
        description="Roller och kontakter som rollen behöver nå, med id, i den ordning som de står på dess utskrifter. "
        "Det som inte har något nummer får rader att skriva på. Utan nyckeln står alla kontakter där. På kortet får "
        "högst tre kontakter plats: utan nyckeln först de som kortets steg vänder sig till.",
    )
    call: Call | None = Field(
        default=None, description="Samtalet som rollen börjar med i guiden. Utan nyckeln börjar den med sina steg."
    )
    public: Yes | None = Field(
        default=None,
        description="ja om det som skickas till rollen blir en allmän handling. Det sägs då där en text lämnas över.",
    )


class Aside(Part):
    """A way through the guide for somebody who cannot turn to a role."""

    model_config = ConfigDict(title="Väg förbi en roll")
    role: RoleId = Field(description="Rollen som ställs åt sidan. Den nämns inte mer på den vägen.")
    heading: Line = Field(description="Det första som läsaren ser.")
    advice: Line = Field(description="Vem läsaren kan vända sig till i stället.")
    say: Line = Field(description="Orden att säga då.")
    lead: Line = Field(description="Det som står före listan: Be rektorn om det här.")
    instead: tuple[Line, ...] = Field(min_length=1, description="Det som läsaren då själv ber om, en sak per rad.")


class Situation(Part):
    """A reader's situation in her own words, and the one thing it leads to."""

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
    aside: Aside | None = Field(
        default=None,
        description="Vägen i guiden för den som inte kan vända sig till en av rollerna. Bara med open_question: den "
        "som läser är den som den första åtgärden (opens) hör till.",
    )


class EmergencyNumber(Part):
    model_config = ConfigDict(title="Nödnummer")
    number: Phone = Field(description="Numret, som det läses.")
    label: Line = Field(description="När man ringer, i högst fyra ord.")
    advice: Line = Field(description="Vad man säger eller gör.")
    also: tuple[Keyword, ...] = Field(default=(), description=ALSO)

    @property
    def advised(self) -> str:
        """Return the advice with its number in front.

        For a place apart from the number. Advice that says the number itself is returned as it is.
        """
        return self.advice if says(self.advice, self.number) else f"{self.number}: {self.advice}"


class Contact(Part):
    model_config = ConfigDict(title="Kontakt")
    id: Id = Field(description="Kontaktens id.")
    function: Line = Field(description="En funktion, aldrig en persons namn.")
    label: Line | None = Field(
        default=None, description="Det som skiljer flera kontakter för samma roll åt, till exempel verksamhetens namn."
    )
    also: tuple[Keyword, ...] = Field(default=(), description=ALSO)
    role: RoleId | None = Field(default=None, description="Rollen som kontakten hör till.")
    number: Phone | None = Field(
        default=None,
        description="Funktionens nummer. Utelämnas tills det är känt, och tas bort när det inte längre gäller.",
    )
    hours: Line | None = Field(
        default=None,
        description="När numret svarar, efter ordet Öppet: alla dagar 9–19.",
    )
    valid_until: Date | None = Field(default=None, description="Sista dagen som numret gäller utan ny kontroll.")
    ask: Line = Field(description="Vem man frågar när numret saknas eller inte svarar.")
    basis: Basis = Field(description="Om källan säger vem man frågar (kalla) eller om det är vår läsning (tolkning).")

    @property
    def rung_until(self) -> date | None:
        """Return the last day of the number, None if there is no number."""
        return self.valid_until if self.number else None

    @property
    def title(self) -> str:
        """Return the function and its label: `Jouren, natt`.

        The label tells it from other contacts of the same role.
        """
        return f"{self.function}, {self.label}" if self.label else self.function
