// The review by keyboard: what is decided leaves the page in the next frame, and the outbox sees that it is kept.
// Every button here is also a form that works without this file.
import { drawer, on, page, shut, words } from "./keys.js";
import { leave, put, rowsOf, topUp } from "./more.js";
import * as outbox from "./outbox.js";
import * as pace from "./pace.js";
import { edit, open } from "./sources.js";

const $ = (id) => document.getElementById(id);
const panel = $("panel"), toast = $("toast"), undoForm = $("undo"), allForm = $("all"), batch = $("batch"), offer = $("offer");
const groups = [...document.querySelectorAll(".group")], heading = $("heading"), wide = matchMedia("(min-width:1100px)");
const AT_ONCE = 25, KEPT = 100;
const items = (within = document) => [...within.querySelectorAll(".it:not([hidden])")];
const current = () => document.querySelector(".it.on:not([hidden])");
const selected = () => items().filter((item) => boxOf(item)?.checked);
const boxOf = (item) => item.querySelector(".pick input");
const groupOf = (item) => groups.find((group) => group.dataset.pile === item.dataset.pile);
const evidence = (item) => (item === current() && panel.querySelector(".ev")) || item.querySelector(".ev");
const after = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
let decided = [], undone = [], from = null, decidedBy = 0, shownAt = performance.now(), saying, toasting, awaited = null;

// ---- which one is at hand
function show(item, { focus = false } = {}) {
  const was = document.querySelector(".it.on");
  if (was && was !== item) {
    was.classList.remove("on");
    was.removeAttribute("aria-current");
    was.tabIndex = -1;
    const lent = panel.querySelector(".ev");
    if (lent) was.querySelector("details").append(lent);
  }
  panel.hidden = !item;
  if (!item) return;
  item.classList.add("on");
  item.setAttribute("aria-current", "true");
  item.tabIndex = 0;
  // The evidence is one element: beside the list where there is room, under its item where there is none.
  const own = item.querySelector("details .ev"), lent = panel.querySelector(".ev");
  if (wide.matches && own) panel.replaceChildren(own);
  else if (!wide.matches && lent) item.querySelector("details").append(lent);
  if (was !== item) { item.querySelector("details").open = !wide.matches && innerWidth < 760; shownAt = performance.now(); }
  if (focus) { item.focus({ preventScroll: true }); item.scrollIntoView({ block: "nearest" }); }
}
function go(step) {
  const list = items(), at = list.indexOf(current());
  const next = list[Math.min(Math.max(at + step, 0), list.length - 1)];
  if (next) show(next, { focus: true });
}
function extend(step) {
  if (!current()) return;
  mark(current(), true);
  go(step);
  mark(current(), true);
}
function mark(item, checked) {
  const input = boxOf(item);
  if (input) input.checked = checked;
  const number = selected().length;
  batch.classList.toggle("some", number > 0);
  if (number || !checked) $("selected").textContent = words("selected", { n: number });
}
// What was on the screen once counts as seen: only that is approved together.
const watching = new IntersectionObserver((found) => {
  for (const one of found) if (one.isIntersecting && !one.target.dataset.seen) { one.target.dataset.seen = "yes"; label(); }
}, { threshold: 0.5 });
const seenSure = () => items(groups[0]).filter((item) => item.dataset.seen).slice(0, AT_ONCE);
function label() { cancelAnimationFrame(label.asked); label.asked = requestAnimationFrame(relabel); }
function relabel() {
  const number = seenSure().length, rest = items(groups[0]).length + Number(groups[0].dataset.beyond);
  allForm.hidden = !number;
  $("all-label").textContent = words(number < rest ? "approve_these" : "approve_all", { n: number });
}

