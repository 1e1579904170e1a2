-- Charted sets that were amended: the set's own rows say what stands, this table what stood before (R32).

CREATE TABLE amendment (
    sequence        BIGINT NOT NULL,                        -- entry of the amendment
    item            CHARACTER VARYING(40) NOT NULL,         -- column of observation, S1 to S14, D1 to D8, orientation
    amends          BIGINT NOT NULL,                        -- entry of the charted set
    old_value       CHARACTER VARYING,                      -- NULL: had not been taken
    new_value       CHARACTER VARYING,                      -- NULL: should not have been there
    reason          CHARACTER VARYING NOT NULL,
    PRIMARY KEY (sequence, item)
);
CREATE INDEX amendment_of_set ON amendment (amends, sequence);

CREATE VIEW analysis.amendment AS
SELECT e.session_id, a.sequence, e.at_utc, e.by_user, e.by_role, a.amends, c.at_utc AS charted_utc, a.item, a.old_value,
       a.new_value, a.reason
FROM public.amendment a
JOIN public.entry e ON e.sequence = a.sequence
JOIN public.entry c ON c.sequence = a.amends
WHERE e.session_id IS NOT NULL;

-- As it stands; amendments counts how often it was amended.
DROP VIEW analysis.observation;
CREATE VIEW analysis.observation AS
SELECT e.session_id, e.sequence, e.at_utc, e.by_user, e.by_role, o.kind, o.sedation, o.respiratory_rate_per_min,
       o.spo2_percent, o.oxygen_l_per_min, o.heart_rate_per_min, o.systolic_mmhg, o.diastolic_mmhg, o.temperature_cel,
       o.consciousness, o.pain_at_rest, o.pain_moving, o.nausea, o.site, o.knows_person, o.knows_place, o.knows_date,
       o.items_recalled, o.early_warning, o.circumstances, o.note,
       (SELECT count(DISTINCT a.sequence) FROM public.amendment a WHERE a.amends = e.sequence) AS amendments
FROM public.observation o JOIN public.entry e ON e.sequence = o.sequence
WHERE e.session_id IS NOT NULL;
