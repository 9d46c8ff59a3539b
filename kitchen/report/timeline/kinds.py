"""What kinds of stretches there are, in colours on a dark ground and in the words of a legend."""

from __future__ import annotations

from kitchen.colours import AMBER, LILAC, MINT, RED, SLATE, STEAM
from kitchen.sim.view.segment import SegmentKind

COLOURS: dict[SegmentKind, str] = {
    "hands": MINT,
    "cooking": STEAM,
    "ready": AMBER,
    "burning": RED,
    "staring": SLATE,
    "blocked": LILAC,
}

WORDS: dict[SegmentKind, str] = {
    "hands": "hands on it",
    "cooking": "on the fire",
    "ready": "waits for a chef",
    "burning": "burns",
    "staring": "a chef stares at it",
    "blocked": "waits for a place or another task",
}
"""What a legend says of each."""

BETWEEN: dict[SegmentKind, str] = {"ready": "#6B4212", "burning": "#8E1022", "staring": "#4C4F61"}
"""What lies between the stripes, the teeth and the edges of those that are a pattern."""
