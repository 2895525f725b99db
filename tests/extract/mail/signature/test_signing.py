from __future__ import annotations

import pytest

from extract.facts import Segment, Span
from extract.mail.signature import Signed, sign
from tests.extract.mail.signature.stretches import ADA, new

BLOCK = "Ada Quill\nHead of Sales\n212-555-0143\n"


def pieces(text: str, signed: Signed) -> list[tuple[str, str]]:
    assert "".join(text[each.span.start : each.span.end] for each in signed.segments) == text
    return [(each.kind, text[each.span.start : each.span.end].strip()) for each in signed.segments]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"We wrote.\n\nAda\n\n{BLOCK}", ["new", "signoff", "signature"]),
        (f"We wrote.\n\n{BLOCK}\nP.S. We are away.\n", ["new", "signature", "new"]),
        (f"{BLOCK}", ["signature"]),
        ("We wrote.\n\nThanks,\nTom\n", ["new", "signoff"]),
        ("We wrote.\n\nAda\n\nP.S. We are away.", ["new", "signoff", "new"]),
        ("We wrote.\n\nwe are off\n", ["new"]),
        ("We wrote.\n\nwe are off\nAda Quill meets Tom Berg", ["new"]),
        ("We know ada.quill@x.example", ["new"]),
        ("tom@halden.example", ["new"]),
        ("Ada\n", ["signoff"]),
        ("P.S. x", ["new"]),
        ("\n\n", ["new"]),
    ],
)
def test_words_name_and_block(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in pieces(text, sign(text, new(text), (), ADA))] == kinds


def test_what_others_wrote_stays_as_it_is() -> None:
    text = f"We wrote.\n\n{BLOCK}> Ada Quill\n> Head of Sales\n> 212-555-0188\n"
    quoted = text.index("> Ada")
    segments = (Segment("new", Span(0, quoted)), Segment("quoted", Span(quoted, len(text))))
    signed = sign(text, segments, (), ADA)
    assert [kind for kind, _ in pieces(text, signed)] == ["new", "signature", "quoted"]
    assert signed.block == Span(text.index("Ada"), quoted)


def test_a_program_that_marks_its_signature_is_believed() -> None:
    text = "We wrote.\n\nred and blue\ngreen\n\n> more"
    container = Span(text.index("red"), text.index("\n\n>") + 1)
    signed = sign(text, new(text), (container,), ADA)
    assert signed.block == container
    assert pieces(text, signed)[1] == ("signature", "red and blue\ngreen")


def test_the_separator_above_a_container_belongs_to_it() -> None:
    text = "We wrote.\n\n-- \nred and blue\ngreen\n"
    container = Span(text.index("red"), len(text))
    assert sign(text, new(text), (container,), ADA).block == Span(text.index("-- "), len(text))


def test_a_container_with_a_bare_name_or_among_others_words_is_no_block() -> None:
    text = "We wrote.\n\nAda\n"
    assert sign(text, new(text), (Span(text.index("Ada"), len(text)),), ADA).block is None
    quoted = (Segment("quoted", Span(0, len(text))),)
    assert sign(text, quoted, (Span(0, len(text)),), ADA).block is None
    halves = (Segment("quoted", Span(0, 9)), Segment("new", Span(9, len(text))))
    assert sign(text, halves, (Span(0, len(text)),), ADA).block is None


def test_nothing_is_nothing() -> None:
    assert sign("", (), (), ADA) == Signed((), None)
