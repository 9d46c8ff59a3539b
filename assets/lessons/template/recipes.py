import asyncio

from kitchen import hands, timer


async def tea() -> None:
    hands("fill the kettle", 20)  # the chef's hands are full for 20 seconds of kitchen time
    print("Kettle is on.")
    await timer("boil", 180)  # nobody's hands are needed: the chef may leave
    hands("pour", 10)
    print("Tea!")


async def toast() -> None:
    hands("slice the bread", 30)
    print("Toast is in.")
    await timer("toast", 120)
    hands("butter it", 20)
    print("Toast!")


async def breakfast() -> None:
    await tea()
    await toast()
    print("Breakfast!")


asyncio.run(breakfast())
