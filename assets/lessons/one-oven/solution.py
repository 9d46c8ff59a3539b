"""One semaphore for all, with two places, held while it bakes."""

change = [0, 2]
