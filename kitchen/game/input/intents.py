"""Intents: what a player can want, whichever device says it.

Keys, buttons of a gamepad and clicks all become these; `bindings` says which.
"""

from __future__ import annotations

from enum import StrEnum


class Intent(StrEnum):
    """One wish. Its value is its name in the settings file."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    HELP = "help"
    FULLSCREEN = "fullscreen"
    MUTE = "mute"

    CONFIRM = "confirm"
    BACK = "back"
    NEXT = "next"
    PREVIOUS = "previous"
    NEXT_PAGE = "next_page"
    PREVIOUS_PAGE = "previous_page"

    MENU = "menu"
    PICK = "pick"
    TAKE_BACK = "take_back"
    FIRST = "first"
    PAUSE = "pause"
    NEXT_RING = "next_ring"
    FASTER = "faster"
    SLOWER = "slower"
    AUTOPILOT = "autopilot"
    NEXT_KITCHEN = "next_kitchen"
    PREVIOUS_KITCHEN = "previous_kitchen"
    RESTART = "restart"
    TASK_BACK = "task_back"
    TASK_ON = "task_on"
    TURN_BACK = "turn_back"
    TURN_ON = "turn_on"
    EVENT_BACK = "event_back"
    EVENT_ON = "event_on"
    TO_START = "to_start"
    TO_PRESENT = "to_present"
    MARK = "mark"
    MARK_BACK = "mark_back"
    MARK_ON = "mark_on"
    TAKE_OVER = "take_over"
    LENS = "lens"
    DISH_1 = "dish_1"
    DISH_2 = "dish_2"
    DISH_3 = "dish_3"
    DISH_4 = "dish_4"
    DISH_5 = "dish_5"
    DISH_6 = "dish_6"
    DISH_7 = "dish_7"
    DISH_8 = "dish_8"
    DISH_9 = "dish_9"
    DISH_0 = "dish_0"

    SANDBOX_PAUSE = "sandbox_pause"

    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    ZOOM_WHOLE = "zoom_whole"
    ZOOM_FASTEST = "zoom_fastest"


def _from(first: Intent, last: Intent) -> tuple[Intent, ...]:
    every = tuple(Intent)
    return every[every.index(first) : every.index(last) + 1]


EVERYWHERE = _from(Intent.UP, Intent.MUTE)
IN_MENUS = (*EVERYWHERE, *_from(Intent.CONFIRM, Intent.PREVIOUS_PAGE))
IN_SERVICE = (*EVERYWHERE, *_from(Intent.MENU, Intent.DISH_0))
IN_SANDBOX = (Intent.SANDBOX_PAUSE, Intent.FASTER, Intent.SLOWER, *IN_MENUS)
IN_RESULTS = (*_from(Intent.ZOOM_IN, Intent.ZOOM_FASTEST), *IN_MENUS)
PLACES = (IN_MENUS, IN_SERVICE, IN_SANDBOX, IN_RESULTS)
"""In each of these a key stands for one thing at most."""

STEPS = {
    Intent.UP: (0, -1),
    Intent.DOWN: (0, 1),
    Intent.LEFT: (-1, 0),
    Intent.RIGHT: (1, 0),
}
"""The four directions, as steps right and down."""

WORDS: dict[Intent, str] = {
    Intent.UP: "Up",
    Intent.DOWN: "Down",
    Intent.LEFT: "Left",
    Intent.RIGHT: "Right",
    Intent.HELP: "Help",
    Intent.FULLSCREEN: "Full screen",
    Intent.MUTE: "Sound on and off",
    Intent.CONFIRM: "Press what has the focus",
    Intent.BACK: "Back",
    Intent.NEXT: "Next control",
    Intent.PREVIOUS: "Previous control",
    Intent.NEXT_PAGE: "Next page",
    Intent.PREVIOUS_PAGE: "Previous page",
    Intent.MENU: "Pause menu",
    Intent.PICK: "Give this dish a chef",
    Intent.TAKE_BACK: "Take a pick back",
    Intent.FIRST: "Move a pick to the front",
    Intent.PAUSE: "Stop and start the clock",
    Intent.NEXT_RING: "On to the next ring",
    Intent.FASTER: "Faster",
    Intent.SLOWER: "Slower",
    Intent.AUTOPILOT: "Autopilot",
    Intent.NEXT_KITCHEN: "Next kitchen",
    Intent.PREVIOUS_KITCHEN: "Previous kitchen",
    Intent.RESTART: "Again from the top",
    Intent.TASK_BACK: "One step of a task back",
    Intent.TASK_ON: "One step of a task on",
    Intent.TURN_BACK: "One turn of the loop back",
    Intent.TURN_ON: "One turn of the loop on",
    Intent.EVENT_BACK: "To what this dish did before",
    Intent.EVENT_ON: "To what this dish does next",
    Intent.TO_START: "To the start",
    Intent.TO_PRESENT: "Back to now",
    Intent.MARK: "Bookmark this moment",
    Intent.MARK_BACK: "To the bookmark before",
    Intent.MARK_ON: "To the next bookmark",
    Intent.TAKE_OVER: "Take over from here",
    Intent.LENS: "Line by line, who waits for whom",
    **{Intent(f"dish_{n}"): f"Pick the dish that ends in {n}" for n in (*range(1, 10), 0)},
    Intent.SANDBOX_PAUSE: "Sandbox: stop the clock",
    Intent.ZOOM_IN: "Results: nearer",
    Intent.ZOOM_OUT: "Results: farther",
    Intent.ZOOM_WHOLE: "Results: the whole shift",
    Intent.ZOOM_FASTEST: "Results: the fastest kitchen",
}
"""What the settings and the help call them."""


SHORTER: dict[Intent, str] = {
    Intent.CONFIRM: "Press",
    Intent.PICK: "Give it a chef",
    Intent.NEXT_RING: "To the next ring",
    Intent.RESTART: "From the top",
    Intent.TAKE_OVER: "Take over",
    Intent.FIRST: "Pick to the front",
    Intent.PAUSE: "Stop the clock",
    Intent.TASK_BACK: "Task step back",
    Intent.TASK_ON: "Task step on",
    Intent.TURN_BACK: "Loop turn back",
    Intent.TURN_ON: "Loop turn on",
    Intent.EVENT_BACK: "Dish: one back",
    Intent.EVENT_ON: "Dish: one on",
    Intent.MARK: "Bookmark",
    Intent.MARK_BACK: "Bookmark before",
    Intent.MARK_ON: "Next bookmark",
    Intent.LENS: "Line by line",
    **{Intent(f"dish_{n}"): f"Dish ending in {n}" for n in range(10)},
    Intent.SANDBOX_PAUSE: "Stop the sandbox",
    Intent.ZOOM_WHOLE: "Results: all of it",
    Intent.ZOOM_FASTEST: "Results: fastest",
}
"""The same where that has no room."""


def digit(intent: Intent) -> int | None:
    """The number of a ``dish_n``; None for any other intent."""
    return int(intent[5:]) if intent.startswith("dish_") else None
