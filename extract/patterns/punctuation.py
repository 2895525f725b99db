"""Characters that stand for one another between alphabets and keyboards."""

from __future__ import annotations

from typing import Final

COLONS: Final = (":", "：")
SENTENCE_ENDS: Final = (".", "!", "?", "。", "！", "？", "…")
QUOTE_MARKS: Final = (">", "＞")  # the second is what Japanese keyboards give
QUOTATION_MARKS: Final = ('"', "“", "”", "«", "»", "„", "‘", "'")  # before what somebody else said
RULES: Final = frozenset("-_=*~#+—–─━.·•^ ")  # what people and programs draw a line across the page with
DASHES: Final = "-_=*~—–─+# \t"  # what programs put around the words of a separator
