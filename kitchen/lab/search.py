"""A search that is gone on with in spare time, a little at a time."""

from __future__ import annotations

from collections.abc import Generator


class Search:
    """Of whatever a subclass looks for, in its generator ``_search``: each turn of that takes about
    ``_seconds`` of wall time, and tells whether something was found out."""

    _search: Generator[bool]
    _seconds = 0.0

    @property
    def done(self) -> bool:
        """Nothing more will be found out."""
        raise NotImplementedError

    def work(self, seconds: float = float("inf")) -> bool:
        """Go on for about so much wall time; whether something was found out."""
        self._seconds = seconds
        return next(self._search, False)

    def finish(self) -> None:
        """Find out all, whatever time that takes."""
        while not self.done:
            self.work()

    def leave(self) -> None:
        """Leave nothing behind."""
        self._search.close()
