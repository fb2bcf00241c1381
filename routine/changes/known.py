"""Names for the ids of a routine, for use in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from routine.model import wording
from routine.model.model import Routine

# Field → the space of the ids that it holds.
SPACES = {
    **dict.fromkeys(("role", "roles", "responsible", "answered_by", "by", "chosen_by", "checklists"), "roles"),
    **dict.fromkeys(("proxy", "participants"), "roles"),  # In a decision; an action has parts of these names.
    **dict.fromkeys(("action", "question", "step", "after"), "steps"),
    **dict.fromkeys(("open_question", "open_questions"), "open_questions"),
    "guidance": "guidance",
    "contacts": "contacts",
    "reach": "callees",
    "track": "tracks",
    "section": "sections",
}
# Space → old id → new id.
Renamed = Mapping[str, Mapping[str, str]]


class Known:
    """The names of one routine, by id.

    Where an id has been renamed, the old name is also found by the new id.
    """

    def __init__(self, routine: Routine, renamed: Renamed | None = None) -> None:
        actions = {action.id: f"”{action.text}”" for action in routine.actions}
        questions = {question.id: f"”{question.text}”" for question in routine.questions}
        self._names: dict[str, dict[str, str]] = {
            "roles": {role.id: wording.inside(role.name) for role in routine.roles},
            "steps": actions | questions,
            "open_questions": {item.id: f"”{item.question}”" for item in routine.open_questions},
            "guidance": {item.id: f"”{item.title}”" for item in routine.guidance},
            "contacts": {item.id: f"”{item.title}”" for item in routine.contacts},
            "tracks": {item.id: f"”{item.title}”" for item in routine.tracks},
            "sections": {item.id: f"{item.id} {item.title}" for item in routine.sections},
        }
        self._names["callees"] = self._names["roles"] | self._names["contacts"]
        for space, ids in (renamed or {}).items():
            names = self._names.get(space, {})
            names.update({new: names[old] for old, new in ids.items() if old in names})

    def name(self, field: str, id: str) -> str:
        """Return the name for the value of a field.

        An unknown id, or a text, is returned as it is.
        """
        return self._names.get(SPACES.get(field, ""), {}).get(id, id)
