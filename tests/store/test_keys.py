from __future__ import annotations

from pathlib import Path

import pytest

from store.errors import NotReady
from store.keys import Key, from_phrase, load, load_or_create, write


def test_a_key_is_made_once_with_words_that_bring_it_back(tmp_path: Path) -> None:
    made = load_or_create(tmp_path / "key")
    assert made.fresh
    assert len(made.phrase.split()) == 24
    assert from_phrase(made.phrase.upper()) == made.secret
    assert load_or_create(tmp_path / "key") == Key(made.secret, fresh=False)
    assert (tmp_path / "key").stat().st_mode & 0o077 == 0
    assert made.secret.hex() not in repr(made)


def test_there_may_be_no_key_yet(tmp_path: Path) -> None:
    assert load(tmp_path / "key") is None
    write(tmp_path / "key", bytes(range(32)))
    with pytest.raises(FileExistsError):
        write(tmp_path / "key", bytes(range(32)))


@pytest.mark.parametrize(
    ("content", "mode", "sentence"),
    [
        ("not a key", 0o600, "holds no key of mine"),
        ("00" * 32, 0o600, "can be guessed"),
        ("0123" * 16, 0o600, "can be guessed"),
        (bytes(range(32)).hex(), 0o644, "Others may read"),
    ],
)
def test_a_key_that_protects_nothing_is_refused(tmp_path: Path, content: str, mode: int, sentence: str) -> None:
    (tmp_path / "key").write_text(content)
    (tmp_path / "key").chmod(mode)
    with pytest.raises(NotReady, match=sentence):
        load_or_create(tmp_path / "key")


def test_words_that_are_no_key_are_refused() -> None:
    with pytest.raises(NotReady, match="not the 24 words"):
        from_phrase("abandon " * 24)
    with pytest.raises(NotReady, match="not the 24 words"):
        from_phrase("abandon " * 11 + "about")
