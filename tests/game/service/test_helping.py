"""The player's settings in a session: what they change at once, and what they mark."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kitchen.game.service.opening import HELP
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.service.session import Session
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.window import Window
from kitchen.keep.settings import LONGER, SLOWER, Settings, SettingsError
from kitchen.loop.frames import Frame
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.pacing import Pacing, Steps
from kitchen.runs.recording import replay_of
from kitchen.runs.result import result_of
from kitchen.sim.commands import Assist
from kitchen.sim.shift.recipe import Cook, recipe
from kitchen.sim.shift.shift import Order, Shift

CALM, LONG, SLOW = Settings(calm_kitchen=True), Settings(food_keeps=2.0), Settings(clock=0.5)
Changes = Mapping[int, Settings]
"""By the number of the frame after which they are made."""


@recipe(price=5.00)
async def helped_fish(cook: Cook) -> None:
    """Fish."""
    cook.hands("salt", 10)
    await cook.timer("fry", 60, hold=25)
    cook.hands("plate", 10)


def fishes() -> Shift:
    return Shift([Order(10.0 * n, helped_fish, 200) for n in range(3)], kitchen="concurrent")


class Played:
    """A session in which the first in line is always picked, without a picture."""

    def __init__(self, changes: Changes, frames: int = 2000) -> None:
        self.times: list[float] = []
        self.sources: list[str] = []
        self.now = Settings()
        self.session = Session(fishes(), Options(), lambda: 0.0, lambda: self.now)
        loop = KitchenLoop(Steps(1.0))
        self.now = changes.get(0, self.now)
        with self.session.opened(loop):
            loop.run_until_complete(self._live(loop, changes, frames))
        loop.close()

    async def _live(self, loop: KitchenLoop, changes: Changes, frames: int) -> None:
        session, service = self.session, self.session.service
        async with contextlib.aclosing(loop.frames()) as found:
            async for frame in found:
                service.advance(frame.time)
                session.obey_settings()
                self.times.append(frame.time)
                self.sources.append("".join(session.sources["helped_fish"].lines))
                self.now = changes.get(frame.number + 1, self.now)
                if service.view.line and not service.view.picks:
                    service.pick(service.view.line[0])
                closed = all(view.makespan is not None for view in service.views.values())
                if closed or frame.number + 1 >= frames:
                    return

    @property
    def assists(self) -> list[tuple[float, Assist]]:
        return self.session.service.assists()


def test_nothing_set_is_nothing_done() -> None:
    played = Played({})
    assert played.assists == [] and not played.session.helping.slowed
    assert played.session.service.watched("concurrent") is None


def test_a_change_counts_from_the_next_frame_on() -> None:
    played = Played({20: LONG, 40: CALM, 60: Settings()})
    assert played.assists == [
        (20.0, Assist(2.0, 1.0)), (40.0, Assist(1.0, None)), (60.0, Assist()),
    ]  # fmt: skip
    assert played.session.service.watched("concurrent") == "calm"


def test_what_was_set_before_counts_from_the_start() -> None:
    assert Played({0: LONG}, frames=3).assists == [(0.0, Assist(2.0, 1.0))]


def test_the_source_tells_how_long_it_really_keeps() -> None:
    played = Played({20: LONG, 40: Settings()}, frames=60)
    assert "hold=25)" in played.sources[10] and "hold=50)" in played.sources[30]
    assert "hold=25)" in played.sources[-1]


def test_a_slower_clock_changes_the_wall_alone_and_marks_the_shift() -> None:
    usual, slow = Played({}, frames=40), Played({20: SLOW, 30: Settings()}, frames=40)
    assert slow.times[:20] == usual.times[:20]
    steps = [after - before for before, after in zip(slow.times, slow.times[1:], strict=False)]
    assert set(steps) == {1.0, 0.5} and steps.count(0.5) == 10
    assert slow.session.helping.slowed and not usual.session.helping.slowed
    assert slow.assists == [] and not slow.session.service.view.aids


@settings(max_examples=10, deadline=None)
@given(
    st.dictionaries(
        st.integers(0, 150),
        st.builds(
            Settings,
            calm_kitchen=st.booleans(), food_keeps=st.sampled_from(LONGER),
            guests_wait=st.sampled_from(LONGER), clock=st.sampled_from(SLOWER),
        ),
        max_size=4,
    )
)  # fmt: skip
def test_whatever_is_set_and_when_it_can_be_cooked_again(changes: Changes) -> None:
    session = Played(changes).session
    for mode, kitchen in session.service.kitchens.items():
        assert session.service.again(mode).digest == result_of(kitchen).digest
    assert replay_of(session.service, "concurrent").commands == (
        session.service.kitchens["concurrent"].commands
    )
    given = [command for _, command in session.service.kitchens["concurrent"].commands]
    calm = any(isinstance(command, Assist) and command.patience is None for command in given)
    assert calm == (session.service.watched("concurrent") == "calm")


@pytest.mark.parametrize("field", ["food_keeps", "guests_wait", "clock"])
def test_no_other_times_are_kept(field: str) -> None:
    with pytest.raises(SettingsError, match=f"{field}: one of 1, "):
        Settings().but(**{field: 3.0})


class Shown(ServiceScreen):
    """For three frames."""

    shows_goals = False

    def pacing(self) -> Pacing:
        return Steps(1.0)

    def paint(self, frame: Frame) -> None:
        super().paint(frame)
        if frame.number == 3:
            self.leave(None)


def test_who_lost_badly_is_told_once_what_helps() -> None:
    window = Window((320, 180))
    game, said = Game(window), []
    for struggles in (False, True, True):
        game.struggles = struggles
        screen = Shown(game, fishes())
        screen.show()
        said.append(screen._toast.line)
        assert not game.struggles
    window.close()
    assert said == ["", HELP, ""]
