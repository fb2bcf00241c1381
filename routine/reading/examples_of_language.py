"""Examples of what a text may not say, of advice, and of what has no room on paper."""

from __future__ import annotations

from routine.reading.example import Example

OF_LANGUAGE = {
    "R070": Example(
        "    text: Mät flödet ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton "
        "sjutton arton nitton\n",
        "    text: Mät flödet\n",
    ),
    "R071": Example(
        "      - Close the door after you.\n",
        "      - Stäng dörren efter dig.\n",
    ),
    "R072": Example(
        "      - Läs **hela** [rådet om vatten](https://www.example.org/rad).\n",
        "      - Läs hela rådet om vatten.\n",
    ),
    "R073": Example(
        "      - Du får skydd, och din anmälan blir hemlig.\n",
        "      - Be om skydd. Polisen avgör.\n",
    ),
    "R074": Example(
        "      - Ring vaktens telefon.\n",
        "      - Ring vaktmästarens telefon.\n",
    ),
    "V001": Example(
        "    text: Du byter röret\n    others: byter röret\n",
        "    text: Byt röret\n    others: byter röret\n",
    ),
    "V002": Example(
        "    text: Byt röret\n    others: gräver upp gården\n",
        "    text: Byt röret\n    others: byter röret\n",
    ),
    "V003": Example(
        "    text: Röret ska bytas\n    others: byter röret\n",
        "    text: Byt röret\n    others: byter röret\n",
    ),
    "V004": Example(
        "      - Ring Anna Berg.\n",
        "      - Ring rektorn.\n",
    ),
    "V005": Example(
        "    others: byter röret inom två veckor\n",
        "    others: byter röret inom tre dagar\n",
    ),
    "V006": Example(
        "      - Stäng dörern efter dig.\n",
        "      - Stäng dörren efter dig.\n",
    ),
    "V007": Example(
        "words:\n  - dnr\n  - dörren\n",
        "words:\n  - dnr\n",
    ),
    "V009": Example(
        "      - Ring portieren.\n",
        "      - Hämta vaktmästaren.\n",
    ),
    "V010": Example(
        "      - Ring 010-555 01 99.\n",
        "      - Ring 010-555 01 23.\n",
    ),
    "V017": Example(
        "    summary: Du stänger av vattnet\n",
        "    summary: Du bedömer skadan\n",
    ),
    "V019": Example(
        "      - Låt inte den ut- satta vara ensam.\n",
        "      - Låt inte den utsatta vara ensam.\n",
    ),
    "V020": Example(
        "      - Stäng dörren efter dig.Gå sedan ut.\n",
        "      - Stäng dörren efter dig. Gå sedan ut.\n",
    ),
    "V021": Example(
        "      - Läs rad 25 i rutinen.\n",
        "      - Läs rad 5 i rutinen.\n",
    ),
    "V022": Example(
        "    others: byter ditt rör\n",
        "    others: byter röret i salen\n",
    ),
    "V018": Example(
        "  - id: skriv-upp-flodet\n"
        "    section: 7.1.2\n"
        "    row: 3\n"
        "    responsible: [va-ingenjoren]\n"
        "    text: Skriv upp flödet\n"
        "    others: skriver upp flödet\n"
        "  - id: grav-upp-ledningen\n",
        "  - id: skriv-upp-flodet\n"
        "    section: 7.1.2\n"
        "    row: 3\n"
        "    responsible: [va-ingenjoren]\n"
        "    text: Skriv upp flödet\n"
        "    others: skriver upp flödet\n"
        "    conditions:\n"
        "      - question: rinner-det\n"
        "        answer: ja\n"
        "        text: om det rinner\n"
        "        basis: kalla\n"
        "    within:\n"
        "      count: 4\n"
        "      unit: timmar\n"
        "      basis: kalla\n"
        "  - id: grav-upp-ledningen\n",
    ),
    "V023": Example(
        "    short: Vem läser loggen?\n  - id: vem-torkar\n    question: Vem torkar golvet?\n"
        "    detail: Dokumentet nämner ingen.\n    meanwhile: Ring jouren.\n",
        "    short: Vem läser loggen?\n  - id: vem-torkar\n    question: Vem torkar golvet?\n"
        "    detail: Dokumentet nämner ingen.\n",
    ),
    "V011": Example(
        "    responsible: [eleven]\n"
        "    call:\n"
        '      number: "112"\n'
        "      basis: tolkning\n"
        "    text: Flytta klassen till en annan sal\n",
        "    responsible: [eleven]\n"
        "    call:\n"
        '      number: "112"\n'
        "      basis: tolkning\n"
        "    after:\n"
        "      - action: sag-till\n"
        "        text: när rektorn vet\n"
        "        basis: tolkning\n"
        "    text: Flytta klassen till en annan sal\n",
    ),
    "V012": Example(
        "    advice: Ring när någon är i fara.\n",
        "    advice: Ring 112 när någon är i fara.\n",
    ),
    "V013": Example(
        "    text: Rinner det fortfarande vatten?\n"
        "    own: Ser du att det rinner?\n"
        "    also: [droppar det]\n"
        "    basis: kalla\n"
        "    answered_by: [vaktmastaren, rektorn]\n",
        "    text: Rinner det fortfarande vatten?\n"
        "    also: [droppar det]\n"
        "    basis: kalla\n"
        "    answered_by: [vaktmastaren, rektorn]\n",
    ),
    "V014": Example(
        "    tab: Vattenläcka\n    summary: Du säger till om läckan\n",
        "    tab: Min del\n    summary: Du säger till om läckan\n",
    ),
    "V015": Example(
        "    name: Elverkets montör\n"
        "    tab: Klassens del\n"
        "    summary: Du kan bli ombedd av Elverket att säga till\n"
        "    intro: Du äger inget steg, men du kan hjälpa Elverket.\n",
        "    name: Montören från Elverket\n"
        "    tab: Klassens del\n"
        "    summary: Du kan bli ombedd av Elverket att säga till\n"
        "    intro: Du äger inget steg, men du kan hjälpa Elverket.\n",
    ),
    "V016": Example(
        "        answer: ja\n        text: om det inte rinner\n",
        "        answer: ja\n        text: om det rinner\n",
    ),
    "V008": Example(
        "words:\n  - Teletal\n  - dnr\n",
        "words:\n  - dnr\n  - Teletal\n",
    ),
    "P001": Example(
        "    wallet: >-\n"
        "      Stäng kranen. Gå ner i källaren genom den gröna dörren bredvid matsalen, tänd lampan till vänster,\n"
        "      följ de röda rören till väggen längst in, och vrid det stora svarta handtaget medsols tills det\n"
        "      tar stopp. Känn efter att det sitter fast. Lyssna om det rinner i rören. Gör det det, vrid ett\n"
        "      halvt varv tillbaka och sedan medsols igen, med båda händerna. Skriv på lappen bredvid kranen\n"
        "      vilken dag och tid du stängde den, och häng tillbaka lappen så att nästa som kommer ser den.\n"
        "      Gå sedan upp till köket och öppna kranen där, så att det som är kvar i rören rinner ut.\n"
        "      Titta också i matsalen, i slöjden och på toaletterna bredvid, om det är blött på golvet någonstans.\n"
        "      Ring till sist rektorn och säg att vattnet är stängt i hela huset, när och var det var blött.\n",
        "    wallet: Stäng kranen\n",
    ),
}
OF_PERSONS = {
    "R080": Example(
        "      - Säg att det gäller 811218-9876.\n",
        "      - Säg att det gäller en elev.\n",
    ),
    "R081": Example(
        "      - Ring 070-174 06 35.\n",
        "      - Ring jouren, 010-555 01 23.\n",
    ),
    "R082": Example(
        "      - Skriv till ada.berg@example.se.\n",
        "      - Skriv till expeditionen@example.se.\n",
    ),
    "R083": Example(
        "      - Gå till Storgatan 5.\n",
        "      - Gå till expeditionen.\n",
    ),
    "R084": Example(
        "    number: 070-174 06 35\n",
        "    number: 010-555 01 23\n",
    ),
    "R085": Example(
        "    also: [rapportera till någon som bestämmer över skolan]\n",
        "    also: [rapportera, slå larm]\n",
    ),
}
