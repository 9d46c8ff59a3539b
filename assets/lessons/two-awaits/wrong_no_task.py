"""Now the egg is no task: it does not even stand in line, and begins at `await order`."""

change = [1]
