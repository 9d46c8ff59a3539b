"""The race: two to four kitchens with the same orders, side by side on one clock in one window.

`screen` holds it together; `lane` draws one kitchen, `lead` says who leads, `timebar` is the clock
to be dragged, `finish` the closing comparison, `chooser` the card on which the kitchens are chosen.
"""
