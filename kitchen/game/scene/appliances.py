"""Stations and boards as they are when nobody uses them, and the empty plates before them."""

from __future__ import annotations

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.scene.floorplan import BOARD_SIZE, HOB_SIZE, OVEN_SIZE, Floorplan, Site
from kitchen.game.scene.places import Places
from kitchen.game.scene.vesselfit import FITS
from kitchen.game.signs.larder import CONTENTS

HOB_W, HOB_TOP = 104.0, 1.0  # of the glass; its edge below the hob's back edge
CABINET_W, CABINET_DOWN = 108.0, 3.0  # around an oven; its foot below the oven's
APPLIANCE_W, APPLIANCE_DOWN = 112.0, 56.0  # of a kind of somebody's own
NAME_X, NAME_SIZE, NAME_UP = 92.0, 14.0, 21.0  # room for its name; the middle, above its foot
BOARD_W, BOARD_DOWN = 86.0, 10.0
COLD = "off"
"""What the drawing of an oven shows that is not in use."""

DRAWER: p.Colour = (0x2F, 0x20, 0x39)
DRAWER_EDGE: p.Colour = (0x1E, 0x13, 0x26)
DRAWER_LIP: p.Colour = (0x4A, 0x38, 0x56)
KNOB_W = 12.0
FREE: p.Colour = (0xA8, 0x97, 0xB2)
FREE_SIZE, FREE_RING, FREE_LEAST = 14.0, 16.0, 84.0
"""``Free hob``: its size, the empty ring before it, and the width of plates with room for it."""


class Appliances:
    """Draws them into the set."""

    def __init__(self, kit: Kit, places: Places) -> None:
        self._kit, self._top = kit, places.top
        self._fire = places.fire - places.top

    def place(self, picture: pygame.Surface, plan: Floorplan) -> None:
        """``picture`` begins at the scene's upper left corner."""
        for site in sorted(plan.stations.values(), key=lambda site: site.nearer):
            draw = self._oven if site.oven else self._hob if site.hob else self._own
            draw(picture, site)
            self._free_plate(picture, site)
        for site in plan.boards:
            board = self._kit.art.get("board_bare", BOARD_W * site.size / BOARD_SIZE)
            down = BOARD_DOWN * site.size / BOARD_SIZE
            self._kit.put(picture, board, site.x, site.y - self._top + down, "midtop")
            self._drawer(picture, site.plate)

    def _hob(self, picture: pygame.Surface, site: Site) -> None:
        share = site.size / HOB_SIZE
        hob = self._kit.art.get("hob", HOB_W * share)
        self._kit.put(picture, hob, site.x, site.y - self._top + HOB_TOP * share, "midtop")

    def _oven(self, picture: pygame.Surface, site: Site) -> None:
        """A cabinet, and in it the oven's own face, cold."""
        share, fit = site.size / OVEN_SIZE, FITS["oven"]
        foot = site.y - self._top + fit.foot * site.size
        cabinet = self._kit.art.get("cabinet", CABINET_W * share)
        self._kit.put(picture, cabinet, site.x, foot + CABINET_DOWN * share, "midbottom")
        drop = tuple(group for group in CONTENTS["oven"].split() if group != COLD)
        face = self._kit.art.get("oven", fit.width * site.size, drop=drop)
        self._kit.put(picture, face, site.x, foot, "midbottom")

    def _own(self, picture: pygame.Surface, site: Site) -> None:
        """A plain appliance with its name on its front."""
        share = site.size / HOB_SIZE
        foot = self._fire + APPLIANCE_DOWN
        body = self._kit.art.get("appliance", APPLIANCE_W * share)
        self._kit.put(picture, body, site.x, foot, "midbottom")
        size = max(12.0, NAME_SIZE * share)
        name = self._kit.type.elide(site.kind, size, NAME_X * share, weight="bold")
        text = self._kit.type.ui(name, size, p.INK, "bold")
        self._kit.put(picture, text, site.x, foot - NAME_UP * share, "center")

    # -- plates --------------------------------------------------------------------------------

    def _drawer(self, picture: pygame.Surface, plate: Box, knob: bool = True) -> None:
        """Where the plate of a dish will be: until then it looks like a drawer."""
        s = self._kit.stage
        x, y, w, h = plate
        area = s.rect(x, y - self._top, w, h)
        line = s.line(1)
        picture.blit(paint.box(area.size, s.px(8), DRAWER_LIP), area.move(0, line))
        picture.blit(paint.box(area.size, s.px(8), DRAWER, DRAWER_EDGE, line), area)
        if knob:
            drawn = self._kit.art.get("knob", KNOB_W)
            picture.blit(drawn, drawn.get_rect(center=area.center))

    def _free_plate(self, picture: pygame.Surface, site: Site) -> None:
        """``Free hob``, with an empty ring; the ring alone where there is no room."""
        self._drawer(picture, site.plate, knob=False)
        x, y, w, h = site.plate
        s = self._kit.stage
        ring = paint.disc(s.px(FREE_RING), DRAWER, FREE, s.line(1.5))
        middle = y - self._top + h / 2
        if w < FREE_LEAST:
            self._kit.put(picture, ring, x + w / 2, middle, "center")
            return
        self._kit.put(picture, ring, x + 18.0, middle, "center")
        words, size = self._kit.type.told(
            (f"Free {site.kind}", "Free"), FREE_SIZE, w - 44.0, weight="semibold"
        )
        text = self._kit.type.ui(words, size, FREE, "semibold")
        self._kit.put(picture, text, x + 34.0, middle, "midleft")
