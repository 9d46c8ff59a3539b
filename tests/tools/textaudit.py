"""An audit of text: where every word of a picture lies, whatever it was drawn on in between.

While `audited()` lasts, every surface that the game makes is a `Sheet`: it notes the words that are
drawn on it, and the plates and drawings beside and below them, and hands its notes on when it is
drawn on another. At the end the window's own sheet knows all words that can be seen, and where.
What was drawn over is forgotten again.
"""

from __future__ import annotations

import contextlib
import itertools
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, Literal

import pygame
import pytest

from kitchen.game.draw import paint
from kitchen.game.draw.art import Art
from kitchen.game.draw.cache import SURFACES_MOST, Kept
from kitchen.game.draw.type import Type
from kitchen.game.signs.sheet import SheetMaker

Plain = pygame.Surface

Kind = Literal["text", "source", "plate", "drawing"]
"""A source is a line of a recipe: it fades out where its box ends, and lies on the band that fills
while it runs."""

Hidden = Literal["no", "partly", "mostly", "all"]
"""How much of something lies under something else; "mostly" from a quarter on: what is left of a
plate is no plate any more."""

SCENERY = ("kitchen.game.scene.kitchenset", "kitchen.game.title.scenery", "kitchen.game.title.cast")
"""What these draw is a background for everything."""

COVERS = 200
"""Alpha from which what is drawn over a word hides it."""

SLACK = 2
"""Device px by which letters may touch what they should not: smooth edges."""


@dataclass(frozen=True)
class Word:
    """A text that can be seen, and the box of its ink in device px."""

    text: str
    """Of a plate or a drawing: what it is."""
    ink: pygame.Rect
    kind: Kind = "text"
    cut: bool = False
    """Part of it fell off the edge of what it was drawn on."""
    covered: bool = False
    """Something was drawn over a part of it."""

    def __str__(self) -> str:
        return f"{self.text!r} {tuple(self.ink)}"

    def scaled(self, x: float, y: float) -> Word:
        left, top, w, h = self.ink
        return replace(self, ink=pygame.Rect(round(left * x), round(top * y), w * x, h * y))

    def moved(self, dx: int, dy: int) -> Word:
        return replace(self, ink=self.ink.move(dx, dy))


