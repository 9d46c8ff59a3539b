"""Still 15:00. The bowls take turns now, and the same pair of hands pulls them all."""

change = [0]
