"""Knead before the rice goes in; clean up in `finally`, and let the error through."""

too_late = [2, 1, 1, 1, 2]
arrange = """
async def risotto() -> None:
    hands("rice in the pan", 30)
    try:
        await timer("simmer", 300)
        print("Risotto!")
    finally:
        hands("gas off", 10)
        print("Gas off.")
"""