class Sheet(Plain):
    """A surface that knows the words on it."""

    words: list[Word]
    home: tuple[Sheet, tuple[int, int]] | None

    def note(self) -> list[Word]:
        if "words" not in self.__dict__:
            self.words = []
        return self.words

    # -- what makes another surface of this one ------------------------------------------------

    def copy(self) -> Plain:
        return self._with_notes(super().copy())

    def premul_alpha(self) -> Plain:
        return self._with_notes(super().premul_alpha())

    def convert(self, *args: Any) -> Plain:
        return self._with_notes(super().convert(*args))

    def convert_alpha(self, *args: Any) -> Plain:
        return self._with_notes(super().convert_alpha(*args))

    def subsurface(self, *args: Any) -> Plain:
        area = pygame.Rect(*args)
        part = super().subsurface(area)
        if isinstance(part, Sheet):
            part.home = (self, area.topleft)
        return part

    def _with_notes(self, other: Plain) -> Plain:
        if isinstance(other, Sheet):
            known = KNOWN.get(id(self))
            drawn = known is not None and known.kind == "drawing"
            other.words = [known] if known is not None and drawn else self.seen()
        return other

    # -- what draws ----------------------------------------------------------------------------

    def blit(
        self, source: Plain, dest: Any = (0, 0), area: Any = None, special_flags: int = 0
    ) -> Any:
        drawn = super().blit(source, dest, area, special_flags)
        at = dest.topleft if isinstance(dest, pygame.Rect) else (int(dest[0]), int(dest[1]))
        part = pygame.Rect(area) if area is not None else source.get_rect()
        if not special_flags:
            self._hide(source, at, part)
        self._take(source, at, part)
        return drawn

    def fill(self, colour: Any, area: Any = None, special_flags: int = 0) -> Any:
        if not special_flags:
            box = self.get_rect() if area is None else pygame.Rect(area)
            self._cover(lambda ink: "all" if box.contains(ink) else "no", box)
        return super().fill(colour, area, special_flags)

    def _take(self, source: Plain, at: tuple[int, int], part: pygame.Rect) -> None:
        """The words that came with a source."""
        known = KNOWN.get(id(source))
        if known is not None:
            ink = known.ink if known.kind == "text" else known.ink.clip(part)
            found = [replace(known, ink=ink)] if ink.w and known.text.strip() else []
        else:
            found = source.seen() if isinstance(source, Sheet) else []
        bounds, (root, x, y) = self.get_clip(), self._root()
        for word in found:
            moved = word.moved(at[0] - part.x, at[1] - part.y)
            if not part.colliderect(word.ink) or not bounds.colliderect(moved.ink):
                continue
            whole = bounds.inflate(2 * SLACK, 2 * SLACK).contains(moved.ink)
            inside = part.inflate(2 * SLACK, 2 * SLACK).contains(word.ink)
            is_cut = word.cut or not whole or not inside
            shown = replace(word, ink=moved.ink.clip(bounds), cut=is_cut)
            root.note().append(shown.moved(x, y))

    def _hide(self, source: Plain, at: tuple[int, int], part: pygame.Rect) -> None:
        """Forget the words that an opaque picture now lies over."""
        known = KNOWN.get(id(source))
        if (source.get_alpha() or 255) < COVERS or (known is not None and known.kind == "text"):
            return
        box, opaque = pygame.Rect(at, part.size), not source.get_flags() & pygame.SRCALPHA
        plate = known is not None and known.kind == "plate"
        dx, dy = part.x - at[0], part.y - at[1]

        def solid(spot: tuple[int, int]) -> bool:
            there = (spot[0] + dx, spot[1] + dy)
            return source.get_rect().collidepoint(there) and (
                opaque or source.get_at(there)[3] >= COVERS
            )

        def over(ink: pygame.Rect) -> Hidden:
            both = box.clip(ink).clip(self.get_clip())
            if both.w <= SLACK or both.h <= SLACK or not solid(both.center):
                return "no"
            if both == ink:
                return "all"
            if plate and ink.contains(box):  # its rim is still a ground
                return "partly"
            return "mostly" if 4 * both.w * both.h >= ink.w * ink.h else "partly"

        self._cover(over, box.clip(self.get_clip()))

    # -- notes, kept by the surface that owns the pixels ---------------------------------------

    def _root(self) -> tuple[Sheet, int, int]:
        """That surface, and where this one is on it."""
        sheet, x, y = self, 0, 0
        while (home := sheet.__dict__.get("home")) is not None:
            sheet, (dx, dy) = home
            x, y = x + dx, y + dy
        return sheet, x, y

    def seen(self) -> list[Word]:
        """The words on this surface, also if it is a part of another one."""
        root, x, y = self._root()
        if root is self:
            return list(self.note())
        here = self.get_rect().move(x, y)
        return [word.moved(-x, -y) for word in root.note() if here.colliderect(word.ink)]

    def _cover(self, over: Callable[[pygame.Rect], Hidden], box: pygame.Rect) -> None:
        """Forget the words that are hidden within the box, and note of others that they are
        covered."""
        root, x, y = self._root()
        words, gone = root.note(), set[int]()
        for index in box.move(x, y).collidelistall([word.ink for word in words]):
            word = words[index]
            how = over(word.ink.move(-x, -y))
            if word.kind == "text" and how in ("partly", "mostly"):
                words[index] = replace(word, covered=True)
            elif how in ("mostly", "all"):
                gone.add(index)
        if gone:
            root.words = [word for index, word in enumerate(words) if index not in gone]


KNOWN: dict[int, Word] = {}
"""Every text that `Type` has made, every plate and every drawing, by the surface it is on."""

_kept: list[Plain] = []  # no two of them get the same id


def _know(surface: Plain, text: str, kind: Kind) -> Plain:
    if id(surface) not in KNOWN and (kind == "text" or _asker() not in SCENERY):
        KNOWN[id(surface)] = Word(text, surface.get_bounding_rect(), kind)
        _kept.append(surface)
    return surface


PLATES = ("box", "pill", "disc")


@cache
def _painted() -> dict[str, Callable[..., Plain]]:
    """All that `paint` keeps, kept anew: what it made before is no sheet, nor a copy of that."""
    return {
        name: lru_cache(maxsize=SURFACES_MOST)(function.__wrapped__)
        for name, function in vars(paint).items()
        if isinstance(function, Kept)
    }


