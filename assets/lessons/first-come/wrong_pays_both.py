"""You waited for both, and paid both: `wait` comes back at the first only if it is told to."""

arrange = """
async def lemons() -> None:
    ada = asyncio.create_task(courier("Ada", 500))
    ben = asyncio.create_task(courier("Ben", 240))
    done, late = await asyncio.wait([ada, ben])
    for ride in late:
        ride.cancel()
    print("Paid:", *sorted(ride.result() for ride in done))
    await cake()
"""
