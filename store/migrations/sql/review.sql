-- Suggestions, what supports them, and the journal of decisions: private to their owner, like private.sql.
create table suggestion (
    id uuid primary key default uuidv7(),
    owner_id uuid not null references app_user (id),
    kind text not null check (kind in ('contact', 'interaction', 'change')),
    key text not null,
    addition integer not null default 0,
    state text not null check (state in ('waiting', 'later', 'approved', 'published', 'refused', 'private')),
    pile text not null check (pile in ('sure', 'look')),
    doubt text,
    why text not null,
    fields jsonb not null,
    typed jsonb not null default '{}',
    version text not null,
    happened_at timestamptz not null,
    day date not null,
    adds_to uuid,
    wake_at timestamptz,
    share_at timestamptz,
    suggested_at timestamptz not null default now(),
    settled_at timestamptz,
    unique (id, owner_id),
    unique (owner_id, key, addition),
    check ((state = 'later') = (wake_at is not null)),
    check ((pile = 'look') = (doubt is not null))
);
create index on suggestion (owner_id, state, happened_at desc);

create table evidence (
    id uuid primary key default uuidv7(),
    owner_id uuid not null,
    suggestion_id uuid not null,
    field text not null,
    message_id uuid,
    meeting_id uuid,
    source text not null,
    span_start integer not null check (span_start >= 0),
    span_end integer not null check (span_end >= span_start),
    quote text not null,
    foreign key (suggestion_id, owner_id) references suggestion (id, owner_id) on delete cascade,
    foreign key (message_id, owner_id) references message (id, owner_id) on delete set null (message_id),
    foreign key (meeting_id, owner_id) references meeting (id, owner_id) on delete set null (meeting_id)
);
create index on evidence (suggestion_id);

-- The exchanges that a suggested note is made of: what publishing turns into interaction_source rows.
create table suggestion_source (
    owner_id uuid not null,
    suggestion_id uuid not null,
    exchange_key bytea not null,
    happened_at timestamptz not null,
    direction text not null check (direction in ('in', 'out')),
    message_id uuid,
    meeting_id uuid,
    primary key (suggestion_id, exchange_key),
    foreign key (suggestion_id, owner_id) references suggestion (id, owner_id) on delete cascade,
    foreign key (message_id, owner_id) references message (id, owner_id) on delete set null (message_id),
    foreign key (meeting_id, owner_id) references meeting (id, owner_id) on delete set null (meeting_id)
);
create index on suggestion_source (owner_id, exchange_key);

-- Append-only: undo is a further decision, never a deletion.
create table decision (
    id uuid primary key default uuidv7(),
    owner_id uuid not null,
    op_id uuid not null,
    suggestion_id uuid not null,
    verb text not null check (verb in ('approve', 'edit', 'refuse', 'later', 'keep_private', 'undo')),
    from_state text not null,
    to_state text not null,
    version_seen text not null,
    version_after text not null,
    before jsonb not null,
    undoes uuid,
    decided_at timestamptz not null,
    unique (id, owner_id),
    unique (owner_id, op_id, suggestion_id),
    foreign key (suggestion_id, owner_id) references suggestion (id, owner_id) on delete cascade,
    foreign key (undoes, owner_id) references decision (id, owner_id)
);
create index on decision (owner_id, decided_at desc);
create index on decision (suggestion_id);
create unique index decision_undone_once on decision (undoes);

-- What happens when. The only private rows that a worker may list across owners; they name no content.
create table due (
    owner_id uuid not null references app_user (id),
    kind text not null check (kind in ('sync', 'publish', 'deliver', 'meeting_ended', 'wake', 'retention')),
    reference text not null,
    at timestamptz not null,
    primary key (owner_id, kind, reference)
);
create index on due (at);
