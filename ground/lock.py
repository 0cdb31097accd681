"""A lock that one process holds at a time, and that its end, however sudden, opens."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ground.errors import BadInput

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def alone(file: Path, doing: str) -> Iterator[None]:
    """Hold the lock `file`, which is gone afterwards; refused when another process is `doing` the same."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = _held(file, doing)
    try:
        yield
    finally:
        file.unlink(missing_ok=True)
        os.close(handle)


def _held(file: Path, doing: str) -> int:
    while True:
        handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _lock(handle)
        except OSError as error:
            os.close(handle)
            raise BadInput(f"another process is {doing}", "wait for its end, or stop it") from error
        # Whoever held it last may have removed the file that we had opened; then ours locks nothing.
        if file.exists() and os.path.samestat(os.fstat(handle), file.stat()):
            return handle
        os.close(handle)


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
