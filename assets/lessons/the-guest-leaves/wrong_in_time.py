"""Served in time: the guest is happy. Let the rice go in later."""

too_late = [1, 2, 1, 2]
