"""The timeline's tools explained: the handle, the steps, the bookmarks, and taking over."""

from __future__ import annotations

from kitchen.game.draw import format as fmt
from kitchen.game.input.intents import Intent
from kitchen.game.service.explain.explanation import Explanation, Handles
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.tables import named

STEPS: dict[str, tuple[str, str, Intent]] = {
    "to start": ("To the start", "To the moment at which the kitchen opened.", Intent.TO_START),
    "to present": ("Back to now", "To the kitchen as it is by now; it goes on.",
                   Intent.TO_PRESENT),
    "task back": ("One step of a task back",
                  "To when a dish was last given the hands. In a program: to the last time that a "
                  "task was resumed.", Intent.TASK_BACK),
    "task on": ("One step of a task on",
                "To when a dish is next given the hands. In a program: to the next time that a "
                "task is resumed.", Intent.TASK_ON),
    "turn back": ("One turn of the loop back",
                  "To the last moment at which anything happened.", Intent.TURN_BACK),
    "turn on": ("One turn of the loop on",
                "To the next moment at which anything happens.", Intent.TURN_ON),
    "dish back": ("What it did before", "To what last happened to {dish}.", Intent.EVENT_BACK),
    "dish on": ("What it does next", "To what next happens to {dish}.", Intent.EVENT_ON),
    "mark": ("A bookmark", "Marks this moment, so that it can be found again; once more: takes the "
             "mark away.", Intent.MARK),
    "take over": ("Take over from here",
                  "You play on from this moment: the shift is cooked again to it, with all that "
                  "was decided by then. It is practice: the shift as it was played waits in the "
                  "pause menu.", Intent.TAKE_OVER),
}  # fmt: skip

TO_RESULTS = "Back to the results", "They are as you left them."


def explain_step(moment: Moment, name: str, handles: Handles) -> Explanation:
    title, text, intent = STEPS[name]
    if name == "to present" and moment.ended:
        title, text = TO_RESULTS
    view = moment.later or moment.view
    dish = named(view, moment.chosen) if moment.chosen in view.orders else "the dish you choose"
    return Explanation(title, text.format(dish=dish), hint=handles.key(intent))


def explain_handle(moment: Moment, handles: Handles) -> Explanation:
    at = fmt.clock(moment.now, moment.grain)
    return Explanation(
        f"The kitchen at {at}",
        "Drag it to any moment that has been: all you see is as it was then. The kitchen waits "
        "meanwhile.",
        hint="Drag, or turn the wheel. With keys: left and right.",
    )


def explain_mark(moment: Moment, at: float) -> Explanation | None:
    mark = next((mark for mark in moment.bookmarks if mark.time == at), None)
    if mark is None:
        return None
    whose = "Your bookmark." if mark.own else "Something was lost here."
    words = f"{mark.words[:1].upper()}{mark.words[1:]}" if mark.words else "A bookmark"
    return Explanation(f"{words}, {fmt.clock(at, moment.grain)}", whose, hint="Click: go there.")
