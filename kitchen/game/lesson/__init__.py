"""The screen of a lesson: its steps in the bar, on the left what the player does, on the right the
kitchen that runs what they have built.

Each kind of step has a panel of its own (a `StepPanel`, listed in `panels`): `building` has those
in which a program is put together, `quiz` those that ask, `writing` the one for a player's own
editor. Whatever it is, the answer goes to `kitchen.lessons.judging.judge`, and its run is `shown`
by the same clock, strips and paper. `parts` is what several of these are made of.

What is cooked by hand is a service on a screen of its own: the folder `stove`.
"""
