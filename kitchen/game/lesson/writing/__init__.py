"""Writing: the step in which a program is written in an editor of the player's own.

`write` is its panel, `writing` what happens behind it: the file, its versions, what came of each.
"""
