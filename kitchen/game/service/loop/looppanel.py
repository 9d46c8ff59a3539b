"""The panel on the right: what runs, who is ready, who waits. The event loop, as a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pygame

from kitchen.game.draw import format as fmt
from kitchen.game.draw import paint
from kitchen.game.draw import palette as p
from kitchen.game.draw.box import Box
from kitchen.game.draw.glides import Glides
from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import Action, TogglePick
from kitchen.game.service.loop.chips import ReadyChips
from kitchen.game.service.loop.codebox import CodeBox
from kitchen.game.service.loop.notecard import NoteCard
from kitchen.game.service.loop.panelhead import LEFT, PanelHeads
from kitchen.game.service.loop.panelplan import (
    BELOW,
    CODE_Y,
    SLIDE_SECONDS,
    Content,
    PanelPlan,
    Stack,
    chips_room,
    panel_plan,
    stacked,
)
from kitchen.game.service.loop.pickline import PickLine
from kitchen.game.service.loop.running import Running, choose, let_go, running
from kitchen.game.service.loop.runningsection import RUNNING_Y, RunningSection
from kitchen.game.service.loop.turnsign import TurnSign
from kitchen.game.service.loop.wagebox import WageBox
from kitchen.game.service.loop.waiting import WaitRow, staring, waiting
from kitchen.game.service.loop.waitlist import WaitList
from kitchen.game.signs.layout import PANEL_PAD, layout_of
from kitchen.game.signs.loopwords import Heading, heading, waits_for_pick, whose_turn
from kitchen.game.signs.moment import Moment, Source
from kitchen.game.signs.offset import Offset
from kitchen.game.signs.subjects import OrderedDish, Spot, Subject, Thing

PANEL_X = 884.0  # logical px, in the plain layout
TITLE_Y = 80.0


class LoopPanel:
    """Draws the loop of the kitchen looked at: RUNNING, READY, and WAITING or STARING."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        layout = self._layout = layout_of(kit.stage)
        self._offset = Offset(kit.stage, layout.panel[0] - PANEL_X)
        self._right = PANEL_X + layout.panel[2] - PANEL_PAD
        self._heads = PanelHeads(kit, self._right)
        self._code = CodeBox(kit)
        self._running = RunningSection(kit, self._heads, self._code, self._right)
        self._note = NoteCard(kit, self._code.width)
        self._sign = TurnSign(kit, self._right)
        self._chips = ReadyChips(kit)
        self._line = PickLine(kit)
        self._list = WaitList(kit)
        self._wages = WageBox(kit)
        self._glides: Glides[str] = Glides(SLIDE_SECONDS)
        self._bed = self._bake()
        self.reset()

    def reset(self) -> None:
        """Forget what moves, for another kitchen is looked at."""
        self._code.reset()
        self._chips.reset()
        self._line.reset()
        self._list.reset()
        self._chef: int | None = None
        self._plan: PanelPlan | None = None
        self.stack: Stack
        """Where the sections are now; once it has been drawn."""
        self._glides.clear()

    def take_over(self, old: LoopPanel) -> None:
        """Go on where the panel of another size left off, every section in its place."""
        self._code.take_over(old._code)
        self._chips.take_over(old._chips)
        self._list.take_over(old._list)
        self._chef, self._plan = old._chef, old._plan

    def warm(self, sources: Iterable[Source]) -> Iterator[None]:
        """Render the sources before they are first shown: a few ms for each, at a quiet moment."""
        for source in sources:
            for stay in (False, True):
                self._code.warm(source, stay)
                yield

    def target(self, pos: tuple[float, float]) -> Action | None:
        """A click on a chip or a row picks its order."""
        spot = next((spot for spot in self.spots() if spot.holds(pos)), None)
        if spot is None or not isinstance(spot.subject, OrderedDish):
            return None
        return TogglePick(spot.subject.order)

    def press(self, pos: tuple[float, float]) -> bool:
        """The button went down there; whether that took hold of a pick."""
        return self._shows_picks and self._line.press(self._offset.pos(pos))

    def move(self, pos: tuple[float, float]) -> None:
        self._line.move(self._offset.pos(pos))

    def drop(self) -> Action | None:
        """The button was let go: what that asks for."""
        return self._line.drop()

    @property
    def dragging(self) -> bool:
        return self._line.dragging

    @property
    def _shows_picks(self) -> bool:
        return self._plan is not None and self._plan.picks is not None

    def spots(self) -> list[Spot[Subject]]:
        """What can be pointed at: chips, picks and rows."""
        found: list[Spot[Subject]] = []
        if self._plan is None:
            return found
        if self._plan.ready is not None:
            found += self._chips.spots()
        if self._shows_picks:
            found += self._line.spots()
        found += [*self._list.spots(), *self._sections(self._plan)]
        return [spot.moved(self._offset.dx) for spot in found]

    def waiting_box(self) -> Box | None:
        """WAITING or STARING with all its rows, in logical px; None before it was drawn."""
        if self._plan is None:
            return None
        x, y, w, h = self._layout.panel
        top = self._plan.rest - 18
        return x + 8, top, w - 16, y + h - 4 - top

    def _sections(self, plan: PanelPlan) -> list[Spot[Subject]]:
        width = self._right - LEFT
        found: list[Spot[Subject]] = [
            Spot((LEFT, CODE_Y, self._code.width, plan.code), Thing("code"))
        ]
        for name, y in (("ready", plan.ready), ("picks", plan.picks), ("waiting", plan.rest)):
            if y is not None:
                found.append(Spot((LEFT, y - 12, width, 24), Thing(name)))
        found.append(Spot((LEFT, RUNNING_Y - 12, width, 24), Thing("running")))
        found.append(Spot((LEFT, TITLE_Y - 16, width, 32), Thing("loop")))
        return found

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, moment: Moment) -> None:
        surface.blit(self._bed, self._kit.stage.rect(*self._layout.column))
        surface, moment = self._offset.canvas(surface), self._offset.moment(moment)
        self._title(surface, moment)
        chef = choose(moment.view, self._chef)
        self._chef = chef.number if chef is not None else None
        item = running(moment.view, chef, moment.now) if chef is not None else None
        stay = moment.attention == "stay"
        found = (staring if stay else waiting)(moment.view, moment.now)
        self._plan = plan = self._new_plan(moment, item or let_go(moment), len(found))
        self.stack = stack = self._stacked(plan, moment.wall)
        self._running.draw(surface, item, plan.lines, stack.code, moment)
        if stack.ready is not None:
            self._ready(surface, stack, moment)
        if stack.picks is not None:
            self._picks(surface, stack.picks, moment)
        (self._staring if stay else self._waiting)(surface, stack, found, plan, moment)
        if stack.wages:
            self._wages.draw(surface, moment)
        self._chips.draw_flights(surface, (self._right - 60, RUNNING_Y), moment.wall)

    def _new_plan(self, moment: Moment, item: Running | None, tasks: int) -> PanelPlan:
        source = moment.sources.get(item.order.dish) if item is not None else None
        rows = self._code.rows(source, moment.attention == "stay") if source is not None else 0
        form = self._list.form(tasks, moment.attention, moment.still)
        content = Content(
            max(self._code.lines, rows), item is not None,
            0.0, tasks, form.rows(tasks), form.pitch,
        )  # fmt: skip
        room = chips_room(moment, content, self._layout.higher)
        chips = self._chips.height(len(moment.view.line), room, moment.still)
        content = replace(content, chips=chips)
        before = None if moment.still else self._plan
        return panel_plan(moment, content, self._layout.higher, before)

    def _stacked(self, plan: PanelPlan, wall: float) -> Stack:
        """Where the sections are on their way to where they belong: each below the one before."""
        if plan.picks is None:
            self._glides.keep({"code", "rest"})
        return stacked(
            plan,
            self._layout.higher,
            lambda part, goal: self._glides.at(part, (0.0, goal), wall)[1],
        )

    def _title(self, surface: pygame.Surface, moment: Moment) -> None:
        """In its place, for a while, a note that explains a word; or why the clock stands."""
        turn = moment.ringing.turn
        if turn is None:
            self._sign.forget()
        if turn is not None and moment.note is None:
            self._sign.draw(surface, turn, moment.wall, moment.calm)
        elif moment.note is None or not moment.calm:
            self._heading(surface, heading(max(1, len(moment.view.chefs)), moment.attention))
        if moment.note is not None:
            self._note.draw(surface, moment.note, moment.calm)

    def _heading(self, surface: pygame.Surface, words: Heading) -> None:
        symbol = self._kit.art.get(words.icon, 28, 26)
        self._kit.put(surface, symbol, LEFT + 14, TITLE_Y, "center")
        self._kit.put(surface, self._kit.type.display(words.title, 23, p.CREAM), LEFT + 36, TITLE_Y)
        note = self._kit.type.ui(words.note, 14, p.LILAC, "medium")
        self._kit.put(surface, note, self._right, TITLE_Y, "midright")

    def _ready(self, surface: pygame.Surface, stack: Stack, moment: Moment) -> None:
        assert stack.ready is not None
        y = stack.ready
        view, count = moment.view, len(moment.view.line)
        note = "pick who is next" if waits_for_pick(moment) else whose_turn(view.policy)
        self._heads.draw(surface, y, "hatch", "READY", count, p.AMBER, note, beside=True)
        self._chips.draw(surface, (LEFT, y + BELOW), moment, stack.chips_end)

    def _picks(self, surface: pygame.Surface, y: float, moment: Moment) -> None:
        count = len(moment.view.picks)
        note = "drag to change, click to take back" if count > 1 else "click to take back"
        self._heads.draw(
            surface, y, "pin", "NEXT", count, p.SAFFRON, note if count else "your picks"
        )
        self._line.draw(surface, (LEFT, y + BELOW), moment)

    def _waiting(
        self, surface: pygame.Surface, stack: Stack, found: list[WaitRow], plan: PanelPlan,
        moment: Moment,
    ) -> None:  # fmt: skip
        y = stack.rest
        form = self._list.form(len(found), moment.attention, moment.still)
        shown = found[: plan.rows * form.columns]
        more = len(found) - len(shown)
        note = "soonest first" if more <= 0 else f"soonest first, {more} more"
        note = note if found else ""
        self._heads.draw(surface, y, "ring", "WAITING", len(found), p.STEAM, note)
        self._list.draw(surface, (LEFT, y + BELOW), shown, moment, form, stack.end)
        if not found:
            words = self._kit.type.ui("no timers run", 13, p.LILAC, "medium")
            self._kit.put(surface, words, LEFT + 20, y + 28)

    def _staring(
        self, surface: pygame.Surface, stack: Stack, found: list[WaitRow], plan: PanelPlan,
        moment: Moment,
    ) -> None:  # fmt: skip
        y = stack.rest
        form = self._list.form(len(found), moment.attention, moment.still)
        hidden = 0 if plan.ready is not None else len(moment.view.line)
        note = "paid to wait" if found else ""
        if hidden:
            note = f"{fmt.count(hidden, 'order')} without a chef"
        self._heads.draw(surface, y, "dots", "STARING", len(found), p.SLATE, note)
        shown = found[: plan.rows * form.columns]
        self._list.draw(surface, (LEFT, y + BELOW + 1), shown, moment, form, stack.end)
        if not found:
            words = self._kit.type.ui("nobody stares at a pot", 13, p.LILAC, "medium")
            self._kit.put(surface, words, LEFT + 20, y + 26)

    # -- pieces --------------------------------------------------------------------------------

    def _bake(self) -> pygame.Surface:
        """The column behind the panel, opaque, and the panel's face with its shadow."""
        s = self._kit.stage
        column = s.rect(*self._layout.column)
        bed = pygame.Surface(column.size)
        bed.fill(p.AUBERGINE)
        panel = s.rect(*self._layout.panel).move(-column.x, -column.y)
        radius, blur = s.px(14), max(1, s.px(4))
        shade = paint.shadow(panel.size, radius, blur, 0.45)
        bed.blit(shade, (panel.x - 2 * blur, panel.y - 2 * blur + s.px(2)))
        bed.blit(paint.panel(panel.size, radius, s.line(1)), panel)
        return bed
