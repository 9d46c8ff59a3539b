"""All chefs at once, and then no more than are needed."""

cook = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
change = [0, 1]
noodles = [1, 2]
