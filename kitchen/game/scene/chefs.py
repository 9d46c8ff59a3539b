"""The chefs: they walk to the dish they take up, work, stare, doze, idle, cheer and panic."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

import pygame

from kitchen.game.draw.ease import out_back
from kitchen.game.scene.acting import (
    AWAKE,
    RUN,
    WINCE,
    WORRY,
    Act,
    act_of,
    body,
    burns,
    front,
    sighs,
)
from kitchen.game.scene.effects import Effects
from kitchen.game.scene.figure import ARMS, SHOULDER, WAIST, ChefFigures
from kitchen.game.scene.floorplan import CART_W
from kitchen.game.scene.looks import look
from kitchen.game.scene.places import FIRE_SCALE, WORKTOP_SCALE, plain
from kitchen.game.scene.posts import Post, Posts
from kitchen.game.scene.sprites import Sprites
from kitchen.game.scene.standing import Floor
from kitchen.game.scene.walker import BOUNCE_SECONDS, LEAN, Stand, Walker
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.vessels import on_cart, vessel
from kitchen.sim import facts as f
from kitchen.sim.view.chefview import ChefView

BOB_PX, BOB_HZ = 3.0, 2.5
ARM_SWING, ARM_HZ = 6.0, 2.5  # degrees
CHEER_SECONDS, CHEER_HOP = 0.9, 7.0
GRIEF_SECONDS = 3.0  # a guest has left: nobody cheers for so long
WINCE_SECONDS = 1.4  # something was lost
PANIC_SECONDS, PANIC_HZ = 1.1, 2.8
BREATH, BREATH_HZ = 0.02, 0.35
BODY_W = 38.0  # half a chef
SIGH = 0.02  # the shoulders sink by two px
DROP_SECONDS, DROP_STEP, DROP_PX = 0.26, 0.04, 46.0  # new chefs drop in one after the other
DROPS_SECONDS = 0.5  # after which the last of many begins to drop, at the latest
DROP_FADE = 0.12
POSE_SECONDS, POSE_GIVE = 0.16, 0.06  # a change of pose on the spot gives way and comes back


class Shape(NamedTuple):
    """A chef's drawing, wherever it is put."""

    name: str
    scale: float
    flip: bool
    lean: float
    squash: tuple[float, float]
    mien: str


@dataclass(slots=True)
class Actor:
    """One chef on the stage."""

    walker: Walker
    post: Post | None = None
    """Where it belongs; None: nobody has told it yet."""
    act: Act = "idle"
    arm: tuple[str, float] | None = None
    mien: str = ""
    """A face that its pose does not have by itself."""
    cheers_until: float = -1e9
    panics_until: float = -1e9
    drops_at: float = -1e9
    posed_at: float = -1e9
    """When it last changed its pose on the spot."""
    shape: Shape | None = None
    """As it was last drawn."""


