"""Another size, or other looks, in mid-shift: the picture is that of a window that always had them.

Each case is filmed twice, frame by frame: once in a window that has the size and the looks from the
beginning, and once in one that gets them while the clock stands still.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import pygame
import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from tools.picturebook import is_blank

from kitchen.cookbook.load import load_shift
from kitchen.game.input.actions import OpenMenu, Pause
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.loop.pacing import Pacing, Steps
from kitchen.sim.shift.modes import MODES

Size = tuple[int, int]

SIZES: tuple[Size, ...] = ((640, 360), (640, 370), (512, 384), (860, 360), (683, 384))
SHIFTS = ("dinner-rush", "ten-orders", "slow-roast", "lunch-rush")
REST = 150
"""Frames after which a paused kitchen has come to rest."""


@dataclass(frozen=True)
class Case:
    """What is filmed: from when on, how many frames of it, and how it is stopped then."""

    shift: str = "dinner-rush"
    mode: str = "concurrent"
    start: float = 300.0
    frames: int = 40
    menu: bool = False
    looks: dict[str, Any] = field(default_factory=dict)
    fixed: dict[str, Any] = field(default_factory=dict)
    """Settings that it has from the beginning in both films."""


class Filmed(ServiceScreen):
    """Plays, stops, and changes its size and its looks ``late``, or had them from the beginning."""

    def __init__(self, game: Game, case: Case, late: Size | None) -> None:
        super().__init__(game, load_shift(case.shift))
        self.shows_goals = False
        self.case, self.late = case, late
        self.picture: pygame.Surface | None = None
        self.number = -1

    def pacing(self) -> Pacing:
        return Steps(self.shift.tempo / 60, start=self.case.start)

    def fit(self) -> bool:
        """A new size comes before a frame, never in the middle of one: what it draws on is gone."""
        if self.late is not None and self.number == self.case.frames + REST - 1:
            pygame.display.set_mode(self.late, pygame.RESIZABLE)
            self.game.change(self.game.settings.but(**self.case.looks))
            self.late = None
        return super().fit()

    def resting(self) -> bool:
        """Asked once a frame, before it is drawn."""
        self.number += 1
        case = self.case
        if self.number == case.frames:
            self._stop()
        elif self.number == case.frames + REST + 62:  # drawn at rest, twice a second
            self.picture = self.window.surface.copy()
            self.leave(None)
        return super().resting()

    def _stop(self) -> None:
        if self.case.menu:
            self.act(OpenMenu())
            return
        self.act(Pause())


def film(case: Case, size: Size, late: Size | None) -> pygame.Surface:
    looks = case.fixed | ({} if late is not None else case.looks)
    window = Window(size)
    try:
        pygame.event.clear()
        game = Game(window, Options(mode=case.mode, autopilot=True))
        game.change(game.settings.but(**looks))
        screen = Filmed(game, case, late)
        screen.show()
        assert screen.picture is not None
        return screen.picture
    finally:
        game.change(game.settings.but(high_contrast=False))
        window.close()


def differ(case: Case, before: Size, after: Size) -> list[tuple[int, int]]:
    """The px that differ between the two films, a few of them."""
    one, other = film(case, before, after), film(case, after, None)
    assert one.get_size() == other.get_size() == after and not is_blank(other)
    if one.get_buffer().raw == other.get_buffer().raw:
        return []
    points = ((x, y) for y in range(after[1]) for x in range(after[0]))
    return list(islice((at for at in points if one.get_at(at) != other.get_at(at)), 5))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("menu", [False, True])
def test_a_window_of_another_size_shows_what_one_of_that_size_would(mode: str, menu: bool) -> None:
    assert differ(Case(mode=mode, menu=menu), (640, 360), (640, 370)) == []


@pytest.mark.parametrize(
    "looks", [{"text": "largest"}, {"typeface": "hyperlegible"}, {"high_contrast": True}], ids=str
)
def test_other_looks_in_mid_shift_are_those_of_a_shift_that_began_with_them(
    looks: dict[str, Any],
) -> None:
    case = Case(mode="hybrid", looks=looks)
    assert differ(case, (640, 360), (640, 360)) == []


# Not at random: how crowded a rail is hangs on what it was before, and a few moments show that.
@settings(max_examples=3, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])
@given(
    shift=st.sampled_from(SHIFTS), mode=st.sampled_from(sorted(MODES)), menu=st.booleans(),
    start=st.integers(0, 1800).map(float), frames=st.integers(2, 90), calm=st.booleans(),
    sizes=st.permutations(SIZES),
)  # fmt: skip
@example("dinner-rush", "blocking", False, 962.0, 2, False, [(640, 360), (512, 384)])
@example("lunch-rush", "blocking", False, 0.0, 2, False, [(640, 360), (640, 370)])
@example("ten-orders", "parallel", True, 465.0, 80, True, [(683, 384), (512, 384)])
@example("dinner-rush", "parallel", False, 982.0, 64, True, [(640, 360), (640, 370)])
@example("lunch-rush", "concurrent", False, 1184.0, 63, True, [(640, 370), (512, 384)])
@example("dinner-rush", "hybrid", False, 1184.0, 63, True, [(640, 370), (512, 384)])
@example("lunch-rush", "hybrid", True, 746.0, 12, True, [(683, 384), (512, 384)])
@example("slow-roast", "concurrent", False, 1.0, 47, True, [(683, 384), (512, 384)])
@example("slow-roast", "hybrid", False, 62.0, 68, True, [(640, 360), (683, 384)])
def test_any_moment_in_any_mode_looks_alike_however_the_window_got_its_size(
    shift: str, mode: str, menu: bool, start: float, frames: int, calm: bool, sizes: list[Size]
) -> None:
    case = Case(shift, mode, start, frames, menu, {}, {"reduced_motion": calm})
    assert differ(case, sizes[0], sizes[1]) == []
