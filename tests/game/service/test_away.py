"""Looking into kitchens that are not the player's: what shows of theirs meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pygame
import pytest
from tools.picturebook import SIZES, check, half

from kitchen.cookbook.load import load_shift
from kitchen.game.input.actions import LookInto, TakeBack, ToggleAutopilot, TogglePick
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.window import Window
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.subjects import KitchenOf
from kitchen.loop.frames import Frame
from kitchen.loop.pacing import Pacing, Steps

LOOK, THEN, STEP = 120.0, 200.0, 2.0  # kitchen seconds: when away, when it ends, of a frame

Script = dict[float, Callable[["Away"], object]]


class Away(ServiceScreen):
    """Cooks by hand until the player looks into another kitchen, and picks nobody from then on."""

    def __init__(self, game: Game, script: Script, named: bool = True) -> None:
        shift = replace(load_shift("lunch-rush"), kitchen="concurrent" if named else None)
        super().__init__(game, shift)
        self.shows_goals = False
        self.script, self.frames = dict(script), 0
        self.moments: dict[float, Moment] = {}

    def pacing(self) -> Pacing:
        super().pacing()
        return Steps(STEP)

    def paint(self, frame: Frame) -> None:
        self.frames += 1
        service = self.service
        if frame.time < LOOK and service.view.line and not service.view.picks:
            self.act(TogglePick(service.view.line[0]))
        for at in [at for at in self.script if at <= frame.time]:
            self.script.pop(at)(self)
        super().paint(frame)
        assert self.pointing.last is not None
        self.moments[frame.time] = self.pointing.last
        if frame.time >= THEN or self.frames > 400:
            self.leave(None)

    @property
    def now(self) -> Moment:
        return self.moments[max(self.moments)]


def look(mode: str) -> Callable[[Away], object]:
    return lambda screen: screen.act(LookInto(mode))


@pytest.fixture
def window() -> Iterator[Window]:
    window = Window((1280, 720))
    pygame.event.clear()
    yield window
    window.close()


def play(window: Window, script: Script, *, named: bool = True, rests: bool = False) -> Away:
    game = Game(window)
    game.change(game.settings.but(rest_while_away=rests))
    screen = Away(game, script, named)
    screen.show()
    return screen


def test_the_light_is_on_while_the_players_kitchen_needs_them_and_they_look_elsewhere(
    window: Window,
) -> None:
    screen = play(window, {LOOK: look("hybrid"), 190.0: look("concurrent")})
    for at, moment in screen.moments.items():
        assert moment.away == (LOOK <= at < 190.0)
        assert not moment.calls or moment.away
    last = screen.moments[188.0]
    assert last.calls and last.yours is not None and last.yours.view.line
    assert not screen.now.calls and screen.now.view.line


def test_nobody_decides_meanwhile(window: Window) -> None:
    screen = play(window, {LOOK: look("hybrid"), 150.0: look("blocking")})
    kitchen = screen.service.kitchens["concurrent"]
    assert kitchen.policy == "player" and kitchen.commands[-1][0] <= LOOK
    assert not [c for mode, k in screen.service.kitchens.items() if mode != "concurrent"
                for c in k.commands]  # fmt: skip


def test_the_small_picture_leads_home(window: Window) -> None:
    def click(screen: Away) -> None:
        (spot,) = screen._home.spots()
        assert spot.subject == KitchenOf("concurrent")
        assert screen.pointing.under(spot.middle) == spot
        wish = screen.pointing.pressed(spot.middle, 1, False)
        assert wish == LookInto("concurrent")
        screen.act(wish)

    screen = play(window, {LOOK: look("hybrid"), 150.0: click})
    assert screen.service.mode == "concurrent" and screen._home.spots() == []


def test_the_small_picture_goes_on_with_the_kitchen_that_it_shows(window: Window) -> None:
    """It differs from frame to frame as the kitchen does, and never changes what it shows."""
    seen: list[bytes] = []

    def keep(screen: Away) -> None:
        x, y, w, h = screen._home._picture
        area = screen.stage.rect(x, y, w, h)
        seen.append(pygame.image.tobytes(screen.window.surface.subsurface(area), "RGB"))

    screen = play(window, {LOOK: look("parallel"), 140.0: keep, 170.0: keep, 190.0: keep})
    assert len(set(seen)) == 3
    alone = play(window, {})
    for mode in ("blocking", "parallel", "hybrid"):
        facts = screen.service.kitchens[mode].facts.in_order()
        assert facts == alone.service.kitchens[mode].facts.in_order()


def test_in_the_small_picture_which_comes_now_and_then_nobody_waits_for_a_turn(
    window: Window,
) -> None:
    screen = play(window, {LOOK: look("hybrid")})
    assert not screen.now.whole and screen._home._scene is not None
    painted = screen._home._scene._last
    assert painted is not None and all(painted.turn_of(number) for number in range(10))


def test_picks_in_a_kitchen_only_looked_into_are_refused_with_a_word(window: Window) -> None:
    def pick(screen: Away) -> None:
        order = next(iter(screen.service.view.open_orders))
        for action in (TogglePick(order), TakeBack(order)):
            screen.act(action)

    screen = play(window, {LOOK: look("hybrid"), 150.0: pick})
    assert screen._toast.line == (
        "You only look in here. Your picks count in the concurrent kitchen."
    )
    assert screen.service.kitchens["hybrid"].commands == []
    assert screen.service.home == "concurrent"


def test_in_free_play_a_pick_moves_the_flag(window: Window) -> None:
    def pick(screen: Away) -> None:
        screen.act(TogglePick(next(iter(screen.service.view.open_orders))))

    screen = play(window, {LOOK: look("hybrid"), 150.0: pick}, named=False)
    assert screen._toast.line == "" and screen.service.home == "hybrid"
    yours = screen.now.yours
    assert yours is not None and (yours.mode, yours.watched) == ("hybrid", "chefs")
    assert not screen.now.away and screen._home.spots() == []


@pytest.mark.parametrize("rests", [False, True])
def test_the_clock_rests_if_the_player_wants_it(window: Window, rests: bool) -> None:
    screen = play(window, {LOOK: look("hybrid")}, rests=rests)
    assert (screen.service.loop.now <= LOOK + STEP) == rests == screen.session.still
    yours = screen.now.yours
    assert yours is not None and yours.resting == rests


def test_the_autopilot_is_that_of_the_players_kitchen(window: Window) -> None:
    screen = play(window, {LOOK: look("hybrid"), 150.0: lambda s: s.act(ToggleAutopilot())})
    yours = screen.now.yours
    assert yours is not None and yours.autopilot and not yours.calls
    assert screen.service.kitchens["concurrent"].policy == "fifo"


# -- pictures ----------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("mode", ["blocking", "hybrid"])
def test_picture_of_a_kitchen_that_needs_you(
    mode: str, size: str, request: pytest.FixtureRequest
) -> None:
    check(_picture(SIZES[size], {LOOK: look(mode)}), f"away-{mode}{size}", request)


@pytest.mark.parametrize("look_of", ["text", "contrast", "rests"])
def test_picture_with_settings(look_of: str, request: pytest.FixtureRequest) -> None:
    settings: dict[str, dict[str, object]] = {
        "text": {"text": "largest"}, "contrast": {"high_contrast": True},
        "rests": {"rest_while_away": True},
    }  # fmt: skip
    picture = _picture((1280, 720), {LOOK: look("hybrid")}, settings[look_of])
    check(picture, f"away-{look_of}", request)


def _picture(
    size: tuple[int, int], script: Script, settings: dict[str, object] | None = None
) -> pygame.Surface:
    window = Window(size)
    pygame.event.clear()
    game = Game(window)
    game.change(game.settings.but(**(settings or {})))
    screen = Away(game, script)
    try:
        screen.show()
        return half(window.surface)
    finally:
        window.close()
