import asyncio
from collections.abc import Generator
from typing import Any

from kitchen import hands


class EggTimer:
    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def __await__(self) -> Generator[Any, Any, str]:
        loop = asyncio.get_running_loop()
        ring = loop.create_future()
        loop.call_later(self.seconds, ring.set_result, "Ding!")
        return ring.__await__()


async def egg() -> None:
    hands("put the egg in", 20)
    print(await EggTimer(400))
    hands("peel", 60)


asyncio.run(egg())
