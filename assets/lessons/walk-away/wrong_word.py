"""Another word is printed, and the chef still stays at each pot."""

change = [1]
