"""From a routine to everything that is printed: what the pages' views say, as the matter of each sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from routine.domain import wording
from routine.domain.fields import Basis
from routine.domain.model import Action, Contact, Role, Routine
from routine.domain.wording import ours
from routine.layout import FONT_SIZE
from routine.print.matter import (
    MARKED,
    OURS,
    BookletMatter,
    ChecklistMatter,
    Flow,
    Function,
    LogMatter,
    Number,
    Printed,
    SheetGroup,
    SheetRow,
    SheetWords,
    TableRow,
    TrackList,
    TrackTable,
    WalletMatter,
    WholeMatter,
)
from routine.reading.nodes import Path
from routine.views import addresses as at
from routine.views.checklist import checklist
from routine.views.facts import Phrase
from routine.views.flowchart import LEGEND, WAIT, flowchart
from routine.views.parts import AskCard, Card, TrackPart
from routine.views.readings import readings
from routine.views.whole import whole

LOG_ROWS = 16
MOST_OF_A_ROLE = 2  # contacts of one role that stand on a sheet; of more there is a line to write on
WALLET_CONTACTS = 3


@lru_cache(maxsize=4)
def printed(routine: Routine) -> tuple[Printed, ...]:
    """Everything that is printed for a routine."""
    return (
        *(sheet for at, role in enumerate(routine.roles) for sheet in _of(routine, role, ("roles", at))),
        Printed(at.WHOLE_SHEET, "Hela rutinen", "", "whole", _whole(routine)),
        Printed(at.LOG_SHEET, "Logg", "", "log", _log()),
    )


def _of(routine: Routine, role: Role, place: Path) -> tuple[Printed, ...]:
    page = _checklist(routine, role)
    booklet = _booklet(page)
    return (
        Printed(at.checklist_sheet(role.id), "Checklista", role.name, "checklist", page, place),
        Printed(at.booklet_sheet(role.id), "Fickkort", role.name, "booklet", booklet, place),
        Printed(at.linear_sheet(role.id), "Fickkort", role.name, "booklet", booklet, place, linear=True),
        Printed(
            at.wallet_sheet(role.id),
            "Kort för plånboken",
            role.name,
            "wallet",
            _wallet(routine, role, page),
            place,
        ),
    )


def _booklet(page: ChecklistMatter) -> BookletMatter:
    """What the checklist says, without who and when."""
    groups = (*(group for track in page.tracks for group in track.groups), *page.lists)
    answers = SheetGroup(
        page.words.decide, "", "", tuple(SheetRow(question, "Ja eller nej?") for question in page.questions)
    )
    return BookletMatter(
        page.words,
        "Fickkort",
        page.title,
        page.numbers,
        page.urgent,
        (*groups, *((answers,) if page.questions else ())),
        page.contacts,
        page.ours,
    )


def _checklist(routine: Routine, role: Role) -> ChecklistMatter:
    view = checklist(routine, role.id)
    asked = tuple(SheetRow(line.marked) for line in view.asked)
    return ChecklistMatter(
        words=SheetWords(),
        title=role.name,
        name=f"Checklista, {wording.inside(role.name)}",
        lead=view.only_asked or "Bocka av det du har gjort. Skriv vem som gjorde det och när.",
        numbers=tuple(Number(number.number, number.label) for number in view.emergency),
        urgent=tuple(point for item in view.steps for point in item.points)
        or tuple(number.advice for number in view.emergency),
        tracks=tuple(_track(part) for part in view.tracks),
        lists=(SheetGroup(view.asked_title, "", "", asked),) if asked else (),
        questions=tuple(_asked(question) for question in view.questions),
        contacts=_functions(view.contacts),
        ours=_ours(routine),
    )


def _functions(contacts: tuple[Contact, ...]) -> tuple[Function, ...]:
    """One line for each function; of a role with several contacts each, as long as there are few."""
    several = Counter(contact.role for contact in contacts if contact.role)
    found: dict[str, Function] = {}
    for contact in contacts:
        crowded = contact.role is not None and several[contact.role] > MOST_OF_A_ROLE
        name = contact.function if crowded else contact.title
        found.setdefault(name, Function(name, "" if crowded else contact.number or ""))
    return tuple(found.values())


def _asked(question: AskCard) -> str:
    """With when it is asked, and what it waits for."""
    held = (f"{wording.capital(phrase.marked)}." for phrase in question.conditions)
    return " ".join((wording.marked(question.text, question.reading), *held))


def _ours(routine: Routine) -> str:
    """Whose the words are, and what the mark of a reading means: once a sheet."""
    return f"{OURS} {MARKED}" if readings(routine) else OURS


def _wallet(routine: Routine, role: Role, page: ChecklistMatter) -> WalletMatter:
    """The steps that the data marks for it: the role's own, and those that it may be asked to help with."""
    own = (
        wording.marked(action.wallet, any(map(ours, _bases(action))))
        for action in routine.actions
        if action.wallet and role.id in action.responsible
    )
    told = (
        wording.marked(line.text, ours(line.basis))
        for action in routine.actions
        if action.wallet
        for line in action.asked
        if line.role == role.id and not page.tracks
    )
    steps = (*own, *told)
    explained = MARKED if any(wording.READING in step for step in steps) else ""
    return WalletMatter("Kort", role.name, page.numbers, page.contacts[:WALLET_CONTACTS], steps, explained)


