"""How people promise, ask and decide, by language."""

from __future__ import annotations

from typing import Final

from extract.patterns.intents import english, french, german
from extract.patterns.intents.ways import Ways

BY_LANGUAGE: Final[dict[str, Ways]] = {"en": english.WAYS, "de": german.WAYS, "fr": french.WAYS}
