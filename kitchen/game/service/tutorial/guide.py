"""The guide: a card that leads a player through the first service, whatever the player does."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pygame

from kitchen.game.controls.button import Button
from kitchen.game.controls.control import Control
from kitchen.game.controls.page import Page
from kitchen.game.draw import paint, palette
from kitchen.game.draw.box import Box, inside
from kitchen.game.draw.ease import Tween, out_back
from kitchen.game.draw.kit import ON_PAPER, Kit
from kitchen.game.input.actions import LookInto, Pause, TogglePick, ToPresent
from kitchen.game.input.bindings import MODIFIERS, shown
from kitchen.game.input.intents import STEPS, Intent
from kitchen.game.service.hud.modeswitch import SWITCH
from kitchen.game.service.screen import ServiceScreen
from kitchen.game.service.tutorial.cards import PAST, GuideCard, Read, Wait, WayOn, card
from kitchen.game.service.tutorial.chapters import ORDER, Cards, Lead
from kitchen.game.service.tutorial.story import Story
from kitchen.game.shell.screen import Overlay
from kitchen.game.signs.layout import layout_of

CARD = (132.0, 548.0, 700.0, 160.0)  # logical px, from the stage's left and its foot up
PLAIN_H = 720.0
RISE, RISE_SECONDS = 18.0, 0.22
BREATH = 1.0  # Hz of the pointing frame
CHEF = 172.0  # logical px high
NOD, NOD_SECONDS = 7.0, 0.3  # logical px by which the card nods, and how long that takes
SEEN = 0.1
"""Seconds of wall time after which it has shown where something leads that the player did."""
SHOWS = (
    *STEPS, Intent.HELP, Intent.FULLSCREEN, Intent.MUTE, Intent.FASTER, Intent.SLOWER,
)  # fmt: skip
"""What is seen or heard to be done, whether the card has waited for it or not."""


class Guide(Overlay):
    """Lies over a service without stopping it; holds kitchen time while there is to read.

    It takes nothing away from the player but Esc, which skips it, and Enter, which presses its own
    button where it has one: the `Lead` follows whatever else is done. To what leads nowhere it
    nods, and says what it waits for. ``lead``: of a guide that is taken up again.
    """

    modal = False

    def __init__(self, screen: ServiceScreen, lead: Lead | None = None) -> None:
        super().__init__(screen)
        self.service_screen = screen
        self.lead = Lead() if lead is None else lead
        self.card = GuideCard("")
        self._since: float | None = None
        self._pressed: tuple[GuideCard, float] | None = None
        """The card on which the player did something, and when, until it is seen where that led."""
        self._nodded: float | None = None
        """When it last told the player what it waits for, on the present card."""
        self._pad = False
        """Whether a gamepad was used last."""

    def story(self, read: bool = False) -> Story:
        return Story(self.service_screen.service, read, self.service_screen.session.paused)

    # -- making --------------------------------------------------------------------------------

    def build(self, kit: Kit) -> None:
        stage = self.service_screen.stage
        self.kit = Kit(stage, kit.type, kit.art, ON_PAPER)
        x, y, w, h = CARD
        self._box: Box = (x, y + stage.height - PLAIN_H, w, h)
        self.show(self._now())

    def _now(self) -> GuideCard:
        """The card of this moment."""
        if self.service_screen.session.lookback.sight is not None:
            return PAST
        return card(self.lead.state, self.story())

    def show(self, found: GuideCard) -> None:
        """Show that card. Kitchen time goes by if that is what leads on."""
        if found != self.card:
            self._nodded = None
        self.card = found
        self.page = Page(self.kit, self._controls())
        self.page.ring = False
        self.service_screen.session.hold(not self.card.runs)

    def _controls(self) -> Sequence[Control]:
        """What leads on, where that is a button; and always to skip."""
        x, y, w, h = self._box
        words = self.words("Skip ({menu})")
        skip = Button(self.kit, (x + w - 148, y + 12, 134, 34), words, self.skip, size=16)
        main = self._main()
        if main is None:
            return [skip]
        box = (x + w - 148, y + h - 56, 134, 44)
        return [Button(self.kit, box, main, self.go_on, main=True), skip]

    def _main(self) -> str | None:
        """The words of the button that leads on; None: the player does so in the kitchen."""
        if isinstance(self.card.offer, Read):
            return "Cook!" if self.lead.state is Cards.DONE else "Go on"
        away = self.lead.state is Cards.AWAY or isinstance(self.card.offer, ToPresent)
        return "Go back" if away else None

    # -- going on ------------------------------------------------------------------------------

    def go_on(self) -> None:
        """What the card's own button does."""
        if isinstance(self.card.offer, LookInto | ToPresent):
            self.service_screen.act(self.card.offer)
        self.follow(read=isinstance(self.card.offer, Read))

    def follow(self, read: bool = False) -> None:
        """See where the facts have led."""
        moved = self.lead.follow(self.story(read))
        if self.lead.state is Cards.END:
            self.skip()
        elif moved:
            self._since = None
            self.game.sounds.ui("flip")
            self.show(self._now())
        elif (found := self._now()) != self.card:
            self.show(found)

    def skip(self) -> None:
        """Enough: cook on alone. The pause menu offers it again, nobody else does by themselves."""
        self.close()
        self.service_screen.session.hold(False)
        self.game.keep.change_progress(lambda progress: progress.but(tutorial_done=True))

    # -- an overlay ----------------------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> bool:
        """The card's own buttons; all else goes to the kitchen."""
        if self._asks_for_something(event):
            self._pressed = self.card, self.service_screen.wall
        if event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            return self._point(event)
        if event.type in (pygame.KEYDOWN, pygame.CONTROLLERBUTTONDOWN):
            self._pad = event.type == pygame.CONTROLLERBUTTONDOWN
        if self.game.bindings.in_service(event) is Intent.MENU:
            self.skip()
            return True
        if self.game.bindings.in_menu(event) is Intent.CONFIRM and self._main() is not None:
            self.go_on()
            return True
        return False

    def _asks_for_something(self, event: pygame.event.Event) -> bool:
        """Whether that is a press which the card may have to answer."""
        if event.type == pygame.KEYDOWN and event.key in MODIFIERS:
            return False
        presses = pygame.KEYDOWN, pygame.CONTROLLERBUTTONDOWN, pygame.MOUSEBUTTONDOWN
        return event.type in presses and self.game.bindings.in_service(event) not in SHOWS

    def _point(self, event: pygame.event.Event) -> bool:
        """What lies below the card is not to be clicked on through it."""
        used = self.page.point(event)
        if event.type == pygame.MOUSEMOTION:
            return used
        self._pad = False
        pressed = event.type == pygame.MOUSEBUTTONDOWN
        return used or (pressed and inside(self._box, self.kit.stage.to_logical(event.pos)))

    def nod(self, wall: float) -> None:
        """Tell what the card waits for, at this second on the wall."""
        self._nodded = wall

    def _answer(self, wall: float) -> None:
        """Nod to a player whose last deed led nowhere."""
        if self._pressed is None or wall - self._pressed[1] < SEEN:
            return
        (card, _), self._pressed = self._pressed, None
        if card == self.card and self.service_screen.overlays[-1] is self:
            self.nod(wall)

    def at_rest(self) -> bool:
        return False

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, canvas: pygame.Surface, wall: float) -> None:
        self.follow()
        if self.closed:
            return
        if self._since is None:
            self._since = wall
        self._answer(wall)
        canvas = self.kit.stage.canvas(self.service_screen.window.surface)
        self._frame(canvas, wall)
        self._card(canvas, 0.0 if self.game.calm else self._rise(wall, self._since))
        self.page.draw(canvas, wall)

    def _rise(self, wall: float, since: float) -> float:
        """By how many logical px the card is off its place, as it comes and as it nods."""
        if self._nodded is not None and (age := wall - self._nodded) < NOD_SECONDS:
            return NOD * math.sin(math.pi * age / NOD_SECONDS)
        return Tween(RISE, 0.0, RISE_SECONDS, out_back).at(wall - since)

    def _card(self, canvas: pygame.Surface, rise: float) -> None:
        kit, stage = self.kit, self.kit.stage
        x, y, w, h = self._box
        area, blur = stage.rect(x, y + rise, w, h), stage.px(12)
        shade = paint.shadow(area.size, stage.px(18), blur, 0.6)
        canvas.blit(shade, (area.x - 2 * blur, area.y - 2 * blur))
        face = paint.box(area.size, stage.px(18), palette.PAPER, palette.PAPER_D, stage.line(2))
        canvas.blit(face, area)
        chef = kit.art.get(self._pose(), height=CHEF)
        kit.put(canvas, chef, x - 44, y + h - 2, "midbottom")
        count = kit.type.ui(f"{self.lead.number} of {len(ORDER)}", 13, palette.PAPER_MUTED)
        kit.put(canvas, count, x + 26, y + 28)
        used = kit.paragraph(
            canvas, self.words(self.card.words), 18, palette.INK, (x + 26, y + 42, w - 190, 78), 25
        )
        if task := self.task():
            task = kit.type.elide(task, 17, w - (190 if self._main() else 60), weight="bold")
            colour = palette.MINT_PAPER
            kit.put(canvas, kit.type.ui(task, 17, colour, "bold"), x + 26, y + 58 + used)

    def _pose(self) -> str:
        """Glad at the beginning and the end, unless something burns or somebody has left."""
        view = self.service_screen.service.view
        sad = view.walked_out or any(order.burning for order in view.open_orders.values())
        glad = self.lead.state in (Cards.GIVE_SOUP, Cards.DONE) and not sad
        return "chef_cheer" if glad else "chef_idle"

    # -- words ---------------------------------------------------------------------------------

    def words(self, text: str) -> str:
        """With the names of the player's own keys in it."""
        return text.format(help=self._named(Intent.HELP), menu=self._named(Intent.MENU))

    def task(self) -> str:
        """What the card asks for, with the key or the button that does it now; where that goes
        without saying, only to a player who did something else."""
        told = self._how(self.card.offer)
        return told or ("" if self._nodded is None else self._what_it_waits_for())

    def _what_it_waits_for(self) -> str:
        if isinstance(self.card.offer, Wait):
            return "The clock leads on from here: it will come."
        key = self._named(Intent.PICK if self._pad else Intent.CONFIRM)
        press = f", or press {key}" if key else ""
        return f"The clock waits until you have read this: click {self._main()}{press}."

    def _how(self, offer: WayOn) -> str:
        ask = self.card.ask
        match offer:
            case TogglePick(order):
                return self._how_to_pick(order, ask)
            case LookInto():
                key = self._named(Intent.NEXT_KITCHEN)
                press = f", or press {key} till you are there" if key else ""
                return f"{ask}: click its name above{press}."
            case ToPresent():
                key = self._named(Intent.TO_PRESENT)
                press = f", or press {key}" if key else ""
                return f"{ask}: click the button above{press}."
            case Pause():
                key = self._named(Intent.PAUSE)
                press = f", or press {key}" if key else ""
                return f"{ask}: click the play button above{press}."
        return ""

    def _how_to_pick(self, order: int, name: str) -> str:
        """The number on a raised hand is the key."""
        if self._pad and (button := self._named(Intent.PICK)):
            return f"Go to {name} with the stick, and press {button}."
        story = self.story()
        intent = story.key(order)
        key = self._named(intent) if intent is not None else ""
        if not key:
            return f"Click {name}."
        return f"Click {name}, or press {key}, its number."

    def _named(self, intent: Intent) -> str:
        """Its key, or its button while a gamepad is used; empty if it has none."""
        buttons = self.game.bindings.buttons.get(intent, ())
        if self._pad and buttons:
            return shown(buttons[0])
        return self.game.bindings.named(intent)

    def _frame(self, canvas: pygame.Surface, wall: float) -> None:
        """A breathing frame around what the step is about."""
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
        """What the step points at, in logical px."""
        layout = layout_of(self.kit.stage)
        px, py, pw, _ = layout.panel
        if self.card.place == "cell":
            return self.service_screen.dish_box(self.card.order)
        if self.card.place == "code":
            return px + 8, py + 44, pw - 16, 188
        if self.card.place == "waiting":
            return self.service_screen.waiting_box()
        if self.card.place == "switch":
            x, y, w, h = SWITCH
            return x - 4, y - 2, w + 8, h + 4
        return None
