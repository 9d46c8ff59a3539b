"""What a frame costs: ``python tests/benchmarks/frames.py [--size 1280x720] [--frames 600]``.

Plays the lunch rush in each mode on the dummy driver, with all four kitchens running, and times the
work of every frame (input, folding, drawing, flip) from the moment of the style guide's picture on.
"""

from __future__ import annotations

import argparse
import os
import time

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from kitchen.cookbook.load import load_shift
from kitchen.game.game import Game
from kitchen.game.options import Options
from kitchen.game.servicescreen import ServiceScreen
from kitchen.game.window import Window
from kitchen.pacing import Frame, Pace, Steps
from kitchen.sim.modes import MODES

WARM_UP = 120  # frames that fill the caches first


class Timed(ServiceScreen):
    """A service that notes what each frame cost."""

    count = 600
    start = 400.0

    def pace(self) -> Pace:
        self.costs: list[float] = []
        self._pace = Steps(self.shift.tempo / 60, start=self.start)
        return self._pace

    def draw(self, frame: Frame) -> None:
        begun = time.perf_counter()
        super().draw(frame)
        self.window.flip()
        if frame.number >= WARM_UP:
            self.costs.append((time.perf_counter() - begun) * 1000)
        if frame.number >= WARM_UP + self.count:
            self.leave(None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="1280x720")
    parser.add_argument("--frames", type=int, default=600)
    options = parser.parse_args()
    width, height = map(int, options.size.split("x"))
    print(f"{options.size}, {options.frames} frames, milliseconds: mean  median  p99  max")
    for mode in MODES:
        begun = time.perf_counter()
        window = Window((width, height))
        screen = Timed(
            Game(window, Options(mode=mode, seed=3, autopilot=True)), load_shift("lunch-rush")
        )
        screen.count = options.frames
        screen.show()
        window.close()
        costs = sorted(screen.costs)
        p99 = costs[int(len(costs) * 0.99)]
        mean, middle = sum(costs) / len(costs), costs[len(costs) // 2]
        print(f"{mode:12} {mean:5.2f}  {middle:5.2f}  {p99:5.2f}  {costs[-1]:5.2f}"
              f"   ({time.perf_counter() - begun:.1f} s in all)")  # fmt: skip


if __name__ == "__main__":
    main()
