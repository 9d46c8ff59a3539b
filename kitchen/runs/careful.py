"""Kitchens run to their end with care: no recipe may block for ever, or leave anything behind."""

from __future__ import annotations

import contextlib
import gc
import warnings
from collections.abc import Callable, Iterable, Iterator

from kitchen.errors import PolicyError, RecipeError
from kitchen.loop.loop import KitchenLoop
from kitchen.loop.nested import no_loop_running
from kitchen.loop.stall import Stalled
from kitchen.sim.work.kitchen import Kitchen
from kitchen.sim.work.mishaps import explained
from kitchen.usercode.tampering import no_tampering
from kitchen.usercode.watchdog import watched
from kitchen.usercode.watching import Watch, abandon

COLLECT_EVERY = 100_000
"""Objects that come and stay between two collections while a shift runs."""


Check = Callable[[], object]


def play_out(loop: KitchenLoop, kitchens: list[Kitchen], checks: Iterable[Check] = ()) -> None:
    """Open the kitchens and run the loop until all have closed; leave nothing behind. ``checks``
    are called now and then, as `KitchenLoop.checks` are, after those of the kitchens."""
    with no_loop_running():  # a notebook, or the game, has one running
        _play_out(loop, kitchens, checks)


def _play_out(loop: KitchenLoop, kitchens: list[Kitchen], checks: Iterable[Check]) -> None:
    try:
        with careful(kitchens), few_collections(), no_tampering():
            for kitchen in kitchens:
                kitchen.open()
            loop.checks += checks
            try:
                for kitchen in kitchens:
                    loop.run_until_complete(kitchen.done)
            except Stalled:
                _see_why(kitchens)
                raise
    finally:
        loop.close()


@contextlib.contextmanager
def careful(kitchens: list[Kitchen]) -> Iterator[None]:
    """While recipes run: no step may block for ever, and no coroutine may be forgotten. At the end
    the kitchens are left: what their recipes have begun is closed, and that may not block either.
    """
    with warnings.catch_warnings(record=True) as caught, watched(kitchens) as watch:
        warnings.simplefilter("always", RuntimeWarning)
        try:
            yield
        except BaseException as error:
            watch.failed(error)
            raise
        finally:
            warnings.simplefilter("ignore")
            _leave(kitchens, watch)
    for warning in caught:
        text = str(warning.message)
        if "was never awaited" in text:
            name = text.split("'")[1] if "'" in text else "a coroutine"
            raise RecipeError(
                f"{name}() was called without await: it never happened "
                f"({warning.filename}:{warning.lineno})"
            )


def _leave(kitchens: list[Kitchen], watch: Watch) -> None:
    """Drop what their recipes have begun. What was wrong before counts, whatever comes of that."""
    try:
        for kitchen in kitchens:
            kitchen.sweep(watch.enough)
        kitchens[0].loop.close()
    except KeyboardInterrupt:
        if not watch.told:
            raise
    finally:
        for kitchen in kitchens:
            abandon(kitchen.unclosed)


def _see_why(kitchens: list[Kitchen]) -> None:
    """They have stalled: raise what explains it, if anything does."""
    for kitchen in kitchens:
        for dish in kitchen.dishes.values():
            if error := dish.unheard_error():  # whoever has failed cannot wake the others
                raise explained(dish, error) from None
        if kitchen.policy == "player" and len(kitchen.brigade.queue.raised):
            raise PolicyError(
                "the policy 'player' waits for a player: choose another to run headless"
            ) from None


@contextlib.contextmanager
def few_collections() -> Iterator[None]:
    """While a shift runs: have the collector look for garbage in circles less often.

    A dish that is over leaves none. But the dishes that wait are many, and each time the collector
    runs it walks all that came since the last time, or everything: a third of a long run."""
    thresholds = gc.get_threshold()
    gc.set_threshold(max(COLLECT_EVERY, thresholds[0]) if thresholds[0] else 0, *thresholds[1:])
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
