"""What can wait alone goes first."""

cook = [2, 1, 2]
