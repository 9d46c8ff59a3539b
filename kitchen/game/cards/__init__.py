"""Cards that lie over any screen: help, settings, the recipe book.

Each is a `CardOverlay` that knows the game and no screen of it; every screen may open it. A new
card goes here when more than one screen shows it.
"""
