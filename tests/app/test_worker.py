"""The worker as a process: it logs as its server does."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import sys
from pathlib import Path
from app import log
from app.executor import Order
from app.local import Local

if __name__ == "__main__":
    log.start()
    executor = Local()
    (end,) = executor.paint([Order("one", Path(sys.argv[1]), {})])
    print(end.reason)
    executor.close()
"""


@pytest.mark.slow
def test_a_fault_of_ours_is_one_line_of_json_and_one_for_who_asked(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    house = Path(__file__).parents[2]
    run = subprocess.run(
        [sys.executable, str(script), str(tmp_path / "out")],
        cwd=house,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(house)},
    )
    assert run.stdout == "the painting failed (KeyError); the log knows more\n"
    (line,) = run.stderr.splitlines()
    said = json.loads(line)
    assert (said["message"], said["level"]) == ("a painting failed", "error")
    assert "KeyError" in said["traceback"]
