"""Folding, and what pieces stand for."""

from __future__ import annotations

from extract.meetings.phrases.pieces import Piece, fold
from extract.patterns.times.form import Rule


def test_folding_keeps_places() -> None:
    assert fold("Nächsten\n FRÜH – l’été") == "nachsten  fruh - l'ete"
    assert len(fold("İßǅ…漢")) == 5
    assert len(fold("a" * 2000)) == 1000


def test_pieces_know_what_they_stand_for() -> None:
    friday, close = Rule("next weekday", "friday", ""), Rule("close", "eod", "")
    assert Piece(friday, 0, 6, {}).category == "weekday"
    assert Piece(friday, 0, 6, {}).names_day
    assert Piece(close, 0, 3, {}).category == "close"
    assert not Piece(close, 0, 3, {}).names_day
