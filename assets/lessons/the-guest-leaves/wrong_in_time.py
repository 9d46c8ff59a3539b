"""Served in time: the guest is happy. Be elsewhere when the risotto wants you."""

too_late = [(0, 1), (0, 1), (150, 2), (150, 2)]
