"""Wait for it."""

change = [0]
