"""Bare hands in the pan, or two on one board: work that stands outside the block is behind no
lock."""

arrange = """
async def fish() -> None:
    fillet()
    await salt()
    async with tongs, board:
        turn()
"""
