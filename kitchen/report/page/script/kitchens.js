// The kitchens out of the data: who did what from when until when, and what was so at a moment.
const KINDS = ["hands", "cooking", "ready", "burning", "staring", "blocked"];
const DEPTH = [5, 1, 2, 4, 3, 0]; // what says more lies on top
const WORDS = ["hands on it", "on the fire", "waits for a chef", "burns", "a chef stares at it",
  "waits for a place or another task"];

class Passages {
  // Some of a kitchen's, in order of their beginning.
  constructor(kitchen, places) {
    const start = kitchen.start, end = kitchen.end;
    this.places = places.sort((a, b) => start[a] - start[b]);
    this.latest = []; // the latest end so far
    let latest = -Infinity;
    for (const place of places) this.latest.push(latest = Math.max(latest, end[place]));
  }

  // The first that may be seen from t on: what stands before it has ended.
  from(t) {
    let low = 0, high = this.places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.latest[middle] < t) low = middle + 1; else high = middle;
    }
    return low;
  }
}

class Kitchen {
  constructor(data) {
    Object.assign(this, data);
    [this.kind, this.start, this.lasts, this.order, this.part, this.chef, this.what, this.line,
      this.reason, this.at] = data.passages;
    this.end = this.start.map((start, place) => start + this.lasts[place]);
    this.byNumber = new Map(this.orders.map(row => [row[0], {
      number: row[0], name: row[1], title: row[2], came: row[3], gone: row[4], outcome: row[5],
      paid: row[6], tip: row[7], label: `${row[0]} ${row[1]}`, places: [] }]));
    this.byChef = Array.from({ length: this.chefs }, () => []);
    this.kind.forEach((_, place) => {
      const order = this.byNumber.get(this.order[place]);
      order.places.push(place);
      order.gone = Math.max(order.gone, this.end[place]);
      if (this.chef[place]) this.byChef[this.chef[place] - 1].push(place);
    });
    this.all = new Passages(this, this.kind.map((_, place) => place));
    this.byChef = this.byChef.map(places => new Passages(this, places));
    this.last = Math.max(this.makespan * SECOND, ...[...this.byNumber.values()].map(o => o.gone));
  }

  text(column, place) { return this.texts[this[column][place]]; }

  // What goes on at t; what begins then, not what ends then.
  now(t) {
    const found = [];
    for (let i = this.all.from(t); i < this.all.places.length; i++) {
      const place = this.all.places[i];
      if (this.start[place] > t) break;
      if (this.end[place] > t) found.push(place);
    }
    return found;
  }

  // The value of a figure at t.
  figure(name, t) {
    const series = this.series[name] || [];
    let low = 0, high = series.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (series[middle][0] <= t) low = middle + 1; else high = middle;
    }
    return low ? series[low - 1][1] : 0;
  }

  // All that a search may find of an order.
  matches(order, words) {
    if (order.found === undefined) {
      const all = new Set(order.places.flatMap(place =>
        [this.text("what", place), this.text("reason", place), this.text("at", place)]));
      order.found = [order.label, order.title, order.outcome, ...all].join(" ").toLowerCase();
    }
    return words.every(word => order.found.includes(word));
  }
}
