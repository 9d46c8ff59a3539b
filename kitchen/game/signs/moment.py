"""What a widget reads to draw one frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kitchen.game.signs.bookmark import Bookmark
from kitchen.game.signs.evening import Evening
from kitchen.game.signs.marginnote import MarginNote
from kitchen.game.signs.ringing import Ringing
from kitchen.game.signs.yours import Yours
from kitchen.lab.lookahead import Foresight
from kitchen.lab.ties import NO_TIES, Ties
from kitchen.sim.facts import Fact
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.score import Star

if TYPE_CHECKING:
    from kitchen.lab.insight import DishInsight

NOWHERE = Ringing()

TURNS = 3
"""Frames in which all that only creeps is drawn anew, one after the other."""

CALM_SWING = 0.5
"""Of every amplitude, what is left of it with reduced motion."""


@dataclass(frozen=True, slots=True)
class Source:
    """A recipe's real source text."""

    lines: tuple[str, ...]
    """As written, decorator and docstring included; line 1 is the first."""
    first: str
    """The recipe's name in the code: the function."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One kitchen at one instant, and how it is looked at."""

    view: KitchenView
    now: float
    """Kitchen time in seconds."""
    wall: float
    """Seconds of wall time since the scene began: for loops and tweens; it stops for nothing."""
    facts: Sequence[Fact]
    """Folded since the last frame, of the kitchen looked at."""
    mode: str
    """blocking, concurrent, parallel or hybrid."""
    attention: str
    """stay or leave."""
    title: str
    seed: int | None
    """None: the orders do not come by chance."""
    speed: float
    paused: bool
    autopilot: bool
    """A policy decides in the kitchen that is looked at, not the player."""
    tempo: float
    """Kitchen seconds for each wall second at 1x."""
    sources: Mapping[str, Source]
    """By dish."""
    stars: float
    """0 to 3 so far, in halves."""
    hover: tuple[float, float] | None
    """The pointer, in logical px."""
    targets: tuple[Star, ...] = ()
    """The shift's targets, and how near this kitchen is."""
    slow: float = 1.0
    """The share of that at which kitchen time goes by, where the player wants a slower clock."""
    rail: int | None = None
    """Orders that are waited for at most; None: there is no bound."""
    yours: Yours | None = None
    """The player's own kitchen; None: nobody plays."""
    pressed: bool = False
    """The pointer's button is down."""
    calm: bool = False
    """Reduced motion: loops stop, amplitudes are halved, moves are short, nothing flies."""

    foresight: Foresight | None = None
    """What comes of it if the dish that is pointed at is picked now."""
    blind: bool = False
    """Nobody can foresee that in this kitchen."""
    note: MarginNote | None = None
    """The word that is explained beside the source just now."""
    ringing: Ringing = NOWHERE
    """How it stands with the next ring."""
    evening: Evening | None = None
    """How far it is to last orders; None: all guests come at once."""
    beat: int = 0
    """Counts the frames, for what is drawn anew in turns."""
    whole: bool = True
    """Everything is to be drawn as it is now; False: what was drawn a few frames ago may stand."""
    still: bool = False
    """Kitchen time stands still: lists take the form that suits what they show now, whatever they
    showed before."""
    settled: bool = False
    """Nothing is on its way: everything is drawn as it looks once it has come to rest, whatever was
    drawn before."""
    present: float | None = None
    """While the past is looked at: the kitchen time that it is by now. None: this is the present,
    and nothing but ``now``."""
    scrubs: bool = False
    """Another moment of the past is looked at in almost every frame: the handle follows at once,
    kitchen and instruments in turns, and what takes long once that is over."""
    later: KitchenView | None = None
    """While the past is looked at: the same kitchen as it is by now."""
    ended: bool = False
    """Its results have opened: back to the present is back to them."""
    recorded: bool = False
    """It is a replay: what comes is known, and can be gone to."""
    chosen: int | None = None
    """The order that steps of a dish, and what is said of one dish, are about."""
    lens: bool = False
    """The lens is shown in place of the loop."""
    ties: Ties = NO_TIES
    """Who waits for whom, as the lens shows it."""
    dish: DishInsight | None = None
    """What the lens shows line by line; None: nothing, or there is no order yet."""
    bookmarks: tuple[Bookmark, ...] = ()
    """Of the kitchen that is looked at, in order of time, up to the present."""

    def noted(self, dish: str) -> frozenset[int]:
        """The lines of that dish's source that the note is about."""
        if self.note is None or dish not in self.sources:
            return frozenset()
        return self.note.word.lines(self.sources[dish].lines)

    def turn_of(self, number: int) -> bool:
        """Whether that one of those who take turns is to be drawn anew. Who is not drawn in every
        frame may never have its turn: what is drawn now and then is to be drawn whole."""
        return self.whole or (self.beat + number) % TURNS == 0

    @property
    def aside(self) -> bool:
        """While the past is scrubbed: this frame is for what stands around the kitchen."""
        return self.scrubs and self.beat % 2 == 1

    @property
    def hanging(self) -> int:
        """Orders whose guests are there and wait."""
        return sum(order.state == "open" for order in self.view.open_orders.values())

    @property
    def away(self) -> bool:
        """Whether the player looks into a kitchen that is not theirs."""
        return self.yours is not None and self.yours.mode != self.mode

    @property
    def calls(self) -> bool:
        """Whether theirs needs them meanwhile."""
        return self.away and self.yours is not None and self.yours.calls

    @property
    def counts(self) -> bool:
        """Whether stars are earned here: by decisions of the player's own."""
        return self.yours is None or self.yours.watched is None

    @property
    def grain(self) -> float:
        """The least time that is worth telling, in seconds: tenths where time goes by slowly."""
        return 0.1 if self.tempo < 1.0 else 1.0

    @property
    def loop(self) -> float:
        """Seconds of wall time for what moves for ever: they stand still when it is calm."""
        return 0.0 if self.calm else self.wall

    @property
    def swing(self) -> float:
        """How much of its full amplitude a move has."""
        return CALM_SWING if self.calm else 1.0
