// Draws what is to be seen of the timeline, and nothing else: however many orders there are.
const AXIS = 30;
const LETTER = 6.5; // px that a small letter takes at most, nearly always
const UPWARDS = [5, 1, 2, 4, 3, 0]; // kinds: what says more is drawn later
const COLOURS = ["bed", "bar", "panel", "line", "grid", "text", "second", "good", "bad", "hands",
  "on-hands", "cooking", "ready", "ready-bed", "burning", "burning-bed", "staring", "staring-bed",
  "blocked", "handle"];

class Painter {
  constructor(canvas) {
    this.canvas = canvas;
    this.pen = canvas.getContext("2d");
    this.recolour();
  }

  // Take the colours of the page, which may have become dark or light.
  recolour() {
    const probe = document.body.appendChild(document.createElement("i"));
    this.colour = {};
    for (const name of COLOURS) {
      probe.style.color = `var(--${name})`;
      this.colour[name] = getComputedStyle(probe).color;
    }
    probe.remove();
    this.patterns = { ready: this.pattern("ready"), burning: this.pattern("burning") };
  }

  pattern(kind) {
    const tile = document.createElement("canvas");
    tile.width = tile.height = 8;
    const pen = tile.getContext("2d");
    pen.fillStyle = this.colour[`${kind}-bed`];
    pen.fillRect(0, 0, 8, 8);
    pen.fillStyle = this.colour[kind];
    pen.beginPath();
    if (kind === "ready") {
      for (const x of [-8, 0, 8]) {
        pen.moveTo(x, 8); pen.lineTo(x + 4, 8); pen.lineTo(x + 12, 0); pen.lineTo(x + 8, 0);
      }
    } else {
      pen.moveTo(0, 8); pen.lineTo(4, 0); pen.lineTo(8, 8);
    }
    pen.fill();
    return this.pen.createPattern(tile, "repeat");
  }

  paint(view) {
    const { width, height, top, gutter } = view, pen = this.pen, scale = view.sharpness * view.size;
    if (this.canvas.width !== Math.round(width * scale)) this.canvas.width = Math.round(width * scale);
    if (this.canvas.height !== Math.round(height * scale)) this.canvas.height = Math.round(height * scale);
    this.canvas.style.width = `${width * view.size}px`;
    this.canvas.style.height = `${height * view.size}px`;
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.fillStyle = this.colour.bed;
    pen.fillRect(0, 0, width, height);
    this.grid(view);
    for (const row of view.rows) {
      const y = row.y + AXIS - top;
      if (y + row.high > AXIS && y < height) this.row(view, row, y);
    }
    this.axis(view);
    this.handle(view);
    pen.fillStyle = this.colour.line;
    pen.fillRect(gutter - 1, AXIS, 1, height);
  }

  clip(x, y, w, h, draw) {
    this.pen.save();
    this.pen.beginPath();
    this.pen.rect(x, y, w, h);
    this.pen.clip();
    draw();
    this.pen.restore();
  }

  ticks(view) {
    const steps = [0.001, 0.01, 0.1, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600];
    const least = 90 / view.zoom / SECOND; // seconds between two marks
    let step = steps.find(one => one >= least) || 3600 * 2 ** Math.ceil(Math.log2(least / 3600));
    const marks = [];
    step *= SECOND;
    for (let t = Math.ceil(view.from / step) * step; t <= view.to; t += step) marks.push(t);
    return [marks, step];
  }

  grid(view) {
    this.pen.fillStyle = this.colour.grid;
    for (const t of this.ticks(view)[0]) this.pen.fillRect(Math.round(view.x(t)), AXIS, 1, view.height);
  }

  axis(view) {
    const pen = this.pen, [marks, step] = this.ticks(view);
    pen.fillStyle = this.colour.bar;
    pen.fillRect(0, 0, view.width, AXIS);
    pen.fillStyle = this.colour.line;
    pen.fillRect(0, AXIS - 1, view.width, 1);
    pen.font = `600 13px ${view.face}`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillStyle = this.colour.second;
    this.clip(view.gutter, 0, view.width - view.gutter, AXIS, () => {
      for (const t of marks) {
        const fine = step < SECOND ? (t / SECOND % 1).toFixed(3).slice(1) : "";
        pen.fillText(clock(t) + fine, Math.max(view.x(t), view.gutter + 18), AXIS / 2);
      }
    });
  }

