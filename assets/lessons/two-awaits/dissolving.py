import asyncio


async def egg():
    print("Egg is on.")
    await asyncio.sleep(420)
    print("Egg!")


async def salt():
    print("A pinch of salt.")
    await asyncio.sleep(10)


async def main():
    order = asyncio.create_task(egg())
    await salt()
    print("Salted.")
    await order


asyncio.run(main())
