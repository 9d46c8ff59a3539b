"""Stuck again: a steak holds the tongs and waits for the board, the fish has that and waits for the
tongs."""

arrange = """
async def fish() -> None:
    async with board, tongs:
        fillet()
        await salt()
        turn()
"""
