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
from kitchen.game.draw.slate import Slate
from kitchen.game.input.actions import Action, TogglePick
from kitchen.game.service.loop.chiprow import HEIGHT as PICK_H
from kitchen.game.service.loop.chips import ReadyChips
from kitchen.game.service.loop.codebox import CodeBox
from kitchen.game.service.loop.notecard import NoteCard
from kitchen.game.service.loop.panelhead import LEFT, PanelHeads
from kitchen.game.service.loop.panelplan import (
    BELOW,
    CODE_Y,
    HEAD_H,
    SLIDE_SECONDS,
    TIGHT,
    Content,
    PanelPlan,
    Stack,
    chips_room,
    panel_plan,
    stacked,
)
from kitchen.game.service.loop.pickline import PickLine
from kitchen.game.service.loop.running import Running, choose, let_go, running
from kitchen.game.service.loop.runningsection import HEAD_TOP, RUNNING_Y, RunningSection
from kitchen.game.service.loop.turnsign import TurnSign
from kitchen.game.service.loop.wagebox import WageBox
from kitchen.game.service.loop.waiting import WaitRow, staring, waiting
from kitchen.game.service.loop.waitlist import WaitList
from kitchen.game.signs.layout import PANEL_PAD, layout_of
from kitchen.game.signs.loopwords import Heading, heading, waits_for_pick, whose_turn
from kitchen.game.signs.moment import Moment, Source
from kitchen.game.signs.offset import Offset
from kitchen.game.signs.subjects import OrderedDish, Spot, Subject, Thing
from kitchen.sim.view.kitchenview import KitchenView

