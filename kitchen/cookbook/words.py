"""The words: what each shift of the career is about, as code says it.

Each is told three times: in a plain sentence before the doors open; by the same sentence beside the
source, at the fact with which its line first runs; and in the results, where it decided the shift.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kitchen.cookbook import decided, wordlines
from kitchen.cookbook.decided import Decided
from kitchen.cookbook.wordlines import Finder, lines_of
from kitchen.sim import facts as f
from kitchen.sim.plan import SCRAPING
from kitchen.sim.view.kitchenview import KitchenView

Runs = Callable[[f.Fact, frozenset[int]], bool]
"""Whether a fact says that the word's line runs, by the lines that carry it in the dish's recipe;
of a fact that is no dish's there are none."""


@dataclass(frozen=True, slots=True)
class Word:
    """``sentence`` explains ``word`` in the kitchen's terms."""

    word: str
    sentence: str
    find: Finder
    """The lines of a recipe that carry it."""
    runs: Runs
    decided: Decided
    """What it did in a shift that is over; empty where it did not decide anything."""

    def lines(self, source: Sequence[str]) -> frozenset[int]:
        """The lines of a recipe's source that carry it, from 1."""
        return _lines(self.find, tuple(source))

    def first_runs(self, fact: f.Fact, source: Sequence[str]) -> bool:
        """Whether that is what happened just now to a dish with that source."""
        return self.runs(fact, self.lines(source))

    def told(self, facts: Sequence[f.Fact], view: KitchenView) -> str:
        """How it decided the shift: a sentence that follows the word; empty where it did not."""
        return self.decided(facts, view)


@lru_cache(maxsize=256)
def _lines(find: Finder, source: tuple[str, ...]) -> frozenset[int]:
    return lines_of(find, source)


# -- when a line runs --------------------------------------------------------------------------


def _timer_is_set(fact: f.Fact, lines: frozenset[int]) -> bool:
    return isinstance(fact, f.TimerSet) and fact.line in lines


def _part_begins(fact: f.Fact, lines: frozenset[int]) -> bool:
    return isinstance(fact, f.Ready) and fact.part > 0 and bool(lines)


def _oven_is_taken(fact: f.Fact, lines: frozenset[int]) -> bool:
    return isinstance(fact, f.StationTaken) and fact.station == "oven" and bool(lines)


def _burnt_is_caught(fact: f.Fact, lines: frozenset[int]) -> bool:
    """By the recipe, or by the kitchen, which scrapes the pan and begins again."""
    return isinstance(fact, f.Hands) and (fact.what == SCRAPING or fact.line in lines)


def _hands_begin(fact: f.Fact, lines: frozenset[int]) -> bool:
    return isinstance(fact, f.Hands) and bool(lines)


def _station_is_asked_for(fact: f.Fact, lines: frozenset[int]) -> bool:
    return isinstance(fact, f.StationTaken | f.StationWanted) and bool(lines)


def _rail_is_full(fact: f.Fact, lines: frozenset[int]) -> bool:
    return isinstance(fact, f.RailFull)


def _chef_lets_go(fact: f.Fact, lines: frozenset[int]) -> bool:
    return isinstance(fact, f.Left)


# -- all of them -------------------------------------------------------------------------------

AWAIT = Word(
    "await",
    "The fire works alone: the hands let go, and come back when it rings.",
    wordlines.of_a_timer, _timer_is_set, decided.by_letting_go,
)  # fmt: skip
GATHER = Word(
    "gather",
    "Several parts of a dish cook at once; it goes on when the last of them is done.",
    wordlines.of_a_call("gather"), _part_begins, decided.by_parts_at_once,
)  # fmt: skip
SEMAPHORE = Word(
    "Semaphore",
    "As many may go in as there are ovens; the next dish waits until one is free.",
    wordlines.of_a_call("station"), _oven_is_taken, decided.by_the_line_for_a_station,
)  # fmt: skip
BURNT = Word(
    "except Burnt",
    "What happens if food burns: scrape the pan, and begin again.",
    wordlines.of_a_rescue, _burnt_is_caught, decided.by_beginning_again,
)  # fmt: skip
NO_AWAIT = Word(
    "no await",
    "A recipe that never lets go: until it is done, the hands help nobody else.",
    wordlines.of_hands_alone, _hands_begin, decided.by_hands_that_never_let_go,
)  # fmt: skip
TASK_GROUP = Word(
    "TaskGroup",
    "Parts of a dish begin together, and it goes on once every one has ended.",
    wordlines.of_a_call("TaskGroup"), _part_begins, decided.by_parts_at_once,
)  # fmt: skip
TIMEOUT = Word(
    "timeout",
    "It waits for so many seconds and no longer: then it does something else.",
    wordlines.of_a_call("timeout"), _station_is_asked_for, decided.by_giving_up,
)  # fmt: skip
DEADLINE = Word(
    "deadline",
    "The latest moment that still counts: the fuse for food, patience for a guest.",
    wordlines.of_a_hold, _timer_is_set, decided.by_coming_late,
)  # fmt: skip
QUEUE = Word(
    "Queue(maxsize)",
    "A line with so many places and no more: who finds it full is turned away.",
    wordlines.of_nothing, _rail_is_full, decided.by_a_full_rail,
)  # fmt: skip
LOOP = Word(
    "event loop",
    "Take who is ready, work until it has to wait, take the next: over and over.",
    wordlines.of_nothing, _chef_lets_go, decided.by_the_order_of_hands,
)  # fmt: skip

TAUGHT = {
    "soup-and-eggs": AWAIT,
    "early-birds": GATHER,
    "pizza-corner": SEMAPHORE,
    "fish-friday": BURNT,
    "noodles-at-noon": NO_AWAIT,
    "pasta-night": TASK_GROUP,
    "sweet-tooth": TIMEOUT,
    "sunday-roasts": DEADLINE,
    "full-house": QUEUE,
    "the-critics": LOOP,
}
"""By shift of the career: the one word that it is about."""


def word_of(shift: str) -> Word | None:
    """What a shift of that name teaches; None for one outside the career."""
    return TAUGHT.get(shift)
