"""Both are served, but you sat there for longer than the bread took: a guess is no `await`."""

change = [1]
