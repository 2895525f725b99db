// What was decided here and is not on the server yet, in order. It is written before the page shows it, outlives the
// page, and is sent by one window of this browser at a time. The server does each operation once, whatever is repeated.
import { ours, page } from "./keys.js";

const others = new BroadcastChannel("boswell-outbox"), late = 2000, mine = new Map(), spare = [];
const db = await new Promise((done) => {
  setTimeout(done, 1000, null);
  try {
    const asked = indexedDB.open("boswell", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("outbox", { keyPath: "at", autoIncrement: true });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = asked.onblocked = () => done(null);
  } catch { done(null); }
});
let heard = () => {}, shows = () => {}, down = false, out = false, wake = () => {};

const finished = (request) => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = failed; });
async function all() {
  const kept = db ? await finished(db.transaction("outbox").objectStore("outbox").getAll()) : [];
  return [...kept, ...spare].filter((one) => one.user === page.user);
}
// Whether something is on its way that was done later: an answer to what came before does not move such a row.
export const awaits = (id) => [...mine.values()].some((one) => one.items.includes(id));
// One task: the transaction and its commit are on their way to the browser before this returns, so before any paint.
export function put(operation) {
  const one = { ...operation, user: page.user, made: Date.now() };
  mine.set(one.op_id, one);
  look();
  setTimeout(look, late);
  if (!db) { spare.push(one); send(); return; }
  const writing = db.transaction("outbox", "readwrite");
  writing.objectStore("outbox").put(one);
  writing.oncomplete = send;
  writing.onabort = () => { spare.push(one); send(); };
  writing.commit();
}
async function remove(one) {
  if (spare.includes(one)) spare.splice(spare.indexOf(one), 1);
  else await finished(db.transaction("outbox", "readwrite").objectStore("outbox").delete(one.at));
}
function send() {
  const work = async () => { for (let one; (one = (await all())[0]);) if (!await deliver(one)) return; };
  return navigator.locks ? navigator.locks.request("boswell-outbox", work) : work();
}
async function deliver(one) {
  for (let tries = 0; ; tries++) {
    let answer = null, told = {};
    try {
      const body = `${one.body}&csrf=${encodeURIComponent(page.csrf)}`;
      const headers = { "Content-Type": "application/x-www-form-urlencoded" };
      answer = await ours(one.path, { method: "POST", body, headers, signal: AbortSignal.timeout(20000) });
      if (/json/.test(answer.headers.get("Content-Type"))) told = await answer.json();
    } catch { answer = null; }
    const status = answer?.status;
    if (status === 401 || status === 403) { say({ out: status }); return false; }
    if (status && status !== 429 && status < 500 || (status === 500 && tries > 2)) {
      await remove(one);
      say({ op_id: one.op_id, one, status, told });
      return true;
    }
    say({ down: !answer });
    await new Promise((done) => { wake = done; setTimeout(done, Math.min(30000, 400 * 2 ** tries) * (0.5 + Math.random())); });
  }
}
function say(word) { others.postMessage(word); hear(word); }
function hear(word) {
  if ("down" in word) down = word.down;
  if (word.out) out = word.out;
  if (word.op_id) { mine.delete(word.op_id); down = false; out = false; }
  look();
  if (word.op_id) heard(word);
}
function look() {
  const oldest = mine.values().next().value;
  const state = !oldest ? "" : out ? "signed_out" : down || !navigator.onLine ? "offline"
    : Date.now() - oldest.made >= late ? "late" : "";
  shows(state, mine.size, out);
}
others.addEventListener("message", (event) => hear(event.data));
for (const name of ["online", "focus"]) window.addEventListener(name, () => wake());
window.addEventListener("offline", look);

// What is left of before is told to whoever begins, then sent.
export async function begin(listener, state) {
  heard = listener;
  shows = state;
  const left = await all();
  for (const one of left) mine.set(one.op_id, one);
  look();
  send();
  return left;
}
