"""The doors: the buttons of the exits, in two rows."""

from __future__ import annotations

from kitchen.game.controls.button import Button
from kitchen.game.draw.kit import Kit
from kitchen.game.results.exits import Deed, Exits

X, WIDE, GAP = 888.0, 330.0, 8.0  # logical px
UPPER, LOWER = (597.0, 42.0), (645.0, 33.0)  # y and height
SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0)
"""Of the lower ones' words."""


def doors(kit: Kit, exits: Exits, copy: Deed, save: Deed) -> list[Button]:
    """The one that most will take is the first."""
    return [*_upper(kit, exits), *_lower(kit, exits, copy, save)]


def _upper(kit: Kit, exits: Exits) -> list[Button]:
    """The main one stands at the right, and takes what the others leave."""
    small = [] if exits.look_back is None else [("Look back", exits.look_back, 104.0)]
    if exits.next is not None:
        small.append(("Again", exits.again, 76.0))
    (y, h), x, found = UPPER, X, []
    for words, act, wide in small:
        found.append(Button(kit, (x, y, wide, h), words, act, size=16.0))
        x += wide + GAP
    words, act = ("Again", exits.again) if exits.next is None else (exits.next_words, exits.next)
    return [Button(kit, (x, y, X + WIDE - x, h), words, act, main=True), *found]


def _lower(kit: Kit, exits: Exits, copy: Deed, save: Deed) -> list[Button]:
    """Each as wide as its words want."""
    small: list[tuple[str, Deed, float]] = [("Leave", exits.leave, 0.95)]
    if exits.race is not None:
        small.insert(0, ("Race", exits.race, 0.85))
    if exits.save_replay is not None:
        small.insert(0, ("Save replay", save, 1.55))
    if exits.seed_code:
        small.insert(0, ("Copy seed code", copy, 1.95))
    each = (WIDE - GAP * (len(small) - 1)) / sum(part for _, _, part in small)
    size = min(
        kit.type.one_size(SIZES, [words], each * part - 16.0, "display") for words, _, part in small
    )
    (y, h), x, found = LOWER, X, []
    for words, act, part in small:
        found.append(Button(kit, (x, y, each * part, h), words, act, size=size))
        x += each * part + GAP
    return found
