"""Effects: plates that fly to their tickets, coins, dust, footprints, sparks. Driven by facts.

None of it matters to the kitchen; its randomness has a stream of its own.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pygame

from kitchen.game.draw.box import Pos
from kitchen.game.draw.ease import in_out_cubic, out_cubic
from kitchen.game.scene.dishes import Dishes
from kitchen.game.scene.floorplan import Site
from kitchen.game.scene.sprites import Sprites
from kitchen.game.scene.standing import Floor
from kitchen.game.scene.vesselfit import RING_Y
from kitchen.game.signs.layout import FIRST_TICKET, layout_of
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.vessels import icon
from kitchen.sim import facts as f
from kitchen.sim.view.losses import Lost

FLY_SECONDS, FLY_ARC = 0.42, 90.0
COIN_SECONDS, COIN_ARC, COIN_AFTER = 0.4, 46.0, 0.1
DISH_W, COIN_W, STEP_W = 46.0, 24.0, 12.0
DUST_WIDTHS = (10.0, 13.0, 16.0)
STEP_SECONDS, STEPS = 0.4, 5
DUST_SECONDS = 0.45
SPARK_SECONDS, SPARKS, SPARK_WIDTHS = 0.6, 9, (7, 12)
PUFF_SECONDS, PUFFS, PUFF_W = 0.9, 6, 34.0  # of smoke
FALL_SECONDS, LOST_COIN_W, TILL_X = 0.8, 18.0, 842.0  # of coins that are lost
COIN_WORTH, MOST_COINS = 300, 6  # cents
TICKET_Y = 96.0  # middle of the rail's tickets
PURSE_X, PURSE_Y = 914.0, 24.0  # where the money is counted, in the plain layout
SEED = 20


@dataclass(frozen=True, slots=True)
class Flight:
    """A drawing on its way along an arc."""

    art: str
    width: float
    start: Pos
    goal: Pos
    arc: float
    since: float
    seconds: float
    plate: bool = False


@dataclass(frozen=True, slots=True)
class Speck:
    """A small drawing that drifts and fades."""

    art: str
    width: float
    x: float
    y: float
    dx: float
    dy: float
    grow: float
    since: float
    seconds: float
    behind: bool
    """Drawn on the floor, before carts and chefs."""


class Effects:
    """All that flies, drifts and fades."""

    def __init__(self, sprites: Sprites) -> None:
        self._sprites = sprites
        self._places = sprites.places
        self._chance = random.Random(SEED)
        self.reset()

    def reset(self) -> None:
        self._flights: list[Flight] = []
        self._specks: list[Speck] = []
        self._tickets: list[int] = []
        self._fresh = True

    def take_over(self, old: Effects) -> None:
        """What flew or faded in the scene of another size has arrived."""
        self._chance, self._tickets, self._fresh = old._chance, old._tickets, old._fresh

    def warm(self, dishes: Iterable[str]) -> Iterator[None]:
        """Make what flies when these dishes are served."""
        others = (
            ("coin", COIN_W),
            ("step", STEP_W),
            ("smoke", PUFF_W),
            *(("puff", width) for width in DUST_WIDTHS),
            *(("flame", width) for width in range(SPARK_WIDTHS[0], SPARK_WIDTHS[1] + 1)),
            ("coin", LOST_COIN_W),
        )
        for art, width in (*((icon(dish), DISH_W) for dish in dishes), *others):
            self._sprites.get(art, width)
            yield

    # -- causes --------------------------------------------------------------------------------

    def follow(self, moment: Moment, floor: Floor, dishes: Dishes) -> None:
        """``dishes``: as they stood before. What was lost before the first frame is nothing new."""
        wall, view = moment.wall, moment.view
        fresh, self._fresh = self._fresh, False
        for fact in moment.facts:
            if isinstance(fact, f.Served):
                self._serve(fact, moment, dishes.stood(fact.order))
            elif moment.calm or fresh:
                continue
            elif isinstance(fact, f.WalkedOut | f.TurnedAway):
                self._take_away(moment.view.losses.told_by(fact), wall)
            elif isinstance(fact, f.FoodBurnt):
                standing = floor.at(fact.order, fact.part)
                site = standing.site if standing is not None else None
                self._spark("flame", site, wall)
                self._plume(site, wall)
            elif isinstance(fact, f.StartedAgain | f.Cleared | f.Overcooked):
                self._spark("puff", dishes.stood(fact.order), wall)
        self._tickets = [
            o.number for o in view.open_orders.values() if o.state == "open" and o.table is not None
        ]
        self._flights = [x for x in self._flights if wall - x.since < x.seconds]
        self._specks = [x for x in self._specks if wall - x.since < x.seconds]

    def _serve(self, fact: f.Served, moment: Moment, site: Site | None) -> None:
        """The plate flies from where the dish stood to its ticket, and money to the purse."""
        order = moment.view.orders[fact.order]
        layout = layout_of(self._sprites.kit.stage)
        last, purse = layout.tickets - 1, (PURSE_X + layout.wider, PURSE_Y)
        hung = self._tickets.index(order.number) if order.number in self._tickets else last
        pitch = layout.ticket_pitch(len(self._tickets), bool(moment.view.door))
        x = FIRST_TICKET + pitch * min(hung, last)
        ticket = (x + layout.ticket_w / 2, TICKET_Y)
        start = (self._places.width / 2, self._places.worktop)
        if site is not None:
            start = (site.x, site.y + (RING_Y - 8.0) * site.size)
        wall, art = moment.wall, icon(order.dish)
        if moment.calm:  # it comes out on its ticket, and goes
            self._specks.append(Speck(art, DISH_W, *ticket, 0, 0, 0, wall, FLY_SECONDS * 2, False))
            return
        arc = FLY_ARC if start[1] > ticket[1] + 150.0 else FLY_ARC * 0.5
        self._flights.append(Flight(art, DISH_W, start, ticket, arc, wall, FLY_SECONDS, True))
        if fact.paid + fact.tip > 0:
            late = wall + FLY_SECONDS + COIN_AFTER
            self._flights.append(
                Flight("coin", COIN_W, ticket, purse, COIN_ARC, late, COIN_SECONDS)
            )

    def _take_away(self, lost: Lost | None, wall: float) -> None:
        """Coins roll off the till and fade: more of them for more money."""
        layout, cents = layout_of(self._sprites.kit.stage), lost.cents if lost is not None else 0
        for index in range(min(MOST_COINS, math.ceil(cents / COIN_WORTH))):
            dx, dy = self._chance.uniform(-46.0, 30.0), self._chance.uniform(34.0, 62.0)
            since, x = wall + 0.06 * index, TILL_X + layout.wider
            self._specks.append(
                Speck("coin", LOST_COIN_W, x, PURSE_Y, dx, dy, 0.0, since, FALL_SECONDS, False)
            )

    def _spark(self, art: str, site: Site | None, wall: float) -> None:
        if site is None:
            return
        x, y = site.x, site.y + RING_Y * site.size
        for index in range(SPARKS):
            angle = math.tau * (index + self._chance.random() * 0.6) / SPARKS
            reach = self._chance.uniform(22.0, 40.0)
            width = float(self._chance.randint(*SPARK_WIDTHS))
            self._specks.append(
                Speck(
                    art,
                    width,
                    x,
                    y - 14.0,
                    math.cos(angle) * reach,
                    math.sin(angle) * reach * 0.6 - 16.0,
                    0.4,
                    wall,
                    SPARK_SECONDS * self._chance.uniform(0.7, 1.0),
                    False,
                )
            )

    def _plume(self, site: Site | None, wall: float) -> None:
        """Smoke rolls up from what has caught fire, to both sides of its call-out."""
        if site is None:
            return
        for index in range(PUFFS):
            side = 1.0 if index % 2 else -1.0
            x, dx = site.x + side * 16.0, side * self._chance.uniform(30.0, 54.0)
            dy, since = -self._chance.uniform(40.0, 84.0), wall + 0.04 * index
            self._specks.append(
                Speck("smoke", PUFF_W, x, site.y, dx, dy, 0.6, since, PUFF_SECONDS, True)
            )

    def walk(self, start: Pos, goal: Pos, wall: float) -> None:
        """Dust where a chef sets out, footprints along the way."""
        for _ in range(3):
            self._dust(start, wall)
        way = math.hypot(goal[0] - start[0], goal[1] - start[1])
        if way < 60.0 or abs(goal[1] - start[1]) > 60.0 or start[1] < self._places.aisle_top:
            return
        for index in range(STEPS):
            t = (index + 0.5) / (STEPS + 1)
            x = start[0] + (goal[0] - start[0]) * t
            y = start[1] + (goal[1] - start[1]) * t - 28.0 + 9.0 * (index % 2)
            since = wall + 0.2 * t
            self._specks.append(Speck("step", STEP_W, x, y, 0, 0, -0.2, since, STEP_SECONDS, True))

    def _dust(self, at: Pos, wall: float) -> None:
        x = at[0] + self._chance.uniform(-12.0, 12.0)
        y = at[1] - self._chance.uniform(8.0, 24.0)
        dx, dy = self._chance.uniform(-14.0, 14.0), self._chance.uniform(-10.0, -2.0)
        width = self._chance.choice(DUST_WIDTHS)
        self._specks.append(Speck("puff", width, x, y, dx, dy, 0.5, wall, DUST_SECONDS, True))

    # -- drawing -------------------------------------------------------------------------------

    def draw_behind(self, surface: pygame.Surface, wall: float) -> None:
        """Dust and footprints, on the floor."""
        self._draw_specks(surface, wall, behind=True)

    def draw(self, surface: pygame.Surface, wall: float) -> None:
        """Sparks, plates and coins, over everything."""
        self._draw_specks(surface, wall, behind=False)
        for flight in self._flights:
            if wall >= flight.since:
                self._draw_flight(surface, flight, (wall - flight.since) / flight.seconds)

    def _draw_specks(self, surface: pygame.Surface, wall: float, *, behind: bool) -> None:
        for speck in self._specks:
            if speck.behind is not behind or wall < speck.since:
                continue
            t = min(1.0, (wall - speck.since) / speck.seconds)
            size = 1.0 + speck.grow * t
            art = self._sprites.get(speck.art, speck.width, sx=size, sy=size, alpha=1.0 - t)
            drift = out_cubic(t)
            at = (speck.x + speck.dx * drift, speck.y + speck.dy * drift)
            surface.blit(art, self._sprites.middle(art, *at))

    def _draw_flight(self, surface: pygame.Surface, flight: Flight, t: float) -> None:
        share = in_out_cubic(min(1.0, max(0.0, t)))
        x = flight.start[0] + (flight.goal[0] - flight.start[0]) * share
        y = flight.start[1] + (flight.goal[1] - flight.start[1]) * share
        y -= flight.arc * math.sin(math.pi * share)
        size = 1.0 - 0.35 * share if flight.plate else 1.0
        if flight.plate:
            plate = self._sprites.get("plate", 66.0, sx=size, sy=size)
            surface.blit(plate, self._sprites.middle(plate, x, y + 16.0 * size))
        spin = abs(math.cos(math.tau * t * 1.5)) if not flight.plate else 1.0
        art = self._sprites.get(flight.art, flight.width, sx=max(0.12, size * spin), sy=size)
        surface.blit(art, self._sprites.middle(art, x, y))
