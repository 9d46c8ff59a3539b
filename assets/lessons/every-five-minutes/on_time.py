import asyncio

from kitchen import hands

STIRS = [20, 400, 10, 30]


def clock(seconds: float) -> str:
    return f"{seconds // 60:.0f}:{seconds % 60:02.0f}"


async def risotto() -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    for n, seconds in enumerate(STIRS):
        await asyncio.sleep(start + n * 300 - loop.time())
        print("Stir at", clock(loop.time() - start))
        hands("stir", seconds)


asyncio.run(risotto())
