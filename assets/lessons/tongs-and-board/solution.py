"""Fish first, then the steak, then the board for the fish; and the cure: tongs first for all."""

stuck = [2, 1, 2, 1, 2]
arrange = """
async def fish() -> None:
    async with tongs, board:
        hands("fillet", 40)
        await timer("salt", 30)
        hands("turn in the pan", 20)
    print("Fish!")
"""
