"""What is printed, read back: every sheet has the role's own actions
and nobody else's, its edition and code, and can be read aloud."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typst
from msgspec.structs import replace
from pypdf import PageObject, PdfReader

from audit.built import Site
from audit.pdf_text import pages_read
from audit.prints import by_page, by_pdfua, sheets, unheard
from routine.__main__ import main
from routine.build import build
from routine.domain import wording
from routine.domain.model import Routine
from routine.domain.steps import Action
from routine.editions import stored
from routine.loading.load import load
from routine.print.export import pressed
from routine.print.imprint import Imprint, imprinted
from routine.print.press import FitError, fit_of, pdf
from routine.print.sheet import Printed
from routine.print.sheets.booklet import CUT, TWICE, BookletMatter
from routine.print.sheets.checklist import ChecklistMatter, SheetRow
from routine.print.sheets.flow import FlowMatter
from tests.kit.heard import heard, plain
from tests.kit.paths import REAL, SMALL
from tests.kit.prints import bytes_of, files_of, read, words

pytestmark = pytest.mark.site

SIZED = r"Textstorlek (\d+(?:,5)?) punkter(?:, [a-z0-9 ]+)*"
A4, A6, A7, CARD = (595, 842), (298, 421), (210, 298), (231, 142)


def test_every_sheet_is_there_and_nothing_else(every_site: Site) -> None:
    names = {"rutinen.pdf", "flodesschema.pdf", "flodesschema-a4.pdf", "logg.pdf"}
    names |= {file for role in every_site.routine.roles for file in files_of(role.id)}
    names |= {f"blankett-{form.id}.pdf" for form in every_site.routine.forms}
    assert {sheet.file for sheet in sheets(every_site)} == names
    names |= {f"allt-{role.id}.pdf" for role in every_site.routine.roles}
    assert {file.name for file in (every_site.folder / "utskrift").iterdir()} == names | {"bilder"}


def pages_of(site: Site, sheet: Printed) -> int:
    """How many pages a booklet has when it is folded."""
    linear = sheet.file if sheet.linear else sheet.file.replace(".pdf", "-sida-for-sida.pdf")
    return len(read(site, linear).pages)


def test_every_sheet_has_its_size(every_site: Site) -> None:
    for sheet in sheets(every_site):
        if sheet.template == "flow":
            continue  # It has a test of its own.
        sizes = [
            (round(float(page.mediabox.width)), round(float(page.mediabox.height)))
            for page in read(every_site, sheet.file).pages
        ]
        folded = sheet.template == "booklet" and pages_of(every_site, sheet) == 4
        expected = {
            "booklet": ([A6] * 4 if folded else [A7] * 8) if sheet.linear else [A4 if folded else A4[::-1]],
            "wallet": [CARD, CARD] if sheet.linear else [A4, A4],
            "large": [A4] * len(sizes),
        }.get(sheet.template, [A4])
        assert sizes == expected, sheet.file


def test_every_sheet_has_its_type_embedded_and_its_structure_marked(every_site: Site) -> None:
    titles = []
    for sheet in sheets(every_site):
        reader = read(every_site, sheet.file)
        root: Any = reader.trailer["/Root"]
        assert root["/Lang"] == "sv"
        assert root["/MarkInfo"]["/Marked"]
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert reader.metadata
        titles.append(reader.metadata.title)
        assert reader.metadata.title == sheet.title
        assert reader.metadata.creation_date is None, "nothing that depends on the day"
        for page in reader.pages:
            resources: Any = page["/Resources"]
            for font in resources["/Font"].values():
                descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
                assert "AtkinsonHyperlegible" in descriptor["/FontName"]
                assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
    assert len(set(titles)) == len(titles), "none is called as another"


def test_a_program_shows_edition_code_and_who_stands_behind_it(every_site: Site) -> None:
    """Where no approval is told, the decision is the one."""
    by = every_site.routine.latest.approved
    approved = [f"Godkänd av {by.body}, {wording.long_date(by.date)}, {by.reference}"] if by else []
    assert every_site.data
    for sheet, imprint in imprinted(every_site.routine, stored.of(every_site.data)):
        metadata = read(every_site, sheet.file).metadata
        assert metadata
        assert metadata.subject == " · ".join(
            (imprint.issue, f"Kod {imprint.code}", *(approved if imprint.approved else ()))
        )


def test_a_draft_has_nobody_behind_it(draft_site: Site) -> None:
    record = stored.of(SMALL)
    drafts = [imprint for _, imprint in imprinted(draft_site.routine, record) if imprint.issue.startswith("Utkast")]
    assert drafts
    assert {imprint.approved for imprint in drafts} == {""}


def test_what_is_a_roles_has_its_own_actions_and_nobody_elses(every_site: Site) -> None:
    routine = every_site.routine
    for role in routine.roles:
        told = {
            line.text
            for action in routine.actions
            for line in (*((action.proxy,) if action.proxy else ()), *action.participants)
            if line.role == role.id
        }
        mine = [action for action in routine.actions if role.id in action.responsible]
        # What a limit of the role's is counted from is named by that.
        named = {wording.limit(routine, action.within) for action in mine if action.within}
        for file in files_of(role.id)[:4]:
            text = words(bytes_of(every_site, file))
            for action in routine.actions:
                own = role.id in action.responsible
                said = own or any(action.text in line for line in told | named)
                assert (action.text in text) == said, (file, action.id)
                if own and action.requirement:
                    assert action.requirement.text.removesuffix(".") in text
                if own and action.within:
                    assert wording.limit(routine, action.within)[1:] in text
            assert all(line in text for line in told)
            for number in routine.emergency:
                assert f"{number.number} {number.label}" in text


def test_every_sheet_says_whom_to_call_when_it_is_urgent(every_site: Site) -> None:
    """Each page of a flowchart too, for its sheets lie apart, and the first page of all that is a role's."""
    numbers = [f"{number.number} {number.label}" for number in every_site.routine.emergency]
    assert numbers
    for file in sorted((every_site.folder / "utskrift").glob("*.pdf")):
        pages = pages_read(file.read_bytes())
        for page in pages if file.name.startswith("flodesschema") else [pages[0]]:
            assert all(number in page for number in numbers), file.name


