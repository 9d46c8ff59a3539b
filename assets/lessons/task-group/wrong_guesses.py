"""6 minutes are not enough for the egg. Who guesses a time is wrong one day."""

change = [1]
