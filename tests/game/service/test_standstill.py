"""A shift in which nobody can go on stands, is told with its circle, and can be looked back at."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.crosswise import crosswise
from tools.followed import Followed

from kitchen import Shift
from kitchen.game.input.actions import Pause, Step, ToPresent
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.service.session import STANDS
from kitchen.game.service.standstillcard import StandstillCard, stand_words
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.window import Window
from kitchen.keep.keep import Keep
from kitchen.loop.pacing import Pacing, Steps
from kitchen.loop.stall import Stalled

FRAMES = 300


class Standing(Followed, ServiceScreen):
    """Plays on its own until it stands, and presses a button of what tells so."""

    def __init__(self, game: Game, shift: Shift, press: str) -> None:
        super().__init__(game, shift, Screen(game))
        self.shows_goals = False
        self.press = press
        self.words: list[str] = []
        self.refused = ""

    def pacing(self) -> Pacing:
        return Steps(2.0)

    def after(self) -> None:
        card = next((o for o in self.overlays if isinstance(o, StandstillCard)), None)
        if card is not None and not card.closed and not self.words:
            self.words = stand_words(card.moment)
            button = next(c for c in card.page.controls if getattr(c, "words", "") == self.press)
            button.act()  # type: ignore[attr-defined]
        if self.number > FRAMES:
            self.session.act(ToPresent())
            self.session.act(Pause())
            self.refused = self.session.act(Step("turn", 1))
            self.leave(None)


def played(window: Window, shift: Shift, press: str) -> tuple[Standing, Screen | None]:
    screen = Standing(Game(window, Options(autopilot=True), Keep.nowhere()), shift, press)
    return screen, screen.show()


def test_a_standstill_is_told_with_lines_and_holders(window: Window, tmp_path: Path) -> None:
    screen, _ = played(window, crosswise(tmp_path), "Look back")
    assert screen.words == [
        "1 Eggs waits for the board at crosswise.py:12, held by 2 Steak.",
        "2 Steak waits for the tongs at crosswise.py:19, held by 1 Eggs.",
    ]
    assert screen.number > FRAMES, "the window stays, whatever was looked at"
    assert screen.service.stalled is not None
    assert screen.session.still, "the clock stands, whatever is pressed"
    assert screen.refused == STANDS
    assert screen.service.loop.now < 200.0


def test_from_there_it_can_be_left(window: Window, tmp_path: Path) -> None:
    screen, after = played(window, crosswise(tmp_path), "Leave")
    assert screen.number < FRAMES and after is screen.back


def test_headless_it_is_raised_once(tmp_path: Path) -> None:
    from kitchen import KitchenLoop
    from kitchen.runs.service import Service

    service = Service(KitchenLoop(), crosswise(tmp_path), 0, "concurrent", "fifo", True)
    service.loop.call_command(service.loop.stop, 100)
    service.loop.run_forever()
    with pytest.raises(Stalled):
        service.advance(100)
    assert service.stalled is not None and service.stalled.mode == "concurrent"
    assert service.advance(100)["concurrent"] or service.view.facts
    service.sweep()
    service.loop.close()
