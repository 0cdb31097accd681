"""Snow lying and falling, and the colours of houses in it."""

from scenes.brush import Canvas
from scenes.colour import mix
from scenes.light import Light
from scenes.noise import smooth

SNOWY = ["#c8a07c", "#8a5c40", "#d8c4a4", "#a87858", "#b8a890"]


def snowfield(canvas: Canvas, top: float, light: Light) -> None:
    """Snow-covered ground with blue hollows."""
    snow = mix("#dfe6f2", mix("#fffaf2", light.sun, 0.3), canvas.noise(5, 5, stretch=3))
    snow = mix(
        snow, mix("#8ea6d0", light.shade, 0.4), smooth(0.46, 0.72, canvas.noise(4, 6, stretch=5)) * 0.75
    )
    canvas.lay(canvas.under(top + 0.02 * (canvas.noise(4, 3)[:1] - 0.5), 0.01), snow)


def snowfall(canvas: Canvas, n: int = 500) -> None:
    rng = canvas.rng
    size = 0.003 + 0.008 * rng.random(n) ** 3
    canvas.dabs(
        rng.random(n) * canvas.wide, rng.random(n), size * 1.2, size, rng.random(n) * 3, "#ffffff", 0.75
    )