def test_a_card_has_the_steps_that_are_marked_for_it_and_no_other(every_site: Site) -> None:
    routine = every_site.routine
    for role in routine.roles:
        alone, ten = (bytes_of(every_site, f"planbokskort-{role.id}{how}.pdf") for how in ("-ett-kort", ""))
        front, back, fronts, backs = (*pages_read(alone), *pages_read(ten))
        owns = any(role.id in action.responsible for action in routine.actions)
        for action in routine.actions:
            if action.wallet:
                lines = (*((action.proxy,) if action.proxy else ()), *action.participants)
                told = not owns and any(action.wallet in line.text for line in lines if line.role == role.id)
                shown = role.id in action.responsible or told
                # Inside a sentence where she does it only when asked.
                words = wording.inside(action.wallet) if told and action.proxy else action.wallet
                assert (words in back) == shown, (role.id, action.id)
                assert backs.count(words) == 10 * shown
        for number in routine.emergency:
            assert f"{number.number} {number.label}" in front
            assert fronts.count(f"{number.number} {number.label}") == 10
        for number in routine.emergency:  # A number may be called as the role that answers.
            front = front.replace(f"{number.number} {number.label}", "")
        assert role.name not in front, "what the card is about is on its back"
        assert len(re.findall(r"\d{3}-\d{3} \d\d \d\d", front)) == len(set(re.findall(r"\d{3}-[\d ]+", front)))


def test_the_whole_routine_has_every_row_with_its_owners(every_site: Site) -> None:
    table = pages_read(bytes_of(every_site, "rutinen.pdf"))[0]
    at = 0
    for action in every_site.routine.actions:
        owners = wording.capital(wording.names(every_site.routine, action.responsible))
        row = " ".join((action.section, *number(every_site.routine, action), action.text))
        assert row in table[at:], action.id
        at = table.index(row, at) + len(row)
        rest = table[at : at + 400]
        assert all(word in rest for word in owners.split()), action.id


def number(routine: Routine, action: Action) -> tuple[str, ...]:
    """What stands for its number: a dash where others have one, nothing where none has."""
    return (str(action.row or "–"),) if any(each.row for each in routine.actions) else ()


def alternatives(reader: PdfReader) -> list[str]:
    """The words that stand for pictures."""
    found: list[str] = []
    for number in range(1, len(reader.xref[0]) + len(reader.xref_objStm) + 1):
        item = reader.get_object(number)
        if isinstance(item, dict) and "/Alt" in item:
            found.append(str(item["/Alt"]))
    return found


