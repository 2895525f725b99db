from __future__ import annotations

import pytest

from extract.mail.quoting.lines import lines_of
from extract.mail.quoting.separators import separator_at

HEADER = "From: Ann\nSent: Monday\nTo: Ines\n\nHello\n"


@pytest.mark.parametrize(
    ("text", "end", "forwards"),
    [
        (f"-----Original Message-----\n{HEADER}", 4, False),
        ("-----Ursprüngliche Nachricht-----\nHallo\n", 1, False),
        ("____________Reply Separator____________\nHello\n", 1, False),
        (f"---------- Forwarded message ---------\n{HEADER}", 4, True),
        ("---------- Forwarded by Ann Low/HQ on 11/03/2026 10:30\nAM ---------------\n\nHello\n", 2, True),
        ("----- Weitergeleitet von Ann Low am 03.11.2026 10:30 -----", 1, True),
        (f"----- Quelque chose -----\n{HEADER}", 4, False),
        ("---- On Tue, 3 Nov 2026 10:30 Ann <ann@x.example> wrote ----\n\nHello\n", 1, False),
        (f"______________\n{HEADER}", 4, False),
        (f"______________\n\n-----Original Message-----\n{HEADER}", 6, False),
        (f"Begin forwarded message:\n\n{HEADER}", 5, True),
        (f"Forwarded message\n{HEADER}", 4, True),
    ],
)
def test_separators(text: str, end: int, *, forwards: bool) -> None:
    found = separator_at(lines_of(text), 0)
    assert found is not None
    assert (found.end, found.forwards) == (end, forwards)


@pytest.mark.parametrize(
    "text",
    [
        "--- a heading ---\nHello\n", "-----\nAnn Low\n", "-----\n-----\n", "-----", "-----\n\n\n\n\nFrom: x\n",
        "--\nAnn\n",
        "---- Forwarded to all of us\n\nx\n", "---- Forwarded to\n> x\n", "Three points:\n- one\n", "Three points:",
        "The original message said so and so and nothing else\n", f"See what Ann says:\n{HEADER}",
        f"Known words\n{HEADER}", "x" * 300, "---- a\nb\nc\nd\n",
    ],
)  # fmt: skip
def test_no_separators(text: str) -> None:
    assert separator_at(lines_of(text), 0) is None
