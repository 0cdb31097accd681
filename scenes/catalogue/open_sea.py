"""The open sea: storms, breakers, wrecks, ice, the last voyage."""

import numpy as np

from scenes import sky
from scenes.beasts import gulls
from scenes.boats import launch, moored, rowboat
from scenes.breakers import spray, stormy
from scenes.brush import Canvas
from scenes.land import together
from scenes.light import DUSK, MORNING, NIGHT, STORM, SUNSET, Light
from scenes.noise import smooth
from scenes.scene import scene
from scenes.ships import steamer, tallship
from scenes.shores import boulders
from scenes.skyline import on_sheet
from scenes.towers import lighthouse
from scenes.view import Eye
from scenes.water import glitter, sea, swell, water


@scene(
    "storm-at-sea-ship",
    "Storm at Sea",
    (
        "A three-master fights against towering waves, her sails torn, under black clouds.",
        "Shipwreck threatens: a sailing ship heels over in a raging ocean full of foam.",
        "The tempest throws a vessel from crest to trough; spray, darkness and one cold gleam of light.",
    ),
    "storm sea ship waves tempest ocean foam",
    aspect=1.4,
)
def storm_ship(canvas: Canvas) -> None:
    stormy(canvas, STORM, 0.5, 0.5, 0.5, 0.6)
    sky.rain(canvas, 0.25, 0.25, 0.1, 0.5, "#8494a0", 0.3)
    ship = canvas.sheet()
    tallship(ship, 0.72, 0.63, 0.5, STORM, 1, "#d8ccb4", torn=0.35, tilt=0.24)
    ship.rgb *= (0.75 + 0.25 * smooth(0.66, 0.5, canvas.y))[..., None]
    keep = 1 - smooth(0.6, 0.64, canvas.y + 0.03 * np.sin(canvas.x * 22))
    canvas.place(ship, keep)
    spray(canvas, 0.98, 0.63, 0.14)
    spray(canvas, 0.5, 0.64, 0.1)


@scene(
    "great-wave-dark",
    "The Breaker",
    (
        "A single huge green wave rears up and is about to break; wind tears the foam from its crest.",
        "Study of the ocean: a wall of translucent water, white spray, gulls in the gale.",
        "The swell rolls in from the open sea beneath a torn and luminous sky.",
    ),
    "wave sea ocean breaker foam green gulls",
    aspect=1.5,
)
def great_wave(canvas: Canvas) -> None:
    light, horizon = MORNING.turned(0.5, 0.35, 0.6), 0.4
    sky.sky(canvas, light, horizon)
    sky.clouds(canvas, light, horizon, 0.6, puff=0.7, sun=(1.1, 0.3))
    waves = swell(canvas.rng, 0.14, 0.9, 0.7)
    big = lambda x, z: 0.42 * np.exp(-(((z - 1.5 - 0.12 * x) / 0.3) ** 2)) * smooth(1.5, -0.2, x)  # noqa: E731
    sea(canvas, light, Eye(horizon, 0.36), together(waves, big), "#17484c", "#7cc0a0", 0.55, 0.26, haze=25)
    spray(canvas, 0.5, 0.4, 0.16, 90)
    gulls(canvas, 1.05, 0.2, 6, 0.16, 0.035)


@scene(
    "lighthouse-gale",
    "Lighthouse in the Gale",
    (
        "Waves explode against the rock on which a lighthouse stands; its beam cuts the stormy dusk.",
        "A beacon defies the tempest: white spray, wet stone, a warm light in grey air.",
        "Night falls on a furious sea, and the lamp of the tower shines for ships in distress.",
    ),
    "lighthouse storm rock waves beacon sea spray",
    aspect=0.8,
)
def lighthouse_gale(canvas: Canvas) -> None:
    light = STORM
    stormy(canvas, light, 0.62, 0.22, 0.6)
    lantern = (0.44, 0.285)
    for spread, side in ((0.1, 1), (0.08, -1)):
        canvas.light(
            canvas.mask([lantern, (0.44 + side * 0.9, 0.2 - spread), (0.44 + side * 0.9, 0.2 + spread)], 0.02)
            * 0.4,
            "#fff0c0",
        )
    boulders(
        canvas,
        [(0.3, 0.76, 0.18), (0.56, 0.77, 0.2), (0.43, 0.74, 0.19), (0.68, 0.8, 0.12), (0.2, 0.8, 0.11)],
        light,
        "#4c4a4c",
    )
    on_sheet(canvas, lambda s: lighthouse(s, 0.44, 0.63, 0.4, light, lit=True))
    for x, y, size in ((0.16, 0.76, 0.2), (0.72, 0.78, 0.22), (0.44, 0.8, 0.14)):
        spray(canvas, x, y, size)
    gulls(canvas, 0.2, 0.2, 4, 0.1, 0.03)