def test_the_outside_of_a_booklet_says_nothing(site: Site) -> None:
    """Of the routine's words, only what no role has of its own: the numbers, its edition, and how it is folded."""
    for role in site.routine.roles:
        first, *_, last = pages_read(bytes_of(site, f"fickkort-{role.id}-sida-for-sida.pdf"))
        said = f"{first} {last}".casefold()
        assert "fickkort" in said
        for other in site.routine.roles:
            assert wording.inside(other.name).casefold() not in said, role.id
        assert not any(action.text.casefold() in said for action in site.routine.actions)


def test_every_booklet_has_the_numbers_on_its_outside(every_site: Site) -> None:
    for role in every_site.routine.roles:
        cover = pages_read(bytes_of(every_site, f"fickkort-{role.id}-sida-for-sida.pdf"))[0]
        for number in every_site.routine.emergency:
            assert f"{number.number} {number.label}" in cover, role.id


def drawings(sheet: Printed) -> int:
    """How many pictures its words stand for: the chart's pieces, and the log's empty table."""
    return len(sheet.matter.pages) if isinstance(sheet.matter, FlowMatter) else int(sheet.template == "log")


def test_a_sentence_ends_once(every_site: Site) -> None:
    for sheet in sheets(every_site):
        said = words(bytes_of(every_site, sheet.file)).replace(" ", "")
        assert not re.search(r"[.?:!]\.(?!\.)", said), sheet.file


def test_a_sheet_that_is_told_in_what_it_has_room_is_the_same(every_site: Site) -> None:
    """Searching for it again takes half of the time that a sheet takes."""
    searching = Counter[str]()
    for sheet, imprint in imprinted(every_site.routine):
        made = pdf(sheet, imprint, keep=False)
        if found := fit_of(made):
            searching[sheet.template] += 1
            assert pdf(sheet, imprint, fit=found, keep=False) == made, sheet.file
            said = re.fullmatch(SIZED, found)
            assert said, f"{found}: a reader of the file's properties is told a size, and no bare number"
            other = found.replace(f" {said[1]} ", " 12 " if said[1] == "11" else " 11 ")
            assert set_in(sheet, imprint, other) != made, "what is told is believed"
            metadata = PdfReader(io.BytesIO(made)).metadata
            assert metadata
            assert metadata.keywords == found
    assert set(searching) == {"checklist", "booklet"}


def set_in(sheet: Printed, imprint: Imprint, fit: str) -> bytes:
    """Nothing where it has no room in that."""
    try:
        return pdf(sheet, imprint, fit=fit, keep=False)
    except FitError:
        return b""


@pytest.mark.parametrize("checker", [by_pdfua, by_page])
def test_each_checker_tells_a_file_that_cannot_be_heard(checker: Callable[[Path], list[str]], tmp_path: Path) -> None:
    file = tmp_path / "stum.pdf"
    file.write_bytes(typst.compile(b"= Hej", pdf_tags=False) or b"")
    assert len(checker(file)) > 1


def levels(outline: list[Any]) -> int:
    """How deep its headings go."""
    return 1 + max((levels(part) for part in outline if isinstance(part, list)), default=0)


@pytest.mark.parametrize("address", ["", "https://kommun.example/"], ids=["utan adress", "med QR"])
def test_nothing_is_wrong_for_those_who_listen(address: str, every_site: Site, tmp_path: Path) -> None:
    """Of what the two checkers can tell. That headings come in order it cannot, so the bookmarks are read."""
    for sheet, imprint in imprinted(every_site.routine, address=address):
        file = tmp_path / sheet.file
        file.write_bytes(pdf(sheet, imprint))
        assert unheard(file) == [], sheet.file
        assert len(alternatives(PdfReader(file))) == (1 if address else 0) + drawings(sheet), "a code to scan is told"
        outline = PdfReader(file).outline
        assert not isinstance(outline[0], list), "the first heading is of the first level"
        called = {"booklet": "Fickkort", "wallet": "Kort"}.get(sheet.template, sheet.matter.title)
        assert [each.title for each in outline if not isinstance(each, list)] == [called], "one of the first level"
        assert levels(outline) <= 3, "and none is skipped"


# --- The booklet's folding
# ---------------------------------------------------------------------------------------------

Panel = tuple[str, int]  # Row, upper or lower, and column from the left, 1 to 4.


def folded() -> list[tuple[Panel, bool]]:
    """The panels as pages 1 to 8 when the sheet is cut between columns 1 and 4 along the middle, and folded;
    and whether each stands upright.

    Folded along the middle and pushed together, two panels are a leaf, back to back, when they meet at the middle where
    it is not cut (the outer columns) or at the upright fold in its centre; the other upright folds are where pages face
    each other. From the cover on, the reader turns a leaf and crosses to the facing page in turn. Crossing the middle
    turns what is up.
    """
    leaves = [{("upper", column), ("lower", column)} for column in (1, 4)] + [
        {(row, 2), (row, 3)} for row in ("upper", "lower")
    ]
    facing = [{(row, left), (row, left + 1)} for row in ("upper", "lower") for left in (1, 3)]
    return walked(("upper", 1), leaves, facing, "lower")


