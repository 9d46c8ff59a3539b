"""What the guide says in each state: words that are true at that moment, and a way on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from kitchen.game.input.actions import LookInto, Pause, TogglePick, ToPresent
from kitchen.game.service.tutorial.chapters import Cards
from kitchen.game.service.tutorial.story import EGG, HOME, OTHER, SOUP, Story
from kitchen.sim.view.orderview import OrderView

PointsAt = Literal["", "cell", "code", "waiting", "switch"]


@dataclass(frozen=True, slots=True)
class Read:
    """Go on when this is read."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing is asked for: kitchen time leads on."""


WayOn = Read | Wait | TogglePick | LookInto | Pause | ToPresent
"""What leads on from a card. That a player may skip it all is always offered as well."""


@dataclass(frozen=True, slots=True)
class GuideCard:
    """Kitchen time goes by only while ``offer`` is `Wait`."""

    words: str
    offer: WayOn = Read()
    ask: str = ""
    """What the player is asked for, before the keys that do it."""
    place: PointsAt = ""
    """What it points at; ``cell``: the place of ``order``."""
    order: int = SOUP

    @property
    def runs(self) -> bool:
        return isinstance(self.offer, Wait)


PAST = GuideCard(
    "You look at a moment that has been: all you see is as it was then, and the kitchen waits.",
    ToPresent(), "Back to now",
)  # fmt: skip
"""While the player looks back, whatever the state."""


def card(state: Cards, story: Story) -> GuideCard:
    """The card of that state at this moment; while the clock is stopped, one that says so."""
    found = CARDS[state](story)
    if found.runs and story.stopped:
        return GuideCard(found.words, Pause(), "The clock is stopped", found.place, found.order)
    return found


def _name(order: OrderView) -> str:
    return {SOUP: "soup", EGG: "egg"}.get(order.number, order.title.rstrip("."))


def _give(story: Story, number: int, words: str) -> GuideCard:
    """Ask for a chef for this order; while its hand is down there is nothing to ask for."""
    if not story.waits(number):
        return GuideCard(words, Wait(), "", "cell", number)
    name = {SOUP: "soup", EGG: "egg"}.get(number, "dish")
    return GuideCard(words, TogglePick(number), f"the {name}", "cell", number)


def _give_soup(story: Story) -> GuideCard:
    words = "You say which dish the chef's hands go to next. A guest wants soup: the dish has put "
    return _give(story, SOUP, f"{words}its hand up.")


def _soup_works(story: Story) -> GuideCard:
    if story.hands_on(SOUP):
        words = "The chef works, and the lit line fills up with it."
        return GuideCard(words, Wait(), "", "code")
    words = "The soup is picked: it gets the hands as soon as they are free."
    return GuideCard(words, Wait(), "", "cell")


def _egg_comes(story: Story) -> GuideCard:
    return GuideCard("The clock runs on, and the next guest is on the way.", Wait(), "", "waiting")


def _give_egg(story: Story) -> GuideCard:
    words = "A guest wants an egg. "
    if story.busy:
        words += "The hands are busy, but you can pick it already: then it is next."
    elif SOUP in story.view.picks:
        words += "You picked the soup: it gets the hands when it rings. Until then it needs "
        words += "nobody, so use the time."
    elif story.cooks(SOUP):
        words += "The soup needs nobody just now, so use the time."
    else:
        words += "The dish has its hand up."
    return _give(story, EGG, words)


def _egg_works(story: Story) -> GuideCard:
    if not story.hands_on(EGG):
        words = "The egg is picked: it gets the hands as soon as they are free."
        return GuideCard(words, Wait(), "", "cell", EGG)
    words = "Hands on the egg, fire under the soup." if story.cooks(SOUP) else "Hands on the egg."
    return GuideCard(words, Wait(), "", "code", EGG)


