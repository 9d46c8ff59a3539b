"""The service screen: a shift being cooked, looked at in one of its four kitchens."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pygame

from kitchen.cookbook.words import word_of
from kitchen.errors import KitchenError
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
from kitchen.game.service.branching import Branching, Trunk, left_by
from kitchen.game.service.catchingup import CatchingUp
from kitchen.game.service.ending import Ending
from kitchen.game.service.films import Films
from kitchen.game.service.hud.homepicture import HomePicture
from kitchen.game.service.hud.pastbanner import draw_frame
from kitchen.game.service.hud.rail import TicketRail
from kitchen.game.service.hud.streak import Streak
from kitchen.game.service.hud.topbar import TopBar
from kitchen.game.service.instrument import Instrument, Scenery, Turns
from kitchen.game.service.keys import action_for
from kitchen.game.service.later import later
from kitchen.game.service.lens.lenssight import LEAST, LensSight
from kitchen.game.service.lens.scenecircle import SceneCircle
from kitchen.game.service.lookout import Lookout
from kitchen.game.service.margin import Margin
from kitchen.game.service.opening import offered_help, show_goals
from kitchen.game.service.pointing import Pointing, handles_of, mouse_of
from kitchen.game.service.question import LOST, Question
from kitchen.game.service.session import DECIDES, Session
from kitchen.game.service.sidepanel import SidePanel
from kitchen.game.service.standstill import Standstill
from kitchen.game.service.timeline.timeline import Timeline
from kitchen.game.shell.game import Game
from kitchen.game.shell.options import Options
from kitchen.game.shell.screen import FILM_FPS, FILM_SECONDS, Screen
from kitchen.game.shell.toast import Toast
from kitchen.game.signs.evening import evening_of
from kitchen.game.signs.layout import below_top_bar, layout_of
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.yours import yours_of
from kitchen.lab.lookahead import Foresight
from kitchen.loop.frames import Frame
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.pacing import Pacing, Steps
from kitchen.loop.stall import Stalled
from kitchen.plain import INFINITY
from kitchen.runs.branch import fork
from kitchen.runs.hindsight import Hindsight
from kitchen.runs.recording import replay_of_result
from kitchen.runs.replay import Replay
from kitchen.runs.service import Service
from kitchen.sim.facts import Fact
from kitchen.sim.shift.shift import Shift

if TYPE_CHECKING:
    from kitchen.game.service.pause import MenuItem
    from kitchen.game.shell.film import Film

ARRIVED = 1.1
"""Seconds of wall time after which whatever walks, flies or slides has got where it goes, also a
chef who lingered before setting out."""

TOAST_Y = 22.0
"""Logical px from the kitchen's upper edge to the middle of what is said there."""

BEYOND = 6.0
"""Seconds at 1x beyond the timeline's end that are foreseen: it moves on until the next look."""

DEED = 2
"""Pictures that show at once what the player did, and what the kitchen tells of that a frame later.
"""

BRANCHES = "The menu leads back to this shift."
"""What is said of one that is left where it stands."""

