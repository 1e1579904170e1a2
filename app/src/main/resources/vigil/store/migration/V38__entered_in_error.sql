-- Entries that were marked as entered in error: the entry and its rows stay as they were, this table says who, when and why (R32).

CREATE TABLE voided (
    sequence        BIGINT PRIMARY KEY,                     -- entry that says so
    voids           BIGINT NOT NULL UNIQUE,                 -- entry that was made in error
    reason          CHARACTER VARYING NOT NULL
);

CREATE VIEW analysis.entered_in_error AS
SELECT e.session_id, v.sequence, e.at_utc, e.by_user, e.by_role, v.voids, c.at_utc AS entered_utc, c.action, v.reason
FROM public.voided v
JOIN public.entry e ON e.sequence = v.sequence
JOIN public.entry c ON c.sequence = v.voids
WHERE e.session_id IS NOT NULL;