  handle(view) {
    const pen = this.pen, x = Math.round(view.x(view.t));
    if (x < view.gutter - 40 || x > view.width + 40) return;
    pen.fillStyle = this.colour.handle;
    if (x >= view.gutter) pen.fillRect(x - 1, AXIS - 4, 2, view.height);
    const text = clock(view.t);
    pen.font = `700 13px ${view.face}`;
    const wide = pen.measureText(text).width + 22;
    const left = Math.min(Math.max(x - wide / 2, 0), view.width - wide);
    pen.beginPath();
    pen.roundRect(left, 3, wide, AXIS - 6, 9);
    pen.fill();
    pen.fillStyle = "#fff";
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillText(text, left + wide / 2, AXIS / 2);
  }

  row(view, row, y) {
    const pen = this.pen;
    pen.textBaseline = "middle";
    pen.textAlign = "left";
    if (row.type === "name") { this.name(view, row, y); return; }
    const marked = row.orders && row.orders.some(order => order === view.chosen);
    if (marked) {
      pen.fillStyle = this.colour.bar;
      pen.fillRect(0, y, view.width, row.high);
    }
    if (row.label && row.high >= 13) {
      pen.font = `${marked ? 700 : 500} ${row.high < 16 ? 11 : 13}px ${view.face}`;
      pen.fillStyle = row.type === "dish" ? this.colour.text : this.colour.second;
      this.clip(0, y, view.gutter - 6, row.high, () => pen.fillText(row.label, view.inset, y + row.high / 2 + 1));
    }
    this.clip(view.gutter, Math.max(y, AXIS), view.width - view.gutter, row.high, () => {
      if (row.type === "queue") this.queue(view, row, y);
      else this.bars(view, row, y);
    });
  }

  name(view, row, y) {
    const pen = this.pen, k = row.kitchen;
    pen.fillStyle = this.colour.bar;
    pen.fillRect(0, y, view.width, row.high - 4);
    pen.fillStyle = this.colour.text;
    pen.font = `400 16px ${view.display}`;
    const name = `${view.closed.has(k) ? "\u25b8" : "\u25be"} ${k.mode[0].toUpperCase()}${k.mode.slice(1)}`;
    pen.fillText(name, 8, y + row.high / 2 - 1);
    const after = 8 + pen.measureText(name).width + 16;
    pen.font = `500 13px ${view.face}`;
    pen.fillStyle = this.colour.second;
    const chefs = k.chefs === 1 ? "one chef" : `${k.chefs} chefs`;
    const stay = k.attention === "stay" ? "at their pots" : "free to leave";
    pen.fillText(`${chefs}, ${stay}: ${k.served} of ${k.all_orders} served, ${dollars(k.profit)}`,
      Math.max(after, view.gutter), y + row.high / 2 - 1);
  }

  queue(view, row, y) {
    const pen = this.pen, series = row.kitchen.series["ready: queue"] || [];
    const most = Math.max(1, row.kitchen.mostReady ??= Math.max(0, ...series.map(one => one[1])));
    const high = row.high - 6, foot = y + row.high - 3;
    pen.fillStyle = this.colour.ready;
    pen.globalAlpha = 0.75;
    let low = 0, until = series.length;
    while (low < until) {
      const middle = (low + until) >> 1;
      if (series[middle][0] <= view.from) low = middle + 1; else until = middle;
    }
    for (let i = Math.max(0, low - 1); i < series.length && series[i][0] < view.to; i++) {
      const end = i + 1 < series.length ? series[i + 1][0] : row.kitchen.last;
      const x = view.x(series[i][0]), tall = high * series[i][1] / most;
      if (tall) pen.fillRect(x, foot - tall, Math.max(view.x(end) - x, 0.5), tall);
    }
    pen.globalAlpha = 1;
  }

  bars(view, row, y) {
    const { kitchen: k, lane } = row, shared = row.high === HIGH.shared;
    const up = shared ? 13 : 2, high = row.high - up - 2;
    const ofKind = KINDS.map(() => []);
    for (let i = lane.from(view.from); i < lane.places.length; i++) {
      const place = lane.places[i];
      if (k.start[place] > view.to) break;
      if (k.end[place] >= view.from) ofKind[k.kind[place]].push(place);
    }
    for (const kind of UPWARDS) this.barsOf(view, k, kind, ofKind[kind], y + up, high);
    if (row.type === "chef" && row.high >= 16) {
      for (const place of ofKind[0]) this.number(view, k.order[place], view.x(k.start[place]), view.x(k.end[place]), y + up, high);
    } else if (row.type === "dish") this.ends(view, row, y, up, high);
  }

