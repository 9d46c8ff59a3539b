"""The card of a step at the stove: what is asked, the limits, the coach's words, and hints.

It lies over a service without stopping it, and takes nothing away from the player but Enter, which
presses its own button where it has one. With nothing to say it folds to a line.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control
from kitchen.game.controls.page import Page
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box, inside
from kitchen.game.draw.ease import Tween, out_back
from kitchen.game.draw.kit import DARK, ON_PAPER, Kit
from kitchen.game.input.actions import LookInto, ToPresent
from kitchen.game.input.bindings import MODIFIERS
from kitchen.game.input.intents import STEPS, Intent
from kitchen.game.lesson.stove.attempt import Attempt
from kitchen.game.lesson.stove.cooklimits import CookLimits
from kitchen.game.lesson.stove.cooksays import HINTS, PAST, CardSays, ReadIt, says
from kitchen.game.lesson.stove.cookways import CookWays
from kitchen.game.service.hud.modeswitch import SWITCH
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.shell.screen import Overlay
from kitchen.game.signs.codeprose import CodeProse
from kitchen.game.signs.layout import layout_of

X, WIDE, FOLDED = 132.0, 736.0, 1000.0  # logical px
HIGH, LOW, FOOT, LOW_FOOT = 172.0, 36.0, 8.0, 1.0
"""Logical px of the card while it says something, and folded; and of what lies below it."""
RISE, RISE_SECONDS = 18.0, 0.22
BREATH = 1.0  # Hz of the pointing frame
CHEF = 166.0  # logical px high
SIZES, WORDS_HIGH = (17.0, 16.0, 15.0, 14.0, 13.0, 12.0), 73.0
"""Of its words, and how much room they have, in logical px: three lines of the first size."""
NOD, NOD_SECONDS = 7.0, 0.3  # logical px by which the card nods, and how long that takes
SEEN = 0.1
"""Seconds of wall time after which it has shown where something leads that the player did."""
KEYS = {"help": Intent.HELP, "back": Intent.TURN_BACK, "on": Intent.TURN_ON}
"""By their names in the words of a coach."""
TRIES = 3
"""The last ones that are told."""
LEADS = (
    *STEPS, Intent.HELP, Intent.FULLSCREEN, Intent.MUTE, Intent.FASTER, Intent.SLOWER,
    Intent.MENU,
)  # fmt: skip
"""What is seen or heard to be done, whether the card has waited for it or not."""


class CookCard(Overlay):
    """Of one try. Holds kitchen time while there is to read, or something is asked for.

    ``show_how`` is what the last hint does, ``skip`` is to go on without the step."""

    modal = False

    def __init__(
        self, screen: ServiceScreen, attempt: Attempt, show_how: Callable[[], object],
        skip: Callable[[], object],
    ) -> None:  # fmt: skip
        super().__init__(screen)
        self.cooking, self.attempt, self.stove = screen, attempt, attempt.stove
        self._show_how, self._skip = show_how, skip
        self.says: CardSays | None = None
        self._laid_out: tuple[tuple[str, Kit], CodeProse] | None = None
        self._hint: int | None = None
        self._since: float | None = None
        self._pressed: tuple[CardSays | None, float] | None = None
        """What it said when the player did something, and when, until it is seen where that led."""
        self._nodded: float | None = None
        """When it last told the player what it waits for, with these words."""
        self._ways = CookWays(screen)

    # -- making --------------------------------------------------------------------------------

    def build(self, kit: Kit) -> None:
        stage = self.cooking.stage
        self._dark = Kit(stage, kit.type, kit.art, DARK)
        self.kit = self._dark.on(ON_PAPER)
        self._limits = CookLimits(self.kit)
        self.show(self._now())

    def _now(self) -> CardSays | None:
        return says(self.attempt, self._hint, {n: self._ways.named(i) for n, i in KEYS.items()})

    def show(self, found: CardSays | None) -> None:
        """Say that. Kitchen time goes by if that is what leads on."""
        if found != self.says:
            self._nodded = None
        self.says = found
        self.page = Page(self.kit, self._controls())
        self.page.ring = False
        self.cooking.session.hold(found is not None and found.stops)

    @property
    def box(self) -> Box:
        low = self.cooking.stage.height
        if self.says is None:
            return X, low - LOW_FOOT - LOW, FOLDED, LOW
        return X, low - FOOT - HIGH, WIDE, HIGH

    def _controls(self) -> Sequence[Control]:
        x, y, w, h = self.box
        kit, (top, high) = self.kit, (y + 4.0, 28.0) if self.says is None else (y + 10.0, 32.0)
        if self.attempt.shows:
            hint = []
        else:
            hint = [Button(kit, (x + w - 202, top, 104, high), self.hint_words, self.hint, size=16)]
        skip = Button(kit, (x + w - 92, top, 80, high), "Skip", self._skip, size=16)
        if self.says is None or not self.says.button:
            return [*hint, skip]
        box = (x + w - 152, y + h - 56, 140, 44)
        main = Button(kit, box, self.says.button, self.go_on, main=True)
        return [main, *hint, skip]

    # -- hints ---------------------------------------------------------------------------------

    @property
    def hint_words(self) -> str:
        given = self.stove.hints
        return f"Hint {given + 1}" if given < HINTS else "Show it"

    def hint(self) -> None:
        """The next one; after the last one, how it is done."""
        if self.stove.hints >= HINTS:
            self._show_how()
            return
        self.stove.briefed = True
        self._hint = self.stove.hints
        self.stove.hints += 1
        self.follow()

    # -- going on ------------------------------------------------------------------------------

    def go_on(self) -> None:
        """What the card's own button does."""
        if self.says is None:
            return
        if self.attempt.shows and self.says.offer is None:
            self.cooking.leave(self.cooking.afresh())
        elif isinstance(self.says.offer, LookInto | ToPresent):
            self.cooking.act(self.says.offer)
        elif isinstance(self.says.offer, ReadIt):
            self._read(self.says)
        self.follow()

    def _read(self, read: CardSays) -> None:
        if not self.stove.briefed:
            self.stove.briefed = True
        elif self._hint is not None:
            self._hint = None
        elif read.advice is not None:
            self.stove.coaching.read(read.advice)

    def follow(self) -> None:
        """See where the facts have led."""
        before, found = self.says, self._now()
        if found == before:
            return
        if _index(found) != _index(before):
            self._since = None
            self.game.sounds.ui("flip")
        self.show(found)

    # -- an overlay ----------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> bool:
        """The card's own buttons; all else goes to the kitchen."""
        if self._asks_for_something(event):
            self._pressed = self.says, self.cooking.wall
        if event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            return self._point(event)
        if event.type in (pygame.KEYDOWN, pygame.CONTROLLERBUTTONDOWN):
            self._ways.pad = event.type == pygame.CONTROLLERBUTTONDOWN
        if self._presses(event):
            self.game.sounds.ui("press")
            self.go_on()
            return True
        return False

    def _presses(self, event: pygame.event.Event) -> bool:
        """Whether that presses the card's own button. A clock that goes is stopped by its own key,
        and the past has uses for all keys."""
        bindings, said = self.game.bindings, self.says
        if said is None or not said.button or said is PAST:
            return False
        clock = not said.stops and bindings.in_service(event) is Intent.PAUSE
        return bindings.in_menu(event) is Intent.CONFIRM and not clock

    @property
    def _button(self) -> str:
        return "" if self.says is None else self.says.button

    def _asks_for_something(self, event: pygame.event.Event) -> bool:
        """Whether that is a press which the card may have to answer."""
        if event.type == pygame.KEYDOWN and event.key in MODIFIERS:
            return False
        presses = pygame.KEYDOWN, pygame.CONTROLLERBUTTONDOWN, pygame.MOUSEBUTTONDOWN
        return event.type in presses and self.game.bindings.in_service(event) not in LEADS

    def _point(self, event: pygame.event.Event) -> bool:
        """What lies below the card is not to be clicked on through it."""
        used = self.page.point(event)
        if event.type == pygame.MOUSEMOTION:
            return used
        self._ways.pad = False
        pos = self.kit.stage.to_logical(event.pos)
        below = inside(self.box, pos) or (self._plated and inside(SWITCH, pos))
        return used or (event.type == pygame.MOUSEBUTTONDOWN and below)

    @property
    def _plated(self) -> bool:
        """Whether the lesson's plate lies over the switch between the kitchens."""
        return not self.stove.step.modes

    def nod(self, wall: float) -> None:
        """Tell what the card waits for, at this second on the wall."""
        self._nodded = wall

    def _answer(self, wall: float) -> None:
        """Nod to a player whose last deed led nowhere."""
        if self._pressed is None or wall - self._pressed[1] < SEEN:
            return
        (before, _), self._pressed = self._pressed, None
        if before is not None and before == self.says and self.cooking.overlays[-1] is self:
            self.nod(wall)

    def at_rest(self) -> bool:
        return self.says is None

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        if not self.cooking.covered:
            self.follow()
        if self._since is None:
            self._since = wall
        self._answer(wall)
        canvas = self.kit.stage.canvas(self.cooking.window.surface)
        if self._plated:
            self._plate(canvas)
        self._frame(canvas, wall)
        rise = 0.0 if self.game.calm else self._rise(wall, self._since)
        if self.says is None:
            self._folded(canvas)
        else:
            self._open(canvas, self.says, rise)
        self.page.draw(canvas, wall)

    def _rise(self, wall: float, since: float) -> float:
        """By how many logical px the card is off its place, as it comes and as it nods."""
        if self._nodded is not None and (age := wall - self._nodded) < NOD_SECONDS:
            return NOD * math.sin(math.pi * age / NOD_SECONDS)
        return Tween(RISE, 0.0, RISE_SECONDS, out_back).at(wall - since)

    def _paper(self, canvas: pygame.Surface, rise: float) -> None:
        stage = self.kit.stage
        x, y, w, h = self.box
        area, blur = stage.rect(x, y + rise, w, h), stage.px(12)
        shade = paint.shadow(area.size, stage.px(18), blur, 0.6)
        canvas.blit(shade, (area.x - 2 * blur, area.y - 2 * blur))
        face = paint.box(area.size, stage.px(18), palette.PAPER, palette.PAPER_D, stage.line(2))
        canvas.blit(face, area)

    def _folded(self, canvas: pygame.Surface) -> None:
        """The title and the limits, on one line."""
        self._paper(canvas, 0.0)
        x, y, w, h = self.box
        self._title(canvas, x + 20, y + h / 2, 240.0)
        self._limits.draw(canvas, self.attempt.limits, (x + 276, y + h / 2), w - 276 - 214)

    def _open(self, canvas: pygame.Surface, said: CardSays, rise: float) -> None:
        self._paper(canvas, rise)
        kit, (x, y, w, h) = self.kit, self.box
        y += rise
        chef = kit.art.get(self._pose(), height=CHEF)
        kit.put(canvas, chef, x - 44, y + h - 2, "midbottom")
        self._title(canvas, x + 26, y + 27, w - 26 - 214)
        words = self._prose(said.words, w - 52)
        words.draw(canvas, x + 26, y + 46, palette.INK, palette.STEAM_PAPER)
        used = words.height
        if task := self.task():
            wide = w - (200 if said.button else 52)
            task, size = kit.type.told((task,), 16, wide, weight="bold", whole=True)
            line = kit.type.ui(task, size, palette.MINT_PAPER, "bold")
            kit.put(canvas, line, x + 26, y + 58 + min(used, 69.0))
        else:
            self._tries(canvas, (x + 26, y + 54 + used), y + h - 40)
        self._limits.draw(canvas, self.attempt.limits, (x + 26, y + h - 22), w - 26 - 170)

    def _prose(self, words: str, room: float) -> CodeProse:
        """Laid out once, as it stands there for many frames."""
        told = (words, self.kit)
        if self._laid_out is None or self._laid_out[0] != told:
            for size in SIZES:
                prose = CodeProse(self.kit, words, (size,), room, weight="semibold")
                self._laid_out = told, prose
                if prose.height <= WORDS_HIGH:
                    break
        assert self._laid_out is not None
        return self._laid_out[1]

    def _title(self, canvas: pygame.Surface, x: float, y: float, room: float) -> None:
        title, size = self.kit.type.told((self.stove.step.title,), 19, room, "display", "", 0.8)
        self.kit.put(canvas, self.kit.type.display(title, size, palette.INK), x, y)

    def _tries(self, canvas: pygame.Surface, at: tuple[float, float], end: float) -> None:
        """What was tried before, while it is asked what to do."""
        if self.says is None or not self.stove.tries or self.says.advice is not None:
            return
        x, y = at
        kit = self.kit
        for line in self.stove.tries[-TRIES:]:
            if y + 9 > end:
                return
            words = kit.type.elide(f"Tried {line}", 14, WIDE - 240)
            kit.put(canvas, kit.type.ui(words, 14, palette.PAPER_MUTED), x, y + 6)
            y += 18

    def _plate(self, canvas: pygame.Surface) -> None:
        """Over the switch between the kitchens, where there is but one: which lesson it is."""
        stage, lesson = self._dark.stage, self.stove.lesson
        x, y, w, h = SWITCH
        canvas.fill(palette.AUBERGINE, stage.rect(x, 0.0, w, y + h / 2))  # a flag stands above it
        area = stage.rect(x, y, w, h)
        canvas.blit(paint.pill(area.size, palette.NIGHT, palette.MAUVE, stage.line(1)), area)
        number = f"Lesson {lesson.number}: " if lesson.number else ""
        words, size = self._dark.type.told((number + lesson.title,), 17, w - 32, "display", "", 0.8)
        title = self._dark.type.display(words, size, palette.CREAM)
        self._dark.put(canvas, title, x + w / 2, y + h / 2, "center")

    def _pose(self) -> str:
        """Glad at the beginning, unless something burns or somebody has left."""
        view = self.cooking.service.view
        sad = view.walked_out or any(order.burning for order in view.open_orders.values())
        return "chef_cheer" if not self.stove.briefed and not sad else "chef_idle"

    # -- words ---------------------------------------------------------------------------------

    def task(self) -> str:
        """What the card asks for, with the key or the button that does it now; where that goes
        without saying, only to a player who did something else."""
        if self.says is None:
            return ""
        told = self._ways.to_do(self.says)
        if told or self._nodded is None:
            return told
        return self._ways.to_read(self._button if self.says.stops else "")

    # -- pointing ------------------------------------------------------------------------------

    def _frame(self, canvas: pygame.Surface, wall: float) -> None:
        """A breathing frame around what the words are about."""
        box = self._place()
        if box is None:
            return
        breath = 0.0 if self.game.calm else 2.0 + 2.0 * math.sin(math.tau * BREATH * wall)
        x, y, w, h = box
        stage = self.kit.stage
        area = stage.rect(x - breath, y - breath, w + 2 * breath, h + 2 * breath)
        outer = area.inflate(2 * stage.line(1), 2 * stage.line(1))
        radius = stage.px(14)
        canvas.blit(paint.box(outer.size, radius, None, palette.INK, stage.line(6)), outer)
        canvas.blit(paint.box(area.size, radius, None, palette.SAFFRON, stage.line(4)), area)

    def _place(self) -> Box | None:
        """What they point at, in logical px."""
        if self.says is None:
            return None
        px, py, pw, _ = layout_of(self.kit.stage).panel
        match self.says.points:
            case "cell":
                return self.cooking.dish_box(self.says.order)
            case "code":
                return px + 8, py + 44, pw - 16, 188
            case "waiting":
                return self.cooking.waiting_box()
            case "switch":
                x, y, w, h = SWITCH
                return x - 4, y - 2, w + 8, h + 4
        return None


def _index(found: CardSays | None) -> object:
    """Of two cards that have the same, only the words differ."""
    if found is None or found.advice is None:
        return found
    return found.advice.index
