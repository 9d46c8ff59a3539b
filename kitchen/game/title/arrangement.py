"""The arrangement: where on its two pages each card of a spread is.

Lessons stand in twos on the left page, an odd last one over the whole width; services take the rows
that are left there, and go on on the right page, above the note.
"""

from __future__ import annotations

from kitchen.game.draw.box import Box
from kitchen.game.title.layout import COLUMNS, ROWS, boss_place, place, wide_place
from kitchen.game.title.spread import Spread

ON_LEFT = COLUMNS * ROWS
UPPER = 2
"""Rows of the right page above the note."""


def arranged(spread: Spread) -> list[Box]:
    """Of each of its cards, in the order of `Spread.offers`."""
    return [
        *_lessons(len(spread.lessons)),
        *_services(spread),
        *(boss_place(index) for index in range(len(spread.bosses))),
        *(place(index) for index in range(len(spread.kitchens))),
    ]


def right_free(spread: Spread) -> bool:
    """Whether the upper rows of the right page have no card."""
    return all(box[0] < place(ON_LEFT)[0] for box in arranged(spread))


def _rows(lessons: int) -> int:
    """Of the left page that these take."""
    return min(ROWS, -(-lessons // COLUMNS))


def _lessons(count: int) -> list[Box]:
    boxes = [place(index) for index in range(count)]
    if count % COLUMNS and count < ON_LEFT:
        boxes[-1] = wide_place(0, (count - 1) // COLUMNS)
    return boxes


def _services(spread: Spread) -> list[Box]:
    count = len(spread.services)
    rows = range(_rows(len(spread.lessons)), ROWS)
    left = [wide_place(0, row) for row in rows][:count]
    over = count - len(left)
    if over == 1:
        return [*left, wide_place(1, 0, UPPER)]
    return [*left, *(wide_place(1, row) for row in range(over))]
