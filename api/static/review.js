// The review by keyboard. Every button here is also a form that works without this file.
"use strict";
(() => {
  const root = document.documentElement, panel = document.getElementById("panel"), toast = document.getElementById("toast");
  const undo = document.getElementById("undo"), all = document.getElementById("all"), offer = document.getElementById("offer");
  const items = () => [...document.querySelectorAll(".it:not([hidden])")];
  const current = () => document.querySelector(".it.on:not([hidden])");
  const wide = matchMedia("(min-width:1100px)");
  root.classList.add("js");

  function show(item) {
    const was = document.querySelector(".it.on");
    if (was) { was.classList.remove("on"); was.removeAttribute("aria-current"); giveBack(was); }
    panel.hidden = !item;
    if (!item) return;
    item.classList.add("on");
    item.setAttribute("aria-current", "true");
    lend(item);
  }
  // The evidence is one element: beside the list where there is room, under its item where there is none.
  function lend(item) {
    const evidence = item.querySelector(".ev");
    if (wide.matches && evidence) panel.replaceChildren(evidence);
    else item.querySelector("details").open = false;
  }
  function giveBack(item) {
    const evidence = panel.querySelector(".ev");
    if (evidence) item.querySelector("details").append(evidence);
  }
  function go(step) {
    const list = items(), at = list.indexOf(current());
    const next = list[Math.min(Math.max(at + step, 0), list.length - 1)];
    if (next) { show(next); next.focus({ preventScroll: true }); next.scrollIntoView({ block: "nearest" }); }
  }
  function say(text, then, undone) {
    document.getElementById("said").textContent = text;
    document.getElementById("then").textContent = then || "";
    undo.hidden = !undone;
    undo.elements.undone.value = undone || "";
    toast.hidden = false;
  }
  // An offer stands until the next decision: passing it over means no.
  function ask(asked) {
    offer.hidden = !asked;
    if (!asked) return;
    document.getElementById("asks").textContent = asked.text;
    document.getElementById("looked").textContent = asked.detail;
    offer.elements.offer.value = asked.offer;
  }
  // What a rule settled along with a decision, or when it was made, leaves the list, too.
  async function settle(form, body, hidden) {
    const found = await send(form, body, hidden);
    for (const one of found?.settled || []) document.getElementById("i" + one.id)?.setAttribute("hidden", "");
    if (found) { if (!current()) show(items()[0] || null); recount(); current()?.focus({ preventScroll: true }); }
  }
  // As words.about in Python says it.
  function time() {
    let seconds = 2.5 * document.getElementById("heading").dataset.beyond;
    for (const pile of document.querySelectorAll(".pile")) seconds += pile.dataset.seconds * pile.querySelectorAll(".it:not([hidden])").length;
    seconds = Math.max(5, 5 * Math.round(seconds / 5));
    return seconds < 120 ? seconds + " seconds" : Math.round(seconds / 60) + " minutes";
  }
  function recount() {
    const heading = document.getElementById("heading"), left = items().length + Number(heading.dataset.beyond);
    for (const name of ["heading", "who", "keys"]) document.getElementById(name)?.toggleAttribute("hidden", !left);
    document.getElementById("nothing").hidden = left > 0;
    document.getElementById("count").textContent = left.toLocaleString("en") + (left === 1 ? " note" : " notes");
    document.getElementById("about").textContent = time();
    document.getElementById("waiting").textContent = left || "";
    for (const group of document.querySelectorAll(".grp")) {
      const here = [...group.nextElementSibling.querySelectorAll(".it:not([hidden])")].length;
      group.querySelector(".num").textContent = here;
      group.hidden = !here;
    }
    if (all) {
      const waiting = new Set(items().map((item) => item.dataset.item));
      const taken = [...all.querySelectorAll("[name=item]")];
      for (const input of taken) input.disabled = !waiting.has(input.value);
      const number = taken.filter((input) => !input.disabled).length;
      const label = all.querySelector("button").firstChild;
      label.textContent = (taken.length < 25 ? "Approve all " : "Approve these ") + number + " ";
      all.hidden = !number;
    }
  }
  const refusals = {
    409: "That has changed meanwhile. Load the page to see it as it is now.",
    401: "You are signed out. Sign in and repeat it.",
    403: "This page is old. Load it again and repeat it.",
  };
  async function send(form, body, hidden) {
    const began = performance.now();
    offer.hidden = true;
    const next = items().find((item) => !hidden.includes(item) && after(hidden[0], item)) || items().filter((item) => !hidden.includes(item)).pop();
    if (hidden.includes(current()) || !current()) show(next || null);
    for (const item of hidden) item.hidden = true;
    recount();
    current()?.focus({ preventScroll: true });
    requestAnimationFrame(() => performance.measure("key to paint", { start: began, end: performance.now() }));
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(body), headers: { "X-Boswell": "1" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const found = await answer.json();
      if (found.said) say(found.said.text, found.said.then, found.said.undo);
      ask(found.offer);
      if (!items().length && document.getElementById("heading").dataset.beyond > 0) location.reload();
      form.elements.op_id.value = crypto.randomUUID();
      return found;
    } catch (error) {
      for (const item of hidden) item.hidden = false;
      recount();
      say(refusals[error.message] || "I could not keep this. Try again.");
      return null;
    }
  }
  const after = (one, other) => one && one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;

  function decide(form) {
    if (form === all) return send(form, new FormData(form), items().filter((item) => !!form.querySelector(`[name=item][value="${item.dataset.item}"]:not([disabled])`)));
    const item = document.getElementById("i" + form.querySelector("[name=item]").value.split(":")[0]);
    return settle(form, new FormData(form), [item]);
  }
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("[data-verb],#all")) { event.preventDefault(); decide(form); }
    if (form === offer) { event.preventDefault(); settle(form, new FormData(form), []); }
    if (form === undo) { event.preventDefault(); takeBack(); }
  });
  // What comes back is drawn by the server, so that it shows as it is now.
  async function takeBack() {
    const found = await send(undo, new FormData(undo), []);
    if (!found) return;
    const known = found.settled.map((one) => document.getElementById("i" + one.id));
    if (known.every((item, at) => item && item.dataset.item.endsWith(":" + found.settled[at].version))) {
      for (const item of known) item.hidden = false;
      recount(); show(known[0]); known[0].focus();
    } else location.reload();
  }
  let clicked = -Infinity;
  document.addEventListener("click", (event) => {
    // What follows moves up under the pointer: a double click decides once.
    if (event.detail && event.target.closest(".acts form")) {
      if (event.timeStamp - clicked < 350) { event.preventDefault(); return; }
      clicked = event.timeStamp;
    }
    const item = event.target.closest(".it");
    if (item && !item.classList.contains("on")) show(item);
    if (event.target.closest("[data-edit]")) edit(item);
  });
  const verbs = { a: "approve", x: "refuse", h: "later", p: "keep_private" };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input,select,textarea");
    if (typing) { if (event.key === "Escape") { event.target.form.reset(); event.target.form.classList.remove("open"); current()?.focus(); } return; }
    const key = event.key.toLowerCase(), item = current();
    if (event.repeat && !["j", "k", "arrowdown", "arrowup"].includes(key)) return;
    if (key === "j" || event.key === "ArrowDown") go(1);
    else if (key === "k" || event.key === "ArrowUp") go(-1);
    else if (key === "z") takeBack();
    else if (key === "a" && event.shiftKey) { if (all && !all.hidden) decide(all); }
    else if (key in verbs && item) decide(item.querySelector(`[data-verb=${verbs[key]}]`));
    else if (key === "e" && item) edit(item);
    else if (key === "r" && !offer.hidden) settle(offer, new FormData(offer), []);
    else if (key === "r" && item?.querySelector("[data-verb=rule]")) decide(item.querySelector("[data-verb=rule]"));
    else if (key === "o" && item) { const proof = item.querySelector("details"); proof.open = !proof.open; }
    else return;
    event.preventDefault();
  });
  function edit(item) {
    const form = (panel.querySelector(".edit") || item.querySelector(".edit"));
    if (!form) return;
    item.querySelector("details").open = true;
    form.classList.add("open");
    form.querySelector("label input")?.focus();
  }
  wide.addEventListener("change", () => show(current()));
  const kept = document.getElementById(sessionStorage.getItem("boswell-at"));  // by news.js, for the page to stay where it was
  sessionStorage.removeItem("boswell-at");
  show(kept || items()[0] || null);
  kept?.focus({ preventScroll: true });
})();
