"""Stuck again: the steak holds the tongs and waits for the board, the fish has that and waits for
the tongs."""

arrange = """
async def fish() -> None:
    async with board, tongs:
        hands("fillet", 40)
        await timer("salt", 30)
        hands("turn in the pan", 20)
    print("Fish!")
"""
