"""The player's own kitchen, small, in the corner of the scene while they look into another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box, inside
from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import LookInto
from kitchen.game.scene.kitchenscene import KitchenScene
from kitchen.game.scene.small import silent_kit
from kitchen.game.signs.layout import layout_of
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.subjects import KitchenOf, Spot
from kitchen.game.signs.yours import Yours, waiting
from kitchen.sim.facts import Fact
from kitchen.sim.plan import PlanStep
from kitchen.sim.shift.modes import MODES

WIDTH, HEAD, EDGE, AIR = 208.0, 22.0, 4.0, 5.0
"""Logical px, of the picture and around it: over the last two places of the worktop, no more."""
PAINTED = 10
"""Times a second that it is painted anew: so small, that is as good as always."""
SIZE, ICON, BADGE, MOST = 13.0, 18.0, 17.0, 3
"""Of its words and its sign; of the numbers of those who wait, and how many of them at most."""


class HomePicture:
    """The kitchen's own scene without its words, live; a click on it leads home."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        scene = layout_of(kit.stage).scene
        small = silent_kit(kit, WIDTH)
        x, y, w, h = layout_of(small.stage).scene
        height = WIDTH * h / w
        wide, high = WIDTH + 2 * EDGE, HEAD + height + EDGE
        left, top = scene[0] + scene[2] - AIR - wide, scene[1] + scene[3] - 4.0 - AIR - high
        self.box: Box = (left, top, wide, high)
        self._picture: Box = (left + EDGE, top + HEAD, WIDTH, height)
        self._small, self._cut = small, small.stage.rect(x, y, w, h)
        self._scene: KitchenScene | None = None
        self._shown: pygame.Surface | None = None
        self._facts: list[Fact] = []
        self._painted = -1e9
        self._home = ""
        """Which kitchen it shows; empty: none."""
        self._stale = False
        """It is another moment of it."""

    def reset(self) -> None:
        """The player looks into another kitchen, or at another moment: what follows is nothing
        new."""
        self._stale = True

    def take_over(self, old: HomePicture) -> None:
        """Go on where that of another size left off: nobody there comes in anew."""
        if old._scene is not None and old._home:
            self._made().take_over(old._scene)
            self._home, self._facts, self._painted = old._home, old._facts, -1e9

    def _follow(self, moment: Moment, yours: Yours) -> None:
        """Paint the player's kitchen as it is now."""
        scene = self._begun(yours)
        self._facts += yours.facts
        fresh = moment.scrubs or not self._stale
        if fresh and 0.0 <= moment.wall - self._painted < 1.0 / PAINTED:
            return
        if self._stale:
            self._stale = False
            scene.reset()
        self._painted = moment.wall
        _, attention, _ = MODES[yours.mode]
        there = replace(
            moment, view=yours.view, mode=yours.mode, attention=attention, hover=None,
            facts=tuple(self._facts), whole=True,
        )  # fmt: skip
        scene.draw(self._canvas, there)
        self._facts = []
        picture = self._canvas.subsurface(self._cut.clip(self._canvas.get_rect()))
        size = self._kit.stage.rect(*self._picture).size
        fits = size == picture.get_size()
        self._shown = picture if fits else pygame.transform.smoothscale(picture, size)

    def warm(
        self, plans: Mapping[str, Sequence[PlanStep]], stations: Mapping[str, int]
    ) -> Iterator[None]:
        """Make what it needs with these dishes before it is first shown."""
        yield
        yield from self._made().warm(plans, 1, stations)

    def _made(self) -> KitchenScene:
        if self._scene is None:
            self._scene = KitchenScene(self._small)
            self._canvas = pygame.Surface(self._small.stage.canvas_size).convert()
        return self._scene

    def _begun(self, yours: Yours) -> KitchenScene:
        scene = self._made()
        if self._home != yours.mode:
            scene.reset()
            self._home, self._facts, self._painted = yours.mode, [], -1e9
        return scene

    # -- what it is ----------------------------------------------------------------------------

    def spots(self) -> list[Spot[KitchenOf]]:
        return [Spot(self.box, KitchenOf(self._home))] if self._home else []

    def target(self, pos: tuple[float, float]) -> LookInto | None:
        """A click on it leads home."""
        return LookInto(self._home) if self._home and inside(self.box, pos) else None

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        if not moment.away or moment.yours is None:
            self._home = ""  # the player is at home
            return
        self._follow(moment, moment.yours)
        assert self._shown is not None
        stage, (x, y, w, h) = self._kit.stage, self.box
        area, calls = stage.rect(x, y, w, h), moment.calls
        over = inside(self.box, moment.hover)
        edge = p.AMBER if calls else p.CREAM if over else p.LILAC
        line = stage.line(3 if calls or over else 2)
        surface.blit(paint.box(area.size, stage.px(9), p.AUBERGINE, edge, line), area)
        surface.blit(self._shown, stage.rect(*self._picture))
        self._head(surface, moment, waiting(moment.yours.view) if calls else [])

    def _head(self, surface: pygame.Surface, moment: Moment, line: list[int]) -> None:
        """Whose it is, and who waits there."""
        kit, (x, y, w, _) = self._kit, self.box
        middle, right = y + 1.0 + HEAD / 2, x + w - 8.0
        left = x + 8.0
        if line:
            right = self._waiting(surface, moment, line, right, middle)
        icon = kit.art.get(f"mode_{self._home}", ICON)
        left += kit.put(surface, icon, left, middle).width / kit.stage.k + 5.0
        ways = (f"Yours: {self._home}", "Yours")
        words, size = kit.type.told(ways, SIZE, right - left - 6.0, weight="bold", whole=True)
        kit.put(surface, kit.type.ui(words, size, p.CREAM, "bold"), left, middle)

    def _waiting(
        self, surface: pygame.Surface, moment: Moment, line: list[int], right: float, y: float
    ) -> float:
        """A raised hand, and the numbers of those whose it is; where they begin."""
        kit, view = self._kit, moment.yours.view if moment.yours is not None else moment.view
        tables = [view.orders[order].table for order in line]
        for table in reversed([table for table in tables if table is not None][:MOST]):
            face = paint.box(kit.stage.rect(0, 0, BADGE, BADGE).size, kit.stage.px(4), p.AMBER)
            number = kit.type.ui(str(table), SIZE, p.INK, "bold")
            kit.put(surface, face, right, y, "midright")
            kit.put(surface, number, right - BADGE / 2, y, "center")
            right -= BADGE + 3.0
        kit.put(surface, kit.art.get("hand", height=16.0), right - 1.0, y, "midright")
        return right - 18.0
