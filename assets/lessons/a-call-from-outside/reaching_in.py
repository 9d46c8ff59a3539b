import asyncio
import time

from kitchen import hands, timer


async def egg():
    hands("put the egg in", 20)
    await timer("boil", 400)
    hands("peel", 60)
    return "an egg"


def hall(loop):
    time.sleep(30)
    call = loop.create_task(egg())
    print(f"Hall: got {call.result()}")


async def main():
    await asyncio.to_thread(hall, asyncio.get_running_loop())


asyncio.run(main())
