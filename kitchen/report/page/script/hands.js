// The user's hands on the timeline: mouse, fingers, pen and keys.
const STILL = 4; // px that a click may wander

function handsOn(timeline, box, tip) {
  const fingers = new Map();
  let held = null; // {scrubs, from, x, y, moved}

  const spot = event => {
    const rect = box.getBoundingClientRect();
    return [event.clientX - rect.left - box.clientLeft, event.clientY - rect.top - box.clientTop]
      .map(px => px / timeline.size);
  };

  box.addEventListener("pointerdown", event => {
    if (event.button) return;
    const [x, y] = spot(event);
    if (x > timeline.width) return; // the scroll bar
    fingers.set(event.pointerId, x);
    held = { scrubs: y < AXIS || Math.abs(x - timeline.x(timeline.t)) < 6, from: timeline.from, x, y, moved: false };
    box.setPointerCapture(event.pointerId);
    if (held.scrubs) timeline.goTo(timeline.time(x), false); else box.classList.add("held");
    tip.hidden = true;
  });

  box.addEventListener("pointermove", event => {
    const [x, y] = spot(event);
    if (fingers.size === 2 && fingers.has(event.pointerId)) {
      const other = [...fingers].find(([id]) => id !== event.pointerId)[1];
      const before = Math.abs(fingers.get(event.pointerId) - other), after = Math.abs(x - other);
      if (before > 8 && after > 8) timeline.nearer(after / before, timeline.time((x + other) / 2));
      fingers.set(event.pointerId, x);
      if (held) held.moved = true;
      return;
    }
    if (held && fingers.has(event.pointerId)) {
      fingers.set(event.pointerId, x);
      held.moved ||= Math.hypot(x - held.x, y - held.y) > STILL;
      if (held.scrubs) timeline.goTo(timeline.time(x), false);
      else if (held.moved) timeline.see(held.from - (x - held.x) / timeline.zoom);
      return;
    }
    box.classList.toggle("clock", y < AXIS || Math.abs(x - timeline.x(timeline.t)) < 6);
    showTip(timeline, tip, timeline.under(x, y), event);
  });

  const end = event => {
    if (held && fingers.size === 1 && event.type === "pointerup" && !held.moved && !held.scrubs) click(spot(event));
    fingers.delete(event.pointerId);
    if (!fingers.size) held = null;
    box.classList.remove("held");
  };
  box.addEventListener("pointerup", end);
  box.addEventListener("pointercancel", end);
  box.addEventListener("pointerleave", () => { tip.hidden = true; });

  const click = ([x, y]) => {
    const found = timeline.under(x, y);
    if (found && found.row.type === "name") {
      timeline.fold(found.row.kitchen);
      return;
    }
    const own = found && found.row.orders && found.row.orders.length === 1 ? found.row.orders[0] : null;
    timeline.chosen = (found && found.order) || own;
    timeline.goTo(x > timeline.gutter ? timeline.time(x) : timeline.t);
  };

  box.addEventListener("wheel", event => {
    const [x, y] = spot(event), line = event.deltaMode ? 16 : 1;
    const along = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    if (event.ctrlKey || event.metaKey || y < AXIS) {
      timeline.nearer(Math.exp(-event.deltaY * line / 240), timeline.time(Math.max(x, timeline.gutter)));
    } else if (event.shiftKey || Math.abs(along) > Math.abs(event.deltaY)) {
      timeline.see(timeline.from + along * line / timeline.zoom);
    } else return;
    event.preventDefault();
  }, { passive: false });

  box.addEventListener("scroll", () => timeline.draw());

  box.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const wide = timeline.to - timeline.from, some = wide * (event.shiftKey ? 0.1 : 0.01);
    const does = {
      ArrowLeft: () => timeline.goTo(timeline.t - some), ArrowRight: () => timeline.goTo(timeline.t + some),
      Home: () => timeline.goTo(0), End: () => timeline.goTo(timeline.last),
      PageUp: () => timeline.goTo(timeline.t - wide / 2), PageDown: () => timeline.goTo(timeline.t + wide / 2),
      "+": () => timeline.nearer(1.5), "=": () => timeline.nearer(1.5), "-": () => timeline.nearer(1 / 1.5),
      "0": () => timeline.all(), ",": () => timeline.step(-1), ".": () => timeline.step(1),
    }[event.key];
    const kitchen = timeline.kitchens[Number(event.key) - 1];
    if (does) does(); else if (kitchen) timeline.fold(kitchen); else return;
    event.preventDefault();
  });
}

function showTip(timeline, tip, found, event) {
  tip.hidden = !found || found.place === undefined;
  if (tip.hidden) return;
  const { row: { kitchen: k }, place, order } = found, kind = k.kind[place];
  const what = k.text("what", place), reason = k.text("reason", place), at = k.text("at", place);
  const who = k.chef[place] && k.chefs > 1 ? `chef ${k.chef[place]}: ` : "";
  const part = k.part[place] ? `, part ${k.part[place]}` : "";
  const line = at ? ` at ${at}` : k.line[place] ? ` (line ${k.line[place]})` : "";
  const told = kind === 0 ? `${who}${what}` : who ? `${who}stares: ${what}` : reason;
  tip.replaceChildren(made("b", order.label + part), made("div", told + line),
    made("div", `${span(k.lasts[place])}, from ${clock(k.start[place])} to ${clock(k.end[place])}`));
  const rect = tip.getBoundingClientRect();
  tip.style.left = `${Math.min(event.clientX + 14, innerWidth - rect.width - 8)}px`;
  const below = event.clientY + 18;
  tip.style.top = `${below + rect.height > innerHeight ? event.clientY - rect.height - 12 : below}px`;
}
