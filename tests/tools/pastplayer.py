"""A random player who looks back: the handle, steps, bookmarks, the lens, branches, other kitchens.

After every picture it looks at what must always hold while another moment is looked at. For long,
outside the suite:

    python tests/tools/pastplayer.py [--seeds 1 2 3] [--events 20000]
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

if __name__ == "__main__":
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    sys.path.insert(0, str(Path(__file__).parent.parent))

import pygame
import pytest

from kitchen.cookbook.load import load_shift
from kitchen.game.results.results import Results
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.options import Options
from kitchen.runs.branch import Branch
from tools.randomplayer import RandomPlayer
from tools.viewtold import told

SHIFTS = ("lunch-rush", "dinner-rush", "noodle-bar", "egg-and-chicken")
SIZES = ((640, 360), (960, 540), (700, 720), (1280, 720))
STEPS = (",", ".", "shift+,", "shift+.", "j", "l", "page up", "page down", "b")
MOVES = (*STEPS * 3, "home", "end", "t", "w", "w", "space", "tab", "=", "-", "n", "1", "3", "a")
AT_ONCE = 3
"""Events in a frame, at most."""
FOLDED = 20
"""Of so many pictures of the past, one is compared with what is folded from the first fact."""


class PastPlayer(RandomPlayer):
    """Plays a shift by autopilot at once, and mostly looks back at it."""

    def _options(self) -> Options:
        shift = load_shift(self.random.choice(SHIFTS))
        return Options(shift, size=self.random.choice(SIZES), speed=16.0, autopilot=True)

    def _deed(self) -> None:
        deeds: tuple[tuple[Callable[[], None], float], ...] = (
            (self._seek, 30), (self._key_of_the_past, 50), (self._button, 12), (self._key, 12),
            (self._pad, 6), (self._move, 6), (self._wheel, 6), (self._go_on, 6), (self._again, 3),
            (self._resize, 1), (self._focus, 0.5),
        )  # fmt: skip
        (deed,) = self.random.choices([d for d, _ in deeds], [w for _, w in deeds])
        self.posted[deed.__name__[1:]] += 1
        deed()

    def _key_of_the_past(self) -> None:
        self._key(self.random.choice(MOVES))

    def _seek(self) -> None:
        """Press in the timeline, drag, and let go, or hold on for some frames."""
        w, h = pygame.display.get_window_size()
        self._post(pygame.MOUSEBUTTONDOWN, button=1, pos=(self._across(w), round(0.9 * h)))
        for _ in range(self.random.randrange(4)):
            pos = (self._across(w), round(0.9 * h))
            self._post(pygame.MOUSEMOTION, pos=pos, rel=(5, 0), buttons=(1, 0, 0))
        if self.random.random() < 0.8:
            self._post(pygame.MOUSEBUTTONUP, button=1, pos=(self._across(w), round(0.9 * h)))

    def _across(self, width: int) -> int:
        return round(self.random.uniform(0.02, 1.0) * width)

    def _go_on(self) -> None:
        """The present, and the clock goes."""
        if isinstance(self.screen, ServiceScreen) and not self.screen.covered:
            self._key("end")
            self.screen.session.paused = False

    def _again(self) -> None:
        """Out of the results: again from where something was lost, if anything was."""
        top = self.screen.overlays[-1] if self.screen and self.screen.overlays else None
        if isinstance(top, Results):
            top.turn(1)
            named = [c for c in top.page.controls if getattr(c, "words", "") == "Again from there"]
            if named:
                self.seen["again from there"] += 1
                self.random.choice(named).act()  # type: ignore[attr-defined]

    def _check(self) -> None:
        super()._check()
        screen = self.screen
        if not isinstance(screen, ServiceScreen):
            return
        self.seen["branches"] += isinstance(screen.service, Branch)
        sight, service = screen.session.lookback.sight, screen.service
        if sight is None:
            return
        self.seen["past"] += 1
        assert 0.0 <= sight.stop.time <= service.loop.now
        assert sight.stop.facts <= len(service.pasts[service.mode].facts)
        if not self.seen["past"] % FOLDED:
            fresh = service.pasts[service.mode]._kept[0].copy()
            assert not fresh.facts
            fresh.fold(service.pasts[service.mode].facts[: sight.stop.facts])
            assert told(sight.views[service.mode]) == told(fresh), "not as it was"
            self.seen["folded"] += 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4])
    parser.add_argument("--events", type=int, default=5_000, help="of each seed")
    asked = parser.parse_args()
    for seed in asked.seeds:
        with pytest.MonkeyPatch.context() as patch:
            player = PastPlayer(patch, seed, asked.events, AT_ONCE)
            player.run()
            print(f"seed {seed}: {dict(player.posted)}\n  {dict(player.seen)}", flush=True)


if __name__ == "__main__":
    main()
