"""Every plate is served, but with one pair of feet: each needs 2:00."""

write = """
import asyncio

from kitchen import hands, timer

window = asyncio.Queue(maxsize=2)


async def cook() -> None:
    for number in (1, 2, 3, 4):
        hands("dish up", 20)
        await window.put(number)


async def waiter(name: str) -> None:
    while True:
        number = await window.get()
        await timer("carry", 120)
        print("Plate", number, "is served")
        window.task_done()


async def evening() -> None:
    tasks = [asyncio.create_task(waiter(name)) for name in ("Wim",)]
    await cook()
    await window.join()
    print("Closed")
    for task in tasks:
        task.cancel()


asyncio.run(evening())
"""
