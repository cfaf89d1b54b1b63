"""The rules are found both from a checkout and from an installed wheel."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def test_a_check_runs_from_the_wheel_alone(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = (
        "import corruptex, corruptex.methodology as m\n"
        "assert str(m.rules_folder()).startswith(PLACE), m.rules_folder()\n"
        "report = corruptex.check('Уполномоченный орган вправе отказать в выдаче лицензии заявителю.')\n"
        "assert report.findings\n"
    ).replace("PLACE", repr(str(tmp_path)))
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PATH": "", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_wheel_ships_rules_messages_and_schema_but_no_tests(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert "corruptex/rules/methodology.yaml" in names
    assert "corruptex/messages/cli.yaml" in names
    assert "corruptex/conclusion/report.schema.json" in names
    assert "corruptex/conclusion/html/templates/page.html.jinja" in names
    assert "corruptex/conclusion/html/templates/style.css" in names
    assert "corruptex/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "examples/", "benchmarks/"))]
