"""Everybody made an oven of their own at the door: a semaphore that nobody shares limits nobody."""

change = [1]
