"""Building blocks of sound: tones, noise, filters, envelopes, a small room, and loops.

Samples are lists of numbers around -1 to 1, `RATE` of them a second. All of it is deterministic.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise, repeat
from random import Random

RATE = 22_050
"""Samples a second."""

Samples = list[float]
Placed = tuple[float, float, Samples]
"""A start in seconds, a gain, and what sounds there."""


def count(seconds: float) -> int:
    return round(seconds * RATE)


# -- sources ---------------------------------------------------------------------------------------


def tone(hz: float, seconds: float, decay: float = math.inf) -> Samples:
    """A sine that falls to 1/e of its strength in every ``decay`` seconds."""
    step = cmath.exp(complex(-1.0 / (decay * RATE), math.tau * hz / RATE))
    z = complex(1.0, 0.0)
    return [(z := z * step).imag for _ in repeat(None, count(seconds))]


def partials(hz: float, seconds: float, recipe: Iterable[tuple[float, float, float]]) -> Samples:
    """Decaying sines on one root: (ratio to ``hz``, gain, decay in seconds) of each."""
    parts = [(0.0, gain, tone(hz * ratio, seconds, decay)) for ratio, gain, decay in recipe]
    return mix(*parts)


def glide(start: float, end: float, seconds: float, decay: float) -> Samples:
    """A decaying sine whose pitch moves from one frequency to another, fast at first."""
    n = count(seconds)
    phase, out = 0.0, []
    for i in range(n):
        hz = end + (start - end) * math.exp(-4.0 * i / n)
        phase += math.tau * hz / RATE
        out.append(math.sin(phase) * math.exp(-i / (decay * RATE)))
    return out


def noise(seconds: float, seed: int) -> Samples:
    """White noise, the same for the same seed."""
    draw = Random(seed).random
    return [2.0 * draw() - 1.0 for _ in repeat(None, count(seconds))]


# -- filters ---------------------------------------------------------------------------------------


def low(samples: Samples, hz: float, q: float = 0.707) -> Samples:
    """Keep what lies below ``hz``."""
    cos, alpha = _corner(hz, q)
    b = (1.0 - cos) / 2.0
    return _filter(samples, (b, 2.0 * b, b), (1.0 + alpha, -2.0 * cos, 1.0 - alpha))


def high(samples: Samples, hz: float, q: float = 0.707) -> Samples:
    """Keep what lies above ``hz``."""
    cos, alpha = _corner(hz, q)
    b = (1.0 + cos) / 2.0
    return _filter(samples, (b, -2.0 * b, b), (1.0 + alpha, -2.0 * cos, 1.0 - alpha))


def band(samples: Samples, hz: float, q: float = 1.0) -> Samples:
    """Keep what lies around ``hz``; the higher ``q``, the narrower."""
    cos, alpha = _corner(hz, q)
    return _filter(samples, (alpha, 0.0, -alpha), (1.0 + alpha, -2.0 * cos, 1.0 - alpha))


def _corner(hz: float, q: float) -> tuple[float, float]:
    angle = math.tau * hz / RATE
    return math.cos(angle), math.sin(angle) / (2.0 * q)


def _filter(
    samples: Samples, b: tuple[float, float, float], a: tuple[float, float, float]
) -> Samples:
    """A second-order section."""
    b0, b1, b2 = (part / a[0] for part in b)
    a1, a2 = a[1] / a[0], a[2] / a[0]
    out = []
    x1 = x2 = y1 = y2 = 0.0
    for x in samples:
        y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2
        x2, x1, y2, y1 = x1, x, y1, y
        out.append(y)
    return out


# -- shapes ----------------------------------------------------------------------------------------


def shape(samples: Samples, *points: tuple[float, float]) -> Samples:
    """Multiply by a line through (seconds, gain); it stays at its ends' gains outside of them."""
    out = list(samples)
    ends = [(0.0, points[0][1]), *points, (max(len(out) / RATE, points[-1][0]), points[-1][1])]
    for (t0, g0), (t1, g1) in pairwise(ends):
        first, last = count(t0), min(count(t1), len(out))
        slope = (g1 - g0) / max(1, count(t1) - first)
        for i in range(first, last):
            out[i] *= g0 + slope * (i - first)
    return out


