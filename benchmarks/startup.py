"""How long ``corruptex --help`` takes beside ``python -c "import typer"``.

The bar is 1.5 times the import of Typer plus 0.3 s. Both are whole processes, measured in turns and
compared by their medians, so that a busy machine slows both alike.

Run: ``python benchmarks/startup.py [RUNS]``. Exits with 1 if the bar is missed.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = {
    "python -c 'import typer'": [sys.executable, "-c", "import typer"],
    "corruptex --help": [sys.executable, str(ROOT / "cli.py"), "--help"],
    "corruptex check --help": [sys.executable, str(ROOT / "cli.py"), "check", "--help"],
}
FACTOR, ALLOWANCE = 1.5, 0.3


def seconds(command: Sequence[str]) -> float:
    """Wall time of one run of a command, in seconds."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main(runs: int) -> int:
    """Measure and print; return 1 if the bar is missed."""
    for command in COMMANDS.values():
        seconds(command)  # compiles the modules, fills the cache of the disk
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs):
        for name, command in COMMANDS.items():
            times[name].append(seconds(command))
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, median in medians.items():
        print(f"{name:28} median {median:.3f} s, best {min(times[name]):.3f} s, {runs} runs")
    bar = FACTOR * medians["python -c 'import typer'"] + ALLOWANCE
    slowest = max(median for name, median in medians.items() if name.startswith("corruptex"))
    outcome = "kept" if slowest <= bar else "missed"
    print(f"bar {bar:.3f} s ({FACTOR} x import typer + {ALLOWANCE} s): {outcome}")
    return int(slowest > bar)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 15))
