"""The waiter stands at the end of the aisle, hangs up orders, and carries out what is served.

Everything that the waiter does is a fact: an order, a plate served, a customer who leaves.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import pygame

from kitchen.game.draw.ease import in_out_cubic
from kitchen.game.scene.sprites import Sprites
from kitchen.game.signs.moment import Moment
from kitchen.sim import facts as f

WIDTH = 47.0  # logical px: smaller than the chefs, being farther away
HOME_X, UP = 28.0, 30.0  # at the end of the aisle; foot above the worktop
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


class Waiter:
    """Draws the waiter by the wall clock; `follow` once a frame."""

    def __init__(self, sprites: Sprites) -> None:
        self._sprites, self._kit, self._places = sprites, sprites.kit, sprites.places
        self._home = self._places.along(HOME_X)
        self._exit = -BEYOND
        self.reset()

    def reset(self) -> None:
        self._trips: list[float] = []
        """When each way out with a plate begins, by the wall clock; the first may be under way."""
        self._writes_until = self._shrugs_until = -1e9

    def take_over(self, old: Waiter) -> None:
        """Go on where the waiter of another size left off."""
        self._trips = old._trips
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

    def follow(self, moment: Moment) -> None:
        wall = moment.wall
        self._trips = [since for since in self._trips if wall - since < TRIP_SECONDS]
        for fact in moment.facts:
            if isinstance(fact, f.Ordered):
                self._writes_until = wall + WRITE_SECONDS
            elif isinstance(fact, f.WalkedOut):
                self._shrugs_until = wall + SHRUG_SECONDS
            elif isinstance(fact, f.Served) and len(self._trips) < MOST_TRIPS:
                self._trips.append(max([wall, *(t + TRIP_SECONDS for t in self._trips)]))

    def stance(self, moment: Moment) -> Stance:
        wall = moment.wall
        if self._trips and wall >= self._trips[0]:
            return self._carrying(wall - self._trips[0], moment.calm)
        if wall < self._shrugs_until:
            shakes = not moment.calm and int(wall * 5.0) % 2 == 0
            return Stance(self._home, face="frown", flip=shakes)
        if wall < self._writes_until:
            nod = 1.0 + math.sin(math.tau * 3.0 * moment.loop)
            return Stance(self._home, hands=("arm_pad",), up=nod)
        return Stance(self._home, flip=moment.loop % LOOK_EVERY < LOOK_SECONDS)

    def _carrying(self, age: float, calm: bool) -> Stance:
        """Takes the plate, goes out with it, and comes back with the tray."""
        full, empty = ("arm_tray", "cloche"), ("arm_tray",)
        if age < TAKE_SECONDS or calm:  # with reduced motion, nobody walks
            return Stance(self._home, hands=full)
        age -= TAKE_SECONDS
        if age < OUT_SECONDS:
            return self._walking(self._home, self._exit, age / OUT_SECONDS, age, full)
        age -= OUT_SECONDS + AWAY_SECONDS
        if age < 0.0:
            return Stance(self._exit, hands=empty)
        return self._walking(self._exit, self._home, age / BACK_SECONDS, age, empty)

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
        wanted = {stance.legs, stance.face, *stance.hands}
        drop = tuple(part for part in (*LEGS, *HANDS, *FACES) if part not in wanted)
        return self._sprites.get("waiter", WIDTH, drop=drop, flip=stance.flip)
