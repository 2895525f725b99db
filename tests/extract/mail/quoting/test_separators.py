from __future__ import annotations

import pytest

from extract.mail.quoting.lines import lines_of
from extract.mail.quoting.separators import says_forwarded, separator_at

HEADER = "From: Ann\nSent: 3.11.2026 10:30\nTo: Ines\n\nHello\n"


@pytest.mark.parametrize(
    ("text", "end", "kind"),
    [
        (f"-----Original Message-----\n{HEADER}", 4, "header"),
        ("-----Ursprüngliche Nachricht-----\nHallo\n", 1, "header"),
        ("____________Reply Separator____________\nHello\n", 1, "header"),
        (f"---------- Forwarded message ---------\n{HEADER}", 4, "forward"),
        ("---------- Forwarded by Ann Low/HQ on 11/03/2026 10:30\nAM ---------------\n\nHello\n", 2, "forward"),
        ("----- Weitergeleitet von Ann Low am 03.11.2026 10:30 -----", 1, "forward"),
        (f"----- Quelque chose -----\n{HEADER}", 4, "header"),
        ("---- On Tue, 3 Nov 2026 10:30 Ann <ann@x.example> wrote ----\n\nHello\n", 1, "attribution"),
        ("---- On Tue, 3 Nov 2026 10:30 Ann Low\n<ann@x.example> wrote ---\n\nHello\n", 2, "attribution"),
        (f"______________\n{HEADER}", 4, "header"),
        (f"______________\n\n-----Original Message-----\n{HEADER}", 6, "header"),
        (f"Begin forwarded message:\n\n{HEADER}", 5, "forward"),
        ("--- begin forwarded text\n\nHello\n", 1, "forward"),
        ("----- Forwarded by Ann Low on 11/03/2026 10:30\n\nHello\n", 1, "forward"),
        (f"Forwarded message\n{HEADER}", 4, "forward"),
    ],
)
def test_separators(text: str, end: int, kind: str) -> None:
    found = separator_at(lines_of(text), 0)
    assert found is not None
    assert (found.end, found.kind) == (end, kind)


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


def test_words_between_dashes_that_pass_a_message_on() -> None:
    assert says_forwarded("---------- Forwarded message ---------")
    assert not says_forwarded("Forwarded message")
    assert not says_forwarded("-----Original Message-----")
