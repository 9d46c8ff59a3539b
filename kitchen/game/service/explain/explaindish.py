"""A dish explained: what it does, what it waits for and why, at this moment."""

from __future__ import annotations

from kitchen.game.draw import format as fmt
from kitchen.game.service.explain.explanation import (
    Explanation,
    Handles,
    an,
    listed,
    ordinal,
    source_line,
)
from kitchen.game.signs.focus import focus
from kitchen.game.signs.foreseen import cost
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.outlook import hands_words, keeps_words
from kitchen.game.signs.states import State, part_state
from kitchen.game.signs.tables import name_of, named, next_order
from kitchen.game.signs.yours import refusal
from kitchen.sim.plan import CLEARING
from kitchen.sim.view.chefview import ChefView
from kitchen.sim.view.coming import coming_block
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView, PartView

ENDS = {
    "served": "Served: the plate is with its guest.",
    "walked_out": "The guest has left.",
    "rail_full": "The rail was full: the guest went elsewhere.",
    "turned_away": "The kitchen closed before it was done.",
}
BLIND = "What a pick costs cannot be tried out here: a recipe or the policy would leave traces."
CLEARED = "It has been cleared away."


def explain_dish(moment: Moment, number: int, handles: Handles, part: int | None) -> Explanation:
    """Of the part that says most about it, or of one given part."""
    order = moment.view.orders[number]
    title = name_of(order)
    if order.cleared:
        served = order.state == "served" or not order.found_room
        text = ENDS[order.state if order.found_room else "rail_full"]
        text += "" if served else f" {CLEARED}"
        return Explanation(title, text, state="done")
    shown = order.parts.get(part) if part is not None else focus(order)
    if shown is None or shown.state == "gone":
        shown = focus(order)
    if shown is None:
        return Explanation(title, "Just ordered.")
    state = part_state(shown)
    if order.state != "open":
        text = f"{ENDS[order.state]} {_clearing(moment, order, shown, state)}"
        return Explanation(title, text, hint=_hint(moment, order, state, handles), state=state)
    line = shown.timer.line if shown.timer is not None else shown.line
    told = _state_words(moment, order, shown, state), _patience(moment, order)
    text = " ".join(words for words in (*told, _cost(moment, order)) if words)
    shows_code = state in ("hands", "cooking", "staring")
    code = source_line(moment, order.dish, line) if shows_code else ""
    return Explanation(
        title, text, code, line if code else 0, _hint(moment, order, state, handles), state
    )


def _cost(moment: Moment, order: OrderView) -> str:
    """What a pick of it costs, where that can be foreseen."""
    if moment.blind:
        return BLIND
    foresight = moment.foresight
    if foresight is None or foresight.order != order.number:
        return ""
    return cost(foresight, moment.view, moment.grain)


def _clearing(moment: Moment, order: OrderView, part: PartView, state: State) -> str:
    """What becomes of a dish that nobody waits for any more."""
    if state == "hands":
        left = fmt.remaining(part.hands_until - moment.now, moment.grain)
        who = _whose(moment.view, part.chef).capitalize()
        if part.what == CLEARING:
            return f"{who} is clearing it away, for {left} more."
        return f"{who} is still at it for {left} more, and then clears it away."
    if state == "staring":
        return "Its chef stands there, and clears it away next."
    queue = _turn(moment.view, order.number)
    needs = hands_words(coming_block(moment.view, order), moment.grain)
    words = f"It waits for a chef to clear it away{queue}. {needs} {_why_nobody_comes(moment)}"
    return words.strip()


def _state_words(moment: Moment, order: OrderView, part: PartView, state: State) -> str:
    if state == "hands":
        return _hands(moment, part)
    if state == "cooking":
        return _cooking(moment, order, part)
    if state == "ready":
        return _ready(moment, order, part)
    if state == "burning":
        return _burning(moment, order, part)
    if state == "staring":
        return _staring(moment, part)
    return _blocked(moment, order, part)


def _hands(moment: Moment, part: PartView) -> str:
    left = fmt.remaining(part.hands_until - moment.now, moment.grain)
    return f"Hands on: {_whose(moment.view, part.chef)} is here and nowhere else, for {left} more."


def _cooking(moment: Moment, order: OrderView, part: PartView) -> str:
    timer = part.timer
    assert timer is not None
    words = f"Cooking. Nobody is needed for {fmt.remaining(timer.left(moment.now), moment.grain)}."
    block = coming_block(moment.view, order)
    if block is not None and block.steps:
        words += f" Then it {_lower(hands_words(block, moment.grain))}"
    if timer.keeps is not None:
        words += f" It keeps for {fmt.duration(timer.keeps)} before it spoils."
    return words


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _ready(moment: Moment, order: OrderView, part: PartView) -> str:
    view = moment.view
    since = fmt.duration(moment.now - part.since, moment.grain)
    if moment.attention == "stay" and (own := _own_chef(view, order.number)) is not None:
        return f"Ready for {since}. Its own chef {own.number} is with another part of the dish."
    block, stay = coming_block(view, order), moment.attention == "stay"
    words = [hands_words(block, moment.grain, stay), keeps_words(order, moment.now, moment.grain)]
    words.append(f"Ready for {since}{_turn(view, order.number)}.")
    return " ".join([*words, _why_nobody_comes(moment)]).strip()


def _turn(view: KitchenView, number: int) -> str:
    """Whether it is next, or who is before it."""
    if next_order(view) == number:
        return ", and next"
    before = (view.place_in_line(number) or 1) - 1
    if number in view.picks:
        return ", and picked"
    return f"; {fmt.count(before, 'dish', 'dishes')} before it in line" if before else ""


