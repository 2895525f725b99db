from __future__ import annotations

import pytest

from bench.corpus.blocks import Block, block
from bench.corpus.clients import dressed
from bench.corpus.clients.catalogue import CLIENTS
from bench.corpus.clients.letters import stretches
from bench.corpus.errors import CorpusError
from bench.corpus.sets import sample
from extract.mail import body, markup, mime
from tests.bench.corpus.clients.lines import missing

LETTER = """@kind: person
@dress: {dress}
From: Dana Whitlock <dana@pellgrove.example>
Date: Wed, 25 Nov 2026 09:14:00 -0600
Subject: Draft

Hi Ines,

{{{{promise 2026-11-27|the draft is yours {{{{due|by Friday}}}}}}}}.
%% signature
{{{{name|Dana Whitlock}}}}
{{{{email|dana@pellgrove.example}}}}
%% {quote}Ines Duarte <ines@alder.example> | Tue, 24 Nov 2026 16:02:00 +0000 | Draft | Dana Whitlock
When do we see it?
%% older Dana Whitlock <dana@pellgrove.example> | Mon, 23 Nov 2026 10:00:00 -0600 | Draft | Ines Duarte
We are on it.
"""


def letter(dress: str, quote: str = "reply ") -> Block:
    return block("draft", LETTER.format(dress=dress, quote=quote))


@pytest.mark.parametrize("quote", ["reply ", "forward "])
@pytest.mark.parametrize("name", sorted(CLIENTS))
def test_text_and_markup_of_every_program_say_the_whole_letter(name: str, quote: str) -> None:
    written = sample("set/draft", letter(name, quote))
    pages = [part.content for part in written.block.parts if part.media == "text/html"]
    assert bool(pages) == CLIENTS[name].markup
    assert [missing(written, markup.render(page, []).text) for page in pages] == [None for _ in pages]
    assert written.text.index("Friday") < written.text.index("When do we") < written.text.index("We are on it")
    assert written.label.new_text_line_ranges[0][0] == 1
    assert written.label.contact is not None
    assert written.label.contact.name == "Dana Whitlock"


def test_a_program_puts_its_own_words_above_a_quote() -> None:
    assert "\nOn Tue, Nov 24, 2026 at 4:02 PM Ines Duarte <ines@alder.example> wrote:\n> When" in _text("gmail")
    assert "\nFrom: Ines Duarte <ines@alder.example>\nSent: Tuesday, November 24, 2026 4:02 PM\n" in _text("outlook")
    assert ">>> Ines Duarte <ines@alder.example> 11/24/2026 4:02 PM >>>" in _text("groupwise")


def test_outlook_writes_out_links_and_marks_stay_what_they_were() -> None:
    written = sample("set/draft", letter("outlook"))
    assert "dana@pellgrove.example<mailto:dana@pellgrove.example>" in written.text
    assert written.label.contact is not None
    assert written.label.contact.email == "dana@pellgrove.example"


@pytest.mark.parametrize("dress", ["outlook stub", "outlook html", "gmx"])
def test_the_markup_is_read_where_there_is_no_text_worth_the_name(dress: str) -> None:
    written = sample("set/draft", letter(dress))
    assert written.block.settings["only"] == "html"
    assert missing(written, body.text_of(mime.parse(written.raw, []), []).text) is None


@pytest.mark.parametrize("trimming", ["table", "columns", "bare", "banner", "safelinks", "tracking", "preheader"])
def test_trimmings_change_the_page_and_hide_nothing(trimming: str) -> None:
    plain, trimmed = dressed(letter("outlook")), dressed(letter(f"outlook {trimming}"))
    assert plain.parts != trimmed.parts or trimming in {"safelinks", "bare"}
    assert (
        missing(sample("set/draft", letter(f"outlook {trimming}")), markup.render(trimmed.parts[0].content, []).text)
        is None
    )


def test_a_bare_signature_has_no_class_to_know_it_by() -> None:
    pages = [dressed(letter(dress)).parts[0].content for dress in ("gmail", "gmail bare")]
    assert ["gmail_signature" in page for page in pages] == [True, False]


def test_what_is_hidden_in_the_page_is_not_read() -> None:
    page = dressed(letter("outlook preheader")).parts[0].content
    assert "A word from" in page
    assert "A word from" not in markup.render(page, []).text


def test_a_letter_without_a_dress_stays_as_it_is() -> None:
    plain = block("plain", "@kind: person\nFrom: a@b.example\n\nHello\n")
    assert dressed(plain) is plain


def test_an_unknown_program_and_a_source_without_a_date_are_named() -> None:
    with pytest.raises(CorpusError, match="no mail program"):
        dressed(letter("pigeon"))
    with pytest.raises(CorpusError, match="no source"):
        stretches("Hello\n%% reply Dana\nHi")


def _text(name: str) -> str:
    return sample("set/draft", letter(name)).text
