"""The bread rose by itself. But five onions in one go are a wall: the egg had no gap to come in."""

change = [0, 1]