def soften(samples: Samples, attack: float = 0.002, release: float = 0.03) -> Samples:
    """No click at either end."""
    seconds = len(samples) / RATE
    return shape(samples, (0.0, 0.0), (attack, 1.0), (seconds - release, 1.0), (seconds, 0.0))


def decaying(samples: Samples, decay: float) -> Samples:
    """Fall to 1/e in every ``decay`` seconds."""
    step, gain, out = math.exp(-1.0 / (decay * RATE)), 1.0, []
    for x in samples:
        out.append(x * gain)
        gain *= step
    return out


def warm(samples: Samples, drive: float = 1.5) -> Samples:
    """Round off the peaks, as a full loudspeaker does."""
    tanh = math.tanh
    return [tanh(drive * x) for x in samples]


def trimmed(samples: Samples, floor: float = 0.002) -> Samples:
    """Without the end that nobody hears: below ``floor`` of the peak."""
    limit = floor * max(map(abs, samples))
    end = next(i for i in range(len(samples), 0, -1) if abs(samples[i - 1]) > limit)
    return soften(samples[:end], 0.0005, 0.01)


def scaled(samples: Samples, peak: float) -> Samples:
    """Its highest peak at ``peak``."""
    gain = peak / max(map(abs, samples))
    return [x * gain for x in samples]


# -- together --------------------------------------------------------------------------------------


def mix(*parts: Placed) -> Samples:
    """All parts, each from its start on."""
    out = [0.0] * max(count(start) + len(samples) for start, _, samples in parts)
    for start, gain, samples in parts:
        first = count(start)
        for i, x in enumerate(samples, first):
            out[i] += gain * x
    return out


ECHOES = ((0.0213, 0.55), (0.0297, 0.48), (0.0371, 0.42))
"""Seconds of way to a wall and back, and how much of it comes back."""


def room(samples: Samples, wet: float, tail: float = 0.25) -> Samples:
    """The same in a small tiled room, whose echoes take ``tail`` seconds to die."""
    dry = samples + [0.0] * count(tail)
    parts = [(0.0, 1.0, dry)]
    for seconds, back in ECHOES:
        parts.append((0.0, wet / len(ECHOES), _echo(dry, count(seconds), back)))
    whole = mix(*parts)
    end = len(whole) / RATE
    return shape(whole, (end - tail, 1.0), (end, 0.0))


def _echo(samples: Samples, delay: int, back: float) -> Samples:
    """Comes back again and again, each time duller."""
    out = [0.0] * len(samples)
    dull = 0.0
    for i in range(delay, len(samples)):
        dull += 0.45 * (samples[i - delay] + back * out[i - delay] - dull)
        out[i] = dull
    return out


# -- loops -----------------------------------------------------------------------------------------


def seamless(samples: Samples, seconds: float) -> Samples:
    """The first ``seconds``, begun with what would follow them: the end runs into the start."""
    n = count(seconds)
    over = len(samples) - n
    out = samples[:n]
    for i in range(over):
        angle = math.pi / 2.0 * i / over
        out[i] = samples[i] * math.sin(angle) + samples[n + i] * math.cos(angle)
    return out


LEAD_IN = 0.2  # seconds until a filter has forgotten how it began


def around(work: Callable[[Samples], Samples], loop: Samples) -> Samples:
    """Filter a loop as if it had always been running."""
    n = count(LEAD_IN)
    return work(loop[-n:] + loop)[n:]


def ring(seconds: float, parts: Sequence[Placed]) -> Samples:
    """Parts on a loop: what sounds beyond its end goes on at its start."""
    n = count(seconds)
    out = [0.0] * n
    for start, gain, samples in parts:
        first = count(start)
        for i, x in enumerate(samples, first):
            out[i % n] += gain * x
    return out
