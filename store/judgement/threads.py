"""Which mails belong to one thread: those joined by the Message-IDs they have or name (RFC 5322 section 3.6.4).

Senders control Message-IDs, so they only ever join mails of one owner. The partition does not depend on the order in
which the mails are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ThreadPlan:
    """How to file a batch of mails.

    Attributes:
        group_of: for each mail, the index of its group.
        threads: for each group, the threads it touches; none means a new one, several means they are one.
        keys: for each group, every key that it holds.
    """

    group_of: tuple[int, ...]
    threads: tuple[tuple[UUID, ...], ...]
    keys: tuple[tuple[str, ...], ...]


def plan(mails: Sequence[Sequence[str]], known: Mapping[str, UUID]) -> ThreadPlan:
    """Group mails by shared keys.

    Args:
        mails: for each mail, the keys it has or names; at least one.
        known: the threads that hold some of these keys already.
    """
    parent: dict[object, object] = {}
    for keys in mails:
        for key in keys:
            _unite(parent, keys[0], key)
            if key in known:
                _unite(parent, key, known[key])
    roots = list(dict.fromkeys(_root(parent, keys[0]) for keys in mails))
    members: dict[object, list[object]] = {root: [] for root in roots}
    for node in parent:
        members.setdefault(_root(parent, node), []).append(node)
    number = {root: index for index, root in enumerate(roots)}
    return ThreadPlan(
        group_of=tuple(number[_root(parent, keys[0])] for keys in mails),
        threads=tuple(_sorted_ids(members[root]) for root in roots),
        keys=tuple(tuple(sorted(node for node in members[root] if isinstance(node, str))) for root in roots),
    )


def _root(parent: dict[object, object], node: object) -> object:
    while parent.setdefault(node, node) != node:
        parent[node] = parent[parent[node]]
        node = parent[node]
    return node


def _unite(parent: dict[object, object], one: object, other: object) -> None:
    parent[_root(parent, other)] = _root(parent, one)


def _sorted_ids(nodes: Iterable[object]) -> tuple[UUID, ...]:
    return tuple(sorted(node for node in nodes if isinstance(node, UUID)))
