"""The worked examples of the methodology come out of the real acts as written."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.shared import SHARED

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "worked_examples.py"
LEAST = 0.8
"""Share of the rows on absence, references and cures that must come out as written."""


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("worked_examples", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not SHARED.exists(), reason="the real acts are not beside the checkout")
def test_rows_on_absence_references_and_cures_come_out_as_written() -> None:
    rows = [one for one in _script().outcomes() if one.row.get("concerns")]
    wrong = [(one.row, one.missing, one.alarms) for one in rows if not one.right]
    assert len(rows) - len(wrong) >= LEAST * len(rows), wrong
