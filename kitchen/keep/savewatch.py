"""The watch for saves: notices that an editor has written a file, however it does that.

Some write into the file, some put another one in its place, some do so bit by bit. So the file is
looked at a few times a second, and read once it has stopped changing.
"""

from __future__ import annotations

import time

from kitchen.files import look, reason
from kitchen.keep.drafts import Draft, DraftError

LOOK_SECONDS = 0.2
"""Of wall time between two looks."""

COARSE_SECONDS = 2.5
"""Of wall time: a disk may tell two saves apart only if there is as much between them."""

Signature = tuple[int, int, int] | None


class SaveWatch:
    """``text`` is what was in the draft last; ``trouble`` says why it cannot be read, if so."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self.text: str | None = None
        self.trouble = ""
        self._seen: Signature = None
        self._settled = True
        self._looked = float("-inf")
        self._read()

    def look(self, wall: float) -> bool:
        """Whether another text has been saved since the last time. ``wall`` is a clock's time."""
        if 0 <= wall - self._looked < LOOK_SECONDS:
            return False
        self._looked = wall
        before, self._seen = self._seen, self._signature()
        if self._seen != before:
            self._settled = False  # it may be half of it: at the next look
            return False
        if self._settled and not self._just_written():
            return False
        self._settled = True
        return self._read()

    def _read(self) -> bool:
        try:
            text = self._draft.text()
        except DraftError as error:
            self.trouble = str(error)
            return False
        self.trouble = ""
        before, self.text = self.text, text
        return text != before

    def _signature(self) -> Signature:
        try:
            there = look(self._draft.path)
        except OSError as error:
            self.trouble = reason(error)
            return None
        return None if there is None else (there.st_mtime_ns, there.st_size, there.st_ino)

    def _just_written(self) -> bool:
        return self._seen is not None and abs(time.time() - self._seen[0] / 1e9) < COARSE_SECONDS
