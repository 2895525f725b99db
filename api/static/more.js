// More of a long queue: what stands behind the rows that are there, and what came back between them and is not drawn yet.
import { ours, trusted } from "./keys.js";

const FEW = 60, AT_ONCE = 5, busy = new Set();
const idle = () => new Promise((done) => (window.requestIdleCallback || setTimeout)(done, { timeout: 500 }));
const visible = (pile) => pile.querySelectorAll(".it:not([hidden])").length;
export function rowsOf(markup) {
  const drawn = document.createElement("ol");
  drawn.innerHTML = trusted(markup);
  return [...drawn.children];
}
// A row among the others of its pile: its place is text that sorts as the server's order does. Between it and the last
// one there may be others.
export function put(group, row) {
  const pile = group.querySelector(".pile"), last = pile.lastElementChild, { at } = row.dataset;
  const isLast = !last || last.dataset.at <= at;
  if (isLast && last && Number(group.dataset.beyond) && !group.dataset.gap) leave(group, { number: 0, after: last.id.slice(1) });
  pile.insertBefore(row, isLast ? null : [...pile.children].find((one) => one.dataset.at > at));
}
// So many came back to a pile that the server drew the first of them alone: the others follow that row.
export function leave(group, { number, after }) {
  const row = document.getElementById("i" + after), before = document.getElementById("i" + group.dataset.gap);
  group.dataset.beyond = Number(group.dataset.beyond) + number;
  if (row && !(before && before.dataset.at < row.dataset.at)) group.dataset.gap = after;
}
export async function topUp(group, days, came) {
  const pile = group.querySelector(".pile"), gap = group.dataset.gap, after = gap || pile.lastElementChild?.id.slice(1);
  if (busy.has(group) || !after || !Number(group.dataset.beyond) || visible(pile) >= FEW) return;
  busy.add(group);
  let answered = false;
  try {
    const answer = await ours("/review/rows?" + new URLSearchParams({ pile: group.dataset.pile, after, days }));
    answered = answer.ok && !answer.redirected;
    if (answered) await append(group, pile, rowsOf(await answer.text()), came);
  } catch { /* offline: the next decision asks again */ }
  busy.delete(group);
  if (answered) topUp(group, days, came);
}
async function append(group, pile, rows, came) {
  await idle();
  const fresh = rows.filter((row) => !document.getElementById(row.id));
  group.dataset.beyond = rows.length ? Math.max(0, Number(group.dataset.beyond) - fresh.length) : 0;
  for (let at = 0; at < fresh.length; at += AT_ONCE) {
    const some = fresh.slice(at, at + AT_ONCE);
    for (const row of some) if (group.dataset.gap) put(group, row); else pile.append(row);
    came(some);
    await idle();
  }
  if (!group.dataset.gap) { if (!fresh.length) group.dataset.beyond = 0; return; }
  const last = rows.at(-1)?.id || "";
  group.dataset.gap = last && last !== pile.lastElementChild.id ? last.slice(1) : "";
}
