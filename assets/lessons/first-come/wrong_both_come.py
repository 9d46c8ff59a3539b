"""Ben was paid, and Ada came all the same: `wait` sends nobody home."""

arrange = """
async def lemons() -> None:
    ada = asyncio.create_task(courier("Ada", 500))
    ben = asyncio.create_task(courier("Ben", 240))
    done, late = await asyncio.wait([ada, ben], return_when=asyncio.FIRST_COMPLETED)
    print("Paid:", *sorted(ride.result() for ride in done))
    await cake()
"""
