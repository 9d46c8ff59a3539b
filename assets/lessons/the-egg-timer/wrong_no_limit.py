"""You waited ten minutes for a lemon: nothing set a limit."""

change = [1]
