"""What a browser and its machine are, from how it names itself: enough to know one's own, too little to follow it."""

from __future__ import annotations

from typing import Final

# The first of these counts: browsers name others, too, to be served the same pages (RFC 9110 section 10.1.5).
BROWSERS: Final = (
    ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
)  # fmt: skip
SYSTEMS: Final = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
    ("Macintosh", "Mac"), ("Linux", "Linux"),
)  # fmt: skip


def device(user_agent: str) -> str:
    """Browser and system, such as ``Firefox · Windows``; empty where neither is known."""
    found = (next((name for mark, name in each if mark in user_agent), "") for each in (BROWSERS, SYSTEMS))
    return " · ".join(name for name in found if name)
