// How long the rest may take, by this rep's own last decisions, and how long the review took in each of the last weeks:
// both are kept in this browser and go nowhere else.
import { page } from "./keys.js";

const key = "boswell-pace-" + page.user, LAST = 200, ENOUGH = 20, LONGEST = 30, WEEKS = 8;
let pace, keeping;
try { pace = JSON.parse(localStorage.getItem(key)) || {}; } catch { pace = {}; }

export function timed(pile, milliseconds, number) {
  const took = Math.min(milliseconds / 1000, LONGEST), each = took / number, week = monday(new Date());
  pace.weeks = Object.fromEntries(Object.entries({ ...pace.weeks, [week]: (spent(week) || 0) + took }).sort().slice(-WEEKS));
  pace[pile] = [...(pace[pile] || []), Math.round(each * 100) / 100].slice(-LAST);
  clearTimeout(keeping);
  keeping = setTimeout(() => localStorage.setItem(key, JSON.stringify(pace)), 1000);
}
// Seconds of review in the week that begins on a day; nothing where this browser saw none.
export const spent = (week) => pace.weeks?.[week];
function monday(day) {
  const from = Date.UTC(day.getFullYear(), day.getMonth(), day.getDate() - (day.getDay() + 6) % 7);
  return new Date(from).toISOString().slice(0, 10);
}
// Seconds for one item of a pile; what everybody gets until there are enough of one's own.
export function seconds(pile, usual) {
  const own = pace[pile] || [];
  return own.length < ENOUGH ? usual : own.reduce((sum, one) => sum + one, 0) / own.length;
}
