"""Secrets come from files, from standard input or from whoever is asked."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from api.cli.asking import agreed, secret_from
from store.errors import NotReady


def test_a_secret_is_one_line_of_a_file_or_of_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret").write_text("abc \n")
    assert secret_from(tmp_path / "secret", "Address") == "abc "
    monkeypatch.setattr("sys.stdin", io.StringIO("typed\nmore\n"))
    assert secret_from(Path("-"), "Address") == "typed"
    with pytest.raises(NotReady, match="cannot read the address"):
        secret_from(tmp_path / "none", "Address")


def test_whoever_is_asked_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("typer.prompt", lambda *_, **__: "asked")
    monkeypatch.setattr("typer.confirm", lambda *_, **__: True)
    assert (secret_from(None, "Password"), agreed("Ines")) == ("asked", True)
