"""Come back at the first, call the other off, pay and bake."""

arrange = """
async def lemons() -> None:
    ada = asyncio.create_task(courier("Ada", 500))
    ben = asyncio.create_task(courier("Ben", 240))
    done, late = await asyncio.wait([ada, ben], return_when=asyncio.FIRST_COMPLETED)
    for ride in late:
        ride.cancel()
    print("Paid:", *sorted(ride.result() for ride in done))
    await cake()
"""
