// Promises by keyboard: J and K move, D says done. Every button here is also a form that works without this file.
"use strict";
(() => {
  const items = () => [...document.querySelectorAll(".promises li")];
  let before = ""; // G and then D leads elsewhere
  document.documentElement.classList.add("js");
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input,textarea,select")) return;
    const list = items(), at = list.indexOf(event.target.closest(".promises li"));
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (step) {
      list[Math.min(Math.max(at + step, 0), list.length - 1)]?.focus();
      event.preventDefault();
    } else if (event.key === "d" && !event.repeat && before !== "g") {
      list[at]?.querySelector("[data-verb=done] button")?.click();
    }
    before = event.key;
  });
})();
