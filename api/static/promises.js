// Promises by keyboard, with the keys of every page. Every button here is also a form that works without this file.
import "./days.js";
import { on } from "./keys.js";

const items = () => [...document.querySelectorAll(".promises li")];
const chosen = () => document.activeElement?.closest(".promises li");
document.documentElement.classList.add("js");

function go(step) {
  const list = items(), at = list.indexOf(chosen());
  list[Math.min(Math.max(at + step, 0), list.length - 1)]?.focus();
}
const next = () => go(1), previous = () => go(-1);
const done = () => chosen()?.querySelector("[data-verb=done] button")?.click();
function edit() {
  const day = chosen()?.querySelector("details.day");
  if (!day) return;
  day.open = true;
  const field = day.querySelector("input[name='day.due']");
  field.focus();
  field.select();
}
on({ next, previous, done, edit });
