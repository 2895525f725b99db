// Editing in place with names typed ahead, and the source of a note in place.
import "./days.js";
import { ours, trusted } from "./keys.js";

const $ = (id) => document.getElementById(id);
// The form of an item with its evidence; the field in doubt is the first.
export async function edit(item, evidence, number = 1) {
  const form = evidence.querySelector(".edit");
  if (!form) return;
  item.querySelector("details").open = true;
  form.classList.add("open");
  const field = form.querySelectorAll("label input")[number - 1];
  field?.focus();
  field?.select();
  if (edit.known) return;
  edit.known = true;
  const found = await (await ours("/review/known")).json().catch(() => ({}));
  for (const name of Object.keys(found)) $(name).replaceChildren(...found[name].map((text) => new Option(text, text)));
}
// The best known one is put in behind what is typed, selected: going on typing takes it away.
document.addEventListener("input", (event) => {
  const field = event.target, list = field.dataset.known && $(field.dataset.known);
  if (!list || event.inputType !== "insertText") return;
  field.setAttribute("list", list.id);
  const typed = field.value, best = [...list.options].find((one) => one.value.toLowerCase().startsWith(typed.toLowerCase()));
  if (!typed || !best || field.selectionStart !== typed.length) return;
  field.value = typed + best.value.slice(typed.length);
  field.setSelectionRange(typed.length, field.value.length);
});
export async function open(item, link) {
  if (!item || !link) return;
  item.querySelector("details").open = true;
  const article = link.closest("article"), there = article.querySelector(".whole");
  // Open already: on to its layout where it has one, then it is shut.
  const next = there && !there.contains(link) ? there.querySelector("a.full[aria-keyshortcuts]") : link;
  if (!next) return there.remove();
  const whole = there || article.appendChild(Object.assign(document.createElement("div"), { className: "whole" }));
  const answer = await ours(next.getAttribute("href"));
  whole.innerHTML = trusted(answer.ok ? await answer.text() : "");
}
