from __future__ import annotations

from store.judgement.tags import LONGEST, MOST, of, read, with_one_more


def test_tags_are_told_once_in_small_letters() -> None:
    assert read(" Key  Account,logistics, key account,,") == "key account, logistics"
    assert of("key account, logistics") == ("key account", "logistics")


def test_none_are_none() -> None:
    assert (read(" , "), of(""), of(None)) == ("", (), ())


def test_one_more_goes_where_the_alphabet_puts_it() -> None:
    assert with_one_more("", "pilot") == "pilot"
    assert with_one_more("key account, pilot", "logistics") == "key account, logistics, pilot"
    assert with_one_more("key account", "key account") is None
    assert with_one_more(", ".join("abcdefgh"[:MOST]), "z") is None


def test_too_many_and_too_long_ones_are_refused() -> None:
    assert read(",".join("abcdefgh"[:MOST])) is not None
    assert read(",".join("abcdefghi")) is None
    assert read("x" * LONGEST) == "x" * LONGEST
    assert read("x" * (LONGEST + 1)) is None
