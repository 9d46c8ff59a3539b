"""Mishaps: what goes wrong in a recipe, told in one line, and errors that nobody is there to
catch."""

from __future__ import annotations

import asyncio
from typing import Any, Protocol

from kitchen.errors import KitchenError, RecipeError
from kitchen.loop.await_chain import UNKNOWN
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.worker import WORKER
from kitchen.sim.words import given_to, in_words, line_in, named
from kitchen.sim.work.claim import Claimant


def explained(dish: Claimant, error: BaseException) -> RecipeError:
    """What a recipe has raised, in one line."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    file = dish.recipe.place[0]
    where = line_in(file, error)
    if not isinstance(error, RecipeError):
        where = where or line_in(None, error) or dish.recipe.where
        told = RecipeError(f"{dish.label} raised {in_words(error)} ({where})")
    elif where is not None and file not in str(error):
        told = RecipeError(f"{error} ({where})")
    else:
        return error
    told.__cause__ = error
    return told


def never_ended(dish: Claimant, task: asyncio.Task[Any]) -> RecipeError | None:
    """The recipe has ended before a task that it gave to a function of asyncio's, and did not
    await what that returned."""
    if not (given := given_to(task)):
        return None
    return RecipeError(
        f"{dish.label} forgot to await {given}({named(task)}, ...): it never ended "
        f"({dish.recipe.where})"
    )


def cancelled_by_itself(dish: Claimant, error: asyncio.CancelledError) -> RecipeError:
    where = line_in(dish.recipe.place[0], error) or dish.recipe.where
    return RecipeError(
        f"{dish.label} was cancelled and its customer still waits: it cancelled its own task, or "
        f"what it awaited was cancelled ({where})"
    )


def no_coroutine(dish: Claimant) -> RecipeError:
    how = "a recipe is written with async def, and without yield"
    return RecipeError(f"{dish.label}: {how} ({dish.recipe.where})")


def too_many_tasks(dish: Claimant, most: int) -> RecipeError:
    return RecipeError(
        f"{dish.label} starts a task while {most} that recipes have started go on "
        f"({dish.recipe.where})"
    )


class Failing(Protocol):
    """A kitchen whose shift can be ended."""

    loop: KitchenLoop

    def fail(self, error: KitchenError) -> None:
        """The shift cannot go on."""


class Mishaps:
    """A loop's exception handler: an error in a callback, or one that nobody asked for, ends the
    shift of the dish that it came from, or of all ``kitchens`` where that is not known."""

    def __init__(self) -> None:
        self.kitchens: list[Failing] = []
        self._told = False

    @classmethod
    def watch(cls, kitchen: Failing) -> None:
        """Handle those of its loop, unless somebody else does."""
        loop = kitchen.loop
        if loop.get_exception_handler() is None:
            loop.set_exception_handler(cls())
        handler = loop.get_exception_handler()
        if isinstance(handler, cls):
            handler.kitchens.append(kitchen)

    def __call__(self, loop: KitchenLoop, context: dict[str, Any]) -> None:
        error, dish = context.get("exception"), _dish_of(context)
        if error is None:  # a task that everybody has forgotten: the first of many, maybe
            if not self._told:
                self._told = True
                loop.default_exception_handler(context)
        elif isinstance(error, asyncio.CancelledError):
            pass  # of what a dish has left behind
        elif dish is not None:
            dish.fail(error)
        else:
            for kitchen in self.kitchens:
                where = line_in(None, error) or UNKNOWN
                kitchen.fail(RecipeError(f"a dish raised {in_words(error)} ({where})"))


def _dish_of(context: dict[str, Any]) -> Claimant | None:
    """The dish in whose context it happened."""
    own = getattr(context.get("handle"), "_context", None)
    worker: object = (own.get(WORKER) if own is not None else None) or WORKER.get()
    return worker if isinstance(worker, Claimant) else None
