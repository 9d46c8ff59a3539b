"""The lock goes around the look, the wait and the act: around the whole of `take`."""

change = [2]
