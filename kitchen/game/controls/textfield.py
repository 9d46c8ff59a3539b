"""A text field: a line that is typed, or pasted."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.control import Control, Touch
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit

LONGEST = 200
"""Letters that it takes."""
SIZE, INSET = 16.0, 14.0
PASTE = pygame.KMOD_CTRL | pygame.KMOD_META


class TextField(Control):
    """``hint`` stands in it while it is empty; ``done`` is called with what it holds when that is
    confirmed. What was there stays: who makes it anew hands it in as ``text``. If that is
    ``offered``, it gives way to the first letter that is typed."""

    radius = 9.0

    def __init__(
        self, kit: Kit, box: Box, hint: str, done: Callable[[str], object], text: str = "",
        offered: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(kit, box, hint)
        self.text = text
        self._offered = offered and bool(text)
        self._done = done

    def press(self) -> None:
        self._done(self.text)

    def click(self, pos: tuple[float, float]) -> None:
        """A click only sets the focus."""

    def take(self, event: pygame.event.Event) -> bool:
        """What a key types; False: nothing."""
        if event.type != pygame.KEYDOWN:
            return False
        if event.key == pygame.K_v and event.mod & PASTE:
            self.add(pasted())
        elif event.key == pygame.K_BACKSPACE:
            self.text = "" if self._offered else self.text[:-1]
            self._offered = False
        elif event.unicode and event.unicode.isprintable() and not event.mod & PASTE:
            self.add(event.unicode)
        else:
            return False
        return True

    def add(self, words: str) -> None:
        """At the end of what is there; of several lines the first."""
        line = next(iter(words.strip().splitlines()), "") if len(words) > 1 else words
        before = "" if self._offered else self.text
        self.text = (before + "".join(c for c in line if c.isprintable()))[:LONGEST]
        self._offered = False

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        stage, kit = self.kit.stage, self.kit
        x, y, w, h = self.box
        area = stage.rect(*self.box)
        edge = palette.INK if touch.focused or touch.hovered else palette.PAPER_MUTED
        canvas.blit(
            paint.box(area.size, stage.px(self.radius), palette.WHITE, edge, stage.line(1.6)), area
        )
        middle, room = y + h / 2, w - 2 * INSET - 4
        if not self.text:
            words, size = kit.type.told((self.hint,), SIZE, room)
            kit.put(canvas, kit.type.ui(words, size, palette.PAPER_MUTED), x + INSET, middle)
            end = x + INSET - 4.0
        else:
            shown = self._end_of(self.text, room)
            width = kit.type.width(shown, SIZE, "code")
            if self._offered:
                box = stage.rect(x + INSET - 2.0, middle - 12.0, width + 4.0, 24.0)
                canvas.fill(palette.SAFFRON, box)
            kit.put(canvas, kit.type.code(shown, SIZE, palette.INK), x + INSET, middle)
            end = x + INSET + width
        caret = stage.rect(end + 1.0, middle - 11.0, 2.0, 22.0)
        canvas.fill(palette.ACTION, caret)

    def _end_of(self, text: str, room: float) -> str:
        """As much of the end as there is room for."""
        while text and self.kit.type.width(text, SIZE, "code") > room:
            text = text[1:]
        return text


def pasted() -> str:
    """What is on the clipboard; nothing where there is none."""
    try:
        return pygame.scrap.get_text()
    except (pygame.error, AttributeError, NotImplementedError):
        return ""


def copy(text: str) -> bool:
    """Put a text on the clipboard; False: there is none."""
    try:
        pygame.scrap.put_text(text)
    except (pygame.error, AttributeError, NotImplementedError):
        return False
    return True
