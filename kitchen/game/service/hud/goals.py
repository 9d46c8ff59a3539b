"""The goals of a shift on a card, before it begins: what the kitchen has, and a star for each."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.cookbook.words import word_of
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box, inside
from kitchen.game.draw.ease import Tween, out_back
from kitchen.game.draw.kit import ON_PAPER, Kit
from kitchen.game.input.bindings import MODIFIERS
from kitchen.game.input.intents import STEPS, Intent
from kitchen.game.service.hud import betslip
from kitchen.game.service.hud.betslip import BetSlip
from kitchen.game.shell.card import BLUR, RADIUS, RISE_SECONDS
from kitchen.game.shell.screen import Overlay, Screen
from kitchen.game.signs.bet import Bet
from kitchen.game.signs.equipment import equipment
from kitchen.game.signs.targets import goal, meaning
from kitchen.game.signs.wordtext import WordText, word_text
from kitchen.game.signs.yours import how_to_earn
from kitchen.sim.shift.shift import Shift
from kitchen.sim.view.score import Star

WIDTH, PAD = 440.0, 30.0  # logical px
TITLE_Y, TEXT_Y, LEADING, ROW, FOOT = 44.0, 70.0, 20.0, 34.0, 76.0
MOST_LINES, MOST_TOLD = 3, 6  # of what it is about, and of what the kitchen has
NOTE, NOTE_ROW = 13.0, 18.0
GAP = 8.0
RISE = 22.0
HOW = "Click a dish whose hand is up, or press its number."
GO = "Any key or click starts the clock."
GO_BET = "Any other key or click starts the clock."
SWALLOWED = (Intent.CONFIRM, Intent.BACK)
ON_SLIP = (*STEPS, Intent.NEXT, Intent.PREVIOUS)
"""What moves about on the slip."""
APART = 20.0
"""Logical px between the card and the slip."""


class GoalsCard(Overlay):
    """Any key, button or click closes it; what is meant for the kitchen still reaches it. With a
    ``bet``, a slip lies beside it, which arrows and clicks fill in."""

    modal = False

    def __init__(
        self, screen: Screen, shift: Shift, begin: Callable[[], None], bet: Bet | None = None
    ) -> None:
        super().__init__(screen)
        self._bet = bet
        self.slip: BetSlip | None = None
        self._shift, self._begin = shift, begin
        self._goals = [goal(Star(measure, bound, 0.0)) for measure, bound in shift.targets.items()]
        self._opened: float | None = None
        self._settled = False

    def build(self, kit: Kit) -> None:
        self._kit = kit = kit.on(ON_PAPER)
        self._about = self._lines(self._shift.about, MOST_LINES)
        self._word = self._taught()
        self._has = self._lines(equipment(self._shift), MOST_TOLD)
        self._notes = [
            line
            for words in self._needs_a_word()
            for line in kit.lines(words, NOTE, WIDTH - 2 * PAD, "medium")
        ]
        self.box = self._place()
        self.slip = self._new_slip()
        self._card = self._bake()

    def _new_slip(self) -> BetSlip | None:
        if self._bet is None:
            return None
        at = (self.box[0] + WIDTH + APART, 346.0 - betslip.HEIGHT / 2)
        slip = BetSlip(self._kit, at, self._bet, self._go, self._never)
        if self.slip is not None:
            slip.page.focus, slip.page.ring = self.slip.page.focus, self.slip.page.ring
        return slip

    def _never(self) -> None:
        """The player wants no more slips."""
        self.game.change(self.game.settings.but(bets=False))
        self.game.save_settings()
        self._bet = None
        self.build(self._kit)

    def _lines(self, words: str, most: int) -> list[str]:
        return self._kit.lines(words, 15, WIDTH - 2 * PAD, "medium", most) if words else []

    def _taught(self) -> WordText | None:
        """What the shift is about, as code says it, in a sentence."""
        word = word_of(self._shift.name)
        if word is None:
            return None
        return word_text(self._kit, word.word, word.sentence, 15, WIDTH - 2 * PAD)

    def _needs_a_word(self) -> list[str]:
        words = [meaning(measure) for measure in self._shift.targets]
        if self._goals:
            words.append(how_to_earn(self._shift.kitchen))
        return [line for line in words if line]

    def _place(self) -> Box:
        rows = max(1, len(self._goals))
        height = TEXT_Y + LEADING * len(self._about) + 16 + ROW * rows
        height += NOTE_ROW * len(self._notes) + FOOT
        height += LEADING * len(self._has) + GAP if self._has else 0.0
        height += LEADING * len(self._word.lines) + GAP if self._word is not None else 0.0
        wide = WIDTH if self._bet is None else WIDTH + APART + betslip.WIDTH
        return (640.0 - wide / 2, 346.0 - height / 2, WIDTH, height)

    # -- input ---------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> bool:
        """Keys that only say yes or no end here; so do clicks on the card."""
        if self.slip is not None and self._on_slip(event, self.slip):
            return True
        if event.type == pygame.KEYDOWN and event.key not in MODIFIERS:
            self._go()
            return self.game.bindings.in_menu(event) in SWALLOWED
        if event.type == pygame.CONTROLLERBUTTONDOWN:
            self._go()
            return self.game.bindings.in_menu(event) in SWALLOWED
        if event.type == pygame.MOUSEBUTTONDOWN:
            self._go()
            return inside(self.box, self._kit.stage.to_logical(event.pos))
        return False

    def _on_slip(self, event: pygame.event.Event, slip: BetSlip) -> bool:
        """Whether the slip has a use for it."""
        page = slip.page
        if event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            if page.point(event) and event.type == pygame.MOUSEBUTTONUP:
                self.game.sounds.ui("press")
            return inside(slip.box, self._kit.stage.to_logical(event.pos))
        if event.type == pygame.MOUSEMOTION:
            page.point(event)
            return False
        intent = self.game.bindings.in_menu(event)
        if intent in ON_SLIP or (intent is Intent.CONFIRM and slip.on_cell):
            self.game.sounds.ui("press" if intent is Intent.CONFIRM else "hover")
            return page.want(intent)
        return False

    def _go(self) -> None:
        self.close()
        self._begin()

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        if self._opened is None:
            self._opened = wall
        since = wall - self._opened
        self._settled = since >= RISE_SECONDS or self.game.calm
        stage = self._kit.stage
        rise = 0.0 if self._settled else Tween(RISE, 0.0, RISE_SECONDS, out_back).at(since)
        share = 1.0 if self._settled else min(1.0, since / RISE_SECONDS * 1.5)
        self._card.set_alpha(round(255 * share))
        blur = stage.px(BLUR)
        x, y = stage.px(self.box[0]), stage.px(self.box[1] + rise)
        canvas.blit(self._card, (x - 2 * blur, y - 2 * blur))
        if self.slip is not None:
            self.slip.draw(canvas, wall)

    def at_rest(self) -> bool:
        return self._settled

    def _bake(self) -> pygame.Surface:
        kit, stage = self._kit, self._kit.stage
        size, blur, radius = stage.rect(*self.box).size, stage.px(BLUR), stage.px(RADIUS)
        layer = paint.shadow(size, radius, blur, 0.7).copy()
        top: p.Colour = (0xFF, 0xFA, 0xF0)
        card = paint.box(size, radius, top, p.PAPER_D, stage.line(3), p.PAPER).copy()
        hair = (size[0] - stage.px(16), size[1] - stage.px(16))
        card.blit(paint.box(hair, stage.px(RADIUS - 6), None, p.PAPER_D, stage.line(1)),
                  (stage.px(8), stage.px(8)))  # fmt: skip
        title = self._shift.title or self._shift.name
        title, fitted = kit.type.told((title,), 30, WIDTH - 2 * PAD, "display", "", least=0.6)
        kit.put(card, kit.type.display(title, fitted, p.INK), PAD, TITLE_Y)
        y = TEXT_Y
        y = self._paragraph(card, self._about, y, p.PAPER_MUTED)
        if self._word is not None:
            middle = y + GAP + LEADING / 2
            self._word.draw(card, PAD, middle, LEADING, p.STEAM_PAPER, p.INK)
            y += GAP + LEADING * len(self._word.lines)
        if self._has:
            y = self._paragraph(card, self._has, y + GAP, p.INK)
        self._rows(card, y + 16)
        y = self.box[3] - FOOT / 2 - 4
        how, fitted = kit.type.told((HOW,), 14, WIDTH - 2 * PAD, weight="medium", least=0.7)
        kit.put(card, kit.type.ui(how, fitted, p.PAPER_MUTED, "medium"), PAD, y - 9)
        go = GO if self._bet is None else GO_BET
        kit.put(card, kit.type.ui(go, 14, p.INK, "bold"), PAD, y + 11)
        layer.blit(card, (2 * blur, 2 * blur))
        return layer

    def _paragraph(
        self, card: pygame.Surface, lines: list[str], y: float, colour: p.Colour
    ) -> float:
        """Return where it ends."""
        for line in lines:
            words = self._kit.type.ui(line, 15, colour, "medium")
            self._kit.put(card, words, PAD, y + LEADING / 2)
            y += LEADING
        return y

    def _rows(self, card: pygame.Surface, y: float) -> None:
        """A star for each goal; then, in small letters, what needs a word."""
        kit = self._kit
        for words in self._goals or ["No targets: cook as you like."]:
            if self._goals:
                kit.put(card, kit.art.get("star", 26), PAD + 13, y + ROW / 2, "center")
            x = PAD + 36 if self._goals else PAD
            kit.put(card, kit.type.ui(words, 19, p.INK, "bold"), x, y + ROW / 2)
            y += ROW
        for line in self._notes:
            kit.put(card, kit.type.ui(line, NOTE, p.PAPER_MUTED, "medium"), PAD, y + NOTE_ROW / 2)
            y += NOTE_ROW
