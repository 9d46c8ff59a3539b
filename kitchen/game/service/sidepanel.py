"""The panel at the right of the kitchen: the loop, or the lens in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import pygame

from kitchen.game.draw.box import Box, Pos
from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import Action
from kitchen.game.service.loop.looppanel import LoopPanel
from kitchen.game.signs.moment import Moment, Source
from kitchen.game.signs.subjects import SourceLine, Spot, Subject

if TYPE_CHECKING:
    from kitchen.game.service.lens.lenspanel import LensPanel


class SidePanel:
    """Draws one of the two. The lens is made when it is shown first."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self.loop = LoopPanel(kit)
        self._lens: LensPanel | None = None
        self._shows_lens = False

    def reset(self) -> None:
        """Forget what moves, for another kitchen is looked at."""
        self.loop.reset()
        if self._lens is not None:
            self._lens.reset()

    def take_over(self, old: SidePanel) -> None:
        """Go on where the panel of another size left off."""
        self.loop.take_over(old.loop)
        self._shows_lens = old._shows_lens

    def warm(self, sources: Iterable[Source]) -> Iterator[None]:
        """Render the sources before they are first shown."""
        return self.loop.warm(sources)

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        self._shows_lens = moment.lens
        if moment.lens:
            self._the_lens.draw(surface, moment)
        else:
            self.loop.draw(surface, moment)

    @property
    def _the_lens(self) -> LensPanel:
        if self._lens is None:
            from kitchen.game.service.lens.lenspanel import LensPanel  # see `later`

            self._lens = LensPanel(self._kit)
        return self._lens

    # -- what can be pointed at ----------------------------------------------------------------

    def spots(self) -> Sequence[Spot[Subject]]:
        return self._the_lens.spots() if self._shows_lens else self.loop.spots()

    def target(self, pos: Pos) -> Action | None:
        """What a click there asks for."""
        return None if self._shows_lens else self.loop.target(pos)

    def press(self, pos: Pos) -> bool:
        """The button went down there; whether that took hold of a pick."""
        return not self._shows_lens and self.loop.press(pos)

    def move(self, pos: Pos) -> None:
        if not self._shows_lens:
            self.loop.move(pos)

    def drop(self) -> Action | None:
        """The button was let go: what that asks for."""
        return self.loop.drop()

    @property
    def dragging(self) -> bool:
        return self.loop.dragging

    def scroll(self, pos: Pos, lines: float) -> bool:
        """The wheel was turned there; whether that is for it."""
        return self._shows_lens and self._the_lens.scroll(pos, lines)

    def reveal(self, subject: Subject | None) -> None:
        """That is pointed at with keys."""
        if self._shows_lens and isinstance(subject, SourceLine):
            self._the_lens.reveal(subject)

    def waiting_box(self) -> Box | None:
        """Where WAITING stands in the loop, in logical px; None: it is not shown."""
        return None if self._shows_lens else self.loop.waiting_box()
