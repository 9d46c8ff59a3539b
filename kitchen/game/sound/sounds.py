"""The game's sounds: what happens is heard, the kitchen hums, buttons click, and music plays."""

from __future__ import annotations

import heapq
import math
import time
from collections.abc import Callable, Mapping
from random import Random

from kitchen.assets import find_assets
from kitchen.game.input.actions import Action
from kitchen.game.scene.places import PLAIN
from kitchen.game.scene.standing import Floors
from kitchen.game.signs.moment import Moment
from kitchen.game.sound.catalogue import LOOPS, SOUNDS, Channel
from kitchen.game.sound.cues import PRESSES, Cue, cues
from kitchen.game.sound.loudness import levels
from kitchen.game.sound.music import Music
from kitchen.game.sound.speakers import Output, open_speakers
from kitchen.game.sound.stems import STEMS, music_levels
from kitchen.game.sound.thinner import Thinner
from kitchen.keep.settings import VOLUMES
from kitchen.sim.facts import Opened
from kitchen.sim.view.kitchenview import KitchenView

HEADROOM = 0.6
"""Gain of everything at full volume, so that many sounds at once still do not clip."""
MUSIC_HEADROOM = 0.7
"""Gain of the music at full volume: it never fills what is left, and it steps back for calls."""
LAW = 1.5  # how volume becomes gain
PAN = 0.6  # of the way to one side, at the ends of the counters
SMOOTH = 0.4  # wall seconds in which a loop covers 1 - 1/e of the way to its level
LOAD_EVERY = 0.1  # wall seconds
PAUSED = 0.25  # of the ambience
STEPS = 128  # of loudness that the mixer knows
HOVER_GAP = 0.05  # wall seconds
BEAT, BEATS, SWING = 0.165, 6, 0.02  # wall seconds between chops, chops at most, seconds
CHOPS = 3
FIRST = ("fanfare", "burn", "walk_out", "ding", "serve", "coin")
"""What starts first when too much happens in one frame; then the rest in order of time."""

Pending = tuple[float, int, Cue, float]
"""Due at a wall time, a serial, the cue and its pan."""


def _open() -> Output | None:
    try:
        return open_speakers(find_assets() / "sound")
    except FileNotFoundError:
        return None


