"""The questions: those about asyncio that recur most, and its words, each answered in a sentence,
with the lesson that shows it one press away."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from kitchen.errors import KitchenError
from kitchen.game.controls.button import Button
from kitchen.game.controls.choice import Choice
from kitchen.game.controls.control import Control, Touch
from kitchen.game.controls.textfield import TextField
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box
from kitchen.game.draw.kit import Kit
from kitchen.game.input.intents import STEPS, Intent
from kitchen.game.shell.card import CardOverlay
from kitchen.game.shell.screen import Screen
from kitchen.game.signs.codeprose import CodeProse, draw_prose
from kitchen.lessons.answers import Asked, Term, search
from kitchen.lessons.book import find_lesson
from kitchen.lessons.lesson import Lesson
from kitchen.terminal import one_line

ROW, LIST_H = 51.0, 510.0  # logical px of a row of the list with text as usual, and of them all
LIST_W, LIST_Y = 452.0, 84.0
LESSON_H = 164.0
PICTURE = (150.0, 128.0)

Entry = Asked | Term


class EntryRow(Button):
    """A question or a word in the list. A click shows its answer; a key opens its lesson."""

    radius = 9.0
    open = False
    show: Callable[[], object]

    def click(self, pos: tuple[float, float]) -> None:
        self.show()

    def draw(self, canvas: pygame.Surface, touch: Touch) -> None:
        stage, (x, y, w, h) = self.kit.stage, self.box
        if self.open or touch.hovered:
            area = stage.rect(*self.box)
            ground = palette.mix(palette.PAPER, palette.SAFFRON, 0.45 if self.open else 0.15)
            canvas.blit(paint.box(area.size, stage.px(self.radius), ground), area)
        if self.open:
            bar = stage.rect(x, y + 8, 5, h - 16)
            canvas.blit(paint.box(bar.size, stage.px(2), palette.TOMATO), bar)
        prose = CodeProse(self.kit, self.words, (16.0, 15.0, 13.0), w - 34, 2, "semibold")
        top = y + (h - prose.height) / 2
        prose.draw(canvas, x + 18, top, palette.INK, palette.STEAM_PAPER)


class QuestionsCard(CardOverlay):
    """What is typed is searched for, wherever the focus is; up and down choose, Enter opens the
    lesson. ``opens`` makes the screen of a lesson."""

    box: Box = (70.0, 36.0, 1140.0, 648.0)
    title = "Questions"

    def __init__(self, screen: Screen, opens: Callable[[Lesson], Screen]) -> None:
        super().__init__(screen)
        self._opens = opens
        self.kind = "questions"
        self.typed = ""
        self.chosen = 0
        """The place in the list of what is shown."""
        self.words = ""
        """What is wrong."""

    @property
    def entries(self) -> Sequence[Entry]:
        """What is in the list."""
        found, terms = search(self.typed)
        return found if self.kind == "questions" else terms

    @property
    def entry(self) -> Entry | None:
        """What is shown; None: nothing was found."""
        entries = self.entries
        return entries[self.chosen] if entries else None

    # -- controls ------------------------------------------------------------------------------

    def controls(self, kit: Kit) -> Sequence[Control]:
        x, y, w, _ = self.box
        found, terms = search(self.typed)
        self.field = TextField(
            kit, (x + 208, y + 22, 376, 42), "Type to search", self._go, self.typed
        )
        kinds = [("questions", f"Questions {len(found)}"), ("words", f"Words {len(terms)}")]
        choice = Choice(kit, (x + 588, y + 20, 400, 46), "", self.kind, kinds, self._turn_to, 0.0)
        close = Button(kit, (x + w - 124, y + 22, 100, 42), "Close", self.close, size=17)
        return [*self._rows(kit), *self._play(kit), self.field, choice, close]

    def _rows(self, kit: Kit) -> list[Control]:
        x, y, _, _ = self.box
        entries = self.entries
        high = ROW * kit.type.grown(16.0) / 16.0  # two lines and what keeps them from the next
        many = int(LIST_H / high)
        self.first = max(0, min(self.chosen - many // 2, len(entries) - many))
        rows: list[Control] = []
        for row, entry in enumerate(entries[self.first : self.first + many]):
            box = (x + 20, y + LIST_Y + row * high, LIST_W, high - 3)
            rows.append(self._row(kit, self.first + row, entry, box))
        return rows

    def _row(self, kit: Kit, index: int, entry: Entry, box: Box) -> EntryRow:
        words = entry.asks if isinstance(entry, Asked) else entry.term
        row = EntryRow(kit, box, words, self._open)
        row.show = lambda: self.choose(index)
        row.open = index == self.chosen
        return row

    def _play(self, kit: Kit) -> list[Control]:
        if self.entry is None:
            return []
        x, y, w, h = self.box
        box = (x + w - 196, y + h - 24 - 18 - 48, 144.0, 48.0)
        return [Button(kit, box, "Play it", self._open, main=True, size=20)]

    # -- what it does --------------------------------------------------------------------------

    def choose(self, index: int) -> None:
        """Show what stands at that place of the list."""
        self.chosen = max(0, min(len(self.entries) - 1, index))
        self.words = ""
        self.rebuild()
        self.page.focus = self.chosen - self.first

    def _turn_to(self, kind: str) -> None:
        focus = self.page.focused
        self.kind, self.chosen, self.words = kind, 0, ""
        self.rebuild()
        places = [index for index, one in enumerate(self.page.controls) if type(one) is type(focus)]
        self.page.focus = places[0]

    def _type(self, text: str) -> None:
        """What is searched for; where only the other list has some of it, that one is shown."""
        self.typed, self.chosen, self.words = text, 0, ""
        found, terms = search(text)
        if not self.entries and (found or terms):
            self.kind = "questions" if found else "words"
        self.rebuild()
        self.page.focus = 0

    def _go(self, text: str) -> None:
        self._open()

    def _open(self) -> None:
        """The lesson of what is shown."""
        entry = self.entry
        if entry is None:
            return
        try:
            screen = self._opens(find_lesson(entry.lesson))
        except KitchenError as error:
            self.words = one_line(str(error))
            self.game.sounds.ui("error")
        else:
            self.close()
            self.screen.leave_for(screen)

    def handle(self, event: pygame.event.Event) -> bool:
        if event.type == pygame.MOUSEWHEEL:
            self.choose(self.chosen - event.y)
            return True
        typing = event.type == pygame.KEYDOWN and (self.typed or event.unicode != " ")
        if typing and self.field.take(event):
            self._type(self.field.text)
            return True
        intent = self.game.bindings.in_menu(event)
        if intent in (Intent.UP, Intent.DOWN) and isinstance(self.page.focused, EntryRow):
            self.page.ring = True
            self.choose(self.chosen + STEPS[intent][1])
            return True
        if way := self._way(event, intent):
            self._turn_to("words" if way > 0 else "questions")
            return True
        return super().handle(event)

    def _way(self, event: pygame.event.Event, intent: Intent | None) -> int:
        """The shoulders of a gamepad go from list to list; letters are typed."""
        pad = event.type == pygame.CONTROLLERBUTTONDOWN
        if pad and intent in (Intent.NEXT_PAGE, Intent.NEXT):
            return 1
        return -int(pad and intent in (Intent.PREVIOUS_PAGE, Intent.PREVIOUS))

    # -- the page ------------------------------------------------------------------------------

    def write(self, canvas: pygame.Surface) -> None:
        x, y, w, h = self.box
        left, wide = x + LIST_W + 52, w - LIST_W - 86
        rule = self.kit.stage.rect(left - 18, y + LIST_Y + 6, 1, h - LIST_Y - 34)
        canvas.fill(palette.PAPER_D, rule)
        entry = self.entry
        if entry is None:
            words = "Nothing of that. Try another word, or fewer."
            at = (left, y + LIST_Y + 12, wide, 60.0)
            draw_prose(canvas, self.kit, words, (18,), at, palette.PAPER_MUTED, palette.INK)
            return
        asks, says = (
            (entry.asks, entry.answer) if isinstance(entry, Asked) else (entry.term, entry.means)
        )
        top = y + LIST_Y + 10
        head = CodeProse(self.kit, asks, (27, 24), wide, 3, "bold")
        head.draw(canvas, left, top, palette.INK, palette.STEAM_PAPER)
        top += head.height + 16
        room = (left, top, wide, y + h - LESSON_H - 40 - top)
        top += draw_prose(
            canvas, self.kit, says, (22, 20, 18, 16), room, palette.INK, palette.STEAM_PAPER
        )
        self._also(canvas, entry, (left, top + 14, wide, 40.0))
        self._lesson(canvas, entry.lesson, (left, y + h - 24 - LESSON_H, wide, LESSON_H))

    def _also(self, canvas: pygame.Surface, entry: Entry, box: Box) -> None:
        if isinstance(entry, Asked) or not entry.also:
            return
        words = "Also: " + ", ".join(f"`{name}`" for name in entry.also)
        draw_prose(canvas, self.kit, words, (15,), box, palette.PAPER_MUTED, palette.STEAM_PAPER)

    def _lesson(self, canvas: pygame.Surface, name: str, box: Box) -> None:
        """The lesson that shows it, beside the button that opens it."""
        kit, stage, (x, y, w, h) = self.kit, self.kit.stage, box
        area = stage.rect(*box)
        ground = palette.mix(palette.PAPER, palette.PAPER_D, 0.35)
        canvas.blit(
            paint.box(area.size, stage.px(14), ground, palette.PAPER_D, stage.line(1.5)), area
        )
        try:
            lesson = find_lesson(name)
        except KitchenError as error:
            self.words = self.words or one_line(str(error))
        if self.words:
            at = (x + 20, y + 16, w - 40, h - 90)
            draw_prose(canvas, kit, self.words, (14, 13), at, palette.RED_PAPER, palette.RED_PAPER)
            return
        self._picture(canvas, lesson, (x + 18, y + 18, *PICTURE))
        left = x + PICTURE[0] + 36
        room = x + w - 18 - left
        number = f"Lesson {lesson.number}, {lesson.chapter}"
        line, size = kit.type.told((number, f"Lesson {lesson.number}"), 14, room, weight="medium")
        kit.put(canvas, kit.type.ui(line, size, palette.PAPER_MUTED, "medium"), left, y + 32)
        title, size = kit.type.told((lesson.title,), 23, room, "display", "")
        kit.put(canvas, kit.type.display(title, size, palette.INK), left, y + 60)
        room -= 170
        concept, size = kit.type.told((lesson.fields.concept,), 15, room, "code", "medium")
        kit.put(canvas, kit.type.code(concept, size, palette.STEAM_PAPER), left, y + 100)
        minutes = kit.type.ui(f"{lesson.fields.minutes} minutes", 14, palette.PAPER_MUTED, "medium")
        kit.put(canvas, minutes, left, y + 128)

    def _picture(self, canvas: pygame.Surface, lesson: Lesson, box: Box) -> None:
        """As on its card in the book."""
        kit, stage, (x, y, w, h) = self.kit, self.kit.stage, box
        area = stage.rect(*box)
        ground = palette.mix(palette.PAPER, palette.SAFFRON, 0.45)
        canvas.blit(paint.box(area.size, stage.px(10), ground), area)
        names = lesson.fields.picture[:2]
        each = (w - 16) / max(1, len(names))
        for index, name in enumerate(names):
            drawn = kit.art.get(name, height=72)
            if drawn.get_width() > stage.px(each - 6):
                drawn = kit.art.get(name, width=each - 6)
            kit.put(canvas, drawn, x + 8 + (index + 0.5) * each, y + h / 2, "center")
