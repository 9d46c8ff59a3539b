"""A drawing taken apart, so that it can be put together without some groups and with others.

To put it together is a matter of joining strings: a chef alone is drawn in hundreds of variants.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

SVG = "http://www.w3.org/2000/svg"
QUOTED = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
)
"""For the value of an attribute. Python's own function for it brings half of `urllib` along."""
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Piece:
    """A tag as text, and the groups that it stands in."""

    text: str
    groups: frozenset[str]


class Drawing:
    """One SVG file. Raises `ElementTree.ParseError` if it is not well formed."""

    def __init__(self, text: str) -> None:
        root = ElementTree.fromstring(text)
        x, y, w, h = (float(part) for part in root.get("viewBox", "").split())
        self.box = (x, y, w, h)
        """Of the view: x, y, width and height in the drawing's own units."""
        root.set("xmlns", SVG)
        self._pieces = tuple(_taken_apart(root, NOTHING))

    def without(self, groups: Collection[str]) -> list[Piece]:
        """Its pieces, but for those in the groups of these ids."""
        drop = frozenset(groups)
        return [piece for piece in self._pieces if not piece.groups & drop]

    def group(self, name: str) -> list[Piece]:
        """The pieces of one group; empty if there is none of this id."""
        return [piece for piece in self._pieces if name in piece.groups]


def _taken_apart(element: ElementTree.Element, groups: frozenset[str]) -> Iterator[Piece]:
    tag = element.tag.rpartition("}")[2]
    name = element.get("id")
    groups = groups | {name} if name is not None else groups
    attributes = "".join(f' {key}="{value.translate(QUOTED)}"' for key, value in element.items())
    yield Piece(f"<{tag}{attributes}>", groups)
    for child in element:
        yield from _taken_apart(child, groups)
    yield Piece(f"</{tag}>", groups)


def put_together(pieces: Collection[Piece]) -> str:
    return "".join([piece.text for piece in pieces])