// ---- what is said
function live(text) { clearTimeout(saying); saying = setTimeout(() => { $("live").textContent = text; }, 500); }
function say(text, then = "", op_id = "") {
  $("said").textContent = text;
  $("then").textContent = then;
  undoForm.hidden = !op_id;
  undoForm.elements.undone.value = op_id;
  toast.hidden = false;
  clearTimeout(toasting);
  toasting = setTimeout(() => { toast.hidden = true; }, 10000);
}
// An offer stands until the next decision: passing it over means no.
function ask(asked) {
  offer.hidden = !asked;
  if (!asked) return;
  $("asks").textContent = asked.text;
  $("looked").textContent = asked.detail;
  offer.elements.offer.value = asked.offer;
}
function state(name, number, reason) {
  document.documentElement.dataset.unsaved = number;
  $("state").hidden = !name;
  if (name) $("state").textContent = words(name, { n: number });
  if (name === "signed_out" && !$("state").querySelector("a") && reason === 401)
    $("state").append(" ", Object.assign(document.createElement("a"), { href: "/sign-in", textContent: words("sign_in") }));
  // An old page: the next one has today's token, and what was decided is in the outbox.
  if (reason === 403 && Date.now() - Number(sessionStorage.getItem("boswell-renewed")) > 60000) {
    sessionStorage.setItem("boswell-renewed", Date.now());
    location.reload();
  }
}
function recount() {
  let left = 0, seconds = 0;
  for (const group of groups) {
    const number = items(group).length + Number(group.dataset.beyond);
    group.querySelector(".num").textContent = number.toLocaleString(document.documentElement.lang);
    group.hidden = !number;
    left += number;
    seconds += number * pace.seconds(group.dataset.pile, Number(group.dataset.seconds));
  }
  seconds = Math.max(5, 5 * Math.round(seconds / 5));
  heading.hidden = $("who").hidden = !left;
  $("nothing").hidden = left > 0;
  $("count").textContent = words("notes", { n: left });
  $("about").textContent = seconds < 120 ? words("seconds", { n: seconds }) : words("minutes", { n: Math.round(seconds / 60) });
  $("waiting").textContent = left || "";
  $("done").max = Math.max(left + decidedBy, 1);
  $("done").value = decidedBy;
  batch.classList.toggle("some", selected().length > 0);
  label();
  return left;
}

// ---- decisions: first the outbox, then the page, then the network
function operate(operation, gone, back = []) {
  const began = performance.now(), op_id = crypto.randomUUID();
  operation.body.set("op_id", op_id);
  operation.body.delete("csrf");
  outbox.put({ op_id, path: operation.path, verb: operation.verb, body: operation.body.toString(), items: [...gone, ...back].map((one) => one.id) });
  ask(null);
  const next = gone.length && (items().find((one) => !gone.includes(one) && after(gone[0], one)) || items().filter((one) => !gone.includes(one)).pop());
  if (gone.includes(current())) show(next || null);
  for (const item of gone) { item.hidden = true; item.classList.remove("bad"); if (boxOf(item)) boxOf(item).checked = false; }
  for (const item of back) item.hidden = false;
  decidedBy += gone.length - back.length;
  if (back.length) show(back[0]);
  else if (!current()) show(items()[0] || null);
  const left = recount(), number = Math.max(gone.length || back.length, 1);
  current()?.focus({ preventScroll: true });
  current()?.scrollIntoView({ block: "nearest" });
  requestAnimationFrame(() => performance.measure("key to paint", { start: began, end: performance.now() }));
  const sentence = words(operation.verb, { n: number }), at = current()?.querySelector("h3").textContent.trim();
  if (operation.verb !== "rule") say(sentence, "", operation.undoes ? "" : op_id);
  live([sentence, words("left", { n: left }), at ? words("now", { what: at }) : ""].join(" "));
  groups.forEach(fill);
  return { op_id, items: gone };
}
function decide(list, verb, more = {}) {
  if (!list.length) return;
  const body = new URLSearchParams({ verb, ...more });
  body.delete("item");
  for (const item of list) body.append("item", item.dataset.item);
  if (list.length === 1) for (const field of evidence(list[0]).querySelectorAll("[data-f]")) body.append("seen." + field.dataset.f, field.textContent);
  if (page.queue === "/review") pace.timed(list[0].dataset.pile, performance.now() - shownAt, list.length);
  decided.push(operate({ path: page.queue + "/decisions", verb: verb === "edit" ? "approve" : verb, body }, list));
  undone = [];
}
const take = (verb) => { const chosen = selected(); decide(chosen.length ? chosen : current() ? [current()] : [], verb); };
function takeBack(named = "") {
  const last = decided.find((one) => one.op_id === named) || (named ? null : decided.at(-1));
  const body = new URLSearchParams(named || last ? { undone: named || last.op_id } : {});
  const back = last ? last.items.filter((item) => item.isConnected && item.hidden) : [];
  for (const item of back) body.append("item", item.dataset.item);  // the server need not draw them
  decided = decided.filter((one) => one !== last);
  const { op_id } = operate({ path: page.queue + "/undo", verb: "undo", body, undoes: true }, [], back);
  awaited = back.length ? null : { op_id, at: current() };
  if (last) undone.push(last);
}
function redo() {
  const last = undone.pop(), gone = last ? last.items.filter((item) => item.isConnected && !item.hidden) : [];
  decided.push(operate({ path: page.queue + "/redo", verb: "redo", body: new URLSearchParams() }, gone));
}
function accept(form) {
  decided.push(operate({ path: "/rules", verb: "rule", body: new URLSearchParams(new FormData(form)) }, []));
}

