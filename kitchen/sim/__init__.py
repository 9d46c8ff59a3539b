"""The rules: how a kitchen cooks, and how that is told and seen. No files, no wall clock, no chance
but the seeded one, no pygame; the standard library, msgspec and the loop alone.

`shift/` is what is asked, `work/` how it is cooked, `view/` how it is seen; what they share stands
here: commands go in, facts come out, policies choose. Everybody above may know it. A new thing that
happens is a class in `facts.py`, a new wish of the player one in `commands.py`.
"""
