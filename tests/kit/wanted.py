"""Changes that a municipality wants to make, as an editor makes them in our routine: each is accepted as it is."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from routine.__main__ import main
from routine.check.load import beside
from tests.kit.paths import REAL

# The entry of a new edition, with what has been decided of the source's rows.
DECIDED = """
revisions:
  - edition: "2"
    date: 2026-11-27
    summary: Kommunstyrelsen har beslutat om en ändring.
    decision:
      body: Kommunstyrelsen
      date: 2026-11-26
      reference: § 12
      changes:
"""
# What stands after the last piece of guidance.
AFTER_GUIDANCE = "\n# Blad att fylla i för hand"
# A row of the body's own, and the decision that lets it in.

OWN_ROW = """  - id: {id}
    section: 3.2.4
    row: 20
    responsible: [{owner}]
    text: {text}
    others: {others}
    done: {done}
"""
NEW_ROW = "        - row: 20\n          row_is: ny\n          section: 3.2.4\n          responsible: [{owner}]\n"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A change, by replacements of what stands once in the file, and what has been decided for it, if anything."""

    name: str
    swaps: tuple[tuple[str, str], ...]
    decided: str = ""

    def made(self, folder: Path) -> Path:
        """The routine with the change, in a copy of its folder. Returns the file."""
        shutil.copytree(REAL.parent, folder)
        file = folder / REAL.name
        text = file.read_text(encoding="utf-8")
        entry = (("\nrevisions:\n", DECIDED + self.decided),) if self.decided else ()
        for old, new in (*entry, *self.swaps):
            assert text.count(old) == 1, f"{self.name}: {text.count(old)} × {old}"
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")
        assert beside(file).is_file()
        if self.decided:  # As the guidance for editors says, and a workflow does for them.
            assert main(["edition", str(file)]) == 0
        return file


def _own_action(id: str, owner: str, text: str, others: str, done: str, more: str = "") -> tuple[str, str]:
    row = OWN_ROW.format(id=id, owner=owner, text=text, others=others, done=done)
    return "\nemergency:\n", f"\n{row}{more}\nemergency:\n"


