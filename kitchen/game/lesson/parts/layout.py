"""Where everything of a lesson is, in logical px."""

from __future__ import annotations

from kitchen.game.draw.box import Box

BAR: Box = (0.0, 0.0, 1280.0, 48.0)
RADIUS = 14.0

LEFT: Box = (8.0, 56.0, 504.0, 656.0)
"""The panel of the step: its title and what it says, then `BODY`, hints, and what it is done by."""
TITLE_X, TITLE_Y, SAYS_Y = 26.0, 83.0, 108.0
BODY: Box = (22.0, 126.0, 476.0, 404.0)
"""What a `StepPanel` draws in."""
HINTS: Box = (22.0, 540.0, 476.0, 82.0)
ACTION: Box = (22.0, 634.0, 330.0, 60.0)
OVER: Box = (362.0, 634.0, 136.0, 60.0)

KITCHEN: Box = (520.0, 56.0, 752.0, 262.0)
"""The live kitchen, with its clock above it."""
STRIPS: Box = (520.0, 326.0, 752.0, 150.0)

KITCHENS: Box = (520.0, 56.0, 752.0, 190.0)
"""Two of them side by side, and their strips one below the other."""
STRIPS_BEFORE: Box = (520.0, 252.0, 752.0, 109.0)
STRIPS_AFTER: Box = (520.0, 367.0, 752.0, 109.0)

READING: Box = (520.0, 326.0, 486.0, 386.0)
"""The program, large, in the place of strips and prints until it is run."""
READING_BED: Box = (525.0, 366.0, 476.0, 340.0)
ASIDE: Box = (1014.0, 326.0, 258.0, 150.0)
PAPER_ASIDE: Box = (1014.0, 484.0, 258.0, 228.0)
"""Beside it: what the chef says, and the goals."""

PRINTS: Box = (520.0, 484.0, 372.0, 228.0)
PAPER: Box = (904.0, 484.0, 368.0, 228.0)