def folded_twice() -> list[tuple[Panel, bool]]:
    """The panels as pages 1 to 4 when the sheet is folded back along the middle, and then along its upright fold.

    A leaf is what lies above and below the middle; the upper half, which lies behind, is what pages face each other in.
    """
    leaves = [{("upper", column), ("lower", column)} for column in (1, 2)]
    facing = [{("upper", 1), ("upper", 2)}, {("lower", 1), ("lower", 2)}]
    return walked(("lower", 2), leaves, facing, "lower")


def walked(cover: Panel, leaves: list[set[Panel]], facing: list[set[Panel]], up: str) -> list[tuple[Panel, bool]]:
    """The panels from the cover on, by turning a leaf and crossing to the facing page; and which row is upright."""
    panel = cover
    pages = []
    for turn in range(2 * len(leaves)):
        pages.append((panel, panel[0] == up))
        (pair,) = [pair for pair in (leaves if turn % 2 == 0 else facing) if panel in pair]
        (panel,) = pair - {panel}
    assert panel == cover, "round to the cover again"
    return pages


def placed(page: PageObject, marks: dict[str, int]) -> dict[int, tuple[Panel, bool]]:
    """Where the panel of each page lies on the sheet, and whether it stands upright, by where its own words begin."""
    found: dict[int, tuple[Panel, bool]] = {}
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    columns = 4 if width > height else 2

    def seen(text: str, outer: list[float], inner: list[float], *_: object) -> None:
        a, b, c, d, e, f = outer
        x, y = inner[4] * a + inner[5] * c + e, inner[4] * b + inner[5] * d + f
        upright = inner[0] * a + inner[1] * c > 0 and inner[2] * b + inner[3] * d > 0
        for mark, number in marks.items():
            if text.strip().startswith(mark):
                found[number] = (("upper" if y > height / 2 else "lower", int(x / (width / columns)) + 1), upright)

    page.extract_text(visitor_text=seen)
    return found


def test_folding_gives_the_pages_in_order_and_upright(every_site: Site) -> None:
    for role in every_site.routine.roles:
        count = len(read(every_site, f"fickkort-{role.id}-sida-for-sida.pdf").pages)
        marks = {"Fickkort": 1, "Kod": count} | {f"{n} av {count}": n for n in range(2, count)}
        found = placed(read(every_site, f"fickkort-{role.id}.pdf").pages[0], marks)
        expected = folded() if count == 8 else folded_twice()
        assert [found[number] for number in range(1, count + 1)] == expected, role.id


def test_a_booklet_is_read_in_the_same_order_whichever_way_it_is_printed(every_site: Site) -> None:
    """But for how it is folded and cut, which is only told where there is something to fold."""
    folding = [" ".join(steps).replace(" ", "") for steps in (TWICE, CUT)]
    for role in every_site.routine.roles:
        folded, linear = (
            words(bytes_of(every_site, f"fickkort-{role.id}{how}.pdf")).replace(" ", "")
            for how in ("", "-sida-for-sida")
        )
        (told,) = [each for each in folding if each in folded]
        assert folded.replace(told, "") == linear, role.id


@pytest.mark.parametrize("sparing", [False, True], ids=["som den är", "med många steg"])
def test_a_booklet_says_whom_else_to_call_where_its_letters_need_not_be_smaller_for_it(sparing: bool) -> None:
    """Of who has few steps it is always said, of others in the room that is left: all of it or nothing."""
    seen = set[tuple[bool, bool]]()
    for sheet, imprint in imprinted(load(REAL)):
        if not isinstance(sheet.matter, BookletMatter) or not sheet.linear:
            continue
        matter = replace(sheet.matter, sparing=sparing or sheet.matter.sparing)
        helps = [plain(each.words) for group in matter.groups for row in group.rows for each in row.meanwhile]
        made = pdf(replace(sheet, matter=matter), imprint)
        told = {words in heard(made) for words in helps}
        assert len(told) == bool(helps), sheet.file
        if helps and matter.sparing:
            without = tuple(replace(group, rows=tuple(map(unhelped, group.rows))) for group in matter.groups)
            short = pdf(replace(sheet, matter=replace(matter, groups=without)), imprint)
            assert size_of(fit_of(made)) == size_of(fit_of(short))
        seen |= {(matter.sparing, each) for each in told}
    assert seen == {(sparing, True), (True, False)}


