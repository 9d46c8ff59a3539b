"""The set: wall, lamps, floor, worktops and everything else that never moves, baked once."""

from __future__ import annotations

import random

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.scene import places
from kitchen.game.scene.places import Places

BRICK_W, BRICK_H, JOINT = 32.0, 15.5, 1.6  # logical px
BRICK_SPREAD = 0.07  # how much bricks differ in brightness
BRICK_SEED = 11
LAMPS = (182.0, 698.0)  # x of the lamps, in the plain layout
LAMP_W, LAMP_TOP = 48.0, 0.0
LAMP_GLOW, LAMP_LIGHT = 165.0, 0.6
LAMP_COLOUR: p.Colour = (0xC8, 0xB4, 0x62)

TILE_ROWS, TILE_PITCH = 9, 112.0  # rows of floor tiles; width of a tile at the worktop
VANISH_Y = -92.0  # where the floor's lines meet, below the row's top
DEPTH = 0.155  # how fast the rows of tiles close up
FLOOR_FAR: p.Colour = (0x66, 0x3B, 0x36)
FLOOR_NEAR: p.Colour = p.FLOOR
FLOOR_DARK = 0.26  # of the darker tiles
FLOOR_LIGHT: p.Colour = (0x74, 0x38, 0x18)

WALL_LIGHT: p.Colour = p.WALL
WALL_FAR: p.Colour = (0x27, 0x4E, 0x55)
MORTAR: p.Colour = (0x1D, 0x3A, 0x42)
FRONT: p.Colour = (0x27, 0x1A, 0x2F)
DRAWER: p.Colour = (0x33, 0x23, 0x3D)
DRAWER_EDGE: p.Colour = (0x22, 0x17, 0x2A)
DRAWER_LIP: p.Colour = (0x4A, 0x38, 0x56)
KNOB_W = 12.0

PROPS = (
    ("prop_pass", 438.0, 60.0, 168.0),
    ("prop_sacks", 846.0, 74.0, 64.0),
    ("prop_crates", 115.0, 72.0, 80.0),
    ("prop_cart", 631.0, 78.0, 82.0),
)
"""On the floor: drawing, x of its middle (plain), its foot below the row's top, its width."""

BETWEEN = (("prop_crock", 34.0), ("prop_jars", 40.0), ("prop_bottles", 34.0), ("prop_plates", 44.0))
"""On the worktop between two cells that are far enough apart: drawing and width."""
ROOM_BETWEEN = 22.0  # logical px between cells from which on something stands there
WOOD_W = 36.0  # of a station, left of its burner
RIM = 50.0  # the worktop ends so far below its back edge; the front begins
SEAM_LEFT, SEAM_RIGHT = 2.0, 4.0  # logical px of a station's drawing with the joint to the next
BETWEEN_FOOT = 20.0  # below the worktop's back edge


