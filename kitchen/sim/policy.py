"""Policies: which raised hand gets a chef next.

A policy with a key that does not change while a hand is up keeps a heap; ``fifo``, asyncio's own,
needs only a deque. All ties go to the hand that was raised first.
"""

from __future__ import annotations

import heapq
import inspect
from collections import deque
from collections.abc import Callable, Mapping, Sequence, Sized
from dataclasses import dataclass
from reprlib import Repr
from types import CodeType
from typing import TYPE_CHECKING, Any, Protocol

from kitchen.sim.errors import PolicyError, nearest
from kitchen.sim.mishap import in_words, line_in

if TYPE_CHECKING:
    from kitchen.sim.part import Part

INFINITY = float("inf")

_SHORT = Repr()
"""Of whatever a policy returns: in one piece if it is a hand, and in words if its own fails."""
_SHORT.maxother = 300


@dataclass(frozen=True, slots=True)
class Raised:
    """A raised hand, as a policy sees it. Times are seconds of kitchen time."""

    order: int
    part: int
    dish: str
    since: float
    """When the hand went up."""
    deadline: float
    """When the customer walks out; infinity: never."""
    burns_at: float
    """When the food burns, or burnt; infinity: it does not."""
    hands_left: float
    """Hands-on seconds that the recipe still takes when nothing goes wrong; infinity: nobody knows,
    for to find out would change what recipes share."""


Policy = Callable[[Sequence[Raised], float], object]
"""A user's policy: gets the raised hands, longest up first, and the time; returns one of them."""


class Queue(Protocol):
    """The raised hands of one kitchen."""

    @property
    def raised(self) -> Sized:
        """The hands."""

    push: Callable[[Part], None]

    pop: Callable[[], Part | None]
    """Take out the hand that gets the chef; None if all must go on waiting. Only while a hand is
    up."""

    def take(self, order: int) -> Part | None:
        """Take out the first hand of that order, if it has one up."""

    def drain(self) -> list[Part]:
        """Take all hands out, longest up first."""


class Fifo:
    """First come, first served: asyncio's own ready queue."""

    def __init__(self) -> None:
        self.raised: deque[Part] = deque()
        self.push: Callable[[Part], None] = self.raised.append
        self.pop: Callable[[], Part | None] = self.raised.popleft

    def take(self, order: int) -> Part | None:
        for part in self.raised:
            if part.order == order:
                self.raised.remove(part)
                return part
        return None

    def drain(self) -> list[Part]:
        parts = list(self.raised)
        self.raised.clear()
        return parts


class ByKey:
    """The hand with the smallest key first. The key may not change while the hand is up."""

    def __init__(self, key: Callable[[Part], float]) -> None:
        self._key = key
        self._serial = 0
        self.raised: list[tuple[float, int, Part]] = []
        self.push: Callable[[Part], None] = self._push
        self.pop: Callable[[], Part | None] = self._pop

    def _push(self, part: Part) -> None:
        self._serial += 1
        heapq.heappush(self.raised, (self._key(part), self._serial, part))

    def _pop(self) -> Part:
        return heapq.heappop(self.raised)[2]

    def take(self, order: int) -> Part | None:
        found = [entry for entry in self.raised if entry[2].order == order]
        if not found:
            return None
        first = min(found, key=lambda entry: entry[1])
        self.raised.remove(first)
        heapq.heapify(self.raised)
        return first[2]

    def drain(self) -> list[Part]:
        entries = sorted(self.raised, key=lambda entry: entry[1])
        self.raised.clear()
        return [part for _, _, part in entries]


class ByPlayer(Fifo):
    """Nobody moves until the player says so."""

    def __init__(self) -> None:
        super().__init__()
        self.pop = self._nobody

    def _nobody(self) -> None:
        return None


class ByFunction(Fifo):
    """A user's function decides."""

    def __init__(
        self, policy: Policy, hands_left: Callable[[Part], float], clock: Callable[[], float]
    ) -> None:
        super().__init__()
        self.pop = self._pop
        self._policy = policy
        self._hands_left = hands_left
        self._clock = clock
        self.label = f"policy {getattr(policy, '__name__', type(policy).__name__)}"
        self.code: CodeType | None = _code_of(policy)
        self.deciding = False
        """The function is being called."""

    def _pop(self) -> Part | None:
        raised = [_raised(part, self._hands_left(part)) for part in self.raised]
        chosen = self.choice(tuple(raised))
        if type(chosen) is not Raised or chosen not in raised:
            raise PolicyError(
                f"{self.label} returned {_SHORT.repr(chosen)}, which is not one of the "
                f"{len(raised)} raised hands it was given{self._where()}"
            )
        part = self.raised[raised.index(chosen)]
        self.raised.remove(part)
        return part

    def choice(self, raised: tuple[Raised, ...]) -> Any:
        """What the function returns. Raises `PolicyError` if it raises, or is a coroutine."""
        self.deciding = True
        try:
            chosen = self._policy(raised, self._clock())
        except (KeyboardInterrupt, PolicyError):
            raise
        except BaseException as error:  # a SystemExit as well: it would end all without a word
            told = in_words(error)
            raise PolicyError(f"{self.label} raised {told}{self._where(error)}") from error
        finally:
            self.deciding = False
        if inspect.iscoroutine(chosen):
            chosen.close()
            raise PolicyError(
                f"{self.label} is written with async def: write it with def{self._where()}"
            )
        return chosen

    def _where(self, error: BaseException | None = None) -> str:
        """Its file, and the line that raised the error; else the one that it begins with."""
        if self.code is None:
            return ""
        file = self.code.co_filename
        raised = line_in(file, error) if error is not None else None
        return f" ({raised or f'{file}:{self.code.co_firstlineno}'})"


def _code_of(policy: Policy) -> CodeType | None:
    """Of the function, or of the method that makes an object callable; None: it is not Python."""
    method = getattr(type(policy), "__call__", None)  # noqa: B004
    for function in (policy, method):
        code = getattr(function, "__code__", None)
        if isinstance(code, CodeType):
            return code
    return None


def _deadline(part: Part) -> float:
    patience = part.dish.patience
    return INFINITY if patience is None else part.dish.placed + patience


def _burns_at(part: Part) -> float:
    return part.burns_at


def _raised(part: Part, hands_left: float) -> Raised:
    dish = part.dish
    return Raised(
        part.order, part.number, dish.recipe.name, part.since, _deadline(part), _burns_at(part),
        hands_left,
    )  # fmt: skip


POLICIES: Mapping[str, str] = {
    "fifo": "first come, first served: asyncio's own ready queue",
    "deadline": "the customer whose patience ends first",
    "shortest": "the dish with the least hands-on work left",
    "burning-first": "what burns, or will burn soonest; else first come, first served",
    "player": "nobody moves until you say so",
}
"""The policies that have a name, and what each does."""


def make_queue(
    policy: str | Policy, hands_left: Callable[[Part], float], clock: Callable[[], float]
) -> Queue:
    """The queue of that policy. Raises `PolicyError` for a name that there is not."""
    if callable(policy):
        return ByFunction(policy, hands_left, clock)
    if not isinstance(policy, str) or policy not in POLICIES:
        raise PolicyError(nearest("policy", policy, POLICIES))
    if policy == "fifo":
        return Fifo()
    if policy == "player":
        return ByPlayer()
    return ByKey(
        {"deadline": _deadline, "shortest": hands_left, "burning-first": _burns_at}[policy]
    )


def policy_name(policy: str | Policy) -> str:
    return policy if isinstance(policy, str) else str(getattr(policy, "__name__", "custom"))
