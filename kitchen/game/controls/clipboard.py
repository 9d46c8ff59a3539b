"""The clipboard of the system, where there is one."""

from __future__ import annotations

import pygame

from kitchen.terminal import printable


def put_on_clipboard(text: str) -> bool:
    """Put a line on it; False: there is none. It may be pasted into a terminal: nothing goes there
    that one obeys."""
    try:
        pygame.scrap.put_text(printable(text))
    except (pygame.error, AttributeError, NotImplementedError):
        return False
    return True


def pasted() -> str:
    """What is on it; nothing where there is none."""
    try:
        return pygame.scrap.get_text()
    except (pygame.error, AttributeError, NotImplementedError):
        return ""
