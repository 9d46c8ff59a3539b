"""The shift chooser: the first screen, a card for every shift of the cookbook."""

from __future__ import annotations

import pygame

from kitchen.cookbook.load import load_shift, shift_names
from kitchen.game import paint, palette
from kitchen.game.art import Art
from kitchen.game.game import Game
from kitchen.game.larder import CONTENTS
from kitchen.game.screen import Screen
from kitchen.game.servicescreen import ServiceScreen
from kitchen.game.type import Type
from kitchen.game.vessels import icon
from kitchen.pacing import Frame, Pace, Wall
from kitchen.sim.shift import Shift

BOOK = (456.0, 28.0, 796.0, 664.0)  # logical px: x, y, width, height
COLUMNS = 3
CARD = (244.0, 176.0)
GAP = 12.0
CARDS_AT = (BOOK[0] + 20.0, BOOK[1] + 88.0)
COUNTER_Y = 470.0  # where the wall ends and the counter begins
FIRST = ("first-shift", "egg-and-chicken", "ten-orders", "noodle-bar", "slow-roast", "one-oven",
         "lunch-rush", "dinner-rush", "deliveries")  # fmt: skip
OTHER_POTS = tuple(name for name in CONTENTS["pot"].split() if name != "soup")
KEYS = (
    ("Arrows, Enter", "choose a shift, cook it"),
    ("Click, or 1 to 0", "give a dish the chef next"),
    ("Tab", "look into the next kitchen"),
    ("Space  +  -", "pause, faster, slower"),
    ("A   R   Esc", "autopilot, again, out"),
)


