"""The game: the only place that knows pygame.

A folder for each screen (title, sandbox, service, results), the cards that lie over any of them,
and below these what they share: the shell, the scene and its sounds, signs, and then what knows no
kitchen (controls, input, draw). Imports point down this list; nobody but the command line imports
the game. A new screen is a folder here, and a subclass of `Screen`.
"""

import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # standard output is ours
