"""What hangs over the chefs' heads: "...", zzz and the wages of staring."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import palette as p
from kitchen.game.draw.ease import out_back
from kitchen.game.scene.acting import Act
from kitchen.game.scene.sprites import Sprites
from kitchen.game.signs.moment import Moment
from kitchen.sim.view.chefview import ChefView

BUBBLE_W, BUBBLE_AT, BUBBLE_POP, BUBBLE_SHUT = 38.0, (42.0, -75.0), 0.22, 0.12
DOTS_HZ, DOT = 0.8, 5.0
ZZZ_W, ZZZ_AT, ZZZ_SECONDS = 28.0, (52.0, -72.0), 2.4
WAGE_SECONDS, WAGE_RISE, WAGE_EVERY = 0.9, 18.0, 1.0
WAGE_AT, WAGE_SIZE = (60.0, -78.0), 17.0  # right of the hat, over the steam
WAGE_COLOUR: p.Colour = (0xFF, 0xB4, 0xAE)
DOT_DARK: p.Colour = (0x5C, 0x6A, 0x86)
DOT_LIGHT: p.Colour = (0xA3, 0xB2, 0xCA)

Head = tuple[ChefView, Act, float, float, bool]


class Moods:
    """Draws over the chefs' heads; knows only who pops next."""

    def __init__(self, sprites: Sprites) -> None:
        self._kit, self._sprites = sprites.kit, sprites
        self.reset()

    def reset(self) -> None:
        self._paid: dict[int, float] = {}
        """chef -> kitchen time up to which its staring has been shown as wages."""
        self._bubbles: dict[int, tuple[bool, float]] = {}
        """chef -> whether there is a bubble, and since when by the wall clock."""
        self._pop: tuple[int, str, float] | None = None
        self._next_pop = -1e9

    def take_over(self, old: Moods) -> None:
        """Go on where those of another size left off."""
        self._paid, self._bubbles = old._paid, old._bubbles
        self._pop, self._next_pop = old._pop, old._next_pop

    def warm(self) -> Iterator[None]:
        """Make what hangs over them."""
        for art, width in (("bubble", BUBBLE_W), ("zzz", ZZZ_W)):
            self._sprites.get(art, width)
            yield

    def draw(self, surface: pygame.Surface, heads: list[Head], moment: Moment) -> None:
        self._pay(moment)
        for chef, act, x, y, flip in heads:
            pops = self._pop is not None and self._pop[0] == chef.number
            thinks = act == "bored" and not pops
            size = self._bubble(chef.number, thinks, moment)
            self._draw_bubble(surface, (x, y), flip, size, moment)
            if act == "sleep" and not pops:
                phase = ZZZ_SECONDS / 2 if moment.calm else moment.wall + chef.number * 0.7
                self._draw_zzz(surface, x, y, phase, flip)
            if pops:
                self._draw_wage(surface, x, y, moment, flip)

    def _bubble(self, chef: int, thinks: bool, moment: Moment) -> float:
        """How large a chef's bubble is: it grows when the chef is bored, and shrinks after."""
        open_, since = self._bubbles.get(chef, (False, -1e9))
        if open_ != thinks:
            wall = -1e9 if moment.settled else moment.wall
            open_, since = self._bubbles[chef] = thinks, wall
        age = max(0.0, moment.wall - since)  # a picture under a menu is one of later
        if moment.calm:
            return float(open_)
        if open_:
            return out_back(min(1.0, 0.2 + age / BUBBLE_POP))
        return max(0.0, 1.0 - age / BUBBLE_SHUT)

    # -- wages ---------------------------------------------------------------------------------

    def _pay(self, moment: Moment) -> None:
        """One chef at a time: the one whose staring has cost most since it was last shown.

        A paused kitchen costs nothing, and its picture stands still: none hangs there, half faded.
        """
        if self._pop is not None and moment.wall - self._pop[2] > WAGE_SECONDS:
            self._pop = None
        if moment.paused:
            self._pop = None
            return
        if self._pop is not None or moment.wall < self._next_pop or moment.view.opened is None:
            return
        owed = []
        for chef in moment.view.chefs:
            if chef.state == "staring":
                since = max(chef.since, self._paid.get(chef.number, 0.0))
                owed.append((since, chef.number))
        if not owed:
            return
        since, number = min(owed)
        cents = round(100.0 * moment.view.opened.wage * (moment.now - since))
        if cents < 1:
            return
        text = f"−{cents}¢" if cents < 100 else fmt.money(-cents)
        self._pop = (number, text, moment.wall)
        self._paid[number] = moment.now
        self._next_pop = moment.wall + WAGE_EVERY

    def _draw_wage(
        self, surface: pygame.Surface, x: float, y: float, moment: Moment, flip: bool
    ) -> None:
        assert self._pop is not None
        _, text, since = self._pop
        t = min(1.0, (moment.wall - since) / WAGE_SECONDS)
        drawn = self._kit.type.display(text, WAGE_SIZE, WAGE_COLOUR, (p.INK, 2.0))
        drawn = self._sprites.faded(drawn, text, min(1.0, 8.0 * t, 3.0 * (1.0 - t)))
        side = -1.0 if flip else 1.0
        at = (
            x + WAGE_AT[0] * side,
            y + WAGE_AT[1] - WAGE_RISE * moment.swing * (1.0 - (1.0 - t) ** 2),
        )
        surface.blit(drawn, self._sprites.middle(drawn, *at))

    # -- bubbles -------------------------------------------------------------------------------

    def _draw_bubble(
        self,
        surface: pygame.Surface,
        at: tuple[float, float],
        flip: bool,
        scale: float,
        moment: Moment,
    ) -> None:
        if scale <= 0.05:
            return
        bubble = self._sprites.get("bubble", BUBBLE_W, sx=scale, sy=scale, flip=flip)
        cx, cy = at[0] + BUBBLE_AT[0] * (-1.0 if flip else 1.0), at[1] + BUBBLE_AT[1]
        surface.blit(bubble, self._sprites.middle(bubble, cx, cy))
        if scale < 0.95:
            return
        lit = int(moment.loop * DOTS_HZ * 4) % 4
        for index in range(3):
            colour = DOT_DARK if index == lit else DOT_LIGHT
            at = (self._kit.stage.px(cx + 8.5 * (index - 1)), self._kit.stage.px(cy - 3.6))
            radius = max(1, round(DOT * 0.5 * self._kit.stage.k))
            pygame.draw.aacircle(surface, colour, at, radius)

    def _draw_zzz(
        self, surface: pygame.Surface, x: float, y: float, wall: float, flip: bool
    ) -> None:
        t = wall / ZZZ_SECONDS % 1.0
        size = 0.8 + 0.2 * min(1.0, t * 3.0)
        alpha = min(1.0, 4.0 * t, 2.2 * (1.0 - t) + 0.25)
        drawn = self._sprites.get("zzz", ZZZ_W, sx=size, sy=size, alpha=alpha)
        side = -1.0 if flip else 1.0
        sway = 2.0 * math.sin(math.tau * t)
        at = (x + (ZZZ_AT[0] + sway) * side, y + ZZZ_AT[1] - 6.0 * t)
        surface.blit(drawn, self._sprites.middle(drawn, *at))
