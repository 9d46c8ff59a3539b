"""How it is cooked: a kitchen, its brigade, dishes and their parts, stations and timers.

Commands come in and facts go out; who wants to see something reads the facts, so `view/` is not
known here, nor does it know this. `kitchen.runs` makes kitchens, and whoever else needs one asks
there. A new thing that a recipe can do is a method of its cook, and a file here if it has a life of
its own.
"""