def _bases(action: Action) -> Iterator[Basis]:
    """Whose word it is that the action is the role's, and when it applies."""
    yield action.responsible_basis
    yield from (condition.basis for condition in action.conditions)


def _track(part: TrackPart) -> TrackList:
    groups = tuple(
        SheetGroup(
            group.section.title,
            group.section.id,
            wording.READING if ours(group.section.basis) else "",
            tuple(_row(card) for card in group.cards),
        )
        for group in part.sections
    )
    return TrackList(_label(part), part.slot, groups)


def _label(part: TrackPart) -> str:
    return wording.marked(f"{part.track.title} · {part.track.number}", ours(part.track.basis))


def _row(card: Card) -> SheetRow:
    facts = " ".join(sentence.marked for sentence in card.sentences)
    return SheetRow(card.text, facts, wording.marked(wording.capital(card.limit), card.limit_read))


def _whole(routine: Routine) -> WholeMatter:
    view = whole(routine)
    tracks = tuple(
        TrackTable(
            _label(part),
            tuple(_table_row(routine, card) for group in part.sections for card in group.cards),
        )
        for part in view.tracks
    )
    lead = f"Efter ”{view.source.title}” från {wording.long_date(view.source.date)}. Raderna står i källans ordning."
    heads = ("Avsnitt", "Rad", "Åtgärd", "Ansvarar")
    return WholeMatter("Hela rutinen", "Hela rutinen", lead, heads, tracks, _flow(routine), _ours(routine))


def _table_row(routine: Routine, card: Card) -> TableRow:
    together = ("i samråd",) if len(card.owners) > 1 else ()
    limit = (Phrase(f"{wording.capital(card.limit)}.", card.limit_read),) if card.limit else ()
    return TableRow(
        card.section,
        card.row,
        card.text,
        " ".join(sentence.marked for sentence in (*card.sentences, *limit)),
        ", ".join((wording.capital(wording.names(routine, [owner.id for owner in card.owners])), *together)),
    )


def _flow(routine: Routine) -> Flow:
    view = flowchart(routine)
    assert view is not None, "a routine has steps"
    drawing = view.drawing
    steps = "; ".join(
        f"{wording.marked(step.text, step.reading)} ({step.who})" for part in view.tracks for step in part.steps
    )
    ways = tuple(
        f"{step.text} → {way.label or WAIT}: {way.text}"
        for part in view.tracks
        for step in part.steps
        for way in step.ways
    )
    alt = f"Flödesschema i en kolumn för varje roll. Stegen i ordning: {steps}. Pilarna: {'; '.join(ways)}."
    boxes = tuple(node.box for node in view.nodes)
    return Flow(
        "Flödesschema",
        LEGEND,
        alt,
        ways,
        drawing.width,
        drawing.height,
        drawing.header,
        FONT_SIZE,
        drawing.lanes,
        boxes,
        drawing.edges,
    )


def _log() -> LogMatter:
    return LogMatter(
        title="Logg",
        name="Logg",
        lead="Loggen är vårt tillägg, inte en del av rutinen. Skriv upp vad som händer och vad ni gör. "
        "Rutinen säger inte var den ska förvaras. Fråga innan du skickar den.",
        heads=("Dag", "Tid", "Vad", "Vem"),
        rows=LOG_ROWS,
    )
