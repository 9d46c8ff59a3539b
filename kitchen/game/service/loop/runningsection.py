"""The first section of the panel: who runs, which dish, and the line of its code."""

from __future__ import annotations

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.service.loop.codebox import CodeBox
from kitchen.game.service.loop.panelhead import LEFT, PanelHeads
from kitchen.game.service.loop.panelplan import CODE_Y
from kitchen.game.service.loop.running import Running, busy, let_go
from kitchen.game.signs.badge import Badges
from kitchen.game.signs.loopwords import idle_words
from kitchen.game.signs.moment import Moment, Source
from kitchen.game.signs.states import order_state
from kitchen.game.signs.tables import figure
from kitchen.game.signs.titles import short_title
from kitchen.game.signs.vessels import icon

RUNNING_Y = 112.0  # logical px, of its header
SAY_PITCH = 24.0  # logical px between the lines of a box without code


class RunningSection:
    """RUNNING or BLOCKED over the source; ``right`` is where headers end, in logical px."""

    def __init__(self, kit: Kit, heads: PanelHeads, code: CodeBox, right: float) -> None:
        self._kit, self._heads, self._code, self._right = kit, heads, code, right
        self._badges = Badges(kit)

    def draw(
        self, surface: pygame.Surface, item: Running | None, lines: int, height: float,
        moment: Moment,
    ) -> None:  # fmt: skip
        """``lines`` of code in a box so high, in logical px; None: nobody's code runs."""
        box = (LEFT, CODE_Y, self._code.width, height)
        if item is None:
            self._heads.draw(surface, RUNNING_Y, "play", "RUNNING", 0, p.MAUVE, "nobody")
            self._idle(surface, box, lines, moment)
            return
        hands = len(busy(moment.view, "hands"))
        symbol = "dots" if item.blocked else "play"
        label = "BLOCKED" if item.blocked else "RUNNING"
        tone = p.SLATE if item.blocked else p.MINT
        self._heads.draw(surface, RUNNING_Y, symbol, label, hands if hands > 1 else 0, tone, "")
        self._dish(surface, item, moment)
        source = moment.sources.get(item.order.dish)
        if source is None:
            self._say(surface, box, [item.cursor.what or "no source to show"])
            return
        self._source(surface, box, lines, source, item, moment)

    def _idle(self, surface: pygame.Surface, box: Box, lines: int, moment: Moment) -> None:
        """What the loop does with nothing to run; or the line at which a dish waits, while a note
        tells of it."""
        left = let_go(moment)
        source = moment.sources.get(left.order.dish) if left is not None else None
        if left is None or source is None:
            self._say(surface, box, idle_words(moment))
        else:
            self._source(surface, box, lines, source, left, moment)

    def _source(
        self, surface: pygame.Surface, box: Box, lines: int, source: Source, item: Running,
        moment: Moment,
    ) -> None:  # fmt: skip
        stay, marked = moment.attention == "stay", moment.noted(item.order.dish)
        self._code.draw(
            surface, box, lines, source, stay, item.cursor, moment.wall, moment.still, marked
        )

    def _dish(self, surface: pygame.Surface, item: Running, moment: Moment) -> None:
        """Right of RUNNING: the dish's icon, number, name and the seconds of this step."""
        x = self._right
        if item.left is not None:
            colour = p.MINT if not item.blocked else p.STEAM
            text = self._kit.type.code(
                fmt.remaining(item.left, moment.grain), 15, colour, "semibold"
            )
            self._kit.put(surface, text, x, RUNNING_Y, "midright")
        x -= 54
        name = short_title(
            item.order.title, lambda text: self._kit.type.width(text, 15) <= 96, moment.view.menu
        )
        name = self._kit.type.elide(name, 15, 96, weight="bold")
        text = self._kit.type.ui(name, 15, p.CREAM, "bold")
        self._kit.put(surface, text, x, RUNNING_Y, "midright")
        x -= text.get_width() / self._kit.stage.k + 6
        state = order_state(item.order)
        badge = self._badges.get(figure(item.order), state if not item.blocked else "staring", 20.0)
        self._kit.put(surface, badge, x, RUNNING_Y, "midright")
        dish = self._kit.art.get(icon(item.order.dish), 19, 18)
        self._kit.put(surface, dish, x - 33, RUNNING_Y, "center")

    def _say(self, surface: pygame.Surface, box: Box, words: list[str]) -> None:
        """A sentence or two in the empty code box."""
        x, y, width, height = box
        self._code.blank(surface, x, y, height)
        pitch = min(SAY_PITCH, (height - 8.0) / len(words))
        y += height / 2 - (len(words) - 1) * pitch / 2
        for index, line in enumerate(words):
            colour = p.CREAM if index == 0 else p.LILAC
            text = self._kit.type.ui(line, 14, colour, "medium")
            self._kit.put(surface, text, x + width / 2, y + pitch * index, "center")
