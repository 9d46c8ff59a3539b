"""The egg was boiled by the program itself, and it ended before anybody took the chicken."""

change = [0]
