"""The shelf: the spreads of the book, from the cookbook's shifts and the player's progress."""

from __future__ import annotations

from kitchen.cookbook.load import load_shift, shift_names
from kitchen.game.title.spread import Offer, Spread, pictures
from kitchen.keep.keep import Keep
from kitchen.keep.progress import Progress

ARTICLE = ("egg-and-chicken", "ten-orders", "noodle-bar", "slow-roast", "one-oven", "lunch-rush",
           "dinner-rush", "deliveries", "first-shift")  # fmt: skip
"""The kitchens that the article tells of, in its order; others of the cookbook follow."""


def article(progress: Progress) -> Spread:
    known = shift_names()
    names = [name for name in ARTICLE if name in known]
    shifts = [load_shift(name) for name in names]
    offers = [
        Offer(shift, number, progress.stars.get(shift.name, 0), dishes=dishes)
        for number, (shift, dishes) in enumerate(
            zip(shifts, pictures(shifts), strict=True), start=1
        )
    ]
    return Spread(
        "The article's kitchens",
        "The same orders in four kitchens at once",
        "Three stars for each",
        offers,
    )


def spreads(keep: Keep) -> list[Spread]:
    """From the first page to the last."""
    return [article(keep.progress)]
