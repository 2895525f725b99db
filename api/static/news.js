// What came since the page was drawn: told of, and put in by whoever reads it. Loading the page does the same.
import { on } from "./keys.js";

{
  const button = document.getElementById("news"), number = button.querySelector("b");
  const known = new Set();
  const learn = () => { for (const item of document.querySelectorAll(".it")) known.add(item.id.slice(1)); };
  const others = new BroadcastChannel("boswell-news");
  const SHORTEST = 60, LONGEST = 1000; // milliseconds between two questions: the longer, the more there is to hear
  let asking = false, again = false, pause = SHORTEST, over = false, leave = () => {};

  async function ask() {
    if (asking || over) { again = asking; return; }
    asking = true;
    try {
      const answer = await fetch("/review/new?" + new URLSearchParams({ since: button.dataset.since, seen: button.dataset.seen }));
      if (answer.ok && !answer.redirected) tell((await answer.json()).ids);
    } catch { /* the network is away: the next word, or the next look at the page, asks again */ }
    setTimeout(() => {
      asking = false;
      pause = again ? Math.min(2 * pause, LONGEST) : SHORTEST;
      if (again) { again = false; ask(); }
    }, pause);
  }
  function tell(ids) {
    learn();
    const fresh = ids.filter((id) => !known.has(id)).length;
    number.textContent = fresh;
    button.hidden = !fresh;
  }
  function load() {
    const item = document.querySelector(".it.on:not([hidden])");
    if (item) sessionStorage.setItem("boswell-at", item.id);
    location.reload();
  }
  // One stream for all windows of this browser: the one that holds the lock has it, and passes on what it hears.
  function lead() {
    if (over || document.hidden) return;
    const waiting = new AbortController();
    let release = () => {};
    leave = () => { waiting.abort(); release(); leave = () => {}; };
    navigator.locks.request("boswell-news", { signal: waiting.signal }, () => new Promise((done) => {
      const stream = new EventSource("/review/events");
      const word = () => { others.postMessage(0); ask(); };
      release = () => { stream.close(); done(); };
      stream.addEventListener("news", word);
      stream.addEventListener("over", () => { over = true; leave(); });
      stream.addEventListener("error", () => {
        if (stream.readyState === EventSource.CLOSED) { leave(); setTimeout(lead, 30000); }
      });
    })).catch(() => {});
  }
  others.addEventListener("message", ask);
  button.addEventListener("click", load);
  document.addEventListener("visibilitychange", () => { leave(); lead(); if (!document.hidden) ask(); });
  on({ news: () => button.hidden ? false : load() });
  learn();
  lead();
}
