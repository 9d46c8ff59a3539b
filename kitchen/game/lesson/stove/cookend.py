"""How a try at the stove ends: what it came to is seen for a moment, then told on a card, and from
there it leads on, to another try, or back to where it could have gone otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control
from kitchen.game.draw import palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import Action, GoTo, TakeOver
from kitchen.game.lesson.stove.attempt import Attempt
from kitchen.game.lesson.stove.cooklimits import SIGN, SIGNS, colour
from kitchen.game.service.ending import Ending
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.card import CardOverlay
from kitchen.game.signs.codeprose import CodeProse
from kitchen.lessons.judging.judge import Verdict
from kitchen.runs.past import Stop

LINGER = 1.3
"""Seconds of wall time for which what happened is seen before it is told."""
ROW, LEADING = 30.0, 22.0  # logical px
SIZES = (17.0, 16.0, 15.0, 14.0)
"""Of what is said, in logical px: in two lines, if it can be."""
MOST = 6
"""Tries that are told."""


class CookEnding(Ending):
    """In the place of the results of a service."""

    def __init__(
        self, cooking: ServiceScreen, attempt: Attempt, act: Callable[[Action], object]
    ) -> None:
        super().__init__(cooking, cooking.session, act)
        self._cooking, self._attempt = cooking, attempt
        self._card: VerdictCard | None = None

    def look(self, wall: float) -> None:
        cooking = self._cooking
        if self._card is not None:
            if self._card.closed:  # back from a look at the past
                self._card.closed = False
                cooking.open(self._card)
            return
        verdict = self._attempt.comes_to()
        if verdict is None:
            return
        if self._closed is None:
            self._closed = wall
            self._home()
        elif wall - self._closed >= (0.0 if self._attempt.stands else LINGER):
            self._tell(verdict)

    def _tell(self, verdict: Verdict) -> None:
        cooking, attempt = self._cooking, self._attempt
        if not attempt.shows:
            attempt.note()
            attempt.stove.told(verdict)
        self._card = VerdictCard(cooking, attempt, verdict)
        cooking.session.ended = True
        cooking.open(self._card)


class VerdictCard(CardOverlay):
    """What a try came to. Esc leads on where it works, else to another try."""

    def __init__(self, screen: ServiceScreen, attempt: Attempt, verdict: Verdict) -> None:
        super().__init__(screen)
        self.cooking, self.attempt, self.verdict = screen, attempt, verdict
        self._choice: Stop | None = None if verdict.works else attempt.choice
        self._limits = attempt.limits
        self._tries = attempt.stove.tries[-MOST:] if len(attempt.stove.tries) > 1 else []
        self.title = self._title()
        high = 214.0 + ROW * len(self._limits) + LEADING * (len(self._tries) + bool(self._tries))
        self.box: Box = (340.0, max(56.0, 330.0 - high / 2), 600.0, high)

    def _title(self) -> str:
        if self.attempt.shows:
            return "This is how it can be done"
        if self.verdict.works and self.verdict.par:
            return self.attempt.stove.step.title
        return "It works, but not within par" if self.verdict.works else "Not yet"

    def _doors(self) -> list[tuple[str, Callable[[], object]]]:
        if self.attempt.shows:
            return [("My turn", self._again), ("Look back", self._look_back)]
        if self.verdict.works:
            return [("Go on", self._leave), ("Again", self._again), ("Look back", self._look_back)]
        there: list[tuple[str, Callable[[], object]]] = []
        if self._choice is not None:
            there = [("From there", self._from_there)]
        rest = [("Look back", self._look_back), ("Leave", self._leave)]
        return [("Try again", self._again), *there, *rest]

    def controls(self, kit: Kit) -> Sequence[Control]:
        x, y, w, h = self.box
        doors = self._doors()
        each = (w - 60.0 - 10.0 * (len(doors) - 1)) / len(doors)
        return [
            Button(
                kit, (x + 30 + at * (each + 10.0), y + h - 78.0, each, 50.0), words, act,
                main=at == 0,
            )
            for at, (words, act) in enumerate(doors)
        ]  # fmt: skip

    def close(self) -> None:
        self._doors()[0][1]()

    # -- where it leads ------------------------------------------------------------------------

    def _leave(self) -> None:
        self.cooking.leave(self.cooking.back)

    def _again(self) -> None:
        self.cooking.leave(self.cooking.anew())

    def _from_there(self) -> None:
        assert self._choice is not None
        super().close()
        self.cooking.session.lookback.look_at(self._choice)
        self.cooking.act(TakeOver())

    def _look_back(self) -> None:
        super().close()
        self.cooking.act(GoTo(self.cooking.service.loop.now))

    # -- drawing -------------------------------------------------------------------------------

    def write(self, canvas: pygame.Surface) -> None:
        kit, (x, y, w, _) = self.kit, self.box
        says = self.verdict.says or "That is it."
        prose = CodeProse(kit, says, SIZES, w - 60, 2, "semibold")
        prose.draw(canvas, x + 30, y + 66, palette.INK, palette.STEAM_PAPER)
        row = y + 132
        for limit in self._limits:
            sign = kit.art.get(SIGNS[limit.stands], height=SIGN + 5)
            kit.put(canvas, sign, x + 30 + SIGN / 2, row, "center")
            words = f"within par, {limit.words}" if limit.par else limit.words
            words = words[:1].upper() + words[1:]
            words = kit.type.elide(
                f"{words}: {limit.misses}" if limit.misses else words, 16, w - 90
            )
            kit.put(canvas, kit.type.ui(words, 16, colour(limit)), x + 60, row)
            row += ROW
        if self._tries:
            heading = kit.type.ui("Tried so far", 14, palette.PAPER_MUTED, "bold")
            kit.put(canvas, heading, x + 30, row)
        for line in self._tries:
            row += LEADING
            words = kit.type.elide(line, 14, w - 60)
            kit.put(canvas, kit.type.ui(words, 14, palette.PAPER_MUTED), x + 30, row)
