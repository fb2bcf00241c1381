"""Facts of the adopted document, row by row, and later decisions.

The routine is checked against them. They are facts and never sentences, since the words on the pages are our own. No
page shows the rows; the page about the site shows the decisions. Each kind of fact has a model of its own here, since
the routine's model may say more than the source does.
"""

from pydantic import ConfigDict, Field

from routine.model.fields import Answer, Count, Date, Keyword, Line, Mode, Removable, RowIs, Unit, Yes
from routine.model.part import Part
from routine.model.referring import PastActionId, PastQuestionId, PastRoleId, PastSectionId

WITHOUT_ROWS = "Har källan inga rader: skriv approval i stället för decision."


class Consultation(Part):
    model_config = ConfigDict(title="Källans samråd")
    mode: Mode = Field(description="alla om alla ska vara med, nagon om en eller flera räcker (och/eller).")
    roles: tuple[PastRoleId, ...] = Field(min_length=1, description="Rollerna som källan säger ska tillfrågas.")


class Stated(Part):
    model_config = ConfigDict(title="Källans villkor")
    question: PastQuestionId = Field(description="Frågans id i rutinen.")
    answer: Answer = Field(description="Svaret som källan säger att åtgärden hänger på.")
    answered_by: tuple[PastRoleId, ...] = Field(
        default=(), description="Den eller de som källan säger svarar på frågan. Utan nyckeln säger den inte vem."
    )


class Period(Part):
    model_config = ConfigDict(title="Källans tidsgräns")
    count: Count = Field(description="Hur många timmar, dagar eller veckor källan säger.")
    unit: Unit = Field(description="timmar, dagar eller veckor, räknat från händelsen eller från en åtgärd.")
    after: PastActionId | None = Field(
        default=None, description="Åtgärdens id, om källan räknar från en åtgärd och inte från händelsen."
    )


class Row(Part):
    model_config = ConfigDict(title="Källans rad")
    row: Count = Field(
        description="Radens nummer i källans tabell. Har källan inga nummer: era egna, från 1 i dess ordning, här och "
        "i rutinen."
    )
    section: PastSectionId = Field(description="Avsnittets beteckning.")
    responsible: tuple[PastRoleId, ...] = Field(min_length=1, description="Den eller de som ansvarar.")
    jointly: Yes | None = Field(default=None, description="ja om källan säger att de som ansvarar gör det i samråd.")
    consulted: Consultation | None = Field(default=None, description="De som den ansvariga samråder med.")
    proxy: PastRoleId | None = Field(default=None, description="Den som kan göra åtgärden i stället.")
    participants: tuple[PastRoleId, ...] = Field(default=(), description="De som är med utan att ansvara.")
    conditions: tuple[Stated, ...] = Field(
        default=(), description="Villkoren som källan själv säger. Våra tolkningar står bara i rutinen."
    )
    within: Period | None = Field(default=None, description="Tidsgränsen.")
    groups: Count | None = Field(default=None, description="Hur många målgrupper källan ger som exempel.")
    says: tuple[Keyword, ...] = Field(
        default=(), description="Ord som åtgärden måste innehålla, hela eller som del av ett ord."
    )


class Adopted(Part):
    model_config = ConfigDict(title="Det antagna dokumentet")
    date: Date | None = Field(
        default=None, description="Dagen som dokumentet är från, det som raderna är avskrivna ur: samma som i source."
    )
    rows: tuple[Row, ...] = Field(
        min_length=1,
        description="Källans rader, med det som källan säger och inget annat. Har källan inga rader att jämföra med "
        "behövs inte filen: ta bort den.",
    )


class Change(Part):
    model_config = ConfigDict(title="Ändring i ett beslut")
    row: Count = Field(description=f"Radens nummer i källans tabell. {WITHOUT_ROWS}")
    row_is: RowIs | None = Field(
        default=None, description="ny om hela raden kommer till, borttagen om hela raden tas bort. Annars utan nyckeln."
    )
    section: PastSectionId | None = Field(default=None, description="Radens nya avsnitt.")
    responsible: tuple[PastRoleId, ...] | None = Field(
        default=None, min_length=1, description="De som nu ansvarar, alla."
    )
    jointly: Yes | None = Field(default=None, description="ja om de som ansvarar nu gör det i samråd.")
    consulted: Consultation | None = Field(default=None, description="De som den ansvariga nu samråder med.")
    proxy: PastRoleId | None = Field(default=None, description="Den som nu kan göra åtgärden i stället.")
    participants: tuple[PastRoleId, ...] | None = Field(
        default=None, min_length=1, description="De som nu är med, alla."
    )
    conditions: tuple[Stated, ...] | None = Field(default=None, min_length=1, description="Villkoren som nu gäller.")
    within: Period | None = Field(default=None, description="Tidsgränsen som nu gäller.")
    groups: Count | None = Field(default=None, description="Hur många målgrupper som nu är exempel.")
    says: tuple[Keyword, ...] | None = Field(
        default=None, min_length=1, description="Orden som åtgärden nu ska innehålla."
    )
    removed: tuple[Removable, ...] = Field(default=(), description="Det som beslutet tar bort från raden, som within.")


class Decision(Part):
    model_config = ConfigDict(title="Beslut")
    body: Line = Field(description="Vem som beslutade.")
    date: Date = Field(
        description="Dagen för beslutet. Ett beslut som inte är senare än källan är historia och ändrar inget."
    )
    reference: Line = Field(description="Var beslutet står, som § 12.")
    changes: tuple[Change, ...] = Field(
        min_length=1, description=f"Vad beslutet ändrar, en post för varje rad. {WITHOUT_ROWS}"
    )
