"""A routine as large as any body's: 60 actions of 12 roles in 8 tracks, and 12 questions, nested and joined. Made up,
but of the words that such routines have, long names among them: what is made of it is read as well as any other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.kit.large_words import OUTAGE, ROLES
from tests.kit.variants import write

Said = dict[str, Any]

LIMITED = re.compile(r"inom (\d+) (\w+)")
ANSWERED = re.compile(r"om ([\w-]+) (ja|nej)")
WAITED = re.compile(r"efter (\d+)")


def large(out: Path) -> Path:
    """The file of it."""
    return write(values(), out)


def values() -> Said:
    """The same as plain values, every scalar the text that stands in the file. The same each time."""
    tracks, sections, questions, actions = _read()
    return {
        "site": {
            "name": "Försörjningsguiden",
            "description": "Vem som gör vad när sjukhuset är utan ström.",
            "heading": "När sjukhuset är utan ström",
            "leave": "https://www.example.org/",
        },
        "organisation": {
            "name": "Sjukvårdsområdet Västra Exempeldal",
            "owner": "Beredskapssamordnaren",
            "case_head": ["Avbrottets dag", "Ärendets nummer"],
        },
        "source": {"title": "Plan vid långvarigt strömavbrott", "date": "2023-09-04", "pages": "31"},
        "revisions": [{"edition": "1", "date": "2024-03-01", "summary": "Första utgåvan."}],
        "accessibility": {
            "conformity": "helt",
            "assessed": "2024-02-20",
            "method": "Två sjuksköterskor har gått igenom sidorna med skärmläsare.",
            "feedback": "Ring beredskapssamordnaren, som svarar inom en vecka.",
        },
        "roles": list(_roles(actions)),
        "tracks": tracks,
        "sections": sections,
        "questions": questions,
        "actions": actions,
        "emergency": [
            {"number": "112", "label": "Fara för liv", "advice": "Ring 112 när någon är i fara."},
            {"number": "010-555 02 00", "label": "Driftcentralen", "advice": "Ring när strömmen går."},
        ],
        "contacts": list(_contacts()),
    }


def _read() -> tuple[list[Said], list[Said], list[Said], list[Said]]:
    """The tracks, sections, questions and actions of the table."""
    tracks: list[Said] = []
    sections: list[Said] = []
    questions: list[Said] = []
    actions: list[Said] = []
    for line in filter(None, map(str.strip, OUTAGE.splitlines())):
        kind, rest = line.split(" ", 1)
        match kind:
            case "spår":
                tracks.append({"id": slug(rest), "title": rest, "number": str(len(tracks) + 1), "basis": "kalla"})
            case "avsnitt":
                id, title = rest.split(": ")
                sections.append({"id": id, "title": title, "track": tracks[-1]["id"], "basis": "kalla"})
            case "fråga":
                questions.append(_question(rest, questions, actions))
            case _:
                actions.append(_action(line, sections[-1]["id"], questions, actions))
    for question in questions:
        question.pop("holds")
    return tracks, sections, questions, actions


def _question(line: str, questions: list[Said], actions: list[Said]) -> Said:
    said, *marks = line.split(" | ")
    id, roles, text, yes, no = said.split("; ")
    return {
        "id": id,
        "text": text,
        "basis": "kalla",
        "answered_by": _owners(roles),
        "holds": {"ja": yes, "nej": no},
        **_hanging(marks, questions, actions),
    }


def _action(line: str, section: str, questions: list[Said], actions: list[Said]) -> Said:
    """`el Starta, startar, startat: reservkraftverket | om … | efter …`."""
    said, *marks = line.split(" | ")
    head, object = said.split(": ")
    roles, verbs = head.split(" ", 1)
    does, others, done = (f"{verb} {object}" for verb in verbs.split(", "))
    limit = next(filter(None, map(LIMITED.fullmatch, marks)), None)
    return {
        "id": slug(does),
        "section": section,
        "row": str(len(actions) + 1),
        "responsible": _owners(roles),
        "text": does,
        "others": others,
        "done": done,
        **({"opens": "kalla"} if not actions else {}),
        **({"wallet": does} if "kort" in marks else {}),
        **({"within": {"count": limit[1], "unit": limit[2], "basis": "kalla"}} if limit else {}),
        **_asked(marks),
        **_hanging(marks, questions, actions),
    }


def _asked(marks: list[str]) -> Said:
    told = [mark.split(" ")[1:] for mark in marks if mark.startswith("samråd ")]
    roles = [ROLES[key][0] for names in told for key in names]
    return {"consulted": {"mode": "alla", "roles": list(map(slug, roles)), "basis": "kalla"}} if roles else {}


def _hanging(marks: list[str], questions: list[Said], actions: list[Said]) -> Said:
    """On which answers a step hangs, and what it waits for, in words."""
    holds = {question["id"]: question["holds"] for question in questions}
    answers = [found.groups() for mark in marks if (found := ANSWERED.fullmatch(mark))]
    waits = [actions[int(found[1]) - 1] for mark in marks if (found := WAITED.fullmatch(mark))]
    conditions = [
        {"question": id, "answer": answer, "text": holds[id][answer], "basis": "kalla"} for id, answer in answers
    ]
    after = [{"action": each["id"], "text": _over(each), "basis": "kalla"} for each in waits]
    return {"conditions": conditions, "after": after}


def _over(action: Said) -> str:
    names = {slug(name): name for name, *_ in ROLES.values()}
    owner = names[action["responsible"][0]]
    return f"när {owner[0].lower()}{owner[1:]} har {action['done']}"


def _owners(keys: str) -> list[str]:
    return [slug(ROLES[key][0]) for key in keys.split("+")]


def _roles(actions: list[Said]) -> Iterator[Said]:
    for name, tab, summary in ROLES.values():
        first = next(action for action in actions if slug(name) in action["responsible"])
        yield {
            "id": slug(name),
            "name": name,
            "tab": tab,
            "summary": summary,
            "starts": {"text": f"du ska {first['text'][0].lower()}{first['text'][1:]}.", "basis": "kalla"},
            "intro": f"{summary} tills strömmen är tillbaka.",
        }


def _contacts() -> Iterator[Said]:
    for at, (name, *_) in enumerate(ROLES.values()):
        number = (
            {"number": f"010-555 02 {at:02}", "hours": "alla dagar 7–21", "valid_until": "2031-01-31"} if at % 3 else {}
        )
        yield {
            "id": f"kontakt-{slug(name)}",
            "function": name,
            "role": slug(name),
            "ask": "Fråga växeln.",
            "basis": "kalla",
            **number,
        }


def slug(text: str) -> str:
    """An id for it."""
    plain = text.lower().translate(str.maketrans("åäöé", "aaoe"))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
