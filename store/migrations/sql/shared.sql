-- What was published after approval, visible to every signed-in rep, manager and reader. Each row exists because
-- at least one approval holds it; each field is the value of the approver who has the last word on it.
create table contact (
    id uuid primary key default uuidv7(),
    name text not null default ''
);

create table contact_point (
    id uuid primary key default uuidv7(),
    contact_id uuid not null references contact (id) on delete cascade,
    kind text not null check (kind in ('email', 'phone')),
    value text not null,
    unique (kind, value)
);
create index on contact_point (contact_id);

create table company (
    id uuid primary key default uuidv7(),
    name text not null default ''
);

create table company_domain (
    domain text primary key,
    company_id uuid not null references company (id) on delete cascade
);
create index on company_domain (company_id);

create table employment (
    id uuid primary key default uuidv7(),
    contact_id uuid not null references contact (id) on delete cascade,
    company_id uuid not null references company (id) on delete cascade,
    unique (contact_id, company_id)
);
create index on employment (company_id);

create table interaction (
    id uuid primary key default uuidv7(),
    kind text not null check (kind in ('mail', 'meeting')),
    day date not null,
    starts_at timestamptz not null,
    ends_at timestamptz,
    title text not null default '',
    published_at timestamptz not null default now()
);
create index on interaction (day desc, starts_at desc, id);

-- Why a shared row exists: one row for each decision that put it there or confirmed it.
create table approval (
    id uuid primary key default uuidv7(),
    entity text not null check (entity in ('contact', 'contact_point', 'company', 'company_domain', 'employment', 'interaction')),
    row_id text not null,
    approver_id uuid not null references app_user (id),
    decision_id uuid not null,
    approved_at timestamptz not null default now(),
    unique (entity, row_id, decision_id),
    foreign key (decision_id, approver_id) references decision (id, owner_id)
);
create index on approval (decision_id);

-- What each approver says of a field. The row shows the value with the last word: typed before read, then the newest.
create table field_value (
    id uuid primary key default uuidv7(),
    entity text not null check (entity in ('contact', 'company', 'interaction')),
    row_id uuid not null,
    field text not null,
    value text not null,
    origin text not null check (origin in ('read', 'typed')),
    approver_id uuid not null references app_user (id),
    decision_id uuid not null,
    said_at timestamptz not null default now(),
    unique (entity, row_id, field, decision_id),
    foreign key (decision_id, approver_id) references decision (id, owner_id)
);
create index on field_value (decision_id);

-- The exchanges behind a published note, per approver: what joins two reps' notes, and what reply times count.
create table interaction_source (
    id uuid primary key default uuidv7(),
    interaction_id uuid not null references interaction (id) on delete cascade,
    exchange_key bytea not null,
    approver_id uuid not null references app_user (id),
    decision_id uuid not null,
    happened_at timestamptz not null,
    direction text not null check (direction in ('in', 'out')),
    unique (decision_id, exchange_key),
    foreign key (decision_id, approver_id) references decision (id, owner_id)
);
create index on interaction_source (exchange_key);
create index on interaction_source (interaction_id);

-- Who took part, as the approver's own mail shows it.
create table interaction_participant (
    id uuid primary key default uuidv7(),
    interaction_id uuid not null references interaction (id) on delete cascade,
    address text not null,
    domain text not null,
    name text,
    ours boolean not null,
    approver_id uuid not null references app_user (id),
    decision_id uuid not null,
    unique (decision_id, address),
    foreign key (decision_id, approver_id) references decision (id, owner_id)
);
create index on interaction_participant (interaction_id);
create index on interaction_participant (address);
create index on interaction_participant (domain);

-- Content-free: what admins and metrics may know of a connection. Written by its owner's own jobs.
create table connection_state (
    connection_id uuid primary key,
    owner_id uuid not null,
    provider text not null,
    state text not null check (state in ('waiting for its owner', 'reading history', 'up to date', 'late',
                                         'sign-in needed', 'not reachable', 'paused by its owner')),
    reason_code text not null default '',
    history_percent integer not null default 0 check (history_percent between 0 and 100),
    stored integer not null default 0,
    quarantined integer not null default 0,
    dropped integer not null default 0,
    difference integer not null default 0,
    last_success_at timestamptz,
    next_try_at timestamptz,
    foreign key (connection_id, owner_id) references connection (id, owner_id) on delete cascade
);

-- Who saw what: one row for each person whose approved content was sent to somebody else.
create table viewing (
    id uuid primary key default uuidv7(),
    viewer_id uuid not null references app_user (id),
    owner_id uuid not null references app_user (id),
    entity text not null,
    row_id uuid not null,
    page text not null,
    viewed_at timestamptz not null default now(),
    hour timestamptz not null,
    unique (viewer_id, owner_id, entity, row_id, page, hour)
);
create index on viewing (owner_id, viewed_at desc);
