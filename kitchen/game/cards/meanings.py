"""What the help says: the states of a dish, and the asyncio word for each thing in the kitchen."""

from __future__ import annotations

from dataclasses import dataclass

from kitchen.game.signs.states import State
from kitchen.sim.view.segment import SegmentKind


@dataclass(frozen=True, slots=True)
class Meaning:
    """One state of a dish: how it is drawn, its name, and what it means."""

    state: State
    bar: SegmentKind | None
    """Its bar in the timeline; None: a check mark."""
    name: str
    shape: str
    """How to tell it without colour."""
    words: str


STATES = (
    Meaning("hands", "hands", "Hands on", "Full bar, whole ring, square number",
            "A chef works on it, and is there and nowhere else. In code: Python between "
            "two awaits."),
    Meaning("cooking", "cooking", "Cooking", "Thin line, draining ring, round number",
            "Nobody is needed, and the chef may leave it. In code: it awaits a timer."),
    Meaning("ready", "ready", "Ready", "Hatched bar, 14 dashes, square number, a raised hand",
            "The timer rang: it waits for a chef. In code: a task in the ready queue."),
    Meaning("burning", "burning", "Burning", "Saw-tooth bar, 22 dashes, octagon, smoke",
            "Nobody came in time, and the dish begins again. In code: a missed deadline."),
    Meaning("staring", "staring", "Staring", "Hollow bar, a chef with three dots or zzz",
            "The chef stands at the pot, does nothing, and is paid for it. In code: a "
            "blocking call."),
    Meaning("blocked", "blocked", "Waiting for something", "Dotted line, a hanger with a lock",
            "It wants a hob or an oven that others hold, or its own parts. In code: a "
            "Semaphore, a gather."),
    Meaning("done", None, "Served", "A check mark, grey number",
            "Its guest has paid. In code: the coroutine has returned."),
)  # fmt: skip

WORDS = (
    ("The kitchen with one chef", "event loop, one thread"),
    ("A dish being made", "task: a running coroutine"),
    ("A recipe", "coroutine function (async def)"),
    ("Hands-on work", "Python code between two awaits"),
    ("A cooking timer", "await: on a timer or on I/O"),
    ("The chef walks off", "the coroutine is suspended"),
    ("A raised hand, with its number", "a handle in the ready queue"),
    ("Who is next", "scheduling: you, or the autopilot"),
    ("A burner, an oven", "one permit of a Semaphore"),
    ("A chef who stares at a pot", "a blocking call"),
    ("Ten chefs", "ten threads, on ten cores"),
    ("Parts of a dish, served together", "gather, TaskGroup"),
    ("A guest gives up", "task.cancel()"),
    ("Cleaning the pot of a lost dish", "the finally block"),
    ("Food burns", "a missed deadline"),
    ("Two dishes wait for each other", "deadlock"),
)
"""In the kitchen, and in asyncio."""
