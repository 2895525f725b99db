from __future__ import annotations

import io
from pathlib import Path

import pytest

from api.cli.keys import restore, show
from store import keys
from store.errors import NotReady


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_words_bring_the_key_back(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = bare / "key"
    bare.mkdir(mode=0o700)
    made = keys.load_or_create(file)
    show()
    words = capsys.readouterr().out
    assert words == f"{made.phrase}\n"
    file.unlink()
    monkeypatch.setattr("sys.stdin", Terminal(words))
    restore()
    assert keys.load(file) == keys.Key(made.secret, fresh=False)
    assert capsys.readouterr() == (f"The key is back in {file}.\n", "Type the 24 words, then press Enter:\n")


def test_a_key_that_is_there_is_never_overwritten(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bare.mkdir(mode=0o700)
    made = keys.load_or_create(bare / "key")
    monkeypatch.setattr("sys.stdin", io.StringIO(made.phrase))
    with pytest.raises(NotReady, match="Move it away first; I overwrite none"):
        restore()
    assert capsys.readouterr().err == ""


def test_without_a_key_there_is_nothing_to_show(bare: Path) -> None:
    with pytest.raises(NotReady, match=r"There is no key in .* yet: boswell up makes one"):
        show()


def test_words_that_are_no_key_write_nothing(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("one two three\n"))
    with pytest.raises(NotReady, match="not the 24 words"):
        restore()
    assert not bare.exists()
