"""The gas went off before anything had simmered."""

arrange = """
async def risotto() -> None:
    hands("rice in the pan", 30)
    hands("gas off", 10)
    print("Gas off.")
    await timer("simmer", 300)
    print("Risotto!")
"""
