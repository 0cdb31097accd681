import subprocess
import sys
from pathlib import Path

import pytest

from ground.errors import BadInput
from ground.lock import alone

HOLD = "import sys; from pathlib import Path; from ground.lock import alone\n" + (
    "with alone(Path(sys.argv[1]), 'x'):\n    print('held', flush=True); sys.stdin.read()"
)


def test_a_second_holder_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    lock = tmp_path / "deep" / "lock"
    with alone(lock, "writing the gallery"):
        with (
            pytest.raises(BadInput, match="another process is writing the gallery"),
            alone(lock, "writing the gallery"),
        ):
            pass
        assert lock.exists()
    assert not lock.exists()
    with alone(lock, "writing the gallery"):
        pass


def test_the_lock_of_a_killed_process_opens(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(BadInput), alone(lock, "x"):
            pass
        other.kill()
        other.wait()
        with alone(lock, "x"):
            assert lock.exists()
