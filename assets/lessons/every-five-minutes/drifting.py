import asyncio

from kitchen import hands


def clock(seconds: float) -> str:
    return f"{seconds // 60:.0f}:{seconds % 60:02.0f}"


async def risotto() -> None:
    loop = asyncio.get_running_loop()
    start = loop.time()
    for _ in range(3):
        print("Stir at", clock(loop.time() - start))
        hands("stir", 20)
        await asyncio.sleep(300)


asyncio.run(risotto())
