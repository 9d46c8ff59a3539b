"""A user's policy: the ready queue asks a function of the user's which hand gets the next chef."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from types import CodeType
from typing import Any

from kitchen.errors import PolicyError
from kitchen.plain import Shortly
from kitchen.sim.policy import Policy, Raised
from kitchen.sim.words import in_words, line_in
from kitchen.sim.work.dish import Dish, DishPart

_SHORT = Shortly()
"""Of whatever a policy returns: in one piece if it is a hand, and in words if its own fails."""
_SHORT.maxother = 300


class ByFunction:
    """A user's function decides.

    What it is shown of a hand is made once, when the hand goes up, and anew only where the dish has
    other tasks that may have worked since. For each choice there remains a tuple of all hands that
    are up, some nanoseconds for each: less than any function takes that looks at them all.
    """

    def __init__(self, policy: Policy, clock: Callable[[], float]) -> None:
        self.raised: dict[DishPart, Raised] = {}
        """The hands that are up, as they are shown to it."""
        self.push: Callable[[DishPart], object] = self._push
        self.pop: Callable[[], DishPart | None] = self._pop
        self._policy = policy
        self._clock = clock
        self._parts: dict[tuple[int, int], DishPart] = {}
        """By order and part: the hands that are up."""
        self._shared: dict[Dish, float] = {}
        """Dishes of several tasks, and the hands-on seconds that their hands are shown with."""
        self.label = f"policy {getattr(policy, '__name__', type(policy).__name__)}"
        self.code: CodeType | None = _code_of(policy)
        self.deciding = False
        """The function is being called."""

    def _push(self, part: DishPart) -> None:
        self.raised[part] = _raised(part)
        self._parts[part.order, part.number] = part
        if part.dish.made > 1:
            self._shared[part.dish] = -1.0

    def _pop(self) -> DishPart | None:
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
                        self.raised[part] = _raised(part)

    def _part(self, chosen: object) -> DishPart | None:
        """The hand that it is, or equals; None: it is none of those that are up."""
        if type(chosen) is not Raised:
            return None
        try:
            part = self._parts.get((chosen.order, chosen.part))
        except TypeError:  # made up, and of things that no dictionary takes
            return None
        return part if part is not None and self.raised[part] == chosen else None

    def discard(self, part: DishPart) -> None:
        del self.raised[part], self._parts[part.order, part.number]

    def hands(self) -> list[DishPart]:
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


def _raised(part: DishPart) -> Raised:
    return Raised(
        part.order, part.number, part.dish.recipe.name, part.since, part.deadline, part.burns_at,
        part.hands_left,
    )  # fmt: skip
