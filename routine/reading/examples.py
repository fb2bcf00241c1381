"""A wrong and a right example for each code: a few lines of a made-up routine."""

from __future__ import annotations

from routine.reading.codes import CODES
from routine.reading.example import Example
from routine.reading.examples_of_days import FILLED_IN, OF_DAYS
from routine.reading.examples_of_language import OF_LANGUAGE, OF_PERSONS
from routine.reading.examples_of_source import OF_THE_SOURCE

# What a few lines cannot show: how the file was saved, a character that cannot be seen, what takes many lines, the
# mark of a reading, which on its own page would be one, and what a command mends.
UNSHOWN = frozenset(
    {"S001", "S007", "S010", "S011", "S009", "R017", "R041", "R091", "R092", "R099", "R107", "G007", "G011"}
) | {code for code in CODES if code[0] in "EN"}

OF_THE_FILE = {
    "S002": Example(
        "    responsible: [vaktmastaren]\n    text: Obs: byt röret\n",
        "    responsible: [vaktmastaren]\n    text: Byt röret\n",
    ),
    "S003": Example(
        "    responsible: [vaktmastaren]\n\ttext: Byt röret\n",
        "    responsible: [vaktmastaren]\n    text: Byt röret\n",
    ),
    "S004": Example(
        "    text: Byt röret\n    text: Byt kranen\n",
        "    text: Byt röret\n",
    ),
    "S005": Example(
        "    responsible: [vaktmastaren]\n    text: **Byt** röret\n",
        "    responsible: [vaktmastaren]\n    text: Byt röret\n",
    ),
    "S006": Example(
        "    responsible: [vaktmastaren]\n    text: !Byt röret\n",
        "    responsible: [vaktmastaren]\n    text: Byt röret\n",
    ),
    "S008": Example(
        "    responsible: [vaktmastaren]\n    text: Byt rör # 4\n",
        "    responsible: [vaktmastaren]\n    text: Byt röret\n",
    ),
    "S012": Example(
        "    short: Vem läser loggen?\n\n---\n",
        "    short: Vem läser loggen?\n\n",
    ),
    "S013": Example(
        "site:\n  ? [name]\n  : Exempelguiden\n",
        "site:\n  name: Exempelguiden\n",
    ),
    "S014": Example(
        "    responsible: [vaktmastaren]\n    text: null\n",
        "    responsible: [vaktmastaren]\n    text: Byt röret\n",
    ),
    "S015": Example(
        "  date: 2020-02-29\n<<<<<<< HEAD\n  pages: 3\n=======\n  pages: 4\n>>>>>>> fyra-sidor\n",
        "  date: 2020-02-29\n  pages: 3\n",
    ),
    "S016": Example(
        "      - Rör ingen strömbrytare i en blöt sal.\n      – Stäng dörren efter dig.\n",
        "      - Rör ingen strömbrytare i en blöt sal.\n      - Stäng dörren efter dig.\n",
    ),
    "S017": Example(
        "      - Rör ingen strömbrytare i en blöt sal.\n      -Stäng dörren efter dig.\n",
        "      - Rör ingen strömbrytare i en blöt sal.\n      - Stäng dörren efter dig.\n",
    ),
    "S018": Example(
        "      - Rör ingen strömbrytare i en blöt sal.\n       - Stäng dörren efter dig.\n",
        "      - Rör ingen strömbrytare i en blöt sal.\n      - Stäng dörren efter dig.\n",
    ),
    "S019": Example(
        "      - Rör ingen strömbrytare i en blöt sal.\n      Stäng dörren efter dig.\n",
        "      - Rör ingen strömbrytare i en blöt sal.\n      - Stäng dörren efter dig.\n",
    ),
    "S020": Example(
        "    label: Skolornas jour\n    advice: Ring jouren\n    när huset är stängt.\n",
        "    label: Skolornas jour\n    advice: Ring jouren när huset är stängt.\n",
    ),
    "S021": Example(
        "    responsible: [vaktmastaren]\n    text: ”Byt röret”\n",
        "    responsible: [vaktmastaren]\n    text: Byt röret\n",
    ),
    "S022": Example(
        "    responsible: [vaktmastaren]\n    text: StÃ¤ng huvudkranen\n",
        "    responsible: [vaktmastaren]\n    text: Stäng huvudkranen\n",
    ),
    "S023": Example(
        '  - number: "112"\n    label: Fara för liv\n',
        'emergency:\n  - number: "112"\n    label: Fara för liv\n',
    ),
    "S024": Example(
        "    also: [rörmokare]\n    role: va-ingenjoren\n    label: nattetid\n",
        "    also: [rörmokare]\n  - id: kontakt-jouren-natt\n    function: Skolornas jour\n    role: va-ingenjoren\n"
        "    label: nattetid\n",
    ),
    "S025": Example(
        "    ask: Fråga rektorn.\n    basis: tolkning\n  - id: fukt\n    title: Fukt\n    points: [Vädra.]\n"
        "    source: {publisher: Exempelverket, title: Fukt}\n    checked: 2024-04-30\n",
        "    ask: Fråga rektorn.\n    basis: tolkning\n",
    ),
    "M001": Example(
        '  - edition: "2"\n',
        '  - edition: "2"\n    date: 2024-05-01\n',
    ),
    "M002": Example(
        "    others: hyr fläktar\n    colour: röd\n",
        "    others: hyr fläktar\n",
    ),
    "M003": Example(
        "      - Rör ingen strömbrytare i en blöt sal.\n      - Obs: stäng dörren\n",
        "      - Rör ingen strömbrytare i en blöt sal.\n      - Stäng dörren efter dig.\n",
    ),
    "M004": Example(
        "      - question: torkar-salen\n        answer: no\n",
        "      - question: torkar-salen\n        answer: nej\n",
    ),
    "M005": Example(
        "    checked: 2024-04-30\n    roles: [rektorn och eleven]\n",
        "    checked: 2024-04-30\n    roles: [rektorn, eleven]\n",
    ),
    "M006": Example(
        "  part_of: Bilaga 1 till planen för fastigheternas drift\n  date: 29 februari 2020\n",
        "  part_of: Bilaga 1 till planen för fastigheternas drift\n  date: 2020-02-29\n",
    ),
    "M007": Example(
        "    section: 7.1.2\n    row: fem\n",
        "    section: 7.1.2\n    row: 5\n",
    ),
    "M008": Example(
        "      date: våren 2022\n      url: http://www.example.org/rad\n",
        "      date: våren 2022\n      url: https://www.example.org/rad\n",
    ),
    "M009": Example(
        "    label: dagtid\n    number: 010-555 01 23 dagtid\n",
        "    label: dagtid\n    number: 010-555 01 23\n",
    ),
    "M010": Example(
        "    responsible: [vaktmastaren]\n    text: |\n      Byt röret\n      och kranen\n",
        "    responsible: [vaktmastaren]\n    text: Byt röret\n",
    ),
    "M011": Example(
        "    section: 7.1.2\n    row:\n",
        "    section: 7.1.2\n    row: 5\n",
    ),
    "M012": Example(
        "    basis: tolkning\n    answered_by: []\n",
        "    basis: tolkning\n    answered_by: [va-ingenjoren]\n",
    ),
    "M013": Example(
        "    basis: kalla\n  - id: Lagning av rör och kranar\n",
        "    basis: kalla\n  - id: 7.1.2\n",
    ),
    "M014": Example(
        "    log: ja\n  - id: mogel-i-vaggar-golv-och-tak-som-har-statt-fuktiga-mer-an-en-vecka-efter-en-vattenskada\n",
        "    log: ja\n  - id: mogel\n",
    ),
    "R001": Example(
        "    log: ja\n  - id: el-och-vatten\n",
        "    log: ja\n  - id: mogel\n",
    ),
    "R002": Example(
        "    informs:\n      - role: rektor\n",
        "    informs:\n      - role: rektorn\n",
    ),
    "R003": Example(
        "    conditions:\n      - question: torkar-sal\n",
        "    conditions:\n      - question: torkar-salen\n",
    ),
    "R004": Example(
        "  - id: grav-upp-ledningen\n    section: 7.1.3\n",
        "  - id: grav-upp-ledningen\n    section: 7.1.2\n",
    ),
    "R005": Example(
        "    title: Undervisning\n    track: lokal\n",
        "    title: Undervisning\n    track: lokaler\n",
    ),
    "R006": Example(
        "    after:\n      - action: stang-kranarna\n",
        "    after:\n      - action: stang-kranen\n",
    ),
    "R007": Example(
        "      basis: tolkning\n      open_question: vem-ser\n",
        "      basis: tolkning\n      open_question: vem-tittar\n",
    ),
    "R008": Example(
        "    row: 2\n    responsible: []\n",
        "    row: 2\n    responsible: [vaktmastaren]\n",
    ),
    "R009": Example(
        "    section: 7.2.1\n    row: 5\n",
        "    section: 7.2.1\n    row: 6\n",
    ),
    "R010": Example(
        "      - question: rinner-det\n        answer: nej\n        text: om det inte rinner\n",
        "      - question: rinner-det\n        answer: ja\n        text: om det rinner ännu\n",
    ),
    "R011": Example(
        "      text: Ta med klasslistan.\n"
        "      basis: tolkning\n"
        "    after:\n"
        "      - action: hyr-flaktar\n"
        "        text: efter fläktarna\n"
        "        basis: kalla\n",
        "      text: Ta med klasslistan.\n      basis: tolkning\n",
    ),
    "R012": Example(
        "    track: lokaler\n"
        "    basis: tolkning\n"
        "  - id: 7.2.2\n"
        "    title: Städning\n"
        "    track: lokaler\n"
        "    basis: kalla\n",
        "    track: lokaler\n    basis: tolkning\n",
    ),
    "R013": Example(
        "    intro: Du äger inget steg, men du kan hjälpa till.\n"
        "  - id: grannen\n"
        "    name: Grannen\n"
        "    tab: Bredvid\n"
        "    summary: Du bor intill\n"
        "    starts:\n"
        "      text: det rinner in hos dig.\n"
        "      basis: kalla\n"
        "    intro: Du hör av dig.\n",
        "    intro: Du äger inget steg, men du kan hjälpa till.\n",
    ),
    "R014": Example(
        "        text: när klassen har flyttat\n"
        "        basis: tolkning\n"
        "  - id: ar-det-fukt\n"
        "    text: Är det fukt?\n"
        "    basis: kalla\n"
        "    answered_by: [rektorn]\n",
        "        text: när klassen har flyttat\n        basis: tolkning\n",
    ),
    "R015": Example(
        '    number: "7.2"\n    basis: tolkning\n  - id: el\n    title: Elen\n    number: "7.3"\n    basis: kalla\n',
        '    number: "7.2"\n    basis: tolkning\n',
    ),
    "R016": Example(
        "    heard_by:\n      - role: rektorn\n",
        "    heard_by:\n      - role: va-ingenjoren\n",
    ),
    "R018": Example(
        '  - edition: "1"\n    date: 2024-06-01\n',
        '  - edition: "1"\n    date: 2023-01-15\n',
    ),
    "R019": Example(
        "    number: 010-555 01 23\n",
        "    number: 010-555 01 23\n    valid_until: 2025-06-30\n",
    ),
    "R106": Example(
        "    label: nattetid\n    hours: alla nätter 20 till 7\n    ask: Fråga vakten.\n",
        "    label: nattetid\n    ask: Fråga vakten.\n",
    ),
    "R020": Example(
        "    tab: MIN  DEL\n",
        "    tab: Husets del\n",
    ),
    "R021": Example(
        "        text: när klassen har flyttat\n"
        "        basis: tolkning\n"
        "      - action: flytta-klassen\n"
        "        text: en gång till\n"
        "        basis: tolkning\n",
        "        text: när klassen har flyttat\n        basis: tolkning\n",
    ),
    "R022": Example(
        "    title: Lagning\n    track: lokaler\n",
        "    title: Lagning\n    track: vatten\n",
    ),
    "R090": Example(
        "    title: Lagning\n    basis: tolkning\n",
        "    title: Lagning\n    track: vatten\n    basis: tolkning\n",
    ),
    "R093": Example(
        "    row: 8\n    basis: egen\n",
        "    row: 8\n",
    ),
    "R094": Example(
        "      after: beratta-for-hemmen\n",
        "      after: flytta-klassen\n",
    ),
    "R095": Example(
        "    log: ja\n  - id: 2024-04-30\n",
        "    log: ja\n  - id: mogel\n",
    ),
    "R096": Example(
        "    log: ja\n  - id: aux\n",
        "    log: ja\n  - id: mogel\n",
    ),
    "R103": Example(
        "    ask: Fråga rektorn.\n    basis: tolkning\n  - id: kontakt-huset\n    function: Fastighetsavdelningen\n"
        "    ask: Fråga rektorn.\n    basis: tolkning\n",
        "    ask: Fråga rektorn.\n    basis: tolkning\n",
    ),
    "R104": Example(
        "      publisher: https://www.example.org/\n      title: Råd om vatten\n",
        "      publisher: Exempelverket\n      title: Råd om vatten\n",
    ),
    "R105": Example(
        "    responsible: [rektorn]\n    responsible_basis: kalla\n    jointly: kalla\n",
        "    responsible: [rektorn, vaktmastaren]\n    responsible_basis: kalla\n    jointly: kalla\n",
    ),
    "R097": Example(
        "    log: ja\n  - id: rutin\n",
        "    log: ja\n  - id: mogel\n",
    ),
    "R023": Example(
        '  - edition: "2"\n    date: 2023-01-15\n',
        '  - edition: "1"\n    date: 2023-01-15\n',
    ),
    "R024": Example(
        "    responsible: [vaktmastaren]\n    text: Byt röret 🙂\n",
        "    responsible: [vaktmastaren]\n    text: Byt röret\n",
    ),
    "R025": Example(
        "accessibility:\n  conformity: helt\n",
        "accessibility:\n  conformity: delvis\n",
    ),
    "R026": Example(
        "        - Det står inte vem som då tittar till salen.\n",
        "        - Det står inte vem som då tittar till salen.\n"
        "    - step: stang-kranen\n"
        "      lines:\n"
        "        - stänger av vattnet.\n"
        "        - Vattnet kommer genom huvudkranen.\n"
        "      topic: vattnet\n",
    ),
    "R027": Example(
        "        - Vaktmästaren sköter huset.\n    - role: eleven\n      lines:\n        - Eleven går i skolan.\n",
        "        - Vaktmästaren sköter huset.\n",
    ),
    "R028": Example(
        "        - Det står inte vem som då tittar till salen.\n    - step: stang-kranarna\n",
        "        - Det står inte vem som då tittar till salen.\n    - step: stang-kranen\n",
    ),
    "R029": Example(
        "      text: Ta med klasslistan.\n      basis: tolkning\n    opens: kalla\n",
        "      text: Ta med klasslistan.\n      basis: tolkning\n",
    ),
    "R030": Example(
        "    opens: kalla\n"
        "    after:\n"
        "      - action: stang-kranen\n"
        "        text: efter kranen\n"
        "        basis: kalla\n",
        "    opens: kalla\n",
    ),
    "R031": Example(
        "    done: skrivit i loggen hur salen ser ut\n"
        "    conditions:\n"
        "      - question: torkar-salen\n"
        "        answer: ja\n"
        "        text: när det är torrt\n"
        "        basis: kalla\n",
        "    done: skrivit i loggen hur salen ser ut\n",
    ),
    "R032": Example(
        "    role: va-ingenjoren\n    label: Dagtid\n",
        "    role: va-ingenjoren\n    label: nattetid\n",
    ),
    "R033": Example(
        "      body: Byggnadsnämnden\n      date: 2024-05-02\n",
        "      body: Byggnadsnämnden\n      date: 2024-04-17\n",
    ),
    "R034": Example(
        "      at: start\n"
        "      basis: tolkning\n"
        "    after:\n"
        "      - action: sag-till\n"
        "        text: efter larmet\n"
        "        basis: kalla\n",
        "      at: start\n      basis: tolkning\n",
    ),
    "R035": Example(
        "    reached_by:\n      action: mata-flodet\n",
        "    reached_by:\n      action: stang-kranen\n",
    ),
    "R036": Example(
        "      date: 2024-05-02\n      reference: dnr 7\n",
        "      date: 2024-04-25\n      reference: dnr 7\n",
    ),
    "R037": Example(
        "    emphasis: Säg till rektorn\n    others: säger till rektorn om läckan\n",
        "    emphasis: Säg till rektorn\n    others: säger till rektorn om läckan\n"
        "    done: sagt till rektorn om läckan\n",
    ),
    "R038": Example(
        "    done: bytt röret.\n",
        "    done: bytt röret\n",
    ),
    "R039": Example(
        "    others: Vaktmästaren byter röret.\n",
        "    others: byter röret\n",
    ),
    "R040": Example(
        "    text: Det forsar\n",
        "    text: Det forsar\n    emergency: ja\n",
    ),
    "R042": Example(
        "    open_question: vem-tittar\n    contacts: [kontakt-joren, kontakt-fastighet]\n",
        "    open_question: vem-tittar\n    contacts: [kontakt-jouren, kontakt-fastighet]\n",
    ),
    "R043": Example(
        "    emergency: ja\n    contacts: [kontakt-fastighet]\n",
        "    emergency: ja\n",
    ),
    "R050": Example(
        "    tells:\n      - what: får veta att fläktarna väsnas\n",
        "    tells:\n      - who: Klassen\n        what: får veta att fläktarna väsnas\n",
    ),
    "R051": Example(
        "    tells:\n      - who: eleven\n",
        "    tells:\n      - who: Hemmen\n",
    ),
    "R052": Example(
        "        what: får veta att fläktarna väsnas\n        by: eleven\n",
        "        what: får veta att fläktarna väsnas\n        by: rektorn\n",
    ),
    "R053": Example(
        "        what: får veta att salen är stängd\n"
        "        basis: kalla\n"
        "      - who: hemmen\n"
        "        what: får veta att salen är stängd\n"
        "        basis: kalla\n",
        "        what: får veta att salen är stängd\n        basis: kalla\n",
    ),
    "R060": Example(
        "            basis: tolkning\n        guidance: [el-och-vaten]\n",
        "            basis: tolkning\n        guidance: [el-och-vatten]\n",
    ),
    "R061": Example(
        "        guidance: [el-och-vatten]\n      - answer: ja\n",
        "        guidance: [el-och-vatten]\n      - answer: nej\n",
    ),
    "R063": Example(
        "    text: Säg till rektorn om läckan\n    emphasis: Ring rektorn\n",
        "    text: Säg till rektorn om läckan\n    emphasis: Säg till rektorn\n",
    ),
    "R064": Example(
        "    reach: [eleven, rektor]\n",
        "    reach: [eleven, rektorn]\n",
    ),
    "R065": Example(
        "    reach: [eleven, upptackaren]\n",
        "    reach: [eleven, rektorn]\n",
    ),
    "R066": Example(
        "  case_head: [Dagen, Klockan, Salen, Våningen]\n",
        "  case_head: [Dagen för läckan, Felanmälans nummer]\n",
    ),
    "R062": Example(
        "    call:\n      number: 020-555 01 00\n",
        "    call:\n      number: 010-555 01 00\n",
    ),
    "R086": Example(
        "    advice: Ring 113 13 när någon är i fara.\n",
        "    advice: Ring 112 när någon är i fara.\n",
    ),
    "R087": Example(
        "      - Ring 113 om någon är i fara.\n",
        "      - Ring 112 om någon är i fara.\n",
    ),
    "R100": Example(
        "  - number: 010-555 01 00\n"
        "    label: Skolornas jour\n"
        "    advice: Ring jouren när huset är stängt.\n"
        '  - number: "112"\n'
        "    label: Fara för liv\n"
        "    advice: Ring 112 när någon är i fara.\n"
        "    also: [drunknar]\n",
        '  - number: "112"\n'
        "    label: Fara för liv\n"
        "    advice: Ring 112 när någon är i fara.\n"
        "    also: [drunknar]\n"
        "  - number: 010-555 01 00\n"
        "    label: Skolornas jour\n"
        "    advice: Ring jouren när huset är stängt.\n",
    ),
    "R101": Example(
        "    limits:\n      - text: Du ansvarar inte för något steg.\n",
        "    limits:\n      - text: Du behöver inte laga något.\n",
    ),
    "R102": Example(
        "        choices: [klart; grumligt]\n",
        "        choices: [klart, grumligt]\n",
    ),
    "R088": Example(
        '      - text: Det läcker vatten i sal tolv."\n',
        "      - text: Det läcker vatten i sal tolv.\n",
    ),
    "R075": Example(
        "  - code: R079\n",
        "  - code: R074\n",
    ),
    "R076": Example(
        "    where: kontrakt-jouren-natt.ask\n",
        "    where: kontakt-jouren-natt.ask\n",
    ),
    "R077": Example(
        "    ask: Fråga växeln igen.\n",
        "    ask: Fråga vakten.\n",
    ),
    "R078": Example(
        '    ask: "ask: Fråga växeln."\n',
        "    ask: Fråga växeln.\n",
    ),
}

EXAMPLES = OF_THE_FILE | OF_LANGUAGE | OF_PERSONS | OF_THE_SOURCE | OF_DAYS | FILLED_IN
