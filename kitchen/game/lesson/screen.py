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
from kitchen.game.lesson.hints import HintBox, HintTiers
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
from kitchen.game.lesson.shown.goalspaper import shown_goals
from kitchen.game.lesson.shown.playing import RunPlaying
from kitchen.game.lesson.shown.prints import told_in_shown_lines
from kitchen.game.lesson.shown.rightside import RightSide, StepShown
from kitchen.game.lesson.stephead import StepHead
from kitchen.game.shell.game import Game
from kitchen.game.shell.menu import Menu
from kitchen.game.shell.screen import Screen
from kitchen.lessons.judging.judge import Verdict, judged, judged_run, lines_shown, tried
from kitchen.lessons.judging.stars import Course
from kitchen.lessons.lesson import Lesson, id_of
from kitchen.lessons.running.run import Run
from kitchen.lessons.steps import AnyStep, BreakStep, CookStep, WalkStep, WhyStep, kind_of
from kitchen.loop.frames import Frame
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.pacing import Pacing

Act = tuple[str, Callable[[], object]]
"""What a button says and does."""

IDLE = {"predict": "Say first what it will do. Then it runs."}
"""What is said where the kitchen will be, by kind of step."""

TRIGGERS = {Intent.FASTER: Intent.NEXT_PAGE, Intent.SLOWER: Intent.PREVIOUS_PAGE}
"""What the triggers of a gamepad do: they turn the pages of a program."""

WHEEL = 3.0
"""Rows of a program for one notch."""


