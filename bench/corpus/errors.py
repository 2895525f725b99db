"""What is wrong with a corpus file, and where."""

from __future__ import annotations


class CorpusError(ValueError):
    """A message of the corpus breaks the format of tests/corpus/README.md; the sentence names the message."""
