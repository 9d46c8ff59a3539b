"""Pointing: with the mouse, or with keys and a gamepad; and what is said about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import pygame

from kitchen.game.draw.box import Box, Pos, inside
from kitchen.game.draw.kit import Kit
from kitchen.game.input.actions import Action, First, Step, TakeBack, TogglePick
from kitchen.game.input.bindings import Bindings, shown
from kitchen.game.input.intents import Intent
from kitchen.game.scene.kitchenscene import KitchenScene
from kitchen.game.service.explain.aim import Aim
from kitchen.game.service.explain.explain import explain
from kitchen.game.service.explain.explaintime import STEPS
from kitchen.game.service.explain.explanation import Explanation, Handles
from kitchen.game.service.explain.tooltip import ToolTip
from kitchen.game.service.hud.homepicture import HomePicture
from kitchen.game.service.hud.rail import TicketRail
from kitchen.game.service.hud.streak import Streak
from kitchen.game.service.hud.topbar import TopBar
from kitchen.game.service.scenespots import SceneSpots
from kitchen.game.service.sidepanel import SidePanel
from kitchen.game.service.timeline.timeline import Timeline
from kitchen.game.signs.layout import layout_of
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.subjects import FreePlace, OrderedDish, Spot, Stretch, Subject, Thing, Wish


class Spotted(Protocol):
    """What has things to be pointed at."""

    def spots(self) -> Sequence[Spot[Subject]]:
        """Where they are, as last drawn."""


class Pointing:
    """What is pointed at on the service screen, and what a click or a key on it asks for."""

    def __init__(
        self, kit: Kit, top: TopBar, rail: TicketRail,
        panel: SidePanel, scene: KitchenScene, timeline: Timeline,
        streak: Streak, home: HomePicture,
    ) -> None:  # fmt: skip
        self._top, self._rail, self._panel = top, rail, panel
        self._scene, self._timeline, self._streak = scene, timeline, streak
        self._home, self._layout = home, layout_of(kit.stage)
        self._floor = SceneSpots(scene)
        # Only who covers the point is asked; what lies on the kitchen is wherever it is.
        self._areas: tuple[tuple[Box | None, Spotted], ...] = (
            (self._layout.top_bar, top), (self._layout.rail, rail), (None, streak),
            (self._layout.column, panel), (None, home),
        )  # fmt: skip
        self._tip = ToolTip(kit)
        self._spot: Spot[Subject] | None = None
        """What was explained last."""
        self._said: Explanation | None = None
        self._live: int | None = None
        """The order that had the focus last, if there was still something of it."""
        self.last: Moment | None = None
        """What was drawn last, and is pointed at."""
        self.toast: Box | None = None
        """Where something is said over the kitchen (logical px), if anything is."""
        self.aim = Aim(kit)
        self.keys = Handles("Enter", "Backspace", "Shift+Enter")
        """What the handles are called when keys or a gamepad are used."""
        self.mouse = Handles()
        """And when a mouse is."""

    def take_over(self, old: Pointing) -> None:
        """Go on where that of another size left off."""
        self.last = old.last
        self.aim.take_over(old.aim)
        self._tip.take_over(old._tip)

    # -- what there is -------------------------------------------------------------------------

    def spots(self) -> list[Spot[Subject]]:
        """Everything that the keys can point at."""
        if self.last is None:
            return []
        return [
            *self._rail.spots(), *self._floor.of_floor(self.last), *self._panel.spots(),
            *self._top.spots(), *self._streak.spots(), *self._home.spots(),
            *self._timeline.spots(self.last),
        ]  # fmt: skip

    def under(self, pos: Pos) -> Spot[Subject] | None:
        """What is under a point."""
        if self.last is None:
            return None
        for area, widget in self._areas:
            if area is None or inside(area, pos):
                for spot in widget.spots():
                    if spot.holds(pos):
                        return spot
        if inside(self._layout.timeline, pos) and not inside(self._layout.scene, pos):
            return self._timeline.under(pos, self.last)
        return self._floor.under(self.last, pos) or self._timeline.under(pos, self.last)

    def hover(self, pointer: Pos | None) -> Pos | None:
        """Where widgets take the pointer to be: nowhere while the aim is shown, whose ring is all
        that what it points at needs."""
        return None if self.aim.shown or self.dragging else pointer

    # -- the mouse -----------------------------------------------------------------------------

    def pressed(self, pos: Pos, button: int, shift: bool) -> Action | None:
        """A button went down there."""
        self.aim.hide()
        if button == 1 and not shift and self._panel.press(pos):
            return None  # it is known when the button is let go
        if button == 1 and not shift and self.last is not None and self._over_timeline(pos):
            return self._timeline.press(pos, self.last)
        order = self._order(self.under(pos))
        if button == 3:
            return TakeBack(order) if order is not None else None
        if button != 1:
            return None
        return First(order) if shift and order is not None else self._target(pos)

    def moved(self, pos: Pos) -> Action | None:
        self.aim.hide()
        self._panel.move(pos)
        return self._timeline.drag(pos, self.last) if self.last is not None else None

    def released(self) -> Action | None:
        self._timeline.drop()
        return self._panel.drop()

    def held(self, wall: float) -> Action | None:
        """What it asks for that the timeline's handle is held for another frame."""
        return self._timeline.hold(wall, self.last) if self.last is not None else None

    def wheeled(self, pos: Pos | None, notches: float) -> Action | None:
        """The wheel was turned, away from the player by so many notches: over the timeline that is
        a step back, over a source so many lines up."""
        if pos is None or not notches or self._panel.scroll(pos, -notches):
            return None
        if not self._over_timeline(pos):
            return None
        return Step("task", -1 if notches > 0 else 1)

    def _over_timeline(self, pos: Pos) -> bool:
        return inside(self._layout.timeline, pos) and not inside(self._layout.scene, pos)

    def _target(self, pos: Pos) -> Action | None:
        widgets = self._top, self._rail, self._panel, self._home, self._scene, self._timeline
        for widget in widgets:
            if action := widget.target(pos):
                return action
        return None

    @property
    def dragging(self) -> bool:
        """A pick is held with the mouse, or the timeline's handle."""
        return self._panel.dragging or self._timeline.held

    # -- keys ----------------------------------------------------------------------------------

    def move_focus(self, dx: int, dy: int) -> Action | None:
        """The first time, the aim only shows. Where it is at the timeline's handle, left and right
        move that."""
        if self.last is None:
            return None
        spot = self.aim.spot if self.aim.shown else None
        if dx and spot is not None and spot.subject == Thing("handle"):
            return self._timeline.nudge(dx, self.last)
        if not self.aim.shown:
            self.aim.begin(self.spots(), self.last.view)
        else:
            self.aim.move(self.spots(), dx, dy)
        return None

    def confirm(self) -> Action | None:
        """Do what a click would do; on a pick: put it first."""
        spot = self.aim.spot
        if not self.aim.shown or spot is None:
            self.move_focus(0, 0)
            return None
        if isinstance(spot.subject, Wish):
            return First(spot.subject.order)
        if isinstance(spot.subject, OrderedDish):
            return TogglePick(spot.subject.order)
        return self._target(spot.middle)

    def focus(self, order: int) -> None:
        """That dish has the focus, wherever it is seen first."""
        spot = next((s for s in self.spots() if s.subject == OrderedDish(order)), None)
        if spot is not None:
            self.aim.shown, self.aim.spot = True, spot

    def pointed_order(self) -> int | None:
        """The order that is pointed at, with the pointer or with keys, wherever it shows."""
        spot = self._spot
        if spot is not None and isinstance(spot.subject, Stretch):
            return spot.subject.order
        return self._order(spot)

    @property
    def focused(self) -> Subject | None:
        """What has the focus, if anything has."""
        return self.aim.spot.subject if self.aim.shown and self.aim.spot is not None else None

    def focused_order(self) -> int | None:
        """The order that has the focus, if one has."""
        return self._order(self.aim.spot) if self.aim.shown else None

    def _order(self, spot: Spot[Subject] | None) -> int | None:
        subject = spot.subject if spot is not None else None
        return subject.order if isinstance(subject, OrderedDish | Wish) else None

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, moment: Moment, pointer: Pos | None) -> None:
        """The ring and the tool tip, above everything else."""
        self.last = moment
        self._let_go(moment)
        spot = None
        if self.aim.shown:
            self.aim.draw(surface, self.spots(), moment.wall)
            spot = self.aim.spot
        elif pointer is not None and not self.dragging:
            spot = self.under(pointer)
            if spot is not None and isinstance(spot.subject, FreePlace):
                spot = None  # a free place explains itself to whoever sees it
        before, self._spot, keys = self._spot, spot, self.aim.shown
        if spot is None:
            self._tip.hide()
            return
        if moment.whole or not self._tip.busy or before is None or before.subject != spot.subject:
            self._said = explain(moment, spot.subject, self.keys if keys else self.mouse)
        if self._said is None:
            self._tip.hide()
            return
        self._tip.draw(
            surface, (spot.subject, keys), self._said, spot.box, moment.wall, keys,
            self._in_sight(), moment.whole,
        )  # fmt: skip

    def _let_go(self, moment: Moment) -> None:
        """The focus leaves a dish that is gone, if it was there before that."""
        order = self.focused_order()
        seen = moment.view.orders.get(order) if order is not None else None
        gone = seen is not None and seen.cleared
        if gone and order == self._live:
            self.aim.forget()
        self._live = None if gone else order

    def _in_sight(self) -> tuple[Box, ...]:
        """What a tool tip should not hide: which moment of the past it is, and what is said; then
        the dish that is pointed at, and what it costs."""
        past = self.last is not None and self.last.present is not None
        read = (self._top.banner if past else None, self.toast)
        first = tuple(box for box in read if box is not None)
        order = self.pointed_order()
        if order is None:
            return first
        return *first, *self._scene.boxes_of(order), self._layout.timeline


LOOKING_BACK = tuple(intent for _, _, intent in STEPS.values())
PICKING = (Intent.PICK, Intent.TAKE_BACK, Intent.FIRST, Intent.NEXT_RING)


def handles_of(bindings: Bindings, *, pad: bool) -> Handles:
    """What the keys, or the buttons of a gamepad, are called that pick and take back."""
    table = bindings.buttons if pad else bindings.keys
    names = [table.get(intent) for intent in PICKING]
    pick, back, first, ring = (shown(found[0]) if found else "No key" for found in names)
    return Handles(pick, back, first, ring, keys_of(table))


def mouse_of(bindings: Bindings) -> Handles:
    """What a mouse does, with the keys that do as much."""
    return Handles(keys=keys_of(bindings.keys))


def keys_of(table: Mapping[Intent, Sequence[str]]) -> dict[str, str]:
    return {intent: shown(table[intent][0]) for intent in LOOKING_BACK if table.get(intent)}
