"""A service: one shift in all four kitchens at once, one of them the player's, one looked into.

This is all of the game that is not pictures. It runs on a kitchen loop that somebody else paces;
the player's wishes become commands, so that `kitchen.run` can see the same service again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from kitchen.loop.loop import KitchenLoop
from kitchen.loop.stall import Stalled, describe_stall
from kitchen.runs.careful import play_out
from kitchen.runs.courses import by_name, courses
from kitchen.runs.doubles import Doubles
from kitchen.runs.kitchens import four_kitchens
from kitchen.runs.past import Past
from kitchen.runs.result import Result, result_of
from kitchen.runs.sight import Sight
from kitchen.sim.commands import AnyCommand, Assist, Pick, PickAt, SetPolicy, Unpick
from kitchen.sim.facts import Fact
from kitchen.sim.policy import PLAYER, Policy, policy_name
from kitchen.sim.shift.modes import MODES, Mode
from kitchen.sim.shift.shift import Shift
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.score import Star, stars
from kitchen.sim.work.kitchen import Kitchen

Watched = Literal["looked", "replay", "branch", "chefs", "autopilot", "idle", "calm"]
"""It was only looked into; a replay commanded it; it was taken over in mid-shift; it has many
chefs, and no shift asked for it; the autopilot was on while orders were open; nobody ever picked;
guests had no patience to lose."""


class Halt(NamedTuple):
    """Kitchens of which none can go on: what is told of one of them."""

    why: Stalled
    mode: str


class Service:
    """``policy`` is the autopilot's: it commands every kitchen that the player does not.

    ``mode`` names the kitchen that the player looks into first, and in free play has. What is None
    is as the shift has it: usually seed 0, the concurrent kitchen and ``fifo``. Raises
    `KitchenError` for a name that there is not.
    """

    def __init__(
        self,
        loop: KitchenLoop,
        shift: Shift,
        seed: int | None = None,
        mode: str | None = None,
        policy: str | Policy | None = None,
        autopilot: bool = False,
    ) -> None:
        mode = shift.mode(mode).name
        policy = policy or shift.brigade.policy
        self.loop = loop
        self.shift = shift
        self.seed = shift.seed if seed is None else seed
        self.autopilot = autopilot
        self.autopilot_policy = policy_name(policy)
        self.policy = policy
        """The autopilot's."""
        self.home = shift.kitchen or mode
        """The kitchen that is the player's."""
        self._homes = [(0.0, self.home)]
        """Which it was, and since when."""
        self._autopilots = [(0.0, autopilot)]
        """Whether the policy decided in it, and since when."""
        self._played = None if autopilot else self.home
        self._plans = courses(shift)
        menu = frozenset(recipe.title for recipe in shift.recipes().values())
        self._doubles = Doubles(shift, self.seed, policy, lambda: self._plans)
        self.kitchens = self._four(loop)
        plans, pace = by_name(self._plans), shift.pace.hands
        self.views = {name: KitchenView(plans, menu, pace) for name in self.kitchens}
        self.pasts = {name: Past(lambda: KitchenView(plans, menu, pace)) for name in self.kitchens}
        """What each was like before."""
        self.mode = mode
        """The kitchen that is looked into."""
        self._wanted: dict[str, str] = {}
        self._assist = Assist()
        self.stalled: Halt | None = None
        """Set when none can go on any more."""
        for kitchen in self.kitchens.values():
            kitchen.open()

    def _four(self, loop: KitchenLoop) -> dict[str, Kitchen]:
        kitchens = four_kitchens(
            loop, self.shift, self.seed, self.policy, self._played, lambda: self._plans
        )
        return {kitchen.mode.name: kitchen for kitchen in kitchens}

    def again(self, mode: str) -> Result:
        """The same kitchen with the same commands, headless: the same facts, to the byte."""
        loop = KitchenLoop()
        kitchen = self._four(loop)[mode]
        for at, command in self.kitchens[mode].commands:
            kitchen.command(command, at)
        play_out(loop, [kitchen])
        return result_of(kitchen)

    @property
    def leaves_no_trace(self) -> bool:
        """Whether its kitchens can be run again, by doubles, so that nobody notices."""
        return self._doubles.possible

    @property
    def has_doubles(self) -> bool:
        """Whether anybody may ask them what comes, while it goes on."""
        return self.leaves_no_trace

    def double(self, loop: KitchenLoop, mode: str) -> Kitchen:
        """The same kitchen before it opens, on another loop, cooked by understudies."""
        return self._doubles.kitchen(loop, self.kitchens[mode].mode, self.began_played(mode))

    def changed(
        self,
        loop: KitchenLoop,
        mode: Mode,
        played: bool,
        otherwise: Callable[[Shift], Shift],
        policy: str | None = None,
    ) -> Kitchen:
        """A `double` of another mode, or with something different: see `Doubles.kitchen`."""
        return self._doubles.kitchen(loop, mode, played, otherwise, policy)

    def autopilots(self) -> tuple[Result, ...]:
        """The same orders in four kitchens that nobody but the autopilot commands, headless, with
        the same assists at the same times."""
        policy = "fifo" if self.autopilot_policy == PLAYER else self.policy
        loop = KitchenLoop()
        kitchens = four_kitchens(loop, self.shift, self.seed, policy, None, lambda: self._plans)
        for at, command in self.assists():
            for kitchen in kitchens:
                kitchen.command(command, at)
        play_out(loop, kitchens)
        return tuple(map(result_of, kitchens))

    def commanded(self, mode: str) -> bool:
        """Whether a player has ever decided what the chefs of that kitchen do next."""
        given = [command for _, command in self.kitchens[mode].commands]
        return mode == self._played or any(
            command != SetPolicy(self.autopilot_policy) and not isinstance(command, Assist)
            for command in given
        )

    def began_played(self, mode: str) -> bool:
        """Whether that kitchen was in the player's hands when it opened."""
        return mode == self._played

    def home_at(self, at: float) -> str:
        """The kitchen that was the player's at that moment."""
        return next(home for since, home in reversed(self._homes) if since <= at)

    def autopilot_at(self, at: float) -> bool:
        """Whether the policy decided in the player's kitchen at that moment."""
        return next(on for since, on in reversed(self._autopilots) if since <= at)

    @property
    def free(self) -> bool:
        """Whether a pick in another kitchen takes that one over: the shift names none to play."""
        return self.shift.kitchen is None

    def own(self) -> str:
        """The kitchen whose end ends the service: the player's; where nobody ever picked, the one
        that is looked into."""
        given = (command for _, command in self.kitchens[self.home].commands)
        picked = any(isinstance(command, Pick | PickAt) for command in given)
        return self.home if picked else self.mode

    def watched(self, mode: str, sight: Sight | None = None) -> Watched | None:
        """Why what that kitchen does is not by decisions of the player's own; None: it is.
        ``sight``: as it was then."""
        sight = sight or self
        view = sight.views[mode]
        decisions = view.decisions
        if mode != sight.home:
            return "looked"
        has_many, _, _ = MODES[mode]
        if has_many and mode != self.shift.mode().name:
            return "chefs"
        if decisions.by_policy:
            return "autopilot"
        if view.makespan is not None and not decisions.picked:
            return "idle"
        return "calm" if "calm" in view.aids else None

    @property
    def kitchen(self) -> Kitchen:
        """The kitchen that is looked into."""
        return self.kitchens[self.mode]

    @property
    def view(self) -> KitchenView:
        """What there is to see of it."""
        return self.views[self.mode]

    @property
    def modes(self) -> list[str]:
        return list(self.kitchens)

    @property
    def closed(self) -> bool:
        """Whether the kitchen that is looked into has closed."""
        return self.view.makespan is not None

    def advance(self, now: float) -> dict[str, list[Fact]]:
        """Fold what has happened up to ``now``; return the new facts by kitchen.

        Raises what ended a kitchen, and `Stalled`, once, when none can go on and nobody can help.
        """
        for kitchen in self.kitchens.values():
            if kitchen.done.done():
                kitchen.done.result()
        if self.stalled is None and self.loop.idle:
            self._check_stalled()
        new = {
            name: view.fold(self.kitchens[name].facts.take(now))
            for name, view in self.views.items()
        }
        for name, facts in new.items():
            self.pasts[name].facts += facts
        return new

    def remember(self) -> None:
        """Make it quick to look back at this moment later."""
        for name, view in self.views.items():
            self.pasts[name].keep(view)

    def _check_stalled(self) -> None:
        going = [k for k in self.kitchens.values() if not k.done.done()]
        if any(kitchen.brigade.could_begin for kitchen in going):
            return  # the player can still act
        tasks = {k.mode.name: _tasks_of(k) for k in going}
        stuck = [name for name in sorted(tasks, key=lambda name: name != self.mode) if tasks[name]]
        if stuck:  # of several, the one looked into; the others have dishes of the same names
            every = [task for of_one in tasks.values() for task in of_one]
            self.stalled = Halt(Stalled(*describe_stall(every, tasks[stuck[0]])), stuck[0])
            raise self.stalled.why

    # -- what the player wants -----------------------------------------------------------------

    def look_into(self, mode: str) -> None:
        """Look into another kitchen at the same moment. It changes nothing in any of them."""
        if mode in self.kitchens:
            self.mode = mode

    def set_autopilot(self, on: bool) -> None:
        """In the player's kitchen the policy decides, or the player."""
        self.autopilot = on
        self._autopilots.append((self.loop.now, on))
        self._hand_over()

    def _hand_over(self) -> None:
        self._command(SetPolicy(self.autopilot_policy if self.autopilot else PLAYER))

    @property
    def obeys(self) -> bool:
        """Whether a pick counts where the player looks."""
        return self.mode == self.home or self.free

    def _take_over(self) -> bool:
        """Make the kitchen that is looked into the player's, if it is not and can be; whether it
        obeys now. The one left goes on by autopilot."""
        if self.obeys and self.mode != self.home:
            self._command(SetPolicy(self.autopilot_policy))
            self.home = self.mode
            self._homes.append((self.loop.now, self.home))
            self._hand_over()
        return self.obeys

    def pick(self, order: int) -> None:
        """Give this order a chef next; if that is wished already, take the wish back. Here and in
        `pick_at` and `take_back`, nothing happens in a kitchen that does not obey."""
        if self._take_over():
            self._command(Unpick(order) if order in self.view.picks else Pick(order))

    def pick_at(self, order: int, place: int) -> None:
        """Pick this order as number ``place`` of all picks, from 1; a pick of it moves there."""
        if self._take_over():
            self._command(PickAt(order, place))

    def first_pick(self, order: int) -> tuple[AnyCommand, ...]:
        """What the kitchen that is looked into would be told if this order were now picked, first
        of all; nothing, where it does not obey."""
        if not self.obeys:
            return ()
        policy = self.autopilot_policy if self.autopilot else PLAYER
        taken_over = () if self.mode == self.home else (SetPolicy(policy),)
        return *taken_over, PickAt(order, 1)

    def take_back(self, order: int | None = None) -> None:
        """Take the pick of this order back, or the last pick made; nothing if there is none."""
        picks = self.view.picks
        if order is None and picks:
            order = picks[-1]
        if order is not None and order in picks and self._take_over():
            self._command(Unpick(order))

    def _command(self, command: AnyCommand) -> None:
        """Tell the player's kitchen."""
        if isinstance(command, SetPolicy) and command.policy == self._policy_to_be():
            return
        self.kitchens[self.home].command(command)
        if isinstance(command, SetPolicy):
            self._wanted[self.home] = command.policy

    def _policy_to_be(self) -> str:
        return self._wanted.get(self.home, self.kitchens[self.home].policy)

    def assist(self, assist: Assist) -> None:
        """Help in all four kitchens from now on, so that they stay comparable; nothing happens if
        it is given already."""
        if assist != self._assist:
            self._assist = assist
            for kitchen in self.kitchens.values():
                kitchen.command(assist)

    def assists(self) -> list[tuple[float, Assist]]:
        """All that were given, and when: the kitchen that was open longest knows."""
        given = (
            [(at, command) for at, command in kitchen.commands if isinstance(command, Assist)]
            for kitchen in self.kitchens.values()
        )
        return max(given, key=len)

    # -- how it goes ---------------------------------------------------------------------------

    def stars(self, mode: str, now: float, sight: Sight | None = None) -> tuple[Star, ...]:
        """The targets of the shift as that kitchen stands, or stood. A target that is an upper
        bound can still be missed, so it counts only when the kitchen has closed."""
        return stars(self.shift.targets, (sight or self).views[mode].reached(now))

    def stars_earned(self, mode: str, now: float, sight: Sight | None = None) -> int:
        open_still = (sight or self).views[mode].makespan is None
        found = self.stars(mode, now, sight)
        return sum(star.earned and not (star.at_most and open_still) for star in found)

    def sweep(self) -> None:
        """Leave nothing behind."""
        for kitchen in self.kitchens.values():
            kitchen.sweep()


def _tasks_of(kitchen: Kitchen) -> list[asyncio.Task[Any]]:
    return [part.task for dish in kitchen.dishes.values() for part in dish.parts]
