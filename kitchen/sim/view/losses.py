"""Losses: what a kitchen has lost, and what each loss cost, folded from its facts alone.

Money is counted in cents, and none of it twice. Of every order that has ended, what its guest paid
and what its losses cost make up its price; what was tipped and what was not make up the tip for a
perfect dish at once. Food that burns costs no money by itself, for it is made again: it costs the
work that was in it, and with the time for that some of the tip, or the guest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

from kitchen.sim import facts as f
from kitchen.sim.shift.payment import payment

LostKind = Literal["burnt", "spoilt", "walked_out", "rail_full", "turned_away"]

Losing = f.FoodBurnt | f.Overcooked | f.WalkedOut | f.TurnedAway
"""A fact that tells of a loss."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Something that was lost, once and for all."""

    t: float
    kind: LostKind
    order: int
    part: int
    """Whose food it was; 0 where the guest is gone."""
    worth: int
    """What the guest would have paid for the dish before, in cents: tips come on top."""
    left: int
    """What the guest would still pay."""
    work: float = 0.0
    """Hands-on seconds that were in it."""
    wasted: float | None = None
    """Hands-on seconds for nothing, those of scraping included: of burnt food that is made again,
    and known as soon as that has begun."""

    @property
    def cents(self) -> int:
        """What it cost of the price."""
        return self.worth - self.left

    @property
    def guest(self) -> bool:
        """Whether a guest was lost, not food."""
        return self.kind not in ("burnt", "spoilt")


@dataclass(frozen=True, slots=True)
class _Plate:
    """An order, as far as losses go."""

    price: int
    quality: float = 1.0
    waited_for: bool = True
    """Its guest is there."""
    found_room: bool = True
    worked: float = 0.0
    """Hands-on seconds of this attempt."""
    told: tuple[f.FoodBurnt | f.Overcooked, ...] = ()
    """What was lost of this attempt."""

    @property
    def worth(self) -> int:
        return payment(self.price, self.quality, 1.0)[0] if self.waited_for else 0

    @property
    def full_tip(self) -> int:
        return payment(self.price, 1.0, 1.0)[1]


class Losses:
    """All that was lost, oldest first."""

    def __init__(self) -> None:
        self._plates: dict[int, _Plate] = {}
        self._by_fact: dict[f.Fact, Lost] = {}
        self.tips: dict[int, int] = {}
        """By order that has ended: cents of the tip for a perfect dish at once that were not
        tipped."""
        self._hears: dict[type[f.Fact], Callable[..., None]] = {
            f.Ordered: self._ordered,
            f.Hands: self._worked,
            f.Overcooked: self._spoilt,
            f.FoodBurnt: self._burnt,
            f.StartedAgain: self._started_again,
            f.RailFull: self._found_no_room,
            f.WalkedOut: self._left,
            f.TurnedAway: self._left,
            f.Served: self._served,
            f.Cleared: self._cleared,
        }

    @classmethod
    def of(cls, facts: Iterable[f.Fact]) -> Losses:
        """Those of a log, or of its beginning."""
        losses = cls()
        for fact in facts:
            losses.fold(fact)
        return losses

    def copy(self) -> Losses:
        """One that can be folded on by itself."""
        same = Losses()
        same._plates, same._by_fact = dict(self._plates), dict(self._by_fact)
        same.tips = dict(self.tips)
        return same

    @property
    def all(self) -> list[Lost]:
        return list(self._by_fact.values())

    @property
    def cents(self) -> int:
        """What all of them cost."""
        return sum(lost.cents for lost in self._by_fact.values())

    def __len__(self) -> int:
        return len(self._by_fact)

    def told_by(self, fact: f.Fact) -> Lost | None:
        """What was lost when this happened. Nothing that was spoilt, if it has burnt since."""
        return self._by_fact.get(fact) if isinstance(fact, Losing) else None

    def of_order(self, order: int) -> list[Lost]:
        return [lost for lost in self._by_fact.values() if lost.order == order]

    # -- folding -------------------------------------------------------------------------------

    def fold(self, fact: f.Fact) -> None:
        """Take in a fact, in order of time."""
        heard = self._hears.get(type(fact))
        if heard is not None:
            heard(fact)

    def _ordered(self, fact: f.Ordered) -> None:
        self._plates[fact.order] = _Plate(fact.price)

    def _worked(self, fact: f.Hands) -> None:
        plate = self._plates[fact.order]
        self._plates[fact.order] = replace(plate, worked=plate.worked + fact.seconds)

    def _spoilt(self, fact: f.Overcooked) -> None:
        plate = self._plates[fact.order]
        spoilt = replace(plate, quality=plate.quality * (1.0 - fact.lost))
        if plate.waited_for:
            self._by_fact[fact] = Lost(
                fact.t, "spoilt", fact.order, fact.part, plate.worth, spoilt.worth, plate.worked
            )  # fmt: skip
            spoilt = replace(spoilt, told=(*plate.told, fact))
        self._plates[fact.order] = spoilt

    def _burnt(self, fact: f.FoodBurnt) -> None:
        plate = self._plates[fact.order]
        worth = plate.worth
        self._by_fact[fact] = Lost(
            fact.t, "burnt", fact.order, fact.part, worth, worth, plate.worked
        )  # fmt: skip
        self._plates[fact.order] = replace(plate, told=(*plate.told, fact))

    def _found_no_room(self, fact: f.RailFull) -> None:
        self._plates[fact.order] = replace(self._plates[fact.order], found_room=False)

    def _left(self, fact: f.WalkedOut | f.TurnedAway) -> None:
        plate = self._plates[fact.order]
        kind: LostKind = "walked_out" if isinstance(fact, f.WalkedOut) else "turned_away"
        if not plate.found_room:
            kind = "rail_full"
        self._by_fact[fact] = Lost(fact.t, kind, fact.order, 0, plate.worth, 0, plate.worked)
        self.tips[fact.order] = plate.full_tip
        self._plates[fact.order] = replace(plate, waited_for=False)

    def _started_again(self, fact: f.StartedAgain) -> None:
        """What was spoilt of the burnt attempt went with it: the new one is perfect again. Of
        several parts that burnt, the first has wasted the work of all."""
        plate = self._plates[fact.order]
        price, wasted = plate.price, plate.worked
        for told in plate.told:
            if isinstance(told, f.Overcooked):
                del self._by_fact[told]
                continue
            lost = self._by_fact[told]
            self._by_fact[told] = replace(lost, worth=price, left=price, wasted=wasted)
            wasted = 0.0
        self._plates[fact.order] = replace(plate, quality=1.0, worked=0.0, told=())

    def _served(self, fact: f.Served) -> None:
        self.tips[fact.order] = self._plates.pop(fact.order).full_tip - fact.tip

    def _cleared(self, fact: f.Cleared) -> None:
        del self._plates[fact.order]
