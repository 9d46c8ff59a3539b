"""What would lose a shift asks first: once more, or held down, and nothing else is taken away."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator

import pygame
import pytest
from tools.followed import Followed

from kitchen.cookbook.load import load_shift
from kitchen.game.app import ended_from_outside
from kitchen.game.service.pause import PauseMenu
from kitchen.game.service.question import HOLD, SECONDS, Question
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.window import Window, WindowClosed
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps
from kitchen.sim.facts import Picked

FPS = 60
Deed = Callable[["Asked"], object]


class Asked(Followed, ServiceScreen):
    """Does a deed at each of these frames, and leaves at the last."""

    def __init__(self, game: Game, deeds: dict[int, Deed], shift: str = "ten-orders") -> None:
        super().__init__(game, load_shift(shift), Screen(game))
        self.shows_goals = False
        self.deeds = deeds
        self.asked: list[bool] = []

    def pacing(self) -> Pacing:
        return Steps(self.shift.tempo / FPS)

    def after(self) -> None:
        self.asked.append(self.question is not None)
        if self.number in self.deeds:
            self.deeds[self.number](self)
        if self.number > max(self.deeds):
            self.leave(None)

    @property
    def question(self) -> Question | None:
        return next((o for o in self.overlays if isinstance(o, Question) and not o.closed), None)


def down(code: int) -> Deed:
    return lambda screen: post(pygame.KEYDOWN, key=code, mod=0, unicode="")


def up(code: int) -> Deed:
    return lambda screen: post(pygame.KEYUP, key=code, mod=0, unicode="")


def tap(code: int) -> Deed:
    return lambda screen: (down(code)(screen), up(code)(screen))


def pad(button: int) -> Deed:
    def push(screen: Asked) -> None:
        for kind in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP):
            post(kind, button=button, instance_id=0)

    return push


def cross(screen: Asked) -> None:
    post(pygame.QUIT)


def nothing(screen: Asked) -> None:
    """The last frame."""


def press(words: str) -> Deed:
    """Click the button of the pause menu with these words."""

    def click(screen: Asked) -> None:
        menu = next(o for o in screen.overlays if isinstance(o, PauseMenu))
        button = next(c for c in menu.page.controls if getattr(c, "words", "") == words)
        x, y, w, h = button.box
        pos = (screen.stage.px(x + w / 2), screen.stage.px(y + h / 2))
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            post(kind, button=1, pos=pos)

    return click


def post(kind: int, **fields: object) -> None:
    pygame.event.post(pygame.event.Event(kind, fields))


@pytest.fixture
def game() -> Iterator[Game]:
    window = Window((640, 360))
    pygame.event.clear()
    yield Game(window)
    window.close()


R, ESC = pygame.K_r, pygame.K_ESCAPE


def test_r_asks_and_a_second_r_starts_again(game: Game) -> None:
    once = Asked(game, {3: tap(R), 8: nothing})
    assert once.show() is None and once.asked[-1]
    after = Asked(game, {3: tap(R), 6: tap(R), 9: nothing}).show()
    assert type(after) is ServiceScreen


def test_r_that_is_held_down_starts_again(game: Game) -> None:
    long, short = round(HOLD * FPS) + 8, round(HOLD * FPS) - 8
    held = Asked(game, {3: down(R), long: nothing})
    assert type(held.show()) is ServiceScreen
    let_go = Asked(game, {3: down(R), short: up(R), 2 * long: nothing})
    assert let_go.show() is None


def test_no_answer_is_a_no(game: Game) -> None:
    last = round(SECONDS * FPS) + 10
    screen = Asked(game, {3: tap(R), last: nothing})
    assert screen.show() is None
    assert screen.asked[10] and not screen.asked[last]


def test_every_other_key_does_what_it_does_and_means_no(game: Game) -> None:
    screen = Asked(game, {3: tap(R), 5: tap(pygame.K_4), 7: tap(R), 9: tap(R), 12: nothing})
    again = screen.show()
    facts = screen.service.kitchen.facts.in_order()
    assert [fact.order for fact in facts if isinstance(fact, Picked)] == [4]
    assert type(again) is ServiceScreen
    assert screen.asked[4] and not screen.asked[6] and screen.asked[8]


def test_esc_means_no_and_nothing_more(game: Game) -> None:
    screen = Asked(game, {3: tap(R), 5: tap(ESC), 9: nothing})
    screen.show()
    assert not screen.overlays and not screen.asked[-1]


def test_a_key_right_after_the_second_r_is_for_the_new_shift(game: Game) -> None:
    def both(screen: Asked) -> None:
        tap(R)(screen)
        tap(pygame.K_3)(screen)

    again = Asked(game, {3: tap(R), 6: both, 9: nothing}).show()
    assert isinstance(again, ServiceScreen)
    assert [event.key for event in game.unread] == [R, pygame.K_3, pygame.K_3]
    picked: list[int] = []

    def paint(frame: Frame) -> None:
        ServiceScreen.paint(again, frame)
        picked[:] = [f.order for f in again.service.kitchen.facts.decided if isinstance(f, Picked)]
        if frame.number == 4:
            again.leave(None)

    again.paint = paint  # type: ignore[method-assign]
    again.show()
    assert picked == [3]


def test_leave_and_again_of_the_pause_menu_ask_with_the_mouse(game: Game) -> None:
    for words, kind in (("Leave", Screen), ("Again from the top", ServiceScreen)):
        deeds = {3: tap(ESC), 8: press(words), 30: press(words), 40: nothing}
        assert type(Asked(game, deeds).show()) is kind
        screen = Asked(game, {3: tap(ESC), 8: press(words), 30: press("Help"), 40: nothing})
        assert screen.show() is None and not screen.asked[-1]


def test_leave_asks_with_a_gamepad(game: Game) -> None:
    a, start, dpad = (
        getattr(pygame, f"CONTROLLER_BUTTON_{name}") for name in ("A", "START", "DPAD_DOWN")
    )
    way = {3: pad(start), **{5 + 2 * n: pad(dpad) for n in range(7)}, 20: pad(a)}
    screen = Asked(game, {**way, 28: nothing})
    assert screen.show() is None and screen.asked[-1]
    assert type(Asked(game, {**way, 24: pad(a), 28: nothing}).show()) is Screen
    back = Asked(game, {**way, 24: pad(pygame.CONTROLLER_BUTTON_B), 28: nothing})
    assert back.show() is None and isinstance(back.overlays[-1], PauseMenu)


def test_the_cross_of_the_window_asks_too(game: Game) -> None:
    once = Asked(game, {3: cross, 9: nothing})
    assert once.show() is None and once.asked[-1]
    with pytest.raises(WindowClosed):
        Asked(game, {3: cross, 6: cross, 9: nothing}).show()
    with pytest.raises(WindowClosed):  # over the pause menu as well
        Asked(game, {3: tap(ESC), 6: cross, 9: cross, 12: nothing}).show()


def test_who_ends_the_program_from_outside_is_not_asked(game: Game) -> None:
    def kill(screen: Asked) -> None:
        signal.raise_signal(signal.SIGTERM)

    before = signal.getsignal(signal.SIGTERM)
    with ended_from_outside(), pytest.raises(WindowClosed):
        Asked(game, {3: kill, 9: nothing}).show()
    assert signal.getsignal(signal.SIGTERM) is before


def test_nothing_is_asked_where_nothing_is_lost(game: Game) -> None:
    """Before kitchen time goes by. (In `test_endtoend` the doors of the results do not ask.)"""
    early = Asked(game, {3: tap(R), 6: nothing})
    early.session.held = True
    assert type(early.show()) is ServiceScreen and not any(early.asked)


def test_a_stopped_clock_takes_a_speed_and_stays_stopped(game: Game) -> None:
    times: list[float] = []
    note: Deed = lambda screen: times.append(screen.service.loop.time())  # noqa: E731
    deeds = {3: tap(pygame.K_SPACE), 5: tap(pygame.K_EQUALS), 8: note, 20: note,
             22: tap(pygame.K_SPACE), 30: note}  # fmt: skip
    screen = Asked(game, deeds)
    screen.show()
    assert screen.session.speed == 2.0 and not screen.session.paused
    assert times[0] == times[1] < times[2]
