// The rows of the timeline: for each kitchen its name, its chefs, who waits, and its dishes.
const NAMED = 24; // dishes up to which each has a row of its own
const HIGH = { name: 34, chef: 20, crowd: 13, queue: 26, dish: 20, shared: 30, gap: 10 };

function rowsOf(kitchens, shown, closed) { // of a closed kitchen not its dishes
  const rows = [];
  let y = 0;
  const add = (type, high, rest) => { rows.push({ type, y, high, ...rest }); y += high; };
  for (const kitchen of kitchens) {
    add("name", HIGH.name, { kitchen });
    const many = kitchen.chefs > 3;
    kitchen.byChef.forEach((lane, i) => add("chef", many ? HIGH.crowd : HIGH.chef, {
      kitchen, lane, label: kitchen.chefs > 1 ? `Chef ${i + 1}` : "Chef" }));
    add("queue", HIGH.queue, { kitchen, label: "in line" });
    if (!closed.has(kitchen)) {
      const orders = shown.get(kitchen), high = orders.length > NAMED ? HIGH.shared : HIGH.dish;
      for (const row of dishRows(orders)) {
        const lane = new Passages(kitchen, row.flatMap(order => order.places));
        add("dish", high, { kitchen, orders: row, lane, label: row.length === 1 ? row[0].label : "" });
      }
    }
    y += HIGH.gap;
  }
  rows.high = y;
  return rows;
}

// A row for each dish, or as few rows as there are dishes at a time.
function dishRows(orders) {
  if (orders.length <= NAMED) return orders.map(order => [order]);
  const rows = [];
  for (const order of orders) {
    const row = rows.find(row => row.at(-1).gone <= order.came);
    if (row) row.push(order); else rows.push([order]);
  }
  return rows;
}
