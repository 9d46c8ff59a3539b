"""The screen of a lesson: one step after the other, and the kitchen that runs what was built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pygame

from kitchen.game.cards.help import HelpCard
from kitchen.game.cards.questions import QuestionsCard
from kitchen.game.cards.settings import SettingsCard
from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control
from kitchen.game.controls.page import Page
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import inside
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.warmup import settle
from kitchen.game.input.intents import Intent, digit
from kitchen.game.lesson.bar import BarWishes, LessonBar
from kitchen.game.lesson.doors import LessonDoors
from kitchen.game.lesson.hints import HintBox
from kitchen.game.lesson.lessonhelp import LessonHelp
from kitchen.game.lesson.panels import panel_of
from kitchen.game.lesson.parts.actionbutton import ActionButton
from kitchen.game.lesson.parts.layout import (
    ACTION,
    LEFT,
    OVER,
    RADIUS,
    STRIPS,
)
from kitchen.game.lesson.parts.panel import StepPanel, StepWishes
from kitchen.game.lesson.shown.playing import RunPlaying
from kitchen.game.lesson.shown.rightside import RightSide
from kitchen.game.lesson.sitting import Sitting
from kitchen.game.lesson.stephead import StepHead
from kitchen.game.lesson.stepshown import step_shown
from kitchen.game.shell.game import Game
from kitchen.game.shell.menu import Menu
from kitchen.game.shell.screen import Screen
from kitchen.lessons.judging.judge import Verdict, judged, judged_run
from kitchen.lessons.judging.stars import Course
from kitchen.lessons.lesson import Lesson
from kitchen.lessons.running.run import Run
from kitchen.lessons.steps import AnyStep, BreakStep, CookStep, WalkStep, kind_of
from kitchen.loop.frames import Frame
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.pacing import Pacing

Act = tuple[str, Callable[[], object]]
"""What a button says and does."""

TRIGGERS = {Intent.FASTER: Intent.NEXT_PAGE, Intent.SLOWER: Intent.PREVIOUS_PAGE}
"""What the triggers of a gamepad do: they turn the pages of a program."""

WHEEL = 3.0
"""Rows of a program for one notch."""


class LessonScreen(Screen):
    """Begins at the step ``here``, from 0; ``course``: of somebody who has been there before."""

    def __init__(
        self, game: Game, lesson: Lesson, doors: LessonDoors | None = None, here: int = 0,
        course: Course | None = None,
    ) -> None:  # fmt: skip
        super().__init__(game)
        self.lesson, self.doors = lesson, doors or LessonDoors()
        self.playing = RunPlaying()
        self.sitting = Sitting(course or Course(lesson), here, self.playing, self.doors.told)
        self.panel: StepPanel | None = None
        self.page: Page | None = None
        self._ground: pygame.Surface | None = None
        self._enters = True
        """The step is new: a stove opens by itself."""

    @property
    def step(self) -> AnyStep:
        return self.sitting.step

    # -- time ----------------------------------------------------------------------------------

    def pacing(self) -> Pacing:
        return self.playing.pacing(self.options)

    def live(self, loop: KitchenLoop) -> Screen | None:
        self.over, self.next = False, None  # it is shown again after a step at the stove
        if self.sitting.cooks and self._enters:
            self.to_stove()
            return self.next
        return super().live(loop)

    def cover(self, covered: bool) -> None:
        self.playing.clock.hold(covered)

    def help(self) -> None:
        seen = self.panel.answer() if self.panel is not None else None
        stops = seen if isinstance(self.step, WalkStep) and isinstance(seen, int) else 0
        at = self.sitting
        self.open(LessonHelp(self, at.course, at.here, stops, self._more_help, self._ask))

    def _more_help(self) -> None:
        """What the shapes and the words mean, and all keys."""
        self.open(HelpCard(self, ask=self._ask))

    def _ask(self) -> None:
        self.open(QuestionsCard(self, self._another))

    def _another(self, lesson: Lesson) -> Screen:
        """The screen of another lesson, which leads back where this one does."""
        return LessonScreen(self.game, lesson, replace(self.doors, onward="", go_on=lambda: None))

    def at_rest(self) -> bool:
        return self.playing.paused and self.panel is not None and self.panel.at_rest()

    # -- making --------------------------------------------------------------------------------

    def build(self, kit: Kit) -> None:
        self._keep_answer()
        sitting = self.sitting
        wishes = StepWishes(
            self.judge, self.judge_run, self._changed, self._anew, self._focus,
            self.playing.go_to, self.playing.stand, self.playing.play, self._leave_for_stove,
            lambda: self.game.calm, self.game.sounds.ui, sitting.desk, self.game.keep.folder,
            self.playing.run is not None,
        )  # fmt: skip
        self._head = StepHead(kit, self.lesson, sitting.here)
        body = self._head.body
        self.panel = panel_of(kind_of(self.step))(kit, body, self.lesson, self.step, wishes)
        self.panel.put(sitting.answer)
        self.panel.told(sitting.verdict)
        self._hints = HintBox(kit, sitting.tiers, self._hint)
        self._bar = self._bar_for(kit)
        old = self.page
        typeface = self.game.settings.typeface
        self._right = RightSide(kit, self.playing, step_shown(sitting), typeface)
        self.page = Page(kit, self._controls(kit))
        self._start(old)
        self._menu = Menu(self.game, self.page, self._leave)
        self.window.surface.fill(palette.NIGHT)
        self._canvas = kit.stage.canvas(self.window.surface)
        self._ground = None  # it is baked when it is first to be seen
        settle()

    def _bar_for(self, kit: Kit) -> LessonBar:
        wishes = BarWishes(self._leave, self.step_to, self.skip, self.help, self._settings)
        return LessonBar(kit, self.sitting.course, self.sitting.here, wishes)

    def _controls(self, kit: Kit) -> list[Control]:
        panel = self.panel
        assert panel is not None
        controls = [*panel.controls, *self._hints.controls]
        main, second = self._acts()
        if main is not None:
            action = ActionButton(kit, ACTION, *main)
            action.enabled = self.sitting.cooks or panel.ready or main[1] == self.skip
            controls.append(action)
        if second is not None:
            controls.append(Button(kit, OVER, *second, size=18))
        return [*controls, *self._right.controls, *self._bar.controls]

    def _acts(self) -> tuple[Act | None, Act | None]:
        """What the two buttons below the panel do: the step well done, it is on to the next one;
        done, but not within par, that is the second thing to do."""
        panel, verdict = self.panel, self.sitting.verdict
        assert panel is not None
        if self.sitting.secret:
            return ("See the end", self._see_end), (panel.AGAIN, self._start_over)
        on: Act = ("Finish" if self.sitting.last else "Next step", self.skip)
        run: Act | None = (panel.RUN, self.judge) if panel.RUN else None
        if self.sitting.cooks:
            run = ("Cook", self.to_stove)
        again: Act | None = (panel.AGAIN, self._start_over) if panel.AGAIN else None
        if verdict is None or not verdict.works:
            return run, None if self.sitting.cooks else again
        return (on, again) if verdict.par or run is None else (run, on)

    def _start(self, old: Page | None) -> None:
        """The focus stays where it was, if the step is the same."""
        assert self.page is not None
        if old is not None:
            self.page.focus = min(old.focus, len(self.page.controls) - 1)
            self.page.ring = old.ring

    def _bake(self) -> pygame.Surface:
        """What stands still."""
        stage = self.kit.stage
        ground = pygame.Surface(self._canvas.get_size()).convert()
        ground.fill(palette.NIGHT)
        area = stage.rect(*LEFT)
        ground.blit(paint.panel(area.size, stage.px(RADIUS), stage.line(1)), area)
        self._right.bake(ground)
        self._head.bake(ground)
        self._bar.bake(ground)
        assert self.panel is not None
        self.panel.bake(ground)
        return ground

    # -- a frame -------------------------------------------------------------------------------

    def draw(self, frame: Frame) -> None:
        playing, panel, page = self.playing, self.panel, self.page
        assert panel is not None and page is not None
        self._right.follow(playing.tick(frame.time))
        self._learn()
        if playing.run is not None:
            panel.follow(playing.run, playing.now)
        canvas = self._canvas
        if self._ground is None:
            self._ground = self._bake()
        canvas.blit(self._ground, (0, 0))
        panel.draw(canvas, frame.wall)
        self._right.draw(canvas, frame.wall, self.game.calm)
        self._hints.draw(canvas)
        page.draw(canvas, frame.wall)
        panel.draw_over(canvas, frame.wall)

    def paint(self, frame: Frame) -> None:
        super().paint(frame)
        if self.options.screenshot is not None:
            self.window.save(self.options.screenshot)
            self.leave(None)

    # -- what the player does ------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> None:
        assert self.panel is not None
        if event.type == pygame.MOUSEWHEEL:
            pos = self.window.pointer(self.kit.stage)
            if event.y and self._right.strips and inside(STRIPS, pos):
                self.playing.step(True, -1 if event.y > 0 else 1)
            elif pos is not None:
                self.panel.wheel(pos, -event.y * WHEEL)
            return
        if event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            if self.panel.point(event, self.kit.stage.to_logical(event.pos)):
                return
        else:
            intent = self.game.bindings.in_menu(event)
            if intent is not None and self.panel.want(intent):
                return
            if self._asked(event):
                return
        self._menu.handle(event)

    def _asked(self, event: pygame.event.Event) -> bool:
        """The keys of a service: numbers choose, the others move the handle of time."""
        panel, intent = self.panel, self.game.bindings.in_service(event)
        assert panel is not None
        if intent is None:
            return False
        number = digit(intent)
        if number is not None and panel.number(number):
            return True
        if intent in TRIGGERS and event.type != pygame.KEYDOWN:
            return panel.want(TRIGGERS[intent])
        return (intent is not Intent.PAUSE or self._space_plays) and self.playing.want(intent)

    @property
    def _space_plays(self) -> bool:
        """Else it presses what has the focus."""
        page = self.page
        return page is not None and (not page.ring or page.focused in self._right.strips)

    def judge(self) -> None:
        """Judge what the player has done, and play what comes of it."""
        assert self.panel is not None
        self.tell(judged(self.lesson, self.step, self.panel.answer()))

    def judge_run(self, run: Run) -> None:
        self.tell(judged_run(self.step, run))

    def tell(self, verdict: Verdict) -> None:
        """That came of it. Where the player has to guess, it is told when the run has come to what
        tells it anyway."""
        assert self.panel is not None
        self.sitting.count()
        self._keep_answer()
        run = verdict.run
        self.playing.set(run, True, self.panel.before())
        self.sitting.judged(verdict, self.panel.told_at(run) if run is not None else 0.0)
        if self.sitting.learnt:
            self.sitting.count()
        self.build(self.kit)

    def _see_end(self) -> None:
        self.playing.go_to(self.playing.end)
        self._learn()

    def _learn(self) -> None:
        """Tell what the run has told by now."""
        if self.sitting.learnt:
            self.sitting.count()
            self._say_again()

    def _keep_answer(self) -> None:
        if self.panel is not None and self.panel.step is self.step:
            self.sitting.keep(self.step, self.panel.answer())

    def show_solution(self) -> None:
        """The last hint: do it for the player, who has not known it then."""
        assert self.panel is not None
        self.sitting.course.shown(self.step)
        self._changed()
        self.panel.show_solution()
        self._anew()

    def _hint(self, tier: int) -> None:
        """The tab of a hint was pressed."""
        if self.sitting.tiers.turn_to(tier):
            self.show_solution()
        self._anew()

    def _start_over(self) -> None:
        assert self.panel is not None
        self.panel.start_over()
        self._changed()

    def _changed(self) -> None:
        """The answer is another one than was judged."""
        if self.sitting.verdict is not None:
            self.sitting.take_back()
            assert self.panel is not None
            self.panel.told(None)
            self._say_again()
        self._anew()

    def _say_again(self) -> None:
        """Another verdict is to be told, or none any more."""
        self._right.say(step_shown(self.sitting))
        self._bar = self._bar_for(self.kit)
        self._ground = None  # it is baked when it is first to be seen
        self._anew()

    def _anew(self) -> None:
        """There are other controls."""
        assert self.page is not None
        focused = self.page.focused
        self.page.controls = self._controls(self.kit)
        if focused in self.page.controls:
            self.page.focus = self.page.controls.index(focused)
        self.page.focus = min(self.page.focus, len(self.page.controls) - 1)

    def _focus(self, control: Control) -> None:
        assert self.page is not None
        if control in self.page.controls:
            self.page.give_focus(self.page.controls.index(control))
            self.page.ring = True

    # -- from step to step ---------------------------------------------------------------------

    def step_to(self, index: int) -> None:
        """Show another step."""
        self.sitting.count()
        self._keep_answer()
        self._set_step(index)
        self.build(self.kit)  # a frame may come before the stove does
        if self.sitting.cooks:
            self.to_stove()

    def _set_step(self, index: int) -> None:
        self.sitting.show_step(index)
        self.panel = self.page = None
        self._enters = True

    def skip(self) -> None:
        """On to the next step, whatever became of this one."""
        if self.sitting.last:
            self.finish()
        else:
            self.step_to(self.sitting.here + 1)

    def finish(self) -> None:
        """All steps have been seen: what it was about, and what comes next."""
        from kitchen.game.lesson.debrief import DebriefCard, DebriefDoors  # at the end

        self.sitting.count()
        self.doors.passed()
        doors = DebriefDoors(self.step_to, self.again, self._leave, self.doors.onward, self._on)
        self.open(DebriefCard(self, self.sitting.course, doors))

    def again(self) -> None:
        """From the first step on, as if nothing had been done."""
        self.sitting.begin_again()
        self.panel = None
        self.step_to(0)

    def _on(self) -> None:
        """To what comes after this lesson."""
        self.leave(self.doors.go_on())

    # -- at the stove --------------------------------------------------------------------------

    def to_stove(self) -> None:
        """Cook the step by hand, on a screen of its own."""
        from kitchen.game.lesson.stove.cooking import cook_screen  # many lessons have no such step

        self._enters = False
        assert isinstance(self.step, CookStep | BreakStep)
        step = self.step
        self.leave(
            cook_screen(
                self.game, self.lesson, step, self, self.cooked,
                shown=lambda: self.sitting.course.shown(step), skipped=self._past_stove,
            )
        )  # fmt: skip

    def cooked(self, verdict: Verdict) -> None:
        """That came of the step at the stove. This screen is shown again after it, with the next
        step if that one is done."""
        self.sitting.judged(verdict)
        self.sitting.count()
        if verdict.works:
            self._past_stove()

    def _past_stove(self) -> None:
        """This screen is shown with the next step, if there is one."""
        if not self.sitting.last:
            self._set_step(self.sitting.here + 1)

    # -- away ----------------------------------------------------------------------------------

    def _leave_for_stove(self, screen: Any) -> None:
        self.leave(screen)

    def _settings(self) -> None:
        self.open(SettingsCard(self))

    def _leave(self) -> None:
        self.sitting.count()
        self._keep_answer()
        self.leave(self.doors.back)
