-- A record whose beginning was purged at the bedside goes on behind what is gone: its first entry (type 187) says how many
-- entries stand before the gap, and which entry, with which chain hash, the next one follows. Versions that know nothing of
-- this go on as before, so the version of the schema stays.

-- Moves the head of the room that is signed in over that gap, and says where its record then stands.
CREATE FUNCTION vigil.pass_over_purged() RETURNS TABLE (stored_sequence bigint, stored_hash bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
    v_room text := vigil.my_room();
    v_first jsonb;
BEGIN
    SELECT h.sequence INTO stored_sequence FROM vigil.head h WHERE h.room = v_room FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no room is admitted for %', session_user USING ERRCODE = 'VW001';
    END IF;
    SELECT convert_from(e.payload, 'UTF8')::jsonb INTO v_first FROM vigil.entry e
        WHERE e.room = v_room AND e.sequence = 1 AND e.type = 187;
    IF v_first IS NULL OR (v_first ->> 'entries')::bigint <> stored_sequence
            OR (v_first ->> 'lastEntry')::bigint < stored_sequence THEN
        RAISE EXCEPTION 'nothing was purged behind entry % of room %', stored_sequence, v_room USING ERRCODE = 'VW002';
    END IF;
    stored_sequence := (v_first ->> 'lastEntry')::bigint;
    stored_hash := decode(v_first ->> 'chainHash', 'hex');
    UPDATE vigil.head SET sequence = stored_sequence, chain_hash = stored_hash WHERE room = v_room;
    RETURN NEXT;
END
$body$;

REVOKE ALL ON FUNCTION vigil.pass_over_purged FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vigil.pass_over_purged TO vigil_bedside;