WANTED = (
    Wanted(
        "tio dagar i stället för två veckor",
        (
            ("      count: 2\n      unit: veckor\n", "      count: 10\n      unit: dagar\n"),
            ("inom två veckor efter händelsen. Rutinen säger inte vilka", "inom tio dagar. Rutinen säger inte vilka"),
            ("- Inom två veckor håller", "- Inom tio dagar håller"),
        ),
        "        - row: 15\n          within: {count: 10, unit: dagar}\n",
    ),
    Wanted(
        "en åtgärd får två som ansvarar",
        (
            (
                "    row: 16\n    responsible: [partiets-sakerhetsansvarig]\n",
                "    row: 16\n    responsible: [partiets-sakerhetsansvarig, kommunens-sakerhetsstrateg]\n",
            ),
        ),
        "        - row: 16\n          responsible: [partiets-sakerhetsansvarig, kommunens-sakerhetsstrateg]\n",
    ),
    Wanted(
        "en åtgärd delas i två",
        (
            _own_action(
                "dokumentera-behovet",
                "partiets-sakerhetsansvarig",
                "Dokumentera behovet av fler samtal",
                "dokumenterar behovet av fler samtal",
                "dokumenterat behovet av fler samtal",
                "    after:\n      - action: fler-samtal\n        text: efter bedömningen\n        basis: tolkning\n",
            ),
            (
                "    text: Bedöm och dokumentera behovet av fler uppföljande samtal\n",
                "    text: Bedöm behovet av fler uppföljande samtal\n",
            ),
            (
                "    others: bedömer och dokumenterar behovet av fler uppföljande samtal\n",
                "    others: bedömer behovet av fler uppföljande samtal\n",
            ),
            (
                "    done: bedömt och dokumenterat behovet av fler uppföljande samtal\n",
                "    done: bedömt behovet av fler uppföljande samtal\n",
            ),
        ),
        "        - row: 17\n          removed: [says]\n" + NEW_ROW.format(owner="partiets-sakerhetsansvarig"),
    ),
    Wanted(
        "en åtgärd av kommunens egen",
        (
            _own_action(
                "ga-igenom",
                "kommunens-sakerhetsstrateg",
                "Gå igenom vad vi lär oss av händelsen",
                "går igenom vad vi lär oss av händelsen",
                "gått igenom vad vi lär oss av händelsen",
            ),
        ),
        NEW_ROW.format(owner="kommunens-sakerhetsstrateg"),
    ),
    Wanted(
        "en ny roll",
        (
            (
                "\ntracks:\n",
                "\n  - id: hr-chefen\n    name: HR-chefen\n    tab: HR-chefens sida\n"
                "    summary: Du går igenom vad kommunen lär sig\n"
                "    starts:\n      text: strategen har berättat för dig.\n      basis: tolkning\n"
                "    intro: Du går igenom vad kommunen lär sig av händelsen.\n\ntracks:\n",
            ),
            _own_action(
                "ga-igenom",
                "hr-chefen",
                "Gå igenom vad vi lär oss av händelsen",
                "går igenom vad vi lär oss av händelsen",
                "gått igenom vad vi lär oss av händelsen",
            ),
            (
                "  - id: kontakt-foretagshalsovard\n",
                (
                    "  - id: kontakt-hr\n    function: HR-chefen\n    role: hr-chefen\n"
                    "    ask: Fråga kommunens växel.\n    basis: tolkning\n  - id: kontakt-foretagshalsovard\n"
                ),
            ),
        ),
        NEW_ROW.format(owner="hr-chefen"),
    ),
    Wanted(
        "en ny fråga",
        (
            (
                "\nactions:\n",
                "\n  - id: behovs-genomgang\n    text: Behövs en genomgång efteråt?\n    basis: tolkning\n"
                "    answered_by: [kommunens-sakerhetsstrateg]\n\nactions:\n",
            ),
            _own_action(
                "ga-igenom",
                "kommunens-sakerhetsstrateg",
                "Gå igenom vad vi lär oss av händelsen",
                "går igenom vad vi lär oss av händelsen",
                "gått igenom vad vi lär oss av händelsen",
                "    conditions:\n      - question: behovs-genomgang\n        answer: ja\n"
                "        text: om en genomgång behövs\n        basis: tolkning\n",
            ),
        ),
        NEW_ROW.format(owner="kommunens-sakerhetsstrateg"),
    ),
    Wanted(
        "en ny kontakt",
        (
            (
                "  - id: kontakt-brottsofferjouren\n",
                "  - id: kontakt-vaxel\n    function: Kommunens växel\n    number: 0155-380 00\n"
                "    valid_until: 2028-01-31\n    ask: Öppet på vardagar.\n    basis: tolkning\n"
                "  - id: kontakt-brottsofferjouren\n",
            ),
        ),
    ),
    Wanted(
        "ny vägledning",
        (
            (
                AFTER_GUIDANCE,
                "  - id: egna-rad\n    title: Så skyddar du dina konton\n    points:\n"
                "      - Byt lösenord och slå på tvåstegsinloggning.\n"
                "    source:\n      publisher: Exempelmyndigheten\n"
                "      title: Skydda dina konton\n      url: https://exempel.se/konton\n    checked: 2026-11-26\n"
                f"    roles: [den-utsatte]\n{AFTER_GUIDANCE}",
            ),
        ),
    ),
    Wanted("kommunen heter något annat", (("  name: Oxelösunds kommun\n", "  name: Storfors kommun\n"),)),
    Wanted("den som äger innehållet", (("  owner: Kommunens säkerhetsstrateg\n", "  owner: Kommunstyrelsen\n"),)),
    Wanted(
        "en åtgärd sägs med andra ord",
        (
            (
                "    text: Håll ett första uppföljande samtal med inblandade\n",
                "    text: Kalla inblandade till ett första uppföljande samtal och håll det\n",
            ),
        ),
    ),
    Wanted(
        "en förklaring blir längre",
        (
            (
                "    detail: Ni kontaktar vid behov kommunens säkerhetsstrateg.\n",
                "    detail: Ni kontaktar vid behov kommunens säkerhetsstrateg. Ta den tid som behövs.\n",
            ),
        ),
    ),
    Wanted("andra ord att säga", (("Vem är hos dig nu?", "Är någon hos dig nu?"),)),
    Wanted(
        "en öppen fråga till",
        (
            (
                "\nterms:\n",
                "\n  - id: vem-betalar\n    question: Vem betalar stödet?\n"
                "    detail: Källan säger inget om det.\n\nterms:\n",
            ),
        ),
    ),
    Wanted(
        "en öppen fråga är besvarad",
        (
            (
                "  - id: vilka-ar-inblandade\n    question: Vilka är inblandade i det första uppföljande samtalet?\n"
                "    detail: Källan säger ”inblandade” och inget mer.\n",
                "",
            ),
            ("    open_questions: [vilka-ar-inblandade]\n", ""),
        ),
    ),
    Wanted(
        "en situation med andra ord",
        (("    text: Någon har berättat för mig\n", "    text: Någon har berättat något för mig\n"),),
    ),
    Wanted(
        "en situation tas bort",
        (
            (
                "  - id: jag-ar-hos-nagon\n    text: Jag är hos någon\n"
                "    summary: Du ger det första stödet, eller är stödperson.\n    roles: [initialt-stod, stodperson]\n",
                "",
            ),
        ),
    ),
    Wanted("numret gäller längre", (("    valid_until: 2027-11-25\n", "    valid_until: 2028-11-25\n"),)),
    Wanted("en annan sida att gå till", (("  leave: https://www.smhi.se/\n", "  leave: https://www.dn.se/\n"),)),
    Wanted("tillgängligheten är bedömd igen", (("  assessed: 2026-11-25\n", "  assessed: 2027-02-01\n"),)),
    Wanted(
        "ett avsnitt får ett annat namn", (("    title: Information om händelsen\n", "    title: Att informera\n"),)
    ),
    Wanted(
        "ett spår får ett annat namn",
        (("    title: Stöd och uppföljning\n", "    title: Stöd och vad som sedan följer\n"),),
    ),
    Wanted(
        "en roll har en annan inledning",
        (
            (
                "    intro: Den utsatte väljer sin stödperson, till exempel en anhörig. "
                "Den som gav det första stödet kan kontakta dig.\n",
                "    intro: Den utsatte väljer själv sin stödperson, till exempel en anhörig.\n",
            ),
        ),
    ),
    Wanted(
        "rutinen upphävs",
        (
            (
                "\naccessibility:\n",
                "\nwithdrawn:\n  until: 2026-12-31\n  text: Kommunstyrelsen har upphävt rutinen. Följ planen.\n"
                "  url: https://www.oxelosund.se/\n\naccessibility:\n",
            ),
        ),
    ),
    Wanted("en kommentar", (("\nroles:\n", "\n# Rollerna är sju.\nroles:\n"),)),
)
