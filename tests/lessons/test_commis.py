"""Threads of a program beside the chef's hands: they are sent when the hands have come so far."""

from __future__ import annotations

from kitchen.lessons.running.program import Program
from kitchen.lessons.running.run import run

SENDS = """
import asyncio
import time

from kitchen import hands


async def main() -> None:
    loop = asyncio.get_running_loop()

    def call() -> None:
        loop.call_soon_threadsafe(lambda: print("called at", loop.time()))

    hands("fetch", 30)
    await asyncio.to_thread(call)
    print("back at", loop.time())
    hands("fetch", 20)
    await asyncio.to_thread(time.sleep, 240)
    print("slept until", loop.time())


asyncio.run(main())
"""


def test_a_thread_is_sent_when_the_hands_that_send_it_are_done() -> None:
    found = run(Program(SENDS))
    assert found.trouble is None
    assert found.prints == ["called at 30.0", "back at 30.0", "slept until 290.0"]
    assert [line.t for line in found.printed] == [30.0, 30.0, 290.0]