class Sounds:
    """Opens the device when something is first to be heard; with no device it is silent.

    ``volumes``: by channel, 0 to 1 (see `kitchen.keep.settings.VOLUMES`); one left out is as usual.
    """

    def __init__(
        self,
        volumes: Mapping[str, float] | None = None,
        *,
        opener: Callable[[], Output | None] = _open,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._opener: Callable[[], Output | None] | None = opener
        self._output: Output | None = None
        self._clock = clock
        self._volumes = dict(VOLUMES)
        self._chance = Random(7)  # only for which chop comes next: nobody's outcome
        self._hovered = -1e9
        self._music, self._played = Music(), self._clock()
        self._stems = dict.fromkeys(STEMS, 0.0)  # as sent
        self._wall = 0.0  # of the frame heard last
        self._floors = Floors(PLAIN)
        self._pans: dict[int, float] = {}
        self._forget()
        self.set_volumes(volumes or {})

    def set_volumes(self, volumes: Mapping[str, float]) -> None:
        """From now on, also for loops that play."""
        self._volumes.update(volumes)
        self._send()
        self._send_music()

    def ui(self, name: str) -> None:
        """An interface sound: hover, press, back, error, star, flip, ok; or any other one."""
        now = self._clock()
        if name == "hover":
            if now - self._hovered < HOVER_GAP:
                return
            self._hovered = now
        self._play(name, 1.0, 0.0)

    def act(self, action: Action) -> None:
        """What the player did, by key or by click."""
        if name := PRESSES.get(type(action)):
            self.ui(name)

    def hear(self, moment: Moment) -> None:
        """Once a frame: the new facts of the kitchen that is looked at, and how busy it is."""
        if self._ready() is None:
            return
        if moment.wall < self._wall:
            self._forget()
        if self._is_news(moment):
            self._take(moment)
        self._call(moment)
        if moment.paused:
            self._pending.clear()
        self._play_due(moment.wall)
        self._look(moment)
        self._breathe(moment.wall, moment.paused)

    def go_on(self, *, covered: bool, hidden: bool) -> None:
        """Once a frame of any screen: the music. ``covered``: something lies over the screen, which
        waits; ``hidden``: the window is."""
        if self._volumes["music"] > 0.0:
            self._ready()
        now = self._clock()
        self._music.step(now - self._played, covered=covered, hidden=hidden)
        self._played = now
        self._send_music()

    def wait(self, wall: float) -> None:
        """Instead of `hear`, while something lies over the kitchen and hides it."""
        self._pending.clear()
        if self._output is not None:
            self._breathe(wall, True)

    def hush(self) -> None:
        """The kitchen has been left: its loops fade out, and nothing of it follows but music."""
        self._forget()
        self._music.rest()
        if self._output is not None:
            self._output.hush()

    def close(self) -> None:
        """Give the device back; from now on silent."""
        self._opener = None
        if self._output is not None:
            self._output.close()
        self._output = None

    # -- the device ----------------------------------------------------------------------------

    def _ready(self) -> Output | None:
        """Where it plays; tries to open that once, and not while all is muted."""
        if self._opener is not None and self._volumes["master"] > 0.0:
            opener, self._opener = self._opener, None
            self._output = opener()
        return self._output

    def _gain(self, channel: Channel) -> float:
        """Of a slider's whole way, so that its lower half is of use too."""
        full = MUSIC_HEADROOM if channel == "music" else HEADROOM
        return full * math.pow(self._volumes["master"] * self._volumes[channel], LAW)

    def _play(self, name: str, gain: float, pan: float) -> None:
        output = self._ready()
        gain *= self._gain(SOUNDS[name].channel)
        if output is None or gain <= 0.0:
            return
        self._music.duck.hear(name)
        output.play(name, gain * min(1.0, 1.0 - pan), gain * min(1.0, 1.0 + pan))

    # -- what happened -------------------------------------------------------------------------

    def _forget(self) -> None:
        self._view: KitchenView | None = None
        self._wall = 0.0
        self._looked = -1e9
        self._calling = False
        self._serial = self._chop = 0
        self._pending: list[Pending] = []
        self._thinner = Thinner()
        self._targets = dict.fromkeys(LOOPS, 0.0)
        self._levels = dict.fromkeys(LOOPS, 0.0)
        self._sent = dict.fromkeys(LOOPS, 0.0)

    def _is_news(self, moment: Moment) -> bool:
        """A kitchen just looked into tells nothing of what went before, unless it just opened."""
        if moment.view is self._view:
            return True
        self._view = moment.view
        self._pending.clear()
        self._looked = -1e9
        return any(isinstance(fact, Opened) for fact in moment.facts)

    def _call(self, moment: Moment) -> None:
        """Once, when the player's own kitchen begins to need them while they look elsewhere; and
        once for last orders."""
        if moment.calls and not self._calling:
            self._play("needs_you", 1.0, 0.0)
        self._calling = moment.calls
        if moment.evening is not None and moment.evening.rings:
            self._play("last_orders", 1.0, 0.0)

    def _take(self, moment: Moment) -> None:
        found = [cue for fact in moment.facts for cue in cues(fact, moment.view, moment.stars)]
        found.sort(key=lambda cue: FIRST.index(cue.kind) if cue.kind in FIRST else len(FIRST))
        for cue in found:
            pan = self._pan(moment, cue.order)
            for beat in range(self._beats(cue, moment)):
                late = beat * BEAT + SWING * self._chance.random() if beat else 0.0
                self._serial += 1
                due = moment.wall + cue.after + late
                heapq.heappush(self._pending, (due, self._serial, cue, pan))

    def _beats(self, cue: Cue, moment: Moment) -> int:
        """Chopping goes on while hands are on, for a while; other sounds come once."""
        if cue.kind != "chop":
            return 1
        wall = cue.lasts / max(1e-9, moment.tempo * moment.speed * moment.slow)
        return max(1, min(BEATS, int(wall / BEAT)))

    def _play_due(self, wall: float) -> None:
        while self._pending and self._pending[0][0] <= wall:
            _, _, cue, pan = heapq.heappop(self._pending)
            gain = self._thinner.gain(cue.kind, wall)
            if gain > 0.0:
                self._play(self._file(cue), gain, pan)

    def _file(self, cue: Cue) -> str:
        """The name of the file; never the same chop twice in a row."""
        if cue.kind == "chop":
            self._chop = (self._chop + 1 + self._chance.randrange(CHOPS - 1)) % CHOPS
            return f"chop_{self._chop + 1}"
        return cue.kind if cue.variant is None else f"{cue.kind}_{cue.variant}"

    # -- the kitchen around --------------------------------------------------------------------

    def _look(self, moment: Moment) -> None:
        """See now and then how much goes on."""
        if not 0.0 <= moment.wall - self._looked < LOAD_EVERY:
            self._targets = levels(moment.view, moment.now)
            doors_closed = moment.evening is not None and moment.evening.closed
            music = music_levels(moment.view, moment.now, doors_closed)
            self._music.aim(music, moment.paused)
            self._looked = moment.wall

    def _breathe(self, wall: float, paused: bool) -> None:
        """Move every loop towards what the load asks for."""
        share = 1.0 - math.exp(-max(0.0, wall - self._wall) / SMOOTH)
        self._wall = wall
        for name in LOOPS:
            target = self._targets[name] * (PAUSED if paused else 1.0)
            self._levels[name] += (target - self._levels[name]) * share
        self._send()

    def _pan(self, moment: Moment, number: int | None) -> float:
        """-1 left to 1 right: where an order stands, or stood when it was last heard."""
        order = moment.view.open_orders.get(number) if number is not None else None
        if number is None or order is None:
            return self._pans.pop(number or 0, 0.0)
        standing = self._floors.of(moment).leading(order)
        if standing is not None:
            self._pans[number] = PAN * (2.0 * standing.site.x / PLAIN.width - 1.0)
        return self._pans.get(number, 0.0)

    def _send(self) -> None:
        """Tell the device what it can tell apart."""
        if self._output is None:
            return
        gain = self._gain("ambience")
        for name in LOOPS:
            level = round(gain * self._levels[name] * STEPS) / STEPS
            if level != self._sent[name]:
                self._sent[name] = level
                self._output.level(name, level)

    def _send_music(self) -> None:
        if self._output is None:
            return
        volume = self._gain("music")
        for name, gain in self._music.gains.items():
            level = round(volume * gain * STEPS) / STEPS
            if level != self._stems[name]:
                self._stems[name] = level
                self._output.stem(name, level)
