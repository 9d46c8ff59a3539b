"""Dinner without the chicken: its task was under way, but nobody waited for it."""

change = [0]
