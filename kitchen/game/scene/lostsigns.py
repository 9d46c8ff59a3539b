"""Signs of what was just lost, at its place: food that burnt, and the price of what spoilt.

They last by the wall clock, however fast the kitchen goes; those that would lie over one another
are gathered in one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Pos
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.ease import out_back
from kitchen.game.scene.dishes import Dishes
from kitchen.game.scene.floorplan import Site
from kitchen.game.scene.sprites import Sprites
from kitchen.game.scene.standing import Floor
from kitchen.game.signs import lostwords
from kitchen.game.signs.moment import Moment
from kitchen.sim import facts as f
from kitchen.sim.view.losses import Lost

SECONDS, FADE_SECONDS, POP_SECONDS = 2.8, 0.35, 0.26
APART_X, APART_Y = 96.0, 34.0  # logical px: nearer ones are gathered
UP = 7.0  # its middle, above the upper edge of the plate
HEAD, SMALL, PAD, GAP = 17.0, 13.0, 8.0, 5.0
FLAME = 17.0
KEPT = 24


@dataclass(slots=True)
class LostSign:
    """What was lost at a place, and since when it says so."""

    kind: str
    site: tuple[str, int, bool]
    """The key of its site, which is the same in every size of window."""
    at: Pos
    since: float
    up: float = 0.0
    """How much higher it is than usual: over another one. In logical px."""
    lost: list[Lost] = field(default_factory=list)


class LostSigns:
    """Draws them over the scene; `follow` once a frame."""

    def __init__(self, sprites: Sprites) -> None:
        self._kit, self._sprites = sprites.kit, sprites
        self._width = sprites.places.width
        self._made: Lru[pygame.Surface] = Lru(KEPT)
        self.reset()

    def reset(self) -> None:
        """What was lost before the first frame is nothing new."""
        self.signs: list[LostSign] = []
        self._fresh = True

    def take_over(self, old: LostSigns) -> None:
        """Go on where those of another size left off: `follow` finds their places."""
        self.signs, self._fresh = old.signs, old._fresh

    def follow(self, moment: Moment, floor: Floor, dishes: Dishes) -> None:
        """``dishes``: as they stood before."""
        self.signs = [sign for sign in self.signs if moment.wall - sign.since < SECONDS]
        for sign in self.signs:
            if (site := floor.site(sign.site)) is not None:
                sign.at = _place(site, sign.up)
        fresh, self._fresh = self._fresh, False
        for fact in moment.facts:
            if fresh or not isinstance(fact, f.FoodBurnt | f.Overcooked):
                continue
            lost = moment.view.losses.told_by(fact)
            if lost is None or moment.view.orders[fact.order].state != "open":
                continue
            standing = floor.at(fact.order, fact.part)
            here = standing.site if standing is not None else None
            if (site := dishes.stood(fact.order, fact.part) or here) is not None:
                self._add(lost, site, moment.wall)

    def _add(self, lost: Lost, site: Site, wall: float) -> None:
        up = 0.0
        at = _place(site, up)
        for sign in self.signs:
            near = abs(sign.at[0] - at[0]) < APART_X and abs(sign.at[1] - at[1]) < APART_Y
            if near and sign.kind == lost.kind:
                sign.since = wall
                sign.lost.append(lost)
                return
            if near:
                up += APART_Y
                at = _place(site, up)
        self.signs.append(LostSign(lost.kind, site.key, at, wall, up, [lost]))

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        for sign in self.signs:
            age = moment.wall - sign.since
            lost = tuple(sign.lost)
            key = (sign.kind, lost)
            picture = self._made.get(key, lambda lost=lost: self._make(lost))  # type: ignore[misc]
            if age < POP_SECONDS and not moment.calm:
                scale = max(0.1, out_back(age / POP_SECONDS))
                picture = pygame.transform.smoothscale_by(picture, scale)
            fade = (SECONDS - age) / FADE_SECONDS
            if fade < 1.0:
                picture = self._sprites.faded(picture, f"lost {key}", fade)
            half = picture.get_width() / self._kit.stage.k / 2 + 3.0
            x = min(max(sign.at[0], half), self._width - half)
            surface.blit(picture, self._sprites.middle(picture, x, sign.at[1]))

    def _make(self, lost: tuple[Lost, ...]) -> pygame.Surface:
        return self._burnt(lost) if lost[0].kind == "burnt" else self._spoilt(lost)

    def _burnt(self, lost: tuple[Lost, ...]) -> pygame.Surface:
        """A flame, the word, and the work that was in it, on red."""
        kind, many = self._kit.type, len(lost)
        head = kind.display("Burnt" if many == 1 else f"{many} burnt", HEAD, p.INK)
        cost = kind.ui(lostwords.work(lost), SMALL, p.INK, "bold")
        flame = self._kit.art.get("flame", height=FLAME)
        return self._boxed([flame, head, cost], (0xFF, 0x8B, 0x92), p.RED)

    def _spoilt(self, lost: tuple[Lost, ...]) -> pygame.Surface:
        """A price tag: the old price struck, and the new one."""
        kind, (old, new) = self._kit.type, lostwords.price(lost)
        head = kind.ui("Spoilt" if old else f"{len(lost)} spoilt", SMALL, p.RED_PAPER, "bold")
        cost = kind.display(new, HEAD, p.INK)
        pieces = [head, cost]
        if old:
            struck = kind.ui(old, SMALL, p.PAPER_MUTED, "bold").copy()
            w, h = struck.get_size()
            line = self._kit.stage.line(2)
            pygame.draw.line(struck, p.RED_PAPER, (0, h // 2 + line), (w, h // 2 - line), line)
            pieces.insert(1, struck)
        return self._boxed(pieces, p.PAPER, (0xFB, 0xEA, 0xD2))

    def _boxed(
        self, pieces: list[pygame.Surface], top: p.Colour, bottom: p.Colour
    ) -> pygame.Surface:
        s = self._kit.stage
        gap, pad = s.px(GAP), s.px(PAD)
        width = sum(piece.get_width() + gap for piece in pieces) - gap + 2 * pad
        high = max(s.px(26.0), round(self._kit.type.grown(HEAD) * s.k * 1.45))
        size = (width, high)
        made = paint.box(size, s.px(8), top, p.INK, s.line(2.4), bottom).copy()
        x = pad
        for piece in pieces:
            made.blit(piece, piece.get_rect(midleft=(x, high // 2)))
            x += piece.get_width() + gap
        return made


def _place(site: Site, up: float) -> Pos:
    """The middle of a sign there: on the upper edge of its plate."""
    x, y, w, _ = site.plate
    return x + w / 2, y - UP - up
