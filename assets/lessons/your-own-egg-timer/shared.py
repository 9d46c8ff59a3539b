import asyncio


async def egg(bell):
    print("Egg:", await bell)


async def toast(bell):
    await asyncio.sleep(500)
    print("Toast:", await bell)


async def main():
    loop = asyncio.get_running_loop()
    bell = loop.create_future()
    loop.call_later(400, bell.set_result, "Ding!")
    await asyncio.gather(egg(bell), toast(bell))


asyncio.run(main())
