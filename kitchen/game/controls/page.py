"""A page: some controls, one of which has the focus.

The pointer, the keyboard and a gamepad all work on the same controls. The ring around what has
the focus shows as soon as a key or a button was used, and slides from one control to the next.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from kitchen.game.controls.control import Control, Touch
from kitchen.game.controls.slider import Slider
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box, Pos, inside
from kitchen.game.draw.ease import Tween
from kitchen.game.draw.kit import Kit
from kitchen.game.input.intents import STEPS, Intent

RING = 4.0  # logical px between a control and its ring
RING_SECONDS = 0.12
ASIDE = 3.0  # how much dearer a step to the side is than one straight ahead


class Page:
    """``controls`` in the order in which Tab visits them; ``start`` has the focus first."""

    def __init__(self, kit: Kit, controls: Sequence[Control], start: int = 0) -> None:
        self.kit = kit
        self.controls = list(controls)
        self.focus = start if self.controls else -1
        self.ring = False
        """Whether the focus is shown: a key or a button was used last."""
        self._hover: Control | None = None
        self._held: Control | None = None
        self._wall = 0.0
        self._way: tuple[Box, Box] | None = None
        self._way_since = 0.0

    @property
    def focused(self) -> Control | None:
        return self.controls[self.focus] if 0 <= self.focus < len(self.controls) else None

    # -- keys and buttons ----------------------------------------------------------------------

    def want(self, intent: Intent) -> bool:
        """Take a wish in; False: the page has no use for it."""
        if self.focused is None:
            return False
        was, self.ring = self.ring, True
        if intent in STEPS:
            dx, dy = STEPS[intent]
            if not (dy == 0 and self.focused.enabled and self.focused.adjust(dx)):
                self._go(dx, dy)
        elif intent in (Intent.NEXT, Intent.PREVIOUS):
            self._turn(1 if intent is Intent.NEXT else -1)
        elif intent is Intent.CONFIRM:
            if self.focused.enabled:
                self.focused.tap(self._wall)
                self.focused.press()
        else:
            self.ring = was
            return False
        return True

    def _turn(self, step: int) -> None:
        count = len(self.controls)
        for distance in range(1, count + 1):
            index = (self.focus + step * distance) % count
            if self.controls[index].enabled:
                self.give_focus(index)
                return

    def _go(self, dx: int, dy: int) -> None:
        """To the nearest control in that direction; around the end if there is none."""
        here = self.controls[self.focus]
        ahead = [
            (cost, index)
            for index, other in enumerate(self.controls)
            if other is not here and other.enabled
            and (cost := distance(here.box, other.box, dx, dy)) is not None
        ]  # fmt: skip
        if ahead:
            self.give_focus(min(ahead)[1])

    def give_focus(self, index: int) -> None:
        old = self.focused
        self.focus = index
        if old is not None and old is not self.controls[index]:
            self._way, self._way_since = (old.box, self.controls[index].box), self._wall

    # -- the pointer ---------------------------------------------------------------------------

    def at(self, pos: Pos | None) -> Control | None:
        """The control under a point in logical px."""
        under = (c for c in reversed(self.controls) if c.enabled and inside(c.box, pos))
        return next(under, None)

    def move(self, pos: Pos) -> None:
        self._hover = self.at(pos)
        if isinstance(self._held, Slider):
            self._held.drag(pos)
        elif self._hover is not None:
            self.focus = self.controls.index(self._hover)
            self.ring = False

    def down(self, pos: Pos) -> bool:
        """The button went down; whether on something."""
        self._held = self._hover = self.at(pos)
        if self._held is None:
            return False
        self.focus, self.ring = self.controls.index(self._held), False
        if isinstance(self._held, Slider):
            self._held.drag(pos)
        return True

    def up(self, pos: Pos) -> bool:
        """The button was let go; whether that pressed something."""
        held, self._held = self._held, None
        if held is None or held is not self.at(pos):
            return False
        if not isinstance(held, Slider):
            held.click(pos)
        return True

    def point(self, event: pygame.event.Event) -> bool:
        """Take an event of the mouse in; whether a button on a control went down, or pressed it."""
        pos = self.kit.stage.to_logical(event.pos)
        if event.type == pygame.MOUSEMOTION:
            self.move(pos)
            return False
        if event.button != 1:
            return False
        return self.down(pos) if event.type == pygame.MOUSEBUTTONDOWN else self.up(pos)

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        self._wall = wall
        for control in self.controls:
            control.draw(canvas, self._touch(control))
        if self.ring and self.focused is not None:
            self._draw_ring(canvas, self.focused)

    def _touch(self, control: Control) -> Touch:
        return Touch(
            self._wall,
            focused=self.ring and control is self.focused,
            hovered=control is self._hover,
            down=control is self._held and control is self._hover,
        )

    def _draw_ring(self, canvas: pygame.Surface, control: Control) -> None:
        x, y, w, h = self._ring_box(control)
        stage = self.kit.stage
        area = stage.rect(x - RING, y - RING, w + 2 * RING, h + 2 * RING)
        radius = stage.px(control.radius + RING)
        outer = area.inflate(2 * stage.line(1), 2 * stage.line(1))
        canvas.blit(paint.box(outer.size, radius, None, palette.INK, stage.line(5)), outer)
        canvas.blit(paint.box(area.size, radius, None, palette.SAFFRON, stage.line(3)), area)

    def _ring_box(self, control: Control) -> Box:
        """Where the ring is on its way."""
        if self._way is None or self._way[1] != control.box:
            return control.box
        share = Tween(0.0, 1.0, RING_SECONDS).at(self._wall - self._way_since)
        if share >= 1.0:
            self._way = None
            return control.box
        old, new = self._way
        x, y, w, h = (round(a + (b - a) * share) for a, b in zip(old, new, strict=True))
        return x, y, w, h


def distance(here: Box, there: Box, dx: int, dy: int) -> float | None:
    """How far it is from one box to another in a direction; None: not in that direction."""
    if dx:
        ahead = there[0] - (here[0] + here[2]) if dx > 0 else here[0] - (there[0] + there[2])
        aside = max(here[1], there[1]) - min(here[1] + here[3], there[1] + there[3])
        middle = abs(here[1] + here[3] / 2 - there[1] - there[3] / 2)
    else:
        ahead = there[1] - (here[1] + here[3]) if dy > 0 else here[1] - (there[1] + there[3])
        aside = max(here[0], there[0]) - min(here[0] + here[2], there[0] + there[2])
        middle = abs(here[0] + here[2] / 2 - there[0] - there[2] / 2)
    if ahead < -4.0:
        return None
    return max(0.0, ahead) + ASIDE * max(0.0, aside) + middle * 0.01
