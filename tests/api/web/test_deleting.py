from __future__ import annotations

import pytest

from api.web.deleting import is_confirmed, receipt
from i18n.language import speaking
from store.queries.stock import Stock


@pytest.mark.parametrize(("language", "word"), [("en", "delete"), ("de", "LÖSCHEN"), ("fr", " supprimer ")])
def test_the_word_is_the_reader_s_own(language: str, word: str) -> None:
    with speaking(language):
        assert is_confirmed(word)
        assert not is_confirmed(f"{word}!")


def test_a_receipt_says_what_went_and_what_stays() -> None:
    before = Stock({"waiting": 3, "shared": 1, "private": 2, "left out": 1}, 12, 4, 90_000)
    after = Stock({"waiting": 0, "shared": 1, "private": 0, "left out": 0}, 0, 0, 0)
    told = receipt(before, after, 1)
    assert told.deleted == ("6 notes that nobody else had", "12 mails", "4 meetings", "1 mailbox disconnected")
    assert told.stays == "1 note that you shared stays."