def _rings(story: Story) -> GuideCard:
    number = story.next
    order = story.order(number) if number is not None else None
    if order is None:
        return _timers(story)
    name = _name(order)
    if order.state != "open":
        words = f"The {name}'s guest has left. Hands must clear it away; then its place is free."
    elif order.burning is not None:
        words = f"The {name} burns: it waited too long for hands. They must scrape the pan, and it "
        words += "begins again."
    elif order.worked:
        words = f"Ding! The {name} is ready for hands again."
        if any(timer.keeps is not None for timer in order.timers):
            words += " When its fuse has burnt down, it spoils; later it burns."
    else:
        words = f"The {name} waits for hands: its own is up."
    return _give(story, order.number, words)


def _timers(story: Story) -> GuideCard:
    return GuideCard(
        "The fires work. Whatever rings first puts its hand up.", Wait(), "", "waiting"
    )


def _hands(story: Story) -> GuideCard:
    order = story.at_work
    if order is None:
        return _timers(story)
    what = next((part.what for part in order.live_parts if part.state == "hands"), "")
    words = f"Hands on the {_name(order)}: {what}."
    return GuideCard(words, Wait(), "", "code", order.number)


def _look(story: Story) -> GuideCard:
    words = "Served and paid. At this very moment three other kitchens cook the same two orders."
    return GuideCard(words, LookInto(OTHER), "Look into Blocking", "switch")


def _stares(story: Story) -> GuideCard:
    orders = story.service.views[OTHER].orders
    soup, egg = orders.get(SOUP), orders.get(EGG)
    if soup is None or soup.state == "open":
        words = "the chef stands at the soup until it is done, and whoever else is hungry waits."
    elif egg is not None and egg.state != "open":
        words = "the chef stayed with the soup until it was done, and only then began the egg."
    else:
        words = "the chef stood at the soup until it was done, and only now begins the egg."
    return GuideCard(f"Same chef, same orders, but here {words} That is called blocking.")


def _back(story: Story) -> GuideCard:
    words = "Yours is the one with the flag, wherever you look: nobody else decides there."
    return GuideCard(words, LookInto(HOME), "Go back to Concurrent", "switch")


def _away(story: Story) -> GuideCard:
    words = f"You look into the {story.mode} kitchen: the same orders at the same moment. Yours is "
    words += "the one with the flag, and the clock waits until you are back there."
    return GuideCard(words, LookInto(HOME), "Go back", "switch")


def _done(story: Story) -> GuideCard:
    left = [_name(order) for order in story.view.open_orders.values() if order.state == "open"]
    rest = f"cook the {left[0]} to its end" if len(left) == 1 else "cook to the end"
    words = "You said who is next, again and again: in a program, the event loop does that. "
    return GuideCard(
        f"{words}{{help}} explains what you see. Now {rest}, and compare the kitchens."
    )


def _says(words: str, place: PointsAt = "") -> Callable[[Story], GuideCard]:
    return lambda story: GuideCard(words, Read(), "", place)


CARDS: Mapping[Cards, Callable[[Story], GuideCard]] = {
    Cards.GIVE_SOUP: _give_soup,
    Cards.HANDS_ON_SOUP: _says(
        "Hands are on the soup now, and on nothing else. At the right stands its recipe; the line "
        "that is being worked on is lit.", "code",
    ),
    Cards.SOUP_WORKS: _soup_works,
    Cards.AWAIT: _says(
        "The soup cooks by itself now: its ring shows how long. The hands have let go. Python's "
        "word for that stands under WAITING: await.", "cell",
    ),
    Cards.EGG_COMES: _egg_comes,
    Cards.GIVE_EGG: _give_egg,
    Cards.EGG_WORKS: _egg_works,
    Cards.BOTH: _says(
        "Two dishes are on their way with one pair of hands: both cook, and nobody stands beside "
        "them. That is called concurrent.", "waiting",
    ),
    Cards.TIMERS: _timers,
    Cards.RINGS: _rings,
    Cards.HANDS: _hands,
    Cards.LOOK: _look,
    Cards.STARES: _stares,
    Cards.BACK: _back,
    Cards.DONE: _done,
    Cards.AWAY: _away,
}  # fmt: skip
