"""There is no `hen` to wait for: nobody was hired."""

change = [1]
