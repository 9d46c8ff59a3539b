// Puts it all together when the page has been read.
const data = JSON.parse(document.getElementById("data").textContent);
const byId = id => document.getElementById(id);
const kitchens = data.kitchens.map(one => new Kitchen(one));
const timeline = new Timeline(kitchens, byId("lanes"), byId("canvas"), moved);

function moved() {
  const t = timeline.t;
  byId("clock").textContent = byId("at").textContent = clock(t);
  byId("lanes").setAttribute("aria-valuenow", Math.round(t / SECOND));
  byId("lanes").setAttribute("aria-valuetext", inWords(kitchens, t));
  showMoment(kitchens, t, byId("moment"));
}

function filtered() {
  const dish = byId("dish").value, find = byId("find").value;
  const found = timeline.filter(dish, find);
  byId("found").textContent = dish || find ? `${found} found` : "";
}

for (const title of [...new Set(kitchens.flatMap(k => k.orders.map(order => order[2])))].sort()) {
  const option = byId("dish").appendChild(made("option", title));
  option.value = title;
}
byId("lanes").setAttribute("aria-valuemax", Math.ceil(timeline.last / SECOND));
byId("dish").addEventListener("input", filtered);
byId("find").addEventListener("input", filtered);
byId("in").addEventListener("click", () => timeline.nearer(1.5));
byId("out").addEventListener("click", () => timeline.nearer(1 / 1.5));
byId("all").addEventListener("click", () => timeline.all());
byId("before").addEventListener("click", () => timeline.step(-1));
byId("next").addEventListener("click", () => timeline.step(1));
handsOn(timeline, byId("lanes"), byId("tip"));

// -- dark or light ---------------------------------------------------------------------------------

const likesDark = matchMedia("(prefers-color-scheme: dark)");

function recoloured() {
  timeline.painter.recolour();
  timeline.draw();
  legend();
}

function legend() {
  const used = new Set(kitchens.flatMap(kitchen => kitchen.kind));
  byId("legend").replaceChildren(...[0, 4, 2, 1, 3, 5].filter(kind => used.has(kind)).map(kind => {
    const li = made("li"), canvas = li.appendChild(document.createElement("canvas"));
    Object.assign(canvas, { width: 60, height: 28 });
    Object.assign(canvas.style, { width: "30px", height: "14px" });
    const pen = canvas.getContext("2d"), painter = Object.create(timeline.painter, { pen: { value: pen } });
    pen.scale(2, 2);
    painter.bar(KINDS[kind], 0, 30, 1, 12);
    li.append(made("span", WORDS[kind]));
    return li;
  }));
}

byId("theme").addEventListener("click", () => {
  const root = document.documentElement, dark = (root.dataset.theme ?? (likesDark.matches ? "dark" : "light")) === "dark";
  root.dataset.theme = dark ? "light" : "dark";
  recoloured();
});
likesDark.addEventListener("change", recoloured);
new ResizeObserver(() => timeline.resize()).observe(byId("lanes"));

// On paper all of it is to be seen, in dark ink.
addEventListener("beforeprint", () => {
  timeline.before = document.documentElement.dataset.theme;
  document.documentElement.dataset.theme = "light";
  Object.assign(timeline, { most: Math.min(timeline.rows.high + AXIS, 4000), sharpness: 2 });
  recoloured();
  timeline.resize();
  timeline.drawNow();
});
addEventListener("afterprint", () => {
  if (timeline.before) document.documentElement.dataset.theme = timeline.before;
  else delete document.documentElement.dataset.theme;
  Object.assign(timeline, { most: undefined, sharpness: devicePixelRatio || 1 });
  recoloured();
  timeline.resize();
});

legend();
timeline.goTo(timeline.last / 3);
document.fonts.ready.then(() => timeline.draw());
