from __future__ import annotations

import pytest

from extract import limits
from extract.errors import Unreadable
from extract.mail.layout import NO_LAYOUT, LaidOut, Layouts, sanitized
from extract.raw import MESSAGE, RawItem, ReadingContext
from tests.extract.letters import letter, parts

HOSTILE = (
    "<script>alert(1)</script>",
    "<p onclick='alert(1)' onmouseover=alert(1)>x</p>",
    "<svg><script>alert(1)</script><a href='https://evil.example'><feImage href='https://evil.example/x'/></a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href='https://evil.example/'>",
    "<form action='https://evil.example'><input name=a><button>Send</button></form>",
    "<link rel=stylesheet href='https://evil.example/a.css'><link rel=prefetch href='//evil.example'>",
    "<style>@import 'https://evil.example/a.css'; body{background:url(https://evil.example/b)}</style>",
    "<div style=\"background:url('https://evil.example/c')\">x</div>",
    "<div style='position:fixed;inset:0;z-index:9'>over everything</div>",
    "<iframe src='https://evil.example' srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='https://evil.example'></object><embed src='https://evil.example'>",
    "<img src='https://evil.example/pixel.gif' srcset='https://evil.example/2 2x'>",
    "<video poster='https://evil.example/p' src='https://evil.example/v'></video><audio src='https://evil.example/a'>",
    "<table background='https://evil.example/t'><tr><td background='https://evil.example/u'>x</td></tr></table>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<!--[if mso]><v:fill src='https://evil.example/m'><![endif]-->",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<a id=location name=cookie class=btn ping='https://evil.example/ping' download>x</a>",
    "<template><img src='https://evil.example/x'></template>",
    "<plaintext><a href='https://evil.example'>",
)
ACTIVE = ("evil.example", "alert", "onerror", "<script", "<style", "<img", "<svg", "<form", "<meta", "<base", "style=",
          "position", "url(", "@import", "<iframe", "<input", "id=", "class=", "background", "srcdoc")  # fmt: skip


@pytest.mark.parametrize("markup", HOSTILE[:-1])
def test_nothing_acts_loads_or_covers(markup: str) -> None:
    clean = sanitized(markup).html
    assert [sign for sign in ACTIVE if sign in clean.lower()] == []
    assert sanitized(clean).html == clean  # what was made safe once stays as it is


def test_what_shows_as_text_is_escaped() -> None:
    assert "<a " not in sanitized(HOSTILE[-1]).html.replace("&lt;a ", "")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "/review",
        "//evil.example/x",
        "?days=2",
        "#main",
        "https:evil.example",
        "https://bank.example@evil.example/",
        "https://bank.example\\@evil.example/",
        "https://[::1]/",
        "https:///x",
        "https://evil.example:8o/",
        "https://a b.example/",
        "https://\N{COMBINING ACUTE ACCENT}.example/",
        f"https://{chr(0xFC) * 70}.example/",
        "mailto:nobody",
        "",
    ],
)
def test_such_links_lead_nowhere(address: str) -> None:
    clean = sanitized(f'<p><a href="{address}">Click here</a></p>').html
    assert "href" not in clean
    assert "<small>" not in clean
    assert "Click here" in clean


@pytest.mark.parametrize(
    ("address", "led", "said"),
    [
        ("https://Halden.example/a?b=1&amp;c=2#d", "https://halden.example/a?b=1&amp;c=2#d", "halden.example"),
        ("HTTP://halden.example", "http://halden.example", "halden.example"),
        ("https://halden.example:8443/x", "https://halden.example:8443/x", "halden.example:8443"),
        ("https://halden.example?x", "https://halden.example?x", "halden.example"),
        ("https://büro.example/", "https://xn--bro-hoa.example/", "xn--bro-hoa.example"),
        ("https://h\u0430lden.example/", "https://xn--hlden-4ve.example/", "xn--hlden-4ve.example"),
        ("mailto:greta@halden.example?subject=Hi", "mailto:greta@halden.example?subject=Hi", "greta@halden.example"),
    ],
)
def test_a_link_says_where_it_leads(address: str, led: str, said: str) -> None:
    clean = sanitized(f'<a href="{address}">www.bank.example</a> and on').html
    assert f'href="{led}"' in clean
    assert f"www.bank.example</a> <small>{said}</small> and on" in clean
    assert 'rel="noopener noreferrer nofollow"' in clean
    assert 'target="_blank"' in clean


def test_a_mail_cannot_say_so_itself() -> None:
    clean = sanitized('<a href="https://evil.example">x</a> <small>bank.example</small>').html
    assert clean.count("<small>") == 1
    within = sanitized('<a href="https://evil.example">1<table><tr><td><a href="https://two.example">2</a>').html
    assert within.count("<small>evil.example</small>") == within.count("<small>two.example</small>") == 1


def test_words_tables_and_lists_stay() -> None:
    markup = (
        "<h1>Offer</h1><table><tr><td colspan=2 rowspan=9999 dir=RTL>Price</td><td colspan=x dir=up>7</td></tr></table>"
        "<ul><li>One</ul><blockquote>Before</blockquote><pre>a  b</pre><p><b>Kind</b> regards</p>"
    )
    clean = sanitized(markup).html
    assert '<td colspan="2" dir="rtl">Price</td><td>7</td>' in clean
    for kept in ("<h1>Offer</h1>", "<li>One</li>", "<blockquote>Before</blockquote>", "<pre>a  b</pre>", "<b>Kind</b>"):
        assert kept in clean


def test_pictures_are_left_out_and_that_is_known() -> None:
    assert sanitized("<p>a<IMG src=cid:1></p>") == LaidOut("<p>a</p>", has_pictures=True)
    assert sanitized("<p>a</p>") == LaidOut("<p>a</p>")


def test_markup_without_end_is_cut() -> None:
    found = sanitized("<p>many words</p>" * 700_000)  # 10 MB
    assert found.is_cut
    assert len(found.html) <= limits.MARKUP_CHARACTERS + len("</p>")


def test_what_is_nested_too_deep_is_not_opened() -> None:
    with pytest.raises(Unreadable, match="nested"):
        sanitized("<div>" * 100_000)
    assert "x" in sanitized("<div>" * limits.SHOWN_DEPTH + "x").html


def test_what_grows_is_not_opened() -> None:
    with pytest.raises(Unreadable, match="nested"):
        sanitized("".join(f"<p><u id={number}>" for number in range(60)) + "<p>x" * 8_000)


def read(payload: bytes) -> LaidOut:
    return Layouts().read(RawItem(MESSAGE, payload, None, "a"), ReadingContext())


def test_the_html_of_a_mail() -> None:
    body, kind = parts(("text/plain", "as text"), ("text/html; charset=utf-8", "<p>as \N{EURO SIGN} page</p>"))
    assert read(letter(body, Content_Type=kind)).html.strip() == "<p>as \N{EURO SIGN} page</p>"
    inside = letter("Content-Type: text/html\r\n\r\n<p>inside</p>", Content_Type="message/rfc822")
    assert read(inside).html.strip() == "<p>inside</p>"
    with pytest.raises(Unreadable) as raised:
        read(letter())
    assert raised.value.reason == NO_LAYOUT


def test_of_ten_megabytes_the_first_are_shown() -> None:
    page = "<p>" + "word " * 100 + "</p>\r\n"
    assert read(letter(page * 20_000, Content_Type="text/html")).is_cut
    assert not read(letter(page, Content_Type="text/html")).is_cut
