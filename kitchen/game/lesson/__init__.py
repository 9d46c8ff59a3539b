"""The screen of a lesson: its steps in the bar, on the left what the player does, on the right the
kitchen that runs what they have built.

Each kind of step has a panel of its own (a `StepPanel`, listed in `panels`); whatever it is, the
answer goes to `kitchen.lessons.judge`, and its run is shown by the same clock, strips and paper.

What is cooked by hand is a service on a screen of its own (`cooking`), with the card of its lesson
over it (`cookcard`, whose words are `cooksays`) and an end of its own (`cookend`). A `Stove` goes
from one try to the next, an `Attempt` is one of them.
"""
