"""Metrics that others wrote: CIDEr, METEOR and SPICE of pycocoevalcap, where what they need is there.

What cannot be run says why; no other figure ever stands under its name.
"""

import shutil
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from importlib.util import find_spec
from pathlib import Path
from typing import Any

Words = Sequence[str]
Figure = float | str

EXTRA = "not run: pycocoevalcap is not installed (the `eval` extra)"
JAVA = "not run: there is no Java"
SPICE_JAR = "spice/lib/stanford-corenlp-3.6.0-models.jar"  # of 384 MB, which nobody is made to download


def outside(captions: Sequence[Words], references: Sequence[Sequence[Words]]) -> dict[str, Figure]:
    return {
        "cider": _run(_cider, captions, references),
        "meteor": JAVA if shutil.which("java") is None else _run(_meteor, captions, references),
        "spice": _spice_trouble() or _run(_spice, captions, references),
    }


def _run(
    metric: Callable[[], Any], captions: Sequence[Words], references: Sequence[Sequence[Words]]
) -> Figure:
    if find_spec("pycocoevalcap") is None:
        return EXTRA
    truth = {str(place): [" ".join(each) for each in some] for place, some in enumerate(references)}
    said = {str(place): [" ".join(caption)] for place, caption in enumerate(captions)}
    try:
        with redirect_stdout(sys.stderr):  # where these programmes tell of themselves
            return float(metric().compute_score(truth, said)[0])
    except Exception as error:  # a Java programme may end in any way
        return f"not run: it failed ({type(error).__name__})"


def _spice_trouble() -> str:
    found = find_spec("pycocoevalcap")
    if found is None:
        return EXTRA
    if shutil.which("java") is None:
        return JAVA
    jar = Path(next(iter(found.submodule_search_locations or []))) / SPICE_JAR
    return "" if jar.is_file() else f"not run: {jar.name} is not there"


def _cider() -> Any:
    from pycocoevalcap.cider.cider import Cider

    return Cider()


def _meteor() -> Any:
    from pycocoevalcap.meteor.meteor import Meteor

    return Meteor()


def _spice() -> Any:
    from pycocoevalcap.spice.spice import Spice

    return Spice()
