-- The people of the console. No PIN and no hash of one stands here: those are in the record alone.

CREATE TABLE staff (
    user_id         CHARACTER VARYING PRIMARY KEY,
    name            CHARACTER VARYING NOT NULL,
    role            CHARACTER VARYING(20) NOT NULL,         -- NURSE, PHYSICIAN, BIOMEDICAL, ADMINISTRATOR
    allowed         BOOLEAN NOT NULL,                       -- may sign in
    temporary_pin   BOOLEAN NOT NULL,                       -- set by somebody else: opens the choice of an own one
    failures        INTEGER NOT NULL,                       -- wrong PINs in a row
    added_utc       TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    pin_set_utc     TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    signed_in_utc   TIMESTAMP(9) WITH TIME ZONE             -- last time
);

-- Sign-in, its failures, and every change to the people, line by line.
CREATE TABLE people_log (
    sequence        BIGINT PRIMARY KEY,
    at_utc          TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    what            CHARACTER VARYING(30) NOT NULL,         -- SIGNED_IN, SIGN_IN_FAILED, SIGNED_OUT, LOCKED, IDLE, USER_ADDED, ...
    user_id         CHARACTER VARYING,                      -- NULL: an id that is no user's
    by_user         CHARACTER VARYING,
    old_value       CHARACTER VARYING NOT NULL,             -- of a change
    new_value       CHARACTER VARYING NOT NULL,
    reason          CHARACTER VARYING NOT NULL
);

-- The second person who entered a dosing weight (rule R28).
CREATE TABLE weight_check (
    sequence        BIGINT PRIMARY KEY,
    checked_by_user CHARACTER VARYING NOT NULL,
    checked_by_name CHARACTER VARYING NOT NULL,
    checked_by_role CHARACTER VARYING(20) NOT NULL
);
