"""Finding people, companies and notes by what they are called: beginnings of words, in any order, without accents.

Where nobody is called so, names that are spelled almost so are found. The rarest word of a question is looked up, and
its rows are asked for the others, so that a frequent word costs no more where there are more notes. All shared rows may
be found by every reader; of what only its owner sees, store.queries.kept tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from unicodedata import normalize
from uuid import UUID

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract
from sqlalchemy import text
from sqlalchemy.orm import Session

Entity = Literal["contact", "company", "interaction"]
LONGEST, MOST_WORDS = 200, 8
SHORT = 5  # letters up to which one slip of the fingers is forgiven; two in longer words
LAST = "\U0010ffff"
RARE = 2_000  # rows of a word that are counted: what has more is frequent
SPELLINGS = 200  # words that begin so, of which each has its newest notes
NEAREST = 50  # words that one may have meant
COMPARED = 500  # people or companies that are called so, the nearest of which are shown

# The words of a question as they are kept, each with how many rows begin so.
RARITY = text("""
select folded(asked.word) as word, (select count(*) from (
    select from shared_word s where s.entity = any(:entities) and s.word >= folded(asked.word)
    and s.word < folded(asked.word) || cast(:last as text) limit :rare) counted) as number
from unnest(cast(:words as text[])) with ordinality as asked (word, at) order by asked.at
""")
# Of the words that begin with the same letter: the first one is seldom mistyped, and a range goes by index.
LIKE_IT = text("select word from known_word where entity = :entity and word >= :first and word < :after")
BEGINS = "s.entity = '{entity}' and s.word >= :w{at} and s.word < :w{at} || cast(:last as text)"
IS_ONE_OF = "s.entity = '{entity}' and s.word = any(:w{at})"
HAS = "exists (select from shared_word s where s.row_id = one.id and {is_so})"
# Somebody is also found by the company they work for.
COMPANY_HAS = """
exists (select from employment e join shared_word s on s.row_id = e.company_id where e.contact_id = one.id and {is_so})
"""
ROWS = "select s.row_id as id from shared_word s where {is_so}"
STAFF = "select e.contact_id from shared_word s join employment e on e.company_id = s.row_id where {is_so}"
STANDING = """
select coalesce(c.merged_into, c.id) as id from {entity} c
where c.id in (select one.id from ({rows}) one where {others} limit :compared)
group by 1 order by bool_or(c.sort_name like :asked || '%') desc, max(similarity(c.sort_name, :asked)) desc, 1
limit :most
"""
# The words that begin so: from one to the next, however many rows each has.
SPELLED = text("""
with recursive spelled (word) as (
    (select s.word from shared_word s where s.entity = 'interaction' and s.word >= :word
     and s.word < :word || cast(:last as text) order by s.word limit 1)
    union all
    select (select s.word from shared_word s where s.entity = 'interaction' and s.word > p.word
            and s.word < :word || cast(:last as text) order by s.word limit 1)
    from spelled p where p.word is not null
)
select word from spelled where word is not null limit :spellings
""")
NEWEST = """
select one.id from unnest(cast(:spelled as text[])) as asked (word) cross join lateral (
    select one.id, one.starts_at from (select w.row_id as id, w.starts_at from shared_word w
    where w.entity = 'interaction' and w.word = asked.word) one
    where {others} order by one.starts_at desc, one.id desc limit :most
) one group by one.id, one.starts_at order by one.starts_at desc, one.id desc limit :most
"""
# Where very many words begin so, the next note has one.
NEXT = "select one.id from interaction one where {others} order by one.starts_at desc, one.id desc limit :most"


@dataclass(frozen=True, slots=True)
class Found:
    """Ids of what was found, the best first. ``alike`` says that nobody is called so, and these almost are."""

    ids: tuple[UUID, ...]
    alike: bool = False


def words_of(asked: str) -> list[str]:
    """The words of a question, as far as they are looked at."""
    return [word for word in re.split(r"[\W_]+", normalize("NFC", asked[:LONGEST])) if word][:MOST_WORDS]


def named(session: Session, entity: Literal["contact", "company"], asked: str, most: int) -> Found:
    """People or companies that are called so, or almost so where none is."""
    words, numbers = _rarity(session, ("contact", "company") if entity == "contact" else (entity,), asked)
    if not words:
        return Found(())
    said: dict[str, object] = {"asked": " ".join(words), "most": most, "last": LAST, "compared": COMPARED}
    if all(numbers):
        ids = tuple(session.scalars(text(_standing(entity, words, numbers)), said | _numbered(words)))
        if ids:
            return Found(ids)
        numbers = [0] * len(words)  # each is begun so, but nobody has all of them
    meant = [word if number else _near(session, entity, word) for word, number in zip(words, numbers, strict=True)]
    if not all(meant):
        return Found((), alike=True)
    return Found(tuple(session.scalars(text(_standing(entity, meant, numbers)), said | _numbered(meant))), alike=True)


def notes(session: Session, asked: str, most: int) -> tuple[UUID, ...]:
    """Notes in whose title or names these words are, the newest first."""
    words, numbers = _rarity(session, ("interaction",), asked)
    if not all(numbers) or not words:
        return ()
    rarest = numbers.index(min(numbers))
    has = [HAS.format(is_so=BEGINS.format(entity="interaction", at=at)) for at in range(len(words))]
    said = _numbered(words) | {"most": most, "last": LAST}
    most_words = SPELLINGS if numbers[rarest] == RARE else RARE
    spelled = list(session.scalars(SPELLED, {"word": words[rarest], "last": LAST, "spellings": most_words + 1}))
    if len(spelled) > most_words:
        return tuple(session.scalars(text(NEXT.format(others=" and ".join(has))), said))
    others = " and ".join([*has[:rarest], *has[rarest + 1 :]]) or "true"
    return tuple(session.scalars(text(NEWEST.format(others=others)), said | {"spelled": spelled}))


def _rarity(session: Session, entities: Sequence[Entity], asked: str) -> tuple[list[str], list[int]]:
    """The words of a question, folded, and of how many rows each is."""
    values = {"words": words_of(asked), "entities": list(entities), "last": LAST, "rare": RARE}
    found = session.execute(RARITY, values).all()
    return [row.word for row in found], [row.number for row in found]


def _near(session: Session, entity: Entity, word: str) -> list[str]:
    """Words that are this one but for a slip of the fingers, or that begin so."""
    slips = 1 if len(word) <= SHORT else 2
    known = session.scalars(LIKE_IT, {"entity": entity, "first": word[0], "after": word[0] + LAST}).all()
    begun = [one[: len(word)] for one in known]
    alike = {
        at
        for those in (known, begun)
        for _, _, at in extract(word, those, scorer=OSA.distance, score_cutoff=slips, limit=NEAREST)
    }
    return [known[at] for at in sorted(alike)]


def _standing(entity: Literal["contact", "company"], meant: Sequence[object], numbers: Sequence[int]) -> str:
    """Who has a word for each, beginning with the rarest; people have their company's words, too."""
    rarest = numbers.index(min(numbers))
    is_so = [BEGINS if isinstance(each, str) else IS_ONE_OF for each in meant]
    own = [each.format(entity=entity, at=at) for at, each in enumerate(is_so)]
    of_firm = [each.format(entity="company", at=at) for at, each in enumerate(is_so)]
    has = [HAS.format(is_so=each) for each in own]
    rows = ROWS.format(is_so=own[rarest])
    if entity == "contact":
        has = [f"({one} or {COMPANY_HAS.format(is_so=firm)})" for one, firm in zip(has, of_firm, strict=True)]
        rows += f" union all {STAFF.format(is_so=of_firm[rarest])}"
    others = " and ".join([*has[:rarest], *has[rarest + 1 :]]) or "true"
    return STANDING.format(entity=entity, rows=rows, others=others)


def _numbered(values: Sequence[object]) -> dict[str, object]:
    return {f"w{at}": value for at, value in enumerate(values)}
