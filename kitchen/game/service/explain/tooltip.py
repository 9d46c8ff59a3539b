"""The tool tip: a small card of paper that explains what is pointed at, beside it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

import pygame

from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.ease import Tween, out_back
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.shadow import stretched
from kitchen.game.draw.wrap import wrapping
from kitchen.game.service.explain.explanation import Explanation
from kitchen.game.service.explain.tipplace import place
from kitchen.game.signs import highlight
from kitchen.game.signs.layout import layout_of
from kitchen.game.signs.sheet import COLOURS
from kitchen.game.signs.states import ON_PAPER, State

REST_SECONDS = 0.25  # the pointer rests so long before it comes
PIECE = 0.0005  # seconds of work on a card in a frame, about
HEAD_START = 0.17  # so long before that it begins to be made
COME_SECONDS, COME_PX = 0.14, 6.0

CARD_W, WIDEST, PAD = 276.0, 366.0, 12.0  # logical px
TEXT, HINT = 14.0, 13.0
TITLE_H, LEADING, CODE_H, HINT_H, MARK = 20.0, 17.5, 24.0, 17.0, 12.0
BLUR = 8.0
WARM = Explanation("a", "a", "a", 1, "a", "burning")
SQUARE: tuple[State, ...] = ("hands", "ready")


class ToolTip:
    """Shows one explanation at a time, `REST_SECONDS` after it was first asked for."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._layout = layout_of(kit.stage)
        grown = kit.type.grown(TEXT) / TEXT  # lines and cards grow with the text
        self._card_w, self._widest = CARD_W * grown, WIDEST * grown
        self._title_h, self._leading = TITLE_H * grown, LEADING * grown
        self._code_h, self._hint_h = CODE_H * grown, HINT_H * grown
        self._of: object = None
        self._since = 0.0
        self._said: Explanation | None = None
        """What the card says, or that which is being made."""
        self._card: pygame.Surface | None = None
        self._steps: Iterator[pygame.Surface | None] | None = None
        self._make(WARM)  # its typefaces are open when the first one is asked for

    def take_over(self, old: ToolTip) -> None:
        """What was explained on the stage of another size still is."""
        self._of, self._since = old._of, old._since

    def hide(self) -> None:
        self._forget(None, 0.0)

    def _forget(self, of: object, since: float) -> None:
        self._of, self._since = of, since
        self._said = self._card = self._steps = None

    @property
    def busy(self) -> bool:
        """Whether a card is being made, and what is said meanwhile has to wait."""
        return self._steps is not None

    def draw(
        self, surface: pygame.Surface, of: object, said: Explanation, box: Box, wall: float,
        at_once: bool = False, seen: tuple[Box, ...] = (), whole: bool = True,
    ) -> None:  # fmt: skip
        """Explain ``of``, which is in ``box`` (logical px): beside it, never over it.

        ``seen``: what should stay in sight, too. Unless it is to be ``whole``, a card is made in
        pieces: what was said a few frames ago may stand.
        """
        if of != self._of:
            self._forget(of, wall)
        age = wall - self._since - (0.0 if at_once else REST_SECONDS)
        if age >= -HEAD_START:
            self._work(said, whole)
        if age < 0.0:
            return
        if self._card is None:  # not yet: it comes when it is there
            self._since += age
            return
        s, pad = self._kit.stage, 2 * self._kit.stage.px(BLUR)
        card = self._card
        size = ((card.get_width() - 2 * pad) / s.k, (card.get_height() - 2 * pad) / s.k)
        x, y, (dx, dy) = place(box, size, self._layout, seen)
        away = Tween(COME_PX, 0.0, COME_SECONDS, out_back).at(age)
        card.set_alpha(round(255 * min(1.0, age / COME_SECONDS)))
        surface.blit(card, (s.px(x + dx * away) - pad, s.px(y + dy * away) - pad))

    # -- making --------------------------------------------------------------------------------

    def _work(self, said: Explanation, whole: bool) -> None:
        """Go on with the card that is being made; else with one of what is ``said`` now."""
        if (whole or self._steps is None) and said != self._said:
            self._said, self._steps = said, self._made(said)
        end = time.perf_counter() + PIECE
        while self._steps is not None:
            card = next(self._steps)
            if card is not None:
                self._card, self._steps = card, None
            if not whole and time.perf_counter() >= end:
                return

    def _make(self, said: Explanation) -> pygame.Surface:
        return next(card for card in self._made(said) if card is not None)

    def _made(self, said: Explanation) -> Iterator[pygame.Surface | None]:
        """The card, after as many steps as there are things in it that cost something."""
        wide = self._width(said)
        inner = wide - 2 * PAD
        yield from self._measured(said.text, inner)
        lines = self._kit.lines(said.text, TEXT, inner, "medium") if said.text else []
        yield None
        hints = self._kit.lines(said.hint, HINT, inner, "semibold") if said.hint else []
        yield None
        texts = []
        for line in lines:
            texts.append(self._kit.type.ui(line, TEXT, p.INK, "medium"))
            yield None
        below = []
        for hint in hints:
            below.append(self._kit.type.ui(hint, HINT, p.STEAM_PAPER, "semibold"))
            yield None
        code = self._code_h + 6 if said.code else 0.0
        height = 2 * PAD + self._title_h + len(lines) * self._leading
        height += code + len(hints) * self._hint_h
        height += 4 if hints else 0
        s = self._kit.stage
        size, blur = (s.px(wide), s.px(height)), s.px(BLUR)
        layer = stretched(paint.shadow((4 * blur,) * 2, s.px(10), blur, 0.5), size, blur)
        card = paint.box(size, s.px(10), p.PAPER, p.PAPER_D, s.line(1.5)).copy()
        yield None
        y = self._title(card, said, wide)
        yield None
        for text in texts:
            self._kit.put(card, text, PAD, y + self._leading / 2)
            y += self._leading
        if said.code:
            self._code(card, said, y + 3, inner)
            yield None
            y += code
        y += 4 if hints else 0
        for text in below:
            self._kit.put(card, text, PAD, y + self._hint_h / 2)
            y += self._hint_h
        layer.blit(card, (2 * blur, 2 * blur - s.px(2)))
        yield layer

    def _measured(self, text: str, width: float) -> Iterator[None]:
        """Measure whatever is measured when this text is broken: the type keeps what it found."""

        def fits(words: Sequence[str]) -> bool:
            return self._kit.type.width(" ".join(words), TEXT, weight="medium") <= width

        for paragraph in text.split("\n"):
            for _ in wrapping(paragraph.split(), fits):
                yield None

    def _width(self, said: Explanation) -> float:
        """Wider than usual only for a long line of code."""
        code = self._kit.type.width(said.code, 12, "code", "medium") + 2 * PAD + 46
        return min(self._widest, max(self._card_w, code if said.code else 0.0))

    def _title(self, card: pygame.Surface, said: Explanation, wide: float) -> float:
        x = PAD
        if said.state is not None:
            self._mark(card, said.state)
            x += MARK + 7
        room = wide - PAD - x
        title, size = self._kit.type.told((said.title,), 16, room, weight="bold", least=0.85)
        text = self._kit.type.ui(title, size, p.INK, "bold")
        self._kit.put(card, text, x, PAD + self._title_h / 2 - 2)
        return PAD + self._title_h

    def _mark(self, card: pygame.Surface, state: State) -> None:
        """The state's colour in the state's shape: square for hands, circle for fire."""
        s = self._kit.stage
        side = s.px(MARK)
        radius = s.px(3) if state in SQUARE else side // 2
        mark = paint.box((side, side), radius, ON_PAPER[state], p.INK, s.line(1.5))
        if state == "burning":
            mark = self._kit.art.get("warn", MARK + 3)
        middle = (s.px(PAD + MARK / 2), s.px(PAD + self._title_h / 2 - 2))
        card.blit(mark, mark.get_rect(center=middle))

    def _code(self, card: pygame.Surface, said: Explanation, y: float, inner: float) -> None:
        """The line of the recipe, as the panel shows it."""
        s = self._kit.stage
        area = s.rect(PAD, y, inner, self._code_h)
        card.blit(paint.box(area.size, s.px(6), p.NIGHT), area)
        x = PAD + 8
        if said.line:
            number = self._kit.type.code(str(said.line), 11, p.CODE_GUTTER)
            self._kit.put(card, number, x, y + self._code_h / 2)
            x += number.get_width() / s.k + 8
        text = self._kit.type.elide(said.code, 12, PAD + inner - 6 - x, "code", "medium")
        for piece, kind in (highlight.spans([text]) or [[]])[0]:
            drawn = self._kit.type.code(piece, 12, COLOURS[kind])
            self._kit.put(card, drawn, x, y + self._code_h / 2)
            x += drawn.get_width() / s.k
