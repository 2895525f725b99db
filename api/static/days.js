// A day in one's own words. How it is understood is said beside it before it is saved; what is none is not sent.
import { ours } from "./keys.js";

let reading;
document.addEventListener("input", ({ target }) => {
  if (!target.name?.startsWith("day.")) return;
  target.setCustomValidity("");
  clearTimeout(reading);
  reading = setTimeout(async () => {
    const text = target.value.trim(), asked = await ours("/review/day?" + new URLSearchParams({ text })).catch(() => null);
    const told = asked?.ok ? await asked.json() : {}, said = target.nextElementSibling || document.createElement("output");
    if (text !== target.value.trim()) return;
    target.after(said);
    said.textContent = told.said ? "→ " + told.said : text && told.sentence || "";
    target.setCustomValidity(told.said || !text ? "" : told.sentence || "");
  }, 150);
});
