"""Paints what a part of a dish stands in: its vessel, with its ring, flames, steam and smoke."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pygame

from kitchen.game.draw import palette as p
from kitchen.game.draw.ease import out_elastic
from kitchen.game.scene import rings
from kitchen.game.scene.fire import Fire
from kitchen.game.scene.floorplan import CART_SIZE, Floorplan, Site
from kitchen.game.scene.rings import Rings
from kitchen.game.scene.shaking import shake
from kitchen.game.scene.shown import SET_SECONDS, Shown, falls, set_down
from kitchen.game.scene.sprites import Sprites
from kitchen.game.scene.vesselfit import OVEN_GLASS_Y, RING_Y, TOPPING_FOOT, TOPPING_W, fit_of
from kitchen.game.signs.larder import Vessel
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.states import State
from kitchen.game.signs.vessels import vessels_of
from kitchen.sim.plan import PlanStep
from kitchen.sim.view.orderview import PartView

READY_SECONDS, READY_SQUASH = 0.35, 0.10
RATTLE_SECONDS, RATTLE_PX, RATTLE_HZ = 2.0, 1.0, 9.0  # wall seconds before the ring
TRIVET_W = 92.0  # of a burner that stands on the worktop

DULL: p.Colour = (0xA6, 0x8E, 0x84)
DULL_AROUND: p.Colour = (0xC8, 0xB6, 0xAC)
"""What spoilt food looks like: browner and darker, in grey too; and its vessel, if it is in one."""


class VesselPaint:
    """Paints vessels in the sizes of one stage."""

    def __init__(self, sprites: Sprites) -> None:
        self._sprites = sprites
        self._rings = Rings(sprites.kit)
        self._fire = Fire(sprites)

    def warm(self, plans: Mapping[str, Sequence[PlanStep]], floorplan: Floorplan) -> Iterator[None]:
        """Make the vessels of these dishes and the rings around them, in the sizes of that plan."""
        sites = floorplan.stations.values()
        board = floorplan.boards[0].size
        hobs = {site.size: None for site in sites if not site.oven}
        ovens = {site.size: None for site in sites if site.oven}
        for thing in vessels_of(plans):
            for size in ovens if thing.kind == "oven" else (*hobs, board):
                self._pictures(thing, size, 1.0, 1.0)
                yield
            if thing.topping is not None:
                self._pictures(thing, CART_SIZE, 1.0, 1.0)
                yield
        self._sprites.get("burner", TRIVET_W * board)
        for size in hobs:
            yield from self._fire.warm(size)
        for size in (*hobs, board):
            yield from self._rings.warm(rings.sized(rings.FLAT, size))
        for size in ovens:
            yield from self._rings.warm(rings.sized(rings.ROUND, size))

    def moves(self, shown: Shown, moment: Moment) -> bool:
        """It jolts, bounces, shakes or rattles: it is another picture in every frame."""
        if moment.wall - max(shown.set_since, shown.state_since) < max(SET_SECONDS, READY_SECONDS):
            return True
        return shown.state == "burning" or self._rattle(shown.standing.part, moment) != 0.0

    def draw(self, surface: pygame.Surface, shown: Shown, moment: Moment) -> None:
        standing, site, part = shown.standing, shown.standing.site, shown.standing.part
        thing, state = shown.thing, shown.state
        assert thing is not None
        if state == "burning" and not moment.calm:
            site = replace(site, x=site.x + shake(moment.wall - shown.state_since, moment.wall))
        oven = thing.kind == "oven"
        if thing.fire and not site.kind:
            trivet = self._sprites.get("burner", TRIVET_W * site.size)
            at = self._sprites.middle(trivet, site.x, site.y + RING_Y * site.size)
            surface.blit(trivet, at)
        if not oven and not site.cart:
            self._draw_ring(surface, site, shown, moment)
        squash = self._squash(shown, moment)
        dx = self._rattle(part, moment) if thing.fire else 0.0
        up = falls(moment.wall - shown.set_since) * moment.swing
        spoilt = standing.order.quality < 1.0
        self._draw_thing(surface, site, thing, dx, up, squash, spoilt)
        hot = state in ("cooking", "staring") and part.timer is not None
        if oven:
            self._draw_ring(surface, site, shown, moment)
        elif thing.fire and (hot or state == "burning"):
            self._fire.gas(surface, site, moment.loop)
        if hot and thing.fire and not oven:
            self._fire.steam(surface, site, thing, standing.order.number, moment.loop)
        if state == "burning":
            self._fire.burn(surface, site, thing, moment.loop)

    def _draw_thing(
        self,
        surface: pygame.Surface,
        site: Site,
        thing: Vessel,
        dx: float,
        up: float,
        squash: tuple[float, float],
        spoilt: bool,
    ) -> None:
        fit, y = fit_of(thing), site.y - up
        drawn, top = self._pictures(thing, site.size, *squash, spoilt=spoilt)
        at = self._sprites.foot(drawn, site.x + dx + fit.x * site.size, y + fit.foot * site.size)
        surface.blit(drawn, at)
        if top is not None:
            foot = y + TOPPING_FOOT[thing.art] * site.size
            surface.blit(top, self._sprites.foot(top, site.x + dx, foot))

    def _pictures(
        self, thing: Vessel, size: float, sx: float, sy: float, *, spoilt: bool = False
    ) -> tuple[pygame.Surface, pygame.Surface | None]:
        """The vessel, and what lies on it: that, if anything, looks spoilt."""
        get, fit = self._sprites.get, fit_of(thing)
        tone = DULL if spoilt else None
        around = DULL_AROUND if spoilt and thing.topping is None else None
        drawn = get(thing.art, fit.width * size, drop=thing.drop, sx=sx, sy=sy, tone=around)
        if thing.topping is None:
            return drawn, None
        return drawn, get(thing.topping, TOPPING_W[thing.art] * size, sx=sx, sy=sy, tone=tone)

    def _squash(self, shown: Shown, moment: Moment) -> tuple[float, float]:
        """A jolt when it becomes ready, a bounce when it has been put down."""
        age = moment.wall - shown.set_since
        if age < SET_SECONDS:
            return set_down(age, moment.swing)
        age = moment.wall - shown.state_since
        if shown.state == "ready" and age < READY_SECONDS:
            give = READY_SQUASH * moment.swing * (1.0 - out_elastic(age / READY_SECONDS))
            return 1.0 + give, 1.0 - give
        return 1.0, 1.0

    def _rattle(self, part: PartView, moment: Moment) -> float:
        if part.timer is None or part.timer.rang is not None or moment.paused:
            return 0.0
        left = part.timer.left(moment.now) / max(1e-9, moment.tempo)
        if not 0.0 < left < RATTLE_SECONDS:
            return 0.0
        return RATTLE_PX * math.sin(math.tau * RATTLE_HZ * moment.loop)

    def _draw_ring(
        self,
        surface: pygame.Surface,
        site: Site,
        shown: Shown,
        moment: Moment,
    ) -> None:
        oven = shown.thing is not None and shown.thing.kind == "oven"
        shape = rings.sized(rings.ROUND if oven else rings.FLAT, site.size)
        y = site.y + (OVEN_GLASS_Y if oven else RING_Y) * site.size
        ring = self._ring(shown.state, shape, shown.standing.part, moment)
        surface.blit(ring, self._sprites.middle(ring, site.x, y))

    def _ring(
        self, state: State | None, shape: rings.Shape, part: PartView, moment: Moment
    ) -> pygame.Surface:
        if state == "ready":
            return self._rings.dashes(shape, p.AMBER, rings.READY_DASHES)
        if state == "burning":
            turn = rings.TURN * moment.loop
            return self._rings.dashes(shape, p.RED, rings.BURNING_DASHES, turn)
        if state == "hands":
            left = max(0.0, part.hands_until - moment.now)
            share = left / max(1e-9, part.hands_until - part.since)
            return self._rings.draining(shape, p.MINT, share)
        if part.timer is not None:
            return self._rings.draining(shape, p.STEAM, part.timer.fraction_left(moment.now))
        return self._rings.draining(shape, p.STEAM, 0.0)
