"""The service screen: a shift being cooked, looked at in one of its four kitchens."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pygame

from kitchen.cookbook.words import word_of
from kitchen.game.draw import palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.crossfade import CrossFade
from kitchen.game.draw.format import clock
from kitchen.game.draw.kit import Kit
from kitchen.game.draw.stage import Stage
from kitchen.game.draw.warmup import WarmUp, settle
from kitchen.game.input.actions import (
    Action,
    Choose,
    Confirm,
    First,
    Leave,
    LookInto,
    MoveFocus,
    OpenMenu,
    Restart,
    Step,
    TakeBack,
    TakeOver,
    ToggleLens,
    TogglePick,
)
from kitchen.game.scene.kitchenscene import KitchenScene
from kitchen.game.service.asking import Asking
from kitchen.game.service.branching import Branching, Trunk, left_by
from kitchen.game.service.catchingup import CatchingUp
from kitchen.game.service.ending import Ending
from kitchen.game.service.films import Films
from kitchen.game.service.hud.homepicture import HomePicture
from kitchen.game.service.hud.pastbanner import draw_frame
from kitchen.game.service.hud.rail import TicketRail
from kitchen.game.service.hud.streak import Streak
from kitchen.game.service.hud.topbar import TopBar
from kitchen.game.service.instrument import Instrument, SceneInTurn, Turns
from kitchen.game.service.keys import action_for
from kitchen.game.service.later import later
from kitchen.game.service.lens.lenssight import LEAST, LensSight
from kitchen.game.service.lookout import Lookout
from kitchen.game.service.margin import Margin
from kitchen.game.service.opening import offered_help, show_goals
from kitchen.game.service.photographer import Photographer
from kitchen.game.service.pointing import Pointing, handles_of, mouse_of
from kitchen.game.service.redrawing import Redrawing
from kitchen.game.service.session import DECIDES, Session
from kitchen.game.service.sidepanel import SidePanel
from kitchen.game.service.standstill import Standstill
from kitchen.game.service.timeline.timeline import Timeline
from kitchen.game.service.viewfinder import moment_of
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import Screen
from kitchen.game.shell.toast import Toast
from kitchen.game.signs.layout import below_top_bar, layout_of
from kitchen.game.signs.moment import Moment
from kitchen.keep.settings import Settings
from kitchen.lab.lookahead import Foresight
from kitchen.loop.frames import Frame
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.pacing import Pacing, Steps
from kitchen.plain import INFINITY
from kitchen.runs.branch import fork
from kitchen.runs.service import Service
from kitchen.sim.facts import Fact
from kitchen.sim.shift.shift import Shift

if TYPE_CHECKING:
    from kitchen.game.service.lens.scenecircle import SceneCircle
    from kitchen.game.service.pause import MenuItem

ARRIVED = 1.1
"""Seconds of wall time after which whatever walks, flies or slides has got where it goes, also a
chef who lingered before setting out."""

TOAST_Y = 22.0
"""Logical px from the kitchen's upper edge to the middle of what is said there."""

BEYOND = 6.0
"""Seconds at 1x beyond the timeline's end that are foreseen: it moves on until the next look."""

BRANCHES = "The menu leads back to this shift."
"""What is said of one that is left where it stands."""

PRACTICE = "It is practice: what has been kept stays."
"""What is said of one that has come to its end, or is a replay."""

KEPT_FREE = 0.003
"""Seconds before the next frame at which the warm-up stops."""


