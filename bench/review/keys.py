"""From a key to what is painted, and from a request to its answer, with a long queue."""

from __future__ import annotations

import gzip
import statistics
from collections.abc import Sequence

from playwright.sync_api import Page, Response

from bench.figures import Row
from bench.review.ground import Ground
from tests.api.browsing import kept

# From the key's own time to the first task after the frame that shows it.
TIMED = """
window.took = [];
document.addEventListener("keydown", (event) => {
  const began = event.timeStamp;
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => window.took.push([event.key, performance.now() - began]);
    channel.port2.postMessage(0);
  });
}, true);
"""
ANSWERS = """performance.getEntriesByType("resource").filter((one) => /review.(decisions|undo)/.test(one.name))
    .map((one) => one.responseStart - one.requestStart)"""
SLOWER, LATENCY = 4, 300


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return statistics.quantiles(values, n=20)[-1] if len(values) > 1 else values[0]


def certainty(values: Sequence[float]) -> str:
    """How many, and their middle."""
    return f"n {len(values)}, median {statistics.median(values):.1f}"


def timings(ground: Ground, number: int) -> list[Row]:
    """Approve as it is, with the processor slowed, and with a slow network; an empty key beside each."""
    rows: list[Row] = []
    for name, target, slower, latency in (
        ("approve, key to paint", 50.0, 1, 0),
        (f"… processor {SLOWER} times slower", 100.0, SLOWER, 0),
        (f"… {LATENCY} ms network", 50.0, 1, LATENCY),
    ):
        page = ground.page()
        session = page.context.new_cdp_session(page)
        page.evaluate(TIMED)
        session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        network = {"offline": False, "latency": latency, "downloadThroughput": -1, "uploadThroughput": -1}
        session.send("Network.emulateNetworkConditions", network)
        approve, empty = _pressed(page, number)
        over = max(0.0, p95(empty) - 15.0)
        beside = f"empty key p95 {p95(empty):.1f}, n {len(empty)}"
        rows.append(
            Row(f"{name}, p95", max(0.0, p95(approve) - over), "ms", certainty(approve), beside, target, at_most=True)
        )
        if slower == 1 and not latency:
            rows.append(_server("server time a decision, p95", page.evaluate(ANSWERS), 50.0))
        page.context.close()
    return rows


KEPT, PATIENCE = "html[data-unsaved='0']", 120_000  # milliseconds: a hundred answers, one after another, from far away


def _pressed(page: Page, number: int) -> tuple[list[float], list[float]]:
    for _ in range(number):
        page.keyboard.press("a")
        page.wait_for_timeout(60)
        page.keyboard.press("q")
        page.wait_for_timeout(60)
    page.wait_for_selector(KEPT, state="attached", timeout=PATIENCE)
    took = page.evaluate("window.took")
    return tuple([each for key, each in took if key == wanted] for wanted in ("a", "q"))  # type: ignore[return-value]


def _server(name: str, values: Sequence[float], target: float) -> Row:
    return Row(name, p95(values), "ms", certainty(values), "", target, at_most=True)


def first_use(ground: Ground) -> list[Row]:
    """Until the first key is taken, and what had to come for it."""
    page, sizes = ground.page(), dict[str, int]()
    times = []
    for _ in range(5):
        page.goto(ground.address)
        page.wait_for_selector("html[data-unsaved]", state="attached")
        times.append(page.evaluate("performance.getEntriesByName('first key')[0].startTime"))
    page.wait_for_timeout(1000)
    answers = list[Response]()
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - a builtin takes no listener
    page.goto(ground.address)
    page.wait_for_selector("html[data-unsaved]", state="attached")
    page.wait_for_timeout(300)
    for answer in answers:
        if answer.request.resource_type in {"document", "script", "stylesheet"}:
            sizes[answer.url] = len(gzip.compress(answer.body()))
    page.context.close()
    read = sum(size for url, size in sizes.items() if not url.endswith(".woff2"))
    return [
        Row("first key taken", statistics.median(times), "ms", certainty(times), "", 500, at_most=True),
        Row("bytes to first use without fonts, gzip", read / 1024, "kB", f"{len(sizes)} files", "", 50, at_most=True),
    ]


def undone(ground: Ground, number: int = 100) -> list[Row]:
    """One undo of an operation on so many."""
    page = ground.page()
    took = []
    for _ in range(3):
        rows = ground.rep.suggestions("waiting")[:number]
        ground.rep.rule("approve", rows)
        page.goto(ground.address)
        page.wait_for_selector("html[data-unsaved='0']", state="attached")
        page.keyboard.press("z")
        kept(page)
        took += page.evaluate(ANSWERS)
    page.context.close()
    return [_server(f"undo of {number} at once, server", took, 100.0)]
