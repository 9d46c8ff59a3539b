"""There is no `hen` to wait for: the chicken was never made a task."""

change = [1]
