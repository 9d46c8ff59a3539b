"""The program boiled the egg itself, and called "Dinner!" before the chicken was begun."""

change = [0]