class ServiceScreen(Screen):
    """Plays ``shift``. ``back`` is the screen that Esc leads to; None: out of the game.
    ``options``: what is asked of it, where the command line asked for something else."""

    def __init__(
        self, game: Game, shift: Shift, back: Screen | None = None, options: Options | None = None
    ) -> None:
        super().__init__(game)
        self.back, self.options = back, options or game.options
        self.session = Session(shift, self.options, lambda: self.wall, lambda: self.settings)
        self.shows_goals = True
        """Whether the shift's goals stand on a card before it begins."""
        self._margin = Margin(word_of(shift.name), shift, game.keep)
        self._branching: Branching[ServiceScreen] | None = None
        """How it took over from another; None: it did not."""
        self._ending = Ending(self, self.session, self.act)
        self._standstill = Standstill(self, self.session, self.act)
        self._asking = Asking(self)
        self._toast = Toast()
        self._built = False
        self._redrawing = Redrawing()
        self._unseen: dict[str, list[Fact]] = {}
        """What was only heard since, by kitchen."""
        self._photographer = Photographer(self.options, self.session)
        self._scene: KitchenScene
        self._lookout: Lookout
        self._films: Films
        self._lens: LensSight
        self._foresight: Foresight | None = None
        self._pad = False
        """The player used a gamepad last, not the keys."""

    @property
    def shift(self) -> Shift:
        return self.session.shift

    @property
    def service(self) -> Service:
        return self.session.service

    @property
    def settings(self) -> Settings:
        """Those that its kitchens and their time go by."""
        return self.game.settings

    # -- time ----------------------------------------------------------------------------------

    def pacing(self) -> Pacing:
        return self.session.new_pacing()

    def cover(self, covered: bool) -> None:
        self._redrawing.anew()
        self.session.cover(covered)

    def help(self) -> None:
        from kitchen.game.cards.help import HelpCard  # see `later`

        self.open(HelpCard(self))

    def leave_for(self, screen: Screen) -> None:
        self._ask("Leave the kitchen?", lambda: self.leave(screen))

    def to_background(self) -> None:
        if self.game.settings.pause_in_background and not self.covered and not self.service.closed:
            self._open_menu()

    def live(self, loop: KitchenLoop) -> Screen | None:
        """Open the four kitchens and run until the player leaves."""
        try:
            with self.session.opened(loop):
                self._lookout = Lookout(self.service, self.shift.tempo)
                self._films = Films(self.service, self.game.keep, self._toast)
                self._lens = LensSight(self.service)
                try:
                    return super().live(loop)
                finally:
                    self._lookout.leave()
                    self._lens.leave()
                    self._ending.leave()
                    self._films.leave()
        finally:
            self.game.sounds.hush()

    def spare(self, seconds: float) -> None:
        if not self.options.photographs:
            begun = time.perf_counter()
            self.service.remember()
            if not self.covered:
                self._lookout.work(seconds - KEPT_FREE)
            self._ending.spare(seconds - KEPT_FREE)
            self._lens.work(seconds - KEPT_FREE - (time.perf_counter() - begun))
            self._warm.go(seconds - KEPT_FREE - (time.perf_counter() - begun))

    def at_rest(self) -> bool:
        session = self.session
        still = session.paused and session.still and self.wall - session.stopped >= ARRIVED
        known = self._lookout.found is self._foresight  # what comes of a pick is shown
        known = known and self._lens.settled
        told = self._toast.showing(self.wall) or self._films.busy
        return still and known and not told and not self._redrawing.scrubs

    # -- pictures ------------------------------------------------------------------------------

    def build(self, kit: Kit) -> None:
        before = self._parts() if self._built else None
        if before is not None:
            self._scene.forget()
        self._kit = kit = kit.grown()
        self.stage = kit.stage
        self._make_widgets(kit)
        self._begin_warm_up()
        settle()
        self._fade = CrossFade()
        self.pointing = Pointing(
            kit,
            self._top,
            self._rail,
            self._panel,
            self._scene,
            self._timeline,
            self._streak,
            self._home,
        )
        self.pointing.keys = handles_of(self.game.bindings, pad=self._pad)
        self.pointing.mouse = mouse_of(self.game.bindings)
        if before is not None:
            for part, old in zip(self._parts(), before, strict=True):
                part.take_over(old)
        self._built = True
        self._redrawing.anew()
        self._canvas = kit.stage.canvas(self.window.surface)
        self.window.surface.fill(palette.NIGHT)
        if before is None:
            self._begin()

    def _begin(self) -> None:
        if self.shows_goals:
            show_goals(self, self.session)
        words = offered_help(self.game)
        if self._branching is not None:
            words = self._branching.words
        if words:
            self._toast.say(words)

    def _make_widgets(self, kit: Kit) -> None:
        self._layout = layout_of(kit.stage)
        self._rail = TicketRail(kit)
        self._scene = KitchenScene(kit)
        self._top = TopBar(kit)
        self._panel = SidePanel(kit)
        self._timeline = Timeline(kit)
        self._streak = Streak(kit)
        self._home = HomePicture(kit)
        self._circle: SceneCircle | None = None
        self._arrange(kit.stage)

    def _arrange(self, stage: Stage) -> None:
        """Say who is drawn after whom, and when. Plates fly from the scene to the rail, and coins
        to the bar: the scene comes after both. Either turn is about as much work."""
        layout, turns = self._layout, Turns()
        rail = Instrument(self._rail, stage.rect(*layout.rail), turns, 1)
        top = Instrument(self._top, stage.rect(*layout.top_bar), turns, 0)
        panel = Instrument(self._panel, stage.rect(*layout.column), turns, 0)
        timeline = Instrument(self._timeline, stage.rect(*layout.timeline), turns, 1, follows=True)
        scene = SceneInTurn(self._scene, stage.rect(*layout.rail).union(stage.rect(*layout.scene)))
        self._widgets = (rail, top, scene, self._streak, self._home, panel, timeline)

    def _begin_warm_up(self) -> None:
        """Nothing of it comes before the first picture: it is done while the game goes on."""
        sources = self._panel.warm(self.session.sources.values())
        plans, stations = self.service.view.plans, self.shift.stations
        scenery = self._scene.warm(plans, self.shift.chefs, stations)
        small = self._home.warm(plans, stations)
        self._warm = WarmUp(self._timeline.warm(), scenery, sources, small, later())

    def _parts(self) -> tuple[Any, ...]:
        """Those that remember what they showed, whatever the window's size."""
        *parts, _ = self._widgets  # the timeline is drawn from what the view says, and no more
        return *parts, self.pointing

    def draw(self, frame: Frame) -> None:
        if (wish := self.pointing.held(frame.wall)) is not None:
            self.act(wish)
        new = self._go_on(frame)
        self._look_back(frame.wall)
        self._look_ahead(frame)
        heard = seen = self._moment(frame, new)
        if self._unseen:
            unseen, self._unseen = self._unseen, {}
            seen = self._moment(frame, {mode: unseen[mode] + facts for mode, facts in new.items()})
        self._films.look()
        self._draw(seen)
        if self._branching is not None and self._branching.fresh:
            self._branching.fresh = False
            self._grant(self._branching.wish)
        self._redrawing.drawn(frame.number)
        if not self.options.photographs:
            self._hear(heard)
        if self.session.lookback.sight is None:
            self._ending.look(frame.wall)
            self._standstill.look(seen)

    def listen(self, frame: Frame) -> None:
        if self.covered:
            return
        new = self._go_on(frame)
        self._unseen = {mode: self._unseen.get(mode, []) + facts for mode, facts in new.items()}
        self._hear(self._moment(frame, new))

    def _hear(self, moment: Moment) -> None:
        """The past is silent, unless it goes by."""
        if moment.present is None or not moment.still:
            self.game.sounds.hear(moment)
        else:
            self.game.sounds.wait(moment.wall)

    def _go_on(self, frame: Frame) -> dict[str, list[Fact]]:
        """What is new in every kitchen, now that it is that time; or in the past that goes by."""
        new = self._standstill.advance(frame.time)
        self.session.obey_settings()
        self.session.run_on(frame.time)
        self._note_words(new, frame.wall)
        if self.session.lookback.sight is not None:
            return {self.service.mode: self.session.go_on()}
        return new

    def _look_back(self, wall: float) -> None:
        """Another moment is looked at: everything is drawn as it stands there."""
        if self._redrawing.jumped(self.session.lookback.jumps, wall, self._may_scrub()):
            self._unseen = {}
            for widget in self._widgets:
                widget.reset()

    def _may_scrub(self) -> bool:
        """Where nothing waits, there is time for everything; and the present is never scrubbed."""
        past = self.session.lookback.sight is not None
        return past and not isinstance(self.session.pacing, Steps)

    def _note_words(self, new: Mapping[str, list[Fact]], wall: float) -> None:
        """A word that comes up in the player's own kitchen, while they look."""
        home = self.service.home
        if self.service.mode == home:
            self._margin.hear(new.get(home, ()), self.service.view, wall)

    def _look_ahead(self, frame: Frame) -> None:
        """What comes of it if the dish pointed at is picked now: known in a frame or two. What came
        of it is known of the past."""
        if self.session.lookback.sight is not None:
            self._foresight = None
            return
        order = self.pointing.pointed_order()
        until = self._timeline.end(frame.time, self.shift.tempo) + BEYOND * self.shift.tempo
        self._foresight = self._lookout.point(order, frame.time, until, frame.wall)
        if isinstance(self.session.pacing, Steps):  # where nothing waits, there is time for it
            self._foresight = self._lookout.find()

    def _draw(self, moment: Moment) -> None:
        all_of_it = isinstance(self.session.pacing, Steps)  # as for what is foreseen
        moment = self._lens.look(moment, INFINITY if all_of_it else LEAST)
        for widget in self._widgets:
            widget.draw(self._canvas, moment)
        if moment.ties.graph.circles:
            self._draw_circle(moment)
        if moment.present is not None:
            draw_frame(self._kit, self._canvas, self._layout.scene)
        self._fade.draw(self._canvas, moment.wall)
        x, y, w, _ = self._layout.scene
        said, room = (x + w / 2, y + TOAST_Y), w - 16
        self.pointing.toast = self._toast.box(self._kit, moment.wall, said, room)
        self.pointing.draw(self._canvas, moment, self.window.pointer(self.stage))
        self._toast.draw(self._canvas, self._kit, moment.wall, said, room)

    def _draw_circle(self, moment: Moment) -> None:
        if self._circle is None:
            from kitchen.game.service.lens.scenecircle import SceneCircle  # see `later`

            self._circle = SceneCircle(self._kit, self._scene.box_of)
        self._circle.draw(self._canvas, moment, self._layout.scene)

    def settle(self, frame: Frame) -> None:
        """Nobody is left halfway, or out of sight, under a menu."""
        # Somebody may have lingered before setting out, and tickets close up when one has left.
        for times in (1.0, 1.5, 2.0):
            wall = frame.wall + times * ARRIVED
            self._redrawing.anew()
            self._draw(self._moment(replace(frame, wall=wall), {}))

    def paint(self, frame: Frame) -> None:
        over = self.covered  # by the results: time stands still, and nothing changes any more
        super().paint(frame)
        if self._photographer.sees(self.window, frame.time, over):
            self.leave(None)

    def _moment(self, frame: Frame, new: Mapping[str, list[Fact]]) -> Moment:
        """``new``: facts since the last frame, by kitchen."""
        stays = self.options.photographs or self.at_rest()  # is to be seen for long
        return moment_of(
            self.session,
            frame,
            new,
            hover=self.pointing.hover(self.window.pointer(self.stage)),
            calm=self.game.calm,
            foresight=self._foresight,
            blind=self._lookout.blind,
            note=self._margin.note,
            whole=stays or self._panel.dragging or self._redrawing.whole(frame.number),
            scrubs=self._redrawing.scrubs,
            settled=self._redrawing.settled,
            ring_key=self.pointing.keys.next_ring,
        )

    def dish_box(self, order: int) -> Box | None:
        """Where a dish stands, in logical px; None before it is drawn, and after it is gone."""
        return self._scene.box_of(order)

    def waiting_box(self) -> Box | None:
        """Where WAITING stands in the panel, in logical px; None before the first frame."""
        return self._panel.waiting_box()

    # -- input ---------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> None:
        if event.type != pygame.MOUSEMOTION:
            self._redrawing.anew()
        action = None
        if event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEMOTION):
            action = self._mouse(event)
        elif event.type == pygame.MOUSEWHEEL:
            action = self.pointing.wheeled(self.window.pointer(self.stage), event.y)
        elif (intent := self.game.bindings.in_service(event)) is not None:
            self._pad = event.type == pygame.CONTROLLERBUTTONDOWN
            self.pointing.keys = handles_of(self.game.bindings, pad=self._pad)
            session = self.session
            action = action_for(intent, self.service, session.speed, session.lookback.sight)
        if action is not None:
            self.act(action)

    def _mouse(self, event: pygame.event.Event) -> Action | None:
        pos = self.stage.to_logical(event.pos)
        if event.type == pygame.MOUSEMOTION:
            return self.pointing.moved(pos)
        if event.type == pygame.MOUSEBUTTONUP:
            return self.pointing.released() if event.button == 1 else None
        shift = bool(pygame.key.get_mods() & pygame.KMOD_SHIFT)
        return self.pointing.pressed(pos, event.button, shift)

    def act(self, action: Action) -> None:
        """Do what the player wants."""
        self._redrawing.anew()
        self.game.sounds.act(action)
        match action:
            case LookInto():
                self._fade.start(self._canvas, self.stage.rect(*below_top_bar(self.stage)))
                self.session.act(action)
                for widget in self._widgets:
                    widget.reset()
            case First(None):
                self._do(First(self.pointing.focused_order()))
            case TakeBack(None):
                self._do(TakeBack(self.pointing.focused_order()))
            case MoveFocus(dx, dy):
                if (wish := self.pointing.move_focus(dx, dy)) is not None:
                    self.act(wish)
                self._panel.reveal(self.pointing.focused)
            case Confirm():
                if (wish := self.pointing.confirm()) is not None:
                    self.act(wish)
            case ToggleLens():
                self._lens.toggle()
            case OpenMenu():
                self._open_menu()
            case Restart():
                self._ask("Start again?", lambda: self.leave(self.anew()))
            case TakeOver():
                self._take_over(action)
            case Leave():
                self._ask("Leave the kitchen?", lambda: self.leave(self.back))
            case _:
                self._do(action)

    def _do(self, action: Action) -> None:
        if self.session.lookback.sight is not None and isinstance(action, DECIDES):
            order = getattr(action, "order", None)
            picks = order is not None and not isinstance(action, TakeBack)
            wish = TakeOver(order=order, pick=picks)
            after = PRACTICE if left_by(self.session) is None else BRANCHES
            self._asking.ask("Take over from here?", lambda: self._take_over(wish), after)
            return
        if isinstance(action, Step) and action.what == "dish":
            self._choose()
        if refused := self.session.act(action):
            self._toast.say(refused)
            self.game.sounds.ui("error")

    def _choose(self) -> None:
        """Steps of a dish are those of the one that is pointed at; else of the one chosen before,
        or of the one that is worked at."""
        session, order = self.session, self.pointing.pointed_order()
        last = self.pointing.last
        if order is None and session.lookback.chosen is None and last is not None:
            order = next((chef.order for chef in last.view.chefs if chef.order), None)
        if order is not None:
            session.act(Choose(order))

    def _take_over(self, wish: TakeOver) -> None:
        """Play on from there: what is left by that can be gone back to."""
        if wish.at is None and self.session.is_yours:
            self._toast.say("It is yours already. Look at a moment that has been, and take over.")
            return
        at, facts = (wish.at, None) if wish.at is not None else self.session.looked_at
        left = self._branching
        trunk = left.trunk if left is not None else Trunk(left_by(self.session), self.anew())
        self._branch(Branching(fork(self.service, at, facts), wish, trunk))

    def _branch(self, branching: Branching[ServiceScreen]) -> None:
        other = self.beside(branching.where.shift)
        branching.begin(other.session, self.session)
        other.session.catching_up = CatchingUp(self.game, branching.where.at).tell
        other.shows_goals, other._branching = False, branching
        self.leave(other)

    def _grant(self, wish: TakeOver) -> None:
        """What was wished for together with taking over."""
        if wish.order is not None:
            self.pointing.focus(wish.order)
            if wish.pick:
                self.act(TogglePick(wish.order))

    def _open_menu(self) -> None:
        from kitchen.game.service.pause import PauseMenu  # see `later`

        more = self.more_to_do()
        self.open(PauseMenu(self, self.session, self.act, self._film_it, more))

    def _film_it(self) -> None:
        self._films.make(self.session.lookback.now)

    def more_to_do(self) -> Sequence[MenuItem]:
        """What the pause menu offers here beside the usual."""
        left = self._branching
        if left is None or left.way_back is None:
            return ()
        from kitchen.game.service.pause import MenuItem  # see `later`

        back = Branching(left.way_back, TakeOver(), left.trunk)
        words = f"Goes on at {clock(back.where.at)}"
        return (MenuItem("The shift as it was played", words, lambda: self._branch(back)),)

    def beside(self, shift: Shift) -> ServiceScreen:
        """A screen on which a branch of this one goes on."""
        return ServiceScreen(self.game, shift, self.back)

    def afresh(self) -> ServiceScreen:
        """A screen that plays the same shift."""
        return ServiceScreen(self.game, self.shift, self.back, self.options)

    def anew(self) -> ServiceScreen:
        """The same, leading on to where this one does."""
        if self._branching is not None:
            return self._branching.trunk.anew
        again = self.afresh()
        again.session.onward, again.session.day = self.session.onward, self.session.day
        again.session.race = self.session.race
        again.shows_goals = False  # they are known by now
        return again

    # -- leaving -------------------------------------------------------------------------------

    @property
    def at_stake(self) -> bool:
        """Whether a shift would be lost: its orders come in, and it has not come to its results, or
        to where nobody can go on."""
        over = self._ending.results is not None or self.service.stalled is not None
        return self.session.begun and not over

    def take(self, event: pygame.event.Event) -> None:
        with self._asking.hearing(event):
            super().take(event)

    def quit(self) -> None:
        self._ask("Close the game?", super().quit)

    def _ask(self, words: str, deed: Callable[[], None]) -> None:
        """Do what loses the shift when the player means it."""
        if self.at_stake:
            self._asking.ask(words, deed)
        else:
            deed()
