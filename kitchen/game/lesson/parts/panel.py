"""The step panel: the left half of a lesson, what the player does in a step of one kind.

The contract. A panel is made anew for each size of the window, and put where it was with `put`: so
all that a player has done stands in `answer`. It decides nothing: the screen hands `answer()` to
the judge and tells the verdict with `told`; whatever was run is shown on the right meanwhile, and
`follow` says how far it is. Kinds of steps that are new stand in `kitchen.game.lesson.panels`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import pygame

from kitchen.game.controls.control import Control
from kitchen.game.draw.box import Box, Pos
from kitchen.game.draw.kit import Kit
from kitchen.game.input.intents import Intent
from kitchen.lessons.judging.judge import Verdict, solution
from kitchen.lessons.lesson import Lesson
from kitchen.lessons.running.run import Run
from kitchen.lessons.steps import AnyStep


class Amid(NamedTuple):
    """A place amid a moment of a run, ``t`` seconds of kitchen time: so many of its facts have come
    about by then, and so many lines were printed."""

    t: float
    facts: int
    printed: int


@dataclass(frozen=True)
class StepWishes:
    """What a panel asks of its screen."""

    judge: Callable[[], object]
    """Judge the answer as it is now, show what it comes to, and play its run from the start."""
    judge_run: Callable[[Run], object]
    """The same for a run that the panel has made itself."""
    changed: Callable[[], object]
    """The answer is another one: the verdict that stands there is that of an older one."""
    anew: Callable[[], object]
    """There are other `controls`: the screen asks for them again."""
    focus: Callable[[Control], object]
    """Give that control the focus, with its ring."""
    go_to: Callable[[float], object]
    """Look at that moment of the run (seconds of kitchen time); the clock stands there."""
    stand: Callable[[Amid], object]
    """The same for a place amid a moment."""
    play: Callable[[], object]
    """Let the clock go on from there."""
    leave: Callable[[Any], object]
    """Leave for another `Screen`, which comes back to this one."""
    calm: Callable[[], bool]
    """Whether the player wants little motion."""
    sound: Callable[[str], object]
    """Play that sound of the interface."""
    desk: dict[str, Any] = field(default_factory=dict)
    """What a panel leaves for the one that is made in its place, as long as the step shows."""
    folder: Path | None = None
    """Where what the player makes is kept; None: nowhere."""
    ran: bool = True
    """A run is shown on the right. Before the first one, a panel that `READS` has its program
    there, in `layout.READING`."""


class StepPanel:
    """Draws in ``box`` (logical px). ``verdict`` is what was told last; None: nothing yet, or the
    answer is another one since."""

    RUN: ClassVar[str] = "Run"
    """The words on the button that has the answer judged; empty: the panel judges by itself."""
    AGAIN: ClassVar[str] = "Start over"
    """On the button that takes the answer back; empty: there is none."""
    SHOWS_FIRST: ClassVar[bool] = False
    """Whether the run of the step's program as it stands is shown from the start: False where the
    player is to say first what will happen."""

    ASKS_FIRST: ClassVar[bool] = False
    """Whether the player is to guess what comes: nothing is told of a run beyond the moment that
    it has come to."""
    READS: ClassVar[bool] = False
    """Whether the program stands on the right, large, until it is run."""
    WHOLE_FILE: ClassVar[bool] = False
    """Whether its lines are numbered as in the file, and not from the first that is shown."""

    def __init__(
        self, kit: Kit, box: Box, lesson: Lesson, step: AnyStep, wishes: StepWishes
    ) -> None:
        self.kit, self.box, self.lesson, self.step, self.wishes = kit, box, lesson, step, wishes
        self.verdict: Verdict | None = None

    # -- the answer ----------------------------------------------------------------------------

    def answer(self) -> Any:
        """As `kitchen.lessons.judging.judge.judged` takes it; None: nothing was done yet."""
        return None

    @property
    def ready(self) -> bool:
        """Whether there is anything to be judged."""
        return True

    def put(self, answer: Any) -> None:
        """Show this answer as if the player had just given it; None: the step as it begins."""

    def show_solution(self) -> None:
        """The last hint: put the answer that is right."""
        self.put(solution(self.lesson, self.step))

    def start_over(self) -> None:
        """Take back all that was done."""
        self.put(None)

    # -- what the screen tells -----------------------------------------------------------------

    def told(self, verdict: Verdict | None) -> None:
        """This came of the answer; None: it is another one since."""
        self.verdict = verdict

    def told_at(self, run: Run) -> float:
        """From which moment of that run on the player may know the verdict: 0, at once."""
        return 0.0

    def follow(self, run: Run, now: float) -> None:
        """Once a frame: the run that the right half shows, and the moment (seconds of kitchen
        time) that it is at."""

    def before(self) -> Run | None:
        """A run to be shown beside the one that plays, on the same clock, before it."""
        return None

    # -- what the player does ------------------------------------------------------------------

    @property
    def controls(self) -> Sequence[Control]:
        """What can have the focus, in the order of Tab. The screen draws them."""
        return ()

    def point(self, event: pygame.event.Event, pos: Pos) -> bool:
        """A movement or a button of the mouse, before the controls get it; ``pos`` in logical px.
        True: it is dealt with."""
        return False

    def wheel(self, pos: Pos, rows: float) -> bool:
        """The wheel was turned there, so many rows down. True: it is dealt with."""
        return False

    def number(self, digit: int) -> bool:
        """A key of the service that picks a dish, from 0 to 9. True: it is dealt with."""
        return False

    def want(self, intent: Intent) -> bool:
        """A wish by key or gamepad, before the controls get it. True: it is dealt with."""
        return False

    # -- a picture -----------------------------------------------------------------------------

    def bake(self, ground: pygame.Surface) -> None:
        """Draw what stands still, once."""

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        """Draw what lies below the controls; ``wall`` is seconds of wall time."""

    def draw_over(self, canvas: pygame.Surface, wall: float) -> None:
        """Draw what lies above the controls: a card that is being dragged."""

    def at_rest(self) -> bool:
        """Whether nothing in it moves by itself."""
        return True
