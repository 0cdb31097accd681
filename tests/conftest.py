"""What holds for every test: no network, no trace of the user's own settings, slow ones only when asked for."""

import os
import secrets
import shutil
import signal
import tempfile
from pathlib import Path

import pytest

import ground  # noqa: F401  before torch

# Set before any room is imported, and inherited by the processes that tests start.
for _name in [name for name in os.environ if name.startswith("PENTIMENTO_")]:
    del os.environ[_name]
_OURS = Path(tempfile.mkdtemp(prefix="pentimento-tests-"))
os.environ |= {
    "PENTIMENTO_DATA": str(_OURS / "data"),
    "TORCH_HOME": str(_OURS / "torch"),  # weights that happen to lie in a user's cache must not decide a test
    "MPLBACKEND": "agg",
    "RAY_AUTH_MODE": "token",  # Ray reads it as it is imported
    "RAY_AUTH_TOKEN": secrets.token_hex(16),
    "RAY_USAGE_STATS_ENABLED": "0",
    "https_proxy": "http://127.0.0.1:9",  # nobody listens there: a download fails at once
    "HTTPS_PROXY": "http://127.0.0.1:9",
    "no_proxy": "localhost,127.0.0.1,testserver",
    "NO_PROXY": "localhost,127.0.0.1,testserver",
}

# A shell that starts the tests in the background has them, and all that they start, ignore Ctrl-C.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="run the slow tests too")
    parser.addoption(
        "--browser", action="store_true", help="fail where there is no browser for the page's tests"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--slow"):
        return
    for item in items:
        if "slow" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="slow; run with --slow"))


def pytest_unconfigure() -> None:
    shutil.rmtree(_OURS, ignore_errors=True)
