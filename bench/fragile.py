"""The product's reader, which two marks in a mail bring down. Apart from all else: each child that reads loads it."""

from __future__ import annotations

import os

from extract.facts import Extraction
from extract.raw import RawItem, ReadingContext
from extract.reader import Reader
from ingest.reading.child import WARM_UP

CRASH, LOOP = b"X-Poison: crash", b"X-Poison: loop"


class Fragile(Reader):
    """The product's reader, which two marks in a mail bring down."""

    def __init__(self) -> None:
        super().__init__()
        self.read(WARM_UP, ReadingContext())  # as the product's children do: no mail has to wait for its models

    def read(self, raw: RawItem, context: ReadingContext) -> Extraction:
        """As the product's, unless the mail is poison."""
        if CRASH in raw.payload:
            os._exit(139)
        while LOOP in raw.payload:
            pass
        return super().read(raw, context)
