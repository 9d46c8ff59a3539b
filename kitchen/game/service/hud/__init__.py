"""Around the kitchen: the top bar, the rail of tickets, the goals and the streak.

Each is drawn from a `Moment` with the kit, and names its `target` under a click and its `spots` for
the keys. The service screen builds them. What hangs above or over the scene goes here.
"""
