"""What every sheet says about itself:
its edition, a code that follows its content, and a code to scan that leads to whether it holds."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args, get_type_hints

import pypdfium2
import pytest
import zxingcpp
from msgspec import Struct
from msgspec.structs import replace
from pypdf import PdfReader

from audit.built import Site, find, one, text
from audit.prints import sheets
from routine.disk import cache as kept
from routine.domain import wording
from routine.domain.model import Routine
from routine.editions import record as editions
from routine.editions import stored
from routine.editions.record import Issued
from routine.loading.load import load
from routine.print import imprint as imprints
from routine.print.codes import ALPHABET, _saying, code
from routine.print.export import forget, pressed
from routine.print.imprint import Imprint, imprinted
from routine.print.press import TEMPLATES, pdf
from routine.print.sheet import Printed
from routine.print.sheets import printed
from routine.print.sheets.checklist import ChecklistMatter
from routine.print.sheets.flow import FlowMatter
from routine.print.sheets.log import LogMatter
from routine.print.sheets.whole import WholeMatter
from routine.publish.address import LONGEST, checked
from tests.kit.paths import REAL, SMALL
from tests.kit.prints import bytes_of, files_of, read, words
from tests.kit.views import some

pytestmark = pytest.mark.site

EDGE = 4.2 / 25.4 * 72  # What a printer leaves empty, in points.
DPI = 200  # Less than any printer: what is read here can be read from paper.
BOTH = pytest.mark.parametrize("file", some(SMALL, full=(REAL,)), ids=["den lilla", "rutinen"])


def scanned(page: pypdfium2.PdfPage) -> list[str]:
    """What the codes on a page say, from its pixels."""
    bitmap = page.render(scale=DPI / 72, grayscale=True)
    pixels = memoryview(bitmap.buffer).cast("B", shape=[bitmap.height, bitmap.stride])
    return [found.text for found in zxingcpp.read_barcodes(pixels)]


# Of the small routine a sheet of each kind, as it is folded and as it is read.
SCANNED = pytest.mark.parametrize(
    ("file", "every"),
    some((SMALL, False), full=((SMALL, True), (REAL, True))),
    ids=["den lilla", "hela den lilla", "rutinen"],
)


def made_of(file: Path, address: str, *, every: bool) -> Iterable[tuple[Printed, Imprint]]:
    all = imprinted(load(file), address=address)
    return all if every else {(sheet.template, sheet.linear): (sheet, imprint) for sheet, imprint in all}.values()


@SCANNED
def test_every_sheet_can_be_scanned_to_ask_whether_it_holds(file: Path, every: bool) -> None:
    for sheet, imprint in made_of(file, "https://kommun.example/rutin", every=every):
        document = pypdfium2.PdfDocument(pdf(sheet, imprint))
        found = [scanned(page) for page in document]
        here = f"https://kommun.example/rutin/fickkort/kontroll/index.html#{code(sheet)}"
        first: dict[str, list[list[str]]] = {
            "booklet": [[]] * (len(document) - 1) + [[here]] if sheet.linear else [[here]],
            "wallet": [[here] if sheet.linear else [here] * 10, []],
        }
        assert found == first.get(sheet.template, [[here], *([[]] * (len(document) - 1))]), sheet.file


@pytest.mark.parametrize("of_each_kind", some(True, full=(False,)))
def test_the_longest_address_that_is_allowed_can_be_scanned_and_has_room(real: Routine, of_each_kind: bool) -> None:
    address = f"https://kommun.example/{'mapp-' * 99}"[: LONGEST - 1] + "/"
    assert checked(address, "") == address
    every = list(imprinted(real, address=address))
    by_kind = {sheet.template: (sheet, imprint) for sheet, imprint in every}
    for sheet, imprint in by_kind.values() if of_each_kind else every:
        document = pypdfium2.PdfDocument(pdf(sheet, imprint))
        codes = {text for page in document for text in scanned(page)}
        assert codes == {f"{address}fickkort/kontroll/index.html#{code(sheet)}"}, sheet.file
        for page in document if sheet.template not in {"booklet", "wallet"} else ():
            text = page.get_textpage()
            bottoms = [text.get_rect(at)[1] for at in range(text.count_rects())]
            assert all(bottom > EDGE for bottom in bottoms), f"{sheet.file}: för långt ned"


@BOTH
def test_a_code_to_scan_takes_no_other_sheet(file: Path) -> None:
    """With an address, every file has as many pages as without; in large print it is as large as all else."""
    routine = load(file)
    pages = [
        [
            len(PdfReader(io.BytesIO(pdf(sheet, imprint))).pages)
            for sheet, imprint in imprinted(routine, address=address)
            if sheet.template != "large"
        ]
        for address in ("", "https://kommun.example/rutin/")
    ]
    assert pages[0] == pages[1]


@SCANNED
def test_without_an_address_there_is_nothing_to_scan_and_the_code_is_there(file: Path, every: bool) -> None:
    for sheet, imprint in made_of(file, "", every=every):
        made = pdf(sheet, imprint)
        assert not any(page.images for page in PdfReader(io.BytesIO(made)).pages)
        assert all(scanned(page) == [] for page in pypdfium2.PdfDocument(made)), sheet.file
        assert f"Kod {code(sheet)}" in words(made)
        assert "Skanna" not in words(made)


@BOTH
def test_a_code_stands_on_one_line_and_is_found_by_its_hyphen(file: Path) -> None:
    """Wherever a line ends: it is looked up letter by letter, and a foot in large letters parted it at its hyphen."""
    for sheet, imprint in imprinted(load(file)):
        for more in range(0, 16, 2) if sheet.template == "large" else (0,):
            own = replace(imprint, issue=f"Utgåva {'1' * more}, 25 november 2026")
            for page in pypdfium2.PdfDocument(pdf(sheet, own, keep=False)):
                text = page.get_textpage().get_text_range()
                told = re.findall(r"\bKod\s+(?=[A-Z0-9]{3}\b)", text)
                assert text.count(f"Kod {own.code}") == len(told), (sheet.file, text[-200:])


def test_every_sheet_says_which_edition_it_is_and_its_code(every_site: Site) -> None:
    for sheet in sheets(every_site):
        pages = read(every_site, sheet.file).pages
        said = words(bytes_of(every_site, sheet.file))
        assert every_site.data
        entered = stored.of(every_site.data)
        edition = every_site.routine.latest.edition
        assert (f"Utgåva {edition}," if entered else f"Utkast till utgåva {edition}") in said
        assert ("Utkast" in said) == (not entered)
        assert f"Kod {code(sheet)}" in said
        numbers = {
            "booklet": [f"{n} av 4" for n in (2, 3)] if "2 av 4" in said else [f"{n} av 8" for n in range(2, 8)],
            "wallet": ["Sida 1 av 2", "Sida 2 av 2"],
            "log": [],
        }.get(sheet.template, [f"Sida {n} av {len(pages)}" for n in range(1, len(pages) + 1)])
        assert all(number in said for number in numbers)


@BOTH
def test_what_says_something_else_than_its_edition_calls_itself_a_draft(file: Path) -> None:
    routine = load(file)
    role = routine.roles[0]
    issued = tuple(
        replace(sheet, code="XXX-000") if role.id in sheet.file else sheet for sheet in imprints.sheets(routine)
    )
    for sheet, imprint in imprinted(routine, (Issued(routine.latest.edition, issued),)):
        said = words(pdf(sheet, imprint))
        assert (f"Utkast efter utgåva {routine.latest.edition}" in said) == (role.id in sheet.file), sheet.file
        assert ("Utgåva" in said) == (role.id not in sheet.file)


def codes(routine: Routine) -> dict[str, str]:
    """File → code, for everything that is printed."""
    return {sheet.file: code(sheet) for sheet in printed(routine)}


def changed(routine: Routine, at: int, **values: object) -> Routine:
    """The routine with another action in the place of one."""
    actions = list(routine.actions)
    actions[at] = actions[at].model_copy(update=values)
    return routine.model_copy(update={"actions": tuple(actions)})


@BOTH
def test_a_code_changes_when_and_only_when_what_its_sheet_says_does(file: Path) -> None:
    routine = load(file)
    before = codes(routine)
    for role in routine.roles:
        checklist, large, booklet, linear, card, alone = files_of(role.id)
        assert before[booklet] == before[linear], "the same booklet"
        assert before[card] == before[alone], "the same card"
        assert len({before[checklist], before[large], before[booklet], before[card]}) == 4
    assert all(re.fullmatch(f"[{ALPHABET}]{{3}}-[{ALPHABET}]{{3}}", one) for one in before.values())
    # The card of who has no step marked for it has its first ones.
    marked = {id for one in routine.actions if one.wallet for id in (*one.responsible, *(a.role for a in one.invited))}
    for at, action in enumerate(routine.actions):
        after = codes(changed(routine, at, text="Gör något helt annat"))
        # A limit that is counted from it names it.
        counting = {
            id for one in routine.actions if one.within and one.within.after == action.id for id in one.responsible
        }
        assert {name for name in before if before[name] != after[name]} == {
            "rutinen.pdf",
            "flodesschema.pdf",
            "flodesschema-a4.pdf",
            *(file for id in action.responsible for file in files_of(id)[: 4 if id in marked else 6]),
            *(file for id in counting for file in files_of(id)[:4]),
        }, action.id
        after = codes(changed(routine, at, wallet="Gör något annat"))
        others = {line.role for line in (*((action.proxy,) if action.proxy else ()), *action.participants)} - {
            id for one in routine.actions for id in one.responsible
        }
        assert {name for name in before if before[name] != after[name]} == {
            file for id in (*action.responsible, *(others if not action.wallet else ())) for file in files_of(id)[4:]
        }, action.id
    edition = routine.latest.model_copy(update={"edition": "99"})
    assert codes(routine.model_copy(update={"revisions": (edition, *routine.revisions[1:])})) == before


def test_a_code_knows_every_word_and_where_it_stands(real: Routine) -> None:
    """The same words in other places are something else; what the program calls its fields is not."""
    (sheet,) = [sheet for sheet in printed(real) if sheet.file == "rutinen.pdf"]
    matter = sheet.matter
    assert isinstance(matter, WholeMatter)
    track = matter.tracks[0]
    first, second, *rest = track.rows
    swapped = (replace(first, text=second.text), replace(second, text=first.text), *rest)
    other = replace(sheet, matter=replace(matter, tracks=(replace(track, rows=swapped), *matter.tracks[1:])))
    assert code(other) != code(sheet)
    assert code(replace(sheet, file="annat.pdf", owner="Någon")) == code(sheet)


def test_what_is_only_drawn_is_known_by_how_its_type_is_written(real: Routine) -> None:
    """To resolve the types takes longer than all the rest of a code, so that they are read as they stand."""
    kinds = set(parts(sheet.matter for sheet in printed(real)))
    assert kinds
    for kind in kinds:
        types = {name: get_args(each) for name, each in get_type_hints(kind, include_extras=True).items()}
        assert {*types} == {*kind.__struct_fields__}
        assert _saying(kind) == tuple(name for name, each in types.items() if "drawn" not in each[1:])


def parts(values: Iterable[object]) -> Iterator[type[Struct]]:
    for value in values:
        if isinstance(value, Struct):
            yield type(value)
            yield from parts(getattr(value, name) for name in value.__struct_fields__)
        elif isinstance(value, tuple):
            yield from parts(value)


def test_a_code_knows_nothing_of_how_its_sheet_is_drawn(real: Routine) -> None:
    """A moved arrow says nothing; an arrow that leads elsewhere does, and so do the words that stand on every sheet."""
    by_file = {sheet.file: sheet for sheet in printed(real)}
    chart, log, own = by_file["flodesschema-a4.pdf"], by_file["logg.pdf"], by_file[f"checklista-{real.roles[0].id}.pdf"]
    assert isinstance(chart.matter, FlowMatter)
    assert isinstance(log.matter, LogMatter)
    assert isinstance(own.matter, ChecklistMatter)
    first, *rest = chart.matter.pages
    moved = replace(first, width=first.width + 1, scale=1.0, lanes=(), boxes=(), edges=())
    other = replace(chart.matter, size=1, pages=(moved, *rest))
    assert code(replace(chart, matter=other)) == code(chart)
    assert code(replace(log, matter=replace(log.matter, rows=3))) == code(log)
    turned = replace(first, alt=first.alt.replace("→", "⇒", 1))
    assert turned != first
    assert code(replace(chart, matter=replace(chart.matter, pages=(turned, *rest)))) != code(chart)
    assert code(replace(own, matter=replace(own.matter, words=replace(own.matter.words, say="Berätta:")))) != code(own)


def test_no_words_of_a_sheet_stand_in_a_template_where_its_code_does_not_see_them() -> None:
    """But for what a sheet says about itself, its imprint, and that a page goes on."""
    about = {"Utgåva", "Kod", "Sida", "av", "forts.", "Är", "utskriften", "aktuell?"}
    about |= {"Aktuell?", "Skanna.", "Jämför", "Koden", "jämförs", "sidan", "koden", "på"}
    for file in TEMPLATES.glob("*.typ"):
        code = re.sub(r"//.*", "", file.read_text(encoding="utf-8"))
        texts = re.findall(r"\[([^\[\]]*)\]", code)
        words = {
            word
            for each in texts
            for word in re.sub(r"#[\w.]+(\([^)]*\))*(\.\w+\([^)]*\))*|[\\\\·:–]", " ", each).split()
        }
        found = {word for word in words if re.fullmatch(r"[a-zåäöA-ZÅÄÖ]{2,}[.?,]?", word)}
        assert found <= about, f"{file.name}: move it to routine/print/sheets/, or name it here if it is of the imprint"


# --- Built, and asked
# --------------------------------------------------------------------------------------------------


def shown(site: Site) -> dict[str, dict[str, str]]:
    """Heading of each list of codes → sheet → code, as the page has them for those who compare by eye."""
    found = {}
    for section in [
        *find(site.page("/fickkort/kontroll/"), "section", data_edition=None),
        *find(site.page("/fickkort/kontroll/"), "section", data_draft=None),
    ]:
        heading = text(next(element for element in section.iter() if element.tag in {"h2", "h3"}))
        found[heading] = {
            line.attrib["data-sheet"]: text(one(line, "code")) for line in find(section, "li", data_sheet=None)
        }
    return found


def test_the_page_has_every_code_of_what_is_printed(every_site: Site) -> None:
    now = codes(every_site.routine)
    current = next(filter(None, shown(every_site).values()))  # Of those without an edition yet the drafts.
    assert sorted(current.values()) == sorted(
        code for file, code in now.items() if not file.endswith(("-sida-for-sida.pdf", "-ett-kort.pdf"))
    )
    for role in every_site.routine.roles:
        assert current[f"Fickkort, {wording.inside(role.name)}"] == now[f"fickkort-{role.id}.pdf"]


def test_earlier_editions_keep_their_codes_and_names_also_of_a_role_that_is_gone(small_site: Site) -> None:
    found = shown(small_site)
    assert list(found) == ["Utgåva 2, 1 maj 2024: gäller", "Utgåva 1, 15 januari 2023"]
    assert found["Utgåva 1, 15 januari 2023"] == {
        "Checklista, rektorn": "AAA-111",
        "Fickkort, rektorn": "AAA-222",
        "Kort för plånboken, rektorn": "AAA-333",
        "Fickkort, larmansvarig": "BBB-222",
        "Kort för plånboken, larmansvarig": "BBB-333",
        "Hela rutinen": "CCC-111",
        "Logg": codes(small_site.routine)["logg.pdf"],
    }


def linked(site: Site) -> dict[str, str]:
    """Sheet → the file that the page gives for it, of the edition in force."""
    section, *_ = find(site.page("/fickkort/kontroll/"), "section", data_edition=None)
    return {
        line.attrib["data-sheet"]: link.attrib["href"]
        for line in find(section, "li", data_sheet=None)
        for link in find(line, "a")
    }


def test_drafts_are_listed_apart_printed_as_drafts_and_never_given_as_what_holds(draft_site: Site) -> None:
    record = stored.of(SMALL)
    now = imprints.sheets(draft_site.routine)
    drafts = editions.drafts(draft_site.routine, record, now)
    assert drafts
    found = shown(draft_site)
    assert list(found) == ["Utgåva 2, 1 maj 2024: gäller", "Utgåva 1, 15 januari 2023", "Utkast"]
    assert set(found["Utkast"].values()) == drafts
    assert found["Utgåva 2, 1 maj 2024: gäller"] == {sheet.name: sheet.code for sheet in record[0].sheets}
    assert set(linked(draft_site)) == {sheet.name for sheet in record[0].sheets} - set(found["Utkast"])
    for sheet in sheets(draft_site):
        assert ("Utkast efter utgåva 2" in words(bytes_of(draft_site, sheet.file))) == (code(sheet) in drafts)


def test_another_id_is_no_other_sheet(small: Routine) -> None:
    """The file has a new name; what it says is the same, and so is its code."""
    now = imprints.sheets(small)
    record = (Issued(small.latest.edition, tuple(replace(sheet, file=f"annat-{sheet.file}") for sheet in now)),)
    assert editions.drafts(small, record, now) == frozenset()


def downloads(site: Site, page: str) -> dict[str, str]:
    """The PDF files that a page leads to, each with the words of its link."""
    links = [link for link in find(site.page(page), "a") if link.attrib.get("href", "").endswith(".pdf")]
    return {link.attrib["href"].rpartition("/")[2]: text(link) for link in links}


def test_every_file_is_led_to_and_says_how_large_it_is(every_site: Site) -> None:
    """A role's own on its page, and what all share on the one about what there is to print."""
    led: dict[str, set[str]] = {}
    for page in ("/fickkort/", *(f"/utskrifter/{role.id}/" for role in every_site.routine.roles)):
        found = downloads(every_site, page)
        led[page] = set(found)
        for file, said in found.items():
            size = (every_site.folder / "utskrift" / file).stat().st_size
            assert said.endswith(f"(PDF, {round(size / 1000)} kB)"), (page, file)
    assert set().union(*led.values()) == {file.name for file in (every_site.folder / "utskrift").glob("*.pdf")}
    for role in every_site.routine.roles:
        own = {sheet.file for sheet in sheets(every_site) if sheet.owner == role.name}
        assert own | {f"allt-{role.id}.pdf"} <= led[f"/utskrifter/{role.id}/"]
        assert f"allt-{role.id}.pdf" in led["/fickkort/"]
        for page in ("roller", "checklistor", "fickkort"):
            place = every_site.page(f"/{page}/" if page == "fickkort" else f"/{page}/{role.id}/")
            assert f"utskrifter/{role.id}/index.html" in " ".join(link.attrib["href"] for link in find(place, "a"))


