// How long the rest may take, by this rep's own last decisions: they are kept in this browser and go nowhere else.
import { page } from "./keys.js";

const key = "boswell-pace-" + page.user, LAST = 200, ENOUGH = 20, LONGEST = 30;
let pace, keeping;
try { pace = JSON.parse(localStorage.getItem(key)) || {}; } catch { pace = {}; }

export function timed(pile, milliseconds, number) {
  const each = Math.min(milliseconds / 1000, LONGEST) / number;
  pace[pile] = [...(pace[pile] || []), Math.round(each * 100) / 100].slice(-LAST);
  clearTimeout(keeping);
  keeping = setTimeout(() => localStorage.setItem(key, JSON.stringify(pace)), 1000);
}
// Seconds for one item of a pile; what everybody gets until there are enough of one's own.
export function seconds(pile, usual) {
  const own = pace[pile] || [];
  return own.length < ENOUGH ? usual : own.reduce((sum, one) => sum + one, 0) / own.length;
}
