"""What went wrong: the page of the three orders that cost most, and what would have saved them."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control
from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.kit import ON_PAPER, Kit
from kitchen.game.results import layout
from kitchen.game.results.backdrop import draw_card
from kitchen.game.results.chef import draw_foot
from kitchen.game.results.exits import Return
from kitchen.game.results.fibres import Fibres
from kitchen.game.results.header import kinds
from kitchen.game.results.legend import draw_legend
from kitchen.game.results.lossrow import (
    COST_X,
    SAVES_X,
    SIZES,
    STRIP_W,
    STRIP_X,
    LossRow,
    place_of_button,
)
from kitchen.game.results.prose import Prose
from kitchen.game.results.spotless import draw_spotless
from kitchen.game.results.standings import Standings
from kitchen.game.results.stars import ShownStars
from kitchen.game.signs.strips import Strips
from kitchen.lab.candidates import JUST_BEFORE
from kitchen.lab.reckoning import TOLD, Reckoned, Reckoning, Tried
from kitchen.report.reckoning import again
from kitchen.report.verdict import Phrase
from kitchen.sim.view.kitchenview import KitchenView

HEAD_SIZES = (14.0, 13.0, 12.0, 11.0, 10.0)
HEAD_W = 92.0
TRIED = "Each pick was tried: the shift was cooked again with it, all else decided as before."
UNTRIED = "This shift cannot be cooked again on the side, so no pick was tried."


class LossesPage:
    """Draws what a reckoning has found so far; anew when it has found out more. ``back`` leads back
    to where something was lost; None: nothing does."""

    def __init__(
        self, kit: Kit, standings: Standings, reckoning: Reckoning, stars: ShownStars,
        back: Callable[[Return], object] | None = None,
    ) -> None:  # fmt: skip
        self._back = back
        self._kit, self._standings, self._reckoning, self._stars = kit, standings, reckoning, stars
        self._strips, self._fibres = Strips(kit), Fibres(kit)
        self._picture: pygame.Surface | None = None
        self._shown: list[Reckoned] = []
        self._known: list[tuple[bool, Tried | None]] = []
        """What of it is to be seen."""
        self.words = pygame.Surface(kit.stage.rect(*layout.WORDS).size, pygame.SRCALPHA)
        """What the chef says."""
        Prose(kit, self._foot(), (0.0, 0.0, *layout.WORDS[2:])).draw(self.words)

    @property
    def _view(self) -> KitchenView:
        return self._standings.own.view

    def draw(self, canvas: pygame.Surface) -> None:
        self.renew(canvas.get_size())
        if self._picture is not None:
            canvas.blit(self._picture, (0, 0))

    def controls(self) -> list[Control]:
        """A way back into the shift for each row."""
        if self._back is None:
            return []
        places = layout.rows(TOLD)[: len(self._reckoning.found)]
        return [
            Button(
                self._kit.on(ON_PAPER), place_of_button(place.box), "Again from there",
                lambda index=index: self._return(index), size=16.0,  # type: ignore[misc]
            )
            for index, place in enumerate(places)
        ]  # fmt: skip

    def _return(self, index: int) -> None:
        """To just before the pick that would have saved it; where there is none, to where it began
        to wait."""
        assert self._back is not None
        one = self._reckoning.found[index]
        order, words = one.setback.order, again(one, self._view)
        if one.best is not None:
            self._back(Return(one.best.pick.given, one.best.pick.order, words))
            return
        placed = self._view.orders[order].placed
        self._back(Return(max(placed, one.setback.delay.since - JUST_BEFORE), order, words))

    def renew(self, size: tuple[int, int]) -> None:
        """Make the picture, unless it shows all that is known. ``size``: of the canvas."""
        known = [(one.done, one.best) for one in self._reckoning.found]
        if self._picture is None or self._known != known:
            self._known, self._shown = known, list(self._reckoning.found)
            self._picture = self._made(size)

    @property
    def tab(self) -> str:
        """``What went wrong: 3, −$22.42``."""
        count = self._reckoning.orders
        return "What went wrong: " + (f"{count}, {fmt.money(-self._cents)}" if count else "nothing")

    @property
    def _cents(self) -> int:
        return self._reckoning.prices + self._reckoning.tips

    def _foot(self) -> list[Phrase]:
        """What all of it came to, and how the picks were tried."""
        of = self._reckoning
        if not of.orders:
            return [
                Phrase("Every guest got what they ordered, "),
                Phrase("as it should be.", "good"),
            ]
        losses = fmt.count(of.losses, "loss", "losses")
        return [
            Phrase(f"{losses} with {fmt.count(of.orders, 'order')} cost "),
            Phrase(f"{fmt.money(of.prices)} of prices and {fmt.money(of.tips)} of tips", "cost"),
            Phrase(f". {TRIED if of.possible else UNTRIED}"),
        ]

    def _made(self, size: tuple[int, int]) -> pygame.Surface:
        layer = paint.clear(size, paint.SHADOW)
        draw_card(layer, self._kit)
        self._header(layer)
        self._stars.reasons(layer)
        draw_foot(layer, self._kit, self._standings)
        if not self._shown:
            box = layout.ROWS_X, layout.ROWS_Y, layout.ROWS_W, layout.ROWS_H
            draw_spotless(layer, self._kit, self._view, box)
            return layer
        self._heads(layer)
        kit, possible, button = self._kit, self._reckoning.possible, self._back is not None
        rows = [
            LossRow(kit, self._strips, self._view, one, place.box, possible, button)
            for one, place in zip(self._shown, layout.rows(TOLD), strict=False)
        ]
        sizes = next((s for s in SIZES if all(row.fits(s) for row in rows)), SIZES[-1])
        for row in rows:
            row.draw(layer, sizes)
        return layer

    def _header(self, layer: pygame.Surface) -> None:
        kit, standings = self._kit, self._standings
        count, shift = self._reckoning.orders, standings.shift
        title = "What went wrong" if count else "Nothing went wrong"
        kit.put(layer, kit.type.display(title, 34, p.INK), layout.TITLE_X, layout.TITLE_Y)
        few = "the three orders that cost most" if count > TOLD else "all of it"
        told = few if count else "nothing burnt, nothing was spoilt, and nobody left"
        line = f"{shift.title or shift.name}: {told}."
        line = kit.type.elide(line, 15, self._stars.left - 12.0 - layout.TITLE_X)
        kit.put(layer, kit.type.ui(line, 15, p.PAPER_MUTED), layout.TITLE_X, layout.ABOUT_Y)

    def _heads(self, layer: pygame.Surface) -> None:
        kit, right = self._kit, layout.ROWS_X + STRIP_X + STRIP_W
        shown = kinds(self._standings)
        draw_legend(layer, kit, self._fibres, shown, right, layout.HEAD_Y - 6.0, 600.0)
        heads = ("What it cost", "With that pick"), (COST_X, SAVES_X)
        size = kit.type.one_size(HEAD_SIZES, heads[0], HEAD_W, weight="bold")
        for words, x in zip(*heads, strict=True):
            text = kit.type.ui(words, size, p.PAPER_MUTED, "bold")
            kit.put(layer, text, layout.ROWS_X + x, layout.HEAD_Y - 4.0, "center")
