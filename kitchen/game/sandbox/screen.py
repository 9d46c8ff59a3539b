"""The sandbox screen: rules on the left; two kitchens, the limit and the plots on the right."""

from __future__ import annotations

import shlex
import time
from pathlib import Path

import pygame

from kitchen.errors import KitchenError
from kitchen.game.cards.help import HelpCard
from kitchen.game.controls.page import Page
from kitchen.game.draw import palette
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.warmup import WarmUp, settle
from kitchen.game.input.intents import Intent
from kitchen.game.sandbox.actions import Actions
from kitchen.game.sandbox.bar import SPEEDS, SandboxBar
from kitchen.game.sandbox.board import Board
from kitchen.game.sandbox.clock import Clock
from kitchen.game.sandbox.rules import Rules
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.game import Game
from kitchen.game.shell.menu import Menu
from kitchen.game.shell.screen import Screen
from kitchen.keep.keep import SANDBOXES
from kitchen.lab.before_after import Twins
from kitchen.lab.sandbox import Sandbox
from kitchen.loop.frames import Frame
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.pacing import Pacing

OPENS_AT = 600.0
"""Kitchen time that the screen begins at, so that there is something to compare."""
SPARE = 0.0035
"""Seconds of a frame's work up to which it goes on with the warm-up."""
WARM_AT_ONCE = 0.2
EACH_RUN = 0.05
"""Seconds of wall time between two runs, at least, while a slider is being dragged."""
NOTICE_SECONDS = 15.0


