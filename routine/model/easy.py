"""Models of the page in few and easy words."""

from typing import Literal

from pydantic import ConfigDict, Field

from routine.model.fields import Line
from routine.model.part import Part
from routine.model.referring import RoleId, StepId


class EasyPart(Part):
    model_config = ConfigDict(title="Del av Kort och enkelt")
    title: Line = Field(description="Delens rubrik. Numret före den sätts av sig självt.")
    lines: tuple[Line, ...] = Field(min_length=1, description="En kort mening per rad.")
    advice: tuple[Line, ...] = Field(
        default=(), description="Råd som inte står i rutinen. De står för sig, sist i delen."
    )
    steps: tuple[StepId, ...] = Field(
        default=(), description="Åtgärderna och frågorna som delen berättar om. Var och en som rör rollen står en gång."
    )
    picture: Literal["tala", "tillsammans", "val", "hörs", "kalender"] | None = Field(
        default=None, description="En enkel bild bredvid delen."
    )


class Easy(Part):
    """The page of one role, in few and common words, a sentence a line.

    A rule holds that it tells of every step that concerns the role.
    """

    model_config = ConfigDict(title="Kort och enkelt")
    role: RoleId = Field(description="Rollen som sidan vänder sig till.")
    heading: Line | None = Field(default=None, description="Sidans rubrik. Utan nyckeln är den Kort och enkelt.")
    lines: tuple[Line, ...] = Field(min_length=1, description="Inledningen. En kort mening per rad.")
    parts: tuple[EasyPart, ...] = Field(min_length=1, description="Delarna, i ordning.")
