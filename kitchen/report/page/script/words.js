// Times and money in words. Times are microseconds of kitchen time, as in the data.
const SECOND = 1e6;

function clock(t) {
  const whole = Math.floor(t / SECOND + 1e-9), pad = n => String(n).padStart(2, "0");
  const hours = Math.floor(whole / 3600), minutes = Math.floor(whole / 60) % 60;
  return hours ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}

function span(t) {
  const seconds = t / SECOND;
  if (seconds < 100) return `${+seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
  return clock(Math.round(seconds) * SECOND);
}

function dollars(value) {
  const amount = Math.abs(value).toLocaleString("en", {
    minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return `${value < 0 ? "\u2212" : ""}$${amount}`;
}

// A new element; text is never read as markup.
function made(tag, text = "", name = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  if (name) element.className = name;
  return element;
}