  // Bars of one kind, in order of their beginning. Those of a px or two that touch become one: where
  // thousands are to be seen, a px is painted once.
  barsOf(view, k, kind, places, y, high) {
    let from = 0, to = -1; // of the bar that is still to be drawn
    for (const place of places) {
      const x = Math.max(view.x(k.start[place]), view.gutter - 9);
      const end = Math.max(Math.min(view.x(k.end[place]), view.width + 9), x + 0.7);
      if (end - x < 2 && x <= to + 0.5 && to > from) { to = Math.max(to, end); continue; }
      if (to > from) this.bar(KINDS[kind], from, to - from, y, high);
      [from, to] = [x, end];
    }
    if (to > from) this.bar(KINDS[kind], from, to - from, y, high);
  }

  // How each dish of a row ended, and above it what it is, where several share the row.
  ends(view, row, y, up, high) {
    const pen = this.pen, shared = row.high === HIGH.shared;
    pen.font = `700 11px ${view.face}`;
    row.orders.forEach((order, i) => {
      const x = view.x(order.came), end = view.x(order.gone);
      if (end < view.gutter || x > view.width) return;
      const next = row.orders[i + 1];
      if (!next || view.x(next.came) - end > 14) this.mark(order, end + 3, y + up, high);
      if (!shared || end - x < 14) return;
      pen.fillStyle = order === view.chosen ? this.colour.text : this.colour.second;
      const from = Math.max(x, view.gutter + 2);
      const letters = Math.floor((end - from) / LETTER);
      if (letters) pen.fillText(order.label.slice(0, letters), from, y + 7);
    });
  }

  number(view, order, x, end, y, high) {
    const from = Math.max(x, view.gutter), room = Math.min(end, view.width) - from;
    if (room < 16) return;
    this.pen.font = `700 11px ${view.face}`;
    this.pen.fillStyle = this.colour["on-hands"];
    this.pen.textAlign = "center";
    this.pen.fillText(order, from + room / 2, y + high / 2 + 1);
    this.pen.textAlign = "left";
  }

  bar(kind, x, wide, y, high) {
    const pen = this.pen;
    if (wide < 4 && kind !== "cooking" && kind !== "blocked") { // too narrow for a shape
      pen.fillStyle = kind === "staring" ? this.colour.staring : this.patterns[kind] ?? this.colour[kind];
      pen.fillRect(x, y, wide, high);
      return;
    }
    pen.beginPath();
    if (kind === "cooking") {
      const thin = Math.max(3, high * 0.3);
      pen.roundRect(x, y + (high - thin) / 2, wide, thin, thin / 2);
      pen.fillStyle = this.colour.cooking;
      pen.fill();
    } else if (kind === "blocked") {
      pen.fillStyle = this.colour.blocked;
      for (let dot = x; dot < x + wide; dot += 6) {
        pen.fillRect(dot, y + high / 2 - 1, Math.min(2.5, x + wide - dot), 2.5);
      }
    } else if (kind === "staring") {
      pen.roundRect(x + 0.5, y + 0.5, Math.max(wide - 1, 0.5), high - 1, 2);
      pen.fillStyle = this.colour["staring-bed"];
      pen.fill();
      pen.strokeStyle = this.colour.staring;
      if (wide > 3) pen.stroke();
    } else {
      pen.roundRect(x, y, wide, high, Math.min(2, wide / 2));
      pen.fillStyle = kind === "hands" ? this.colour.hands : this.patterns[kind];
      pen.fill();
      if (kind === "hands" && wide > 4) { // steps that follow one another are seen as such
        pen.fillStyle = this.colour.bed;
        pen.fillRect(x + wide - 0.75, y, 0.75, high);
      }
    }
  }

  // How it ended: a tick, or a cross.
  mark(order, x, y, high) {
    const pen = this.pen, size = Math.min(9, high - 2), top = y + (high - size) / 2;
    const served = order.outcome.startsWith("served");
    pen.strokeStyle = served ? this.colour.good : this.colour.bad;
    pen.lineWidth = 2;
    pen.beginPath();
    if (served) {
      pen.moveTo(x, top + size * 0.55); pen.lineTo(x + size * 0.35, top + size * 0.9);
      pen.lineTo(x + size, top + size * 0.1);
    } else {
      pen.moveTo(x, top); pen.lineTo(x + size, top + size);
      pen.moveTo(x + size, top); pen.lineTo(x, top + size);
    }
    pen.stroke();
    pen.lineWidth = 1;
  }
}
