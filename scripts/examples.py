"""A page of examples: pictures with what a captioner says and what people wrote, the worst ones too."""

import base64
import io
from collections.abc import Sequence
from html import escape
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ground import canvas
from ground.files import replacing

EACH = 8  # examples of a kind, at most
SIDE = 320  # pixels
STYLE = """
body { font: 16px/1.5 Georgia, serif; color: #2b2926; background: #fbf9f5; max-width: 70rem; margin: 2rem auto;
  padding: 0 1rem }
section { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1.5rem }
img { width: 100%; height: 12rem; object-fit: contain; object-position: left bottom }
figure { margin: 0 } ul { padding-left: 1.1rem; margin: .4rem 0; color: #6f695f; font-size: .9rem }
h2 { border-bottom: 1px solid #8d877d; font-weight: normal } .said { font-weight: bold }
"""


def write(
    file: Path,
    model: str,
    pictures: Sequence[Path],
    said: Sequence[str],
    written: Sequence[Sequence[str]],
    each: NDArray[np.float64],
) -> None:
    """One HTML file with its pictures inside, whole or not there; `each` is ROUGE-L, by which they are ranked."""
    ranked = np.argsort(-each, kind="stable")
    many = max(1, min(EACH, len(ranked) // 3))  # so that nothing comes twice
    between = ranked[many : max(many, len(ranked) - many)]
    drawn = np.random.default_rng(0).permutation(between)[:many]
    parts = {"The best": ranked[:many], "Drawn by lot": drawn, "The worst": ranked[many:][::-1][:many]}
    body = "".join(
        f"<h2>{name}</h2><section>"
        + "".join(_figure(pictures[row], said[row], written[row], each[row]) for row in rows)
        + "</section>"
        for name, rows in parts.items()
        if len(rows)
    )
    head = '<!doctype html><html lang="en"><meta charset="utf-8">'
    head += f'<meta name="viewport" content="width=device-width"><title>{escape(model)}</title><style>{STYLE}</style>'
    with replacing(file) as part:
        part.write_text(
            f"{head}<h1>{escape(model)}</h1><p>In bold what the machine says, below it what people wrote.</p>{body}\n",
            encoding="utf-8",
        )


def _figure(picture: Path, said: str, written: Sequence[str], score: float) -> str:
    told = "".join(f"<li>{escape(text)}</li>" for text in written)
    return (
        f'<figure><img alt="{escape(said, quote=True)}" src="{_inline(picture)}">'
        f'<figcaption><span class="said">{escape(said)}</span> (ROUGE-L {score:.2f})<ul>{told}</ul></figcaption>'
        "</figure>"
    )


def _inline(picture: Path) -> str:
    seen = canvas.read(picture, longest=SIDE)
    laid = seen.rgb if seen.alpha is None else seen.rgb * seen.alpha[..., None] + 1 - seen.alpha[..., None]
    out = io.BytesIO()
    Image.fromarray((laid * 255 + 0.5).astype(np.uint8)).save(out, "JPEG", quality=80)
    return f"data:image/jpeg;base64,{base64.b64encode(out.getvalue()).decode()}"