// ---- what the server says to it
function heard({ op_id, one, status, told }) {
  const mine = decided.some((each) => each.op_id === op_id), rows = one.items.map($).filter(Boolean);
  if (status < 300) {
    for (const each of told.settled) settle(each);
    place(told.rows);
    for (const more of told.more || []) { leave(groups.find((one) => one.dataset.pile === more.pile), more); decidedBy -= more.number; }
    if (op_id === awaited?.op_id) returned(told.settled);
    if (told.said && !document.hidden) say(told.said.text, told.said.then, told.said.undo);
    ask(told.offer);
  } else {
    decided = decided.filter((each) => each.op_id !== op_id);
    for (const row of rows) refuse(row, status, told);
    place(told.rows);
    if (told.sentence || status === 404) say(told.sentence || words(one.verb === "redo" ? "nothing_to_redo" : "nothing_to_undo"));
    if (one.verb === "undo" && !mine) undone.pop();
    for (const id of Object.keys(told.gone || {})) settle({ id, state: "gone" });
  }
  if (!current()) show(items()[0] || null, { focus: document.activeElement === document.body });
  recount();
  prune();
  if (told.more?.length) groups.forEach(fill);
}
// What the server drew of an undo is at hand, unless somebody went on meanwhile.
function returned(settled) {
  const back = new Set(settled.map((each) => "i" + each.id)), first = items().find((row) => back.has(row.id));
  if (first && current() === awaited.at) show(first, { focus: true });
  awaited = null;
}
function settle({ id, state: now, version }) {
  const row = $("i" + id);
  if (!row || outbox.awaits(row.id)) return;
  if (now !== "waiting") { if (!row.hidden) { row.hidden = true; decidedBy++; if (row === document.querySelector(".it.on")) show(next(row)); } }
  else if (row.dataset.item.endsWith(":" + version) && row.hidden) { row.hidden = false; decidedBy--; }
}
const next = (row) => items().find((one) => after(row, one)) || items().pop() || null;
function refuse(row, status, told) {
  if (!row.hidden) return;
  row.hidden = false;
  decidedBy--;
  if (status === 409) return;  // the answer says what stands against it
  row.classList.add("bad");
  const why = row.querySelector(".conflict") || row.insertBefore(document.createElement("p"), row.querySelector(".acts"));
  Object.assign(why, { className: "conflict", role: "alert", textContent: words("refused") });
}
// Rows as the server draws them now: in the place of the old one, or where they belong in their pile.
function place(markup) {
  if (!markup) return;
  for (const row of rowsOf(markup).filter((one) => !outbox.awaits(one.id))) {
    const old = $(row.id);
    if (old && old.dataset.item === row.dataset.item && !row.classList.contains("bad")) { old.hidden = false; continue; }
    const wasOn = old?.classList.contains("on");
    if (wasOn) show(null);
    if (old) old.replaceWith(row);
    else { put(groupOf(row), row); decidedBy--; }
    watching.observe(row);
    if (wasOn || row.classList.contains("bad")) show(row, { focus: true });
  }
}
// What was decided long ago is not needed any more: an undo of it is drawn by the server.
function prune() {
  const kept = new Set(decided.slice(-KEPT).flatMap((one) => one.items));
  for (const row of document.querySelectorAll(".it[hidden]")) if (!kept.has(row) && row !== row.parentElement.lastElementChild) row.remove();
}

const came = (rows) => { for (const row of rows) watching.observe(row); if (!current()) show(items()[0] || null, { focus: true }); recount(); };
const fill = (group) => topUp(group, heading.dataset.days, came);

