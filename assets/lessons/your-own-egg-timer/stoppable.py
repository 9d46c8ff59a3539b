import asyncio


class EggTimer:
    """`await` it: it gives "Ding!" after so many seconds, or "Stopped" as soon as it is stopped."""

    def __init__(self, seconds):
        self.seconds = seconds

    def __await__(self):
        loop = asyncio.get_running_loop()
        ring = loop.create_future()
        loop.call_later(self.seconds, ring.set_result, "Ding!")
        return ring.__await__()

    def stop(self): ...


async def egg(timer):
    print("Egg:", await timer)


async def toast(timer):
    print("Toast:", await timer)


async def main():
    long, short = EggTimer(600), EggTimer(120)
    boiling = asyncio.create_task(egg(long))
    await toast(short)
    await asyncio.sleep(180)
    long.stop()
    await boiling
    await asyncio.sleep(60)


asyncio.run(main())
