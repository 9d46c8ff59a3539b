"""The screen's own things explained: clock, money, stars, switches, sections, chefs, bars."""

from __future__ import annotations

from collections.abc import Callable

from kitchen.english import counted
from kitchen.game.draw import format as fmt
from kitchen.game.service.explain.explanation import Explanation, Handles, source_line
from kitchen.game.signs import lostwords, targets
from kitchen.game.signs.loopwords import heading, waits_for_pick, whose_turn
from kitchen.game.signs.moment import Moment
from kitchen.game.signs.ribbon import ribbon_of
from kitchen.game.signs.ringing import WORDS
from kitchen.game.signs.subjects import Stretch
from kitchen.game.signs.tables import name_of, named
from kitchen.game.signs.yours import how_to_earn, needs, why_watched
from kitchen.sim.view.segment import Segment

NOBODY = "Who is ready for hands stands here, in the order in which the hands went up."
KITCHENS = {
    "blocking": ("Blocking: one chef who stays",
                 "The chef stands at each pot until it rings, and all others wait. A program that "
                 "does so is blocked."),
    "concurrent": ("Concurrent: one chef who leaves",
                   "The chef lets go while food cooks, and whoever is ready gets the hands. "
                   "Python calls it asyncio."),
    "parallel": ("Parallel: many chefs who stay",
                 "Each chef stands at a pot of their own: fast, and a wage for every one. In a "
                 "program such chefs are threads."),
    "hybrid": ("Hybrid: many chefs who leave",
               "Whoever is free takes the next dish that is ready, and nobody stands at a pot. In "
               "a program: many event loops at once."),
}  # fmt: skip


def explain_kitchen(moment: Moment, mode: str) -> Explanation:
    title, text = KITCHENS.get(mode, (mode, ""))
    return Explanation(title, text, hint=_look_in(moment, mode))


def _look_in(moment: Moment, mode: str) -> str:
    """What a look into that kitchen is, and which one is the player's."""
    yours = moment.yours
    if yours is None:
        return "You are in this kitchen." if moment.mode == mode else "Look in: the same orders."
    if mode == yours.mode:
        return f"This one is yours. {needs(yours)}".strip()
    here = "You look in: " if moment.mode == mode else "Look in: "
    if yours.free:
        return here + "same orders, same moment. A pick in it makes it yours."
    return here + "same orders, same moment; yours goes on with your picks."


def explain_chef(moment: Moment, number: int) -> Explanation:
    view = moment.view
    chef = next((chef for chef in view.chefs if chef.number == number), None)
    title = "The chef" if len(view.chefs) == 1 else f"Chef {number}"
    if chef is None:
        return Explanation(title)
    if chef.state == "hands":
        text = (
            f"Hands on {named(view, chef.order)}: {chef.what}, until "
            f"{fmt.clock(chef.until, moment.grain)}."
        )
        return Explanation(title, text, state="hands")
    if chef.state == "staring":
        since = fmt.duration(moment.now - chef.since, moment.grain)
        text = (
            f"Stares at {named(view, chef.order)} for {since} now, and does nothing else. "
            "The wage is due anyway."
        )
        return Explanation(title, text, state="staring")
    if waits_for_pick(moment):
        return Explanation(title, "Free. Hands are up: say who is next.")
    if moment.attention == "stay":
        text = "Free: no dish waits for a chef. The wage is due anyway."
        return Explanation(title, text)
    return Explanation(title, "Free: nobody needs hands just now.")


def explain_stretch(moment: Moment, bar: Stretch) -> Explanation:
    """A bar of the timeline."""
    order = moment.view.orders[bar.order]
    segment = next(
        (s for s in order.segments if (s.part, s.start, s.kind) == (bar.part, bar.start, bar.kind)),
        None,
    )
    title = name_of(order)
    if segment is None:
        return Explanation(title)
    end = moment.now if segment.end is None else min(segment.end, moment.now)
    span = fmt.duration(end - segment.start, moment.grain)
    when = f"from {fmt.clock(segment.start, moment.grain)} to {fmt.clock(end, moment.grain)}"
    if segment.end is None or segment.end > moment.now:
        when = f"since {fmt.clock(segment.start, moment.grain)}"
    return Explanation(title, f"{_bar(segment)}, {when}: {span}.")


def _bar(segment: Segment) -> str:
    what = f" ({segment.what})" if segment.what else ""
    by = f" by chef {segment.chef}" if segment.chef else ""
    return {
        "hands": f"Hands on{what}{by}",
        "cooking": f"Cooking{what}, nobody needed",
        "ready": "Hand up, waiting for a chef",
        "burning": "Burning, nobody came",
        "staring": f"Chef {segment.chef} stares{what}",
        "blocked": "Waiting for a free hob or oven, or for its own parts",
    }[segment.kind]


# -- things ------------------------------------------------------------------------------------


def explain_thing(moment: Moment, name: str, handles: Handles) -> Explanation:
    return THINGS[name](moment, handles)


