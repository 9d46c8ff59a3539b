"""What was saved, and what somebody told or sent: a card on which all of it is opened."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pygame

from kitchen.errors import KitchenError
from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control
from kitchen.game.controls.textfield import TextField, pasted
from kitchen.game.draw import palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.input.intents import Intent
from kitchen.game.shell.card import CardOverlay
from kitchen.game.shell.screen import Screen
from kitchen.game.signs.savedwords import REPLAY, sub_of, title_of
from kitchen.game.title.opening import open_code, open_file, open_race
from kitchen.game.title.serving import Home
from kitchen.keep.headline import headline_of
from kitchen.keep.keep import is_recent
from kitchen.terminal import one_line

ROWS, ROW, GAP = 6, 48.0, 6.0
LIST_Y, FOOT_Y = 176.0, 524.0
RACE, KEEP, DELETE = 70.0, 70.0, 88.0
"""Widths of the buttons beside a file."""
FOOT = ((30.0, 96.0), (134.0, 96.0), (690.0, 100.0))
"""Left edges and widths of the buttons at the foot: later, earlier, close."""
EMPTY = "Nothing is saved yet: the games that you play will be, and the rules of your sandboxes."
ALONE = "No other game with these orders is kept: play it once more, then race the two."
DROP = ("Or drop a replay or a shift file on the window.", "Or drop a file on the window.")


class SavedCard(CardOverlay):
    """A field for a seed code, and below it the files that are kept, the latest first: to be
    opened, raced, named or deleted. ``home`` makes the screen that whatever is opened leads back
    to."""

    box: Box = (230.0, 70.0, 820.0, 580.0)
    title = "Open"

    def __init__(self, screen: Screen, home: Home) -> None:
        super().__init__(screen)
        self.files = self.game.keep.saved()
        self.leaf = 0
        self._folder = self.game.keep.folder
        self.words = ""
        """What is wrong with what was to be opened, or what is asked."""
        self._home = home
        self._field: TextField | None = None
        self._naming: Path | None = None
        """What gets a name."""
        self._name: TextField
        """Where it is typed."""
        self._doomed: Path | None = None
        """What is to be deleted, if the player means it."""
        self._racing: list[Path] = []
        """What was chosen to race."""

    @property
    def leaves(self) -> int:
        """How many pages the files take."""
        return max(1, -(-len(self.files) // ROWS))

    # -- controls ------------------------------------------------------------------------------

    def controls(self, kit: Kit) -> Sequence[Control]:
        x, y, w, _ = self.box
        typed = self._field.text if self._field is not None else ""
        self._field = TextField(
            kit, (x + 30, y + 84, w - 260, 46), "A seed code, like lunch-rush@7", self._code, typed
        )
        paste, go = ((x + w - left, y + 84, 92.0, 46.0) for left in (222, 122))
        upper: list[Control] = [
            self._field,
            Button(kit, paste, "Paste", self._paste, size=17),
            Button(kit, go, "Open", self._field.press, main=True, size=17),
        ]
        return [*upper, *self._rows(kit), *self._foot(kit)]

    def _rows(self, kit: Kit) -> list[Control]:
        x, y, w, _ = self.box
        first = self.leaf * ROWS
        shown = self.files[first : first + ROWS]
        tops = (y + LIST_Y + index * (ROW + GAP) for index in range(ROWS))
        return [
            control
            for path, top in zip(shown, tops, strict=False)
            for control in self._row(kit, path, (x + 30, top, w - 60, ROW))
        ]

    def _row(self, kit: Kit, path: Path, box: Box) -> list[Control]:
        """The file, and beside it what can be done with it."""
        x, y, w, h = box
        deeds = self._deeds(path)
        room = sum(wide + GAP for _, wide, _ in deeds)
        file: Control
        if path == self._naming:
            file = self._name = TextField(
                kit, (x, y, w - room, h), "A name for it", self._call, title_of(path), offered=True
            )
        else:
            icon = "race" if path.suffix == REPLAY else "sandbox"
            title = kit.type.elide(self._title(path), 18, w - room - 80, "display")
            file = Button(
                kit, (x, y, w - room, h), title, lambda: self._file(path), icon=icon,
                icon_size=28, sub=sub_of(path),
            )  # fmt: skip
        left = x + w - room + GAP
        controls: list[Control] = [file]
        for words, wide, deed in deeds:
            controls.append(Button(kit, (left, y, wide, h), words, deed, size=16))
            left += wide + GAP
        return controls

    def _title(self, path: Path) -> str:
        if path == self._doomed:
            return f"Delete {title_of(path)}?"
        return f"{title_of(path)}, against ..." if path in self._racing else title_of(path)

    def _deeds(self, path: Path) -> list[tuple[str, float, Callable[[], None]]]:
        """What can be done with a file beside opening it: words, width, deed."""
        if path == self._naming:
            return [("Keep", KEEP, lambda: self._call(self._name.text))]
        if path == self._doomed:
            return [("Yes", KEEP, lambda: self._delete(path)), ("No", KEEP, self._as_before)]
        race = [("Race", RACE, lambda: self._race(path))] if path.suffix == REPLAY else []
        keep = "Keep" if is_recent(path) else "Name"
        return [
            *race,
            (keep, KEEP, lambda: self._ask_name(path)),
            ("Delete", DELETE, lambda: self._ask(path)),
        ]

    def _foot(self, kit: Kit) -> list[Control]:
        x, y, _, _ = self.box
        places = [(x + left, y + FOOT_Y, wide, 36.0) for left, wide in FOOT]
        later = Button(kit, places[0], "Later", lambda: self.turn(-1), size=16)
        earlier = Button(kit, places[1], "Earlier", lambda: self.turn(1), size=16)
        close = Button(kit, places[2], "Close", self.close, size=16)
        later.enabled, earlier.enabled = self.leaf > 0, self.leaf + 1 < self.leaves
        return [later, earlier, close] if self.leaves > 1 else [close]

    def turn(self, way: int) -> None:
        """To files saved earlier (1) or later (-1)."""
        leaf = max(0, min(self.leaves - 1, self.leaf + way))
        if leaf != self.leaf:
            self.leaf = leaf
            self.game.sounds.ui("flip")
            self.rebuild()

    # -- what it does --------------------------------------------------------------------------

    def _as_before(self) -> None:
        """Nothing is asked any more."""
        self._naming = self._doomed = None
        self.rebuild()

    def _ask_name(self, path: Path) -> None:
        self._naming, self._doomed = path, None
        self.rebuild()
        self.page.focus = self.page.controls.index(self._name)

    def _ask(self, path: Path) -> None:
        self._naming, self._doomed = None, path
        self.rebuild()
        words = [getattr(control, "words", "") for control in self.page.controls]
        self.page.focus = words.index("No")

    def _call(self, words: str) -> None:
        path = self._naming
        assert path is not None
        self._done(lambda: self.game.keep.call(path, words))

    def _delete(self, path: Path) -> None:
        self._done(lambda: self.game.keep.delete(path))

    def _done(self, deed: Callable[[], object]) -> None:
        """Do it, and show the files that there are then."""
        try:
            deed()
        except KitchenError as error:
            self._refuse(error)
            return
        self.words, self._racing = "", []
        self.files = self.game.keep.saved()
        self.leaf = min(self.leaf, self.leaves - 1)
        self._as_before()

    def _race(self, path: Path) -> None:
        """With the one that was chosen before; the first is chosen, or no more."""
        if path in self._racing:
            self._racing, self.words = [], ""
        elif self._racing or self._has_rivals(path):
            self._racing = [*self._racing, path]
        else:
            self._refuse(KitchenError(ALONE))
        if len(self._racing) == 2:
            one, other = self._racing
            self._racing = []
            self._open(lambda: open_race(self.game, (one, other), self._home))
        elif self._racing:
            self.words = "Against which other game of this shift? Press its Race."
        if not self.closed:
            self._as_before()

    def _has_rivals(self, path: Path) -> bool:
        """Whether another game of that shift is kept, as far as the files tell."""
        mine = headline_of(path)
        heads = (headline_of(other) for other in self.files if other != path)
        return mine is None or any(
            head is not None and (head.shift_name, head.seed) == (mine.shift_name, mine.seed)
            for head in heads
        )

    def _open(self, opens: Callable[[], Screen]) -> None:
        try:
            screen = opens()
        except KitchenError as error:
            self._refuse(error)
        else:
            self.close()
            self.screen.leave(screen)

    def _refuse(self, error: KitchenError) -> None:
        self.words = one_line(str(error).replace(f"{self._folder}{os.sep}", ""))
        self.game.sounds.ui("error")

    def _code(self, text: str) -> None:
        self._open(lambda: open_code(self.game, text, self._home))

    def _file(self, path: Path) -> None:
        self._open(lambda: open_file(self.game, path, self._home))

    def _paste(self) -> None:
        assert self._field is not None
        self._field.text = ""
        self._field.add(pasted())
        self.words = "" if self._field.text else "There is no text on the clipboard."

    def handle(self, event: pygame.event.Event) -> bool:
        """Letters go to the field that has the focus, whatever else their keys mean."""
        focused = self.page.focused
        if isinstance(focused, TextField) and focused.take(event):
            self.words = ""
            return True
        intent = self.game.bindings.in_menu(event)
        if intent is Intent.BACK and (self._naming or self._doomed):
            self._as_before()
            return True
        if intent in (Intent.NEXT_PAGE, Intent.PREVIOUS_PAGE):
            self.turn(1 if intent is Intent.NEXT_PAGE else -1)
            return True
        if event.type == pygame.MOUSEWHEEL:
            self.turn(-1 if event.y > 0 else 1)
            return True
        return super().handle(event)

    # -- drawing -------------------------------------------------------------------------------

    def write(self, canvas: pygame.Surface) -> None:
        x, y, w, _ = self.box
        kit = self.kit
        if self.words:
            box = (x + 32, y + 136, w - 64, 34.0)
            colour = palette.INK if self._racing else palette.RED_PAPER
            kit.paragraph(canvas, self.words, 13, colour, box, 17.0)
        if not self.files:
            box = (x + 32, y + LIST_Y + 20, w - 64, 80.0)
            kit.paragraph(canvas, EMPTY, 16, palette.PAPER_MUTED, box, 23.0)
        left = x + 246 if self.leaves > 1 else x + 32
        words, size = kit.type.told(DROP, 14, x + w - 142 - left, weight="medium")
        drop = kit.type.ui(words, size, palette.PAPER_MUTED, "medium")
        kit.put(canvas, drop, left, y + FOOT_Y + 17)
