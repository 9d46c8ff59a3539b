"""What the loop panel says in words."""

from __future__ import annotations

from dataclasses import dataclass

from kitchen.english import NUMBERS
from kitchen.game.draw import format as fmt
from kitchen.game.signs.moment import Moment

FEW = 10
TURNS = {
    "fifo": "first come, first served",
    "deadline": "least patient guest first",
    "shortest": "least work first",
    "burning-first": "what burns first",
    "player": "you say who is next",
}


@dataclass(frozen=True, slots=True)
class Heading:
    """The panel's title, the note beside it, and its icon."""

    title: str
    note: str
    icon: str


def few(chefs: int) -> str:
    """``three``; from 11 on in figures."""
    return NUMBERS[chefs] if chefs <= FEW else str(chefs)


def heading(chefs: int, attention: str) -> Heading:
    """What such a brigade is in the words of asynchronous programming."""
    word = few(chefs).capitalize()
    if attention == "stay":
        note = "a chef who stays" if chefs == 1 else f"{chefs} chefs who stay"
        return Heading(
            f"{word} {'thread' if chefs == 1 else 'threads'}",
            note,
            "mode_blocking" if chefs == 1 else "mode_parallel",
        )
    if chefs == 1:
        return Heading("The event loop", "who is next?", "loop")
    return Heading(f"{word} event loops", f"{chefs} chefs who leave", "mode_hybrid")


def waits_for_pick(moment: Moment) -> bool:
    """Hands are up and a chef is free: the player has to say who is next."""
    free = any(chef.state == "free" for chef in moment.view.chefs)
    return bool(moment.view.line) and free and not moment.view.picks


def whose_turn(policy: str) -> str:
    """Whom the next free chef goes to, where no pick says so."""
    return TURNS.get(policy, "your policy decides")


def idle_words(moment: Moment) -> list[str]:
    """What there is to say while nobody's hands are on anything."""
    view = moment.view
    if view.makespan is not None:
        return [
            "The kitchen is closed.",
            f"All done after {fmt.clock(view.makespan, moment.grain)}.",
        ]
    if view.line:
        return ["A chef is free.", "Who gets these hands next?"]
    return _asleep(moment) + ([moment.ringing.words] if moment.ringing.offered else [])


def _asleep(moment: Moment) -> list[str]:
    view = moment.view
    lefts = [
        timer.left(moment.now) for order in view.open_orders.values() for timer in order.timers
    ]
    if lefts:
        rings = fmt.remaining(min(lefts), moment.grain)
        return ["Nobody needs hands.", f"The next timer rings in {rings}."]
    if view.open_orders:
        return ["Nobody needs hands.", "Every dish waits for another."]
    return ["No orders yet.", "The next guest is on the way."]
