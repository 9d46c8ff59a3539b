"""Runs: kitchens made, played to their end, and told as results.

Here the rules meet a user's code: `careful.py` sees to it that no recipe does harm. `headless.py`
runs a shift as fast as it goes, `service.py` is the four kitchens of a game without its pictures,
`replay.py` cooks a kept game again. The lab, the files, the reports and the game stand above. A new
way to run a kitchen goes here; what is only computed out of results goes to the lab.
"""
