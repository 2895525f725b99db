"""How people ask for offers, make them, order, sign, decline and cancel, by language."""

from __future__ import annotations

from typing import Final

from extract.patterns.deals import english, french, german
from extract.patterns.deals.form import Dealing

BY_LANGUAGE: Final[dict[str, Dealing]] = {"en": english.DEALING, "de": german.DEALING, "fr": french.DEALING}
