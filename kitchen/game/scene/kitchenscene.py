"""The kitchen scene: composes set, chefs, cells, call-outs and effects, farthest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import inside
from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import TogglePick
from kitchen.game.scene import places
from kitchen.game.scene.callouts import CallOuts, Tips, call_of
from kitchen.game.scene.cat import Cat
from kitchen.game.scene.cell import Cells
from kitchen.game.scene.chefs import Chefs
from kitchen.game.scene.effects import Effects
from kitchen.game.scene.kitchenset import KitchenSet
from kitchen.game.scene.looks import LOOKS
from kitchen.game.scene.moods import Moods
from kitchen.game.scene.nameplate import NamePlates
from kitchen.game.scene.permits import Permits
from kitchen.game.scene.sprites import Sprites
from kitchen.game.scene.waiter import Waiter
from kitchen.game.signs.moment import Moment
from kitchen.sim.plan import PlanStep

TIP = -31.0  # of a call-out's tail, below the worktop's back edge
HOVER_EDGE: p.Rgba = (0xFF, 0xF3, 0xDC, 150)
HOVER_FACE: p.Rgba = (0xFF, 0xF3, 0xDC, 14)


class KitchenScene:
    """The scene of one stage. Draws nothing but what moment and view say; changes neither.

    Plates fly up to the rail: draw the rail and the top bar before the scene.
    """

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        sprites = self._sprites = Sprites(kit)
        self._places = sprites.places
        plates = NamePlates(sprites)
        self._set = KitchenSet(kit, sprites.places)
        self._permits = Permits(sprites)
        self._cat = Cat(sprites)
        self._waiter = Waiter(sprites)
        self.chefs = Chefs(sprites)
        self._cells = Cells(sprites, plates)
        self._callouts = CallOuts(sprites)
        self._moods = Moods(sprites)
        self.effects = Effects(sprites)
        self._last: Moment | None = None

    def reset(self) -> None:
        """Another kitchen is looked at: forget everything that is under way."""
        for part in (self.chefs, self._cells, self._callouts, self._moods, self.effects):
            part.reset()
        self._waiter.reset()
        self._last = None

    def take_over(self, old: KitchenScene) -> None:
        """Go on where the scene of another size left off: nobody comes in anew."""
        self.chefs.take_over(old.chefs)
        self._cells.take_over(old._cells)
        self._callouts.take_over(old._callouts)
        self._moods.take_over(old._moods)
        self.effects.take_over(old.effects)
        self._waiter.take_over(old._waiter)
        self._cat.take_over(old._cat)
        self._last = old._last

    def forget(self) -> None:
        """Drop all pictures: this scene is about to be made anew."""
        self._sprites.clear()

    def warm(self, plans: Mapping[str, Sequence[PlanStep]], chefs: int) -> Iterator[None]:
        """Make what so many chefs need, and these dishes, before it is first shown."""
        yield from self.chefs.warm(1)
        yield from self._cells.warm(plans)
        yield from self.effects.warm(plans)
        yield from self._waiter.warm()
        yield from self._cat.warm()
        yield from self.chefs.warm(min(chefs, len(LOOKS)))

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        self._last = moment
        self.effects.follow(moment)
        self._waiter.follow(moment)
        self._cells.follow(moment)
        self.chefs.follow(moment, self.effects)
        hovered = self.order_at(moment.hover) if moment.hover is not None else None
        self._draw_room(surface, moment)
        self._draw_cells(surface, moment, hovered)
        self._draw_above(surface, moment, hovered)

    def _draw_room(self, surface: pygame.Surface, moment: Moment) -> None:
        self._set.draw(surface)
        self._permits.draw(surface, moment)
        self._waiter.draw(surface, moment)
        self._cat.draw(surface, moment.loop)
        self._cells.draw_glows(surface, moment)
        self.effects.draw_behind(surface, moment.wall)
        for row in range(places.ROWS):
            self.chefs.draw_row(surface, row, moment)

    def _draw_cells(self, surface: pygame.Surface, moment: Moment, hovered: int | None) -> None:
        for cell in range(places.CELLS):
            if hovered is not None and moment.view.worktop[cell] == hovered:
                self._draw_hover(surface, cell)
            self._cells.draw_vessel(surface, cell, moment)
            self._cells.draw_plate(surface, cell, moment)
        self.chefs.draw_arms(surface, moment)

    def _draw_above(self, surface: pygame.Surface, moment: Moment, hovered: int | None) -> None:
        self._callouts.draw(surface, moment, hovered, self._tips(moment))
        self._moods.draw(surface, self.chefs.heads(moment), moment)
        self.effects.draw(surface, moment.wall)

    def _tips(self, moment: Moment) -> Tips:
        """Where the call-outs point: at the vessels."""
        return {
            order.number: (self._places.hob_x(order.cell), self._tip_y(order.cell))
            for order in moment.view.open_orders.values()
            if order.cell is not None
        }

    def _tip_y(self, cell: int) -> float:
        return self._places.worktop(places.row(cell)) + TIP

    def _draw_hover(self, surface: pygame.Surface, cell: int) -> None:
        s = self._kit.stage
        x, y = self._places.left(cell), self._places.worktop(places.row(cell))
        line = s.line(2)
        grown = self._places.plate_grown
        plate = s.rect(x + 6 - grown / 2.0, y + 57, 160 + grown, 35)
        for area in (s.rect(x + 40, y - 2, 134, 48), plate):
            box = paint.box(area.size, s.px(9), HOVER_FACE, HOVER_EDGE, line)
            surface.blit(box, area)

    # -- clicks --------------------------------------------------------------------------------

    def target(self, pos: tuple[float, float]) -> TogglePick | None:
        """A click on a cell, its call-out or its name plate picks the order there."""
        order = self.order_at(pos)
        return TogglePick(order) if order is not None else None

    def order_at(self, pos: tuple[float, float]) -> int | None:
        """The order under a point in logical px, as last drawn."""
        if self._last is None:
            return None
        view = self._last.view
        for order in view.open_orders.values():
            kind = call_of(self._last, order) if order.cell is not None else None
            if kind in ("ready", "burning") and order.cell is not None:
                tip = self._places.hob_x(order.cell), self._tip_y(order.cell)
                if inside(self._callouts.box(tip), pos):
                    return order.number
        cell = self._places.cell_at(pos)
        return view.worktop[cell] if cell is not None else None
