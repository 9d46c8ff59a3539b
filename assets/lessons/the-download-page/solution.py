"""One page as a task, the other by `main` itself."""

change = [0]
