"""The waiter stands at an end of the aisle, hangs up orders, and carries out what is served.

Everything that the waiter does is a fact: an order, a plate served, a customer who leaves. Where
chefs, call-outs or carts would hide all but a head, the waiter is at the other end, or out.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pygame

from kitchen.game.draw.ease import in_out_cubic
from kitchen.game.scene.sprites import Sprites
from kitchen.game.signs.moment import Moment
from kitchen.sim import facts as f

WIDTH = 47.0  # logical px: smaller than the chefs, being farther away
HOME_X, UP = 28.0, 30.0  # from an end of the aisle; foot above the worktop
PATIENCE = 0.4  # seconds that another place is better before the waiter goes there
MOVE_SECONDS = (
    0.35  # from one to the other: there before a kitchen that stands still has come to rest
)
WRITE_SECONDS, SHRUG_SECONDS = 1.1, 1.2
TAKE_SECONDS, OUT_SECONDS, AWAY_SECONDS, BACK_SECONDS = 0.5, 1.5, 0.5, 1.7
TRIP_SECONDS = TAKE_SECONDS + OUT_SECONDS + AWAY_SECONDS + BACK_SECONDS
MOST_TRIPS = 2  # one under way and one to come: more plates go with that one
STEPS_HZ, STEP_PX = 4.0, 1.5
LOOK_SECONDS, LOOK_EVERY = 1.2, 5.0  # waiting, the waiter looks the other way now and then
BEYOND = 40.0  # logical px past the scene's edge

LEGS = ("legs_stand", "legs_a", "legs_b")
HANDS = ("arm_down", "arm_pad", "arm_tray", "cloche")
FACES = ("smile", "frown")


@dataclass(frozen=True, slots=True)
class Stance:
    """How the waiter is seen at one instant."""

    x: float
    legs: str = "legs_stand"
    hands: tuple[str, ...] = ("arm_down",)
    face: str = "smile"
    flip: bool = False
    up: float = 0.0


@dataclass(frozen=True, slots=True)
class Corner:
    """An end of the aisle, 0 or 1, or out of sight beyond it."""

    end: int = 0
    out: bool = False


class Waiter:
    """Draws the waiter by the wall clock; `follow` once a frame."""

    def __init__(self, sprites: Sprites) -> None:
        self._sprites, self._kit, self._places = sprites, sprites.kit, sprites.places
        left = self._places.along(HOME_X)
        width = self._places.width
        self._homes = (left, -BEYOND), (width - left, width + BEYOND)
        """Either end, each with the way out there; the first is liked better."""
        self.reset()

    def reset(self) -> None:
        self._trips: list[float] = []
        """When each way out with a plate begins, by the wall clock; the first may be under way."""
        self._writes_until = self._shrugs_until = -1e9
        self._corner = Corner()
        self._better_since: float | None = None
        self._moved: tuple[Corner, float] | None = None
        """From where the waiter goes to another place, and since when."""
        self._fresh = True

    def take_over(self, old: Waiter) -> None:
        """Go on where the waiter of another size left off."""
        self._trips, self._corner = old._trips, old._corner
        self._writes_until, self._shrugs_until = old._writes_until, old._shrugs_until

    def warm(self) -> Iterator[None]:
        """Make the pictures of a whole trip."""
        for stance in (
            *(Stance(0.0, legs, ("arm_tray", "cloche")) for legs in LEGS),
            *(Stance(0.0, legs, ("arm_tray",), flip=True) for legs in LEGS[1:]),
            *(Stance(0.0, flip=flip) for flip in (False, True)),
            Stance(0.0, hands=("arm_tray",)),
            Stance(0.0, hands=("arm_pad",)),
            Stance(0.0, face="frown"),
        ):
            self._picture(stance)
            yield

    def follow(self, moment: Moment, taken: Sequence[tuple[float, float]] = ()) -> None:
        """``taken``: from where to where, in logical px, the aisle is hidden."""
        wall = moment.wall
        self._trips = [since for since in self._trips if wall - since < TRIP_SECONDS]
        for fact in moment.facts:
            if isinstance(fact, f.Ordered):
                self._writes_until = wall + WRITE_SECONDS
            elif isinstance(fact, f.WalkedOut):
                self._shrugs_until = wall + SHRUG_SECONDS
            elif isinstance(fact, f.Served) and len(self._trips) < MOST_TRIPS:
                self._trips.append(max([wall, *(t + TRIP_SECONDS for t in self._trips)]))

        best = self._best(taken)
        if self._out_of_sight(wall):
            self._go(best)
        elif not self._trips:
            self._settle(wall, best)

    def _best(self, taken: Sequence[tuple[float, float]]) -> Corner:
        """Where all of the waiter is seen: at the first end, else at the other, else nowhere."""
        half = WIDTH / 2
        for end, (x, _) in enumerate(self._homes):
            if not any(left < x + half and x - half < right for left, right in taken):
                return Corner(end)
        return Corner(self._corner.end, out=True)

    def _out_of_sight(self, wall: float) -> bool:
        """With a plate, beyond the scene's edge: from there either end is as near."""
        age = wall - self._trips[0] - TAKE_SECONDS - OUT_SECONDS if self._trips else -1.0
        return 0.0 <= age < AWAY_SECONDS

    def _settle(self, wall: float, best: Corner) -> None:
        """Go to the better place once it has been better for a while."""
        if best == self._corner:
            self._better_since, self._fresh = None, False
            return
        self._better_since = wall if self._better_since is None else self._better_since
        if self._fresh or wall - self._better_since >= PATIENCE:
            before, fresh = self._corner, self._fresh
            self._go(best)
            self._moved, self._fresh = None if fresh else (before, wall), False

    def _go(self, corner: Corner) -> None:
        self._corner, self._better_since, self._moved = corner, None, None

    def _x(self, corner: Corner) -> float:
        return self._homes[corner.end][corner.out]

    @property
    def _at(self) -> float:
        """Where the waiter stands, or is on the way to."""
        return self._x(self._corner)

    @property
    def _exit(self) -> float:
        return self._homes[self._corner.end][1]

    def stance(self, moment: Moment) -> Stance:
        wall = moment.wall
        if self._trips and wall >= self._trips[0]:
            return self._carrying(wall - self._trips[0], moment.calm)
        if self._moved is not None and not moment.calm:
            before, since = self._moved
            t = (wall - since) / MOVE_SECONDS
            if t < 1.0:
                return self._walking(self._x(before), self._at, t, wall - since, ("arm_down",))
        if wall < self._shrugs_until:
            shakes = not moment.calm and int(wall * 5.0) % 2 == 0
            return Stance(self._at, face="frown", flip=shakes)
        if wall < self._writes_until:
            nod = 1.0 + math.sin(math.tau * 3.0 * moment.loop)
            return Stance(self._at, hands=("arm_pad",), up=nod)
        return Stance(self._at, flip=moment.loop % LOOK_EVERY < LOOK_SECONDS)

    def _carrying(self, age: float, calm: bool) -> Stance:
        """Takes the plate, goes out with it, and comes back with the tray."""
        full, empty = ("arm_tray", "cloche"), ("arm_tray",)
        if age < TAKE_SECONDS or calm:  # with reduced motion, nobody walks
            return Stance(self._at, hands=full)
        age -= TAKE_SECONDS
        if age < OUT_SECONDS:
            return self._walking(self._at, self._exit, age / OUT_SECONDS, age, full)
        age -= OUT_SECONDS + AWAY_SECONDS
        if age < 0.0:
            return Stance(self._exit, hands=empty)
        return self._walking(self._exit, self._at, age / BACK_SECONDS, age, empty)

    def _walking(
        self, start: float, goal: float, t: float, age: float, hands: tuple[str, ...]
    ) -> Stance:
        x = start + (goal - start) * in_out_cubic(min(1.0, t))
        legs = LEGS[1 + int(age * STEPS_HZ * 2.0) % 2]
        up = STEP_PX * abs(math.sin(math.pi * STEPS_HZ * age))
        return Stance(x, legs, hands, flip=goal < start, up=up)

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        stance = self.stance(moment)
        drawn = self._picture(stance)
        foot = self._places.worktop - UP
        surface.blit(drawn, self._sprites.foot(drawn, stance.x, foot - stance.up))

    def _picture(self, stance: Stance) -> pygame.Surface:
        seen = (stance.legs, stance.face, *stance.hands)
        drop = tuple(part for part in (*LEGS, *HANDS, *FACES) if part not in seen)
        return self._sprites.get("waiter", WIDTH, drop=drop, flip=stance.flip)
