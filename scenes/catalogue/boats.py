"""Boats under sail and oar: trips, races, fishermen."""

import numpy as np

from scenes import sky
from scenes.beasts import gulls
from scenes.boats import afloat, launch, moored, rowboat, sailboat
from scenes.brush import Canvas
from scenes.land import silhouettes
from scenes.light import GOLDEN, MORNING, NIGHT, NOON, SUNSET
from scenes.plants import grass
from scenes.scene import scene
from scenes.ships import fisher, steamer
from scenes.skyline import towers, town
from scenes.towers import dome
from scenes.trees import SPRING, SUMMER, treeline
from scenes.water import glitter, water
from scenes.woods import willow


@scene(
    "boat-trip-sunny-city",
    "A Boat Trip on a Sunny Day",
    (
        "From a boat accompanied by people one sees the city shining in the light of a radiant sun.",
        "Holidaymakers in a rowing boat glide over glittering water towards a bright town with domes and towers.",
        "Several passengers enjoy an excursion on the bay; before them sunlit houses and church spires line the shore.",
    ),
    "boat trip people city sun sunny water excursion",
    aspect=1.4,
)
def boat_trip(canvas: Canvas) -> None:
    light, horizon = GOLDEN.turned(0.6, 0.4, -0.3), 0.5
    sky.sky(canvas, light, horizon)
    sky.clouds(canvas, light, horizon, cover=0.3, sun=(1.1, 0.1))
    sky.sun(canvas, 1.08, 0.15, 0.045, "#fffbe0", "#ffd060", 0.95)
    silhouettes(canvas, light, [(0.44, 0.08)], "#8a94a8", 3)
    towers(canvas, [(0.42, 0.44, 0.2, "spire"), (0.86, 0.45, 0.24, "campanile")], light, 0.3)
    town(canvas, 0.12, 1.3, 0.497, 0.1, 0.055, light, rows=5)
    dome(canvas, 0.64, 0.5, 0.17, light)
    water(canvas, canvas.under(horizon), light, horizon, 0.55, "#2a6078", 0.3)
    glitter(canvas, 1.08, horizon, canvas.under(horizon), "#ffe9a0", 0.09)
    for x, line, size in ((0.22, 0.56, 0.12), (1.2, 0.58, 0.15)):
        launch(canvas, sailboat, x, line, size, light)
    afloat(canvas, 0.86, lambda s: rowboat(s, 0.6, 0.86, 0.62, light, "#8a4a2c", 1, people=4), 0.6)
    gulls(canvas, 0.4, 0.22, 5, 0.2, 0.025)


@scene(
    "regatta-white-sails",
    "The Regatta",
    (
        "White sails crowd a blue bay on a windy day; sloops lean over and race towards the headland.",
        "A sailing race: yachts under bright canvas cut through choppy water beneath fair-weather clouds.",
        "Many small sailboats, their crews sitting out on the edge, chase each other over the sparkling sea.",
    ),
    "sailboats regatta race sails sea wind yacht",
    aspect=1.5,
)
def regatta(canvas: Canvas) -> None:
    light, horizon = NOON, 0.46
    sky.sky(canvas, light, horizon)
    sky.heaps(canvas, light, 0.38, 6, 0.15)
    silhouettes(canvas, light, [(0.45, 0.07), (0.47, 0.1)], "#5c7c80", 2.2)
    water(canvas, canvas.under(horizon), light, horizon, 1.1, "#1c5878", 0.75, 0.8)
    for i, t in enumerate(np.sort(canvas.rng.random(11) ** 1.6)):
        line, size = horizon + 0.03 + 0.42 * t, 0.1 + 0.42 * t
        x = (0.08 + 0.84 * ((i * 0.618) % 1)) * canvas.wide
        colour = ["#f4f0e4", "#a83a30", "#2c4a6a"][i % 3]
        launch(canvas, sailboat, x, line, size, light, 0.9, strength=0.45, colour=colour, crew=3, lean=0.13)


@scene(
    "sailing-at-sunset",
    "Sails at Sunset",
    (
        "Two sailing boats drift on a calm sea, dark against an orange and violet evening sky.",
        "The sun sinks into the water and lays a golden path beneath the yachts coming home.",
        "Sundown over the ocean, quiet and warm: silhouetted vessels, glowing clouds, shimmering reflections.",
    ),
    "sailboat sunset sea evening golden calm reflection",
    aspect=1.5,
)
def sailing_sunset(canvas: Canvas) -> None:
    light, horizon = SUNSET, 0.56
    sky.sky(canvas, light, horizon)
    sky.clouds(canvas, light, horizon, 0.5, stretch=2.4, sun=(0.85, 0.5))
    sky.bands(canvas, light, horizon, 6, 0.6)
    sky.sun(canvas, 0.85, 0.47, 0.055, "#fff2b8", "#ff9a48", 0.9)
    silhouettes(canvas, light, [(0.555, 0.05)], "#70506c", 2)
    water(canvas, canvas.under(horizon), light, horizon, 0.5, "#3a3460", 0.25)
    glitter(canvas, 0.85, horizon, canvas.under(horizon), "#ffd080", 0.1)
    dark = light.turned(0.3, 0.2, 0.9)
    afloat(canvas, 0.62, lambda s: sailboat(s, 1.18, 0.62, 0.2, dark, "#3c2c38", "#a8746c", -1))
    afloat(canvas, 0.77, lambda s: sailboat(s, 0.48, 0.77, 0.52, dark, "#2c2030", "#b87a66", 1))


