"""Mountains under every sky."""

import numpy as np

from scenes import sky
from scenes.brush import Canvas
from scenes.colour import mix
from scenes.land import alpine, fog, hills, paint_land, peak, ranges, silhouettes, together
from scenes.light import ALPENGLOW, MIST, NOON, OVERCAST, STORM, SUNSET
from scenes.noise import smooth
from scenes.plants import blooms, grass
from scenes.scene import scene
from scenes.shores import boulders, wooded
from scenes.staffage import person
from scenes.trees import SUMMER, pine
from scenes.view import Eye, scatter
from scenes.water import glitter, water


@scene(
    "mountain-view-cloudy",
    "Mountain View",
    (
        "Panorama of a mountain chain under a cloudy sky; grey clouds drift over rocky summits streaked with snow.",
        "Peaks of the alps stand in a row behind green foothills while heavy clouds let a little sunlight through.",
        "The eye travels far over hills to a rugged range, its tops half lit, half in the shadow of passing cumulus.",
    ),
    "mountain peak range clouds panorama alps",
    aspect=1.6,
)
def mountain_view(canvas: Canvas) -> None:
    light, eye = OVERCAST.turned(-0.7, 0.5, -0.3), Eye(0.5, 0.6)
    sky.sky(canvas, light, 0.52)
    sky.clouds(canvas, light, 0.55, cover=0.72, size=1.1, puff=0.6)
    sky.heaps(canvas, light, 0.36, towers=5, size=0.15)
    ground = together(ranges(canvas.rng, start=4, height=3.4), hills(canvas.rng, 0.2))
    paint_land(canvas, ground, light, eye, lambda v: alpine(canvas, v, snow=1.5, trees=0.7), haze=22)
    wooded(canvas, ground, light, eye, 260, 1.5, 6, tall=0.22, low=-1, haze=14)


@scene(
    "lone-peak-noon",
    "The Solitary Peak",
    (
        "A single pyramid of rock and snow rises into a clear blue sky above meadows full of flowers.",
        "Summer noon in the high mountains: one sharp summit, sunlit, with a flowering alp at its foot.",
        "A steep, lonely mountain towers over a green pasture; small white and yellow blossoms cover the grass.",
    ),
    "mountain peak summit meadow flowers summer blue sky",
    aspect=0.8,
)
def lone_peak(canvas: Canvas) -> None:
    light, eye = NOON, Eye(0.62, 0.5)
    sky.sky(canvas, light, 0.62)
    sky.veils(canvas, "#ffffff", 0.05, 0.4, 0.6)
    ground = together(peak(canvas.rng, 0.2, 9, 4.6, 3.0, 1.15, 0.5), hills(canvas.rng, 0.25))
    paint_land(canvas, ground, light, eye, lambda v: alpine(canvas, v, snow=1.7, trees=0.75), haze=30)
    wooded(canvas, ground, light, eye, 300, 2, 7, tall=0.26, low=-1, high=1)
    x, y, _, away = scatter(canvas, ground, eye, 1500, 0.5, 4)
    grass(canvas, 0.78, 1.04, light, SUMMER, 1500, 0.05)
    blooms(canvas, x, y, 0.006 / away, ["#ffffff", "#f4d94c", "#e8a0c0", "#8a70d0"])


@scene(
    "alpenglow-range",
    "Alpenglow",
    (
        "The last light paints the snowfields of a high range rose and orange while the valley lies in blue shadow.",
        "Evening glow on the mountains: pink summits under a violet sky, dark pines in the foreground.",
        "After sundown the peaks still burn with a rosy light; below, the forest is already asleep in the dusk.",
    ),
    "mountain alpenglow sunset pink snow alps evening",
    aspect=1.6,
)
def alpenglow(canvas: Canvas) -> None:
    light, eye = ALPENGLOW, Eye(0.55, 0.7)
    sky.sky(canvas, light, 0.55)
    sky.bands(canvas, light, 0.5, 5, 0.5)
    ground = together(ranges(canvas.rng, start=3.5, height=3.8, scale=0.14))
    paint_land(canvas, ground, light, eye, lambda v: alpine(canvas, v, snow=0.75, trees=0.4), haze=34)
    canvas.glaze(smooth(0.62, 1.0, canvas.y) * 0.6, "#4a5688")
    for x in np.linspace(0.02, canvas.wide, 15):
        size = canvas.rng.uniform(0.14, 0.34)
        pine(canvas, x + canvas.rng.normal(0, 0.04), 1.02, size, light, ("#0e1626", "#1c2a40", "#3c4460"))


