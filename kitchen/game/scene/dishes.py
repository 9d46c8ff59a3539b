"""The dishes: every part of them in its vessel, with its ring, flames, steam and smoke."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.ease import out_back, out_elastic
from kitchen.game.scene import rings
from kitchen.game.scene.fire import Fire
from kitchen.game.scene.floorplan import BOARD_SIZE, CART_SIZE, HOB_SIZE, OVEN_SIZE, Site
from kitchen.game.scene.nameplate import NamePlates, Plate, plate_of
from kitchen.game.scene.rings import Rings
from kitchen.game.scene.shaking import shake
from kitchen.game.scene.shown import SET_SECONDS, Shown, falls, set_down
from kitchen.game.scene.sprites import Sprites
from kitchen.game.scene.standing import Floor, Placed
from kitchen.game.scene.vesselfit import OVEN_GLASS_Y, RING_Y, TOPPING_FOOT, TOPPING_W, fit_of
from kitchen.game.signs.larder import Vessel
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.states import State
from kitchen.game.signs.tables import figure
from kitchen.game.signs.vessels import icon, on_cart, vessel, vessels_of
from kitchen.sim import facts as f
from kitchen.sim.plan import PlanStep
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView, PartView

READY_SECONDS, READY_SQUASH = 0.35, 0.10
GLOW_RADIUS, GLOW_LOW, GLOW_HIGH, GLOW_HZ = 96.0, 0.45, 0.65, 1.0
GLOW_UP = 26.0  # its middle, above the burner
GLOW_ON, GLOW_OFF, GLOW_STEP = 0.2, 0.15, 0.025  # seconds to come and to go; steps of strength
RATTLE_SECONDS, RATTLE_PX, RATTLE_HZ = 2.0, 1.0, 9.0  # wall seconds before the ring
SERVED_SECONDS = 2.4  # a served dish's plate stays, unless its place is needed
SERVED_FADE = 0.3
CHECK_SECONDS, CHECK_FADE = 0.32, 0.9
SHORT_W = 34.0  # of a plate with a number alone
TRIVET_W = 92.0  # of a burner that stands on the worktop

DULL: p.Colour = (0xA6, 0x8E, 0x84)
DULL_AROUND: p.Colour = (0xC8, 0xB6, 0xAC)
"""What spoilt food looks like: browner and darker, in grey too; and its vessel, if it is in one."""
AMBER_LIGHT: p.Colour = (0xFF, 0xC4, 0x48)
RED_LIGHT: p.Colour = (0xFF, 0x40, 0x48)

Key = tuple[int, int, str, str]


@dataclass(frozen=True, slots=True)
class ServedPlate:
    """Where a dish was served, and since when by the wall clock."""

    site: tuple[str, int, bool]
    """The key of its site, which is the same in every size of window."""
    plate: Plate
    since: float


class Dishes:
    """All that stands on the floor: `follow` once a frame, then what the scene asks for."""

    def __init__(self, sprites: Sprites, plates: NamePlates) -> None:
        self._sprites, self._plates = sprites, plates
        self._kit = sprites.kit
        self._places = sprites.places
        self._rings = Rings(sprites.kit)
        self._fire = Fire(sprites)
        self.reset()

    def reset(self) -> None:
        self._shown: dict[Key, Shown] = {}
        self._served: list[ServedPlate] = []
        self._sites: dict[int, Site] = {}
        self._parts: dict[tuple[int, int], Site] = {}
        self._fresh = True

    def take_over(self, old: Dishes) -> None:
        """Go on where those of another size left off."""
        self._shown, self._fresh = old._shown, old._fresh
        self._served, self._sites, self._parts = old._served, old._sites, old._parts

    def stood(self, order: int, part: int | None = None) -> Site | None:
        """Where a dish, or a part of it, stood last; it may be gone by now."""
        return self._sites.get(order) if part is None else self._parts.get((order, part))

    def follow(self, moment: Moment, floor: Floor) -> None:
        """See what has changed since the last frame."""
        wall = moment.wall
        self._see_served(moment, floor)
        shown = {}
        for standing in floor.standings:
            key = _key(standing)
            shown[key] = self._shown.get(key) or Shown()
            self._see(shown[key], standing, moment)
        self._shown, self._fresh = shown, False
        taken = floor.taken
        self._served = [
            one for one in self._served
            if wall - one.since < SERVED_SECONDS and one.site[:2] not in taken
        ]  # fmt: skip
        self._sites = {standing.order.number: standing.site for standing in floor.standings}
        self._parts = {(s.order.number, s.part.number): s.site for s in floor.standings}

    def _see_served(self, moment: Moment, floor: Floor) -> None:
        for fact in moment.facts:
            if isinstance(fact, f.Served) and (site := self._sites.get(fact.order)) is not None:
                order = moment.view.orders[fact.order]
                plate = Plate(figure(order), "Served", "done", "", icon(order.dish))
                if not site.cart:
                    self._served.append(ServedPlate(site.key, plate, moment.wall))

    def _see(self, shown: Shown, standing: Placed, moment: Moment) -> None:
        wall = -1e9 if self._fresh else moment.wall
        state, thing = standing.state, _thing(moment.view, standing)
        if state != shown.state:
            shown.state, shown.state_since = state, wall
        if shown.thing is None or thing.art != shown.thing.art:
            shown.set_since = wall
        shown.thing = thing
        light = {"ready": AMBER_LIGHT, "burning": RED_LIGHT}.get(state)
        if (light is not None) != shown.lit:
            shown.lit, shown.lit_since = light is not None, wall
        shown.light = light or shown.light

    def warm(self, plans: Mapping[str, Sequence[PlanStep]]) -> Iterator[None]:
        """Make the vessels of these dishes and the rings around them."""
        for thing in vessels_of(plans):
            sizes = (OVEN_SIZE,) if thing.kind == "oven" else (HOB_SIZE, BOARD_SIZE)
            for size in sizes:
                self._pictures(thing, size, 1.0, 1.0)
                yield
            if thing.topping is not None:
                self._pictures(thing, CART_SIZE, 1.0, 1.0)
                yield
        for colour in (AMBER_LIGHT, RED_LIGHT):
            paint.glow(self._kit.stage.px(GLOW_RADIUS), colour)
            yield
        self._sprites.get("burner", TRIVET_W * BOARD_SIZE)
        yield from self._fire.warm(HOB_SIZE)
        for size in (HOB_SIZE, BOARD_SIZE):
            yield from self._rings.warm(rings.sized(rings.FLAT, size))
        yield from self._rings.warm(rings.sized(rings.ROUND, OVEN_SIZE))

    # -- layers --------------------------------------------------------------------------------

    def draw_glows(self, surface: pygame.Surface, moment: Moment, floor: Floor) -> None:
        """Light around what is ready or burns."""
        for standing in floor.standings:
            strength = self._glow_strength(self._shown[_key(standing)], moment)
            if strength > 0.0:
                site = standing.site
                glow = self._glow(self._shown[_key(standing)].light, strength, site.size)
                self._clip(surface, site)
                at = self._sprites.middle(glow, site.x, site.y + (RING_Y - GLOW_UP) * site.size)
                surface.blit(glow, at, None, pygame.BLEND_RGB_ADD)
        surface.set_clip(None)

    def _clip(self, surface: pygame.Surface, site: Site) -> None:
        """A light reaches to the edge of the counter before it."""
        place = self._places
        top, bottom = (
            (place.aisle_top, place.bottom) if site.front else (place.top, place.aisle_top)
        )
        surface.set_clip(self._kit.stage.rect(0, top, place.width, bottom - top))

    def _glow_strength(self, shown: Shown, moment: Moment) -> float:
        """Breathing; it takes a moment to come and to go. It may have changed in a picture of
        later, which was made to lie under a menu."""
        age = max(0.0, moment.wall - shown.lit_since)
        share = min(1.0, age / GLOW_ON) if shown.lit else max(0.0, 1.0 - age / GLOW_OFF)
        phase = 0.0 if moment.calm else math.sin(math.tau * GLOW_HZ * age)
        level = GLOW_LOW + (GLOW_HIGH - GLOW_LOW) * (0.5 + 0.5 * phase)
        return round(level * share / GLOW_STEP) * GLOW_STEP

    def _glow(self, colour: p.Colour, strength: float, size: float) -> pygame.Surface:
        """One ramp for each colour, and from it all its strengths."""
        radius = self._kit.stage.px(GLOW_RADIUS * size)

        def make() -> pygame.Surface:
            glow = paint.glow(radius, colour).copy()
            light = round(255 * strength)
            glow.fill((light, light, light), None, pygame.BLEND_RGB_MULT)
            return glow

        return self._sprites.composed(f"glow {colour} {radius} {strength:.3f}", make)

    def draw_vessels(
        self, surface: pygame.Surface, moment: Moment, standings: Iterable[Placed]
    ) -> None:
        for standing in standings:
            self._draw_vessel(surface, standing, moment)

    def draw_plates(self, surface: pygame.Surface, moment: Moment, floor: Floor) -> None:
        """The plates of all that stand on a counter, and of what was served there."""
        for standing in floor.standings:
            if not standing.site.cart:
                self.draw_plate(surface, standing, moment)
        for served in self._served:
            if (site := floor.site(served.site)) is not None:
                self._draw_served(surface, site, served.plate, moment.wall - served.since)

    def _draw_served(self, surface: pygame.Surface, site: Site, plate: Plate, age: float) -> None:
        fade = min(1.0, max(0.0, (SERVED_SECONDS - age) / SERVED_FADE))
        self._plates.draw(surface, site.plate, plate, fade)
        self._draw_check(surface, site, age)

    def draw_plate(
        self, surface: pygame.Surface, standing: Placed, moment: Moment, *, short: bool = False
    ) -> None:
        """``short``: the number alone, where a chef stands before the rest."""
        plate = plate_of(standing, moment.now, moment.grain, moment.view.menu)
        x, y, w, h = standing.site.plate
        self._plates.draw(surface, (x, y, min(w, SHORT_W) if short else w, h), plate)

    # -- what stands there ---------------------------------------------------------------------

    def _draw_vessel(self, surface: pygame.Surface, standing: Placed, moment: Moment) -> None:
        shown, site, part = self._shown[_key(standing)], standing.site, standing.part
        thing, state = shown.thing, shown.state
        assert thing is not None
        if state == "burning" and not moment.calm:
            site = replace(site, x=site.x + shake(moment.wall - max(0.0, shown.state_since)))
        oven = thing.kind == "oven"
        if thing.fire and not site.kind:
            trivet = self._sprites.get("burner", TRIVET_W * site.size)
            at = self._sprites.middle(trivet, site.x, site.y + RING_Y * site.size)
            surface.blit(trivet, at)
        if not oven and not site.cart:
            self._draw_ring(surface, standing, site, shown, moment)
        squash = self._squash(shown, moment)
        dx = self._rattle(part, moment) if thing.fire else 0.0
        up = falls(moment.wall - shown.set_since) * moment.swing
        spoilt = standing.order.quality < 1.0
        self._draw_thing(surface, site, thing, dx, up, squash, spoilt)
        hot = state in ("cooking", "staring") and part.timer is not None
        if oven:
            self._draw_ring(surface, standing, site, shown, moment)
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
        standing: Placed,
        site: Site,
        shown: Shown,
        moment: Moment,
    ) -> None:
        oven = shown.thing is not None and shown.thing.kind == "oven"
        shape = rings.sized(rings.ROUND if oven else rings.FLAT, site.size)
        y = site.y + (OVEN_GLASS_Y if oven else RING_Y) * site.size
        ring = self._ring(shown.state, shape, standing.part, moment)
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

    def _draw_check(self, surface: pygame.Surface, site: Site, age: float) -> None:
        """A check mark pops up where it stood, and fades."""
        if not 0.0 <= age < CHECK_FADE:
            return
        scale = out_back(min(1.0, age / CHECK_SECONDS))
        fade = min(1.0, (CHECK_FADE - age) / (CHECK_FADE - CHECK_SECONDS))
        check = self._sprites.get("check", 40.0 * site.size, sx=scale, sy=scale, alpha=fade)
        y = site.y + RING_Y * site.size - 6.0 - 8.0 * age
        surface.blit(check, self._sprites.middle(check, site.x, y))


def _key(standing: Placed) -> Key:
    where = standing.where
    return where.order, where.part, where.on, where.kind


def _thing(view: KitchenView, standing: Placed) -> Vessel:
    order: OrderView = standing.order
    if standing.site.cart:
        return on_cart(order)
    return vessel(view, order, standing.part, standing.site.kind or None)
