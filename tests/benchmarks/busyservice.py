"""One version of the game, timed frame by frame: ``frames.py`` runs it, each time anew.

``python busyservice.py ROOT --size 1280x720 --mode hybrid --pointer rests --frames 600`` imports
the game from the checkout in ROOT, 0.2.2 or later, and prints what each frame cost as JSON.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
if __name__ == "__main__":
    sys.path.insert(0, str(Path(sys.argv[1]).resolve()))

import pygame

if TYPE_CHECKING:
    from kitchen.cookbook.load import load_shift
    from kitchen.game.service.screen import ServiceScreen
    from kitchen.game.shell.game import Game
    from kitchen.game.shell.options import Options
    from kitchen.game.shell.window import Window
    from kitchen.loop.pacing import Wall
    from kitchen.sim.shift.shift import Order, Shift
else:

    def found(name: str, *rooms: str) -> Any:
        """That name, from the first of these modules that there is: 0.2.2 had other rooms."""
        for room in rooms:
            with contextlib.suppress(ModuleNotFoundError):
                return getattr(import_module(f"kitchen.{room}"), name)
        raise ImportError(f"this version has no {name} where it is looked for")

    load_shift = found("load_shift", "cookbook.load")
    ServiceScreen = found("ServiceScreen", "game.service.screen", "game.servicescreen")
    Game = found("Game", "game.shell.game", "game.game")
    Options = found("Options", "game.shell.options", "game.options")
    Window = found("Window", "game.shell.window", "game.window")
    Wall = found("Wall", "loop.pacing", "pacing")
    Order = found("Order", "sim.shift.shift", "sim.shift")
    Shift = found("Shift", "sim.shift.shift", "sim.shift")

try:
    import resource
except ImportError:  # not on Windows
    resource = None  # type: ignore[assignment]

START = 600.0
"""Seconds of kitchen time: by then everything is busy."""

SETTLE = 300
"""Frames before the first that counts: in these five seconds, what is shown later is made ready in
the frames' spare time."""

REST = (492.0, 245.0)
"""Logical px: where a dish cooks all the time, so that a tool tip shows."""


def busy_shift() -> Shift:
    """Ten stations, and dishes of three shifts that come in faster than ten chefs cook them."""
    recipes = {
        name: recipe
        for shift in ("lunch-rush", "dinner-rush", "ten-orders")
        for name, recipe in load_shift(shift).recipes().items()
    }
    dishes = list(recipes.values())
    orders = [
        Order(40.0 * i, dishes[i * 7 % len(dishes)], patience=None if i % 3 else 1500.0)
        for i in range(60)
    ]
    return Shift(orders, {"hob": 6, "oven": 4}, name="busy", title="Busy", wage=0.012)


class Clock:
    """Wall time for which nobody waits: it goes on when somebody sleeps."""

    def __init__(self) -> None:
        self.time = 0.0

    def __call__(self) -> float:
        self.time += 1e-7
        return self.time

    def sleep(self, seconds: float) -> None:
        self.time += seconds


class Played(Wall):
    """The game's own pacing from `START` on; the time before goes by at once."""

    def __init__(self, tempo: float) -> None:
        clock = Clock()
        super().__init__(tempo, 1.0, clock, clock.sleep)

    def advance(self, now: float, when: float, frames: Any, nudge: Any) -> tuple[float, bool]:
        if now < START and when <= START:
            return when, False
        return super().advance(max(now, START), when, frames, nudge)


class Timed(ServiceScreen):
    """A service that notes what each frame cost: from when the one before had done all it could in
    its spare time, to the end of its flip."""

    def __init__(self, game: Game, shift: Shift, frames: int, pointer: str = "away") -> None:
        super().__init__(game, shift)
        self.count = frames
        self.pointer = pointer
        self.cpu_ms: list[float] = []
        self.spare_ms: list[float] = []
        self.open_orders: list[int] = []
        self._number = 0
        self._cpu = 0.0
        flip = self.window.flip

        def marked() -> None:
            flip()
            self._mark()

        self.window.flip = marked  # type: ignore[method-assign]

    def pacing(self) -> Played:
        return Played(self.shift.tempo)

    def pace(self) -> Played:
        """What 0.2.2 calls it."""
        self._pace = self.pacing()
        return self._pace

    def _mark(self) -> None:
        self._number += 1
        if self._number > SETTLE:
            self.cpu_ms.append((time.thread_time() - self._cpu) * 1000)
            self.open_orders.append(len(self.service.view.open_orders))
        if self._number >= SETTLE + self.count:
            self.leave(None)

    def spare(self, seconds: float) -> None:
        """What is done while a frame waits for the next is no frame's work."""
        begun = time.thread_time()
        super().spare(seconds)
        if self._number > SETTLE:
            self.spare_ms.append((time.thread_time() - begun) * 1000)
        self._point()
        self._cpu = time.thread_time()

    def _point(self) -> None:
        """The pointer goes where it is to be in the next frame."""
        if self.pointer == "away":
            return
        x, y = REST
        if self.pointer == "moves":  # from corner to corner, and over all there is on the way
            turn = self._number / 300.0
            x = 1280.0 * abs(2.0 * (1.9 * turn % 1.0) - 1.0)
            y = 720.0 * abs(2.0 * (2.7 * turn % 1.0) - 1.0)
        k, (left, top) = self.stage.k, self.stage.origin
        pygame.mouse.set_pos(min(x, 1279.0) * k + left, min(y, 719.0) * k + top)


def peak_megabytes() -> float | None:
    """The most memory that this process has had; None where the system does not say."""
    if resource is None:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 / (1024 if sys.platform == "darwin" else 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", help="a checkout of the game")
    parser.add_argument("--size", default="1280x720")
    parser.add_argument("--mode", default="hybrid")
    parser.add_argument("--pointer", choices=["away", "rests", "moves"], default="away")
    parser.add_argument("--frames", type=int, default=600)
    options = parser.parse_args()
    width, height = map(int, options.size.split("x"))
    window = Window((width, height))
    game = Game(window, Options(mode=options.mode, seed=3, autopilot=True))
    screen = Timed(game, busy_shift(), options.frames, options.pointer)
    screen.show()
    found = {
        "frames": screen.cpu_ms,
        "spare": screen.spare_ms,
        "open": min(screen.open_orders),
        "megabytes": peak_megabytes(),
    }
    window.close()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
