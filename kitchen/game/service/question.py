"""The question before a shift is lost: a slip of paper over all else, for a few seconds."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.draw import paint, palette
from kitchen.game.draw.ease import Tween, out_back
from kitchen.game.draw.kit import ON_PAPER, Kit
from kitchen.game.input.bindings import MODIFIERS, button_name, key_names, shown
from kitchen.game.input.intents import Intent
from kitchen.game.shell.screen import Overlay, Screen

SECONDS = 5.0
"""Wall time for which it waits for an answer; none is a no."""
HOLD = 0.9
"""Seconds of wall time for which what asked must be held down to say yes."""

WIDTH, HEIGHT, TOP = 480.0, 70.0, 20.0  # logical px
RADIUS, BLUR, BAR_H, RISE, RISE_SECONDS = 16.0, 10.0, 6.0, 14.0, 0.2
LOST = "This shift is lost then."
NO = "No: anything else."

LET_GO = {
    pygame.KEYDOWN: (pygame.KEYUP, "key"),
    pygame.CONTROLLERBUTTONDOWN: (pygame.CONTROLLERBUTTONUP, "button"),
}
"""What can be held down: the event that says that it was let go, and what both have in common."""


class Question(Overlay):
    """``deed`` is done when the player asks for it once more, or holds down what asked for it.

    It takes no key away but Esc: whatever else the player does is done, and means no.
    """

    modal = False

    def __init__(
        self, screen: Screen, words: str, deed: Callable[[], None], event: pygame.event.Event,
        after: str = LOST,
    ) -> None:  # fmt: skip
        super().__init__(screen)
        self._after = after
        self.words = words
        self.fresh = True
        """Nothing has been done since it was asked."""
        self._deed = deed
        self._how = how_to_say_yes(event)
        self._since = screen.wall
        self._held = event if _can_be_held(event) else None

    # -- answers -------------------------------------------------------------------------------

    def yes(self) -> None:
        self.close()
        self._deed()

    def after(self, event: pygame.event.Event) -> None:
        """The player did something; unless that asked, it is a no."""
        if not self.fresh and _is_a_deed(event):
            self.close()

    def handle(self, event: pygame.event.Event) -> bool:
        if self._held is not None and _lets_go(event, self._held):
            self._held = None
        if not self._means_back(event):
            return False
        self.close()
        return True

    def _means_back(self, event: pygame.event.Event) -> bool:
        """Esc anywhere; B of a gamepad over a menu: in the kitchen it takes picks back."""
        back = self.game.bindings.in_menu(event) is Intent.BACK
        return back and (event.type == pygame.KEYDOWN or self.screen.covered)

    # -- drawing -------------------------------------------------------------------------------

    def build(self, kit: Kit) -> None:
        self.kit = kit.on(ON_PAPER)
        self._slip = self._bake()

    def at_rest(self) -> bool:
        return False

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        age = wall - self._since
        if self._held is not None and age >= HOLD:
            self.yes()
        elif age >= SECONDS:
            self.close()
        if self.closed:
            return
        rise = 0.0 if self.game.calm else Tween(RISE, 0.0, RISE_SECONDS, out_back).at(age)
        stage, x, y = self.kit.stage, self._left, TOP - rise
        blur = stage.px(BLUR)
        corner = stage.rect(x, y, WIDTH, HEIGHT).topleft
        canvas.blit(self._slip, (corner[0] - 2 * blur, corner[1] - 2 * blur))
        self._bar(canvas, (x + 20, y + HEIGHT - 14), age)

    @property
    def _left(self) -> float:
        return (self.kit.stage.width - WIDTH) / 2.0

    def _bar(self, canvas: pygame.Surface, at: tuple[float, float], age: float) -> None:
        """How long it still waits; while it is held down, in red how far that has come."""
        stage, wide = self.kit.stage, WIDTH - 40.0
        left, held = 1.0 - age / SECONDS, age / HOLD if self._held is not None else 0.0
        for share, colour in ((1.0, palette.PAPER_D), (left, palette.MAUVE), (held, palette.RED)):
            area = stage.rect(*at, wide * min(1.0, share), BAR_H)
            if area.width > area.height:
                canvas.blit(paint.pill(area.size, colour), area)

    def _bake(self) -> pygame.Surface:
        kit, stage = self.kit, self.kit.stage
        size, blur, radius = stage.rect(0, 0, WIDTH, HEIGHT).size, stage.px(BLUR), stage.px(RADIUS)
        layer = paint.shadow(size, radius, blur, 0.7).copy()
        card = paint.box(size, radius, palette.PAPER, palette.RED, stage.line(2.5)).copy()
        kit.put(card, kit.art.get("warn", height=30), 34, 29, "center")
        words = f"{self.words} {self._after}"
        room = WIDTH - 82.0
        told, fitted = kit.type.told((words, self.words), 17, room, weight="bold", least=0.7)
        kit.put(card, kit.type.ui(told, fitted, palette.INK, "bold"), 62, 20)
        told, fitted = kit.type.told((f"{self._how}  {NO}", self._how), 14, room, least=0.7)
        kit.put(card, kit.type.ui(told, fitted, palette.PAPER_MUTED), 62, 42)
        layer.blit(card, (2 * blur, 2 * blur))
        return layer


def how_to_say_yes(event: pygame.event.Event) -> str:
    """In words, for what asked: a key, a button of a gamepad, a click, or the window's cross."""
    if event.type == pygame.QUIT:
        return "Yes: close it again."
    if event.type == pygame.KEYDOWN:
        name = next(iter(key_names(event)), "")
    elif event.type == pygame.CONTROLLERBUTTONDOWN:
        name = button_name(event)
    else:
        return "Yes: click again."
    return f"Yes: press {shown(name)} again, or hold it."


def _can_be_held(event: pygame.event.Event) -> bool:
    """Sticks and triggers, which come as buttons, never say that they were let go."""
    return event.type in LET_GO and getattr(event, "button", 0) >= 0


def _lets_go(event: pygame.event.Event, held: pygame.event.Event) -> bool:
    if event.type == pygame.WINDOWFOCUSLOST:
        return True
    kind, name = LET_GO[held.type]
    return event.type == kind and getattr(event, name) == getattr(held, name)


def _is_a_deed(event: pygame.event.Event) -> bool:
    """A press of something; a click is done when the button is let go."""
    if event.type == pygame.KEYDOWN:
        return event.key not in MODIFIERS
    return event.type in (pygame.CONTROLLERBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.QUIT)