@scene(
    "mountain-storm",
    "Thunderstorm in the Mountains",
    (
        "Lightning splits a black sky over jagged peaks; rain hangs in curtains above the dark valley.",
        "A violent tempest breaks upon the mountains, a flash of lightning lighting the wet rock.",
        "Storm clouds swallow the summits; a thunderbolt strikes the ridge and the forest bends in shadow.",
    ),
    "mountain storm lightning thunder rain dark clouds",
)
def mountain_storm(canvas: Canvas) -> None:
    light, eye = STORM, Eye(0.52, 0.6)
    sky.sky(canvas, light, 0.55)
    sky.clouds(canvas, light, 0.6, cover=0.85, size=1.3, puff=0.8, soft=0.3)
    sky.lightning(canvas, canvas.wide * 0.66, 0.08, 0.36)
    ground = ranges(canvas.rng, start=3.5, height=4.2, scale=0.15)
    paint_land(
        canvas, ground, light, eye, lambda v: alpine(canvas, v, snow=1.9, trees=0.8, rock="#6c6a6a"), haze=18
    )
    sky.rain(canvas, canvas.wide * 0.3, 0.28, 0.15, 0.75, "#8c98a4", 0.25)
    wooded(canvas, ground, light, eye, 320, 1.2, 6, tall=0.25, low=-1, haze=16)
    canvas.glaze(smooth(0.7, 1.0, canvas.y) * 0.45, "#2c3440")


@scene(
    "mountains-morning-mist",
    "Morning Mist in the Hills",
    (
        "Ridge behind ridge of blue mountains dissolves in the morning mist; a few firs stand on the nearest slope.",
        "Dawn haze fills the valleys so that only the crests of the hills float above it, paler and paler.",
        "A quiet landscape of layered ranges in fog, painted in cool blues and a breath of warm light.",
    ),
    "mountain mist fog dawn ridges blue hills",
    aspect=1.5,
)
def morning_mist(canvas: Canvas) -> None:
    light = MIST
    sky.sky(canvas, light, 0.6)
    sky.sun(canvas, canvas.wide * 0.68, 0.24, 0.035, "#fff8e4", "#ffe0a0", 0.7)
    lines = [(0.4, 0.22), (0.47, 0.2), (0.55, 0.2), (0.64, 0.2), (0.74, 0.22), (0.88, 0.24)]
    for i, line in enumerate(lines):
        silhouettes(canvas, light, [line], mix("#a8b8c4", "#2c4650", i / 5), 2.5 + i * 0.5, sharp=i < 3)
        fog(canvas, line[0] + 0.08, 0.05, "#f0ebe0", 0.75 - i * 0.09)
    for x in canvas.rng.uniform(0, canvas.wide, 22):
        size = canvas.rng.uniform(0.08, 0.26)
        pine(canvas, float(x), 0.9 + size * 0.45, size, light, ("#1c3034", "#2c484c", "#56706c"))


@scene(
    "mountain-sunset",
    "Sunset behind the Summits",
    (
        "The sun goes down behind dark mountains and sets the clouds on fire in orange, crimson and gold.",
        "A blazing evening sky above the black outline of the peaks; the lake of mist below turns red.",
        "Twilight: silhouettes of ridges against a glowing horizon, the day's last rays spreading like a fan.",
    ),
    "mountain sunset evening orange red sky silhouette",
    aspect=1.5,
)
def mountain_sunset(canvas: Canvas) -> None:
    light = SUNSET
    sky.sky(canvas, light, 0.6)
    sky.clouds(canvas, light, 0.6, cover=0.5, size=1.2, sun=(0.9, 0.6), stretch=2.2)
    sky.bands(canvas, light, 0.6, 7, 0.7)
    sky.beams(canvas, 0.9, 0.56, "#ffc070", 0.3)
    sky.sun(canvas, 0.9, 0.535, 0.04, "#fff0b0", "#ff9040")
    for i, line in enumerate([(0.6, 0.18), (0.66, 0.22), (0.76, 0.26), (0.92, 0.24)]):
        silhouettes(canvas, light, [line], mix("#b8705c", "#1c1830", i / 3), 3 + i * 0.4, sharp=True)
        fog(canvas, line[0] + 0.1, 0.04, "#f0a070", 0.45 - i * 0.1)


