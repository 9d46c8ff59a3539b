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