def test_every_sheet_of_a_role_is_shown_as_a_picture(every_site: Site) -> None:
    shown = set()
    for role in every_site.routine.roles:
        page = f"/utskrifter/{role.id}/"
        for picture in find(every_site.page(page), "img"):
            file = (every_site.folder / page.strip("/") / picture.attrib["src"]).resolve()
            shown.add(file.name)
            data = file.read_bytes()
            assert data.startswith(b"\x89PNG")
            width, height = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
            assert (picture.attrib["width"], picture.attrib["height"]) == (str(width), str(height))
            assert picture.attrib["loading"] == "lazy"
        words_for = [picture.attrib["alt"] for picture in find(every_site.page(page), "img")]
        assert all(words_for)
        assert len({*words_for}) >= len(words_for) - len(every_site.routine.forms), "each says what it shows"
        for sheet in sheets(every_site):
            if sheet.owner == role.name and sheet.linear == (sheet.template == "wallet"):
                assert f"{sheet.file.removesuffix('.pdf')}-1.png" in shown, sheet.file
    assert shown == {file.name for file in (every_site.folder / "utskrift/bilder").iterdir()}
    assert {name.partition("/")[0] for name in every_site.pages() if find(every_site.tree(name), "img")} == {
        "utskrifter"
    }


def test_before_the_first_edition_is_entered_all_that_is_printed_is_a_draft_of_it() -> None:
    assert {imprint.issue for _, imprint in imprinted(load(SMALL))} == {"Utkast till utgåva 2"}


def test_the_same_routine_gives_the_same_bytes(tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when nothing that was made before is kept."""
    monkeypatch.setattr(kept, "FOLDER", tmp_path)
    forget()
    files = pressed(site.routine, stored.of(REAL), pictures=True)
    two = [name for name in files if name.endswith("-2.png")]
    assert len(list(tmp_path.iterdir())) >= len(files) - len(two), "made anew: a card's two pictures are one piece"
    folder = site.folder / "utskrift"
    assert files == {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }
