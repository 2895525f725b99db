// Keys, drawer and commands of every page. What a key does is said by the server (api/web/keys.py), texts as well.
const given = document.getElementById("boswell"), box = document.getElementById("drawer");
export const page = given ? JSON.parse(given.textContent) : {};
const actions = {}, policy = window.trustedTypes?.createPolicy("boswell", { createHTML: (text) => text });
// Markup that our own server drew, and no other, becomes part of the page through here.
export const trusted = (text) => policy ? policy.createHTML(text) : text;
export const on = (more) => Object.assign(actions, more);
export const ours = (path, more = {}) => fetch(path, { ...more, headers: { "X-Boswell": "1", ...more.headers } });

export function words(name, values = {}) {
  const text = page.texts[name];
  const { lang } = document.documentElement, one = new Intl.PluralRules(lang).select(values.n ?? 2) === "one";
  return (Array.isArray(text) ? text[one ? 0 : 1] : text).replace(/\{(\w+)\}/g, (_, key) => values[key].toLocaleString(lang));
}
const asked = given ? null : ours("/keys.json").then((answer) => answer.json()).then((found) => Object.assign(page, found));

// A stroke as api/web/keys.py spells it: by what the key says, not by where it lies.
export function stroke(event) {
  const key = event.key === " " ? "Space" : event.key;
  if (event.ctrlKey || event.metaKey) return (event.ctrlKey ? "Control+" : "Meta+") + key.toLowerCase();
  if (event.altKey && !event.getModifierState("AltGraph")) return "";
  const letter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  return letter ? (event.shiftKey ? "⇧" : "") + key.toLowerCase() : key;
}
const writes = (target) => target.matches("input:not([type=checkbox]),select,textarea,[contenteditable]");
const own = (target, name) => (name === "Space" || name === "Enter") && target.matches("button,a,summary,input");
let prefix = "", forgets;

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.defaultPrevented || !page.keys) return;
  const { strokes, held, paths } = page.keys, said = stroke(event), digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const name = said in strokes || event.shiftKey || !digit ? said : digit;  // where digits take Shift, they need not
  if (writes(event.target) ? !/^(Escape|Control\+k|Meta\+k)$/.test(name) : own(event.target, name)) return;
  const whole = prefix + name, action = strokes[whole];
  prefix = "";
  clearTimeout(forgets);
  if (!action && Object.keys(strokes).some((other) => other.startsWith(name + " "))) {
    prefix = name + " ";
    forgets = setTimeout(() => { prefix = ""; }, 1500);
    return;
  }
  if (!action || (event.repeat && !held.includes(action))) return;
  if (paths[action]) location.href = paths[action];
  else if (!actions[action] || actions[action](event, name) === false) return;
  event.preventDefault();
});

let wanted = ""; // the page that the drawer is to show: an answer that comes after something else was asked for is let go
export function shut() {
  wanted = "";
  if (box.hidden) return false;
  box.hidden = true;
  box.replaceChildren();
  document.querySelector(".it.on")?.focus({ preventScroll: true });
  return true;
}
export async function drawer(path, again = false) {
  if (again ? wanted !== path : !box.hidden && box.dataset.path === path) return again ? false : shut();
  wanted = path;
  const answer = await ours(path), text = await answer.text();
  if (wanted !== path) return false;
  if (!answer.ok || answer.redirected) return location.assign(path);
  box.innerHTML = trusted(text);
  box.dataset.path = path;
  box.hidden = false;
  box.setAttribute("aria-label", box.querySelector("h1")?.textContent || "");
  box.focus();
}
// Every command by name, each with its key; anything else typed is looked for.
function palette() {
  const input = document.createElement("input"), list = document.createElement("ul");
  input.setAttribute("aria-label", words("commands"));
  input.placeholder = words("commands");
  const draw = () => {
    const typed = input.value.trim(), { does, paths } = page.keys, rows = [];
    for (const [action, [text, key]] of Object.entries(does))
      if ((paths[action] || actions[action]) && text.toLowerCase().includes(typed.toLowerCase()))
        rows.push([text, key, () => paths[action] ? location.assign(paths[action]) : actions[action](new Event("click"))]);
    if (typed) rows.push([words("find_this", { what: typed }), "", () => location.assign(`/find?q=${encodeURIComponent(typed)}`)]);
    list.replaceChildren(...rows.map(([text, key, run]) => {
      const item = document.createElement("li"), button = document.createElement("button");
      button.append(text, " ");
      if (key) button.append(Object.assign(document.createElement("kbd"), { textContent: key }));
      button.addEventListener("click", () => { shut(); run(); });
      item.append(button);
      return item;
    }));
  };
  input.addEventListener("input", draw);
  input.addEventListener("keydown", (event) => { if (event.key === "Enter") list.querySelector("button")?.click(); });
  wanted = box.dataset.path = "";
  box.setAttribute("aria-label", words("commands"));
  box.replaceChildren(input, list);
  box.hidden = false;
  draw();
  input.focus();
}
async function post(path) {
  const body = new URLSearchParams({ csrf: page.csrf, op_id: crypto.randomUUID() });
  if ((await ours(path, { method: "POST", body })).ok) location.reload();
}
on({
  keys: () => drawer("/keys"), history: () => drawer("/decisions"), palette,
  find: () => { const field = document.querySelector("input[type=search]"); if (field) field.focus(); else palette(); },
  undo: () => post("/review/undo"), redo: () => post("/review/redo"),
  close: (event) => { if (!shut() && writes(event.target)) event.target.blur(); },
});
// What is pressed in the drawer comes back to the page under it.
document.addEventListener("submit", ({ target }) => { if (target.elements.back) target.elements.back.value = location.pathname; }, true);
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-drawer]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  drawer(link.getAttribute("href"));
});
document.documentElement.classList.add("js");
await asked;
