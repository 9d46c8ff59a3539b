import asyncio


async def my_coroutine():
    print("Start")
    await asyncio.sleep(1)
    print("End")


asyncio.run(my_coroutine())
