"""The chooser: a card on which it is said which two to four kitchens race."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from kitchen.errors import KitchenError
from kitchen.game.controls.button import Button
from kitchen.game.controls.choice import Choice
from kitchen.game.controls.control import Control
from kitchen.game.draw import palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.race.kept import kept_of
from kitchen.game.shell.card import CardOverlay
from kitchen.game.shell.screen import Screen
from kitchen.loop.stall import Stalled
from kitchen.runs.heat import LEAST, MOST, Entrant, Heat, the_four
from kitchen.sim.policy import PLAYER, POLICIES, Policy, policy_name
from kitchen.sim.shift.modes import MODES
from kitchen.sim.shift.shift import Shift
from kitchen.terminal import one_line

ROWS_Y, ROW, APART = 112.0, 48.0, 60.0
WHO_W = 560.0
NOBODY, REPLAY = "", "replay"
MOST_REPLAYS = 3
"""That can be chosen from: who races already, and the latest."""


@dataclass
class LaneChoice:
    """Who races in a lane: ``who`` is a mode, a replay or nobody."""

    who: str
    policy: str
    replay: int = 0


class Chooser(CardOverlay):
    """For races of ``shift``; ``entrants`` are chosen at first, and replays of it that were kept
    may race as well. ``opens`` is told what is to be raced."""

    box: Box = (130.0, 126.0, 1020.0, 468.0)

    def __init__(
        self, screen: Screen, shift: Shift, seed: int, opens: Callable[[Heat], object],
        entrants: Sequence[Entrant] = (),
    ) -> None:  # fmt: skip
        super().__init__(screen)
        self.title = f"Race: {shift.title or shift.name}"
        self.words = ""
        """Why what was chosen cannot race."""
        self._shift, self._seed, self._opens = shift, seed, opens
        self._kept = [entrant for entrant in entrants if entrant.replay is not None]
        self._kept += self._others(MOST_REPLAYS - len(self._kept))
        first = entrants or the_four(shift)
        self._policies: dict[str, Policy | str] = {n: n for n in POLICIES if n != PLAYER}
        self._policies |= {policy_name(e.policy): e.policy for e in first
                           if policy_name(e.policy) != PLAYER and e.replay is None}  # fmt: skip
        self.lanes = [self._choice(entrant) for entrant in first]
        self.lanes += [LaneChoice(NOBODY, "fifo") for _ in range(MOST - len(self.lanes))]

    def _others(self, most: int) -> list[Entrant]:
        """Replays beside those that race already: so many."""
        known = [entrant.replay for entrant in self._kept]
        found = kept_of(self.game, self._shift, self._seed, len(known) + max(0, most))
        return [entrant for entrant in found if entrant.replay not in known][: max(0, most)]

    def _choice(self, entrant: Entrant) -> LaneChoice:
        if entrant.replay is not None:
            return LaneChoice(REPLAY, "fifo", self._kept.index(entrant))
        name = policy_name(entrant.policy)
        return LaneChoice(entrant.mode, name if name in self._policies else "fifo")

    # -- controls ------------------------------------------------------------------------------

    def controls(self, kit: Kit) -> Sequence[Control]:
        x, y, w, h = self.box
        foot = y + h - 62.0
        found: list[Control] = []
        for index, lane in enumerate(self.lanes):
            found += self._lane(kit, index, lane)
        race = Button(kit, (x + w - 250.0, foot, 220.0, 44.0), "Race", self._race, main=True,
                      icon="race", icon_size=24.0, size=21)  # fmt: skip
        race.enabled = sum(lane.who != NOBODY for lane in self.lanes) >= LEAST
        close = Button(kit, (x + w - 370.0, foot, 110.0, 44.0), "Close", self.close, size=17)
        self.start = len(found)  # to race as it stands
        return [*found, race, close]

    def _lane(self, kit: Kit, index: int, lane: LaneChoice) -> list[Control]:
        x, y, w, _ = self.box
        top = y + ROWS_Y + index * APART
        who = [(NOBODY, "Nobody"), *((mode, mode.capitalize()) for mode in MODES)]
        who += [(REPLAY, "Replay")] if self._kept else []
        found: list[Control] = [
            Choice(kit, (x + 56.0, top, WHO_W, ROW), "", lane.who, who,
                   lambda value: self._set(index, who=value), 0.0)
        ]  # fmt: skip
        box = (x + 56.0 + WHO_W, top, w - WHO_W - 76.0, ROW)
        if lane.who == REPLAY:
            names = [(str(i), kept.name) for i, kept in enumerate(self._kept)]
            found.append(
                Choice(kit, box, "", str(lane.replay), names,
                       lambda value: self._set(index, replay=int(value)), 0.0)
            )  # fmt: skip
        elif lane.who != NOBODY:
            policies = [(n, n.replace("-", " ").capitalize()) for n in self._policies]
            found.append(Choice(kit, box, "", lane.policy, policies,
                                lambda value: self._set(index, policy=value), 0.0))  # fmt: skip
        return found

    def _set(
        self, index: int, who: str | None = None, policy: str | None = None,
        replay: int | None = None,
    ) -> None:  # fmt: skip
        lane, self.words = self.lanes[index], ""
        lane.who = lane.who if who is None else who
        lane.policy = policy or lane.policy
        lane.replay = lane.replay if replay is None else replay
        if who is not None:
            self._keep_focus(index)

    def _keep_focus(self, index: int) -> None:
        """Other controls stand there now; the focus stays in its lane."""
        ring = self.page.ring
        shown = [1 if lane.who == NOBODY else 2 for lane in self.lanes]
        self.rebuild()
        self.page.focus, self.page.ring = sum(shown[:index]), ring

    # -- what it does --------------------------------------------------------------------------

    def entrants(self) -> list[Entrant]:
        """Who is chosen."""
        found = []
        for lane in self.lanes:
            if lane.who == REPLAY:
                found.append(self._kept[lane.replay])
            elif lane.who != NOBODY:
                found.append(Entrant(lane.who, self._policies[lane.policy]))
        return found

    def _race(self) -> None:
        try:
            heat = Heat(self._shift, self.entrants(), self._seed)
        except (KitchenError, Stalled) as error:
            self.words = one_line(str(error))
            self.game.sounds.ui("error")
        else:
            self.close()
            self._opens(heat)

    # -- drawing -------------------------------------------------------------------------------

    def write(self, canvas: pygame.Surface) -> None:
        kit, (x, y, w, h) = self.kit, self.box
        words = "The same orders for all. Which kitchen, and who gets a chef next?"
        kit.put(canvas, kit.type.ui(words, 16, palette.PAPER_MUTED, "medium"), x + 32.0, y + 84.0)
        for index in range(len(self.lanes)):
            number = kit.type.display(str(index + 1), 24, palette.INK)
            middle = y + ROWS_Y + index * APART + ROW / 2
            kit.put(canvas, number, x + 42.0, middle, "center")
        if self.words:
            box = (x + 32.0, y + h - 112.0, w - 64.0, 40.0)
            kit.paragraph(canvas, self.words, 14, palette.RED_PAPER, box, 18.0)