def _clock(moment: Moment, handles: Handles) -> Explanation:
    rate = moment.tempo * moment.speed * moment.slow
    text = f"{rate:g} seconds of kitchen time go by in a second of yours, at {moment.speed:g}x."
    if moment.slow < 1.0:
        text += f" You have slowed it to {moment.slow:g} of that in the settings."
    if moment.yours is not None and moment.yours.resting:
        text = "It rests while you look into another kitchen: you have set it so."
    if moment.ringing.turn is not None:
        text = f"{WORDS[moment.ringing.turn]}: it stands until you pick, or let it go on."
    if moment.evening is not None:
        last = fmt.clock(moment.evening.last, moment.grain)
        closed = moment.evening.closed
        text += f" Last orders {'were' if closed else 'are'} at {last}."
    if moment.paused:
        text = "Kitchen time stands still. You can still pick dishes and look around."
    return Explanation("Kitchen time", text)


def _shift(moment: Moment, handles: Handles) -> Explanation:
    view = moment.view
    text = (
        f"{fmt.count(len(view.orders), 'order')} so far: {view.served} served, "
        f"{len(view.open_orders)} open, {view.walked_out} walked out"
    )
    text += f", {view.turned_away} turned away." if view.turned_away else "."
    if moment.rail is not None:
        text += (
            f" The rail holds {counted(moment.rail, 'ticket')}: who finds it full goes elsewhere."
        )
    if moment.seed is None:
        text += " They are the same each time."
    else:
        text += f" Seed {moment.seed}: the same number brings the same orders."
    return Explanation(moment.title, text)


def _money(moment: Moment, handles: Handles) -> Explanation:
    view, wages = moment.view, moment.view.wages(moment.now) * 100.0
    profit = fmt.money(view.revenue - wages)
    text = (
        f"{fmt.money(view.revenue)} came in, {fmt.money(view.tips)} of it tips; "
        f"{fmt.money(wages)} went out as wages. Spoilt food brings less."
    )
    return Explanation(f"Profit so far: {profit}", text)


def _losses(moment: Moment, handles: Handles) -> Explanation:
    losses = moment.view.losses
    head = lostwords.tally(len(losses), losses.cents)[0]
    return Explanation(head, "\n".join(lostwords.told(moment.view, moment.grain)))


def _stars(moment: Moment, handles: Handles) -> Explanation:
    closed = moment.view.makespan is not None
    if not moment.targets:
        return Explanation("No targets", "This shift asks for nothing: cook as you like.")
    lines = [targets.line(star, closed=closed) for star in moment.targets]
    lines += [words for star in moment.targets if (words := targets.meaning(star.measure))]
    yours = moment.yours
    if moment.view.aids and moment.counts:
        lines.append("With help from the settings: they will wear a mitt.")
    if yours is None or yours.watched is None:
        return Explanation("A star for each target", "\n".join(lines))
    lines.insert(0, why_watched(yours.watched))
    kitchen = None if yours.free else yours.mode
    title = f"No stars here: {ribbon_of(yours.watched)}"
    return Explanation(title, "\n".join(lines), hint=how_to_earn(kitchen, yours.watched))


def _streak(moment: Moment, handles: Handles) -> Explanation:
    run = moment.view.clean_run
    text = f"{fmt.count(run.length, 'clean plate')} in a row. {targets.meaning('clean')}"
    return Explanation("Clean plates", f"{text} Best so far: {run.longest}.")


def _autopilot(moment: Moment, handles: Handles) -> Explanation:
    if moment.away:
        return Explanation("Autopilot", "It belongs to your own kitchen, not to this one.")
    if moment.autopilot:
        text = f"It decides for you: {whose_turn(moment.view.policy)}. Your picks still go first."
        return Explanation("Autopilot: on", text, hint="No stars while it decides.")
    return Explanation("Autopilot: off", "You say who is next: nobody moves until you pick.")


def _pause(moment: Moment, handles: Handles) -> Explanation:
    return Explanation("Go on" if moment.paused else "Pause", "Picks can be made while it stands.")


def _next_ring(moment: Moment, handles: Handles) -> Explanation:
    return Explanation(
        "On to the next ring",
        "Time runs fast until something needs you, and stands there until you have picked. It "
        "changes no outcome.",
        hint=f"{handles.next_ring}; once more: stop here.",
    )


def _speed(moment: Moment, handles: Handles) -> Explanation:
    return Explanation("Speed", "How fast kitchen time goes by. It changes no outcome.")


def _loop(moment: Moment, handles: Handles) -> Explanation:
    head = heading(max(1, len(moment.view.chefs)), moment.attention)
    if moment.attention == "stay":
        text = "Each chef has one dish, and waits where that waits. In a program: a thread."
    else:
        text = "Take who is ready, work until it has to wait, take the next: that is all it does."
    return Explanation(head.title, text)


def _running(moment: Moment, handles: Handles) -> Explanation:
    return Explanation(
        "Running",
        "The dish that has the hands. Until it has to wait, they are there and nowhere else.",
    )


