"""How days, hours and deadlines are said: data for each language, in the form of ``form``."""

from __future__ import annotations

from typing import Final

from extract.patterns.times import english, french, german
from extract.patterns.times.form import Times

BY_LANGUAGE: Final[dict[str, Times]] = {
    "en": english.TIMES,
    "de": german.TIMES,
    "fr": french.TIMES,
}