SCRUBS = 0.08
"""Seconds of wall time from one jump to the next in which whoever drags the handle goes on; after
that it rests, and everything is drawn."""

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
        self.session = Session(shift, self.options, lambda: self.wall, lambda: self.game.settings)
        self.shows_goals = True
        """Whether the shift's goals stand on a card before it begins."""
        self._margin = Margin(word_of(shift.name), shift, game.keep)
        self._branching: Branching[ServiceScreen] | None = None
        """How it took over from another; None: it did not."""
        self._ending = Ending(self, self.session, self.act)
        self._standstill = Standstill(self, self.session, self.act)
        self._event = pygame.event.Event(pygame.NOEVENT)
        self._question: Question | None = None
        self._toast = Toast()
        self._built = False
        self._anew = DEED
        """In so many pictures everything is shown as it is then, whosever turn it is."""
        self._jumps = 0
        """How often another moment was looked at, of those that have been drawn."""
        self._jumped, self._scrubs = -INFINITY, False
        """When that was last, by the wall clock, and whether one follows the other."""
        self._has_jumped = 0
        """For so many pictures more all is shown where it belongs: nothing came from before."""
        self._beat = -1
        """The frame drawn last."""
        self._unseen: dict[str, list[Fact]] = {}
        """What was only heard since, by kitchen."""
        self._film = self._new_film()
        self._scene: KitchenScene
        self._lookout: Lookout
        self._films: Films
        self._lens: LensSight
        self._foresight: Foresight | None = None
        self._pad = False
        """The player used a gamepad last, not the keys."""

    def _filmed(self) -> Replay | None:
        """Of what is filmed, played to its end; None: nobody can write it down, or end it."""
        try:
            return replay_of_result(self.service.shift, self.service.again(self.service.mode))
        except (KitchenError, Stalled):
            return None

    def _new_film(self) -> Film | None:
        if self.options.gif is None:
            return None
        from kitchen.game.shell.film import Film  # nobody else needs what it draws with

        return Film(self.options.gif, FILM_FPS, FILM_SECONDS)

    @property
    def shift(self) -> Shift:
        return self.session.shift

    @property
    def service(self) -> Service:
        return self.session.service

    # -- time ----------------------------------------------------------------------------------

    def pacing(self) -> Pacing:
        return self.session.new_pacing()

    def cover(self, covered: bool) -> None:
        self._anew = DEED
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
        return still and known and not told and not self._scrubs

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
        self._built, self._anew = True, DEED
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
        self._rail = TicketRail(kit)
        self._scene = KitchenScene(kit)
        self._top = TopBar(kit)
        self._panel = SidePanel(kit)
        self._timeline = Timeline(kit)
        self._streak = Streak(kit)
        self._home = HomePicture(kit)
        self._circle = SceneCircle(kit, self._scene.box_of)
        self._arrange(kit.stage)

    def _arrange(self, stage: Stage) -> None:
        """Say who is drawn after whom, and when. Plates fly from the scene to the rail, and coins
        to the bar: the scene comes after both. Either turn is about as much work."""
        layout, turns = layout_of(stage), Turns()
        rail = Instrument(self._rail, stage.rect(*layout.rail), turns, 1)
        top = Instrument(self._top, stage.rect(*layout.top_bar), turns, 0)
        panel = Instrument(self._panel, stage.rect(*layout.column), turns, 0)
        timeline = Instrument(self._timeline, stage.rect(*layout.timeline), turns, 1, follows=True)
        scene = Scenery(self._scene, stage.rect(*layout.rail).union(stage.rect(*layout.scene)))
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
        self._anew, self._beat = max(0, self._anew - 1), frame.number
        self._has_jumped = max(0, self._has_jumped - 1)
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
        """Another moment is looked at: everything is drawn as it stands there. Where jumps follow
        each other, that is once they are over."""
        jumps, soon = self.session.lookback.jumps, wall - self._jumped < SCRUBS
        if jumps == self._jumps and (soon or not self._scrubs):
            return
        self._scrubs = soon and self._may_scrub()
        if jumps != self._jumps:
            self._jumps, self._jumped, self._unseen = jumps, wall, {}
        self._anew = self._has_jumped = DEED
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
        self._circle.draw(self._canvas, moment, layout_of(self.stage).scene)
        if moment.present is not None:
            draw_frame(self._kit, self._canvas, layout_of(self.stage).scene)
        self._fade.draw(self._canvas, moment.wall)
        self.pointing.draw(self._canvas, moment, self.window.pointer(self.stage))
        x, y, w, _ = layout_of(self.stage).scene
        self._toast.draw(self._canvas, self._kit, moment.wall, (x + w / 2, y + TOAST_Y), w - 16)

    def settle(self, frame: Frame) -> None:
        """Nobody is left halfway, or out of sight, under a menu."""
        # Somebody may have lingered before setting out, and tickets close up when one has left.
        for times in (1.0, 1.5, 2.0):
            wall = frame.wall + times * ARRIVED
            self._anew = DEED
            self._draw(self._moment(replace(frame, wall=wall), {}))

    def paint(self, frame: Frame) -> None:
        over = self.covered  # by the results: time stands still, and nothing changes any more
        super().paint(frame)
        options = self.options
        if options.screenshot is not None and (over or frame.time >= options.at - 1e-9):
            self.window.save(options.screenshot)
            self.leave(None)
        if self._film is not None and frame.time >= self.session.filmed_from - 1e-9:
            self._film.take(self.window.surface)
            if self._film.full:
                self._film.save(self._filmed())
                self.leave(None)

    def _moment(self, frame: Frame, new: Mapping[str, list[Fact]]) -> Moment:
        """``new``: facts since the last frame, by kitchen."""
        session, service, mode = self.session, self.service, self.service.mode
        kitchen, back = service.kitchen, session.lookback
        sight = back.sight
        seen, now = sight or service, back.now if sight is not None else frame.time
        return Moment(
            view=seen.views[mode],
            now=now,
            wall=frame.wall,
            facts=new.get(mode, ()),
            mode=mode,
            attention=kitchen.mode.attention,
            title=self.shift.title or self.shift.name,
            seed=service.seed if self.shift.arrivals is not None else None,
            speed=session.speed,
            paused=session.paused and not back.plays,
            autopilot=seen.autopilot or mode != seen.home,
            tempo=self.shift.tempo,
            sources=session.sources,
            stars=self._stars(now, sight),
            targets=service.stars(mode, now, sight),
            slow=session.slow,
            rail=self.shift.rail,
            yours=yours_of(service, session.resting, new.get(seen.home, ()), sight),
            hover=self.pointing.hover(self.window.pointer(self.stage)),
            calm=self.game.calm,
            still=session.still,
            evening=evening_of(kitchen, new.get(mode, ()), now, self.shift.tempo),
            ringing=session.ringing(frame.time, self.pointing.keys.next_ring),
            foresight=self._foresight,
            blind=self._lookout.blind and sight is None,
            note=self._margin.note if mode == service.home and sight is None else None,
            pressed=pygame.mouse.get_pressed()[0],
            beat=frame.number,
            whole=self._is_whole(frame),
            scrubs=self._scrubs,
            settled=self._has_jumped > 0 or (sight is not None and session.still),
            present=frame.time if sight is not None else None,
            later=service.view if sight is not None else None,
            chosen=back.chosen,
            bookmarks=back.bookmarks,
            recorded=session.replay is not None,
        )

    def _stars(self, now: float, sight: Hindsight | None) -> float:
        """Those that count."""
        service, mode = self.service, self.service.mode
        return 0.0 if service.watched(mode, sight) else service.stars_earned(mode, now, sight)

    def _is_whole(self, frame: Frame) -> bool:
        """Whether nothing that was drawn a frame ago may stand: the player did something, frames
        were left out, or this one is to be seen for long."""
        stays = self.options.photographs or self.at_rest()
        return stays or self._anew > 0 or self._panel.dragging or frame.number != self._beat + 1

    def dish_box(self, order: int) -> Box | None:
        """Where a dish stands, in logical px; None before it is drawn, and after it is gone."""
        return self._scene.box_of(order)

    def waiting_box(self) -> Box | None:
        """Where WAITING stands in the panel, in logical px; None before the first frame."""
        return self._panel.waiting_box()

    # -- input ---------------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> None:
        if event.type != pygame.MOUSEMOTION:
            self._anew = DEED
        action = None
        if event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEMOTION):
            action = self._mouse(event)
        elif event.type == pygame.MOUSEWHEEL:
            action = self.pointing.wheeled(self.window.pointer(self.stage), event.y)
        elif (intent := self.game.bindings.in_service(event)) is not None:
            self._pad = event.type == pygame.CONTROLLERBUTTONDOWN
            self.pointing.keys = handles_of(self.game.bindings, pad=self._pad)
            action = action_for(intent, self.service, self.session.speed)
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
        self._anew = DEED
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
            self._inquire("Take over from here?", lambda: self._take_over(wish), BRANCHES)
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
        other = ServiceScreen(self.game, branching.where.shift, self.back)
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
        self._event, asked = event, self._question
        if asked is not None:
            asked.fresh = False
        super().take(event)
        if asked is not None:
            asked.after(event)

    def quit(self) -> None:
        self._ask("Close the game?", super().quit)

    def _ask(self, words: str, deed: Callable[[], None]) -> None:
        """Do what loses the shift when the player has said so twice, or for long enough."""
        if self.at_stake:
            self._inquire(words, deed)
        else:
            deed()

    def _inquire(self, words: str, deed: Callable[[], None], after: str = LOST) -> None:
        """Do it when the player has said so twice, or for long enough; ``after``: what then is."""
        asked = self._question
        if asked is not None and not asked.closed and asked.words == words:
            asked.yes()
        else:
            if asked is not None:
                asked.close()
            self._question = Question(self, words, deed, self._event, after)
            self.open(self._question)
