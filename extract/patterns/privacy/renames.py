"""A wedding may be told because of the new name that came with it: how people do is in extract.patterns.renames.

Phrases as in the lists of private words: in lower case, separated by commas.
"""

from __future__ import annotations

from typing import Final

_WEDDINGS: Final = """
    geheiratet, wir heiraten, we got married, getting married, we marry, we are marrying, nous nous marions
"""
WEDDINGS: Final = frozenset(" ".join(_WEDDINGS.split()).split(", "))
