"""The targets of a shift in words: what they ask for, and how near a kitchen is.

Every screen that speaks of stars takes its words from here. All of it is pure.
"""

from __future__ import annotations

from kitchen.english import span, spelled
from kitchen.game.draw import format as fmt
from kitchen.sim.view.score import Star


def goal(star: Star) -> str:
    """What the target asks for: ``Serve 8 dishes``, ``At most 1 walk-out``."""
    bound = star.bound
    match star.measure:
        case "served":
            return f"Serve {fmt.count(bound, 'dish', 'dishes')}"
        case "profit":
            return f"Make {fmt.money(bound * 100)} profit"
        case "tips":
            return f"Earn {fmt.money(bound * 100)} in tips"
        case "clean":
            return f"Serve {fmt.count(bound, 'clean plate', 'clean plates')} in a row"
        case "makespan":
            return f"Be done within {fmt.limit(bound)}"
        case "burnt":
            return f"Burn at most {fmt.count(bound, 'dish', 'dishes')}" if bound else "Burn nothing"
        case "walked_out":
            if not bound:
                return "Nobody walks out"
            return f"At most {fmt.count(bound, 'walk-out', 'walk-outs')}"
    return f"{star.measure} {'at most' if star.at_most else 'at least'} {bound:g}"


def plain_goal(star: Star) -> str:
    """The same in no words of its own, for where none is explained."""
    if star.measure == "clean":
        return f"Serve {star.bound:g} in a row, all perfect"
    return goal(star)


def meaning(measure: str) -> str:
    """What a measure is, where its name does not say it; else empty."""
    if measure == "clean":
        return "A plate is clean if nothing on it spoilt or burnt; a guest who leaves ends the row."
    return ""


def reached(star: Star) -> str:
    """How far a kitchen has come: ``5 of 8 served``, ``$45.20 of $100.00``."""
    match star.measure:
        case "served":
            return f"{star.reached:g} of {star.bound:g} served"
        case "profit":
            return f"{fmt.money(star.reached * 100)} of {fmt.money(star.bound * 100)}"
        case "tips":
            return f"{fmt.money(star.reached * 100)} of {fmt.money(star.bound * 100)} in tips"
        case "clean":
            return f"{star.reached:g} of {star.bound:g} in a row"
        case "makespan":
            return fmt.limit(star.reached)
        case "burnt":
            return f"{star.reached:g} burnt"
        case "walked_out":
            return f"{star.reached:g} walked out"
    return f"{star.reached:g} of {star.bound:g}"


def short(star: Star) -> str:
    """The same in a few letters, for a corner: ``5/8 served``, ``$45/$100``."""
    match star.measure:
        case "served":
            return f"{star.reached:g}/{star.bound:g} served"
        case "profit" | "tips":
            money = fmt.money(star.reached * 100, whole=True)
            return f"{money}/{fmt.money(star.bound * 100, whole=True)}"
        case "clean":
            return f"{star.reached:g}/{star.bound:g} clean"
        case "makespan":
            return f"by {fmt.limit(star.bound)}"
        case "burnt":
            return f"{star.reached:g}/{star.bound:g} burnt"
        case "walked_out":
            return f"{star.reached:g}/{star.bound:g} left"
    return f"{star.reached:g}/{star.bound:g}"


def standing(star: Star, *, closed: bool) -> str:
    """``earned``, ``missed``, ``so far`` (kept until now, an upper bound) or ``open``."""
    if closed:
        return "earned" if star.earned else "missed"
    if star.at_most:
        return "so far" if star.earned else "missed"
    return "earned" if star.earned else "open"


def line(star: Star, *, closed: bool) -> str:
    """Goal and state as one line: ``Serve 8 dishes: 5 of 8 served``."""
    said = {"earned": ", earned", "missed": ", missed", "so far": ", held so far", "open": ""}
    return f"{goal(star)}: {reached(star)}{said[standing(star, closed=closed)]}"


def outcome(star: Star) -> str:
    """What became of it in a kitchen that has closed; if it was missed, why:
    ``Served 7 of 8``, ``$12.40 short of $100.00``, ``One walk-out too many``."""
    over = round(star.reached - star.bound)
    match star.measure:
        case "served":
            if star.earned:
                return f"Served {star.reached:g}, {star.bound:g} needed"
            return f"Served {star.reached:g} of {star.bound:g}"
        case "clean":
            return f"{star.reached:g} clean in a row, {star.bound:g} needed"
        case "profit" | "tips":
            name, bound = star.measure.capitalize(), fmt.money(star.bound * 100)
            if star.earned:
                return f"{name} {fmt.money(star.reached * 100)} of {bound}"
            missing = fmt.money((star.bound - star.reached) * 100)
            return f"{name} {missing} short of {bound}"
        case "makespan":
            if star.earned:
                return f"Done in {fmt.limit(star.reached)} of {fmt.limit(star.bound)}"
            return f"Done {span(star.reached - star.bound)} too late"
        case "burnt" | "walked_out":
            one, many = _FAULTS[star.measure]
            if not star.earned:
                return f"{spelled(over).capitalize()} {one if over == 1 else many} too many"
            words = one if star.reached == 1 else many
            return f"{spelled(round(star.reached)).capitalize()} {words}"
    return reached(star)


_FAULTS = {"burnt": ("burnt dish", "burnt dishes"), "walked_out": ("walk-out", "walk-outs")}
