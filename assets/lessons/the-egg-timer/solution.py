"""The limit around the wait, and what comes out of it caught."""

change = [0, 1]
