"""Hand the function to a thread, and await what comes of it."""

change = [1]
