// The timeline: which part of it is to be seen, what it is filtered by, and where its handle stands.
class Timeline {
  constructor(kitchens, box, canvas, moved) {
    Object.assign(this, { kitchens, box, moved });
    this.painter = new Painter(canvas);
    this.room = box.querySelector("#room");
    this.last = Math.max(SECOND, ...kitchens.map(kitchen => kitchen.last));
    this.from = 0;
    this.to = this.last * 1.03;
    this.t = 0;
    this.chosen = null;
    const about = kitchens.find(kitchen => kitchen.mode === "concurrent") ?? kitchens[0];
    this.closed = new Set(kitchens.filter(kitchen => kitchen !== about));
    this.top = 0;
    this.sharpness = window.devicePixelRatio || 1;
    const style = getComputedStyle(document.body);
    this.face = style.fontFamily;
    this.display = style.getPropertyValue("--display");
    this.moments = [...new Set(kitchens.flatMap(kitchen => [...kitchen.start, ...kitchen.end]))]
      .sort((a, b) => a - b);
    this.filter("", "");
    this.resize();
  }

  get zoom() { return (this.width - this.gutter) / (this.to - this.from); }
  x(t) { return this.gutter + (t - this.from) * this.zoom; }
  time(x) { return this.from + (x - this.gutter) / this.zoom; }

  filter(dish, find) {
    const words = find.toLowerCase().split(/\s+/).filter(Boolean);
    this.filtered = Boolean(dish) || words.length > 0; // then the dishes of all kitchens are shown
    this.shown = new Map(this.kitchens.map(kitchen => [kitchen, [...kitchen.byNumber.values()].filter(
      order => (!dish || order.title === dish) && kitchen.matches(order, words))]));
    this.arrange();
    return [...this.shown.values()].reduce((sum, orders) => sum + orders.length, 0);
  }

  // Show the dishes of a kitchen, or put them away.
  fold(kitchen) {
    if (!this.closed.delete(kitchen)) this.closed.add(kitchen);
    this.arrange();
  }

  arrange() {
    this.rows = rowsOf(this.kitchens, this.shown, this.filtered ? new Set() : this.closed);
    this.resize();
  }

  resize() {
    this.size = innerWidth < 1800 ? 1 : 1.4; // from a projector it is read from the last row
    this.room.style.height = `${(this.rows.high + AXIS) * this.size}px`;
    this.width = this.box.clientWidth / this.size;
    [this.gutter, this.inset] = this.width < 560 ? [112, 5] : [176, 10];
    this.height = Math.min(this.rows.high + AXIS,
      this.most ?? (Math.max(300, innerHeight * 0.62) - 2) / this.size);
    this.draw();
  }

  // Once before the next frame, however often it is asked for.
  draw() {
    this.drawing ??= requestAnimationFrame(() => this.drawNow());
  }

  drawNow() {
    this.drawing = undefined;
    this.top = this.most ? 0 : this.box.scrollTop / this.size;
    this.painter.paint(this);
  }

  // Factor above 1: nearer, around that moment.
  nearer(factor, around = this.t) {
    const wide = Math.min(Math.max((this.to - this.from) / factor, 50), this.last * 1.03);
    const share = (around - this.from) / (this.to - this.from);
    this.see(around - wide * share, wide);
  }

  all() { this.see(0, this.last * 1.03); }

  see(from, wide = this.to - this.from) {
    this.from = Math.min(Math.max(from, 0), Math.max(0, this.last * 1.03 - wide));
    this.to = this.from + wide;
    this.draw();
  }

  // Put the handle there, and into sight.
  goTo(t, follow = true) {
    this.t = Math.min(Math.max(t, 0), this.last);
    const wide = this.to - this.from;
    if (follow && (this.t < this.from || this.t > this.to)) this.see(this.t - wide / 2);
    this.moved();
    this.draw();
  }

  // To the next moment at which anything changes, or the one before.
  step(by) {
    const next = by > 0 ? this.moments.find(t => t > this.t) : this.moments.findLast(t => t < this.t);
    if (next !== undefined) this.goTo(next);
  }

  rowAt(y) {
    const at = y - AXIS + this.top;
    return y < AXIS ? undefined : this.rows.find(row => at >= row.y && at < row.y + row.high);
  }

  // What lies at a place of the canvas: the uppermost passage, its kitchen and its order.
  under(x, y) {
    const row = this.rowAt(y);
    if (!row || !row.lane || x < this.gutter) return row && { row };
    const k = row.kitchen, t = this.time(x), slack = 2 / this.zoom;
    let best = -1;
    for (let i = row.lane.from(t - slack); i < row.lane.places.length; i++) {
      const place = row.lane.places[i];
      if (k.start[place] > t + slack) break;
      const near = k.end[place] >= t - slack;
      if (near && (best < 0 || DEPTH[k.kind[place]] >= DEPTH[k.kind[best]])) best = place;
    }
    return best < 0 ? { row } : { row, place: best, order: k.byNumber.get(k.order[best]) };
  }
}
