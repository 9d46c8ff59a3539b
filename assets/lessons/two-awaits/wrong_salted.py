"""`salt` waits ten seconds before "Salted." comes. Who is in line meanwhile?"""

really = ["A pinch of salt.", "Salted.", "Egg is on.", "Egg!"]
