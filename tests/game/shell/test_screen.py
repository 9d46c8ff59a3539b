"""What every screen does: overlays on top, rest when nothing moves, less work out of sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen.game.draw.kit import Kit
from kitchen.game.shell.game import Game
from kitchen.game.shell.pulse import FPS, Pulse
from kitchen.game.shell.screen import Overlay, Screen
from kitchen.game.shell.window import Window
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps

Script = dict[int, Callable[["Plain"], None]]


class Plain(Screen):
    """Draws nothing; notes what comes, frame by frame of the wall clock."""

    def __init__(self, game: Game, script: Script, frames: int, still: bool = False) -> None:
        super().__init__(game)
        self.script, self.frames, self.still = script, frames, still
        self.drawn: list[float] = []
        self.heard = 0
        self.events: list[int] = []
        self.asked_for_help = 0

    def pacing(self) -> Pacing:
        return Steps(1 / 60)

    def build(self, kit: Kit) -> None:
        pass

    def handle(self, event: pygame.event.Event) -> None:
        self.events.append(event.type)

    def draw(self, frame: Frame) -> None:
        self.drawn.append(frame.wall)

    def listen(self, frame: Frame) -> None:
        self.heard += 1

    def at_rest(self) -> bool:
        return self.still

    def help(self) -> None:
        self.asked_for_help += 1

    def resting(self) -> bool:
        """Asked once a frame: here the script gets its turn."""
        self.number = getattr(self, "number", -1) + 1
        if self.number in self.script:
            self.script[self.number](self)
        if self.number >= self.frames:
            self.leave(None)
        return super().resting()


class Card(Overlay):
    def build(self, kit: Kit) -> None:
        self.drawn = 0

    def handle(self, event: pygame.event.Event) -> bool:
        if event.type == pygame.KEYDOWN:
            self.close()
        return False

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        self.drawn += 1


@pytest.fixture
def game() -> Iterator[Game]:
    window = Window((640, 360))
    pygame.event.clear()
    yield Game(window)
    window.close()


def post(kind: int, **fields: Any) -> Callable[[Plain], None]:
    def at_that_frame(screen: Plain) -> None:
        pygame.event.post(pygame.event.Event(kind, **fields))

    return at_that_frame


def test_a_screen_that_moves_is_drawn_every_frame(game: Game) -> None:
    screen = Plain(game, {}, 60)
    screen.show()
    assert len(screen.drawn) == 61


def test_a_screen_at_rest_is_hardly_drawn_until_something_is_touched(game: Game) -> None:
    screen = Plain(game, {120: post(pygame.MOUSEMOTION, pos=(9, 9), rel=(1, 0), buttons=(0, 0, 0))},
                   240, still=True)  # fmt: skip
    screen.show()
    awake = 0.8 * 60
    assert 2 * awake <= len(screen.drawn) <= 2 * awake + 10
    assert screen.wall == pytest.approx(1.6, abs=0.1)  # animations stood still meanwhile


def test_a_screen_at_rest_is_drawn_as_it_rests_and_when_its_window_was_uncovered(
    game: Game,
) -> None:
    screen = Plain(game, {60: post(pygame.WINDOWEXPOSED)}, 72, still=True)
    screen.show()
    assert len(screen.drawn) == 48 + 1 + 1
    assert len(set(screen.drawn)) == 48  # no time went by on it


@settings(max_examples=200)
@given(
    frames=st.lists(
        st.tuples(st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.booleans()),
        min_size=1, max_size=200,
    )
)  # fmt: skip
def test_a_pulse_answers_within_50_ms_and_never_draws_what_nobody_sees(
    frames: list[tuple[bool, bool, bool, bool, bool]],
) -> None:
    pulse, wall, shown = Pulse(film=False), 0.0, None
    for touched, stirred, resting, focused, minimised in frames:
        if touched:
            pulse.touch(wall)
        if touched or stirred:
            pulse.stir()
        pulse.beat(wall, resting=resting, focused=focused, minimised=minimised)
        assert not (pulse.draws and minimised)
        if (touched or stirred) and not minimised:
            assert pulse.draws
        if pulse.awake and focused and not minimised:
            assert pulse.draws and not pulse.left_out
        if pulse.awake and not minimised:  # what moves is seen once a second
            assert pulse.draws or shown is None or wall - shown < 1.0 + 1 / 30
        shown = wall if pulse.draws else shown
        step = (1 + pulse.left_out) / FPS
        assert step < 0.035
        wall += step


def test_a_pointer_that_has_not_moved_is_not_heard_of(game: Game) -> None:
    still, moved = (
        pygame.event.Event(pygame.MOUSEMOTION, pos=(640, 360), rel=rel, buttons=(0, 0, 0))
        for rel in ((0, 0), (1, 0))
    )
    pygame.event.clear()
    pygame.event.post(still)
    pygame.event.post(moved)
    heard = [e for e in game.window.events(0.0) if e.type == pygame.MOUSEMOTION]
    assert [event.rel for event in heard] == [(1, 0)]


def test_a_window_in_the_background_is_drawn_less_often_and_a_minimised_one_never(
    game: Game,
) -> None:
    screen = Plain(
        game,
        {
            0: post(pygame.WINDOWFOCUSLOST),
            60: post(pygame.MOUSEMOTION, pos=(9, 9), rel=(1, 0), buttons=(0, 0, 0)),
            90: post(pygame.WINDOWMINIMIZED),
            120: post(pygame.WINDOWRESTORED),
            121: post(pygame.WINDOWFOCUSGAINED),
        },
        180,
    )
    screen.show()
    frame = 1 / 30  # it is looked after thirty times a second meanwhile
    unseen = [t for t in screen.drawn if 0.9 < t <= 60 * frame]
    pointed = [t for t in screen.drawn if 61 * frame < t <= 61 * frame + 0.8]
    assert len(unseen) == 1 and 7 <= len(pointed) <= 9
    assert not [t for t in screen.drawn if 91 * frame < t < 119 * frame]
    assert len([t for t in screen.drawn if t > 121 * frame]) >= 58
    heard = len(screen.drawn) + screen.heard
    assert heard == 181 - 30  # all but what was minimised


def test_a_modal_overlay_takes_all_input_and_what_is_below_stands_still(game: Game) -> None:
    cards: list[Card] = []

    def lay(screen: Plain) -> None:
        cards.append(Card(screen))
        screen.open(cards[0])

    space = {"key": pygame.K_SPACE, "mod": 0, "unicode": " "}
    press = {"button": 1, "pos": (5, 5)}
    screen = Plain(
        game,
        {
            2: lay,
            5: post(pygame.MOUSEBUTTONDOWN, **press),
            20: post(pygame.KEYDOWN, **space),
            25: post(pygame.KEYDOWN, **space),
        },
        40,
    )
    screen.show()
    assert cards[0].drawn > 10 and cards[0].closed and not screen.overlays
    assert pygame.MOUSEBUTTONDOWN not in screen.events
    assert screen.events.count(pygame.KEYDOWN) == 1
    assert len(screen.drawn) == pytest.approx(41 - cards[0].drawn, abs=2)


def test_h_asks_for_help_on_every_screen(game: Game) -> None:
    screen = Plain(game, {3: post(pygame.KEYDOWN, key=pygame.K_h, mod=0, unicode="h")}, 8)
    screen.show()
    assert screen.asked_for_help == 1 and pygame.KEYDOWN not in screen.events


class Painted(Plain):
    """Paints on a part of the window that it got when it was built, as all screens do."""

    def build(self, kit: Kit) -> None:
        self.built = [*getattr(self, "built", []), self.window.surface.get_size()]
        self.canvas = self.window.stage.canvas(self.window.surface)

    def draw(self, frame: Frame) -> None:
        assert self.canvas.get_abs_parent() is self.window.surface
        self.canvas.fill((1, 2, 3))
        super().draw(frame)


def test_a_key_that_changes_the_window_draws_nothing_on_what_was_there(game: Game) -> None:
    key = post(pygame.KEYDOWN, key=pygame.K_F11, mod=0, unicode="")
    screen = Painted(game, {3: key, 9: key}, 15)
    screen.show()
    assert len(screen.built) == 3
    assert screen.built[0] == screen.built[2]
