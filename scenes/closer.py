"""Stepping closer: a composition drawn larger than its frame, of which the frame keeps the part that matters."""

from collections.abc import Callable
from functools import wraps

from scenes.brush import Canvas
from scenes.scene import Composition


def closer(factor: float, top: float = 0.85) -> Callable[[Composition], Composition]:
    """Enlarges by `factor`, keeping the middle across; `top` is how much of what is lost is lost above."""

    def step(compose: Composition) -> Composition:
        @wraps(compose)
        def drawn(canvas: Canvas) -> None:
            large = Canvas(canvas.rng, round(canvas.h * factor), round(canvas.w * factor))
            compose(large)
            row, column = round((large.h - canvas.h) * top), (large.w - canvas.w) // 2
            canvas.rgb[:] = large.rgb[row : row + canvas.h, column : column + canvas.w]

        return drawn

    return step