class KitchenSet:
    """The baked scene. ``picture`` covers all of `Places.scene`."""

    def __init__(self, kit: Kit, where: Places) -> None:
        self._kit, self._places = kit, where
        self.area = kit.stage.rect(*where.scene)
        self.picture = pygame.Surface(self.area.size)
        self.picture.fill(FRONT)
        self._wall(kit.stage.rect(0, 0, where.width, where.wall_h))
        self._floor(kit.stage.rect(0, where.row_h, where.width, where.wall_h))
        for row in range(places.ROWS):
            self._counter(row)
        self._lamps()
        if pygame.display.get_surface() is not None:
            self.picture = self.picture.convert()

    def draw(self, surface: pygame.Surface) -> None:
        surface.blit(self.picture, self.area)

    # -- the wall ------------------------------------------------------------------------------

    def _wall(self, area: pygame.Rect) -> None:
        wall = paint.smooth(area.size, MORTAR, self._bricks)
        self.picture.blit(wall, area)
        self._hang("utensils", 88.0, 22.0, 98.0)
        self._hang("prop_window", 284.0, 12.0, 72.0, alpha=240)
        self._hang("shelf", 438.0, 28.0, 122.0)
        self._hang("utensils", 796.0, 22.0, 98.0, flip=True)
        shade = paint.gradient((area.w, self._kit.stage.px(34)), (*p.NIGHT, 130), (*p.NIGHT, 0))
        self.picture.blit(shade, area)
        foot = paint.gradient((area.w, self._kit.stage.px(14)), (*p.NIGHT, 0), (*p.NIGHT, 120))
        self.picture.blit(foot, foot.get_rect(bottomleft=area.bottomleft))

    def _bricks(self, large: pygame.Surface, scale: int) -> None:
        large.fill(MORTAR)
        k = self._kit.stage.k * scale
        chance = random.Random(BRICK_SEED)
        rows = int(self._places.wall_h / BRICK_H) + 2
        for row in range(rows):
            y = row * BRICK_H - 4.0
            first = -BRICK_W * (0.5 if row % 2 else 1.0)
            for column in range(int(self._places.width / BRICK_W) + 3):
                light = (row + 0.5) / rows + chance.uniform(-BRICK_SPREAD, BRICK_SPREAD) * 4
                face = p.mix(WALL_FAR, WALL_LIGHT, min(1.0, max(0.0, light)))
                self._brick(large, first + column * BRICK_W, y, face, k)

    def _brick(self, large: pygame.Surface, x: float, y: float, face: p.Colour, k: float) -> None:
        box = pygame.Rect(
            round((x + JOINT) * k),
            round((y + JOINT) * k),
            round((BRICK_W - JOINT) * k),
            round((BRICK_H - JOINT) * k),
        )
        radius = round(1.6 * k)
        pygame.draw.rect(large, p.mix(face, MORTAR, 0.45), box, border_radius=radius)
        box.height -= round(1.6 * k)
        pygame.draw.rect(large, face, box, border_radius=radius)
        box.inflate_ip(-2 * radius, 0)
        lit = (box.x, box.y + round(0.7 * k), box.w, round(1.1 * k))
        pygame.draw.rect(large, p.mix(face, (0x7F, 0xB4, 0xAE), 0.28), lit)

    def _hang(
        self, name: str, x: float, y: float, width: float, *, flip: bool = False, alpha: int = 165
    ) -> None:
        """Something on the wall; ``alpha`` (0 to 255) lets the wall's own colour into it."""
        drawn = self._kit.art.get(name, width, flip=flip).copy()
        drawn.fill((255, 255, 255, alpha), None, pygame.BLEND_RGBA_MULT)
        x, y = self._places.along(x), y + self._places.higher * 0.4
        self._kit.put(self.picture, drawn, x, y, "midtop")

    def _lamps(self) -> None:
        lamp = self._kit.art.get("lamp", LAMP_W)
        glow = paint.glow(self._kit.stage.px(LAMP_GLOW), LAMP_COLOUR, LAMP_LIGHT)
        bulb = paint.glow(self._kit.stage.px(34), (0xE8, 0xD8, 0x96), 0.7)
        wall = self._kit.stage.rect(0, 0, self._places.width, self._places.wall_h)
        for plain_x in LAMPS:
            x = self._places.along(plain_x)
            foot = lamp.get_rect(midtop=(self._kit.stage.px(x), self._kit.stage.px(LAMP_TOP)))
            self.picture.set_clip(wall)
            for light in (glow, bulb):
                at = light.get_rect(center=(foot.centerx, foot.bottom - self._kit.stage.px(3)))
                self.picture.blit(light, at, None, pygame.BLEND_RGB_ADD)
            self.picture.set_clip(None)
            self.picture.blit(lamp, foot)

    # -- the floor -----------------------------------------------------------------------------

    def _floor(self, area: pygame.Rect) -> None:
        self.picture.blit(paint.smooth(area.size, FLOOR_NEAR, self._tiles), area)
        self.picture.set_clip(area)
        self._floor_light(area)
        shade = paint.gradient((area.w, self._kit.stage.px(42)), (*p.NIGHT, 165), (*p.NIGHT, 0))
        self.picture.blit(shade, area)
        for name, x, foot, width in PROPS:
            drawn = self._kit.art.get(name, width)
            foot += self._places.higher * 0.5
            at = (self._kit.stage.px(self._places.along(x)), area.top + self._kit.stage.px(foot))
            self.picture.blit(drawn, drawn.get_rect(midbottom=at))
        foot_shade = paint.gradient(
            (area.w, self._kit.stage.px(18)), (*p.NIGHT, 0), (*p.NIGHT, 120)
        )
        self.picture.blit(foot_shade, foot_shade.get_rect(bottomleft=area.bottomleft))
        self.picture.set_clip(None)

    def _floor_light(self, area: pygame.Rect) -> None:
        """Warm pools of the lamps' light, flattened as the floor is."""
        pool = paint.glow(self._kit.stage.px(150), FLOOR_LIGHT, 0.78)
        w, h = pool.get_size()
        pool = pygame.transform.smoothscale(pool, (w, round(h * 0.42)))
        middle = area.top + self._kit.stage.px(62 + self._places.higher * 0.6)
        for x in (205.0, 672.0):
            at = pool.get_rect(center=(self._kit.stage.px(self._places.along(x)), middle))
            self.picture.blit(pool, at, None, pygame.BLEND_RGB_ADD)

    def _tiles(self, large: pygame.Surface, scale: int) -> None:
        k = self._kit.stage.k * scale
        middle = self._places.width / 2.0
        reach = self._places.wall_h - VANISH_Y
        depths = [VANISH_Y + reach / (1.0 + DEPTH * row) for row in range(TILE_ROWS + 1)]
        columns = int(middle / TILE_PITCH * (1.0 + DEPTH * TILE_ROWS)) + 2
        for row in range(TILE_ROWS):
            near, far = depths[row], depths[row + 1]
            face = p.mix(FLOOR_NEAR, FLOOR_FAR, row / TILE_ROWS)
            for column in range(-columns, columns):
                colour = face if (row + column) % 2 else p.mix(face, FLOOR_FAR, FLOOR_DARK * 2)
                xs = [TILE_PITCH * (column + side) for side in (0, 1)]
                corners = [(xs[0], near), (xs[1], near), (xs[1], far), (xs[0], far)]
                pygame.draw.polygon(
                    large,
                    colour,
                    [((middle + x * (y - VANISH_Y) / reach) * k, y * k) for x, y in corners],
                )

    # -- the worktops --------------------------------------------------------------------------

    def _counter(self, row: int) -> None:
        """Five stations, the worktop between them, and drawers."""
        s, where = self._kit.stage, self._places
        top = s.px(where.worktop(row) - where.top)
        station = self._kit.art.get("station", places.CELL_W, drop=("seam",))
        bare = self._kit.art.get("burner", 88.0)
        bare_wood = pygame.Rect(s.px(3), 0, s.px(WOOD_W), station.get_height())
        for left in range(0, self.area.w, bare_wood.w):
            self.picture.blit(station, (left, top), bare_wood)
        for column in range(places.COLUMNS):
            cell = row * places.COLUMNS + column
            self.picture.blit(station, (s.px(where.left(cell)), top))
            x, y = where.hob(cell)
            middle = (s.px(x), s.px(y - where.top))
            self.picture.blit(bare, bare.get_rect(center=middle))
            self._drawer(where.left(cell), top + s.px(places.PLATE_Y))
            if column and where.gap >= ROOM_BETWEEN:
                self._between(where.left(cell) - where.gap / 2.0, top, row + column)
        self._seams(top)

    def _seams(self, top: int) -> None:
        """The joints of the counter's front, half-way between one station and the next."""
        seamed = self._kit.art.get("station", places.CELL_W)
        wood = self._kit.stage.px(RIM)
        for column in range(places.COLUMNS + 1):
            x = self._kit.stage.px(places.MARGIN + self._places.pitch * column)
            for start, width in ((0, SEAM_RIGHT), (places.CELL_W - SEAM_LEFT, SEAM_LEFT)):
                part = pygame.Rect(
                    self._kit.stage.px(start),
                    wood,
                    self._kit.stage.px(width),
                    seamed.get_height() - wood,
                )
                left = x if start == 0 else x - part.w
                self.picture.blit(seamed, (left, top + wood), part)

    def _between(self, x: float, top: int, index: int) -> None:
        """What stands on the worktop between two cells."""
        name, width = BETWEEN[index % len(BETWEEN)]
        drawn = self._kit.art.get(name, width)
        foot = top + self._kit.stage.px(BETWEEN_FOOT)
        self.picture.blit(drawn, drawn.get_rect(midbottom=(self._kit.stage.px(x), foot)))

    def _drawer(self, x: float, y: int) -> None:
        """Where the plate of a dish will be: until then it looks like a drawer."""
        s, grown = self._kit.stage, self._places.plate_grown
        size = (s.px(160 + grown), s.px(places.PLATE_H))
        at = (s.px(x + 6 - grown / 2.0), y)
        line = s.line(1)
        self.picture.blit(paint.box(size, s.px(7), DRAWER_LIP), (at[0], at[1] + line))
        self.picture.blit(paint.box(size, s.px(7), DRAWER, DRAWER_EDGE, line), at)
        knob = self._kit.art.get("knob", KNOB_W)
        middle = (at[0] + size[0] // 2, y + size[1] // 2)
        self.picture.blit(knob, knob.get_rect(center=middle))