class LessonScreen(Screen):
    """``course`` keeps what is done; ``here`` is the number of the step that shows, from 0."""

    def __init__(
        self, game: Game, lesson: Lesson, doors: LessonDoors | None = None, here: int = 0
    ) -> None:
        super().__init__(game)
        self.lesson, self.doors = lesson, doors or LessonDoors()
        self.course = Course(lesson)
        self.answers: dict[str, Any] = {}
        """What was given last, by the step's id: who goes back finds it as it was."""
        self.verdict: Verdict | None = None
        """On the answer that stands there; None: it was not judged."""
        self._owes, self._until = False, 0.0
        """The verdict does not count yet; the moment of the run from which on it may be told."""
        self.playing = RunPlaying()
        self.panel: StepPanel | None = None
        self.page: Page | None = None
        self._ground: pygame.Surface | None = None
        self._enters = True
        """The step is new: a stove opens by itself."""
        self._set_step(here)

    @property
    def step(self) -> AnyStep:
        return self.lesson.steps[self.here]

    # -- time ----------------------------------------------------------------------------------

    def pacing(self) -> Pacing:
        return self.playing.pacing(self.options)

    def live(self, loop: KitchenLoop) -> Screen | None:
        self.over, self.next = False, None  # it is shown again after a step at the stove
        if self._cooks and self._enters:
            self.to_stove()
            return self.next
        return super().live(loop)

    def cover(self, covered: bool) -> None:
        self.playing.clock.hold(covered)

    def help(self) -> None:
        seen = self.panel.answer() if self.panel is not None else None
        stops = seen if isinstance(self.step, WalkStep) and isinstance(seen, int) else 0
        self.open(LessonHelp(self, self.course, self.here, stops, self._more_help, self._ask))

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
        wishes = StepWishes(
            self.judge, self.judge_run, self._changed, self._anew, self._focus,
            self.playing.go_to, self.playing.stand, self.playing.play, self._leave_for_stove,
            lambda: self.game.calm, self.game.sounds.ui, self._desk, self.game.keep.folder,
            self.playing.run is not None,
        )  # fmt: skip
        self._head = StepHead(kit, self.lesson, self.here)
        body = self._head.body
        self.panel = panel_of(kind_of(self.step))(kit, body, self.lesson, self.step, wishes)
        self.panel.put(self.answers.get(id_of(self.step)))
        self.panel.told(self.verdict)
        self._hints = HintBox(kit, self.tiers, self._hint)
        self._bar = self._bar_for(kit)
        old = self.page
        self._right = RightSide(kit, self.playing, self._shown(), self.game.settings.typeface)
        self.page = Page(kit, self._controls(kit))
        self._start(old)
        self._menu = Menu(self.game, self.page, self._leave)
        self.window.surface.fill(palette.NIGHT)
        self._canvas = kit.stage.canvas(self.window.surface)
        self._ground = None  # it is baked when it is first to be seen
        settle()

    def _bar_for(self, kit: Kit) -> LessonBar:
        wishes = BarWishes(self._leave, self.step_to, self.skip, self.help, self._settings)
        return LessonBar(kit, self.course, self.here, wishes)

    def _controls(self, kit: Kit) -> list[Control]:
        panel = self.panel
        assert panel is not None
        controls = [*panel.controls, *self._hints.controls]
        main, second = self._acts()
        if main is not None:
            action = ActionButton(kit, ACTION, *main)
            action.enabled = self._cooks or panel.ready or main[1] == self.skip
            controls.append(action)
        if second is not None:
            controls.append(Button(kit, OVER, *second, size=18))
        return [*controls, *self._right.controls, *self._bar.controls]

    def _acts(self) -> tuple[Act | None, Act | None]:
        """What the two buttons below the panel do: the step well done, it is on to the next one;
        done, but not within par, that is the second thing to do."""
        panel, verdict = self.panel, self.verdict
        assert panel is not None
        last = self.here + 1 == len(self.lesson.steps)
        if verdict is not None and self.secret:
            return ("See the end", self._see_end), (panel.AGAIN, self._start_over)
        on: Act = ("Finish" if last else "Next step", self.skip)
        run: Act | None = (panel.RUN, self.judge) if panel.RUN else None
        if self._cooks:
            run = ("Cook", self.to_stove)
        again: Act | None = (panel.AGAIN, self._start_over) if panel.AGAIN else None
        if verdict is None or not verdict.works:
            return run, None if self._cooks else again
        return (on, again) if verdict.par or run is None else (run, on)

    def _shown(self) -> StepShown:
        step, verdict = self.step, None if self.secret else self.verdict
        panel = panel_of(kind_of(step))
        first = 1
        if not isinstance(step, CookStep | BreakStep) and not panel.WHOLE_FILE:
            first = lines_shown(self.lesson, step)[0]
        verdict = told_in_shown_lines(verdict, first)
        goals = shown_goals(self.course, step, verdict, first)
        par = step.par.makespan if step.par is not None else None
        if isinstance(step, CookStep | BreakStep):
            idle = "You cook this one by hand"
            return StepShown(None, goals, par, 1, title="At the stove", idle=idle)
        works = verdict is not None and verdict.works
        proof = step.proof if works and isinstance(step, WhyStep) else None
        idle = IDLE.get(kind_of(step), StepShown.idle)
        rests = tried(self.lesson, step) if self.playing.run is None else None
        return StepShown(verdict, goals, par, first, proof=proof, idle=idle, rests=rests,
                         reads=panel.READS, asks=panel.ASKS_FIRST)  # fmt: skip

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
        self._tell_course()
        self._keep_answer()
        run = verdict.run
        self.verdict, self._owes = verdict, True
        self._until = self.panel.told_at(run) if run is not None else 0.0
        self.playing.set(run, True, self.panel.before())
        if not self.secret:
            self._tell_course()
        self.build(self.kit)

    def _see_end(self) -> None:
        self.playing.go_to(self.playing.end)
        self._learn()

    def _learn(self) -> None:
        """Tell what the run has told by now."""
        if self._owes and not self.secret:
            self._tell_course()
            self._say_again()

    @property
    def secret(self) -> bool:
        """Whether the player is not to know the verdict yet."""
        return self.verdict is not None and self.playing.seen < self._until

    def _tell_course(self) -> None:
        """What the player has done counts now."""
        if self._owes and self.verdict is not None:
            self.course.told(self.step, self.verdict)
            self.doors.told(self.course)
        self._owes = False

    def _keep_answer(self) -> None:
        if self.panel is not None and self.panel.step is self.step:
            self.answers[id_of(self.step)] = self.panel.answer()

    def show_solution(self) -> None:
        """The last hint: do it for the player, who has not known it then."""
        assert self.panel is not None
        self.course.shown(self.step)
        self._changed()
        self.panel.show_solution()
        self._anew()

    def _hint(self, tier: int) -> None:
        """The tab of a hint was pressed."""
        if self.tiers.turn_to(tier):
            self.show_solution()
        self._anew()

    def _start_over(self) -> None:
        assert self.panel is not None
        self.panel.start_over()
        self._changed()

    def _changed(self) -> None:
        """The answer is another one than was judged."""
        if self.verdict is not None:
            self._tell_course()
            self.verdict = None
            assert self.panel is not None
            self.panel.told(None)
            self._say_again()
        self._anew()

    def _say_again(self) -> None:
        """Another verdict is to be told, or none any more."""
        self._right.say(self._shown())
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
        self._tell_course()
        self._keep_answer()
        self._set_step(index)
        self.build(self.kit)  # a frame may come before the stove does
        if self._cooks:
            self.to_stove()

    def _set_step(self, index: int) -> None:
        self.here, self._enters = index, True
        self._owes, self._until = False, 0.0
        self.panel = self.page = self.verdict = None
        self._desk: dict[str, Any] = {}
        self.tiers = HintTiers(self.step.hints, not self._cooks)
        self.playing.set(self._first_run(), plays=False)

    def _first_run(self) -> Run | None:
        """What is shown before anything was done."""
        step = self.step
        if isinstance(step, CookStep | BreakStep) or not panel_of(kind_of(step)).SHOWS_FIRST:
            return None
        return tried(self.lesson, step)

    def skip(self) -> None:
        """On to the next step, whatever became of this one."""
        if self.here + 1 < len(self.lesson.steps):
            self.step_to(self.here + 1)
        else:
            self.finish()

    def finish(self) -> None:
        """All steps have been seen: what it was about, and what comes next."""
        from kitchen.game.lesson.debrief import DebriefCard, DebriefDoors  # at the end

        self._tell_course()
        self.doors.passed()
        doors = DebriefDoors(self.step_to, self.again, self._leave, self.doors.onward, self._on)
        self.open(DebriefCard(self, self.course, doors))

    def again(self) -> None:
        """From the first step on, as if nothing had been done."""
        self.course, self.answers, self.panel = Course(self.lesson), {}, None
        self.step_to(0)

    def _on(self) -> None:
        """To what comes after this lesson."""
        self.leave(self.doors.go_on())

    # -- at the stove --------------------------------------------------------------------------

    @property
    def _cooks(self) -> bool:
        return isinstance(self.step, CookStep | BreakStep)

    def to_stove(self) -> None:
        """Cook the step by hand, on a screen of its own."""
        from kitchen.game.lesson.stove.cooking import cook_screen  # many lessons have no such step

        self._enters = False
        assert isinstance(self.step, CookStep | BreakStep)
        step = self.step
        self.leave(
            cook_screen(
                self.game, self.lesson, step, self, self.cooked,
                shown=lambda: self.course.shown(step), skipped=self._past_stove,
            )
        )  # fmt: skip

    def cooked(self, verdict: Verdict) -> None:
        """That came of the step at the stove. This screen is shown again after it, with the next
        step if that one is done."""
        self.verdict, self._owes = verdict, True
        self._tell_course()
        if verdict.works:
            self._past_stove()

    def _past_stove(self) -> None:
        """This screen is shown with the next step, if there is one."""
        if self.here + 1 < len(self.lesson.steps):
            self._set_step(self.here + 1)

    # -- away ----------------------------------------------------------------------------------

    def _leave_for_stove(self, screen: Any) -> None:
        self.leave(screen)

    def _settings(self) -> None:
        self.open(SettingsCard(self))

    def _leave(self) -> None:
        self._tell_course()
        self._keep_answer()
        self.leave(self.doors.back)
