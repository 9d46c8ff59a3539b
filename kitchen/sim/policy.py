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
from types import CodeType
from typing import TYPE_CHECKING, Any, Protocol

from kitchen.errors import PolicyError, nearest
from kitchen.plain import Shortly
from kitchen.sim.work.mishaps import in_words, line_in

if TYPE_CHECKING:
    from kitchen.sim.work.dish import Dish
    from kitchen.sim.work.part import Part

INFINITY = float("inf")

_SHORT = Shortly()
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
        """Empty if, and only if, no hand is up."""

    push: Callable[[Part], object]

    pop: Callable[[], Part | None]
    """Take out the hand that gets the chef; None if all must go on waiting. Only while a hand is
    up."""

    def discard(self, part: Part) -> None:
        """Take out a hand that is up."""

    def hands(self) -> list[Part]:
        """All hands that are up, longest up first."""


class Hands:
    """Raised hands as they went up.

    A hand that was discarded stays among them until it comes to the front or such hands are most of
    all: to find its place would take long where many are up.
    """

    def __init__(self) -> None:
        self.raised: deque[Part] = deque()
        """The first of them is up."""
        self.push: Callable[[Part], object] = self.raised.append
        self._gone: dict[Part, int] = {}
        """How often, from the front on, a part stands among them that was discarded."""
        self._discarded = 0

    def discard(self, part: Part) -> None:
        self._gone[part] = self._gone.get(part, 0) + 1
        self._discarded += 1
        if 2 * self._discarded > len(self.raised) + 100:
            up = self.hands()
            self.raised.clear()
            self.raised.extend(up)
            self._gone.clear()
            self._discarded = 0
        self._clear_front()

    def _clear_front(self) -> None:
        raised, gone = self.raised, self._gone
        while raised and (times := gone.get(raised[0])):
            part = raised.popleft()
            self._discarded -= 1
            if times > 1:
                gone[part] = times - 1
            else:
                del gone[part]

    def hands(self) -> list[Part]:
        gone, up = dict(self._gone), []
        for part in self.raised:
            if times := gone.get(part):
                gone[part] = times - 1
            else:
                up.append(part)
        return up


class Fifo(Hands):
    """First come, first served: asyncio's own ready queue."""

    def __init__(self) -> None:
        super().__init__()
        self.pop: Callable[[], Part | None] = self.raised.popleft

    def discard(self, part: Part) -> None:
        super().discard(part)
        self.pop = self._first

    def _first(self) -> Part:
        part = self.raised.popleft()
        self._clear_front()
        if not self._gone:
            self.pop = self.raised.popleft  # which is quicker
        return part


class ByKey:
    """The hand with the smallest key first. The key may not change while the hand is up."""

    def __init__(self, key: Callable[[Part], float]) -> None:
        self._key = key
        self._serial = 0
        self.raised: dict[Part, int] = {}
        """With their serials."""
        self._heap: list[tuple[float, int, Part]] = []
        """Hands that were discarded may still stand in it."""
        self.push: Callable[[Part], object] = self._push
        self.pop: Callable[[], Part | None] = self._pop

    def _push(self, part: Part) -> None:
        self._serial = self.raised[part] = serial = self._serial + 1
        heapq.heappush(self._heap, (self._key(part), serial, part))

    def _pop(self) -> Part:
        raised = self.raised
        while True:
            _, serial, part = heapq.heappop(self._heap)
            if raised.get(part) == serial:
                del raised[part]
                return part

    def discard(self, part: Part) -> None:
        del self.raised[part]
        if len(self._heap) > 100 + 2 * len(self.raised):
            self._heap = [entry for entry in self._heap if self.raised.get(entry[2]) == entry[1]]
            heapq.heapify(self._heap)

    def hands(self) -> list[Part]:
        return list(self.raised)


class ByPlayer(Hands):
    """Nobody moves until the player says so."""

    def __init__(self) -> None:
        super().__init__()
        self.pop: Callable[[], Part | None] = self._nobody

    def _nobody(self) -> None:
        return None


class ByFunction:
    """A user's function decides.

    What it is shown of a hand is made once, when the hand goes up, and anew only where the dish has
    other tasks that may have worked since. For each choice there remains a tuple of all hands that
    are up, some nanoseconds for each: less than any function takes that looks at them all.
    """

    def __init__(
        self, policy: Policy, hands_left: Callable[[Part], float], clock: Callable[[], float]
    ) -> None:
        self.raised: dict[Part, Raised] = {}
        """The hands that are up, as they are shown to it."""
        self.push: Callable[[Part], object] = self._push
        self.pop: Callable[[], Part | None] = self._pop
        self._policy = policy
        self._hands_left = hands_left
        self._clock = clock
        self._parts: dict[tuple[int, int], Part] = {}
        """By order and part: the hands that are up."""
        self._shared: dict[Dish, float] = {}
        """Dishes of several tasks, and the hands-on seconds that their hands are shown with."""
        self.label = f"policy {getattr(policy, '__name__', type(policy).__name__)}"
        self.code: CodeType | None = _code_of(policy)
        self.deciding = False
        """The function is being called."""

    def _push(self, part: Part) -> None:
        self.raised[part] = _raised(part, self._hands_left(part))
        self._parts[part.order, part.number] = part
        if part.dish.made > 1:
            self._shared[part.dish] = -1.0

    def _pop(self) -> Part | None:
        self._renew()
        raised = tuple(self.raised.values())
        chosen = self.choice(raised)
        part = self._part(chosen)
        if part is None:
            raise PolicyError(
                f"{self.label} returned {_SHORT.repr(chosen)}, which is not one of the "
                f"{len(raised)} raised hands it was given{self._where()}"
            )
        self.discard(part)
        return part

    def _renew(self) -> None:
        """See what hands-on work is left of dishes of several tasks."""
        for dish, worked in list(self._shared.items()):
            if dish.over:
                del self._shared[dish]
            elif dish.worked != worked:
                self._shared[dish] = dish.worked
                for part in dish.parts:
                    if part in self.raised:
                        self.raised[part] = _raised(part, self._hands_left(part))

    def _part(self, chosen: object) -> Part | None:
        """The hand that it is, or equals; None: it is none of those that are up."""
        if type(chosen) is not Raised:
            return None
        try:
            part = self._parts.get((chosen.order, chosen.part))
        except TypeError:  # made up, and of things that no dictionary takes
            return None
        return part if part is not None and self.raised[part] == chosen else None

    def discard(self, part: Part) -> None:
        del self.raised[part], self._parts[part.order, part.number]

    def hands(self) -> list[Part]:
        return list(self.raised)

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
