"""What anything on the service screen is, what it waits for and why, in plain words. All pure."""

from __future__ import annotations

from kitchen.game.service.explain.explaindish import explain_dish
from kitchen.game.service.explain.explainthing import (
    explain_chef,
    explain_kitchen,
    explain_stretch,
    explain_thing,
)
from kitchen.game.service.explain.explaintime import (
    STEPS,
    explain_handle,
    explain_mark,
    explain_step,
)
from kitchen.game.service.explain.explanation import Explanation, Handles, ordinal
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.subjects import (
    Chef,
    FreePlace,
    GraphThing,
    KitchenOf,
    Marked,
    OrderedDish,
    SourceLine,
    Stretch,
    Subject,
    Thing,
    Wish,
)

MOUSE = Handles()


def explain(moment: Moment, subject: Subject, handles: Handles = MOUSE) -> Explanation | None:
    """Its explanation at this moment; None if the subject is gone."""
    match subject:
        case OrderedDish(order, part) if order in moment.view.orders:
            return explain_dish(moment, order, handles, part)
        case Wish(order) if order in moment.view.orders:
            return _wish(moment, order, handles)
        case FreePlace(kind=""):
            return Explanation("A free place", "What comes to the worktop next stands here.")
        case FreePlace(kind=kind):
            return Explanation(f"A free {kind}", f"The next dish that wants a {kind} gets one.")
        case KitchenOf(mode):
            return explain_kitchen(moment, mode)
        case Chef(number):
            return explain_chef(moment, number)
        case Stretch(order=order) if order in moment.view.orders:
            return explain_stretch(moment, subject)
        case Marked(at):
            return explain_mark(moment, at)
        case Thing("handle"):
            return explain_handle(moment, handles)
        case Thing(name) if name in STEPS:
            return explain_step(moment, name, handles)
        case SourceLine():
            from kitchen.game.service.explain.explainline import explain_line  # see `later`

            return explain_line(moment, subject)
        case GraphThing():
            from kitchen.game.service.explain.explainawaited import explain_awaited  # see `later`

            return explain_awaited(moment, subject)
        case Thing(name):
            return explain_thing(moment, name, handles)
    return None


def _wish(moment: Moment, order: int, handles: Handles) -> Explanation | None:
    view = moment.view
    if order not in view.picks:
        return None
    place = view.picks.index(order) + 1
    dish = explain_dish(moment, order, handles, None)
    what = view.next_hands(view.orders[order])
    text = f"The {ordinal(place)} of your picks. "
    text += f"Next for the hands: {what}. " if what else ""
    return Explanation(dish.title, text + dish.text, dish.code, dish.line, dish.hint, dish.state)
