// Groups from before by keyboard, with the keys of every page. Every button here is also a form that works without this file.
import { on } from "./keys.js";

const groups = () => [...document.querySelectorAll(".past li")];
const chosen = () => document.activeElement?.closest(".past li");
const press = (verb) => (chosen() || groups()[0])?.querySelector(`[data-verb=${verb}] button`)?.click();

function go(step) {
  const list = groups(), at = list.indexOf(chosen());
  list[Math.min(Math.max(at + step, 0), list.length - 1)]?.focus();
}
on({ next: () => go(1), previous: () => go(-1), approve: () => press("approve"), keep_private: () => press("keep_private") });
