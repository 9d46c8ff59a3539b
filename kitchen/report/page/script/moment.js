// What was so at the moment of the handle: who is where, who waits, what the till has.
const LATELY = 4; // things that happened last
const LISTED = 12; // rows of a list; of more, how many

function showMoment(kitchens, t, box) {
  box.replaceChildren(...kitchens.map(kitchen => card(kitchen, t)));
}

// In one sentence, for who cannot see it.
function inWords(kitchens, t) {
  return `${clock(t)}. ` + kitchens.map(kitchen => {
    const now = kitchen.now(t), count = kind => now.filter(place => kitchen.kind[place] === kind).length;
    return `${kitchen.mode}: ${count(0)} with hands on, ${count(1)} on the fire, `
      + `${count(2)} in line, ${dollars(kitchen.figure("money: revenue", t))} taken`;
  }).join("; ");
}

function card(kitchen, t) {
  const box = made("div", "", "card"), now = kitchen.now(t);
  const of = kind => now.filter(place => kitchen.kind[place] === KINDS.indexOf(kind));
  const served = [...kitchen.byNumber.values()].filter(
    order => order.outcome.startsWith("served") && order.gone <= t).length;
  box.append(made("h3", kitchen.mode[0].toUpperCase() + kitchen.mode.slice(1)));
  const sum = box.appendChild(made("p", "", "sum"));
  sum.append(figure(dollars(kitchen.figure("money: revenue", t)), "taken", "money"), " ",
    figure(served, "served"), " ", figure(kitchen.figure("open: orders", t), "open"));
  list(box, kitchen.chefs > 1 ? "Chefs" : "The chef", chefs(kitchen, now, t));
  chips(box, kitchen, of("ready").concat(of("burning")).sort((a, b) => kitchen.start[a] - kitchen.start[b]));
  list(box, "On the fire", of("cooking").map(place => [
    `${label(kitchen, place)}: ${kitchen.text("what", place)}`, span(kitchen.end[place] - t)]));
  list(box, "Burning", of("burning").map(place => [label(kitchen, place), span(t - kitchen.start[place])]));
  list(box, "Waiting", of("blocked").map(place => [
    `${label(kitchen, place)}: ${kitchen.text("reason", place).replace(/^waiting for /, "")}`,
    span(t - kitchen.start[place])]));
  const used = Object.entries(kitchen.stations).map(
    ([kind, places]) => [kind, `${kitchen.figure(`stations in use: ${kind}`, t)} of ${places}`]);
  list(box, "Stations in use", used.filter(([, text]) => !text.startsWith("0 ")));
  const lately = kitchen.events.filter(([at]) => at <= t).slice(-LATELY).reverse();
  list(box, "Lately", lately.map(([at, order, words]) => [
    `${kitchen.byNumber.get(order).label}: ${words}`, clock(at)]));
  return box;
}

function label(kitchen, place) { return kitchen.byNumber.get(kitchen.order[place]).label; }

function chefs(kitchen, now, t) {
  const busy = now.filter(place => kitchen.chef[place]).sort((a, b) => kitchen.chef[a] - kitchen.chef[b]);
  const rows = busy.map(place => {
    const stares = kitchen.kind[place] === 4, badge = made("span", kitchen.chef[place], "badge");
    badge.classList.toggle("stares", stares);
    const told = `${label(kitchen, place)}: ${stares ? "stares: " : ""}${kitchen.text("what", place)}`;
    return [told, span(kitchen.end[place] - t), kitchen.chefs > 1 || stares ? badge : null];
  });
  const free = kitchen.chefs - busy.length;
  if (free) rows.push([kitchen.chefs > 1 ? `${free} free` : "free", "", null]);
  return rows;
}

function figure(value, words, name = "") {
  const box = made("span", ` ${words}`, name);
  box.prepend(made("b", value));
  return box;
}

function listIn(box, title, name = "") {
  const section = box.appendChild(made("section"));
  section.append(made("h4", title));
  return section.appendChild(made("ul", "", name));
}

function list(box, title, rows) {
  if (!rows.length) return;
  const rest = rows.length - LISTED, ul = listIn(box, title);
  for (const [text, figure, badge] of rows.slice(0, LISTED)) {
    const li = ul.appendChild(made("li"));
    li.append(...(badge ? [badge] : []), made("bdi", text), made("span", figure));
  }
  if (rest > 0) ul.append(made("li", `and ${rest} more`));
}

function chips(box, kitchen, places) {
  if (!places.length) return;
  const ul = listIn(box, `In line for ${kitchen.chefs > 1 ? "a" : "the"} chef`, "chips");
  for (const place of places.slice(0, LISTED)) ul.append(made("li", label(kitchen, place)));
  if (places.length > LISTED) ul.append(made("li", `+${places.length - LISTED}`));
}
