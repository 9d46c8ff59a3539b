"""
One chef pulled, and the other looked on: two pairs of hands help only if both have something to do.
"""

noodles = [(0.0, 1), (300.0, 2)]
