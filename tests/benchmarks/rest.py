"""What the game costs while nothing happens in it: ``python tests/benchmarks/rest.py``.

For every state in which it waits: the share of one core that its whole process takes, all threads
included, the mixer's too, over some seconds on the wall. Only the dummy drivers are asked for;
``SDL_VIDEODRIVER=x11`` before the command measures in a real window. ``--speakers`` opens the mixer
also where the driver of sound is a dummy: it then mixes, and nobody hears it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
sys.path.insert(0, str(Path(__file__).parents[2]))

from kitchen.assets import find_assets
from kitchen.cookbook.load import load_shift
from kitchen.game.input.actions import OpenMenu, Pause
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.window import Window
from kitchen.game.sound.sounds import Sounds
from kitchen.game.sound.speakers import Speakers
from kitchen.game.title.screen import TitleScreen

LIMIT = 0.02
"""Of one core."""
PLAY, SETTLE, SECONDS = 10.0, 5.0, 5.0
"""Of wall time: that are played first; until all has come to rest, music too; and that are
measured."""
SPARE = 0.2
"""Seconds that the first frames have for what a game makes once, in its spare time."""


class Waiting(Screen):
    """Does ``deed`` when it has played for a while, and notes what the process has worked."""

    deed: Callable[[], None]
    begun: float | None = None
    done = False
    share = 0.0
    _since: tuple[float, float] | None = None

    def resting(self) -> bool:
        """Asked in every frame, drawn or not."""
        now = time.perf_counter()
        self.begun = self.begun or now
        if not self.done:
            self.spare(SPARE)
        if not self.done and now - self.begun > PLAY:
            self.done = True
            self.deed()
        if self._since is None and now - self.begun > PLAY + SETTLE:
            self._since = now, time.process_time()
        if self._since is not None and now - self._since[0] > SECONDS:
            self.share = (time.process_time() - self._since[1]) / (now - self._since[0])
            self.leave(None)
        return super().resting()


class Shift(Waiting, ServiceScreen):
    pass


class Title(Waiting, TitleScreen):
    pass


def shift(game: Game) -> Shift:
    """The lunch rush, some minutes into it, commanded by the autopilot."""
    screen = Shift(game, load_shift("lunch-rush"))
    screen.shows_goals = False
    return screen


def title(game: Game) -> Title:
    return Title(game)


def pause(screen: Waiting) -> None:
    assert isinstance(screen, ServiceScreen)
    screen.act(Pause())


def menu(screen: Waiting) -> None:
    assert isinstance(screen, ServiceScreen)
    screen.act(OpenMenu())


def hide(screen: Waiting) -> None:
    """Another window has the focus: the game pauses, as long as nothing else is set."""
    screen.window.focused = False
    screen.to_background()


def hide_going_on(screen: Waiting) -> None:
    game = screen.game
    game.change(game.settings.but(pause_in_background=False))
    hide(screen)


def minimise(screen: Waiting) -> None:
    screen.window.minimised = True
    hide_going_on(screen)


def calm(screen: Waiting) -> None:
    screen.game.change(screen.game.settings.but(reduced_motion=True))


def mute_and_pause(screen: Waiting) -> None:
    screen.game.mute()
    pause(screen)


State = tuple[Callable[[Game], Waiting], Callable[[Waiting], None]]
STATES: dict[str, State] = {
    "paused": (shift, pause),
    "paused, muted": (shift, mute_and_pause),
    "a menu": (shift, menu),
    "in the background": (shift, hide),
    "going on there": (shift, hide_going_on),
    "minimised": (shift, minimise),
    "the title, calm": (title, calm),
}


def measure(state: str, size: tuple[int, int], speakers: bool) -> float:
    make, deed = STATES[state]
    window = Window(size)
    sounds = Sounds()
    if speakers:
        sounds = Sounds(opener=lambda: Speakers.open(find_assets() / "sound"))
    screen = make(Game(window, Options(mode="hybrid", seed=3, autopilot=True), sounds=sounds))
    screen.deed = partial(deed, screen)
    screen.show()
    sounds.close()
    window.close()
    return screen.share


def shares(state: str, options: argparse.Namespace) -> list[float]:
    """That of several processes, the lowest first."""
    command = [sys.executable, __file__, "--measure", state, "--size", options.size]
    command += ["--speakers"] if options.speakers else []
    found = []
    for _ in range(options.rounds):
        told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
        found.append(float(json.loads(told.stdout.splitlines()[-1])))
    return sorted(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="1280x720", metavar="WxH")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--speakers", action="store_true")
    parser.add_argument("--states", nargs="+", default=STATES, choices=STATES, metavar="STATE")
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure is not None:
        width, height = map(int, options.size.split("x"))
        print(json.dumps(measure(options.measure, (width, height), options.speakers)))
        return
    driver = os.environ["SDL_VIDEODRIVER"]
    print(f"share of one core at {options.size}, at most {LIMIT:.0%} ({driver} driver)")
    for state in options.states:
        found = shares(state, options)
        share = found[len(found) // 2]
        print(f"{state:20} {share:6.1%}  {'ok' if share <= LIMIT else 'TOO MUCH'}", flush=True)


if __name__ == "__main__":
    main()
