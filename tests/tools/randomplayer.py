"""A random player: keys, clicks, drags, the wheel, a gamepad, sizes, the focus, the window's cross.

It plays the real game frame by frame on a wall clock of its own, and after every picture looks at
what must always hold. To run it for long, outside the suite:

    python tests/tools/randomplayer.py [--seeds 1 2 3] [--events 100000]
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
if __name__ == "__main__":
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    sys.path.insert(0, str(Path(__file__).parent.parent))

import pygame
import pytest

from kitchen.cookbook.load import load_shift
from kitchen.game.app import play
from kitchen.game.input.actions import Speed, ToggleAutopilot
from kitchen.game.input.gamepads import FULL
from kitchen.game.input.intents import Intent
from kitchen.game.lesson.stove.cookcard import CookCard
from kitchen.game.lesson.stove.cooking import CookingScreen
from kitchen.game.lesson.stove.cooksays import PAST, CardSays, ReadIt
from kitchen.game.results.results import Results
from kitchen.game.results.whyfoot import AnswerButton
from kitchen.game.scene.figure import ChefFigures
from kitchen.game.service.pause import PauseMenu
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.window import Window
from kitchen.game.title.screen import TitleScreen
from kitchen.keep.keep import Keep
from kitchen.keep.settings import LONGER, SLOWER
from kitchen.lessons.book import find_lesson
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.pacing import Wall
from kitchen.runs.result import facts_as_lines
from kitchen.runs.service import Service
from tools.robot import FakeWall

SIZES = ((640, 360), (800, 600), (1024, 576), (700, 720), (1280, 720), (1280, 740))
SHIFTS = ("egg-and-chicken", "lunch-rush", "first-steps", "noodle-bar", "slow-roast")
LESSONS = ("watch-it-boil", "walk-away", "tongs-and-board")
"""Those that begin at the stove."""
AT_ONCE = 6
"""Events in a frame, at most."""
A_GAME = 1300
"""Events after which a game is ended from outside, and another begun."""
OBEYS = 0.01
"""How often, of all events, the player begins to do what the card of a lesson says."""
ESCAPES = 12
"""Presses of Esc after which a player must be out of whatever it was."""
PLAY: dict[str, tuple[Any, ...]] = {
    "calm_kitchen": (False, False, True), "food_keeps": LONGER, "guests_wait": LONGER,
    "clock": SLOWER, "rest_while_away": (False, True), "bets": (True, True, False),
    "reduced_motion": (False, True),
}  # fmt: skip
AT_A_STOP = 0.05
"""Seconds of kitchen time between the frame in which a clock is stopped and the moment of that."""
UNSEEN = 2.0
"""Seconds of pictures in which a chef may be on the way into the kitchen."""
KEYS = (
    *"1234567890" * 2, *"rahmpfeqn", "space", "space", "return", "return", "escape", "tab",
    "shift+tab", "backspace", "up", "down", "left", "right", "=", "-", "f11", "f1", "delete",
    "shift+return", "left shift", "home", "[5]", "=", "a",
)  # fmt: skip
BUTTONS = range(15)
AXES = range(6)
FOCUS = (pygame.WINDOWFOCUSLOST, pygame.WINDOWFOCUSGAINED)
MINIMISED = (pygame.WINDOWMINIMIZED, pygame.WINDOWRESTORED)


class Finished(Exception):
    """So many events were enough."""


def open_overlays(screen: Screen) -> list[Any]:
    return [overlay for overlay in screen.overlays if not overlay.closed]


class Pictures:
    """Which chefs were drawn in a frame."""

    def __init__(self) -> None:
        self.bodies: set[int] = set()
        self.ghosts: set[int] = set()
        """Of those, who are still fading in."""
        self.arms: set[int] = set()
        self._unseen: Counter[int] = Counter()
        self._last = 0.0

    def drew(self, number: int, name: str, alpha: float) -> None:
        if name.endswith("_front"):
            self.arms.add(number)
        else:
            (self.bodies if alpha > 0.99 else self.ghosts).add(number)

    def check(self, screen: ServiceScreen, wall: float) -> None:
        """Every chef is in the picture, or on the way; no arm works alone."""
        bodies, arms, ghosts = self.bodies, self.arms, self.ghosts
        passed, self._last = min(0.5, wall - self._last), wall
        self.bodies, self.arms, self.ghosts = set(), set(), set()
        if screen.covered:
            return
        alone = arms - bodies - ghosts
        assert not alone, f"arms alone: {alone}"
        for chef in screen.service.view.chefs:
            gone = 0.0 if chef.number in bodies else self._unseen[chef.number] + passed
            self._unseen[chef.number] = gone  # type: ignore[assignment]
            assert gone < UNSEEN, f"chef {chef.number} ({chef.state}) is not in the picture"


class RandomPlayer:
    """Plays ``events`` events by that seed, up to ``at_once`` in a frame. Whatever goes wrong
    raises."""

    def __init__(
        self, patch: pytest.MonkeyPatch, seed: int, events: int, at_once: int = AT_ONCE
    ) -> None:
        self.at_once = at_once
        self.random, self.left, self.seed = random.Random(seed), events, seed
        self.posted: Counter[str] = Counter()
        self.seen: Counter[str] = Counter()
        self.compared = self.led = 0
        self.screen: Screen | None = None
        self.trail: list[str] = []
        """The last things done, for whoever has to find out what went wrong."""
        self._wall, self._pictures = FakeWall(), Pictures()
        self._script: Iterator[None] | None = None
        self._fitted = True
        self._last: tuple[object, float] = (None, 0.0)
        self._stopped = 0.0
        """When the clock had stopped last, on the wall: a step, or the way to the next ring, may
        end in the frame in which it began."""
        self._patch(patch)

    def _patch(self, patch: pytest.MonkeyPatch) -> None:
        clock = (1.0, 1.0, self._wall.clock, self._wall.sleep)
        patch.setattr(Wall.__init__, "__defaults__", clock)
        live, events, flip, draw = Screen.live, Window.events, Window.flip, ChefFigures.draw

        def lives(screen: Screen, loop: KitchenLoop) -> Screen | None:
            self.screen = screen
            self.seen[type(screen).__name__] += 1
            try:
                return live(screen, loop)
            finally:
                if isinstance(screen, ServiceScreen):
                    self._compare(screen.service, loop.now)

        def looks(window: Window, wall: float) -> Iterator[pygame.event.Event]:
            if isinstance(self.screen, ServiceScreen):
                self._check_clock(self.screen)
            self._act()
            return events(window, wall)

        def flips(window: Window) -> None:
            flip(window)
            self._check()

        def draws(
            figures: ChefFigures, surface: Any, number: int, name: str, *args: Any, **kw: Any
        ) -> Any:
            self._pictures.drew(number, name, kw.get("alpha", 1.0))
            return draw(figures, surface, number, name, *args, **kw)

        patch.setattr(Screen, "live", lives)
        patch.setattr(Window, "events", looks)
        patch.setattr(Window, "flip", flips)
        patch.setattr(ChefFigures, "draw", draws)

    def run(self) -> None:
        """One game after the other, each in a home of its own."""
        try:
            while True:
                with tempfile.TemporaryDirectory() as home:
                    os.environ["KITCHEN_HOME"] = home
                    play(self._options())
        except Finished:
            pass
        except BaseException as error:
            error.add_note(f"seed {self.seed}, {self.left} events left: {self.trail[-30:]}")
            raise

    def _options(self) -> Options:
        size, speed = self.random.choice(SIZES[:4]), self.random.choice((1.0, 4.0, 16.0))
        autopilot = self.random.random() < 0.3
        if self.random.random() < 0.4:
            Keep().change_progress(lambda progress: progress.but(tutorial_done=True))
        name = self.random.choice((None, None, None, *SHIFTS, *LESSONS))
        if name is None:
            return Options(size=size)
        if name in LESSONS:
            return Options(lesson=find_lesson(name), size=size)
        return Options(load_shift(name), size=size, speed=speed, autopilot=autopilot)

    # -- what it does --------------------------------------------------------------------------

    def _act(self) -> None:
        if self._script is not None:
            try:
                next(self._script)
                return
            except StopIteration:
                self._script = None
        for _ in range(self.random.randint(0, self.at_once)):
            if not self.left:
                raise Finished
            self.left -= 1
            if not self.left % A_GAME:
                self._post(pygame.QUIT, at_once=True)
                return
            at_stove = isinstance(self.screen, CookingScreen)  # nobody cooks for the player there
            half = self.left % A_GAME == A_GAME // 2
            if half and isinstance(self.screen, ServiceScreen) and not at_stove:
                self._script = self._cook_to_the_end(self.screen)
                return
            if self.left % A_GAME == A_GAME - 10 and isinstance(self.screen, TitleScreen):
                self.random.choice((self.screen.carry_on, self.screen.play_freely))()
                return
            if not self.left % 400:
                self._script = self._escape()
                return
            card = self._card()
            if card is not None and self.random.random() < OBEYS:
                self._script = self._obey(card)
                return
            self._deed()

    def _deed(self) -> None:
        deeds: tuple[tuple[Callable[[], None], float], ...] = (
            (self._key, 30), (self._click, 14), (self._button, 14), (self._move, 6),
            (self._drag, 4), (self._wheel, 3), (self._pad, 10), (self._axis, 8), (self._text, 1),
            (self._focus, 0.6), (self._minimise, 0.4), (self._resize, 0.25), (self._cross, 0.25),
            (self._set, 3), (self._answer, 3),
        )  # fmt: skip
        (deed,) = self.random.choices([d for d, _ in deeds], [w for _, w in deeds])
        self.posted[deed.__name__[1:]] += 1
        deed()

    def _post(self, kind: int, **fields: Any) -> None:
        event = pygame.event.Event(kind, fields)
        self.trail = [*self.trail[-40:], f"{pygame.event.event_name(kind)} {fields}"]
        pygame.event.post(event)

    def _key(self, name: str = "") -> None:
        if not name:
            name = self.random.choice(KEYS)
        mod = pygame.KMOD_SHIFT if name.startswith("shift+") else 0
        code = pygame.key.key_code(name.removeprefix("shift+"))
        self._post(pygame.KEYDOWN, key=code, mod=mod, unicode="", scancode=0)
        if self.random.random() < 0.9:
            self._post(pygame.KEYUP, key=code, mod=mod, unicode="", scancode=0)

    def _place(self) -> tuple[int, int]:
        w, h = pygame.display.get_window_size()
        return self.random.randrange(-3, w + 3), self.random.randrange(-3, h + 3)

    def _press(self, pos: tuple[int, int], button: int = 1) -> None:
        self._post(pygame.MOUSEBUTTONDOWN, button=button, pos=pos)
        if self.random.random() < 0.9:
            self._post(pygame.MOUSEBUTTONUP, button=button, pos=pos)

    def _click(self) -> None:
        self._press(self._place(), self.random.choice((1, 1, 1, 1, 2, 3)))

    def _button(self) -> None:
        """Of those that can be pressed now."""
        top: Any = ([self.screen, *open_overlays(self.screen)] if self.screen else [None])[-1]
        page = getattr(top, "page", None)
        if page is None or not page.controls:
            return self._click()
        stage = self.screen.window.stage if self.screen else None
        x, y, w, h = self.random.choice(page.controls).box
        assert stage is not None
        pos = (stage.px(x + w / 2) + stage.origin[0], stage.px(y + h / 2) + stage.origin[1])
        return self._press(pos)

    def _move(self) -> None:
        self._post(pygame.MOUSEMOTION, pos=self._place(), rel=(1, 1), buttons=(0, 0, 0))

    def _drag(self) -> None:
        self._post(pygame.MOUSEBUTTONDOWN, button=1, pos=self._place())
        for _ in range(3):
            self._post(pygame.MOUSEMOTION, pos=self._place(), rel=(5, 5), buttons=(1, 0, 0))
        self._post(pygame.MOUSEBUTTONUP, button=1, pos=self._place())

    def _wheel(self) -> None:
        x, y = self.random.choice(((0, 1), (0, -1), (1, 0), (0, 3)))
        self._post(
            pygame.MOUSEWHEEL, x=x, y=y, precise_x=float(x), precise_y=float(y), flipped=False
        )

    def _pad(self) -> None:
        button = self.random.choice(BUTTONS)
        self._post(pygame.CONTROLLERBUTTONDOWN, button=button, instance_id=0)
        if self.random.random() < 0.9:
            self._post(pygame.CONTROLLERBUTTONUP, button=button, instance_id=0)

    def _axis(self) -> None:
        value = round(self.random.choice((-1.0, -0.7, 0.0, 0.0, 0.5, 1.0)) * FULL)
        axis = self.random.choice(AXES)
        self._post(pygame.CONTROLLERAXISMOTION, axis=axis, value=value, instance_id=0)

    def _text(self) -> None:
        self._post(pygame.TEXTINPUT, text=self.random.choice(("1", "é", "\u202e", "ab", "")))

    def _focus(self) -> None:
        self._post(self.random.choice(FOCUS))

    def _minimise(self) -> None:
        self._post(self.random.choice(MINIMISED))

    def _resize(self) -> None:
        size = self.random.choice(SIZES)
        if size == pygame.display.get_window_size():
            return
        self.trail = [*self.trail[-40:], f"resize {size}"]
        if not (self.screen and self.screen.window.fullscreen):
            pygame.display.set_mode(size, pygame.RESIZABLE)

    def _cross(self) -> None:
        self._post(pygame.QUIT)

    def _set(self) -> None:
        """As the settings' page about play does, over a shift too, only more often."""
        name, values = self.random.choice(list(PLAY.items()))
        if self.screen is not None and self.screen.covered:
            value = self.random.choice(values)
            self.trail = [*self.trail[-40:], f"set {name} {value}"]
            self.screen.game.change(self.screen.game.settings.but(**{name: value}))

    def _answer(self) -> None:
        """What is asked in the results, and turn their page."""
        top = open_overlays(self.screen)[-1:] if self.screen else []
        if not top or not isinstance(top[0], Results):
            return
        results = top[0]
        self.seen[f"results, page {results.turned}"] += 1
        self.trail = [*self.trail[-40:], f"answer on page {results.turned}"]
        asked = [c for c in results.page.controls if isinstance(c, AnswerButton)]
        if asked and self.random.random() < 0.7:
            self.seen["answered"] += 1
            asked[0].press()
        else:
            results.turn(1 - results.turned)

    # -- a way out, and a way on ---------------------------------------------------------------

    def _escape(self) -> Iterator[None]:
        """By Esc alone, or the key that the player has put in its place."""
        self._post(pygame.WINDOWRESTORED)
        for _ in range(ESCAPES):
            screen = self.screen
            if screen is None or (isinstance(screen, TitleScreen) and not screen.overlays):
                return
            top = open_overlays(screen)[-1:]
            if top and isinstance(top[0], PauseMenu):
                return
            keys = screen.game.bindings.keys
            in_service = isinstance(screen, ServiceScreen) and not screen.covered
            self._key(keys[Intent.MENU if in_service else Intent.BACK][0])
            for _ in range(30):
                yield
        raise AssertionError(f"no way out of {self.screen}, {self.screen and self.screen.overlays}")

    def _cook_to_the_end(self, screen: ServiceScreen) -> Iterator[None]:
        """Let the autopilot cook, as fast as it goes, until the results are there."""
        self._post(pygame.WINDOWRESTORED)
        self._post(pygame.WINDOWFOCUSGAINED)
        for overlay in screen.overlays:
            overlay.close()
        screen.session.hold(False)
        screen.session.paused = False
        screen.act(Speed(16.0))
        if not screen.service.autopilot:
            screen.act(ToggleAutopilot())
        for _ in range(1500):
            if screen.over or screen.covered:
                return
            yield

    def _card(self) -> CookCard | None:
        overlays = open_overlays(self.screen) if self.screen is not None else []
        top = overlays[-1] if overlays else None
        return top if isinstance(top, CookCard) else None

    def _obey(self, card: CookCard) -> Iterator[None]:
        """Do what the card asks for until it has nothing more to say: for that one looks at it."""
        self.led += 1
        self._post(pygame.WINDOWRESTORED)
        self._post(pygame.WINDOWFOCUSGAINED)
        for _ in range(6000):
            if card.closed or self._card() is not card or card.says is None:
                return
            if card.says.offer is None:
                if card.says.button:  # it shows how it is done
                    return
                yield
                continue
            self._follow(card, card.says)
            for _ in range(4):
                yield
        raise AssertionError(f"stranded: {card.says}")

    def _follow(self, card: CookCard, says: CardSays) -> None:
        if says is not PAST and (isinstance(says.offer, ReadIt) or says.button):
            self._key(card.game.bindings.keys[Intent.CONFIRM][0])
            return
        card.cooking.act(says.offer)  # type: ignore[arg-type]

    # -- what must hold ------------------------------------------------------------------------

    def _check(self) -> None:
        screen = self.screen
        assert screen is not None
        kinds = [type(overlay).__name__ for overlay in open_overlays(screen)]
        self.seen.update(kinds)
        assert len(kinds) == len(set(kinds)), f"twice: {kinds}"
        fits = screen.window.stage.size == screen.window.surface.get_size()
        assert fits or self._fitted, "drawn for another size"
        self._fitted = fits
        if isinstance(screen, ServiceScreen):
            self._pictures.check(screen, self._wall.now)
            card = self._card()
            if card is not None and card.says is None:
                assert not screen.session.held, "a clock that nobody holds stands"

    def _check_clock(self, screen: ServiceScreen) -> None:
        """Since the frame before, by what that one left."""
        session = screen.session
        stands = session.paused or screen.covered or session.held or session.resting
        stands = stands or session.turn is not None or session.lookback.sight is not None
        stands = stands or session.service.stalled is not None
        usual = 0.0 if stands else session.speed * session.slow
        assert session.pacing.speed == usual or (session.runs and not stands)
        now, (before, then) = screen.service.loop.now, self._last
        self._last = screen, now
        assert before is not screen or now >= then
        went_on = before is screen and now - then > AT_A_STOP
        came, self._stopped = self._stopped != session.stopped, session.stopped
        stood = stands and not came
        assert not (stood and went_on), "a clock that stands goes on"

    def _compare(self, service: Service, now: float) -> None:
        """What was played is what the same commands give headless, to the byte."""
        loop = KitchenLoop()
        kitchens = service._four(loop)
        for name, kitchen in kitchens.items():
            kitchen.open()
            for at, command in service.kitchens[name].commands:
                kitchen.command(command, at)
        loop.run_until_complete(asyncio.sleep(now))
        for name, kitchen in kitchens.items():
            told = [
                facts_as_lines([fact for fact in k.facts.in_order() if fact.t < now])
                for k in (service.kitchens[name], kitchen)
            ]
            assert told[0] == told[1], f"{name}: not what headless gives"
        for kitchen in kitchens.values():
            kitchen.sweep()
        loop.close()
        self.compared += 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4])
    parser.add_argument("--events", type=int, default=100_000, help="over all seeds together")
    parser.add_argument("--at-once", type=int, default=16, help="events in a frame, at most")
    asked = parser.parse_args()
    for seed in asked.seeds:
        with pytest.MonkeyPatch.context() as patch:
            player = RandomPlayer(patch, seed, asked.events // len(asked.seeds), asked.at_once)
            player.run()
            print(f"seed {seed}: {dict(player.posted)}")
            print(f"  {dict(player.seen)}")
            print(f"  compared {player.compared}, led {player.led}", flush=True)


if __name__ == "__main__":
    main()