@scene(
    "lake-rowing-party",
    "Rowing Party on the Lake",
    (
        "Ladies and gentlemen in straw hats row across a lake between wooded shores on a summer afternoon.",
        "Two rowing boats full of friends meet on smooth water; willows hang over the bank.",
        "A leisurely outing by boat: laughter, oars, dappled green reflections and a warm blue day.",
    ),
    "rowing boat lake people summer outing friends willow",
)
def rowing_party(canvas: Canvas) -> None:
    light, horizon = NOON.turned(0.6, 0.6, -0.3), 0.4
    sky.sky(canvas, light, horizon)
    sky.heaps(canvas, light, 0.3, 4, 0.13)
    silhouettes(canvas, light, [(0.38, 0.1)], "#7c98a0", 2.5)
    treeline(canvas, 0.415, 0.1, light, SUMMER, 0.35, n=80)
    treeline(canvas, 0.425, 0.06, light, SPRING, 0.2, n=70)
    water(canvas, canvas.under(0.42), light, 0.4, 0.4, "#2f5c50", 0.35)
    willow(canvas, 1.24, 0.5, 0.48, light, SPRING)
    afloat(canvas, 0.58, lambda s: rowboat(s, 0.95, 0.58, 0.3, light, "#5a6a7a", -1, 3), 0.4)
    afloat(canvas, 0.8, lambda s: rowboat(s, 0.5, 0.8, 0.58, light, "#9a5a34", 1, 4), 0.45)
    grass(canvas, 0.93, 1.1, light, SUMMER, 700, 0.12)


@scene(
    "fishermen-at-sea",
    "Fishermen hauling the Net",
    (
        "Three fishermen in a small boat pull in a heavy net while gulls circle around the brown sail.",
        "Hard work at sea: men bend over the gunwale of their fishing smack in the morning light.",
        "A lugger with a rust-red sail and its crew, surrounded by sea birds and green waves.",
    ),
    "fishermen fishing boat net sea gulls work men",
)
def fishermen(canvas: Canvas) -> None:
    light, horizon = MORNING, 0.45
    sky.sky(canvas, light, horizon)
    sky.clouds(canvas, light, horizon, 0.6, puff=0.6)
    water(canvas, canvas.under(horizon), light, horizon, 1.2, "#24585c", 0.7, 0.7)
    for x, line, size in ((1.1, 0.5, 0.13), (0.2, 0.49, 0.09)):
        launch(canvas, fisher, x, line, size, light, 0.8, crew=1)
    afloat(canvas, 0.8, lambda s: fisher(s, 0.62, 0.8, 0.72, light, "#2f5a6a", "#a8502c", 1, 3), 0.8)
    gulls(canvas, 0.85, 0.3, 12, 0.22, 0.045)


@scene(
    "moonlit-boat",
    "Moonlight on the Water",
    (
        "A small boat with one lantern floats under the full moon on a dark, silver-rippled lake.",
        "Night piece: moonbeams on still water, a rower alone, hills asleep in the distance.",
        "The moon lays a shining road over the black lake and finds a solitary oarsman.",
    ),
    "moon night boat lake lantern reflection dark",
    aspect=0.8,
)
def moonlit(canvas: Canvas) -> None:
    light, horizon = NIGHT, 0.5
    sky.sky(canvas, light, horizon)
    sky.stars(canvas, horizon, 260)
    sky.clouds(canvas, light, horizon, 0.35, stretch=2, opacity=0.7)
    sky.moon(canvas, 0.5, 0.2, 0.055)
    silhouettes(canvas, light, [(0.46, 0.12), (0.5, 0.12)], "#0e1a30", 3)
    water(canvas, canvas.under(0.505), light, 0.5, 0.5, "#0c1830", 0.35)
    glitter(canvas, 0.5, 0.5, canvas.under(0.505), "#dce6ff", 0.07)
    afloat(canvas, 0.74, lambda s: rowboat(s, 0.42, 0.74, 0.36, light, "#2c2430", 1, 1), 0.5, "#0c1830")
    canvas.glow(0.57, 0.69, 0.03, "#ffc060", 1)
    treeline(canvas, 1.03, 0.12, light, ("#04080f", "#0a121e", "#142030"), 0, n=24)


@scene(
    "river-barges-town",
    "Barges on the River",
    (
        "Heavy barges move slowly past a riverside town with a steeple, trees and red roofs.",
        "A steam tug with its plume of smoke tows cargo along the broad stream on a hazy afternoon.",
        "River traffic before the quays of an old town, its houses mirrored in brownish water.",
    ),
    "river barge steamer tug town smoke quay",
    aspect=1.5,
)
def river_barges(canvas: Canvas) -> None:
    light, horizon = GOLDEN.turned(-0.6, 0.4, -0.3), 0.46
    sky.sky(canvas, light, horizon)
    sky.clouds(canvas, light, horizon, 0.55)
    treeline(canvas, 0.47, 0.07, light, SUMMER, 0.45)
    towers(canvas, [(0.4, 0.46, 0.3, "spire"), (1.1, 0.46, 0.18, "onion")], light, 0.25)
    town(canvas, 0.05, 1.3, 0.475, 0.06, 0.07, light, rows=3, tiles="#a0503a")
    treeline(canvas, 0.485, 0.045, light, SUMMER, 0.15, 0, 0.3, 22)
    treeline(canvas, 0.485, 0.045, light, SUMMER, 0.15, 1.15, 1.5, 22)
    water(canvas, canvas.under(0.485), light, horizon, 0.5, "#5c5a44", 0.4)
    afloat(canvas, 0.6, lambda s: steamer(s, 1.02, 0.6, 0.36, light, 1))
    afloat(canvas, 0.61, lambda s: moored(s, 0.62, 0.61, 0.36, light, "#5a4438"))
    afloat(canvas, 0.82, lambda s: fisher(s, 0.42, 0.82, 0.55, light, "#4c3c34", "#c8b48c", 1, 2))
