"""The wages box: what the chefs cost, and what of that nothing came of."""

from __future__ import annotations

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.slate import Slate
from kitchen.game.signs.layout import layout_of
from kitchen.game.signs.moment import Moment

WAGES = (898.0, 472.0, 360.0, 50.0)  # logical px, in the plain layout
WAGE_TOP: p.Colour = (0x5A, 0x21, 0x32)
WAGE_BOTTOM: p.Colour = (0x44, 0x1A, 0x2A)
WAGE_EDGE: p.Colour = (0x9C, 0x30, 0x45)
QUIET: tuple[p.Colour, p.Colour, p.Colour] = (p.PLUM_HI, p.MAUVE, p.PLUM)
"""Where nobody stares, the wages are no alarm."""


class WageBox:
    """Draws the box at the foot of the loop panel."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        layout, (x, y, w, h) = layout_of(kit.stage), WAGES
        self._box = (x, y + layout.higher, w + layout.panel_wider, h)

    def draw(self, surface: pygame.Surface, slate: Slate, moment: Moment) -> None:
        """What has been paid so far, and the rate."""
        paid = fmt.money(moment.view.wages(moment.now) * 100.0)
        ways, alarm = comparison(moment), moment.attention == "stay"
        area = self._kit.stage.rect(*self._box)

        def draw(canvas: pygame.Surface) -> None:
            radius, line = self._kit.stage.px(10), self._kit.stage.line(1)
            top, edge, bottom = (WAGE_TOP, WAGE_EDGE, WAGE_BOTTOM) if alarm else QUIET
            canvas.blit(paint.box(area.size, radius, top, edge, line, bottom), area)
            self._say(canvas, paid, ways, moment)

        slate.part(surface, "wages", area, (paid, ways, alarm), draw)

    def _say(
        self, surface: pygame.Surface, paid: str, ways: tuple[str, ...], moment: Moment
    ) -> None:
        x, y, w, _ = self._box
        self._kit.put(surface, self._kit.art.get("coin", 28), x + 27, y + 25, "center")
        self._kit.put(
            surface, self._kit.type.ui("Wages so far", 13, p.LILAC, "medium"), x + 52, y + 15
        )
        amount = self._kit.type.display(paid, 20, p.CREAM)
        self._kit.put(surface, amount, x + 52, y + 34)
        opened = moment.view.opened
        if opened is None:
            return
        _, unit = fmt.rate(opened.wage)
        total, _ = fmt.rate(opened.wage * opened.chefs, unit)
        words = f"{total} {'an' if unit == 'hour' else 'a'} {unit}"
        text = self._kit.type.ui(words, 13, p.LILAC, "medium")
        self._kit.put(surface, text, x + w - 14, y + 15, "midright")
        room = w - 52 - 14 - 12 - amount.get_width() / self._kit.stage.k
        words, size = self._kit.type.told(ways, 14, room, weight="bold", whole=True)
        text = self._kit.type.ui(words, size, p.CREAM, "bold")
        self._kit.put(surface, text, x + w - 14, y + 34, "midright")


def comparison(moment: Moment) -> tuple[str, ...]:
    """Many: what one chef would cost; one: what was paid for no work. In full, then shorter."""
    opened, view = moment.view.opened, moment.view
    if opened is None:
        return ("",)
    if opened.chefs > 1:
        rate = fmt.rate(opened.wage)[0]
        return f"one chef: {rate}", rate
    idle = view.wages(moment.now) * (1.0 - view.utilisation(moment.now))
    reason = "staring" if opened.attention == "stay" else "idle hands"
    exact, whole = fmt.money(idle * 100.0), fmt.money(idle * 100.0, whole=True)
    return f"{exact} of it for {reason}", f"{exact} for {reason}", f"{whole} for {reason}"
