"""The evening was over before the bread: `asyncio.run` cancels what is left, and says nothing."""

change = [0]
