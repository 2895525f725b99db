"""A message in the corpus format, for the tests of its loader."""

from __future__ import annotations

from bench.corpus.blocks import Block, block

HEAD = """@kind: person
From: Dana Whitlock <dana@pellgrove.example>
Date: Wed, 25 Nov 2026 09:14:00 -0600
Subject: Draft
"""


def message(body: str, head: str = HEAD) -> Block:
    return block("draft", f"{head}\n{body}")
