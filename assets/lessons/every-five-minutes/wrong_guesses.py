"""Round two is on the dot, round three is not: a stir takes now more, now less, and 280 seconds are
a guess."""

write = """
import asyncio

from kitchen import hands

STIRS = [20, 50, 10, 30]


def clock(seconds: float) -> str:
    return f"{seconds // 60:.0f}:{seconds % 60:02.0f}"


async def risotto() -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    for n, seconds in enumerate(STIRS):
        print("Stir at", clock(loop.time() - start))
        hands("stir", seconds)
        await asyncio.sleep(280)


asyncio.run(risotto())
"""
