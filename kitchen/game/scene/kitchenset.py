"""The set: wall, lamps, floor, counters and stations, all that never moves, baked once for each
floor plan."""

from __future__ import annotations

import random

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.cache import Lru
from kitchen.game.draw.kit import Kit
from kitchen.game.scene.appliances import Appliances
from kitchen.game.scene.floorplan import Floorplan
from kitchen.game.scene.places import WALL_SHARE, Places

BRICK_W, BRICK_H, JOINT = 32.0, 15.5, 1.6  # logical px
BRICK_SPREAD = 0.07  # how much bricks differ in brightness
BRICK_SEED = 11
LAMPS = (160.0, 443.0, 592.0)  # x of the lamps, in the plain layout
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
CRATES_X, CRATES_UP, CRATES_W = 92.0, 38.0, 74.0
"""On the floor: its middle (plain), its foot above the worktop, its width."""

BETWEEN = (("prop_crock", 34.0), ("prop_jars", 40.0), ("prop_bottles", 34.0), ("prop_plates", 44.0))
"""On the fire line where no station is: drawing and width."""
ROOM_BETWEEN, BETWEEN_PITCH = 70.0, 96.0  # logical px of bare counter that holds one; one to each
BETWEEN_FOOT = 22.0  # below the counter's back edge
COUNTER_W = 172.0  # of the drawing of a counter, which is laid end to end
SETS_KEPT = 3
RAIL_DOWN, RAIL_H = 52.0, 2.4  # below the fire line's back edge
RAIL: p.Colour = (0xC9, 0x9A, 0x55)
RAIL_DARK: p.Colour = (0x5E, 0x40, 0x2C)


class KitchenSet:
    """The baked scene, of which a picture for each floor plan covers all of `Places.scene`."""

    def __init__(self, kit: Kit, where: Places) -> None:
        self._kit, self._places = kit, where
        self.area = kit.stage.rect(*where.scene)
        self._appliances = Appliances(kit, where)
        self._pictures: Lru[pygame.Surface] = Lru(SETS_KEPT)
        self.picture = pygame.Surface(self.area.size)
        self.picture.fill(FRONT)
        self._wall(kit.stage.rect(0, 0, where.width, where.fire - where.top))
        floor = where.aisle_top - where.top
        self._floor(kit.stage.rect(0, floor, where.width, where.worktop - where.aisle_top))
        for y in (where.fire, where.worktop):
            self._counter(y)
        self._rail()
        self._lamps()
        if pygame.display.get_surface() is not None:
            self.picture = self.picture.convert()

    def draw(self, surface: pygame.Surface, plan: Floorplan) -> None:
        surface.blit(self._pictures.get(plan, lambda: self._furnished(plan)), self.area)

    def _furnished(self, plan: Floorplan) -> pygame.Surface:
        """With the stations and boards of a floor plan."""
        picture = self.picture.copy()
        self._between(picture, plan)
        self._appliances.place(picture, plan)
        return picture

    # -- the wall ------------------------------------------------------------------------------

    def _wall(self, area: pygame.Rect) -> None:
        wall = paint.smooth(area.size, MORTAR, self._bricks)
        self.picture.blit(wall, area)
        self._hang("utensils", 88.0, 22.0, 98.0)
        self._hang("shelf", 372.0, 30.0, 118.0)
        self._hang("utensils", 514.0, 22.0, 98.0, flip=True)
        self._hang("prop_window", 788.0, 12.0, 76.0, alpha=240)
        shade = paint.gradient((area.w, self._kit.stage.px(34)), (*p.NIGHT, 130), (*p.NIGHT, 0))
        self.picture.blit(shade, area)
        foot = paint.gradient((area.w, self._kit.stage.px(14)), (*p.NIGHT, 0), (*p.NIGHT, 120))
        self.picture.blit(foot, foot.get_rect(bottomleft=area.bottomleft))

    def _bricks(self, large: pygame.Surface, scale: int) -> None:
        large.fill(MORTAR)
        k = self._kit.stage.k * scale
        chance = random.Random(BRICK_SEED)
        rows = int((self._places.fire - self._places.top) / BRICK_H) + 2
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
        x, y = self._places.along(x), y + self._places.higher * WALL_SHARE * 0.4
        self._kit.put(self.picture, drawn, x, y, "midtop")

    def _lamps(self) -> None:
        lamp = self._kit.art.get("lamp", LAMP_W)
        glow = paint.glow(self._kit.stage.px(LAMP_GLOW), LAMP_COLOUR, LAMP_LIGHT)
        bulb = paint.glow(self._kit.stage.px(34), (0xE8, 0xD8, 0x96), 0.7)
        wall = self._kit.stage.rect(0, 0, self._places.width, self._places.fire - self._places.top)
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
        crates = self._kit.art.get("prop_crates", CRATES_W)
        at = (
            self._kit.stage.px(self._places.along(CRATES_X)),
            area.bottom - self._kit.stage.px(CRATES_UP),
        )
        self.picture.blit(crates, crates.get_rect(midbottom=at))
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
        middle = area.top + area.height * 6 // 10
        for x in (205.0, 520.0, 760.0):
            at = pool.get_rect(center=(self._kit.stage.px(self._places.along(x)), middle))
            self.picture.blit(pool, at, None, pygame.BLEND_RGB_ADD)

    def _tiles(self, large: pygame.Surface, scale: int) -> None:
        k = self._kit.stage.k * scale
        middle = self._places.width / 2.0
        reach = self._places.worktop - self._places.aisle_top - VANISH_Y
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

    # -- the counters --------------------------------------------------------------------------

    def _counter(self, y: float) -> None:
        """Wood, its edge and the front, from side to side."""
        top = self._kit.stage.px(y - self._places.top)
        counter = self._kit.art.get("counter", COUNTER_W)
        for left in range(-1, self.area.w, counter.get_width() - 2):  # its edges may be see-through
            self.picture.blit(counter, (left, top))

    def _rail(self) -> None:
        """A brass rail along the fire line's edge: cords hang on it."""
        s, y = self._kit.stage, self._places.fire - self._places.top + RAIL_DOWN
        for colour, down, high in ((RAIL_DARK, 0.0, RAIL_H + 1.0), (RAIL, 0.0, RAIL_H)):
            self.picture.fill(colour, s.rect(0, y + down, self._places.width, high))

    def _between(self, picture: pygame.Surface, plan: Floorplan) -> None:
        """Jars and bottles where the fire line is bare."""
        index = 0
        for left, right in plan.bare(ROOM_BETWEEN):
            count = int((right - left) // BETWEEN_PITCH) or 1
            for one in range(count):
                name, width = BETWEEN[index % len(BETWEEN)]
                x = left + (right - left) * (one + 0.5) / count
                y = self._places.fire - self._places.top + BETWEEN_FOOT
                self._kit.put(picture, self._kit.art.get(name, width), x, y, "midbottom")
                index += 1
