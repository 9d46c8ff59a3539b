"""The finish: the closing comparison of a race, and what can be done next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from kitchen.english import listed
from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.race.lane import ways
from kitchen.game.race.lead import RaceLead
from kitchen.game.race.runner import Runner
from kitchen.game.results.axis import Axis
from kitchen.game.results.fibres import Fibres
from kitchen.game.results.plot import BED, StripPlot
from kitchen.game.results.prose import Prose
from kitchen.game.results.standings import ClosedKitchen
from kitchen.game.shell.card import CardOverlay
from kitchen.game.shell.screen import Screen
from kitchen.report.amounts import dollars, seconds
from kitchen.report.racewords import race_verdict
from kitchen.report.verdict import Phrase, verdict
from kitchen.runs.heat import Heat

ROWS_Y, ROWS_H, GAP, MOST_H = 92.0, 392.0, 8.0, 132.0
NAME_W, PLOT_X, PLOT_W = 214.0, 250.0, 424.0
COLUMNS = {"served": 696.0, "closed after": 796.0, "profit": 926.0}
"""Left edges, from the card's."""
CLOSER: tuple[float, float] = (1038.0, 92.0)
FOOT: tuple[float, float] = (496.0, 84.0)
BUTTONS_Y, BUTTON_H = 592.0, 42.0
NAME, FIGURE = 27.0, 28.0


@dataclass(frozen=True)
class Doors:
    """What can be done after a race. ``closer`` is told which kitchen is to be looked into; a
    door that is None is not there."""

    again: Callable[[], object]
    closer: Callable[[int], object]
    back: Callable[[], object]
    others: Callable[[], object] | None = None


