"""The screen of a lesson: its steps in the bar, on the left what the player does, on the right the
kitchen that runs what they have built.

Each kind of step has a panel of its own (a `StepPanel`, listed in `panels`); whatever it is, the
answer goes to `kitchen.lessons.judge`, and its run is shown by the same clock, strips and paper.
"""
