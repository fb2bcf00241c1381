"""Examples of a routine that says something else than the document that it follows, or than what has been decided."""

from __future__ import annotations

from routine.reading.example import Example

ADOPTED = "data/adopted.yaml"
BEFORE = "      text: Ta med klasslistan.\n      basis: tolkning\n"
ROW_7 = (
    "  - id: beratta-for-hemmen\n"
    "    section: 7.2.1\n"
    "    row: 7\n"
    "    responsible: [rektorn, vaktmastaren]\n"
    "    responsible_basis: kalla\n"
    "    jointly: kalla\n"
    "    text: Berätta för hemmen\n"
    "    others: berättar för hemmen\n"
    "    done: berättat för hemmen\n"
    "    within:\n"
    "      count: 24\n"
    "      unit: timmar\n"
    "      after: flytta-klassen\n"
    "      basis: tolkning\n"
    "    groups:\n"
    "      - Vårdnadshavare\n"
    "      - Grannar\n"
    "    tells:\n"
    "      - who: Hemmen\n"
    "        what: får veta att salen är stängd\n"
    "        basis: kalla\n"
    "    open_questions: [vem-tittar]\n"
)
AFTER = "  - id: hyr-flaktar\n    section: 7.2.1\n    row: 8\n"

OF_THE_SOURCE = {
    "K001": Example(BEFORE + AFTER, BEFORE + ROW_7 + AFTER),
    "K002": Example(
        "    section: 7.2.1\n    row: 14\n",
        "    section: 7.2.1\n    row: 10\n",
    ),
    "K003": Example(
        "    section: 7.1.1\n    row: 3\n",
        "    section: 7.1.2\n    row: 3\n",
    ),
    "K004": Example(
        "    row: 3\n    responsible: [rektorn]\n",
        "    row: 3\n    responsible: [va-ingenjoren]\n",
    ),
    "K005": Example(
        "    consulted:\n      mode: alla\n      roles: [vaktmastaren, va-ingenjoren]\n",
        "    consulted:\n      mode: nagon\n      roles: [vaktmastaren, va-ingenjoren]\n",
    ),
    "K018": Example(
        "    text: Berätta för hemmen\n",
        "    jointly: kalla\n    text: Berätta för hemmen\n",
    ),
    "K006": Example(
        "    proxy:\n      role: vaktmastaren\n      text: Säg till rektorn i upptäckarens ställe\n",
        "    proxy:\n      role: eleven\n      text: Säg till rektorn i upptäckarens ställe\n",
    ),
    "K007": Example(
        "    participants:\n      - role: eleven\n        text: Visa vaktmästaren vägen\n        basis: tolkning\n",
        "    participants:\n      - role: eleven\n        text: Visa vaktmästaren vägen\n        basis: kalla\n",
    ),
    "K008": Example(
        "    within:\n      count: 10\n      unit: dagar\n      basis: kalla\n",
        "    within:\n      count: 3\n      unit: dagar\n      basis: kalla\n",
    ),
    "K009": Example(
        "    groups:\n      - Grannar\n",
        "    groups:\n      - Vårdnadshavare\n      - Grannar\n",
    ),
    "K010": Example(
        "      - question: rinner-det\n        answer: nej\n        text: om det rinner\n        basis: kalla\n",
        "      - question: rinner-det\n        answer: ja\n        text: om det rinner\n        basis: kalla\n",
    ),
    "K019": Example(
        "    basis: kalla\n    answered_by: [eleven]\n",
        "    basis: kalla\n    answered_by: [vaktmastaren, rektorn]\n",
    ),
    "K020": Example(
        "  date: 2020-03-01\n  pages: 3\n",
        "  date: 2020-02-29\n  pages: 3\n",
    ),
    "K011": Example(
        "    requirement:\n      text: Ta med pennor.\n",
        "    requirement:\n      text: Ta med klasslistan.\n",
    ),
    "K012": Example(
        "        - {row: 91, within: {count: 2, unit: veckor}}\n",
        "        - {row: 9, within: {count: 2, unit: veckor}}\n",
    ),
    "K013": Example(
        "        - {row: 7}\n",
        "        - {row: 7, jointly: ja, groups: 2}\n",
    ),
    "K014": Example(
        "        - {row: 8, row_is: ny, responsible: [vaktmastaren]}\n",
        "        - {row: 8, row_is: ny, section: 7.2.1, responsible: [vaktmastaren]}\n",
    ),
    "K015": Example(
        "    says: [flytta]\n  - row: 6\n",
        "    says: [flytta]\n  - row: 7\n",
        ADOPTED,
    ),
    "K016": Example(
        "        - {row: 1, proxy: elevn}\n",
        "        - {row: 1, proxy: eleven}\n",
    ),
    "K017": Example(
        "    responsible: [upptackarn]\n",
        "    responsible: [upptackaren]\n",
        ADOPTED,
    ),
}
