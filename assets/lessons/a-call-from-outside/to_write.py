import asyncio
import time

from kitchen import hands, timer


async def egg():
    hands("put the egg in", 20)
    await timer("boil", 400)
    hands("peel", 60)
    return "an egg"


def hall(loop):
    pass


async def main():
    await asyncio.to_thread(hall, asyncio.get_running_loop())


asyncio.run(main())
