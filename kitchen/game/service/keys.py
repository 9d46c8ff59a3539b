"""Wishes of a service: which action each intent is, at this moment of this service."""

from __future__ import annotations

from kitchen.game.input.actions import (
    Action,
    Confirm,
    First,
    LookInto,
    Mark,
    MoveFocus,
    OpenMenu,
    Pause,
    Restart,
    Speed,
    Step,
    TakeBack,
    TakeOver,
    ToggleAutopilot,
    ToggleLens,
    TogglePick,
    ToMark,
    ToNextRing,
    ToPresent,
    ToStart,
)
from kitchen.game.input.intents import STEPS, Intent, digit
from kitchen.runs.hindsight import Hindsight
from kitchen.runs.service import Service
from kitchen.sim.view.kitchenview import KitchenView

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
"""What faster and slower step through."""

SIMPLE: dict[Intent, Action] = {
    Intent.PAUSE: Pause(),
    Intent.NEXT_RING: ToNextRing(),
    Intent.AUTOPILOT: ToggleAutopilot(),
    Intent.RESTART: Restart(),
    Intent.MENU: OpenMenu(),
    Intent.PICK: Confirm(),
    Intent.FIRST: First(),
    Intent.TAKE_BACK: TakeBack(),
    Intent.TASK_BACK: Step("task", -1),
    Intent.TASK_ON: Step("task", 1),
    Intent.TURN_BACK: Step("turn", -1),
    Intent.TURN_ON: Step("turn", 1),
    Intent.EVENT_BACK: Step("dish", -1),
    Intent.EVENT_ON: Step("dish", 1),
    Intent.TO_START: ToStart(),
    Intent.TO_PRESENT: ToPresent(),
    Intent.MARK: Mark(),
    Intent.MARK_BACK: ToMark(-1),
    Intent.MARK_ON: ToMark(1),
    Intent.TAKE_OVER: TakeOver(),
    Intent.LENS: ToggleLens(),
    **{intent: MoveFocus(*step) for intent, step in STEPS.items()},
}


def action_for(
    intent: Intent, service: Service, speed: float, sight: Hindsight | None = None
) -> Action | None:
    """What an intent asks for in this service, or at the moment of its past that is looked at; None
    if nothing."""
    if intent in SIMPLE:
        return SIMPLE[intent]
    if intent is Intent.FASTER:
        return Speed(next((s for s in SPEEDS if s > speed), SPEEDS[-1]))
    if intent is Intent.SLOWER:
        return Speed(next((s for s in reversed(SPEEDS) if s < speed), SPEEDS[0]))
    if intent in (Intent.NEXT_KITCHEN, Intent.PREVIOUS_KITCHEN):
        step = 1 if intent is Intent.NEXT_KITCHEN else -1
        modes = service.modes
        return LookInto(modes[(modes.index(service.mode) + step) % len(modes)])
    number = digit(intent)
    return None if number is None else _pick(number, (sight or service).views[service.mode])


def _pick(digit: int, view: KitchenView) -> Action | None:
    """The order at that table, whether its guest is still there or not; 0 is table 10."""
    number = view.tables[digit - 1]  # 0 finds the last one
    return None if number is None else TogglePick(number)
