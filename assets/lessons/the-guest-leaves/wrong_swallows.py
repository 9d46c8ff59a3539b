"""The risotto swallowed the `CancelledError`, so the table thought that all was well, and served a
guest who had left."""

arrange = """
async def risotto() -> None:
    hands("rice in the pan", 30)
    try:
        await timer("simmer", 300)
        print("Risotto!")
    except asyncio.CancelledError:
        print("Gas off.")
        return
"""
