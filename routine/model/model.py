"""The domain model: a routine, typed and frozen.

It has no input, no output and no positions. The descriptions are Swedish because editors read them: in the schema's
hover help and in the field reference.
"""

from functools import cached_property
from typing import Self, TypeVar

from pydantic import ConfigDict, Field

from routine.model.about import Accessibility, Organisation, Revision, Site, SourceDocument, Withdrawal
from routine.model.adopted import Decision
from routine.model.beside import Easy, Form, Guidance, LogSheet, OpenQuestion, Overruled, Term
from routine.model.fields import Keyword
from routine.model.part import Part
from routine.model.people import Contact, EmergencyNumber, Role, Situation
from routine.model.steps import MOST_TRACKS, Action, Question, Section, Track


class Routine(Part):
    model_config = ConfigDict(title="Rutinen")
    site: Site = Field(description="Webbplatsens egna uppgifter.")
    organisation: Organisation = Field(description="Organisationen bakom rutinen.")
    source: SourceDocument = Field(description="Dokumentet som allt bygger på.")
    revisions: tuple[Revision, ...] = Field(min_length=1, description="Utgåvor, den senaste först.")
    withdrawn: Withdrawal | None = Field(
        default=None,
        description="Att rutinen är upphävd, ersatt eller pausad. Det säger alla sidor och blad, och svaret på varje "
        "kod. Utan nyckeln gäller rutinen.",
    )
    accessibility: Accessibility = Field(description="Redogörelsen för webbplatsens tillgänglighet.")
    situations: tuple[Situation, ...] = Field(
        default=(), description="Situationer överst på startsidan. Utan dem står rollerna först."
    )
    roles: tuple[Role, ...] = Field(min_length=1, description="Rollerna, i den ordning som sidorna visar dem.")
    tracks: tuple[Track, ...] = Field(
        default=(),
        description="Spår som löper parallellt, högst åtta. Utan spår, eller med ett enda, visas inga.",
        # A rule checks it, with advice; the schema only tells editors' programs.
        json_schema_extra={"maxItems": MOST_TRACKS},
    )
    sections: tuple[Section, ...] = Field(min_length=1, description="Källans avsnitt.")
    questions: tuple[Question, ...] = Field(default=(), description="Frågor som vägen beror på.")
    actions: tuple[Action, ...] = Field(min_length=1, description="Åtgärderna, i källans ordning.")
    emergency: tuple[EmergencyNumber, ...] = Field(
        min_length=1,
        max_length=2,
        description="Numren överst på varje sida, ett eller två. Det första är för akut fara. De kallas nödnummer: "
        "en reception eller växel hör hemma under contacts.",
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
    terms: tuple[Term, ...] = Field(
        default=(), description="Ord som förklaras där en roll först möter dem, och på sidan Om."
    )
    exceptions: tuple[Overruled, ...] = Field(
        default=(), description="Texter som ska stå kvar trots en språkregel, var och en med sitt skäl."
    )
    words: tuple[Keyword, ...] = Field(
        default=(),
        description="Ord som är rätt men som stavningskontrollen inte känner, ett per rad i bokstavsordning. "
        "Ett namn behöver inte stå här när det är organisationens, en kontakts eller en utgivares.",
    )
    easy: Easy | None = Field(default=None, description="Sidan Kort och enkelt. Utan nyckeln finns den inte.")

    @property
    def latest(self) -> Revision:
        """Return the revision written last, in force or not yet.

        The record tells, by its codes, which one is in force.
        """
        return self.revisions[0]

    @property
    def decisions(self) -> tuple[tuple[int, Decision], ...]:
        """Return the decisions made since the source was adopted.

        Each comes with its index among the revisions, the oldest decision first.
        """
        found = [(i, revision.decision) for i, revision in enumerate(self.revisions) if revision.decision]
        return tuple((i, decision) for i, decision in reversed(found) if decision.date > self.source.date)

    @property
    def opening(self) -> Action | None:
        """Return the action that opens a case, if the routine names one."""
        return next((action for action in self.actions if action.opens), None)

    @property
    def dated(self) -> bool:
        """Return whether a limit is counted from the event."""
        return any(action.within and not action.within.after for action in self.actions)

    @property
    def timed(self) -> bool:
        """Return whether a limit is counted from the time of the event."""
        return any(action.within and action.within.days is None and not action.within.after for action in self.actions)

    def __hash__(self) -> int:
        """Return the hash of all fields, computed once.

        Much that is made of a routine is cached by it and looked up again and again. The hash of a part alone would be
        the same after a change elsewhere, and each look-up would compare the two routines.
        """
        return self._digest

    def __copy__(self) -> Self:
        """Copy the routine without its computed hash.

        A copy that gets other values must be hashed anew.
        """
        copied = super().__copy__()
        copied.__dict__.pop("_digest", None)
        return copied

    @cached_property
    def _digest(self) -> int:
        return hash(tuple(getattr(self, name) for name in Routine.model_fields))

    def role(self, id: str) -> Role:
        """Return the role with this id.

        Raises KeyError if there is none: the rules have checked that references hold.
        """
        return _by_id(self.roles, id)

    def contact(self, id: str) -> Contact:
        return _by_id(self.contacts, id)

    def open_question(self, id: str) -> OpenQuestion:
        return _by_id(self.open_questions, id)

    def section(self, id: str) -> Section:
        """Return the section with this label, which is its id."""
        return _by_id(self.sections, id)

    def question(self, id: str) -> Question:
        return _by_id(self.questions, id)

    def action(self, id: str) -> Action:
        return _by_id(self.actions, id)

    @property
    def reader(self) -> str:
        """Return the id of the role that the easy-to-read page is for.

        Without such a page, the first role that is responsible for the opening action, or else for the first action.
        """
        return self.easy.role if self.easy else (self.opening or self.actions[0]).responsible[0]

    @property
    def plain(self) -> Easy:
        """Return the easy-to-read texts, empty if there is no such page."""
        return self.easy or Easy.model_construct(role=self.reader, heading=None, lines=(), parts=())

    @property
    def numbered(self) -> bool:
        """Return whether the source has numbers for its rows, all or some."""
        return any(action.row for action in self.actions)

    @property
    def strands(self) -> tuple[tuple[int, Track | None], ...]:
        """Return the parallel tracks, numbered from 1.

        If there are not several, the only pair is 0 and None, for the whole routine.
        """
        return tuple(enumerate(self.tracks, 1)) if len(self.tracks) > 1 else ((0, None),)

    def track_of(self, action: Action) -> Track | None:
        """Return the track of the action's section, if there are several."""
        id = self.section(action.section).track
        return _by_id(self.tracks, id) if id and len(self.tracks) > 1 else None


T = TypeVar("T", Role, Section, Question, Action, Track, Contact, OpenQuestion)


def _by_id(items: tuple[T, ...], id: str) -> T:
    for item in items:
        if item.id == id:
            return item
    raise KeyError(id)
