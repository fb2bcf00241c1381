"""The small routine with one thing changed that breaks a rule, and where that is told."""

from __future__ import annotations

# As in broken.py. `HELD`: beside the adopted document.
ROWS: tuple[tuple[str, ...], ...] = (
    ("R001", "id två gånger", "  - id: mogel\n", "  - id: el-och-vatten\n"),
    (
        "R103",
        "samma kontakt två gånger",
        "    ask: Fråga rektorn.\n    basis: tolkning\n\n",
        "    ask: Fråga rektorn.\n"
        "    basis: tolkning\n"
        "  - id: kontakt-huset\n"
        "    function: Fastighetsavdelningen\n"
        "    ask: Fråga rektorn.\n"
        "    basis: tolkning\n"
        "\n",
    ),
    (
        "R104",
        "adress i stället för namn",
        "      publisher: Exempelverket\n",
        "      publisher: https://www.example.org/\n",
    ),
    ("R085", "ett sökord som är en mening", "[översvämning, v", "[när det kommer vatten från taket, v"),
    ("R108", "en annan tidsgräns", "    others: byter röret\n", "    others: byter röret inom två veckor\n"),
    (
        "R105",
        "samråd mellan en",
        "    responsible: [rektorn, vaktmastaren]\n",
        "    responsible: [rektorn]\n",
        "    jointly: kalla",
    ),
    ("R097", "id som skripten har", "  - id: mogel\n", "  - id: constructor\n"),
    (
        "R001",
        "fråga med en åtgärds id",
        "  - id: torkar-salen\n",
        "  - id: torkar-salen\n"
        "    text: Är det torrt?\n"
        "    basis: kalla\n"
        "    answered_by: [rektorn]\n"
        "  - id: byt-roret\n",
        "  - id: byt-roret",
    ),
    ("R002", "okänd roll", "    informs:\n      - role: rektorn\n", "    informs:\n      - role: rektor\n"),
    ("R002", "okänd roll som svarar", "    answered_by: [va-ingenjoren]\n", "    answered_by: [roret]\n"),
    (
        "R050",
        "ingen som får veta",
        "      - who: Klassen\n        what: får veta att fläktarna väsnas\n",
        "      - what: får veta att fläktarna väsnas\n",
    ),
    (
        "R050",
        "både namn och roll",
        "      - who: Hemmen\n",
        "      - who: Hemmen\n        role: eleven\n",
        "      - who: Hemmen",
    ),
    ("R051", "en roll vid sitt namn", "      - who: Hemmen\n", "      - who: eleven\n"),
    ("R052", "en som inte deltar berättar", "        by: rektorn\n", "        by: eleven\n"),
    (
        "R053",
        "samma mottagare två gånger",
        "        basis: kalla\n    open_questions: [vem-tittar]\n",
        "        basis: kalla\n"
        "      - who: hemmen\n"
        "        what: får veta att salen är stängd\n"
        "        basis: kalla\n"
        "    open_questions: [vem-tittar]\n",
    ),
    ("R003", "okänd fråga", "      - question: torkar-salen\n", "      - question: torkar-sal\n"),
    (
        "R004",
        "okänt avsnitt",
        "  - id: grav-upp-ledningen\n    section: 7.1.2\n",
        "  - id: grav-upp-ledningen\n    section: 7.1.3\n",
    ),
    (
        "R090",
        "ett avsnitt utan spår",
        "    title: Lagning\n    track: vatten\n",
        "    title: Lagning\n",
        "  - id: 7.1.2",
    ),
    (
        "R090",
        "avsnitt utan spår, alla",
        "    title: Larm\n    track: vatten\n",
        "    title: Larm\n",
        "    title: Lagning\n    track: vatten\n",
        "    title: Lagning\n",
        "    track: lokaler\n",
        "",
        "  - id: 7.1.1",
    ),
    (
        "R005",
        "spår som inte finns kvar",
        "\n"
        "tracks:\n"
        "  - id: vatten\n"
        "    title: Vattnet\n"
        '    number: "7.1"\n'
        "    basis: kalla\n"
        "  - id: lokaler\n"
        "    title: Lokalerna\n"
        '    number: "7.2"\n'
        "    basis: tolkning\n",
        "",
        "    track: vatten",
    ),
    (
        "R091",
        "nio spår",
        "\nsections:\n",
        "\n"
        "  - id: spar-3\n"
        "    title: Spår 3\n"
        "    basis: kalla\n"
        "  - id: spar-4\n"
        "    title: Spår 4\n"
        "    basis: kalla\n"
        "  - id: spar-5\n"
        "    title: Spår 5\n"
        "    basis: kalla\n"
        "  - id: spar-6\n"
        "    title: Spår 6\n"
        "    basis: kalla\n"
        "  - id: spar-7\n"
        "    title: Spår 7\n"
        "    basis: kalla\n"
        "  - id: spar-8\n"
        "    title: Spår 8\n"
        "    basis: kalla\n"
        "  - id: spar-9\n"
        "    title: Spår 9\n"
        "    basis: kalla\n"
        "sections:\n",
        "  - id: spar-9",
    ),
    (
        "R092",
        "två avsnitt med samma adress",
        "  - id: 7.1.2\n",
        "  - id: 7-1-1\n",
        "  - id: mata-flodet\n    section: 7.1.2\n",
        "  - id: mata-flodet\n    section: 7-1-1\n",
        "  - id: grav-upp-ledningen\n    section: 7.1.2\n",
        "  - id: grav-upp-ledningen\n    section: 7-1-1\n",
        "  - id: byt-roret\n    section: 7.1.2\n",
        "  - id: byt-roret\n    section: 7-1-1\n",
    ),
    ("R005", "okänt spår", "    track: lokaler\n", "    track: lokal\n"),
    ("R006", "okänd åtgärd", "      - action: stang-kranen\n", "      - action: sag-ifran\n"),
    (
        "R007",
        "okänd öppen fråga när ingen har kallat",
        "      open_question: vem-tittar\n",
        "      open_question: vem-ser\n",
    ),
    (
        "R007",
        "öppen fråga som har fått svar, och texter som säger att den är öppen",
        "    detail: Titta efter under diskhon.\n",
        "    detail: Rutinen säger inte vem som tittar.\n",
        "        basis: tolkning\n    open_questions: [vem-tittar]\n  - id: ar-det-natet\n",
        "        basis: tolkning\n    open_questions: [vem-ser]\n  - id: ar-det-natet\n",
        "    open_questions: [vem-ser]",
    ),
    ("R008", "ingen ansvarar", "    responsible: [upptackaren]\n", "", "  - id: sag-till"),
    ("R009", "rader i fel ordning", "    row: 5\n", "    row: 3\n"),
    ("R009", "ny rad på två ställen", "    row: 10\n", "    row: 8\n"),
    ("R093", "egen åtgärd med rad", "    row: 8\n", "    row: 8\n    basis: egen\n", "    row: 8"),
    (
        "R010",
        "villkor som säger emot varandra",
        "        answer: ja\n        text: om det rinner ännu\n",
        "        answer: nej\n        text: om det inte rinner\n",
        "    conditions:",
    ),
    (
        "R011",
        "åtgärder i ring",
        "      basis: tolkning\n  - id: beratta-for-hemmen\n",
        "      basis: tolkning\n"
        "    after:\n"
        "      - action: hyr-flaktar\n"
        "        text: efter fläktarna\n"
        "        basis: kalla\n"
        "  - id: beratta-for-hemmen\n",
        "      - action: hyr-flaktar",
    ),
    (
        "R014",
        "en fråga bakom en som inget hänger på",
        "        basis: tolkning\n\n",
        "        basis: tolkning\n"
        "  - id: ena\n"
        "    text: Är det ena?\n"
        "    basis: kalla\n"
        "    answered_by: [rektorn]\n"
        "    conditions:\n"
        "      - question: rinner-det\n"
        "        answer: ja\n"
        "        text: om det är så\n"
        "        basis: kalla\n"
        "  - id: andra\n"
        "    text: Är det andra?\n"
        "    basis: kalla\n"
        "    answered_by: [rektorn]\n"
        "    conditions:\n"
        "      - question: ena\n"
        "        answer: ja\n"
        "        text: om det är så\n"
        "        basis: kalla\n"
        "\n",
        "  - id: andra",
    ),
    (
        "R011",
        "efter sig själv",
        "      basis: tolkning\n  - id: beratta-for-hemmen\n",
        "      basis: tolkning\n"
        "    after:\n"
        "      - action: flytta-klassen\n"
        "        text: efter flytten\n"
        "        basis: kalla\n"
        "  - id: beratta-for-hemmen\n",
        "      - action: flytta-klassen",
    ),
    ("R094", "gräns från åtgärden själv", "      after: flytta-klassen\n", "      after: beratta-for-hemmen\n"),
    (
        "R094",
        "gräns från det som väntar på åtgärden",
        "      after: flytta-klassen\n",
        "      after: hyr-flaktar\n",
        "    others: hyr fläktar\n",
        "    others: hyr fläktar\n"
        "    after:\n"
        "      - action: beratta-for-hemmen\n"
        "        text: sedan\n"
        "        basis: kalla\n",
    ),
    (
        "R029",
        "två åtgärder som öppnar",
        "      basis: tolkning\n  - id: beratta-for-hemmen\n",
        "      basis: tolkning\n    opens: kalla\n  - id: beratta-for-hemmen\n",
    ),
    (
        "R030",
        "en början som väntar",
        "    opens: kalla\n",
        "    opens: kalla\n"
        "    after:\n"
        "      - action: stang-kranen\n"
        "        text: efter kranen\n"
        "        basis: kalla\n",
    ),
    (
        "R031",
        "en grupp med andra ansvariga",
        "    done: skrivit i loggen hur salen ser ut\n",
        "    done: skrivit i loggen hur salen ser ut\n"
        "    conditions:\n"
        "      - question: torkar-salen\n"
        "        answer: ja\n"
        "        text: när det är torrt\n"
        "        basis: kalla\n",
    ),
    (
        "R031",
        "en ny åtgärd mitt i en grupp",
        "      basis: kalla\n  - id: skriv-i-loggen\n",
        "      basis: kalla\n"
        "  - id: lufta\n"
        "    section: 7.2.1\n"
        "    basis: egen\n"
        "    responsible: [rektorn]\n"
        "    text: Lufta salen\n"
        "    others: luftar salen\n"
        "  - id: skriv-i-loggen\n",
    ),
    (
        "R034",
        "en fråga som ställs genast efter något",
        "      basis: tolkning\n    detail: Titta efter under diskhon.\n",
        "      basis: tolkning\n"
        "    after:\n"
        "      - action: sag-till\n"
        "        text: efter larmet\n"
        "        basis: kalla\n"
        "    detail: Titta efter under diskhon.\n",
    ),
    ("R035", "en roll som kallar in sig själv", "      action: stang-kranen\n", "      action: mata-flodet\n"),
    ("R033", "ett beslut efter sin utgåva", "      date: 2024-04-17\n", "      date: 2024-05-02\n"),
    ("R036", "en utgåva som är godkänd för sent", "      date: 2024-04-25\n", "      date: 2024-05-02\n"),
    ("R033", "ett beslut före det förra", "      date: 2024-04-17\n", "      date: 2014-04-17\n"),
    (
        "R016",
        "en roll som både svarar och hör",
        "    heard_by:\n      - role: va-ingenjoren\n",
        "    heard_by:\n      - role: rektorn\n",
        "  - id: rinner-det",
    ),
    (
        "R021",
        "samma väntan två gånger",
        "        text: när klassen har flyttat\n",
        "        text: när klassen har flyttat\n"
        "        basis: tolkning\n"
        "      - action: flytta-klassen\n"
        "        text: en gång till\n",
        "      - action: flytta-klassen",
    ),
    (
        "R012",
        "avsnitt utan åtgärder",
        "    track: lokaler\n    basis: tolkning\n\n",
        "    track: lokaler\n"
        "    basis: tolkning\n"
        "  - id: 7.2.2\n"
        "    title: Städning\n"
        "    track: lokaler\n"
        "    basis: kalla\n"
        "\n",
    ),
    (
        "R013",
        "roll som inget behöver",
        "    intro: Du äger inget steg, men du kan hjälpa till.\n",
        "    intro: Du äger inget steg, men du kan hjälpa till.\n"
        "  - id: grannen\n"
        "    name: Grannen\n"
        "    tab: Bredvid\n"
        "    summary: Du bor intill\n"
        "    starts:\n"
        "      text: det rinner in hos dig.\n"
        "      basis: kalla\n"
        "    intro: Du hör av dig.\n",
    ),
    (
        "R099",
        "roll som bara rådfrågas",
        "    intro: Du äger inget steg, men du kan hjälpa till.\n",
        "    intro: Du äger inget steg, men du kan hjälpa till.\n"
        "  - id: grannen\n"
        "    name: Grannen\n"
        "    tab: Bredvid\n"
        "    summary: Du bor intill\n"
        "    starts:\n"
        "      text: det rinner in hos dig.\n"
        "      basis: kalla\n"
        "    intro: Du hör av dig.\n",
        "      roles: [vaktmastaren, va-ingenjoren]\n",
        "      roles: [vaktmastaren, va-ingenjoren, grannen]\n",
    ),
    (
        "R015",
        "spår utan avsnitt",
        '    number: "7.2"\n    basis: tolkning\n\n',
        '    number: "7.2"\n    basis: tolkning\n  - id: el\n    title: Elen\n    number: "7.3"\n    basis: kalla\n\n',
    ),
    (
        "R017",
        "tio åtgärder på en gång",
        "    open_questions: [var-loggen-ligger]\n",
        "    open_questions: [var-loggen-ligger]\n"
        "  - id: extra-11\n"
        "    section: 7.2.1\n"
        "    row: 11\n"
        "    responsible: [vaktmastaren]\n"
        "    text: Flytta låda 11\n"
        "    others: flyttar låda 11\n"
        "  - id: extra-12\n"
        "    section: 7.2.1\n"
        "    row: 12\n"
        "    responsible: [vaktmastaren]\n"
        "    text: Flytta låda 12\n"
        "    others: flyttar låda 12\n"
        "  - id: extra-13\n"
        "    section: 7.2.1\n"
        "    row: 13\n"
        "    responsible: [vaktmastaren]\n"
        "    text: Flytta låda 13\n"
        "    others: flyttar låda 13\n"
        "  - id: extra-14\n"
        "    section: 7.2.1\n"
        "    row: 14\n"
        "    responsible: [vaktmastaren]\n"
        "    text: Flytta låda 14\n"
        "    others: flyttar låda 14\n"
        "  - id: extra-15\n"
        "    section: 7.2.1\n"
        "    row: 15\n"
        "    responsible: [vaktmastaren]\n"
        "    text: Flytta låda 15\n"
        "    others: flyttar låda 15\n"
        "  - id: extra-16\n"
        "    section: 7.2.1\n"
        "    row: 16\n"
        "    responsible: [vaktmastaren]\n"
        "    text: Flytta låda 16\n"
        "    others: flyttar låda 16\n"
        "  - id: extra-17\n"
        "    section: 7.2.1\n"
        "    row: 17\n"
        "    responsible: [vaktmastaren]\n"
        "    text: Flytta låda 17\n"
        "    others: flyttar låda 17\n"
        "  - id: extra-18\n"
        "    section: 7.2.1\n"
        "    row: 18\n"
        "    responsible: [vaktmastaren]\n"
        "    text: Flytta låda 18\n"
        "    others: flyttar låda 18\n",
        "  - id: 7.2.1",
    ),
    ("R018", "utgåvor i fel ordning", "    date: 2023-01-15\n", "    date: 2024-06-01\n", "    date: 2024-05-01"),
    (
        "R032",
        "två kontakter som heter lika",
        "    label: nattetid\n",
        "    label: Dagtid\n",
        "  - id: kontakt-jouren-natt",
    ),
    ("R040", "en situation som leder ingenstans", "    emergency: ja\n", "", "  - id: det-forsar"),
    (
        "R040",
        "en situation som leder till två saker",
        "    text: Det forsar\n",
        "    text: Det forsar\n    roles: [eleven]\n",
        "  - id: det-forsar",
    ),
    (
        "R041",
        "en situation vars öppna fråga inte hjälper",
        "    meanwhile: Ring jouren om salen läcker på helgen.\n",
        "",
        "    open_question: vem-tittar",
    ),
    (
        "R042",
        "okänd kontakt i en situation",
        "    contacts: [kontakt-jouren, kontakt-fastighet]\n",
        "    contacts: [kontakt-joren, kontakt-fastighet]\n",
    ),
    (
        "R043",
        "kontakter som aldrig visas",
        "    emergency: ja\n",
        "    emergency: ja\n    contacts: [kontakt-fastighet]\n",
    ),
    (
        "R060",
        "okänd vägledning",
        "        guidance: [el-och-vatten]\n",
        "        guidance: [el-och-vatten, el-vatten]\n",
    ),
    (
        "R061",
        "ett svar som förklaras två gånger",
        "        guidance: [el-och-vatten]\n      - answer: nej\n",
        "        guidance: [el-och-vatten]\n      - answer: ja\n",
    ),
    ("R062", "ett felskrivet nummer att ringa", "      number: 010-555 01 00\n", "      number: 020-555 01 00\n"),
    ("R062", "ett nummer att ringa som inte är nödnummer", "      number: 010-555 01 00\n", "      number: 999\n"),
    (
        "R086",
        "ett råd med ett annat nummer än sitt eget",
        "    advice: Ring 112 när någon är i fara.\n",
        "    advice: Ring 113 13 när någon är i fara.\n",
    ),
    (
        "R087",
        "ett nödnummer med en siffra fel",
        "      - Stäng dörren efter dig.\n",
        "      - Ring 113 om någon är i fara.\n",
    ),
    ("R102", "val med semikolon", "        choices: [klart, grumligt]\n", "        choices: [klart; grumligt]\n"),
    ("R023", "samma blankett två gånger", "    title: Fuktmätning\n", "    title: läckan i  huset\n"),
    (
        "R063",
        "feta ord som inte står i texten",
        "    emphasis: Säg till rektorn\n",
        "    emphasis: Ring rektorn\n",
    ),
    ("R064", "någon att nå som inte finns", "    reach: [eleven, rektorn]\n", "    reach: [eleven, rektor]\n"),
    (
        "R065",
        "en roll som ska nå sig själv",
        "    reach: [eleven, rektorn]\n",
        "    reach: [eleven, upptackaren]\n",
    ),
    (
        "R066",
        "för många rader överst",
        "  case_head: [Dagen för läckan, Felanmälans nummer]\n",
        "  case_head: [Dagen, Klockan, Salen, Våningen]\n",
    ),
    ("R019", "nummer utan sista dag", "    valid_until: 2025-06-30\n", "", "    number: 010-555 01 23"),
    ("R106", "nummer som är borta, med dag och tid kvar", "    number: 010-555 01 23\n", ""),
    ("R106", "nummer som är borta, med tid kvar", "    number: 010-555 01 23\n    valid_until: 2025-06-30\n", ""),
    ("R020", "samma namn på två roller", "    name: Vaktmästaren\n", "    name: rektorn\n"),
    (
        "R022",
        "avsnitt i ett annat spår",
        "    title: Lagning\n    track: vatten\n",
        "    title: Lagning\n    track: lokaler\n",
        "  - id: 7.1.2",
    ),
    ("R024", "ett tecken som typsnittet saknar", "    text: Byt röret\n", "    text: Byt röret ☎\n"),
    ("R025", "alla krav och en brist", "  conformity: delvis\n", "  conformity: helt\n"),
    ("R026", "ett steg saknas på kort och enkelt", "      steps: [sag-till]\n", "", "  parts:"),
    (
        "R027",
        "ett steg som inte rör rollen",
        "        - stang-kranen\n",
        "        - stang-kranen\n        - hyr-flaktar\n",
    ),
    ("R028", "ett okänt steg på kort och enkelt", "      steps: [sag-till]\n", "      steps: [sag-tull]\n"),
    (
        "R070",
        "tjugoen ord i en åtgärd",
        "    text: Mät flödet\n",
        "    text: Mät flödet ett två tre fyra fem sex sju åtta nio tio elva tolv "
        "tretton fjorton femton sexton sjutton arton – nitton\n",
    ),
    ("R071", "engelska", "      - Stäng dörren efter dig.\n", "      - Close the door after you.\n"),
    ("R072", "taggar i en text", "      - Stäng dörren efter dig.\n", "      - Stäng <b>dörren</b> efter dig.\n"),
    ("R072", "länk i en text", "      - Stäng dörren efter dig.\n", "      - Läs [rådet](/rad) först.\n"),
    ("R078", "textens egen nyckel", "    ask: Fråga växeln.\n", '    ask: "ask: Fråga växeln."\n'),
    ("R037", "ord för det som är gjort saknas", "    done: sagt till rektorn om läckan\n", "", "  - id: sag-till"),
    ("R038", "ord för det som är gjort slutar som en mening", "    done: bytt röret\n", "    done: bytt röret.\n"),
    (
        "R039",
        "rollens namn står i texten som fortsätter efter det",
        "    others: byter röret\n",
        "    others: Vaktmästaren byter röret\n",
    ),
    ("R073", "löfte", "      - Stäng dörren efter dig.\n", "      - Din anmälan blir hemlig.\n"),
    ("R074", "rollens gamla namn", "      - Stäng dörren efter dig.\n", "      - Ring vaktens telefon.\n"),
    ("R075", "undantag från en okänd regel", "  - code: R074\n", "  - code: R079\n"),
    (
        "R076",
        "undantag på en okänd plats",
        "    where: kontakt-jouren-natt.ask\n",
        "    where: kontrakt-jouren-natt.ask\n",
    ),
    ("R077", "undantag som inte behövs", "    ask: Fråga vakten.\n", "    ask: Fråga växeln igen.\n", "  - code: R074"),
    ("R080", "personnummer", "      - Stäng dörren efter dig.\n", "      - Ring 811218-9876.\n"),
    ("R081", "mobilnummer", "      - Stäng dörren efter dig.\n", "      - Ring 070-174 06 35.\n"),
    (
        "R082",
        "en persons e-post",
        "      - Stäng dörren efter dig.\n",
        "      - Skriv till ada.berg@example.se.\n",
    ),
    ("R083", "gatuadress", "      - Stäng dörren efter dig.\n", "      - Gå till Storgatan 5.\n"),
    ("R084", "en funktions mobilnummer", "    number: 010-555 01 23\n", "    number: 070-174 06 35\n"),
)
HELD: tuple[tuple[str, ...], ...] = (
    (
        "K001",
        "källans rad saknas",
        "    group:\n      id: aterbesok\n      basis: tolkning\n",
        "",
        "  - id: skriv-i-loggen\n"
        "    section: 7.2.1\n"
        "    row: 10\n"
        "    responsible: [rektorn]\n"
        "    text: Skriv i loggen hur salen ser ut\n"
        "    short: Skriv i loggen\n"
        "    others: skriver i loggen hur salen ser ut\n"
        "    done: skrivit i loggen hur salen ser ut\n"
        "    group:\n"
        "      id: aterbesok\n"
        "      basis: kalla\n"
        "    after:\n"
        "      - action: hyr-flaktar\n"
        "        text: efter fläktarna\n"
        "        basis: tolkning\n"
        "        only_if_done: ja\n"
        "    open_questions: [var-loggen-ligger]\n",
        "",
        "  - id: gor-aterbesok",
    ),
    (
        "R109",
        "den förra tidsgränsen",
        "    intro: Du leder skolan medan läckan lagas.\n",
        "    intro: Du gör återbesöket inom en vecka.\n",
    ),
    ("K002", "raden med row är borta", "    row: 3\n", "", "  - id: mata-flodet"),
    ("K002", "rad som källan inte har", "    row: 10\n", "    row: 14\n"),
    (
        "K003",
        "annat avsnitt",
        "  - id: mata-flodet\n    section: 7.1.2\n",
        "  - id: mata-flodet\n    section: 7.1.1\n",
    ),
    (
        "K004",
        "annan ansvarig",
        "    row: 3\n    responsible: [va-ingenjoren]\n",
        "    row: 3\n    responsible: [rektorn]\n",
    ),
    ("K005", "samråd med alla i stället för någon", "      mode: nagon\n", "      mode: alla\n"),
    ("K018", "inget samråd mellan dem som ansvarar", "    jointly: kalla\n", "", "  - id: beratta-for-hemmen"),
    ("K006", "någon annan i stället", "      role: eleven\n", "      role: vaktmastaren\n"),
    (
        "K007",
        "ingen annan är med",
        "    participants:\n"
        "      - role: eleven\n"
        "        text: Visa vaktmästaren vägen\n"
        "        basis: kalla\n"
        "        say:\n"
        "          - text: Följ med mig till källaren.\n"
        "            basis: kalla\n"
        "        emphasis: vägen\n",
        "",
        "  - id: stang-kranen",
    ),
    ("K008", "annan tidsgräns", "      count: 3\n", "      count: 10\n"),
    (
        "K016",
        "okänd roll i ett beslut",
        "        - {row: 1, proxy: eleven}\n",
        "        - {row: 1, proxy: elevn}\n",
    ),
    ("K009", "färre målgrupper", "      - Vårdnadshavare\n", "", "    groups:"),
    (
        "K010",
        "källans villkor som tolkning",
        "        text: om det rinner\n        basis: kalla\n",
        "        text: om det rinner\n        basis: tolkning\n",
    ),
    (
        "K010",
        "annat svar än källans",
        "    conditions:\n"
        "      - question: rinner-det\n"
        "        answer: ja\n"
        "        text: om det rinner\n"
        "        basis: kalla\n",
        "    conditions:\n"
        "      - question: rinner-det\n"
        "        answer: nej\n"
        "        text: om det rinner\n"
        "        basis: kalla\n",
    ),
    (
        "K020",
        "dagen för ett annat dokument än det som är avskrivet",
        "  date: 2020-02-29\n",
        "  date: 2026-11-20\n",
    ),
    (
        "K019",
        "en annan som svarar på frågan",
        "    answered_by: [vaktmastaren, rektorn]\n",
        "    answered_by: [vaktmastaren]\n",
    ),
    (
        "K011",
        "ett ord som källan kräver",
        "      text: Ta med klasslistan.\n",
        "      text: Ta med listan.\n",
        "    requirement:",
    ),
    (
        "K012",
        "beslut om en rad som inte finns",
        "        - {row: 9, within: {count: 2, unit: veckor}}\n",
        "        - {row: 91, within: {count: 2, unit: veckor}}\n",
    ),
    (
        "K012",
        "ny rad som redan finns",
        "        - {row: 8, row_is: ny, section: 7.2.1, responsible: [vaktmastaren]}\n",
        "        - {row: 7, row_is: ny, section: 7.2.1, responsible: [vaktmastaren]}\n",
    ),
    ("K013", "beslut utan ändring", "        - {row: 7, jointly: ja, groups: 2}\n", "        - {row: 7}\n"),
    (
        "K013",
        "beslut om det som redan gäller",
        "        - {row: 7, jointly: ja, groups: 2}\n",
        "        - {row: 7, jointly: ja, groups: 3}\n",
    ),
    (
        "K014",
        "ny rad utan avsnitt",
        "        - {row: 8, row_is: ny, section: 7.2.1, responsible: [vaktmastaren]}\n",
        "        - {row: 8, row_is: ny, responsible: [vaktmastaren]}\n",
    ),
)