// ---- editing, the source in place, answers
function close(event) {
  const form = event.target.form;
  if (form?.matches(".edit,.conflict form")) { form.reset(); form.classList.remove("open"); current()?.focus(); return; }
  const whole = current() && evidence(current()).querySelector(".whole");
  if (shut()) return;
  if (whole) whole.remove();
  else if (selected().length) for (const item of selected()) mark(item, false);
  else if ($("skip")) $("skip").requestSubmit(); else toast.hidden = true;
}
function choose(_, digit) {
  const item = current(), number = Number(digit);
  if (!item) return;
  if (evidence(item).contains(document.activeElement)) return edit(item, evidence(item), number);
  const answer = item.querySelectorAll(".choices button")[number - 1];
  if (answer) submit(answer.form, answer);
}
function makeRule() {
  const button = current()?.querySelector(".acts [name=rule]");
  if (!offer.hidden) accept(offer);
  else if (button) submit(button.form, button);
}
const picked = () => { if (current()) mark(current(), !boxOf(current())?.checked); };

// ---- keys, buttons, fingers
on({
  next: () => go(1), previous: () => go(-1), extend_down: () => extend(1), extend_up: () => extend(-1), select: picked,
  select_all: () => items().filter((item) => item.dataset.seen).forEach((item) => mark(item, true)),
  approve: () => take("approve"), refuse: () => { firstX(); take("refuse"); }, forget: () => take("forget"),
  later: () => take("later"), keep_private: () => take("keep_private"), approve_all: () => decide(seenSure(), "approve"),
  choose, edit: () => current() && edit(current(), evidence(current())), rule: makeRule, open: () => current() && open(current(), evidence(current()).querySelector("a.full")),
  shut: () => current() && evidence(current()).querySelector(".whole")?.remove(), undo: () => takeBack(), redo, close,
});
function firstX() {
  if (localStorage.getItem("boswell-x")) return;
  localStorage.setItem("boswell-x", "said");
  $("state").hidden = false;
  $("state").textContent = words("first_x");
}
function submit(form, button) {
  const body = Object.fromEntries(new FormData(form, button)), verb = body.verb || (form.dataset.verb ?? "approve");
  const item = $("i" + (body.item || "").split(":")[0]);
  if (form === allForm) decide(seenSure(), "approve");
  else if (form === offer) accept(form);
  else if (form === batch) decide(selected(), verb);
  else if (form.action.endsWith("/undo")) { takeBack(body.undone); if (form.closest("#drawer")) setTimeout(() => drawer("/decisions", true), 400); }
  else if (item) decide([item], verb, body);
  else return false;
  return true;
}
let clicked = -Infinity;
document.addEventListener("submit", (event) => { if (!event.target.elements.use && submit(event.target, event.submitter)) event.preventDefault(); });
document.addEventListener("click", (event) => {
  const { target } = event, item = target.closest(".it");
  // What follows moves up under the pointer: a double click decides once.
  if (event.detail && target.closest(".acts,.choices") && target.closest("button")) {
    if (event.timeStamp - clicked < 350) { event.preventDefault(); return; }
    clicked = event.timeStamp;
  }
  if (target.matches(".pick input")) mark(item, target.checked);
  if (item) show(item);
  if (target.closest("[data-edit]")) edit(item, evidence(item));
  const link = target.closest("a.full");
  if (link && !event.ctrlKey && !event.metaKey) { event.preventDefault(); open(current(), link); }
});
document.addEventListener("touchstart", (event) => { from = event.touches.length === 1 && event.target.closest(".it.on") ? event.touches[0] : null; }, { passive: true });
document.addEventListener("touchend", (event) => {
  const to = event.changedTouches[0], across = from && to.clientX - from.clientX;
  if (from && Math.abs(across) > 90 && Math.abs(to.clientY - from.clientY) < 40) take(across > 0 ? "approve" : "refuse");
  from = null;
}, { passive: true });
wide.addEventListener("change", () => show(current()));

for (const item of items()) watching.observe(item);
const left = await outbox.begin(heard, state);
for (const one of left) for (const id of one.items) if ($(id) && one.verb !== "undo") { $(id).hidden = true; decidedBy++; }
const kept = $(sessionStorage.getItem("boswell-at"));  // by news.js, for the page to stay where it was
sessionStorage.removeItem("boswell-at");
show(kept && !kept.hidden ? kept : items()[0] || null, { focus: Boolean(kept) || location.hash === "#sure" });  // by the digest's link
recount();
groups.forEach(fill);
performance.mark("first key");
