"""The wardrobe: parts of a chef that are drawn once and put on the head of any pose."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

PARTS = "chef_parts"
"""The drawing that holds them. The beginning of a part's name says where it goes: ``back`` behind
the head, ``under`` below the face, ``face`` over it, moving with it, ``over`` over all but the hat;
a ``hat`` takes the place of the usual one."""

FACE_AT = (80.0, 104.0)  # where the face's middle is when it looks straight on
START = re.compile(r"M\s*(-?[\d.]+)[\s,]+(-?[\d.]+)")
BEFORE = {"back": "headbase", "under": "face", "face": "hat", "over": "hat"}


def dress(drawing: Element, parts: Element, wears: Iterable[str]) -> None:
    """Put these parts on the head in a drawing, if it has one."""
    head = next((g for g in drawing.iter() if g.get("id") == "head"), None)
    if head is None:
        return
    groups = {g.get("id", ""): g for g in parts}
    shift = _shift(head)
    for name in sorted(wears, key=lambda name: name.startswith("hat")):  # the hat marks a place
        where = name.partition("_")[0]
        part = _moved(groups[name], *shift) if where == "face" else groups[name]
        if where == "hat":
            holder, place = _find(head, "hat")
            holder[place] = part
        else:
            place = next(i for i, g in enumerate(head) if _holds(g, BEFORE[where]))
            head.insert(place, part)


def _holds(group: Element, name: str) -> bool:
    return any(inner.get("id") == name for inner in group.iter())


def _find(head: Element, name: str) -> tuple[Element, int]:
    """The element that holds the group of this name, and at which place."""
    for holder in head.iter():
        for place, group in enumerate(holder):
            if group.get("id") == name:
                return holder, place
    raise ValueError(f"no {name} on this head")


def _shift(head: Element) -> tuple[float, float]:
    """How far this pose's face looks aside: its moustache begins in the middle of the face."""
    tache = next((g for g in head if g.get("id") == "tache"), None)
    found = START.match(tache[0].get("d", "")) if tache is not None else None
    if found is None:
        return 0.0, 0.0
    return float(found[1]) - FACE_AT[0], float(found[2]) - FACE_AT[1]


def _moved(group: Element, dx: float, dy: float) -> Element:
    outer = Element(group.tag, {"transform": f"translate({dx:g} {dy:g})"})
    outer.append(group)
    return outer
