"""The reckoning in words: what was lost, what the hands did meanwhile, and what would have saved
it."""

from __future__ import annotations

from kitchen.english import counted, is_many, span, spelled, without_sides
from kitchen.lab.meanwhile import Meanwhile
from kitchen.lab.reckoning import Reckoned, Tried
from kitchen.lab.setbacks import Setback
from kitchen.report.amounts import dollars
from kitchen.sim.view.kitchenview import KitchenView
from kitchen.sim.view.orderview import OrderView

STAR = {1: "a star", 2: "a second star", 3: "a third star"}
"""What the last of so many is called."""

NO_WAIT = 0.5
"""Seconds: what is shorter, words would tell as none."""


def moment(seconds: float) -> str:
    """``8:34``, ``1:02:05``: a time of the kitchen's clock."""
    hours, minutes, rest = int(seconds) // 3600, int(seconds) // 60 % 60, int(seconds) % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def dish(order: OrderView) -> str:
    """Its title without what comes with it: ``Steak``, not ``Steak and herb butter``."""
    return without_sides(order.title)


def at_table(order: OrderView) -> str:
    """``4 Soft eggs``: with its one number, which tells it from others of its name."""
    return dish(order) if order.table is None else f"{order.table} {dish(order)}"


def what(setback: Setback, view: KitchenView) -> str:
    """``Soft eggs burnt at 8:34, and the guest left at 9:10``."""
    name, lost = dish(view.orders[setback.order]), setback.lost
    at = moment(lost.t)
    if lost.kind == "burnt":
        gone = setback.gone
        return f"{name} burnt at {at}" + (f", and the guest left at {moment(gone)}" if gone else "")
    if lost.kind == "spoilt":
        share = lost.cents / lost.worth if lost.worth else 1.0
        return f"{name} lost {share:.0%} of {'their' if is_many(name) else 'its'} worth at {at}"
    if lost.kind == "rail_full":
        return f"A guest for {name} found the rail full at {at}"
    did = "left" if lost.kind == "walked_out" else "was turned away"
    return f"The guest of {name} {did} at {at}"


def hands(one: Reckoned, view: KitchenView) -> str:
    """What the hands did meanwhile: ``Done at 7:54; the hands were on 3 Pancakes for 40
    seconds.``"""
    setback, doing = one.setback, _doing(one.meanwhile, view)
    delay = setback.delay
    if setback.lost.kind in ("burnt", "spoilt"):
        begin = f"Done at {moment(delay.since)}"
    elif setback.lost.kind == "rail_full":
        return "Whoever finds the rail full leaves at once: there were too many open orders."
    elif delay.seconds < NO_WAIT:
        return "Nothing kept it waiting: its guest would not wait as long as it takes."
    else:
        for_what = "hands" if delay.station is None else f"a free {delay.station}"
        begin = (
            f"The longest wait was for {for_what}, {span(delay.seconds)} from {moment(delay.since)}"
        )
    return f"{begin}; {doing}."


def _doing(meanwhile: Meanwhile, view: KitchenView) -> str:
    many, stay = len(view.chefs) > 1, view.opened is not None and view.opened.attention == "stay"
    if meanwhile.mostly == "idle" or meanwhile.order is None:
        return f"{'a chef was' if many else 'the hands were'} idle for {span(meanwhile.idle)} of it"
    name, held = at_table(view.orders[meanwhile.order]), span(meanwhile.held)
    who = "a chef was" if many else "the chef was" if stay else "the hands were"
    if meanwhile.mostly == "one":
        return f"{who} {'with' if stay else 'on'} {name} for {held}"
    busy = f"{'the chefs' if many else 'the hands'} were with {counted(meanwhile.others, 'other')}"
    return f"{busy}, the longest {name}, {held}"


def saving(one: Reckoned, view: KitchenView, possible: bool = True) -> str:
    """Which pick would have saved it, or what was tried."""
    if not one.done:
        return "Cooking it again, to see which pick would have saved it ..."
    them = "them" if is_many(dish(view.orders[one.setback.order])) else "it"
    if not possible:
        return "This shift cannot be cooked again on the side, so no pick was tried."
    if one.saved is not None:
        return f"{_pick(one.saved, view)} would have saved {them}: {gained(one.saved)}."
    if one.best is not None:
        return f"{_pick(one.best, view)} {_but(one, one.best, them)}"
    if not one.tried:
        return "There was no other pick to be made."
    if one.tried == 1:
        return f"One other pick was possible, and was tried: it would not have saved {them}."
    tried = spelled(one.tried).capitalize()
    return f"{tried} other picks were tried: not one of them would have saved {them}."


def again(one: Reckoned, view: KitchenView) -> str:
    """What to do about it, for who is back where it can be saved."""
    if one.saved is None:
        return f"{what(one.setback, view)}: try another way."
    them = "them" if is_many(dish(view.orders[one.setback.order])) else "it"
    first = at_table(view.orders[one.saved.pick.order])
    if one.saved.pick.order == one.setback.order:
        return f"{first} first would save {them}."
    return f"{first} first would save {at_table(view.orders[one.setback.order])}."


def _pick(tried: Tried, view: KitchenView) -> str:
    return f"{at_table(view.orders[tried.pick.order])} first at {moment(tried.pick.at)}"


def _but(one: Reckoned, best: Tried, them: str) -> str:
    """What it would have averted, and at what cost."""
    if best.still is None or best.still.kind == "spoilt":
        return f"would have saved {them}, but cost {_price(best)} elsewhere."
    first, kept = one.setback.lost.kind, ""
    if first in ("burnt", "spoilt"):
        kept = f"would have kept {them} from {'burning' if first == 'burnt' else 'spoiling'}"
    else:
        kept = "would have kept the guest"
    after = {
        "burnt": f"{them.replace('them', 'they')} would have burnt",
        "walked_out": "the guest would have left",
        "turned_away": "the guest would have been turned away",
        "rail_full": "the rail would have been full",
    }[best.still.kind]
    return f"{kept}, but {after} all the same."


def _price(tried: Tried) -> str:
    lost = []
    if tried.gain < 0.0:
        lost.append(dollars(-tried.gain))
    if tried.more_stars < 0:
        lost.append("a star" if tried.more_stars == -1 else f"{spelled(-tried.more_stars)} stars")
    return " and ".join(lost)


def gained(tried: Tried) -> str:
    """``+$7.00, a second star``."""
    money = f"+{dollars(tried.gain)}" if tried.gain else "no more money"
    if tried.more_stars <= 0:
        return money
    more = tried.more_stars
    star = STAR.get(tried.stars, "a star more") if more == 1 else f"{spelled(more)} more stars"
    return f"{money}, {star}"
