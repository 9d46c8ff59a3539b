"""A station's cell: vessel, ring, flames, steam and smoke, and the name plate below."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.ease import out_back, out_elastic
from kitchen.game.scene import places, rings
from kitchen.game.scene.fire import Fire
from kitchen.game.scene.nameplate import NamePlates, Plate, plate_of
from kitchen.game.scene.rings import Rings
from kitchen.game.scene.shown import (
    SET_SECONDS,
    SIDE_SCALE,
    SIDE_UP,
    SIDE_X,
    Shown,
    between,
    falls,
    front_share,
    note,
    set_down,
)
from kitchen.game.scene.sprites import Sprites
from kitchen.game.scene.vesselfit import FITS, OVEN_GLASS_Y, TOPPING_FOOT, TOPPING_W, fit_of
from kitchen.game.signs.focus import focus, state_of
from kitchen.game.signs.larder import Vessel
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.states import State
from kitchen.game.signs.tables import figure
from kitchen.game.signs.vessels import vessels, vessels_of
from kitchen.sim import facts as f
from kitchen.sim.plan import PlanStep
from kitchen.sim.view.orderview import OrderView

READY_SECONDS, READY_SQUASH = 0.35, 0.10
GLOW_RADIUS, GLOW_LOW, GLOW_HIGH, GLOW_HZ = 114.0, 0.45, 0.65, 1.0
GLOW_UP = 30.0  # its middle, above the burner
GLOW_ON, GLOW_OFF, GLOW_STEP = 0.2, 0.15, 0.025  # seconds to come and to go; steps of strength
RATTLE_SECONDS, RATTLE_PX, RATTLE_HZ = 2.0, 1.0, 9.0  # wall seconds before the ring
SERVED_SECONDS = 2.4  # a served dish's plate stays, unless its cell is needed
SERVED_FADE = 0.3
CHECK_SECONDS, CHECK_FADE = 0.32, 0.9

AMBER_LIGHT: p.Colour = (0xFF, 0xC4, 0x48)
RED_LIGHT: p.Colour = (0xFF, 0x40, 0x48)


class Cells:
    """All cells: `follow` once a frame, then glows, vessels, plates in the scene's order."""

    def __init__(self, sprites: Sprites, plates: NamePlates) -> None:
        self._sprites, self._plates = sprites, plates
        self._kit = sprites.kit
        self._places = sprites.places
        self._rings = Rings(sprites.kit)
        self._fire = Fire(sprites)
        self.reset()

    def reset(self) -> None:
        self._shown = [Shown() for _ in range(places.CELLS)]
        self._fresh = True

    def take_over(self, old: Cells) -> None:
        """Go on where the cells of another size left off."""
        self._shown, self._fresh = old._shown, old._fresh

    def follow(self, moment: Moment) -> None:
        """See what has changed since the last frame."""
        wall = moment.wall
        for fact in moment.facts:
            if isinstance(fact, f.Served):
                order = moment.view.orders[fact.order]
                if order.cell is not None:
                    shown = self._shown[order.cell]
                    shown.served = Plate(figure(order), "Served", "done", "")
                    shown.served_since = wall
        for cell, shown in enumerate(self._shown):
            order_ = _order_at(moment, cell)
            number = order_.number if order_ is not None else None
            state = state_of(order_) if order_ is not None else None
            if (number, state) != (shown.number, shown.state):
                shown.state_since = -1e9 if self._fresh else wall
            shown.number, shown.state = number, state
            light = {"ready": AMBER_LIGHT, "burning": RED_LIGHT}.get(state or "")
            if (light is not None) != shown.lit:
                shown.lit, shown.lit_since = light is not None, -1e9 if self._fresh else wall
            shown.light = light or shown.light
            if number is not None or wall - shown.served_since > SERVED_SECONDS:
                shown.served = None
        self._fresh = False

    def warm(self, plans: Mapping[str, Sequence[PlanStep]]) -> Iterator[None]:
        """Make the vessels of these dishes and the rings around them."""
        for thing in vessels_of(plans):
            fit = fit_of(thing)
            self._sprites.get(thing.art, fit.width, drop=thing.drop)
            if thing.topping is not None:
                self._sprites.get(thing.topping, TOPPING_W[thing.art])
            yield
        for colour in (AMBER_LIGHT, RED_LIGHT):
            paint.glow(self._kit.stage.px(GLOW_RADIUS), colour)
            yield
        yield from self._fire.warm()
        yield from self._rings.warm()

    # -- layers --------------------------------------------------------------------------------

    def draw_glows(self, surface: pygame.Surface, moment: Moment) -> None:
        """Light on the wall around what is ready or burns."""
        for cell, shown in enumerate(self._shown):
            strength = self._glow_strength(shown, moment)
            if strength <= 0.0:
                continue
            glow = self._glow(shown.light, strength)
            x, y = self._places.hob(cell)
            top = self._places.row_top(places.row(cell))
            surface.set_clip(self._kit.stage.rect(0, top, self._places.width, self._places.row_h))
            at = self._sprites.middle(glow, x, y - GLOW_UP)
            surface.blit(glow, at, None, pygame.BLEND_RGB_ADD)
        surface.set_clip(None)

    def _glow_strength(self, shown: Shown, moment: Moment) -> float:
        """Breathing; it takes a moment to come and to go."""
        age = moment.wall - shown.lit_since
        share = min(1.0, age / GLOW_ON) if shown.lit else max(0.0, 1.0 - age / GLOW_OFF)
        phase = 0.0 if moment.calm else math.sin(math.tau * GLOW_HZ * age)
        level = GLOW_LOW + (GLOW_HIGH - GLOW_LOW) * (0.5 + 0.5 * phase)
        return round(level * share / GLOW_STEP) * GLOW_STEP

    def _glow(self, colour: p.Colour, strength: float) -> pygame.Surface:
        """One ramp for each colour, and from it all its strengths."""

        def make() -> pygame.Surface:
            glow = paint.glow(self._kit.stage.px(GLOW_RADIUS), colour).copy()
            light = round(255 * strength)
            glow.fill((light, light, light), None, pygame.BLEND_RGB_MULT)
            return glow

        return self._sprites.composed(f"glow {colour} {strength:.3f}", make)

    def draw_vessel(self, surface: pygame.Surface, cell: int, moment: Moment) -> None:
        """The hob and what stands on it."""
        shown, order = self._shown[cell], _order_at(moment, cell)
        if order is None:
            shown.things = ()
            self._draw_check(surface, cell, moment.wall - shown.served_since)
            return
        things = vessels(moment.view, order)
        note(shown, things, moment.wall)
        if not things or things[0].kind != "oven":
            self._draw_ring(surface, cell, order, moment, oven=False)
        front = front_share(shown, moment)
        if front < 0.5 and things:  # it is still behind the other
            self._draw_main(surface, cell, things[0], order, moment, front)
        for thing in things[1:]:
            self._draw_side(surface, cell, thing, moment, 1.0 - front)
        if front >= 0.5 and things:
            self._draw_main(surface, cell, things[0], order, moment, front)

    def draw_plate(self, surface: pygame.Surface, cell: int, moment: Moment) -> None:
        shown, order = self._shown[cell], _order_at(moment, cell)
        if order is not None:
            plate = plate_of(order, moment.now, moment.grain, moment.view.menu)
            self._plates.draw(surface, cell, plate)
        elif shown.served is not None:
            left = SERVED_SECONDS - (moment.wall - shown.served_since)
            self._plates.draw(surface, cell, shown.served, min(1.0, max(0.0, left / SERVED_FADE)))

    # -- what stands there ---------------------------------------------------------------------

    def _draw_side(
        self, surface: pygame.Surface, cell: int, thing: Vessel, moment: Moment, front: float
    ) -> None:
        """The second vessel; ``front``: how far it still is from its place, 1 to 0."""
        shown = self._shown[cell]
        if shown.swap_since <= shown.side_since or front <= 0.0:
            squash = set_down(moment.wall - shown.side_since, moment.swing)
            self._draw_thing(surface, cell, thing, SIDE_X, SIDE_UP, SIDE_SCALE, squash)
        else:
            self._draw_thing(surface, cell, thing, *between(front), (1.0, 1.0))

    def _draw_main(
        self,
        surface: pygame.Surface,
        cell: int,
        thing: Vessel,
        order: OrderView,
        moment: Moment,
        front: float,
    ) -> None:
        """The first vessel; ``front``: how far it has come from the second one's place, 0 to 1."""
        if front < 1.0:
            self._draw_thing(surface, cell, thing, *between(front), (1.0, 1.0))
            return
        state = self._shown[cell].state
        squash = self._squash(self._shown[cell], moment)
        dx = self._rattle(order, moment) if thing.fire else 0.0
        up = falls(moment.wall - self._shown[cell].main_since) * moment.swing
        self._draw_thing(surface, cell, thing, dx, up, 1.0, squash)
        if thing.kind == "oven":
            self._draw_ring(surface, cell, order, moment, oven=True)
        elif thing.fire and state in ("cooking", "staring", "burning"):
            self._fire.gas(surface, cell, moment.loop)
        if state in ("cooking", "staring") and thing.fire and thing.kind != "oven":
            self._fire.steam(surface, cell, thing, order.number, moment.loop)
        if state == "burning":
            self._fire.burn(surface, cell, thing, moment.loop)

    def _draw_thing(
        self,
        surface: pygame.Surface,
        cell: int,
        thing: Vessel,
        dx: float,
        up: float,
        scale: float,
        squash: tuple[float, float],
    ) -> None:
        fit = fit_of(thing)
        x, y = self._places.hob_x(cell) + dx, self._places.worktop(places.row(cell)) - up
        size, (sx, sy) = scale, squash
        if scale not in (1.0, SIDE_SCALE):  # on its way: no size of its own is worth drawing
            size, sx, sy = 1.0, sx * scale, sy * scale
        drawn = self._sprites.get(thing.art, fit.width * size, drop=thing.drop, sx=sx, sy=sy)
        surface.blit(drawn, self._sprites.foot(drawn, x + fit.x * scale, y + fit.foot))
        if thing.topping is not None:
            top = self._sprites.get(thing.topping, TOPPING_W[thing.art] * size, sx=sx, sy=sy)
            foot = y + fit.foot - (fit.foot - TOPPING_FOOT[thing.art]) * scale
            surface.blit(top, self._sprites.foot(top, x, foot))

    def _squash(self, shown: Shown, moment: Moment) -> tuple[float, float]:
        """A jolt when it becomes ready, a bounce when it has been put down."""
        age = moment.wall - shown.main_since
        if age < SET_SECONDS:
            return set_down(age, moment.swing)
        age = moment.wall - shown.state_since
        if shown.state == "ready" and age < READY_SECONDS:
            give = READY_SQUASH * moment.swing * (1.0 - out_elastic(age / READY_SECONDS))
            return 1.0 + give, 1.0 - give
        return 1.0, 1.0

    def _rattle(self, order: OrderView, moment: Moment) -> float:
        part = focus(order)
        if part is None or part.timer is None or part.timer.rang is not None or moment.paused:
            return 0.0
        left = part.timer.left(moment.now) / max(1e-9, moment.tempo)
        if not 0.0 < left < RATTLE_SECONDS:
            return 0.0
        return RATTLE_PX * math.sin(math.tau * RATTLE_HZ * moment.loop)

    def _draw_ring(
        self, surface: pygame.Surface, cell: int, order: OrderView, moment: Moment, *, oven: bool
    ) -> None:
        state = self._shown[cell].state
        shape = rings.ROUND if oven else rings.FLAT
        x, y = self._places.hob(cell)
        if oven:  # it sits on the oven, also while that is squashed
            foot = FITS["oven"].foot
            high = self._squash(self._shown[cell], moment)[1]
            y = -falls(moment.wall - self._shown[cell].main_since) * moment.swing
            y += self._places.worktop(places.row(cell)) + foot - (foot - OVEN_GLASS_Y) * high
        ring = self._ring(state, shape, order, moment)
        if ring is not None:
            surface.blit(ring, self._sprites.middle(ring, x, y))

    def _ring(
        self, state: State | None, shape: rings.Shape, order: OrderView, moment: Moment
    ) -> pygame.Surface | None:
        if state == "ready":
            return self._rings.dashes(shape, p.AMBER, rings.READY_DASHES)
        if state == "burning":
            turn = rings.TURN * moment.loop
            return self._rings.dashes(shape, p.RED, rings.BURNING_DASHES, turn)
        part = focus(order)
        if part is None:
            return None
        if state == "hands":
            left = max(0.0, part.hands_until - moment.now)
            share = left / max(1e-9, part.hands_until - part.since)
            return self._rings.draining(shape, p.MINT, share)
        if part.timer is not None:
            return self._rings.draining(shape, p.STEAM, part.timer.fraction_left(moment.now))
        return self._rings.draining(shape, p.STEAM, 0.0)

    def _draw_check(self, surface: pygame.Surface, cell: int, age: float) -> None:
        """A check mark pops up on the bare hob and fades."""
        if not 0.0 <= age < CHECK_FADE:
            return
        scale = out_back(min(1.0, age / CHECK_SECONDS))
        fade = min(1.0, (CHECK_FADE - age) / (CHECK_FADE - CHECK_SECONDS))
        check = self._sprites.get("check", 40.0, sx=scale, sy=scale, alpha=fade)
        x, y = self._places.hob(cell)
        surface.blit(check, self._sprites.middle(check, x, y - 6.0 - 8.0 * age))


def _order_at(moment: Moment, cell: int) -> OrderView | None:
    number = moment.view.worktop[cell]
    return moment.view.orders[number] if number is not None else None
