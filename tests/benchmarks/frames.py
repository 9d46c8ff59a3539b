"""What the game costs: ``python tests/benchmarks/frames.py [--sizes 1280x720 1920x1080]``.

On the dummy driver: the work of every frame (four kitchens, input, folding, drawing, flip) in each
mode at a busy moment, with ten chefs, ten stations and more than ten open orders; the first frame
after the command; memory; and what a pause costs. Each is printed beside its limit.

Work is given in wall time and in processor time: on a machine that does other things at once, the
two differ, and the second, which is judged, is the game's own.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
sys.path.insert(0, str(Path(__file__).parents[2]))

import pygame

from kitchen.cookbook.load import load_shift
from kitchen.game.input.actions import Pause
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps
from kitchen.sim.shift.modes import MODES
from kitchen.sim.shift.shift import Order, Shift

try:
    import resource
except ImportError:  # not on Windows
    resource = None  # type: ignore[assignment]

SIZES = ("1280x720", "1920x1080")
LIMITS = {"1280x720": 6.0, "1920x1080": 12.0}
"""Milliseconds of work for 99 frames in a hundred."""
FIRST_FRAME_LIMIT = 1.5  # seconds after the command
MEMORY_LIMIT = 300.0  # megabytes
PAUSED_LIMIT = 0.10  # of one core

FLOOR_FRAMES, FLOOR_SPRITES = 200, 60

START = 600.0  # seconds of kitchen time: by then everything is busy
FRAMES = 900
SETTLE = 120  # frames before the first that counts
PAUSED_SECONDS = 4.0
FIRST_FRAMES = 3  # times the command is run


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


class Timed(ServiceScreen):
    """A service that notes what each frame cost, and how much was going on."""

    def __init__(self, game: Game, shift: Shift, frames: int) -> None:
        super().__init__(game, shift)
        self.count = frames
        self.wall_ms: list[float] = []
        self.cpu_ms: list[float] = []
        self.open_orders: list[int] = []
        self._wall = self._cpu = 0.0

    def pacing(self) -> Pacing:
        return Steps(self.shift.tempo / 60, start=START)

    def paint(self, frame: Frame) -> None:
        super().paint(frame)
        self.window.flip()
        # Nothing waits between two frames: from `spare` to here is the work of one.
        wall, cpu = time.perf_counter(), time.thread_time()
        if frame.number > SETTLE:
            self.wall_ms.append((wall - self._wall) * 1000)
            self.cpu_ms.append((cpu - self._cpu) * 1000)
            self.open_orders.append(len(self.service.view.open_orders))
        if frame.number >= SETTLE + self.count:
            self.leave(None)
        self._wall, self._cpu = time.perf_counter(), time.thread_time()

    def spare(self, seconds: float) -> None:
        """What is done while a frame waits for the next is no frame's work."""
        super().spare(seconds)
        self._wall, self._cpu = time.perf_counter(), time.thread_time()


class Paused(ServiceScreen):
    """A service that is paused, by the wall clock."""

    def draw(self, frame: Frame) -> None:
        if not self.session.paused and frame.time > 0.0:
            self.act(Pause())
        super().draw(frame)


def at(numbers: list[float], share: float) -> float:
    return sorted(numbers)[min(len(numbers) - 1, int(len(numbers) * share))]


def play_modes(size: tuple[int, int], frames: int) -> dict[str, Any]:
    """Each mode's numbers, and the most memory that was in use."""
    found: dict[str, Any] = {"modes": {}}
    shift = busy_shift()
    for mode in MODES:
        window = Window(size)
        screen = Timed(Game(window, Options(mode=mode, seed=3, autopilot=True)), shift, frames)
        screen.show()
        found["modes"][mode] = {
            "mean": statistics.fmean(screen.wall_ms),
            "p99": at(screen.wall_ms, 0.99),
            "max": max(screen.wall_ms),
            "cpu_mean": statistics.fmean(screen.cpu_ms),
            "cpu_p99": at(screen.cpu_ms, 0.99),
            "open": min(screen.open_orders),
        }
        window.close()
    found["memory"] = peak_megabytes()
    return found


def peak_megabytes() -> float | None:
    """The most memory that this process has had; None where the system does not say."""
    if resource is None:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 / (1024 if sys.platform == "darwin" else 1)


