-- The records of many bedsides. Made by the role vigil_owner. Whoever signs in is one of two: a bedside, whose certificate
-- names a role that belongs to one room, or a station, which reads. Nothing here can carry a word to a pump.

REVOKE ALL ON SCHEMA vigil FROM PUBLIC;
GRANT USAGE ON SCHEMA vigil TO vigil_bedside, vigil_station;

-- Which certificate belongs to which room.
CREATE TABLE vigil.room (
    room     text PRIMARY KEY CHECK (room ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$'),
    role     name NOT NULL UNIQUE,                          -- common name of the bedside's certificate
    admitted timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Where each room's record stands: the bedside goes on after it.
CREATE TABLE vigil.head (
    room       text PRIMARY KEY REFERENCES vigil.room,
    sequence   bigint NOT NULL,                             -- 0 before the first entry
    chain_hash bytea NOT NULL CHECK (length(chain_hash) = 32)
) WITH (fillfactor = 50);

-- The entries as the chain goes over them. A month is a partition, by the server's clock: a bedside's may be wrong.
CREATE TABLE vigil.entry (
    room       text NOT NULL,
    sequence   bigint NOT NULL,
    received   timestamptz NOT NULL,
    utc_s      bigint NOT NULL,                             -- clocks of the bedside
    utc_ns     integer NOT NULL,
    monotonic  bigint NOT NULL,
    boot       bigint NOT NULL,
    type       smallint NOT NULL,
    payload    bytea NOT NULL,                              -- JSON in UTF-8, byte by byte as it was chained
    chain_hash bytea NOT NULL,
    PRIMARY KEY (room, sequence, received)
) PARTITION BY RANGE (received);

-- What the oldest entry that is still here follows, once older months are dropped.
CREATE TABLE vigil.cut (
    room       text PRIMARY KEY REFERENCES vigil.room,
    sequence   bigint NOT NULL,
    chain_hash bytea NOT NULL
);

-- Heads signed by the bedside's device key: this database alone cannot make them.
CREATE TABLE vigil.signature (
    room       text NOT NULL REFERENCES vigil.room,
    sequence   bigint NOT NULL,
    chain_hash bytea NOT NULL,
    public_key bytea NOT NULL,                              -- Ed25519, X.509
    signature  bytea NOT NULL,
    received   timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (room, sequence)
);

-- One row a room, rewritten each second.
CREATE TABLE vigil.state (
    room     text PRIMARY KEY REFERENCES vigil.room,
    received timestamptz NOT NULL,
    sequence bigint NOT NULL,
    state    jsonb NOT NULL CHECK (length(state::text) < 65536)
) WITH (fillfactor = 20, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

-- The room of whoever is signed in; NULL for everybody else.
CREATE FUNCTION vigil.my_room() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    RETURN (SELECT room FROM vigil.room WHERE role = session_user);

ALTER TABLE vigil.room      ENABLE ROW LEVEL SECURITY;
ALTER TABLE vigil.head      ENABLE ROW LEVEL SECURITY;
ALTER TABLE vigil.entry     ENABLE ROW LEVEL SECURITY;
ALTER TABLE vigil.cut       ENABLE ROW LEVEL SECURITY;
ALTER TABLE vigil.signature ENABLE ROW LEVEL SECURITY;
ALTER TABLE vigil.state     ENABLE ROW LEVEL SECURITY;
-- The functions below run as the owner: these rules bind the owner, too.
ALTER TABLE vigil.head      FORCE ROW LEVEL SECURITY;
ALTER TABLE vigil.entry     FORCE ROW LEVEL SECURITY;
ALTER TABLE vigil.signature FORCE ROW LEVEL SECURITY;
ALTER TABLE vigil.state     FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON vigil.room      FOR SELECT TO vigil_bedside USING (role = session_user);
CREATE POLICY own ON vigil.head      FOR SELECT TO vigil_bedside USING (room = (SELECT vigil.my_room()));
CREATE POLICY own ON vigil.entry     FOR SELECT TO vigil_bedside USING (room = (SELECT vigil.my_room()));
CREATE POLICY own ON vigil.cut       FOR SELECT TO vigil_bedside USING (room = (SELECT vigil.my_room()));
CREATE POLICY own ON vigil.signature FOR SELECT TO vigil_bedside USING (room = (SELECT vigil.my_room()));

CREATE POLICY all_rooms ON vigil.room      FOR SELECT TO vigil_station USING (true);
CREATE POLICY all_rooms ON vigil.head      FOR SELECT TO vigil_station USING (true);
CREATE POLICY all_rooms ON vigil.entry     FOR SELECT TO vigil_station USING (true);
CREATE POLICY all_rooms ON vigil.cut       FOR SELECT TO vigil_station USING (true);
CREATE POLICY all_rooms ON vigil.signature FOR SELECT TO vigil_station USING (true);
CREATE POLICY all_rooms ON vigil.state     FOR SELECT TO vigil_station USING (true);

-- The owner writes for the room that is signed in and for no other; a new room begins empty.
CREATE POLICY seen    ON vigil.head      FOR SELECT TO vigil_owner USING (true);
CREATE POLICY begun   ON vigil.head      FOR INSERT TO vigil_owner WITH CHECK (sequence = 0);
CREATE POLICY moved   ON vigil.head      FOR UPDATE TO vigil_owner USING (room = (SELECT vigil.my_room()));
CREATE POLICY seen    ON vigil.entry     FOR SELECT TO vigil_owner USING (true);
CREATE POLICY added   ON vigil.entry     FOR INSERT TO vigil_owner WITH CHECK (room = (SELECT vigil.my_room()));
CREATE POLICY seen    ON vigil.signature FOR SELECT TO vigil_owner USING (true);
CREATE POLICY added   ON vigil.signature FOR INSERT TO vigil_owner WITH CHECK (room = (SELECT vigil.my_room()));
CREATE POLICY dropped ON vigil.signature FOR DELETE TO vigil_owner USING (true);
CREATE POLICY written ON vigil.state     FOR ALL TO vigil_owner USING (room = (SELECT vigil.my_room()));

GRANT SELECT ON vigil.room, vigil.head, vigil.entry, vigil.cut, vigil.signature TO vigil_bedside, vigil_station;
GRANT SELECT ON vigil.state TO vigil_station;

-- Makes the partition of a month unless it is there.
CREATE FUNCTION vigil.prepare_month(at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $body$
DECLARE
    first timestamptz := date_trunc('month', at);
    name text := 'entry_' || to_char(first, 'YYYY_MM');
BEGIN
    IF to_regclass('vigil.' || name) IS NULL THEN
        PERFORM pg_advisory_xact_lock(hashtext('vigil.entry'));
        -- From the table, not by to_regclass again: that would say what this session saw before it waited.
        IF NOT EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'vigil'::regnamespace AND c.relname = name) THEN
            EXECUTE format('CREATE TABLE vigil.%I PARTITION OF vigil.entry FOR VALUES FROM (%L) TO (%L)',
                name, first, first + interval '1 month');
        END IF;
    END IF;
END
$body$;

-- Adds entries after the last one of the room that is signed in, and says where its record then stands. What is there
-- already is passed over, so a batch may come twice; a gap, or an entry that does not continue the chain, is refused whole.
CREATE FUNCTION vigil.append(p_sequence bigint[], p_utc_s bigint[], p_utc_ns integer[], p_monotonic bigint[],
    p_boot bigint[], p_type integer[], p_payload bytea[], p_chain_hash bytea[])
    RETURNS TABLE (stored_sequence bigint, stored_hash bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
    v_room text := vigil.my_room();
    v_at timestamptz := clock_timestamp();
    v_first bigint;
    r record;
BEGIN
    SELECT h.sequence, h.chain_hash INTO stored_sequence, stored_hash FROM vigil.head h WHERE h.room = v_room FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no room is admitted for %', session_user USING ERRCODE = 'VW001';
    END IF;
    PERFORM vigil.prepare_month(v_at);
    v_first := stored_sequence;
    FOR r IN SELECT * FROM unnest(p_sequence, p_utc_s, p_utc_ns, p_monotonic, p_boot, p_type, p_payload, p_chain_hash)
            AS e(sequence, utc_s, utc_ns, monotonic, boot, type, payload, chain_hash) ORDER BY e.sequence LOOP
        CONTINUE WHEN r.sequence < stored_sequence;
        IF r.sequence = stored_sequence THEN
            IF r.chain_hash <> stored_hash THEN
                RAISE EXCEPTION 'entry % of room % is another one here', r.sequence, v_room USING ERRCODE = 'VW003';
            END IF;
            CONTINUE;
        END IF;
        IF r.sequence > stored_sequence + 1 THEN
            RAISE EXCEPTION 'entry % of room % is missing', stored_sequence + 1, v_room USING ERRCODE = 'VW002';
        END IF;
        IF r.chain_hash IS DISTINCT FROM sha256(stored_hash || int8send(r.sequence) || int8send(r.utc_s)
                || int4send(r.utc_ns) || int8send(r.monotonic) || int8send(r.boot) || int2send(r.type::smallint)
                || r.payload) THEN
            RAISE EXCEPTION 'entry % of room % does not continue the chain', r.sequence, v_room USING ERRCODE = 'VW003';
        END IF;
        stored_sequence := r.sequence;
        stored_hash := r.chain_hash;
    END LOOP;
    IF stored_sequence > v_first THEN
        INSERT INTO vigil.entry
            SELECT v_room, e.sequence, v_at, e.utc_s, e.utc_ns, e.monotonic, e.boot, e.type, e.payload, e.chain_hash
            FROM unnest(p_sequence, p_utc_s, p_utc_ns, p_monotonic, p_boot, p_type, p_payload, p_chain_hash)
                AS e(sequence, utc_s, utc_ns, monotonic, boot, type, payload, chain_hash)
            WHERE e.sequence > v_first;
        UPDATE vigil.head SET sequence = stored_sequence, chain_hash = stored_hash WHERE room = v_room;
    END IF;
    RETURN NEXT;
END
$body$;

-- Notes a head that the bedside has signed; only one that is there.
CREATE FUNCTION vigil.sign(p_sequence bigint, p_chain_hash bytea, p_public_key bytea, p_signature bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
    INSERT INTO vigil.signature (room, sequence, chain_hash, public_key, signature)
        SELECT h.room, p_sequence, p_chain_hash, p_public_key, p_signature FROM vigil.head h
        WHERE h.room = vigil.my_room() AND h.sequence = p_sequence AND h.chain_hash = p_chain_hash
        ON CONFLICT DO NOTHING
$body$;

-- Shows how it stands in the room that is signed in. Need not outlive a power cut: the next second shows it anew.
CREATE FUNCTION vigil.show(p_sequence bigint, p_state jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
    v_room text := vigil.my_room();
BEGIN
    IF v_room IS NULL THEN
        RAISE EXCEPTION 'no room is admitted for %', session_user USING ERRCODE = 'VW001';
    END IF;
    PERFORM set_config('synchronous_commit', 'off', true);
    INSERT INTO vigil.state AS s (room, received, sequence, state) VALUES (v_room, clock_timestamp(), p_sequence, p_state)
        ON CONFLICT (room) DO UPDATE
        SET received = EXCLUDED.received, sequence = EXCLUDED.sequence, state = EXCLUDED.state;
END
$body$;

-- Drops whole months in which nothing younger than p_keep was received, and keeps what the rest follows.
CREATE FUNCTION vigil.retain(p_keep interval) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $body$
DECLARE
    v_before timestamptz := date_trunc('month', clock_timestamp() - p_keep);
    v_dropped integer := 0;
    v_table regclass;
BEGIN
    IF p_keep < interval '31 days' THEN
        RAISE EXCEPTION 'less than 31 days is not kept: %', p_keep;
    END IF;
    FOR v_table IN SELECT i.inhrelid::regclass FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
            WHERE i.inhparent = 'vigil.entry'::regclass AND to_date(right(c.relname, 7), 'YYYY_MM') < v_before
            ORDER BY c.relname LOOP
        EXECUTE format('INSERT INTO vigil.cut SELECT DISTINCT ON (room) room, sequence, chain_hash FROM %s'
            ' ORDER BY room, sequence DESC ON CONFLICT (room) DO UPDATE'
            ' SET sequence = EXCLUDED.sequence, chain_hash = EXCLUDED.chain_hash', v_table);
        EXECUTE format('DROP TABLE %s', v_table);
        v_dropped := v_dropped + 1;
    END LOOP;
    DELETE FROM vigil.signature s USING vigil.cut c WHERE c.room = s.room AND s.sequence <= c.sequence;
    RETURN v_dropped;
END
$body$;

-- What bedsides and stations ask first; each migration replaces it.
CREATE FUNCTION vigil.version() RETURNS integer LANGUAGE sql IMMUTABLE RETURN 1;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA vigil FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vigil.my_room, vigil.version TO vigil_bedside, vigil_station;
GRANT EXECUTE ON FUNCTION vigil.append, vigil.sign, vigil.show TO vigil_bedside;
