"""Why it took so long: the page of where the time went, the critical path and what would have
helped."""

from __future__ import annotations

import pygame

from kitchen.game.controls.control import Control
from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import Kit
from kitchen.game.results import layout
from kitchen.game.results.backdrop import draw_card
from kitchen.game.results.bestchanges import draw_best_changes
from kitchen.game.results.chef import draw_foot
from kitchen.game.results.pathplot import PathPlot
from kitchen.game.results.prose import Prose
from kitchen.game.results.standings import Standings
from kitchen.game.results.stars import ShownStars
from kitchen.game.results.timebar import draw_time_bar
from kitchen.lab.why.seeking import Seeking
from kitchen.report.verdict import Phrase
from kitchen.report.why.sentence import sentence, went

BAR = (layout.ROWS_X, 104.0, layout.ROWS_W, 86.0)
HEADS_Y, HEADS = 206.0, (16.0, 15.0, 14.0, 13.0)
PATH = (layout.ROWS_X, 220.0, 796.0, 361.0)
CHANGES = (858.0, 220.0, 376.0, 361.0)


class WhyPage:
    """Draws what has been found so far; anew when more has."""

    def __init__(self, kit: Kit, standings: Standings, seeking: Seeking, stars: ShownStars) -> None:
        self._kit, self._standings, self._seeking, self._stars = kit, standings, seeking, stars
        self._picture: pygame.Surface | None = None
        self._known: bool | None = None
        """Whether all had been found when the picture was made."""
        self.words = pygame.Surface(kit.stage.rect(*layout.WORDS).size, pygame.SRCALPHA)
        """What the chef says."""

    @property
    def tab(self) -> str:
        """``Why 28:44``."""
        return f"Why {fmt.taken(self._seeking.result.makespan)}"

    def controls(self) -> list[Control]:
        """It is only to be read."""
        return []

    def draw(self, canvas: pygame.Surface) -> None:
        self.renew(canvas.get_size())
        if self._picture is not None:
            canvas.blit(self._picture, (0, 0))

    def renew(self, size: tuple[int, int]) -> None:
        """Make the picture, unless it shows all that is known. ``size``: of the canvas."""
        if self._known != self._seeking.done:
            self._known = self._seeking.done
            self._picture = self._made(size)
            self.words.fill((0, 0, 0, 0))
            Prose(self._kit, self._foot(), (0.0, 0.0, *layout.WORDS[2:])).draw(self.words)

    def _foot(self) -> list[Phrase]:
        of = self._seeking.diagnosis
        return sentence(of) if (self._known and of.effects) or not of.path else went(of)

    def _made(self, size: tuple[int, int]) -> pygame.Surface:
        layer, kit, of = paint.clear(size, paint.SHADOW), self._kit, self._seeking.diagnosis
        draw_card(layer, kit)
        self._header(layer)
        self._stars.reasons(layer)
        draw_foot(layer, kit, self._standings)
        draw_time_bar(layer, kit, of, BAR)
        heads = (
            "The critical path: nothing on it could come sooner",
            "What would have helped most",
        )
        size_of = kit.type.one_size(HEADS, heads[1:], CHANGES[2], weight="bold")
        for words, box in zip(heads, (PATH, CHANGES), strict=True):
            text = kit.type.ui(words, size_of, p.PAPER_MUTED, "bold")
            kit.put(layer, text, box[0] + 4.0, HEADS_Y)
        PathPlot(kit, of, self._standings.own.view, PATH).draw(layer)
        draw_best_changes(layer, kit, of, self._seeking.done, self._seeking.possible, CHANGES)
        return layer

    def _header(self, layer: pygame.Surface) -> None:
        kit, shift = self._kit, self._standings.shift
        taken = fmt.taken(self._seeking.result.makespan)
        title = kit.type.display(f"Why it took {taken}", 34, p.INK)
        kit.put(layer, title, layout.TITLE_X, layout.TITLE_Y)
        line = f"{shift.title or shift.name}: where the time went on the way to the last plate."
        line = kit.type.elide(line, 15, self._stars.left - 12.0 - layout.TITLE_X)
        kit.put(layer, kit.type.ui(line, 15, p.PAPER_MUTED), layout.TITLE_X, layout.ABOUT_Y)