def _why_nobody_comes(moment: Moment) -> str:
    """Why no chef takes a raised hand at once."""
    view = moment.view
    if any(chef.state == "free" for chef in view.chefs):
        return "" if moment.autopilot or view.picks else "A chef is free and waits for your pick."
    busy = [chef for chef in view.chefs if chef.state == "hands"]
    if len(view.chefs) == 1:
        return _what_the_chef_does(moment, view.chefs[0])
    if not busy:
        return f"All {len(view.chefs)} chefs stare at their pots."
    first = min(busy, key=lambda chef: chef.until)
    when = fmt.clock(first.until, moment.grain)
    return f"All {len(view.chefs)} chefs are busy; the first is free at {when}."


def _what_the_chef_does(moment: Moment, chef: ChefView) -> str:
    if chef.state == "hands":
        until = fmt.clock(chef.until, moment.grain)
        return f"The chef is at {named(moment.view, chef.order)} ({chef.what}) until {until}."
    timer = _timer_of(moment.view, chef)
    until = f" until {fmt.clock(timer, moment.grain)}" if timer is not None else ""
    dish = named(moment.view, chef.order)
    return f"The chef stares at {dish}{until}, and can do nothing else."


def _burning(moment: Moment, order: OrderView, part: PartView) -> str:
    timer = part.timer
    assert timer is not None and timer.burnt is not None
    since = fmt.duration(moment.now - timer.burnt, moment.grain)
    rang = fmt.clock(timer.until, moment.grain)
    return (
        f"Burning for {since}: it rang at {rang} and nobody came in time. "
        f"{hands_words(coming_block(moment.view, order), moment.grain)} It begins again."
    )


def _staring(moment: Moment, part: PartView) -> str:
    chef = "The chef" if len(moment.view.chefs) == 1 else f"Chef {part.chef}"
    if part.timer is not None:
        left = fmt.remaining(part.timer.left(moment.now), moment.grain)
        how = f"{chef} stares at the pot for {left} more"
    elif part.wants is not None:
        how = f"{chef} stands there and {_wants(moment, part)}"
    else:
        how = f"{chef} stands there and waits"
    return f"{how}: nobody leaves a pot in this kitchen."


def _blocked(moment: Moment, order: OrderView, part: PartView) -> str:
    if part.wants is not None:
        words = _wants(moment, part)
        return f"{words[:1].upper()}{words[1:]}.{_line(moment.view, order, part)}"
    others = [p for p in order.live_parts if p is not part]
    if others:
        return f"Waits for its {fmt.count(len(others), 'part')}: it goes on when all are done."
    return "Waits for another dish."


def _wants(moment: Moment, part: PartView) -> str:
    """``waits for an oven: both are taken by 2 Pie and 5 Cake (the first is free in about 40s)``"""
    view, kind = moment.view, part.wants or ""
    holders = [order for order in view.stations.get(kind, []) if order is not None]
    names = [named(view, order) for order in dict.fromkeys(holders)]
    how = {1: "it is", 2: "both are"}.get(len(holders), f"all {len(holders)} are")
    words = f"waits for {an(kind)}"
    if not names:
        return words
    words += f": {how} taken by {listed(names)}"
    lefts = [timer.left(moment.now) for number in holders for timer in view.orders[number].timers]
    if lefts:
        words += f" (the first is free in about {fmt.remaining(min(lefts), moment.grain)})"
    return words


def _line(view: KitchenView, order: OrderView, part: PartView) -> str:
    line = view.wanting.get(part.wants or "", [])
    mine = (order.number, part.number)
    if mine not in line or len(line) < 2:
        return ""
    return f" It is {ordinal(line.index(mine) + 1)} in line."


def _patience(moment: Moment, order: OrderView) -> str:
    if order.deadline is None:
        return "" if order.patience is None else "In a calm kitchen the guest waits for ever."
    return f"The guest leaves in {fmt.remaining(order.deadline - moment.now, moment.grain)}."


def _whose(view: KitchenView, chef: int | None) -> str:
    return "the chef" if len(view.chefs) == 1 or chef is None else f"chef {chef}"


def _own_chef(view: KitchenView, order: int) -> ChefView | None:
    return next((c for c in view.chefs if c.order == order and c.state != "free"), None)


def _timer_of(view: KitchenView, chef: ChefView) -> float | None:
    order = view.orders.get(chef.order) if chef.order is not None else None
    part = order.parts.get(chef.part) if order is not None else None
    return part.timer.until if part is not None and part.timer is not None else None


def _hint(moment: Moment, order: OrderView, state: State, handles: Handles) -> str:
    """What can be done with it."""
    if moment.present is not None:
        change = "take the pick back" if order.number in moment.view.picks else "pick it"
        return f"{handles.pick}: take over from here, and {change}."
    if moment.away and moment.yours is not None:
        if not moment.yours.free:
            return refusal(moment.yours.mode)
        return f"{handles.pick}: it gets a chef next, and this kitchen is yours from then on."
    if moment.attention == "stay" and _own_chef(moment.view, order.number) is not None:
        return ""
    if order.number in moment.view.picks:
        words = f"{handles.take_back}: take the pick back."
        if moment.view.picks[0] != order.number:
            words += f" {handles.first}: to the front."
        return words
    if state in ("ready", "burning"):
        return f"{handles.pick}: the next chef comes here."
    return f"{handles.pick}: a chef comes as soon as its hand goes up."
