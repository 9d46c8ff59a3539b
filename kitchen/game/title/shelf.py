"""The shelf: the spreads of the book, from the cookbook's shifts and the player's progress."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kitchen.cookbook.career import BOSSES, CAREER, HALF, bosses_left, finished, unlocked
from kitchen.cookbook.improvements import improved, kept
from kitchen.cookbook.load import load_shift, shift_names
from kitchen.cookbook.words import TAUGHT
from kitchen.game.signs.ribbon import Ribbon
from kitchen.game.title.spread import Offer, OfferState, Spread, pictures
from kitchen.keep.keep import Keep
from kitchen.keep.progress import STARS, Progress

ARTICLE = ("egg-and-chicken", "ten-orders", "one-oven", "lunch-rush", "dinner-rush", "deliveries",
           "first-shift")  # fmt: skip
"""The kitchens that the article tells of, in its order, but for the bosses; others of the cookbook
follow."""
BOSS_WORDS = {"slow-roast": "await", "noodle-bar": "no await"}
"""What each of the bosses is about, as code says it."""
AFTER_BOSSES = ("The two bosses, on the next page", "After the two bosses", "After the bosses")


def career(progress: Progress) -> Spread:
    """The shifts as this player's kitchen cooks them; what is still locked says what opens it."""
    shifts = [improved(load_shift(name), kept(progress.improvements)) for name in CAREER]
    shown = pictures(shifts)
    follows = next_shift(progress)
    free = unlocked(progress.stars, progress.through, progress.opened)
    bosses = bosses_left(progress.stars, progress.through, progress.opened)
    offers = []
    for index, shift in enumerate(shifts):
        state: OfferState = "open" if shift.name in free else "locked"
        before = shifts[index - 1].title
        offers.append(
            Offer(
                shift,
                index + 1,
                progress.stars.get(shift.name, 0),
                "next" if shift.name == follows else state,
                TAUGHT[shift.name].word,
                AFTER_BOSSES
                if index == HALF and bosses
                else (
                    f"A star in {before}, or watch it",
                    f"Opens after no. {index}",
                    f"After no. {index}",
                ),
                shown[index],
                ribbon_on(progress, shift.name),
                shift.name in progress.helped,
            )
        )
    return Spread("Cookbook", "Ten shifts, each a little harder", "Three stars a shift", offers)


def ribbon_on(progress: Progress, shift: str) -> Ribbon | None:
    """Which one its card wears: that of who played counts more, and a star takes it off."""
    if progress.stars.get(shift, 0):
        return None
    if shift in progress.calm:
        return "calm"
    return "watched" if shift in progress.watched else None


def next_shift(progress: Progress) -> str:
    """The last shift that is open, as long as it is not finished; then a boss that stands before
    the next one; then the first that could give more stars."""
    stars, through = progress.stars, progress.through
    free = unlocked(stars, through, progress.opened)
    if not finished(free[-1], stars, through):
        return free[-1]
    if len(free) == HALF and (bosses := bosses_left(stars, through, progress.opened)):
        return bosses[0]
    short = (name for name in CAREER if stars.get(name, 0) < STARS)
    return next(short, "")


def bosses(progress: Progress) -> Spread:
    """Slow roast and Noodle bar, side by side."""
    follows = next_shift(progress)
    offers = [
        replace(offer, state="next" if offer.name == follows else "open",
                concept=BOSS_WORDS[offer.name])
        for offer in _open_to_all(progress, BOSSES)
    ]  # fmt: skip
    return Spread(
        "The two bosses", "Ten orders each, one chef", "Three stars for each", offers, True
    )


def article(progress: Progress) -> Spread:
    known = shift_names()
    return Spread(
        "The article's kitchens",
        "The same orders in four kitchens at once",
        "Three stars for each",
        _open_to_all(progress, [name for name in ARTICLE if name in known]),
    )


def _open_to_all(progress: Progress, names: Sequence[str]) -> list[Offer]:
    """Shifts that no other has to open."""
    shifts = [load_shift(name) for name in names]
    return [
        Offer(
            shift,
            number,
            progress.stars.get(shift.name, 0),
            dishes=dishes,
            ribbon=ribbon_on(progress, shift.name),
            helped=shift.name in progress.helped,
        )
        for number, (shift, dishes) in enumerate(
            zip(shifts, pictures(shifts), strict=True), start=1
        )
    ]


def spreads(keep: Keep) -> list[Spread]:
    """From the first page to the last."""
    return [career(keep.progress), bosses(keep.progress), article(keep.progress)]
