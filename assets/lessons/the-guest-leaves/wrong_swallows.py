"""The risotto swallowed the `CancelledError`, so the table thought that all was well, and served a
guest who had left."""

arrange = """
async def risotto() -> None:
    hands("rice in the pan", 30)
    try:
        await timer("simmer", 300)
        print("Risotto!")
    except asyncio.CancelledError:
        hands("gas off", 10)
        print("Gas off.")
        return
"""
