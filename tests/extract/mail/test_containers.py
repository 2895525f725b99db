from __future__ import annotations

from typing import cast

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from extract.mail.containers import holds_quotes, is_quote, mark_of


def node(markup: str) -> LexborNode:
    return cast("LexborNode", cast("LexborNode", LexborHTMLParser(markup).body).child)


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<div class='a gmail_quote'>", "quote"),
        ("<div class='x_x_yahoo_quoted'>", "quote"),
        ("<div class='m_-123gmail_signature'>", "signature"),
        ("<div id=Signature>", "signature"),
        ("<div id=x_divRplyFwdMsg>", "divider"),
        ("<hr data-marker=__DIVIDER__>", "divider"),
        ("<div style='border:none;border-top:solid #B5C4DF 1.0pt;padding:3pt'>", "divider"),
        ("<p style='border-top:solid #B5C4DF 1.0pt'>", None),
        ("<div style='border:none;border-left:solid blue 1.5pt'>", "quote"),
        ("<div style='border:none'>", None),
        ("<div class>", None),
        ("<div>", None),
        ("<div class=quoted>", None),
    ],
)
def test_what_an_element_says(markup: str, kind: str | None) -> None:
    assert mark_of(node(markup)) == kind


@pytest.mark.parametrize(
    ("markup", "quotes"),
    [
        ("<blockquote>", True),
        ("<blockquote type=cite style='border:none'>", True),
        ("<blockquote class=gmail_quote style='border-left:none'>", True),
        ("<blockquote style='margin:0 0 0 40px; border: none; padding:0px'>", False),
        ("<blockquote style='border-left:1px solid'>", True),
        ("<blockquote style='border:none;border-left:solid #CCCCCC 1.0pt'>", True),
    ],
)
def test_quoting_and_indenting(markup: str, *, quotes: bool) -> None:
    assert is_quote(node(markup)) == quotes


def test_quotations_among_the_children() -> None:
    assert holds_quotes(node("<div>a<blockquote>b</blockquote></div>"))
    assert not holds_quotes(node("<div><div><blockquote>b</blockquote></div></div>"))
    assert not holds_quotes(node("<div>a</div>"))
