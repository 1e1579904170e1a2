-- Roles of a server that keeps a ward's records. Run again without harm. The owner never signs in; a bedside may add to its
-- own room and nothing else; a station may read and nothing else.
DO $roles$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'vigil_owner') THEN
        CREATE ROLE vigil_owner NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'vigil_bedside') THEN
        CREATE ROLE vigil_bedside NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'vigil_station') THEN
        CREATE ROLE vigil_station NOLOGIN;
    END IF;
    EXECUTE format('GRANT vigil_owner TO %I', current_user);
    EXECUTE format('GRANT CREATE ON DATABASE %I TO vigil_owner', current_database());
    EXECUTE format('REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END
$roles$;