def _code(moment: Moment, handles: Handles) -> Explanation:
    chefs = [c for c in moment.view.chefs if c.state != "free" and c.order in moment.view.orders]
    if not chefs or chefs[0].order is None:
        text = "Nobody's hands are needed just now."
        if moment.view.line:
            text = "A chef is free, and a dish is ready: its recipe runs here once it has the chef."
        return Explanation("The recipe that runs", text)
    order = moment.view.orders[chefs[0].order]
    part = order.parts.get(chefs[0].part)
    line = part.line if part is not None else 0
    return Explanation(
        "The recipe that runs",
        "The recipe just as Python runs it. The lit line fills as the work goes on.",
        source_line(moment, order.dish, line), line,
    )  # fmt: skip


def _ready(moment: Moment, handles: Handles) -> Explanation:
    line = moment.view.line
    hands = sum(order in line for order, _ in moment.view.ready)
    text = f"{fmt.count(len(line), 'dish', 'dishes')} with {fmt.count(hands, 'hand')} up, in the "
    text += "order in which they went up; your picks come first."
    if moment.away:
        choice = f"In this kitchen it is {whose_turn(moment.view.policy)}."
    elif moment.autopilot:
        choice = "The autopilot chooses who gets the next chef."
    else:
        choice = "You choose who gets the next chef."
    return Explanation("The ready queue", f"{text} {choice}" if line else NOBODY)


def _picks(moment: Moment, handles: Handles) -> Explanation:
    return Explanation(
        "Your picks",
        "The next free chef takes the first of them whose hand is up. A dashed one still waits "
        "for its hand.",
        hint="Drag: change the order. Click: take back.",
    )


def _waiting(moment: Moment, handles: Handles) -> Explanation:
    if moment.attention == "stay":
        return Explanation("Staring", "Chefs who wait with their pots, and are paid for it.")
    return Explanation(
        "Waiting",
        "Dishes that need no hands now: they wait for a timer, a free hob or oven, or their parts.",
    )


def _wages(moment: Moment, handles: Handles) -> Explanation:
    opened = moment.view.opened
    if opened is None:
        return Explanation("Wages")
    amount, unit = fmt.rate(opened.wage)
    text = (
        f"{fmt.count(opened.chefs, 'chef')} at {amount} a {unit}, working or not. "
        f"{moment.view.utilisation(moment.now):.0%} of it was hands-on work."
    )
    return Explanation("Wages", text)


def _hands(moment: Moment, handles: Handles) -> Explanation:
    view = moment.view
    busy = sum(chef.state == "hands" for chef in view.chefs)
    text = (
        f"{busy} of {fmt.count(len(view.chefs), 'chef')} at work now. Whoever is free takes the "
        f"next dish that is ready. {view.utilisation(moment.now):.0%} of their time so far "
        f"was hands-on work."
    )
    return Explanation("Hands at work", text)


def _more(moment: Moment, handles: Handles) -> Explanation:
    count = sum(order.state == "open" for order in moment.view.open_orders.values())
    return Explanation(
        "More orders",
        f"{fmt.count(count, 'order')} are open, more than there is room for here. The others move "
        "up as dishes leave; their hands are up all the same.",
        hint=f"{handles.pick}: a chef comes to the first hand that is up among them.",
    )


def _door(moment: Moment, handles: Handles) -> Explanation:
    count = sum(order.state == "open" for order in moment.view.door)
    return Explanation(
        "At the door",
        f"All ten tables are taken: {fmt.count(count, 'guest')} must wait at the door for one, and "
        f"get a number then. Their dishes can be cooked all the same.",
        hint=f"{handles.pick} one of them: a chef comes to that dish.",
    )


def _menu(moment: Moment, handles: Handles) -> Explanation:
    return Explanation("Menu", "Stops the clock: recipes, settings, help, again, leave.")


def _who_waits(moment: Moment, handles: Handles) -> Explanation:
    text = (
        "Dashed arrows lead from who waits to what for, solid ones from there to who has it. In a "
        "circle nobody will ever go on: a deadlock. Below are the locks, queues and events that "
        "dishes share, amber where somebody waits."
    )
    if moment.present is not None and moment.ties.lack != "doubles":  # a double stops only there
        text += " In the past it shows the end of the instant that is looked at."
    return Explanation("Who waits for whom", text, hint="A click on a dish follows that one.")


def _line_costs(moment: Moment, handles: Handles) -> Explanation:
    text = (
        "What this dish has cost so far, and below every line what that line has: hands on it, "
        "hand up and no chef there, time on the fire. A wait is put down to the line that awaits."
    )
    return Explanation("Line by line", text)


THINGS: dict[str, Callable[[Moment, Handles], Explanation]] = {
    "who waits": _who_waits,
    "clock": _clock, "shift": _shift, "money": _money, "stars": _stars, "streak": _streak,
    "autopilot": _autopilot, "pause": _pause, "next ring": _next_ring, "menu": _menu,
    "speed": _speed, "loop": _loop, "running": _running, "code": _code, "ready": _ready,
    "picks": _picks, "waiting": _waiting, "wages": _wages, "losses": _losses, "more": _more,
    "door": _door, "hands": _hands, "line costs": _line_costs,
}  # fmt: skip
"""By the name of a `Thing`."""