@scene(
    "wanderer-ridge",
    "Wanderer above the Clouds",
    (
        "A lone hiker with a staff stands on a rock and looks out over a sea of clouds from which peaks emerge.",
        "The traveller on the summit, seen from behind; below him fog fills every valley.",
        "A man in a dark coat contemplates mountains and mist from his lofty crag in solemn, cool light.",
    ),
    "mountain wanderer hiker man fog clouds summit solitude",
    aspect=0.8,
)
def wanderer(canvas: Canvas) -> None:
    light = MIST.turned(-0.5, 0.5, 0.4)
    sky.sky(canvas, light, 0.6)
    sky.clouds(canvas, light, 0.5, cover=0.5)
    for i, line in enumerate([(0.42, 0.16), (0.5, 0.2), (0.6, 0.2), (0.72, 0.16)]):
        silhouettes(canvas, light, [line], mix("#a4b4c4", "#4c5c6c", i / 3), 3.5, sharp=True)
        fog(canvas, line[0] + 0.09, 0.06, "#f2f0ea", 0.95)
    fog(canvas, 0.86, 0.08, "#f4f2ec", 0.9)
    boulders(
        canvas, [(0.4, 1.06, 0.3), (0.28, 1.08, 0.22), (0.52, 1.1, 0.25), (0.4, 0.95, 0.13)], light, "#4c4640"
    )
    person(canvas, 0.4, 0.865, 0.27, light, "#26302c", False, None, 0.5, 0.5)
    canvas.line([(0.335, 0.72), (0.32, 0.9)], 0.006, "#2c2018")


@scene(
    "volcano-eruption",
    "The Eruption",
    (
        "A volcano throws glowing lava and a black column of smoke into the night; red rivers run down its flanks.",
        "Fire breaks out of the mountain: sparks, ash and burning streams reflected in the dark bay.",
        "Nocturnal eruption, the cone lit from within, crimson light on the clouds and on the water.",
    ),
    "volcano eruption lava fire smoke night mountain",
)
def volcano(canvas: Canvas) -> None:
    light, eye, rng = STORM.turned(0.1, 0.8, 0.3), Eye(0.62, 0.3), canvas.rng
    middle = canvas.wide / 2 + 0.05
    sky.sky(canvas, light, 0.62)
    canvas.glaze(0.75, "#2c2438")
    n = 620
    t = np.sort(rng.random(n))[::-1]
    drift = rng.normal(0, 0.3, n)
    x, y = middle + 0.25 * t**1.6 + drift * (0.1 + 0.6 * t), 0.27 - 0.36 * t + rng.normal(0, 0.05, n) * t
    glow = np.clip(1.15 - t * 1.5 - np.abs(drift) + rng.normal(0, 0.15, n), 0, 1)
    colour = mix(mix("#1c1a20", "#4c464c", rng.random(n)), "#ff7a30", glow)
    canvas.dabs(x, y, 0.05 + 0.16 * t, 0.04 + 0.1 * t, rng.random(n) * 3, colour, 0.5)
    ground = peak(rng, 0.35, 7, 3.0, 2.4, 0.85, 0.3)
    paint_land(
        canvas,
        lambda a, b: np.minimum(ground(a, b), 2.3) - 0.35,
        light,
        eye,
        lambda v: alpine(canvas, v, snow=9, trees=0.3, rock="#4a4048", meadow="#3a3440", wood="#241c28"),
        haze=40,
    )
    canvas.glow(middle, 0.3, 0.1, "#ff6a20", 1)
    for _ in range(9):
        px, py, path = middle + rng.normal(0, 0.02), 0.315, []
        lean = (px - middle) * 8
        while py < 0.62:
            path.append((px, py))
            px, py = px + rng.normal(lean * 0.02, 0.007), py + 0.02
        canvas.line(path, 0.02, "#c42c10", 0.6, taper=0.3)
        canvas.line(path, 0.009, "#ffb040", 0.95, taper=0.2)
    sparks = rng.random(150)
    canvas.dabs(
        middle + rng.normal(0, 0.06, 150) * (0.3 + sparks * 2),
        0.3 - 0.25 * sparks,
        0.008,
        0.004,
        rng.random(150) * 3,
        "#ffd070",
        0.9,
    )
    water(canvas, canvas.under(0.635), light, 0.62, 0.6, "#181828")
    glitter(canvas, middle, 0.62, canvas.under(0.635), "#ff7a30", 0.1)
