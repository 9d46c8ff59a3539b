"""The shell: what every screen has. The window, the frames, overlays, cards, menus, toasts.

`screen` bridges asyncio and pygame, `game` holds what all screens share, `options` what the command
line asked for. It knows no screen; every screen knows it. What a second screen needs as well, and
is no drawing alone, goes here.
"""
