"""HTML as the person saw it who got it."""

from __future__ import annotations

import pytest

from extract import limits
from extract.mail import markup
from extract.mail.marks import Mark


def render(page: str, warnings: list[str]) -> str:
    return markup.render(page, warnings).text


def marked(page: str) -> list[tuple[str, str]]:
    """The marks of a page: kind, and the text within."""
    found = markup.render(page, [])
    return [(mark.kind, found.text[mark.span.start : mark.span.end].strip("\n")) for mark in found.marks]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("", ""),
        ("Hello  <b>Ines</b>,\n again", "Hello Ines, again"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<p> </p><p>one</p>", "one"),
        ("one<br>two<br><br>three", "one\ntwo\n\nthree"),
        ("a\u200b \u00a0 b", "a b"),
        ("<p>intro</p><ul><li>one<li>two</ul>after", "intro\n\n- one\n- two\n\nafter"),
        ("<table><tr><td>a<td>b<tr><th>c<th>d</table>", "a\tb\nc\td"),
        ("<pre>a  b\r\n  c</pre>", "a  b\n  c"),
        ("<p>said:</p><blockquote><p>one</p><p>two</p></blockquote><p>mine</p>", "said:\n>\n> one\n>\n> two\n\nmine"),
        ("<blockquote>one<blockquote>two</blockquote></blockquote>", "> one\n> >\n> > two"),
        ("a<!-- remark -->b", "ab"),
    ],
)
def test_layout(page: str, text: str) -> None:
    assert render(page, []) == text


@pytest.mark.parametrize(
    "page",
    [
        "<script>x()</script>", "<style>p {}</style>", "<title>x</title>", "<template>x</template>",
        "<select><option>x</select>", "<textarea>x</textarea>", "<svg><text>x</text></svg>", "<p hidden>x</p>",
        '<p style="display: none">x</p>', '<p style="VISIBILITY:hidden">x</p>', '<p style="mso-hide:all">x</p>',
        '<p style="font-size:0px;color:red">x</p>', '<p style="max-height:0">x</p>', '<p style="opacity:0 !x">x</p>',
    ],
)  # fmt: skip
def test_what_nobody_saw_is_not_read(page: str) -> None:
    assert render(f"<p>seen</p>{page}", []) == "seen"


@pytest.mark.parametrize("style", ["font-size:0.9em", "opacity:0.5", "max-height:0.5em", "display:block", ""])
def test_what_was_seen_is_read(style: str) -> None:
    assert render(f'<p style="{style}">seen</p><p style>too</p>', []) == "seen\n\ntoo"


def test_quotes_have_a_deepest_mark() -> None:
    depth = limits.QUOTE_DEPTH + 5
    assert render("<blockquote>" * depth + "x" + "</blockquote>" * depth, []) == "> " * limits.QUOTE_DEPTH + "x"


def test_markup_has_an_end() -> None:
    warnings: list[str] = []
    assert render("x" * (limits.MARKUP_CHARACTERS + 1), warnings) == "x" * limits.MARKUP_CHARACTERS
    assert warnings == ["The HTML is too long; its end was left out."]


def test_markup_nested_too_deep_is_read_without_a_parser() -> None:
    warnings: list[str] = []
    depth = limits.MARKUP_DEPTH + 1
    assert render("<div>" * depth + "one<p>two" + "</div>" * depth, warnings) == "one\ntwo"
    assert warnings == ["The HTML is nested too deep; it was read without its layout."]
    assert render("<div>" * (depth - 1) + "x", warnings[:0]) == "x"


@pytest.mark.parametrize(
    ("page", "marks"),
    [
        ("<p>one</p><div class=yahoo_quoted><p>two</p><p>three</p></div><p>four</p>", [("quote", "two\n\nthree")]),
        ("<br><br><div id=Signature>Greta<br>Halden</div>", [("signature", "Greta\nHalden")]),
        ("<div class=gmail_attr>Greta wrote:</div><div>x</div>", [("attribution", "Greta wrote:")]),
        ("one<div id=appendonsend></div><hr><p>two</p><p>three</p>", [("divider", "two\n\nthree")]),
        ("one<div class=yahoo_quoted>two<hr id=stopSpelling>three</div>four", [("quote", "two\nthree")]),
        ("one<blockquote type=cite>two<hr id=stopSpelling>three</blockquote>", []),
        ("one<div class=moz-forward-container>two</div>", [("forward", "two")]),
        ("one<div class=yahoo_quoted><br></div>", []),
        ("<div class=gmail_quote><blockquote type=cite>one</blockquote>mine</div>", []),
        ("one<div class=yahoo_quoted>two<br><br></div>", [("quote", "two")]),
    ],
)
def test_containers_mark_their_text(page: str, marks: list[tuple[str, str]]) -> None:
    assert marked(page) == marks


def test_marks_are_whole_lines() -> None:
    found = markup.render("one<div class=yahoo_quoted>two</div>three", [])
    (mark,) = found.marks
    assert isinstance(mark, Mark)
    assert found.text[mark.span.start : mark.span.end] == "two\n"


def test_a_composers_indent_is_no_quotation() -> None:
    assert render('<blockquote style="margin:0 0 0 40px;border:none">mine</blockquote>', []) == "mine"
    assert render('<blockquote type="cite" style="border:none">theirs</blockquote>', []) == "> theirs"
