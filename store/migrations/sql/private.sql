-- What belongs to one person alone. Every table here has owner_id and a forced policy of plain equality (rights.sql).
-- The rep's own yes, without which no connection exists.
create table consent (
    id uuid primary key default uuidv7(),
    owner_id uuid not null references app_user (id),
    text_version text not null,
    text text not null,
    given_at timestamptz not null,
    unique (id, owner_id)
);

create table connection (
    id uuid primary key default uuidv7(),
    owner_id uuid not null references app_user (id),
    consent_id uuid not null,
    provider text not null,
    label text not null,
    settings jsonb not null default '{}',
    created_at timestamptz not null default now(),
    unique (id, owner_id),
    unique (owner_id, provider, label),
    foreign key (consent_id, owner_id) references consent (id, owner_id)
);

create table credential (
    connection_id uuid primary key,
    owner_id uuid not null,
    sealed bytea not null,
    foreign key (connection_id, owner_id) references connection (id, owner_id) on delete cascade
);

-- What a source lists and a cursor belongs to: a mailbox folder or a calendar.
create table collection (
    id uuid primary key default uuidv7(),
    owner_id uuid not null,
    connection_id uuid not null,
    remote_name text not null,
    kind text not null check (kind in ('mailbox_folder', 'calendar')),
    special_use text,
    cursor text,
    unique (id, owner_id),
    unique (connection_id, remote_name),
    foreign key (connection_id, owner_id) references connection (id, owner_id) on delete cascade
);
create index on collection (owner_id);

create table inbound (
    id uuid primary key default uuidv7(),
    owner_id uuid not null,
    collection_id uuid not null,
    remote_id text not null,
    media_type text not null,
    sha256 text not null,
    payload bytea,
    labels text[] not null default '{}',
    received_at timestamptz,
    state text not null check (state in ('waiting', 'read', 'quarantined')),
    reason text,
    reader_version text,
    gone boolean not null default false,
    kept_at timestamptz not null default now(),
    unique (collection_id, remote_id),
    check ((state = 'quarantined') = (reason is not null)),
    foreign key (collection_id, owner_id) references collection (id, owner_id) on delete cascade
);
create index on inbound (owner_id, state, id);
create index on inbound (owner_id, sha256);

-- Known by pointer, keyed hash and reason alone, so that reconciliation never brings it back.
create table dropped (
    id uuid primary key default uuidv7(),
    owner_id uuid not null,
    collection_id uuid not null,
    remote_id text not null,
    keyed_hash bytea not null,
    reason text not null,
    dropped_at timestamptz not null default now(),
    unique (collection_id, remote_id),
    foreign key (collection_id, owner_id) references collection (id, owner_id) on delete cascade
);
create index on dropped (owner_id);

create table thread (
    id uuid primary key default uuidv7(),
    owner_id uuid not null references app_user (id),
    unique (id, owner_id)
);

-- Every Message-ID that a thread's mails have or name; a mail that names two threads joins them.
create table thread_key (
    owner_id uuid not null,
    key text not null,
    thread_id uuid not null,
    primary key (owner_id, key),
    foreign key (thread_id, owner_id) references thread (id, owner_id) on delete cascade
);
create index on thread_key (thread_id);

create table message (
    id uuid primary key default uuidv7(),
    owner_id uuid not null,
    thread_id uuid not null,
    sha256 text not null,
    exchange_key bytea not null,
    sent_at timestamptz not null,
    direction text not null check (direction in ('in', 'out', 'internal')),
    kind text not null,
    kind_reason text not null,
    subject text not null,
    title text not null,
    folder text,
    sources jsonb not null,
    segments jsonb not null,
    attachments jsonb not null,
    evidence jsonb not null,
    warnings text[] not null,
    reader_version text not null,
    unique (id, owner_id),
    unique (owner_id, sha256),
    foreign key (thread_id, owner_id) references thread (id, owner_id)
);
create index on message (owner_id, thread_id, sent_at);

create table meeting (
    id uuid primary key default uuidv7(),
    owner_id uuid not null references app_user (id),
    uid text not null,
    recurrence_id text not null default '',
    revision integer not null,
    from_calendar boolean not null,
    sha256 text not null,
    exchange_key bytea not null,
    status text not null check (status in ('proposed', 'confirmed', 'cancelled')),
    starts_at timestamptz,
    ends_at timestamptz,
    all_day boolean not null,
    title text not null,
    location text,
    rule text,
    private boolean not null,
    source_text text not null,
    evidence jsonb not null,
    reader_version text not null,
    unique (id, owner_id),
    unique (owner_id, uid, recurrence_id)
);

create table participation (
    id uuid primary key default uuidv7(),
    owner_id uuid not null,
    message_id uuid,
    meeting_id uuid,
    role text not null,
    address text not null,
    name text,
    response text,
    person boolean not null,
    company_domain text,
    company_name text,
    evidence jsonb,
    check ((message_id is null) <> (meeting_id is null)),
    foreign key (message_id, owner_id) references message (id, owner_id) on delete cascade,
    foreign key (meeting_id, owner_id) references meeting (id, owner_id) on delete cascade
);
create index on participation (owner_id, address);
create index on participation (message_id);
create index on participation (meeting_id);