TRANSFORMS = ("smoothscale", "smoothscale_by", "scale", "scale_by", "gaussian_blur", "box_blur",
              "rotate", "rotozoom", "flip")  # fmt: skip


def _noted(transform: Callable[..., Plain]) -> Callable[..., Plain]:
    """The same, but what comes of it is a sheet; it knows the words, too, where it was scaled."""

    def made(source: Plain, *rest: Any, **more: Any) -> Plain:
        plain = transform(source, *rest, **more)
        sheet = Sheet(plain.get_size(), plain.get_flags() & pygame.SRCALPHA, plain)
        Plain.blit(sheet, plain, (0, 0))
        if "scale" in transform.__name__ and isinstance(source, Sheet):
            x, y = (a / max(1, b) for a, b in zip(plain.size, source.size, strict=True))
            sheet.words = [word.scaled(x, y) for word in source.seen()]
        return sheet

    return made


def _asker() -> str:
    """The module that asked for a plate or a drawing."""
    frame, inner = sys._getframe(2), (__name__, paint.__name__)
    while frame.f_back is not None and frame.f_globals["__name__"] in inner:
        frame = frame.f_back
    return str(frame.f_globals["__name__"])


@contextlib.contextmanager
def audited(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make every surface a sheet, and learn every text, plate and drawing."""
    make, get, write = Type._text, Art.get, SheetMaker.make

    def text(self: Type, face: str, words: str, *rest: Any, **more: Any) -> Plain:
        return _know(make(self, face, words, *rest, **more), words, "text")

    def source(self: SheetMaker, *rest: Any) -> Any:
        made = write(self, *rest)
        if isinstance(made.picture, Sheet):
            words = made.picture.note()
            words[:] = [replace(w, kind="source") for w in words if w.kind == "text"]
        return made

    def drawing(self: Art, name: str, *rest: Any, **more: Any) -> Plain:
        return _know(get(self, name, *rest, **more), name, "drawing")

    def plate(function: Callable[..., Plain], name: str) -> Callable[..., Plain]:
        return lambda *rest, **more: _know(function(*rest, **more), name, "plate")

    with monkeypatch.context() as patch:
        patch.setattr(pygame, "Surface", Sheet)
        patch.setattr(Type, "_text", text)
        patch.setattr(Art, "get", drawing)
        patch.setattr(SheetMaker, "make", source)
        for name, painted in _painted().items():
            patch.setattr(paint, name, painted)
        for name in PLATES:
            patch.setattr(paint, name, plate(getattr(paint, name), name))
        for name in TRANSFORMS:
            patch.setattr(pygame.transform, name, _noted(getattr(pygame.transform, name)))
        try:
            yield
        finally:
            KNOWN.clear()
            _kept.clear()


def texts(words: list[Word]) -> list[Word]:
    return [word for word in words if word.kind == "text"]


def cut(words: list[Word]) -> list[str]:
    """The texts of which a part cannot be seen."""
    return [f"{word} is cut" for word in texts(words) if word.cut]


def covered(words: list[Word]) -> list[str]:
    """The texts over a part of which something else was drawn."""
    return [f"{word} is covered" for word in texts(words) if word.covered]


def overlapping(words: list[Word]) -> list[str]:
    """The pairs of texts that lie on one another."""
    found = []
    told = [word for word in words if word.kind in ("text", "source")]
    for a, b in itertools.combinations(told, 2):
        both = a.ink.clip(b.ink)
        if both.w > SLACK and both.h > SLACK and a.text != b.text:  # a text may have a shadow
            found.append(f"{a} lies on {b}")
    return found


def on(word: Word, thing: Word) -> bool:
    return thing.ink.inflate(2 * SLACK, 2 * SLACK).contains(word.ink)


def straddling(words: list[Word]) -> list[str]:
    """The texts that stand half on a plate, half off it; or on a drawing that is no ground."""
    found = []
    for index, word in enumerate(words):
        grounds = [i for i, t in enumerate(words[:index]) if t.kind == "plate" and on(word, t)]
        for thing in words[grounds[-1] if grounds else 0 :]:
            if word.kind != "text":
                break
            both = thing.ink.clip(word.ink)
            meets = both.w > SLACK and both.h > SLACK
            if thing.kind in ("plate", "drawing") and meets and not on(word, thing):
                found.append(f"{word} stands half on the {thing.text} {tuple(thing.ink)}")
    return found
