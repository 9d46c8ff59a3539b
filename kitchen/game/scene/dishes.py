"""The dishes: every part of them in its vessel, with its light and its plate."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.ease import out_back
from kitchen.game.draw.tracing import lay
from kitchen.game.scene.floorplan import Floorplan, Site
from kitchen.game.scene.nameplate import NamePlates, Plate, plate_of
from kitchen.game.scene.shown import Shown
from kitchen.game.scene.sprites import Sprites
from kitchen.game.scene.standing import Floor, Placed
from kitchen.game.scene.vesselfit import RING_Y
from kitchen.game.scene.vesselpaint import VesselPaint
from kitchen.game.signs.larder import Vessel
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.states import State
from kitchen.game.signs.tables import figure
from kitchen.game.signs.vessels import icon, on_cart, vessel
from kitchen.sim import facts as f
from kitchen.sim.plan import PlanStep
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView

GLOW_RADIUS, GLOW_LOW, GLOW_HIGH, GLOW_HZ = 96.0, 0.45, 0.65, 1.0
GLOW_UP = 26.0  # its middle, above the burner
GLOW_ON, GLOW_OFF, GLOW_STEP = 0.2, 0.15, 0.025  # seconds to come and to go; steps of strength
STILL: tuple[State, ...] = ("blocked", "done")
"""What looks the same until something happens to it."""
SERVED_SECONDS = 2.4  # a served dish's plate stays, unless its place is needed
SERVED_FADE = 0.3
CHECK_SECONDS, CHECK_FADE, CHECK_W = 0.32, 0.9, 40.0
SHORT_W = 34.0  # of a plate with a number alone

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
    """All that stands on the floor: `follow` and `trace` once a frame, then the layers.

    Every part of a dish is traced: drawn anew in every frame while it moves, at once where it has
    changed, and else in turns. What bubbles and drains there takes a few pictures a second.
    """

    def __init__(self, sprites: Sprites, plates: NamePlates) -> None:
        self._sprites, self._plates = sprites, plates
        self._kit = sprites.kit
        self._places = sprites.places
        self._paint = VesselPaint(sprites)
        self.reset()

    def reset(self) -> None:
        self._floor: Floor | None = None
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

    # -- following -----------------------------------------------------------------------------

    def follow(self, moment: Moment, floor: Floor) -> None:
        """See what has changed since the last frame."""
        self._see_served(moment, floor)
        if floor is not self._floor:
            self._floor = floor
            self._see_all(moment, floor)
        self._served = [
            one for one in self._served
            if moment.wall - one.since < SERVED_SECONDS and one.site[:2] not in floor.taken
        ]  # fmt: skip

    def _see_all(self, moment: Moment, floor: Floor) -> None:
        shown = {}
        for standing in floor.standings:
            key = _key(standing)
            shown[key] = self._shown.get(key) or Shown(standing)
            self._see(shown[key], standing, moment)
        self._shown, self._fresh = shown, False
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
        if standing.site != shown.standing.site or (state, thing) != (shown.state, shown.thing):
            shown.stale = True
        shown.standing, shown.rests = standing, False
        if state != shown.state:
            shown.state, shown.state_since = state, wall
        if shown.thing is None or thing.art != shown.thing.art:
            shown.set_since = wall
        shown.thing = thing
        light = {"ready": AMBER_LIGHT, "burning": RED_LIGHT}.get(state)
        if (light is not None) != shown.lit:
            shown.lit, shown.lit_since = light is not None, wall
        shown.light = light or shown.light

    def warm(self, plans: Mapping[str, Sequence[PlanStep]], floorplan: Floorplan) -> Iterator[None]:
        """Make the vessels of these dishes, the rings around them and their lights."""
        for colour in (AMBER_LIGHT, RED_LIGHT):
            paint.glow(self._kit.stage.px(GLOW_RADIUS), colour)
            yield
        yield from self._paint.warm(plans, floorplan)
        for size in {site.size for site in floorplan.stations.values()}:
            self._sprites.get("check", CHECK_W * size)
            yield

    # -- tracing -------------------------------------------------------------------------------

    def trace(self, moment: Moment, covered: Callable[[float], bool]) -> None:
        """Draw anew whose turn it is. ``covered``: somebody stands before the right part of a cart
        at that x."""
        for index, shown in enumerate(self._shown.values()):
            turn = shown.stale or moment.turn_of(index)
            moves = not shown.rests and self._paint.moves(shown, moment)
            if moves or moment.whole or (turn and not shown.rests):
                self._trace_thing(shown, moment)
                shown.rests = shown.state in STILL and not moves
            if turn:
                self._trace_plate(shown, moment, covered)
                shown.stale = False

    def _trace_thing(self, shown: Shown, moment: Moment) -> None:
        shown.glow.clear()
        self._draw_glow(shown.glow, shown, moment)
        shown.vessel.clear()
        self._paint.draw(shown.vessel, shown, moment)

    def _trace_plate(self, shown: Shown, moment: Moment, covered: Callable[[float], bool]) -> None:
        standing = shown.standing
        plate = plate_of(standing, moment.now, moment.grain, moment.view.menu)
        x, y, w, h = standing.site.plate
        short = standing.site.cart and covered(standing.site.x)
        said = plate, (x, y, min(w, SHORT_W) if short else w, h)
        if said != shown.said or moment.whole:
            shown.said = said
            shown.plate.clear()
            self._plates.draw(shown.plate, said[1], plate)

    def _draw_glow(self, surface: pygame.Surface, shown: Shown, moment: Moment) -> None:
        """Light around what is ready or burns."""
        strength = self._glow_strength(shown, moment)
        if strength > 0.0:
            site = shown.standing.site
            glow = self._glow(shown.light, strength, site.size)
            at = self._sprites.middle(glow, site.x, site.y + (RING_Y - GLOW_UP) * site.size)
            surface.blit(glow, at, None, pygame.BLEND_RGB_ADD)

    def _glow_strength(self, shown: Shown, moment: Moment) -> float:
        """Breathing; it takes a moment to come and to go. It may have changed in a picture of
        later, which was made to lie under a menu."""
        age = max(0.0, moment.wall - shown.lit_since)
        share = min(1.0, age / GLOW_ON) if shown.lit else max(0.0, 1.0 - age / GLOW_OFF)
        phase = 0.0 if moment.calm else math.sin(math.tau * GLOW_HZ * moment.wall)
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

    # -- layers --------------------------------------------------------------------------------

    def draw_glows(self, surface: pygame.Surface) -> None:
        """A light reaches to the edge of the counter before it."""
        place = self._places
        for front, top, bottom in (
            (False, place.top, place.aisle_top), (True, place.aisle_top, place.bottom)
        ):  # fmt: skip
            here = [shown for shown in self._shown.values() if shown.standing.site.front is front]
            surface.set_clip(self._kit.stage.rect(0, top, place.width, bottom - top))
            lay(surface, [shown.glow for shown in here], pygame.BLEND_RGB_ADD)
        surface.set_clip(None)

    def draw_vessels(self, surface: pygame.Surface, standings: Iterable[Placed]) -> None:
        lay(surface, [self._shown[_key(standing)].vessel for standing in standings])

    def draw_plates(self, surface: pygame.Surface, moment: Moment, floor: Floor) -> None:
        """The plates of all that stand on a counter, and of what was served there."""
        shown = self._shown.values()
        lay(surface, [one.plate for one in shown if not one.standing.site.cart])
        for served in self._served:
            if (site := floor.site(served.site)) is not None:
                self._draw_served(surface, site, served.plate, moment.wall - served.since)

    def draw_plate(self, surface: pygame.Surface, standing: Placed) -> None:
        lay(surface, [self._shown[_key(standing)].plate])

    def _draw_served(self, surface: pygame.Surface, site: Site, plate: Plate, age: float) -> None:
        fade = min(1.0, max(0.0, (SERVED_SECONDS - age) / SERVED_FADE))
        self._plates.draw(surface, site.plate, plate, fade)
        self._draw_check(surface, site, age)

    def _draw_check(self, surface: pygame.Surface, site: Site, age: float) -> None:
        """A check mark pops up where it stood, and fades."""
        if not 0.0 <= age < CHECK_FADE:
            return
        scale = out_back(min(1.0, age / CHECK_SECONDS))
        fade = min(1.0, (CHECK_FADE - age) / (CHECK_FADE - CHECK_SECONDS))
        check = self._sprites.get("check", CHECK_W * site.size, sx=scale, sy=scale, alpha=fade)
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
