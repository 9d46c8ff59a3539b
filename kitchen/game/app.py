"""The game: a window, and one screen after the other in it."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from kitchen.errors import KitchenError
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.window import NoWindow, Window, WindowClosed
from kitchen.keep.keep import Keep
from kitchen.loop.stall import Stalled
from kitchen.runs.service import Service
from kitchen.sim.shift.shift import Shift
from kitchen.terminal import one_line

if TYPE_CHECKING:
    from kitchen.lessons.lesson import Lesson

__all__ = ["Options", "play"]

END = pygame.event.Event(pygame.QUIT, at_once=True)


def play(options: Options) -> int:
    """Play until the player has had enough; return the exit status.

    Raises `kitchen.errors.KitchenError` if no window can be opened, or a recipe goes wrong.
    """
    # A picture does not hang on who asks for it.
    keep = Keep.nowhere() if options.photographs else Keep()
    settings = keep.settings
    with ended_from_outside():
        size = options.size or settings.size
        asked = options.size is not None  # in px, and no others
        try:
            window = Window(size, settings.fullscreen and not asked, 1.0 if asked else None)
        except NoWindow as error:
            raise KitchenError(f"{error}; {_without_one(options)}") from error
        game = Game(window, options, keep)
        game.drop = _drop
        screen: Screen | None = _first(game)
        try:
            while screen is not None:
                screen = shown(game, screen)
        except WindowClosed:
            pass
        finally:
            game.save_settings()
            game.sounds.close()
            window.close()
    return 0


def _first(game: Game) -> Screen:
    """What the command line asked for."""
    options = game.options
    if options.heat is not None:
        from kitchen.game.race.screen import RaceScreen  # a shift begins without it

        return RaceScreen(game, options.heat)
    if options.lesson is not None:
        return _lesson(game, options.lesson)
    return _title(game) if options.shift is None else _service(game, options.shift)


def _lesson(game: Game, lesson: Lesson) -> Screen:
    """What is reached in it is kept, as if it had been opened from the book."""
    from kitchen.game.lesson.doors import LessonDoors
    from kitchen.game.lesson.screen import LessonScreen  # a shift begins without it
    from kitchen.keep.courses import keep_course

    return LessonScreen(game, lesson, LessonDoors(told=partial(keep_course, game.keep)))


def _without_one(options: Options) -> str:
    if options.replay is not None:
        return "to cook it again without one: kitchen replay --headless FILE"
    if options.lesson is not None:
        return "to read a lesson on paper: kitchen lesson handout N --html FILE"
    if options.heat is not None:
        return "to compare kitchens without one: kitchen compare SHIFT"
    return "to run a shift without one: kitchen run SHIFT"


def shown(game: Game, screen: Screen) -> Screen | None:
    """Show a screen until it is left; return the next.

    Where the game began with the title, that tells what goes wrong with a shift or a replay, and
    play goes on; else the command line does. Raises `KitchenError`, or what `Stalled` is.
    """
    try:
        return screen.show()
    except (KitchenError, Stalled) as error:
        title = _title(game)
        if game.options.began or isinstance(screen, type(title)):
            raise
        game.notices.append(one_line(str(error)))
        return title


def _service(game: Game, shift: Shift) -> ServiceScreen:
    """Of the shift that the command line names, or of the replay."""
    options = game.options
    if options.replay is None:
        screen = ServiceScreen(game, shift)
        screen.session.race = partial(_race, screen)
        return screen
    from kitchen.game.service.replaying import ReplayScreen  # a shift is played without it

    at = 0.0 if options.photographs else options.at  # of the picture
    return ReplayScreen(game, options.replay, None, options.recipes, at)


def _race(screen: ServiceScreen, shown: Screen, service: Service) -> None:
    from kitchen.game.race.entry import race  # when somebody races

    race(screen, shown, service)


def _drop(screen: Screen, file: Path) -> None:
    from kitchen.game.title.dropping import drop  # with all that can be opened

    drop(screen, file, partial(_title, screen.game))


def _title(game: Game) -> Screen:
    from kitchen.game.title.screen import TitleScreen  # a shift begins without it

    return TitleScreen(game)


@contextlib.contextmanager
def ended_from_outside() -> Iterator[None]:
    """Whoever tells the program to end (``kill``, a system that shuts down) is not asked whether to
    lose a shift. SDL would make of it what it makes of the window's cross."""
    if threading.current_thread() is not threading.main_thread():
        yield  # signals are the main thread's
        return
    before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(number: int, frame: object) -> None:
    if not pygame.display.get_init():
        raise SystemExit(128 + number)
    pygame.event.post(END)
