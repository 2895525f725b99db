"""Puts drafts into the queue: new ones wait, waiting ones are brought up to date, settled ones are added to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, insert, select, text
from sqlalchemy.orm import Session

from store.fields import stored, version_as_seen
from store.judgement.drafts import Exchange, InteractionFields, Quote, SuggestionDraft
from store.judgement.people import keys_of
from store.models.base import Base
from store.models.private.detail import SuggestionKey
from store.models.private.suggestion import EvidenceRow, Suggestion, SuggestionSource
from store.rows import among, insert_rows

OPEN = ("waiting", "later")
# What the database would give each new row by itself: asked for beforehand, so that all rows go there in one statement.
GIVEN = text("select uuidv7() id, now() at from generate_series(1, :number)")

# The columns of what a suggestion rests on.
SOURCE = {
    "key": "exchange_key", "at": "happened_at", "direction": "direction", "message_id": "message_id",
    "meeting_id": "meeting_id",
}  # fmt: skip
QUOTE = {
    "field": "field", "message_id": "message_id", "meeting_id": "meeting_id", "source": "source",
    "start": "span_start", "end": "span_end", "quote": "quote",
}  # fmt: skip


def submit(
    session: Session,
    owner_id: UUID,
    drafts: Sequence[SuggestionDraft],
    judged: Collection[str],
    past: Collection[str] = frozenset(),
) -> frozenset[str]:
    """Make the queue say what the drafts say; the keys of what is suggested for the first time.

    Args:
        judged: every key that was judged; one that waits and has no draft any more is withdrawn.
        past: keys of drafts that are history: kept private for their owner, who is not asked.
    """
    queue = _Queue(session, owner_id, judged, past)
    queue.bring_up_to_date(drafts)
    return frozenset(draft.key for draft in drafts) - queue.by_key.keys()


class _Queue:
    """The suggestions of one owner under the keys at hand, and those that add to them."""

    def __init__(self, session: Session, owner_id: UUID, keys: Collection[str], past: Collection[str]) -> None:
        self.session = session
        self.owner_id = owner_id
        self.judged = set(keys)
        self.past = past
        self.by_key: dict[str, list[Suggestion]] = {}
        asked = select(Suggestion).where(Suggestion.owner_id == owner_id, among(Suggestion.key, self.judged))
        for row in session.scalars(asked.order_by(Suggestion.addition)):
            self.by_key.setdefault(row.key, []).append(row)
        self.sources = self._sources_before()
        self.quotes = self._quotes_before()
        self.written: dict[tuple[str, int], tuple[Suggestion, SuggestionDraft]] = {}
        self.given: Iterator[tuple[UUID, datetime]] = iter(())

    def _sources_before(self) -> dict[UUID, dict[bytes, Exchange]]:
        """The exchanges behind each note, read at once: most of what is judged anew was suggested before."""
        notes = [row.id for rows in self.by_key.values() for row in rows if row.kind == "interaction"]
        found: dict[UUID, dict[bytes, Exchange]] = {}
        asked = select(SuggestionSource.suggestion_id, *(getattr(SuggestionSource, name) for name in SOURCE.values()))
        for id_, *values in (
            self.session.execute(asked.where(among(SuggestionSource.suggestion_id, notes))) if notes else ()
        ):
            exchange = Exchange(**dict(zip(SOURCE, values, strict=True)))
            found.setdefault(id_, {})[exchange.key] = exchange
        return found

    def _quotes_before(self) -> dict[UUID, set[Quote]]:
        """What each suggestion rests on that may be written again."""
        written = [row.id for rows in self.by_key.values() for row in rows if row.state in (*OPEN, "private")]
        found: dict[UUID, set[Quote]] = {}
        asked = select(EvidenceRow.suggestion_id, *(getattr(EvidenceRow, name) for name in QUOTE.values()))
        for id_, *values in (
            self.session.execute(asked.where(among(EvidenceRow.suggestion_id, written))) if written else ()
        ):
            found.setdefault(id_, set()).add(Quote(**dict(zip(QUOTE, values, strict=True))))
        return found

    def bring_up_to_date(self, drafts: Sequence[SuggestionDraft]) -> None:
        given = self.session.execute(GIVEN, {"number": len(drafts)}).all()
        self.given = ((row.id, row.at) for row in given)
        for draft in drafts:
            self._settle_or_ask(draft)
        gone = self.judged - {draft.key for draft in drafts}
        self._withdraw(row for key in gone for row in self.by_key.get(key, []) if row.state in OPEN)
        self._support()

    def _withdraw(self, rows: Iterable[Suggestion]) -> None:
        lost = [row.id for row in rows]
        if lost:
            self.session.execute(delete(Suggestion).where(Suggestion.id.in_(lost)))

    def _settle_or_ask(self, draft: SuggestionDraft) -> None:
        present = self.by_key.get(draft.key, [])
        settled = [row for row in present if row.state not in OPEN]
        waiting = next((row for row in present if row.state in OPEN), None)
        if not settled:
            self._write(waiting, draft, addition=0)
            self._withdraw(row for row in present if row is not waiting)
        elif settled[-1].is_history and settled[-1].state == "private" and draft.key not in self.past:
            settled[-1].state, settled[-1].is_history = "waiting", False  # what was history goes on
            self._write(settled[-1], draft, addition=settled[-1].addition)
        elif settled[-1].state == "private":
            self._write(settled[-1], draft, addition=settled[-1].addition)
        elif settled[-1].state != "refused" and isinstance(draft.fields, InteractionFields):
            self._add(settled, waiting, draft, draft.fields)

    def _add(
        self,
        settled: Sequence[Suggestion],
        waiting: Suggestion | None,
        draft: SuggestionDraft,
        fields: InteractionFields,
    ) -> None:
        """What came after the approval is a small suggestion on the same note."""
        noted = set().union(*(self.sources.get(row.id, ()) for row in settled))
        fresh = tuple(exchange for exchange in draft.exchanges if exchange.key not in noted)
        if fresh:
            new = {exchange.key.hex() for exchange in fresh}
            promises = tuple(promise for promise in fields.promises if promise.exchange in new)
            dealing = fields.dealing if fields.dealing and fields.dealing.exchange in new else None
            files = tuple(file for file in fields.files if file.exchange in new)
            said = replace(fields, mails=len(fresh), promises=promises, dealing=dealing, files=files)
            small = replace(draft, exchanges=fresh, fields=said)
            self._write(waiting, small, addition=len(settled), adds_to=settled[0].id)
        elif waiting:
            self._withdraw([waiting])

    def _write(
        self, row: Suggestion | None, draft: SuggestionDraft, *, addition: int, adds_to: UUID | None = None
    ) -> None:
        version = version_of_draft(draft)
        if row is not None and row.version == version and row.typed == {} and self._rests_on(row, draft):
            _judge(row, draft)
            return
        row = row or self._new(draft, addition, adds_to)
        row.fields = stored(draft.fields)
        row.version = version
        row.happened_at = draft.happened_at
        row.day = draft.day
        _judge(row, draft)
        self.session.add(row)
        self.written[row.key, row.addition] = (row, draft)

    def _rests_on(self, row: Suggestion, draft: SuggestionDraft) -> bool:
        """Whether a suggestion is of that time and rests on the same places, of which its version says nothing."""
        before = (row.happened_at, row.day, self.quotes.get(row.id), self.sources.get(row.id, {}))
        return before == (draft.happened_at, draft.day, set(draft.quotes), {each.key: each for each in draft.exchanges})

    def _new(self, draft: SuggestionDraft, addition: int, adds_to: UUID | None) -> Suggestion:
        id_, suggested_at = next(self.given)
        return Suggestion(
            id=id_,
            suggested_at=suggested_at,
            owner_id=self.owner_id,
            kind=draft.kind,
            key=draft.key,
            addition=addition,
            state="private" if draft.key in self.past else "waiting",
            is_history=draft.key in self.past,
            typed={},
            adds_to=adds_to,
        )

    def _support(self) -> None:
        """Write what each suggestion rests on and is found by, all at once: a batch brings hundreds."""
        written = self.written.values()
        before = [row.id for row, _ in written if any(row is found for found in self.by_key.get(row.key, ()))]
        self.session.flush()
        if before:
            for table in (EvidenceRow, SuggestionSource, SuggestionKey):
                self.session.execute(delete(table).where(table.suggestion_id.in_(before)))
        self._insert(EvidenceRow, (one for row, draft in written for one in _quotes(row, draft)))
        self._insert(SuggestionSource, (one for row, draft in written for one in _sources(row, draft)))
        self._insert(SuggestionKey, (one for row, draft in written for one in _keys(row, draft)))

    def _insert(self, table: type[Base], rows: Iterable[dict[str, object]]) -> None:
        insert_rows(self.session, table, list(rows))


def _quotes(row: Suggestion, draft: SuggestionDraft) -> Iterator[dict[str, object]]:
    for quote in draft.quotes:
        of = {"owner_id": row.owner_id, "suggestion_id": row.id}
        yield of | {column: getattr(quote, name) for name, column in QUOTE.items()}


def _sources(row: Suggestion, draft: SuggestionDraft) -> Iterator[dict[str, object]]:
    for exchange in draft.exchanges:
        of = {"owner_id": row.owner_id, "suggestion_id": row.id}
        yield of | {column: getattr(exchange, name) for name, column in SOURCE.items()}


def _keys(row: Suggestion, draft: SuggestionDraft) -> Iterator[dict[str, object]]:
    for key in sorted(keys_of(draft.fields)):
        yield {"owner_id": row.owner_id, "suggestion_id": row.id, "key": key}


def find_by(session: Session, row: Suggestion, keys: Collection[str]) -> None:
    """Let a suggestion about people or companies be found by these keys alone."""
    session.execute(delete(SuggestionKey).where(SuggestionKey.suggestion_id == row.id))
    rows = [{"owner_id": row.owner_id, "suggestion_id": row.id, "key": key} for key in sorted(keys)]
    if rows:
        session.execute(insert(SuggestionKey), rows)


def _judge(row: Suggestion, draft: SuggestionDraft) -> None:
    row.pile = draft.verdict.pile
    row.doubt = draft.verdict.doubt
    row.why = draft.verdict.why


def version_of_draft(draft: SuggestionDraft) -> str:
    """Digest of what the owner would approve: fields and exchanges."""
    return version_as_seen(stored(draft.fields), {}, [exchange.key.hex() for exchange in draft.exchanges])
