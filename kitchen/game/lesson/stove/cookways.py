"""How what the card asks for is done at this moment: by which key, which button, or which click."""

from __future__ import annotations

from kitchen.game.input.actions import LookInto, Pause, TogglePick, ToPresent
from kitchen.game.input.bindings import shown
from kitchen.game.input.intents import Intent
from kitchen.game.lesson.stove.cooksays import CardSays, ChooseOne
from kitchen.game.service.keys import action_for
from kitchen.game.service.screen import ServiceScreen


class CookWays:
    """``pad``: the player's last deed was one of a gamepad."""

    def __init__(self, screen: ServiceScreen) -> None:
        self._screen = screen
        self.pad = False

    def to_do(self, said: CardSays) -> str:
        match said.offer:
            case TogglePick(order):
                return self._how_to_pick(order, said.ask)
            case ChooseOne():
                return f"{said.ask}: {self._how_to_choose()}."
            case LookInto():
                return self._asked(
                    said.ask, "click its name above", Intent.NEXT_KITCHEN, " till you are there"
                )
            case ToPresent():
                return self._asked(said.ask, "click the button above", Intent.TO_PRESENT)
            case Pause():
                return self._asked(said.ask, "click the play button above", Intent.PAUSE)
        return ""

    def _asked(self, ask: str, how: str, intent: Intent, till: str = "") -> str:
        key = self.named(intent)
        press = f", or press {key}{till}" if key else ""
        return f"{ask}: {how}{press}."

    def _how_to_pick(self, order: int, name: str) -> str:
        """The number on a raised hand is the key."""
        if self.pad and (button := self.named(Intent.PICK)):
            return f"Go to {name} with the stick, and press {button}."
        intent = self._key_of(order)
        key = self.named(intent) if intent is not None else ""
        if not key:
            return f"Click {name}."
        return f"Click {name}, or press {key}, its number."

    def _how_to_choose(self) -> str:
        if self.pad and (button := self.named(Intent.PICK)):
            return f"go to a dish with the stick, and press {button}"
        return "click a dish, or press its number"

    def _key_of(self, number: int) -> Intent | None:
        """The number key that gives this order a chef, at this moment; None if none does."""
        service = self._screen.service
        order = service.view.orders.get(number)
        if order is None or order.table is None or number in service.view.picks:
            return None
        intent = Intent(f"dish_{order.table % 10}")
        return intent if action_for(intent, service, 1.0) == TogglePick(number) else None

    def named(self, intent: Intent) -> str:
        """Its key, or its button while a gamepad is used; empty if it has none."""
        buttons = self._screen.game.bindings.buttons.get(intent, ())
        if self.pad and buttons:
            return shown(buttons[0])
        return self._screen.game.bindings.named(intent)

    def to_read(self, button: str) -> str:
        """Of a card with that button; empty: it has none, or stops nothing."""
        if not button:
            return "The clock leads on from here: it will come."
        key = self.named(Intent.PICK if self.pad else Intent.CONFIRM)
        press = f", or press {key}" if key else ""
        return f"The clock waits until you have read this: click {button}{press}."
