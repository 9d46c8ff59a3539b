"""The sounds of hands and pots: chop, stir, pour, plate, sizzle, plop and the oven's door."""

from __future__ import annotations

from random import Random

from kitchen.game.sound.synth import (
    Samples,
    band,
    count,
    decaying,
    glide,
    high,
    low,
    mix,
    noise,
    partials,
    room,
    shape,
    soften,
    tone,
)

WOOD = ((1.0, 1.0, 0.024), (2.57, 0.6, 0.016), (4.21, 0.28, 0.009), (0.52, 0.35, 0.03))
CHINA = (
    (1.0, 1.0, 0.07), (1.52, 0.5, 0.05), (2.31, 0.55, 0.035), (3.27, 0.3, 0.022), (4.6, 0.16, 0.015)
)  # fmt: skip
CHOP_HZ = (318.0, 286.0, 352.0)


def chop(variant: int) -> Samples:
    """A knife through something crisp, onto a wooden board."""
    crunch = high(decaying(noise(0.1, 11 + variant), 0.006), 1600.0)
    edge = band(decaying(noise(0.1, 31 + variant), 0.012), 2300.0 + 240.0 * variant, 1.2)
    board = partials(CHOP_HZ[variant], 0.13, WOOD)
    thump = glide(150.0, 92.0, 0.13, 0.028)
    hit = mix((0.0, 0.16, crunch), (0.0, 0.55, edge), (0.008, 0.75, board), (0.008, 0.36, thump))
    return soften(low(hit, 5200.0), 0.001, 0.03)


def stir() -> Samples:
    """A whisk goes three times around a bowl."""
    parts = []
    for turn in range(3):
        swish = band(noise(0.16, 50 + turn), 2100.0 + 260.0 * turn, 1.1)
        parts.append((turn * 0.145, 0.8, shape(swish, (0.0, 0.0), (0.07, 1.0), (0.16, 0.0))))
        tick = partials(1180.0 + 90.0 * turn, 0.08, CHINA)
        parts.append((turn * 0.145 + 0.06, 0.1, soften(tick)))
    return soften(low(mix(*parts), 5000.0))


def knead() -> Samples:
    """Dough is slapped onto the board."""
    slap = band(decaying(noise(0.12, 55), 0.014), 640.0, 0.8)
    thump = glide(165.0, 84.0, 0.16, 0.035)
    board = partials(228.0, 0.16, WOOD)
    return soften(low(mix((0.0, 0.9, slap), (0.004, 0.6, thump), (0.004, 0.35, board)), 2600.0))


def shake() -> Samples:
    """Salt, twice."""
    grains = band(noise(0.09, 57), 3600.0, 1.0)
    puff = shape(grains, (0.0, 0.0), (0.025, 1.0), (0.05, 0.35), (0.09, 0.0))
    return soften(low(mix((0.0, 0.8, puff), (0.13, 1.0, puff)), 6000.0))


def pour() -> Samples:
    """Water into a pan: it gurgles higher as the pan fills."""
    draw = Random(61)
    parts = [(0.0, 0.22, _stream(0.75))]
    for blob in range(26):
        start = 0.03 + 0.026 * blob + 0.012 * draw.random()
        hz = 420.0 + 14.0 * blob + 260.0 * draw.random()
        parts.append((start, 0.12 + 0.2 * draw.random(), bubble(hz, 0.05)))
    return soften(mix(*parts), 0.03, 0.12)


def _stream(seconds: float) -> Samples:
    rush = low(band(noise(seconds, 62), 950.0, 0.7), 2600.0)
    return shape(rush, (0.0, 0.0), (0.15, 1.0), (seconds - 0.25, 0.8), (seconds, 0.0))


def bubble(hz: float, seconds: float) -> Samples:
    """One bubble bursts: a short tone that rises."""
    return soften(glide(hz, hz * 1.7, seconds, seconds * 0.32), 0.003, 0.01)


def clink(hz: float) -> Samples:
    """China on china."""
    return soften(partials(hz, 0.3, CHINA), 0.001)


def plate() -> Samples:
    """A plate is put down on the pass."""
    thud = glide(210.0, 120.0, 0.1, 0.022)
    whole = mix((0.0, 0.55, thud), (0.0, 0.42, clink(1390.0)), (0.055, 0.2, clink(1530.0)))
    return room(low(whole, 6000.0), 0.35, 0.12)


def sizzle() -> Samples:
    """Something wet meets a hot pan: a rush that settles down."""
    rush = crackle(1.15, 70, 90.0)
    swell = ((0.0, 0.0), (0.035, 1.0), (0.16, 0.7), (0.5, 0.36), (0.85, 0.2), (1.15, 0.0))
    return mix((0.0, 1.0, shape(rush, *swell)), (0.0, 0.25, glide(170.0, 95.0, 0.14, 0.03)))


def crackle(seconds: float, seed: int, density: float, spitting: float = 1.3) -> Samples:
    """Hot fat: a soft hiss with ``density`` small spits a second in it, that loud."""
    hiss = low(band(noise(seconds, seed), 2700.0, 0.6), 5000.0)
    draw = Random(seed + 1)
    spit = [decaying(noise(0.012, seed + 2 + i), 0.0022) for i in range(4)]
    dots = [
        (seconds * draw.random() * 0.98, draw.random() ** 3, spit[i % 4])
        for i in range(round(seconds * density))
    ]
    spits = band(mix((seconds - 0.001, 0.0, [0.0]), *dots), 2600.0, 0.9)
    body = band(noise(seconds, seed + 9), 620.0, 0.8)
    whole = mix((0.0, 0.45, hiss), (0.0, spitting, spits), (0.0, 0.14, body))
    return whole[: count(seconds)]


def plop() -> Samples:
    """Something goes into the water."""
    drop = glide(240.0, 560.0, 0.16, 0.05)
    splash = band(decaying(noise(0.22, 81), 0.05), 1500.0, 0.8)
    after = [(0.13, 0.3, bubble(520.0, 0.07)), (0.21, 0.22, bubble(690.0, 0.06))]
    return soften(mix((0.0, 0.8, drop), (0.0, 0.35, splash), *after), 0.002, 0.04)


def oven_door() -> Samples:
    """The oven's door shuts."""
    hinge = shape(band(noise(0.1, 91), 900.0, 3.0), (0.0, 0.0), (0.09, 0.8), (0.1, 0.0))
    thump = mix((0.0, 1.0, glide(130.0, 62.0, 0.24, 0.06)), (0.0, 0.7, partials(256.0, 0.2, WOOD)))
    rattle = band(decaying(noise(0.18, 92), 0.03), 700.0, 0.8)
    rack = mix((0.0, 0.5, tone(1730.0, 0.1, 0.02)), (0.03, 0.4, tone(1475.0, 0.1, 0.018)))
    return soften(
        mix((0.0, 0.16, hinge), (0.1, 0.9, thump), (0.1, 0.8, rattle), (0.11, 0.09, rack)), 0.005
    )
