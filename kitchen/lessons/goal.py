"""What is wanted of a run, as data: the goals of a step, and what tells mistakes apart."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from kitchen.english import listed, span


@dataclass(frozen=True)
class Evidence:
    """What came of something that a player did, be it a program or a shift. Times are seconds of
    kitchen time."""

    served: list[str] = field(default_factory=list)
    """Titles of dishes, one for each that was served."""
    unserved: list[str] = field(default_factory=list)
    prints: list[str] = field(default_factory=list)
    makespan: float = 0.0
    hands: float = 0.0
    """Hands-on seconds."""
    trouble: str = ""
    """The kind, as of `kitchen.lessons.running.run.Trouble`; empty: it ended well."""
    words: str = ""
    """That trouble, in words."""
    lost: int = 0
    """Plates that nobody collects: dishes dropped, and errors that nobody heard."""
    burnt: int = 0
    walked_out: int = 0
    source: str = ""
    """The program's."""


class Goal(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """All that is given must hold. What is None does not matter; but a run that comes to a bad end
    only does where ``trouble`` names that end (``any``: whatever it is)."""

    served: int | list[str] | None = None
    """So many dishes at least, or all of these."""
    unserved: list[str] | None = None
    """At least these are not served."""
    prints: list[str] | None = None
    """Exactly these lines, in this order."""
    prints_any: list[str] | None = None
    """Exactly these lines, in any order."""
    printed: list[str] | None = None
    """At least these lines."""
    last: str | None = None
    """The last line of all."""
    makespan: float | None = None
    """Seconds at most."""
    longer: float | None = None
    """More seconds than this."""
    hands: float | None = None
    """Hands-on seconds at most."""
    trouble: str | None = None
    """Its end: ``stalled``, ``endless``, ``forgotten``, ``any``, or the name of an exception."""
    lost: int | None = None
    """Plates lost at least."""
    burnt: int | None = None
    """At least, or with 0: none."""
    walked_out: int | None = None
    """At least, or with 0: none."""
    uses: list[str] | None = None
    """Names that stand in the program: of functions, methods and modules."""
    avoids: list[str] | None = None
    """Names that do not."""

    def misses(self, found: Evidence) -> list[str]:
        """What is not as it is wanted, in words; nothing, if all is."""
        return list(self._misses(found))

    def _misses(self, e: Evidence) -> Iterator[str]:
        yield from self._trouble(e)
        if isinstance(self.served, int) and len(e.served) < self.served:
            yield f"{len(e.served)} of {self.served} served"
        elif isinstance(self.served, list) and (left := _without(self.served, e.served)):
            yield f"{listed(left)} not served"
        if self.unserved and _without(self.unserved, e.unserved):
            yield f"{listed(_without(self.unserved, e.unserved))} served"
        yield from self._prints(e)
        if self.makespan is not None and e.makespan > self.makespan:
            yield f"{span(e.makespan - self.makespan)} too long"
        if self.longer is not None and e.makespan <= self.longer:
            yield f"too soon: done by {span(e.makespan)}"
        if self.hands is not None and e.hands > self.hands:
            yield f"{span(e.hands)} of hands"
        for name in ("lost", "burnt", "walked_out"):
            wanted, found = getattr(self, name), getattr(e, name)
            if wanted is not None and (found < wanted or (wanted == 0 and found)):
                yield f"{found} {name.replace('_', ' ')}"
        yield from self._names(e)

    def _trouble(self, e: Evidence) -> Iterator[str]:
        if self.trouble is None:
            if e.trouble:
                yield e.words or e.trouble
        elif not e.trouble:
            yield "nothing went wrong"
        elif self.trouble not in ("any", e.trouble):
            yield e.words or e.trouble

    def _prints(self, e: Evidence) -> Iterator[str]:
        if self.prints is not None and e.prints != self.prints:
            yield _first_difference(self.prints, e.prints)
        if self.prints_any is not None and sorted(e.prints) != sorted(self.prints_any):
            yield _first_difference(sorted(self.prints_any), sorted(e.prints))
        if self.printed and (left := _without(self.printed, e.prints)):
            yield f"never printed: {left[0]}"
        if self.last is not None and e.prints[-1:] != [self.last]:
            yield f"the last line is {e.prints[-1]!r}" if e.prints else "nothing was printed"

    def _names(self, e: Evidence) -> Iterator[str]:
        names = names_in(e.source) if self.uses or self.avoids else set()
        for name in self.uses or ():
            if name not in names:
                yield f"no {name} in it"
        for name in self.avoids or ():
            if name in names:
                yield f"{name} in it"


def _without(wanted: list[str], found: list[str]) -> list[str]:
    left = list(found)
    missing = []
    for one in wanted:
        if one in left:
            left.remove(one)
        else:
            missing.append(one)
    return missing


def _first_difference(wanted: list[str], found: list[str]) -> str:
    for want, got in zip(wanted, found, strict=False):
        if want != got:
            return f"it printed {got!r} where {want!r} was wanted"
    if len(found) < len(wanted):
        return f"never printed: {wanted[len(found)]}"
    return f"printed once too often: {found[len(wanted)]}"


def names_in(source: str) -> set[str]:
    """All names, attributes and keywords ``await`` and ``async`` of a program; none if it is no
    Python."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError):
        return set()
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.Await):
            found.add("await")
        elif isinstance(node, ast.TryStar):
            found.add("except*")
        elif isinstance(node, ast.AsyncFor):
            found.add("async for")
        elif isinstance(node, ast.AsyncWith):
            found.add("async with")
    return found
