"""The kitchen scene: composes set, chefs, dishes, carts, call-outs and effects, farthest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import TogglePick
from kitchen.game.scene.callouts import CallOuts, Tips
from kitchen.game.scene.carts import Carts
from kitchen.game.scene.cat import Cat
from kitchen.game.scene.chefs import Chefs
from kitchen.game.scene.cords import Cords
from kitchen.game.scene.dishes import Dishes
from kitchen.game.scene.effects import Effects
from kitchen.game.scene.kitchenset import KitchenSet
from kitchen.game.scene.lastorders import LastOrders
from kitchen.game.scene.looks import LOOKS
from kitchen.game.scene.lostsigns import LostSigns
from kitchen.game.scene.moods import Moods
from kitchen.game.scene.nameplate import NamePlates
from kitchen.game.scene.sprites import Sprites
from kitchen.game.scene.standing import Floor, Floors, Placed
from kitchen.game.scene.targets import Targets
from kitchen.game.scene.waiter import Waiter
from kitchen.game.signs.moment import Moment
from kitchen.sim.plan import PlanStep

MARK = 13.0  # logical px: a hand and a flag stick out of a call-out by so much
CHEF_HALF = 26.0  # logical px: half of what a chef in the aisle hides
HOVER_EDGE: p.Rgba = (0xFF, 0xF3, 0xDC, 190)
HOVER_FACE: p.Rgba = (0xFF, 0xF3, 0xDC, 14)


class KitchenScene:
    """The scene of one stage. Draws nothing but what moment and view say; changes neither.

    Plates fly up to the rail: draw the rail and the top bar before the scene. With ``boards`` the
    kitchen is of one row (see `Places`).
    """

    def __init__(self, kit: Kit, boards: int | None = None) -> None:
        self._kit = kit
        sprites = self._sprites = Sprites(kit, boards)
        plates = NamePlates(sprites)
        self._floors = Floors(sprites.places)
        self._set = KitchenSet(kit, sprites.places)
        self._last_orders = LastOrders(kit)
        self._cat = Cat(sprites)
        self._waiter = Waiter(sprites)
        self.chefs = Chefs(sprites)
        self._dishes = Dishes(sprites, plates)
        self._carts = Carts(sprites)
        self._cords = Cords(kit)
        self._callouts = CallOuts(sprites)
        self._moods = Moods(sprites)
        self.effects = Effects(sprites)
        self._lost = LostSigns(sprites)
        self._last: Moment | None = None
        self._found: Targets | None = None

    def reset(self) -> None:
        """Another kitchen is looked at: forget everything that is under way."""
        for part in (self.chefs, self._dishes, self._callouts, self._moods, self.effects,
                     self._lost):  # fmt: skip
            part.reset()
        self._waiter.reset()
        self._last = None

    def take_over(self, old: KitchenScene) -> None:
        """Go on where the scene of another size left off: nobody comes in anew."""
        self.chefs.take_over(old.chefs)
        self._dishes.take_over(old._dishes)
        self._callouts.take_over(old._callouts)
        self._moods.take_over(old._moods)
        self.effects.take_over(old.effects)
        self._lost.take_over(old._lost)
        self._waiter.take_over(old._waiter)
        self._cat.take_over(old._cat)
        self._last_orders.take_over(old._last_orders)
        self._last = old._last

    def forget(self) -> None:
        """Drop all pictures: this scene is about to be made anew."""
        self._sprites.clear()

    def warm(
        self, plans: Mapping[str, Sequence[PlanStep]], chefs: int, stations: Mapping[str, int]
    ) -> Iterator[None]:
        """Make what so many chefs need, and these dishes at so many stations, before it is first
        shown."""
        yield from self.chefs.warm(1)
        yield from self._dishes.warm(plans, self._floors.plan(tuple(stations.items())))
        yield from self.effects.warm(plans)
        yield from self._waiter.warm()
        yield from self._cat.warm()
        yield from self._moods.warm()
        yield from self.chefs.warm(min(chefs, len(LOOKS)))

    def floor(self, moment: Moment) -> Floor:
        """Where everything stands at a moment."""
        return self._floors.of(moment)

    def _targets(self, moment: Moment) -> Targets:
        floor = self.floor(moment)
        if self._found is None or self._found.floor is not floor:
            self._found = Targets(moment, floor, self._callouts.box)
        return self._found

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        self._last = moment
        targets = self._targets(moment)
        floor = targets.floor
        self.effects.follow(moment, floor, self._dishes)
        self._lost.follow(moment, floor, self._dishes)
        self._dishes.follow(moment, floor)
        self.chefs.follow(moment, floor, self.effects)
        self._dishes.trace(moment, self.chefs.before)
        self._waiter.follow(moment, self._hidden(targets))
        hovered = targets.at(moment.hover) if moment.hover is not None else None
        self._set.draw(surface, floor.plan)
        self._last_orders.draw(surface, moment)
        self._draw_fire_line(surface, moment, floor, hovered)
        self._draw_aisle(surface, moment, floor, hovered)
        self._draw_worktop(surface, moment, floor, hovered)
        self._draw_above(surface, moment, targets.tips, hovered)

    def _draw_fire_line(
        self, surface: pygame.Surface, moment: Moment, floor: Floor, hovered: int | None
    ) -> None:
        self._dishes.draw_glows(surface)
        self.chefs.draw(surface, moment, in_front=False)
        self._draw_hover(surface, floor.fire_line, hovered)
        self._dishes.draw_vessels(surface, floor.fire_line)
        self._cords.draw(surface, floor)
        self._dishes.draw_plates(surface, moment, floor)
        self.chefs.draw_arms(surface, moment, in_front=False)

    def _draw_aisle(
        self, surface: pygame.Surface, moment: Moment, floor: Floor, hovered: int | None
    ) -> None:
        """The carts farther back in a line are drawn first, those who walk before them last."""
        self._waiter.draw(surface, moment)
        hiding = [*self.chefs.in_aisle(), self._cat.x]
        self._carts.draw_floor(surface, floor, hiding)
        self._cat.draw(surface, moment.loop)
        self.effects.draw_behind(surface, moment.wall)
        for standing in floor.aisle:
            self._carts.draw(surface, standing.site)
            self._draw_hover(surface, [standing], hovered)
            self._dishes.draw_vessels(surface, [standing])
            self._dishes.draw_plate(surface, standing)
        self.chefs.draw(surface, moment, in_front=True)

    def _draw_worktop(
        self, surface: pygame.Surface, moment: Moment, floor: Floor, hovered: int | None
    ) -> None:
        self._draw_hover(surface, floor.worktop, hovered)
        self._dishes.draw_vessels(surface, floor.worktop)
        self.chefs.draw_arms(surface, moment, in_front=True)

    def _draw_above(
        self, surface: pygame.Surface, moment: Moment, tips: Tips, hovered: int | None
    ) -> None:
        self._callouts.draw(surface, moment, hovered, tips)
        self._moods.draw(surface, self.chefs.heads(moment), moment)
        self._lost.draw(surface, moment)
        self.effects.draw(surface, moment.wall)

    def _hidden(self, targets: Targets) -> list[tuple[float, float]]:
        """From where to where chefs, carts and call-outs hide who stands in the aisle."""
        chefs = [(x - CHEF_HALF, x + CHEF_HALF) for x in self.chefs.in_aisle()]
        return targets.hiding + chefs

    def _draw_hover(
        self, surface: pygame.Surface, standings: Sequence[Placed], hovered: int | None
    ) -> None:
        """A frame around the plates of the order that is pointed at."""
        for standing in standings:
            if standing.order.number == hovered:
                x, y, w, h = standing.site.plate
                area = self._kit.stage.rect(x - 2.0, y - 2.0, w + 4.0, h + 5.0)
                line = self._kit.stage.line(2)
                radius = self._kit.stage.px(9)
                frame = paint.box(area.size, radius, HOVER_FACE, HOVER_EDGE, line)
                surface.blit(frame, area)

    def box_of(self, order: int) -> Box | None:
        """Around a dish as last drawn: what stands there, its plate, and its call-out if it has
        one."""
        seen = self._last.view.open_orders.get(order) if self._last is not None else None
        if self._last is None or seen is None:
            return None
        targets = self._targets(self._last)
        standing = targets.floor.leading(seen)
        if standing is None:
            return None
        x, y, w, h = standing.site.around
        call = targets.box(order)
        if call is None or not targets.calls(order):
            return x, y, w, h
        a, b, wide, _ = call
        left, top, right = min(x, a - MARK), b - MARK, max(x + w, a + wide + MARK)
        return left, top, right - left, y + h - top

    def boxes_of(self, order: int) -> list[Box]:
        """All that there is of a dish, as last drawn: its places, and where its call-out is."""
        if self._last is None or order not in self._last.view.open_orders:
            return []
        targets = self._targets(self._last)
        places = [standing.site.around for standing in targets.floor.of(order)]
        call = targets.box(order)
        return [*places, call] if call is not None else places

    # -- clicks --------------------------------------------------------------------------------

    def target(self, pos: tuple[float, float]) -> TogglePick | None:
        """A click on a dish, its call-out or its plate picks the order there."""
        order = self.order_at(pos)
        return TogglePick(order) if order is not None else None

    def order_at(self, pos: tuple[float, float]) -> int | None:
        """The order under a point in logical px, as last drawn: what is nearer comes first."""
        if self._last is None:
            return None
        return self._targets(self._last).at(pos)
