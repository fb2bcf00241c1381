"""What an editor's change is held to finds nothing in our routine and the small one, and each fault that it is for."""

from __future__ import annotations

import re
import shutil
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from unittest.mock import patch

import pytest
from playwright.sync_api import Browser

from audit.built import Site
from content import grown, pages, search
from content.__main__ import CHECKS, found, main
from content.pages import Fault
from content.search import Query
from routine.check.problems import StopError
from routine.paper.sheets import printed
from routine.site.build import BuildError
from routine.site.settings import AddressError
from tests.kit.paths import OTHER_BODIES, PROJECT, SMALL
from tests.kit.project import python
from tests.kit.views import some

pytestmark = pytest.mark.browser

PERSON = "roller/den-utsatte/index.html"


@pytest.fixture(scope="module")
def harmed(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Our site with one fault of each kind, each where no other looks."""
    left_out = shutil.ignore_patterns("utskrift*", "fickkort", "skriv-ut")
    folder = shutil.copytree(site.folder, tmp_path_factory.mktemp("skadad") / "site", ignore=left_out)
    put(folder / "om/index.html", "</main>", '<a href="../borta/index.html">Borta</a></main>')
    put(folder / "latt/index.html", "</main>", f"<p>{'ord ' * 400}</p></main>")
    put(folder / "rutinen/index.html", "</main>", f"<p>{'oförutsebarhetsbedömningarna ' * 300}.</p></main>")
    put(folder / PERSON, "</main>", '<p style="height: 2000px">Nytt stycke</p></main>')
    put(folder / "rad/index.html", "</main>", '<p style="width: 600px">Långtord</p></main>')
    put(folder / "guide/index.html", "</head>", "<style>.rg-case { margin-top: 300px }</style></head>")
    guide = folder / "guide/index.html"
    guide.write_text(guide.read_text(encoding="utf-8").replace('href="tel:', 'href="fel:'), encoding="utf-8")
    index = folder / "assets/search-index.js"
    index.write_text(re.sub("kommunchefen", "ordföranden", index.read_text("utf-8"), flags=re.IGNORECASE), "utf-8")
    questions = tuple(each.model_copy(update={"heard_by": ()}) for each in site.routine.questions)
    silent = site.routine.model_copy(update={"questions": questions})
    return replace(site, folder=folder, routine=silent, texts={}, trees={})


def put(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("every_site", some("den lilla", full=("rutinen",)), indirect=True)
def test_a_site_that_holds_has_no_faults(every_site: Site, browser: Browser) -> None:
    assert {what: [str(each) for each in faults if not each.advice] for what, faults in found(every_site, browser)} == {
        what: [] for what in CHECKS
    }


@pytest.mark.full
@pytest.mark.parametrize("name", OTHER_BODIES)
def test_the_command_holds_for_other_bodies(name: str) -> None:
    """Their check, spelling, build and pages, from the first day. It opens a browser of its own."""
    done = python(PROJECT, "-m", "content", str(OTHER_BODIES[name]))
    assert done.returncode == 0, (done.stdout, done.stderr)
    assert done.stdout.endswith("Innehållet håller.\n")
    assert "Stavningen: ja." in done.stdout


@pytest.fixture(scope="module")
def told(harmed: Site, site: Site, browser: Browser) -> dict[str, tuple[Fault, ...]]:
    with patch.object(grown, "_on_main", lambda *_: site.folder), patch.object(pages, "MOST", 3000):
        return dict(found(harmed, browser))


@pytest.mark.parametrize(
    ("what", "page", "says"),
    [
        ("Länkarna leder rätt", "om/index.html", "borta/index.html, som inte finns"),
        ("Sidorna är korta, och inte svåra att läsa", "latt/index.html", "aldrig över 345"),
        ("Sidorna är korta, och inte svåra att läsa", "rutinen/index.html", "svår att läsa: LIX"),
        (
            "Sidorna är korta, och inte svåra att läsa",
            PERSON,
            "mer än förut; det mesta är ”Nytt stycke”. Helst högst 5",
        ),
        ("Meningarna på Kort och enkelt är korta", "latt/index.html", "har 400 ord i en mening"),
        (
            "Var och en får veta de svar som dess steg hänger på",
            "guide/index.html",
            "Kommunchefen har steg som hänger på",
        ),
        ("Inget är för brett på en smal telefon", "rad/index.html", "vid ”Långtord”"),
        ("Det första att göra står först i guiden", "guide/index.html", "Den utsatte: det första att göra börjar"),
        ("Ingen väg genom guiden tar slut", "guide/index.html", "ett slut där ingen gör något, efter"),
        ("Sökningen hittar roller, ord och vägledning", "Sökningen", "”Kommunchefen” kommer inte bland"),
        ("Sökningen svarar på det som läsare skriver", "Sökningen", "”kommunchefen” besvaras inte av de 3 första"),
    ],
)
def test_each_fault_is_told_with_its_page_and_what_to_do(
    told: dict[str, tuple[Fault, ...]], what: str, page: str, says: str
) -> None:
    faults = [fault for fault in told[what] if fault.page == page]
    assert faults, told[what]
    assert any(says in fault.message for fault in faults)
    assert str(faults[0]).splitlines()[1].startswith("    Gör så här: ")


def test_every_kind_is_tried_here(told: dict[str, tuple[Fault, ...]]) -> None:
    assert [what for what, faults in told.items() if not faults] == []


@pytest.mark.parametrize(("words", "told"), [(240, []), (290, ["Råd"]), (340, ["fel"])])
def test_a_checklist_with_too_many_words_is_told(
    words: int, told: list[str], small_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "counted", lambda *_: [("Framsidan", words, pages.OWNER)])
    monkeypatch.setattr(pages, "printed", lambda routine: printed(routine)[:1])
    found = [*pages.wordy(small_site)]
    assert ["Råd" if each.advice else "fel" for each in found] == told


def seen(height: int, *texts: str) -> grown.Seen:
    return grown.Seen(height, "", [(text, height) for text in texts])


@pytest.mark.parametrize(
    ("now", "then", "told"),
    [
        (seen(5200, "a"), seen(100), []),
        (seen(5300, "a"), seen(5300), []),
        (seen(5300, "a"), seen(5400), []),
        (seen(5300, "a"), None, [(True, "5 300 bildpunkter hög på en telefon. Helst", 1)]),
        (seen(5980, "Läckan är stor"), seen(5200), [(True, "780 mer än förut; det mesta är ”Läckan är stor”", 1)]),
        (seen(5981, "a", "Säg till rektorn"), seen(5200, "a"), [(False, "det mesta är ”Säg till rektorn”", 0)]),
    ],
)
def test_only_what_has_grown_over_the_limit_is_told_and_stops_far_beyond_it_alone(
    now: grown.Seen,
    then: grown.Seen | None,
    told: list[tuple[bool, str, int]],
    small_site: Site,
    browser: Browser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = small_site.folder / "roller/rektorn/index.html"
    monkeypatch.setattr(grown, "LIMITS", grown.LIMITS[:1])
    monkeypatch.setattr(grown, "_on_main", lambda *_: then and small_site.folder)
    looked = iter([now, then])
    monkeypatch.setattr(grown, "_look", lambda _, file: next(looked) if file == page else seen(0))
    found = [*grown.too_much(small_site, browser)]
    assert [(fault.advice, words in fault.message) for fault, (_, words, _) in zip(found, told, strict=True)] == [
        (advice, True) for advice, _, _ in told
    ]
    assert all((fault.line == 1) == bool(line) for fault, (_, _, line) in zip(found, told, strict=True))


def test_the_formula_of_ease_is_the_one_that_is_known() -> None:
    assert grown.lix([("Du ska ringa. Vänta inte", 0)]) == 2
    assert grown.lix([("Kommunens säkerhetsstrateg ringer", 0)]) == 70


def test_a_routine_that_does_not_hold_is_not_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rutin.yaml"
    file.write_text(SMALL.read_text("utf-8").replace("responsible: [rektorn]", "responsible: [rektor]", 1), "utf-8")
    assert main(file) == 2
    out, err = capsys.readouterr()
    assert "R002" in err
    assert out == ""


# Whether the search has an answer, and where its first hits lead, of two queries: one with an answer, one without.
ANSWERED = (Query("kran", ("rutinen/",)), Query("cykel"))
RIGHT: object = ((["rutinen/index.html"], True), ([], False))
WRONG: object = (([], False), (["latt/index.html"], True))
WITHOUT = "”kran” besvaras inte av de 3 första träffarna. Sökningen visar inget."
TOO_MUCH = "”cykel” ska inte ha något svar, men sökningen visar latt/index.html."
NOW = [f"”{query.q}” besvaras nu som den ska." for query in ANSWERED]


@pytest.mark.parametrize(
    ("missed", "answers", "enough", "told"),
    [
        (False, RIGHT, 0, []),
        (False, WRONG, 0, [WITHOUT, TOO_MUCH]),
        (True, WRONG, 0, []),
        (True, RIGHT, 0, NOW),
        (True, WRONG, 1, [WITHOUT, TOO_MUCH]),
    ],
)
def test_of_queries_only_what_is_not_known_is_advised_and_what_has_no_answer_is_not_to_be_found(
    missed: bool, answers: object, enough: float, told: list[str], site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = SimpleNamespace(goto=str, evaluate=lambda *_: answers)
    monkeypatch.setattr(search, "page_of", lambda *_: nullcontext(page))
    monkeypatch.setattr(
        search, "queries", lambda _: [Query(query.q, query.want, "ja" if missed else None) for query in ANSWERED]
    )
    monkeypatch.setattr(search, "ENOUGH", enough)
    faults = list(search.too_few(site, cast(Browser, None)))
    assert [fault.message for fault in faults] == told
    assert all(fault.advice != bool(enough) for fault in faults)
    assert ["vid det som svarar" in fault.hint for fault in faults if fault.message == WITHOUT] in ([], [True])
    assert ["ta bort det ord" in fault.hint for fault in faults if fault.message == TOO_MUCH] in ([], [True])


def test_an_answer_that_the_site_no_longer_has_is_told_once_with_where_it_is_now(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A step that another role has got: what is looked up is found there, and no word more would mend what is told."""
    gone, away = "roller/kommunchefen/#informera-medier", "roller/borgmastaren/"
    kept = (Query("press", (gone,)), Query("reporter", (gone, "rutinen/")), Query("ledning", (away,)), ANSWERED[1])
    hits = {"reporter": (["rutinen/index.html"], True), "cykel": ([], False)}  # The others have no other answer.
    page = SimpleNamespace(goto=str, evaluate=lambda _, asked: [hits[query] for query in asked[0]])
    monkeypatch.setattr(search, "page_of", lambda *_: nullcontext(page))
    monkeypatch.setattr(search, "queries", lambda _: kept)
    told = [(fault.message.partition(" i filen")[0], fault.hint) for fault in search.too_few(site, cast(Browser, None))]
    assert told == [
        (
            f"”{gone}” finns inte på webbplatsen, men ska svara på två frågor",
            "byt den mot roller/partiets-sakerhetsansvarig/#informera-medier, eller ta bort den ur want.",
        ),
        (
            f"”{away}” finns inte på webbplatsen, men ska svara på en fråga",
            "byt den mot den sida som svarar nu, eller ta bort den ur want.",
        ),
    ]


FAULT, ADVICE = Fault("a", "Fel.", "b."), Fault("a", "b", "c", advice=True)


@pytest.mark.parametrize(
    ("faults", "code", "said"),
    [
        ((FAULT,), 1, "Något: 1 fel.\n"),
        ((ADVICE,), 0, "Något: 1 råd.\n"),
        ((ADVICE, FAULT, ADVICE), 1, "Något: 1 fel och 2 råd.\n"),
        ((), 0, "Något: ja.\n"),
    ],
)
def test_only_a_fault_stops_and_advice_is_no_yes(
    faults: tuple[Fault, ...], code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("content.chromium.opened", nullcontext)
    monkeypatch.setattr("content.__main__.found", lambda site, browser: iter([("Något", faults)]))
    assert main(SMALL, "--annotations") == code
    out = capsys.readouterr().out
    assert said in out
    assert all(str(fault) in out for fault in faults)
    assert out.count("title=a::") == len(faults)
    assert out.endswith("Innehållet håller.\n" if code == 0 else "1 fel på sidorna.\n")


def test_without_a_browser_it_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CHROMIUM", "en-som-inte-finns")
    assert main(SMALL) == 2
    assert "Chromium saknas.\n    Gör så här: kör make content" in capsys.readouterr().err


@pytest.mark.parametrize("error", [BuildError("Sidan är ändrad."), AddressError("mkdocs.yml:5:11", "Fel adress.")])
def test_what_stops_the_build_is_told_and_no_traceback(
    error: StopError, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: Path) -> None:
        raise error

    monkeypatch.setattr("content.__main__.build", stopped)
    assert main(SMALL) == 2
    assert capsys.readouterr().err == f"{error}\n"


def test_questions_that_cannot_be_read_are_told_before_anything_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = Path(shutil.copy(SMALL, tmp_path / "rutin.yaml"))
    file.with_suffix(".queries.yaml").write_text('- {q: "hat"}\n- {q: "hot\n', encoding="utf-8")
    monkeypatch.setattr("content.__main__.build", None)
    assert main(file) == 2
    assert ".queries.yaml:3:1: S002 Här går filen inte att läsa.\n" in capsys.readouterr().err
    assert main(file, "--annotations") == 2
    assert re.search(r"^::error file=.*rutin\.queries\.yaml,line=3,", capsys.readouterr().out, re.MULTILINE)
