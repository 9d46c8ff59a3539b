"""The chef at the foot, who says what the numbers show: glad, content or glum by the stars."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.results import layout
from kitchen.game.results.standings import Standings

HEIGHT, X = 112.0, 112.0  # logical px
TOP: p.Colour = (0x3D, 0x2C, 0x48)
BOTTOM: p.Colour = (0x2A, 0x1C, 0x34)


def pose(standings: Standings) -> str:
    """Which drawing. What was only watched is nobody's triumph, and nobody's failure."""
    if standings.watched:
        return "chef_idle"
    result = standings.own.result
    stars = result.stars
    if not stars:  # nothing was asked for: by what became of the orders
        lost = result.burnt + result.walked_out + result.open
        return "chef_bored" if not result.served else "chef_idle" if lost else "chef_cheer"
    earned = sum(star.earned for star in stars)
    if earned == len(stars):
        return "chef_cheer"
    return "chef_idle" if earned else "chef_bored"


def draw_foot(canvas: pygame.Surface, kit: Kit, standings: Standings) -> None:
    """The dark bar, and the chef who looks over its upper edge."""
    box = kit.stage.rect(*layout.FOOT)
    line = kit.stage.line(1)
    canvas.blit(paint.box(box.size, kit.stage.px(14), TOP, None, line, BOTTOM), box)
    picture = kit.art.get(pose(standings), height=HEIGHT, drop=("bun",))
    area = picture.get_rect(midtop=(kit.stage.px(X), box.bottom - kit.stage.px(HEIGHT * 0.945)))
    clip = canvas.get_clip()
    canvas.set_clip(pygame.Rect(0, 0, canvas.get_width(), box.bottom))
    canvas.blit(picture, area)
    canvas.set_clip(clip)
