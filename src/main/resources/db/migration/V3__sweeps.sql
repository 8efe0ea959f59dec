-- A sweep that runs, ran or was ended. What it rests on lies in content by digest; an empty text stands for what it does not have.
create table sweep (
    id varchar(64) primary key,
    owner varchar(200) not null,
    buyer varchar(200) not null,
    title varchar(400) not null,
    as_of varchar(10) not null,
    world varchar(64) not null,
    rules varchar(64) not null,
    profile varchar(64) not null,
    limits varchar(64) not null,
    plan varchar(64) not null,
    seed varchar(20) not null,
    draws varchar(10) not null,
    -- The mixes that are held, and the report once it is whole.
    chosen varchar(64) not null,
    report varchar(64) not null,
    state varchar(16) not null,
    problem varchar(4000) not null,
    created bigint not null,
    -- One process at a time works it out, and says until when, in milliseconds of Unix time.
    holder varchar(64) not null,
    held_until bigint not null
);
create index sweep_by_state on sweep (state, created);

-- Futures worked out, by chunk.
create table sweep_chunk (
    sweep varchar(64) not null,
    chunk int not null,
    packed bytea not null,
    primary key (sweep, chunk)
);
