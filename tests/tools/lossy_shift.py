"""A shift in which, first come, first served, much is lost within a few seconds: from 397 s on food
spoils, a guest leaves, and food burns."""

from __future__ import annotations

from kitchen import Order, Shift
from kitchen.menu import menu

MUCH_IS_LOST = 396.5
"""Seconds of kitchen time: just before."""

ORDERS = (
    (5.0, "roast_chicken", 580.0),
    (15.0, "pizza", 540.0),
    (40.0, "tomato_soup", 700.0),
    (135.0, "risotto", 540.0),
    (160.0, "roast_chicken", 700.0),
    (160.0, "steak", 520.0),
    (180.0, "tomato_soup", 220.0),
    (185.0, "risotto", 260.0),
    (195.0, "tomato_soup", 780.0),
)
"""When, what, and how long its guest waits."""


def lossy_shift() -> Shift:
    dishes = menu()
    orders = [Order(at, dishes[dish], patience=waits) for at, dish, waits in ORDERS]
    return Shift(orders, {"hob": 4, "oven": 2}, name="lossy", title="A bad night", tempo=10.0)
