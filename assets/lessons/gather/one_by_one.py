import asyncio


async def cook(dish, seconds):
    print(dish, "is on.")
    await asyncio.sleep(seconds)
    print(dish, "is done.")
    return dish


async def main():
    soup = await cook("Soup", 300)
    egg = await cook("Egg", 420)
    toast = await cook("Toast", 120)
    print("Tray:", soup, egg, toast)


asyncio.run(main())
