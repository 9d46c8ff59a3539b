"""A drawing as SVG: text alone, for a browser, a slide, or to be worked on further. Its styles hold
for it alone, for it may stand in a page with others."""

from __future__ import annotations

from html import escape

from kitchen.colours import AMBER, LILAC, MINT, NIGHT, RED, SLATE, STEAM
from kitchen.report.timeline.drawing import (
    WIDTH,
    Box,
    ChartBar,
    ChartPicture,
    EndMark,
    Shape,
    Words,
)
from kitchen.report.timeline.kinds import BETWEEN
from kitchen.sim.view.segment import SegmentKind

GROUND, FOOT, HOLLOW = BETWEEN["ready"], BETWEEN["burning"], BETWEEN["staring"]
DEFS = f"""<defs>
<pattern id="kitchen-ready" width="10" height="10" patternUnits="userSpaceOnUse"
 patternTransform="rotate(45)"><rect width="10" height="10" fill="{GROUND}"/>
<rect width="5.5" height="10" fill="{AMBER}"/></pattern>
<pattern id="kitchen-burning" width="10" height="10" patternUnits="userSpaceOnUse">
<rect width="10" height="10" fill="{FOOT}"/><path d="M0 10 5 0 10 10Z" fill="{RED}"/></pattern>
<pattern id="kitchen-blocked" width="8" height="8" patternUnits="userSpaceOnUse">
<rect y="3" width="3" height="3" fill="{LILAC}"/></pattern>
</defs>
<style>
.kitchen text{{font-family:Barlow,"Segoe UI",Helvetica,Arial,sans-serif;font-weight:500}}
.kitchen .display{{font-family:"Lilita One",Barlow,"Segoe UI",Arial,sans-serif;font-weight:400}}
.kitchen .bold{{font-weight:700}}
.kitchen .hands{{fill:{MINT}}}.kitchen .cooking{{fill:{STEAM}}}
.kitchen .ready{{fill:url(#kitchen-ready)}}
.kitchen .burning{{fill:url(#kitchen-burning)}}.kitchen .blocked{{fill:url(#kitchen-blocked)}}
.kitchen .staring{{fill:{HOLLOW};stroke:{SLATE};stroke-width:1.5}}
</style>"""


def as_svg(drawing: ChartPicture, title: str, metadata: str = "") -> str:
    """The whole document. ``metadata`` goes along unseen, behind all that is shown."""
    height = f"{drawing.height:.0f}"
    shapes = "\n".join(map(_shape, drawing.shapes))
    along = f"<metadata>{escape(metadata)}</metadata>\n" if metadata else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:.0f} {height}" '
        f'width="{WIDTH:.0f}" height="{height}" role="img" class="kitchen" '
        f'style="background:{NIGHT};max-width:100%;height:auto">\n'
        f"<title>{_text(title)}</title>\n{DEFS}\n{shapes}\n{along}</svg>\n"
    )


def _shape(shape: Shape) -> str:
    match shape:
        case Box(x, y, w, h, fill, radius):
            rx = f' rx="{radius:g}"' if radius else ""
            return f'<rect {_place(x, y, w, h)}{rx} fill="{fill}"/>'
        case ChartBar(x, y, w, h, kind, title):
            told = f"<title>{_text(title)}</title>" if title else ""
            return f'<rect class="{kind}" {_bar(kind, x, y, w, h)}>{told}</rect>'
        case Words(x, y, text, size, fill, face, anchor):
            of = f' class="{face}"' if face != "ui" else ""
            at = f' text-anchor="{anchor}"' if anchor != "start" else ""
            return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:.3g}" fill="{fill}"{of}{at}>'
                    f"{_text(text)}</text>")  # fmt: skip
        case EndMark(size=size):
            way = "".join(
                "M" + " ".join(f"{x:.1f} {y:.1f}" for x, y in stroke) for stroke in shape.strokes
            )
            return (f'<path d="{way}" fill="none" stroke="{shape.colour}" '
                    f'stroke-width="{size / 5:.2g}" stroke-linecap="round"/>')  # fmt: skip


def _place(x: float, y: float, w: float, h: float) -> str:
    return f'x="{x:.2f}" y="{y:.2f}" width="{w:.2f}" height="{h:.2f}"'


def _bar(kind: SegmentKind, x: float, y: float, w: float, h: float) -> str:
    """What only cooks is thin; what is longer than its ends are round has round ends."""
    if kind == "cooking":
        y, h = y + h * 0.35, h * 0.3
    radius = min(h / 2 if kind == "cooking" else 3.0, w / 2)
    return f'{_place(x, y, w, h)} rx="{radius:.2g}"'


def _text(text: str) -> str:
    """Escaped; XML has no way to write a control character."""
    return escape("".join(c if c.isprintable() or c == " " else "�" for c in text), quote=False)
