"""Whole messages as today's and yesterday's programs write them, and the laws that hold for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import limits
from extract.facts import Span
from extract.mail.marks import Mark, MarkKind
from extract.mail.quoting.sections import segments_of
from tests.extract.mail.quoting.shapes import shape, shape_of_page

GMAIL = """\
Works for me.

On Tue, Nov 3, 2026 at 9:12 AM Greta Becker <greta@halden.example> wrote:

> Is Friday fine?
>
> G.
"""
OUTLOOK = """\
Fine.

-----Original Message-----
From: Greta Becker
Sent: Tuesday
To: Ines
Subject: Friday

Is Friday fine?
"""
EXPRESS = """\
----- Original Message -----
From: Greta <g@halden.example>
To: Ines
Subject: Friday

> Is it fine?
It is.
"""
INTERLEAVED = """\
> Is Friday fine?

Yes.

> And the hour?

Ten.

--
Ines Duarte
Alder Ltd
"""
FORWARD = """\
See below.

---------- Forwarded message ---------
From: Kim <k@x.example>
Date: Mon

Hello
"""
PASSED_ON = """\
Begin forwarded message:

From: Kim <k@x.example>
Subject: Prices
Date: Mon

Hello
"""
ANSWER = (
    "<div>Yes.</div><div class=gmail_quote><div class=gmail_attr>3 Nov, Greta:</div>"
    "<blockquote class=gmail_quote>Is it fine?</blockquote></div>"
)
ANSWERS_BETWEEN = (
    "<div>Yes.</div><div class=gmail_quote><div class=gmail_attr>3 Nov, Greta:</div>"
    "<blockquote class=gmail_quote>Fine?</blockquote><div>It is.</div>"
    "<blockquote class=gmail_quote>Ten?</blockquote><div>Nine.</div></div>"
)
OUTLOOK_ON_THE_WEB = (
    "<p>Fine.</p><div id=appendonsend></div><hr><div id=divRplyFwdMsg><b>X:</b> Greta</div><p>Fine?</p>"
)
OUTLOOK_PAGE = (
    "<p>Fine.</p><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b>Von:</b> Greta<br>"
    "<b>Gesendet:</b> 3. Nov. 2026 10:30<br><b>An:</b> Ines</p></div><p>Passt es?</p>"
)
ATTRIBUTED = "<div class=yahoo_quoted><div class=gmail_attr>Greta:</div><div>Fine?</div></div><p>It is.</p>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("\n\n", ""),
        ("Hello Ines,\n\nsee you there.\n", "nn"),
        (GMAIL, "naqqq"),
        (OUTLOOK, "naaaaaq"),
        (EXPRESS, "aaaaqn"),
        (INTERLEAVED, "qnqnnnn"),
        (FORWARD, "nffff"),
        (PASSED_ON, "fffff"),
        ("> all\n> of it\n", "qq"),
        (">From now on we meet on Mondays.\n", "n"),
        ("Cut:\n> a\n--- 8< ---\n> b\n", "nqqq"),
        ("Yes.\n\n>>> Ann Low <ann@halden.example> 11/03/26 10:30AM >>>\nIs Friday fine?\n", "naq"),
        ("Fine.\n\n______________\nFrom: Ann Low <ann@x.example>\nSent: Monday\nTo: Ines\n\nHello\n", "naaaaq"),
    ],
)  # fmt: skip
def test_whose_words_a_line_holds(text: str, expected: str) -> None:
    assert shape(text) == expected


def test_header_without_quote_marks_ends_what_the_author_wrote() -> None:
    bare = OUTLOOK.replace("Is Friday", "> Is Friday")
    assert shape(f"{bare}\nThursday is not.\n") == "naaaaaqq"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (ANSWER, "naqq"),
        (ANSWERS_BETWEEN, "naqqnqqn"),
        (OUTLOOK_ON_THE_WEB, "nqq"),
        (OUTLOOK_PAGE, "naaaq"),
        (ATTRIBUTED, "qqn"),
        ("<p>Fine.</p><div class=yahoo_quoted><div>Greta schrieb</div><div>Passt es?</div></div>", "nqq"),
        ("<p>See below.</p><div class=moz-forward-container>-------- X --------<p>Hello</p></div>", "nff"),
        ("<hr id=stopSpelling><blockquote>Fine?</blockquote><p>It is.</p>", "qq"),
        ("<div>Yes.</div><div class=gmail_quote>--- Forwarded message ---<br>Hello</div><div>Bye</div>", "nffn"),
        ("<div>Yes.</div><div class=moz-cite-prefix>Greta</div>", "na"),
    ],
)  # fmt: skip
def test_whose_words_an_element_holds(page: str, expected: str) -> None:
    assert shape_of_page(page) == expected


def test_blank_lines_go_with_what_stands_above() -> None:
    text = "\n\nYes.\n\n> Fine?\n\n"
    found = [(segment.kind, text[segment.span.start : segment.span.end]) for segment in segments_of(text)]
    assert found == [("new", "\n\nYes.\n\n"), ("quoted", "> Fine?\n\n")]


PIECES = st.sampled_from([
    "", "Yes.", "> Fine?", ">> Fine?", "From: Ann <ann@x.example>", "To: Ines", "Subject: x", "Ann wrote:", "-- x --",
    "-----Original Message-----", "On 2026-11-03 10:00, Ann wrote:", "_____", "11/03/2026 10:30 AM", "Ann Low", ": x",
    ">>> Ann 11/03/26 10:30AM >>>", "This e-mail is confidential, intended for you; delete it", "- list.pdf", "| x",
    "x" * 70, "> " + "y" * 70,
])  # fmt: skip
TEXTS = st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=40).map("\n".join))

KINDS: st.SearchStrategy[MarkKind] = st.sampled_from(("quote", "forward", "attribution", "divider", "signature"))


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, tuple[Mark, ...]]:
    text = draw(TEXTS)
    bounds = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    return text, tuple(Mark(draw(KINDS), Span(min(pair), max(pair))) for pair in draw(st.lists(bounds, max_size=4)))


@given(marked_texts())
def test_segments_give_the_text_back(given_text: tuple[str, tuple[Mark, ...]]) -> None:
    text, marks = given_text
    segments = segments_of(text, marks)
    assert "".join(text[one.span.start : one.span.end] for one in segments) == text
    assert all(one.span.start < one.span.end for one in segments)
    assert all(one.kind != two.kind for one, two in pairwise(segments))


@given(marked_texts())
def test_equal_texts_have_equal_segments(given_text: tuple[str, tuple[Mark, ...]]) -> None:
    assert segments_of(*given_text) == segments_of(*given_text)


def test_a_text_of_endless_lines_still_comes_back_whole() -> None:
    text = "> a\n" * (limits.TEXT_LINES + 10)
    assert [(one.kind, one.span) for one in segments_of(text)] == [("quoted", Span(0, len(text)))]
