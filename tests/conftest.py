"""What all tests share: asynchronous tests run on the kitchen loop, on kitchen time."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Mapping

import pytest

from kitchen.loop.loop import KitchenLoop

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# Where that is set, as it is in many containers, each of the hundreds of processes that tests start
# would compile all that it imports anew, and so would every worker.


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Item
) -> Mapping[str, Callable[[], KitchenLoop]]:
    """The loop of every ``async def`` test, by pytest-asyncio's hook: one that sleeps for hours in
    no time, and raises `kitchen.Stalled` instead of hanging."""
    return {"kitchen": KitchenLoop}


def pytest_collection_finish() -> None:
    """Whatever has been made up to now lasts to the end: no search for garbage goes through it."""
    gc.collect()
    gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-pictures", action="store_true", help="draw the golden pictures anew")
