"""Classes of word forms that patterns name as ``<class>``."""

from __future__ import annotations

import pytest

from corruptex.language.classes import CLASSES


@pytest.mark.parametrize("form", ["болсо", "берилсе", "тапшырылбаса", "көрбөсө"])
def test_a_kyrgyz_condition_is_told_by_its_ending(form: str) -> None:
    assert CLASSES["ky"]["conditional"].search(form)
    assert not CLASSES["ky"]["whenever"].search(form)


@pytest.mark.parametrize("form", ["болгондо", "берилгенде", "токтотулганда", "көргөндө", "чыкканда"])
def test_a_kyrgyz_when_form_is_told_by_its_ending(form: str) -> None:
    assert CLASSES["ky"]["whenever"].search(form)
    assert not CLASSES["ky"]["conditional"].search(form)


@pytest.mark.parametrize("form", ["берет", "мыйзамда", "жаранга", "болгон", "инспекция"])
def test_other_kyrgyz_forms_are_no_conditions(form: str) -> None:
    assert not CLASSES["ky"]["conditional"].search(form)
    assert not CLASSES["ky"]["whenever"].search(form)
