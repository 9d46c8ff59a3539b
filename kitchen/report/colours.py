"""The colours of what is written for others to look at: pages, pictures, terminals, the game."""

from __future__ import annotations

from kitchen.sim.view.segment import SegmentKind

INK = "#2B1B2E"
NIGHT = "#1A1021"
AUBERGINE = "#261930"
PLUM = "#33243D"
MAUVE = "#6B5578"
LILAC = "#CDBBD3"
CREAM = "#FFF3DC"
PAPER = "#FFF6E6"
PAPER_D = "#EBD9BF"
PAPER_MUTED = "#6E5560"
TOMATO = "#EF5B3C"
SAFFRON = "#FFC845"
MINT = "#35D9A6"
STEAM = "#BFE3F5"
AMBER = "#FFAA2B"
RED = "#FF5361"
SLATE = "#8E9BB3"

OF_SEGMENT: dict[SegmentKind, str] = {
    "hands": MINT,
    "cooking": STEAM,
    "ready": AMBER,
    "burning": RED,
    "staring": SLATE,
    "blocked": LILAC,
}
"""On a dark ground."""

WORDS: dict[SegmentKind, str] = {
    "hands": "hands on it",
    "cooking": "on the fire",
    "ready": "waits for a chef",
    "burning": "burns",
    "staring": "a chef stares at it",
    "blocked": "waits for a place or another task",
}
"""What a legend says of each."""
