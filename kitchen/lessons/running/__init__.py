"""Running: the program of a lesson, and all there is to see of its run.

A `program` is made ready, a `run` cooks it on a kitchen's loop, `tables` tells its dishes apart, a
`trace` follows its lines, `belltold` the timers that it sets by itself; `verbs` is what it may do
with its kitchen. Nothing here knows a lesson.
"""
