"""The kitchen around: five loops that are faded in and out as the load goes."""

from __future__ import annotations

from random import Random

from kitchen.game.sound.cooking import CHINA, WOOD, bubble, crackle
from kitchen.game.sound.synth import (
    Placed,
    Samples,
    around,
    band,
    decaying,
    glide,
    low,
    mix,
    noise,
    partials,
    ring,
    seamless,
    shape,
    soften,
    tone,
)

VOICES = (98.0, 117.0, 139.0, 175.0, 208.0)  # Hz
OVERLAP = 0.6  # seconds in which a loop's end runs into its start


def hum(seconds: float = 4.0) -> Samples:
    """The extractor fan: air, and the mains' note. Whole turns fit the loop, so it has no seam."""
    air = low(low(noise(seconds + OVERLAP, 301), 420.0), 700.0)
    breath = band(noise(seconds + OVERLAP, 302), 1100.0, 0.5)
    wind = seamless(mix((0.0, 1.0, air), (0.0, 0.05, breath)), seconds)
    notes = ((50.0, 0.05), (100.0, 0.1), (149.75, 0.035), (200.25, 0.03))
    return mix((0.0, 1.0, wind), *((0.0, gain, tone(hz, seconds)) for hz, gain in notes))


def murmur(seconds: float = 4.1) -> Samples:
    """Guests next door: voices without words, through a wall."""
    draw = Random(311)
    voices: list[Placed] = []
    for word in range(34):
        start, length = seconds * (word + draw.random()) / 34, 0.16 + 0.22 * draw.random()
        pitch = VOICES[int(draw.random() * 5)] * (0.94 + 0.12 * draw.random())
        voices.append((start, 0.35 + 0.4 * draw.random(), _syllable(pitch, length, draw)))
    floor = seamless(low(band(noise(seconds + OVERLAP, 312), 330.0, 0.8), 800.0), seconds)
    return mix((0.0, 1.0, ring(seconds, voices)), (0.0, 1.1, floor))


def _syllable(pitch: float, seconds: float, draw: Random) -> Samples:
    """A sung vowel without its upper half."""
    vowel = 380.0 + 320.0 * draw.random()
    voice = mix(*((0.0, 1.0 / n, tone(pitch * n, seconds)) for n in range(1, 7)))
    breathy = mix((0.0, 1.0, voice), (0.0, 0.4, noise(seconds, int(draw.random() * 2**20))))
    muffled = low(band(breathy, vowel, 1.4), 900.0)
    return shape(muffled, (0.0, 0.0), (seconds * 0.35, 1.0), (seconds, 0.0))


def bubbles(seconds: float = 4.0) -> Samples:
    """Pots at a simmer."""
    draw = Random(321)
    blobs = [
        (seconds * draw.random(), 0.15 + 0.5 * draw.random() ** 2,
         bubble(190.0 + 420.0 * draw.random() ** 1.5, 0.05 + 0.07 * draw.random()))
        for _ in range(110)
    ]  # fmt: skip
    water = seamless(low(band(noise(seconds + OVERLAP, 322), 420.0, 0.7), 900.0), seconds)
    return mix(
        (0.0, 1.0, around(lambda x: low(x, 1800.0), ring(seconds, blobs))), (0.0, 0.3, water)
    )


def frying(seconds: float = 2.9) -> Samples:
    """Pans at work."""
    return seamless(crackle(seconds + OVERLAP, 331, 55.0, spitting=3.2), seconds)


def clatter(seconds: float = 4.5) -> Samples:
    """A brigade at work, a few metres away: knives, pans, plates."""
    draw = Random(341)
    knocks: list[Placed] = []
    for burst in range(6):  # of knife work, never all at once
        start = seconds * (burst + 0.7 * draw.random()) / 6
        beat, pitch = 0.11 + 0.04 * draw.random(), draw.random()
        for hit in range(3 + int(draw.random() * 3)):
            wood = partials(270.0 + 110.0 * pitch, 0.12, WOOD)
            knocks.append((start + beat * hit, 0.18 + 0.14 * draw.random(), soften(wood, 0.001)))
    for _ in range(8):
        china = partials(1150.0 + 700.0 * draw.random(), 0.3, CHINA)
        knocks.append((seconds * draw.random(), 0.1 + 0.14 * draw.random(), soften(china, 0.002)))
    knocks += [
        (seconds * draw.random(), 0.35, _pan(180.0 + 90.0 * draw.random())) for _ in range(4)
    ]
    far = around(lambda x: low(x, 2600.0), ring(seconds, knocks))
    cloth = seamless(band(noise(seconds + OVERLAP, 342), 900.0, 0.6), seconds)
    return mix((0.0, 1.0, far), (0.0, 0.035, cloth))


def _pan(hz: float) -> Samples:
    """A pan is put down."""
    clang = partials(hz * 3.1, 0.35, ((1.0, 0.3, 0.09), (1.47, 0.25, 0.07), (2.09, 0.2, 0.05)))
    dull = mix(
        (0.0, 1.0, glide(hz, hz * 0.6, 0.2, 0.05)), (0.0, 0.3, decaying(noise(0.1, 343), 0.02))
    )
    return soften(mix((0.0, 0.8, clang), (0.0, 0.8, dull)), 0.002, 0.08)
