"""Bounds: how large a number may be that a user gives us, far above what any kitchen needs.

Within them a shift takes the memory and the time that it seems to; beyond, a slip of the finger
would fill the machine, or come out as infinity.
"""

from __future__ import annotations

LATEST = 1e12
"""Seconds of kitchen time after which nothing is done any more: 30 thousand years. So late, numbers
still tell tenths of a second apart, and nothing that is reckoned from them is infinite."""

LARGEST = 1e12
"""Dollars, weights, factors, or whatever else a number counts."""

LEAST_WEIGHT = 1e-12
"""Of a dish among those that come by chance."""

MOST = 10_000
"""Chefs of a kitchen, and places of one kind of station."""

MOST_ORDERS = 1_000_000
"""Orders of a shift, those included that come by chance: a quarter of a gigabyte."""

MOST_FACTS = 10_000_000
"""Facts that are kept of all kitchens that are run together: a gigabyte. With forty each, as a
large dish has, they are those of 250,000 orders. Of facts that go as they come about there may be
any number."""

MOST_TASKS = 250_000
"""Tasks that recipes have started and that have not ended, at once in one kitchen: half a
gigabyte."""

LARGEST_SEED = 2**63
"""A seed fits into 64 bits, as the whole numbers of TOML and of the log do."""
