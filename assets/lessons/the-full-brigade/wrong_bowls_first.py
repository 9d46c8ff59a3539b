"""The roasts went in when the bowls were done: the ovens stood empty for five minutes."""

cook = [4, 5, 6, 1, 2, 3, 1, 2, 3]
