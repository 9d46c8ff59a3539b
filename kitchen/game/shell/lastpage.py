"""The last page: where in the book the player was last."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class LastPage:
    """``spread`` is the index of the open pages, None: none were opened in this sitting; ``name``
    that of the card last touched."""

    spread: int | None = None
    name: str = ""
