"""The cluster that `--ray` means: the one at an address, or one begun on this machine while the command runs."""

import os
import secrets
from pathlib import Path

TOKEN, FILE, ADDRESS = "RAY_AUTH_TOKEN", "RAY_AUTH_TOKEN_PATH", "RAY_ADDRESS"
USUAL = Path("~/.ray/auth_token")


def address(asked: str) -> str:
    """As given; else what RAY_ADDRESS names, or a new cluster here, with a token of its own where there is none."""
    if asked or os.environ.get(ADDRESS):
        return asked or "auto"
    if not (os.environ.get(TOKEN) or os.environ.get(FILE) or USUAL.expanduser().is_file()):
        os.environ[TOKEN] = secrets.token_hex(16)
    return "local"
