"""Pin the salt up as well: it stands in line behind the egg."""

change = [0]
