"""
There was an `await`, but nothing to wait for: `salt` goes on at once, and the hands stay with it.
"""

predict = ["Egg is on.", "A pinch of salt.", "Salted.", "Egg!"]
