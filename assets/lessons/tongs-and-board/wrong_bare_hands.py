"""Bare hands in the pan, or two on one board: work that stands outside the block is behind no
lock."""

arrange = """
async def fish() -> None:
    hands("fillet", 40)
    await timer("salt", 30)
    async with tongs, board:
        hands("turn in the pan", 20)
    print("Fish!")
"""
