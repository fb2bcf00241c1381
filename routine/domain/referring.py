"""The kinds of value that name something elsewhere in the routine: here it stands what each is looked for in.

The rules look it up there, and the editors' schema lists what there is.
"""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Struct, to_builtins
from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema

from routine.domain.fields import Id, LabelNamed, Phone

# Where the editors' schema says it of a field, until the ids are put in its place.
REFERS = "refers"


class Refers(Struct, frozen=True):
    """The lists of the routine, by their keys, that hold what a value of this type may name.

    `key` is what it is called by there. `past`: it may have been taken away since, and is then no fault.
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
# Whom to reach: a role, whoever has it, or a contact.
CallId = Annotated[Id, Refers(("roles", "contacts"))]
GuidanceId = Annotated[Id, Refers(("guidance",))]
EmergencyCall = Annotated[Phone, Refers(("emergency",), "number")]
# What a document or a decision names, which is history when a later one has changed it.
PastRoleId = Annotated[Id, Refers(("roles",), past=True)]
PastSectionId = Annotated[LabelNamed, Refers(("sections",), past=True)]
PastActionId = Annotated[Id, Refers(("actions",), past=True)]
PastQuestionId = Annotated[Id, Refers(("questions",), past=True)]