class Finish(CardOverlay):
    """``runners`` have closed; ``lead`` says who has won."""

    box: Box = (60.0, 34.0, 1160.0, 652.0)

    def __init__(
        self, screen: Screen, heat: Heat, runners: Sequence[Runner], lead: RaceLead | None,
        doors: Doors,
    ) -> None:  # fmt: skip
        super().__init__(screen)
        self.title = headline(heat.names, lead)
        self._heat, self._runners, self._doors = heat, runners, doors
        self._entries = [ClosedKitchen(runner.result, runner.closed()) for runner in runners]
        self._first = lead.lanes if lead is not None else ()

    # -- controls ------------------------------------------------------------------------------

    def controls(self, kit: Kit) -> Sequence[Control]:
        doors, (x, y, w, _) = self._doors, self.box
        named: list[tuple[str, Callable[[], object]]] = [
            ("Again", self._then(doors.again)),
            *([("Other kitchens", doors.others)] if doors.others is not None else []),
            ("Wind back", self.close),
            ("Leave", self._then(doors.back)),
        ]
        wide = (w - 60.0 - GAP * (len(named) - 1)) / len(named)
        found: list[Control] = [
            Button(kit, (x + 30.0 + (wide + GAP) * i, y + BUTTONS_Y, wide, BUTTON_H), words, act,
                   main=i == 0, size=19)
            for i, (words, act) in enumerate(named)
        ]  # fmt: skip
        left, width = CLOSER
        for index in range(len(self._runners)):
            top, high = self._row(index)
            box = (x + left, top + high / 2 - 19.0, width, 38.0)
            act = self._then(lambda index=index: doors.closer(index))  # type: ignore[misc]
            found.append(Button(kit, box, "Closer", act, size=17))
        return found

    def _then(self, act: Callable[[], object]) -> Callable[[], object]:
        """Close the card, and do it."""

        def deed() -> None:
            self.close()
            act()

        return deed

    def _row(self, index: int) -> tuple[float, float]:
        """The upper edge of a kitchen's row and its height, in logical px of the screen."""
        count = len(self._runners)
        high = min(MOST_H, (ROWS_H - GAP * (count - 1)) / count)
        top = (ROWS_H - (high + GAP) * count + GAP) / 2
        return self.box[1] + ROWS_Y + top + index * (high + GAP), high

    # -- drawing -------------------------------------------------------------------------------

    def build(self, kit: Kit) -> None:
        x, y, w, _ = self.box
        self._words = Prose(kit, phrases(self._heat), (x + 48.0, y + FOOT[0], w - 96.0, FOOT[1]))
        fibres, longest = Fibres(kit), self._heat.end
        self._axis = Axis(longest)
        self._plots = []
        for index, entry in enumerate(self._entries):
            top, high = self._row(index)
            box = (x + PLOT_X + 8.0, top + 6.0, PLOT_W - 16.0, high - 12.0)
            self._plots.append(StripPlot(kit, fibres, entry, box, longest))
        super().build(kit)

    def write(self, canvas: pygame.Surface) -> None:
        kit, (x, y, w, _) = self.kit, self.box
        for label, left in COLUMNS.items():
            words = kit.type.ui(label, 15, p.PAPER_MUTED)
            kit.put(canvas, words, x + left, y + ROWS_Y - 14.0)
        for index, runner in enumerate(self._runners):
            self._draw_row(canvas, index, runner)
        foot = kit.stage.rect(x + 30.0, y + FOOT[0], w - 60.0, FOOT[1])
        canvas.blit(paint.box(foot.size, kit.stage.px(14), p.PLUM), foot)
        self._words.draw(canvas)

    def _draw_row(self, canvas: pygame.Surface, index: int, runner: Runner) -> None:
        kit, stage, (x, _, w, _) = self.kit, self.kit.stage, self.box
        top, high = self._row(index)
        middle, result = top + high / 2, runner.result
        if index in self._first:
            band = stage.rect(x + 22.0, top, w - 44.0, high)
            face = paint.box(band.size, stage.px(12), (0xFF, 0xEB, 0xBE), p.SAFFRON, stage.line(2))
            canvas.blit(face, band)
        self._draw_name(canvas, runner, top, high)
        bed = stage.rect(x + PLOT_X, top + 3.0, PLOT_W, high - 6.0)
        canvas.blit(paint.box(bed.size, stage.px(8), BED), bed)
        self._plots[index].draw(canvas, self._axis, 0.0, self._axis.whole, None)
        figures = (f"{result.served}/{result.orders}", seconds(result.makespan),
                   dollars(result.profit))  # fmt: skip
        lefts = [*COLUMNS.values(), CLOSER[0]]
        for words, left, right in zip(figures, lefts, lefts[1:], strict=False):
            size = kit.type.fitted(words, FIGURE, right - left - 10.0, "display", "")
            colour = p.RED_PAPER if words.startswith("-") else p.INK
            kit.put(canvas, kit.type.display(words, size, colour), x + left, middle)

    def _draw_name(self, canvas: pygame.Surface, runner: Runner, top: float, high: float) -> None:
        kit, x = self.kit, self.box[0] + 34.0
        middle = top + high / 2
        badge = kit.stage.rect(x, middle - 26.0, 42.0, 36.0)
        canvas.blit(paint.box(badge.size, kit.stage.px(8), p.PLUM), badge)
        icon = kit.art.get(f"mode_{runner.entrant.mode}", 28.0)
        canvas.blit(icon, icon.get_rect(center=badge.center))
        left, room = x + 50.0, NAME_W - 54.0
        name, size = kit.type.told((runner.name,), NAME, room, "display", "", 0.6)
        kit.put(canvas, kit.type.display(name, size, p.INK), left, middle - 8.0)
        words, size = kit.type.told(ways(runner), 15, NAME_W)
        kit.put(canvas, kit.type.ui(words, size, p.PAPER_MUTED), x, middle + 24.0)


def headline(names: Sequence[str], lead: RaceLead | None) -> str:
    """Who has won, and by what."""
    if lead is None:
        return "Nobody served a dish"
    first = [names[index] for index in lead.lanes]
    if lead.level:
        return f"{listed(first)} are level"
    return f"{first[0]} {lead.words}"


def phrases(heat: Heat) -> list[Phrase]:
    """What the race shows: of the four kitchens, what `kitchen compare` says."""
    if heat.is_the_four:
        return verdict(heat.results)
    return race_verdict(heat.names, heat.results)
