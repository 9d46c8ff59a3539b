"""The lab: kitchens computed and studied.

The kitchen of a date, a thoughtful player, a kitchen in a handful of numbers, what binds one, how
it did over time, what it lost and which pick would have saved that. It runs kitchens as anybody
does, and knows no files but the one that the sandbox saves, no tables and no pictures: reports and
the game show what it finds. A new study of shifts or results goes here.
"""