class Chefs:
    """All chefs. `follow` once a frame, then the layers in the scene's order."""

    def __init__(self, sprites: Sprites) -> None:
        self._figures, self._kit = ChefFigures(sprites), sprites.kit
        self._places = sprites.places
        self.reset()

    def reset(self) -> None:
        """Everybody is where they belong at once; the next to come drop in."""
        self.actors: dict[int, Actor] = {}
        self._taken: dict[int, Actor] = {}
        """Chefs of the scene of another size, until they are first seen in this one."""
        self._posts = Posts(places=plain(self._places.boards))
        self._floor: Floor | None = None
        """As it was in the last frame: it lasts until the next fact."""
        self._in_aisle: list[float] = []
        """x of those who are seen there in this frame."""
        self._grieves_until = self._winces_until = -1e9

    def take_over(self, old: Chefs) -> None:
        """The same chefs in the scene of another size; those on their way have arrived."""
        self._posts, self._taken = old._posts, old.actors
        self._grieves_until, self._winces_until = old._grieves_until, old._winces_until

    def warm(self, count: int) -> Iterator[None]:
        """Make the pictures of ``count`` chefs: first what all of them need, run and doze last,
        then what is seen when something is lost. Only one who is alone panics."""
        at_work = ("chef_stir", "chef_chop", *ARMS)
        stares = ("chef_bored", "chef_lean", "chef_sleep")
        alone = ("chef_panic",) if count == 1 else ()
        for names, scale in (
            (("chef_idle", *at_work), WORKTOP_SCALE),
            (at_work, FIRE_SCALE),
            (("chef_idle_blink", "chef_chop_blink", "chef_cheer"), WORKTOP_SCALE),
            (RUN, FIRE_SCALE),
            (stares, FIRE_SCALE),
            (("chef_chop_blink", "chef_idle", "chef_cheer"), FIRE_SCALE),
            (stares, WORKTOP_SCALE),
            (alone, FIRE_SCALE),
            (alone, WORKTOP_SCALE),
        ):
            for name, number in itertools.product(names, range(1, count + 1)):
                self._figures.picture(number, name, scale)
                yield
        for mien, name, scale in itertools.product(
            (WINCE, WORRY),
            ("chef_stir", "chef_chop", "chef_idle", "chef_bored", "chef_lean"),
            (FIRE_SCALE, WORKTOP_SCALE),
        ):
            for number in range(1, count + 1):
                self._figures.picture(number, name, scale, mien=mien)
                yield

    # -- following -----------------------------------------------------------------------------

    def follow(self, moment: Moment, floor: Floor, effects: Effects) -> None:
        posts = self._posts.assign(moment)
        self._hear(moment)
        told, self._floor = floor is not self._floor, floor
        burning = burns(moment.view)
        for chef in moment.view.chefs:
            actor, post = self.actors.get(chef.number), posts[chef.number]
            if actor is None or told or post != actor.post:
                actor = self._send(chef.number, post, floor, moment, effects)
            act = self._act(chef, actor, moment, burning)
            if told or act != actor.act:
                if act != actor.act and "run" not in (act, actor.act) and not moment.settled:
                    actor.posed_at = moment.wall
                actor.act, actor.arm = act, self._arm(chef, act, moment, floor)
            actor.mien = self._mien(act, moment, burning)
        walkers = (actor.walker for actor in self.actors.values())
        self._in_aisle = [w.at(moment.wall)[0] for w in walkers if w.front(moment.wall)]

    def _enter(self, number: int, spot: Stand, moment: Moment) -> Actor:
        """A new chef, who drops in; or one of the scene of another size, who has arrived."""
        walker = Walker(self._places, spot)
        if (taken := self._taken.pop(number, None)) is not None:
            return replace(taken, walker=walker, post=None, drops_at=-1e9, shape=None)
        actor = Actor(walker)
        if not (moment.calm or moment.settled):
            step = min(DROP_STEP, DROPS_SECONDS / len(moment.view.chefs))
            actor.drops_at = moment.wall + step * (number - 1)
        return actor

    def _send(
        self, number: int, post: Post, floor: Floor, moment: Moment, effects: Effects
    ) -> Actor:
        """Tell a chef where it belongs now; one who is not there yet comes in."""
        spot, wall = post.spot(self._places, floor), moment.wall
        actor = self.actors.get(number)
        if actor is None:
            actor = self.actors[number] = self._enter(number, spot, moment)
        actor.post, walker = post, actor.walker
        x, y, _ = walker.at(wall)
        if walker.go(spot, wall, moment.calm) and not moment.calm:
            effects.walk((x, y), walker.at(wall + 1e6)[:2], wall)
        return actor

    def _hear(self, moment: Moment) -> None:
        """Whoever served a clean plate cheers; all wince at a loss; and a lone chef panics when
        something catches fire."""
        for fact in moment.facts:
            if moment.view.losses.told_by(fact) is not None:
                self._winces_until = moment.wall + WINCE_SECONDS
            if isinstance(fact, f.Served) and moment.view.orders[fact.order].clean:
                for chef in moment.view.chefs:
                    if chef.order == fact.order and chef.number in self.actors:
                        self.actors[chef.number].cheers_until = moment.wall + CHEER_SECONDS
            elif isinstance(fact, f.WalkedOut | f.TurnedAway):
                self._grieves_until = moment.wall + GRIEF_SECONDS
            elif isinstance(fact, f.FoodBurnt) and len(moment.view.chefs) == 1:
                for actor in self.actors.values():
                    actor.panics_until = moment.wall + PANIC_SECONDS

    def _act(self, chef: ChefView, actor: Actor, moment: Moment, burning: bool) -> Act:
        act = act_of(chef, moment, moving=actor.walker.moving(moment.wall))
        if act == "run":
            return act
        if moment.wall < actor.panics_until:
            return "panic"
        if act == "idle" and moment.wall < actor.cheers_until and not self._grief(moment):
            return "cheer"
        alone = len(moment.view.chefs) == 1
        return "panic" if alone and act == "idle" and burning else act

    def _mien(self, act: Act, moment: Moment, burning: bool) -> str:
        """Who dozes or runs has no eye for it; who panics or cheers has a face of their own."""
        if act not in AWAKE:
            return ""
        if moment.wall < self._winces_until:
            return WINCE
        return WORRY if burning else ""

    def _grief(self, moment: Moment) -> bool:
        """Whether there is nothing to cheer about: food burns or spoils, or a guest just left."""
        if moment.wall < self._grieves_until:
            return True
        orders = moment.view.open_orders.values()
        return any(timer.burnt is not None or timer.spoilt(moment.now) > 0.0
                   for order in orders for timer in order.timers)  # fmt: skip

    def _arm(
        self, chef: ChefView, act: Act, moment: Moment, floor: Floor
    ) -> tuple[str, float] | None:
        if act != "work" or chef.order is None:
            return None
        at = floor.at(chef.order, chef.part)
        if at is None:
            return None
        thing = (
            on_cart(at.order)
            if at.site.cart
            else vessel(moment.view, at.order, at.part, at.site.kind or None)
        )
        return front(thing, chef.what)

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, moment: Moment, *, in_front: bool) -> None:
        """Those in the aisle, or behind the fire line, cut off at the counter before them."""
        where = self._places
        edge = where.worktop if in_front else where.fire
        surface.set_clip(
            self._kit.stage.rect(0, where.top - 8.0, where.width, edge - where.top + 8.0)
        )
        for number, actor in self.actors.items():
            if actor.walker.front(moment.wall) is in_front:
                self._draw(surface, number, actor, moment)
        surface.set_clip(None)

    def draw_arms(self, surface: pygame.Surface, moment: Moment, *, in_front: bool) -> None:
        """The arms that work over a vessel: drawn after it."""
        for number, actor in self.actors.items():
            here = actor.walker.spot.front is in_front and moment.wall >= actor.drops_at
            if here and actor.arm is not None and actor.act == "work":
                self._draw_arm(surface, number, actor, moment)

    def before(self, x: float) -> bool:
        """Somebody stands in the aisle before the right part of a cart there."""
        return any(-BODY_W < chef - x < CART_W for chef in self._in_aisle)

    def in_aisle(self) -> list[float]:
        """x of those who stand there, or are on their way."""
        spots = (actor.walker.spot for actor in self.actors.values())
        return [spot.x for spot in spots if spot.front]

    def heads(self, moment: Moment) -> list[tuple[ChefView, Act, float, float, bool]]:
        """Each chef in full view, its act, x, the waist's y, and whether it looks left."""
        rows = []
        for chef in moment.view.chefs:
            actor = self.actors.get(chef.number)
            if actor is None:  # of a kitchen that is not drawn yet
                continue
            if moment.wall < actor.drops_at + DROP_SECONDS or actor.walker.hidden(moment.wall):
                continue
            x, y, _ = actor.walker.at(moment.wall)
            rows.append((chef, actor.act, x, y, actor.walker.spot.flip))
        return rows

    # -- one chef ------------------------------------------------------------------------------

    def _draw(self, surface: pygame.Surface, number: int, actor: Actor, moment: Moment) -> None:
        wall = moment.wall
        if wall < actor.drops_at:
            return
        x, y, scale = actor.walker.at(wall)
        y -= self._lift(actor, number, moment)
        alpha = min(1.0, (wall - actor.drops_at) / DROP_FADE)
        # Those who run change in every frame.
        if actor.shape is None or actor.act != "run" or moment.turn_of(number):
            actor.shape = self._shape(actor, number, scale, moment)
        name, scale, flip, lean, squash, mien = actor.shape
        self._figures.draw(
            surface, number, name, (x, y), scale, flip, lean, squash, alpha=alpha, mien=mien
        )

    def _shape(self, actor: Actor, number: int, scale: float, moment: Moment) -> Shape:
        wall, walker, mien = moment.wall, actor.walker, actor.mien
        sx, sy = self._squash(actor, moment)
        arm = actor.arm[0] if actor.arm else None
        name = body(actor.act, number, moment.loop, arm, blinks=not mien)
        if actor.act == "run":  # one picture for all sizes on the way: to rasterise each is slow
            squash = (sx * scale / FIRE_SCALE, sy * scale / FIRE_SCALE)
            flip = walker.leftwards(wall)
            lean = LEAN * moment.swing * (1.0 if flip else -1.0)
            return Shape(name, FIRE_SCALE, flip, lean, squash, mien)
        if actor.act in ("idle", "bored", "lean", "sleep"):
            sy *= self._breath(actor, number, moment)
        return Shape(name, scale, walker.spot.flip, 0.0, (sx, sy), mien)

    def _draw_arm(self, surface: pygame.Surface, number: int, actor: Actor, moment: Moment) -> None:
        assert actor.arm is not None
        name, lower = actor.arm
        x, y, scale = actor.walker.at(moment.wall)
        y -= self._lift(actor, number, moment)
        flip, tall = actor.walker.spot.flip, scale * look(number).stature
        side = -1.0 if flip else 1.0
        swing = ARM_SWING * math.sin(math.tau * ARM_HZ * moment.loop + number) * side
        reach = ((SHOULDER[0] - WAIST[0]) * tall * side, (SHOULDER[1] - WAIST[1]) * tall)
        shoulder = (x + reach[0], y + reach[1] + lower * 0.35)
        swing -= lower * 1.1 * side
        self._figures.draw(
            surface,
            number,
            name,
            shoulder,
            scale,
            flip,
            swing,
            (1.0, 1.0),
            pivot=SHOULDER,
        )

    def _squash(self, actor: Actor, moment: Moment) -> tuple[float, float]:
        """By the walk; and a small give where it changes its pose on the spot."""
        age = moment.wall - actor.posed_at
        if age >= POSE_SECONDS and actor.walker.arrived(moment.wall) >= BOUNCE_SECONDS:
            return 1.0, 1.0
        sx, sy = actor.walker.squash(moment.wall)
        if age < POSE_SECONDS:
            sy -= POSE_GIVE * (1.0 - out_back(age / POSE_SECONDS))
        return 1.0 + (sx - 1.0) * moment.swing, 1.0 + (sy - 1.0) * moment.swing

    def _lift(self, actor: Actor, number: int, moment: Moment) -> float:
        """How far the body is above its place: bobbing, hopping, dropping in."""
        wall, loop = moment.wall, moment.loop
        drop = wall - actor.drops_at
        if drop < DROP_SECONDS:
            return DROP_PX * (1.0 - (max(0.0, drop) / DROP_SECONDS) ** 2)
        if actor.act == "work":
            return BOB_PX * (0.5 + 0.5 * math.sin(math.tau * BOB_HZ * loop + number))
        if actor.act == "cheer":
            age = CHEER_SECONDS - (actor.cheers_until - wall)
            return moment.swing * CHEER_HOP * abs(math.sin(math.tau * age / CHEER_SECONDS))
        if actor.act == "panic":
            return 2.0 + 2.0 * math.sin(math.tau * PANIC_HZ * loop)
        return 0.0

    def _breath(self, actor: Actor, number: int, moment: Moment) -> float:
        wall = moment.loop
        if moment.calm:
            return 1.0
        if actor.act != "idle" and sighs(number, wall):
            return 1.0 - SIGH
        return 1.0 + BREATH * (math.sin(math.tau * BREATH_HZ * wall + number * 1.3) > 0.6)
