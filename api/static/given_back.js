// The time given back: what this browser measured (pace.js), beside what the server counted.
import { words } from "./keys.js";
import { spent } from "./pace.js";

const said = (seconds) => seconds < 120 ? words("seconds", { n: Math.round(seconds) }) : words("minutes", { n: Math.round(seconds / 60) });
const form = document.getElementById("share"), known = [];

for (const row of document.querySelectorAll("[data-week]")) {
  const seconds = spent(row.dataset.week), typed = Number(row.dataset.typed);
  if (seconds === undefined) continue;
  known.push(row.dataset.week);
  row.querySelector("[data-spent]").textContent = said(seconds);
  if (typed) row.querySelector("[data-back]").textContent = said(Math.max(typed - seconds, 0));
}
if (form) {
  const { week, seconds } = form.elements;
  for (const option of [...week.options]) if (!known.includes(option.value)) option.remove();
  form.hidden = !known.length;
  form.addEventListener("submit", () => { seconds.value = Math.round(spent(week.value)); });
}
