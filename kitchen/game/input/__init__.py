"""Input: keys, buttons of gamepads and clicks as intents, and what a player wants as actions.

`bindings` says which key is which `Intent` where; `actions` are what a service obeys. It draws
nothing and knows no kitchen. A new key is an intent in `intents` with its words and its bindings.
"""