class Chooser(Screen):
    """Cards to choose from, with the pointer or the arrow keys."""

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        known = shift_names()
        names = [n for n in FIRST if n in known] + [n for n in known if n not in FIRST]
        self.shifts = [load_shift(name) for name in names[: COLUMNS * 3]]
        self.chosen = 0

    def pace(self) -> Pace:
        return Wall()

    def build(self, type_: Type, art: Art) -> None:
        self._type, self._art = type_, art
        self._canvas = self.window.stage.canvas(self.window.surface)
        self.window.surface.fill(palette.NIGHT)
        self._back = self._bake()
        self._cards = [self._card(shift) for shift in self.shifts]
        self._focus = self._ring()

    # -- input ---------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> None:
        if event.type == pygame.KEYDOWN:
            self._key(event.key, event.mod)
        elif event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEMOTION):
            card = self.card_at(self.window.stage.to_logical(event.pos))
            if card is not None:
                self.chosen = card
                if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
                    self._start()

    def _key(self, key: int, mod: int) -> None:
        back = mod & pygame.KMOD_SHIFT
        steps = {
            pygame.K_RIGHT: 1, pygame.K_LEFT: -1, pygame.K_DOWN: COLUMNS, pygame.K_UP: -COLUMNS,
            pygame.K_TAB: -1 if back else 1,
        }  # fmt: skip
        if key in steps:
            self.chosen = (self.chosen + steps[key]) % len(self.shifts)
        elif key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE):
            self._start()
        elif key == pygame.K_ESCAPE:
            self.leave(None)

    def card_at(self, pos: tuple[float, float]) -> int | None:
        """The card under a point in logical px."""
        column, x = divmod(pos[0] - CARDS_AT[0], CARD[0] + GAP)
        row, y = divmod(pos[1] - CARDS_AT[1], CARD[1] + GAP)
        index = int(row * COLUMNS + column)
        inside = 0 <= column < COLUMNS and row >= 0 and x < CARD[0] and y < CARD[1]
        return index if inside and index < len(self.shifts) else None

    def _start(self) -> None:
        again = Chooser(self.game)
        again.chosen = self.chosen
        self.leave(ServiceScreen(self.game, self.shifts[self.chosen], again))

    # -- pictures ------------------------------------------------------------------------------

    def draw(self, frame: Frame) -> None:
        stage, canvas = self.window.stage, self._canvas
        canvas.blit(self._back, (0, 0))
        for index, card in enumerate(self._cards):
            x, y = self._corner(index)
            canvas.blit(card, (stage.px(x), stage.px(y)))
            if index == self.chosen:
                canvas.blit(self._focus, (stage.px(x) - stage.px(4), stage.px(y) - stage.px(4)))
        if self.options.screenshot is not None:
            self.window.save(self.options.screenshot)
            self.leave(None)

    def _corner(self, index: int) -> tuple[float, float]:
        row, column = divmod(index, COLUMNS)
        return CARDS_AT[0] + column * (CARD[0] + GAP), CARDS_AT[1] + row * (CARD[1] + GAP)

    def _put(self, surface: pygame.Surface, thing: pygame.Surface, x: float, y: float) -> None:
        """With the middle of its left edge there."""
        stage = self.window.stage
        surface.blit(thing, thing.get_rect(midleft=(stage.px(x), stage.px(y))))

    def _bake(self) -> pygame.Surface:
        """Wall, counter, name, chef and pot, and the open book."""
        stage = self.window.stage
        layer = pygame.Surface(stage.canvas_size)
        layer.blit(
            paint.gradient(stage.canvas_size, palette.mix(palette.WALL, palette.NIGHT, 0.45),
                           palette.mix(palette.WALL, palette.NIGHT, 0.15)), (0, 0))  # fmt: skip
        self._tiles(layer)
        self._counter(layer)
        self._logo(layer)
        self._book(layer)
        return layer

    def _tiles(self, layer: pygame.Surface) -> None:
        stage = self.window.stage
        light = palette.with_alpha(palette.mix(palette.WALL, palette.CREAM, 0.12), 0.16)
        for row in range(24):
            for column in range(-1, 22):
                box = stage.rect(column * 60 + (row % 2) * 30 + 2, row * 22 + 2, 56, 18)
                layer.blit(paint.box(box.size, stage.px(3), light), box)
        glow = paint.glow(stage.px(300), palette.SAFFRON, 0.42)
        layer.blit(
            glow, glow.get_rect(center=(stage.px(300), stage.px(150))), None, pygame.BLEND_RGB_ADD
        )
        lamp = self._art.get("lamp", width=82)
        layer.blit(lamp, (stage.px(340), 0))

    def _counter(self, layer: pygame.Surface) -> None:
        stage = self.window.stage
        wood = stage.rect(0, COUNTER_Y - 34, 1280, 34)
        layer.blit(paint.gradient(wood.size, (0xA9, 0x6F, 0x45), palette.WOOD), wood)
        pygame.draw.rect(layer, (0xF3, 0xCB, 0x94), stage.rect(0, COUNTER_Y, 1280, 5))
        front = stage.rect(0, COUNTER_Y + 5, 1280, 720)
        layer.blit(paint.gradient(front.size, palette.PLUM, palette.NIGHT), front)
        chef = self._art.get("chef_cheer", height=212)
        layer.blit(chef, chef.get_rect(midbottom=(stage.px(142), stage.px(COUNTER_Y - 30))))
        burner = self._art.get("burner", width=190)
        layer.blit(burner, burner.get_rect(midbottom=(stage.px(326), stage.px(COUNTER_Y - 2))))
        pot = self._art.get("pot", width=124, drop=OTHER_POTS)
        layer.blit(pot, pot.get_rect(midbottom=(stage.px(326), stage.px(COUNTER_Y - 16))))
        steam = self._art.get("steam", height=84)
        layer.blit(steam, steam.get_rect(midbottom=(stage.px(326), stage.px(COUNTER_Y - 96))))

    def _logo(self, layer: pygame.Surface) -> None:
        ink = (palette.INK, 6.0)
        self._put(layer, self._type.display("A Watched", 56, palette.SAFFRON, ink), 30, 66)
        self._put(layer, self._type.display("Pot", 104, palette.SAFFRON, ink), 28, 142)
        for index, line in enumerate(("The kitchen game about", "asynchronous Python")):
            colour = palette.SAFFRON if index else palette.CREAM
            self._put(layer, self._type.ui(line, 19, colour), 212, 134 + index * 24)
        for index, (keys, what) in enumerate(KEYS):
            y = COUNTER_Y + 48 + index * 36
            self._put(layer, self._type.ui(keys, 15, palette.SAFFRON, "bold"), 36, y)
            self._put(layer, self._type.ui(what, 15, palette.LILAC), 176, y)

    def _book(self, layer: pygame.Surface) -> None:
        stage = self.window.stage
        box, blur = stage.rect(*BOOK), stage.px(14)
        shade = paint.shadow(box.size, stage.px(20), blur, 0.5)
        layer.blit(shade, (box.x - 2 * blur, box.y - 2 * blur))
        cover = box.inflate(stage.px(10), stage.px(10))
        layer.blit(
            paint.box(cover.size, stage.px(20), palette.TOMATO, palette.INK, stage.line(3)), cover
        )
        layer.blit(paint.box(box.size, stage.px(16), palette.PAPER, None, 1, palette.PAPER_D), box)
        x, y = BOOK[0] + 22, BOOK[1]
        self._put(layer, self._type.display("Service", 36, palette.INK), x, y + 38)
        line = "Choose a shift. The same orders are cooked in four kitchens at once."
        self._put(layer, self._type.ui(line, 15, palette.PAPER_MUTED), x, y + 70)

    def _card(self, shift: Shift) -> pygame.Surface:
        """A shift: its dishes, its name, and what to look for."""
        stage, kind = self.window.stage, self._type
        size = stage.rect(0, 0, *CARD).size
        card = paint.box(size, stage.px(14), (255, 255, 255), palette.PAPER_D, stage.line(2)).copy()
        stripe = stage.rect(8, 8, CARD[0] - 16, 60)
        tint = palette.mix(palette.PAPER, palette.WALL, 0.42)
        card.blit(
            paint.box(
                stripe.size, stage.px(8), palette.mix(tint, palette.PAPER, 0.5), None, 1, tint
            ),
            stripe,
        )
        recipes = list(dict.fromkeys(icon(name) for name in shift.recipes()))[:3]
        for index, name in enumerate(recipes):
            picture = self._art.get(name, height=48)
            x = CARD[0] / 2 + (index - (len(recipes) - 1) / 2) * 68
            card.blit(picture, picture.get_rect(center=(stage.px(x), stage.px(38))))
        self._put(card, kind.ui(shift.title or shift.name, 18, palette.INK, "bold"), 14, 84)
        for index, line in enumerate(self._wrap(shift.about, CARD[0] - 28)[:3]):
            self._put(card, kind.ui(line, 13, palette.PAPER_MUTED, "medium"), 14, 106 + index * 17)
        self._put(card, kind.ui(_facts(shift), 12, palette.STEAM_PAPER), 14, 163)
        return card

    def _wrap(self, text: str, width: float) -> list[str]:
        lines, line = [], ""
        for word in text.split():
            longer = f"{line} {word}".strip()
            if line and self._type.width(longer, 13, weight="medium") > width:
                lines.append(line)
                longer = word
            line = longer
        return [*lines, line]

    def _ring(self) -> pygame.Surface:
        stage = self.window.stage
        size = stage.rect(0, 0, CARD[0] + 8, CARD[1] + 8).size
        return paint.box(size, stage.px(18), None, palette.TOMATO, stage.line(4))


def _facts(shift: Shift) -> str:
    """How many orders, and with what."""
    orders = "orders by chance" if shift.arrivals else f"{len(shift.orders)} orders"
    stations = [
        f"{places} {kind}{'s' if places > 1 else ''}" for kind, places in shift.stations.items()
    ]
    return ", ".join([orders, *stations])