def size_of(fit: str) -> str:
    """Without how much is said beside the steps."""
    return fit.removesuffix(", hela texten").removesuffix(", utan mer om svaren")


def unhelped(row: SheetRow) -> SheetRow:
    return replace(row, meanwhile=())


def test_a_full_checklist_first_loses_air_and_then_when_it_is_taken_out() -> None:
    """Letters are never smaller for it; and on two sheets there is room for all of it again."""
    sheet, imprint = next(
        (sheet, imprint)
        for sheet, imprint in imprinted(load(REAL))
        if isinstance(sheet.matter, ChecklistMatter) and sheet.matter.starts and sheet.matter.tracks[1:]
    )
    begins = plain(sheet.matter.starts)[:40]
    ways = []
    for lines in range(20):
        matter = replace(sheet.matter, lead="En rad till, som gör bladet fullare än vad det var. " * 2 * lines)
        made = pdf(replace(sheet, matter=matter), imprint, keep=False)
        ways.append((fit_of(made), begins in heard(made)))
    smallest = "Textstorlek 10 punkter"
    assert list(dict.fromkeys(ways))[-4:] == [
        (smallest, True),
        (f"{smallest}, mindre luft", True),
        (f"{smallest}, utan inledning", False),
        (f"{smallest}, fullt blad", True),
    ]


@pytest.mark.parametrize("address", ["", "https://kommun.example/"], ids=["utan adress", "med QR"])
def test_a_booklet_tells_what_its_code_is_for(address: str) -> None:
    for sheet, imprint in imprinted(load(SMALL), address=address):
        if sheet.template == "booklet":
            said = words(pdf(sheet, imprint))
            asked = f"Koden jämförs på {load(SMALL).site.name}, sidan Är utskriften aktuell?"
            assert (asked in said) == (not address), sheet.file
            assert ("Är utskriften aktuell? Skanna." in said) == bool(address), sheet.file


def test_a_text_that_has_no_room_stops_the_build_and_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = "Berätta " + "mycket utförligt " * 60
    data = tmp_path / "rutin.yaml"
    text = SMALL.read_text(encoding="utf-8").replace("Byt röret\n", f"{long.strip()}\n", 1)
    allowed = "exceptions:\n  - {code: R070, where: byt-roret.text, reason: Den ska vara för lång.}\n"
    data.write_text(text.replace("exceptions:\n", allowed), encoding="utf-8")
    with pytest.raises(
        FitError,
        match=r"Fickkortet för vaktmästaren, sida 2–7: texten är \d+ mm för hög\.\n    Tillåtet: .*\n    Gör så här: ",
    ):
        build(data, tmp_path / "site")
    assert not (tmp_path / "site").exists()
    assert main(["check", str(data)]) == 2
    lines = data.read_text(encoding="utf-8").splitlines()
    told = capsys.readouterr().err
    assert re.search(
        rf"rutin\.yaml:{lines.index('  - id: vaktmastaren') + 1}:5: P001 Fickkortet för vaktmästaren, sida", told
    )
    assert told.endswith("1 fel i " + str(data) + ".\n")


def test_a_card_with_more_than_six_steps_stops_the_build() -> None:
    routine = load(REAL)
    marked = routine.model_copy(
        update={"actions": tuple(action.model_copy(update={"wallet": "Gör det"}) for action in routine.actions)}
    )
    with pytest.raises(
        FitError, match=r"Planbokskortet för partiets säkerhetsansvarig har 12 steg\.\n    Tillåtet: högst 6\n"
    ):
        pressed(marked)


def test_twenty_actions_are_one_paper_and_nothing_is_left_out() -> None:
    routine = load(REAL)
    (role,) = [role for role in routine.roles if sum(role.id in action.responsible for action in routine.actions) == 12]
    own = [action for action in routine.actions if role.id in action.responsible]
    more = tuple(
        action.model_copy(update={"id": f"{action.id}-igen", "row": (action.row or 0) + 100}) for action in own[:8]
    )
    longer = routine.model_copy(update={"actions": routine.actions + more})
    (made,) = [
        pdf(sheet, imprint)
        for sheet, imprint in imprinted(longer, address="https://kommun.example/")
        if sheet.file == f"checklista-{role.id}.pdf"
    ]
    assert len(pages_read(made)) == 2
    assert words(made).count(own[0].text) == 2
