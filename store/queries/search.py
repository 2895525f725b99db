"""Finding people, companies and notes by what they are called: beginnings of words, in any order, without accents.

Where nobody is called so, names that are spelled almost so are found. Every shared row may be found by every reader; of
what only its owner sees, store.queries.kept tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal
from uuid import UUID

from rapidfuzz.distance import OSA
from sqlalchemy import text
from sqlalchemy.orm import Session

Entity = Literal["contact", "company", "interaction"]
LONGEST, MOST_WORDS = 200, 8
SHORT = 5  # letters up to which one slip of the fingers is forgiven; two in longer words
LAST = "\U0010ffff"

FOLDED = text("select folded(w) from unnest(cast(:words as text[])) with ordinality as asked (w, at) order by at")
# Of the words that begin with the same letter: the first one is seldom mistyped, and a range goes by index.
LIKE_IT = text("select distinct word from shared_word where entity = :entity and word >= :first and word < :after")
_BEGINS = "s.entity = '{entity}' and s.word >= :w{at} and s.word < :w{at} || cast(:last as text)"
_IS_ONE_OF = "s.entity = '{entity}' and s.word = any(:w{at})"
_ROWS = "select s.row_id from shared_word s where {entity}"
# Somebody is also found by the company they work for.
_STAFF = """
union select e.contact_id from shared_word s join employment e on e.company_id = s.row_id where {company}
"""
_STANDING = """
select coalesce(c.merged_into, c.id) as id from {entity} c where c.id in ({ids})
group by 1 order by bool_or(c.sort_name like :asked || '%') desc, max(similarity(c.sort_name, :asked)) desc, 1
limit :most
"""
# Of a frequent word the newest notes are looked at, of a rare one its notes: the planner knows which is shorter.
_NOTES = "select i.id from interaction i where {has_all} order by i.starts_at desc, i.id desc limit :most"
_HAS = "exists (select from shared_word s where s.row_id = i.id and {begins})"


@dataclass(frozen=True, slots=True)
class Found:
    """Ids of what was found, the best first. ``alike`` says that nobody is called so, and these almost are."""

    ids: tuple[UUID, ...]
    alike: bool = False


def words_of(asked: str) -> list[str]:
    """The words of a question, as far as they are looked at."""
    return [word for word in re.split(r"[\W_]+", asked[:LONGEST]) if word][:MOST_WORDS]


def named(session: Session, entity: Literal["contact", "company"], asked: str, most: int) -> Found:
    """People or companies that are called so, or almost so where none is."""
    words = _folded(session, asked)
    if not words:
        return Found(())
    said: dict[str, object] = {"asked": " ".join(words), "most": most, "last": LAST}
    begin = text(_STANDING.format(entity=entity, ids=_ids(entity, len(words), _BEGINS)))
    ids = tuple(session.scalars(begin, said | _numbered(words)))
    if ids:
        return Found(ids)
    near = list(takewhile(bool, (_near(session, entity, word) for word in words)))
    if len(near) < len(words):
        return Found((), alike=True)
    almost = text(_STANDING.format(entity=entity, ids=_ids(entity, len(words), _IS_ONE_OF)))
    return Found(tuple(session.scalars(almost, said | _numbered(near))), alike=True)


def notes(session: Session, asked: str, most: int) -> tuple[UUID, ...]:
    """Notes in whose title or names these words are, the newest first."""
    words = _folded(session, asked)
    if not words:
        return ()
    begins = [_BEGINS.format(entity="interaction", at=at) for at in range(len(words))]
    of_them = text(_NOTES.format(has_all=" and ".join(_HAS.format(begins=each) for each in begins)))
    return tuple(session.scalars(of_them, _numbered(words) | {"most": most, "last": LAST}))


def _folded(session: Session, asked: str) -> list[str]:
    return list(session.scalars(FOLDED, {"words": words_of(asked)}))


def _near(session: Session, entity: Entity, word: str) -> list[str]:
    """Words that are this one but for a slip of the fingers, or that begin so."""
    most = 1 if len(word) <= SHORT else 2
    first = {"entity": entity, "first": word[0], "after": word[0] + LAST}
    known = session.scalars(LIKE_IT, first)
    return [
        one for one in known if any(OSA.distance(word, of, score_cutoff=most) <= most for of in {one, one[: len(word)]})
    ]


def _ids(entity: Entity, number: int, condition: str) -> str:
    """Rows that have a word for each of so many; with the company's words, where people are looked for."""
    template = _ROWS + (_STAFF if entity == "contact" else "")
    return " intersect ".join(
        "({})".format(
            template.format(
                entity=condition.format(entity=entity, at=at), company=condition.format(entity="company", at=at)
            )
        )
        for at in range(number)
    )


def _numbered(values: Sequence[object]) -> dict[str, object]:
    return {f"w{at}": value for at, value in enumerate(values)}
