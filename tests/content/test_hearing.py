"""Who waits for an answer that nobody tells is named, and nobody else."""

from __future__ import annotations

import pytest

from audit.built import Site
from content.pages import unheard
from routine.check.load import load
from routine.model.steps import Informed
from tests.kit.paths import SMALL

pytestmark = pytest.mark.site


def test_who_waits_for_an_answer_in_vain_is_told_with_what_to_do(small_site: Site) -> None:
    (fault,) = unheard(small_site)
    assert fault.advice
    assert fault.message.startswith("Vaktmästaren har steg som hänger på svaret på ”Har salen torkat?”, men får inte")
    assert fault.hint.startswith("skriv vaktmastaren under heard_by på frågan torkar-salen")


def test_who_may_be_told_does_not_wait_in_vain(small_site: Site) -> None:
    routine = load(SMALL)
    told = Informed(role="vaktmastaren", basis="tolkning")
    questions = tuple(each.model_copy(update={"heard_by": (*each.heard_by, told)}) for each in routine.questions)
    assert not [*unheard(Site(small_site.folder, routine.model_copy(update={"questions": questions})))]


def test_ours_tells_everyone(site: Site) -> None:
    assert not [*unheard(site)]
