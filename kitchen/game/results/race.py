"""The race: the page of the kitchens, drawn on one clock, that can be zoomed and dragged."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import ON_PAPER, Kit
from kitchen.game.input.intents import Intent
from kitchen.game.results import layout
from kitchen.game.results.axis import Axis
from kitchen.game.results.backdrop import backdrop
from kitchen.game.results.betmarks import BetMarks
from kitchen.game.results.entrance import Entrance
from kitchen.game.results.fibres import Fibres
from kitchen.game.results.figures import RowFigures
from kitchen.game.results.flags import Flags
from kitchen.game.results.inquiry import Inquiry
from kitchen.game.results.lens import Lens
from kitchen.game.results.plot import StripPlot
from kitchen.game.results.ruler import Ruler
from kitchen.game.results.standings import Standings
from kitchen.game.results.stars import ShownStars
from kitchen.game.results.tip import draw_tip, tip_lines
from kitchen.game.signs.bet import Bet

WHEEL = 0.5  # steps of zoom for each notch
ZOOM_Y, ZOOM_H = 108.0, 29.0  # logical px


class Race:
    """All of a window's size: to be made anew for another. ``axis`` and ``entrance`` outlive it;
    ``now`` tells wall time."""

    def __init__(
        self, kit: Kit, standings: Standings, stars: ShownStars, bet: Bet, axis: Axis,
        entrance: Entrance, now: Callable[[], float],
    ) -> None:  # fmt: skip
        self._kit, self._standings = kit, standings
        self._axis, self._entrance, self._now = axis, entrance, now
        fibres, self._rows = Fibres(kit), layout.rows(len(standings.entries))
        self._plots = [
            StripPlot(kit, fibres, entry, place.strips, standings.longest)
            for entry, place in zip(standings.entries, self._rows, strict=True)
        ]
        self._figures = RowFigures(kit, standings)
        self._flags, self._ruler = Flags(kit, standings), Ruler(kit, standings.longest)
        self._marks = BetMarks(kit, standings, bet)
        shared = any(plot.lines.shared for plot in self._plots)
        self.backdrop = backdrop(kit, standings, self._rows, stars, self._figures, fibres, shared)
        """What stands still."""
        self.lens = Lens(kit, axis, standings.quickest, now)

    def zooms(self) -> list[Button]:
        """The buttons that zoom."""
        kit, lens = self._kit.on(ON_PAPER), self.lens
        return [
            Button(kit, (x, ZOOM_Y, w, ZOOM_H), words, act, size=16)
            for x, w, words, act in (
                (50.0, 28.0, "−", lambda: lens.zoom(-1)),
                (82.0, 28.0, "+", lambda: lens.zoom(1)),
                (114.0, 46.0, "Fit", lens.whole),
                (164.0, 90.0, "Fastest", lens.fastest),
            )
        ]

    def prove(self, asked: Inquiry | None) -> None:
        """Light up what in the strips proves an answer."""
        for plot in self._plots:
            plot.lit = asked.lit(plot.entry) if asked else None

    # -- input ---------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> bool:
        """The wheel and the pointer over the strips."""
        return self._zoomed(event) or self._pointed(event)

    def _zoomed(self, event: pygame.event.Event) -> bool:
        """The wheel over the card."""
        if event.type != pygame.MOUSEWHEEL:
            return False
        notches = getattr(event, "precise_y", event.y) or event.y
        if event.x and not event.y:
            self._axis.step(event.x * 0.1, self._now())
        else:
            self.lens.zoom(notches * WHEEL)
        return True

    def _pointed(self, event: pygame.event.Event) -> bool:
        """The pointer over the strips: it drags them."""
        if event.type == pygame.MOUSEMOTION:
            self.lens.move(self._kit.stage.to_logical(event.pos))
            return self.lens.held
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self._entrance.skip()
            return self.lens.down(self._kit.stage.to_logical(event.pos))
        if event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            return self.lens.up()
        return False

    def wish(self, intent: Intent | None, pad: bool) -> bool:
        """Zoom as a key or a button of a gamepad wants; False: it wants something else."""
        if intent in (Intent.ZOOM_IN, Intent.ZOOM_OUT):
            self.lens.zoom(1 if intent is Intent.ZOOM_IN else -1)
        elif intent is Intent.ZOOM_WHOLE:
            self.lens.whole()
        elif intent is Intent.ZOOM_FASTEST:
            self.lens.press() if pad else self.lens.fastest()
        else:
            return False
        return True

    # -- pictures ------------------------------------------------------------------------------

    def draw(self, canvas: pygame.Surface, inquiry: Inquiry | None) -> None:
        wall = self._now()
        canvas.blit(self.backdrop, (0, 0))
        self._strips(canvas, wall, inquiry)
        self._ruler.draw(canvas, self._axis, wall, self.lens.time)
        self._ruler.thumb(canvas, self._axis, wall)
        self._marks.draw(canvas, self._rows, self._entrance.over)

    def _strips(self, canvas: pygame.Surface, wall: float, inquiry: Inquiry | None) -> None:
        pointer, entrance = self.lens.pointer, self._entrance
        free = pointer is not None and not self.lens.held
        rows = zip(self._plots, self._rows, self._standings.entries, strict=True)
        for index, (plot, place, entry) in enumerate(rows):
            line = plot.line_at(pointer) if free else None
            plot.draw(canvas, self._axis, wall, entrance.clock, line)
            self._hairline(canvas, plot)
            self._flags.draw(canvas, plot, place, self._axis, wall, entrance)
            self._figures.draw(canvas, index, entry, place, entrance)
            for head in inquiry.columns(entry) if inquiry is not None else ():
                self._figures.ring(canvas, head, place)

    def _hairline(self, canvas: pygame.Surface, plot: StripPlot) -> None:
        """The same moment in every kitchen."""
        if self.lens.time is not None:
            x = self._kit.stage.px(layout.TIME_X + self.lens.share * layout.TIME_W)
            canvas.fill(p.MAUVE, (x, plot.area.y, self._kit.stage.line(1), plot.area.height))

    def tip(self, canvas: pygame.Surface) -> None:
        """What the dish under the pointer does."""
        pointer, t = self.lens.pointer, self.lens.time
        if pointer is None or t is None or self._entrance.clock < t:
            return
        for plot in self._plots:
            order = plot.order_at(pointer, t)
            if order is not None:
                lines = tip_lines(plot.entry, order, t)
                draw_tip(canvas, self._kit, lines, order.dish, pointer)
