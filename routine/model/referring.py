"""Types of value that refer to something elsewhere in the routine.

Each type states the lists in which it is looked up. The rules look it up there, and the editors' schema lists the
possible values.
"""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Struct, to_builtins
from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema

from routine.model.fields import Id, LabelNamed, Phone

# The key of a `Refers` in the editors' schema, until the ids replace it.
REFERS = "refers"


class Refers(Struct, frozen=True):
    """The lists of the routine in which a reference is looked up.

    `to` holds the keys of the lists, and `key` is the field that identifies an item there. With `past` the item may
    have been removed since, which is then no fault.
    """

    to: tuple[str, ...]
    key: str = "id"
    past: bool = False

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(core) | ({REFERS: to_builtins(self)} if handler.mode == "validation" else {})


RoleId = Annotated[Id, Refers(("roles",))]
TrackId = Annotated[Id, Refers(("tracks",))]
SectionId = Annotated[LabelNamed, Refers(("sections",))]
QuestionId = Annotated[Id, Refers(("questions",))]
ActionId = Annotated[Id, Refers(("actions",))]
StepId = Annotated[Id, Refers(("actions", "questions"))]
OpenQuestionId = Annotated[Id, Refers(("open_questions",))]
ContactId = Annotated[Id, Refers(("contacts",))]
# Somebody to reach: a role, whoever has it, or a contact.
CallId = Annotated[Id, Refers(("roles", "contacts"))]
GuidanceId = Annotated[Id, Refers(("guidance",))]
EmergencyCall = Annotated[Phone, Refers(("emergency",), "number")]
# References in a document or a decision, which are history if a later decision has changed them.
PastRoleId = Annotated[Id, Refers(("roles",), past=True)]
PastSectionId = Annotated[LabelNamed, Refers(("sections",), past=True)]
PastActionId = Annotated[Id, Refers(("actions",), past=True)]
PastQuestionId = Annotated[Id, Refers(("questions",), past=True)]
