"""Examples of days that are told because of what day it is, and of what a body fills in before it publishes.

A day is old only on a day: each example says which.
"""

from __future__ import annotations

from routine.reading.example import Example

TODAY = "# I dag är det 1 december 2024.\n"
OF_DAYS = {
    "D001": Example(
        f"    {TODAY}    number: 010-555 01 23\n    valid_until: 2024-11-30\n",
        f"    {TODAY}    number: 010-555 01 23\n    valid_until: 2025-06-30\n",
    ),
    "D002": Example(
        f"    {TODAY}    checked: 2023-11-30\n    roles: [rektorn, eleven]\n",
        f"    {TODAY}    checked: 2024-11-29\n    roles: [rektorn, eleven]\n",
    ),
    "D003": Example(
        f"  {TODAY}  assessed: 2023-11-30\n",
        f"  {TODAY}  assessed: 2024-11-29\n",
    ),
    "D004": Example(
        f"    {TODAY}    checked: 2024-12-24\n    roles: [rektorn, eleven]\n",
        f"    {TODAY}    checked: 2024-11-29\n    roles: [rektorn, eleven]\n",
    ),
}
FILLED_IN = {
    "G001": Example(
        "  leave: https://www.example.com/\n",
        "  leave: https://www.smhi.se/\n",
    ),
    "G002": Example(
        "  edit: https://git.example.com/rutin.yaml\n",
        "  edit: https://git.storstad.se/rutin.yaml\n",
    ),
    "G003": Example(
        "    label: nattetid\n    ask: Fråga vakten.\n",
        "    label: nattetid\n    number: 010-555 01 99\n    valid_until: 2025-06-30\n    ask: Fråga vakten.\n",
    ),
    "G004": Example(
        f"  {TODAY}  assessed: 2023-11-30\n",
        f"  {TODAY}  assessed: 2024-11-29\n",
    ),
    "G005": Example(
        "  feedback: Säg till på expeditionen. Rektorn svarar.\n",
        "  feedback: Ring expeditionen, 010-555 01 00. Rektorn svarar.\n",
    ),
    "G006": Example(
        "site_url: https://www.example.com/\n",
        "site_url: https://rutin.storstad.se/\n",
        "mkdocs.yml",
    ),
    "G008": Example(
        "organisation:\n  name: Exempelstads skolor\n",
        "organisation:\n  name: Storstads skolor\n",
    ),
    "G009": Example(
        '  - edition: "3"\n    date: 2024-06-01\n    summary: Fläktarna är nya.\n',
        '  - edition: "3"\n    date: 2024-06-01\n    summary: Fläktarna är nya.\n'
        "    approval:\n      body: Rektorn\n      date: 2024-05-30\n      reference: punkt 9\n",
    ),
    "G010": Example(
        f"    label: nattetid\n    {TODAY}    number: 010-555 01 99\n    valid_until: 2024-11-30\n",
        f"    label: nattetid\n    {TODAY}    number: 010-555 01 99\n    valid_until: 2025-06-30\n",
    ),
    "G012": Example(
        f'  {TODAY}  - edition: "3"\n    date: 2025-06-30\n    summary: Fläktarna är nya.\n'
        "    approval:\n      body: Rektorn\n      date: 2024-05-30\n      reference: punkt 9\n",
        f'  {TODAY}  - edition: "3"\n    date: 2024-06-01\n    summary: Fläktarna är nya.\n'
        "    approval:\n      body: Rektorn\n      date: 2024-05-30\n      reference: punkt 9\n",
    ),
    "G013": Example(
        '    label: nattetid\n    number: "112"\n    valid_until: 2025-06-30\n    ask: Fråga vakten.\n',
        "    label: nattetid\n    number: 010-555 01 99\n    valid_until: 2025-06-30\n    ask: Fråga vakten.\n",
    ),
}