class SandboxScreen(Screen):
    """``back`` is the screen that Esc leads to; None: out of the game. ``sandbox``: the rules to
    begin with."""

    def __init__(
        self, game: Game, back: Screen | None = None, sandbox: Sandbox | None = None
    ) -> None:
        super().__init__(game)
        self.back = back
        self.twins = Twins(sandbox or Sandbox())
        self.wanted = self.twins.sandbox
        """The rules that are set; a moment later the changed kitchen has them."""
        self.clock = Clock(OPENS_AT, SPEEDS[0])
        self._ran_at = -1.0
        self._wall = 0.0
        self._notice, self._notice_since = "", 0.0
        self.page: Page | None = None

    # -- time ----------------------------------------------------------------------------------

    def pacing(self) -> Pacing:
        return self.clock.pacing(self.options)

    def live(self, loop: KitchenLoop) -> Screen | None:
        self.over, self.next = False, None  # it may be shown again
        return super().live(loop)

    def cover(self, covered: bool) -> None:
        self.clock.hold(covered)

    def help(self) -> None:
        self.open(HelpCard(self))

    def at_rest(self) -> bool:
        return self.clock.still and self.wanted == self.twins.sandbox

    # -- making --------------------------------------------------------------------------------

    def build(self, kit: Kit) -> None:
        clock = self.clock
        self._bar = SandboxBar(
            kit, clock.speed, self._set_speed, self._pause, self._again, self._leave
        )
        self._rules = Rules(kit, self.wanted, self.twins.unchanged, self._change)
        self._actions = Actions(kit, self._compare, self._undo, self._save, self._play)
        self._board = Board(kit, self.game.settings.typeface, self.twins)
        old = self.page
        controls = [*self._rules.controls, *self._actions.controls, *self._bar.controls]
        self.page = Page(kit, controls, old.focus if old else 0)
        self.page.ring = old is not None and old.ring
        self._menu = Menu(self.game, self.page, self._leave)
        self.window.surface.fill(palette.NIGHT)
        self._canvas = kit.stage.canvas(self.window.surface)
        self._ground = self._bake()
        self._follow()
        self._warm = WarmUp(self._board.warm())
        if not self.options.photographs:
            self._warm.go(WARM_AT_ONCE)
        settle()

    def _bake(self) -> pygame.Surface:
        ground = pygame.Surface(self._canvas.get_size()).convert()
        ground.fill(palette.NIGHT)
        for part in (self._bar, self._rules, self._actions, self._board):
            part.bake(ground)
        return ground

    # -- a frame -------------------------------------------------------------------------------

    def draw(self, frame: Frame) -> None:
        begun = time.perf_counter()
        self._run(frame.wall)
        self.clock.end = self.twins.end
        self.clock.tick(frame.time)
        self._draw(frame.wall)
        self._warm.go(begun + SPARE - time.perf_counter())

    def _draw(self, wall: float) -> None:
        page, canvas, clock = self.page, self._canvas, self.clock
        assert page is not None
        canvas.blit(self._ground, (0, 0))
        self._bar.follow(clock.speed, clock.paused)
        self._bar.draw_clock(canvas, clock.now, clock.closed)
        notice = self._notice if wall - self._notice_since < NOTICE_SECONDS else ""
        self._board.draw(
            canvas, clock.now, wall, self._rules.changed, clock.still, self.game.calm, notice
        )
        self._actions.draw_hint(canvas, page.focused)
        page.draw(canvas, wall)
        self._rules.draw_marks(canvas)
        self._wall = wall

    def paint(self, frame: Frame) -> None:
        super().paint(frame)
        if self.options.screenshot is not None and self.clock.now >= self.options.at - 1e-9:
            self.window.save(self.options.screenshot)
            self.leave(None)

    def _run(self, wall: float) -> None:
        """Run the changed kitchen by the rules that are set, if they are others."""
        if self.wanted != self.twins.sandbox and wall - self._ran_at >= EACH_RUN:
            self._ran_at = wall
            try:
                self.twins.change(self.wanted)
            except KitchenError as error:
                self._change(self.twins.sandbox)
                self._say(str(error))

    # -- what the player does ------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> None:
        if not self._asked(event):
            self._menu.handle(event)

    def _asked(self, event: pygame.event.Event) -> bool:
        """The sandbox's own keys, and those that mean here what they mean in the service where they
        mean nothing else."""
        assert self.page is not None
        intent = self.game.bindings.in_sandbox(event)
        service = self.game.bindings.in_service(event)
        if intent is Intent.SANDBOX_PAUSE or (service is Intent.PAUSE and not self.page.ring):
            self._pause()
        elif intent in (Intent.FASTER, Intent.SLOWER):
            self._step_speed(1 if intent is Intent.FASTER else -1)
        elif service is Intent.RESTART and intent is None:
            self._again()
        else:
            return False
        return True

    def _change(self, sandbox: Sandbox) -> None:
        self.wanted = sandbox
        self._follow()

    def _follow(self) -> None:
        """Show in the panel what is set."""
        self._notice = ""
        self._rules.follow(self.wanted, self.twins.unchanged)
        self._actions.follow(bool(self._rules.changed))

    def _undo(self) -> None:
        self._change(self.twins.unchanged)

    def _compare(self) -> None:
        self.twins.change(self.wanted)
        self.twins.compare_from_here()
        self._follow()

    def _pause(self) -> None:
        self.clock.pause()

    def _set_speed(self, speed: float) -> None:
        self.clock.set_speed(speed)

    def _step_speed(self, step: int) -> None:
        index = SPEEDS.index(self.clock.speed) + step
        self._set_speed(SPEEDS[min(len(SPEEDS) - 1, max(0, index))])

    def _again(self) -> None:
        self.clock.set_now(0.0)

    def _leave(self) -> None:
        self.leave(self.back)

    def _play(self) -> None:
        """Cook these orders as a service; that leads back here."""
        self.leave(ServiceScreen(self.game, self.wanted.shift(), self))

    def _save(self) -> None:
        """Where the game keeps things; in the folder of the command if that cannot be."""
        kept = self.game.keep.folder
        folders = [*([kept / SANDBOXES] if kept is not None else []), Path.cwd()]
        for folder in folders:
            try:
                path = self.wanted.save(folder)
            except KitchenError as error:
                self._say(str(error))
            else:
                self._say(f"Saved. To run it: kitchen run {shlex.quote(str(path))}")
                return

    def _say(self, words: str) -> None:
        """In place of the verdict, for a while."""
        self._notice, self._notice_since = words, self._wall