PANEL_X = 884.0  # logical px, in the plain layout
TITLE_Y, TITLE_TOP = 80.0, 57.0
OVER = 10.0  # what stands in it may be so much wider than its text, to either side
HEAD_END = 11.0  # of a header, from its middle
WAITING, STARING = ("ring", "WAITING", p.STEAM), ("dots", "STARING", p.SLATE)


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
        column = kit.stage.rect(*layout.column)
        dx = kit.stage.px(self._offset.dx)
        self._slate = Slate(self._bake(), (column.x - dx, column.y))
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
        self._drawn: Stack | None = None
        self._why: object = None
        self._waits: tuple[KitchenView | None, int, list[WaitRow]] = None, 0, []
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
        surface, moment = self._offset.canvas(surface), self._offset.moment(moment)
        # One who works on is shown on; time that stands still has no before.
        chef = choose(moment.view, None if moment.still else self._chef)
        self._chef = chef.number if chef is not None else None
        item = running(moment.view, chef, moment.now) if chef is not None else None
        found = self._tasks(moment)
        plan = self._planned(moment, item or let_go(moment))
        stack = self._stacked(plan, moment.wall)
        if stack != self._drawn:  # sections are on their way, or others have come
            self._slate.clear()
        self.stack = self._drawn = stack
        self._slate.lay(surface)
        self._title(surface, moment)
        self._running.draw(surface, self._slate, item, plan.lines, stack.code, moment)
        if stack.ready is not None:
            self._ready(surface, stack, moment)
        if stack.picks is not None:
            self._picks(surface, stack.picks, moment)
        self._rest(surface, stack, found, plan, moment)
        if stack.wages:
            self._wages.draw(surface, self._slate, moment)
        self._chips.draw_flights(surface, (self._right - 60, RUNNING_Y), moment.wall)

    def _tasks(self, moment: Moment) -> list[WaitRow]:
        """Who waits, or who stares: that changes with a fact."""
        view = moment.view
        if self._waits[:2] != (view, view.facts):
            found = (staring if moment.attention == "stay" else waiting)(view)
            self._waits = view, view.facts, found
        return self._waits[2]

    def _planned(self, moment: Moment, item: Running | None) -> PanelPlan:
        """The same plan as before while nothing has happened that could change it."""
        view = moment.view
        source = moment.sources.get(item.order.dish) if item is not None else None
        why = (view, view.facts, source, item is None, moment.autopilot, moment.still)
        if self._plan is None or why != self._why:
            self._plan, self._why = self._new_plan(moment, source, item is not None), why
        return self._plan

    def _new_plan(self, moment: Moment, source: Source | None, runs: bool) -> PanelPlan:
        rows = self._code.rows(source, moment.attention == "stay") if source is not None else 0
        tasks = len(self._tasks(moment))
        form = self._list.form(tasks, moment.attention, moment.still)
        lines = max(self._code.lines, rows)
        content = Content(lines, runs, 0.0, tasks, form.rows(tasks), form.pitch)
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

    def _area(self, top: float, end: float) -> pygame.Rect:
        """The panel from one height to another, in logical px, but for its edges."""
        return self._kit.stage.rect(LEFT - OVER, top, self._right - LEFT + 2 * OVER, end - top)

    def _title(self, surface: pygame.Surface, moment: Moment) -> None:
        """In its place, for a while, a note that explains a word; or why the clock stands."""
        turn, chefs = moment.ringing.turn, max(1, len(moment.view.chefs))
        if turn is None:
            self._sign.forget()
        moves = turn is not None or moment.note is not None
        key = moment.wall if moves else (chefs, moment.attention)

        def draw(canvas: pygame.Surface) -> None:
            if turn is not None and moment.note is None:
                self._sign.draw(canvas, turn, moment.wall, moment.calm)
            elif moment.note is None or not moment.calm:
                self._heading(canvas, heading(chefs, moment.attention))
            if moment.note is not None:
                self._note.draw(canvas, moment.note, moment.calm)

        self._slate.part(surface, "title", self._area(TITLE_TOP, HEAD_TOP), key, draw)

    def _heading(self, surface: pygame.Surface, words: Heading) -> None:
        symbol = self._kit.art.get(words.icon, 28, 26)
        self._kit.put(surface, symbol, LEFT + 14, TITLE_Y, "center")
        self._kit.put(surface, self._kit.type.display(words.title, 23, p.CREAM), LEFT + 36, TITLE_Y)
        note = self._kit.type.ui(words.note, 14, p.LILAC, "medium")
        self._kit.put(surface, note, self._right, TITLE_Y, "midright")

    def _ready(self, surface: pygame.Surface, stack: Stack, moment: Moment) -> None:
        """Header and chips are one part: the flag on who is next stands out into the header."""
        assert stack.ready is not None
        y, view, count = stack.ready, moment.view, len(moment.view.line)
        note = "pick who is next" if waits_for_pick(moment) else whose_turn(view.policy)
        key = count, note, self._chips.follow((LEFT, y + BELOW), moment)

        def draw(canvas: pygame.Surface) -> None:
            self._heads.draw(canvas, y, "hatch", "READY", count, p.AMBER, note, beside=True)
            self._chips.draw(canvas)

        self._slate.part(surface, "ready", self._area(y - HEAD_H / 2, stack.chips_end), key, draw)

    def _picks(self, surface: pygame.Surface, y: float, moment: Moment) -> None:
        count = len(moment.view.picks)
        note = "drag to change, click to take back" if count > 1 else "click to take back"
        note = note if count else "your picks"
        key = moment.wall if count else len(moment.view.chefs)  # picks are moved about

        def draw(canvas: pygame.Surface) -> None:
            self._heads.draw(canvas, y, "pin", "NEXT", count, p.SAFFRON, note)
            self._line.draw(canvas, (LEFT, y + BELOW), moment)

        area = self._area(y - HEAD_H / 2, y + BELOW + PICK_H + TIGHT - HEAD_H / 2)
        self._slate.part(surface, "picks", area, key, draw)

    def _rest(
        self, surface: pygame.Surface, stack: Stack, found: list[WaitRow], plan: PanelPlan,
        moment: Moment,
    ) -> None:  # fmt: skip
        """WAITING, or STARING where chefs stay."""
        stay, y, count = moment.attention == "stay", stack.rest, len(found)
        form = self._list.form(count, moment.attention, moment.still)
        shown = found[: plan.rows * form.columns]
        note = (_stare_note if stay else _wait_note)(moment, plan, count, len(shown))
        top = y + BELOW + (1 if stay else 0)
        rows = self._list.follow((LEFT, top), shown, moment, form, stack.end)
        none = ("nobody stares at a pot", 26) if stay else ("no timers run", 28)
        symbol, label, tone = STARING if stay else WAITING
        area = self._area(y - HEAD_H / 2, y + HEAD_END)
        below = self._area(y + HEAD_END, max(stack.end, y + 38))
        self._slate.part(
            surface, "rest", area, (count, note),
            lambda canvas: self._heads.draw(canvas, y, symbol, label, count, tone, note),
        )  # fmt: skip
        if not found:
            words = self._kit.type.ui(none[0], 13, p.LILAC, "medium")
            rows = [[self._kit.placed(words, LEFT + 20, y + none[1])]]
        self._slate.show(surface, rows, below)

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


def _wait_note(moment: Moment, plan: PanelPlan, count: int, shown: int) -> str:
    if not count:
        return ""
    return "soonest first" if count <= shown else f"soonest first, {count - shown} more"


def _stare_note(moment: Moment, plan: PanelPlan, count: int, shown: int) -> str:
    hidden = 0 if plan.ready is not None else len(moment.view.line)
    if hidden:
        return f"{fmt.count(hidden, 'order')} without a chef"
    return "paid to wait" if count else ""
