from __future__ import annotations

from api.web.layout import SENTENCES, answer
from extract.mail.layout import NO_LAYOUT, TOO_DEEP
from i18n.language import speaking
from ingest.layouts import NOT_SAFE, LaidOut


def test_every_reason_is_a_text_that_can_be_translated() -> None:
    assert SENTENCES == (NO_LAYOUT, TOO_DEEP, NOT_SAFE)


def test_a_document_of_its_own() -> None:
    said = bytes(answer(NO_LAYOUT).body).decode()
    assert f'<p class="note">{NO_LAYOUT}</p>' in said
    long = bytes(answer(LaidOut("<p>x</p>", is_cut=True)).body).decode()
    assert "its end is left out" in long
    assert "Pictures" not in long
    with speaking("de"):
        assert '<html lang="de">' in bytes(answer(NO_LAYOUT).body).decode()
