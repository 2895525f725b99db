"""Which language is spoken: what was said last, what a browser asks for, and never another request's."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

import pytest

from i18n.language import asked_for, language, speak, speaking


def test_english_is_spoken_where_nobody_said_anything() -> None:
    assert language() == "en"
    speak("de")
    assert language() == "en"


def test_a_language_is_spoken_inside_and_the_one_before_outside() -> None:
    with speaking("de"):
        with speaking("fr"):
            assert language() == "fr"
        assert language() == "de"
        speak("tlh")
        assert language() == "en"
    assert language() == "en"


def test_threads_of_one_request_learn_who_is_there_and_others_do_not() -> None:
    with ThreadPoolExecutor(1) as threads, speaking("en"):
        threads.submit(copy_context().run, speak, "fr").result()
        assert language() == "fr"
        assert threads.submit(language).result() == "en"


@pytest.mark.parametrize(
    ("header", "best"),
    [
        ("", "en"), ("de", "de"), ("fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", "fr"), ("it, de;q=0.3", "de"),
        ("de;q=0", "en"), ("de;q=x, fr;q=0.1", "fr"), ("en-GB,de;q=0.9", "en"), ("DE-at; q=0.4, fr;q=0.2", "de"),
        ("de;level=1", "de"), (";;,,", "en"),
    ],
)  # fmt: skip
def test_a_browser_asks_for_the_best_of_ours(header: str, best: str) -> None:
    assert asked_for(header) == best
