// Notes one after another by key: j and k move, o opens what the note says in full.
import { on } from "./keys.js";

const notes = () => [...document.querySelectorAll(".day li")];
function step(by) {
  const all = notes(), at = all.indexOf(document.activeElement?.closest(".day li"));
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
  return !!next;
}
on({
  next: () => step(1), previous: () => step(-1),
  open: () => {
    const link = document.activeElement?.closest(".day li")?.querySelector("a[data-note]");
    if (!link) return false;
    location.assign(link.href);
  },
});
