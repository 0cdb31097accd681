"""Discretion: what is told to whoever asked names files, and never where on this machine they lie."""

import re
import tempfile
from pathlib import Path

# Folders whose names may hold anything, spaces too, and which a pattern would therefore cut short.
PRIVATE = [str(folder) for folder in (Path.home(), Path.cwd(), Path(tempfile.gettempdir()))]
FOLDERS = re.compile(r"(?<![\w/.:])(?:[A-Za-z]:)?[/\\](?:[^\s/\\;,:'\"()]+[/\\])+")


def discreet(text: str) -> str:
    """The same with every absolute path cut down to its last name."""
    for folder in sorted(PRIVATE, key=len, reverse=True):
        if len(folder) > 1:
            text = text.replace(folder, "/-")
    return FOLDERS.sub("", text)