@scene(
    "shipwreck-moon",
    "The Wreck by Moonlight",
    (
        "The broken hull of a ship lies on a reef; the moon looks through driving clouds upon the waves.",
        "A stranded vessel with bare masts, survivors in a boat, cold silver light.",
        "Night after the storm: wreckage among rocks and a sea that has not yet calmed.",
    ),
    "shipwreck wreck moon night sea rocks",
    aspect=1.3,
)
def shipwreck(canvas: Canvas) -> None:
    light, horizon = NIGHT, 0.5
    sky.sky(canvas, light, horizon)
    sky.clouds(canvas, light, horizon, 0.6, stretch=1.6, sun=(0.9, 0.15))
    sky.moon(canvas, 0.92, 0.16, 0.05)
    sea(canvas, light, Eye(horizon, 0.4), swell(canvas.rng, 0.15, 1.1), "#0c1c30", "#3c5c74", 0.35, 0.16)
    glitter(canvas, 0.92, horizon, canvas.under(0.51), "#dce8ff", 0.08)
    wreck = canvas.sheet()
    tallship(wreck, 0.5, 0.68, 0.44, light, 1, "#5c6478", "#2c2830", 1.0, -0.35)
    canvas.place(wreck, smooth(0.7, 0.66, canvas.y))
    boulders(
        canvas,
        [(0.22, 0.74, 0.12), (0.4, 0.76, 0.13), (0.62, 0.76, 0.12), (0.78, 0.77, 0.08)],
        light,
        "#2c3444",
    )
    for x, y in ((0.3, 0.74), (0.56, 0.76), (0.76, 0.76)):
        spray(canvas, x, y, 0.08, 60)
    launch(canvas, rowboat, 1.0, 0.86, 0.26, light, 0.5, "#0c1c30", people=4, colour="#241c20")


@scene(
    "steamer-sunset-sea",
    "The Last Voyage",
    (
        "A sailing ship is towed by a steamer into port under an immense flaming sunset.",
        "Ghostly old three-master behind a dark tug; sky and sea melt together in orange and blue.",
        "The end of an era: the proud vessel glides home while the sun goes down.",
    ),
    "ship steamer tug sunset sea sailing old",
    aspect=1.35,
)
def last_voyage(canvas: Canvas) -> None:
    light, horizon = SUNSET.turned(0.6, 0.2, 0.7), 0.58
    sky.sky(canvas, light, horizon)
    sky.clouds(canvas, light, horizon, 0.6, stretch=1.8, sun=(1.1, 0.5))
    sky.sun(canvas, 1.1, 0.5, 0.04, "#fff0b0", "#ff8c3c", 1)
    water(canvas, canvas.under(horizon), light, horizon, 0.5, "#4c4468", 0.25)
    glitter(canvas, 1.1, horizon, canvas.under(horizon), "#ffc070", 0.1)
    launch(canvas, tallship, 0.36, 0.68, 0.44, light, 0.4, sails="#e8d8c0", colour="#a8906c", torn=0.3)
    launch(canvas, steamer, 0.72, 0.73, 0.3, light, 0.4)
    canvas.line([(0.56, 0.62), (0.6, 0.69)], 0.003, "#2c1c20")
    launch(canvas, moored, 1.14, 0.9, 0.16, light, 0.4, colour="#3c2c30")


@scene(
    "ice-sea-north",
    "The Sea of Ice",
    (
        "Plates of blue ice pile up in a frozen ocean; far away an iceberg glows in the polar light.",
        "Arctic desolation: jagged floes, a ship trapped among them, pale rose horizon.",
        "Cold northern waters full of drifting ice beneath a green and violet sky.",
    ),
    "ice arctic iceberg polar sea frozen cold",
    aspect=1.35,
)
def ice_sea(canvas: Canvas) -> None:
    light, horizon, rng = DUSK.turned(-0.7, 0.35, 0.2), 0.46, canvas.rng
    pale = Light(
        "#6c8cb0", "#a8b8cc", "#f4d4c4", "#ffe8d8", "#6c84b0", "#c8d0dc", "#f8ece4", "#98a4c0", light.towards
    )
    sky.sky(canvas, pale, horizon)
    sky.veils(canvas, "#fff0e4", 0.0, 0.4)
    for x, w, h in ((0.28, 0.2, 0.2), (1.05, 0.26, 0.28)):
        top = [
            (x + d * w, horizon - u * h)
            for d, u in (
                (-0.6, 0),
                (-0.5, 0.35),
                (-0.3, 0.5),
                (-0.2, 0.9),
                (0.0, 1),
                (0.12, 0.6),
                (0.35, 0.7),
                (0.5, 0.25),
                (0.62, 0),
            )
        ]
        canvas.grade(top, "#f8f0ec", "#7ca0c4", across=True)
        canvas.fill([top[3], top[4], top[5], (x + 0.1 * w, horizon)], "#9cb8d8", 0.7)
    water(canvas, canvas.under(horizon), pale, horizon, 0.4, "#2c5474", 0.35)
    launch(canvas, tallship, 0.72, 0.5, 0.17, pale, torn=0.8)
    for t in np.sort(rng.random(85) ** 0.8):
        x, y, w = (
            rng.uniform(-0.1, canvas.wide + 0.1),
            horizon + 0.03 + 0.56 * t,
            0.03 + 0.24 * t * rng.uniform(0.4, 1),
        )
        lift, lean = w * rng.uniform(0.15, 0.5), rng.uniform(-0.4, 0.4)
        plate = [
            (x - w / 2, y),
            (x - w * 0.3 + lean * w * 0.5, y - lift),
            (x + w * 0.35 + lean * w * 0.5, y - lift * rng.uniform(0.6, 1.2)),
            (x + w / 2, y + lift * 0.05),
        ]
        canvas.grade(plate, "#fbf6f4", "#a8c4e0", 0.97)
        canvas.grade(
            [plate[0], plate[3], (x + w * 0.45, y + lift * 0.3), (x - w * 0.42, y + lift * 0.26)],
            "#5c8cb8",
            "#2c547c",
            0.95,
        )
