"""How it is seen: what a kitchen is like at a moment, folded from its facts.

Screens, reports, replays and tests read this, and nothing of `work/`, which it does not know. A new
fact has a method in `kitchenview.py` that folds it; a new figure to be earned goes to `score.py`,
what can be lost to `losses.py`.
"""
