"""`salt` waits ten seconds before that. Who is in line meanwhile?"""

really = ["A pinch of salt.", "Salted.", "Egg is on.", "Egg!"]
