import asyncio

from kitchen import hands, timer

window = asyncio.Queue(maxsize=2)


async def cook() -> None:
    for number in (1, 2, 3):
        hands("dish up", 20)
        await window.put(number)
        print("Plate", number, "is on the pass")


async def waiter() -> None:
    while True:
        number = await window.get()
        await timer("carry", 120)
        print("Plate", number, "is served")
        window.task_done()


async def evening() -> None:
    carrying = asyncio.create_task(waiter())
    await cook()
    await window.join()
    carrying.cancel()
    print("Closed")


asyncio.run(evening())
