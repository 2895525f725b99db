"""Which language is spoken now: of a request or a letter, the one that its reader prefers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final

LANGUAGES: Final = {"en": "English", "de": "Deutsch", "fr": "Français"}
DEFAULT: Final = "en"


@dataclass(slots=True)
class _Spoken:
    """What one request speaks. Threads that answer the same request share it, so it can change once it is known."""

    language: str


_spoken: ContextVar[_Spoken | None] = ContextVar("spoken", default=None)


def language() -> str:
    """The language that is spoken now; English where nobody said anything."""
    spoken = _spoken.get()
    return spoken.language if spoken else DEFAULT


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language inside; English for one that there is not."""
    token = _spoken.set(_Spoken(_known(language)))
    try:
        yield
    finally:
        _spoken.reset(token)


def speak(language: str) -> None:
    """Go on in another language, as soon as it is known who is there. Outside ``speaking`` nothing happens."""
    spoken = _spoken.get()
    if spoken:
        spoken.language = _known(language)


def asked_for(accept_language: str) -> str:
    """The best of our languages for what a browser asks for (RFC 9110 section 12.5.4), English for none of them."""
    asked: dict[str, float] = {}
    for part in accept_language.split(","):
        tag, _, weight = part.partition(";")
        primary = tag.strip().partition("-")[0].lower()
        if primary in LANGUAGES:
            asked[primary] = max(asked.get(primary, 0.0), _weight(weight))
    best = max(asked, key=lambda each: asked[each], default=DEFAULT)
    return best if asked.get(best) else DEFAULT


def _weight(text: str) -> float:
    """A quality from 0 to 1; 1 where none is given, 0 where it cannot be read."""
    name, _, value = text.replace(" ", "").partition("=")
    try:
        return min(1.0, max(0.0, float(value))) if name == "q" else 1.0
    except ValueError:
        return 0.0


def _known(language: str) -> str:
    return language if language in LANGUAGES else DEFAULT
