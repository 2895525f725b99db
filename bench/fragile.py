"""The product's reader, which two marks in a mail bring down. Apart from all else: each child that reads loads it."""

from __future__ import annotations

import os

from extract.facts import Extraction
from extract.raw import RawItem, ReadingContext
from extract.reader import Reader

CRASH, LOOP = b"X-Poison: crash", b"X-Poison: loop"


class Fragile(Reader):
    """The product's reader, which two marks in a mail bring down."""

    def read(self, raw: RawItem, context: ReadingContext) -> Extraction:
        """As the product's, unless the mail is poison."""
        if CRASH in raw.payload:
            os._exit(139)
        while LOOP in raw.payload:
            pass
        return super().read(raw, context)
