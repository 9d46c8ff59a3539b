"""Fish first, then the steak, then the board for the fish; and the cure: tongs first for all."""

stuck = [2, 1, 2, 1, 2]
arrange = """
async def fish() -> None:
    async with tongs, board:
        fillet()
        await salt()
        turn()
"""
