"""Ada holds the knife and waits for the knife: a lock does not know that it is hers already, and
asyncio's never lets its holder in twice."""

change = [0, 2]
