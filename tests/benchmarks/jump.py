"""What it costs to look back: jumps in a shift of 500 orders and an hour, and dragging through it.

    python tests/benchmarks/jump.py

The kitchen is cooked to its end on the screen, with the pictures that anybody would see; then the
time handle is dragged to and fro, and thrown about. All times are processor time, in ms: a jump is
the view alone, a frame is what the whole screen takes.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Sequence

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from kitchen.cookbook.load import load_shift
from kitchen.game.input.actions import GoTo
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Steps
from kitchen.sim.shift.shift import Order, Shift

HOUR, ORDERS, FRAMES = 3600.0, 500, 240


def busy_hour() -> Shift:
    """More orders than ten stations can cook: guests do not wait for long."""
    dishes = [
        recipe
        for shift in ("lunch-rush", "dinner-rush", "ten-orders")
        for recipe in load_shift(shift).recipes().values()
    ]
    orders = [
        Order(HOUR / ORDERS * i, dishes[i * 7 % len(dishes)], patience=240.0) for i in range(ORDERS)
    ]
    return Shift(orders, {"hob": 6, "oven": 4}, name="busy", title="Busy hour", wage=0.012)


class Dragged(ServiceScreen):
    """Plays to the end of the hour, and looks back from there."""

    def __init__(self, game: Game) -> None:
        super().__init__(game, busy_hour())
        self.shows_goals = False
        self.jumps: list[float] = []
        self.frames: dict[str, list[float]] = {"dragged": [], "thrown": []}
        chance = random.Random(1)
        dragged = [HOUR * (0.5 - 0.4 * abs(1 - 2 * i / FRAMES)) for i in range(FRAMES)]
        thrown = [chance.uniform(0.0, HOUR) for _ in range(FRAMES)]
        self._todo = [("thrown", at) for at in reversed(thrown)]
        self._todo += [("dragged", at) for at in reversed(dragged)]

    def pacing(self) -> Steps:
        return Steps(3.0)

    def _may_scrub(self) -> bool:
        return self.session.lookback.sight is not None  # also here, where nothing waits

    def resting(self) -> bool:
        return False

    def spare(self, seconds: float) -> None:
        self.service.remember()

    def draw(self, frame: Frame) -> None:
        if frame.time < HOUR:
            super().draw(frame)
            return
        if not self._todo:
            self.leave(None)
            return
        how, at = self._todo.pop()
        begun = time.thread_time()
        self.session.act(GoTo(at))
        sight = self.session.lookback.sight
        assert sight is not None and sight.views[sight.mode].time <= at
        looked = time.thread_time()
        super().draw(frame)
        self.jumps.append((looked - begun) * 1000)
        self.frames[how].append((time.thread_time() - begun) * 1000)


def told(times: Sequence[float]) -> str:
    ordered = sorted(times)
    at = {share: ordered[int(share * (len(ordered) - 1))] for share in (0.5, 0.99, 1.0)}
    return "  ".join(f"{name} {at[share]:6.1f}" for name, share in
                     (("median", 0.5), ("p99", 0.99), ("worst", 1.0)))  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mode", default="hybrid")
    parser.add_argument("--size", default="1280x720")
    options = parser.parse_args()
    width, height = map(int, options.size.split("x"))
    window = Window((width, height))
    pygame.event.clear()
    screen = Dragged(Game(window, Options(mode=options.mode, autopilot=True)))
    screen.show()
    facts = len(screen.service.pasts[options.mode].facts)
    print(f"{options.mode}, {options.size}: {facts} facts, ms of processor time")
    print(f"  jump              {told(screen.jumps)}")
    for how, times in screen.frames.items():
        print(f"  frame, {how}    {told(times)}")


if __name__ == "__main__":
    main()
