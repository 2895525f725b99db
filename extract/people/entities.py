"""spaCy's named-entity transitions in numpy: the same decisions at several times the speed.

The model reads four hashed features a token, mixes them, looks one token to each side in four layers, and then walks
through the tokens: outside a name it begins one, takes one of a single token or goes on; inside, it goes on or ends
it. spaCy scores every state by itself. Outside a name a state depends on its token alone, so all of them are scored
at once here, and only the few tokens inside names one by one. What does not depend on neighbours is kept by word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_COLUMNS: Final = ["NORM", "PREFIX", "SUFFIX", "SHAPE"]
_WORDS_KEPT: Final = 50_000
_CONTEXT: Final = 4  # zero rows around a text: as many as there are layers that look to the side
_PIECES: Final = 2
_STATE: Final = 3  # the token, the first token of the open name, the token before


class UnknownModel(Exception):  # noqa: N818 - reads as what was found
    """The model is not built as this module knows it."""


@dataclass(frozen=True, slots=True)
class _Maxout:
    """A layer: the largest of several linear pieces, normalised."""

    weights: Floats  # inputs x (pieces * outputs): one piece beside the other
    bias: Floats
    pieces: int
    gain: Floats
    shift: Floats

    @classmethod
    def of(cls, layer: Any) -> Self:  # noqa: ANN401 - a layer of thinc
        maxout, norm = (_only(layer, name) for name in ("maxout", "layernorm"))
        weights = maxout.get_param("W")  # outputs x pieces x inputs
        outputs, pieces, inputs = weights.shape
        beside = weights.transpose(2, 1, 0).reshape(inputs, pieces * outputs)
        bias = maxout.get_param("b").T.reshape(-1)
        return cls(np.ascontiguousarray(beside), bias, pieces, norm.get_param("G"), norm.get_param("b"))

    def __call__(self, rows: Floats) -> Floats:
        scores = rows @ self.weights + self.bias
        best: Floats = scores.reshape(len(rows), self.pieces, -1).max(axis=1)
        centred = best - best.mean(axis=1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=1, keepdims=True) + np.float32(1e-8))
        normal: Floats = (centred / spread) * self.gain + self.shift
        return normal


@dataclass(frozen=True, slots=True)
class _States:
    """Scores of what to do next."""

    parts: Floats  # 64 x (3 features * pieces * 64)
    padding: Floats  # 3 x (pieces * 64): a feature that is not there
    bias: Floats
    hidden: Floats  # 64 x moves
    hidden_bias: Floats

    def features(self, vectors: Floats) -> Floats:
        """What each token adds in each of the three places: tokens x 3 x (pieces * 64)."""
        return (vectors @ self.parts).reshape(len(vectors), _STATE, -1)

    def scores(self, sums: Floats) -> Floats:
        """Scores of all moves for sums of features (rows)."""
        summed = sums + self.bias
        best = summed.reshape(len(sums), -1, _PIECES).max(axis=2)
        scores: Floats = best @ self.hidden + self.hidden_bias
        return scores


@dataclass(frozen=True, slots=True)
class _Moves:
    """Where the moves stand in a row of scores: for each label begin, inside, last and unit; at the end, out."""

    labels: tuple[str, ...]
    inside: int
    lasts: int
    units: int
    out: int

    @classmethod
    def of(cls, names: list[str]) -> Self:
        """Take the places from the moves' names.

        Raises:
            UnknownModel: they stand in another order.
        """
        labels = [name.removeprefix("B-") for name in names if name.startswith("B-")]
        known = [f"{move}-{label}" for move in "BILU" for label in labels]
        if not labels or [*known, "U-", "O"] != names:
            raise UnknownModel
        count = len(labels)
        return cls(tuple(labels), count, 2 * count, 3 * count, len(names) - 1)


@dataclass(frozen=True, slots=True)
class Entities:
    """The model, ready to run. Equal texts give equal names."""

    tokenizer: Any
    hashes: Any
    tables: tuple[tuple[int, Floats], ...]
    mix: _Maxout
    layers: tuple[_Maxout, ...]
    narrow: Floats
    narrow_bias: Floats
    states: _States
    moves: _Moves
    words: dict[tuple[int, ...], Floats] = field(default_factory=dict)

    @classmethod
    def of(cls, pipeline: Any) -> Self:  # noqa: ANN401 - spaCy's Language
        """Take over a pipeline's named-entity part.

        Raises:
            UnknownModel: it is built otherwise.
        """
        part = pipeline.get_pipe("ner")
        tok2vec, lower, upper = part.model.layers
        tables = [layer for layer in tok2vec.walk() if layer.name == "hashembed"]
        mixes = [layer for layer in tok2vec.walk() if layer.name == "maxout>>layernorm"]
        columns = next(layer.attrs["columns"] for layer in tok2vec.walk() if layer.name == "extract_features")
        weights = lower.get_param("W")  # 3 x outputs x pieces x inputs
        as_known = columns == _COLUMNS and len(mixes) == 1 + _CONTEXT and weights.shape[0] == _STATE
        if not as_known or weights.shape[2] != _PIECES or part.model.attrs.get("unseen_classes"):
            raise UnknownModel
        narrow = tok2vec.layers[-1]
        return cls(
            tokenizer=pipeline.tokenizer,
            hashes=part.model.ops.hash,
            tables=tuple((table.attrs["seed"], table.get_param("E")) for table in tables),
            mix=_Maxout.of(mixes[0]),
            layers=tuple(_Maxout.of(layer) for layer in mixes[1:]),
            narrow=np.ascontiguousarray(narrow.get_param("W").T),
            narrow_bias=narrow.get_param("b"),
            states=_states(lower, upper),
            moves=_Moves.of([part.moves.get_class_name(number) for number in range(part.moves.n_moves)]),
        )

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Names as (label, start, end) in characters, in order."""
        tokens = self.tokenizer(text)
        if not len(tokens):
            return
        features = self.states.features(self._vectors(tokens))
        spaces = tokens.to_array("IS_SPACE").astype(bool)
        for label, first, last in self._walk(features, spaces):
            end = tokens[last]
            yield label, tokens[first].idx, end.idx + len(end)

    def _vectors(self, tokens: Any) -> Floats:  # noqa: ANN401 - spaCy's Doc
        rows = np.pad(self._mixed(tokens), ((_CONTEXT, _CONTEXT), (0, 0)))
        for layer in self.layers:
            around = np.zeros((len(rows) + 2, rows.shape[1]), np.float32)
            around[1:-1] = rows
            rows = rows + layer(np.hstack((around[:-2], around[1:-1], around[2:])))
        return rows[_CONTEXT:-_CONTEXT] @ self.narrow + self.narrow_bias

    def _mixed(self, tokens: Any) -> Floats:  # noqa: ANN401
        """Each token's own vector, from the store of words where it is known."""
        ids = tokens.to_array(_COLUMNS)
        keys = [tuple(row) for row in ids.tolist()]
        fresh = {key: row for row, key in enumerate(keys) if key not in self.words}
        if len(self.words) + len(fresh) > _WORDS_KEPT:
            self.words.clear()
            fresh = {key: row for row, key in enumerate(keys)}
        if fresh:
            self.words.update(zip(fresh, self.mix(self._embedded(ids[list(fresh.values())])), strict=True))
        return np.stack([self.words[key] for key in keys])

    def _embedded(self, ids: NDArray[np.uint64]) -> Floats:
        columns = []
        for column, (seed, table) in enumerate(self.tables):
            keys = self.hashes(np.ascontiguousarray(ids[:, column]), seed) % len(table)
            columns.append(table[keys].sum(axis=1))
        return np.hstack(columns)

    def _walk(self, features: Floats, spaces: NDArray[np.bool_]) -> Iterator[tuple[str, int, int]]:
        starts = self._outside(features, spaces)
        token, count = 0, len(features)
        while token < count:
            move = starts[token]
            if move is None:
                token += 1
                continue
            label, is_begin = move
            last = self._last(features, token, label) if is_begin else token
            yield self.moves.labels[label], token, last
            token = last + 1

    def _outside(self, features: Floats, spaces: NDArray[np.bool_]) -> list[tuple[int, bool] | None]:
        """What is done at each token while no name is open: None, or a label and whether a name begins."""
        moves, padding = self.moves, self.states.padding
        scores = self.states.scores(features[:, 0] + padding[1] + padding[2])
        count = len(moves.labels)
        begins, units = scores[:, :count], scores[:, moves.units : moves.units + count]
        begins[-1] = -np.inf  # a name that begins goes on
        begins[spaces], units[spaces] = -np.inf, -np.inf
        valid = np.hstack((begins, units, scores[:, moves.out :]))
        best = valid.argmax(axis=1).tolist()
        return [None if move == 2 * count else (move % count, move < count) for move in best]

    def _last(self, features: Floats, first: int, label: int) -> int:
        """The last token of a name that begins at ``first``."""
        inside, ends = self.moves.inside + label, self.moves.lasts + label
        for token in range(first + 1, len(features) - 1):
            scores = self.states.scores((features[token, 0] + features[first, 1] + features[token - 1, 2])[None])[0]
            if scores[ends] > scores[inside]:
                return token
        return len(features) - 1


def _only(layer: Any, name: str) -> Any:  # noqa: ANN401 - layers of thinc
    return next(part for part in layer.walk() if part.name == name)


def _states(lower: Any, upper: Any) -> _States:  # noqa: ANN401 - layers of thinc
    weights = lower.get_param("W")
    outputs, pieces = weights.shape[1:3]
    return _States(
        parts=np.ascontiguousarray(weights.reshape(_STATE * outputs * pieces, -1).T),
        padding=lower.get_param("pad").reshape(_STATE, -1),
        bias=lower.get_param("b").reshape(-1),
        hidden=np.ascontiguousarray(upper.get_param("W").T),
        hidden_bias=upper.get_param("b"),
    )
