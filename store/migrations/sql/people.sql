-- The company, its people and how they sign in. No content: every role of the product may need these.
create table installation (
    only_one boolean primary key default true check (only_one),
    company_name text not null,
    mail_domains text[] not null,
    mail_addresses text[] not null default '{}',
    public_url text not null,
    timezone text not null,
    language text not null,
    demo boolean not null default false,
    created_at timestamptz not null default now()
);

-- Secrets of the installation itself, sealed: the canary that proves the key, the company key.
create table secret (
    name text primary key,
    sealed bytea not null
);

create table app_user (
    id uuid primary key default uuidv7(),
    address text not null unique check (address = lower(address)),
    name text not null,
    roles text[] not null check (cardinality(roles) > 0 and roles <@ array['rep', 'manager', 'reader', 'admin']),
    timezone text not null,
    language text not null,
    hold_seconds integer not null default 30 check (hold_seconds >= 0),
    password_hash text,
    active boolean not null default true,
    created_at timestamptz not null default now()
);

create table user_address (
    address text primary key check (address = lower(address)),
    user_id uuid not null references app_user (id) on delete cascade
);
create index on user_address (user_id);

create table web_session (
    id bytea primary key,
    user_id uuid not null references app_user (id) on delete cascade,
    csrf text not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null
);
create index on web_session (user_id);

create table sign_in_link (
    id bytea primary key,
    user_id uuid not null references app_user (id) on delete cascade,
    expires_at timestamptz not null,
    used_at timestamptz
);

create table sign_in_failure (
    key bytea not null,
    at timestamptz not null
);
create index on sign_in_failure (key, at);
