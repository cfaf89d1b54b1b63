"""Foreign programs (antiword, catdoc, LibreOffice, OCR) on a leash: no shell, own folder, limits."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from corruptex.reading.limits import Limits, RefusedError

_LIMITER = Path(__file__).with_name("limited.py")
_KEPT = ("PATH", "SYSTEMROOT", "TESSDATA_PREFIX", "LD_LIBRARY_PATH")


def program(*names: str) -> str | None:
    """Return the path of the first installed program of the given names."""
    return next((found for name in names if (found := shutil.which(name))), None)


@contextmanager
def private_folder() -> Iterator[Path]:
    """Give a folder only this user can read, removed with everything in it afterwards."""
    with tempfile.TemporaryDirectory(prefix="corruptex-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    home = str(folder)
    # A proxy that does not exist: whatever a document links to, nothing is fetched.
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy"), "http://127.0.0.1:9")
    return kept | nowhere | {"HOME": home, "TMPDIR": home, "TEMP": home, "TMP": home, "LANG": "C.UTF-8"}


def _stop(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


def run(command: Sequence[str], folder: Path, limits: Limits, seconds: int | None = None) -> bytes:
    """Run a converter and return what it printed.

    Args:
        command: Program and arguments.
        folder: Private folder: working directory, home and place for temporary files.
        limits: Time, memory, and size of what it may write.
        seconds: Time if it differs from ``limits.seconds``.

    Raises:
        RefusedError: If it runs too long, needs too much memory or fails.
    """
    seconds = limits.seconds if seconds is None else seconds
    leash: list[str] = []
    if os.name == "posix":
        bounds = (limits.memory, seconds, 4 * limits.unpacked)
        leash = [sys.executable, "-I", "-S", str(_LIMITER), *(str(bound) for bound in bounds)]
    printed = folder / "printed"
    with printed.open("wb") as output:
        process = subprocess.Popen(
            [*leash, *command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=_environment(folder),
            start_new_session=os.name == "posix",
        )
        try:
            code = process.wait(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise RefusedError("reading.too_slow", program=Path(command[0]).name, seconds=seconds) from error
        finally:
            _stop(process)
    if code != 0:
        raise RefusedError("reading.converter_failed", program=Path(command[0]).name)
    if printed.stat().st_size > limits.unpacked:
        raise RefusedError("reading.bomb", limit=limits.unpacked // (1024 * 1024))
    return printed.read_bytes()
