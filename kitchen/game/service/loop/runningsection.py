"""The first section of the panel: who runs, which dish, and the line of its code."""

from __future__ import annotations

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.slate import Slate
from kitchen.game.service.loop.codebox import CodeBox
from kitchen.game.service.loop.panelhead import LEFT, PanelHeads
from kitchen.game.service.loop.panelplan import CODE_Y
from kitchen.game.service.loop.running import Running, busy, let_go
from kitchen.game.signs.badge import Badges
from kitchen.game.signs.loopwords import idle_words
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.states import order_state
from kitchen.game.signs.tables import figure
from kitchen.game.signs.titles import short_title
from kitchen.game.signs.vessels import icon

RUNNING_Y = 112.0  # logical px, of its header
HEAD_TOP = 101.0
SAY_PITCH = 24.0  # logical px between the lines of a box without code


class RunningSection:
    """RUNNING or BLOCKED over the source; ``right`` is where headers end, in logical px."""

    def __init__(self, kit: Kit, heads: PanelHeads, code: CodeBox, right: float) -> None:
        self._kit, self._heads, self._code, self._right = kit, heads, code, right
        self._badges = Badges(kit)

    def draw(
        self, surface: pygame.Surface, slate: Slate, item: Running | None, lines: int,
        height: float, moment: Moment,
    ) -> None:  # fmt: skip
        """``lines`` of code in a box so high, in logical px; None: nobody's code runs."""
        self._head(surface, slate, item, moment)
        shown = item or let_go(moment)
        source = moment.sources.get(shown.order.dish) if shown is not None else None
        box = (LEFT, CODE_Y, self._code.width, height)
        area = self._kit.stage.rect(*box)
        if shown is None or source is None:
            none = "no source to show"
            words = idle_words(moment) if item is None else [item.cursor.what or none]
            slate.part(
                surface, "code", area, tuple(words), lambda canvas: self._say(canvas, box, words)
            )
            return
        key = self._code.follow(
            box, lines, source, moment.attention == "stay", shown.cursor, moment.wall,
            moment.still, moment.noted(shown.order.dish),
        )  # fmt: skip
        slate.part(surface, "code", area, key, self._code.draw)
        self._code.draw_threads(surface)

    def _head(
        self, surface: pygame.Surface, slate: Slate, item: Running | None, moment: Moment
    ) -> None:
        """Who runs: at the left how many do, at the right whose dish the source is of."""
        area = self._kit.stage.rect(LEFT - 4, HEAD_TOP, self._right - LEFT + 8, CODE_Y - HEAD_TOP)
        if item is None:
            slate.part(
                surface, "running", area, None,
                lambda canvas: self._heads.draw(
                    canvas, RUNNING_Y, "play", "RUNNING", 0, p.MAUVE, "nobody"
                ),
            )  # fmt: skip
            return
        hands = len(busy(moment.view, "hands"))
        left = "" if item.left is None else fmt.remaining(item.left, moment.grain)
        order = item.order
        key = (item.blocked, hands, left, order.number, figure(order), order_state(order))
        slate.part(
            surface,
            "running",
            area,
            key,
            lambda canvas: self._runs(canvas, item, hands, left, moment),
        )

    def _runs(
        self, surface: pygame.Surface, item: Running, hands: int, left: str, moment: Moment
    ) -> None:
        symbol = "dots" if item.blocked else "play"
        label = "BLOCKED" if item.blocked else "RUNNING"
        tone = p.SLATE if item.blocked else p.MINT
        self._heads.draw(surface, RUNNING_Y, symbol, label, hands if hands > 1 else 0, tone, "")
        self._dish(surface, item, left, moment)

    def _dish(self, surface: pygame.Surface, item: Running, left: str, moment: Moment) -> None:
        """Right of RUNNING: the dish's icon, number, name and the seconds of this step."""
        x = self._right
        if left:
            colour = p.MINT if not item.blocked else p.STEAM
            text = self._kit.type.code(left, 15, colour, "semibold")
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
