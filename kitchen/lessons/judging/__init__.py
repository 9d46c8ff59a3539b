"""Judging: what an answer comes to.

The `judge` runs whatever was built and gives a verdict; `cardturns` is that of a prediction card by
card, `walk` finds the moments at which a run is stopped. `stars` counts, `sense` finds names
that are nowhere, and the `check` proves a whole lesson. Nothing else decides what is right.
"""
