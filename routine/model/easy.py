"""Models of the easy-to-read page."""

from __future__ import annotations

from collections.abc import Collection

from pydantic import ConfigDict, Field

from routine.model.fields import Line
from routine.model.part import Part
from routine.model.referring import RoleId, StepId


class EasyRole(Part):
    model_config = ConfigDict(title="Roll på lätt svenska")
    role: RoleId = Field(description="Rollens id.")
    lines: tuple[Line, ...] = Field(min_length=1, description="Vem det är. En kort mening per rad.")


class EasyStep(Part):
    model_config = ConfigDict(title="Steg på lätt svenska")
    step: StepId = Field(description="Åtgärdens eller frågans id.")
    lines: tuple[Line, ...] = Field(
        min_length=1,
        description="Samma sak på lätt svenska, en kort mening per rad. "
        "Gör någon annan det, fortsätter första raden efter dennes namn: ringer polisen.",
    )
    topic: Line | None = Field(
        default=None,
        description="Ett eller några ord om vad det gäller, när någon annan gör det: sällskap. "
        "De står efter dennes namn, så länge det andra är infällt.",
    )
    unanswered: tuple[Line, ...] = Field(
        default=(),
        description="Det som rutinen inte svarar på i läsarens egen åtgärd, när en öppen fråga om den har meanwhile. "
        "Första raden är namnet på det infällda, de andra står före rådet.",
    )


class Easy(Part):
    """The easy-to-read page of one role, in few and common words.

    Who does what comes from the actions, never from here.
    """

    model_config = ConfigDict(title="Lätt att läsa")
    role: RoleId = Field(description="Rollen som sidan vänder sig till.")
    lines: tuple[Line, ...] = Field(min_length=1, description="Inledningen. En kort mening per rad.")
    roles: tuple[EasyRole, ...] = Field(default=(), description="De andra rollerna som sidan nämner.")
    steps: tuple[EasyStep, ...] = Field(min_length=1, description="Varje åtgärd och fråga som rör rollen.")

    def topics(self, ids: Collection[str]) -> tuple[str, ...]:
        """Return the topics of these steps, each once."""
        return tuple(dict.fromkeys(step.topic for step in self.steps if step.step in ids and step.topic))
