"""Titles of dishes, in full and as short as there is room for."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from kitchen.english import SIDES


def short_title(title: str, fits: Callable[[str], bool], menu: frozenset[str] = frozenset()) -> str:
    """The most of a dish's title that fits and tells it from the others of the menu.

    ``Roast chicken with lemon`` -> ``Roast chicken`` -> ``Chicken``; beside tomato soup ``Onion
    soup`` becomes ``Onion``, not ``Soup``. What never fits comes back as its shortest form, for the
    caller to cut.
    """
    forms = names(title, menu)
    return next((form for form in forms if fits(form)), min(forms, key=len))


@lru_cache(maxsize=512)
def names(title: str, menu: frozenset[str]) -> tuple[str, ...]:
    """What a dish may be called, the fullest first; what another one may be called, too, last."""
    others = {form for other in menu - {title} for form in _forms(other)}
    mine = _forms(title)
    return tuple(sorted(mine, key=lambda form: form in others))


def _forms(title: str) -> tuple[str, ...]:
    """The title, without its side dishes, then fewer and fewer of its words: rather the last."""
    title = title.rstrip(". ")
    words = SIDES.split(title, maxsplit=1)[0].split()
    spans = [
        " ".join(words[first : first + count])
        for count in range(len(words), 0, -1)
        for first in range(len(words) - count, -1, -1)
    ]
    return tuple(dict.fromkeys([title, *(form[:1].upper() + form[1:] for form in spans)]))