def floor(size: tuple[int, int]) -> float:
    """Milliseconds for a bare background, sixty sprites and a flip: what a frame is measured by."""
    window = Window(size)
    ground = pygame.Surface(size).convert()
    sprite = pygame.Surface((64, 64), pygame.SRCALPHA)
    sprite.fill((200, 120, 60, 128))
    times = []
    for _ in range(FLOOR_FRAMES):
        begun = time.thread_time()
        window.surface.blit(ground, (0, 0))
        for index in range(FLOOR_SPRITES):
            window.surface.blit(sprite, (index * 19 % (size[0] - 64), index * 37 % (size[1] - 64)))
        window.flip()
        times.append((time.thread_time() - begun) * 1000)
    window.close()
    return statistics.median(times)


def pause(size: tuple[int, int]) -> float:
    """The share of one core that a paused service takes."""
    window = Window(size)
    options = Options(mode="hybrid", seed=3, autopilot=True, frames=round(PAUSED_SECONDS * 60))
    screen = Paused(Game(window, options), busy_shift())
    marks: list[tuple[float, float]] = []
    flip = window.flip

    def marked() -> None:
        flip()
        marks.append((time.perf_counter(), time.process_time()))

    window.flip = marked  # type: ignore[method-assign]
    screen.show()
    end = time.perf_counter(), time.process_time()
    start = next(mark for mark in marks if mark[0] > marks[0][0] + 1.5)  # it has come to rest
    return (end[1] - start[1]) / (end[0] - start[0])


def first_frame(size: str) -> tuple[float, float]:
    """Seconds from the command to the end of a game of one frame; and of processor time.

    The second is 0 where the system does not say.
    """
    times, before = [], os.times()
    for _ in range(FIRST_FRAMES):
        command = [sys.executable, "-m", "kitchen", "play", "lunch-rush", "--size", size]
        begun = time.perf_counter()
        subprocess.run([*command, "--frames", "1"], check=True, capture_output=True, timeout=600)
        times.append(time.perf_counter() - begun)
    after = os.times()
    worked = after.children_user + after.children_system
    worked -= before.children_user + before.children_system
    return statistics.median(times), worked / FIRST_FRAMES


def verdict(value: float, limit: float) -> str:
    return "ok" if value <= limit else "TOO MUCH"


def report(size: str, frames: int) -> None:
    """Measure one size in a process of its own, and print it."""
    command = [sys.executable, __file__, "--measure", size, "--frames", str(frames)]
    told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=600).stdout
    found = json.loads(told.splitlines()[-1])
    limit = LIMITS.get(size)
    print(f"\n{size}, {frames} frames: milliseconds of work; p99 at most {limit}")
    print("                    wall: mean    p99    max    processor: mean    p99    open orders")
    for mode, n in found["modes"].items():
        judged = verdict(n["cpu_p99"], limit) if limit is not None else ""
        print(f"  {mode:12}      {n['mean']:10.2f} {n['p99']:6.2f} {n['max']:6.2f}"
              f"          {n['cpu_mean']:9.2f} {n['cpu_p99']:6.2f}    {n['open']:>6}+   {judged}"
              )  # fmt: skip
    print(f"  (a background, {FLOOR_SPRITES} sprites and a flip take {found['floor']:.2f} here)")
    (first, worked), share, memory = first_frame(size), found["paused"], found["memory"]
    print(f"  first frame  {first:6.2f} s after the command, at most {FIRST_FRAME_LIMIT}"
          f"        {verdict(first, FIRST_FRAME_LIMIT)}   ({worked:.2f} s of processor time)"
          )  # fmt: skip
    print(f"  paused       {share:6.1%} of one core, at most {PAUSED_LIMIT:.0%}"
          f"              {verdict(share, PAUSED_LIMIT)}")  # fmt: skip
    if memory is not None:
        print(f"  memory       {memory:6.0f} MB at most, the limit is {MEMORY_LIMIT:.0f}"
              f"              {verdict(memory, MEMORY_LIMIT)}")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", default=SIZES, metavar="WxH")
    parser.add_argument("--frames", type=int, default=FRAMES)
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure is None:
        for size in options.sizes:
            report(size, options.frames)
        return
    width, height = map(int, options.measure.split("x"))
    found = play_modes((width, height), options.frames)
    found["floor"] = floor((width, height))
    found["paused"] = pause((width, height))
    print(json.dumps(found))


if __name__ == "__main__":
    main()
