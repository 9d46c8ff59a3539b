"""Instruments take turns: their pixels stand meanwhile, and no fact is lost to them."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools.game_scenario import Look

from kitchen.cookbook.load import load_shift
from kitchen.game.input.actions import LookInto, Pause
from kitchen.game.service.instrument import LATEST, TURNS, Instrument, Turns
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.game.signs.moment import Moment
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps
from kitchen.sim.facts import Cleared, Fact
from kitchen.sim.shift.modes import MODES
from kitchen.sim.view.kitchenview import KitchenView

AREA = pygame.Rect(10, 10, 20, 20)


class Painter:
    """Fills its area, and part of what is around it, with a grey as light as the beat is late."""

    def __init__(self) -> None:
        self.told: list[Fact] = []
        self.drawn: list[int] = []

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        surface.fill((moment.beat,) * 3, AREA.inflate(4, 4))
        self.told += moment.facts
        self.drawn.append(moment.beat)

    def reset(self) -> None:
        self.told.clear()

    def take_over(self, old: Painter) -> None:
        self.told = old.told


def facts_of(count: int, first: int) -> tuple[Fact, ...]:
    return tuple(Cleared(float(number), number) for number in range(first, first + count))


@given(
    turn=st.integers(0, TURNS - 1),
    frames=st.lists(
        st.tuples(st.integers(0, 3), st.booleans(), st.sampled_from(["", "", "", "size"])),
        max_size=30,
    ),
)
def test_it_is_told_every_fact_once_and_in_order(
    turn: int, frames: list[tuple[int, bool, str]]
) -> None:
    canvas, moment = pygame.Surface((40, 40)), Moment(
        KitchenView(), 0.0, 0.0, (), "hybrid", "leave", "", 0, 1.0, False, False, 1.0, {}, 0.0, None
    )  # fmt: skip
    widget, happened = Painter(), list[Fact]()
    shown = Instrument(widget, AREA, Turns(), turn)
    frames = [*frames, (0, True, "")]
    for beat, (count, whole, what) in enumerate(frames):
        if what == "size":
            old, widget = shown, Painter()
            shown = Instrument(widget, AREA, Turns(), turn)
            shown.take_over(old)
        new = facts_of(count, len(happened))
        happened += new
        shown.draw(canvas, replace(moment, facts=new, beat=beat, whole=whole))
    assert widget.told == happened


def test_it_is_drawn_in_its_turn_and_its_pixels_stand_in_the_others(look: Look) -> None:
    canvas, widget = pygame.Surface((40, 40)), Painter()
    shown = Instrument(widget, AREA, Turns(), 1)
    for beat in range(6):
        canvas.fill("red")
        shown.draw(canvas, look(KitchenView(), beat=beat, whole=False))
        late = beat if beat in (0, 1, 3, 5) else beat - 1  # the first frame shows everything
        assert canvas.get_at(AREA.topleft)[:3] == canvas.get_at(AREA.center)[:3] == (late,) * 3
        assert (canvas.get_at((9, 9)) == pygame.Color("red")) is (late != beat)
    assert widget.drawn == [0, 1, 3, 5]


def test_a_whole_moment_is_nobodys_turn(look: Look) -> None:
    canvas, widget = pygame.Surface((40, 40)), Painter()
    shown = Instrument(widget, AREA, Turns(), 0)
    for beat in range(4):
        shown.draw(canvas, look(KitchenView(), beat=beat, whole=beat == 3))
    assert widget.drawn == [0, 2, 3]


def test_who_has_news_gets_a_frame_of_its_own_after_the_one_in_which_it_happened(
    look: Look,
) -> None:
    canvas, turns = pygame.Surface((40, 40)), Turns()
    widgets = [Painter() for _ in range(3)]
    shown = [Instrument(widget, AREA, turns, beat % 2) for beat, widget in enumerate(widgets)]
    for beat in range(10, 17):
        facts = facts_of(2, 0) if beat == 12 else ()
        moment = look(KitchenView(), beat=beat, whole=beat == 10, facts=facts)
        for instrument in shown:
            instrument.draw(canvas, moment)
    assert [widget.drawn for widget in widgets] == [
        [10, 13, 14, 16], [10, 11, 14, 15], [10, 14, 16]
    ]  # fmt: skip
    # The third had been waiting for long enough to be drawn beside the second.
    assert [len(widget.told) for widget in widgets] == [2, 2, 2]


def test_it_is_never_late_for_long_though_something_happens_in_every_frame(look: Look) -> None:
    canvas, widget = pygame.Surface((40, 40)), Painter()
    shown = Instrument(widget, AREA, Turns(), 1)
    for beat in range(13):
        shown.draw(canvas, look(KitchenView(), beat=beat, whole=False, facts=facts_of(1, beat)))
    assert widget.drawn == [0, LATEST, 2 * LATEST, 3 * LATEST]


def test_what_happened_in_a_kitchen_left_is_not_told_in_the_next(look: Look) -> None:
    canvas, widget = pygame.Surface((40, 40)), Painter()
    shown = Instrument(widget, AREA, Turns(), 1)
    shown.draw(canvas, look(KitchenView(), beat=1, whole=False))
    shown.draw(canvas, look(KitchenView(), beat=2, whole=False, facts=facts_of(2, 0)))
    shown.reset()
    shown.draw(canvas, look(KitchenView(), beat=4, whole=False))  # not its turn, but all is new
    assert widget.told == []
    assert widget.drawn == [1, 4]


# -- on the service screen -------------------------------------------------------------------------


class Turning(ServiceScreen):
    """Notes what moment every frame showed; ``deeds`` are done after the frame of that number."""

    def __init__(self, window: Window, mode: str, frames: int, **options: object) -> None:
        given = Options(mode=mode, seed=3, autopilot=True, **options)  # type: ignore[arg-type]
        super().__init__(Game(window, given), load_shift("lunch-rush"))
        self.shows_goals = False
        self.frames, self.moments = frames, list[Moment]()
        self.deeds: dict[int, object] = {}

    def pacing(self) -> Pacing:
        return Steps(self.shift.tempo / 60, start=600.0)

    def paint(self, frame: Frame) -> None:
        super().paint(frame)
        assert self.pointing.last is not None
        self.moments.append(self.pointing.last)
        if frame.number in self.deeds:
            self.act(self.deeds[frame.number])  # type: ignore[arg-type]
        if frame.number >= self.frames:
            self.leave(None)

    @property
    def whole(self) -> list[int]:
        return [moment.beat for moment in self.moments if moment.whole]


def test_the_next_two_pictures_after_a_deed_show_everything(window: Window) -> None:
    screen = Turning(window, "hybrid", 16)
    screen.deeds = {6: LookInto("blocking"), 12: Pause()}
    screen.show()
    assert screen.whole == [0, 1, 7, 8, 13, 14]


def test_after_frames_were_left_out_everything_is_shown(window: Window) -> None:
    screen = Turning(window, "hybrid", 20)
    window.focused = False
    screen.show()
    assert len(screen.moments) < 10
    assert screen.whole == [moment.beat for moment in screen.moments]


class Compared(Turning):
    """Looks whether in a frame whose instruments stand nothing is seen that a whole one has not."""

    def paint(self, frame: Frame) -> None:
        super().paint(frame)
        if frame.number % 5:
            return
        self._toast.line = ""
        moment = replace(self.moments[-1], facts=(), foresight=None)
        pictures = []
        for beat, whole in ((0, True), (0, False), (1, False)):
            self._draw(replace(moment, beat=beat, whole=whole))
            pictures.append(pygame.image.tobytes(self._canvas, "RGB"))
        assert pictures[0] == pictures[1] == pictures[2], frame.number


@pytest.mark.parametrize("mode", MODES)
def test_nothing_of_an_instrument_is_seen_beside_its_area(window: Window, mode: str) -> None:
    Compared(window, mode, 50).show()


def test_what_happens_behind_another_window_is_heard_at_once_and_drawn_once(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = Turning(window, "hybrid", 400)
    heard: list[Fact] = []
    monkeypatch.setattr(screen.game.sounds, "hear", lambda moment: heard.extend(moment.facts))
    window.focused = False
    screen.show()
    drawn = [fact for moment in screen.moments for fact in moment.facts]
    assert drawn == heard[: len(drawn)]
    assert {fact.t for fact in heard[len(drawn) :]} == set()
    assert len(screen.moments) < 30 < len(drawn)
